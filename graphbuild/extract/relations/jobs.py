"""Reads the nouns of work: "her work for Radio Tengri", "took a job at Arna", "his employer, Radio Tengri".

"After four years at Arna, she left": a span of time *at* an outlet is one of work there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.relations.found import LIKELY, Found
from graphbuild.extract.relations.statements import Statement, Statements
from graphbuild.extract.syntax import Relation
from graphbuild.model import Kind, Predicate

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation
P = Predicate

YEARS = frozenset({"years", "months", "decades"})
"""Nouns for how long somebody worked."""
WORK = frozenset({"work", "reporting", "writing", "assignment"})
"""Nouns of the same meaning: "her work for Radio Tengri"."""
OWN_OUTLET = frozenset(
    "outlet newspaper paper station channel magazine website site portal broadcaster weekly daily agency".split()
)
"""Nouns for an outlet that somebody's is whose name follows after a comma."""
JOBS = frozenset({"job", "position", "post", "fellowship", "internship"})
TAKING = frozenset({"take", "accept", "get", "find", "hold", "have", "land", "start", "lose", "quit", "leave"})
"""Verbs with a job as their object: "accepted a position with Radio Tengri"."""
LEAVING = frozenset({"lose", "quit", "leave"})


class Jobs:
    """Reads the nouns of work of one parse."""

    def __init__(self, statements: Statements) -> None:
        self.statements, self.syntax, self.phrases = statements, statements.syntax, statements.phrases
        self.clusters = statements.clusters

    def find(self) -> Iterator[Found]:
        """Yield what the nouns of work tell."""
        for token in self.phrases.doc:
            if token.pos_ == "VERB" or token.tag_ in ("VBN", "VBG"):
                continue
            if token.lower_ in WORK:
                yield from self._work(token)
            elif token.lower_ in JOBS:
                yield from self._job(token)
            elif token.lower_ in YEARS:
                yield from self._years(token)
            elif token.lower_ == "employer" or token.lemma_.lower() in OWN_OUTLET:
                yield from self._employer(token)

    def _work(self, noun: Token) -> Iterator[Found]:
        """Read "her work for Radio Tengri", "she was on assignment for Radio Tengri"."""
        owner = self.syntax.first(noun, R.POSSESSOR)
        up = self.syntax.governor(noun)
        if owner is None and noun.lower_ == "assignment":
            owner = self.syntax.first(noun, R.SUBJECT)
            beside = owner is None and up is not None and self.phrases.text(noun.i - 1) == "on"
            if beside and up is not None:  # "killed on assignment for", "X, on assignment for"
                owner = up.token if up.token.pos_ == "PROPN" else self.statements.clauses.subject(up.token)[0]
        preposition = self.phrases.text(noun.i + 1)
        if owner is None or preposition not in ("for", "at", "with"):
            return
        agent = self.statements.person(owner)
        bodies, end = self.statements.lists.bodies(noun.i + 2)
        if agent is not None:
            yield from self.statements.found(agent, bodies, Statement(P.WORKS_FOR), noun, end)

    def _job(self, noun: Token) -> Iterator[Found]:
        """Read "took a job with Radio Tengri", "before accepting a position at Radio Tengri"."""
        up = self.syntax.governor(noun)
        if up is None or up.relation is not R.OBJECT or up.token.lemma_.lower() not in TAKING:
            return
        if self.phrases.text(noun.i + 1) not in ("with", "at", "for"):
            return
        bodies, end = self.statements.lists.bodies(noun.i + 2)
        for agent in self.statements.agents(up.token):
            for body in bodies:
                if self.statements.fits(agent, body, Statement(P.WORKS_FOR)):
                    yield Found(agent, P.WORKS_FOR, body, up.token.i, end, LIKELY, None, up.token.lemma_ not in LEAVING)

    def _years(self, noun: Token) -> Iterator[Found]:
        """Read "after four years at Radio Tengri, she …", "spent two years with Radio Tengri"."""
        up = self.syntax.governor(noun)
        if up is None or up.token.pos_ != "VERB" or self.phrases.text(noun.i + 1) not in ("at", "with"):
            return
        bodies, end = self.statements.lists.bodies(noun.i + 2)
        outlets = [i for i in bodies if self.clusters.kind(i) is Kind.OUTLET]
        subject = self.statements.clauses.subject(up.token)[0]
        agent = self.statements.person(subject) if subject is not None else None
        found = self.statements.found(agent, outlets, Statement(P.WORKS_FOR), noun, end) if agent is not None else ()
        yield from (replace(f, current=False) for f in found)

    def _employer(self, noun: Token) -> Iterator[Found]:
        """Read "Keita's employer, Radio Tengri", "his station, Radio Tengri"."""
        owner = self.syntax.first(noun, R.POSSESSOR)
        agent = self.statements.person(owner) if owner is not None else None
        after = self.phrases.past_comma(noun.i + 1)
        bodies, end = self.statements.lists.bodies(noun.i + 1 if after is None else after)
        if agent is None or (noun.lower_ != "employer" and (after is None or not self._is_of_press(agent, bodies[:1]))):
            return
        yield from self.statements.found(agent, bodies[:1], Statement(P.WORKS_FOR), noun, end)

    def _is_of_press(self, person: int, bodies: list[int]) -> bool:
        """Whether somebody and a body are a person and an outlet: a mayor's newspaper is no employer of his."""
        kinds = {self.clusters.kind(i) for i in bodies}
        return kinds == {Kind.OUTLET} and self.clusters.kind(person) in (Kind.JOURNALIST, Kind.PERSON)
