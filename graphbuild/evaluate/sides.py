"""What gold, and a prediction, say of one document, under the same ids.

"Police beat two reporters" is one act with one agent and one target: the triple (police, Assault, two reporters). Ids
of the prediction are renamed to gold's; an entity that gold does not have keeps its name behind a "+".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from graphbuild.evaluate.alignment import Thing, align
from graphbuild.evaluate.figures import Triple

PRESS = frozenset({"Journalist", "Outlet"})
NO_AGENT, NO_TARGET, UNALIGNED = "?", "-", "+"

Rename = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Act:
    """An event, its participants under the ids that gold has for them."""

    type: str
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    date: str | None
    place: str | None
    alleged: bool
    quote: str
    confidence: float = 1.0

    @classmethod
    def of(cls, event: Mapping[str, Any], rename: Rename = str) -> Act:
        """Read an event of the interchange format."""
        return cls(
            type=event["type"],
            agents=tuple(rename(i) for i in event.get("perpetrators") or ()),
            targets=tuple(rename(i) for i in event.get("targets") or ()),
            date=event.get("date") or None,
            place=rename(event["place"]) if event.get("place") else None,
            alleged=event.get("factuality") == "alleged",
            quote=event.get("evidence") or "",
            confidence=event.get("confidence", 1.0),
        )

    def triples(self) -> set[Triple]:
        """Return every pair of an agent and a target, a sign standing for an empty side."""
        return {Triple(a, self.type, t) for a, t in product(self.agents or (NO_AGENT,), self.targets or (NO_TARGET,))}

    def roles(self) -> set[Triple]:
        """Return who takes part how."""
        agents = {Triple(self.type, "perpetrator", a) for a in self.agents}
        return agents | {Triple(self.type, "target", t) for t in self.targets}


@dataclass(frozen=True, slots=True)
class Side:
    """What gold, or a prediction, says of one document."""

    named: frozenset[tuple[str, str]]
    """the named entities: id and kind"""
    relations: Mapping[Triple, str]
    """each with its evidence"""
    acts: tuple[Act, ...]
    off_press: tuple[Act, ...]
    """acts against nobody of the press: neither rewarded nor punished"""

    def triples(self) -> dict[Triple, list[Act]]:
        """Return the triples of the acts, each with the acts that make it."""
        found: defaultdict[Triple, list[Act]] = defaultdict(list)
        for act in self.acts:
            for triple in act.triples():
                found[triple].append(act)
        return dict(found)


def gold_side(document: Mapping[str, Any]) -> Side:
    """Read gold: what is not of the press stands aside."""
    return Side(
        named=frozenset((e["id"], e["type"]) for e in document["entities"] if e.get("named", True)),
        relations=_relations(document),
        acts=tuple(Act.of(e) for e in document["events"] if e.get("press", True)),
        off_press=tuple(Act.of(e) for e in document["events"] if not e.get("press", True)),
    )


def predicted_side(document: Mapping[str, Any], gold: Mapping[str, Any]) -> Side:
    """Read a prediction under gold's ids.

    An event that it marks as not of the press stands aside only if no target is a journalist or an outlet.
    """
    theirs = [Thing.of(e) for e in gold["entities"]]
    things = [Thing.of(e) for e in document["entities"]]
    aligned = align(things, theirs)
    labels = {thing.id: thing.label for thing in things}
    described = {thing.id for thing in theirs if not thing.named}
    press = {thing.id for thing in things if thing.kind in PRESS}

    def rename(i: str) -> str:
        return aligned.get(i, UNALIGNED + labels.get(i, i))

    aside = [e for e in document["events"] if e.get("press") is False and press.isdisjoint(e.get("targets") or ())]
    return Side(
        named=frozenset((rename(t.id), t.kind) for t in things if t.named and aligned.get(t.id) not in described),
        relations=_relations(document, rename),
        acts=tuple(Act.of(e, rename) for e in document["events"]),
        off_press=tuple(Act.of(e, rename) for e in aside),
    )


def _relations(document: Mapping[str, Any], rename: Rename = str) -> dict[Triple, str]:
    return {
        Triple(rename(r["subject"]), r["predicate"], rename(r["object"])): r.get("evidence") or ""
        for r in document["relations"]
    }
