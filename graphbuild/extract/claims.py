"""From mentions, relations and drafts to the model's claims, with ids, names and evidence.

Indices become content ids here: a referent's from the document and its first mention, an event claim's from the
document, its type, its trigger and its first target's span (DESIGN: identity).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.circumstances import Circumstances
from graphbuild.extract.clusters import Clusters
from graphbuild.extract.drafts import Draft
from graphbuild.extract.grounds import confidence
from graphbuild.extract.happenings import about
from graphbuild.extract.kinds import PRESS, thing
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.referents import Referents
from graphbuild.extract.relations import Found
from graphbuild.extract.subjects import VERBAL
from graphbuild.extract.syntax import Relation
from graphbuild.ids import make_id
from graphbuild.model import (
    Claims,
    Document,
    EventClaim,
    EventType,
    Evidence,
    Factuality,
    Kind,
    Participant,
    RelationClaim,
    Role,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.extract.tokens import Doc, Token

LISTED = frozenset({Kind.JOURNALIST, Kind.OFFICIAL, Kind.OUTLET, Kind.AGENCY})
"""Kinds that are listed when named, whether they take part in anything or not."""
BY_PRONOUN_ALONE = 0.5
"""Factor on the confidence of a claim one of whose participants no mention names or describes."""
GOVERNED = frozenset({Relation.OBJECT, Relation.OBLIQUE, Relation.OPEN_COMPLEMENT})
"""What a verb's quote includes, beside those who take part."""
BREAKS = frozenset({",", ";", ":", "(", "–", "—", "-"})
"""Where a phrase in a quote ends at the latest."""


