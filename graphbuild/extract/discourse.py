"""What links that look back ask of a parse: how far apart two words are, how salient one is, whether two must differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.lemmas import readings
from graphbuild.extract.mentions import Mention
from graphbuild.extract.noun_phrases import is_date_as_subject
from graphbuild.extract.subjects import controller
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.lexicons.frames import load_frames
from graphbuild.model import EventType

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

R = Relation

SALIENCE = {R.SUBJECT: 4.0, R.PASSIVE_SUBJECT: 4.0, R.ROOT: 2.0, R.OBJECT: 2.0, R.POSSESSOR: 1.5}
ASIDE = 2.5
"""What a relative clause takes from a salience."""
CORE = frozenset({R.SUBJECT, R.PASSIVE_SUBJECT, R.OBJECT, R.RECIPIENT})
SUBJECTS = (R.SUBJECT, R.PASSIVE_SUBJECT)
SHARING = frozenset({R.CONJUNCT, R.ADVERBIAL, R.OPEN_COMPLEMENT})
"""Links over which a verb without a subject has its governor's."""


BESIDE = frozenset({"with", "along with", "together with", "including", "such as"})
OF_OTHERS = frozenset({"after", "following", "amid", "despite", "since", "because of", "due to"})
"""Prepositions of what others did, and so perhaps to the subject: "X fled after threats against her"."""
MAX_CLIMB = 6
"""Governors climbed from a name to the verb: longer chains are parser errors."""
PARTITIVES = frozenset("group one some number crowd mob gang handful dozen hundred thousand".split())
"""Words for some of those whom a phrase with *of* names."""


def acts_of(word: Token) -> frozenset[EventType]:
    """Return the types of acts that a verb, participle or event noun may report."""
    verbal = word.tag_ in ("VBN", "VBD", "JJ", "VBP", "VBZ", "VB", "VBG")
    pos = "verb" if verbal else "noun" if word.pos_ == "NOUN" else ""
    return frozenset(u.type for u in load_frames().units(pos, readings(word)))


def _undergone(verb: Token) -> frozenset[EventType]:
    """Return the types of acts whose victim is the subject of an active verb: "X received an eight-year sentence"."""
    beside = {r for t in verb.subtree for r in readings(t)} if verb.pos_ == "VERB" else set()
    units = load_frames().units("verb", readings(verb)) if beside else ()
    return frozenset(u.type for u in units if "agent" in u.target and u.when & beside)


class Discourse:
    """One parse as a sequence of sentences."""

    def __init__(self, doc: Doc, syntax: Syntax) -> None:
        self.doc, self.syntax = doc, syntax
        self.sentence = [k for k, s in enumerate(doc.sents) for _ in s]
        """token → number of its sentence"""

    def clash(self, one: Mention, other: Mention) -> bool:
        """Whether two words are arguments of one verb, which then cannot be one person.

        "X hit him", and, with the subject of the verb before, "X came closer and shot him".
        """
        up = self.syntax.governor(self.doc[other.head])
        if up is None or up.relation not in CORE | {R.OBLIQUE}:
            return False
        if up.token.pos_ == "NOUN" and up.relation is R.OBLIQUE:
            up = self.syntax.governor(up.token) or up  # "two guards, X and Y, used violence against him"
            if up.preposition in OF_OTHERS:
                return False
        first = self._listed(self.doc[one.head])
        own = self.syntax.governor(first)
        if up.relation in CORE and own is not None and own.token == up.token and own.relation in CORE:
            return True
        return up.relation not in SUBJECTS and self.subject(up.token) == first

    def _listed(self, word: Token) -> Token:
        """Return the word that a name is apposed to, listed with or counted in: "two *guards*, X", "a *group* of men"."""
        for _ in range(MAX_CLIMB):
            up = self.syntax.governor(word)
            if up is None:
                break
            part = up.preposition == "of" and up.token.lemma_.lower() in PARTITIVES
            beside = up.relation in (R.APPOSITION, R.CONJUNCT) and up.token.pos_ in ("NOUN", "PROPN")
            if not (part or beside):
                break
            word = up.token
        return word

    def subject(self, verb: Token) -> Token | None:
        """Return a verb's subject, that of the verb which it is coordinated with where it has none."""
        for _ in range(4):
            subject = self.syntax.first(verb, *SUBJECTS)
            up = self.syntax.governor(verb)
            if (
                subject is not None
                and up is not None
                and up.relation is R.RELATIVE
                and subject.lower_ in ("who", "which")
            ):
                return up.token  # "the chief, who obstructed her work"
            if subject is not None or up is None or up.relation not in SHARING:
                return subject
            controlling = controller(verb, up, self.syntax)
            if controlling is not None:
                return controlling  # "X accused police of beating her", "ordered guards to beat her"
            verb = up.token
        return None

    def befell(self, mention: Mention) -> frozenset[EventType]:
        """Return the types of acts that befell a mention, by verb or noun, coordination and apposition climbed."""
        token = self.doc[mention.head]
        for _ in range(MAX_CLIMB):
            up = self.syntax.governor(token)
            if up is None:
                break
            if up.relation in (R.PASSIVE_SUBJECT, R.OBJECT) or is_date_as_subject(token):
                return acts_of(up.token)
            if up.relation is R.SUBJECT and (acts := _undergone(up.token)):
                return acts
            if up.token.pos_ == "NOUN" and up.preposition in BESIDE | {"of", "against"} and (acts := acts_of(up.token)):
                return acts
            if up.relation not in (R.CONJUNCT, R.APPOSITION, R.NAME) and up.preposition not in BESIDE:
                break
            token = up.token
        return frozenset()

    def salience(self, head: Token) -> float:
        """Rank subjects above objects above the rest, those of clauses inside nouns below; a list is where its noun is."""
        up = self.syntax.governor(head)
        while up is not None and up.relation in (R.APPOSITION, R.NAME):
            up = self.syntax.governor(up.token)
        above = self.syntax.governor(up.token) if up is not None else None
        # "a jail where political prisoners are held", "opposition to a president running again"
        aside = above is not None and above.relation in (R.RELATIVE, R.ADNOMINAL)
        return SALIENCE.get(up.relation if up is not None else R.ROOT, 0.0) - (ASIDE if aside else 0.0)
