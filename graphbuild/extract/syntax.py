"""One view of a parse, whichever label scheme it came in.

"Toiken was beaten by officers": Universal Dependencies hangs *officers* on *beaten* as `obl:agent` with a `case` child
*by*; the CLEAR labels of `en_core_web_*` put *by* between them (`agent`, then `pobj`). Here both read the same:
`Dependent(OBLIQUE, officers, "by")`. Every layer above asks this one and knows no label.

Sources: de Marneffe et al. 2021, Universal Dependencies (universaldependencies.org/u/dep); Choi and Palmer 2012,
Guidelines for the CLEAR Style Constituent to Dependency Conversion.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graphbuild.extract.tokens import Doc, Token


WAYSIDES = frozenset("roadside road wayside highway river riverside sea seaside wall gate door fence side".split())
"""Nouns for what one may be left by: no agents."""
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


class Relation(StrEnum):
    """What a word is to its governor."""

    SUBJECT = "subject"
    PASSIVE_SUBJECT = "passive subject"
    OBJECT = "object"
    RECIPIENT = "recipient"
    OBLIQUE = "oblique"
    POSSESSOR = "possessor"
    COMPOUND = "compound"
    NAME = "name"
    APPOSITION = "apposition"
    CONJUNCT = "conjunct"
    COMPLEMENT = "complement"
    OPEN_COMPLEMENT = "open complement"
    ADVERBIAL = "adverbial clause"
    ADNOMINAL = "adnominal clause"
    RELATIVE = "relative clause"
    ADJECTIVE = "adjective"
    NUMBER = "number"
    DETERMINER = "determiner"
    AUXILIARY = "auxiliary"
    PASSIVE_AUXILIARY = "passive auxiliary"
    COPULA = "copula"
    PREDICATE = "predicate nominal"
    NEGATION = "negation"
    MARKER = "marker"
    PARTICLE = "particle"
    ADVERB = "adverb"
    CASE = "case"
    PARATAXIS = "parataxis"
    TIME = "bare noun phrase of time or measure"
    ROOT = "root"
    OTHER = "other"


R = Relation

UNIVERSAL = {
    "nsubj": R.SUBJECT, "csubj": R.SUBJECT, "nsubj:outer": R.SUBJECT, "csubj:outer": R.SUBJECT,
    "nsubj:pass": R.PASSIVE_SUBJECT, "csubj:pass": R.PASSIVE_SUBJECT,
    "obj": R.OBJECT, "iobj": R.RECIPIENT,
    "obl": R.OBLIQUE, "obl:agent": R.OBLIQUE, "nmod": R.OBLIQUE, "nmod:poss": R.POSSESSOR,
    "obl:unmarked": R.TIME, "obl:tmod": R.TIME, "obl:npmod": R.TIME, "nmod:tmod": R.TIME,
    "nmod:unmarked": R.TIME, "nmod:npmod": R.TIME, "nmod:desc": R.COMPOUND,
    "compound": R.COMPOUND, "compound:prt": R.PARTICLE, "flat": R.NAME, "flat:name": R.NAME, "fixed": R.NAME,
    "appos": R.APPOSITION, "conj": R.CONJUNCT, "ccomp": R.COMPLEMENT, "xcomp": R.OPEN_COMPLEMENT,
    "advcl": R.ADVERBIAL, "advcl:relcl": R.RELATIVE, "acl": R.ADNOMINAL, "acl:relcl": R.RELATIVE,
    "amod": R.ADJECTIVE, "nummod": R.NUMBER, "det": R.DETERMINER, "det:predet": R.DETERMINER,
    "aux": R.AUXILIARY, "aux:pass": R.PASSIVE_AUXILIARY, "cop": R.COPULA,
    "mark": R.MARKER, "advmod": R.ADVERB, "case": R.CASE, "parataxis": R.PARATAXIS, "list": R.PARATAXIS,
    "ROOT": R.ROOT, "root": R.ROOT,
}  # fmt: skip
CLEAR = {
    "nsubj": R.SUBJECT, "csubj": R.SUBJECT, "nsubjpass": R.PASSIVE_SUBJECT, "csubjpass": R.PASSIVE_SUBJECT,
    "dobj": R.OBJECT, "dative": R.RECIPIENT, "poss": R.POSSESSOR, "compound": R.COMPOUND, "nmod": R.COMPOUND,
    "prt": R.PARTICLE, "appos": R.APPOSITION, "conj": R.CONJUNCT, "ccomp": R.COMPLEMENT, "xcomp": R.OPEN_COMPLEMENT,
    "oprd": R.OPEN_COMPLEMENT, "acomp": R.OPEN_COMPLEMENT, "attr": R.PREDICATE,
    "advcl": R.ADVERBIAL, "acl": R.ADNOMINAL, "relcl": R.RELATIVE, "amod": R.ADJECTIVE, "nummod": R.NUMBER,
    "det": R.DETERMINER, "predet": R.DETERMINER, "aux": R.AUXILIARY, "auxpass": R.PASSIVE_AUXILIARY,
    "neg": R.NEGATION, "mark": R.MARKER, "advmod": R.ADVERB, "case": R.CASE, "parataxis": R.PARATAXIS,
    "npadvmod": R.TIME, "ROOT": R.ROOT,
}  # fmt: skip
ONLY_CLEAR = frozenset({"pobj", "dobj", "nsubjpass", "auxpass", "prep", "attr", "prt", "poss", "relcl"})

ABOUT = frozenset({"around", "about", "over", "nearly", "some", "up to"})
"""Words before a number that a parse takes for prepositions."""
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})

SAYING = frozenset("say add write note explain conclude continue report state reply tell recall".split())
"""Verbs that may stand before their subject, after what is said."""

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
BARE = frozenset({R.SUBJECT, R.PASSIVE_SUBJECT, R.OBJECT, R.RECIPIENT, R.APPOSITION})
"""Relations in which a noun bears no preposition: one that does is an oblique, whatever the parser says."""
WITH_PREPOSITION = BARE | {R.OBLIQUE, R.ADVERBIAL, R.ADNOMINAL, R.CONJUNCT, R.POSSESSOR}


class Dependent(NamedTuple):
    """A word seen from its governor (or a governor seen from its word), with the preposition between them."""

    relation: Relation
    token: Token
    preposition: str | None = None


class Syntax:
    """The dependents and the governor of every token of one parse.

    `reattached` names governors that stand for the parse's own, by token index, `relinked` governors with what the words
    are to them.
    """

    def __init__(
        self, doc: Doc, reattached: Mapping[int, Token] | None = None, relinked: Mapping[int, Dependent] | None = None
    ) -> None:
        self.doc = doc
        self._reattached = reattached or {}
        self._relinked = relinked or {}

    @cached_property
    def is_clear(self) -> bool:
        """Whether the parse carries CLEAR labels."""
        return any(t.dep_ in ONLY_CLEAR for t in self.doc)

    @cached_property
    def _governors(self) -> list[Dependent | None]:
        link = self._clear_governor if self.is_clear else self._universal_governor
        own = [None if t.head.i == t.i else link(t) for t in self.doc]
        found = list(own)
        for i, head in self._reattached.items():
            up = found[i]
            found[i] = up._replace(token=head) if up is not None else None
        found = [self._relinked.get(i, link) for i, link in enumerate(found)]
        changed = [*self._reattached, *self._relinked]
        while circles := [i for i in changed if found[i] is not own[i] and _goes_in_a_circle(i, found)]:
            found[circles[0]] = own[circles[0]]
        return found

    @cached_property
    def _dependents(self) -> list[list[Dependent]]:
        found: list[list[Dependent]] = [[] for _ in self.doc]
        for token, up in zip(self.doc, self._governors, strict=True):
            if up is not None:
                found[up.token.i].append(Dependent(up.relation, token, up.preposition))
        return found

    def governor(self, token: Token) -> Dependent | None:
        """Return what a word depends on, None for the root of a sentence."""
        return self._governors[token.i]

    def dependents(self, token: Token, *relations: Relation) -> list[Dependent]:
        """Return a word's dependents in text order, all of them or those of the given relations."""
        found = self._dependents[token.i]
        return [d for d in found if d.relation in relations] if relations else found

    def first(self, token: Token, *relations: Relation) -> Token | None:
        """Return the first dependent in one of the relations."""
        return next((d.token for d in self._dependents[token.i] if d.relation in relations), None)

    def conjuncts(self, token: Token) -> list[Token]:
        """Return a word and all that is coordinated with it to its right, in text order."""
        found = [token]
        for (
            word
        ) in found:  # it grows while it is read: a chain of conjuncts may be as long as a list of a thousand names
            found += [d.token for d in self.dependents(word, R.CONJUNCT)]
        return sorted(found)

    def predications(self) -> list[tuple[Token, Token]]:
        """Return (subject, predicate noun) of "X is a reporter", "X became the second reporter held", in text order."""
        found = []
        for token in self.doc:
            if self.is_clear or token.lemma_ == "become":
                subject, predicate = self.first(token, R.SUBJECT), self.first(token, R.PREDICATE, R.OPEN_COMPLEMENT)
            else:
                subject, predicate = self.first(token, R.SUBJECT), token
                if self.first(token, R.COPULA) is None or any(c.dep_ == "case" for c in token.children):
                    continue  # "the party is in government"
            if subject is not None and predicate is not None and predicate.pos_ in ("NOUN", "PROPN"):
                found.append((subject, predicate))
        return found

    def _universal_governor(self, token: Token) -> Dependent:
        relation = _universal_relation(token)
        if relation not in WITH_PREPOSITION:
            return Dependent(relation, token.head)
        words = [c for c in marked_by(token) if c.lower_ not in POSSESSIVE and not _is_of_day(c)]
        preposition = " ".join(_whole(c) for c in words if c.i < token.i) or None
        if preposition == "by" and token.lower_ in WAYSIDES:
            preposition = "beside"
        if relation in (R.OBLIQUE, R.OBJECT) and preposition in ABOUT and _is_counted(token):
            return Dependent(R.OBJECT, token.head)  # "closed around 20 news outlets"
        if relation is R.OBLIQUE and preposition is None and _is_named_after_and(token):
            return Dependent(R.CONJUNCT, token.head)
        if relation is R.CONJUNCT and preposition in ("including", "such as"):
            return Dependent(R.OBLIQUE, token.head, preposition)
        if preposition is not None and relation in BARE:
            relation = R.OBLIQUE if any(c.dep_ == "case" for c in words) else relation
        elif relation is R.OBLIQUE and preposition is None:
            named = token.pos_ == "PROPN" and token.ent_type_ in ("PERSON", "ORG")
            relation = R.OBJECT if named and token.head.pos_ == "VERB" else R.TIME
        return Dependent(relation, token.head, preposition if relation not in BARE else None)

    def _clear_governor(self, token: Token) -> Dependent:
        head = token.head
        if token.dep_ in ("pobj", "pcomp") and head.dep_ in ("prep", "agent", "dative", "mark", "pcomp"):
            words, top = [head.lower_], head
            while top.head.dep_ == "prep" and top.dep_ in ("prep", "pcomp"):
                top = top.head
                words.append(top.lower_)
            relation = R.OBLIQUE if token.dep_ == "pobj" else R.ADVERBIAL
            return Dependent(relation, top.head, " ".join(reversed(words)))
        if token.dep_ == "conj" and token.pos_ == "VERB":
            return Dependent(R.CONJUNCT, head)
        relation = CLEAR.get(token.dep_, R.CASE if token.dep_ in ("prep", "agent") else R.OTHER)
        marker = next((c.lower_ for c in token.children if c.dep_ == "mark"), None) if relation is R.ADVERBIAL else None
        return Dependent(relation, head, marker)


