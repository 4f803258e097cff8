"""Settles what people are by whom they work for, once the relations of a report are known.

"Rossi, the president of Radio Tengri" is called by a word for a state office and is a media worker; "Berik Omarov, head
of the Anti-Corruption Bureau" is called by a word that says nothing and holds a state office. Media executives and staff
count as journalists in this field, also their drivers and interpreters: what is done to them is done to the press. So
do those whom a report calls a reporter's: "her colleague X", "Keita's driver". So, too, who founded an outlet, if a report
has no other trade for him: "Arna founder Omar Keita", not "the businessman Omar Keita, who founded Arna".
"""

from __future__ import annotations

from collections.abc import Iterable

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.kinds import PERSONS, title_kind
from graphbuild.extract.mentions import Form
from graphbuild.extract.relations import Found
from graphbuild.extract.relations.colleagues import owners
from graphbuild.extract.syntax import Syntax
from graphbuild.model import Kind, Predicate

OFFICES = frozenset(
    "head chief director deputy spokesperson spokesman spokeswoman secretary chairman chairwoman chair minister commander"
    " commissioner officer representative ombudsman adviser advisor aide president governor mayor judge prosecutor".split()
)
OUTSIDE = frozenset(
    "lawyer attorney source owner shareholder founder guest subscriber reader viewer critic lawmaker".split()
)
"""Words for people of an outlet who do not work in it."""
CIVIL = frozenset(
    "secretary president chairman chairwoman chairperson chair director representative captain commissioner head"
    " chief".split()
)
"""Words for posts of states that unions, parties and companies have as well."""
BESIDE = frozenset(
    "colleague coworker predecessor successor driver chauffeur translator interpreter fixer assistant deputy technician"
    " producer".split()
)
"""Words for those who work with a reporter, or for one."""


def settle_occupations(relations: Iterable[Found], clusters: Clusters, syntax: Syntax) -> None:
    """Make outlets' people journalists, agencies' office-holders officials, and a union's secretary general none."""
    for found in relations:
        if found.predicate is Predicate.FOUNDED and _is_of_press(found, clusters):
            clusters.settle(found.subject, Kind.JOURNALIST)
        if found.predicate is not Predicate.WORKS_FOR or clusters.kind(found.subject) not in PERSONS | {Kind.GROUP}:
            continue
        employer, words = clusters.kind(found.object), (found.position or "").lower().replace("-", " ").split()
        own = clusters.kind(found.subject)
        if employer is Kind.OUTLET and own is not Kind.JOURNALIST and OUTSIDE.isdisjoint(words):
            clusters.settle(found.subject, Kind.JOURNALIST)
        elif (
            employer is Kind.ORGANIZATION and own is Kind.OFFICIAL and _is_title(words, found.subject, clusters, syntax)
        ):
            clusters.settle(found.subject, Kind.PERSON)
        elif employer is Kind.AGENCY and own is Kind.PERSON and found.current and not OFFICES.isdisjoint(words):
            clusters.settle(found.subject, Kind.OFFICIAL)


def _is_of_press(found: Found, clusters: Clusters) -> bool:
    """Whether somebody founded an outlet, and no other trade of his is told."""
    told = (m.position.split() for m in clusters.members(found.subject) if m.position and not m.relative)
    other = any(title_kind(words) is Kind.PERSON for words in told)
    outlet = clusters.kind(found.object) is Kind.OUTLET
    return outlet and clusters.kind(found.subject) is Kind.PERSON and not other


def _is_title(words: list[str], person: int, clusters: Clusters, syntax: Syntax) -> bool:
    """Whether a post is what stands before somebody's name: "NUSOJ *Secretary General* X", and not "Mayor X, chairman"."""
    names = [m for m in clusters.members(person) if m.form is Form.NAME and m.start >= len(words)]
    if CIVIL.isdisjoint(words):
        return False
    return any([t.lower_ for t in syntax.doc[m.start - len(words) : m.start]] == words for m in names)


def settle_companions(clusters: Clusters, syntax: Syntax) -> None:
    """Make those journalists who work with one or for one."""
    for index, mention in enumerate(clusters.mentions):
        if clusters.kind(index) not in (Kind.PERSON, Kind.OFFICIAL) or mention.plural:
            continue
        for noun, owner in owners(syntax.doc[mention.head], syntax):
            whose = clusters.at(owner.i)
            if whose is None or clusters.root(whose) == clusters.root(index) or noun.lemma_.lower() not in BESIDE:
                continue
            if clusters.kind(whose) is Kind.JOURNALIST:
                clusters.settle(index, Kind.JOURNALIST)
