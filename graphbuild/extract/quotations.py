"""Where a text quotes: the stretches between quotation marks that are long enough to be somebody's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

OPENING, CLOSING = frozenset("“«„"), frozenset("”»")
SINGLE = {"‘": "’", "'": "'"}
"""Single marks, of which the closing one is an apostrophe too."""
SAYING = frozenset({"said", "says", "told", "added", "wrote", "explained", "recalled", "stated"})
SHORTEST = 4
"""Words of a quotation at least: shorter ones are words held at a distance."""


class Quotation(NamedTuple):
    """The tokens between two quotation marks."""

    start: int
    end: int


def quotations(doc: Doc) -> Iterator[Quotation]:
    """Yield the quotations of a text; one that its paragraph leaves open runs on if the next one opens anew.

    >>> import spacy
    >>> from graphbuild.extract.tokens import Doc
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("sentencizer")
    >>> doc = Doc.of(nlp('He said: "They hit me hard." A "thug" left.'))
    >>> [doc.text_of(q.start, q.end) for q in quotations(doc)]
    ['They hit me hard.']
    """
    double = list(_between_double_marks(doc))
    single = (q for q in _between_single_marks(doc) if not any(d.start <= q.start < d.end for d in double))
    yield from sorted([*double, *single, *_after_colons(doc)])


def _between_double_marks(doc: Doc) -> Iterator[Quotation]:
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


def _after_colons(doc: Doc) -> Iterator[Quotation]:
    """Yield the paragraphs that stand for somebody's words after "He said:" at the end of the one before."""
    for colon in doc[:-1]:
        if (
            colon.text != ":"
            or "\n" not in colon.nbor().text
            or SAYING.isdisjoint(t.lower_ for t in doc[colon.i - 4 : colon.i])
        ):
            continue
        start = colon.i + 2
        end = next((t.i for t in doc[start:] if "\n" in t.text), len(doc))
        if start < end and doc[start].text not in OPENING | {'"'}:
            yield Quotation(start, end)


def _between_single_marks(doc: Doc) -> Iterator[Quotation]:
    start: int | None = None
    for token in doc:
        if start is not None and _closes(token, doc[start].text):
            if token.i - start > SHORTEST - 1:
                yield Quotation(start + 1, token.i)
            start = None
        elif start is None and token.text in SINGLE and _opens(token):
            start = token.i
        elif "\n" in token.text:
            start = None


def _opens(mark: Token) -> bool:
    """Whether a single mark stands before a word and after a space, as no apostrophe of a possessive does."""
    spaced = mark.i == 0 or bool(mark.nbor(-1).whitespace_) or mark.nbor(-1).is_space
    return spaced and not mark.whitespace_


def _closes(token: Token, opening: str) -> bool:
    """Whether a single mark ends a quotation: punctuation stands on one side, where a plural possessive has a noun."""
    if token.text != SINGLE[opening] or token.i == 0:
        return False
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return token.nbor(-1).is_punct or after is None or after.is_space or after.is_punct
