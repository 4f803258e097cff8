"""The steps of one case: detention → charge → conviction → release.

Aliya Serik was detained on 4 March, sentenced on 9 March and freed on 19 March: two edges join these three. A detention
of ten years before is another case, and an undated one could stand anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import pairwise

from graphbuild.acts import Act
from graphbuild.elements import edge
from graphbuild.evidence import evidence_ids
from graphbuild.model import Edge, EventType

STEPS = {EventType.DETENTION: 0, EventType.PROSECUTION: 1, EventType.CONVICTION: 2, EventType.RELEASE: 3}
LONGEST = timedelta(days=730)
"""Between two steps before the release; who is convicted may be freed much later."""


def case_edges(acts: Iterable[Act]) -> Iterator[Edge]:
    """Yield an edge from each step of a case to the next step of the same target's case."""
    steps: dict[str, list[Act]] = {}
    for act in acts:
        if act.event.type in STEPS and act.time:
            for target in act.targets:
                steps.setdefault(target, []).append(act)
    pairs = {(a.event.id, b.event.id): (a, b) for of_one in steps.values() for a, b in _pairs(of_one)}
    for (one, other), (a, b) in sorted(pairs.items()):
        yield edge("CASE", one, other, None, {"evidence": evidence_ids((*a.claims.values(), *b.claims.values()))})


def _pairs(steps: list[Act]) -> Iterator[tuple[Act, Act]]:
    """Yield neighbours in time of which the second is a later step."""
    ordered = sorted(steps, key=_when)
    return ((a, b) for a, b in pairwise(ordered) if _follows(a, b))


def _when(act: Act) -> tuple[object, ...]:
    assert act.time is not None
    return act.time.latest, act.time.earliest, STEPS[act.event.type], act.event.id


def _follows(a: Act, b: Act) -> bool:
    if a.time is None or b.time is None or STEPS[a.event.type] >= STEPS[b.event.type]:
        return False
    near = b.time.earliest - a.time.latest <= LONGEST or a.event.type is EventType.CONVICTION
    return a.time.latest <= b.time.earliest and near
