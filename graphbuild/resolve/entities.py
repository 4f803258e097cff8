"""Clusters the referents of all documents into entities.

"Aliya Serik" of three reports is one journalist; "Serik" alone is whoever its own document says; "two journalists" of
one report are never those of another. A wrong merge puts one person's arrest into another's file, so what is doubtful
stays apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from graphbuild.judgements import Judgement
from graphbuild.lexicons.gazetteer import country_name
from graphbuild.model import Claims, Entity, Kind, Referent
from graphbuild.resolve.agencies import NOUNS, Level, is_plain, join_agencies
from graphbuild.resolve.clusters import Clusters, Traits
from graphbuild.resolve.names import acronym_pairs, body_key, person_keys
from graphbuild.resolve.places import join_places

PERSONS = frozenset({Kind.JOURNALIST, Kind.OFFICIAL, Kind.PERSON})
BODIES = frozenset({Kind.OUTLET, Kind.AGENCY, Kind.ORGANIZATION})
Locate = Callable[[int], tuple[float, float] | None]
T = TypeVar("T")


def in_order(reports: Iterable[Claims]) -> list[Referent]:
    """Return the referents of reports that come in order, by offset within each: the first of a cluster names it."""
    return [r for claims in reports for r in sorted(claims.referents, key=_offset)]


def cluster(
    referents: Sequence[Referent], placed: Mapping[str, Level], judgements: Iterable[Judgement] = ()
) -> Clusters:
    """Cluster referents that come in order; `placed` are the levels of the agencies among them."""
    clusters = Clusters({r.id: _traits(r, placed) for r in referents}, judgements)
    join_places(clusters, referents)
    join_agencies(clusters, ((r, placed[r.id]) for r in referents if r.id in placed))
    bodies = [r for r in referents if _mergeable_body(r, clusters, placed)]
    _join_by(clusters, ((person_keys(r), r.id) for r in referents if r.named and r.kind in PERSONS), "person-name")
    _join_by(clusters, (((body_key(r.name),), r.id) for r in bodies), "body-name")
    _join_acronyms(clusters, bodies)
    return clusters


def describe(
    clusters: Clusters, ordered: Iterable[Referent], placed: Mapping[str, Level], locate: Locate
) -> tuple[list[Entity], dict[str, str]]:
    """Return the entities, and the entity of every derived id."""
    referents = {r.id: r for r in ordered}
    plain = {id: level for id, level in placed.items() if is_plain(referents[id], level)}
    groups = clusters.groups()
    derived = {plain[m].id: group[0] for group in reversed(groups) for m in group if m in plain}
    above: dict[str, Level] = {}
    entities = []
    for group in groups:
        level = next((placed[m] for m in group if m in placed), None)
        up = level.above if level else None
        if up:
            above[up.id] = up
        part_of = derived.get(up.id, up.id) if up else None
        entities.append(_entity([referents[m] for m in group], level, part_of, locate))
    missing = [level for id, level in sorted(above.items()) if id not in derived]
    derived |= {level.id: level.id for level in missing}
    return [*entities, *map(_unmentioned, missing)], derived


def _entity(members: list[Referent], level: Level | None, part_of: str | None, locate: Locate) -> Entity:
    first, named = members[0], [m for m in members if m.named]
    kind = min((m.kind for m in members), key=list(Kind).index)
    name = _fullest([m.name for m in named or members])
    if level and not named and kind is Kind.AGENCY:
        name = level.name
    forms = (name, *(form for m in members for form in (m.name, *m.aliases)))
    geonames = _usual([m.geonames for m in members])
    place = locate(geonames) if geonames is not None else None
    return Entity(
        id=first.id,
        kind=kind,
        name=name,
        names=tuple(dict.fromkeys(forms)),
        named=bool(named),
        members=tuple(m.id for m in members),
        country=_usual([m.country for m in members]) or (level.country if level else None),
        function=_usual([m.function for m in members]),
        geonames=geonames,
        latitude=place[0] if place else None,
        longitude=place[1] if place else None,
        part_of=part_of if part_of != first.id else None,
    )


def _unmentioned(level: Level) -> Entity:
    """Return the entity of a level that no text mentions."""
    where = country_name(level.country or "") or level.country
    name = f"{NOUNS[level.function]} of {where}"
    return Entity(level.id, Kind.AGENCY, name, (name,), False, (), level.country, level.function)


def _offset(referent: Referent) -> tuple[int, str]:
    return (referent.mentions[0].start if referent.mentions else 0), referent.id


def _traits(referent: Referent, placed: Mapping[str, Level]) -> Traits:
    """Return what must not differ: persons of all kinds are one kind, an organisation may prove an outlet."""
    level = placed.get(referent.id)
    country = referent.country or (level.country if level else None)
    if referent.kind in PERSONS:
        return Traits(Kind.PERSON, country)
    return Traits(None if referent.kind is Kind.ORGANIZATION else referent.kind, country, referent.geonames)


def _mergeable_body(body: Referent, clusters: Clusters, placed: Mapping[str, Level]) -> bool:
    """Whether a body's name says which one it is; an agency's does only within a known country."""
    if body.kind not in BODIES or not body.named or not body_key(body.name):
        return False
    if body.id in placed and is_plain(body, placed[body.id]):
        return False
    return body.kind is not Kind.AGENCY or clusters.traits(body.id).country is not None


def _join_by(clusters: Clusters, keyed: Iterable[tuple[Iterable[str], str]], rule: str) -> None:
    blocks: dict[str, list[str]] = {}
    for keys, id in keyed:
        for key in keys:
            blocks.setdefault(key, []).append(id)
    for _, block in sorted(blocks.items()):
        clusters.join_block(block, rule)


def _join_acronyms(clusters: Clusters, bodies: Iterable[Referent]) -> None:
    """Join an acronym to the full name that some document gives with it, if all documents give the same one."""
    bodies = list(bodies)
    spelled: dict[str, set[str]] = {}
    for body in bodies:
        for acronym, full in acronym_pairs(body):
            spelled.setdefault(acronym, set()).add(full)
    full_of = {acronym: fulls.pop() for acronym, fulls in spelled.items() if len(fulls) == 1}
    keyed = ((key, b.id) for b in bodies for key in {body_key(b.name)})
    _join_by(clusters, (((full_of.get(key, key),), id) for key, id in keyed), "acronym")


def _fullest(forms: Sequence[str]) -> str:
    """Return the most frequent form; of equally frequent ones the longest, then the first.

    >>> _fullest(["Serik", "A. Serik", "Aliya Serik", "Aliya Serik"])
    'Aliya Serik'
    """
    counts = Counter(forms)
    return max(counts, key=lambda form: (counts[form], len(form)))


def _usual(values: Iterable[T | None]) -> T | None:
    """Return the most frequent known value, of equally frequent ones the first."""
    counts = Counter(v for v in values if v is not None)
    return max(counts, key=counts.__getitem__) if counts else None
