"""Pairs the entities of a prediction with those of gold by their names.

Gold has "Shymkent police department", also called "police officers"; a prediction has "police officers": one alias in
common makes them one. "Zhansulu" is Zhansulu Bektemirova, for a part of a person's name will do. A named gold entity
takes one prediction; a description ("police") takes all that fit it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

PERSONS = frozenset({"Journalist", "Official", "Person"})
EQUAL, SHARED, PART, SAME_KIND = 3.0, 2.0, 1.0, 0.5
"""What equal full names, a shared alias, a part of a person's name and the same kind add to a likeness."""

POSSESSIVE = re.compile(r"['’`]s\b")
PUNCTUATION = re.compile(r"[^\w\s]")
ARTICLE = re.compile(r"^(the|an?)\s+")


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity of one document, its names normalised."""

    id: str
    kind: str
    label: str
    """the name as it stands in the text"""
    name: str
    names: frozenset[str]
    named: bool

    @classmethod
    def of(cls, entity: Mapping[str, Any]) -> Thing:
        """Read an entity of the interchange format."""
        forms = (normalise(form) for form in (entity["name"], *entity.get("aliases", ())))
        return cls(
            id=entity["id"],
            kind=entity["type"],
            label=entity["name"],
            name=normalise(entity["name"]),
            names=frozenset(form for form in forms if form),
            named=entity.get("named", True),
        )


def normalise(name: str) -> str:
    """Fold case, accents, possessives, punctuation and a leading article.

    >>> normalise("The  Öztoprak’s lawyer")
    'oztoprak lawyer'
    """
    decomposed = unicodedata.normalize("NFKD", name)
    folded = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    words = PUNCTUATION.sub(" ", POSSESSIVE.sub("", folded)).split()
    return ARTICLE.sub("", " ".join(words))


def likeness(predicted: Thing, gold: Thing) -> float:
    """Return how well two entities' names agree, from 0 (not at all) to 3.5 (same full name, same kind)."""
    agreement = _agreement(predicted, gold)
    return agreement + SAME_KIND if agreement and predicted.kind == gold.kind else agreement


def _agreement(predicted: Thing, gold: Thing) -> float:
    if predicted.name == gold.name:
        return EQUAL
    shared = predicted.names & gold.names
    if shared:
        return SHARED + len(shared) / len(predicted.names | gold.names)
    if gold.named and predicted.kind in PERSONS and gold.kind in PERSONS:
        ours, theirs = set(predicted.name.split()), set(gold.name.split())
        return PART if ours and theirs and (ours <= theirs or theirs <= ours) else 0.0
    return 0.0


def align(predicted: Sequence[Thing], gold: Sequence[Thing]) -> dict[str, str]:
    """Map ids of predicted entities to gold's, best likeness first, ties by id whatever the order given."""
    candidates = sorted((-likeness(p, g), p.id, g.id) for p in predicted for g in gold)
    exclusive = {g.id for g in gold if g.named}
    aligned: dict[str, str] = {}
    taken: set[str] = set()
    for distance, ours, theirs in candidates:
        if distance < 0 and ours not in aligned and theirs not in taken:
            aligned[ours] = theirs
            taken |= {theirs} & exclusive
    return aligned
