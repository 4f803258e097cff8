"""Who "the arrested journalists of Radio Tengri" are, where a report names those of the outlet who were arrested.

A plural that says for whom people work and what was done to them picks out those of whom both are told: "A court jailed
journalists from Arna. Editor X and reporter Y of Arna got six years each." Asked for here: a plural of journalists without
a name, whose outlet is told; and two or more named people of the same outlet, as many as counted where it counts, each of
whom is told to have suffered the same act, or the act that the plural's participle takes up ("all arrested reporters").

"The arrests in the Arna case began in May" are those of Arna's staff whom the text tells to be held, charged or jailed.

Only what a state does in one case step by step is read so, for it is done to all in one: reporters of one outlet may be
beaten on many days.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.clusters import count_of
from graphbuild.extract.discourse import acts_of
from graphbuild.extract.kinds import PERSONS
from graphbuild.extract.mentions import Form
from graphbuild.extract.same_days import dates_agree
from graphbuild.model import EventType, Kind

if TYPE_CHECKING:
    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.drafts import Draft
    from graphbuild.extract.openings import Employers

PROCEEDINGS = frozenset({EventType.DETENTION, EventType.PROSECUTION, EventType.CONVICTION})


def name_staffs(drafts: list[Draft], clusters: Clusters, employers: Employers) -> list[Draft]:
    """Return the drafts with the people whom the text names in place of its plurals for the staff of their outlet."""
    return [_with_names(d, drafts, clusters, employers) for d in drafts]


def _with_names(draft: Draft, drafts: list[Draft], clusters: Clusters, employers: Employers) -> Draft:
    if draft.type not in PROCEEDINGS or not draft.asserted:
        return draft
    if not draft.targets:
        return replace(draft, targets=_of_case(draft, drafts, clusters, employers))
    found: dict[int, int] = {}
    for index in draft.targets:
        people = _staff(index, draft, drafts, clusters, employers)
        if people:
            for each in clusters.indices(index):
                clusters.spread(each, people)
        for each in people or (index,):
            found.setdefault(clusters.root(each), each)
    return replace(draft, targets=tuple(found.values()))


def _staff(index: int, draft: Draft, drafts: list[Draft], clusters: Clusters, employers: Employers) -> tuple[int, ...]:
    """Return the named people for whom a plural stands."""
    mention = clusters.mentions[min(clusters.indices(index))]
    bodies = employers.get(clusters.root(index), frozenset())
    plural = mention.plural and mention.form is Form.DESCRIPTION and not clusters.named(index)
    if not plural or not bodies or clusters.kind(index) is not Kind.JOURNALIST:
        return ()
    before = draft.trigger.token.doc[max(0, mention.start - 1) : mention.head]
    told = frozenset(t for c in before if c.tag_ in ("VBN", "VBD") for t in acts_of(c)) & PROCEEDINGS
    like = [
        d for d in drafts
        if d is not draft and d.asserted and d.type in (told or {draft.type}) and (told or dates_agree(d, draft))
    ]  # fmt: skip
    people = _employed(bodies, like, clusters, employers)
    number = count_of(mention.text)
    return people if len(people) > 1 and number in (None, len(people)) else ()


def _of_case(draft: Draft, drafts: list[Draft], clusters: Clusters, employers: Employers) -> tuple[int, ...]:
    """Return whom "the arrests in the Arna case" befell: the staff of the outlet that a case is called after."""
    cases = (t for t in draft.trigger.token.subtree if t.lower_ == "case")
    named = {clusters.root(i) for t in cases for c in t.children if (i := clusters.at(c.i)) is not None}
    bodies = frozenset(i for i in named if clusters.kind(i) is Kind.OUTLET)
    if draft.type is not EventType.DETENTION or draft.trigger.token.pos_ != "NOUN" or not bodies:
        return ()
    people = _employed(bodies, [d for d in drafts if d.asserted and d.type in PROCEEDINGS], clusters, employers)
    return people if len(people) > 1 else ()


def _employed(bodies: frozenset[int], drafts: list[Draft], clusters: Clusters, employers: Employers) -> tuple[int, ...]:
    """Return the named people of some bodies among the targets of drafts, each once."""
    found = {
        clusters.root(i): i
        for d in drafts
        for i in d.targets
        if clusters.named(i)
        and clusters.kind(i) in PERSONS
        and not bodies.isdisjoint(employers.get(clusters.root(i), ()))
    }
    return tuple(found.values())
