"""Finds places by name: "police in Uralsk" is GeoNames 608668, a city of Kazakhstan, also when the text says "Oral".

A name may be many places. The country that a report is about chooses first, then size. The names are a sorted list that
is searched by halves; only the places asked for are read, so that the first look-up costs the unpacking alone.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, cast

from graphbuild.lexicons.gazetteer.countries import country_of
from graphbuild.lexicons.gazetteer.names import fold, is_relative, says_region, without_admin_words
from graphbuild.lexicons.gazetteer.tables import read_renames, read_words

PlaceKind = Literal["country", "capital", "city", "region"]
AT_HOME, ABROAD = 100, 10
"""How many times more people a city may have than its namesake in the report's first country, and in the others."""
WELL_KNOWN = 100_000
"""People of a city that a report may name without saying in which country it is."""
SEVERAL_WORDS = 0.1
"""What a name of several words adds to its score: "San Salvador" is seldom anything else."""
SELDOM = 0.15
"""The score of a name that is mostly a word or a person: "Nice", "Reading", "Jordan"."""


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """A place as GeoNames has it, under its name in English reports."""

    geonames: int
    name: str
    kind: PlaceKind
    country: str
    """ISO 3166-1 alpha-2, XK for Kosovo"""
    latitude: float
    longitude: float
    population: int


@cache
def _places() -> list[str]:
    return _lines("places.tsv.gz")


@cache
def _names() -> list[str]:
    return _lines("names.tsv.gz")


def _lines(name: str) -> list[str]:
    packed = (files("graphbuild.lexicons.gazetteer") / name).read_bytes()
    return gzip.decompress(packed).decode("utf-8").splitlines()


@lru_cache(maxsize=4096)
def _place(number: int) -> PlaceRecord:
    geonames, name, kind, country, latitude, longitude, population = _places()[number].split("\t")
    known = cast("PlaceKind", kind)
    return PlaceRecord(int(geonames), name, known, country, float(latitude), float(longitude), int(population))


@lru_cache(maxsize=4096)
def _candidates(key: str) -> tuple[PlaceRecord, ...]:
    names = _names()
    position = bisect_left(names, f"{key}\t") if key else len(names)
    if position == len(names) or not names[position].startswith(f"{key}\t"):
        return ()
    return tuple(_place(int(number)) for number in names[position].split("\t")[1].split())


def place_of(geonames: int) -> PlaceRecord | None:
    """Return the place with a GeoNames id.

    >>> place_of(1526273).name
    'Astana'
    """
    rows = _places()
    position = bisect_left(rows, geonames, key=lambda row: int(row[: row.index("\t")]))
    place = _place(position) if position < len(rows) else None
    return place if place is not None and place.geonames == geonames else None


def lookup(name: str) -> tuple[PlaceRecord, ...]:
    """Return all places of a name, the likeliest first: countries, then by population.

    A name that says what it is ("Kyiv region", "city of Osh") gives places of that kind.

    >>> [(place.geonames, place.kind, place.country) for place in lookup("Uralsk")]
    [(608668, 'city', 'KZ')]
    >>> [(place.name, place.kind) for place in lookup("the Kyiv region")]
    [('Kyiv Oblast', 'region'), ('Kyiv', 'region')]
    """
    key = fold(name).removeprefix("the ")
    found = _candidates(key)
    if found:
        return found
    if says_region(key):
        regions = (place for place in _candidates(without_admin_words(key)) if place.kind == "region")
        # what is called a region before a city that ranks as one
        return tuple(sorted(regions, key=lambda place: not says_region(fold(place.name))))
    city = key.removeprefix("city of ").removesuffix(" city")
    return tuple(place for place in _candidates(city) if place.kind in ("city", "capital")) if city != key else ()


