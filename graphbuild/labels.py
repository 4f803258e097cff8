"""The labels of nodes and the types of edges, in one place.

A reporter is `:Journalist:Person:Entity`: one leaf, on which a load merges, and its parents. An assault is
`:Assault:Violation:Event:Entity`; a release and a law are events, but no violations.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

from graphbuild.model import NO_VIOLATION, EventType, Kind, Predicate

ROOT = "Entity"
EVIDENCE, DOCUMENT = "Evidence", "Document"

_KINDS = {
    Kind.JOURNALIST: ("Person", ROOT),
    Kind.OFFICIAL: ("Person", ROOT),
    Kind.PERSON: (ROOT,),
    Kind.OUTLET: ("Organization", ROOT),
    Kind.AGENCY: ("Organization", ROOT),
    Kind.ORGANIZATION: (ROOT,),
    Kind.GROUP: (ROOT,),
    Kind.PLACE: (ROOT,),
}
_EVENTS = {t: ("Event", ROOT) if t in NO_VIOLATION else ("Violation", "Event", ROOT) for t in EventType}

LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **{kind.value: parents for kind, parents in _KINDS.items()},
        **{type.value: parents for type, parents in _EVENTS.items()},
        EVIDENCE: (ROOT,),
        DOCUMENT: (ROOT,),
    }
)
"""Leaf label → its parents, the nearest first."""

TRIPLES: Mapping[EventType, str] = MappingProxyType(
    {
        EventType.KILLING: "KILLED",
        EventType.ASSAULT: "ASSAULTED",
        EventType.ABDUCTION: "ABDUCTED",
        EventType.THREAT: "THREATENED",
        EventType.HARASSMENT: "HARASSED",
        EventType.DETENTION: "DETAINED",
        EventType.INTERROGATION: "INTERROGATED",
        EventType.PROSECUTION: "PROSECUTED",
        EventType.CONVICTION: "CONVICTED",
        EventType.RELEASE: "RELEASED",
        EventType.SEARCH: "SEARCHED",
        EventType.SEIZURE: "SEIZED_FROM",
        EventType.DAMAGE: "DAMAGED_PROPERTY_OF",
        EventType.OBSTRUCTION: "OBSTRUCTED",
        EventType.CENSORSHIP: "CENSORED",
        EventType.EXPULSION: "EXPELLED",
        EventType.LAWSUIT: "SUED",
        EventType.SURVEILLANCE: "SURVEILLED",
        EventType.CYBERATTACK: "HACKED",
    }
)
"""Event type → the edge from agent to target that is derived from it; none for Legislation."""

RELATIONS: Mapping[Predicate, str] = MappingProxyType(
    {
        Predicate.WORKS_FOR: "WORKS_FOR",
        Predicate.FOUNDED: "FOUNDED",
        Predicate.OWNS: "OWNS",
        Predicate.PART_OF: "PART_OF",
        Predicate.FUNDS: "FUNDS",
        Predicate.BASED_IN: "BASED_IN",
        Predicate.REPRESENTS: "REPRESENTS",
        Predicate.RELATIVE_OF: "RELATIVE_OF",
    }
)
"""Predicate → the type of its edge."""

STRUCTURE = ("PERPETRATOR", "AGENT", "TARGET", "AT", "EVIDENCE", "FROM", "SPEAKER", "CASE")
"""The types of the edges that hold events together."""

EDGE_TYPES: tuple[str, ...] = (*STRUCTURE, *RELATIONS.values(), *TRIPLES.values())
"""Every type of edge."""


def all_labels(leaf: str) -> tuple[str, ...]:
    """Return a leaf and its parents.

    >>> all_labels("Assault"), all_labels("Release")
    (('Assault', 'Violation', 'Event', 'Entity'), ('Release', 'Event', 'Entity'))
    """
    return (leaf, *LABELS[leaf])


def nearest_parents() -> dict[str, str | None]:
    """Return every label with its nearest parent, parents first, for engines whose types inherit from one other.

    >>> list(nearest_parents().items())[:3]
    [('Entity', None), ('Person', 'Entity'), ('Journalist', 'Person')]
    """
    nearest: dict[str, str | None] = {ROOT: None}
    for leaf in LABELS:
        for parent, child in pairwise(reversed(all_labels(leaf))):
            nearest.setdefault(child, parent)
    return nearest
