"""Who says so: the speaker of a reported or quoted clause.

"Officers hit him in the face, Karimov told the union": the speaker is the subject of the verb of speech over the
clause, or the object of "according to". Nobody but the publisher says what stands under neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.clusters import BODIES, PEOPLE, Clusters
from graphbuild.extract.clauses import Clauses
from graphbuild.extract.syntax import Relation, Syntax

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

R = Relation

OPENING, CLOSING = frozenset("“«„"), frozenset("”»")


class Speakers:
    """Finds speakers in one parse."""

    def __init__(self, doc: Doc, syntax: Syntax, clauses: Clauses, clusters: Clusters) -> None:
        self.syntax, self.clauses, self.clusters = syntax, clauses, clusters
        self._quoted = _quoted_tokens(doc)

    def speaker(self, trigger: Token, speech: Token | None) -> int | None:
        """Return the mention of who says so, None where it is the publisher."""
        if speech is not None:
            subject, _ = self.clauses.subject(speech)
            found = self._somebody(subject)
            if found is not None:
                return found
        return self._according(trigger)

    def quoted(self, trigger: Token) -> bool:
        """Whether a trigger stands between quotation marks."""
        return trigger.i in self._quoted

    def _according(self, trigger: Token) -> int | None:
        for token in trigger.sent:
            if token.lower_ == "according":
                for child in [*token.children, token.head, *token.head.children]:
                    found = self._somebody(child) if child.i > token.i else None
                    if found is not None:
                        return found
        return None

    def _somebody(self, token: Token | None) -> int | None:
        index = self.clusters.at(token.i) if token is not None else None
        return index if index is not None and self.clusters.kind(index) in PEOPLE | BODIES else None


def _quoted_tokens(doc: Doc) -> frozenset[int]:
    """Return the tokens inside quotation marks of three words or more: shorter ones are words held at a distance."""
    found: set[int] = set()
    start: int | None = None
    for token in doc:
        opens = token.text in OPENING or (token.text == '"' and start is None)
        closes = token.text in CLOSING or (token.text == '"' and start is not None)
        if closes and start is not None:
            if token.i - start > 3:
                found |= set(range(start + 1, token.i))
            start = None
        elif opens:
            start = token.i
        elif "\n\n" in token.text:
            start = None
    return frozenset(found)
