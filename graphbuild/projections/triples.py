"""What a document says, a line for each triple: the quickest look at an extraction.

    Kazakh police assaulted Saniya Toiken  [2020-10-24, Nur-Sultan]  "On October 24, Kazakh police officers assaulted …"

An act whose agent the text does not name has "?" in its place; what is only alleged says so in the brackets.
"""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.labels import TRIPLES
from graphbuild.model import Claims, EventClaim, EventType, Factuality, Predicate, Role
from graphbuild.threshold import STANDARD, Threshold

RELATIONS = {
    Predicate.WORKS_FOR: "works for",
    Predicate.FOUNDED: "founded",
    Predicate.OWNS: "owns",
    Predicate.PART_OF: "is part of",
    Predicate.FUNDS: "funds",
    Predicate.BASED_IN: "is based in",
    Predicate.REPRESENTS: "represents",
    Predicate.RELATIVE_OF: "is a relative of",
}


def triples(claims: Claims, threshold: Threshold = STANDARD) -> Iterator[tuple[str, str, str]]:
    """Yield (triple, circumstances, quote) for each claim that passes the threshold, in text order."""
    names = {r.id: r.name for r in claims.referents}
    for event in filter(threshold.admits, claims.events):
        for agent in event.of_role(Role.PERPETRATOR) or ("?",):
            for target in event.of_role(Role.TARGET) or ("",):
                act = _act(event, names.get(agent, "?"), names.get(target, ""))
                yield act, _when(event, names), event.evidence.quote
    for relation in filter(threshold.admits, claims.relations):
        verb = RELATIONS[relation.predicate] if relation.current else f"formerly {RELATIONS[relation.predicate]}"
        position = f"[{relation.position}]" if relation.position else ""
        yield f"{names[relation.subject]} {verb} {names[relation.object]}", position, relation.evidence.quote


def line(triple: str, circumstances: str, quote: str) -> str:
    """Return one printed line."""
    between = f"  {circumstances}" if circumstances else ""
    return f'{triple}{between}  "{" ".join(quote.split())}"'


def _act(event: EventClaim, agent: str, target: str) -> str:
    if event.type is EventType.LEGISLATION:
        return f"{agent} adopted a law{f': {event.charge}' if event.charge else ''}"
    return f"{agent} {TRIPLES[event.type].replace('_', ' ').lower()} {target}"


def _when(event: EventClaim, names: dict[str, str]) -> str:
    told = [event.time.edtf if event.time else None, names.get(event.place) if event.place else None]
    told += ["alleged" if event.factuality is Factuality.ALLEGED else None]
    shown = ", ".join(t for t in told if t)
    return f"[{shown}]" if shown else ""
