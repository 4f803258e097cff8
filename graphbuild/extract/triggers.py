"""Finds the words that evoke an event, and fills their frame's roles.

"Police broke his camera": *break* is a unit of Damage where its patient is a thing; the frame says that the agent is
the perpetrator and the thing's owner the target. A unit whose restrictions do not hold ("broke the news") evokes
nothing. Of several units on one word, more words win over fewer and, among equals, the surer one wins.

How roles are filled: the first slot of a role that names somebody fills it. A filler that takes part in nothing (a
phone, an office, a face) stands for whose it is. A possessor or a compound may stand on either side of an event noun
("the editor's arrest", "the police's arrest of the editor"): a state body there is who did it, unless the noun says
otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphbuild.extract.clauses import Argument, Clause, Clauses, Voice
from graphbuild.extract.kinds import thing
from graphbuild.extract.lemmas import readings
from graphbuild.extract.light_verbs import LightVerbs
from graphbuild.extract.mentions import Form
from graphbuild.extract.participants import Participants
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.extract.units import around, matched_words
from graphbuild.lexicons.frames import LexicalUnit, load_frames
from graphbuild.model import EventType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

R = Relation

EITHER = frozenset({"poss", "compound"})
"""Slots of an event noun that hold who did it or whom it was done to."""
BODY = frozenset(
    "face head arm leg back hand eye nose neck throat body chest stomach hair jaw rib shoulder finger skull life knee"
    " mouth ear foot side thigh spine abdomen forehead cheek lip tooth groin wrist ankle".split()
)
"""What is hit, grabbed or broken of a person."""
SHIFTING = frozenset({"against", "on", "to", "from", "for", "into", "over", "at", "toward", "towards"})
"""Prepositions of an object that may as well be its verb's."""
ON_BODIES = frozenset({EventType.ASSAULT, EventType.KILLING, EventType.THREAT})
AGENTIVE = re.compile(r"(er|or|ist|ian|ee|eur|ard|man|woman|men|women|people|folk|mate|ite|crat)$")
"""Endings of nouns for people: -er and -or of whoever does it, -ee of whom it is done to (Quirk et al. 1985, I.32)."""
NO_PERSON = frozenset(
    "number paper letter order matter meter kilometer server computer power offer manner border center theater error"
    " terror honor color sector factor corridor weather water fire year career quarter chapter cover banner poster"
    " river tower scooter helicopter trailer printer scanner router counter dinner summer winter answer corner layer"
    " door floor mirror labor humor rumor behavior favor tractor motor monitor committee fee guarantee employee-list"
    " coffee degree decree tree list board standard card award record yard guard-post hard drive site website cite"
    " satellite opposite rather other another ever member-state newsletter twitter filter folder register charter"
    " barrier career premier-league tear gear bar car war air hair pair repair affair".split()
)
"""Nouns with such an ending that are no people."""
UNSAID = 0.75
"""Factor on a unit that asks for an agent of the state where the text names none: "was accused", "was called in"."""
E = EventType
TOGETHER = frozenset({E.DETENTION, E.CONVICTION, E.RELEASE, E.PROSECUTION, E.KILLING, E.ABDUCTION, E.INTERROGATION})
"""What befalls people "with" others: "was arrested with two colleagues"."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that evokes an event, the unit it does it by, and its clause with the roles filled."""

    token: Token
    unit: LexicalUnit
    words: tuple[Token, ...]
    clause: Clause
    perpetrators: tuple[Argument, ...]
    targets: tuple[Argument, ...]
    things: tuple[Token, ...]


