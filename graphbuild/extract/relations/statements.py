"""Reads the relations that a verb states: "works for", "edits", "founded", "was owned by", "represents".

"Serikova, who writes for Le Courrier and Tengri Online" gives two; the subject is the verb's agent as the clause layer
finds it (through relative pronouns and coordination), the body what follows the verb or its preposition. Past tense
says that it was so then: "she worked for", against "she has worked for".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphbuild.extract.clauses import Clauses, Voice
from graphbuild.extract.kinds import BODIES, LAWYERS, PEOPLE, PERSONS
from graphbuild.extract.relations.found import LIKELY, SURE, WEAK, Found
from graphbuild.extract.relations.lists import Lists
from graphbuild.extract.relations.phrases import FINITE, OWNERS, QUOTES, word_of
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.model import Kind, Predicate

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation
P = Predicate


@dataclass(frozen=True, slots=True)
class Statement:
    """What a verb states of its agent and of what stands after it, or after one of its prepositions."""

    predicate: Predicate
    prepositions: tuple[str, ...] = ()
    bodies: frozenset[Kind] = BODIES
    taking: Kind | None = None
    """what a name unknown to be anything is as its object"""


OUTLETS = frozenset({Kind.OUTLET})
STATEMENTS = {
    "work": Statement(P.WORKS_FOR, ("for", "at", "with")),
    "freelance": Statement(P.WORKS_FOR, ("for",)),
    "write": Statement(P.WORKS_FOR, ("for",), BODIES, Kind.OUTLET),
    "report": Statement(P.WORKS_FOR, ("for",), OUTLETS, Kind.OUTLET),
    "contribute": Statement(P.WORKS_FOR, ("to",), OUTLETS, Kind.OUTLET),
    "cover": Statement(P.WORKS_FOR, ("for",), OUTLETS),
    "film": Statement(P.WORKS_FOR, ("for",), OUTLETS, Kind.OUTLET),
    "blog": Statement(P.WORKS_FOR, ("for",), OUTLETS, Kind.OUTLET),
    "teach": Statement(P.WORKS_FOR, ("at",)),
    "collaborate": Statement(P.WORKS_FOR, ("with",), OUTLETS),
    "edit": Statement(P.WORKS_FOR, (), OUTLETS, Kind.OUTLET),
    "host": Statement(P.WORKS_FOR, ("", "on", "at", "for"), OUTLETS, Kind.OUTLET),
    "present": Statement(P.WORKS_FOR, ("on", "at", "for"), OUTLETS),
    "publish": Statement(P.WORKS_FOR, (), OUTLETS),
    "head": Statement(P.WORKS_FOR),
    "lead": Statement(P.WORKS_FOR),
    "chair": Statement(P.WORKS_FOR),
    "run": Statement(P.WORKS_FOR),
    "direct": Statement(P.WORKS_FOR),
    "manage": Statement(P.WORKS_FOR),
    "join": Statement(P.WORKS_FOR),
    "found": Statement(P.FOUNDED, (), BODIES, Kind.ORGANIZATION),
    "cofound": Statement(P.FOUNDED),
    "co-found": Statement(P.FOUNDED),
    "establish": Statement(P.FOUNDED),
    "create": Statement(P.FOUNDED),
    "launch": Statement(P.FOUNDED),
    "start": Statement(P.FOUNDED, (), frozenset({Kind.OUTLET, Kind.ORGANIZATION})),
    "own": Statement(P.OWNS, (), frozenset({Kind.OUTLET, Kind.ORGANIZATION}), Kind.OUTLET),
    "fund": Statement(P.FUNDS),
    "finance": Statement(P.FUNDS),
    "bankroll": Statement(P.FUNDS),
    "represent": Statement(P.REPRESENTS, (), PEOPLE | OUTLETS),
    "defend": Statement(P.REPRESENTS, (), PERSONS),
}
BEFORE = frozenset({"previously", "formerly", "earlier", "before"})
"""Adverbs of work that is over: "and previously for Radio Tengri"."""
EMPLOY = frozenset({"employ", "hire"})
REACH = 14
"""Words after a verb among which its preposition is looked for: "reported on human rights in Osh for Radio Tengri"."""
PIECES = frozenset(
    "article commentary editorial essay op-ed opinion piece post report review statement story text".split()
)


class Statements:
    """Reads the statements of one parse."""

    def __init__(self, syntax: Syntax, clauses: Clauses, lists: Lists) -> None:
        self.syntax, self.clauses, self.lists, self.phrases = syntax, clauses, lists, lists.phrases
        self.clusters = self.phrases.clusters

    def find(self) -> Iterator[Found]:
        """Yield what the verbs of a parse state."""
        for token in self.phrases.doc:
            if token.lower_ == "married":
                yield from self._married(token)
            elif token.pos_ == "VERB" or token.tag_ in ("VBN", "VBG"):
                yield from self._verb(token)

    def _verb(self, verb: Token) -> Iterator[Found]:
        lemma = _lemma(verb)
        if lemma in EMPLOY:
            yield from self._employed(verb)
        statement = STATEMENTS.get(lemma)
        if statement is None:
            return
        if verb.i > 0 and self.phrases.text(verb.i - 1) == "-":
            return  # "the Singapore-owned company"
        if lemma == "own" and verb.tag_ in ("VBN", "VBD") and self.phrases.text(verb.i - 1) in OWNERS:
            return  # "works for the government owned Radio Tengri"
        if self.clauses.voice(verb) is Voice.PASSIVE and not statement.prepositions:
            yield from self._passive(verb, statement)
            return
        bodies, end = self._objects(verb, statement)
        if not bodies and statement.predicate in (P.FOUNDED, P.OWNS):
            bodies = self._antecedent(verb)
        if self._is_only_beside(verb):
            bodies = [i for i in bodies if self.clusters.kind(i) is Kind.OUTLET]
        more, last = self._also(verb, statement, end)
        for agent in self.agents(verb):
            yield from self.found(agent, bodies, statement, verb, end)
            yield from (replace(f, current=False) for f in self.found(agent, more, statement, verb, last))

    def _also(self, verb: Token, statement: Statement, end: int) -> tuple[list[int], int]:
        """Return where somebody did so before, told after the rest: "reports for X on the war, and previously for Y"."""
        for i in range(end, self.phrases.limit(verb.i)):
            linked = self.phrases.text(i - 2) in ("and", "but") and self.phrases.text(i - 1) in BEFORE
            if linked and self.phrases.text(i) in statement.prepositions:
                return self.lists.bodies(i + 1, statement.taking)
        return [], end

    def _is_only_beside(self, verb: Token) -> bool:
        """Whether somebody works *with* a body and not as anything there: a partner, unless it is an outlet."""
        after = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
        return "with" in after and not any(t.lower_ == "as" for t in verb.doc[verb.i : verb.sent.end])

    def found(self, agent: int, bodies: list[int], statement: Statement, verb: Token, end: int) -> Iterator[Found]:
        """Yield that somebody is what a statement says to the bodies after its verb or noun."""
        self._settle_alike(bodies, statement)
        for body in bodies:
            if self.fits(agent, body, statement):
                start = min(self.clusters.mentions[agent].start, verb.i) if self._near(agent, verb) else verb.i
                past = statement.predicate is P.WORKS_FOR and self._is_past(verb)
                confidence = LIKELY if self.clusters.named(agent) else WEAK
                yield Found(agent, statement.predicate, body, start, end, confidence, None, not past)

    def _settle_alike(self, bodies: list[int], statement: Statement) -> None:
        """Let bodies be outlets that are listed with one: "contributed to Radio Tengri and the Voice of Aksu"."""
        kinds = [self.clusters.kind(i) for i in bodies]
        for body, kind in zip(bodies, kinds, strict=True):
            if statement.bodies is OUTLETS and Kind.OUTLET in kinds and kind is Kind.ORGANIZATION:
                self.clusters.settle(body, Kind.OUTLET)

    def _near(self, agent: int, verb: Token) -> bool:
        mention = self.clusters.mentions[agent]
        return bool(verb.sent.start <= mention.start and mention.end <= verb.sent.end)

    def agents(self, verb: Token) -> list[int]:
        """Return of whom a verb tells that they do it."""
        found = [self.person(a.token) for a in self.clauses.clause_of(verb).fill("agent")]
        return [i for i in found if i is not None] or self._relative_agents(verb)

    def person(self, token: Token) -> int | None:
        """Return who a word stands for; of "reporter X" the name."""
        name = self.phrases.name(token.i)
        if name is not None:
            return name
        index = self.phrases.described(token.i)
        if index is not None and not self.clusters.named(index):
            after = self.phrases.person(self.clusters.mentions[index].end)
            return after if after is not None else index
        return index

    def _relative_agents(self, verb: Token) -> list[int]:
        """Return the name before "who" where no clause gives an agent: "X, who also edits Y"."""
        i = verb.i - 1
        while i > verb.sent.start and self.phrases.doc[i].pos_ in ("ADV", "AUX"):
            i -= 1
        if self.phrases.text(i) != "who":
            return []
        i -= 1
        while i > verb.sent.start and (self.phrases.text(i) == "," or self.phrases.text(i) in QUOTES):
            i -= 1
        name = self.phrases.name(i)
        return [name] if name is not None else []

    def _objects(self, verb: Token, statement: Statement) -> tuple[list[int], int]:
        """Return the bodies after a verb or its preposition, read from left to right."""
        start = self._object_start(verb, statement)
        if start is None:
            return [], verb.i + 1
        if statement.bodies & PERSONS:
            phrase = self.phrases.read(start)
            return ([phrase.mention], phrase.end) if phrase.mention is not None else ([], verb.i + 1)
        return self.lists.bodies(start, statement.taking)

    def _object_start(self, verb: Token, statement: Statement) -> int | None:
        after = self.lists.bodies(verb.i + 1)[0] if "" in statement.prepositions else ()
        if not statement.prepositions or any(map(self.clusters.named, after)):  # "hosts Aksu Live", "a show on TV Aksu"
            return verb.i + 1
        if self.phrases.text(verb.i + 1) in statement.prepositions:
            return verb.i + 2
        for i in range(verb.i + 1, min(verb.i + REACH, self.phrases.limit(verb.i))):
            token = self.phrases.doc[i]
            if token.pos_ == "VERB" or token.tag_ in FINITE or token.lower_ in ("who", "which", "that", ";", ":"):
                return None
            if token.lower_ in PIECES and any(d.token.lower_ in ("a", "an") for d in self.syntax.dependents(token)):
                return None  # "wrote in an article for X": one piece is no job
            if token.lower_ in statement.prepositions:
                found, _ = self.lists.bodies(i + 1)  # "for several outlets, including X" too
                if found and all(self.clusters.kind(j) in statement.bodies and self.clusters.named(j) for j in found):
                    return i + 1
        return None

    def _passive(self, verb: Token, statement: Statement) -> Iterator[Found]:
        """Read "Y, founded by X" and "Y was owned by X": the body is the patient, the agent stands after "by"."""
        by = next(
            (k for k in range(verb.i + 1, min(verb.i + 8, len(self.phrases.doc))) if self.phrases.text(k) == "by"), None
        )
        if by is None:
            return
        bodies = [i for a in self.clauses.clause_of(verb).fill("patient") if (i := self.person(a.token)) is not None]
        before = self._name_before(verb)
        bodies = bodies or ([before] if before is not None else [])
        if statement.taking is not None:
            bodies = [i for i in bodies if self.phrases.takes(i, statement.taking)]
        agents, end = self._after_by(by + 1)
        agents = [j for i in agents for j in self.clusters.expand(i)]  # "by two former editors, X and Y"
        for body in bodies:
            for agent in agents:
                if self.fits(agent, body, statement):
                    start = self.clusters.mentions[body].start if self._near(body, verb) else verb.i
                    yield Found(agent, statement.predicate, body, min(start, verb.i), end, SURE)

    def _antecedent(self, verb: Token) -> list[int]:
        """Return the body before the relative pronoun that is a verb's object: "the weekly Arna, which he had founded"."""
        start = verb.i - 1
        while start > verb.sent.start and self.phrases.text(start) not in ("which", "that", ","):
            start -= 1
        subject = self.phrases.doc[start + 1]
        if (
            self.phrases.text(start) not in ("which", "that")
            or subject.pos_ not in ("PRON", "PROPN")
            or subject == verb
        ):
            return []
        name = self.phrases.name(start - 1 - (self.phrases.text(start - 1) == ","))
        return [name] if name is not None else []

    def _after_by(self, start: int) -> tuple[list[int], int]:
        found, end = list[int](), start
        at: int | None = start
        while at is not None:
            phrase = self.phrases.read(at)
            if phrase.mention is None:
                break
            found, end = [*found, phrase.mention], self.phrases.past_brackets(phrase.end)
            at = end + 1 if self.phrases.text(end) == "and" else None
        return found, end

    def _name_before(self, verb: Token) -> int | None:
        """Return the name before a participle and its comma: "Le Courrier, founded by"."""
        i = verb.i - 1
        while i > verb.sent.start and (
            self.phrases.doc[i].pos_ in ("ADV", "PUNCT", "AUX") or self.phrases.text(i) == "which"
        ):
            i -= 1
        return self.phrases.name(i)

    def _employed(self, verb: Token) -> Iterator[Found]:
        clause = self.clauses.clause_of(verb)
        for body in (self.person(a.token) for a in clause.fill("agent")):
            for person in (self.person(a.token) for a in clause.fill("patient")):
                if body is None or person is None or not self.fits(person, body, Statement(P.WORKS_FOR)):
                    continue
                marks = [
                    verb.i,
                    *(self.clusters.mentions[i].start for i in (body, person)),
                    *(self.clusters.mentions[i].end for i in (body, person)),
                ]
                marks = [m for m in marks if verb.sent.start <= m <= verb.sent.end]
                yield Found(person, P.WORKS_FOR, body, min(marks), max(marks), LIKELY)

    def _married(self, word: Token) -> Iterator[Found]:
        """Read "X is married to Y"."""
        spouse = self.phrases.person(word.i + 2) if self.phrases.text(word.i + 1) == "to" else None
        subject = self.syntax.first(word, R.SUBJECT, R.PASSIVE_SUBJECT)
        other = self.person(subject) if subject is not None else None
        if (
            spouse is not None
            and other is not None
            and self.clusters.kind(other) in PERSONS
            and self.clusters.named(other)
        ):
            start = min(word.i, self.clusters.mentions[other].start)
            start = start if start >= word.sent.start else word.i
            yield Found(spouse, P.RELATIVE_OF, other, start, self.clusters.mentions[spouse].end, LIKELY)

    def fits(self, agent: int, body: int, statement: Statement) -> bool:
        """Whether two are of such kinds, and known so well, that a statement may hold between them."""
        kinds = self.clusters.kind(agent), self.clusters.kind(body)
        if kinds[1] not in statement.bodies:
            return False
        if not self.clusters.named(agent) and statement.predicate is not P.FUNDS:
            mention = self.clusters.mentions[agent]
            staff = statement.predicate is P.WORKS_FOR and kinds[0] is Kind.JOURNALIST and mention.plural
            return staff and self.clusters.named(body)
        if not self.clusters.named(body):
            return statement.predicate is P.REPRESENTS and kinds[0] is Kind.PERSON and self._is_lawyer(agent)
        match statement.predicate:
            case P.FUNDS:
                return kinds[0] in BODIES
            case P.OWNS:
                return kinds[0] in PERSONS | BODIES
            case P.REPRESENTS:
                return kinds[0] is Kind.PERSON and self._is_lawyer(agent)
            case _:
                return kinds[0] in PERSONS

    def _is_lawyer(self, index: int) -> bool:
        members = self.clusters.members(index)
        titled = any(m.start > 0 and word_of(self.phrases.doc[m.start - 1]) in LAWYERS for m in members)
        return titled or any(m.position in LAWYERS for m in members)

    def _is_past(self, verb: Token) -> bool:
        """Whether work for a body is told to be over; *worked* after "he heard that they" may go on (backshift)."""
        up = self.syntax.governor(verb)
        if up is not None and up.relation is R.COMPLEMENT and verb.tag_ == up.token.tag_ == "VBD":
            return False
        words = {t.lower_ for _, t, _ in self.syntax.dependents(verb, R.AUXILIARY)}
        return verb.tag_ == "VBD" or "had" in words or (verb.tag_ == "VBN" and not words & {"has", "have", "'s"})


def _lemma(verb: Token) -> str:
    """Return a verb's lemma; "founded" is never of "find", "co-founded" stands in three words."""
    low = verb.lower_
    if low.endswith("founded") or low in ("founding", "founds"):
        return "found"
    lemma = verb.lemma_.lower()
    return next((w for w in (lemma, f"{lemma}e", f"{lemma}{lemma[-1]}e") if w in STATEMENTS or w in EMPLOY), lemma)
