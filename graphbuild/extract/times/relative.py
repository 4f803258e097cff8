"""Rules for days and calendar units that hang on the day of publication: "yesterday", "late Thursday", "last week".

None of them resolves without that day; no clock is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from graphbuild.extract.times import periods
from graphbuild.extract.times.rules import (
    ABOUT,
    HOURS_OF,
    NUMBER,
    NUMBERS,
    PART_OF_DAY,
    UNIT,
    VAGUE,
    WEEKDAY,
    Basis,
    Context,
    Rule,
    TimeKind,
    plain,
    words,
)
from graphbuild.extract.times.stated import latest_weekday, read
from graphbuild.model import Time

Resolver = Callable[[re.Match[str], Context], Time | None]
RECENT = timedelta(days=90)
"""What "recently" reaches back to, at least."""
ALMOST = frozenset({"nearly", "almost"})
"""Words for a little less: of a number of years they leave out three months at most."""
STEPS = {"last": -1, "past": -1, "this": 0, "the current": 0, "next": 1, "the coming": 1, "coming": 1, "upcoming": 1}


def day_at(days: int) -> Resolver:
    """Return a resolver for the day that lies a number of days after the anchor."""

    def resolve(match: re.Match[str], context: Context) -> Time | None:
        return None if context.anchor is None else periods.day(context.anchor + timedelta(days=days))

    return resolve


def overnight(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "overnight": the anchor's day or the day before."""
    return None if context.anchor is None else periods.one_of(context.anchor - timedelta(days=1), context.anchor)