def _is_of_day(preposition: Token) -> bool:
    """Whether a preposition is that of a day which a parse joins to the noun after it: "on *Tuesday* | men beat X"."""
    day = preposition.head
    return preposition.lower_ == "on" and day.dep_ == "compound" and day.lower_ in WEEKDAYS


def _goes_in_a_circle(i: int, governors: list[Dependent | None]) -> bool:
    """Whether a word would be above itself: what is put right in two ways may be so, and a parse never is."""
    seen, up = {i}, governors[i]
    while up is not None:
        if up.token.i in seen:
            return up.token.i == i
        seen.add(up.token.i)
        up = governors[up.token.i]
    return False


def sentences_over(words: Iterable[Token]) -> int:
    """Return over how many sentences a stretch of words lies, those of white space not counted."""
    return len({t.sent.start for t in words if not t.is_space})


def sentences_between(one: Token, other: Token) -> int:
    """Return how many sentences after the first word the other stands, -1 where it stands before."""
    return -1 if other.i < one.i else sentences_over(one.doc[one.sent.end : other.i + 1])


def _universal_relation(token: Token) -> Relation:
    """Return what a word is to its head by its UD label, where grammar lets it be that."""
    relation = UNIVERSAL.get(token.dep_, R.OTHER)
    if relation is R.ADVERB and token.lower_ in NEGATIONS:
        return R.NEGATION
    if relation in (R.CONJUNCT, R.OPEN_COMPLEMENT) and _is_misread_object(token):
        relation = R.OBJECT
    if relation in (R.OBJECT, R.RECIPIENT) and _is_inverted_subject(token):
        return R.SUBJECT
    if relation is R.COMPLEMENT and _is_open(token):
        return R.OPEN_COMPLEMENT
    if relation is R.APPOSITION and _is_named_after_and(token):
        return R.CONJUNCT
    if relation is R.NAME and token.ent_type_ == "PERSON" and token.ent_iob_ == "B" and token.head.pos_ == "NOUN":
        return R.APPOSITION  # "board member | Dana Vik"
    return R.MARKER if relation is R.OTHER and token.lower_ == "that" else relation


