"""parse: Document → Doc, the shipped English pipeline over one report at a time.

A report is parsed paragraph by paragraph, so that no sentence runs from a headline into the lead and a parse hangs on
nothing but its own paragraph; the parses are then laid over the whole text, where `token.idx` is an offset into
`Document.text`. A line break inside a paragraph counts as a space where the line is long enough to have been wrapped.

>>> [u.strip() for u in units("Police detain editor\\n\\nTwo officers came\\nfor him.")]
['Police detain editor', 'Two officers came\\nfor him.']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import GraphbuildError
from graphbuild.headlines import shown
from graphbuild.model import Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

WRAPPED = 60
"""Characters from which a line is taken to have been broken by a width, not by its author."""

BREAK = re.compile(r"\n[^\S\n]*\n\s*|\n\s*(?=[•*▪●–—-]\s)|\n")
ONE_WORD = re.compile(r"\b[A-Z]{2,}/[A-Z]{2,}\b|\b[Ee]ditors? [Ii]n [Cc]hief\b|\b[A-Z]\w+\.[A-Z]\w+\b")
CLOSED = re.compile(r"[.!?…:;\"”’)]\s*$")


def load(model: str | None = None) -> Language:
    """Load the shipped pipeline, or the spaCy pipeline of the given name or folder.

    Raises GraphbuildError where there is no such pipeline.
    """
    from graphbuild import english  # a pipeline trained with `graphbuild.english.train` needs what it registers

    if model is None:
        return english.load()
    import spacy

    try:
        return spacy.load(Path(model) if Path(model).is_dir() else model)
    except (OSError, ValueError) as error:  # there is none; it asks for what is not installed
        raise GraphbuildError(f"no spaCy pipeline '{model}': {str(error).splitlines()[0]}") from error


def parse(documents: Iterable[Document], nlp: Language) -> Iterator[tuple[Document, Doc]]:
    """Parse documents one by one; yield each with its Doc, whose text is the document's, character for character."""
    for document in documents:
        title = document.title if document.title and document.text.startswith(document.title) else None
        yield document, parse_text(document.text, nlp, len(title) if title else 0)


def parse_text(text: str, nlp: Language, headline_end: int = 0) -> Doc:
    """Return the parse of a text; white space stands in tokens of its own that depend on the word before.

    What ends at or before `headline_end` is read as a headline (see `headlines.py`).
    """
    from spacy.tokens import Doc

    whole = _whole_words(nlp.tokenizer(text))
    groups: list[list[Token]] = []
    position = 0
    for unit in units(text):
        end = position + len(unit)
        group = [t for t in whole if position <= t.idx < end and not t.is_space]
        groups += [group] if group else []
        position = end
    headlines = [shown([t.text for t in g]) if g[-1].idx < headline_end else {} for g in groups]
    bare = [
        Doc(
            nlp.vocab,
            words=[other.get(k, t.text) for k, t in enumerate(g)],
            spaces=[_spaced(g, k) for k in range(len(g))],
        )
        for g, other in zip(groups, headlines, strict=True)
    ]
    doc = _laid_over(whole, groups, list(nlp.pipe(bare)))
    for group, other in zip(groups, headlines, strict=True):
        for k, word in other.items():
            _in_present(doc[group[k].i], word)
    return doc


def _whole_words(doc: Doc) -> Doc:
    """Make one word of what is one: "RFE/RL", "Crimea.Realities", "editor in chief", of whom no chief is one."""
    found = [s for m in ONE_WORD.finditer(doc.text) if (s := doc.char_span(*m.span())) is not None]
    spans = [s for s in found if len(s) > 1 and not (s[1].text == "." and s[-1].is_stop)]  # "freed Keita.He said"
    with doc.retokenize() as retokenizer:
        for span in spans:
            retokenizer.merge(span)
    return doc


def _in_present(token: Token, word: str) -> None:
    """Give a headline's word the tag of its own form, and *and* for a comma."""
    token.tag_ = "VBP" if word != "and" else "CC"
    token.pos_ = "VERB" if word != "and" else "CCONJ"


def units(text: str) -> Iterator[str]:
    """Cut a text into the stretches that are parsed on their own; joined they are the text."""
    start = 0
    for found in BREAK.finditer(text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        wrapped = found.group() == "\n" and len(line) >= WRAPPED and not CLOSED.search(line)
        if not wrapped and not (found.group() == "\n" and _joins(text, found.end())):
            yield text[start : found.end()]
            start = found.end()
    yield text[start:]


def _joins(text: str, start: int) -> bool:
    """Whether the line goes on in lower case: nobody begins a paragraph so."""
    return text[start : start + 1].islower()


def _class(token: Token) -> str:
    """Return a word's class: what is inflected as a verb and joined to a verb is no noun, though taggers disagree."""
    if _is_missing(token):
        return "ADJ"
    joined = token.dep_ == "conj" and token.head.pos_ == "VERB" and token.tag_.startswith("VB")
    if _is_helped(token) or ((joined or _tag(token) == "VBN") and token.pos_ == "NOUN"):
        return "VERB"
    return token.pos_


def _tag(token: Token) -> str:
    """Return a word's tag; *held* is no noun, though a tagger may take it for one ("ordered her held")."""
    if _is_helped(token):
        return "VB"
    if _is_missing(token):
        return "JJ"
    return "VBN" if token.lower_ == "held" and token.tag_ == "NN" else token.tag_


def _is_missing(token: Token) -> bool:
    """Whether *missing* says of somebody what he is, as no verb after a copula does: "has been missing since May"."""
    return token.lower_ == "missing" and any(c.dep_ == "cop" for c in token.children)


def _is_helped(token: Token) -> bool:
    """Whether *did*, *to* or a modal helps an adjective that has an object, and so is a verb: "did not free X"."""
    below = {c.dep_ for c in token.children} if token.pos_ == "ADJ" else set()
    return "obj" in below and "cop" not in below and bool(below & {"aux", "mark"})


def _spaced(group: list[Token], k: int) -> bool:
    """Whether the k-th word of a group is followed by white space before the next one."""
    return k + 1 < len(group) and group[k + 1].idx > group[k].idx + len(group[k])


def _laid_over(whole: Doc, groups: list[list[Token]], parsed: list[Doc]) -> Doc:
    """Build the Doc of the whole text from the parses of its parts; sentence ends follow from the trees."""
    from spacy.tokens import Doc

    n = len(whole)
    tags, pos, deps, ents = [""] * n, ["SPACE"] * n, ["dep"] * n, ["O"] * n
    morphs, lemmas, heads = [""] * n, [t.text for t in whole], [max(0, i - 1) for i in range(n)]
    for group, doc in zip(groups, parsed, strict=True):
        index = [t.i for t in group]
        for i, token in zip(index, doc, strict=True):
            tags[i], pos[i], lemmas[i], deps[i] = _tag(token), _class(token), token.lemma_, token.dep_
            morphs[i], heads[i] = str(token.morph), index[token.head.i]
            ents[i] = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"
    return Doc(
        whole.vocab,
        words=[t.text for t in whole],
        spaces=[bool(t.whitespace_) for t in whole],
        tags=tags,
        pos=pos,
        morphs=morphs,
        lemmas=lemmas,
        heads=heads,
        deps=deps,
        ents=ents,
    )
