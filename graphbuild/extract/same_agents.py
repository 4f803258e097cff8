"""Whether two tellings may be of what the same did, and who that is.

An agent that only says "the authorities" fits any state body, which is then the better name for it; a side that says
nothing fits all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model import EventType, Kind

if TYPE_CHECKING:
    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.drafts import Draft


def agents_agree(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether who did what two drafts tell may be one, as far as the words for them say."""
    a, b = one.perpetrators, other.perpetrators
    if not a or not b or clusters.roots_of(a) & clusters.roots_of(b):
        return True
    if one.headline != other.headline and same_strangers(a, b, clusters):
        return True
    if all(is_general_agent(i, clusters) for i in a):
        return all(_is_state(i, clusters) for i in b)
    if all(is_general_agent(i, clusters) for i in b):
        return all(_is_state(i, clusters) for i in a)
    if one.type is EventType.RELEASE and by_court(one, clusters) and by_court(other, clusters):
        return not all(clusters.named(i) for i in (*a, *b))
    return _functions(a, clusters) == _functions(b, clusters) != {None}


def same_strangers(a: tuple[int, ...], b: tuple[int, ...], clusters: Clusters) -> bool:
    """Whether two tellings each describe unnamed people: the man of "killed by man" is whom the text describes."""
    strangers = all(not clusters.named(i) and clusters.kind(i) in (Kind.PERSON, Kind.GROUP) for i in (*a, *b))
    return strangers and {clusters.kind(i) for i in a} == {clusters.kind(i) for i in b}


def _functions(agents: tuple[int, ...], clusters: Clusters) -> set[str | None]:
    """Return what unnamed agencies do: two unnamed polices or courts in one report are one unless both are named."""
    named = any(clusters.named(i) for i in agents)
    return {None} if named else {clusters.attribute(i, "function") for i in agents}


def is_general_agent(index: int, clusters: Clusters) -> bool:
    """Whether an agent is the state at large: "the authorities", a government, a country."""
    return clusters.kind(index) is Kind.AGENCY and clusters.attribute(index, "function") in (None, "government")


def _is_state(index: int, clusters: Clusters) -> bool:
    return clusters.kind(index) in (Kind.AGENCY, Kind.OFFICIAL)


def agents_of_both(first: Draft, second: Draft, clusters: Clusters) -> tuple[int, ...]:
    """Return the agents of both, the specific ones alone where the others only say "the authorities"."""
    if same_strangers(first.perpetrators, second.perpetrators, clusters) and first.perpetrators:
        return first.perpetrators
    found = clusters.union(first.perpetrators, second.perpetrators)
    if found and by_court(first, clusters) and by_court(second, clusters):
        return tuple(i for i in found if clusters.named(i)) or found[:1]  # "a Turkish court", "the Osh City Court"
    specific = tuple(i for i in found if not is_general_agent(i, clusters))
    if (
        first.perpetrators
        and second.perpetrators
        and not clusters.roots_of(first.perpetrators) & clusters.roots_of(second.perpetrators)
    ):
        return specific[:1] if len(specific) > 1 and len(first.perpetrators) == 1 else specific or found
    return found


def by_court(draft: Draft, clusters: Clusters) -> bool:
    """Whether a court did it."""
    return bool(draft.perpetrators) and all(clusters.attribute(i, "function") == "court" for i in draft.perpetrators)
