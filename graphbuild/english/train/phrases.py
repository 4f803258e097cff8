"""Names as little trees, so that a name put into a parsed sentence leaves a parsed sentence.

Aigerim Sadykova                    Sadykova ─flat→ Aigerim
Ministry of Internal Affairs        Affairs ─nmod→ Ministry, of ─case→ Affairs, Internal ─compound→ Affairs
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from .name_lists import Region, read_lists

Tokenize = Callable[[str], list[str]]
PREPOSITIONS = frozenset(("of", "for", "to", "in", "Without", "against"))
# form: universal part of speech, Penn tag; everything else is a proper noun
CLOSED = {"of": ("ADP", "IN"), "for": ("ADP", "IN"), "in": ("ADP", "IN"), "to": ("PART", "TO"), "and": ("CCONJ", "CC"),
          "'s": ("PART", "POS"), "-": ("PUNCT", "HYPH")}  # fmt: skip


@dataclass(frozen=True)
class Phrase:
    """The tokens of a name with heads inside it; the root's head is its own index."""

    words: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]

    @property
    def root(self) -> int:
        """Find the token that stands for the whole."""
        return next(index for index, head in enumerate(self.heads) if head == index)


def part_of_speech(word: str) -> tuple[str, str]:
    """Give the universal and the Penn tag of a word inside a name."""
    return CLOSED.get(word) or (("NUM", "CD") if word.isdigit() else ("PROPN", "NNP"))


def person_phrase(words: list[str]) -> Phrase:
    """Hang all names of a person on the first, as English UD does."""
    deps = ("punct" if word == "-" else "flat" for word in words[1:])
    return Phrase(tuple(words), (0,) * len(words), ("root", *deps))


def other_phrase(words: list[str]) -> Phrase:
    """Hang modifiers on the last word, and what follows the first preposition on what stands before it.

    >>> other_phrase(["Ministry", "of", "Internal", "Affairs"]).heads
    (0, 3, 3, 0)
    """
    cut = next((index for index, word in enumerate(words) if index and word in PREPOSITIONS), None)
    if cut is None or cut + 1 == len(words):
        heads, deps = _flat_chain(words, 0)
    else:
        heads, deps = _flat_chain(words[:cut], 0)
        inner_heads, inner_deps = _flat_chain(words[cut + 1 :], cut + 1)
        last = len(words) - 1
        inner_heads[-1], inner_deps[-1] = cut - 1, "nmod"
        heads, deps = [*heads, last, *inner_heads], [*deps, "case", *inner_deps]
    return Phrase(tuple(words), tuple(heads), tuple(deps))


def _flat_chain(words: list[str], offset: int) -> tuple[list[int], list[str]]:
    last = offset + len(words) - 1
    heads, deps = [last] * len(words), ["compound"] * (len(words) - 1) + ["root"]
    for index, word in enumerate(words[:-1]):
        if word == "'s" and index:
            heads[index], deps[index], deps[index - 1] = offset + index - 1, "case", "nmod:poss"
        elif word == "and":
            heads[index], deps[index] = offset + index + 1, "cc"
        elif word == "-":
            deps[index] = "punct"
    return heads, deps


class Names:
    """Draws names, from the training or the held-out part of the lists."""

    def __init__(self, chance: random.Random, tokenize: Tokenize, held: bool = False) -> None:
        self._chance, self._tokenize, self._lists = chance, tokenize, read_lists()
        self._regions: list[Region] = [region.part(held) for region in self._lists.regions.values()]
        # the project reads reports on Central Asia first: its three regions come twice as often
        self._weights = [2.0 if name in ("kazakh", "central", "slavic") else 1.0 for name in self._lists.regions]

    def region(self) -> Region:
        """Draw a region."""
        return self._chance.choices(self._regions, self._weights)[0]

    def person(self, region: Region, size: int) -> Phrase:
        """Draw a person's name: one part where `size` is 1, otherwise two, sometimes three."""
        chance = self._chance
        given, surname = chance.choice(region.given), chance.choice(region.surnames)
        if size == 1:
            return person_phrase(self._tokenize(surname if chance.random() < 0.75 else given))
        parts = [given, surname]
        if chance.random() < 0.12:
            parts.insert(1, chance.choice(region.given) if chance.random() < 0.6 else chance.choice("ABDEKMNRST") + ".")
        return person_phrase([token for part in parts for token in self._tokenize(part)])

    def place(self, region: Region) -> Phrase:
        """Draw a place."""
        return other_phrase(self._tokenize(self._chance.choice(region.places)))

    def organisation(self, region: Region) -> Phrase:
        """Draw an outlet, an agency, or a body of a city."""
        chance = self._chance
        kind = chance.random()
        if kind < 0.35:
            text = chance.choice(self._lists.outlets)
        elif kind < 0.55:
            front = chance.choice((*self._lists.outlet_stems, *region.places, *region.surnames[:6]))
            text = f"{front} {chance.choice(self._lists.outlet_heads)}"
        elif kind < 0.8:
            text = chance.choice(self._lists.agencies)
        else:
            text = chance.choice(self._lists.city_bodies).format(chance.choice(region.places))
        return other_phrase(self._tokenize(text))
