"""What the rules for happenings ask about entities: could these agents, these places be the same?

"Authorities", "Kazakh police" and "Shymkent police" may all tell of one arrest; the police of two cities may not.
"""

from __future__ import annotations

from collections.abc import Iterable

from graphbuild.model import Entity, Kind
from graphbuild.resolve.places import is_country


class World:
    """Entities, looked up by their members."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = {e.id: e for e in entities}
        self._entity_of = {m: e.id for e in self.entities.values() for m in e.members}

    def of(self, referents: Iterable[str]) -> set[str]:
        """Return the entities of some referents; a referent that no document has is none."""
        return {self._entity_of[r] for r in referents if r in self._entity_of}

    def named(self, referents: Iterable[str]) -> set[str]:
        """Return those that have a name."""
        return {e for e in self.of(referents) if self.entities[e].named}

    def same_agents(self, left: set[str], right: set[str]) -> bool:
        """Whether two sets of agents may tell of one act: one is empty, or an agent of one may be one of the other."""
        return not left or not right or any(self._covers(a, b) or self._covers(b, a) for a in left for b in right)

    def same_places(self, left: set[str], right: set[str]) -> bool:
        """Whether two sets of places may be one: one is empty, they share one, or one is the country of the other."""
        if not left or not right or left & right:
            return True
        pairs = [(self.entities[a], self.entities[b]) for a in left for b in right]
        return any(a.country == b.country and (is_country(a) or is_country(b)) for a, b in pairs)

    def _covers(self, wide: str, narrow: str) -> bool:
        """Whether an agent may be what a vaguer word means: the level above, "police", "the authorities"."""
        one, other = self.entities[wide], self.entities[narrow]
        if wide == narrow or other.part_of == wide:
            return True
        vague = one.kind is other.kind is Kind.AGENCY and not one.named and one.part_of is None
        return vague and one.function in ("government", other.function) and one.country in (None, other.country)
