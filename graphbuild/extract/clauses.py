"""The clause layer: who stands in which slot of a verb or of an event noun.

"The journalist police had detained was beaten and robbed": *detained* has agent *police* and patient *journalist* (the
gap of a relative clause), *beaten* and *robbed* are passive with the same patient. `clause_of` gives this for any
trigger; slots are `agent`, `patient`, `recipient`, `theme` (the object that a passive keeps), `xcomp`, `owner`
(possessor of the patient), for nouns `poss` and `compound`, and every preposition by its word.

What it rests on beside `subjects` and `noun_phrases`: a passive's surface subject is its patient, its by-phrase and *at
the hands of* the agent; coordinated verbs share an object to the right of the last, coordinated passives a by-phrase;
event nouns are read in `event_nouns.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.extract.arguments import Argument, at_hands_of
from graphbuild.extract.clusters import NUMBERS
from graphbuild.extract.coordination import QUANTITIES
from graphbuild.extract.event_nouns import EventNouns
from graphbuild.extract.gapping import victim_before
from graphbuild.extract.kinds import is_state
from graphbuild.extract.lemmas import is_gerund_noun, readings
from graphbuild.extract.noun_phrases import COMPANY, RELATIVE_PRONOUNS, NounPhrases, are_people, is_time
from graphbuild.extract.rulings import is_court, ruler_of
from graphbuild.extract.subjects import VERBAL, Subjects, Voice
from graphbuild.extract.surface import is_person
from graphbuild.extract.syntax import Dependent, Relation, Syntax
from graphbuild.lexicons.gazetteer import is_nationality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.extract.tokens import Token

__all__ = ["RELATIVE_PRONOUNS", "Clause", "Clauses", "Voice"]

R = Relation

YEAR = re.compile(r"(19|20)\d\d")
SPANS = frozenset("minute hour day night week weekend month year".split())
"""Nouns that take no by-phrase: "was held for two hours by police" is held by."""
QUESTIONING = frozenset({"questioning", "interrogation", "interview"})
"""What those summon or hold somebody for who carry it out."""
SETTINGS = frozenset({"in", "on", "at", "during", "near", "outside", "inside", "into", "to"})
"""Prepositions of where and when."""


JUDICIAL = frozenset(
    "sentence convict charge fine jail imprison try indict prosecute remand acquit pardon summon accuse order".split()
)
"""What a court, a prosecutor or a head of state does, whoever made the arrest before."""
AFTERWARDS = frozenset("ago later then after afterwards subsequently eventually before finally since".split())
"""Words that part two happenings of one sentence."""
AFTER_HARM = frozenset(
    "aid assist discover evacuate find heal help identify mourn protect rescue save tend treat visit".split()
)
"""Verbs for what others do for who has been hurt."""
OPERATIONS = frozenset(
    "raid operation crackdown campaign sweep effort drive dragnet ambush roundup purge attack assault airstrike strike"
    " bombing shelling bombardment offensive shooting".split()
)
"""What a body does that people are arrested or hurt in."""
CLAIMED = frozenset({"claimed", "launched", "staged", "conducted", "ordered"})
"""Participles after which *by* names who is behind an operation."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A trigger and the fillers of its slots, conjuncts spelt out."""

    trigger: Token
    voice: Voice
    arguments: tuple[Argument, ...]
    alternative: bool = False
    """whether it is told as one of several possible acts: "detained or beat" """

    def fill(self, slot: str) -> list[Argument]:
        """Return the fillers of a slot in text order."""
        return [a for a in self.arguments if a.slot == slot]


