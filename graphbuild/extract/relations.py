"""Reads who works for whom, who founded, owns, represents: the relations that a report states in passing.

"Toiken, correspondent for Radio Azattyq, the Kazakh service of RFE/RL": a position beside a name and the body it is
held at (worksFor, position "correspondent"), a body beside a body it belongs to (partOf). The position word also says
what the person is, and what kind of body the other one: a correspondent's employer is an outlet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.extract.clauses import Clauses
from graphbuild.extract.clusters import BODIES, PERSONS, Clusters
from graphbuild.extract.kinds import describe, is_past, part_word
from graphbuild.extract.mentions import Form
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.model import Kind, Predicate

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

R = Relation
P = Predicate

AT = frozenset({"for", "of", "at", "with", "from", "in"})
VERBS = {
    "work": (P.WORKS_FOR, AT), "edit": (P.WORKS_FOR, ()), "head": (P.WORKS_FOR, ()), "lead": (P.WORKS_FOR, ()),
    "run": (P.WORKS_FOR, ()), "direct": (P.WORKS_FOR, ()), "manage": (P.WORKS_FOR, ()), "employ": (P.WORKS_FOR, ()),
    "freelance": (P.WORKS_FOR, frozenset({"for"})), "report": (P.WORKS_FOR, frozenset({"for"})),
    "write": (P.WORKS_FOR, frozenset({"for"})), "join": (P.WORKS_FOR, ()),
    "found": (P.FOUNDED, ()), "establish": (P.FOUNDED, ()), "create": (P.FOUNDED, ()), "launch": (P.FOUNDED, ()),
    "co-found": (P.FOUNDED, ()), "cofound": (P.FOUNDED, ()), "own": (P.OWNS, ()), "represent": (P.REPRESENTS, ()),
    "fund": (P.FUNDS, ()), "finance": (P.FUNDS, ()),
}  # fmt: skip
SURE, LIKELY = 0.9, 0.75


@dataclass(frozen=True, slots=True)
class Found:
    """A relation between two mentions (indices into the clusters), and the stretch of tokens that says so."""

    subject: int
    predicate: Predicate
    object: int
    start: int
    end: int
    confidence: float
    position: str | None = None
    current: bool = True


class RelationFinder:
    """Finds relations in one parse, and settles kinds by them."""

    def __init__(self, doc: Doc, syntax: Syntax, clauses: Clauses, clusters: Clusters) -> None:
        self.doc, self.syntax, self.clauses, self.clusters = doc, syntax, clauses, clusters

    def find(self) -> list[Found]:
        """Return the relations of a parse, each once, in text order."""
        found = [*self._positions(), *self._verbs(), *self._parts(), *self._bases(), *self._of_outlet()]
        best: dict[tuple[int, str, int], Found] = {}
        for each in sorted(found, key=lambda f: (-f.confidence, f.position is None, f.start)):
            key = (self.clusters.root(each.subject), each.predicate, self.clusters.root(each.object))
            if key[0] != key[2]:
                best.setdefault(key, each)
        return sorted(best.values(), key=lambda f: (f.start, f.end, f.subject, f.object))

    def _positions(self) -> Iterator[Found]:
        """Positions: "correspondent for Y", "Y's editor", "Y correspondent X", "lawyer for X", "X's wife"."""
        for token in self.doc:
            if token.pos_ not in ("NOUN", "PROPN"):
                continue
            index = self.clusters.at(token.i)
            if index is not None and self.clusters.mentions[index].form is Form.NAME:
                continue
            words = self._phrase(token)
            said = describe([t.lemma_.lower() for t in words])
            if said is None or said.kind not in PERSONS or (said.position is None and not said.relative):
                continue
            person = self._holder(token)
            if person is None:
                continue
            if self.clusters.kind(person) in PERSONS and said.kind is not Kind.PERSON:
                self._settle_person(person, said.kind)
            position = self._position_text(words)
            for other in self._bodies(token, words):
                yield from self._held(person, other, said.kind, said.relative, position, token, words)

    def _held(
        self, person: int, other: int, kind: Kind, relative: bool, position: str, token: Token, words: list[Token]
    ) -> Iterator[Found]:
        start, end = self._stretch(person, other, token)
        current = not any(is_past(t.lower_) for t in words)
        target = self.clusters.kind(other)
        if relative and target in PERSONS:
            yield Found(person, P.RELATIVE_OF, other, start, end, SURE)
        elif position.rsplit(" ", 1)[-1] in ("lawyer", "attorney", "counsel", "advocate") and target in PERSONS | {Kind.OUTLET}:
            yield Found(person, P.REPRESENTS, other, start, end, SURE)
        elif target in BODIES and not relative:
            if kind is Kind.JOURNALIST and target is Kind.ORGANIZATION:
                self.clusters.settle(other, Kind.OUTLET)
            predicate = {"founder": P.FOUNDED, "co-founder": P.FOUNDED, "owner": P.OWNS}.get(position.rsplit(" ", 1)[-1])
            yield Found(person, predicate or P.WORKS_FOR, other, start, end, SURE, None if predicate else position, current)

    def _settle_person(self, person: int, kind: Kind) -> None:
        current = self.clusters.kind(person)
        if current is Kind.PERSON or (current is Kind.OFFICIAL and kind is Kind.JOURNALIST):
            self.clusters.settle(person, kind)

    def _phrase(self, token: Token) -> list[Token]:
        """Return the words of a position up to its head: "former chief editor"."""
        start = token.i
        while start > 0 and self.doc[start - 1].sent.start == token.sent.start:
            before = self.doc[start - 1]
            inside = self.clusters.at(before.i)
            if inside is not None and self.clusters.mentions[inside].form is Form.NAME:
                break
            if before.pos_ not in ("NOUN", "ADJ", "PROPN", "VERB") and before.text not in ("-", "–"):
                break
            if before.pos_ == "VERB" and before.head != token:
                break
            start -= 1
        return list(self.doc[start : token.i + 1])

    def _position_text(self, words: list[Token]) -> str:
        """Return the text's words for a position without demonyms and "former"."""
        kept = [t for t in words if not is_past(t.lower_) and not (t.text[0].isupper() and t.pos_ in ("ADJ", "PROPN") and t.i != words[-1].i and t.i != words[0].sent.start)]
        kept = kept or words
        return self.doc[kept[0].i : kept[-1].i + 1].text.replace("\n", " ")

    def _holder(self, token: Token) -> int | None:
        """Return the mention of the person who holds a position: beside it, before it, or the description itself."""
        own = self.clusters.at(token.i)
        if own is not None and self.clusters.named(own):
            return self._name_in(own)
        up = self.syntax.governor(token)
        links = (R.APPOSITION, R.NAME, R.COMPOUND)
        beside = [up.token] if up is not None and up.relation in links else []
        beside += [d.token for d in self.syntax.dependents(token, *links)]
        if token.i + 1 < len(self.doc) and self.doc[token.i + 1].sent.start == token.sent.start:
            beside.append(self.doc[token.i + 1])
        for candidate in beside:
            index = self.clusters.at(candidate.i)
            if index is not None and self.clusters.named(index) and self.clusters.kind(index) in PERSONS:
                return index
        if up is not None and up.relation is R.CONJUNCT:
            shared = self._holder(up.token)
            if shared is not None and self.clusters.named(shared):
                return shared
        return own if own is not None and self.clusters.kind(own) in PERSONS | {Kind.GROUP} else None

    def _name_in(self, index: int) -> int:
        return next(i for i in self.clusters.indices(index) if self.clusters.mentions[i].form is Form.NAME)

    def _bodies(self, token: Token, words: list[Token]) -> list[int]:
        """Return the mentions of the bodies (or people) that a position is held at."""
        heads = [d.token for d in self.syntax.dependents(token, R.OBLIQUE) if d.preposition in AT]
        heads += [d.token for d in self.syntax.dependents(token, R.POSSESSOR)]
        found = [i for h in heads for t in self.clauses.members(h) if (i := self._body_at(t)) is not None]
        before = words[0].i - 1
        if before >= 0 and self.doc[before].lower_ in ("'s", "’s", "'", "’"):
            before -= 1
        if before >= 0 and self.doc[before].sent.start == token.sent.start:
            index = self.clusters.at(before)
            if index is not None and self.clusters.mentions[index].form is Form.NAME and self.clusters.kind(index) in BODIES:
                found.append(index)
        if not found:
            up = self.syntax.governor(token)
            later = [d.token for d in self.syntax.dependents(token, R.CONJUNCT)]
            shared = [up.token] if up is not None and up.relation is R.CONJUNCT else later
            found = [
                i for s in shared if s.pos_ == "NOUN"
                for d in self.syntax.dependents(s, R.OBLIQUE) if d.preposition in AT
                for t in self.clauses.members(d.token) if (i := self._body_at(t)) is not None
            ]  # fmt: skip
        return list(dict.fromkeys(found))

    def _body_at(self, token: Token) -> int | None:
        index = self.clusters.at(token.i)
        if index is None:
            return None
        for d in self.syntax.dependents(token, R.APPOSITION, R.NAME):
            named = self.clusters.at(d.token.i)
            if named is not None and self.clusters.kind(named) in BODIES and not self.clusters.named(index):
                return named
        kind = self.clusters.kind(index)
        return index if kind in BODIES or kind in PERSONS else None

    def _verbs(self) -> Iterator[Found]:
        for token in self.doc:
            if token.pos_ != "VERB" or token.lemma_.lower() not in VERBS:
                continue
            predicate, prepositions = VERBS[token.lemma_.lower()]
            clause = self.clauses.clause_of(token)
            slots = prepositions or (("patient",) if clause.fill("patient") else ())
            for agent in clause.fill("agent"):
                for slot in sorted(slots):
                    for patient in clause.fill(slot):
                        yield from self._stated(agent.token, patient.token, predicate, token)

    def _stated(self, agent: Token, patient: Token, predicate: Predicate, verb: Token) -> Iterator[Found]:
        subject, other = self.clusters.at(agent.i), self.clusters.at(patient.i)
        if subject is None or other is None:
            return
        if verb.lemma_ == "employ":
            subject, other = other, subject
        kinds = self.clusters.kind(subject), self.clusters.kind(other)
        if predicate is P.REPRESENTS:
            fits = kinds[0] is Kind.PERSON and kinds[1] in PERSONS
        elif predicate is P.FUNDS:
            fits = kinds[0] in BODIES and kinds[1] in BODIES
        else:
            fits = kinds[0] in PERSONS and kinds[1] in BODIES
        if fits:
            start, end = self._stretch(subject, other, verb)
            past = verb.tag_ in ("VBD", "VBN") and predicate is P.WORKS_FOR
            yield Found(subject, predicate, other, start, end, LIKELY, None, not past)

    def _parts(self) -> Iterator[Found]:
        """Bodies within bodies: "X, the Kazakh service of Y", "a branch of Y"."""
        for token in self.doc:
            if not part_word(token.lemma_.lower()):
                continue
            up = self.syntax.governor(token)
            whole = self.clusters.at(up.token.i) if up is not None and up.relation is R.APPOSITION else self.clusters.at(token.i)
            if whole is None or self.clusters.kind(whole) not in BODIES or not self.clusters.named(whole):
                continue
            heads = [d.token for d in self.syntax.dependents(token, R.OBLIQUE) if d.preposition in ("of", "at", "within")]
            heads += [d.token for d in self.syntax.dependents(token, R.POSSESSOR)]
            for head in heads:
                larger = self._body_at(head)
                if larger is not None and self.clusters.kind(larger) in BODIES and self.clusters.named(larger):
                    start, end = self._stretch(whole, larger, token)
                    yield Found(whole, P.PART_OF, larger, start, end, SURE)

    def _bases(self) -> Iterator[Found]:
        """Seats: "Almaty-based X", "X, which is based in Berlin"."""
        for token in self.doc:
            if token.lower_ != "based":
                continue
            places = [d.token for d in self.syntax.dependents(token, R.OBLIQUE) if d.preposition in ("in", "at")]
            if not places and token.i >= 2 and self.doc[token.i - 1].text in ("-", "–"):
                places = [self.doc[token.i - 2]]
            up = self.syntax.governor(token)
            subject = self.syntax.first(token, R.SUBJECT, R.PASSIVE_SUBJECT)
            holder = subject if subject is not None else up.token if up is not None else None
            body = self._body_at(holder) if holder is not None else None
            for place in places:
                where = self.clusters.at(place.i)
                if body is None or where is None or self.clusters.kind(where) is not Kind.PLACE:
                    continue
                if self.clusters.kind(body) in BODIES and self.clusters.named(body):
                    start, end = self._stretch(body, where, token)
                    yield Found(body, P.BASED_IN, where, start, end, SURE)

    def _of_outlet(self) -> Iterator[Found]:
        """ "X of Radio Azattyq", "X from Y": a person's name with an outlet's below it."""
        for i, mention in enumerate(self.clusters.mentions):
            if mention.form is not Form.NAME or self.clusters.kind(i) not in PERSONS:
                continue
            for d in self.syntax.dependents(self.doc[mention.head], R.OBLIQUE):
                other = self.clusters.at(d.token.i)
                if d.preposition not in ("of", "from", "with") or other is None:
                    continue
                if self.clusters.kind(other) is Kind.OUTLET and self.clusters.named(other):
                    self._settle_person(i, Kind.JOURNALIST)
                    start, end = self._stretch(i, other, d.token)
                    yield Found(i, P.WORKS_FOR, other, start, end, LIKELY)

    def _stretch(self, one: int, other: int, token: Token) -> tuple[int, int]:
        """Return the tokens from the first to the last of two mentions and a word, inside the word's sentence."""
        sentence = token.sent
        marks = [token.i, token.i + 1]
        for index in (one, other):
            mention = self.clusters.mentions[index]
            if sentence.start <= mention.start and mention.end <= sentence.end:
                marks += [mention.start, mention.end]
        return min(marks), max(marks)
