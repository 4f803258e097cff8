"""Finds the unnamed staff of an outlet, and who of them is named nearby.

*Employees*, *staff* and *crew* are nouns that need an employer (Löbner 1985): it is whose they are said to be ("its staff",
"eleven of the project's former employees"), and else the one outlet of the sentence that something is done to ("raided
Arna Media and arrested two employees"). Members of such a group are named

- after a colon, one to each semicolon: "three Arna bloggers are in jail: Lea Vik, held in May; Li Wen; and Omar Keita";
- after *among them* ("six employees, among them editor Li Wen"), and after *of them* in the next sentence ("Two of them,
  Lea Vik and Li Wen, were fined");
- by bare titles at the beginning of the next sentence, as many as were counted: "Police beat two of Arna's journalists.
  Reporter Lea Vik and cameraman Li Wen …": a title without an article is of somebody just told of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graphbuild.extract.clusters import count_of
from graphbuild.extract.kinds import BODIES, is_past
from graphbuild.extract.lemmas import is_plural, noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.relations.found import LIKELY, WEAK, Found
from graphbuild.extract.relations.holders import Holders
from graphbuild.extract.syntax import POSSESSIVE, Relation, Syntax
from graphbuild.model import Kind, Predicate

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Span, Token

R, P = Relation, Predicate

STAFF = frozenset({"staff", "employee", "staffer", "crew", "personnel", "workforce"})
"""Nouns for people who work for somebody."""
OF = frozenset({"of", "from", "at"})
SUBJECTS = (R.SUBJECT, R.PASSIVE_SUBJECT)


class Crews:
    """Looks for the staff of outlets in one parse."""

    def __init__(self, syntax: Syntax, holders: Holders, headline_end: int = 0) -> None:
        self.syntax, self.holders, self.phrases = syntax, holders, holders.phrases
        self.headline_end = headline_end
        self.doc: Doc = self.phrases.doc
        self.clusters = self.phrases.clusters

    def find(self, found: Iterable[Found]) -> list[Found]:
        """Return the unnamed staff of outlets, and the named of any group whose employer is known."""
        known = [f for f in found if f.predicate is P.WORKS_FOR]
        staff = list(self._staff({f.subject for f in known}))
        employed = {self.clusters.root(f.subject) for f in known}
        members: list[Found] = []
        for group in (*known, *staff, *self._colleagues(known)):
            members += [f for f in self._named(group) if self.clusters.root(f.subject) not in employed]
        members += [f for f in self._crews() if self.clusters.root(f.subject) not in employed]
        return [*staff, *members]

    def _named(self, group: Found) -> Iterator[Found]:
        """Yield the named people of a group, which are all of it where they are as many as it counts."""
        mention = self.clusters.mentions[group.subject]
        if not mention.plural or mention.form is not Form.DESCRIPTION:
            return
        people = self._members(mention)
        if len(people) > 1 and len(people) == count_of(mention.text):
            self.clusters.spread(group.subject, tuple(people))
        for person in people:
            start, end = self._stretch(group, person)
            yield Found(person, P.WORKS_FOR, group.object, start, end, LIKELY, None, group.current)

    def _colleagues(self, known: list[Found]) -> Iterator[Found]:
        """Yield groups of somebody's colleagues as of his employer: "two of Keita's colleagues"."""
        bodies: dict[int, set[int]] = {}
        for each in known:
            bodies.setdefault(self.clusters.root(each.subject), set()).add(each.object)
        for index, mention in enumerate(list(self.clusters.mentions)):
            noun = self.doc[mention.end - 1]
            if noun.lemma_.lower() != "colleague" or not mention.plural or mention.form is not Form.DESCRIPTION:
                continue
            owner = self.syntax.first(noun, R.POSSESSOR)
            whose = self.clusters.at(owner.i) if owner is not None else None
            body = bodies.get(self.clusters.root(whose), set()) if whose is not None else set()
            if len({self.clusters.root(i) for i in body}) == 1:
                current = not any(is_past(t.lower_) for t in self.doc[mention.start : mention.end])
                yield Found(index, P.WORKS_FOR, min(body), mention.start, mention.end, LIKELY, None, current)

    def _crews(self) -> Iterator[Found]:
        """Yield those of "its crew" whom the next sentence names: a crew has no number and is itself nobody."""
        for noun in self.doc:
            if noun.lower_ not in ("crew", "team") or noun.sent.end >= len(self.doc):
                continue
            owner = self.syntax.first(noun, R.POSSESSOR)
            body = self._body(owner.i) if owner is not None else None
            if owner is None or body is None or self.clusters.kind(body) is not Kind.OUTLET:
                continue
            for person in self._titled(self.doc[noun.sent.end].sent, None):
                yield Found(person, P.WORKS_FOR, body, owner.i, noun.i + 1, LIKELY)

    def _staff(self, known: set[int]) -> Iterator[Found]:
        for index, mention in enumerate(list(self.clusters.mentions)):
            noun = self.doc[mention.head]
            inner = noun if noun_lemma(noun) in STAFF else self.doc[mention.end - 1]
            people = self.clusters.kind(index) in (Kind.GROUP, Kind.JOURNALIST)
            if mention.form is not Form.DESCRIPTION or noun_lemma(inner) not in STAFF or not people or index in known:
                continue
            one = noun_lemma(inner) in ("employee", "staffer") and not is_plural(inner)
            titled = inner.i < self.headline_end  # a headline sums up whom the text names
            if one or titled or self._inside_another(mention) or any(c.lower_ == "security" for c in inner.children):
                continue
            body = self._employer(inner.i, mention)
            if body is not None and self.clusters.kind(body) is Kind.OUTLET and self.clusters.named(body):
                start, end = mention.start, max(mention.end, inner.i + 1)
                yield Found(index, P.WORKS_FOR, body, start, end, WEAK, inner.text)

    def _inside_another(self, mention: Mention) -> bool:
        """Whether a description is the whole of which another counts a part: "three of | its staff"."""
        same = (m for m in self.clusters.mentions if m.form is Form.DESCRIPTION and m.end == mention.end)
        return any(m.start < mention.start for m in same)

    def _employer(self, noun: int, mention: Mention) -> int | None:
        """Return whose staff somebody is: before the noun, after *of*, else the outlet that its sentence is about."""
        beside = self.syntax.dependents(self.doc[noun], R.POSSESSOR, R.COMPOUND, R.OBLIQUE)
        owners = [d.token for d in beside if d.relation is not R.OBLIQUE or d.preposition in OF]
        before = self._owner_before(noun)
        owners = owners if before is None else [before]
        found = [i for t in owners if (i := self._body(t.i)) is not None]
        return found[0] if found else None if owners else self._suffering(mention)

    def _owner_before(self, noun: int) -> Token | None:
        """Return the possessor before what a noun's adjectives are: "the *project*'s current and former employees"."""
        i = noun - 1
        while i > 1 and (self.doc[i].pos_ == "ADJ" or self.phrases.text(i) in ("and", "or")):
            i -= 1
        return self.doc[i - 1] if self.phrases.text(i) in POSSESSIVE else None

    def _body(self, token: int) -> int | None:
        index = self.phrases.name(token)
        index = index if index is not None else self.clusters.at(token)
        return index if index is not None and self.clusters.kind(index) in BODIES else None

    def _suffering(self, mention: Mention) -> int | None:
        """Return the one outlet named before in the sentence, which is not what tells or does something there."""
        sentence = self.doc[mention.head].sent
        before = range(sentence.start, mention.start)
        names = {self.clusters.root(i): i for k in before if (i := self.phrases.name(k)) is not None and self._body(k)}
        bodies = [i for i in names.values() if self.clusters.kind(i) in (Kind.OUTLET, Kind.ORGANIZATION)]
        if len(bodies) != 1:
            return None
        up = self.syntax.governor(self.doc[self.clusters.mentions[bodies[0]].head])
        return None if up is None or up.relation is R.SUBJECT else bodies[0]

    def _members(self, mention: Mention) -> list[int]:
        """Return the named people of a group."""
        sentence = self.doc[mention.head].sent
        number = count_of(mention.text)
        among = self._after("among", sentence.start, mention.end, sentence.end)
        if among is not None:
            return among
        listed = self._after_colon(mention.end, sentence)
        if listed and len(listed) == number:
            return listed
        if sentence.end >= len(self.doc):
            return []
        following = self.doc[sentence.end].sent
        return self._after("of", following.start, following.start, following.start + 3) or self._titled(
            following, number
        )

    def _after(self, link: str, start: int, low: int, high: int) -> list[int] | None:
        """Return the names after "among them" or "of them" in a stretch, None where nothing of the kind stands there."""
        for i in range(max(start, low), min(high, len(self.doc) - 2)):
            if self.phrases.text(i) == link and self.phrases.text(i + 1) == "them":
                after = self.phrases.past_comma(i + 2)
                people = self.holders.list_from(i + 2 if after is None else after)
                return [h.mention for h in people] if link == "among" or after is not None else []
        return None

    def _after_colon(self, start: int, sentence: Span) -> list[int]:
        """Return the first names after a colon and after each semicolon."""
        colon = next((i for i in range(start, sentence.end) if self.phrases.text(i) == ":"), None)
        if colon is None:
            return []
        marks = [colon, *(i for i in range(colon, sentence.end) if self.phrases.text(i) == ";")]
        starts = (i + 1 + (self.phrases.text(i + 1) == "and") for i in marks)
        return [p for s in starts if (p := self.phrases.person(s)) is not None]

    def _titled(self, sentence: Span, number: int | None) -> list[int]:
        """Return those who are named with bare titles of the press in a sentence that begins so."""
        first = self.holders.list_from(sentence.start)
        if not first or first[0].post is None:
            return []
        people = [h.mention for h in self.holders.titled(sentence.start, sentence.end)]
        return people if number is None or len(people) == number else []

    def _stretch(self, group: Found, person: int) -> tuple[int, int]:
        """Return from the group to the name where both stand in one sentence, else the group's own."""
        mention = self.clusters.mentions[person]
        near = mention.end <= self.doc[group.start].sent.end
        return (min(group.start, mention.start), max(group.end, mention.end)) if near else (group.start, group.end)