class ClaimWriter:
    """Writes the claims of one document."""

    def __init__(self, document: Document, doc: Doc, clusters: Clusters, circumstances: Circumstances) -> None:
        self.document, self.doc, self.clusters, self.circumstances = document, doc, clusters, circumstances
        self.referents = Referents(document, clusters, circumstances)

    def write(self, relations: list[Found], drafts: list[Draft]) -> Claims:
        """Return all that the document says."""
        told = [r for r in relations if self.referents.tellable(r.subject) and self.referents.tellable(r.object)]
        kept = [
            d for d in map(self._apart, drafts) if d.targets or (d.perpetrators and d.type is EventType.LEGISLATION)
        ]
        relation_claims = [self._relation(r) for r in told]
        asserted = [d for d in kept if d.asserted]
        ids = {id(d): self._event_id(d) for d in kept}
        events = []
        for draft in kept:
            target = about(draft, asserted, self.clusters) if not draft.asserted else None
            events.append(self._event(draft, ids[id(draft)], ids[id(target)] if target is not None else None))
        for root in self.clusters.roots():
            if self.clusters.named(root) and self.clusters.kind(root) in LISTED:
                self.referents.id_of(root)
        unique = {e.id: e for e in sorted(events, key=lambda e: (e.confidence, not e.factuality.asserted))}
        ordered = sorted(unique.values(), key=lambda e: (e.evidence.trigger or Span(0, 0), e.id))
        return Claims(
            self.document, self.referents.listed(), tuple({r.id: r for r in relation_claims}.values()), tuple(ordered)
        )

    def _apart(self, draft: Draft) -> Draft:
        """Return a draft whose targets did nothing to themselves: a cluster on both sides is an agent wrongly joined."""
        agents = self.clusters.roots_of(draft.perpetrators)
        targets = tuple(i for i in draft.targets if self.clusters.root(i) not in agents)
        # what is done to the police or a court is no violation that anybody counts here
        people = any(self.clusters.kind(i) is not Kind.AGENCY for i in targets)
        return replace(draft, targets=targets if people else ())

    def _relation(self, found: Found) -> RelationClaim:
        subject, other = self.referents.id_of(found.subject), self.referents.id_of(found.object)
        evidence = self._evidence(found.start, found.end)
        key = (self.document.id, subject, found.predicate, other, found.position, evidence.start)
        return RelationClaim(
            id=make_id("rel", *key),
            document=self.document.id,
            subject=subject,
            predicate=found.predicate,
            object=other,
            evidence=evidence,
            confidence=round(found.confidence, 4),
            position=found.position,
            current=found.current,
        )

    def _event_id(self, draft: Draft) -> str:
        token = draft.trigger.token
        first = self.clusters.mentions[draft.targets[0]].span if draft.targets else None
        return make_id("ev", self.document.id, draft.type, token.idx, token.idx + len(token), first)

    def _event(self, draft: Draft, key: str, spoken_of: str | None) -> EventClaim:
        token = draft.trigger.token
        doubted = Factuality.ALLEGED if draft.reading.accused else Factuality.REPORTED
        participants = [self._participant(Role.PERPETRATOR, i, doubted) for i in draft.perpetrators]
        participants += [self._participant(Role.TARGET, i, Factuality.REPORTED) for i in draft.targets]
        start, end = self._stretch(draft)
        trigger = Span(token.idx, token.idx + len(token))
        evidence = self._evidence(start, end, trigger)
        speaker = draft.speaker
        return EventClaim(
            id=key,
            document=self.document.id,
            type=draft.type,
            factuality=draft.reading.factuality,
            participants=tuple(participants),
            evidence=evidence,
            confidence=round(self._confidence(draft), 4),
            subtype=draft.subtype,
            things=draft.things,
            time=draft.time,
            place=self.referents.id_of(draft.place) if draft.place is not None else None,
            collective=len(draft.perpetrators) > 1 and len(draft.targets) > 1,
            speaker=self.referents.id_of(speaker) if speaker is not None else None,
            quoted=draft.quoted,
            press=any(self.clusters.kind(i) in PRESS for i in draft.targets) or not draft.targets,
            charge=draft.charge,
            penalty=draft.penalty,
            about=spoken_of,
        )

    def _confidence(self, draft: Draft) -> float:
        nameless = [i for i in (*draft.perpetrators, *draft.targets) if not self.referents.tellable(i)]
        return confidence(draft, draft.confidence * (BY_PRONOUN_ALONE if nameless else 1.0), self.clusters)

    def _participant(self, role: Role, index: int, factuality: Factuality) -> Participant:
        mention = self.clusters.mentions[index]
        named_by = None
        if mention.form is not Form.NAME:
            named_by = self._nearest_name(index, mention)
        return Participant(role, self.referents.id_of(index), mention.span, named_by, factuality)

    def _nearest_name(self, index: int, mention: Mention) -> Span | None:
        names = [m for m in self.clusters.members(index) if m.form is Form.NAME]
        return min(names, key=lambda m: (abs(m.head - mention.head), m.head)).span if names else None

    def _stretch(self, draft: Draft) -> tuple[int, int]:
        """Return the tokens, inside the trigger's sentence, from the first to the last that the claim rests on.

        "On October 24, Kazakh police officers assaulted Toiken": the trigger with what it governs ("was placed under a
        board of trustees"), who takes part, what was taken, and where the sentence says them the day, the place, the
        charge and the penalty.
        """
        sentence = draft.trigger.token.sent
        taken = (t for t in draft.trigger.things if t.sent.start == sentence.start and thing(noun_lemma(t)) is not None)
        marks = [i for t in (*draft.trigger.words, *taken) for i in (t.i, t.i + 1)]
        marks += self._ends_of_phrases(draft.trigger.token)
        places = () if draft.place is None else (draft.place,)
        for index in (*draft.perpetrators, *draft.targets, *places):
            mention = self.clusters.mentions[index]
            if sentence.start <= mention.start and mention.end <= sentence.end:
                marks += [mention.start, mention.end]
        for start, end in self._told_beside(draft):
            span = self.doc.char_span(start, end)
            if span is not None and sentence.start <= span.start and span.end <= sentence.end:
                marks += [span.start, span.end]
        start = min(marks)
        opens = start > sentence.start and self.doc[start - 1].pos_ == "ADP" and start - 1 == sentence.start
        return start - opens, max(marks)

    def _ends_of_phrases(self, trigger: Token) -> Iterator[int]:
        """Yield where the phrases end that a verb governs after it, at a comma, dash or bracket at the latest."""
        syntax = self.circumstances.syntax
        for d in syntax.dependents(trigger):
            if d.relation in GOVERNED and trigger.i < d.token.i and trigger.pos_ in VERBAL:
                end = d.token.right_edge.i + 1
                yield next((t.i for t in self.doc[d.token.i : end] if t.text in BREAKS), end)

    def _told_beside(self, draft: Draft) -> Iterator[tuple[int, int]]:
        """Yield where a draft's day, charge and penalty stand in its sentence, in offsets."""
        sentence = draft.trigger.token.sent
        times = self.circumstances.times
        for token in sentence:
            if draft.time is not None and token.i in times and times[token.i].time == draft.time:
                yield times[token.i].start, times[token.i].end
        for phrase in filter(None, (draft.charge, draft.penalty)):
            start = self.document.text.find(phrase, sentence.start_char, sentence.end_char)
            if start >= 0:
                yield start, start + len(phrase)

    def _evidence(self, start: int, end: int, trigger: Span | None = None) -> Evidence:
        first, last = self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
        return Evidence(self.document.text[first:last], first, last, trigger)
