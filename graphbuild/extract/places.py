"""Which words of a parse say where something happened.

"In the western city of Uralsk, officers stopped her outside the court": a name after *in*, *at*, *near*, or below such
a phrase by *of* or apposition. A body's seat is in its name or beside it: "Uralsk City Court", "police in Uralsk". "The
country" is the one named last.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.kinds import BODIES
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.name_contexts import CONTINENTS
from graphbuild.extract.name_edges import SURE_PLACE
from graphbuild.extract.runs import LEVELS
from graphbuild.extract.syntax import Dependent, Relation, Syntax
from graphbuild.lexicons.gazetteer import country_by_capital, country_of, place_score, resolve_place
from graphbuild.model import Kind, Span

if TYPE_CHECKING:
    from graphbuild.documents.datelines import Dateline
    from graphbuild.extract.tokens import Doc, Token

R = Relation

WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "on",
        "around",
        "within",
        "throughout",
        "across",
        "outside of",
        "in front of",
    }
)
BEFORE_HOUSES = frozenset({"at", "outside", "outside of", "in front of", "inside", "near"})
LEAVING = frozenset({"deport", "expel", "extradite", "banish", "evict", "flee", "remove", "oust"})
"""Verbs whose *from* says where they happen."""
DEPARTING = frozenset({"leave", "depart", "exit", "flee", "enter"})
"""Verbs whose object is the place that somebody is kept from leaving or entering."""
DISTRICT_COURT = ["District", "Court"]
DIRECTIONS = frozenset(
    {"Northern", "Southern", "Eastern", "Western", "Central", "Middle", "Federal", "U.S.", "Military"}
)
"""Words that tell a district of a country's courts from a place."""
SITES = frozenset(
    "prison jail camp airport roundabout square market district crossing checkpoint junction stadium".split()
)
"""Nouns that with a name before them are the name of a spot: "the Kachok *roundabout*", "Suleja *prison*"."""
HOUSES = frozenset({"home", "house", "apartment", "flat", "office", "bureau", "newsroom", "headquarters", "studio"})
"""Nouns for where somebody lives or works, which a town before them places: "his *Harare home*"."""
MODIFIER = re.compile(r"\w-[a-z]+$")
"""A compound adjective made from a name: "the *Puntland-controlled* north"."""
COUNTRY = frozenset({"country", "nation", "republic"})
TOWN = frozenset({"city", "town", "village", "capital"})


