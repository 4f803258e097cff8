"""Which of several times is the finest, and which year one lies in."""

from __future__ import annotations

from datetime import date

from graphbuild.model import Time


def finest(times: list[Time]) -> Time:
    """Return the first of several dates, or the finest of those within it: "a month later, on December 29, 2019"."""
    first = times[0]
    inside = (t for t in times if first.earliest <= t.earliest and t.latest <= first.latest)
    return min(inside, key=lambda t: t.latest - t.earliest)


def year_of(time: Time) -> Time | None:
    """Return the year that a time lies in, None for a time of several."""
    year = time.earliest.year
    return Time(str(year), date(year, 1, 1), date(year, 12, 31)) if year == time.latest.year else None