class Clauses:
    """Reads clauses off one parse."""

    def __init__(self, syntax: Syntax, headline_end: int = 0) -> None:
        self.syntax = syntax
        self.phrases = NounPhrases(syntax)
        self.subjects = Subjects(syntax, self.phrases, headline_end)
        self.nouns = EventNouns(syntax, self.phrases)

    def clause_of(self, trigger: Token) -> Clause:
        """Return the clause of a verb or of an event noun."""
        gerund = is_gerund_noun(trigger)
        is_verb = (trigger.pos_ in VERBAL and not gerund) or (trigger.tag_ in ("VBN", "VBG") and trigger.pos_ == "ADJ")
        if is_verb:
            found = self._verb_arguments(trigger)
        else:
            found = self._described(trigger) if trigger.pos_ == "ADJ" else self.nouns.arguments(trigger)
        voice = self.voice(trigger) if is_verb else Voice.NOMINAL
        alone = {self.subjects.singular_subject(trigger)} if is_verb else set()
        alone |= self._described_alone(trigger)
        alternative = self._is_alternative(trigger)
        several = self.phrases.conjuncts if alternative else self.members
        found = [a._replace(token=self.phrases.whole(a.token)) if a.slot == "patient" else a for a in found]
        spelt = [
            Argument(a.slot, t, a.direct)
            for a in found
            for t in (several(a.token) if a.token not in alone else self._alone(a.token, trigger))
        ]
        later = self._told_later(trigger, {a.token for a in found})
        spelt = [a for a in spelt if a.token not in later]
        owners = [Argument("owner", t, a.direct) for a in spelt if a.slot == "patient" for t in self.owners(a.token)]
        return Clause(trigger, voice, tuple(dict.fromkeys(spelt + owners)), alternative)

    def _alone(self, subject: Token, verb: Token) -> list[Token]:
        """Return a singular verb's subject with who is beside it, and for whom it is left out: "X was held on Monday and
        *Y* on Tuesday"."""
        after = (t for t in self.phrases.conjuncts(subject) if t.i > verb.i and victim_before(t) is not None)
        return [*self.phrases.beside(subject), *after]

    def _told_later(self, trigger: Token, nouns: set[Token]) -> set[Token]:
        """Return who is listed after a clause about the one before: "X, who was sentenced, and Y" says nothing of Y."""
        up = self.syntax.governor(trigger)
        if up is None or up.relation is not R.RELATIVE or up.token not in nouns:
            return set()
        return {t for t in self.phrases.conjuncts(up.token) if t.i > trigger.i}

    def voice(self, verb: Token) -> Voice:
        """Return the voice of a verb form."""
        return self.subjects.voice(verb)

    def subject(self, verb: Token) -> tuple[Token | None, bool]:
        """Return a verb's surface subject, and whether it is its own (not inherited)."""
        return self.subjects.subject(verb)

    def members(self, token: Token) -> list[Token]:
        """Return a noun, what is coordinated with it, and who is named as part of it or beside it."""
        return self.phrases.members(token)

    def owners(self, token: Token) -> list[Token]:
        """Return whose a thing is."""
        return self.phrases.owners(token)

    def _is_alternative(self, trigger: Token) -> bool:
        """Whether acts are told as alternatives: of people "detained or even killed" no single one need be either."""
        up = self.syntax.governor(trigger)
        first = up.token if up is not None and up.relation is R.CONJUNCT else trigger
        verbs = self.syntax.conjuncts(first)
        return any(c.lower_ == "or" for v in verbs[1:] if v.pos_ in VERBAL for c in v.children if c.dep_ == "cc")

    def _verb_arguments(self, verb: Token) -> list[Argument]:
        passive = self.voice(verb) is Voice.PASSIVE
        found = []
        subject, own = self.subject(verb)
        if not passive and not own:
            subject = ruler_of(verb, self.syntax) or subject
        subject = self._with_those_before(verb, subject) if subject is not None else None
        if subject is not None and subject != verb:
            found.append(Argument("patient" if passive else "agent", subject, own))
        found += self._objects(verb, passive)
        for d in self.syntax.dependents(verb, R.OBLIQUE, R.OPEN_COMPLEMENT, R.ADVERBIAL):
            if d.relation is not R.OBLIQUE or not self.phrases.is_contrasted(d.token):
                found += self._adjunct(verb, d, passive)
        if passive and not any(a.slot == "agent" for a in found):
            shared = self._by_after_object(verb) or self._shared_by_phrase(verb) or self._in_operation_of(verb)
            found += (
                shared or self._by_phrase_before(verb) or self._by_ruling(verb) or self._causer(verb) or _most_by(verb)
            )
        return found + self._company(verb, found)

    def _causer(self, participle: Token) -> list[Argument]:
        """Return who has something done to somebody: "the mayor *had her removed*"; of a thing it may be what befell him.

        "Had her camera smashed" is of its owner as well (Quirk et al. 1985, 16.54).
        """
        up = self.syntax.governor(participle)
        if up is None or up.relation is not R.OPEN_COMPLEMENT or up.token.lemma_ != "have" or participle.tag_ != "VBN":
            return []
        whom = self.syntax.first(up.token, R.OBJECT)
        subject = self.subject(up.token)[0]
        person = whom is not None and (is_person(whom) or whom.lower_ in ("him", "her", "them"))
        return [Argument("agent", subject, False)] if person and subject is not None else []

    def _with_those_before(self, verb: Token, subject: Token) -> Token:
        """Return the first of a list where a passive describes the *others* that end it: "reporters and others detained".

        *Others* are of the sort told before them, and what befell others of a sort befell the sort; a name is no sort.
        """
        up, above = self.syntax.governor(subject), self.syntax.governor(verb)
        ends_list = subject.lower_ == "others" and up is not None and up.relation is R.CONJUNCT
        describes = (
            above is not None and above.relation in (R.ADNOMINAL, R.RELATIVE) and self.voice(verb) is Voice.PASSIVE
        )
        return up.token if up is not None and ends_list and describes and up.token.tag_ == "NNS" else subject

    def _described_alone(self, adjective: Token) -> set[Token | None]:
        """Return the noun of an adjective where the next has its own article: "the banned group X and the union"."""
        up = self.syntax.governor(adjective)
        if up is None or up.relation is not R.ADJECTIVE:
            return set()
        others = self.phrases.conjuncts(up.token)[1:]
        return {up.token} if any(self.syntax.first(t, R.DETERMINER, R.POSSESSOR) is not None for t in others) else set()

    def _by_ruling(self, verb: Token) -> list[Argument]:
        ruler = ruler_of(verb, self.syntax)
        return [Argument("agent", ruler, False)] if ruler is not None else []

    def _company(self, verb: Token, found: list[Argument]) -> list[Argument]:
        """Return who is beside the object, or the subject where there is no object: "detained X along with Y"."""
        beside = [d.token for d in self.syntax.dependents(verb, R.OBLIQUE) if d.preposition in COMPANY]
        slots = {a.slot for a in found}
        slot = next((s for s in ("patient", "agent") if s in slots), None)
        company = [Argument(slot, t) for t in beside] if slot is not None else []
        return company + self._including(verb, found)

    def _including(self, verb: Token, found: list[Argument]) -> list[Argument]:
        """Return who is included in the people right before, in whatever slot: "used gas against reporters, including X".

        Nobody is one of the police without being called so: in "reporters beaten by police, including X" X is a reporter.
        """
        listed = [d.token for d in self.syntax.dependents(verb, R.OBLIQUE) if d.preposition == "including"]
        groups = [a for a in found if _may_include(a)]
        included = []
        for name in listed:
            before = [a for a in groups if a.token.i < name.i and (is_state(name) or not is_state(a.token))]
            nearest = max(before, key=lambda a: a.token.i, default=None)
            if nearest is not None:
                included.append(Argument(nearest.slot, name, nearest.direct))
        return included

    def _by_after_object(self, verb: Token) -> list[Argument]:
        """Return the by-phrase that a parse hangs on a passive's object or on where and when it was done.

        "Was denied entry by guards", "was attacked while on assignment by masked men", "was summoned for questioning by
        police", "was held in a raid by police":
        the last names the agent as well. What follows *after* has agents of its own.
        """
        kept = self.syntax.dependents(verb, R.OBJECT, R.OPEN_COMPLEMENT, R.OBLIQUE, R.ADVERBIAL)
        nouns = [
            d.token for d in kept
            if d.token.pos_ == "NOUN"
            and ((d.preposition or "in").split()[-1] in SETTINGS or d.token.lemma_.lower() in SPANS | QUESTIONING)
            and not (d.preposition or "").startswith("according")
        ]  # fmt: skip
        found = (d for noun in nouns for d in self.syntax.dependents(noun, R.OBLIQUE) if d.preposition == "by")
        return [Argument("agent", d.token) for d in found] or self._court_after_charge(verb, kept)

    def _court_after_charge(self, verb: Token, kept: list[Dependent]) -> list[Argument]:
        """Return the court that a parse hangs on what somebody is charged with: "was convicted of slander by the court"."""
        if JUDICIAL.isdisjoint(readings(verb)):
            return []
        by = (o.token for d in kept for o in self.syntax.dependents(d.token, R.OBLIQUE) if o.preposition == "by")
        return [Argument("agent", t) for t in by if is_court(t)]

    def _objects(self, verb: Token, passive: bool) -> list[Argument]:
        found = []
        for d in self.syntax.dependents(verb, R.OBJECT):
            found.append(Argument("theme" if passive else "patient", self.phrases.antecedent(d.token, verb)))
        for d in self.syntax.dependents(verb, R.RECIPIENT):
            found.append(Argument("recipient", self.phrases.antecedent(d.token, verb)))
        if not found and not passive:
            shared = self._shared(verb)
            if shared is not None:
                found.append(Argument("patient", self.phrases.antecedent(shared, verb), shared.head == verb))
        elif not passive and all(a.slot == "recipient" for a in found):
            found += [Argument("patient", a.token) for a in found]
        measures = (d.token for d in self.syntax.dependents(verb, R.TIME))
        return found + [Argument("theme", t) for t in measures if self.syntax.first(t, R.NUMBER) is not None]

    def _shared(self, verb: Token) -> Token | None:
        """Return an object that is not the verb's own: a coordinated verb's, a relative clause's, a small clause's.

        "Found Keita guilty", "ordered Keita to leave": schemes differ in whose Keita is, but it befalls Keita.
        """
        inner = self.subjects.small_clause_subject(verb)
        if inner is not None:
            return inner
        return self.subjects.shared_object(verb, self.syntax.governor(verb)) or self.subjects.gap(verb)

    def _adjunct(self, verb: Token, d: Dependent, passive: bool) -> list[Argument]:
        if d.relation is R.OPEN_COMPLEMENT:
            return [Argument("xcomp", d.token)]
        if d.relation is R.ADVERBIAL:
            return [Argument(d.preposition, d.token)] if d.preposition else []
        doer = at_hands_of(d, self.phrases)
        if doer is not None and (passive or d.token.lemma_.lower() == "hand"):
            return [Argument("agent", doer)]
        slot = "agent" if passive and d.preposition == "by" else d.preposition or ""
        return [Argument(slot, self.phrases.antecedent(d.token, verb))]

    def _shared_by_phrase(self, verb: Token) -> list[Argument]:
        """A by-phrase after the last of coordinated passives belongs to all: "was detained and beaten by police".

        They share the auxiliary: in "was freed, but was arrested again by police" and "was beaten, as well as being
        threatened by the mayor" the last has one of its own, and its agent is its own. What has a year of its own is
        another happening: "arrested in 2020 and pardoned by the president". Who helps somebody hurt or comes to him later
        is not who hurt him: "was beaten and rescued by the police".
        """
        up = self.syntax.governor(verb)
        first = up.token if up is not None and up.relation is R.CONJUNCT else verb
        own = self.syntax.first(verb, R.AUXILIARY, R.PASSIVE_AUXILIARY)
        if first != verb and own is None and self.voice(first) is Voice.PASSIVE:  # a parse may hang it on the first
            for d in self.syntax.dependents(first, R.OBLIQUE):
                if d.preposition == "by" and d.token.i > verb.i:
                    return [Argument("agent", d.token, False)]
        year = next((t.i for t in verb.doc[verb.i : verb.sent.end] if YEAR.fullmatch(t.text)), len(verb.doc))
        when = min((t.i for t in self._times(verb) if t.i > verb.i), default=year)
        for other in (t for t in self.syntax.conjuncts(first)[1:] if verb.i < t.i < min(when, year)):
            if self.voice(other) is not Voice.PASSIVE or self.syntax.first(other, R.PASSIVE_SUBJECT) is not None:
                continue
            if self.syntax.first(other, R.AUXILIARY, R.PASSIVE_AUXILIARY) is not None or other.lemma_ in AFTER_HARM:
                continue
            for d in self.syntax.dependents(other, R.OBLIQUE):
                if d.preposition == "by":
                    return [Argument("agent", d.token, False)]
            for argument in self._by_after_object(other):
                return [argument._replace(direct=False)]
        return []

    def _times(self, verb: Token) -> list[Token]:
        return [d.token for d in self.syntax.dependents(verb, R.OBLIQUE, R.TIME) if is_time(d.token)]

    def _by_phrase_before(self, verb: Token) -> list[Argument]:
        """Return the by-phrase of the passive that a verb goes on from: "was stopped by guards and beaten".

        The two share the auxiliary, also in "was beaten by guards and his camera broken", which makes one happening of
        them ("was stopped by guards and was later fined" are two); what a court does after an arrest is not the guards'.
        """
        up = self.syntax.governor(verb)
        if up is None or verb.tag_ != "VBN" or verb.lemma_.lower() in JUDICIAL:
            return []
        goes_on = up.relation is R.CONJUNCT or (up.relation is R.ADVERBIAL and up.preposition is None)
        own = self.syntax.first(verb, R.AUXILIARY, R.PASSIVE_AUXILIARY)
        if not goes_on or own is not None or self.voice(up.token) is not Voice.PASSIVE:
            return []
        found = [
            d.token for d in self.syntax.dependents(up.token, R.OBLIQUE) if d.preposition == "by" and d.token < verb
        ]
        beside = {t.lower_ for agent in found for t in verb.doc[agent.i : verb.i]}
        return [] if beside & AFTERWARDS else [Argument("agent", t, False) for t in found]

    def _in_operation_of(self, verb: Token) -> list[Argument]:
        """Return whose raid or campaign it was part of: "was held in a police raid", "as part of X's effort"."""
        found: list[Argument] = []
        for d in self.syntax.dependents(verb, R.OBLIQUE):
            noun = d.token
            if noun.lemma_.lower() == "part" and (d.preposition or "").startswith("as"):
                noun = next((o.token for o in self.syntax.dependents(noun, R.OBLIQUE) if o.preposition == "of"), noun)
            elif d.preposition not in ("in", "during"):
                continue
            if noun.lemma_.lower() in OPERATIONS:
                found += [Argument("agent", t, False) for t in self._whose_operation(noun)]
        return found

    def _whose_operation(self, noun: Token) -> Iterator[Token]:
        """Yield who a noun phrase says to carry out an operation: "an Israeli strike", "a bombing claimed by X"."""
        for o in self.syntax.dependents(noun, R.POSSESSOR, R.COMPOUND, R.OBLIQUE, R.ADJECTIVE, R.ADNOMINAL):
            if o.relation is R.ADNOMINAL:
                claimed = o.token.tag_ == "VBN" and o.token.lower_ in CLAIMED
                by = self.syntax.dependents(o.token, R.OBLIQUE) if claimed else []
                yield from (d.token for d in by if d.preposition == "by")
            elif _may_carry_out(o):
                yield o.token

    def _described(self, adjective: Token) -> list[Argument]:
        """Return what an adjective is said of: the noun it modifies or the subject it is predicated of."""
        up = self.syntax.governor(adjective)
        subject = self.syntax.first(adjective, R.SUBJECT, R.PASSIVE_SUBJECT)
        if subject is None and up is not None and up.relation in (R.ADJECTIVE, R.ADNOMINAL):
            subject = self.phrases.named(up.token)
        elif subject is None and up is not None and up.relation is R.OPEN_COMPLEMENT:
            subject = self.subject(up.token)[0]
        return [Argument("patient", self.phrases.antecedent(subject, adjective))] if subject is not None else []


