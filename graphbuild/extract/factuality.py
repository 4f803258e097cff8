"""Whether an act is told as fact: the reading of a trigger in its sentence.

"Authorities should release Utepova, stop harassing reporters and investigate the assault on Toiken": the release is
`demanded` (a modal over it), the harassing is told as fact (what is to stop is going on), and so is the assault (a
definite event noun is presupposed under whatever stands above it). The reading starts at the trigger and climbs its
governors; each step may change it, and the climb ends where the language cuts modality off: at a relative clause, a
participle that modifies a noun, a definite event noun, a clause of time or cause.

Sources: Saurí and Pustejovsky 2009, FactBank; Karttunen 1971, Implicative Verbs (manage, fail, force); Kiparsky and
Kiparsky 1970, Fact (regret, condemn).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.extract.cues import Cue, adverb_cue, complement_cue, modal_cue, modifier_cue, speech_cue
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.model import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

R = Relation
F = Factuality

MAX_CLIMB = 12
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "in case", "should", "provided", "until"})
WITHOUT = frozenset({"without", "instead of", "rather than"})
OPEN_NOUN_LINKS = frozenset({"of", "for", "to", "with", "against", "from", "about", "by", "on", "in"})
STRENGTH = (F.REPORTED, F.ALLEGED, F.PLANNED, F.ATTEMPTED, F.HYPOTHETICAL, F.DEMANDED, F.DENIED)
"""Which reading stays where two cues meet: a denied attempt is denied."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a trigger is told, and the words that show it."""

    factuality: Factuality = F.REPORTED
    cue: Token | None = None
    speech: Token | None = None
    """the verb (or "according") that attributes it"""
    accused: bool = False
    """whether the act is certain and only its agent is claimed"""

    def with_cue(self, factuality: Factuality, cue: Token) -> Reading:
        """Return the stronger of this reading and another."""
        if STRENGTH.index(factuality) > STRENGTH.index(self.factuality):
            return Reading(factuality, cue, self.speech, self.accused)
        return self


