"""Who a word stands for: from the head of a phrase to the cluster of mentions that takes part.

"Two Meydan TV reporters were held": the head *reporters* leads to a described group of journalists. A country as
agent ("Belarus arrested…") is its government. A noun that no list knows counts as a person only where the verb takes
nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.descriptions import description
from graphbuild.extract.kinds import BODIES, PEOPLE, PERSONS, is_abstract, is_doer
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.name_edges import is_profile
from graphbuild.extract.surface import thing_of
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.lexicons.gazetteer import country_of, is_nationality
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

R = Relation

LISTED = frozenset({"NOUN", "PROPN", "ADJ"})
LISTED_BETWEEN = 2
"""Commas and *ands* between three people of a list."""
NOT_ACCUSING = frozenset({None, "presidency", "parliament", "military", "local"})
"""Functions of bodies whose accusing is no charge."""
GOVERNING = frozenset(
    "president vice-president premier minister chancellor king emir sultan mayor governor ambassador senator lawmaker"
    " speaker spokesman spokeswoman spokesperson deputy".split()
)
PARTS = frozenset({"branch", "chamber", "division", "panel", "section", "bench"})
"""Nouns for a part of a body that acts as it does: "the 15th *branch* of the Revolutionary Court"."""
STATE_FUNCTIONS = frozenset({"court", "prosecutor"})


class Participants:
    """Looks up clusters for the words of one parse."""

    def __init__(self, doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
        self.doc, self.syntax, self.clusters = doc, syntax, clusters
        self._taken = {i for m in clusters.mentions if m.form is Form.NAME for i in range(m.start, m.end)}

    def mention(self, token: Token) -> int | None:
        """Return the mention that a phrase's head stands for; of "journalist Toiken" the name."""
        index = self.clusters.at(token.i)
        named = self._named_beside(token)
        if index is None and named is None and token.ent_iob_ == "I":
            return self._cut_short(token)
        counted = self.syntax.first(token, R.NUMBER) is not None
        part = token.lower_ in PARTS or (token.lower_ == "members" and not counted)
        if index is None and named is None and part:
            bodies = (d.token for d in self.syntax.dependents(token, R.OBLIQUE) if d.preposition == "of")
            return next((i for t in bodies if (i := self.clusters.at(t.i)) is not None), None)
        return named if named is not None else index

    def _cut_short(self, token: Token) -> int | None:
        """Return the name that a name's last word was cut from: "the Court of Osh | Province"."""
        before = token
        while before.ent_iob_ == "I" and before.i > 0:
            before = before.nbor(-1)
            index = self.clusters.at(before.i)
            if index is not None:
                return index if self.clusters.mentions[index].form is Form.NAME else None
        return None

    def _named_beside(self, token: Token) -> int | None:
        for d in self.syntax.dependents(token, R.NAME, R.APPOSITION, R.COMPOUND):
            index = self.clusters.at(d.token.i)
            if index is None or self.clusters.mentions[index].form is not Form.NAME:
                continue
            own = self.clusters.at(token.i)
            if (
                own is None
                and d.relation is R.APPOSITION
                and self._may_be(token)
                and self.clusters.kind(index) in PERSONS
            ):
                return index  # "the companion, Omar Keita, was killed"
            if own is not None and self.clusters.root(own) == self.clusters.root(index):
                return index
        return None

    def _may_be(self, token: Token) -> bool:
        """Whether a noun that no list knows may be somebody's: no thing, nothing abstract, one."""
        return token.tag_ == "NN" and thing_of(token) is None and not is_abstract(token)

    def somebody(self, token: Token, *, agent: bool = False, any_noun: bool = False) -> int | None:
        """Return the mention of a person, group or body (or country acting) that a word stands for, else None."""
        index = self.mention(token)
        if index is None and any_noun and not thing_of(token) and not is_abstract(token):
            found = description(token, self.syntax, self._taken, any_noun=True)
            index = self.clusters.add(found) if found is not None else None
        if index is None:
            return self._state_of(token) if agent and is_nationality(token.text) else None
        kind = self.clusters.kind(index)
        if kind in PEOPLE or kind in BODIES:
            return index
        return self.clusters.state(index) if kind is Kind.PLACE and agent else None

    def _state_of(self, nationality: Token) -> int | None:
        """Return who acts in "an Israeli strike": the country's forces that the text names, else its government."""
        code = country_of(nationality.text)
        bodies = {
            self.clusters.attribute(i, "function"): i for i in range(len(self.clusters.mentions) - 1, -1, -1)
            if self.clusters.kind(i) is Kind.AGENCY and self.clusters.attribute(i, "country") == code
        }  # fmt: skip
        body = bodies.get("military", bodies.get("government"))
        if body is not None or code is None:
            return body
        places = (
            i for i, m in enumerate(self.clusters.mentions) if m.kind is Kind.PLACE and country_of(m.text) == code
        )
        place = next(places, None)
        return self.clusters.state(place) if place is not None else None

    def whole_list(self, found: tuple[int, ...]) -> tuple[int, ...]:
        """Return participants with the people whom a parse left out between two of them: a coordination is contiguous.

        "sentenced director Omar Keita, editor-in-chief Dana Serikova and reporter Li Wen" may lose the middle one.
        """
        if len(found) < len(("one", "other")):
            return found
        mentions, roots = self.clusters.mentions, self.clusters.roots_of(found)
        people = [
            i for i, m in enumerate(mentions) if m.form is Form.NAME and self.clusters.kind(i) in PERSONS
        ]  # fmt: skip
        missed: dict[int, int] = {}
        for one, lost, other in zip(people, people[1:], people[2:], strict=False):
            outer = one in found and other in found and self.clusters.root(lost) not in roots
            if outer and self._is_listing(mentions[one].end, mentions[other].start):
                missed[self.clusters.root(lost)] = lost
        return (*found, *missed.values())

    def _is_listing(self, start: int, end: int) -> bool:
        """Whether nothing but names and positions, parted by commas and *and*, stands in a stretch of a sentence."""
        between = self.doc[start:end]
        marks = sum(t.lower_ in (",", "and") and not t.nbor(-1).is_punct for t in between)
        plain = all(t.pos_ in LISTED or t.lower_ in (",", "and", "-") or t.nbor(-1).text == "-" for t in between)
        return marks == LISTED_BETWEEN and plain and self.doc[start].sent == self.doc[end].sent

    def classes(self, token: Token) -> frozenset[str]:
        """Return the semantic classes of a phrase by its head: person, outlet, organization, thing, site…"""
        index = self.mention(token)
        kind = self.clusters.kind(index) if index is not None else None
        found = {"any"}
        if kind in PEOPLE:
            found.add("person")
        if kind in BODIES:
            found |= {"organization", "outlet"} if kind is Kind.OUTLET else {"organization"}
        known = thing_of(token)
        if known is not None and kind not in PEOPLE:
            found.add(known[0])
        if is_profile(token):
            found.add("site")
        if kind is None and known is None and not is_abstract(token):
            found.add("person" if index is None and token.pos_ in ("PROPN", "PRON") else "unknown")
        return frozenset(found)

    def is_agent(self, token: Token, wanted: str) -> bool:
        """Whether an agent is of the class that a unit asks for: state, a body of it, court or prosecutor."""
        index = self.somebody(token, agent=True)
        if index is None:
            return False
        kind, function = self.clusters.kind(index), self.clusters.attribute(index, "function")
        if wanted == "state":
            return kind in (Kind.AGENCY, Kind.OFFICIAL, Kind.PLACE)
        if wanted == "body":
            return kind is Kind.PLACE or (kind is Kind.AGENCY and function not in NOT_ACCUSING)
        return function == wanted or (kind is Kind.OFFICIAL and wanted in STATE_FUNCTIONS and not self._governs(index))

    def is_doer(self, token: Token) -> bool:
        """Whether a phrase is of people who are called after what they did: "gunmen", and "they" of them."""
        index = self.mention(token)
        members = self.clusters.members(index) if index is not None else ()
        return any(m.form is Form.DESCRIPTION and is_doer(noun_lemma(self.doc[m.head])) for m in members)

    def _governs(self, index: int) -> bool:
        """Whether an official is one of a government, who neither judges nor prosecutes: "President X accuses"."""
        members = self.clusters.members(index)
        words = {w for m in members if m.position for w in m.position.split()}
        names = (m for m in members if m.form is Form.NAME)
        words |= {t.lemma_.lower() for m in names for t in self.doc[max(0, m.start - 2) : m.start]}
        return not GOVERNING.isdisjoint(words)

    def kind(self, index: int) -> Kind | None:
        """Return the kind of a mention's cluster."""
        return self.clusters.kind(index)

    def own(self, index: int) -> Mention:
        """Return a mention by its index."""
        return self.clusters.mentions[index]
