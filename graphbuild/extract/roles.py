"""Who fills the roles of a trigger's frame: from the slots of its clause to who did it and whom it befell.

The first slot of a role that names somebody fills it. A filler that takes part in nothing (a phone, an office, a face, an
article) stands for whose it is; a film or report that insults, for who made it. A possessor or a compound may stand on
either side of an event noun ("the editor's arrest", "the police's arrest of the editor"): a state body there is who did
it, unless the noun says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphbuild.extract.arguments import Argument
from graphbuild.extract.clauses import Clause, Clauses, Voice
from graphbuild.extract.kinds import BODIES, GATHERINGS, PEOPLE, is_abstract
from graphbuild.extract.lemmas import readings
from graphbuild.extract.mentions import Form
from graphbuild.extract.no_acts import ON_BODIES, tells_no_act
from graphbuild.extract.noun_phrases import BODY
from graphbuild.extract.participants import Participants
from graphbuild.extract.proxies import Proxies
from graphbuild.extract.surface import thing_of
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.lexicons.frames import LexicalUnit, load_frames
from graphbuild.model import EventType, Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation

EITHER = frozenset({"poss", "compound"})
"""Slots of an event noun that hold who did it or whom it was done to."""
"""Verbs whose subject is the maker of the text or programme that is their object."""
KEEPERS = ("police", "security", "military")
AT_THEIR_PLACE: dict[EventType, tuple[str, ...]] = {
    EventType.ASSAULT: KEEPERS,
    EventType.DETENTION: KEEPERS,
    EventType.INTERROGATION: (*KEEPERS, "prosecutor"),
    EventType.CONVICTION: ("court",),
}
"""Functions of bodies in whose rooms it is they who act; of a prison a report says only that somebody is in it."""
TRIAL_DEPTH = 3
"""Nouns between a verdict and its court: "at the end of a trial at the City Court"."""
AGENTIVE = re.compile(r"(er|or|ist|ian|ee|eur|ard|man|woman|men|women|people|folk|mate|ite|crat)$")
"""Endings of nouns for people: -er and -or of whoever does it, -ee of whom it is done to (Quirk et al. 1985, I.32)."""
NO_PERSON = frozenset(
    "number paper letter order matter meter kilometer server computer power offer manner border center theater error"
    " terror honor color sector factor corridor weather water fire year career quarter chapter cover banner poster"
    " river tower scooter helicopter trailer printer scanner router counter dinner summer winter answer corner layer"
    " door floor mirror labor humor rumor behavior favor tractor motor monitor committee fee guarantee employee-list"
    " coffee degree decree tree list board standard card award record yard guard-post hard drive site website cite"
    " satellite opposite rather other another ever member-state newsletter twitter filter folder register charter"
    " barrier career premier-league tear gear bar car war air hair pair repair affair canister mortar taser laser hammer"
    " cleaver dagger lighter cracker firecracker cruiser tanker bulldozer launcher bumper shutter bunker razor projector"
    " reactor silencer revolver rubber shower powder saber container trigger missile bullet pepper".split()
)
"""Nouns with such an ending that are no people."""
WILFUL = frozenset({EventType.THREAT, EventType.HARASSMENT, EventType.OBSTRUCTION})
WILLESS = frozenset(
    "cut cutback crisis unrest shortage climate competition debt price cost rate budget loss lack trend conflict".split()
)
"""Nouns for what wills nothing, beside those that end as abstract nouns do."""
MESSAGES = frozenset(
    "message letter call email e-mail text post comment note video leaflet caller voice statement decision order ban decree"
    " ruling judgment verdict court campaign article report film cordon barrier officer fatwa attack".split()
)
"""What somebody speaks or acts through."""
LACKING_WILL = 0.5
"""Factor on threats and obstructions whose agent is no one: "job cuts threaten reporters"."""
UNSAID = 0.75
"""Factor on a unit that asks for an agent of the state where the text names none: "was accused", "was called in"."""
CALLED = frozenset({"summon", "summons", "subpoena"})
"""Verbs whose *to* names who calls: "was summoned to the prosecutor's office"."""
E = EventType
OF_THINGS = frozenset({E.SEARCH, E.SEIZURE, E.DAMAGE})
"""Acts whose *of* brings what was searched or taken."""
TOGETHER = frozenset({E.DETENTION, E.CONVICTION, E.RELEASE, E.PROSECUTION, E.KILLING, E.ABDUCTION, E.INTERROGATION})
"""What befalls people "with" others: "was arrested with two colleagues"."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The roles of one unit in one clause, filled."""

    unit: LexicalUnit
    """with a lower confidence where the agent that it asks for is not told"""
    perpetrators: tuple[Argument, ...]
    targets: tuple[Argument, ...]


