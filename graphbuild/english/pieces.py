"""Documents as arrays: word pieces, letter features, windows.

"Toiken was detained in Uralsk." has seven tokens; the encoder reads word pieces ("to", "##ike", "##n", "was", …) in
windows of at most a few hundred of them. Every token lies well inside one window at least, and no token is ever cut
off: its vector is the mean over its pieces in the window that sees it best. The encoder's vocabulary is uncased, so each
token also carries features of its letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from tokenizers import Tokenizer

Integers = NDArray[np.int64]

CASES, SHAPES, SUFFIXES, NORMS = 16, 1000, 4000, 8000  # sizes of the feature tables
LONGEST_TOKEN = 16  # word pieces kept of one token: a URL has no more to say
CACHED = 200_000  # distinct tokens remembered before the cache starts anew


@dataclass(frozen=True)
class Token:
    """What the encoder knows of one token: its pieces and the rows of its features in the four tables."""

    pieces: tuple[int, ...]
    features: tuple[int, int, int, int]


@dataclass(frozen=True)
class Window:
    """A stretch of tokens the encoder reads at once: `start` to `end`, of which it answers for `first` to `last`."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True)
class Batch:
    """Padded windows: ids, cases, mask of shape (windows, longest); for each piece that counts its token and row."""

    ids: Integers
    cases: Integers
    mask: NDArray[np.int32]
    tokens: Integers
    rows: Integers


class Pieces:
    """Cut tokens into word pieces and features, each distinct token once."""

    def __init__(self, tokenizer: bytes) -> None:
        """Load a tokenizer from the bytes of its `tokenizer.json`."""
        self.stored = tokenizer
        self._tokenizer = Tokenizer.from_buffer(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        vocabulary: dict[str, int] = self._tokenizer.get_vocab()
        self.begin, self.end, self.pad, self.unknown = (
            vocabulary[name] for name in ("[CLS]", "[SEP]", "[PAD]", "[UNK]")
        )
        self._cache: dict[tuple[str, bool], Token] = {}

    def tokens(self, doc: Doc) -> list[Token]:
        """Look up or compute the pieces and features of every token."""
        if len(self._cache) > CACHED:
            self._cache.clear()
        cache = self._cache
        result = []
        for token in doc:
            key = (token.text, bool(token.whitespace_))
            found = cache.get(key)
            if found is None:
                found = cache[key] = Token(self._pieces(token.text), features(token.text, token.shape_, key[1]))
            result.append(found)
        return result

    def _pieces(self, text: str) -> tuple[int, ...]:
        ids = self._tokenizer.encode(text, add_special_tokens=False).ids
        return tuple(ids[:LONGEST_TOKEN]) or (self.unknown,)


def features(text: str, shape: str, space: bool) -> tuple[int, int, int, int]:
    """Give the rows of a token's case (and whether a space follows), shape, last letters and lower-cased form.

    >>> features("Toiken", "Xxxxx", True)[0], features("UN", "XX", False)[0]
    (3, 4)
    """
    lower = text.lower()
    return (
        2 * _case(text) + space,
        crc32(shape.encode()) % SHAPES,
        crc32(lower[-3:].encode()) % SUFFIXES,
        crc32(lower.encode()) % NORMS,
    )


def _case(text: str) -> int:
    if text.isspace():
        return 7
    if any(letter.isdigit() for letter in text):
        return 5
    if not any(letter.isalpha() for letter in text):
        return 6
    if text.islower():
        return 0
    if text.isupper():
        return 3 if len(text) == 1 else 2
    return 1 if text[0].isupper() and text[1:].islower() else 4


def windows(lengths: Sequence[int], size: int, overlap: int) -> list[Window]:
    """Cover tokens of `lengths` pieces with windows of at most `size`; neighbours share about `overlap` pieces.

    A shared token belongs to the window in which it has more context.

    >>> windows([1, 1, 1, 1, 1], size=3, overlap=2)  # doctest: +ELLIPSIS
    [Window(start=0, end=3, first=0, last=2), ..., Window(start=2, end=5, first=3, last=5)]
    """
    spans: list[tuple[int, int]] = []
    start = 0
    while not spans or spans[-1][1] < len(lengths):
        end, pieces = start, 0
        while end < len(lengths) and pieces + lengths[end] <= size:
            pieces += lengths[end]
            end += 1
        spans.append((start, end))
        shared, start_next = 0, end
        while start_next > start + 1 and shared + lengths[start_next - 1] <= overlap:
            start_next -= 1
            shared += lengths[start_next]
        start = start_next
    borders = [0, *((right[0] + left[1]) // 2 for left, right in pairwise(spans)), len(lengths)]
    return [Window(*span, *owned) for span, owned in zip(spans, pairwise(borders), strict=True)]


def batches(
    tokens: Sequence[Token], spans: Sequence[Window], pieces: Pieces, most: int, offset: int = 0
) -> list[Batch]:
    """Pad windows of like length together, at most `most` pieces (padding counted) a batch; `offset` numbers tokens."""
    sized = sorted(spans, key=lambda w: (sum(len(token.pieces) for token in tokens[w.start : w.end]), w.start))
    groups: list[list[Window]] = []
    for span in sized:
        length = 2 + sum(len(token.pieces) for token in tokens[span.start : span.end])
        if not groups or (len(groups[-1]) + 1) * length > most:
            groups.append([])
        groups[-1].append(span)
    return [_pad(tokens, group, pieces, offset) for group in groups]


def _pad(tokens: Sequence[Token], spans: Sequence[Window], pieces: Pieces, offset: int) -> Batch:
    lengths = [2 + sum(len(token.pieces) for token in tokens[w.start : w.end]) for w in spans]
    longest = max(lengths)
    ids = np.full((len(spans), longest), pieces.pad, dtype=np.int64)
    cases = np.full((len(spans), longest), CASES, dtype=np.int64)
    mask = np.zeros((len(spans), longest), dtype=np.int32)
    owners: list[int] = []
    rows: list[int] = []
    for row, (span, length) in enumerate(zip(spans, lengths, strict=True)):
        mask[row, :length] = 1
        ids[row, 0], ids[row, length - 1] = pieces.begin, pieces.end
        at = 1
        for index in range(span.start, span.end):
            token = tokens[index]
            width = len(token.pieces)
            ids[row, at : at + width] = token.pieces
            cases[row, at : at + width] = token.features[0]
            if span.first <= index < span.last:
                owners += [offset + index] * width
                rows += range(row * longest + at, row * longest + at + width)
            at += width
    return Batch(ids, cases, mask, np.array(owners, dtype=np.int64), np.array(rows, dtype=np.int64))
