"""Which words of a parse belong to an act: up its clause to what governs it, and down to what hangs on it.

"Karimov, who was arrested on May 3, was sentenced in Osh on June 5": a date or a place belongs to the clause that its
phrase hangs on, and to the clauses below that one, but does not leave a relative clause. So the walk goes from the
trigger up its governors to the first that has such a phrase; what hangs on the trigger itself comes first, and what
hangs on it directly before what lies deeper. How far up a date holds is told in `scope`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.kinds import PERSONS
from graphbuild.extract.lemmas import readings
from graphbuild.extract.mentions import Form
from graphbuild.extract.scope import MEANWHILE, Scope
from graphbuild.extract.subjects import VERBAL
from graphbuild.extract.surface import is_event, is_person
from graphbuild.extract.syntax import Dependent, Relation, Syntax
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation

DEPTH = 4
"""Levels below a clause's head where its circumstances are looked for."""
ASIDE = (R.RELATIVE, R.ADNOMINAL, R.COMPLEMENT, R.PARATAXIS)
"""Clauses that keep their circumstances to themselves."""
BLOWS = frozenset(
    "strike airstrike blast explosion bomb bombing shell shelling missile rocket drone grenade mine attack crash".split()
)
"""Nouns for what kills and wounds at once."""
LOCAL = frozenset({"police", "court", "prosecutor"})
"""Functions of agencies of one place."""
RETURNING = frozenset({"return", "come", "arrive", "travel"})