def weekday(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "Monday" (on or before the anchor), "last Monday" (before it), "next Monday" (after it)."""
    number = read(match["weekday"]).weekday
    if context.anchor is None or number is None:
        return None
    which = plain(match["which"])
    if which == "this":
        return day_of_week(context.anchor, number)
    shift = {"": 0, "last": -1, "past": -1}.get(which, 7)
    return periods.day(latest_weekday(number, context.anchor + timedelta(days=shift)))


def weekday_of_week(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "Monday last week", "last week, on Monday", "Friday this week"."""
    number = read(match["weekday"]).weekday
    if context.anchor is None or number is None:
        return None
    return day_of_week(context.anchor + timedelta(days=7 * STEPS[plain(match["which"])]), number)


def day_of_week(when: date, weekday: int) -> Time:
    """Return the weekday of the calendar week that holds a day."""
    return periods.day(when + timedelta(days=weekday - when.weekday()))


def calendar_unit(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "last week", "this month", "next year", "earlier this week"."""
    if context.anchor is None:
        return None
    unit, step, where = plain(match["unit"]), STEPS[plain(match["which"])], plain(match["where"])
    if unit == "weekend":
        return periods.weekend(weekend_day(context.anchor, step))
    when = at(context.anchor, unit, step)
    if unit == "week" and where == "earlier":
        return periods.one_of(when.earliest, min(context.anchor, when.latest))
    if unit == "week" and where == "later":
        return periods.one_of(max(context.anchor, when.earliest), when.latest)
    return when


def weekend(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "over the weekend": the latest that began on or before the anchor."""
    return None if context.anchor is None else periods.weekend(context.anchor)


def weekend_day(anchor: date, step: int) -> date:
    """Return a day on or after the Saturday of the weekend before (-1), at or last before (0), after (1) the anchor."""
    if step == -1 and anchor.weekday() >= 5:
        return anchor - timedelta(days=7)
    return anchor + timedelta(days=7 * max(step, 0))


def at(when: date, unit: str, count: int) -> Time:
    """Return the day, calendar week, month or year that lies a number of units after a day (before, if negative)."""
    if unit in ("minute", "hour"):
        hours = count if unit == "hour" else 0
        return periods.one_of(when + timedelta(days=hours // 24), when + timedelta(days=-(-hours // 24)))
    if unit == "day":
        return periods.day(when + timedelta(days=count))
    if unit == "week":
        return periods.week(when + timedelta(days=7 * count))
    return periods.months_from(when, count) if unit == "month" else periods.year(when.year + count)


def amount(text: str | None, about: str | None) -> tuple[int, int]:
    """Return the least and the greatest number that a wording allows.

    >>> amount("three", None), amount("few", None), amount("two", "more than"), amount("10", "nearly")
    ((3, 3), (2, 9), (2, 3), (9, 10))
    """
    word, wording = plain(text), plain(about)
    if word == "the":
        return 1, 1  # "the day after the vote"
    if not (word in NUMBERS or word.isdecimal()):
        return 2, 9
    count = NUMBERS[word] if word in NUMBERS else int(word)
    if wording in ("more than", "over", "just over", "at least"):
        return count, count + 1
    if wording in ("nearly", "almost", "less than", "under"):
        return max(count - 1, 0), count
    return (max(count - 1, 0), count + 1) if wording else (count, count)


def moved(base: Time, match: re.Match[str], sign: int) -> Time:
    """Return a time moved by the match's amount of units, as precise as unit and wording allow."""
    low, high = amount(match["count"], match["about"])
    if plain(match["unit"]) == "year" and plain(match["about"]) in ALMOST:
        ends = [
            periods.months_from(when, sign * (12 * high - n)) for when in (base.earliest, base.latest) for n in (0, 3)
        ]
        years = [end.earliest.year for end in ends]
        return periods.one_of(date(min(years), 1, 1), date(max(years), 12, 31))
    ends = [at(when, plain(match["unit"]), sign * n) for when in (base.earliest, base.latest) for n in (low, high)]
    return periods.one_of(min(end.earliest for end in ends), max(end.latest for end in ends))


def ago(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "two days ago", "nearly three weeks ago", "days ago"."""
    return None if context.anchor is None else moved(periods.day(context.anchor), match, -1)


def within(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "over the past three months": some day from then up to the anchor."""
    if context.anchor is None:
        return None
    unit = plain(match["unit"])
    _, most = amount(match["count"] or "one", None)
    if unit == "week":
        return periods.one_of(context.anchor - timedelta(days=7 * most), context.anchor)
    if unit == "year":
        unit, most = "month", 12 * most
    return periods.one_of(at(context.anchor, unit, -most).earliest, context.anchor)


def recently(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "recently": the year of publication; early in a year the months before it as well."""
    if context.anchor is None:
        return None
    start = context.anchor - RECENT
    return periods.year(start.year) if start.year == context.anchor.year else periods.one_of(start, context.anchor)


def anchored(name: str, pattern: str, resolve: Resolver, kind: TimeKind | None = TimeKind.POINT) -> Rule:
    """Return a rule for words that hang on the day of publication."""
    return Rule(name, words(pattern), resolve, kind, Basis.ANCHOR)


TODAY = r"(?-i:today)|(?:(?<=[.!?“\"\n]\x20)|(?<=[\n“\"])|(?<![\s\S]))today"
"""With a capital only where a sentence begins: "Russia Today" is an outlet."""
PAPERS = "(?-i:Times|Telegraph|Mail|Mirror|Herald|Post|Express|Tribune|Observer|Leader|[Pp]rayers?)"
COUNT = rf"(?<!half\x20)(?:(?P<about>{ABOUT}) )?(?P<count>{NUMBER}|{VAGUE})"
UNITS = f"(?P<unit>{UNIT})s?"
SOME_UNITS = f"(?:(?P<count>{NUMBER}|{VAGUE}) )?{UNITS}(?! of)"
THE_WEEKDAY = (
    f"{HOURS_OF}(?:(?:early|late|earlier|later) (?:on )?)?(?P<weekday>{WEEKDAY})(?: {PART_OF_DAY}| lunchtime)?"
)
NOT_KEPT = "".join(
    rf"(?<!{verb}\x20)" for verb in ("held", "kept", "detained", "jailed", "spent", "stayed", "remained")
)
"""Who is held overnight is so for as long, whenever that was."""

RELATIVE = (
    anchored("today", f"{TODAY}|tonight|this (?:morning|afternoon|evening)", day_at(0)),
    anchored("yesterday", f"(?:early |late )?yesterday(?: {PART_OF_DAY})?|last (?:night|evening)", day_at(-1)),
    anchored("day before yesterday", "the day before yesterday", day_at(-2)),
    anchored("tomorrow", f"tomorrow(?: {PART_OF_DAY})?", day_at(1)),
    anchored(
        "overnight", rf"{NOT_KEPT}overnight(?= (?:on|in|at|by|and|when|while|after|before|to)(?!\w)|[.,;]|$)", overnight
    ),
    anchored("no day", f"(?:every|each|most|black|bloody|good) {WEEKDAY}|{WEEKDAY} {PAPERS}", day_at(0), None),
    anchored("weekday", f"(?:(?P<which>last|this|next|past|coming|upcoming) )?{THE_WEEKDAY}", weekday),
    anchored("weekday of a week", f"{THE_WEEKDAY},? (?:of )?(?P<which>last|this|next) week", weekday_of_week),
    anchored("weekday of a week", f"(?P<which>last|this|next) week,? on (?P<weekday>{WEEKDAY})", weekday_of_week),
    anchored(
        "calendar unit",
        "(?:(?P<where>earlier|later|late|early) )?"
        "(?P<which>last|this|next|the coming|the current) (?P<unit>week|weekend|month|year)",
        calendar_unit,
    ),
    anchored("weekend", r"(?:over|at|during|on) (?P<time>the weekend)", weekend),
    anchored("ago", f"{COUNT} {UNITS} ago", ago),
    anchored("ago", f"(?P<about>)(?P<count>){UNITS} ago", ago),
    anchored("past units", f"(?:in|over|during|within|throughout) (?P<time>the last {SOME_UNITS})", within),
    anchored("past units", f"the past {SOME_UNITS}", within),
    anchored(
        "recently", r"(?:most |more )?(?<!as\x20)recently|in (?:the )?recent (?:hours|days|weeks|months)", recently
    ),
    anchored(
        "recent", r"(?<=the\x20)(?:most )?recent(?! (?:hours|days|weeks|months|years))", recently, TimeKind.MODIFIER
    ),
)
"""Rules against the day of publication."""