def resolve_place(name: str, context_countries: Sequence[str] = (), on: date | None = None) -> PlaceRecord | None:
    """Return the place that a name in a report means, or None where that is not known well enough.

    `context_countries` are the ISO codes of the countries that the report is about, the likeliest first; a country after
    a comma ("Osh, Kyrgyzstan") comes before them. Elsewhere only countries, capitals, regions and cities of 100,000 people
    count, or the one city of the name where there is no context. With `on`, the place has its name of that day.

    >>> resolve_place("Tripoli", ["LB"]).country, resolve_place("Tripoli").country
    ('LB', 'LY')
    >>> resolve_place("Frankfurt", ["LB", "US"]).country, resolve_place("Frankfurt, Kentucky", ["LB"]).country
    ('DE', 'US')
    >>> resolve_place("Astana", on=date(2020, 10, 24)).name
    'Nur-Sultan'
    """
    head, _, tail = name.partition(",")
    told = _countries_of(tail)
    candidates = lookup(name) or (lookup(head) if tail else ())
    place = _choose(
        candidates if told else _meant(fold(name), candidates, context_countries), [*told, *context_countries]
    )
    return named_on(place, on) if place is not None and on is not None else place


def _countries_of(text: str) -> list[str]:
    country = country_of(text.strip())
    if country is not None:
        return [country]
    return [place.country for place in lookup(text)[:1]] if text.strip() else []


def _meant(key: str, candidates: Sequence[PlaceRecord], countries: Sequence[str]) -> Sequence[PlaceRecord]:
    """Return the places that a bare name can mean: not the Frankfurt of Kentucky, and no "Central District" abroad."""
    most = max((p.population for p in candidates), default=0)
    if is_relative(key):
        return [p for p in candidates if p.country in countries]
    return [
        p for p in candidates
        if p.kind != "city" or p.population * (AT_HOME if p.country in countries[:1] else ABROAD) >= most
    ]  # fmt: skip


def _choose(candidates: Sequence[PlaceRecord], countries: Sequence[str]) -> PlaceRecord | None:
    for country in countries:
        for place in candidates:
            if place.country == country:
                return place
    if len(candidates) == 1 and not countries:
        return candidates[0]
    return next((p for p in candidates if p.kind != "city" or p.population >= WELL_KNOWN), None)


def capital_of(country: str) -> PlaceRecord | None:
    """Return the capital of a country by its ISO code.

    >>> capital_of("KZ").name
    'Astana'
    """
    number = _capitals().get(country)
    return _place(number) if number is not None else None


@cache
def country_by_capital(name: str) -> str | None:
    """Return the ISO code of the country whose capital bears a name in English, None for other places.

    >>> country_by_capital("Moscow"), country_by_capital("Almaty")
    ('RU', None)
    """
    return next((code for code in _capitals() if _capital(code) == name), None)


@cache
def _capital(country: str) -> str | None:
    record = capital_of(country)
    return record.name if record is not None else None


@cache
def _capitals() -> dict[str, int]:
    rows = (number for number, row in enumerate(_places()) if "\tcapital\t" in row)
    return {_place(number).country: number for number in rows}


def named_on(place: PlaceRecord, on: date) -> PlaceRecord:
    """Return a place under its name of a day.

    >>> named_on(place_of(1526273), date(1995, 1, 1)).name
    'Akmola'
    """
    names = (each.name for each in read_renames().get(place.geonames, ()) if each.holds(on))
    return replace(place, name=next(names, place.name))


def place_score(name: str) -> float:
    """Return how likely a capitalised name is a place, 0 to 1, by the name alone; 0 where no place has it.

    For callers that have other evidence to weigh: "Reading" and "Jordan" score low, "Shymkent" high.

    >>> place_score("Shymkent") > 0.8 > 0.2 > place_score("Nice")
    True
    >>> place_score("Zzyzx Palace")
    0.0
    """
    found = lookup(name)
    if not found:
        return 0.0
    key = fold(name).removeprefix("the ")
    if key in read_words():
        return SELDOM
    score = max(_weight(place) for place in found)
    return min(1.0, score + SEVERAL_WORDS * (" " in key))


def _weight(place: PlaceRecord) -> float:
    if place.kind in ("country", "capital"):
        return 0.95
    steps = ((1_000_000, 0.9), (300_000, 0.85), (WELL_KNOWN, 0.75), (30_000, 0.6))
    score = next((score for people, score in steps if place.population >= people), 0.5)
    return max(score, 0.75) if place.kind == "region" else score