def _is_named_after_and(name: Token) -> bool:
    """Whether *and* or *or* stands before a name, its titles or its age, which then is another's than the one before."""
    linked = any(c.dep_ == "cc" and c.i < name.i for c in _of_phrase(name))
    return linked and name.pos_ == "PROPN"


def _of_phrase(name: Token) -> Iterator[Token]:
    """Yield what depends on a name or on its titles."""
    for child in name.children:
        yield child
        if child.dep_ in ("nmod:desc", "amod"):
            yield from child.children


def _is_open(clause: Token) -> bool:
    """Whether a complement is not finite and has no subject of its own: "reported *receiving* a threat"."""
    below = {c.dep_ for c in clause.children}
    return clause.tag_ == "VBG" and not below & {"nsubj", "nsubj:pass", "csubj", "expl", "aux", "cop", "nmod:poss"}


def _is_misread_object(token: Token) -> bool:
    """Whether a name is tied to a verb as only verbs are ("shot and | wounded reporter X"): then it is its object."""
    head = token.head
    named = token.pos_ == "PROPN" and token.ent_type_ == "PERSON" and head.pos_ == "VERB" and token.i > head.i
    if not named or any(c.dep_ in ("case", "cop", "nsubj", "nsubj:pass") for c in token.children):
        return False
    return not any(c.dep_ in ("obj", "nsubj:pass") for c in head.children)


