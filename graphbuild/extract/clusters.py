"""Groups of mentions that are one thing, and which pass joined them.

Coreference runs as a sieve (Lee et al. 2013, Deterministic Coreference Resolution Based on Entity-Centric,
Precision-Ranked Rules): the surest passes first, each seeing what the ones before it joined.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from graphbuild.extract.kinds import BODIES, PEOPLE, PERSONS
from graphbuild.extract.mentions import Form, Mention
from graphbuild.lexicons.gazetteer import country_by_capital, country_of, is_nationality
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc

NUMBERS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split()
    )
}


def count_of(text: str) -> int | None:
    """Return the number that a description begins with.

    >>> count_of("Two reporters"), count_of("group of 300 reporters"), count_of("reporters")
    (2, 300, None)
    """
    words = text.casefold().split()
    first = words[2] if words[1:2] == ["of"] and len(words) > 2 and words[0] in ("group", "team") else words[0]
    return int(first) if re.fullmatch(r"\d{1,3}", first) else NUMBERS.get(first)


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Return a text without case, accents, apostrophes and possessive marks.

    >>> fold("Abdülhamit’s")
    'abdulhamit'
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    for mark in ("'s", "’s", "'", "’", "`", "ʻ", "ʼ"):
        bare = bare.removesuffix(mark) if mark.endswith("s") else bare.replace(mark, "")
    return " ".join(bare.split())


def service_of(text: str) -> str | None:
    """Return what the service of a language is called, however it is written; None for another name.

    >>> service_of("BBC's Turkish language service"), service_of("BBC Turkish"), service_of("BBC")
    ('bbc turkish', 'bbc turkish', None)
    """
    words = [w for w in fold(re.sub("['’]s\\b", "", text)).split() if w not in ("language", "service", "desk")]
    return " ".join(words) if len(words) > 1 and is_nationality(words[-1].capitalize()) else None


SECTORS = frozenset({"civil society", "media", "press", "independent media", "independent press"})
"""Words for all who are of a kind."""


class Clusters:
    """A partition of the mentions of one report."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.mentions = list(mentions)
        self._parent = list(range(len(self.mentions)))
        self._members: dict[int, list[int]] = {i: [i] for i in self._parent}
        self.passes: dict[int, str] = {}
        """which pass joined a mention (by its index) to what came before it"""
        self.sureness: dict[int, float] = {}
        """how likely it is that a mention (by its index) was linked to the right one, where a pass may well be wrong"""
        self.at_head = {m.head: i for i, m in enumerate(self.mentions)}
        self._at_token = {t: i for i, m in enumerate(self.mentions) for t in range(m.start, m.end)}
        self._at_token |= self.at_head
        self.kinds: dict[int, Kind] = {}
        """kinds that contexts settle, by root"""
        self.sets: dict[int, tuple[int, ...]] = {}
        """plural mention → the mentions that it stands for together"""
        self._states: dict[str, int] = {}
        self._kinds: dict[int, Kind | None] = {}
        """what has been asked of `kind` by root, until something changes"""

    def root(self, index: int) -> int:
        """Return the cluster that a mention belongs to."""
        while self._parent[index] != index:
            index = self._parent[index]
        return index

    def join(self, one: int, other: int, by: str, *, sure: float = 1.0) -> None:
        """Put two mentions' clusters together."""
        a, b = sorted((self.root(one), self.root(other)))
        if a == b:
            return
        if sure < 1.0:
            self.sureness[max(one, other)] = sure
        self._kinds.clear()
        self._parent[b] = a
        self._members[a] = sorted(self._members[a] + self._members.pop(b))
        self.passes.setdefault(max(one, other), by)
        if b in self.kinds:
            self.kinds.setdefault(a, self.kinds.pop(b))

    def add(self, mention: Mention) -> int:
        """Take in one more mention as a cluster of its own; return its index."""
        index = len(self.mentions)
        self.mentions.append(mention)
        self._parent.append(index)
        self._members[index] = [index]
        self.at_head[mention.head] = index
        for token in range(mention.start, mention.end):
            self._at_token.setdefault(token, index)
        return index

    def state(self, place: int) -> int | None:
        """Return the state that acts where a text has its country or capital: "Belarus arrested …" is its government.

        None for a mention that names neither. The state is the report's government of that country, if there is one.
        """
        mention = self.mentions[place]
        named = (mention, *(m for m in self.members(place) if m.form is Form.NAME))  # "Russia … It"
        codes = ((m, c) for m in named if (c := country_of(m.text) or country_by_capital(m.text)) is not None)
        mention, code = next(codes, (mention, None))
        if code is None:
            return None
        if code not in self._states:
            own = (r for r in self.of_kind(frozenset({Kind.AGENCY})) if self.attribute(r, "function") == "government")
            same = next((r for r in own if self.attribute(r, "country") == code), None)
            self._states[code] = self._new_state(mention, code) if same is None else same
        return self._states[code]

    def is_state(self, index: int) -> bool:
        """Whether a cluster is a state that acts and that nothing but its country's name stands for."""
        return (
            self.mentions[index].form is Form.DESCRIPTION
            and index in self._states.values()
            and len(self.indices(index)) == 1
        )

    def _new_state(self, mention: Mention, country: str) -> int:
        index = len(self.mentions)
        state = replace(mention, form=Form.DESCRIPTION, kind=Kind.AGENCY, function="government", country=country)
        self.mentions.append(state)
        self._parent.append(index)
        self._members[index] = [index]
        return index

    def at(self, token: int) -> int | None:
        """Return the mention that a token heads or lies in."""
        return self._at_token.get(token)

    def roots(self) -> list[int]:
        """Return all clusters, by first mention."""
        return sorted(self._members)

    def roots_of(self, indices: Iterable[int]) -> set[int]:
        """Return the clusters of some mentions."""
        return {self.root(i) for i in indices}

    def union(self, one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
        """Return the first mention of each cluster among two lists."""
        found = {self.root(i): i for i in reversed((*one, *other))}
        return tuple(sorted(found.values()))

    def names(self, kinds: frozenset[Kind]) -> list[int]:
        """Return the names that are, or belong to what is, of some kinds."""
        return [
            i for i, m in enumerate(self.mentions)
            if m.form is Form.NAME and (m.kind in kinds or self.kind(i) in kinds)
        ]  # fmt: skip

    def members(self, index: int) -> list[Mention]:
        """Return the mentions of a mention's cluster in order."""
        return [self.mentions[i] for i in self._members[self.root(index)]]

    def indices(self, index: int) -> list[int]:
        """Return the indices of a cluster's mentions in order."""
        return self._members[self.root(index)]

    def generic(self, index: int) -> bool:
        """Whether a mention speaks of people by their kind alone: "journalists", without name, number or article."""
        mention = self.mentions[index]
        if mention.form is not Form.DESCRIPTION or mention.definite or self.named(index):
            return False
        if not mention.plural:
            return mention.text.casefold() in SECTORS
        return count_of(mention.text) is None

    def named(self, index: int) -> bool:
        """Whether a cluster has a proper name."""
        return any(m.form is Form.NAME for m in self.members(index))

    def of_kind(self, kinds: frozenset[Kind]) -> Iterator[int]:
        """Yield the clusters of given kinds."""
        return (r for r in self.roots() if self.kind(r) in kinds)

    def kind(self, index: int) -> Kind | None:
        """Return what a cluster is: what a context settled, else the most specific of what its mentions say."""
        root = self.root(index)
        if root in self.kinds:
            return self.kinds[root]
        if root not in self._kinds:
            self._kinds[root] = self._voted(root)
        return self._kinds[root]

    def _voted(self, root: int) -> Kind | None:
        members = self.members(root)
        named = {m.kind for m in members if m.form is Form.NAME}
        if named & PERSONS:
            # what words beside a name say of a body is surer than what a recogniser takes for a person's name
            body = next((kind for kind in (Kind.OUTLET, Kind.AGENCY) if kind in named), None)
            return body or _kind_of_person(members)
        votes = Counter(m.kind for m in members if m.kind is not None)
        names = Counter(m.kind for m in members if m.form is Form.NAME and m.kind is not None)
        for kind, kinds in ((Kind.JOURNALIST, PEOPLE), (Kind.OUTLET, BODIES), (Kind.AGENCY, BODIES)):
            if votes[kind] and sum(votes[k] for k in kinds) >= sum(votes.values()) / 2:
                return kind
        counted = names or votes
        standing = next((i for i in self.indices(root) if i in self.sets), None)
        if not counted and standing is not None:  # "they" are what each of them is
            return self.kind(self.sets[standing][0])
        return counted.most_common(1)[0][0] if counted else None

    def expand(self, index: int) -> tuple[int, ...]:
        """Return whom a mention stands for: "they" and "the two reporters" may be several, anything else is itself."""
        return self.sets.get(index) or self.sets.get(self.root(index)) or (index,)

    def spread(self, index: int, people: tuple[int, ...]) -> None:
        """Let a plural mention stand for several."""
        self._kinds.clear()
        self.sets[index] = people

    def other_country(self, index: int, mention: Mention, doc: Doc) -> bool:
        """Whether somebody is called by another nationality than a description has: "the French reporter"."""
        if mention.country is None:
            return False
        own = {m.country for m in self.members(index) if m.form is Form.DESCRIPTION} - {None}
        titles = (doc[max(0, m.start - 3) : m.start] for m in self.members(index) if m.form is Form.NAME)
        own |= {country_of(t.text) for words in titles for t in words if is_nationality(t.text)}
        return bool(own) and mention.country not in own

    def settle(self, index: int, kind: Kind) -> None:
        """Record what a context says a cluster is."""
        self._kinds.clear()  # "they" are what those are whom they stand for
        self.kinds[self.root(index)] = kind

    def attribute(self, index: int, name: str) -> str | None:
        """Return the first value of an attribute (`function`, `country`, `gender`) among a cluster's mentions."""
        return next((v for m in self.members(index) if (v := getattr(m, name))), None)


def _kind_of_person(members: Iterable[Mention]) -> Kind:
    """Return what a named person is: a journalist or an official where words beside the name say so.

    "Judge Almazova" is called by a word that alone would stand for the court.
    """
    votes: Counter[Kind | None] = Counter(Kind.OFFICIAL if m.kind is Kind.AGENCY else m.kind for m in members)
    if votes[Kind.JOURNALIST] or votes[Kind.OFFICIAL]:
        return max((Kind.JOURNALIST, Kind.OFFICIAL), key=lambda kind: votes[kind])
    return Kind.PERSON
