"""Who a noun phrase speaks of besides its head: what is joined to it, who is part of it, whose it is.

"Keita, along with two colleagues, was among those detained, whose phones were taken": *those* are Keita and the
colleagues, and so is *whose*. A phrase joined by *and*, by a preposition of inclusion or of company takes the same part
in a clause as its head; *X was among Y* says that whatever befell Y befell X; a relative pronoun is its antecedent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphbuild.extract.coordination import QUANTITIES, shares_description
from graphbuild.extract.kinds import PEOPLE, describe, is_state, thing
from graphbuild.extract.marks import FOCUS
from graphbuild.extract.runs import CALENDAR
from graphbuild.extract.surface import thing_of
from graphbuild.extract.syntax import Relation, Syntax

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation

RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that", "whose"})
MEMBERS = frozenset({"including", "such as", "among them"})
COMPANY = frozenset({"along with", "together with", "as well as", "alongside", "besides", "in addition to"})
PARTITIVES = frozenset(
    "one two three four five six seven eight nine ten all both some many most several each half dozen none any".split()
)
COLLECTIONS = frozenset({"package", "set", "series", "raft", "bundle", "batch", "slew"})
"""Nouns for several things taken together: "a set of laws"."""
ALL = frozenset({"both", "all", "each"})
POSSESSIVE = ("of", "belonging to", "from")
LONGEST_LIST = 60
"""People in one phrase at most."""
BODY = frozenset(
    "face head arm leg back hand eye nose neck throat body chest stomach hair jaw rib shoulder finger skull life knee"
    " mouth ear foot side thigh spine abdomen forehead cheek lip tooth groin wrist ankle".split()
)
"""What is hit, grabbed or broken of a person."""
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december morning afternoon evening night weekend today yesterday".split()
)
"""Words of time, without abbreviations, which are names too: "Jan"."""
SPANS = frozenset("year month week day hour minute time moment period occasion while".split())
MAX_CHAIN = 8
"""Governors climbed at most: longer chains are parser errors."""


def is_date_as_subject(token: Token) -> bool:
    """Whether a parse may take the day of "On June 3, …" at the head of a sentence for the subject."""
    fronted = any(c.lower_ in ("on", "in") and c.i <= token.sent.start + 1 for c in token.children)
    return fronted and token.dep_ in ("nsubj", "nsubj:pass", "nsubjpass", "obl") and token.i < token.head.i


def is_time(token: Token) -> bool:
    """Whether a word is one of time or a bare number: "on March *6*", "on the *evening* of", "in *2019*"."""
    lemma = token.lemma_.lower()
    counted = lemma in SPANS and token.pos_ == "NOUN"
    return lemma in DAYS or counted or (token.pos_ == "NUM" and token.text.isdigit())


def is_told(predicate: Token, syntax: Syntax) -> bool:
    """Whether it is told as a fact that somebody is something: not "may be", "is not", "if she is"."""
    marks = syntax.dependents(predicate, R.NEGATION, R.AUXILIARY, R.MARKER)
    return not any(
        m.relation is R.NEGATION or m.token.tag_ == "MD" or m.token.lower_ in ("if", "whether") for m in marks
    )


def are_people(noun: Token) -> bool:
    """Whether a plural names people: "reporters", "officers"."""
    known = describe([noun.lemma_.lower()]) if noun.tag_ == "NNS" else None
    return known is not None and (known.kind in PEOPLE or known.member)


class NounPhrases:
    """Reads noun phrases off one parse."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax

    def members(self, token: Token) -> list[Token]:
        """Return a noun, what is coordinated with it, and who is named as part of it or beside it."""
        return self._with_company(self.conjuncts(token))

    def beside(self, token: Token) -> list[Token]:
        """Return a noun and who is named as part of it or beside it, without what is coordinated with it."""
        return self._with_company([token])

    def _with_company(self, found: list[Token]) -> list[Token]:
        for each in found:  # grows while it is read: who is named as one of them may be several
            if len(found) > LONGEST_LIST:
                break
            for d in self.syntax.dependents(each, R.OBLIQUE):
                among = d.preposition in MEMBERS and not self._names_other_bodies(d.token, each)
                among = among and (is_state(d.token) or not is_state(each))  # no reporter is one of the police
                if among or d.preposition in COMPANY:
                    found += [t for t in self.conjuncts(d.token) if t not in found]
            found += [t for t in (*self.among(each), *self._counted(each)) if t not in found]
            for d in self.syntax.dependents(each, R.ADNOMINAL):  # "a crew comprising X and Y"
                listed = self.syntax.first(d.token, R.OBJECT) if d.token.lemma_.lower() == "comprise" else None
                found += [t for t in self.conjuncts(listed) if t not in found] if listed is not None else []
            for d in self.syntax.dependents(each, R.APPOSITION):
                if each.pos_ == "NUM" and each.lower_ != "one" and d.token.ent_type_ == "PERSON":
                    found += [t for t in self.conjuncts(d.token) if t not in found]  # "two of them, X and Y, were"
                if any(o.preposition == "among" for o in self.syntax.dependents(d.token, R.OBLIQUE)):
                    found += [t for t in self.conjuncts(d.token) if t not in found]  # "ten people, among them X and Y"
        return list(dict.fromkeys(found))

    def _names_other_bodies(self, token: Token, group: Token) -> bool:
        """Whether bodies are listed of the noun right before: "reporters working for outlets, including Radio Aksu"."""
        if token.ent_type_ != "ORG":
            return False
        listing = min(t.i for t in token.subtree)
        between = [t for t in token.doc[group.i + 1 : listing] if t.tag_ in ("NNS", "NNPS")]
        return bool(between) and between[-1] not in self.conjuncts(group)

    def conjuncts(self, token: Token) -> list[Token]:
        """Return a noun and the nouns coordinated with it; a clause that is joined to a noun is no part of it."""
        joined = self.syntax.conjuncts(token)
        found = [t for t in joined if t == token or not (self._heads_clause(t) or self.is_contrasted(t))]
        return self._without_date(found) if token.pos_ == "NUM" and is_date_as_subject(token) else found

    def is_contrasted(self, token: Token) -> bool:
        """Whether a noun is set against another: "arrested a youth and *not the men* who did it", "by a storm, *not by* X".

        In "not only by police but" the *not* is that of *only*; *rather than* sets against as well.
        """
        if any(c.dep_ == "cc" and c.lower_ in ("rather", "instead") for c in token.children):
            return True
        nots = (d.token for d in self.syntax.dependents(token, R.NEGATION, R.ADVERB) if d.token.lower_ == "not")
        return any(t.nbor().lower_ not in FOCUS for t in nots if t.i < token.i)

    def _without_date(self, found: list[Token]) -> list[Token]:
        """Return whom a parse hangs on a fronted date that it takes for the subject: "On June 3, 2024, X was held"."""
        date = found[0]
        after = [d for d in self.syntax.dependents(date) if d.token.i > date.i]
        names = [
            d.token for d in after
            if d.relation in (R.TIME, R.APPOSITION, R.OTHER)
            and d.token.lower_ not in CALENDAR and (d.token.pos_ == "PROPN" or are_people(d.token))
        ]  # fmt: skip
        others = [d.token for d in after if d.preposition in COMPANY]
        listed = [n for o in others for d in self.syntax.dependents(o, R.APPOSITION) for n in self.conjuncts(d.token)]
        listed += [n for o in others if listed for n in self.conjuncts(o)[1:]]
        return sorted({*names[:1], *found[1:], *(listed or others)}) if names else found

    def owners(self, token: Token) -> list[Token]:
        """Return whose a thing is: "her phone", "the phone of X", "cameras belonging to Y", "X's phone and camera".

        What a part is of is somebody's in turn: "the lens of her camera".
        """
        up = self.syntax.governor(token)
        if token.lower_ == "others":
            return []  # "his brother and two others"
        heads = [token] + ([up.token] if up is not None and up.relation is R.CONJUNCT else [])
        for head in heads:
            found = [t for o in self._possessors(head) for t in self._owner_or_whole(o, head)]
            if found:
                return [*found, *self._owners_among(head)]
        return self._bodies_before(token)

    def _bodies_before(self, noun: Token) -> list[Token]:
        """Return the bodies that stand before a thing of theirs: "Radio Aksu offices", "the Arna TV car".

        A thing with another article or owner has its maker there: "a Canon camera", "her Toyota".
        """
        found = thing_of(noun)
        theirs = ("premises", "content", "site")
        if found is None or not (found[0] in theirs or any(c.lower_ == "the" for c in noun.children)):
            return []
        before = (d.token for d in self.syntax.dependents(noun, R.COMPOUND) if d.token.ent_type_ == "ORG")
        return [t for body in before for t in self.members(body)]

    def _owners_among(self, thing_of_all: Token) -> list[Token]:
        """Return whose things are named as some of others: "the offices of several papers, including | Y's offices"."""
        found: list[Token] = []
        for word in thing_of_all.subtree:
            up = self.syntax.governor(word)
            again = word.i > thing_of_all.i and word.lemma_ == thing_of_all.lemma_
            if again and up is not None and up.preposition in MEMBERS:
                found += [t for o in self._possessors(word) for t in self._owner_or_whole(o, word)]
        return found

    def _owner_or_whole(self, possessor: Token, head: Token) -> list[Token]:
        """Return who a possessor is, or whose the thing is that another is part of.

        Of a list, a relative clause speaks of those before it: "X, whose leg was broken, and Y".
        """
        above = self._possessors(possessor) if possessor.pos_ == "NOUN" and thing_of(possessor) else ()
        owners = [t for o in above for t in self.members(self.antecedent(o, possessor))]
        whose = self.antecedent(possessor, head)
        later = self.conjuncts(whose) if whose != possessor else []
        return owners or [t for t in self.members(whose) if t not in later or t.i < possessor.i]

    def antecedent(self, token: Token, head: Token) -> Token:
        """Return what a relative pronoun stands for, any other word as it is; "both of whom" stands for the same.

        One that opens the complement of a verb before it asks, and stands for nobody told: "asked who had arrested him".
        """
        if token.lower_ in PARTITIVES - ALL:
            return token  # "six of whom" are only some of them
        if token.lower_ in ALL:
            whole = next((d.token for d in self.syntax.dependents(token, R.OBLIQUE) if d.preposition == "of"), None)
            if whole is None or whole.lower_ not in RELATIVE_PRONOUNS:
                return token
        elif token.lower_ not in RELATIVE_PRONOUNS or token.pos_ not in ("PRON", "DET", "SCONJ"):
            return token
        up = self.syntax.governor(head)
        for _ in range(MAX_CHAIN):
            if up is None or (up.relation is R.COMPLEMENT and up.token.i < token.i):
                return token
            if up.relation in (R.RELATIVE, R.ADNOMINAL):
                return self.named(up.token)
            up = self.syntax.governor(up.token)
        return token

    def whole(self, part: Token) -> Token:
        """Return the things that a part is of: "some of their equipment", "a set of laws"; of people the part is meant."""
        if part.lower_ not in PARTITIVES | COLLECTIONS:
            return part
        wholes = (d.token for d in self.syntax.dependents(part, R.OBLIQUE) if d.preposition == "of")
        return next((t for t in wholes if t.pos_ == "NOUN" and thing(t.lemma_.lower()) is not None), part)

    def named(self, noun: Token) -> Token:
        """Return the name that a title stands before or a description after, else the noun itself.

        What "imprisoned reporter Keita" and "Keita, a veteran sentenced in 1944" say is said of Keita.
        """
        up = self.syntax.governor(noun)
        if up is None or noun.pos_ != "NOUN" or up.token.pos_ != "PROPN":
            return noun
        titled = up.relation is R.COMPOUND and up.token.i > noun.i
        return up.token if titled or (up.relation is R.APPOSITION and up.token.i < noun.i) else noun

    def _possessors(self, head: Token) -> Iterator[Token]:
        for d in self.syntax.dependents(head):
            if d.relation is R.POSSESSOR or (d.relation is R.OBLIQUE and d.preposition in POSSESSIVE):
                yield d.token
            elif d.relation is R.COMPOUND and thing(d.token.lemma_.lower()) is not None:  # "the Tengri office premises"
                named = (o.token for o in self.syntax.dependents(d.token, R.COMPOUND) if o.token.ent_type_ == "ORG")
                yield from named
            elif d.relation is R.ADNOMINAL and d.token.lemma_ in ("belong", "own"):
                yield from (
                    o.token for o in self.syntax.dependents(d.token, R.OBLIQUE) if o.preposition in ("to", "by")
                )

    def _counted(self, token: Token) -> list[Token]:
        """Return what "a number of officers and journalists" counts besides the first, which the number stands for."""
        if token.lemma_.lower() not in QUANTITIES and token.lower_ not in PARTITIVES:
            return []
        wholes = (d.token for d in self.syntax.dependents(token, R.OBLIQUE) if d.preposition == "of")
        others = ((whole, t) for whole in wholes for t in self.conjuncts(whole)[1:])
        return [t for whole, t in others if not shares_description(t, whole, self.syntax)]

    def among(self, token: Token) -> list[Token]:
        """Return who is said to be among the people that a word stands for, or one of them."""
        up = self.syntax.governor(token)
        if up is not None and up.preposition == "of" and up.token.lemma_.lower() in QUANTITIES:
            return self.among(up.token)  # "X was among dozens of people held"
        if self.syntax.first(token, R.COPULA) is not None or up is None or up.relation is R.ROOT:
            marked = any(d.token.lower_ == "among" for d in self.syntax.dependents(token, R.CASE))
            subject = self.syntax.first(token, R.SUBJECT, R.PASSIVE_SUBJECT)
            return self.conjuncts(subject) if marked and subject is not None and is_told(token, self.syntax) else []
        if up is not None and up.relation is R.SUBJECT and up.token.lemma_ == "include" and self._is_group(token):
            listed = self.syntax.first(up.token, R.OBJECT)  # "Those arrested included X and Y"
            return self.conjuncts(listed) if listed is not None else []
        if up is not None and up.relation is R.SUBJECT and self._is_group(token):
            return self._named_as(up.token)
        if up is None or up.relation is not R.OBLIQUE:
            return []
        if up.preposition in ("among", "amongst") and up.token.lemma_ == "be":
            subject = self.syntax.first(up.token, R.SUBJECT, R.PASSIVE_SUBJECT, R.PREDICATE)
            return self.conjuncts(subject) if subject is not None and is_told(up.token, self.syntax) else []
        named = up.token.ent_type_ == "PERSON" and self.syntax.first(up.token, R.COPULA) is not None
        if up.preposition in ("among", "amongst") and named and is_told(up.token, self.syntax):
            return self.conjuncts(up.token)  # "Among those arrested were X and Y"
        return self._one_of(up.token) if up.preposition == "of" and up.token.lower_ in PARTITIVES else []

    def _named_as(self, predicate: Token) -> list[Token]:
        """Return who a group is said to be: "The detained journalists are X and Y", "… are editor X"."""
        up = self.syntax.governor(predicate)
        name = up.token if up is not None and up.relation is R.COMPOUND else predicate
        name = self.syntax.first(name, R.APPOSITION, R.NAME) or name if name.pos_ == "NOUN" else name
        words = (predicate, name, *(d.token for d in self.syntax.dependents(name, R.COMPOUND)))
        copula = any(self.syntax.first(t, R.COPULA) is not None for t in words)
        return self.conjuncts(name) if copula and name.ent_type_ == "PERSON" else []

    def _is_group(self, token: Token) -> bool:
        """Whether a word stands for several people by itself: "those arrested", "the detainees"."""
        return token.lower_ in ("those", "others") or token.tag_ == "NNS"

    def _one_of(self, part: Token) -> list[Token]:
        """ "Keita is one of", "Keita, one of": return Keita."""
        up = self.syntax.governor(part)
        subject = self.syntax.first(part, R.SUBJECT)
        if not is_told(part, self.syntax):
            return []
        if subject is None and up is not None and up.relation is R.PREDICATE:
            subject = self.syntax.first(up.token, R.SUBJECT)
        if subject is None and up is not None and up.relation is R.APPOSITION:
            subject = up.token
        return self.conjuncts(subject) if subject is not None else []

    def _heads_clause(self, token: Token) -> bool:
        """Whether a conjunct is a clause, or the subject of one: "arrested Dana Vik, *Li Wen* escaped through a window".

        The past tense right behind a name that is no subject so far wants one; a participle describes it.
        """
        if token.pos_ != "PROPN":
            return token.pos_ in ("VERB", "AUX") and self._has_subject(token)
        end = max((c.i for c in token.children if c.dep_ == "flat"), default=token.i) + 1
        verb = token.doc[end] if end < token.sent.end else None
        return verb is not None and verb.tag_ == "VBD" and verb.pos_ == "VERB" and not self._has_subject(verb)

    def _has_subject(self, verb: Token) -> bool:
        return self.syntax.first(verb, R.SUBJECT, R.PASSIVE_SUBJECT) is not None
