"""Which places are one, and which are whole countries.

"Nur-Sultan" and "Astana" have one GeoNames id; "Freedom Square" of Tallinn and of Tbilisi share a name and no country.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from graphbuild.interchange import country_name
from graphbuild.judgements import Judgement
from graphbuild.model import Entity, Kind, Referent
from graphbuild.resolve.clusters import Clusters, Traits
from graphbuild.resolve.names import fold

SPOKEN = {
    "BA": ("Bosnia",),
    "CD": ("Congo", "DR Congo"),
    "CZ": ("Czech Republic",),
    "GB": ("Britain", "Great Britain", "UK", "U.K."),
    "HK": ("Hong Kong",),
    "KG": ("Kyrgyz Republic",),
    "MK": ("Macedonia",),
    "MM": ("Burma", "Myanmar"),
    "PS": ("Palestine",),
    "RU": ("Russian Federation",),
    "TR": ("Turkey", "Turkiye"),
    "US": ("America", "USA", "U.S.", "US", "United States of America"),
}
"""Names of countries that CLDR does not give in English."""


@cache
def country_keys(code: str) -> frozenset[str]:
    """Return the folded names of a country.

    >>> sorted(country_keys("TR"))
    ['turke', 'turkei']
    """
    forms = [country_name(code) or code, *SPOKEN.get(code, ())]
    return frozenset(fold(form) for form in forms)


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
