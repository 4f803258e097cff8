"""Clusters of ids that rules join, unless a trait or a person keeps them apart.

"Murat Ali" of a Kazakh report and "Murat Ali" of a Turkish one share a key, but not a country: no rule joins them. A
third of unknown country could be either, and stays alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graphbuild.judgements import RULE, Judgement, Verdict


class Traits(NamedTuple):
    """What must not differ within a cluster, where it is known."""

    kind: str | None = None
    country: str | None = None
    geonames: int | None = None

    def fits(self, other: Traits) -> bool:
        """Whether no trait is known of both and different."""
        return all(a is None or b is None or a == b for a, b in zip(self, other, strict=True))

    def merged(self, other: Traits) -> Traits:
        """Return the traits of both together."""
        return Traits(*(b if a is None else a for a, b in zip(self, other, strict=True)))  # type: ignore[arg-type]

    @property
    def unknown(self) -> int:
        """How many traits are not known."""
        return sum(trait is None for trait in self)


class Clusters:
    """Ids in a fixed order, each in one cluster; a cluster goes by its first id."""

    def __init__(self, traits: Mapping[str, Traits], judgements: Iterable[Judgement] = ()) -> None:
        self.rank = {id: i for i, id in enumerate(traits)}
        self.decisions: list[Judgement] = []
        self._parent = dict(zip(traits, traits, strict=True))
        self._traits = dict(traits)
        self._apart: dict[str, set[str]] = {}
        known = [j for j in judgements if j.verdict.pairs and all(id in self.rank for id in j.subject)]
        for left, right in (j.subject for j in known if j.verdict is Verdict.DIFFERENT):
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)
        for left, right in (j.subject for j in known if j.verdict is Verdict.SAME):
            if not self.kept_apart(left, right):
                self._join(left, right)

    def root(self, id: str) -> str:
        """Return the first id of the cluster that an id is in."""
        while self._parent[id] != id:
            self._parent[id] = self._parent[self._parent[id]]
            id = self._parent[id]
        return id

    def traits(self, id: str) -> Traits:
        """Return what is known of the cluster that an id is in."""
        return self._traits[self.root(id)]

    def kept_apart(self, left: str, right: str) -> bool:
        """Whether a person said that these two clusters differ."""
        root = self.root(right)
        return any(self.root(foe) == root for foe in self._apart.get(self.root(left), ()))

    def join(self, left: str, right: str, rule: str) -> bool:
        """Join two clusters by a rule and note it; return whether nothing kept them apart."""
        if self.root(left) == self.root(right):
            return True
        if self.kept_apart(left, right) or not self.traits(left).fits(self.traits(right)):
            return False
        first, second = sorted((left, right), key=self.rank.__getitem__)
        self.decisions.append(Judgement(Verdict.SAME, first, second, RULE + rule))
        self._join(left, right)
        return True

    def join_block(self, block: Sequence[str], rule: str) -> None:
        """Join what one key gathers, the best known first; what could belong to two different things stays alone."""
        heads: list[str] = []
        for id in sorted(block, key=lambda i: (self.traits(i).unknown, self.rank[i])):
            roots = list(dict.fromkeys(self.root(head) for head in heads))
            fitting = [r for r in roots if self._traits[r].fits(self.traits(id))]
            if len({self._traits[r] for r in fitting}) > 1:
                continue
            # of clusters that only a person keeps apart, the earliest takes what no one judged
            if not any(self.join(root, id, rule) for root in fitting):
                heads.append(id)

    def groups(self) -> list[tuple[str, ...]]:
        """Return the clusters, each with its ids in order, by their first ids."""
        groups: dict[str, list[str]] = {}
        for id in self.rank:
            groups.setdefault(self.root(id), []).append(id)
        return [tuple(group) for group in groups.values()]

    def _join(self, left: str, right: str) -> None:
        first, second = sorted((self.root(left), self.root(right)), key=self.rank.__getitem__)
        if first == second:
            return
        self._parent[second] = first
        self._traits[first] = self._traits[first].merged(self._traits.pop(second))
        self._apart.setdefault(first, set()).update(self._apart.pop(second, ()))
