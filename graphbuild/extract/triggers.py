"""Finds the words that evoke an event, and fills their frame's roles.

"Police broke his camera": *break* is a unit of Damage where its patient is a thing; the frame says that the agent is
the perpetrator and the thing's owner the target. A unit whose restrictions do not hold ("broke the news") evokes
nothing. Of several units on one word, more words win over fewer and, among equals, the surer one wins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.extract.clauses import Argument, Clause, Clauses
from graphbuild.extract.participants import Participants
from graphbuild.lexicons.frames import LexicalUnit, load_frames
from graphbuild.extract.syntax import Relation, Syntax

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

R = Relation

CLAUSES = frozenset({"acl:relcl", "relcl", "acl", "advcl", "ccomp", "parataxis", "conj"})
NEAR = 8
"""Words between the first and the last word of a multi-word unit at most."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that evokes an event, the unit it does it by, and its clause with the roles filled."""

    token: Token
    unit: LexicalUnit
    words: tuple[Token, ...]
    clause: Clause
    perpetrators: tuple[Argument, ...]
    targets: tuple[Argument, ...]
    things: tuple[Token, ...]


class TriggerFinder:
    """Matches lexical units on one parse."""

    def __init__(self, doc: Doc, syntax: Syntax, clauses: Clauses, participants: Participants) -> None:
        self.doc, self.syntax, self.clauses, self.participants = doc, syntax, clauses, participants
        self.frames = load_frames()

    def find(self) -> Iterator[Trigger]:
        """Yield the triggers of a parse in text order."""
        covered: set[int] = set()
        for token in self.doc:
            for pos in _parts_of_speech(token):
                found = self._best(token, pos, covered)
                if found is not None:
                    covered |= {t.i for t in found.words}
                    yield found
                    break

    def _best(self, token: Token, pos: str, covered: set[int]) -> Trigger | None:
        for unit in self.frames.by_head.get((pos, token.lemma_.lower()), ()):
            words = self._words(token, unit)
            if words is None or any(w.i in covered for w in words):
                continue
            clause = self.clauses.clause_of(token)
            found = self._fill(token, unit, words, clause)
            if found is not None:
                return found
        return None

    def _words(self, token: Token, unit: LexicalUnit) -> tuple[Token, ...] | None:
        """Return the tokens of a unit's words, None where they are not all there."""
        if len(unit.lemmas) == 1:
            return (token,)
        if unit.pos == "noun":
            first = token.i - len(unit.lemmas) + 1
            words = tuple(self.doc[max(0, first) : token.i + 1])
            return words if tuple(w.lemma_.lower() for w in words) == unit.lemmas else None
        words, position = [token], token.i
        for lemma in unit.lemmas[1:]:
            found = next((t for t in self.doc[position + 1 : position + NEAR] if self._is_word(t, lemma, token)), None)
            if found is None:
                return None
            words.append(found)
            position = found.i
        return tuple(words)

    def _is_word(self, candidate: Token, lemma: str, head: Token) -> bool:
        """Whether a token is the next word of a unit: by lemma or form, below the unit's head."""
        if lemma not in (candidate.lemma_.lower(), candidate.lower_):
            return False
        return candidate.sent.start == head.sent.start and (head.is_ancestor(candidate) or candidate.head.i == head.head.i)

    def _fill(self, token: Token, unit: LexicalUnit, words: tuple[Token, ...], clause: Clause) -> Trigger | None:
        around = self._dependent_lemmas(token)
        if unit.when and not unit.when & around or unit.unless and unit.unless & around:
            return None
        if unit.patient and not self._patient_fits(unit, clause):
            return None
        inside = {w.i for w in words}
        perpetrators = self._first(clause, unit.perpetrator, inside, agent=True)
        targets = self._first(clause, unit.target, inside, any_noun=not unit.patient or "person" in unit.patient)
        agents = [a.token for a in perpetrators or clause.fill("agent")]
        if unit.agent != "any" and agents and not any(self.participants.is_agent(t, unit.agent) for t in agents):
            return None
        things = tuple(a.token for s in unit.thing or ("patient",) for a in clause.fill(s))
        return Trigger(token, unit, words, clause, perpetrators, targets, things)

    def _patient_fits(self, unit: LexicalUnit, clause: Clause) -> bool:
        """Whether what a unit's act is done to is of a class that the unit takes; a noun no list knows may be a person."""
        slots = ("patient",) if unit.pos != "noun" else unit.target or unit.thing
        fillers = [a.token for s in slots for a in clause.fill(s)]
        wanted = unit.patient | {"unknown"} if "person" in unit.patient else unit.patient
        return any(self.participants.classes(t) & wanted for t in fillers)

    def _first(
        self, clause: Clause, slots: tuple[str, ...], inside: set[int], *, agent: bool = False, any_noun: bool = False
    ) -> tuple[Argument, ...]:
        """Return the fillers of the first slot that names somebody."""
        for slot in slots:
            found = tuple(
                a for a in clause.fill(slot)
                if a.token.i not in inside and self.participants.somebody(a.token, agent=agent, any_noun=any_noun)
            )  # fmt: skip
            if found:
                return found
        return ()

    def _dependent_lemmas(self, token: Token) -> frozenset[str]:
        """Return the lemmas of a trigger's dependents and of the words that modify these, short of other clauses."""
        found = set()
        for child in token.children:
            found.add(child.lemma_.lower())
            if child.dep_ not in CLAUSES:
                found |= {t.lemma_.lower() for c in child.children if c.dep_ not in CLAUSES for t in (c, *c.children)}
        return frozenset(found)


def _parts_of_speech(token: Token) -> tuple[str, ...]:
    """Return which lists of units a token may be looked up in; taggers waver between participle and adjective."""
    if token.pos_ in ("VERB", "AUX"):
        return ("verb",)
    if token.pos_ == "ADJ":
        return ("verb", "adjective") if token.tag_ in ("VBN", "VBG") else ("adjective",)
    return ("noun",) if token.pos_ in ("NOUN", "PROPN") else ()
