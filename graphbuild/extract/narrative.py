"""Which dates told before still hold for an act: what goes on, is part of it, or was done at the gathering told of.

"Protests broke out on Sunday. Police detained two reporters": an act without a date of its own stands in the time of what
the text tells it to go on with. In the same paragraph that is the sentence before, where something ties the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from graphbuild.extract.kinds import GATHERINGS
from graphbuild.extract.lemmas import readings
from graphbuild.extract.scope import JUDICIAL, LATER
from graphbuild.extract.surface import RELATIVE
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.extract.times import TimeExpression
from graphbuild.extract.times.spans import year_of
from graphbuild.model import Time

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Span, Token

R = Relation

PAST = frozenset({"VBD", "VBN"})
SUMS = GATHERINGS | frozenset({"operation", "crackdown", "raid", "clash", "unrest", "riot", "sweep", "clampdown"})
"""Nouns for what has other acts for its parts."""
OCCASIONS = GATHERINGS | frozenset({"action", "event"})
WATCHING = frozenset({"cover", "film", "photograph", "record", "document", "attend", "observe", "livestream"})
"""Verbs of what reporters do at a gathering."""
INCIDENTS = frozenset(
    {"incident", "attack", "assault", "event", "arrest", "beating", "shooting", "raid", "confrontation"}
)
"""Nouns that take up what was just told."""
HELD = frozenset({"held", "organised", "organized", "staged", "called", "convened"})
THE = frozenset({"the", "this", "that"})
GOING_ON = frozenset(
    {"however", "there", "in one case", "in one instance", "in some cases", "in several cases", "in several instances"}
)
"""Words that begin a sentence which goes on with what the one before told, in its span of time."""


class Narrative:
    """The dates of one parse as they hold beyond their sentences.

    `times` are the dates by the tokens that they stand on, `told` returns the one in a word's own clause.
    """

    def __init__(
        self, doc: Doc, syntax: Syntax, times: Mapping[int, TimeExpression], told: Callable[[Token], Time | None]
    ) -> None:
        self.doc, self.syntax, self.times, self.told = doc, syntax, times, told

    def time_of(self, trigger: Token) -> Time | None:
        """Return the date that an act without one of its own takes from what was told before."""
        return (
            self._carried(trigger)
            or self._elaborating(trigger)
            or self._at_gathering(trigger)
            or self._told_after(trigger)
        )

    def before(self, sentence: Span) -> Span | None:
        """Return the sentence before, within the same paragraph."""
        if sentence.start == 0:
            return None
        before = self.doc[sentence.start - 1].sent
        last = next((t for t in reversed(before) if not t.is_space), before[-1])
        return before if "\n" not in self.doc.text[last.idx + len(last) : sentence.start_char] else None

    def _carried(self, trigger: Token) -> Time | None:
        """Return the span of time that a sentence without a date shares with the one before it.

        "However" and "there" go on within a month or year told before; "later" says no more than the year, and that
        only where the text before names a day or month of it.
        """
        sentence = trigger.sent
        words = {t.lower_ for t in sentence[:4]}
        later = any(d.token.lower_ in LATER for d in self.syntax.dependents(trigger, R.ADVERB)) or bool(words & LATER)
        going_on = any(self.doc.text_of(sentence.start, sentence.start + n).lower() in GOING_ON for n in (1, 3))
        if not (later or going_on) or any(t.i in self.times for t in sentence):
            return None
        told = self._told_before(sentence)
        if told is None:
            return None
        span = (told.latest - told.earliest).days
        if later and not self._is_at_once(trigger):
            return year_of(told)
        return told if span >= 27 or later else None

    def _is_at_once(self, trigger: Token) -> bool:
        """Whether an act comes next in one scene: "A man stopped her on May 3. He *then* punched her"."""
        adverbs = (d.token.lower_ for d in self.syntax.dependents(trigger, R.ADVERB))
        return "then" in adverbs and trigger.tag_ in PAST and JUDICIAL.isdisjoint(readings(trigger))

    def _told_before(self, sentence: Span) -> Time | None:
        """Return the last date of the sentence before, in the same paragraph."""
        found = [self.times[t.i].time for t in self.before(sentence) or () if t.i in self.times]
        return found[-1] if found else None

    def _elaborating(self, trigger: Token) -> Time | None:
        """Return the day of the operation or protest of which a sentence goes on to tell what was done in it.

        "Protests broke out on Sunday. Police detained two reporters": what follows a sum of events is part of it
        (Elaboration, Asher and Lascarides 2003, 6.2).
        """
        sentence = trigger.sent
        before, verb = self.before(sentence), sentence.root
        main = trigger == verb or (trigger.head == verb and trigger.pos_ == "NOUN")  # "conducted a | raid"
        # "whose accreditation was lost in May" dates nothing else
        own = (t for t in sentence if t.i in self.times and not any(a.dep_ in RELATIVE for a in t.ancestors))
        if before is None or not main or verb.tag_ not in PAST or any(True for _ in own):
            return None
        helpers = {c.lower_ for c in verb.children if c.dep_.startswith("aux")}
        later = any(d.token.lower_ in LATER - {"then"} for d in self.syntax.dependents(verb, R.ADVERB))
        if later or helpers & {"had", "has", "have"} or not JUDICIAL.isdisjoint(readings(trigger)):
            return None
        sums = (d.token for d in self.syntax.dependents(before.root, R.SUBJECT, R.PASSIVE_SUBJECT, R.OBJECT))
        if not any(noun.lemma_.lower() in SUMS for noun in sums):
            return None
        return self.told(before.root)

    def _at_gathering(self, trigger: Token) -> Time | None:
        """Return the day of the one dated gathering of a report, where an act is told to have been done at it.

        "A rally was held on May 14. … Police beat journalists covering the rally", "he was beaten during the protest".
        """
        if len(self._gatherings) != 1 or trigger.tag_ not in (*PAST, "NN", "NNS"):
            return None
        at = [d.token for d in self.syntax.dependents(trigger, R.OBLIQUE) if d.preposition in ("at", "during")]
        people = [d.token for d in self.syntax.dependents(trigger, R.OBJECT, R.PASSIVE_SUBJECT, R.OBLIQUE)]
        busy = [d.token for t in people for d in self.syntax.dependents(t, R.ADNOMINAL, R.RELATIVE)]
        beside = [d.token for v in (trigger, trigger.head) for d in self.syntax.dependents(v, R.ADVERBIAL)]
        busy += [t for t in beside if t.tag_ == "VBG"]  # "used violence against reporters | covering the rally"
        at += [
            d.token for v in busy if not WATCHING.isdisjoint(readings(v)) for d in self.syntax.dependents(v, R.OBJECT)
        ]
        there = any(t.lemma_.lower() in OCCASIONS and any(c.lower_ in THE for c in t.children) for t in at)
        return next(iter(self._gatherings.values())) if there else None

    def _told_after(self, trigger: Token) -> Time | None:
        """Return the date that the next sentence gives: "Guards hit X. The *incident occurred* on May 3"."""
        sentence = trigger.sent
        end = next((i for i in range(sentence.end, len(self.doc)) if not self.doc[i].is_space), len(self.doc))
        if end >= len(self.doc) or trigger.tag_ not in PAST or any(t.i in self.times for t in sentence):
            return None
        after = self.doc[end].sent
        verb = after.root
        subject = self.syntax.first(verb, R.SUBJECT)
        takes_place = "take" in readings(verb) and any(c.lower_ == "place" for c in verb.children)
        occurs = not {"occur", "happen"}.isdisjoint(readings(verb)) or takes_place
        taken_up = subject is not None and (
            subject.lower_ in ("this", "it", "that")
            or (subject.lemma_.lower() in INCIDENTS and any(c.lower_ in THE for c in subject.children))
        )
        return self.told(verb) if occurs and taken_up and self.before(after) == sentence else None

    @cached_property
    def _gatherings(self) -> dict[str, Time]:
        """The days of the gatherings that a report dates, by their EDTF."""
        nouns = (t for t in self.doc if t.pos_ == "NOUN" and t.lemma_.lower() in GATHERINGS)
        times = (self._held(noun) or self.told(noun) for noun in nouns)
        return {time.edtf: time for time in times if time is not None and time.earliest == time.latest}

    def _held(self, gathering: Token) -> Time | None:
        """Return the date of the participle that says when a gathering was: "the rally held on May 14"."""
        clauses = (d.token for d in self.syntax.dependents(gathering, R.ADNOMINAL) if d.token.lower_ in HELD)
        below = (t for clause in clauses for t in clause.subtree if t.i in self.times)
        return next((self.times[t.i].time for t in below), None)
