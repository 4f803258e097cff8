"""Finds the words that evoke an event, and fills their frame's roles.

"Police broke his camera": *break* is a unit of Damage where its patient is a thing; the frame says that the agent is
the perpetrator and the thing's owner the target. A unit whose restrictions do not hold ("broke the news") evokes
nothing. Of several units on one word, more words win over fewer and, among equals, the surer one wins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphbuild.extract.arguments import Argument
from graphbuild.extract.clauses import Clause, Clauses, Voice
from graphbuild.extract.lemmas import is_gerund_noun, readings
from graphbuild.extract.light_verbs import CHARGES, LightVerbs
from graphbuild.extract.participants import Participants
from graphbuild.extract.roles import RoleFiller
from graphbuild.extract.runs import Runs
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.extract.units import Readings, around, matched_words, readings_of
from graphbuild.lexicons.frames import LexicalUnit, load_frames
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

R = Relation

GIVING = frozenset({"renew", "extend", "issue", "grant", "give", "prolong"})
"""What is done with a visa or an accreditation, which is somebody's."""
HARMING = frozenset("harm hurt destroy ruin expose punish silence eliminate get crush teach cut skin bury".split())
"""Verbs beside those of the frames that announce harm to their object after a verb such as *threaten*."""
VIOLENT = frozenset("kill shoot murder behead execute rape hang strangle stab burn slaughter beat".split())
"""Verbs whose future, in the mouth of who is to do it, threatens: "told X that they would kill her"."""
SPEAKERS = frozenset({"i", "we", "he", "she", "they"})
FUTURE = frozenset({"will", "would", "'ll", "’ll", "'d", "’d", "shall"})
HEARERS = frozenset({"you", "he", "she", "they", "i", "we"})
FATES = frozenset({"die", "disappear", "vanish", "end", "regret", "suffer", "pay", "perish"})
"""Verbs for what becomes of whom somebody threatens: "would *end* up like Ahmed"."""
SHIFTING = frozenset({"against", "on", "to", "from", "for", "into", "over", "at", "toward", "towards"})
"""Prepositions of an object that may as well be its verb's."""


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
        self.light_verbs, self.roles = LightVerbs(syntax, clauses), RoleFiller(syntax, clauses, participants)
        self.frames = load_frames()

    def find(self) -> Iterator[Trigger]:
        """Yield the triggers of a parse in text order."""
        covered: set[int] = set()
        runs = Runs(self.doc)
        for sentence in self.doc.sents:
            words = readings_of(sentence)
            for token in sentence:
                if self.frames.heads.isdisjoint(readings(token)):
                    continue  # nearly always
                found = (self._best(token, pos, covered, words) for pos in _parts_of_speech(token, runs))
                trigger = next((each for each in found if each is not None), None)
                if trigger is not None:
                    covered |= {t.i for t in trigger.words}
                    yield trigger

    def _best(self, token: Token, pos: str, covered: set[int], sentence: Readings) -> Trigger | None:
        if token.i in covered:
            return None
        units = [
            (unit, words)
            for unit in self.frames.units(pos, readings(token))
            if (words := matched_words(token, unit, self.syntax, sentence)) is not None
            and not any(w.i in covered or self._is_medium(w) for w in words)
        ]
        if not units:
            return None
        clause = self._clause(token, pos)
        lemmas = around(token, clause, self.syntax)
        for unit, words in units:
            if (unit.when and not unit.when & lemmas) or unit.unless & lemmas:
                continue
            found = self._fill(token, unit, words, clause)
            if found is not None:
                return found
        return None

    def _is_medium(self, word: Token) -> bool:
        """Whether a word of a unit stands for a broadcaster: who is "brought to the *station*" there is a guest."""
        index = self.participants.mention(word) if word.lemma_.lower() == "station" else None
        told = index is not None and self.participants.clusters.named(index)
        return told and index is not None and self.participants.kind(index) is Kind.OUTLET

    def _are_counted(self, noun: Token) -> bool:
        """Whether a noun of a unit counts people, whom the act befell: "holding 200 *prisoners*", not "X *prisoner*"."""
        return self.syntax.first(noun, R.NUMBER) is not None and self.participants.somebody(noun) is not None

    def _clause(self, token: Token, pos: str) -> Clause:
        """Return a trigger's clause, an event noun's with what its light verb says.

        The phrases of a verb's object count as the verb's, for parsers waver: "dropped the charges | against Keita".
        """
        clause = self.clauses.clause_of(token)
        if pos == "noun" and clause.voice is Voice.NOMINAL:
            return replace(clause, arguments=(*clause.arguments, *self.light_verbs.arguments(token)))
        objects = [a.token for a in clause.arguments if a.slot in ("patient", "theme") and a.token.i != token.i]
        objects += [a.token for a in (*clause.fill("on"), *clause.fill("over")) if a.token.lemma_ in CHARGES]
        things = [t for t in objects if t.pos_ == "NOUN" and self.participants.somebody(t) is None]
        phrases = (d for t in things for d in self.syntax.dependents(t, R.OBLIQUE) if d.preposition in SHIFTING)
        more = (Argument(d.preposition or "", m) for d in phrases for m in self.clauses.members(d.token))
        return replace(clause, arguments=(*clause.arguments, *more, *self._announced(clause), *self._foretold(clause)))

    def _announced(self, clause: Clause) -> Iterator[Argument]:
        """Yield whom the act of an infinitive is to befall: "threatened to arrest *X*", "refused to renew *X*'s visa"."""
        for infinitive in (a.token for a in clause.arguments if a.slot == "xcomp" and a.token.pos_ == "VERB"):
            if infinitive.lemma_ == "have":  # "threatened to have X arrested" (Quirk et al. 1985, 16.54)
                done = self.syntax.first(infinitive, R.OPEN_COMPLEMENT)
                infinitive = done if done is not None and done.tag_ == "VBN" else infinitive
            if not any(r in HARMING | GIVING or ("verb", r) in self.frames.by_head for r in readings(infinitive)):
                continue  # "threatened to quit the newspaper"
            inner = self.clauses.clause_of(infinitive)
            whose = inner.fill("owner") if GIVING.intersection(readings(infinitive)) else []
            befallen = (*inner.fill("recipient"), *whose, *inner.fill("to"), *inner.fill("patient"))
            yield from (a._replace(slot="announced") for a in befallen)

    def _foretold(self, clause: Clause) -> Iterator[Argument]:
        """Yield whom the speaker is to do violence to by what he says himself: "told X that they would kill *her*"."""
        yield from self._or_else(clause)
        for d in self.syntax.dependents(clause.trigger, R.COMPLEMENT, R.PARATAXIS):
            if self._is_fate(d.token) and (told := (*clause.fill("recipient"), *clause.fill("patient"))):
                yield from (a._replace(slot="foretold") for a in told)
                continue
            below = {h.token.lower_ for h in self.syntax.dependents(d.token, R.AUXILIARY)}
            speaker = self.syntax.first(d.token, R.SUBJECT)
            if VIOLENT.isdisjoint(readings(d.token)) or below.isdisjoint(FUTURE) or speaker is None:
                continue
            for befallen in self.clauses.clause_of(d.token).fill("patient") if speaker.lower_ in SPEAKERS else ():
                hearers = clause.fill("recipient") if befallen.token.lower_ == "you" else [befallen]
                yield from (a._replace(slot="foretold") for a in hearers)

    def _is_fate(self, verb: Token) -> bool:
        """Whether a clause says what will become of its subject, the one spoken to: "that he would *end up* dead".

        Who tells somebody his death threatens; of a subject by name or a noun it would be news.
        """
        will = {h.token.lower_ for h in self.syntax.dependents(verb, R.AUXILIARY)} & FUTURE
        subject = self.syntax.first(verb, R.SUBJECT, R.PASSIVE_SUBJECT)
        if not will or subject is None or subject.lower_ not in HEARERS:
            return False
        if self.syntax.first(verb, R.PASSIVE_AUXILIARY) is not None and not VIOLENT.isdisjoint(readings(verb)):
            return True
        ill = any(d.preposition == "of" for d in self.syntax.dependents(verb, R.OBLIQUE))  # "would die of cancer"
        below = self.syntax.first(verb, R.OPEN_COMPLEMENT) if verb.lemma_ == "make" else None
        return not ill and not FATES.isdisjoint(readings(below or verb))

    def _or_else(self, clause: Clause) -> Iterator[Argument]:
        """Yield who is told to do something or be harmed: "told *me* to delete it or they would break the camera"."""
        for d in self.syntax.dependents(clause.trigger, R.OPEN_COMPLEMENT, R.COMPLEMENT):
            others = [c.token for c in self.syntax.dependents(d.token, R.CONJUNCT)]
            threats = [t for t in others if any(c.lower_ == "or" for c in t.children) and self._harms(t)]
            if threats:
                hearers = (*clause.fill("recipient"), *clause.fill("patient"))
                yield from (a._replace(slot="foretold") for a in hearers)

    def _harms(self, verb: Token) -> bool:
        """Whether a verb foretells an act against somebody, or what befalls the subject."""
        helpers = {h.token.lower_ for h in self.syntax.dependents(verb, R.AUXILIARY, R.PASSIVE_AUXILIARY)}
        act = any(("verb", r) in self.frames.by_head or r in HARMING for r in readings(verb))
        return act and not helpers.isdisjoint(FUTURE | {"be"})

    def _fill(self, token: Token, unit: LexicalUnit, words: tuple[Token, ...], clause: Clause) -> Trigger | None:
        inside = {w.i for w in words if w == token or not self._are_counted(w)}
        outside = replace(clause, arguments=tuple(a for a in clause.arguments if a.token.i not in inside))
        roles = self.roles.fill(unit, outside)
        if roles is None:
            return None
        things = tuple(a.token for s in unit.thing or ("patient",) for a in outside.fill(s))
        return Trigger(token, roles.unit, words, outside, roles.perpetrators, roles.targets, things)


