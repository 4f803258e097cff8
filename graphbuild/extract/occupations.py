"""Settles what people are by whom they work for, once the relations of a report are known.

"Rossi, the president of Radio Tengri" is called by a word for a state office and is a media worker; "Berik Omarov, head
of the Anti-Corruption Bureau" is called by a word that says nothing and holds a state office. Media executives and staff
count as journalists in this field, also their drivers and interpreters: what is done to them is done to the press.
"""

from __future__ import annotations

from collections.abc import Iterable

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.kinds import PERSONS
from graphbuild.extract.relations import Found
from graphbuild.model import Kind, Predicate

OFFICES = frozenset(
    "head chief director deputy spokesperson spokesman spokeswoman secretary chairman chairwoman chair minister commander"
    " commissioner officer representative ombudsman adviser advisor aide president governor mayor judge prosecutor".split()
)
OUTSIDE = frozenset(
    "lawyer attorney source owner shareholder founder guest subscriber reader viewer critic lawmaker".split()
)
"""Words for people of an outlet who do not work in it."""


def settle_occupations(relations: Iterable[Found], clusters: Clusters) -> None:
    """Make outlets' people journalists and agencies' office-holders officials."""
    for found in relations:
        if found.predicate is not Predicate.WORKS_FOR or clusters.kind(found.subject) not in PERSONS | {Kind.GROUP}:
            continue
        employer, words = clusters.kind(found.object), (found.position or "").lower().replace("-", " ").split()
        own = clusters.kind(found.subject)
        if employer is Kind.OUTLET and own is not Kind.JOURNALIST and OUTSIDE.isdisjoint(words):
            clusters.settle(found.subject, Kind.JOURNALIST)
        elif employer is Kind.AGENCY and own is Kind.PERSON and found.current and not OFFICES.isdisjoint(words):
            clusters.settle(found.subject, Kind.OFFICIAL)
