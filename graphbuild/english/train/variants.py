"""Copies of treebank sentences in other spellings.

As headlines, captions and forums write them: "Editor Detained In Taraz", "POLICE RAID NEWSROOM", "police raid newsroom"
and a line without its full stop read the same, and a document may hold one sentence only. In quotation marks: a full
stop before the closing mark ends the sentence, which the treebanks, thin in quoted speech, seldom show.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from .treebanks import set_names

MARKS = (("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"))


class Row(NamedTuple):
    """A token of a copy; `head` is a place in it."""

    word: str
    space: bool
    tag: str
    pos: str
    morph: str
    lemma: str
    head: int
    dep: str


def variant(doc: Doc, chance: random.Random) -> Doc | None:
    """Copy one drawn sentence of a parsed document in another spelling; None where its names are not known."""
    sentence = chance.choice(list(doc.sents))
    if len(sentence) < 4 or any(token.ent_iob == 0 for token in sentence):
        return None
    part = sentence.as_doc()
    change: Callable[[str], str] = chance.choices([str, str.lower, str.upper, _title], [4, 3, 2, 2])[0]
    end = len(part) - (part[-1].text == "." and part[-1].head.i != len(part) - 1 and chance.random() < 0.5)
    copy = _doc(doc.vocab, [_row(token)._replace(word=change(token.text)) for token in part[:end]])
    set_names(copy, [(span.start, span.end, span.label_) for span in part.ents if span.end <= end])
    return copy


def quoted(doc: Doc, chance: random.Random) -> Doc | None:
    """Copy a parsed document with one sentence before its last in quotation marks, the full stop within them.

    "They took it. He left." becomes "“They took it.” He left."; None where no sentence can be quoted or names are not
    known.
    """
    fit = [s for s in list(doc.sents)[:-1] if s[-1].text == "." and s.root.pos_ == "VERB" and not _marked(s)]
    if not fit or any(token.ent_iob == 0 for token in doc):
        return None
    sentence = chance.choice(fit)
    opening, closing = chance.choices(MARKS, [4, 4, 1, 1])[0]
    places = [t.i + (t.i >= sentence.start) + (t.i >= sentence.end) for t in doc]
    rows = [_row(token)._replace(head=places[token.head.i]) for token in doc]
    mark = Row(opening, False, "``", "PUNCT", "", opening, places[sentence.root.i], "punct")
    after = mark._replace(word=closing, lemma=closing, space=True, tag="''")
    rows[sentence.end - 1] = rows[sentence.end - 1]._replace(space=False)
    rows[sentence.end : sentence.end] = [after]
    rows[sentence.start : sentence.start] = [mark]
    copy = _doc(doc.vocab, rows)
    set_names(copy, [(places[span.start], places[span.end - 1] + 1, span.label_) for span in doc.ents])
    return copy


def _row(token: Token) -> Row:
    return Row(
        token.text,
        bool(token.whitespace_),
        token.tag_,
        token.pos_,
        str(token.morph),
        token.lemma_,
        token.head.i,
        token.dep_,
    )


def _doc(vocab: Vocab, rows: Sequence[Row]) -> Doc:
    words, spaces, tags, pos, morphs, lemmas, heads, deps = map(list, zip(*rows, strict=True))
    return Doc(
        vocab, words=words, spaces=spaces, tags=tags, pos=pos, morphs=morphs, lemmas=lemmas, heads=heads, deps=deps
    )


def _marked(sentence: Span) -> bool:
    return any(token.tag_ in ("``", "''") or token.text in '"“”‘’«»' for token in sentence)


def _title(word: str) -> str:
    return word[:1].upper() + word[1:]
