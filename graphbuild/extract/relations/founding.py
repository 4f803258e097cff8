"""Finds who founded a body together with whom a verb says to have founded it.

"He and his cousin Lea Vik started Arna": what *and* joins has a part in the act, though a parser may see only the name.
"She founded Arna together with the photographer Li Wen": so has whom *together with* adds (Quirk et al. 1985, 9.54).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graphbuild.extract.kinds import PERSONS
from graphbuild.extract.relations.found import Found
from graphbuild.extract.relations.phrases import Phrases
from graphbuild.model import Predicate

LONGEST_TITLE = 6
"""Words between *and* or *with* and a name at most."""


def fellow_founders(found: Iterable[Found], phrases: Phrases) -> Iterator[Found]:
    """Yield those who founded bodies with others."""
    for each in [f for f in found if f.predicate is Predicate.FOUNDED]:
        people = (_before_and(each, phrases), _together(each, phrases))
        yield from (replace(each, subject=i) for i in people if i is not None)


def _before_and(found: Found, phrases: Phrases) -> int | None:
    """Return who stands before *and* and the phrase with the founder's name: "*he* and his cousin X started"."""
    name = phrases.clusters.mentions[found.subject]
    i = name.start - 1
    while i > max(name.start - LONGEST_TITLE, 0) and phrases.doc[i].pos_ in ("NOUN", "ADJ", "DET", "PRON"):
        i -= 1
    if phrases.text(i) != "and" or found.start > name.start:
        return None
    return _person(i - 1, phrases)


def _together(found: Found, phrases: Phrases) -> int | None:
    """Return whom *together with* or *along with* adds after the verb."""
    for i in range(found.end, phrases.limit(found.start) - 1):
        if phrases.text(i) in ("together", "along", "jointly") and phrases.text(i + 1) == "with":
            named = (phrases.person(k) for k in range(i + 2, i + 2 + LONGEST_TITLE))
            return next((k for k in named if k is not None), None)
    return None


def _person(token: int, phrases: Phrases) -> int | None:
    index = phrases.name(token)
    index = index if index is not None else phrases.clusters.at(token)
    known = index is not None and phrases.clusters.named(index) and phrases.clusters.kind(index) in PERSONS
    return index if known else None
