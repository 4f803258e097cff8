"""Clusters what documents assert into happenings: one arrest, many reports.

Two reports that police detained Aliya Serik on 4 March tell one detention. A third that says "in March" tells it too,
unless it could mean another of that month. Without a date, a report of the same week tells it only where nothing else
could be meant. Two claims of one document are two happenings: it would have told one only once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graphbuild.judgements import Judgement, Verdict
from graphbuild.model import Claims, Entity, Event, EventClaim, EventType, Role
from graphbuild.resolve.clusters import Clusters, Traits
from graphbuild.resolve.names import fold
from graphbuild.resolve.world import World

WEEK = 7
"""Days between the publication of reports that may tell an undated act together."""


@dataclass(slots=True)
class Happening:
    """What the claims of one cluster say together."""

    type: EventType
    claims: dict[str, tuple[str, date | None]]
    """claim → its document and when that was published"""
    targets: set[str]
    """named ones; of a law, its short name"""
    agents: set[str]
    places: set[str]
    earliest: date
    latest: date

    @property
    def dated(self) -> bool:
        """Whether a claim dates it."""
        return (self.earliest, self.latest) != (date.min, date.max)

    @property
    def keys(self) -> list[tuple[EventType, str]]:
        """What it is looked up by."""
        return [(self.type, target) for target in sorted(self.targets)]

    def overlaps(self, other: Happening) -> bool:
        """Whether one day fits both."""
        return max(self.earliest, other.earliest) <= min(self.latest, other.latest)

    def absorb(self, other: Happening) -> None:
        """Add what the claims of another say; the window narrows, unless a person joined what no day fits."""
        if self.overlaps(other):
            self.earliest, self.latest = max(self.earliest, other.earliest), min(self.latest, other.latest)
        self.claims |= other.claims
        self.targets |= other.targets
        self.agents |= other.agents
        self.places |= other.places


def happenings(
    reports: Sequence[Claims], entities: Iterable[Entity], judgements: Sequence[Judgement] = ()
) -> tuple[list[Event], list[Judgement]]:
    """Return the events that reports, in order, tell together, and which rule joined which claims."""
    wrong = {j.left for j in judgements if j.verdict is Verdict.WRONG}
    told = [(e, report) for report in reports for e in sorted(report.events, key=_offset) if e.id not in wrong]
    asserted = [(e, report) for e, report in told if e.factuality.asserted]
    world = World(entities)
    facts = {e.id: _happening(e, report, world) for e, report in asserted}
    clusters = Clusters({id: Traits() for id in facts}, judgements)
    _join(clusters, facts, world)
    types = {e.id: e.type for e, _ in asserted}
    about: dict[str, list[str]] = {}
    for event, _ in told:
        if event.about in facts and not event.factuality.asserted:
            about.setdefault(clusters.root(event.about), []).append(event.id)
    groups = clusters.groups()
    return [Event(g[0], types[g[0]], g, tuple(about.get(g[0], ()))) for g in groups], clusters.decisions


def _join(clusters: Clusters, facts: dict[str, Happening], world: World) -> None:
    """Join clusters that tell one act, those with the narrowest dates first, where only one other fits."""
    for group in clusters.groups():
        for claim in group[1:]:
            facts[group[0]].absorb(facts[claim])
    roots = [group[0] for group in clusters.groups()]
    told = Counter((document, key) for r in roots for document, _ in facts[r].claims.values() for key in facts[r].keys)
    heads: dict[tuple[EventType, str], list[str]] = {}
    for root in sorted(roots, key=lambda r: (facts[r].latest - facts[r].earliest, clusters.rank[r])):
        new = facts[root]
        found = dict.fromkeys(head for key in new.keys for head in heads.get(key, ()))
        once = all(told[document, key] == 1 for document, _ in new.claims.values() for key in new.keys)
        fitting = [h for h in found if not clusters.kept_apart(h, root) and _fits(facts[h], new, once, world)]
        if len(fitting) == 1 and clusters.join(fitting[0], root, "same-act"):
            facts[fitting[0]].absorb(new)
            root = fitting[0]
        for key in facts[root].keys:
            if root not in heads.setdefault(key, []):
                heads[key].append(root)


def _fits(old: Happening, new: Happening, once: bool, world: World) -> bool:
    """Whether two happenings may be one; `once` is whether the new one's document tells no other of its kind."""
    documents = {document for document, _ in old.claims.values()}
    if any(document in documents for document, _ in new.claims.values()):
        return False
    if not world.same_agents(old.agents, new.agents) or not world.same_places(old.places, new.places):
        return False
    if new.dated:
        return old.overlaps(new)
    return once and len(new.targets) == 1 and old.targets == new.targets and _same_week(old, new)


def _same_week(old: Happening, new: Happening) -> bool:
    days = [published for _, published in (*old.claims.values(), *new.claims.values())]
    known = [day for day in days if day]
    return len(known) == len(days) and (max(known) - min(known)).days <= WEEK


def _happening(event: EventClaim, report: Claims, world: World) -> Happening:
    targets = world.named(event.of_role(Role.TARGET))
    if event.type is EventType.LEGISLATION and event.charge:
        targets = {fold(event.charge)}
    return Happening(
        type=event.type,
        claims={event.id: (report.document.id, report.document.published)},
        targets=targets,
        agents=world.of(event.of_role(Role.PERPETRATOR)),
        places=world.of([event.place] if event.place else []),
        earliest=event.time.earliest if event.time else date.min,
        latest=event.time.latest if event.time else date.max,
    )


def _offset(event: EventClaim) -> tuple[int, str]:
    return (event.evidence.trigger or event.evidence).start, event.id
