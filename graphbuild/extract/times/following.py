"""Rules for dates that hang on the time told before: "the next day", "that month", "two weeks later".

"He was sentenced the next day", after "on May 9, 2022", was sentenced on May 10.
"""

from __future__ import annotations

import re
from datetime import timedelta

from graphbuild.extract.times import periods
from graphbuild.extract.times.relative import COUNT, UNITS, Resolver, at, moved
from graphbuild.extract.times.rules import MONTH, SEASON, WEEKDAY, Basis, Context, Rule, plain, words
from graphbuild.extract.times.stated import latest_weekday, read
from graphbuild.model import Time

DAYTIME = ("morning", "afternoon", "evening", "night")
NIGHT_REACH = 160
"""Characters before a morning in which the night is told that it ends."""
LONGEST = {"week": 7, "month": 31, "year": 366}


def same(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "the same day", "that month", "later that year": the unit that holds the time before."""
    before, unit = context.previous, plain(match["unit"])
    if before is None or unit == "day" or unit in DAYTIME:
        return before
    if (before.latest - before.earliest).days > LONGEST[unit]:
        return before  # "in October 2016. The same week" is some week of that month
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


def from_a_day(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "released after 36 hours", where the day of the arrest was told before."""
    before = context.previous
    return moved(before, match, 1) if before is not None and before.earliest == before.latest else None


def morning_after(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "in the morning" after a night told: "spent the night of July 28 in a cell. In the morning he was freed"."""
    before, told = context.previous, match.string[max(0, match.start() - NIGHT_REACH) : match.start()]
    if before is None or before.earliest != before.latest or re.search(r"\bnight of\b|\bovernight\b", told) is None:
        return None
    return periods.shifted(before, 1)


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


def that_season(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "that autumn": of the year told before; a winter lies in two."""
    before, name = context.previous, plain(match["season"])
    if before is None or before.earliest.year != before.latest.year or name == "winter":
        return None
    return periods.season(name, before.earliest.year)


def day_of_month(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "on the 30th": of the month told before."""
    before = context.previous
    if before is None or (before.earliest.year, before.earliest.month) != (before.latest.year, before.latest.month):
        return None
    return periods.day(before.earliest.replace(day=int(match["day"])))


def following(name: str, pattern: str, resolve: Resolver) -> Rule:
    """Return a rule for words that hang on the time told before."""
    return Rule(name, words(pattern), resolve, basis=Basis.PREVIOUS)


STEP = "(?P<unit>day|morning|afternoon|evening|night|week|month|year)"
SPAN_END = r"(?= ?[,.;:)]|$| (?:his|her|their|its) \w+)"
"""Not "the day after the vote": that hangs on the vote."""

FREED = "(?:(?:released|freed|bailed)(?: on bail)?(?: without charge)?|let (?:go|him go|her go|them go))"
"""What ends a time in custody, which is counted from the arrest told before: "was released *after 36 hours*"."""

FOLLOWING = (
    following("same", f"(?:(?:earlier|later|late|early) )?(?:the (?:very )?same|that(?: same| very)?) {STEP}", same),
    following("next", f"(?:early |late )?(?:the )?(?:next|following) {STEP}", step(1)),
    following("next", f"the (?P<unit>day) after{SPAN_END}", step(1)),
    following("previous", f"(?:early |late )?the previous {STEP}", step(-1)),
    following("previous", f"the (?P<unit>day) before{SPAN_END}", step(-1)),
    following("later", f"{COUNT} {UNITS} (?:later|afterwards?|after (?:that|this)(?= ?[,.;:)]|$))", distance(1)),
    following("later", "(?P<about>)(?P<count>)(?P<unit>day|week|month|year)s later", distance(1)),
    following("earlier", f"{COUNT} {UNITS} (?:earlier|previously|prior|before(?= ?[,.;:)]|$))", distance(-1)),
    following("hours", f"{COUNT} (?:hours?|minutes?) (?:later|earlier|before|after|afterwards?)", within_the_day),
    following("hours", "(?:hours|minutes|moments) (?:later|afterwards?)|within (?:hours|minutes)", within_the_day),
    following("freed after", f"{FREED} (?P<time>after {COUNT} (?P<unit>hour|day)s?)", from_a_day),
    following("morning", "in the morning(?! (?:of|on))", morning_after),
    following("next weekday", f"the (?P<which>following|next|previous) (?P<weekday>{WEEKDAY})", next_weekday),
    following("that season", f"that (?P<season>{SEASON})", that_season),
    following("day of month", r"on (?P<time>the (?P<day>[12]?\d|3[01])(?:st|nd|rd|th))(?= ?[,.;:)]|$)", day_of_month),
    following("next month", f"(?:the (?P<which>following|next|previous)|that) (?P<month>{MONTH})", next_month),
)
"""Rules against the time told before."""
