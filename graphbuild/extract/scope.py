"""How far a date or a place holds: which clauses take part in a circumstance told above them.

"On Monday, the union condemned the arrest of Serikova": Monday is the day of the condemnation. A circumstance of a
verb holds for what the verb's event contains (a purpose, a manner, a coordinated act), not for what it only speaks of
or comes after.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from graphbuild.extract.discourse import acts_of
from graphbuild.extract.event_nouns import TRANSPARENT
from graphbuild.extract.kinds import GATHERINGS
from graphbuild.extract.lemmas import readings
from graphbuild.extract.rulings import is_ruled
from graphbuild.extract.syntax import Dependent, Relation, Syntax
from graphbuild.lexicons.words import SpeechVerb, load_words

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from graphbuild.extract.tokens import Token

R = Relation

LATER = frozenset({"later", "subsequently", "then", "afterwards", "afterward", "thereafter", "eventually", "since"})
ORDER = frozenset({"after", "before", "since", "until", "following", "prior to", "ahead of"})
"""Prepositions and conjunctions that put what follows them at another time."""
REACTIONS = frozenset(
    "condemn denounce deplore criticize criticise decry slam welcome regret demand call urge ask appeal protest react"
    " express voice reaffirm reiterate follow mark commemorate remember recall discuss investigate probe learn spark prompt"
    " trigger draw raise come call plead admit confess deny".split()
)
"""Verbs whose event is another than the one that their object or complement names."""
ENDING = frozenset("lift overturn quash annul revoke repeal end suspend withdraw drop cancel".split())
"""Verbs that tell the end of what began at another time."""
TOPICS = frozenset({"about", "over", "regarding", "concerning", "because of", "due to", "on charges of", "despite"})
DAYS = frozenset(
    {"day", "date", "eve", "night", "morning", "week", "month", "year", "anniversary", "aftermath", "wake"}
)
"""Nouns for a time at which something else happened."""
MEANWHILE = frozenset({"when", "while", "as", "whilst"})
"""Conjunctions of what goes on at the same time."""
TELLING = frozenset({"report", "write", "work", "speak", "comment", "blog", "focus"})
"""Verbs whose *on* names a topic."""
WORK = frozenset(
    "coverage reporting report article story post work activism writing column comment remark statement tweet broadcast"
    " role part involvement participation".split()
)
"""Nouns for what somebody is arrested for, which he did elsewhere and before."""
THERE = GATHERINGS | {"clash", "riot", "eviction", "demolition"}
"""What is reported on by those who are there."""
PUTTING_OFF = frozenset({"postpone", "adjourn", "delay", "defer", "reschedule", "move", "schedule", "set"})
FORCING = frozenset({"force", "compel", "oblige", "coerce"})
JUDICIAL = frozenset({"sentence", "convict", "charge", "fine", "indict", "deport", "release", "free"})
"""What follows an arrest on another day as often as not."""
TRYING = frozenset({"acquit", "clear", "convict", "sentence", "jail", "imprison", "charge", "indict", "try"})
"""What is done to somebody for an act of his, on another day than that of the act."""
AT_FIRST = frozenset({"originally", "initially", "previously", "earlier", "first", "formerly"})
"""Adverbs of what came before the rest of its sentence."""
CALLING = frozenset({"summon", "summons", "subpoena", "call", "invite", "schedule"})
COUNTED = frozenset({"after", "before", "following"})
ENDS = frozenset({"until", "till", "pending"})
"""Prepositions of what ends a state."""
UNITS = frozenset({"hour", "day", "week", "month", "year"})
"""What is counted from another act, and the words for it: "two weeks after his arrest"."""
ACTIONS = frozenset(
    "operation crackdown clash protest unrest coup purge violence repression sweep action demonstration rally riot"
    " clampdown offensive fighting war election campaign escalation persecution".split()
)
"""Nouns for what acts are part of: their time is that of the acts."""
VERBAL = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN")


class Scope:
    """Judges steps between words of one parse."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax

    def ends(self, token: Token, up: Dependent, *, time: bool) -> bool:
        """Whether the circumstances of a governor are none of a word's."""
        if up.relation in (R.RELATIVE, R.APPOSITION, R.PARATAXIS, R.ADNOMINAL):
            return True
        if up.relation is R.ADJECTIVE and token.tag_ in ("VBN", "VBG"):
            return True
        if up.relation is R.CONJUNCT and up.token.lower_ == "born":
            return True  # "was born in Osh in 1980 and was killed"
        if up.relation is R.CONJUNCT and token.pos_ in VERBAL and up.token.pos_ in NOMINAL:
            return True  # "was a reporter for a station in Osh and was killed" elsewhere
        if not time:
            return token.lemma_ in DAYS and up.relation in (
                R.OBLIQUE,
                R.TIME,
            )  # "on the day of his trial, X was held in Osh"
        if up.preposition in ORDER or self._is_later(token) or self._came_before(token, up) or _was_over(token):
            return True
        if token.pos_ == "NOUN" and (up.token.lemma_.lower() in ENDING or _is_only_about(up)):
            return True  # "the ban on X was lifted in May"
        if is_ruled(token, self.syntax):
            return False  # a court does it by saying so: "ruled on Tuesday that X be held"
        if up.token.pos_ in VERBAL and (up.relation is R.COMPLEMENT or token.pos_ in NOMINAL):
            return self.speaks_of(up.token) or (up.relation is R.SUBJECT and self._acts_on(up.token))
        return False

    def speaks_of(self, verb: Token) -> bool:
        """Whether a verb only tells of what another one says, or reacts to it."""
        lemma = verb.lemma_.lower()
        return lemma in REACTIONS or load_words(SpeechVerb).get([lemma]) is not None

    def _acts_on(self, verb: Token) -> bool:
        """Whether a verb tells of a second event that its subject brings about: "his arrest sparked protests"."""
        return verb.lemma_ not in ("take", "make", "carry") and self.syntax.first(verb, R.OBJECT) is not None

    def _is_later(self, token: Token) -> bool:
        """Whether a word says that what it tells came after what was told before it."""
        return any(d.token.lower_ in LATER for d in self.syntax.dependents(token, R.ADVERB))

    def _came_before(self, token: Token, up: Dependent) -> bool:
        """Whether a participle at the head of a sentence tells of an earlier step: "Arrested in Osh, X was freed on"."""
        fronted = up.relation is R.ADVERBIAL and token.tag_ == "VBN" and token.i < up.token.i
        at_first = any(d.token.lower_ in AT_FIRST for d in self.syntax.dependents(token, R.ADVERB))
        return fronted and (at_first or not JUDICIAL.isdisjoint(readings(up.token)))

    def is_clause(self, d: Dependent) -> bool:
        """Whether a dependent is a clause with circumstances of its own.

        What one is forced or let to do is one act with it (implicative verbs, Karttunen 1971): "let him go | on Monday".
        """
        if d.relation is R.OPEN_COMPLEMENT and not (FORCING | {"let"}).isdisjoint(readings(d.token.head)):
            return False
        return d.relation in (R.ADVERBIAL, R.OPEN_COMPLEMENT, R.CONJUNCT) and d.token.pos_ in VERBAL

    def is_topic(self, d: Dependent, *, place: bool) -> bool:
        """Whether a phrase names what an act is about or follows on, not what happens in it."""
        if d.relation is not R.OBLIQUE:
            return False
        if place and d.preposition == "on":
            up = self.syntax.governor(d.token)
            there = d.token.lemma_.lower() in THERE  # "while reporting on the war in Ukraine"
            return up is not None and up.token.lemma_ in TELLING and not there
        if d.preposition in ("for", "over") and not WORK.isdisjoint(readings(d.token)):
            return True  # "was arrested for her coverage of the outbreak in Wuhan last year"
        return d.preposition in TOPICS or (place and d.preposition in ORDER)

    def is_anothers(self, date: Token, trigger: Token, starts: Container[int]) -> bool:
        """Whether a date that stands in an act's clause is of something else, wherever a parse hangs it.

        `starts` are the tokens at which dates begin.
        """
        counted = self._is_counted_from(date, trigger, starts)
        return (
            counted
            or _is_beyond_semicolon(date, trigger)
            or _is_of_example(date, trigger)
            or self._is_of_first(date, trigger)
            or _is_of_subject(date, trigger)
            or _is_of_end(date, trigger)
            or self.is_put_off_to(date)
            or self._is_appointment(date, trigger)
            or self._is_of_offence(date, trigger)
            or self._is_of_verdict(date, trigger)
        )

    def _is_appointment(self, date: Token, trigger: Token) -> bool:
        """Whether a date is that for which somebody is called: "was summoned *for* Saturday"."""
        up = self.syntax.governor(date)
        return up is not None and up.preposition == "for" and not CALLING.isdisjoint(readings(trigger))

    def is_put_off_to(self, date: Token) -> bool:
        """Whether a date is that to which something is put off: "while postponing the trial *to* July 18"."""
        up = self.syntax.governor(date)
        while up is not None and up.token.pos_ not in VERBAL:
            if up.preposition in ("to", "until", "till"):
                break
            up = self.syntax.governor(up.token)
        if up is None or up.preposition not in ("to", "until", "till"):
            return False
        verb = next((t for t in (up.token, *up.token.ancestors) if t.pos_ in VERBAL), None)
        return verb is not None and not PUTTING_OFF.isdisjoint(readings(verb))

    def _is_of_offence(self, date: Token, trigger: Token) -> bool:
        """Whether a year or month is that of what somebody is held or tried for: "convicted of the murder of X in 1979"."""
        between = date.doc[trigger.i + 1 : date.i]
        if trigger.pos_ not in VERBAL or "in" not in (t.text for t in between[-2:]):
            return False
        ups = ((t, self.syntax.governor(t)) for t in between if t.pos_ == "NOUN" or t.tag_ == "VBG")
        return any(
            up is not None and acts_of(t)
            and (up.preposition in ("for", "over") or (up.preposition == "of" and up.token == trigger))
            for t, up in ups
        )  # fmt: skip

    def _is_of_verdict(self, date: Token, trigger: Token) -> bool:
        """Whether a day is that on which somebody was tried for an act: "acquitted of the murder of X on Monday"."""
        up = self.syntax.governor(trigger)
        tried = up is not None and up.preposition in ("of", "for", "over") and not TRYING.isdisjoint(readings(up.token))
        if up is None or not tried or trigger.i < up.token.i:
            return False
        return date.i < trigger.i or not self._is_of_offence(date, up.token)

    def _is_of_first(self, date: Token, trigger: Token) -> bool:
        """Whether a date is only of the verb before: "was arrested on May 3 and sentenced to six years".

        What has gone on since then began then, and nothing else did: "has been abroad since 2018 and was threatened".
        """
        up = self.syntax.governor(trigger)
        since = any(c.lower_ == "since" for c in date.children)
        if since and up is not None and up.relation is R.OBJECT:
            up = self.syntax.governor(up.token)
        if up is None or up.relation is not R.CONJUNCT or not up.token.i < date.i < trigger.i:
            return False
        if since:
            return True
        return not JUDICIAL.isdisjoint(readings(trigger)) and JUDICIAL.isdisjoint(readings(up.token))

    def _is_counted_from(self, date: Token, trigger: Token, starts: Container[int]) -> bool:
        """Whether a date is that of what stands between: "two weeks after his arrest on May 3, X was charged"."""
        before = date.doc[date.sent.start : date.i]
        clause = takewhile(lambda t: not t.is_punct, reversed(before))
        link = next((t.i for t in clause if t.lower_ in COUNTED), None)
        if link is None or link < trigger.i <= date.i or link + 1 in starts:
            return False
        return date.doc[link - 1].lemma_.lower() in UNITS


