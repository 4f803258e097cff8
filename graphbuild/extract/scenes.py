"""Carries the day of a scene to the acts that a report goes on to tell of it.

"Police battled protesters in Osh on Wednesday. … Keita was hit by an officer. Serikova was roughed up; she was freed at
about 9pm": the lead of a news report sums up what the paragraphs after it tell again in detail (van Dijk 1988), and a
simple past without a date stays at the time told last (Partee 1984). So an act has the day of its paragraph, or that of
the lead, as long as no other date stands between and somebody or the kind of act is the same.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from graphbuild.extract.discourse import acts_of
from graphbuild.extract.kinds import PEOPLE
from graphbuild.extract.lemmas import readings
from graphbuild.extract.mentions import Form
from graphbuild.extract.same_agents import by_court
from graphbuild.extract.scope import AT_FIRST, JUDICIAL, LATER, ORDER
from graphbuild.extract.surface import RELATIVE, has_subject
from graphbuild.model import EventType, Kind, Time

if TYPE_CHECKING:
    from graphbuild.extract.circumstances import Circumstances
    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.drafts import Draft
    from graphbuild.extract.tokens import Span, Token

STEPS = frozenset(
    {
        EventType.ASSAULT,
        EventType.DAMAGE,
        EventType.SEIZURE,
        EventType.DETENTION,
        EventType.OBSTRUCTION,
        EventType.SEARCH,
        EventType.ABDUCTION,
    }
)
"""What a scene is told of step by step."""
GIVERS = STEPS | {EventType.KILLING, EventType.INTERROGATION, EventType.THREAT, EventType.HARASSMENT}
"""What has a day that the steps after it share."""
HEARING = frozenset({"arraign", "appear"})
"""Verbs of a hearing, at which it is settled who is held."""
CLOCK = re.compile(
    r"\b(?:at|around|before|after|by) (?:about |around )?"
    r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|o.clock)|\d{1,2}[:.]\d\d\b|midnight|noon|dawn|dusk|nightfall)"
)
"""A time of the clock is one within the day that was told before."""
AGO = (LATER - {"then"}) | AT_FIRST | set("once repeatedly often already ever never recently times twice years".split())
"""Words of a sentence that goes to another time."""
MONTH = 31
"""Days of what is no year."""
REACH, NEAR = 8, 2
"""Sentences after the lead, and after another act of the paragraph, in which a scene goes on."""
SHORTEST_LEAD = 15
"""Tokens of a lead at least."""


class Scenes:
    """The scenes of one report; `drafts` are all of its acts."""

    def __init__(self, drafts: list[Draft], clusters: Clusters, circumstances: Circumstances) -> None:
        self.drafts, self.clusters, self.circumstances = drafts, clusters, circumstances
        self.doc, self.times = circumstances.doc, circumstances.times
        self.number = {s.start: k for k, s in enumerate(self.doc.sents)}

    def time_of(self, draft: Draft, told: list[Draft]) -> Time | None:
        """Return the day of the scene that an act without a date is told in; `told` are the acts before it."""
        ended = self._freed(draft, told) or self._of_sentence(draft, told)
        if ended is not None or not self._is_step(draft):
            return ended
        return self._of_paragraph(draft, told) or self._of_lead(draft, told)

    def _of_sentence(self, draft: Draft, told: list[Draft]) -> Time | None:
        """Return the date of an act told just before to the same people: "In 2016 men beat him; *his phone was broken*"."""
        word = draft.trigger.token
        dates = [t.i for t in word.sent if t.i in self.times]
        if (
            draft.time is not None
            or not draft.asserted
            or draft.type not in STEPS
            or len(dates) != 1
            or dates[0] > word.i
        ):
            return None
        if not _is_simple_past(word) or not has_subject(word) or _is_apart(word):
            return None
        before = (d for d in reversed(told) if d.trigger.token.sent.start == word.sent.start and d.type in GIVERS)
        one = next(before, None)
        if one is None or not one.asserted or word not in one.trigger.token.sent or one.trigger.token.i < dates[0]:
            return None
        return one.time if self._roots(one.targets) & self._roots(draft.targets) and not draft.perpetrators else None

    def _is_step(self, draft: Draft) -> bool:
        word = draft.trigger.token
        sentence = word.sent
        if draft.time is not None or not draft.asserted or draft.headline or draft.former or draft.quoted:
            return False
        freed = draft.type is EventType.RELEASE and CLOCK.search(self.doc.text_of(word.i, sentence.end))
        if draft.type not in STEPS and not freed:
            return False
        dated = self._lead is None or self._lead[0].start != sentence.start
        if not _is_simple_past(word) or any(
            (dated and self.circumstances.dates.is_of(t, word)) or t.lower_ in AGO for t in sentence
        ):
            return False
        return not any(_is_apart(t) for t in (word, *word.ancestors))

    def _of_paragraph(self, draft: Draft, told: list[Draft]) -> Time | None:
        """Return the day of the last act before it in its paragraph, where the same people go on."""
        sentence = draft.trigger.token.sent
        for other in reversed(told):
            before = other.trigger.token.sent
            if self._apart(before, sentence) > NEAR or "\n" in self._between(before, sentence):
                return None
            if other.time is None or not other.asserted or other.former or other.headline:
                continue
            if self._is_heard(other, draft):
                return other.time
            if other.type not in GIVERS or not self._goes_on(other, draft):
                return None
            coarse = other.time.earliest != other.time.latest
            return other.time if not coarse or self._befalls_the_same(other, draft) else None
        return None

    def _is_heard(self, one: Draft, other: Draft) -> bool:
        """Whether a judge has somebody held at the hearing told of: "X was *arraigned*. A judge ordered her held"."""
        heard = not HEARING.isdisjoint(readings(one.trigger.token)) and other.type is EventType.DETENTION
        judges = [self.clusters.attribute(i, "function") == "court" or self.clusters.kind(i) is Kind.OFFICIAL
                  for i in other.perpetrators]  # fmt: skip
        return heard and bool(judges) and all(judges) and bool(self._roots(one.targets) & self._roots(other.targets))

    def _befalls_the_same(self, one: Draft, other: Draft) -> bool:
        """Whether a narrative goes on within a month with those whom it told of: "In June, men held X. They beat him"."""
        near = self._apart(one.trigger.token.sent, other.trigger.token.sent) <= 1
        month = one.time is not None and (one.time.latest - one.time.earliest).days <= MONTH
        return near and month and bool(self._roots(one.targets) & self._roots(other.targets))

    def _freed(self, draft: Draft, told: list[Draft]) -> Time | None:
        """Return the time of the act that a release ends: "was held in March *before being let go*".

        How long the act went on is within its month; of a day only where the clock is told.
        """
        word = draft.trigger.token
        if draft.type is not EventType.RELEASE or draft.time is not None or not draft.asserted:
            return None
        if not any(c.lower_ == "before" and c.dep_ == "mark" for c in word.children):
            return None
        above = set(word.ancestors)
        over = next((d for d in reversed(told) if d.time is not None and d.trigger.token in above), None)
        if over is None or over.time is None:
            return None
        clock = CLOCK.search(self.doc.text_of(word.i, word.sent.end))
        return over.time if clock or over.time.earliest != over.time.latest else None

    def _goes_on(self, one: Draft, other: Draft) -> bool:
        """Whether the second of two acts is told as one more step of what the first is of."""
        if by_court(other, self.clusters):
            return False  # a court extends a detention on another day
        if one.place is not None and other.place is not None and not self._same(one.place, other.place):
            return False
        agents = self._roots(one.perpetrators), self._roots(other.perpetrators)
        if agents[0] & agents[1]:
            return not any(self.clusters.is_state(i) for i in other.perpetrators)
        if self._roots(one.targets) & self._roots(other.targets) and not all(agents):
            return True
        if agents[1]:
            return all(self._is_bare_force(i) for i in other.perpetrators) and self._may_be_force(one)
        passive = other.trigger.token.tag_ == "VBN"
        return (
            passive and self._may_be_force(one) and self._apart(one.trigger.token.sent, other.trigger.token.sent) == 1
        )

    def _may_be_force(self, draft: Draft) -> bool:
        """Whether an agency does an act, or may do it: "her home was searched"."""
        kinds = {self.clusters.kind(i) for i in draft.perpetrators}
        return kinds == {Kind.AGENCY} or (not kinds and draft.type in (EventType.SEARCH, EventType.DETENTION))

    def _is_bare_force(self, index: int) -> bool:
        """Whether a force is called by one word without an article, which takes up the one told of: "officers"."""
        mention = self.clusters.mentions[index]
        bare = mention.form is Form.DESCRIPTION and mention.end == mention.start + 1
        return bare and self.clusters.kind(index) is Kind.AGENCY

    def _of_lead(self, draft: Draft, told: list[Draft]) -> Time | None:
        """Return the day of the lead for what a report tells again, or further, in the paragraphs after it."""
        if self._lead is None or by_court(draft, self.clusters):
            return None
        lead, day, types = self._lead
        sentence = draft.trigger.token.sent
        if sentence.start == lead.start:
            return day if draft.type in types and self._is_beside_date(draft) else None
        between = range(lead.end, sentence.start)
        if not 0 < self._apart(lead, sentence) <= REACH or any(self._is_foreign(i, day) for i in between):
            return None
        if CLOCK.search(sentence.text):
            return day
        scene = [d for d in told if d.time == day and d.asserted and d.type in GIVERS]
        if any(self._shares(d, draft) for d in scene):
            return day
        firsts = [d for d in scene if d.trigger.token.sent.start == lead.start]
        return day if draft.type in types and all(self._sums_up(d, draft) for d in firsts) else None

    def _shares(self, one: Draft, other: Draft) -> bool:
        """Whether the agents of two acts are the same, or their victims and no others as agents."""
        agents = self._roots(one.perpetrators), self._roots(other.perpetrators)
        if agents[0] & agents[1]:
            return not any(self.clusters.is_state(i) for i in other.perpetrators)
        return bool(self._roots(one.targets) & self._roots(other.targets)) and not all(agents)

    def _sums_up(self, one: Draft, other: Draft) -> bool:
        """Whether a lead speaks of people of whom an act after it may tell by name: "three journalists were hurt"."""
        if one.type is not other.type:
            return True
        agents = self._roots(one.perpetrators), self._roots(other.perpetrators)
        unnamed = all(not self.clusters.named(i) and self.clusters.kind(i) in PEOPLE for i in one.targets)
        return unnamed and (not all(agents) or bool(agents[0] & agents[1]))

    @cached_property
    def _lead(self) -> tuple[Span, Time, frozenset[EventType]] | None:
        """The first sentence of a report with its one day and the types of the acts that it dates so."""
        lead = next((s for s in self.doc.sents if len(s) >= SHORTEST_LEAD and _last(s).text in ENDS), None)
        if lead is None:
            return None
        dates = [t for t in lead if t.i in self.times and not self._is_of_speech(t)]
        days = {self.times[t.i].time for t in dates}
        day = next(iter(days), None)
        if len(days) != 1 or day is None or day.earliest != day.latest:
            return None
        inside = [d for d in self.drafts if d.trigger.token.sent.start == lead.start and d.asserted and not d.headline]
        if any(d.time == day and d.type not in GIVERS for d in inside):
            return None  # a verdict of Monday does not date what led to it
        types = {d.type for d in inside if d.time == day} | {k for t in dates for k in self._acts_above(t)}
        nouns = (
            d for d in inside if d.trigger.token.pos_ == "NOUN"
        )  # "condemned an attack and called to find those who"
        types |= {d.type for d in inside if d.time is None and self._is_beside_date(d)} | {d.type for d in nouns}
        steps = frozenset(types & GIVERS)
        return (lead, day, steps) if steps else None

    def _is_of_speech(self, date: Token) -> bool:
        """Whether a date is of what somebody says, or of where he says it: "said in a report released today"."""
        verb = next((t for t in date.ancestors if t.pos_ == "VERB" and t.dep_ != "acl"), None)
        return verb is not None and self.circumstances.reach.scope.speaks_of(verb)

    def _acts_above(self, date: Token) -> frozenset[EventType]:
        """Return the types of the act of which a relative clause gives the date: "the assault which it met yesterday"."""
        verb = next((t for t in date.ancestors if t.pos_ == "VERB"), None)
        return acts_of(verb.head) if verb is not None and verb.dep_ in RELATIVE else frozenset()

    def _is_beside_date(self, draft: Draft) -> bool:
        """Whether the clause after an act, with a subject of its own, gives its day: "three were hurt and one held on"."""
        others = [t for t in draft.trigger.token.children if t.dep_ == "conj" and has_subject(t)]
        beside = [t for t in others if JUDICIAL.isdisjoint(readings(t)) and any(c.i in self.times for c in t.children)]
        return bool(beside)

    def _is_foreign(self, token: int, day: Time) -> bool:
        """Whether another date than that of the scene stands on a word."""
        told = self.times.get(token)
        return told is not None and told.time is not None and told.time != day

    def _roots(self, indices: tuple[int, ...]) -> set[int]:
        return {self.clusters.root(j) for i in indices for j in (i, *self.clusters.expand(i))}

    def _same(self, one: int, other: int) -> bool:
        return self.clusters.root(one) == self.clusters.root(other)

    def _apart(self, one: Span, other: Span) -> int:
        """Return how many sentences stand between two."""
        return self.number[other.start] - self.number[one.start]

    def _between(self, one: Span, other: Span) -> str:
        """Return the text from the last word of a sentence to the first of another."""
        last = _last(one)
        return self.doc.text[last.idx + len(last) : other.start_char]


ENDS = frozenset({".", "!", "?", '"', "”", ")"})
"""What a sentence ends with, and a headline does not."""


def _last(sentence: Span) -> Token:
    """Return the last word or sign of a sentence."""
    return next((t for t in reversed(sentence) if not t.is_space), sentence[-1])


def _is_simple_past(word: Token) -> bool:
    """Whether a verb is in the simple past: "beat", "was beaten", "began beating", "were stopped and | beaten"."""
    verb = word
    while verb.dep_ in ("conj", "xcomp") and verb.tag_ in ("VBN", "VBG") and not _helpers(verb):
        verb = verb.head
    helpers = _helpers(verb)
    if helpers & {"had", "has", "have", "been", "being", "is", "are", "be"}:
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helpers & {"was", "were"}))


def _helpers(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if c.dep_.startswith("aux")}


def _is_apart(word: Token) -> bool:
    """Whether a clause tells of another time, or of whom somebody is: "the men *who beat her*", "after he was hit"."""
    goes_on = any(c.lower_ == "then" for c in word.children)  # "by two men, who then smashed it"
    return (
        (word.dep_ in RELATIVE and not goes_on) or word.dep_ == "acl" or any(c.lower_ in ORDER for c in word.children)
    )