def _may_include(a: Argument) -> bool:
    """Whether an argument stands for several, of whom one may be named: "reporters", "three", "a group of journalists"."""
    if a.token.lemma_.lower() in QUANTITIES or are_people(a.token):
        return bool(a.slot)
    return a.slot in ("patient", "agent") and (a.token.tag_ in ("NNS", "NNPS") or a.token.lower_ in NUMBERS)


def _may_carry_out(o: Dependent) -> bool:
    """Whether a part of a noun phrase says whose operation it is: "Russian", "police", "X's", "by X", "of the army"."""
    if o.relation is R.ADJECTIVE:
        return is_nationality(o.token.text)
    whose = o.relation is not R.OBLIQUE or o.preposition == "by" or (o.preposition == "of" and is_state(o.token))
    return whose and o.token.ent_type_ in ("", "ORG")


def _most_by(passive: Token) -> list[Argument]:
    """Return by whom most of those were hurt that a passive counts: "12 were beaten, *most of them by* soldiers"."""
    doc, end = passive.doc, passive.sent.end
    for i in range(passive.i + 1, end - 4):
        words = [t.lower_ for t in doc[i : i + 4]]
        if words[0] in ("most", "all", "both") and words[1:] == ["of", "them", "by"]:
            agent = doc[i + 3].head
            return [Argument("agent", agent, False)] if agent.i > i + 3 else []
    return []