class FactualityReader:
    """Reads the factuality of triggers of one parse."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax

    def read(self, trigger: Token) -> Reading:
        """Return the reading of an event's trigger."""
        reading = self._local(Reading(), trigger)
        token, nominal = trigger, trigger.pos_ in ("NOUN", "PROPN")
        for _ in range(MAX_CLIMB):
            up = self.syntax.governor(token)
            if up is None:
                break
            reading, climbs = self._step(reading, token, up.token, up.relation, up.preposition, nominal)
            if not climbs:
                break
            token = up.token
            nominal = token.pos_ in ("NOUN", "PROPN")
        return self._sentence(reading, trigger)

    def _local(self, reading: Reading, token: Token) -> Reading:
        """Apply negation, modals, adverbs and adjectives that stand at a word itself."""
        for d in self.syntax.dependents(token):
            word = d.token
            if d.relation is R.NEGATION or (d.relation is R.DETERMINER and word.lower_ in ("no", "neither")):
                reading = reading.with_cue(F.DENIED, word)
            elif d.relation is R.AUXILIARY:
                cue = modal_cue(word.lower_)
                reading = reading.with_cue(cue, word) if cue else reading
            elif d.relation in (R.ADVERB, R.ADJECTIVE, R.COMPOUND):
                cue = adverb_cue(word.lower_) or modifier_cue(word.lemma_.lower())
                reading = reading.with_cue(cue, word) if cue else reading
            elif d.relation is R.MARKER and word.lower_ in CONDITIONS:
                reading = reading.with_cue(F.HYPOTHETICAL, word)
            elif d.relation in (R.SUBJECT, R.PASSIVE_SUBJECT, R.OBJECT) and self._none(word):
                reading = reading.with_cue(F.DENIED, word)
        if self._imperative(token):
            reading = reading.with_cue(F.DEMANDED, token)
        return reading

    def _none(self, word: Token) -> bool:
        """Whether a participant is nobody: "no journalists", "nobody"."""
        return word.lower_ in ("nobody", "none", "no-one") or any(
            d.token.lower_ == "no" for d in self.syntax.dependents(word, R.DETERMINER)
        )

    def _imperative(self, token: Token) -> bool:
        if token.tag_ != "VB" or self.syntax.first(token, R.SUBJECT, R.PASSIVE_SUBJECT, R.AUXILIARY, R.MARKER) is not None:
            return False
        return self.syntax.governor(token) is None

    def _step(
        self, reading: Reading, token: Token, up: Token, relation: Relation, preposition: str | None, nominal: bool
    ) -> tuple[Reading, bool]:
        """Apply what one governor says; return the reading and whether the climb goes on."""
        if relation in (R.RELATIVE, R.APPOSITION):
            return reading, False
        if relation in (R.ADJECTIVE, R.ADNOMINAL) and not self._infinitive(token):
            return reading, False
        if relation is R.CONJUNCT:
            own_subject = self.syntax.first(token, R.SUBJECT, R.PASSIVE_SUBJECT) is not None
            if own_subject and token.pos_ not in ("NOUN", "PROPN"):
                return reading, True
            return self._coordinated(reading, token, up), True
        if nominal:
            return self._above_noun(reading, token, up, relation, preposition)
        if relation in (R.COMPLEMENT, R.OPEN_COMPLEMENT, R.ADNOMINAL, R.SUBJECT):
            return self._above_clause(reading, token, up, relation)
        if relation is R.ADVERBIAL:
            return self._above_adverbial(reading, token, up, preposition)
        if relation is R.PARATAXIS:
            return self._attributed(reading, up), False
        return self._local(reading, up), True

    def _coordinated(self, reading: Reading, token: Token, up: Token) -> Reading:
        """Coordinated verbs share modals and negation of the first unless they bring their own auxiliaries."""
        if self.syntax.first(token, R.AUXILIARY) is not None and up.pos_ in ("VERB", "AUX"):
            return reading
        own = reading.factuality
        shared = self._local(Reading(), up)
        if shared.factuality is F.REPORTED or STRENGTH.index(own) >= STRENGTH.index(shared.factuality):
            return reading
        if token.pos_ in ("NOUN", "PROPN") and self._presupposed(token):
            return reading
        return reading.with_cue(shared.factuality, shared.cue or up)

    def _above_clause(self, reading: Reading, token: Token, up: Token, relation: Relation) -> tuple[Reading, bool]:
        """Apply a verb, noun or adjective that takes the clause as its complement."""
        cue = complement_cue(up.lemma_.lower(), up.pos_)
        if cue is Cue.PRESUPPOSES:
            return self._spoken(reading, up), False
        if cue is Cue.ACCUSES:
            return Reading(max(reading.factuality, F.ALLEGED, key=STRENGTH.index), up, up), False
        if cue is not None and cue.factuality is not None:
            negated = self._negated(up)
            if cue is Cue.DENIED and negated:
                return reading, True
            return self._spoken(reading.with_cue(cue.factuality, up), up), False
        if relation is R.COMPLEMENT or speech_cue(up.lemma_.lower()) is not None:
            return self._attributed(reading, up), True
        if relation is R.ADNOMINAL:
            return reading.with_cue(F.PLANNED, up), False
        return self._local(reading, up), True

    def _above_adverbial(self, reading: Reading, token: Token, up: Token, preposition: str | None) -> tuple[Reading, bool]:
        if preposition in CONDITIONS:
            return reading.with_cue(F.HYPOTHETICAL, up), False
        if preposition in WITHOUT:
            return reading.with_cue(F.DENIED, token), False
        if preposition in ("of", "for", "from", "at", "on", "in", "against", "about", "to"):
            return self._above_clause(reading, token, up, R.OPEN_COMPLEMENT)
        if self._infinitive(token):
            cue = complement_cue(up.lemma_.lower(), up.pos_)
            if cue is not None and cue.factuality is not None:
                return reading.with_cue(cue.factuality, up), False
            return reading.with_cue(F.PLANNED, token), False
        if preposition == "by":
            return self._local(reading, up), True
        return reading, False

    def _above_noun(
        self, reading: Reading, token: Token, up: Token, relation: Relation, preposition: str | None
    ) -> tuple[Reading, bool]:
        """Apply the governor of an event noun; a definite one is presupposed unless its governor bears on its truth."""
        lemma, local = up.lemma_.lower(), self._local(Reading(), up)
        cue = complement_cue(lemma, up.pos_, nominal=True)
        if cue is Cue.PRESUPPOSES or cue is Cue.ACCUSES:
            return reading, False
        if cue is not None and cue.factuality is not None and (relation is R.OBJECT or preposition in OPEN_NOUN_LINKS or relation is R.COMPOUND):
            if not (self._presupposed(token) and cue in (Cue.PLANNED, Cue.ATTEMPTED, Cue.HYPOTHETICAL) and relation is not R.OBJECT):
                return reading.with_cue(cue.factuality, up), False
        if self._presupposed(token):
            return self._spoken(reading, up), False
        if local.factuality is not F.REPORTED:
            return reading.with_cue(local.factuality, local.cue or up), True
        return reading, True

    def _presupposed(self, noun: Token) -> bool:
        """Whether an event noun is definite: the, this, a possessor, a genitive phrase beside a name."""
        if self.syntax.first(noun, R.POSSESSOR) is not None:
            return True
        return any(d.token.lower_ in ("the", "this", "these", "that", "those") for d in self.syntax.dependents(noun, R.DETERMINER))

    def _attributed(self, reading: Reading, verb: Token) -> Reading:
        """Apply a verb of speech or thought over a clause."""
        cue = speech_cue(verb.lemma_.lower())
        local = self._local(Reading(), verb)
        if cue is Cue.DENIED and local.factuality is not F.DENIED:
            return Reading(F.DENIED, verb, verb)
        if cue is not None and cue.factuality is not None:
            return Reading(reading.with_cue(cue.factuality, verb).factuality, verb, verb, reading.accused)
        if local.factuality is F.DENIED and cue is not None:
            return Reading(reading.with_cue(F.HYPOTHETICAL, verb).factuality, verb, verb)
        return self._spoken(reading, verb)

    def _spoken(self, reading: Reading, verb: Token) -> Reading:
        if speech_cue(verb.lemma_.lower()) is None or reading.speech is not None:
            return reading
        return Reading(reading.factuality, reading.cue, verb, reading.accused)

    def _negated(self, token: Token) -> bool:
        return bool(self.syntax.dependents(token, R.NEGATION))

    def _infinitive(self, token: Token) -> bool:
        return any(d.token.lower_ == "to" for d in self.syntax.dependents(token, R.MARKER, R.AUXILIARY))

    def _sentence(self, reading: Reading, trigger: Token) -> Reading:
        """Apply what bears on the whole sentence: a question; a verb of speech set beside it ("…, he claimed")."""
        sentence = trigger.sent
        last = next((t for t in reversed(sentence) if not t.is_space and t.text not in "\"'”’»)"), None)
        if last is not None and last.text == "?":
            return reading.with_cue(F.HYPOTHETICAL, last)
        for d in self.syntax.dependents(sentence.root, R.PARATAXIS):
            cue = speech_cue(d.token.lemma_.lower())
            if cue is not None and d.token.i > trigger.i:
                return self._attributed(reading, d.token)
        return reading
