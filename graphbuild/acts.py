"""What the admitted claims of one event say together: its node and its edges.

One report says that police detained Aliya Serik, another that unknown men did; a third only that she was detained. Its
edges keep apart who says what: each is as sure, and as doubtful, as the claims that name its participant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graphbuild.content import Content
from graphbuild.elements import edge, node
from graphbuild.evidence import best, chosen, evidence_ids, least, shown, surest
from graphbuild.labels import TRIPLES
from graphbuild.model import (
    NO_VIOLATION,
    Edge,
    Entity,
    Event,
    EventClaim,
    EventType,
    Factuality,
    Node,
    Role,
    Time,
    Value,
)
from graphbuild.resolve.places import is_country

PREPOSITIONS = {
    EventType.THREAT: "to",
    EventType.SEIZURE: "from",
    EventType.DAMAGE: "to",
    EventType.LAWSUIT: "against",
    EventType.CYBERATTACK: "on",
}
"""How an event's name joins its target, where not by "of"."""

Side = Mapping[str, Mapping[str, Factuality]]
"""Entity → the claims that name it in a role, and how sure each is that it took part."""


@dataclass(frozen=True, slots=True)
class Act:
    """An event with the claims that tell it, and who takes part."""

    event: Event
    claims: Mapping[str, EventClaim]
    """those that count"""
    agents: Side
    targets: Side
    entities: Mapping[str, Entity]
    place_of: Mapping[str, str]
    """claim → entity of its place"""
    verified: bool
    """whether a person found one of the claims right"""

    @property
    def time(self) -> Time | None:
        """The most precise time that a claim gives, of equally precise ones the first."""
        times = [c.time for c in self.claims.values() if c.time]
        return min(times, key=lambda t: t.latest - t.earliest, default=None)

    @property
    def name(self) -> str:
        """What to call it: "Detention of Aliya Serik and 2 others"."""
        type = self.event.type
        targets = sorted(self.targets, key=lambda e: not self.entities[e].named)
        if targets:
            more = len(targets) - 1
            others = f" and {more} other{'s' * (more > 1)}" if more else ""
            return f"{type} {PREPOSITIONS.get(type, 'of')} {self.entities[targets[0]].name}{others}"
        if type is EventType.LEGISLATION and (law := chosen(c.charge for c in self.claims.values())):
            return f"{type}: {law}"
        return f"{type} by {self.entities[next(iter(self.agents))].name}" if self.agents else str(type)


def make_act(event: Event, content: Content) -> Act | None:
    """Return what the claims of an event that count say; none where none counts."""
    told = {c: content.events[c] for c in event.claims if content.admission.admits(content.events[c])}
    if not told:
        return None
    targets = _side(told.values(), Role.TARGET, content)
    # reports may contradict each other; the victim never becomes the agent
    agents = {e: by for e, by in _side(told.values(), Role.PERPETRATOR, content).items() if e not in targets}
    placed = ((c.id, content.entity_of.get(c.place)) for c in told.values() if c.place is not None)
    place_of = {claim: place for claim, place in placed if place is not None}
    verified = not content.admission.right.isdisjoint(told)
    return Act(event, told, agents, targets, content.entities, place_of, verified)


def act_node(act: Act) -> Node:
    """Return the event's node."""
    claims = tuple(act.claims.values())
    properties: dict[str, Value | None] = {
        **_kind_and_time(act),
        "name": act.name,
        "subtype": chosen(c.subtype for c in claims),
        "factuality": surest(c.factuality for c in claims).value,
        "collective": all(c.collective for c in claims),
        "things": tuple(dict.fromkeys(thing for c in claims for thing in c.things)),
        "charge": chosen(c.charge for c in claims),
        "penalty": chosen(c.penalty for c in claims),
        "reports": len({c.document for c in claims}),
        "confidence": best(claims),
        "verified": act.verified,
    }
    return node(act.event.id, act.event.type.value, properties)


def act_edges(act: Act) -> Iterator[Edge]:
    """Yield who did it, to whom and where, and the triples that follow."""
    agent = "AGENT" if act.event.type in NO_VIOLATION else "PERPETRATOR"
    for type, side in ((agent, act.agents), ("TARGET", act.targets)):
        for entity, told in side.items():
            yield edge(type, act.event.id, entity, None, shown(act.claims, told))
    place = _place(act)
    if place:
        claims = [c for c in act.claims.values() if act.place_of.get(c.id) == place]
        yield edge("AT", act.event.id, place, None, {"confidence": best(claims), "evidence": evidence_ids(claims)})
    if act.event.type in TRIPLES:
        yield from _triples(act)


def _triples(act: Act) -> Iterator[Edge]:
    """Yield an edge from agent to target for each pair that one claim names together.

    It carries what queries ask of its event: to find the event of each edge would cost a look-up for every row.
    """
    known = {"event": act.event.id, **_kind_and_time(act)}
    for agent, by in act.agents.items():
        for target, to in act.targets.items():
            told = {c: least(by[c], to[c]) for c in by if c in to}
            if told:
                collective = all(act.claims[c].collective for c in told)
                pair = {**shown(act.claims, told), **known, "collective": collective}
                yield edge(TRIPLES[act.event.type], agent, target, act.event.id, pair)


def _kind_and_time(act: Act) -> dict[str, Value | None]:
    """Return what an event's node and its triples both say."""
    time = act.time
    return {
        "type": act.event.type.value,
        "press": any(c.press for c in act.claims.values()),
        "date": time.edtf if time else None,
        "earliest": time.earliest if time else None,
        "latest": time.latest if time else None,
    }


def _side(claims: Iterable[EventClaim], role: Role, content: Content) -> dict[str, dict[str, Factuality]]:
    side: dict[str, dict[str, Factuality]] = {}
    for claim in claims:
        for p in claim.participants:
            entity = content.entity_of.get(p.referent)
            if p.role is role and entity and p.factuality.asserted:
                told = side.setdefault(entity, {})
                told[claim.id] = surest((least(claim.factuality, p.factuality), told.get(claim.id)))
    taken = {e: {c: f for c, f in told.items() if content.admission.takes(f)} for e, told in side.items()}
    return {e: told for e, told in taken.items() if told}


def _place(act: Act) -> str | None:
    """Return the place that most claims give; a whole country only where none gives a place in it."""
    places = [act.place_of[c] for c in act.claims if c in act.place_of]
    return chosen(p for p in places if not is_country(act.entities[p])) or chosen(places)
