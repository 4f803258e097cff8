"""Which places are one, and which are whole countries.

"Nur-Sultan" and "Astana" have one GeoNames id; "Freedom Square" of Tallinn and of Tbilisi share a name and no country.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from graphbuild.judgements import Judgement
from graphbuild.lexicons.gazetteer import country_names
from graphbuild.model import Entity, Kind, Referent
from graphbuild.resolve.clusters import Clusters, Traits
from graphbuild.resolve.names import fold


@cache
def country_keys(code: str) -> frozenset[str]:
    """Return the folded names of a country.

    >>> sorted(country_keys("KZ"))
    ['kazahstan', 'kazakstan', 'republic of kazahstan']
    """
    return frozenset(fold(name) for name in country_names(code) or (code,))


def is_country(place: Referent | Entity) -> bool:
    """Whether a place is the whole of its country."""
    return place.country is not None and fold(place.name) in country_keys(place.country)


def place_keys(referents: Sequence[Referent], judgements: Iterable[Judgement] = ()) -> dict[str, str]:
    """Return, by referent id, what each place is known by across documents: its GeoNames id, else name and country."""
    places = {r.id: r for r in referents if r.kind is Kind.PLACE}
    clusters = Clusters({id: Traits(p.kind, p.country, p.geonames) for id, p in places.items()}, judgements)
    join_places(clusters, referents)
    return {id: _key(places[clusters.root(id)], clusters.traits(id)) for id in places}


def _key(place: Referent, traits: Traits) -> str:
    if is_country(place):
        return f"country:{place.country}"
    return f"geonames:{traits.geonames}" if traits.geonames else f"{fold(place.name)}:{traits.country or place.id}"


def join_places(clusters: Clusters, referents: Iterable[Referent]) -> None:
    """Join the places of one GeoNames id, then those of one name in one country."""
    by_id: dict[object, list[str]] = {}
    by_name: dict[object, list[str]] = {}
    for place in referents:
        if place.kind is Kind.PLACE and place.named:
            if place.geonames is not None:
                by_id.setdefault(place.geonames, []).append(place.id)
            if place.country is not None:
                name = "" if is_country(place) else fold(place.name)
                by_name.setdefault((name, place.country), []).append(place.id)
    for block in by_id.values():
        clusters.join_block(block, "geonames")
    for block in by_name.values():
        clusters.join_block(block, "place-name")
