"""Compares what was predicted of one document with gold: everything compared is a set over gold's ids.

Gold has (police, Assault, Lusweti) on July 17; the prediction has the same triple without a date and (Lusweti, Assault,
police): one triple right, one wrong, one date missed, one inversion.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphbuild.evaluate.alignment import normalise
from graphbuild.evaluate.figures import Figures, Mistake, Triple
from graphbuild.evaluate.sides import UNALIGNED, Act, Side, gold_side, predicted_side

SAME_PASSAGE = 0.5
"""The share of the shorter quote's words that two quotes of one passage have in common."""

Made = Mapping[Triple, list[Act]]
"""Triples, each with the acts that make it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures of one document."""

    figures: Mapping[str, Figures]
    by_type: Mapping[str, Figures]
    supported: int
    """matched triples whose quote is of the same passage as gold's"""
    inversions: int
    mistakes: tuple[Mistake, ...]
    judged: tuple[tuple[float, bool], ...] = ()
    """of each predicted triple its confidence, and whether gold has it"""


def compare(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> Comparison:
    """Compare one document's prediction with its gold."""
    theirs, ours = gold_side(gold), predicted_side(predicted, gold)
    wanted, spared = theirs.triples(), theirs.off_press + ours.off_press
    found = _without(ours.triples(), _union(Act.triples, spared) - wanted.keys())
    roles = _union(Act.roles, theirs.acts)
    figures = {
        "entities": Figures.of(ours.named, theirs.named),
        "relations": Figures.of(ours.relations, theirs.relations),
        "worksFor": Figures.of(_works_for(ours), _works_for(theirs)),
        "roles": Figures.of(_union(Act.roles, ours.acts) - (_union(Act.roles, spared) - roles), roles),
        "triples": Figures.of(found, wanted),
        "named": _of_named_targets(found, wanted, {i for i, _ in theirs.named}),
        **_of_attributes(found, wanted),
    }
    return Comparison(
        figures=figures,
        by_type=_by_type(found, wanted),
        supported=sum(_same_passage(found[t], wanted[t]) for t in found.keys() & wanted.keys()),
        inversions=sum(Triple(t.object, t.predicate, t.subject) in wanted for t in found.keys() - wanted.keys()),
        mistakes=tuple(_mistakes(gold, found, wanted, ours, theirs)),
        judged=tuple((max(act.confidence for act in acts), triple in wanted) for triple, acts in found.items()),
    )


def _union(part: Callable[[Act], set[Triple]], acts: Iterable[Act]) -> set[Triple]:
    return set().union(*map(part, acts))


def _without(made: Made, spared: Collection[Triple]) -> Made:
    return {triple: acts for triple, acts in made.items() if triple not in spared}


def _works_for(side: Side) -> set[Triple]:
    return {relation for relation in side.relations if relation.predicate == "worksFor"}


def _of_named_targets(found: Made, wanted: Made, named: Collection[str]) -> Figures:
    """Count triples whose target has a name in gold; a target that gold does not have counts as wrong."""
    ours = {t for t in found if t.object in named or t.object.startswith(UNALIGNED)}
    return Figures.of(ours, {t for t in wanted if t.object in named})


def _of_attributes(found: Made, wanted: Made) -> dict[str, Figures]:
    """Count dates, places and doubts over the triples that both have."""
    matched = found.keys() & wanted.keys()

    def over(pick: Callable[[list[Act]], set[object]]) -> Figures:
        ours, theirs = ({(t, value) for t in matched for value in pick(made[t])} for made in (found, wanted))
        return Figures.of(ours, theirs)

    return {
        "dates": over(lambda acts: {act.date for act in acts if act.date}),
        "places": over(lambda acts: {act.place for act in acts if act.place}),
        "alleged": over(lambda acts: {True} if all(act.alleged for act in acts) else set()),
    }


def _by_type(found: Made, wanted: Made) -> dict[str, Figures]:
    types = sorted({triple.predicate for triple in (*found, *wanted)})
    return {x: Figures.of(*({t for t in made if t.predicate == x} for made in (found, wanted))) for x in types}


def _same_passage(ours: Iterable[Act], theirs: Iterable[Act]) -> bool:
    return any(_overlap(a.quote, b.quote) >= SAME_PASSAGE for a in ours for b in theirs)


def _overlap(quote: str, other: str) -> float:
    """Return the words that two quotes share, as a share of the shorter one's."""
    ours, theirs = (Counter(normalise(text).split()) for text in (quote, other))
    shorter = min(ours.total(), theirs.total())
    return (ours & theirs).total() / shorter if shorter else 0.0


def _mistakes(gold: Mapping[str, Any], found: Made, wanted: Made, ours: Side, theirs: Side) -> Iterator[Mistake]:
    names = {entity["id"]: entity["name"] for entity in gold["entities"]}

    def named(error: str, evidence: Mapping[Triple, str], but: Collection[Triple]) -> Iterator[Mistake]:
        for triple in sorted(evidence.keys() - set(but)):
            yield Mistake(gold["id"], error, Triple(*(names.get(i, i) for i in triple)), evidence[triple])

    quotes = [{triple: acts[0].quote for triple, acts in made.items()} for made in (found, wanted)]
    yield from named("missed", quotes[1], found)
    yield from named("wrong", quotes[0], wanted)
    yield from named("missed relation", theirs.relations, ours.relations)
    yield from named("wrong relation", ours.relations, theirs.relations)
