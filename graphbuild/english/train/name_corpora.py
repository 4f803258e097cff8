"""Corpora with names but without trees: WikiGold, CrossNER, Re-DocRED.

They come as lists of tokens ("Nazarbayev", "'s", "party"); spaces are put back by rule so that raw text looks like text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from .treebanks import LABELS, Name, iob_names, set_names

CROSSNER_LABELS = {
    "person": "PERSON", "politician": "PERSON", "writer": "PERSON", "scientist": "PERSON", "researcher": "PERSON",
    "musicalartist": "PERSON", "organisation": "ORG", "politicalparty": "ORG", "university": "ORG", "band": "ORG",
    "magazine": "ORG", "location": "LOC", "country": "LOC",
}  # fmt: skip
CROSSNER_DOMAINS = ("politics", "literature", "science", "music", "ai")
NO_SPACE_BEFORE = frozenset(
    [",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "'m", "'re", "'ve", "'d", "'ll", "n't", "’s", "''", "”"]
)
NO_SPACE_AFTER = frozenset(["(", "[", "``", "“", "$", "£", "€"])
# "Kazakh", "German": Re-DocRED calls them places, the treebanks do not; unlisted ones with such an ending are left open.
DEMONYM = re.compile(r"^[A-Z]\w+(an|ese|ish|ic|i|nch|tch|eek|ss)$")


def spaces(words: Sequence[str]) -> list[bool]:
    """Say after which tokens a space stands.

    >>> spaces(["He", "(", "Li", ")", "left", "."])
    [True, False, False, True, False, False]
    """
    result, quotes = [], 0
    for word, following in zip(words, [*words[1:], None], strict=True):
        quotes += word == '"'
        inside = quotes % 2 == 1
        glued = (
            following is None
            or following in NO_SPACE_BEFORE
            or word in NO_SPACE_AFTER
            or "-" in (word, following)
            or (word == '"' and inside)
            or (following == '"' and inside)
        )
        result.append(not glued)
    return result


def _doc(vocab: Vocab, words: list[str], names: Sequence[Name], unknown: Sequence[tuple[int, int]] = ()) -> Doc:
    doc = Doc(vocab, words=words, spaces=spaces(words))
    set_names(doc, names, unknown)
    return doc


def _columns(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    for block in path.read_text(encoding="utf8").replace("\r", "").split("\n\n"):
        rows = [line.split() for line in block.split("\n") if line.strip() and "-DOCSTART-" not in line]
        if rows:
            yield [row[0] for row in rows], [row[-1] for row in rows]


def wikigold(vocab: Vocab, raw: Path) -> Iterator[Doc]:
    """Read WikiGold, one sentence a document."""
    for words, tags in _columns(raw / "wikigold" / "wikigold.conll.txt"):
        names = [(first, end, LABELS[label]) for first, end, label in iob_names(tags) if label in LABELS]
        yield _doc(vocab, words, names)


def crossner(vocab: Vocab, raw: Path, split: str) -> Iterator[Doc]:
    """Read one split of CrossNER's five domains; journals, which it does not count as organisations, are left open."""
    for domain in CROSSNER_DOMAINS:
        for words, tags in _columns(raw / "CrossNER" / f"{domain}-{split}.txt"):
            spans = iob_names(tags)
            names = [(a, b, CROSSNER_LABELS[label]) for a, b, label in spans if label in CROSSNER_LABELS]
            yield _doc(vocab, words, names, [(a, b) for a, b, label in spans if label == "academicjournal"])


def redocred(vocab: Vocab, raw: Path, split: str) -> Iterator[Doc]:
    """Read one split of Re-DocRED, one abstract a document."""
    for record in json.loads((raw / "Re-DocRED" / f"{split}_revised.json").read_text(encoding="utf8")):
        offsets, words = [], []
        for sentence in record["sents"]:
            offsets.append(len(words))
            words += [re.sub(r"\s", "", word) or "_" for word in sentence]
        names: set[Name] = set()
        unknown: set[tuple[int, int]] = set()
        for mention in (mention for vertex in record["vertexSet"] for mention in vertex):
            if mention["type"] not in LABELS:
                continue
            first, end = (offsets[mention["sent_id"]] + position for position in mention["pos"])
            while end - first > 1 and words[first].lower() == "the":
                first += 1
            if mention["type"] == "LOC" and end - first == 1 and DEMONYM.match(words[first]):
                unknown.add((first, end))
            else:
                names.add((first, end, LABELS[mention["type"]]))
        yield _doc(vocab, words, sorted(names), sorted(unknown))
