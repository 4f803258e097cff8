"""Those of whom a text has told so far whom a plural may take up: as many as it counts, or all that something befell.

"Keita was beaten. A photographer was hurt as well, and both were held": *both* are the two of whom something was told;
who only said something about it is none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.discourse import Discourse, acts_of
from graphbuild.extract.kinds import PERSONS
from graphbuild.extract.lemmas import readings
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.syntax import Relation
from graphbuild.lexicons.words import SpeechVerb, load_words
from graphbuild.model import EventType, Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation

APART = frozenset({"first", "last", "other", "further", "additional", "more", "second", "third"})
"""Adjectives that tell some people from others of the kind."""
REACH_OF_ALL = 4
"""Sentences over which "the journalists" gathers those who were named."""
UNDERGONE = frozenset({EventType.DETENTION, EventType.CONVICTION, EventType.RELEASE, EventType.ABDUCTION})
"""Acts whose nouns are of whom they befall: "their arrest", where "their attack" may be by them."""


class ToldBefore:
    """The people of one parse whose names are clustered, by what was told of them."""

    def __init__(self, discourse: Discourse, clusters: Clusters) -> None:
        self.discourse, self.clusters = discourse, clusters
        self.doc, self.syntax, self.sentence = discourse.doc, discourse.syntax, discourse.sentence

    def befallen(self, i: int, mention: Mention, number: int | None) -> tuple[int, ...]:
        """Return all named people of whom the text has told what a participle says: "the detained journalists".

        The participle takes up the acts, so that their number of sentences ago does not matter.
        """
        if mention.form is not Form.DESCRIPTION or not mention.definite:
            return ()
        wanted = {t for d in self.syntax.dependents(self.doc[mention.head], R.ADJECTIVE) for t in acts_of(d.token)}
        if not wanted:
            return ()
        found: dict[int, int] = {}
        for j in range(i):
            other = self.clusters.mentions[j]
            if other.form is Form.NAME and self.clusters.kind(j) in PERSONS and wanted & self.discourse.befell(other):
                found.setdefault(self.clusters.root(j), j)
        press = {r: j for r, j in found.items() if self.clusters.kind(j) is Kind.JOURNALIST}
        people = tuple((press if mention.kind is Kind.JOURNALIST else found).values())
        return people if len(people) > 1 and number in (None, len(people)) else ()

    def sufferers(self, i: int, mention: Mention, number: int | None) -> tuple[int, ...]:
        """Return the single people whom acts befell in this sentence and the one before, if as many as counted.

        "X was beaten. A photographer was hurt as well, and *both* were held": who undergoes more is who underwent before.
        """
        if number is None or not self.suffers(mention):
            return ()
        here, found = self.sentence[mention.head], dict[int, int]()
        for j in range(i):
            other = self.clusters.mentions[j]
            single = self.clusters.kind(j) in PERSONS and not other.plural
            if single and here - self.sentence[other.head] <= 1 and self.discourse.befell(other):
                found.setdefault(self.clusters.root(j), j)
        return tuple(found.values()) if len(found) == number > 1 else ()

    def journalists(self, i: int, here: int, number: int | None, lists: list[tuple[int, ...]]) -> tuple[int, ...]:
        """Return all journalists named shortly before "the journalists", lists and single ones, if they are the number."""
        found = self._named_before(i, here, {Kind.JOURNALIST})
        if number is not None and len(found) > number > 1:  # "both" are the two of the last sentence that names so many
            found = self._last_so_many(found, number)
        if number is None:
            found = self._whole_list(found, i, lists)
        return tuple(found.values()) if len(found) > 1 and number in (None, len(found)) else ()

    def people(self, i: int, here: int, number: int | None) -> tuple[int, ...]:
        """Return all people without an office named shortly before, if they are as many as counted: "the three"."""
        if self.sets_apart(self.clusters.mentions[i]):
            return ()
        found = self._named_before(i, here, {Kind.JOURNALIST, Kind.PERSON})
        if self.suffers(self.clusters.mentions[i]):
            found = {root: j for root, j in found.items() if not self._only_tells(root, here)}
        return tuple(found.values()) if number is not None and len(found) == number > 1 else ()

    def suffers(self, mention: Mention) -> bool:
        """Whether an act befell "they": "they were released", "attacked them"."""
        up = self.syntax.governor(self.doc[mention.head])
        if up is None or mention.form is not Form.PRONOUN:
            return False
        if up.relation is R.POSSESSOR:  # "their arrest"
            return bool(acts_of(up.token)) and acts_of(up.token) <= UNDERGONE
        return up.relation in (R.PASSIVE_SUBJECT, R.OBJECT) and bool(acts_of(up.token))

    def sets_apart(self, mention: Mention) -> bool:
        """Whether a plural tells some from the rest: "the first journalists at the scene", "the other reporters"."""
        words = self.syntax.dependents(self.doc[mention.head], R.ADJECTIVE)
        return mention.form is Form.DESCRIPTION and any(d.token.lower_ in APART for d in words)

    def _whole_list(self, found: dict[int, int], i: int, lists: list[tuple[int, ...]]) -> dict[int, int]:
        """Return people with those listed with all of them, whom nothing calls journalists so far."""
        for names in lists:
            roots = {self.clusters.root(j): j for j in names}
            unknown = {self.clusters.kind(j) for j in roots.keys() - found.keys()} == {Kind.PERSON}
            if found and found.keys() < roots.keys() and unknown and max(names) < i:
                return roots
        return found

    def _only_tells(self, root: int, here: int) -> bool:
        """Whether all that the sentences before have of somebody is that he said something."""
        near = [m for m in self.clusters.members(root) if 0 <= here - self.sentence[m.head] <= REACH_OF_ALL]
        ups = [self.syntax.governor(self.doc[m.head]) for m in near if m.form is Form.NAME]
        return all(up is not None and up.relation is R.SUBJECT and tells(up.token) for up in ups)

    def _named_before(self, i: int, here: int, kinds: set[Kind]) -> dict[int, int]:
        """Return the people of some kinds named shortly before, each by the root of its cluster and its first mention."""
        found: dict[int, int] = {}
        for j in range(i):
            other = self.clusters.mentions[j]
            near = 0 <= here - self.sentence[other.head] <= REACH_OF_ALL
            if near and other.form is Form.NAME and self.clusters.kind(j) in kinds:
                found.setdefault(self.clusters.root(j), j)
        return found

    def _last_so_many(self, found: dict[int, int], number: int) -> dict[int, int]:
        """Return those of people who are named in the last sentence that names exactly so many of them."""
        by_sentence: dict[int, dict[int, int]] = {}
        for root, j in found.items():
            for i in self.clusters.indices(j):
                mention = self.clusters.mentions[i]
                if mention.form is Form.NAME and i <= max(found.values()):
                    by_sentence.setdefault(self.sentence[mention.head], {})[root] = i
        last = max(by_sentence)
        return by_sentence[last] if len(by_sentence[last]) == number else {}


def tells(verb: Token) -> bool:
    """Whether a verb is one of saying: "Investigators *say* the hit men had followed him" are no hit men."""
    verbs = load_words(SpeechVerb)
    return any(verbs.get((r,)) is not None for r in readings(verb))