class TriggerFinder:
    """Matches lexical units on one parse."""

    def __init__(self, doc: Doc, syntax: Syntax, clauses: Clauses, participants: Participants) -> None:
        self.doc, self.syntax, self.clauses, self.participants = doc, syntax, clauses, participants
        self.light_verbs = LightVerbs(syntax, clauses)
        self.frames = load_frames()

    def find(self) -> Iterator[Trigger]:
        """Yield the triggers of a parse in text order."""
        covered: set[int] = set()
        for token in self.doc:
            for pos in _parts_of_speech(token):
                found = self._best(token, pos, covered)
                if found is not None:
                    covered |= {t.i for t in found.words}
                    yield found
                    break

    def _best(self, token: Token, pos: str, covered: set[int]) -> Trigger | None:
        heads = ((pos, lemma) for lemma in readings(token))
        units = next((known for head in heads if (known := self.frames.by_head.get(head))), ())
        if not units or token.i in covered:
            return None
        clause = self._clause(token, pos)
        lemmas = around(token, clause, self.syntax)
        for unit in units:
            if (unit.when and not unit.when & lemmas) or unit.unless & lemmas:
                continue
            words = matched_words(token, unit, self.syntax)
            if words is None or any(w.i in covered for w in words):
                continue
            found = self._fill(token, unit, words, clause)
            if found is not None:
                return found
        return None

    def _clause(self, token: Token, pos: str) -> Clause:
        """Return a trigger's clause, an event noun's with what its light verb says.

        The phrases of a verb's object count as the verb's, for parsers waver: "dropped the charges | against Keita".
        """
        clause = self.clauses.clause_of(token)
        if pos == "noun" and clause.voice is Voice.NOMINAL:
            return replace(clause, arguments=(*clause.arguments, *self.light_verbs.arguments(token)))
        objects = [a.token for a in clause.arguments if a.slot in ("patient", "theme") and a.token.i != token.i]
        things = [t for t in objects if t.pos_ == "NOUN" and self.participants.somebody(t) is None]
        phrases = (d for t in things for d in self.syntax.dependents(t, R.OBLIQUE) if d.preposition in SHIFTING)
        more = (Argument(d.preposition or "", m) for d in phrases for m in self.clauses.members(d.token))
        return replace(clause, arguments=(*clause.arguments, *more))

    def _fill(self, token: Token, unit: LexicalUnit, words: tuple[Token, ...], clause: Clause) -> Trigger | None:
        if clause.voice is Voice.PASSIVE and "agent" in unit.target:
            return None  # "was closed by" is no "closed": whoever ceases or dies is the subject of an active
        inside = {w.i for w in words}
        outside = replace(clause, arguments=tuple(a for a in clause.arguments if a.token.i not in inside))
        if not self._patient_fits(unit, outside):
            return None
        targets = self._targets(unit, outside)
        perpetrators = self._perpetrators(unit, outside, {a.token.i for a in targets})
        known = self._agent_fits(unit, [a.token for a in perpetrators or outside.fill("agent")])
        if known is None:
            return None
        unit = unit if known else replace(unit, confidence=unit.confidence * UNSAID)
        things = tuple(a.token for s in unit.thing or ("patient",) for a in outside.fill(s))
        return Trigger(token, unit, words, outside, perpetrators, targets, things)

    def _agent_fits(self, unit: LexicalUnit, agents: list[Token]) -> bool | None:
        """Whether the agent is of the unit's class; None where it is another's, False where nothing names it."""
        if unit.agent == "any" or any(self.participants.is_agent(t, unit.agent) for t in agents):
            return True
        return None if agents or unit.agent != "state" else False

    def _patient_fits(self, unit: LexicalUnit, clause: Clause) -> bool:
        """Whether what a unit's act is done to is of a class that the unit takes."""
        if not unit.patient:
            return True
        if unit.pos == "noun":
            slots = unit.target or unit.thing or unit.charge
            fillers = [a for s in slots for a in clause.fill(s)] or clause.fill("patient")
            return not fillers or any(self._fits(unit, a) for a in fillers) or self._only_agents(fillers)
        fillers = clause.fill("patient")
        if fillers or unit.target in ((), ("patient",)):
            return any(self._fits(unit, a) for a in fillers)
        others = [s for s in unit.target if s not in ("patient", "owner")]
        return any(self._somebody(a, ()) for s in others for a in clause.fill(s))

    def _only_agents(self, fillers: Iterable[Argument]) -> bool:
        """Whether nothing but possible agents fills the slots of a noun: "police harassment"."""
        return all(a.slot in EITHER for a in fillers)

    def _fits(self, unit: LexicalUnit, argument: Argument) -> bool:
        """Whether a filler is of a unit's classes; a noun no list knows may be a person, and a face is somebody's."""
        wanted = unit.patient
        if "person" in wanted:
            if (unit.type in ON_BODIES and _is_body(argument.token)) or self._may_be_person(argument.token):
                return True
            if self._is_member(argument.token):
                return True
        return bool(self.participants.classes(argument.token) & wanted)

    def _is_member(self, token: Token) -> bool:
        """Whether a word stands for people of a body: officers may be arrested too."""
        index = self.participants.mention(token)
        return index is not None and self.participants.clusters.mentions[index].member

    def _targets(self, unit: LexicalUnit, clause: Clause) -> tuple[Argument, ...]:
        suffering = unit.pos == "noun" and unit.target and not self._is_about_nobody(unit, clause)
        for slot in (*unit.target, "patient") if suffering else unit.target:
            fillers = self._owners(clause) if slot == "owner" else clause.fill(slot)
            fillers = [a for a in fillers if not self._does(a, unit)]
            if unit.pos == "noun" and unit.patient:
                fillers = [a for a in fillers if self._fits(unit, a)]
            found = tuple(f for a in fillers for f in self._stand_ins(a, unit))
            if found:
                return found + self._companions(unit, clause, slot)
        return ()

    def _is_about_nobody(self, unit: LexicalUnit, clause: Clause) -> bool:
        """Whether an event noun is told to be of something else: "the investigation of crimes committed against X"."""
        fillers = [a for s in unit.target if s not in EITHER for a in clause.fill(s)]
        return bool(fillers and unit.patient) and not any(self._fits(unit, a) for a in fillers)

    def _owners(self, clause: Clause) -> list[Argument]:
        """Return whose the patients are that are nobody themselves: "raided her weekly" was done to the weekly."""
        things = [a for a in clause.fill("patient") if self.participants.somebody(a.token) is None]
        return [Argument("owner", o, a.direct) for a in things for o in self.clauses.owners(a.token)]

    def _does(self, argument: Argument, unit: LexicalUnit) -> bool:
        """Whether a possessor or compound of an event noun is rather who did it: a state body."""
        both = argument.slot in EITHER and argument.slot in unit.perpetrator
        return both and self.participants.is_agent(argument.token, "state")

    def _stand_ins(self, argument: Argument, unit: LexicalUnit) -> Iterator[Argument]:
        """Yield the filler itself where it is somebody, else whose it is."""
        any_noun = "person" in unit.patient and not _is_body(argument.token)
        bodily = unit.type in ON_BODIES and _is_body(argument.token)
        if argument.slot != "owner" and (bodily or self._is_place_of_work(argument.token)):
            owners = [o for o in self.clauses.owners(argument.token) if self.participants.somebody(o) is not None]
            if owners:
                yield from (Argument(argument.slot, o, argument.direct) for o in owners)
                return
        if self._somebody(argument, unit.patient if any_noun else ()):
            yield argument
        elif argument.slot != "owner":
            for owner in self.clauses.owners(argument.token):
                if self.participants.somebody(owner) is not None:
                    yield Argument(argument.slot, owner, argument.direct)

    def _is_place_of_work(self, token: Token) -> bool:
        """Whether a word for an outlet is one for its site or rooms as well: "the website of", "the newsroom of"."""
        known = thing(token.lemma_.lower())
        index = self.participants.mention(token)
        named = index is not None and self.participants.clusters.mentions[index].form is Form.NAME
        return known is not None and known[0] in ("site", "premises") and not named

    def _somebody(self, argument: Argument, patient: Iterable[str]) -> bool:
        any_noun = "person" in patient and self._may_be_person(argument.token)
        return self.participants.somebody(argument.token, any_noun=any_noun) is not None

    def _may_be_person(self, token: Token) -> bool:
        """Whether a noun that no list knows looks like one for people: by its ending, and by evoking no event."""
        lemmas = readings(token)
        if token.pos_ != "NOUN" or any(w in NO_PERSON or ("noun", w) in self.frames.by_head for w in lemmas):
            return False
        return any(map(AGENTIVE.search, lemmas)) and "unknown" in self.participants.classes(token)

    def _companions(self, unit: LexicalUnit, clause: Clause, slot: str) -> tuple[Argument, ...]:
        """Return who suffers it with the target: "was arrested with two colleagues"."""
        if clause.voice is not Voice.PASSIVE or slot != "patient" or unit.type not in TOGETHER:
            return ()
        return tuple(a for a in clause.fill("with") if "person" in self.participants.classes(a.token))

    def _perpetrators(self, unit: LexicalUnit, clause: Clause, taken: set[int]) -> tuple[Argument, ...]:
        slots = (*unit.perpetrator, "agent") if unit.pos == "noun" and unit.perpetrator else unit.perpetrator
        for slot in dict.fromkeys(slots):
            found = tuple(
                a for a in clause.fill(slot)
                if a.token.i not in taken and self.participants.somebody(a.token, agent=True) is not None
            )  # fmt: skip
            if found:
                return found
        return ()


def _is_body(token: Token) -> bool:
    return not BODY.isdisjoint(readings(token))


def _parts_of_speech(token: Token) -> tuple[str, ...]:
    """Return which lists of units a token may be looked up in; taggers waver between participle and adjective."""
    if token.pos_ in ("VERB", "AUX"):
        return ("verb",)
    if token.pos_ == "ADJ":
        return ("verb", "adjective") if token.tag_ in ("VBN", "VBG") else ("adjective",)
    return ("noun",) if token.pos_ in ("NOUN", "PROPN") else ()
