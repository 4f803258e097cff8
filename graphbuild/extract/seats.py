"""Where the forces and courts of a report have their seats: which are of one town, and which of another.

"Osh police arrested X. Police took her phone": a name of its seat tells a force from those of other towns only. "Police in
Naryn" are not the Aksu police, and far from where a report names the Aksu police it may mean others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from graphbuild.extract.clusters import Clusters, fold
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.name_edges import SURE_PLACE
from graphbuild.lexicons.gazetteer import country_of, place_score
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

GENERIC = frozenset(
    "local state national federal city district regional provincial plainclothes plain clothes uniformed armed masked"
    " unidentified unknown senior top high ranking level several some other many two three four five six more few male"
    " female young police law enforcement security government governmental court prison military army number group dozen"
    " hundred dozens hundreds department force forces service agency same latter said alleged unnamed individual another"
    " responsible relevant competent country public authority authorities ruling current municipal one body officer"
    " official officers officials agent judge prosecutor investigator member members representative this that these those"
    " his her their its the a an at least of about around nearly anti".split()
)
"""Words that single no body out."""
WHERETO = frozenset({"to", "into", "at", "in", "inside", "outside", "near", "from"})
"""Prepositions of a building or a town."""
SEATED = frozenset({"police", "court", "prosecutor"})
"""Functions whose bodies are told apart by their towns."""
ROOMS = frozenset({"station", "post", "building", "headquarters", "barracks"})
"""Nouns for where a force sits."""
NEAR_SEAT = 15
"""Sentences around a mention with its town in which others are of the same body."""


def is_own_word(word: Token) -> bool:
    """Whether a word tells a body from others of its function."""
    telling = word.pos_ in ("ADJ", "NOUN", "PROPN") and country_of(word.text) is None
    return telling and word.lower_ not in GENERIC and noun_lemma(word) not in GENERIC


class Seats:
    """The seats of the agencies of one parse whose names are clustered."""

    def __init__(self, doc: Doc, clusters: Clusters) -> None:
        self.doc, self.clusters = doc, clusters
        self.sentence = [k for k, s in enumerate(doc.sents) for _ in s]
        """token → number of its sentence"""
        self._countries = [(t.i, code, _opens(t)) for t in doc if (code := country_of(t.text)) is not None]
        """token, country and whether it opens a sentence, of all countries named"""

    def of_one(self, described: list[int], of_countries: set[str], singled_out: Callable[[int], bool]) -> set[int]:
        """Return the agencies of one town with which a report goes on, where it tells of no others of the function.

        `singled_out` says whether words of its own tell an agency from others.
        """
        found: set[int] = set()
        for function in SEATED - of_countries:
            own = [i for i in described if self.clusters.mentions[i].function == function]
            seats = {i: seat for i in own if (seat := self._seat(i))}
            bare = [i for i in own if i not in seats and not singled_out(i)]
            named = [m.text for m in self.clusters.mentions if m.form is Form.NAME and m.function == function]
            words = next(iter(seats.values()), frozenset())
            one = set(seats.values()) == {words} and all(words <= set(fold(name).split()) for name in named)
            near = all(any(self.apart(i, j) <= NEAR_SEAT for j in seats) for i in bare)
            if one and near and not any(self._is_elsewhere(i, words) for i in bare):
                found |= seats.keys()
        return found

    def sits_elsewhere(self, i: int, anchor: int) -> bool:
        """Whether what a mention might be one with is named after a place, and the mention tells of another or is far off.

        "Police in Naryn" are not the Aksu police, nor are "local police" those of the whole country.
        """
        mention = self.clusters.mentions[i]
        town = set(fold(" ".join(self.place_after(mention))).split())
        names = [j for j in self.clusters.indices(anchor) if self.clusters.mentions[j].form is Form.NAME]
        words = [set(fold(self.clusters.mentions[j].text).split()) for j in names]
        towns = [self.is_of_a_town(j) for j in names]
        if names and not any(towns):
            return "local" in fold(mention.text).split() or (
                mention.function == "court" and self._sit_apart(town, names)
            )
        if not all(towns) or not names:
            return False
        far = all(self.apart(i, j) > NEAR_SEAT for j in names)
        return far or (bool(town) and not any(town <= each for each in words))

    def _sit_apart(self, town: set[str], names: list[int]) -> bool:
        """Whether another place stands beside the names: "the Court of Appeal in Osh", "the court in Naryn"."""
        told = [set(fold(" ".join(self.place_after(self.clusters.mentions[j]))).split()) for j in names]
        return bool(town) and any(told) and not any(town & each for each in told)

    def has_moved_on(self, i: int, anchor: int, country: str | None) -> bool:
        """Whether a report that told of an agency of one country has turned to another: "In Zambia, the government".

        A place that opens a sentence sets the scene for what follows (Quirk et al. 1985, 8.51), until a country is named
        again. `country` is the agency's, where it is told.
        """
        here, there = self.clusters.mentions[i].head, self.clusters.mentions[anchor].head
        if country is None:
            country = next((code for k, code, opens in reversed(self._countries) if opens and k < there), None)
        since = [(code, opens) for k, code, opens in self._countries if there < k < here]
        last = next((code for code, opens in reversed(since) if opens or code == country), country)
        return country is not None and last != country

    def is_of_a_town(self, i: int) -> bool:
        """Whether a body is named after a place: far from the name "the police" may be those of another town."""
        name = self.doc[self.clusters.mentions[i].start : self.clusters.mentions[i].end]
        words = [t for t in name if t.is_title and country_of(t.text) is None]
        return any(t.ent_type_ in ("LOC", "GPE") or place_score(t.text) >= SURE_PLACE for t in words)

    def apart(self, i: int, j: int) -> int:
        """Return how many sentences stand between two mentions."""
        one, other = self.clusters.mentions[i], self.clusters.mentions[j]
        return abs(self.sentence[one.head] - self.sentence[other.head])

    def place_after(self, mention: Mention) -> list[str]:
        """Return the name of the town right after "police in", whatever a parse hangs it on; of a country none."""
        if self.doc.text_of(mention.end, mention.end + 1) not in ("in", "of"):
            return []
        places = (m for m in self.clusters.mentions if m.start == mention.end + 1 and m.kind is Kind.PLACE)
        return [m.text for m in places if country_of(m.text) is None][:1]

    def _is_elsewhere(self, i: int, town: frozenset[str]) -> bool:
        """Whether the sentence of an agency is about another place than a town: "In Naryn, police beat X"."""
        sentence = self.doc[self.clusters.mentions[i].head].sent
        inside = (m for m in self.clusters.mentions if m.kind is Kind.PLACE and sentence.start < m.start < sentence.end)
        return any(
            self.doc[m.start - 1].lower_ in WHERETO and town.isdisjoint(fold(m.text).split()) for m in inside
        )  # fmt: skip

    def _seat(self, i: int) -> frozenset[str]:
        """Return the words for the town of an agency that nothing else singles out: "Osh police", "police in Osh"."""
        mention = self.clusters.mentions[i]
        head = self.doc[mention.head]
        own = [t for t in self.doc[mention.start : mention.end] if t.i != mention.head and is_own_word(t)]
        if noun_lemma(head) in ROOMS:
            return frozenset()
        words = frozenset(fold(" ".join([t.text for t in own] or self.place_after(mention))).split())
        places = {fold(m.text) for m in self.clusters.mentions if m.kind is Kind.PLACE}
        known = all(t.ent_type_ in ("LOC", "GPE") for t in own) or fold(" ".join(t.text for t in own)) in places
        return words if known else frozenset()


def _opens(country: Token) -> bool:
    """Whether a sentence begins in a country, or a line is no more than its name: "In Zambia, …"."""
    start = country.sent.start
    before = [t.lower_ for t in country.doc[start : country.i] if not t.is_space]
    alone = country.i + 1 == len(country.doc) or country.nbor().text.startswith((":", "\n"))
    return before in (["in"], ["in", "the"], ["across"]) or (not before and alone)
