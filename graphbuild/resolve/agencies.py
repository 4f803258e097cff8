"""Agencies are a function in a jurisdiction.

"Police officers" in a report on an arrest in Shymkent are the police of Shymkent, part of the police of Kazakhstan;
"Kazakh police" are the latter. A ministry or a prison is one of many of its country: function alone
says too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphbuild.ids import make_id
from graphbuild.lexicons.gazetteer import country_name
from graphbuild.model import Claims, Kind, Predicate, Referent
from graphbuild.resolve.clusters import Clusters
from graphbuild.resolve.names import fold
from graphbuild.resolve.places import country_keys, is_country

NOUNS = {
    "court": "courts",
    "government": "government",
    "military": "military",
    "parliament": "parliament",
    "police": "police",
    "prosecutor": "prosecutors",
    "security": "security services",
}
"""Functions that a jurisdiction has one of, and what they are called."""

PLAIN = re.compile(
    r"administration|arm(y|ed)|authorit(y|ies)|city|courts?|departments?|district|forces?|government|in|local|military|"
    r"of(fice|fices|ficer|ficers|ficial|ficials)?|parliament|polic(e|eman|emen)|prosecutors?|region(al)?|s|state|the|troops"
)
"""Words that say no more than function and jurisdiction; others ("traffic", "supreme") make a body of its own."""

NEVER_PLAIN = frozenset({"security"})
"""Functions whose named bodies are always bodies of their own ("Security Service" is one of several)."""


@dataclass(frozen=True, slots=True)
class Level:
    """A function in a jurisdiction: a country, or a place in it."""

    function: str
    country: str | None
    place: str | None = None
    """the key of a place within the country"""
    place_name: str | None = None

    @property
    def id(self) -> str:
        """The id that leads to it even where no text mentions it."""
        return make_id("agency", self.function, self.place or f"country:{self.country}")

    @property
    def above(self) -> Level | None:
        """The same function in the whole country."""
        return Level(self.function, self.country) if self.place and self.country else None

    @property
    def name(self) -> str:
        """What to call it where no text names it."""
        where = self.place_name or country_name(self.country or "") or self.country
        return f"{NOUNS[self.function]} of {where}"


def levels(claims: Claims, keys: Mapping[str, str]) -> dict[str, Level]:
    """Return the levels of a document's agencies, by referent id; none for one that cannot be placed.

    `keys` are those of its places, as `place_keys` gives them.
    """
    placed = {r.id: _level(r, claims, keys) for r in claims.referents if r.kind is Kind.AGENCY and r.function in NOUNS}
    return {id: level for id, level in placed.items() if level}


def is_plain(agency: Referent, level: Level) -> bool:
    """Whether an agency is no more than its function in its jurisdiction, so that all such agencies are one."""
    if not agency.named:
        return True
    where = fold(level.place_name or "").split()
    country = country_keys(level.country) if level.country else frozenset()
    words = re.findall(r"[^\W\d_]+", agency.name.lower())
    rest = [w for w in words if not PLAIN.fullmatch(w) and fold(w) not in where and not _of_country(fold(w), country)]
    return agency.function not in NEVER_PLAIN and not rest


def join_agencies(clusters: Clusters, agencies: Iterable[tuple[Referent, Level]]) -> None:
    """Join the agencies that are one function in one jurisdiction."""
    blocks: dict[str, list[str]] = {}
    for agency, level in agencies:
        if is_plain(agency, level):
            blocks.setdefault(level.id, []).append(agency.id)
    for block in blocks.values():
        clusters.join_block(block, "function-in-jurisdiction")


def _level(agency: Referent, claims: Claims, keys: Mapping[str, str]) -> Level | None:
    """Place an agency: the narrowest jurisdiction that its own mentions name, else the place of its events."""
    function = agency.function or ""
    own, there = _own_places(agency, claims), _event_places(agency, claims)
    for places in (own, there):
        within = {keys[p.id]: p.name for p in places if not is_country(p)}
        countries = {country for country in (agency.country, *(p.country for p in places)) if country}
        if len(countries) > 1:
            break
        country = next(iter(countries), None)
        if len(within) == 1:
            return Level(function, country, *within.popitem())
        if country:
            return Level(function, country)
    return Level(function, agency.country) if agency.country else None


def _own_places(agency: Referent, claims: Claims) -> list[Referent]:
    """Return the places that an agency's mentions name, or that the document says it is based in."""
    based = {r.object for r in claims.relations if r.predicate is Predicate.BASED_IN and r.subject == agency.id}
    words = {w for alias in (agency.name, *agency.aliases) for w in fold(alias).split()}
    return [
        place
        for place in claims.referents
        if place.kind is Kind.PLACE
        and (
            place.id == agency.jurisdiction
            or place.id in based
            or (place.named and words >= set(fold(place.name).split()))
        )
    ]


def _event_places(agency: Referent, claims: Claims) -> list[Referent]:
    """Return the places of the events that an agency takes part in."""
    ids = {e.place for e in claims.events if any(p.referent == agency.id for p in e.participants)}
    return [r for r in claims.referents if r.id in ids and r.kind is Kind.PLACE]


def _of_country(word: str, keys: Iterable[str]) -> bool:
    """Whether a word is a country's name or, by its first four letters, its adjective."""
    return any(word in key.split() or (len(word) > 4 and key.startswith(word[:4])) for key in keys)
