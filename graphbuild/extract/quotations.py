"""Where a text quotes: the stretches between quotation marks that are long enough to be somebody's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc

OPENING, CLOSING = frozenset("“«„"), frozenset("”»")
SHORTEST = 4
"""Words of a quotation at least: shorter ones are words held at a distance."""


class Quotation(NamedTuple):
    """The tokens between two quotation marks."""

    start: int
    end: int


def quotations(doc: Doc) -> Iterator[Quotation]:
    """Yield the quotations of a text; one that its paragraph leaves open runs on if the next one opens anew.

    >>> import spacy
    >>> [doc[q.start : q.end].text for doc in [spacy.blank("en")('He said: "They hit me hard." A "thug" left.')]
    ...  for q in quotations(doc)]
    ['They hit me hard.']
    """
    start: int | None = None
    for token in doc:
        straight = token.text == '"'
        if start is not None and (token.text in CLOSING or straight):
            if token.i - start > SHORTEST - 1:
                yield Quotation(start + 1, token.i)
            start = None
        elif token.text in OPENING or straight:
            start = token.i
        elif "\n" in token.text and start is not None:
            if token.i + 1 < len(doc) and doc[token.i + 1].text in OPENING | {'"'}:
                yield Quotation(start + 1, token.i)
            start = None
