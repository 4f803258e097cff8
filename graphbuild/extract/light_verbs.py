"""Verbs that leave the meaning to an event noun: who did or suffered it stands around the verb.

"Police subjected Keita to beatings", "searches were conducted at the editors' homes by officers", "the charges levelled
against her": the noun says what happened, the verb's slots say to whom (Jespersen 1942's light verbs; FrameNet's
support verbs). Which slot is whose is data, `words/light_verbs.yaml`. A predicate such as *the victim of* does the same
for its subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphbuild.extract.arguments import Argument
from graphbuild.extract.clauses import Clauses
from graphbuild.extract.company import SPOKESPEOPLE
from graphbuild.extract.event_nouns import TRANSPARENT
from graphbuild.extract.lemmas import readings
from graphbuild.extract.noun_phrases import is_time
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.lexicons.words import LightVerb, load_words

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation

CHARGES = frozenset({"charge", "count", "accusation", "allegation", "suspicion"})
NOBODY = frozenset({"no", "nobody", "none", "neither"})
SUPPOSING = frozenset({"if", "whether", "unless"})
PREDICATES = frozenset({"subject", "responsible"})
"""Adjectives that say of their subject what their event noun is to it."""
SUFFERERS = frozenset({"victim", "target", "subject", "object", "recipient", "survivor"})
"""Nouns for whoever suffers what they are *of*."""


class LightVerbs:
    """Finds what light verbs say of the event nouns of one parse."""

    def __init__(self, syntax: Syntax, clauses: Clauses) -> None:
        self.syntax, self.clauses = syntax, clauses
        self.words = load_words(LightVerb)

    def arguments(self, noun: Token) -> tuple[Argument, ...]:
        """Return a noun's agents (slot `agent`) and targets (slot `patient`) as its light verbs give them."""
        heads = self._heads(noun)
        found: list[Argument] = []
        for verb in self._verbs(heads):
            for entry in self._entries(verb):
                found += self._read(verb, entry, heads)
        for head in heads:
            found += self._predicated(head)
        return tuple(dict.fromkeys(a for a in found if a.token not in heads))

    def _heads(self, noun: Token) -> list[Token]:
        """Return the noun, what it is coordinated with and what counts it: the words that may stand in the slot."""
        found = [noun]
        up = self.syntax.governor(noun)
        if up is not None and up.relation is R.CONJUNCT and up.token.pos_ == "NOUN":
            found.append(up.token)
            up = self.syntax.governor(up.token)
        if up is not None and up.preposition == "of" and up.token.lemma_.lower() in TRANSPARENT | SUFFERERS:
            found.append(up.token)
        return found

    def _verbs(self, heads: list[Token]) -> Iterator[Token]:
        for head in heads:
            up = self.syntax.governor(head)
            if up is not None and (up.token.pos_ in ("VERB", "AUX") or up.token.lemma_ in PREDICATES):
                yield up.token
            elif up is not None and (verb := self._of_object(up.token)) is not None:
                yield verb
            for d in self.syntax.dependents(head, R.ADNOMINAL, R.RELATIVE):
                if d.token.pos_ in ("VERB", "AUX", "ADJ"):
                    yield d.token

    def _of_object(self, noun: Token) -> Token | None:
        """Return the verb whose object a noun is: what follows that may be the verb's ("claim responsibility | for")."""
        up = self.syntax.governor(noun)
        return up.token if up is not None and up.relation is R.OBJECT and up.token.pos_ == "VERB" else None

    def _entries(self, verb: Token) -> Iterator[LightVerb]:
        """Yield the entries of a verb, with its particle or object where the list has it so."""
        beside = [d.token for d in self.syntax.dependents(verb, R.PARTICLE, R.ADVERB, R.OBJECT, R.PASSIVE_SUBJECT)]
        for lemma in readings(verb):
            longer = [e for t in beside for word in readings(t) for e in self.words.entries.get((lemma, word), ())]
            found = longer or list(self.words.entries.get((lemma,), ()))
            if found:
                yield from found
                return

    def _read(self, verb: Token, entry: LightVerb, heads: list[Token]) -> Iterator[Argument]:
        clause = self.clauses.clause_of(verb)
        fillers = [a.token for slot in entry.noun for a in clause.fill(slot)]
        fillers += [
            d.token for t in (verb, *(o.token for o in self.syntax.dependents(verb, R.OBJECT)))
            for d in self.syntax.dependents(t, R.OBLIQUE) if d.preposition in entry.noun
        ]  # fmt: skip
        if not any(t in heads for t in fillers) or (verb.lemma_ == "report" and self._is_known(heads)):
            return
        blames = "patient" in entry.agent or "behind" in entry.noun or "for" in entry.noun
        charged = any(t.lemma_.lower() in CHARGES for t in heads)  # "sentenced on the charges": nobody's own
        agent = () if blames and (charged or self._is_open(verb)) else entry.agent
        for role, slots in (("agent", agent), ("patient", entry.target)):
            fills = ([a for a in clause.fill(slot) if not is_time(a.token)] for slot in slots)
            filled = next((f for f in fills if f), [])
            yield from (Argument(role, self._principal(a.token), a.direct) for a in filled)

    def _is_known(self, heads: list[Token]) -> bool:
        """Whether an act was told of before, and so need not be the subject's own: "called 911 to report *the* attack"."""
        return any(d.token.lower_ == "the" for t in heads for d in self.syntax.dependents(t, R.DETERMINER))

    def _is_open(self, verb: Token) -> bool:
        """Whether it is denied, possible or supposed that somebody did it: "were not responsible for", "may be behind"."""
        if self.syntax.first(verb, R.NEGATION) is not None:
            return True
        helpers = (d.token for d in self.syntax.dependents(verb, R.AUXILIARY, R.MARKER))
        subject = self.syntax.first(verb, R.SUBJECT, R.PASSIVE_SUBJECT)
        first = self.syntax.first(subject, R.DETERMINER) if subject is not None else None
        none = {t.lower_ for t in (subject, first) if t is not None} & NOBODY
        return bool(none) or any(t.tag_ == "MD" or t.lower_ in SUPPOSING for t in helpers)

    def _principal(self, speaker: Token) -> Token:
        """Return for whom an unnamed person speaks: "a spokesman for the group claimed responsibility" is the group."""
        if speaker.pos_ != "NOUN" or speaker.lemma_.lower() not in SPOKESPEOPLE:
            return speaker
        whose = self.syntax.dependents(speaker, R.OBLIQUE, R.POSSESSOR, R.COMPOUND)
        bodies = (d.token for d in whose if d.relation is not R.OBLIQUE or d.preposition in ("of", "for"))
        return next((t for t in bodies if t.pos_ in ("NOUN", "PROPN")), speaker)

    def _predicated(self, head: Token) -> Iterator[Argument]:
        """Yield who "was the victim of" something, or "a victim of …, X"."""
        if head.lemma_.lower() not in SUFFERERS:
            return
        subject = self.syntax.first(head, R.SUBJECT)
        up = self.syntax.governor(head)
        if subject is None and up is not None and up.relation is R.PREDICATE:
            subject = self.syntax.first(up.token, R.SUBJECT)
        if subject is None and up is not None and up.relation is R.APPOSITION:
            subject = up.token
        if subject is not None:
            yield from (
                Argument("patient", t) for t in self.clauses.members(self.clauses.phrases.antecedent(subject, head))
            )
