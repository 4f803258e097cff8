"""Whether two tellings may be of one date, and which it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from graphbuild.extract.lemmas import readings
from graphbuild.extract.same_agents import by_court
from graphbuild.model import EventType, Time

if TYPE_CHECKING:
    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.drafts import Draft

MONTH = 31
"""Days within which "he was held at" is of the arrest told before."""
STATES = frozenset({"hold", "keep", "remain", "be", "stay", "languish", "custody", "captivity", "bar"})
"""Words that tell that somebody is held, and not of his arrest."""
ARREST = frozenset({"arrest", "detain", "capture", "seize", "apprehend"})
"""Verbs of what comes before a court orders somebody held."""
HOLDING = frozenset({"house arrest", "pretrial detention"})
"""Detentions that a court orders after the arrest: another event where both are told."""


def dates_agree(one: Draft, other: Draft) -> bool:
    """Whether two drafts may be of one date."""
    if one.time is None or other.time is None:
        return True
    return one.time.earliest <= other.time.latest and other.time.earliest <= one.time.latest


APPEAL = "appeal"
DROPPED = "dropped charges"
"""The end of proceedings, which need free nobody."""


def are_two_steps(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether one is an arrest and the other what a court ordered after it: "arrested, then put under house arrest"."""
    verbs = one.trigger.token.pos_ == other.trigger.token.pos_ == "VERB"
    if one.type is EventType.RELEASE and verbs and (one.subtype == DROPPED) != (other.subtype == DROPPED):
        agents = clusters.roots_of(one.perpetrators) & clusters.roots_of(other.perpetrators)
        return not agents and not (one.headline or other.headline)  # "was freed. Later prosecutors dropped the charges"
    appeals = [d for d in (one, other) if d.subtype == APPEAL and d.type is EventType.CONVICTION]
    if verbs and len(appeals) == 1 and appeals[0].perpetrators:
        return True  # "was sentenced to six years. The regional court left the verdict unchanged"
    if one.type is EventType.DETENTION and verbs and _extends(one) != _extends(other):
        return True
    if one.type is EventType.DETENTION and verbs and by_court(one, clusters) != by_court(other, clusters):
        return any(not ARREST.isdisjoint(readings(d.trigger.token)) for d in (one, other))
    if one.type is not EventType.DETENTION or one.subtype == other.subtype:
        return False
    later = one if one.subtype in HOLDING else other if other.subtype in HOLDING else None
    return later is not None and verbs and bool(later.time or later.perpetrators)


def _extends(draft: Draft) -> bool:
    """Whether a telling is of a detention that goes on by a court's leave, another event than the arrest."""
    return any(d.trigger.token.lemma_ in ("extend", "prolong") for d in draft.tellings)


def only_still_held(one: Draft, other: Draft) -> bool:
    """Whether the later of two detentions only says that somebody is still held: "On December 31, he was held at"."""
    if one.type is not EventType.DETENTION or one.time is None or other.time is None:
        return False
    first, later = sorted((one, other), key=lambda d: d.time.earliest if d.time is not None else date.max)
    if later.time is None or first.time is None or (later.time.earliest - first.time.latest).days > MONTH:
        return False
    return all(STATES.intersection(readings(d.trigger.token)) for d in later.tellings)


def start_of(one: Draft, other: Draft) -> Time | None:
    """Return the date of two tellings of one happening that do not agree: of a detention its beginning."""
    if one.type is not EventType.DETENTION or one.time is None or other.time is None:
        return one.time
    return min(one.time, other.time, key=lambda t: t.earliest)


def finer(one: Time | None, other: Time | None) -> Time | None:
    """Return the more precise of two dates that agree."""
    if one is None or other is None:
        return one or other
    return min((one, other), key=lambda t: (t.latest - t.earliest, t.edtf))
