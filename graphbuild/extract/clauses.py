"""The clause layer: who stands in which slot of a verb or of an event noun.

"The journalist police had detained was beaten and robbed": *detained* has agent *police* and patient *journalist* (the
gap of a relative clause), *beaten* and *robbed* are passive with the same patient. `clause_of` gives this for any
trigger; slots are `agent`, `patient`, `recipient`, `xcomp`, `owner` (possessor of the patient), for nouns `poss` and
`compound`, and every preposition by its word.

What it rests on, rule by rule: a passive's surface subject is its patient and its by-phrase the agent; a bare past
participle that modifies a noun is a passive of it, a present participle an active; a relative pronoun or gap stands
for the antecedent; coordinated verbs share a subject and an object to the right of the last; an infinitive or
participle without a subject takes its governor's object if there is one, else its subject (control).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from graphbuild.extract.syntax import Dependent, Relation, Syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

R = Relation

RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that", "whose"})
MEMBERS = frozenset({"including", "such as"})
COMPANY = frozenset({"along with", "together with", "as well as", "alongside", "besides"})
POSSESSIVE_PREPOSITIONS = ("of", "belonging to", "from")
MAX_CHAIN = 8
"""Governors climbed at most when a subject is looked for: longer chains are parser errors."""


class Voice(StrEnum):
    """How a trigger takes its participants."""

    ACTIVE = "active"
    PASSIVE = "passive"
    NOMINAL = "nominal"


class Argument(NamedTuple):
    """One filler of one slot: the head token of its phrase."""

    slot: str
    token: Token
    direct: bool = True
    """whether it is a dependent of the trigger itself, not inherited by coordination or control"""


@dataclass(frozen=True, slots=True)
class Clause:
    """A trigger and the fillers of its slots, conjuncts spelt out."""

    trigger: Token
    voice: Voice
    arguments: tuple[Argument, ...]

    def fill(self, slot: str) -> list[Argument]:
        """Return the fillers of a slot in text order."""
        return [a for a in self.arguments if a.slot == slot]


class Clauses:
    """Reads clauses off one parse."""

    def __init__(self, syntax: Syntax, headline_end: int = 0) -> None:
        self.syntax = syntax
        self.headline_end = headline_end
        """tokens before this one are the headline, which leaves out auxiliaries"""

    def clause_of(self, trigger: Token) -> Clause:
        """Return the clause of a verb or of an event noun."""
        is_verb = trigger.pos_ in ("VERB", "AUX") or self._is_participle(trigger)
        if is_verb:
            found = self._verb_arguments(trigger)
        else:
            found = self._described(trigger) if trigger.pos_ == "ADJ" else self._noun_arguments(trigger)
        voice = self.voice(trigger) if is_verb else Voice.NOMINAL
        spelt = [Argument(a.slot, t, a.direct) for a in found for t in self.members(a.token)]
        owners = [Argument("owner", t, a.direct) for a in spelt if a.slot == "patient" for t in self.owners(a.token)]
        return Clause(trigger, voice, tuple(dict.fromkeys(spelt + owners)))

    def voice(self, verb: Token) -> Voice:
        """Return the voice of a verb form."""
        if self.syntax.first(verb, R.PASSIVE_SUBJECT, R.PASSIVE_AUXILIARY) is not None:
            return Voice.PASSIVE
        if verb.tag_ != "VBN" and not (verb.tag_ == "VBD" and self._in_headline(verb)):
            return Voice.ACTIVE
        if self.syntax.first(verb, R.OBJECT) is not None:
            return Voice.ACTIVE
        auxiliaries = {t.lemma_ for _, t, _ in self.syntax.dependents(verb, R.AUXILIARY)}
        if auxiliaries & {"be", "get"}:
            return Voice.PASSIVE
        if auxiliaries:
            return Voice.ACTIVE
        up = self.syntax.governor(verb)
        if up is None or up.relation in (R.PARATAXIS, R.COMPLEMENT):
            return Voice.PASSIVE if self._in_headline(verb) or verb.tag_ == "VBN" else Voice.ACTIVE
        if up.relation is R.CONJUNCT and up.token.pos_ in ("VERB", "AUX"):
            own = self.syntax.first(verb, R.SUBJECT)
            return self.voice(up.token) if own is None else Voice.ACTIVE
        return Voice.PASSIVE

    def subject(self, verb: Token, depth: int = 0) -> tuple[Token | None, bool]:
        """Return a verb's surface subject, and whether it is its own (not inherited)."""
        own = self.syntax.first(verb, R.SUBJECT, R.PASSIVE_SUBJECT)
        if own is not None:
            return self._antecedent(own, verb), True
        up = self.syntax.governor(verb)
        if up is None or depth > MAX_CHAIN:
            return None, False
        if up.relation in (R.ADJECTIVE, R.ADNOMINAL, R.RELATIVE) and up.token.pos_ not in ("VERB", "AUX"):
            return (None, False) if self._is_infinitive(verb) else (up.token, True)
        if up.relation is R.CONJUNCT:
            return self.subject(up.token, depth + 1)[0], False
        if up.relation is R.OPEN_COMPLEMENT:
            controller = self.syntax.first(up.token, R.OBJECT, R.RECIPIENT)
            return (controller if controller is not None else self.subject(up.token, depth + 1)[0]), False
        if up.relation is R.ADVERBIAL and up.token.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
            return self.subject(up.token, depth + 1)[0], False
        return None, False

    def members(self, token: Token) -> list[Token]:
        """Return a noun, what is coordinated with it, and who is named as part of it or beside it."""
        found = self.syntax.conjuncts(token)
        for each in list(found):
            for d in self.syntax.dependents(each, R.OBLIQUE):
                if d.preposition in MEMBERS or d.preposition in COMPANY:
                    found += self.syntax.conjuncts(d.token)
        return list(dict.fromkeys(found))

    def owners(self, token: Token) -> list[Token]:
        """Return whose a thing is: "her phone", "the phone of X", "cameras belonging to Y", "X's phone and camera"."""
        heads = [token]
        up = self.syntax.governor(token)
        if up is not None and up.relation is R.CONJUNCT:
            heads.append(up.token)
        for head in heads:
            owners = [d.token for d in self.syntax.dependents(head, R.POSSESSOR)]
            owners += [d.token for d in self.syntax.dependents(head, R.OBLIQUE) if d.preposition == "of"]
            owners += [
                d.token
                for verb in (v.token for v in self.syntax.dependents(head, R.ADNOMINAL))
                if verb.lemma_ == "belong"
                for d in self.syntax.dependents(verb, R.OBLIQUE)
            ]
            if owners:
                return [t for o in owners for t in self.members(self._antecedent(o, head))]
        return []

    def _verb_arguments(self, verb: Token) -> list[Argument]:
        passive = self.voice(verb) is Voice.PASSIVE
        found = []
        subject, own = self.subject(verb)
        if subject is not None and subject != verb:
            found.append(Argument("patient" if passive else "agent", subject, own))
        found += self._objects(verb, passive)
        for d in self.syntax.dependents(verb, R.OBLIQUE, R.OPEN_COMPLEMENT, R.ADVERBIAL):
            found += self._adjunct(verb, d, passive)
        if passive and not any(a.slot == "agent" for a in found):
            found += self._shared_by_phrase(verb)
        return found

    def _objects(self, verb: Token, passive: bool) -> list[Argument]:
        found = []
        for d in self.syntax.dependents(verb, R.OBJECT):
            found.append(Argument("theme" if passive else "patient", self._antecedent(d.token, verb)))
        for d in self.syntax.dependents(verb, R.RECIPIENT):
            found.append(Argument("recipient", self._antecedent(d.token, verb)))
        if not found and not passive:
            shared = self._shared_object(verb) or self._gap(verb)
            if shared is not None:
                found.append(Argument("patient", shared, False))
        return found

    def _adjunct(self, verb: Token, d: Dependent, passive: bool) -> list[Argument]:
        if d.relation is R.OPEN_COMPLEMENT:
            return [Argument("xcomp", d.token)]
        if d.relation is R.ADVERBIAL:
            return [Argument(d.preposition, d.token)] if d.preposition else []
        slot = "agent" if passive and d.preposition == "by" else d.preposition or ""
        return [Argument(slot, self._antecedent(d.token, verb))]

    def _shared_by_phrase(self, verb: Token) -> list[Argument]:
        """A by-phrase after the last of coordinated passives belongs to all: "was detained and beaten by police"."""
        group = [t for t in self.syntax.conjuncts(verb) if t != verb]
        for other in group:
            if self.voice(other) is not Voice.PASSIVE or self.syntax.first(other, R.PASSIVE_SUBJECT) is not None:
                continue
            for d in self.syntax.dependents(other, R.OBLIQUE):
                if d.preposition == "by":
                    return [Argument("agent", d.token, False)]
        return []

    def _shared_object(self, verb: Token) -> Token | None:
        """Find the object that coordinated verbs share: it stands to the right of the last of them."""
        for other in self.syntax.conjuncts(verb)[1:]:
            shared = self.syntax.first(other, R.OBJECT)
            if shared is not None and self.syntax.first(other, R.SUBJECT) is None:
                return shared if self._adjacent(verb, other) else None
        up = self.syntax.governor(verb)
        if up is not None and up.relation is R.CONJUNCT and self.voice(up.token) is Voice.ACTIVE:
            shared = self.syntax.first(up.token, R.OBJECT)
            if shared is not None and shared.i > verb.i:
                return shared
        return None

    def _adjacent(self, verb: Token, other: Token) -> bool:
        """Whether nothing but conjunctions, adverbs and other verbs stands between two coordinated verbs."""
        between = self.syntax.doc[verb.i + 1 : other.i]
        return all(t.pos_ in ("CCONJ", "ADV", "VERB", "PUNCT", "AUX", "PART") for t in between)

    def _gap(self, verb: Token) -> Token | None:
        """Find the antecedent that a relative clause with a subject of its own leaves out as its object."""
        up = self.syntax.governor(verb)
        has_subject = self.syntax.first(verb, R.SUBJECT)
        if up is not None and up.relation is R.RELATIVE and has_subject is not None:
            if has_subject.lower_ not in RELATIVE_PRONOUNS:
                return up.token
        return None

    def _described(self, adjective: Token) -> list[Argument]:
        """Return what an adjective is said of: the noun it modifies or the subject it is predicated of."""
        up = self.syntax.governor(adjective)
        subject = self.syntax.first(adjective, R.SUBJECT)
        if subject is None and up is not None and up.relation is R.ADJECTIVE:
            subject = up.token
        elif subject is None and up is not None and up.relation is R.OPEN_COMPLEMENT:
            subject = self.subject(up.token)[0]
        return [Argument("patient", self._antecedent(subject, adjective))] if subject is not None else []

    def _noun_arguments(self, noun: Token) -> list[Argument]:
        found = [Argument("poss", self._antecedent(d.token, noun)) for d in self.syntax.dependents(noun, R.POSSESSOR)]
        found += [Argument(d.preposition or "", d.token) for d in self.syntax.dependents(noun, R.OBLIQUE)]
        found += [Argument("compound", d.token) for d in self.syntax.dependents(noun, R.COMPOUND, R.NAME)]
        subject = self.syntax.first(noun, R.SUBJECT)
        if subject is not None and self.syntax.first(noun, R.CASE) is not None:
            found.append(Argument("poss", self._antecedent(subject, noun)))
        up = self.syntax.governor(noun)
        if not found and up is not None and up.relation is R.CONJUNCT and up.token.pos_ in ("NOUN", "PROPN"):
            found = [Argument(a.slot, a.token, False) for a in self._noun_arguments(up.token)]
        elif not found:
            found = self._from_later_conjunct(noun)
        return found

    def _from_later_conjunct(self, noun: Token) -> list[Argument]:
        """ "The assault and harassment of X": the phrase after the last noun belongs to each."""
        for other in self.syntax.conjuncts(noun)[1:]:
            if other.pos_ == "NOUN":
                found = [
                    Argument(d.preposition or "", d.token, False)
                    for d in self.syntax.dependents(other, R.OBLIQUE)
                ]
                if found:
                    return found
        return []

    def _antecedent(self, token: Token, verb: Token) -> Token:
        """Return what a relative pronoun stands for, any other word as it is."""
        if token.lower_ not in RELATIVE_PRONOUNS or token.pos_ not in ("PRON", "DET", "SCONJ"):
            return token
        up = self.syntax.governor(verb)
        for _ in range(MAX_CHAIN):
            if up is None:
                return token
            if up.relation in (R.RELATIVE, R.ADNOMINAL):
                return up.token
            up = self.syntax.governor(up.token)
        return token

    def _in_headline(self, token: Token) -> bool:
        return token.i < self.headline_end

    @staticmethod
    def _is_participle(token: Token) -> bool:
        return token.tag_ in ("VBN", "VBG") and token.pos_ in ("ADJ", "VERB")

    def _is_infinitive(self, verb: Token) -> bool:
        return any(d.token.lower_ == "to" for d in self.syntax.dependents(verb, R.MARKER, R.AUXILIARY))