def _is_inverted_subject(token: Token) -> bool:
    """Whether what follows a verb of saying is who says it: "…, said the Committee to Protect Journalists"."""
    verb = token.head
    if verb.lemma_ not in SAYING or token.i < verb.i or any(c.dep_ in ("nsubj", "mark", "aux") for c in verb.children):
        return False
    return any(c.dep_ in ("ccomp", "parataxis") and c.i < verb.i for c in verb.children)


def marked_by(token: Token) -> Iterator[Token]:
    """Yield the prepositions and markers of a word, those too that a parse hangs on a title or a word before it."""
    for child in token.children:
        if child.dep_ in ("case", "mark") or (child.dep_ == "cc" and child.lower_ in ("rather", "instead")):
            yield child
        elif child.dep_ in ("nmod:desc", "compound", "flat", "amod", "nmod:poss") and child.i < token.i:
            yield from (c for c in child.children if c.dep_ == "case" and not _in_one_name(c, token))


def _in_one_name(word: Token, last: Token) -> bool:
    """Whether two words are of one name: the *of* of "the Court of Osh Province" marks nothing outside it."""
    return all(t.ent_iob_ == "I" for t in word.doc[word.i : last.i + 1])


def _whole(word: Token) -> str:
    """Return a preposition with its fixed parts: "because of"."""
    return " ".join([word.lower_, *(c.lower_ for c in word.children if c.dep_ == "fixed")])


def _is_counted(noun: Token) -> bool:
    """Whether a number stands right after the first word of a phrase that a verb without an object has after it."""
    number = next((c for c in noun.children if c.dep_ == "nummod"), None)
    case = next((c for c in noun.children if c.dep_ == "case"), None)
    if number is None or case is None or number.left_edge.i != case.i + 1 or case.i != noun.head.i + 1:
        return False
    return noun.head.pos_ == "VERB" and not any(c.dep_ == "obj" and c != noun for c in noun.head.children)
