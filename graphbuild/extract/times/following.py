"""Rules for dates that hang on the time told before: "the next day", "that month", "two weeks later".

"He was sentenced the next day", after "on May 9, 2022", was sentenced on May 10.
"""

from __future__ import annotations

import re
from datetime import timedelta

from graphbuild.extract.times import periods
from graphbuild.extract.times.relative import COUNT, UNITS, Resolver, at, moved
from graphbuild.extract.times.rules import MONTH, WEEKDAY, Basis, Context, Rule, plain, words
from graphbuild.extract.times.stated import latest_weekday, read
from graphbuild.model import Time

DAYTIME = ("morning", "afternoon", "evening", "night")


def same(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "the same day", "that month", "later that year": the unit that holds the time before."""
    before, unit = context.previous, plain(match["unit"])
    if before is None or unit == "day" or unit in DAYTIME:
        return before
    return periods.one_of(at(before.earliest, unit, 0).earliest, at(before.latest, unit, 0).latest)


def step(sign: int) -> Resolver:
    """Return a resolver for "the next day", "the previous year": one unit after or before the time told before."""

    def resolve(match: re.Match[str], context: Context) -> Time | None:
        before, unit = context.previous, plain(match["unit"])
        if before is None:
            return None
        unit = "day" if unit in DAYTIME else unit
        return periods.one_of(at(before.earliest, unit, sign).earliest, at(before.latest, unit, sign).latest)

    return resolve


def distance(sign: int) -> Resolver:
    """Return a resolver for "two days later", "a month earlier"."""

    def resolve(match: re.Match[str], context: Context) -> Time | None:
        return context.previous and moved(context.previous, match, sign)

    return resolve


def within_the_day(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "a few hours later", "two hours before the rally": the day told before, where a day was told."""
    before = context.previous
    return periods.day(before.earliest) if before is not None and (before.latest - before.earliest).days <= 1 else None


def next_weekday(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "the following Monday", "the previous Friday": after or before the day told before."""
    before, number = context.previous, read(match["weekday"]).weekday
    if before is None or number is None or before.earliest != before.latest:
        return None
    shift = -1 if plain(match["which"]) == "previous" else 7
    return periods.day(latest_weekday(number, before.earliest + timedelta(days=shift)))


def next_month(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "the following March", "the previous December", "that August"."""
    before, number = context.previous, read(match["month"]).month
    if before is None or number is None:
        return None
    if match["which"] is None:
        return periods.month(before.earliest.year, number)
    if plain(match["which"]) == "previous":
        year = before.earliest.year - int(number >= before.earliest.month)
        return periods.month(year, number)
    return periods.month(before.earliest.year + int(number <= before.earliest.month), number)


def following(name: str, pattern: str, resolve: Resolver) -> Rule:
    """Return a rule for words that hang on the time told before."""
    return Rule(name, words(pattern), resolve, basis=Basis.PREVIOUS)


STEP = "(?P<unit>day|morning|afternoon|evening|night|week|month|year)"
SPAN_END = r"(?= ?[,.;:)]|$| (?:his|her|their|its) \w+)"
"""Not "the day after the vote": that hangs on the vote."""

FOLLOWING = (
    following("same", f"(?:(?:earlier|later|late|early) )?(?:the (?:very )?same|that(?: same| very)?) {STEP}", same),
    following("next", f"(?:early |late )?(?:the )?(?:next|following) {STEP}", step(1)),
    following("next", f"the (?P<unit>day) after{SPAN_END}", step(1)),
    following("previous", f"(?:early |late )?the previous {STEP}", step(-1)),
    following("previous", f"the (?P<unit>day) before{SPAN_END}", step(-1)),
    following("later", f"{COUNT} {UNITS} (?:later|afterwards?)", distance(1)),
    following("later", "(?P<about>)(?P<count>)(?P<unit>day|week|month|year)s later", distance(1)),
    following("earlier", f"{COUNT} {UNITS} (?:earlier|previously|prior|before(?= ?[,.;:)]|$))", distance(-1)),
    following("hours", f"{COUNT} (?:hours?|minutes?) (?:later|earlier|before|after|afterwards?)", within_the_day),
    following("hours", "(?:hours|minutes|moments) (?:later|afterwards?)|within (?:hours|minutes)", within_the_day),
    following("next weekday", f"the (?P<which>following|next|previous) (?P<weekday>{WEEKDAY})", next_weekday),
    following("next month", f"(?:the (?P<which>following|next|previous)|that) (?P<month>{MONTH})", next_month),
)
"""Rules against the time told before."""
