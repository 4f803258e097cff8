"""The lists of `names.yaml`: thirteen regions' names and places, outlets, agencies; training and held-out parts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

HELD_EVERY = 4


@dataclass(frozen=True)
class Region:
    """Given names, surnames and places of one part of the world."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]
    places: tuple[str, ...]

    def part(self, held: bool) -> Region:
        """Give the held-out or the training part of the lists."""
        return Region(*(_part(names, held) for names in (self.given, self.surnames, self.places)))


@dataclass(frozen=True)
class Lists:
    """All of `names.yaml`."""

    regions: dict[str, Region]
    outlets: tuple[str, ...]
    outlet_stems: tuple[str, ...]
    outlet_heads: tuple[str, ...]
    agencies: tuple[str, ...]
    city_bodies: tuple[str, ...]


def _part(names: tuple[str, ...], held: bool) -> tuple[str, ...]:
    return tuple(name for index, name in enumerate(names) if (index % HELD_EVERY == HELD_EVERY - 1) == held)


def read_lists() -> Lists:
    """Read the file beside this module."""
    stored = yaml.safe_load((Path(__file__).parent / "names.yaml").read_text(encoding="utf8"))
    regions = {
        name: Region(*(tuple(lists[kind]) for kind in ("given", "surnames", "places")))
        for name, lists in stored.pop("regions").items()
    }
    return Lists(regions, **{kind: tuple(names) for kind, names in stored.items()})
