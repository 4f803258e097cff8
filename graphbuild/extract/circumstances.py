"""When and where: which of a report's dates and places belongs to which trigger.

How far a phrase's date or place reaches is told in `reach`, which date is an act's in `dating`, what words name a place in
`places`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from graphbuild.documents.datelines import dateline
from graphbuild.extract.clusters import Clusters
from graphbuild.extract.dating import Dates
from graphbuild.extract.fronted import Fronted
from graphbuild.extract.lemmas import readings
from graphbuild.extract.narrative import WATCHING
from graphbuild.extract.places import Places
from graphbuild.extract.scope import LATER
from graphbuild.extract.subjects import VERBAL
from graphbuild.extract.surface import is_person
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.extract.times import TimeExpression
from graphbuild.model import Time

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

R = Relation


class Circumstances:
    """The dates and places of one parse."""

    def __init__(
        self, doc: Doc, syntax: Syntax, clusters: Clusters, times: list[TimeExpression], published: date | None = None
    ) -> None:
        self.doc, self.syntax, self.clusters = doc, syntax, clusters
        filed = dateline(doc.text)
        self.places, self.fronted = Places(doc, syntax, clusters, filed), Fronted(syntax, filed)
        self.dates = Dates(syntax, clusters, self.fronted, times, published)
        self.reach, self.narrative = self.dates.reach, self.dates.narrative

    @property
    def times(self) -> Mapping[int, TimeExpression]:
        """The dates, by the tokens that they stand on."""
        return self.dates.times

    def time_of(self, trigger: Token, others: frozenset[int]) -> Time | None:
        """Return the date of a trigger; `others` are the tokens of the other triggers, whose own dates are theirs."""
        return self.dates.time_of(trigger, others)

    def place_of(self, trigger: Token, others: frozenset[int]) -> int | None:
        """Return the mention of the place of a trigger, the most specific of its clause."""
        left = self.places.left(trigger)
        if left is None:
            left = self._at_work(trigger, others)
        if left is not None:
            return left
        where = self._where(trigger)
        if where is not None:
            return where
        for head, blocked in self.reach.chain(trigger):
            place = self._place_below(head, blocked | (others - {trigger.i}), own=head == trigger)
            if place is not None:
                return place
        shared = (self._place_below(v, frozenset(), own=True) for v in self.reach.side_by_side(trigger))
        place = next((i for i in shared if i is not None), None)
        if place is not None:
            return place
        fronted = next((i for t in self.fronted.phrases(trigger) if (i := self.places.named(t.i)) is not None), None)
        return fronted if fronted is not None else self._scene(trigger)

    def _at_work(self, trigger: Token, others: frozenset[int]) -> int | None:
        """Return where those were at work whom an act befell: "beat reporters *who were covering a march in Osh*".

        The progressive puts the act inside what they were doing.
        """
        whom = self.syntax.dependents(trigger, R.OBJECT, R.PASSIVE_SUBJECT, R.OBLIQUE)
        for d in (
            d for w in whom if is_person(w.token) for d in self.syntax.dependents(w.token, R.RELATIVE, R.ADNOMINAL)
        ):
            past = {c.lower_ for c in d.token.children if c.dep_ == "aux"}
            if d.token.tag_ == "VBG" and past <= {"was", "were"} and not WATCHING.isdisjoint(readings(d.token)):
                return self._place_below(d.token, others - {d.token.i}, own=True)
        return None

    def _where(self, trigger: Token) -> int | None:
        """Return the place that a relative clause is about: "was taken to Osh, *where* police beat her"."""
        clause = trigger
        while (up := self.syntax.governor(clause)) is not None and up.relation is R.CONJUNCT:
            clause = up.token
        where = next((c for c in clause.children if c.lower_ == "where" and c.i < clause.i), None)
        if where is None or where.i - 2 < trigger.sent.start:
            return None
        last = self.doc[where.i - 2] if self.doc[where.i - 1].text == "," else self.doc[where.i - 1]
        return self.places.told_by(last)

    def _scene(self, trigger: Token) -> int | None:
        """Return the place of what went on meanwhile, or was kept from going on.

        "Was detained while covering a protest in Osh", "was not allowed to film in Osh".
        """
        clauses = chain(self.reach.meanwhile(trigger), self._hindered(trigger))
        scenes = (self._place_below(c, frozenset({trigger.i}), own=True) for c in clauses)
        return next((place for place in scenes if place is not None), None)

    def _hindered(self, trigger: Token) -> Iterator[Token]:
        """Yield the clauses of what somebody is not let do: "prevented X *from filming*", "was not allowed *to enter*"."""
        for d in self.syntax.dependents(trigger, R.OPEN_COMPLEMENT, R.ADVERBIAL):
            if d.token.pos_ in VERBAL and (d.preposition == "from" or d.relation is R.OPEN_COMPLEMENT):
                yield d.token

    def _place_below(self, head: Token, blocked: frozenset[int], *, own: bool) -> int | None:
        below = self.reach.below(head, blocked, own=own, place=True)
        found = [i for t in below if (i := self.places.at(t)) is not None]
        return min(found, key=self.places.breadth) if found else None

    def background(self, trigger: Token, people: frozenset[int]) -> Token | None:
        """Return the verb of the sentence before that tells what one of some people was doing when an act befell them.

        "Keita was filming a rally in Osh on Monday. Officers beat him": the progressive gives the frame of time and place
        in which the event after it lies (Hinrichs 1986). `people` are roots of clusters.
        """
        before = self.narrative.before(trigger.sent)
        if before is None:
            return None
        verb = before.root
        helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
        later = any(d.token.lower_ in LATER - {"then"} for d in self.syntax.dependents(trigger, R.ADVERB))
        going_on = not helpers.isdisjoint({"was", "were"}) or {"had", "been"} <= helpers
        there = self._came_to(verb) if "had" in helpers else None
        if later or not (there is not None or (verb.tag_ == "VBG" and going_on)):
            return None
        subject = self.syntax.first(verb, R.SUBJECT, R.PASSIVE_SUBJECT)
        index = self.clusters.at(subject.i) if subject is not None else None
        who = {self.clusters.root(i) for i in self.clusters.expand(index)} if index is not None else set()
        return (there or verb) if who & people else None

    def _came_to(self, verb: Token) -> Token | None:
        """Return what reporters had come to a place for: "had been invited *to cover* the opening of a plant in Osh"."""
        aims = (d.token for d in self.syntax.dependents(verb, R.OPEN_COMPLEMENT, R.ADVERBIAL) if d.token.tag_ == "VB")
        return next((aim for aim in aims if not WATCHING.isdisjoint(readings(aim))), None)

    def story_place(self, trigger: Token, others: frozenset[int]) -> int | None:
        """Return the place of the act told right before in the same paragraph, for one that names no place.

        A narrative stays where it is until it says otherwise: "Police stopped her in Osh. They took her phone." Only a
        town or anything smaller goes on so, and only where the sentence has no date of its own.
        """
        sentence = trigger.sent
        before = self.narrative.before(sentence)
        if before is None or any(t.i in self.times for t in sentence):
            return None
        told = [self.place_of(t, others) for t in before if t.i in others]
        roots = {self.clusters.root(i): i for i in told if i is not None}
        if len(roots) != 1:
            return None
        (place,) = roots.values()
        return None if self.places.is_country(place) else place