def _is_of_example(date: Token, trigger: Token) -> bool:
    """Whether a date is that of one of several acts: "there were attacks, *including the murder of X in 2005*"."""
    between = date.doc[trigger.i + 1 : date.i]
    example = next((t.i for t in reversed(between) if t.lower_ == "including"), None)
    if example is None or date.doc[date.left_edge.i - 1].text == ",":
        return False
    return any(t.pos_ == "NOUN" and acts_of(t) for t in date.doc[example : date.i])


def _was_over(verb: Token) -> bool:
    """Whether what a clause tells had happened by the time of the rest: "was charged in May; he *had already fled*"."""
    words = {c.lower_ for c in verb.children}
    return "had" in words and "already" in words


def _is_beyond_semicolon(date: Token, trigger: Token) -> bool:
    """Whether a date is that of the next sentence but for a full stop: "was summoned in May; on the 30th, she was held"."""
    return any(t.text == ";" for t in date.doc[trigger.i : date.i])


def _is_of_end(date: Token, trigger: Token) -> bool:
    """Whether a date is that of what ends a state: "was held *until* her trial on May 3"."""
    before = takewhile(lambda t: t.i > trigger.i and not t.is_punct, _before(date))
    nearest = next((t for t in before if t.pos_ in VERBAL or t.lower_ in ENDS), None)
    return nearest is not None and nearest.lower_ in ENDS


def _before(token: Token) -> Iterator[Token]:
    """Yield the words of a sentence before one, backwards."""
    return (token.doc[i] for i in range(token.i - 1, token.sent.start - 1, -1))


def _is_only_about(up: Dependent) -> bool:
    """Whether the noun over an event noun is neither an event nor a count of events.

    "On Monday police arrested a suspect in *connection* with the murder", "admitted a *role* in the killing".
    """
    if up.relation is not R.OBLIQUE or up.token.pos_ != "NOUN":
        return False
    return up.token.lemma_.lower() not in TRANSPARENT | ACTIONS and not acts_of(up.token)


def _is_of_subject(date: Token, trigger: Token) -> bool:
    """Whether a bare year ends the phrase that says what a text was about.

    "Was detained over a report about the elections in 2021"; a day there is the act's.
    """
    about = [t.i for t in date.doc[trigger.i : date.i] if t.lower_ == "about" and t.dep_ == "case"]
    if not about or not date.is_digit:
        return False
    return all(t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "ADP", "PART") for t in date.doc[about[-1] : date.i])
