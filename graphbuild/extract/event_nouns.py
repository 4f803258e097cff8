"""Who stands in which slot of an event noun: "police officers' beating of X", "threats targeting X", "X in custody".

Coordinated event nouns share what follows the last and what stands before the first; a noun of quantity or kind hands
its phrases on to the event noun that it is *of* ("a series of attacks on").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.arguments import Argument, at_hands_of
from graphbuild.extract.noun_phrases import is_time, is_told
from graphbuild.extract.syntax import Dependent, Relation, Syntax

if TYPE_CHECKING:
    from graphbuild.extract.noun_phrases import NounPhrases
    from graphbuild.extract.tokens import Token

R = Relation

TRANSPARENT = frozenset(
    "act series string spate wave number campaign case form kind type incident instance flurry barrage pattern episode"
    " attempt victim target subject rise increase surge escalation spike use lot course period month year day rash"
    " slew torrent dozen score hundred thousand".split()
)
"""Nouns that only count or time what they are *of*: "acts of violence against X" is violence against X."""

AIMED = frozenset(
    {"directed", "aimed", "committed", "perpetrated", "leveled", "levelled", "made", "launched", "carried"}
)
"""Participles by which an act is somebody's or against somebody."""


def _is_part_of_country(noun: Token) -> bool:
    """Whether *state* is the end of a place's name, which says where and not who: "the Zamfara *state* kidnappings"."""
    return noun.lower_ == "state" and noun.i > noun.sent.start and noun.nbor(-1).pos_ == "PROPN"


def _is_mid_list(noun: Token, listed: list[Token]) -> bool:
    """Whether a list goes on after a noun, so that what follows it is its own: "murder, *kidnapping of a minor* and theft".

    What is shared stands at the end of a coordination (right node raising: Ross 1967).
    """
    closes = any(c.dep_ == "cc" for c in noun.children)
    return not closes and any(t.i > noun.i and any(c.dep_ == "cc" for c in t.children) for t in listed)


class EventNouns:
    """Reads the slots of the event nouns of one parse."""

    def __init__(self, syntax: Syntax, phrases: NounPhrases) -> None:
        self.syntax, self.phrases = syntax, phrases

    def arguments(self, noun: Token) -> list[Argument]:
        """Return the fillers of an event noun's slots: its own, those it shares, and who is told to be in what it names."""
        found = self._own_phrases(noun)
        beside = (d.token for d in self.syntax.dependents(noun, R.COMPOUND, R.NAME))
        found += [Argument("compound", t) for t in beside if not _is_part_of_country(t)]
        found += self._aimed(noun)
        subject = self.syntax.first(noun, R.SUBJECT)
        case = self.syntax.first(noun, R.CASE)
        if subject is not None and case is not None:
            whose = self.phrases.antecedent(subject, noun)
            if case.lower_ == "behind" and noun.lemma_ != "bar":
                found += [Argument("by", whose)] if is_told(noun, self.syntax) else []  # "X was behind the attack"
            else:
                found += [Argument("poss", whose), Argument("subject", whose)]
        found += self._kept_in(noun)
        missing = [a for a in self._shared_phrases(noun) if a.slot not in {f.slot for f in found}]
        return found + missing

    def _kept_in(self, noun: Token) -> list[Argument]:
        """Return who is told to be in something by a phrase beside them: "the reporters in custody", "11 held in jail"."""
        up = self.syntax.governor(noun)
        if (
            up is None
            or up.relation is not R.OBLIQUE
            or up.preposition not in ("in", "behind")
            or up.token.pos_ == "VERB"
        ):
            return []
        known = up.token.tag_ == "NNP" or self.syntax.governor(up.token) is None or self._is_known(up.token)
        return [Argument("subject", up.token, False)] if known else []

    def _is_known(self, noun: Token) -> bool:
        return any(d.token.lower_ in ("the", "these", "both") for d in self.syntax.dependents(noun, R.DETERMINER))

    def _aimed(self, noun: Token) -> list[Argument]:
        """Return whom a participle says that an act is aimed at: "threats targeting X", "violence directed at X"."""
        found: list[Argument] = []
        for d in self.syntax.dependents(noun, R.ADNOMINAL):
            if d.token.i != noun.i + 1:
                continue
            if d.token.lower_ == "targeting":
                found += [Argument("against", o.token) for o in self.syntax.dependents(d.token, R.OBJECT)]
            elif d.token.lower_ in AIMED:
                obliques = self.syntax.dependents(d.token, R.OBLIQUE)
                found += [Argument("against", o.token) for o in obliques if o.preposition in ("at", "against")]
                found += [Argument("by", o.token) for o in obliques if o.preposition == "by"]
        return found

    def _own_phrases(self, noun: Token, direct: bool = True) -> list[Argument]:
        found = []
        for d in self.syntax.dependents(noun, R.POSSESSOR, R.OBLIQUE):
            if d.preposition in ("on", "in", "at") and is_time(d.token):
                continue  # "a ban on May 3" bans no day
            doer = at_hands_of(d, self.phrases) if d.relation is R.OBLIQUE else None
            slot = "poss" if d.relation is R.POSSESSOR else "by" if doer is not None else d.preposition or ""
            filler = doer if doer is not None else d.token
            found.append(Argument(slot, self.phrases.antecedent(filler, noun), direct))
            found += [Argument("by", t, direct) for t in self._misplaced_by(d)]
            if d.preposition == "by":  # "attacks by police | on journalists": people have no such phrases
                beyond = self.syntax.dependents(d.token, R.OBLIQUE)
                found += [
                    Argument(o.preposition, o.token, direct) for o in beyond if o.preposition in ("against", "on")
                ]
        return found

    def _misplaced_by(self, d: Dependent) -> list[Token]:
        """Return a by-phrase that hangs on a name: names take none, "the arrest of Keita in Osh by police" is one by."""
        if d.relation is not R.OBLIQUE or d.preposition == "by":
            return []
        names = [t for t in d.token.subtree if t.pos_ == "PROPN"]
        return [o.token for t in names for o in self.syntax.dependents(t, R.OBLIQUE) if o.preposition == "by"]

    def _shared_phrases(self, noun: Token) -> list[Argument]:
        """Return what an event noun takes over: from the nouns coordinated with it and from a noun that counts it."""
        found: list[Argument] = []
        full = bool(self.syntax.dependents(noun, R.OBLIQUE))
        up = self.syntax.governor(noun)
        beside = self.syntax.conjuncts(up.token) if up is not None and up.relation is R.CONJUNCT else []
        listed = list(dict.fromkeys([*self.syntax.conjuncts(noun)[1:], *(t for t in beside if t > noun)]))
        for other in listed:
            free = other.pos_ == "NOUN" and self.syntax.first(other, R.POSSESSOR) is None
            if free and not full and not _is_mid_list(other, listed):
                found += self._own_phrases(other, direct=False)
        full = full or any(a.slot == "of" for a in found)  # "the murder of X, beating and arrest of Y"
        if up is not None and up.relation is R.CONJUNCT and up.token.pos_ in ("NOUN", "PROPN"):
            own = self.syntax.first(noun, R.DETERMINER) is not None  # "her torture or *the* killing of her baby"
            first = self._own_phrases(up.token, direct=False)
            found += [a for a in first if (not own if a.slot == "poss" else not full)]
            up = self.syntax.governor(up.token)
        if up is not None and up.preposition == "of" and up.token.lemma_.lower() in TRANSPARENT:
            above = (noun, *noun.ancestors)
            found += [a for a in self._own_phrases(up.token, direct=False) if a.token not in above]
        return [a for a in found if a.token != noun]