def _parts_of_speech(token: Token, runs: Runs) -> tuple[str, ...]:
    """Return which lists of units a token may be looked up in; taggers waver between participle and adjective."""
    if is_gerund_noun(token):
        return ("noun",)
    if _is_in_name(token, runs) or _is_in_compound(token):
        return ()
    if token.pos_ in ("VERB", "AUX"):
        return ("verb",)
    if token.pos_ == "ADJ":
        passive = token.dep_ in ("amod", "acl") or any(c.dep_ == "nsubj:pass" for c in token.children)
        participle = token.tag_ in ("VBN", "VBG") or (passive and token.lower_.endswith("ed"))
        return ("verb", "adjective") if participle else ("adjective",)
    return ("noun",) if token.pos_ in ("NOUN", "PROPN") else ()


def _is_in_compound(token: Token) -> bool:
    """Whether hyphens make a word part of another: "self-censorship", "a beat-your-head-against-the-wall prose"."""
    doc, i = token.doc, token.i
    if doc.text_of(max(0, i - 2), i).lower() == "self-":
        return True
    hyphen = i + 2 < len(doc) and doc[i + 1].text == "-" and not (token.whitespace_ or doc[i + 1].whitespace_)
    return hyphen and token.tag_ not in ("VBN", "VBD")  # but "the arrested-and-freed reporter"


def _is_in_name(token: Token, runs: Runs) -> bool:
    """Whether a capitalised noun stands among others as in the name of a body: "the Criminal Search Department"."""
    if token.pos_ != "PROPN" or token.is_sent_start or runs.titled(token):
        return False
    beside = (token.doc[i] for i in (token.i - 1, token.i + 1) if i < len(token.doc))
    return any(t.pos_ == "PROPN" and t.text[:1].isupper() for t in beside)