class Reach:
    """Walks one parse from the words that tell of acts; `dates` holds the tokens that dates stand on."""

    def __init__(self, syntax: Syntax, clusters: Clusters, dates: Container[int]) -> None:
        self.syntax, self.clusters, self.dates = syntax, clusters, dates
        self.doc, self.scope = syntax.doc, Scope(syntax)

    def chain(self, trigger: Token, *, time: bool = False) -> Iterator[tuple[Token, frozenset[int]]]:
        """Yield the trigger and its governors with what has been searched below them."""
        token, searched = trigger, frozenset[int]()
        while True:
            yield token, searched
            up = self.syntax.governor(token)
            if up is None or self.scope.ends(token, up, time=time):
                return
            searched = frozenset({token.i})
            token = up.token

    def below(self, head: Token, blocked: frozenset[int], *, own: bool, place: bool = False) -> Iterator[Token]:
        """Yield a word's circumstances, level by level: what hangs on it, short of other clauses.

        What a governor's subject says is the subject's own: "the purge after the coup in July led to arrests"; what an
        act was done in has its place: "was killed in an attack in Osh".
        """
        level = [head]
        for depth in range(DEPTH + 1):
            following = []
            for word in level:
                for d in self.syntax.dependents(word):
                    within = own and depth == 0 and (_is_setting(d) or _is_offence(d))
                    if (d.token.i in blocked and not within) or self._is_aside(d) or self.scope.is_clause(d):
                        continue
                    subject = depth == 0 and not own and d.relation in (R.SUBJECT, R.PASSIVE_SUBJECT)
                    if subject and not (place and self._is_there(d.token, word)):
                        continue
                    if place and (self._is_home(d, word) or _comes_from(d, word)):
                        continue
                    if _is_case(d, word):
                        continue
                    if self.scope.is_topic(d, place=place) or (d.relation is R.APPOSITION and not self._of_place(word)):
                        continue
                    yield d.token
                    following.append(d.token)
            level = following

    def meanwhile(self, trigger: Token) -> Iterator[Token]:
        """Yield the clauses that say during what an act was done: "as he left his home", "after a bomb went off"."""
        for d in self.syntax.dependents(trigger, R.ADVERBIAL):
            links = {c.lower_ for c in d.token.children if c.i < d.token.i}
            if MEANWHILE & links or ("after" in links and _is_blast(d.token)):
                yield d.token

    def side_by_side(self, trigger: Token) -> Iterator[Token]:
        """Yield the verbs joined to a trigger with nothing of its own between: "searched and | sealed it in Osh".

        What one blow does is done at one time in one place, whatever stands between: "a shell killed X and | wounded Y".
        """
        blow = self.syntax.first(trigger, R.SUBJECT)
        one = blow is not None and blow.tag_ == "NN" and blow.lemma_.lower() in BLOWS
        for verb in self.syntax.conjuncts(trigger)[1:]:
            bare = all(t.pos_ in ("CCONJ", "ADV", "AUX", "VERB") for t in self.doc[trigger.i + 1 : verb.i])
            if one or bare or self._of_two(trigger, verb):
                yield verb

    def _of_two(self, one: Token, other: Token) -> bool:
        """Whether the same people do two things to different ones: "arrested reporter X and | beat cameraman Y on Sunday".

        What is done to one person after another stands in its own words: "abducted X and killed him on Sunday".
        """
        whom = [self.syntax.first(verb, R.OBJECT) for verb in (one, other)]
        named = all(w is not None and is_person(w) for w in whom)
        own = self.syntax.first(other, R.SUBJECT, R.PASSIVE_SUBJECT)
        return named and own is None and one.tag_ == "VBD" and other.tag_ in ("VBD", "VBN")

    def _is_there(self, subject: Token, verb: Token) -> bool:
        """Whether what the subject of a verb above does is done where the act is: who tells of it may be elsewhere.

        "Officials in Moscow said"; local forces and courts tell of what happened where they are.
        """
        index = self.clusters.at(subject.i)
        local = index is not None and self.clusters.attribute(index, "function") in LOCAL
        return local or not self.scope.speaks_of(verb)

    def _is_home(self, d: Dependent, word: Token) -> bool:
        """Whether a phrase says where somebody is of, and not where things happened: "X, *of Wanstead, in London*, was"."""
        index = self.clusters.at(word.i)
        if index is None or self.clusters.mentions[index].form is not Form.NAME:
            return False
        court = self.clusters.at(d.token.i)
        if court is not None and self.clusters.kind(court) is Kind.AGENCY:
            return False  # "Judge X of the District Court in Osh"
        return self.clusters.kind(index) in PERSONS and d.preposition in ("of", "from")

    def _is_aside(self, d: Dependent) -> bool:
        """Whether a dependent keeps its circumstances to itself; a bare date before a clause is the clause's own."""
        date_alone = d.relation is R.PARATAXIS and d.token.i in self.dates and d.token.pos_ not in VERBAL
        return d.relation in ASIDE and not date_alone

    def _of_place(self, word: Token) -> bool:
        index = self.clusters.at(word.i)
        if index is not None and self.clusters.kind(index) is not Kind.PLACE:
            return False
        return index is None or self.clusters.mentions[index].form is Form.NAME


def _is_case(d: Dependent, person: Token) -> bool:
    """Whether a phrase says of what crime somebody is a suspect: "arrested a man *in the killing of X in Osh in May*"."""
    return d.preposition in ("in", "over", "of") and is_event(d.token) and is_person(person)


def _comes_from(d: Dependent, verb: Token) -> bool:
    """Whether a phrase says from where somebody comes, who is there no more: "as she returned *from a trial in Osh*"."""
    return d.preposition == "from" and not RETURNING.isdisjoint(readings(verb))


def _is_offence(d: Dependent) -> bool:
    """Whether a phrase only says of what somebody is accused: "was acquitted of all charges | on May 3"."""
    return d.preposition in ("of", "on") and d.token.lemma_.lower() in ("charge", "count", "accusation", "offence")


def _is_setting(d: Dependent) -> bool:
    """Whether an act is told as what another was done in: "killed in an attack", "held during a raid"."""
    return d.relation is R.OBLIQUE and d.preposition in ("in", "during") and d.token.pos_ == "NOUN"


def _is_blast(verb: Token) -> bool:
    """Whether a clause tells of what kills at once, and so where it happens: "after a bomb went off in Osh"."""
    off = any(c.lower_ == "off" for c in verb.children)
    return not {"explode", "detonate"}.isdisjoint(readings(verb)) or (off and "go" in readings(verb))
