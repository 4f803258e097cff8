"""Finds at which state body somebody holds an office whose name says at what kind of body it is held.

A speaker speaks for a parliament, a member of the board sits on one, the minister of justice heads the ministry of that
name: where a report has named one such body, that is meant. "The Senate met on Monday, and Speaker Omar Keita …".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graphbuild.extract.clusters import fold
from graphbuild.extract.kinds import BODIES
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.relations.found import LIKELY, WEAK, Found
from graphbuild.extract.relations.phrases import Phrases
from graphbuild.model import Kind, Predicate

SITTING = frozenset({"board", "council", "assembly", "committee", "commission", "parliament"})
"""Bodies that have members."""
LONGEST_FIELD = 7
"""Words between *minister of* and a name at most."""


def find_office_holders(phrases: Phrases) -> Iterator[Found]:
    """Yield the speakers, members and ministers of a parse and their bodies."""
    clusters = phrases.clusters
    for i, mention in enumerate(list(clusters.mentions)):
        if mention.form is not Form.NAME or clusters.kind(i) not in (Kind.PERSON, Kind.OFFICIAL):
            continue
        found = _speaker(mention, phrases) or _member(mention, phrases) or _minister(mention, phrases)
        if found is not None:
            start, body, sure = found
            position = phrases.doc.text_of(start, mention.start).replace("\n", " ")
            yield Found(i, Predicate.WORKS_FOR, body, start, mention.end, sure, position)


def _speaker(person: Mention, phrases: Phrases) -> tuple[int, int, float] | None:
    """Return the one parliament told before a bare "Speaker X"."""
    title = person.start - 1
    if phrases.text(title) != "speaker" or not phrases.doc[title].text[:1].isupper():
        return None
    body = _one_before(title, phrases, lambda m: m.function == "parliament" and not m.member)
    return (title, body, WEAK) if body is not None else None


def _member(person: Mention, phrases: Phrases) -> tuple[int, int, float] | None:
    """Return the one body called a board, council or the like before "Board member X"."""
    title = person.start - 2
    word = phrases.text(title)
    if phrases.text(title + 1) != "member" or word not in SITTING or phrases.name(title) is not None:
        return None
    body = _one_before(title, phrases, lambda m: m.form is Form.NAME and word in fold(m.text).split())
    return (title, body, WEAK) if body is not None else None


def _minister(person: Mention, phrases: Phrases) -> tuple[int, int, float] | None:
    """Return the ministry of the field that is a minister's: "Minister of Culture X", "Culture Minister X"."""
    ends = range(person.start - 1, max(person.start - LONGEST_FIELD, -1), -1)
    at = next((i for i in ends if phrases.text(i) == "minister"), None)
    if at is None:
        return None
    after = phrases.text(at + 1) in ("of", "for")
    start, end = (at + 2, person.start) if after else (at - 1, at)
    if start >= end or (not after and at + 1 != person.start) or any(t.is_punct for t in phrases.doc[start:end]):
        return None
    field = fold(phrases.doc.text_of(start, end)).removeprefix("the ")
    names = {f"ministry of {field}", f"ministry for {field}", f"{field} ministry", f"ministry of the {field}"}
    matching = (i for i, m in enumerate(phrases.clusters.mentions) if fold(m.text) in names)
    body = next((i for i in matching if phrases.clusters.kind(i) is Kind.AGENCY), None)
    return (at if after else start, body, LIKELY) if body is not None else None


def _one_before(token: int, phrases: Phrases, fits: Callable[[Mention], bool]) -> int | None:
    """Return the one body that fits among those told before a token."""
    clusters = phrases.clusters
    before = (i for i, m in enumerate(clusters.mentions) if m.end <= token and fits(m))
    roots = {clusters.root(i): i for i in before if clusters.kind(i) in BODIES}
    return next(iter(roots.values())) if len(roots) == 1 else None
