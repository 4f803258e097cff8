"""Finds where those work whom a report only calls somebody's deputy, predecessor or colleague.

"Keita edits Arna Media. His deputy, Li Wen, fled": these words say that two hold posts in one body, so that whoever names
one of the two bodies has named the other (Löbner's relational nouns, 1985). "Vik and two colleagues – editor Li Wen and
driver Omar Keita –" says it of several.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.kinds import BODIES, PERSONS
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.relations.found import LIKELY, WEAK, Found
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.model import Kind, Predicate

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R, P = Relation, Predicate

BESIDE = frozenset({"deputy", "predecessor", "successor", "colleague", "coworker"})
"""Nouns for who works in the same body as another."""
OVER = frozenset({"predecessor"})


def find_colleagues(found: Iterable[Found], syntax: Syntax, clusters: Clusters) -> Iterator[Found]:
    """Yield the employers of those who have one in common with somebody whose employer is told."""
    bodies: dict[int, dict[int, int]] = {}
    for each in found:
        if each.predicate in (P.WORKS_FOR, P.FOUNDED) and each.current and clusters.kind(each.object) in BODIES:
            bodies.setdefault(clusters.root(each.subject), {})[clusters.root(each.object)] = each.object
    for index, mention in enumerate(list(clusters.mentions)):
        for noun, owner in _shared(mention, syntax):
            whose = clusters.at(owner.i)
            employers = bodies.get(clusters.root(whose), {}) if whose is not None else {}
            if len(employers) != 1:
                continue
            for person in _people(index, mention, whose, clusters):
                if clusters.root(person) not in bodies:
                    yield _found(person, next(iter(employers.values())), mention, noun, clusters)


def _shared(mention: Mention, syntax: Syntax) -> Iterator[tuple[Token, Token]]:
    """Yield the nouns of shared work that a mention is called by, each with the person with whom it is shared."""
    head = syntax.doc[mention.head]
    if mention.plural:
        up = syntax.governor(head)
        if head.lemma_.lower() in BESIDE and up is not None and up.relation is R.CONJUNCT:
            yield head, up.token
    yield from ((noun, owner) for noun, owner in owners(head, syntax) if noun.lemma_.lower() in BESIDE)


def _people(index: int, mention: Mention, whose: int | None, clusters: Clusters) -> list[int]:
    """Return the named people whom such a mention is of."""
    several = clusters.expand(index) if mention.plural else (index,)
    named = [i for i in several if clusters.named(i) and clusters.kind(i) in PERSONS]
    return [i for i in named if whose is None or clusters.root(i) != clusters.root(whose)]


def _found(person: int, body: int, mention: Mention, noun: Token, clusters: Clusters) -> Found:
    near = clusters.mentions[person]
    start, end = min(noun.i, mention.start), max(noun.i + 1, mention.end)
    if near.form is Form.NAME and noun.sent.start <= near.start < noun.sent.end:
        start, end = min(start, near.start), max(end, near.end)
    position = None if mention.plural or noun.lemma_.lower() == "colleague" else noun.text
    sure = LIKELY if clusters.kind(body) is Kind.OUTLET else WEAK
    return Found(person, P.WORKS_FOR, body, start, end, sure, position, noun.lemma_.lower() not in OVER)


def owners(head: Token, syntax: Syntax) -> list[tuple[Token, Token]]:
    """Return the nouns that say what somebody is, each with whose he is: "her *driver* X", "*X's driver*, Y"."""
    nouns = [head, *(d.token for d in syntax.dependents(head, R.NAME, R.COMPOUND, R.APPOSITION))]
    up = syntax.governor(head)
    nouns += [up.token] if up is not None and up.relation in (R.APPOSITION, R.NAME) else []
    return [(noun, d.token) for noun in nouns for d in syntax.dependents(noun, R.POSSESSOR)]
