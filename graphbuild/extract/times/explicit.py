"""Rules for dates that state a day, a month or a year.

"Between June 27 and July 1, police detained seven employees", "since 24 October 2020", "03/04/2021": two days are one
interval that starts on the first; a numeric date is read day first or month first only where something shows which.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from graphbuild.extract.times import periods
from graphbuild.extract.times.rules import (
    DAY,
    HOURS_OF,
    MONTH,
    MONTH_NAME,
    OLD_YEAR,
    PART_OF_DAY,
    SHORT_WEEKDAY,
    TO,
    WEEKDAY,
    YEAR,
    Basis,
    Context,
    Rule,
    TimeKind,
    cased,
    plain,
)
from graphbuild.extract.times.stated import Stated, complete, read
from graphbuild.model import Time

NAMED_DAY = rf"(?:(?:[Ee]arly |[Ll]ate )?(?:{WEEKDAY}(?:,? {PART_OF_DAY})?|{SHORT_WEEKDAY}),? \(?(?:the )?)?"
OF_YEAR = r",? (?:of )?(?P<which>this|last|that|the same|the following|the previous|the next) year"
MONTH_DAY = f"{MONTH} {DAY}"
DAY_MONTH = f"(?:the )?{DAY} (?:of )?{MONTH}"
FULL = rf"{HOURS_OF}{NAMED_DAY}(?:[Ll]ast )?(?:{MONTH_DAY},? {OLD_YEAR}|{DAY_MONTH},? {OLD_YEAR})"
NO_YEAR = rf"{HOURS_OF}{NAMED_DAY}(?:[Ll]ast )?(?:(?<!\b[Ii]n\x20){MONTH_DAY}|{DAY_MONTH})"
MONTH_YEAR = rf"{MONTH},? (?:of )?{OLD_YEAR}"
ANY = rf"(?:{FULL}|{NO_YEAR}|{MONTH_YEAR}|{MONTH}|{YEAR}|{WEEKDAY})"


BACK = timedelta(days=62)
"""How far a narrative goes back before it rather goes on to the next year."""


def stated(match: re.Match[str], context: Context) -> Time | None:
    """Resolve a date by what it states; one that looks back follows the narrative: "… December 5, 2006. On January 10"."""
    what, told = read(match.group()), context.narrated
    if what.year is None and told is not None and what.month is not None:
        when = what.in_year(told.earliest.year)
        if when.earliest < told.earliest - BACK:
            when = what.in_year(told.earliest.year + 1)
        if context.anchor is None or when.earliest <= context.anchor:
            return when
    return complete(what, context.anchor)


def of_named_year(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "March of that year", "on 3 May last year"."""
    year = named_year(match, context)
    return None if year is None else read(match.group()).in_year(year)


def named_year(match: re.Match[str], context: Context) -> int | None:
    """Return the year of "that year", "last year"."""
    which = plain(match["which"])
    step = {"last": -1, "the previous": -1, "the following": 1, "the next": 1}.get(which, 0)
    if which in ("this", "last"):
        return None if context.anchor is None else context.anchor.year + step
    return None if context.previous is None else context.previous.earliest.year + step


def span(match: re.Match[str], context: Context) -> Time | None:
    """Resolve two dates as one interval."""
    return between(read(match["first"]), read(match["second"]), context.anchor)


