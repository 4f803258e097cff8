"""Reads the gazetteer's hand-written tables: countries, names of regions, renames, words that are seldom places.

`countries.tsv` says that "Kazakhstani" is of KZ, `renames.tsv` that Astana was Nur-Sultan from March 2019 to September
2022. Columns are separated by `|`, names within one by `;`, lines that begin with `#` are comments.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from graphbuild.errors import DataError


@dataclass(frozen=True, slots=True)
class Country:
    """A country's names and its people's."""

    code: str
    names: tuple[str, ...]
    """the one of the English press first"""
    demonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """What a place is called from a day on, until another."""

    name: str
    since: date | None
    until: date | None

    def holds(self, on: date) -> bool:
        """Return whether the place is called so on a day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


def read_table(name: str, columns: int) -> Iterator[list[str]]:
    """Yield the rows of a table, short ones filled up; DataError for a row that is too long or has an empty start."""
    text = (files("graphbuild.lexicons.gazetteer") / name).read_text("utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        row = [cell.strip() for cell in line.split("|")]
        if len(row) > columns or not row[0]:
            raise DataError(name, f"expected {columns} columns, found {len(row)}", number)
        yield row + [""] * (columns - len(row))


def split(cell: str) -> tuple[str, ...]:
    """Return the names in a cell."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@cache
def read_countries() -> dict[str, Country]:
    """Return the countries by ISO 3166-1 alpha-2 code; XK is Kosovo."""
    return {code: Country(code, split(names), split(people)) for code, names, people in read_table("countries.tsv", 3)}


def read_regions() -> dict[int, tuple[str, ...]]:
    """Return the names of regions by GeoNames id, the preferred first."""
    return {int(key): (name, *split(others)) for key, name, others in read_table("regions.tsv", 3)}


@cache
def read_renames() -> dict[int, tuple[Naming, ...]]:
    """Return the dated names of places by GeoNames id, in order."""
    found: dict[int, list[Naming]] = defaultdict(list)
    for key, name, since, until in read_table("renames.tsv", 4):
        found[int(key)].append(Naming(name, day(since), day(until)))
    return {key: tuple(namings) for key, namings in found.items()}


def day(cell: str) -> date | None:
    """Return the date in a cell; an empty one is open."""
    return date.fromisoformat(cell) if cell else None


@cache
def read_words() -> frozenset[str]:
    """Return the folded names that are words or people far more often than places."""
    return frozenset(word for row in read_table("seldom_places.txt", 1) for word in row[0].split())
