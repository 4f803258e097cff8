"""Names of bodies known all over the world: news agencies and broadcasters, press-freedom groups, security services.

"Reuters said the FSB had questioned him" names two bodies of which the report tells nothing more. `words/names.yaml`
says that one is an outlet and the other a security service of Russia. Names are matched as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from graphbuild.lexicons.located import Located, parse_yaml
from graphbuild.lexicons.words import FUNCTIONS
from graphbuild.model import Kind

KINDS = (Kind.OUTLET.value, Kind.ORGANIZATION.value, Kind.AGENCY.value)


@dataclass(frozen=True, slots=True)
class KnownName:
    """A body and what it is called."""

    names: tuple[str, ...]
    """the fullest first, abbreviations after it"""
    kind: Kind
    function: str | None = None
    """of an agency"""
    country: str | None = None
    """ISO 3166-1 alpha-2, where the name alone says it"""


@cache
def load_names() -> Mapping[str, KnownName]:
    """Return the known bodies by each of their names.

    >>> load_names()["RSF"].names[0]
    'Reporters Without Borders'
    """
    return parse_names(
        (files("graphbuild.lexicons") / "words" / "names.yaml").read_text(encoding="utf-8"), "names.yaml"
    )


@cache
def first_words() -> frozenset[str]:
    """Return the words that names of known bodies begin with, parted at hyphens and slashes or not."""
    return frozenset(word for name in load_names() for word in (name.split()[0], re.split(r"[\s/-]", name)[0]))


def parse_names(text: str, file: str) -> Mapping[str, KnownName]:
    """Read a file of names; raise a DataError with the line of the first thing that is wrong."""
    found: dict[str, KnownName] = {}
    for group in parse_yaml(text, file).mapping({"groups"}, {"groups"})["groups"].items():
        given = group.mapping({"kind", "function", "country", "names"}, ["kind", "names"])
        kind = Kind(given["kind"].one_of(KINDS, "kind"))
        function = given["function"].one_of(FUNCTIONS, "function") if "function" in given else None
        country = _country(given["country"]) if "country" in given else None
        for each in given["names"].items():
            known = KnownName(each.texts(), kind, function, country)
            for name in known.names:
                if name in found:
                    raise each.error(f"'{name}' stands twice")
                found[name] = known
    return MappingProxyType(found)


def _country(value: Located) -> str:
    text = value.text()
    if len(text) != 2 or not text.isupper():
        raise value.error(f"'{text}' is no country code of two capitals")
    return text
