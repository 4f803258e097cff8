"""How far two acts are apart: "two days after", "a year before", "hours after", "on the day of".

What stands after the words is an act of the text, so that no rule of `following` says which day is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graphbuild.extract.times import periods
from graphbuild.extract.times.relative import COUNT, UNITS, moved
from graphbuild.extract.times.rules import plain, words
from graphbuild.model import Time

LINK = "(?P<link>after|before)"
COUNTED = words(f"{COUNT} {UNITS} {LINK}")
UNCOUNTED = words(f"(?P<about>)(?P<count>)(?P<unit>hour|day|week|month|year)s {LINK}")
THE_NEXT = words("(?P<about>)(?P<count>the) (?P<unit>day|week|month|year) (?P<link>after|before|of)")
LENGTH = words(f"{COUNT} (?P<unit>month|year)s?")
AT_ONCE = words(f"(?:minutes|moments|immediately|right|just) {LINK}")
SIGN = {"after": 1, "before": -1, "of": 0}


@dataclass(frozen=True, slots=True)
class Interval:
    """The words that say how long after or before another act something was done, by offset in their text."""

    start: int
    end: int
    match: re.Match[str]

    def from_other(self, other: Time) -> Time | None:
        """Return when it was done, by the time of the other act."""
        return self._moved(other, SIGN[plain(self.match["link"])])

    def of_other(self, own: Time) -> Time | None:
        """Return when the other act was done, by the time of the one that the words are said of."""
        return self._moved(own, -SIGN[plain(self.match["link"])])

    def _moved(self, base: Time, sign: int) -> Time | None:
        at_once = self.match.re is AT_ONCE
        unit = "minute" if at_once else plain(self.match["unit"])
        if base.earliest != base.latest and unit != "year":
            return None  # days from some day of a month are no day
        return base if at_once or unit in ("hour", "minute") else moved(base, self.match, sign)


def started(length: str, on: date) -> Time | None:
    """Return when began what has gone on for some months or years on a day; of days and weeks nobody keeps count so long.

    >>> started("nearly twelve years", date(2024, 5, 3)).edtf, started("ten days", date(2024, 5, 3))
    ('2012', None)
    """
    match = LENGTH.search(length)
    return moved(periods.day(on), match, -1) if match is not None else None


def find_intervals(text: str) -> Iterator[Interval]:
    """Yield the intervals that a text names, in its order.

    >>> [each.from_other(periods.day(date(2024, 5, 4))).edtf for each in find_intervals("two days after the killing")]
    ['2024-05-06']
    """
    found = [m for pattern in (COUNTED, UNCOUNTED, THE_NEXT, AT_ONCE) for m in pattern.finditer(text)]
    ends = {m.end(): m for m in reversed(found)}  # of "two days after" and "days after" the longer one
    yield from (Interval(m.start(), m.end(), m) for m in sorted(ends.values(), key=lambda m: m.start()))
