"""What the admitted claims of one event say together: its node and its edges.

One report says that police detained Aliya Serik, another that unknown men did; a third only that she was detained. Its
edges keep apart who says what: each is as sure, and as doubtful, as the claims that name its participant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graphbuild.elements import edge, node
from graphbuild.evidence import Told, best, chosen, evidence_ids, least, shown, surest
from graphbuild.labels import TRIPLES
from graphbuild.model import NO_VIOLATION, Edge, Entity, EventClaim, EventType, Node, Time, Value
from graphbuild.resolve.places import is_country

PREPOSITIONS = {
    EventType.THREAT: "to",
    EventType.SEIZURE: "from",
    EventType.DAMAGE: "to",
    EventType.LAWSUIT: "against",
    EventType.CYBERATTACK: "on",
}
"""How an event's name joins its target, where not by "of"."""


@dataclass(frozen=True, slots=True)
class Act:
    """An event with the claims that tell it, and who takes part as entities."""

    id: str
    type: EventType
    claims: tuple[EventClaim, ...]
    agents: Mapping[str, Told]
    """entity → the claims that name it as agent, and how sure they are that it took part"""
    targets: Mapping[str, Told]
    entities: Mapping[str, Entity]
    place_of: Mapping[str, str]
    """claim → entity of its place"""
    verified: bool

    @property
    def time(self) -> Time | None:
        """The most precise time that a claim gives, of equally precise ones the first."""
        times = [c.time for c in self.claims if c.time]
        return min(times, key=lambda t: t.latest - t.earliest, default=None)

    @property
    def name(self) -> str:
        """What to call it: "Detention of Aliya Serik and 2 others"."""
        targets = sorted(self.targets, key=lambda e: not self.entities[e].named)
        if targets:
            more = len(targets) - 1
            others = f" and {more} other{'s' * (more > 1)}" if more else ""
            return f"{self.type} {PREPOSITIONS.get(self.type, 'of')} {self.entities[targets[0]].name}{others}"
        if self.type is EventType.LEGISLATION and (law := chosen(c.charge for c in self.claims)):
            return f"{self.type}: {law}"
        return f"{self.type} by {self.entities[next(iter(self.agents))].name}" if self.agents else str(self.type)


def act_node(act: Act) -> Node:
    """Return the event's node."""
    time, claims = act.time, act.claims
    properties: dict[str, Value | None] = {
        "name": act.name,
        "type": act.type.value,
        "subtype": chosen(c.subtype for c in claims),
        "date": time.edtf if time else None,
        "earliest": time.earliest if time else None,
        "latest": time.latest if time else None,
        "factuality": surest(c.factuality for c in claims).value,
        "press": any(c.press for c in claims),
        "collective": all(c.collective for c in claims),
        "things": tuple(dict.fromkeys(thing for c in claims for thing in c.things)),
        "charge": chosen(c.charge for c in claims),
        "penalty": chosen(c.penalty for c in claims),
        "reports": len({c.document for c in claims}),
        "confidence": best(claims),
        "verified": act.verified,
    }
    return node(act.id, act.type.value, properties)


def act_edges(act: Act) -> Iterator[Edge]:
    """Yield who did it, to whom and where, and the triples that follow."""
    agent = "AGENT" if act.type in NO_VIOLATION else "PERPETRATOR"
    for type, side in ((agent, act.agents), ("TARGET", act.targets)):
        for entity, told in side.items():
            yield edge(type, act.id, entity, None, shown(told))
    place = _place(act)
    if place:
        claims = [c for c in act.claims if act.place_of.get(c.id) == place]
        yield edge("AT", act.id, place, None, {"confidence": best(claims), "evidence": evidence_ids(claims)})
    if act.type in TRIPLES:
        yield from _triples(act)


def _triples(act: Act) -> Iterator[Edge]:
    """Yield an edge from agent to target for each pair that one claim names together."""
    date = act.time.edtf if act.time else None
    for agent, told_of_agent in act.agents.items():
        for target, told_of_target in act.targets.items():
            sure = {c.id: factuality for c, factuality in told_of_target}
            told = [(c, least(f, sure[c.id])) for c, f in told_of_agent if c.id in sure]
            if told:
                collective = all(c.collective for c, _ in told)
                properties = {**shown(told), "event": act.id, "date": date, "collective": collective}
                yield edge(TRIPLES[act.type], agent, target, act.id, properties)


def _place(act: Act) -> str | None:
    """Return the place that most claims give; a whole country only where none gives a place in it."""
    places = [act.place_of[c.id] for c in act.claims if c.id in act.place_of]
    narrow = [p for p in places if not is_country(act.entities[p])]
    return chosen(narrow or places)
