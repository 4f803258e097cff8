"""How far a date or a place holds: which clauses take part in a circumstance told above them.

"On Monday, the union condemned the arrest of Serikova": Monday is the day of the condemnation. A circumstance of a
verb holds for what the verb's event contains (a purpose, a manner, a coordinated act), not for what it only speaks of
or comes after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.rulings import ruler_of
from graphbuild.extract.syntax import Dependent, Relation, Syntax
from graphbuild.lexicons.words import SpeechVerb, load_words

if TYPE_CHECKING:
    from spacy.tokens import Token

R = Relation

LATER = frozenset({"later", "subsequently", "then", "afterwards", "afterward", "thereafter", "eventually", "since"})
ORDER = frozenset({"after", "before", "since", "until", "following", "prior to", "ahead of"})
"""Prepositions and conjunctions that put what follows them at another time."""
REACTIONS = frozenset(
    "condemn denounce deplore criticize criticise decry slam welcome regret demand call urge ask appeal protest react"
    " express reaffirm reiterate follow mark commemorate remember recall discuss investigate probe learn spark prompt"
    " trigger draw raise come call".split()
)
"""Verbs whose event is another than the one that their object or complement names."""
ENDING = frozenset("lift overturn quash annul revoke repeal end suspend withdraw drop cancel".split())
"""Verbs that tell the end of what began at another time."""
TOPICS = frozenset({"about", "over", "regarding", "concerning", "because of", "due to", "on charges of", "despite"})
DAYS = frozenset(
    {"day", "date", "eve", "night", "morning", "week", "month", "year", "anniversary", "aftermath", "wake"}
)
"""Nouns for a time at which something else happened."""
MEANWHILE = frozenset({"when", "while", "as", "whilst"})
"""Conjunctions of what goes on at the same time."""
TELLING = frozenset({"report", "write", "work", "speak", "comment", "blog", "focus"})
"""Verbs whose *on* names a topic."""
VERBAL = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN")


class Scope:
    """Judges steps between words of one parse."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax

    def ends(self, token: Token, up: Dependent, *, time: bool) -> bool:
        """Whether the circumstances of a governor are none of a word's."""
        if up.relation in (R.RELATIVE, R.APPOSITION, R.PARATAXIS, R.ADNOMINAL):
            return True
        if up.relation is R.ADJECTIVE and token.tag_ in ("VBN", "VBG"):
            return True
        if not time:
            return token.lemma_ in DAYS and up.relation in (
                R.OBLIQUE,
                R.TIME,
            )  # "on the day of his trial, X was held in Osh"
        if up.preposition in ORDER or self._is_later(token):
            return True
        if token.pos_ == "NOUN" and up.token.lemma_.lower() in ENDING:
            return True  # "the ban on X was lifted in May"
        if ruler_of(token, self.syntax) is not None:
            return False  # a court does it by saying so: "ruled on Tuesday that X be held"
        if up.token.pos_ in VERBAL and (up.relation is R.COMPLEMENT or token.pos_ in NOMINAL):
            return self._speaks_of(up.token) or (up.relation is R.SUBJECT and self._acts_on(up.token))
        return False

    def _speaks_of(self, verb: Token) -> bool:
        lemma = verb.lemma_.lower()
        return lemma in REACTIONS or load_words(SpeechVerb).get([lemma]) is not None

    def _acts_on(self, verb: Token) -> bool:
        """Whether a verb tells of a second event that its subject brings about: "his arrest sparked protests"."""
        return verb.lemma_ not in ("take", "make", "carry") and self.syntax.first(verb, R.OBJECT) is not None

    def _is_later(self, token: Token) -> bool:
        """Whether a word says that what it tells came after what was told before it."""
        return any(d.token.lower_ in LATER for d in self.syntax.dependents(token, R.ADVERB))

    def is_clause(self, d: Dependent) -> bool:
        """Whether a dependent is a clause with circumstances of its own."""
        return d.relation in (R.ADVERBIAL, R.OPEN_COMPLEMENT, R.CONJUNCT) and d.token.pos_ in VERBAL

    def is_topic(self, d: Dependent, *, place: bool) -> bool:
        """Whether a phrase names what an act is about or follows on, not what happens in it."""
        if d.relation is not R.OBLIQUE:
            return False
        if place and d.preposition == "on":
            up = self.syntax.governor(d.token)
            return up is not None and up.token.lemma_ in TELLING  # "while reporting on the war in Ukraine"
        return d.preposition in TOPICS or (place and d.preposition in ORDER)
