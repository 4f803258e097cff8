"""Reads lists in which each victim has a place or a day of his own: "arrested X in Osh and Y in Naryn".

The verb is left out where it would be said again (gapping: Ross 1970), and what remains are pairs of a person and a
circumstance. A phrase closes the people named before it, so that "X and Y in Osh and Z in Naryn" puts two in Osh.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, TypeVar

from graphbuild.extract.noun_phrases import is_time
from graphbuild.extract.surface import is_event, is_of, is_person

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graphbuild.extract.circumstances import Circumstances
    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.dating import Dates
    from graphbuild.extract.drafts import Draft
    from graphbuild.extract.mentions import Mention
    from graphbuild.extract.places import Places
    from graphbuild.extract.tokens import Doc, Token
    from graphbuild.model import Time

T = TypeVar("T")

LINKS = frozenset({"in", "on", "at", "near"})
"""Prepositions of a place or a day."""
PLACES = frozenset({"LOC", "GPE"})
NAME_PARTS = frozenset({"flat", "compound", "flat:name"})
REACH = 8
"""Tokens after a name in which the phrases of its place and its day begin."""
VICTIMS = frozenset({"obj", "nsubj:pass"})


def victim_before(name: Token) -> Token | None:
    """Return the victim with whom another one is listed after a phrase of place or time: "X in Osh and | Y in Naryn".

    A parse joins the second to the place, the day or the verb; people are joined with people.
    """
    end = max([name.i, *(c.i for c in name.children if c.dep_ in NAME_PARTS)]) + 1
    link = next((c.i for c in name.children if c.dep_ == "cc" and c.i < name.i), None)
    if (
        link is None
        or not is_person(name)
        or not _opens_circumstance(name, end)
        or not _closes_circumstance(name, link)
    ):
        return None
    above = name.head if is_event(name.head) or name.head.pos_ == "VERB" else name.head.head
    victims = [
        c for c in above.children
        if is_person(c) and c.i < link and (is_of(c) if is_event(above) and above.pos_ != "VERB" else c.dep_ in VICTIMS)
    ]  # fmt: skip
    return victims[-1] if victims else None


def _opens_circumstance(name: Token, start: int) -> bool:
    """Whether a phrase of place or time begins at a token."""
    doc = name.doc
    if start + 1 >= name.sent.end or doc[start].lower_ not in LINKS:
        return False
    return _is_where_or_when(doc[start + 1]) or _is_where_or_when(doc[start + 1].head)


def _closes_circumstance(name: Token, link: int) -> bool:
    """Whether a phrase of place or time ends before *and*."""
    doc = name.doc
    last = doc[link - 2] if doc[link - 1].text == "," else doc[link - 1]
    words = [last, *takewhile(lambda t: t.i > name.sent.start and t.pos_ != "VERB", last.ancestors)]
    return any(_is_where_or_when(t) and any(c.lower_ in LINKS for c in t.children) for t in words)


def _is_where_or_when(token: Token) -> bool:
    return token.ent_type_ in PLACES or is_time(token)


def shared_out(draft: Draft, clusters: Clusters, circumstances: Circumstances) -> list[Draft]:
    """Return a draft, in several where its victims have days or places of their own, in brackets too: "X (May 3), Y"."""
    if len(draft.targets) < 2:
        return [draft]
    mentions = [clusters.mentions[i] for i in draft.targets]
    days, places = _days(draft, mentions, circumstances.dates), _places(draft, mentions, circumstances.places)
    groups: dict[tuple[Time | None, int | None], list[int]] = {}
    for target, day, place in zip(draft.targets, days, places, strict=True):
        groups.setdefault((day, place), []).append(target)
    return [
        replace(draft, targets=tuple(each), time=day or draft.time, place=draft.place if place is None else place)
        for (day, place), each in groups.items()
    ]


def _days(draft: Draft, victims: list[Mention], dates: Dates) -> list[Time | None]:
    """Return each victim's own day, that of the verb for one before it: "X was fined *on May 3* and Y on May 5"."""
    ends = [v.end for v in victims]
    bracketed = [dates.in_brackets_after(end, min((e for e in ends if e > end), default=None)) for end in ends]
    if _differ(bracketed):
        return bracketed
    before = draft.trigger.token.i
    told = _closed([draft.time if end <= before else _first(dates.starting, dates.doc, end) for end in ends])
    return told if _differ(told) else [None] * len(told)


def _places(draft: Draft, victims: list[Mention], places: Places) -> list[int | None]:
    """Return each victim's own place, likewise."""
    before = draft.trigger.token.i
    told = _closed([draft.place if v.end <= before else _first(places.named, places.doc, v.end) for v in victims])
    return told if _differ(told) else [None] * len(told)


def _first(told: Callable[[int], T | None], doc: Doc, end: int) -> T | None:
    """Return what the phrases of place and time right after a name say: "X *in Osh on May 3* and Y"."""
    if end >= len(doc) or doc[end].lower_ not in LINKS:
        return None
    phrases = takewhile(lambda t: not t.is_punct and t.lower_ != "and", doc[end : end + REACH])
    return next((found for t in phrases if t.lower_ in LINKS and (found := told(t.i + 1)) is not None), None)


def _closed(told: Sequence[T | None]) -> list[T | None]:
    """Return for each of some people what the first phrase after him says: "X and Y *in Osh* and Z in Naryn"."""
    found: list[T | None] = []
    for value in reversed(told):
        found.append(found[-1] if value is None and found else value)
    return found[::-1]


def _differ(values: Sequence[object]) -> bool:
    return len({v for v in values if v is not None}) > 1
