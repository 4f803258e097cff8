"""Rules for months by name, seasons, decades and parts of them: "last October", "the summer of 2019", "mid-March"."""

from __future__ import annotations

import re
from datetime import date

from graphbuild.extract.times import periods
from graphbuild.extract.times.explicit import MONTH_YEAR
from graphbuild.extract.times.relative import anchored, at
from graphbuild.extract.times.rules import MONTH, SEASON, YEAR, Context, Rule, plain, words
from graphbuild.extract.times.stated import complete, read
from graphbuild.model import Time

PARTS = {"beginning": "start", "start": "start", "middle": "mid", "first": "first half", "second": "second half"}
"""Wordings of the parts that `periods.part` has by other names."""


def month(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "last October" (before the anchor's month), "this October", "next October"."""
    number = read(match["month"]).month
    if context.anchor is None or number is None:
        return None
    this, year = context.anchor.month, context.anchor.year
    shift = {"last": -int(number >= this), "this": 0, "next": int(number <= this)}[plain(match["which"])]
    return periods.month(year + shift, number)


def season(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "last summer" (over before the anchor), "this spring", "in the autumn" (begun by the anchor)."""
    if context.anchor is None:
        return None
    name, which = plain(match["season"]), plain(match["which"])
    when = periods.season(name, context.anchor.year)
    if which != "this" and limit(when, which) > context.anchor:
        when = periods.season(name, context.anchor.year - 1)
    if which == "last" and limit(when, which) >= context.anchor:
        when = periods.season(name, context.anchor.year - 2)
    return when


def limit(season: Time, which: str) -> date:
    """Return the day by which a season counts as past: its end for "last summer", its beginning for "in the summer"."""
    return season.latest if which == "last" else season.earliest


def season_of_year(match: re.Match[str], context: Context) -> Time:
    """Resolve "the summer of 2019"; a winter of a year may be either of two, so it is that year."""
    name, year = plain(match["season"]), int(match["year"])
    return periods.year(year) if name == "winter" else periods.season(name, year)


def part(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "early 2020", "mid-March", "the end of last year", "the first half of 2021"."""
    whole = whole_of(match["of"], context)
    wording = plain(match["part"])
    return whole and periods.part(whole, PARTS.get(wording, wording))


def whole_of(text: str, context: Context) -> Time | None:
    """Return the month, year or decade that a text names: "March", "2020", "last year", "the 1990s", "the month"."""
    wording = plain(text)
    if wording.endswith("0s"):
        return periods.decade(int(wording[-5:-1]))
    if wording.endswith(("week", "month", "year")):
        before = wording.startswith("that") and context.previous
        base = before.earliest if before else context.anchor
        return None if base is None else at(base, wording.split()[-1], -int(wording.startswith("last")))
    return complete(read(text), context.anchor)


def decade(match: re.Match[str], context: Context) -> Time:
    """Resolve "the 1990s"."""
    return periods.decade(int(match["decade"]))


WHOLE = (
    rf"(?P<of>{MONTH_YEAR}|{YEAR}|(?:the )?(?:19|20)\d0s|{MONTH}|"
    "(?:the|this|last|that) (?:year|month|week)|next (?:year|month))"
)

PARTS_OF_YEARS = (
    anchored("month last or next", f"(?P<which>last|this|next) (?P<month>{MONTH})", month),
    anchored("season", f"(?P<which>last|this) (?P<season>{SEASON})", season),
    anchored("season", f"(?:in|during|over|since) (?P<time>(?P<which>the) (?P<season>{SEASON}))(?! of)", season),
    Rule("season of a year", words(f"(?:the )?(?P<season>{SEASON})(?: of)?,? (?P<year>{YEAR})"), season_of_year),
    anchored("part", rf"(?P<part>early|mid|late)(?:-| |- )(?:in )?{WHOLE}", part),
    anchored("part", rf"(?:the )?(?P<part>beginning|start|middle|end) of {WHOLE}", part),
    anchored("part", rf"the (?P<part>first|second) half of {WHOLE}", part),
    Rule("decade", words(r"(?:the )?(?P<decade>(?:19|20)\d0)['’]?s"), decade),
)
"""Rules for months by name, seasons, decades and parts of them."""
