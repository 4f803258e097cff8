"""The text's own words for an offence and for a punishment.

"Was sentenced to three years in prison on trumped-up charges of spreading false news, his lawyer said": the charge is
"spreading false news", the penalty "three years in prison". The shortest phrase that says it: without article, without
relative clauses and asides, and without the word *charges* where it only introduces what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.noun_phrases import is_time
from graphbuild.extract.surface import FINITE
from graphbuild.extract.syntax import Relation, Syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.extract.tokens import Token

R = Relation

CARRIERS = frozenset(
    "charge accusation count suspicion ground allegation offence offense crime article case pretext".split()
)
"""Nouns that introduce an offence: "on charges of libel", "charges including libel"."""
OF = ("of", "for", "including", "such as", "related to", "relating to")
TERM_NOUNS = frozenset(
    "year month week day hour life sentence term imprisonment detention prison jail arrest fine probation death"
    " confinement colony labour labor custody lash camp manat tenge rouble ruble dollar euro lira som sum hryvnia pound"
    " rupee naira shilling birr damages penalty custodian restriction supervision parole freedom".split()
)
"""Heads of what somebody may be sentenced to."""
BARE_TERMS = frozenset({"sentence", "term", "penalty", "punishment"})
"""Words for any punishment, which alone name none."""
SPANS = frozenset("year month week day hour minute time moment period occasion while".split())
LONGEST = 25
"""Words of a phrase at most."""
EDGE = ("case", "det", "prep", "mark", "punct", "cc", "poss")
ASIDES = frozenset({R.RELATIVE, R.PARATAXIS, R.APPOSITION, R.COPULA, R.SUBJECT})
"""What hangs on a noun and says nothing of the offence."""
REASONED = frozenset(
    {
        "reason",
        "purpose",
        "stance",
        "role",
        "part",
        "involvement",
        "work",
        "reporting",
        "coverage",
        "journalism",
        "view",
        "time",
    }
)
"""What follows *for* and is no offence: "arrested for security reasons", "for his reporting"."""
REASONS = frozenset({"on", "for", "over", "under", "after", "by", "from"})
"""Prepositions after a punishment that tell why, when or by whom."""
HEDGES = frozenset("allegedly purportedly supposedly reportedly trumped up fabricated".split())


class Wording:
    """Cuts phrases out of one parse."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax

    def carries_offence(self, head: Token) -> bool:
        """Whether a phrase says in so many words that it names an offence: "extremism and terrorism-related charges"."""
        return head.tag_ == "VBG" or any(t.lemma_.lower() in CARRIERS for t in (head, *head.subtree))

    def offence(self, head: Token) -> str | None:
        """Return the words for an offence that a phrase names, None where it names none."""
        if is_time(head) or head.lemma_.lower() in REASONED | BARE_TERMS:
            return None
        if head.lemma_.lower() in CARRIERS:
            inner = next((d.token for d in self.syntax.dependents(head) if d.preposition in OF), None)
            if inner is not None and not is_time(inner):
                return self.offence(inner)
            named = self.syntax.dependents(head, R.COMPOUND)
            if named:
                first, last = named[0].token.left_edge.i, named[-1].token.i
                return self._text(first, last + 1)
            if head.lemma_.lower() != "article":
                return None
        return self.phrase(head)

    def punishment(self, head: Token) -> str | None:
        """Return the words for a punishment; what nobody is sentenced to is none ("to court")."""
        lemmas = {t.lemma_.lower() for t in (head, *head.subtree)}
        return self.phrase(head) if lemmas & TERM_NOUNS - BARE_TERMS else None

    def phrase(self, head: Token) -> str | None:
        """Return the words of a phrase without what stands beside it."""
        tokens = sorted(self._inside(head, head), key=lambda t: t.i)
        tokens = [t for t in tokens if abs(t.i - head.i) < LONGEST]
        while tokens and (tokens[0].dep_ in EDGE or tokens[0].is_punct or tokens[0].lower_ in HEDGES | {"up", "to"}):
            tokens = tokens[1:]
        while tokens and (tokens[-1].is_punct or tokens[-1].is_space or tokens[-1].dep_ in ("cc", "case", "mark")):
            tokens = tokens[:-1]
        return self._text(tokens[0].i, tokens[-1].i + 1) if tokens else None

    def _inside(self, token: Token, head: Token) -> Iterator[Token]:
        yield token
        for child in token.children:
            up = self.syntax.governor(child)
            told = up is not None and (up.token == token or up.relation is R.APPOSITION)
            relation = up.relation if up is not None and told else None
            if not told and child.i < token.i:
                continue  # "handed | two reporters | long jail terms"
            if child.i > head.i and (relation in ASIDES or self._is_aside(child, head)):
                continue
            yield from self._inside(child, head)

    def _is_aside(self, child: Token, head: Token) -> bool:
        """Whether a phrase after the head only dates it, or is set off by a comma and no conjunct."""
        up = self.syntax.governor(child)
        if head.lemma_.lower() in TERM_NOUNS and up is not None and up.preposition in REASONS:
            return True
        if is_time(child) and child.pos_ in ("NOUN", "PROPN", "NUM") and head.lemma_.lower() not in TERM_NOUNS:
            return True
        if child.dep_ == "conj" and (child.tag_ in FINITE or any(c.tag_ == "MD" for c in child.children)):
            return True  # "charged with smuggling and faces", "and could face"
        edge = child.left_edge.i
        marks = [t.text for t in child.doc[max(head.i + 1, edge - 1) : edge + 1]]
        set_off = not {",", "—", "–", "("}.isdisjoint(marks) and child.dep_ != "conj"
        return set_off or child.dep_ in ("advcl", "ccomp")

    def _text(self, start: int, end: int) -> str | None:
        return self.syntax.doc.text_of(start, end).replace("\n", " ").strip() or None
