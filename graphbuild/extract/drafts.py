"""From triggers to drafts: one reading of one trigger, with everything that its sentence tells of the act.

A draft speaks in mentions and tokens; `claims.py` turns drafts into the model's claims once the report's other mentions
of the same happening have been merged into it (`happenings.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graphbuild.extract.circumstances import Circumstances
from graphbuild.extract.clauses import Argument
from graphbuild.extract.clusters import BODIES, PEOPLE
from graphbuild.extract.factuality import FactualityReader, Reading
from graphbuild.extract.kinds import thing
from graphbuild.extract.mentions import Form
from graphbuild.extract.participants import Participants
from graphbuild.extract.speakers import Speakers
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.extract.triggers import Trigger
from graphbuild.model import EventType, Factuality, Kind, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

R = Relation

INHERITED, PRONOUN, UNLISTED, HEADLINE = 0.93, 0.9, 0.85, 0.92
"""Factors on a unit's confidence: a participant by coordination or control, by a pronoun, by a noun no list knows; a
headline's telegram style."""
LONGEST_PHRASE = 25
"""Words of a charge or a penalty at most."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One act as one sentence tells it, in mentions (indices into the clusters) and tokens."""

    type: EventType
    trigger: Trigger
    reading: Reading
    perpetrators: tuple[int, ...]
    targets: tuple[int, ...]
    confidence: float
    time: Time | None = None
    place: int | None = None
    things: tuple[str, ...] = ()
    charge: str | None = None
    penalty: str | None = None
    subtype: str | None = None
    speaker: int | None = None
    quoted: bool = False
    merged: tuple[Draft, ...] = field(default=())

    @property
    def asserted(self) -> bool:
        """Whether the act is told as having happened."""
        return self.reading.factuality.asserted


class Drafter:
    """Drafts events from the triggers of one parse."""

    def __init__(
        self,
        syntax: Syntax,
        participants: Participants,
        circumstances: Circumstances,
        speakers: Speakers,
        headline_end: int,
    ) -> None:
        self.syntax, self.participants, self.circumstances = syntax, participants, circumstances
        self.speakers, self.headline_end = speakers, headline_end
        self.factuality = FactualityReader(syntax)
        self.clusters = participants.clusters

    def drafts(self, triggers: list[Trigger]) -> list[Draft]:
        """Return the drafts of all triggers that have the participants their type needs."""
        tokens = frozenset(t.token.i for t in triggers)
        return [d for t in triggers if (d := self._draft(t, tokens)) is not None]

    def _draft(self, trigger: Trigger, others: frozenset[int]) -> Draft | None:
        perpetrators = self._people(trigger.perpetrators, agent=True)
        targets = tuple(i for i in self._people(trigger.targets) if i not in perpetrators)
        if trigger.unit.type is EventType.LEGISLATION:
            targets = ()
            if not perpetrators:
                return None
        elif not targets:
            return None
        reading = self.factuality.read(trigger.token)
        if trigger.unit.factuality is not None:
            reading = reading.with_cue(trigger.unit.factuality, trigger.token)
        return Draft(
            type=trigger.unit.type,
            trigger=trigger,
            reading=reading,
            perpetrators=perpetrators,
            targets=targets,
            confidence=self._confidence(trigger),
            time=self.circumstances.time_of(trigger.token, others),
            place=self._place(trigger, perpetrators, others),
            things=self._things(trigger),
            charge=self._phrase(trigger, trigger.unit.charge),
            penalty=self._phrase(trigger, trigger.unit.penalty),
            subtype=trigger.unit.subtype,
            speaker=self.speakers.speaker(trigger.token, reading.speech),
            quoted=self.speakers.quoted(trigger.token),
        )

    def _people(self, arguments: tuple[Argument, ...], *, agent: bool = False) -> tuple[int, ...]:
        """Return one mention per participant, places that do not act left out."""
        found: dict[int, int] = {}
        for argument in arguments:
            index = self.participants.somebody(argument.token, agent=agent)
            if index is not None:
                found.setdefault(self.clusters.root(index), index)
        return tuple(found.values())

    def _place(self, trigger: Trigger, perpetrators: tuple[int, ...], others: frozenset[int]) -> int | None:
        own = self.circumstances.place_of(trigger.token, others)
        if own is not None:
            return own
        seats = (self.circumstances.seat(i) for i in perpetrators if self.clusters.kind(i) is Kind.AGENCY)
        return next((s for s in seats if s is not None), None)

    def _things(self, trigger: Trigger) -> tuple[str, ...]:
        found = [
            known[1] for t in trigger.things for each in self.syntax.conjuncts(t)
            if (known := thing(each.lemma_.lower())) is not None
        ]  # fmt: skip
        return tuple(dict.fromkeys(found))

    def _phrase(self, trigger: Trigger, slots: tuple[str, ...]) -> str | None:
        """Return the text's words in the first of the slots that is filled: "charges of libel" gives "libel"."""
        for slot in slots:
            for argument in trigger.clause.fill(slot):
                head = argument.token
                if self.participants.somebody(head) is not None:
                    continue
                if head.lemma_.lower() in ("charge", "accusation", "count", "suspicion", "ground", "article"):
                    inner = next((d.token for d in self.syntax.dependents(head, R.OBLIQUE) if d.preposition == "of"), None)
                    head = inner if inner is not None else head
                return self._words(head)
        return None

    def _words(self, head: Token) -> str | None:
        tokens = [t for t in head.subtree if head.i - LONGEST_PHRASE < t.i < head.i + LONGEST_PHRASE]
        while tokens and (tokens[0].dep_ in ("case", "det", "prep", "mark", "punct") or tokens[0].is_punct):
            tokens = tokens[1:]
        while tokens and (tokens[-1].is_punct or tokens[-1].is_space):
            tokens = tokens[:-1]
        if not tokens:
            return None
        return str(head.doc[tokens[0].i : tokens[-1].i + 1].text.replace("\n", " "))

    def _confidence(self, trigger: Trigger) -> float:
        value = trigger.unit.confidence
        for argument in (*trigger.perpetrators, *trigger.targets):
            value *= 1.0 if argument.direct else INHERITED
            index = self.participants.somebody(argument.token, agent=True)
            if index is None:
                continue
            mention = self.clusters.mentions[index]
            value *= PRONOUN if mention.form is Form.PRONOUN else 1.0
            unlisted = mention.kind in PEOPLE and mention.form is Form.DESCRIPTION and not mention.position
            value *= UNLISTED if unlisted and mention.kind not in BODIES and mention.function is None else 1.0
        return value * (HEADLINE if trigger.token.i < self.headline_end else 1.0)


def downgraded(draft: Draft, factuality: Factuality) -> Draft:
    """Return the draft read with another factuality."""
    return replace(draft, reading=replace(draft.reading, factuality=factuality))