def span_of_named_year(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "between April and November last year"."""
    year = named_year(match, context)
    if year is None:
        return None
    return between(read(match["first"]), replace(read(match["second"]), year=year), context.anchor)


def between(first: Stated, second: Stated, anchor: date | None) -> Time | None:
    """Return the interval of two stated dates, each of which may leave to the other what they share.

    >>> between(read("4"), read("6 January"), date(2021, 3, 1)).edtf
    '2021-01-04/2021-01-06'
    >>> between(read("December 30"), read("January 5, 2021"), None).edtf
    '2020-12-30/2021-01-05'
    """
    if second.month is None and second.day is not None:
        second = replace(second, month=first.month)
    if first.month is None and first.day is not None:
        first = replace(first, month=second.month)
    if second.year is not None:
        end = second.in_year(second.year)
        start = complete(first, end.latest)
        return start and periods.interval(start, end)
    start = complete(first, anchor)
    return start and periods.interval(start, first_from(second, start))


def first_from(stated: Stated, start: Time) -> Time:
    """Return the first such time on or after a start."""
    if stated.month is None and stated.weekday is not None:
        return periods.day(start.earliest + timedelta(days=(stated.weekday - start.earliest.weekday()) % 7))
    when = stated.in_year(start.earliest.year)
    return when if when.latest >= start.earliest else stated.in_year(start.earliest.year + 1)


def two_days(match: re.Match[str], context: Context) -> Time | None:
    """Resolve "May 3 and 10", "3 May and 10 June 2020": two days, not what lies between them."""
    first, second = read(match["first"]), read(match["second"])
    first = replace(first, month=first.month or second.month)
    second = replace(second, month=second.month or first.month)
    end = complete(second, context.anchor)
    start = end and complete(first, end.latest)
    return start and end and periods.both(start.earliest, end.earliest)


def year_span(match: re.Match[str], context: Context) -> Time:
    """Resolve "2014-2019" and "2014-15"."""
    first, second = match["first"], match["second"]
    return periods.interval(periods.year(int(first)), periods.year(int(first[: 4 - len(second)] + second)))


def iso_day(match: re.Match[str], context: Context) -> Time:
    """Resolve "2020-10-24" and "2020/10/24"."""
    return periods.day(date(int(match["y"]), int(match["m"]), int(match["d"])))


def numeric_day(match: re.Match[str], context: Context) -> Time:
    """Resolve "24.10.2020" and "24/10/2020": day first with points; with slashes one of both readings.

    The text's other numeric dates may settle it: see `orders`.
    """
    one, other, year = int(match["one"]), int(match["other"]), int(match["y"])
    readings = [(one, other)] if match["sep"] == "." and other <= 12 else sorted({(one, other), (other, one)})
    possible = [(day, month) for day, month in readings if month <= 12]
    known = orders(match.string) if match["sep"] != "." else set()
    if len(possible) > 1 and len(known) == 1:
        possible = [(one, other)] if known == {"day first"} else [(other, one)]
    days = [date(year, month, day) for day, month in possible]
    if not days:
        raise ValueError(f"no such day: {match.group()}")
    return periods.either(days[0], days[-1])


def orders(text: str) -> set[str]:
    """Return which order the unambiguous numeric dates of a text follow.

    >>> sorted(orders("on 24/10/2020 and 03/04/2021"))
    ['day first']
    """
    pairs = ((int(m["one"]), int(m["other"])) for m in NUMERIC.finditer(text) if m["sep"] != ".")
    return {"day first" if one > 12 else "month first" for one, other in pairs if (one > 12) != (other > 12)}


ISO = re.compile(r"(?<![\d/-])(?P<y>(?:19|20)\d\d)(?P<s>[-/])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>\d{1,2})(?![\d/-])")
NUMERIC = re.compile(
    r"(?<![\d./-])(?P<one>0?[1-9]|[12]\d|3[01])(?P<sep>[./-])(?P<other>0?[1-9]|[12]\d|3[01])(?P=sep)"
    r"(?P<y>(?:19|20)\d\d)(?![\d/-]|\.\d)"
)
BEFORE_MONTH = "(?:in|for|since|until|till|during|throughout|around|late|back in|as of|by|from|of|after|before)"
BEFORE_YEAR = f"{BEFORE_MONTH}|into|to|through|between|as early as|as late as|as recently as|circa"
MONTHS_AFTER = "(?:[Ii]n|[Dd]uring|[Tt]hroughout|[Ss]ince) "
OF_NOUN = "(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) "
AFTER_YEAR = r"(?:(?<=\d{4},\x20)|(?<=\d{4}\x20and\x20)|(?<=\d{4},\x20and\x20)|(?<=\d{4}\x20or\x20))"
NO_NAME_AFTER = r"(?! [A-Z][a-z]|['’]s [A-Z])"

OPENING = "(?:[Ff]rom|[Bb]etween) "


def range_of(first: str, second: str, opening: str = "") -> Rule:
    """Return a rule for two dates with "to" between them, or after "from" or "between"."""
    link = f" ?(?:{TO}|and) ?" if opening else f" ?{TO} ?"
    return Rule("range", cased(opening + first + link + second), span, TimeKind.RANGE, Basis.ANCHOR)


def pair_of(first: str, second: str) -> Rule:
    """Return a rule for two days with "and" between them."""
    return Rule("two days", cased(f"{first} and {second}"), two_days, basis=Basis.ANCHOR)


EXPLICIT = (
    Rule("iso", ISO, iso_day),
    Rule("numeric", NUMERIC, numeric_day),
    range_of(f"(?P<first>{ANY})", f"(?P<second>{ANY})", opening=OPENING),
    range_of(f"(?P<first>{MONTH_DAY})", f"(?P<second>{DAY}(?:,? {YEAR})?)", opening=OPENING),
    range_of(f"(?P<first>{DAY})", f"(?P<second>{DAY_MONTH}(?:,? {YEAR})?)", opening=OPENING),
    range_of(f"(?P<first>{FULL}|{NO_YEAR}|{MONTH_YEAR})", f"(?P<second>{FULL}|{NO_YEAR}|{MONTH_YEAR})"),
    range_of(f"(?P<first>{HOURS_OF}{MONTH_DAY})", f"(?P<second>{DAY}(?:,? {YEAR})?)"),
    range_of(f"{HOURS_OF}(?P<first>{DAY})", f"(?P<second>{DAY_MONTH}(?:,? {YEAR})?)"),
    range_of(f"(?P<first>{MONTH})", f"(?P<second>{MONTH_YEAR})"),
    Rule(
        "range of a year",
        cased(f"(?:{OPENING})?(?P<first>{MONTH}|{NO_YEAR}) ?(?:{TO}|and) ?(?P<second>{MONTH}|{NO_YEAR}){OF_YEAR}"),
        span_of_named_year,
        TimeKind.RANGE,
        Basis.PREVIOUS,
    ),
    Rule(
        "range",
        cased(f"{MONTHS_AFTER}(?P<time>(?P<first>{MONTH}) and (?P<second>{MONTH}(?:,? {OLD_YEAR})?))"),
        span,
        TimeKind.RANGE,
        Basis.ANCHOR,
    ),
    pair_of(f"(?P<first>{MONTH_DAY})", rf"(?P<second>{DAY}(?:,? {YEAR}|(?=[,;:.)]|$)))"),
    pair_of(f"(?P<first>{DAY})", f"(?P<second>{DAY} {MONTH}(?:,? {YEAR})?)"),
    pair_of(f"(?P<first>{NO_YEAR})", f"(?:on )?(?P<second>{FULL})"),
    Rule("years", cased(rf"(?P<first>{YEAR})[-–—/](?P<second>(?:20|19)?\d\d)(?![-\d/])"), year_span, TimeKind.RANGE),
    Rule("day with year", cased(FULL), stated),
    Rule("day", cased(NO_YEAR), stated, basis=Basis.ANCHOR),
    Rule("month with year", cased(MONTH_YEAR), stated),
    Rule("date of a year", cased(rf"(?:{NO_YEAR}|{MONTH}){OF_YEAR}"), of_named_year, basis=Basis.PREVIOUS),
    Rule("month", cased(rf"(?P<time>{MONTH_NAME})(?=['’]s [a-z])"), stated, TimeKind.MODIFIER, Basis.ANCHOR),
    Rule("month", cased(f"{OF_NOUN}(?P<time>{MONTH_NAME})(?= [a-z])"), stated, TimeKind.MODIFIER, Basis.ANCHOR),
    Rule("month", cased(f"{MONTHS_AFTER}(?P<time>{MONTH})"), stated, basis=Basis.ANCHOR),
    Rule("month", cased(rf"{BEFORE_MONTH} (?P<time>{MONTH_NAME}){NO_NAME_AFTER}"), stated, basis=Basis.ANCHOR),
    Rule("year", cased(rf"(?i:{BEFORE_YEAR}) (?:the year (?:of )?)?(?P<time>{YEAR})"), stated),
    Rule("year", cased(rf"{AFTER_YEAR}(?P<time>{YEAR})"), stated),
    Rule("year", re.compile(rf"(?m)^[^\S\n]*(?P<time>{YEAR})[^\S\n]*$"), stated),
    Rule("year of something", cased(YEAR), stated, TimeKind.MODIFIER),
)
"""The longest match from the left wins; of equals, the rule that stands first."""