class Places:
    """Looks up places for the words of one parse."""

    def __init__(self, doc: Doc, syntax: Syntax, clusters: Clusters, filed: Dateline | None = None) -> None:
        self.doc, self.syntax, self.clusters = doc, syntax, clusters
        self._filed = filed
        self._made: dict[tuple[int, int], int] = {}

    def at(self, token: Token) -> int | None:
        """Return the place that a word stands for as a circumstance: after in, at, near, or beside such a word."""
        if self._of_filing(token.idx):
            return None
        if self.named(token.i) is None and (building := self._house(token)) is not None:
            return building
        index = self._meant(token)
        up = self.syntax.governor(token)
        if index is None or (up is not None and self._is_named_after(up)):
            return None
        if self._is_of_house(token):
            return index
        inner = up
        while up is not None and self._passes_on(up.relation, up.preposition):
            up = self.syntax.governor(up.token)
        if up is None or up.relation is not R.OBLIQUE:
            return None
        during = up.preposition == "during" and inner is not None and inner.relation is R.COMPOUND  # "the Osh raids"
        return index if during or up.preposition in WHERE else None

    def _meant(self, token: Token) -> int | None:
        """Return the place that a word is the last of, or takes up."""
        index = self.named(token.i)
        if index is not None:
            return index if self.clusters.mentions[index].head == token.i else None
        site = self._site(token)
        return site if site is not None else self._spoken_of(token)

    def _site(self, token: Token) -> int | None:
        """Return the spot that a name and a common noun name together: "*Suleja prison*", "the *Awash military camp*"."""
        if token.lemma_ not in SITES or not token.is_lower:
            return None
        first = token.i - 1 if self.named(token.i - 1) is not None else token.i - 2
        index = self.named(first) if first >= token.sent.start else None
        if index is None or self.is_country(index) or self.clusters.mentions[index].end <= token.i - 2:
            return None
        if any(t.lower_ in ("a", "an") for _, t, _ in self.syntax.dependents(token, R.DETERMINER)):
            return None  # "a Baku prison" is any of them
        mention = self.clusters.mentions[index]
        return self._place(mention, mention.start, token.i + 1)

    def _is_of_house(self, town: Token) -> bool:
        """Whether a town places a house where an act was done, or that it befell: "his Osh home", "its Osh office"."""
        up = self.syntax.governor(town)
        if up is None:
            return False
        if up.preposition == "from" and self._is_before_house(town):
            return True
        house = self.syntax.governor(up.token) if up.relation is R.COMPOUND and up.token.lemma_ in HOUSES else None
        if house is None:
            return False
        from_there = house.relation is R.OBLIQUE and house.preposition == "from"
        return from_there or house.relation in (R.OBJECT, R.PASSIVE_SUBJECT)

    def _is_before_house(self, token: Token) -> bool:
        """Whether a town stands between *her* and *home*, whatever a parse makes of them: "from *her Harare home*"."""
        after = self.doc[min(token.i + 1, len(self.doc) - 1)]
        return after.lemma_ in HOUSES and self.doc[token.left_edge.i + 1].tag_ == "PRP$"

    def _house(self, token: Token) -> int | None:
        """Return the town in the name of a body before whose house something happened: "outside the *Osh* City Court"."""
        up, body = self.syntax.governor(token), self.clusters.at(token.i)
        if up is None or up.relation is not R.OBLIQUE or up.preposition not in BEFORE_HOUSES or body is None:
            return None
        mention = self.clusters.mentions[body]
        return self._within(mention) if self.clusters.kind(body) is Kind.AGENCY else None

    def told_by(self, last: Token) -> int | None:
        """Return the place that the phrase ending in a word names: "Osh, Kyrgyzstan", "the Osh police station"."""
        start = last.left_edge.i
        phrase = [last]
        if start > 1 and self.doc[start - 1].text == "," and self.named(last.i) is not None:
            phrase = [last, self.doc[start - 2]] if self.named(start - 2) is not None else phrase
        while (up := self.syntax.governor(phrase[-1])) is not None and self._passes_on(up.relation, up.preposition):
            phrase.append(up.token)
        words = [w for t in phrase for w in (t, *(d.token for d in self.syntax.dependents(t, R.COMPOUND, R.POSSESSOR)))]
        found = [i for t in words if (i := self.named(t.i)) is not None]
        bodies = (i for t in phrase if (i := self.clusters.at(t.i)) is not None and self.clusters.kind(i) in BODIES)
        return (
            min(found, key=self.breadth)
            if found
            else next((s for i in bodies if (s := self.seat(i)) is not None), None)
        )

    def _of_filing(self, offset: int) -> bool:
        """Whether a dateline holds a place: where a report was written says nothing of where things happened."""
        return self._filed is not None and self._filed.start <= offset < self._filed.end

    def _is_named_after(self, up: Dependent) -> bool:
        """Whether the noun over a place has its own after it: of "the Black Sea city of Trabzon" the narrower counts."""
        if up.relation not in (R.COMPOUND, R.POSSESSOR):
            return False
        after = self.syntax.dependents(up.token, R.OBLIQUE)
        return any(d.preposition == "of" and self.named(d.token.i) is not None for d in after)

    def _passes_on(self, relation: Relation, preposition: str | None) -> bool:
        """Whether a place is told inside another phrase of place: "the city of Uralsk", "Uralsk's main square"."""
        return relation in (R.APPOSITION, R.NAME, R.COMPOUND, R.POSSESSOR) or preposition == "of"

    def _spoken_of(self, token: Token) -> int | None:
        """Return the place that "the country" or "the city" takes up."""
        wanted = token.lemma_.lower()
        if wanted not in COUNTRY | TOWN:
            return None
        determiners = {t.lower_ for _, t, _ in self.syntax.dependents(token, R.DETERMINER)}
        told_here = any(self.named(d.token.i) is not None for d in self.syntax.dependents(token))
        told_here = told_here or (token.i + 2 < len(self.doc) and self.named(self._after_comma(token)) is not None)
        if not determiners & {"the", "this", "that"} or told_here:
            return None
        before = [
            i for i, m in enumerate(self.clusters.mentions)
            if m.head < token.i and m.form is Form.NAME and self.clusters.kind(i) is Kind.PLACE
            and not self._of_filing(m.span.start) and not MODIFIER.search(m.text)
            and self.is_country(i) == (wanted in COUNTRY) and m.text.lower() not in CONTINENTS
        ]  # fmt: skip
        return max(before, key=lambda i: self.clusters.mentions[i].head, default=None)

    def _after_comma(self, token: Token) -> int:
        """Return the word of "the capital, Osh," that may name it."""
        return token.i + 2 if token.nbor().text == "," else token.i + 1

    def left(self, trigger: Token) -> int | None:
        """Return the place that somebody is driven from, or kept from leaving or entering."""
        for d in self.syntax.dependents(trigger, R.OBLIQUE, R.ADVERBIAL, R.OPEN_COMPLEMENT):
            if d.relation is R.OBLIQUE:
                if d.preposition == "from" and trigger.lemma_.lower() in LEAVING and self.named(d.token.i) is not None:
                    return self.named(d.token.i)
            elif d.token.lemma_.lower() in DEPARTING:
                place = self.syntax.first(d.token, R.OBJECT)
                found = self._of_object(place) if place is not None else None
                if found is not None:
                    return found
        return None

    def _of_object(self, token: Token) -> int | None:
        index = self.named(token.i)
        return index if index is not None else self._spoken_of(token)

    def breadth(self, index: int) -> bool:
        """Return what puts a town before its country when both are told."""
        return self.is_country(index)

    def is_country(self, index: int) -> bool:
        """Whether a place is a country."""
        return country_of(self.clusters.mentions[index].text) is not None

    def seat(self, index: int) -> int | None:
        """Return the place named in a body's own mentions; a capital that acts says nothing of where."""
        for mention in self.clusters.members(index):
            if country_by_capital(mention.text) is not None:
                continue
            for token in range(mention.start, mention.end):
                found = self.named(token)
                if found is not None:
                    return found
            for d in self.syntax.dependents(self.doc[mention.head], R.OBLIQUE, R.POSSESSOR):
                found = self.named(d.token.i) if d.preposition in (None, "in", "of") else None
                if found is not None:
                    return found
        return next((p for m in self.clusters.members(index) if (p := self._within(m)) is not None), None)

    def _within(self, mention: Mention) -> int | None:
        """Return the town or district in a body's name: "Uralsk City Court", but "Mexico City Court"; "Court of Uralsk"."""
        if mention.form is not Form.NAME:
            return None
        words = [t.text for t in self.doc[mention.start : mention.end]]
        if len(words) > len(DISTRICT_COURT) and words[-2:] == DISTRICT_COURT and words[-3] not in DIRECTIONS:
            return self._place(mention, mention.start, mention.end - 1)
        of = next((i + 1 for i in range(mention.end - 2, mention.start, -1) if self.doc[i].lower_ == "of"), None)
        seat = self.doc.text_of(of, mention.end) if of is not None else ""
        if of is not None and place_score(seat) >= SURE_PLACE and country_of(seat) is None:
            return self._place(mention, of, mention.end)
        ends = [e for e in range(mention.end - 1, mention.start, -1) if self._is_town(mention, e)]
        if len(ends) > 1 and ends[0] == ends[1] + 1 and self.doc[ends[0] - 1].lower_ == "city":
            ends = ends[1:]
        if not ends:
            return None
        return self._place(mention, mention.start, ends[0])

    def _is_town(self, mention: Mention, end: int) -> bool:
        text = self.doc.text_of(mention.start, end)
        if country_of(text) is not None or not text[:1].isupper() or text.lower() in LEVELS:
            return False
        if mention.country is None and place_score(text) < SURE_PLACE:  # "Central Bureau of Investigation"
            return False
        return resolve_place(text, [mention.country] if mention.country else [], None) is not None

    def _place(self, body: Mention, start: int, end: int) -> int:
        """Return the place that a stretch of a body's name names, one that the text knows or a new one."""
        text, key = self.doc.text_of(start, end), (start, end)
        known = (i for i, m in enumerate(self.clusters.mentions) if m.kind is Kind.PLACE and m.text == text)
        index = next(known, None)
        if index is not None:
            return index
        if key not in self._made:
            last = self.doc[end - 1]
            made = replace(
                body, start=start, end=end, head=last.i, text=text, kind=Kind.PLACE, function=None,
                span=Span(self.doc[start].idx, last.idx + len(last)),
            )  # fmt: skip
            self._made[key] = self.clusters.add(made)
        return self._made[key]

    def named(self, token: int) -> int | None:
        """Return the name of a place that a token belongs to."""
        index = self.clusters.at(token)
        if index is None or self.clusters.mentions[index].form is not Form.NAME:
            return None
        if MODIFIER.search(self.clusters.mentions[index].text):
            return None
        return index if self.clusters.kind(index) is Kind.PLACE else None