class RoleFiller:
    """Fills roles in one parse."""

    def __init__(self, syntax: Syntax, clauses: Clauses, participants: Participants) -> None:
        self.syntax, self.clauses, self.participants = syntax, clauses, participants
        self.frames, self.proxies = load_frames(), Proxies(syntax, clauses, participants)

    def fill(self, unit: LexicalUnit, clause: Clause) -> Roles | None:
        """Return who takes part, None where the unit does not take what its slots hold."""
        if clause.voice is Voice.PASSIVE and "agent" in unit.target:
            return None  # "was closed by" is no "closed": whoever ceases or dies is the subject of an active
        if tells_no_act(unit, clause, self.syntax) or not self._patient_fits(unit, clause):
            return None
        targets = self._targets(unit, clause)
        perpetrators = self._perpetrators(unit, clause, {a.token.i for a in targets})
        known = self._agent_fits(unit, [a.token for a in perpetrators or clause.fill("agent")])
        if known is None:
            return None
        factor = (1.0 if known else UNSAID) * (LACKING_WILL if self._lacks_will(unit, clause) else 1.0)
        return Roles(replace(unit, confidence=unit.confidence * factor) if factor < 1 else unit, perpetrators, targets)

    def _lacks_will(self, unit: LexicalUnit, clause: Clause) -> bool:
        """Whether what takes a will is said of an abstract noun: "the crisis threatens reporters"."""
        if unit.pos != "verb" or unit.type not in WILFUL or "agent" in unit.target:
            return False
        agents = [a.token for a in clause.fill("agent")]
        return bool(agents) and all(
            t.pos_ == "NOUN"
            and (is_abstract(t) or not WILLESS.isdisjoint(readings(t)))
            and MESSAGES.isdisjoint(readings(t))
            and self.participants.somebody(t, agent=True) is None
            for t in agents
        )

    def _agent_fits(self, unit: LexicalUnit, agents: list[Token]) -> bool | None:
        """Whether the agent is of the unit's class; None where it is another's, False where nothing names it."""
        if unit.agent == "any" or (unit.agent == "told" and agents):
            return True
        if any(self.participants.is_agent(t, unit.agent) for t in agents):
            return True
        return None if agents or unit.agent != "state" else False

    def _patient_fits(self, unit: LexicalUnit, clause: Clause) -> bool:
        """Whether what a unit's act is done to is of a class that the unit takes."""
        if unit.target == ("foretold",):
            return bool(clause.fill("foretold"))
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
        return any(True for s in others for a in clause.fill(s) for _ in self._stand_ins(a, unit))

    def _only_agents(self, fillers: Iterable[Argument]) -> bool:
        """Whether nothing but possible agents fills the slots of a noun: "police harassment"."""
        return all(a.slot in EITHER for a in fillers)

    def _fits(self, unit: LexicalUnit, argument: Argument) -> bool:
        """Whether a filler is of a unit's classes; a noun no list knows may be a person, and a face is somebody's."""
        wanted = unit.patient
        if self._is_called_the(argument.token):
            return False
        if unit.type is EventType.ASSAULT and argument.token.lemma_.lower() in GATHERINGS:
            return True  # violence against a rally is against those who hold it
        if "person" in wanted:
            if (unit.type in ON_BODIES and _is_body(argument.token)) or self._may_be_person(argument.token):
                return True
            if self._is_member(argument.token):
                return True
        return bool(self.participants.classes(argument.token) & wanted)

    def _is_called_the(self, token: Token) -> bool:
        """Whether what looks like somebody's name has an article before it, as ships and mountains have."""
        index = self.participants.mention(token)
        if index is None or self.participants.kind(index) is not Kind.PERSON:
            return False
        own = self.participants.own(index)
        if own.form is not Form.NAME or own.plural or own.end - own.start < 2 or token.tag_ == "NNPS":
            return False
        first = token.doc[own.start]
        return first.lower_ == "the" or (first.i > first.sent.start and first.nbor(-1).lower_ == "the")

    def _is_member(self, token: Token) -> bool:
        """Whether a word stands for people of a body: officers may be arrested too."""
        index = self.participants.mention(token)
        return index is not None and self.participants.clusters.mentions[index].member

    def _targets(self, unit: LexicalUnit, clause: Clause) -> tuple[Argument, ...]:
        suffering = (
            unit.pos == "noun" and unit.target not in ((), ("subject",)) and not self._is_about_nobody(unit, clause)
        )
        for slot in (*unit.target, "patient") if suffering else unit.target:
            fillers = self._owners(clause) if slot == "owner" else clause.fill(slot)
            if slot == "owner" and fillers and "patient" in unit.target:
                fillers = [*fillers, *filter(self._is_newsroom, clause.fill("patient"))]
            fillers = [a for a in fillers if not self._does(a, unit)]
            if slot == "from" and self._is_of_owner(fillers, clause):
                continue  # "took the phone of a reporter | from Radio Aksu"
            if slot == "poss" and unit.type in OF_THINGS and clause.fill("of"):
                continue  # "Keita's search of the archive"
            if unit.pos == "noun" and unit.patient:
                fillers = [a for a in fillers if self._fits(unit, a)]
            found = tuple(f for a in fillers for f in self._stand_ins(a, unit))
            if found:
                return found + self._companions(unit, clause, slot)
        return ()

    def _is_newsroom(self, argument: Argument) -> bool:
        """Whether what is searched is an outlet by its rooms, beside other things: "raided *the newsroom* and her home"."""
        known = thing_of(argument.token)
        return known is not None and known[0] == "premises" and self.participants.somebody(argument.token) is not None

    def _is_of_owner(self, fillers: list[Argument], clause: Clause) -> bool:
        """Whether a body after *from* says whose the owner of a thing is, and not whom it was taken from."""
        owners = [i for a in self._owners(clause) if (i := self.participants.somebody(a.token)) is not None]
        people = any(self.participants.kind(i) in PEOPLE for i in owners)
        bodies = [i for a in fillers if (i := self.participants.somebody(a.token)) is not None]
        return people and bool(bodies) and all(self.participants.kind(i) in BODIES for i in bodies)

    def _is_about_nobody(self, unit: LexicalUnit, clause: Clause) -> bool:
        """Whether an event noun is told to be of something else: "the investigation of crimes committed against X"."""
        fillers = [a for s in unit.target if s not in EITHER for a in clause.fill(s)]
        return bool(fillers and unit.patient) and not any(self._fits(unit, a) for a in fillers)

    def _owners(self, clause: Clause) -> list[Argument]:
        """Return whose the patients are that are nobody themselves: "raided her weekly" was done to the weekly."""
        things = [a for a in clause.fill("patient") if self.participants.somebody(a.token) is None]
        owners = [Argument("owner", o, a.direct) for a in things for o in self.clauses.owners(a.token)]
        return (
            owners if clause.fill("patient") else clause.fill("owner")
        )  # the thing may be of the unit: "posted | her address"

    def _does(self, argument: Argument, unit: LexicalUnit) -> bool:
        """Whether a possessor or compound of an event noun is rather who did it: a state body, "the gunmen's attacks".

        A body watches rather than being watched: "the NSA's surveillance".
        """
        if argument.slot not in EITHER or argument.slot not in unit.perpetrator:
            return False
        index = self.participants.somebody(argument.token, agent=True)
        if unit.type is E.SURVEILLANCE and index is not None and self.participants.kind(index) is Kind.ORGANIZATION:
            return True
        violent = unit.type in ON_BODIES and self.participants.is_doer(argument.token)
        return violent or self.participants.is_agent(argument.token, "state")

    def _stand_ins(self, argument: Argument, unit: LexicalUnit) -> Iterator[Argument]:
        """Yield the filler itself where it is somebody, else whose it is."""
        any_noun = "person" in unit.patient and not _is_body(argument.token)
        bodily = unit.type in ON_BODIES and _is_body(argument.token)
        if argument.slot != "owner" and (bodily or self._is_place_of_work(argument.token)):
            owners = [o for o in self.clauses.owners(argument.token) if self.participants.somebody(o) is not None]
            if owners:
                yield from (
                    Argument(argument.slot, o, argument.direct) for o in owners if not (bodily and self._has_no_body(o))
                )
                return
        if self._somebody(argument, unit.patient if any_noun else ()):
            yield argument
        elif argument.slot != "owner" and not self._is_looked_into(argument):
            for owner in self.clauses.owners(argument.token) or self.proxies.makers(argument.token):
                if self.participants.somebody(owner) is not None:
                    yield Argument(argument.slot, owner, argument.direct)

    def _is_looked_into(self, argument: Argument) -> bool:
        """Whether what fills a slot is an act, and so no thing of somebody's: a probe into the killing of X is none of X.

        "A warrant *for* the arrest of X" asks for the act.
        """
        acts = any(("noun", w) in self.frames.by_head for w in readings(argument.token))
        return acts and argument.slot not in ("for", "off")

    def _has_no_body(self, token: Token) -> bool:
        """Whether a pronoun stands for what has no head to hit: "threw a rock at *its* head"."""
        index = self.participants.somebody(token) if token.pos_ == "PRON" else None
        return index is not None and self.participants.kind(index) in BODIES

    def _is_place_of_work(self, token: Token) -> bool:
        """Whether a word for an outlet is one for its site or rooms as well: "the website of", "the newsroom of"."""
        known = thing_of(token)
        index = self.participants.mention(token)
        named = index is not None and self.participants.clusters.mentions[index].form is Form.NAME
        return known is not None and known[0] in ("site", "premises") and not named

    def _somebody(self, argument: Argument, patient: Iterable[str]) -> bool:
        any_noun = "person" in patient and self._may_be_person(argument.token)
        return self.participants.somebody(argument.token, any_noun=any_noun) is not None

    def _may_be_person(self, token: Token) -> bool:
        """Whether a noun that no list knows looks like one for people: by its ending, and by evoking no event."""
        lemmas = readings(token)
        known = any(w in NO_PERSON or ("noun", w) in self.frames.by_head for w in lemmas)
        if token.pos_ != "NOUN" or known or _is_body(token):
            return False
        return any(map(AGENTIVE.search, lemmas)) and "unknown" in self.participants.classes(token)

    def _companions(self, unit: LexicalUnit, clause: Clause, slot: str) -> tuple[Argument, ...]:
        """Return who suffers it with the target: "was arrested with two colleagues"."""
        if clause.voice is not Voice.PASSIVE or slot != "patient" or unit.type not in TOGETHER:
            return ()
        return tuple(a for a in clause.fill("with") if "person" in self.participants.classes(a.token))

    def _perpetrators(self, unit: LexicalUnit, clause: Clause, taken: set[int]) -> tuple[Argument, ...]:
        slots = (*unit.perpetrator, "agent") if unit.pos == "noun" and unit.perpetrator else unit.perpetrator
        if unit.pos == "noun" and unit.type is not E.PROSECUTION and self._has_object(unit, clause):
            slots = (*slots, "poss")
        for slot in dict.fromkeys(slots):
            found = tuple(
                a for a in clause.fill(slot)
                if a.token.i not in taken and self._is_doer(a, unit) and not self._is_law(a, clause)
            )  # fmt: skip
            if found:
                return found
        return self.proxies.doers(unit, clause) or self._by_place(unit, clause)

    def _is_law(self, argument: Argument, clause: Clause) -> bool:
        """Whether what stands between whose it is and an act is the law that it was done by: "his *PSA* detention"."""
        owned = argument.slot == "compound" and any(a.token.i < argument.token.i for a in clause.fill("poss"))
        return owned and argument.token.text.isupper() and not self.participants.is_agent(argument.token, "state")

    def _has_object(self, unit: LexicalUnit, clause: Clause) -> bool:
        """Whether an event noun has an object, so that its possessor is its subject: "the army's search *of X's home*".

        A noun's possessor is its subject or its object, its subject where *of* brings the object (Quirk et al. 1985,
        17.41). Whose charges or trial it is stays open: they are the accused's as often.
        """
        return any(clause.fill(s) for s in (*unit.target, *unit.thing) if s not in EITHER)

    def _is_doer(self, argument: Argument, unit: LexicalUnit) -> bool:
        """Whether a filler is somebody who acts; of violence a noun that no list knows may be: "by a cartel enforcer"."""
        unknown = unit.type in ON_BODIES and argument.slot in ("agent", "by") and self._may_be_person(argument.token)
        return self.participants.somebody(argument.token, agent=True, any_noun=unknown) is not None

    def _by_place(self, unit: LexicalUnit, clause: Clause) -> tuple[Argument, ...]:
        """Return the body in whose rooms somebody is held, questioned, hurt or sentenced: "was tortured in a KGB cell"."""
        functions = AT_THEIR_PLACE.get(unit.type, ())
        if not functions or not unit.perpetrator:
            return ()
        around = self.syntax.dependents(clause.trigger, R.OBLIQUE)
        rooms = [a.token for slot in ("at", "in", "inside") for a in clause.fill(slot)]
        led = "to" in unit.lemmas or not CALLED.isdisjoint(readings(clause.trigger))
        inside = ("at", "in", "inside", *(("to",) if led else ()))  # "was taken to the police station"
        terms = [d.token for d in around if unit.type is EventType.CONVICTION]  # "to nine years | at the City Court"
        for _ in range(TRIAL_DEPTH):
            below = [d for t in terms for d in self.syntax.dependents(t, R.OBLIQUE)]
            around, terms = around + below, [d.token for d in below]
        rooms += [d.token for d in around if d.preposition in inside and d.token not in rooms]
        whose = (d.token for room in rooms for d in self.syntax.dependents(room, R.COMPOUND, R.POSSESSOR))
        bodies = [*rooms, *whose]
        keepers = (t for t in bodies if any(self.participants.is_agent(t, function) for function in functions))
        return tuple(Argument("in", t) for t in keepers)[:1]


def _is_body(token: Token) -> bool:
    """Whether a noun is a part of somebody's body; "the acting *head* of Radio Aksu" is somebody."""
    if token.lemma_.lower() == "head" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "of":
        heads_body = any(c.lower_ in ("the", "a", "acting", "deputy", "former") for c in token.children)
        return not heads_body or any(c.ent_type_ == "PERSON" for c in token.children)
    return not BODY.isdisjoint(readings(token))
