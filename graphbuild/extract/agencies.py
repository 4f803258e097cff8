"""Joins the mentions of agencies: "Kazakh police officers", "police" and "the officers" are one body, in this report.

What two mentions must share is the function (police, court …) and the country, where they name one: the Turkish
authorities are not the Saudi ones. A mention that says no country belongs to the nearest agency of its function before
it, else to the first after it. Words that single a body out keep it apart ("the special reserve police force"); an
embassy is not its government nor a junta its soldiers, and a court is another court's only where the report says "the
court" or "a judge".

A named agency takes up a bare mention only where they share the noun ("the court" after "the Osh City Court") and the
nearest named one before it is meant; no name takes up "the authorities".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.bodies import is_post
from graphbuild.extract.clusters import Clusters, fold
from graphbuild.extract.kinds import PERSONS
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.seats import NEAR_SEAT, WHERETO, Seats, is_own_word
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.lexicons.gazetteer import country_of
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

R = Relation

REPRESENTATIONS = frozenset({"embassy", "consulate", "ambassador", "diplomat", "consul"})
STEMS = {"officer": "police", "policeman": "police", "judge": "court", "magistrate": "court", "tribunal": "court"}
"""Nouns for people of a body → the noun that its name has."""
NAMELESS = frozenset({"government", "local"})
"""Functions whose bare mentions no name takes up."""
LOCAL = frozenset({"local", "municipal", "regional", "district"})
"""Words of what is not a whole country's."""
NATIONWIDE = frozenset({"national", "federal"})
"""Words of a whole country's agency: "the national police" is no "Special Branch Police"."""
LEVELS = frozenset(
    "supreme constitutional cassation appeal appeals appellate high higher district city town regional provincial village"
    " municipal county federal military economic administrative juvenile".split()
)
"""Words that say which court it is: "a district court in Osh" is not the Supreme Court."""
ABOVE = frozenset({"supreme", "appeal", "appeals", "appellate", "cassation", "constitutional", "high", "higher"})
"""Words of courts to which others' rulings go."""
FIRST_INSTANCE = "of first instance"
FORCES = frozenset({"guard", "army", "corps", "forces", "force", "gendarmerie", "legion", "regiment", "brigade"})
RULING = frozenset({"council", "government", "junta", "regime"})
"""Nouns for those who rule by the force whose name stands before: "the military council"."""
TROOPS = frozenset({"troop", "soldier", "serviceman"})
NEAR = 4
"""Sentences over which a mention without a country follows one with another country beside it."""


