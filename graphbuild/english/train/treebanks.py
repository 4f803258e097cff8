"""Treebank files to spaCy documents: CoNLL-U trees with person, organisation and place names laid over them.

    # sent_id = reviews-001
    1  Toiken   Toiken  PROPN  NNP  Number=Sing  2  nsubj:pass …
    2  was …

Trees come from UD English EWT, GUM and PUD; names from UNER (a second file, aligned on characters, because both files
were re-tokenised since) or from GUM's own entity spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

Name = tuple[int, int, str]  # first token, token after the last, label

LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "person": "PERSON", "organization": "ORG", "place": "LOC"}
LONGEST_GROUP = 12  # sentences in one training document


@dataclass(frozen=True)
class Word:
    """One syntactic word: the columns of CoNLL-U that the pipeline learns."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    misc: str
    space: bool


@dataclass
class Sentence:
    """One tree, whether it opens a document or paragraph, and its names (None: not annotated)."""

    sent_id: str = ""
    opens: bool = False
    words: list[Word] = field(default_factory=list)
    names: list[Name] | None = None


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file; parts of a multiword token are kept, written without a space."""
    sentence, last_part, space_after_parts = Sentence(), 0, True
    for line in path.read_text(encoding="utf8").split("\n"):
        if line.startswith(("# newdoc", "# newpar")):
            sentence.opens = True
        elif line.startswith("# sent_id"):
            sentence.sent_id = line.split("=", 1)[1].strip()
        elif not line and sentence.words:
            yield sentence
            sentence, last_part = Sentence(), 0
        elif line and line[0].isdigit():
            columns = line.split("\t")
            space = "SpaceAfter=No" not in columns[9].split("|")
            if "-" in columns[0]:
                last_part, space_after_parts = int(columns[0].split("-")[1]), space
            elif "." not in columns[0]:
                number = int(columns[0])
                if number <= last_part:
                    space = space_after_parts and number == last_part
                sentence.words.append(_word(columns, space))


def _word(columns: Sequence[str], space: bool) -> Word:
    feats = "" if columns[5] == "_" else columns[5]
    form = columns[1].replace(" ", "")
    lemma = columns[2] if columns[2] != "_" or form == "_" else ""
    return Word(form, lemma, columns[3], columns[4], feats, int(columns[6]), columns[7], columns[9], space)


def groups(sentences: Iterator[Sentence], longest: int = LONGEST_GROUP) -> Iterator[list[Sentence]]:
    """Cut a file into paragraphs of at most `longest` sentences, so that sentence ends are learnt inside one document."""
    group: list[Sentence] = []
    for sentence in sentences:
        if group and (sentence.opens or len(group) >= longest):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def to_doc(vocab: Vocab, sentences: Sequence[Sentence]) -> Doc:
    """Join sentences into one annotated document; where names are None the NER learns nothing."""
    words = [word for sentence in sentences for word in sentence.words]
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence.words))
    heads = [
        start + (index if word.head == 0 else word.head - 1)
        for start, sentence in zip(starts, sentences, strict=False)
        for index, word in enumerate(sentence.words)
    ]
    doc = Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words[:-1]] + [False],
        tags=[word.xpos for word in words],
        pos=[word.upos if word.upos != "_" else "X" for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=["ROOT" if word.head == 0 else word.deprel for word in words],
    )
    names: list[Name] = []
    unknown: list[tuple[int, int]] = []
    for start, sentence in zip(starts, sentences, strict=False):
        if sentence.names is None:
            unknown.append((start, start + len(sentence.words)))
        else:
            names += [(start + first, start + end, label) for first, end, label in sentence.names]
    set_names(doc, names, unknown)
    return doc


def set_names(doc: Doc, names: Sequence[Name], unknown: Sequence[tuple[int, int]] = ()) -> None:
    """Set the names of a document; tokens of `unknown` ranges count as not annotated, all others as outside."""
    if sum(end - first for first, end in unknown) >= len(doc):
        doc.set_ents([], default="missing")
        return
    spans = filter_spans([Span(doc, first, end, label=label) for first, end, label in names])
    taken = {token.i for span in spans for token in span}
    missing = [Span(doc, a, b) for a, b in unknown if taken.isdisjoint(range(a, b))]
    doc.set_ents(spans, missing=missing, default="outside")


def iob_names(tags: Sequence[str]) -> list[Name]:
    """Turn IOB or IOB2 tags into spans.

    >>> iob_names(["B-PER", "I-PER", "O", "I-LOC"])
    [(0, 2, 'PER'), (3, 4, 'LOC')]
    """
    names: list[Name] = []
    first, open_label = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        prefix, _, label = tag.partition("-")
        if open_label and (prefix != "I" or label != open_label):
            names.append((first, index, open_label))
            open_label = ""
        if prefix in ("B", "I") and not open_label:
            first, open_label = index, label
    return names


def read_uner(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Read a UNER file: sentence id to (form, IOB2 tag) pairs."""
    sentences: dict[str, list[tuple[str, str]]] = {}
    current: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf8").split("\n"):
        if line.startswith("# sent_id"):
            current = sentences.setdefault(line.split("=", 1)[1].strip(), [])
        elif line[:1].isdigit():
            columns = line.split("\t")
            current.append((columns[1].replace(" ", ""), columns[2]))
    return sentences


def uner_names(words: Sequence[Word], tagged: Sequence[tuple[str, str]] | None) -> list[Name] | None:
    """Lay one UNER sentence over a tree by characters; None where the texts differ or the sentence is absent."""
    if tagged is None or "".join(word.form for word in words) != "".join(form for form, _ in tagged):
        return None
    token_at: dict[int, int] = {}
    position = 0
    for index, word in enumerate(words):
        token_at[position] = index
        position += len(word.form)
    token_at[position] = len(words)
    offsets = [0]
    for form, _ in tagged:
        offsets.append(offsets[-1] + len(form))
    return [
        (token_at[offsets[first]], token_at[offsets[end]], LABELS[label])
        for first, end, label in iob_names([tag for _, tag in tagged])
        if label in LABELS and offsets[first] in token_at and offsets[end] in token_at
    ]


def text_key(forms: Sequence[str]) -> str:
    """Give the text of a sentence without spaces: the key under which PUD's names find its renamed sentences."""
    return "".join(forms)


_OPENING = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")


def gum_entity_spans(words: Sequence[Word]) -> list[Name]:
    """Read GUM's `Entity=` brackets: every mention of the sentence, nested or not, with GUM's entity type."""
    open_spans: list[tuple[str, str, int]] = []
    spans: list[Name] = []
    for index, word in enumerate(words):
        for item in word.misc.split("|"):
            if not item.startswith("Entity="):
                continue
            for whole, opening, closing in _OPENING.findall(item[len("Entity=") :]):
                if whole:
                    spans.append((index, index + 1, whole.partition("-")[2].partition("-")[0]))
                elif opening:
                    number, _, rest = opening.partition("-")
                    open_spans.append((number, rest.split("-")[0], index))
                else:
                    number = closing.split("-")[0]
                    at = next((k for k in reversed(range(len(open_spans))) if open_spans[k][0] == number), None)
                    if at is not None:
                        _, kind, first = open_spans.pop(at)
                        spans.append((first, index + 1, kind))
    return spans
