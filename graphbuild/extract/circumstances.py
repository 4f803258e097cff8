"""When and where: which of a sentence's dates and places belongs to which trigger.

"Karimov, who was arrested on May 3, was sentenced in Osh on June 5": a date or a place belongs to the clause that its
phrase hangs on, and to the clauses below that one, but does not leave a relative clause. So the walk goes from the
trigger up its governors to the first that has such a phrase; what hangs on the trigger itself comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.mentions import Form
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.extract.times import TimeExpression
from graphbuild.model import Kind, Time

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

R = Relation

WHERE = frozenset({"in", "at", "near", "outside", "inside", "on", "around", "within", "throughout", "across"})
DEPTH = 4
"""Levels below a clause's head where its circumstances are looked for."""


class Circumstances:
    """The dates and places of one parse, by the words they stand on."""

    def __init__(self, doc: Doc, syntax: Syntax, clusters: Clusters, times: list[TimeExpression]) -> None:
        self.doc, self.syntax, self.clusters = doc, syntax, clusters
        self.times: dict[int, TimeExpression] = {}
        for each in times:
            if each.time is None or each.kind in ("duration", "modifier") or each.rule == "dateline":
                continue
            span = doc.char_span(each.start, each.end, alignment_mode="expand")
            if span is not None:
                self.times[span.root.i] = each

    def time_of(self, trigger: Token, others: frozenset[int]) -> Time | None:
        """Return the date of a trigger; `others` are the tokens of the other triggers, whose own dates are theirs."""
        if not self.times:
            return None
        for head, blocked in self._chain(trigger):
            for token in self._below(head, blocked | (others - {trigger.i})):
                if token.i in self.times:
                    return self.times[token.i].time
        return None

    def place_of(self, trigger: Token, others: frozenset[int]) -> int | None:
        """Return the mention of the place of a trigger, the most specific of its clause."""
        for head, blocked in self._chain(trigger):
            found = [i for t in self._below(head, blocked | (others - {trigger.i})) if (i := self._place(t)) is not None]
            if found:
                return found[0]
        return None

    def _chain(self, trigger: Token) -> Iterator[tuple[Token, frozenset[int]]]:
        """Yield the trigger and its governors with what has been searched below them."""
        token, searched = trigger, frozenset[int]()
        while True:
            yield token, searched
            up = self.syntax.governor(token)
            if up is None or up.relation in (R.RELATIVE, R.APPOSITION, R.PARATAXIS):
                return
            searched = frozenset({token.i})
            token = up.token

    def _below(self, head: Token, blocked: frozenset[int], depth: int = 0) -> Iterator[Token]:
        """Yield a word's own circumstances: what hangs on it, short of other clauses."""
        if depth > DEPTH:
            return
        for d in self.syntax.dependents(head):
            if d.token.i in blocked or d.relation in (R.RELATIVE, R.COMPLEMENT, R.PARATAXIS):
                continue
            if d.relation in (R.ADVERBIAL, R.OPEN_COMPLEMENT, R.CONJUNCT) and d.token.pos_ in ("VERB", "AUX"):
                continue
            yield d.token
            yield from self._below(d.token, blocked, depth + 1)

    def _place(self, token: Token) -> int | None:
        """Return the place that a word stands for as a circumstance: after in, at, near, or beside such a word."""
        index = self.clusters.at(token.i)
        if index is None:
            return None
        mention = self.clusters.mentions[index]
        if mention.form is not Form.NAME or self.clusters.kind(index) is not Kind.PLACE or mention.head != token.i:
            return None
        up = self.syntax.governor(token)
        while up is not None and (up.relation in (R.APPOSITION, R.NAME, R.COMPOUND) or up.preposition == "of"):
            up = self.syntax.governor(up.token)
        return index if up is not None and up.relation is R.OBLIQUE and up.preposition in WHERE else None

    def seat(self, index: int) -> int | None:
        """Return the place named in a body's own mentions: "police in Uralsk", "Uralsk court"."""
        for mention in self.clusters.members(index):
            for token in range(mention.start, mention.end):
                inside = self._name_at(token)
                if inside is not None:
                    return inside
            for d in self.syntax.dependents(self.doc[mention.head], R.OBLIQUE, R.POSSESSOR):
                found = self._name_at(d.token.i) if d.preposition in (None, "in", "of") else None
                if found is not None:
                    return found
        return None

    def _name_at(self, token: int) -> int | None:
        index = self.clusters.at(token)
        if index is None or self.clusters.mentions[index].form is not Form.NAME:
            return None
        return index if self.clusters.kind(index) is Kind.PLACE else None