class Agencies:
    """Joins agencies in one parse whose names are clustered."""

    def __init__(self, doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
        self.doc, self.syntax, self.clusters = doc, syntax, clusters
        self.seats = Seats(doc, clusters)
        self.sentence = self.seats.sentence
        self.seated: set[int] = set()
        """mentions of the only agency of its function and of a town"""

    def join(self) -> None:
        """Join what is one body, mentions with a country first."""
        described = [
            i for i, m in enumerate(self.clusters.mentions)
            if m.form is Form.DESCRIPTION and m.kind is Kind.AGENCY and m.function and self.clusters.kind(i) not in PERSONS
        ]  # fmt: skip
        placed = {i: self._country(self.clusters.mentions[i]) for i in described}
        countries: dict[str | None, set[str]] = {}
        for i, country in placed.items():
            if country is not None:
                countries.setdefault(self.clusters.mentions[i].function, set()).add(country)
        self._equal_names(described)
        of_countries = {function for function in countries if function is not None}
        self.seated = self.seats.of_one(described, of_countries, self._singled_out)
        first: dict[tuple[str | None, ...], int] = {}
        for i in described:
            if placed[i] is not None or self._singled_out(i):
                court = self.clusters.mentions[i].function == "court"
                one_country = len(countries.get(self.clusters.mentions[i].function, ())) < 2
                free = not self._singled_out(i) or (court and self._is_part_of_name(i))
                anchor = self._named(i) if one_country and free else None
                if anchor is not None and (
                    anchor < i or court
                ):  # "Azerbaijani policemen" are not yet those of a district
                    self.clusters.join(anchor, i, "one agency")
                self._join(first.setdefault(self._key(i, placed[i]), i), i)
        for i in described:
            if placed[i] is None and not self._singled_out(i) and not self._is_any(i):
                anchor = self._named(i)
                anchor = self._nearest(i, described, placed) if anchor is None else anchor
                if anchor is None or self._named_for_a_part(anchor, i) or self.seats.sits_elsewhere(i, anchor):
                    continue
                if anchor < i and self.seats.has_moved_on(i, anchor, self._told_country(anchor)):
                    continue
                self._join(anchor, i)
        self._forces()

    def _is_any(self, i: int) -> bool:
        """Whether a mention is of the bodies of several countries: "victimised by governments"."""
        mention = self.clusters.mentions[i]
        return mention.function == "government" and self.doc[mention.head].lower_ == "governments"

    def _equal_names(self, described: list[int]) -> None:
        """Join what is taken for a name in one sentence and for none in another: "Aksu police"."""
        names = {fold(m.text): i for i, m in enumerate(self.clusters.mentions) if m.form is Form.NAME}
        for i in described:
            same = names.get(fold(self.clusters.mentions[i].text))
            if same is not None and self.clusters.kind(same) is Kind.AGENCY:
                self.clusters.join(same, i, "equal names")

    def _join(self, one: int, other: int) -> None:
        """Join two mentions of one body; what *and* joins is two: "police, gendarmes and other officers"."""
        beside = self.syntax.conjuncts(self.doc[self.clusters.mentions[other].head])
        up = self.syntax.governor(beside[0])
        if up is not None and up.relation is R.CONJUNCT:
            beside = self.syntax.conjuncts(up.token)
        heads = {t.i for t in beside} - {self.clusters.mentions[other].head}
        if self._of_two_levels(one, other):
            return
        if one == other or not any(m.head in heads for m in self.clusters.members(one)):
            self.clusters.join(one, other, "one agency")

    def _of_two_levels(self, one: int, other: int) -> bool:
        """Whether one is said to be a country's and one to be local: "the federal police", "local police"."""
        words = [set(fold(self.clusters.mentions[i].text).split()) for i in (one, other)]
        return any(a & NATIONWIDE and b & LOCAL for a, b in (words, words[::-1]))

    def _named_for_a_part(self, anchor: int, i: int) -> bool:
        """Whether a mention is of a whole country's agency, and what it might be one with is named as a part."""
        wide = NATIONWIDE & set(fold(self.clusters.mentions[i].text).split())
        names = [m.text for m in self.clusters.members(anchor) if m.form is Form.NAME]
        return bool(wide and names) and not any(wide <= set(fold(n).split()) for n in names)

    def _is_whereto(self, i: int) -> bool:
        """Whether a body is only where somebody is taken or held: whoever does so need not be of it."""
        ups = [self.syntax.governor(self.doc[m.head]) for m in self.clusters.members(i)]
        return all(up is not None and up.relation is R.OBLIQUE and up.preposition in WHERETO for up in ups)

    def _forces(self) -> None:
        """Join "troops" and "guards" with the one force that the report names: "the National Guard"."""
        named = [
            i for i, m in enumerate(self.clusters.mentions)
            if m.form is Form.NAME and self.clusters.kind(i) is Kind.AGENCY and FORCES & set(fold(m.text).split()[-1:])
        ]  # fmt: skip
        if len(self.clusters.roots_of(named)) != 1:
            return
        force = noun_lemma(self.doc[self.clusters.mentions[named[0]].end - 1])
        for i, mention in enumerate(self.clusters.mentions):
            noun = noun_lemma(self.doc[mention.head])
            bare = mention.form is Form.DESCRIPTION and mention.plural and len(mention.text.split()) == 1
            own = all(noun_lemma(self.doc[m.head]) in TROOPS | {force} for m in self.clusters.members(i))
            if bare and own and (noun in TROOPS or noun == force):
                self.clusters.join(named[0], i, "people of the one force")

    def _key(self, i: int, country: str | None) -> tuple[str | None, ...]:
        mention = self.clusters.mentions[i]
        own = fold(mention.text) if self._singled_out(i) else None
        return mention.function, self._branch(mention), country, own

    def _branch(self, mention: Mention) -> str | None:
        noun = noun_lemma(self.doc[mention.head])
        if noun in REPRESENTATIONS:
            return "representation"
        return "rule" if noun in RULING and mention.function == "military" else None

    def _country(self, mention: Mention) -> str | None:
        """Return the country that a mention names: in its own words, as its possessor, or after *of* or *in*."""
        if mention.country is not None:
            return mention.country
        head = self.doc[mention.head]
        links = [d.token for d in self.syntax.dependents(head, R.POSSESSOR)]
        links += [d.token for d in self.syntax.dependents(head, R.OBLIQUE) if d.preposition in ("of", "in")]
        return next((code for t in links if (code := country_of(t.text)) is not None), None)

    def _told_country(self, i: int) -> str | None:
        """Return the country that a report tells an agency to be of."""
        return next((code for m in self.clusters.members(i) if (code := self._country(m)) is not None), None)

    def _seats(self, i: int) -> list[Token]:
        """Return the names of the places that a court is of: "the court of *Osh*" is no Supreme Court."""
        mention = self.clusters.mentions[i]
        if mention.function != "court":
            return []
        after = self.syntax.dependents(self.doc[mention.head], R.OBLIQUE)
        names = [d.token for d in after if d.preposition == "of" and d.token.pos_ == "PROPN" and not mention.member]
        return [t for t in names if country_of(t.text) is None]

    def _singled_out(self, i: int) -> bool:
        """Whether a mention has words of its own that tell its body from others of the function."""
        mention = self.clusters.mentions[i]
        if i in self.seated:
            return False
        words = [t for t in self.doc[mention.start : mention.end] if t.i != mention.head and t.is_alpha]
        if mention.member:  # "a balaclava-clad police officer" is of the police, "a traffic police officer" of its own
            words = [
                t for t in words if t.pos_ != "ADJ" and all(s.text != "-" for s in self.doc[max(0, t.i - 1) : t.i + 2])
            ]
        return bool(self._seats(i)) or any(is_own_word(t) for t in words)

    def _named(self, i: int) -> int | None:
        """Return the nearest named agency before a bare mention that shares its noun, else the only one after it."""
        mention = self.clusters.mentions[i]
        noun = noun_lemma(self.doc[mention.head])
        # "the armed forces" are not the Air Force alone
        noun = "forces" if self.doc[mention.head].lower_ == "forces" else STEMS.get(noun, noun)
        if mention.function in NAMELESS:
            return None
        shared = {noun} | NATIONWIDE & set(fold(mention.text).split())
        named = [
            j for j, m in enumerate(self.clusters.mentions)
            if m.form is Form.NAME and m.function == mention.function and self.clusters.kind(j) is Kind.AGENCY
            and shared <= set(fold(m.text).replace("prosecutors", "prosecutor").split()) and not is_post(m)
            and self._levels_agree(mention, m)
        ]  # fmt: skip
        if mention.function == "court" and not mention.definite and not mention.member:
            return self._named_later(i, named)
        named = [j for j in named if not self._is_whereto(j)]
        before = [j for j in named if j < i]
        if before and self.seats.is_of_a_town(before[-1]) and self.seats.apart(i, before[-1]) > NEAR_SEAT:
            before = []
            named = [j for j in named if not self.seats.is_of_a_town(j)]
        roots = self.clusters.roots_of(named)
        if before and any(self._is_of_a_level(k, mention.function) for k in range(before[-1] + 1, i)):
            return None  # "the Supreme Court … a district court … the court"
        return before[-1] if before else named[0] if len(roots) == 1 else None

    def _named_later(self, i: int, named: list[int]) -> int | None:
        """Return the one court that a report names after "an Osh court", where it is no court above others.

        A lead says what kind of body it was, the body of the report which one; appeals come before another court.
        """
        above = [j for j in named if not ABOVE.isdisjoint(fold(self.clusters.mentions[j].text).split())]
        first = not any(self.clusters.mentions[j].function == "court" for j in range(i))
        one = len(self.clusters.roots_of(named)) == 1
        return named[0] if first and one and not above and i < named[0] else None

    def _is_part_of_name(self, i: int) -> bool:
        """Whether all that a description says stands in the name of one body: "an Osh court", the Osh City Court."""
        words = set(fold(" ".join((self.clusters.mentions[i].text, *(t.text for t in self._seats(i))))).split())
        named = (m.text for m in self.clusters.mentions if m.form is Form.NAME and m.kind is Kind.AGENCY)
        return len({fold(n) for n in named if words <= set(fold(n).split())}) == 1

    def _is_of_a_level(self, i: int, function: str | None) -> bool:
        mention = self.clusters.mentions[i]
        described = mention.form is Form.DESCRIPTION and mention.function == function == "court"
        return described and not LEVELS.isdisjoint(fold(mention.text).split())

    def _levels_agree(self, one: Mention, other: Mention) -> bool:
        """Whether two mentions of courts may be of one level."""
        first, second = self._levels(one), self._levels(other)
        return not first or not second or not first.isdisjoint(second)

    def _levels(self, court: Mention) -> set[str]:
        """Return the words that say which court one is: "the *Supreme* Court", "the court *of first instance*"."""
        instance = {FIRST_INSTANCE} if self.doc.text_of(court.end, court.end + 3).lower() == FIRST_INSTANCE else set()
        return instance | LEVELS.intersection(fold(court.text).split())

    def _nearest(self, i: int, described: list[int], placed: dict[int, str | None]) -> int | None:
        """Return the agency of its function that a mention without a country follows, else the first that comes."""
        mention = self.clusters.mentions[i]
        others = [
            j for j in described
            if j != i and self.clusters.mentions[j].function == mention.function
            and self._branch(self.clusters.mentions[j]) == self._branch(mention) and not self._singled_out(j)
            and (mention.function != "court" or mention.definite or j not in self.seated)
        ]  # fmt: skip
        countries = {placed[j] for j in others if placed[j] is not None}
        before = [j for j in others if j < i]
        if len(countries) > 1:
            here = self.sentence[mention.head]
            near = [j for j in before if here - self.sentence[self.clusters.mentions[j].head] <= NEAR]
            return near[-1] if near else None
        if not before and mention.function == "court" and not (mention.definite or mention.member):
            named = any(m.form is Form.NAME and m.function == "court" for m in self.clusters.mentions)
            others = [] if named else others  # "a court" is not yet the one that is named between it and "the court"
        return before[-1] if before else next(iter(others), None)
