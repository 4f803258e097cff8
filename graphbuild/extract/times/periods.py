"""Makes `Time`s: a day, a month, a week, a season, as EDTF with the dates that bound the start.

"Last week police detained two reporters": published on Wednesday, 21 October 2020, that is one day of the calendar week
before. No day is known, so the EDTF is a set, `[2020-10-12..2020-10-18]`, bounded by the Monday and the Sunday. The
forms are those of the Extended Date/Time Format, ISO 8601-2:2019: `2020-10-24`, `2020-10`, `2020`, `199X`, one of a set
`[a..b]`, an interval `a/b`. An interval's bounds are those of its start.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from graphbuild.model import Time

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
"""First and last month of the northern seasons; winter crosses the year."""


PARTS = {
    "start": (0.0, 0.24),
    "early": (0.0, 0.4),
    "mid": (0.25, 0.75),
    "late": (0.6, 1.0),
    "end": (0.76, 1.0),
    "first half": (0.0, 0.49),
    "second half": (0.51, 1.0),
}
"""Where a part of a month or year begins and ends; "early" and "late" are wider than "beginning" and "end"."""


def day(when: date) -> Time:
    """Return one day.

    >>> day(date(2020, 10, 24)).edtf
    '2020-10-24'
    """
    return Time(when.isoformat(), when, when)


def month(year: int, number: int) -> Time:
    """Return one month.

    >>> month(2020, 2).latest
    datetime.date(2020, 2, 29)
    """
    first = date(year, number, 1)
    return Time(first.isoformat()[:7], first, month_end(first))


def year(number: int) -> Time:
    """Return one year."""
    first = date(number, 1, 1)
    return Time(first.isoformat()[:4], first, date(number, 12, 31))


def decade(number: int) -> Time:
    """Return ten years, from the year that they are named by.

    >>> decade(1990).edtf
    '199X'
    """
    first = date(number, 1, 1)
    return Time(f"{first.isoformat()[:3]}X", first, date(number + 9, 12, 31))


def one_of(first: date, last: date) -> Time:
    """Return one unknown day between two, both included; a whole month or year keeps its plain form.

    >>> one_of(date(2020, 10, 12), date(2020, 10, 18)).edtf
    '[2020-10-12..2020-10-18]'
    >>> one_of(date(2020, 1, 1), date(2020, 6, 30)).edtf
    '[2020-01..2020-06]'
    """
    if first == last:
        return day(first)
    if first.day != 1 or last != month_end(last):
        return Time(f"[{first.isoformat()}..{last.isoformat()}]", first, last)
    months = first.isoformat()[:7], last.isoformat()[:7]
    if months[0] == months[1]:
        return month(first.year, first.month)
    if first.month != 1 or last.month != 12:
        return Time(f"[{months[0]}..{months[1]}]", first, last)
    if first.year == last.year:
        return year(first.year)
    return Time(f"[{first.isoformat()[:4]}..{last.isoformat()[:4]}]", first, last)


def either(one: date, other: date) -> Time:
    """Return one of two days, where the text does not say which.

    >>> either(date(2021, 4, 3), date(2021, 3, 4)).edtf
    '[2021-03-04,2021-04-03]'
    """
    first, last = sorted((one, other))
    return day(first) if first == last else Time(f"[{first.isoformat()},{last.isoformat()}]", first, last)


def interval(start: Time, end: Time) -> Time:
    """Return the time from one start to an end; what bounds the start bounds the interval.

    >>> interval(month(2020, 1), month(2020, 3)).edtf
    '2020-01/2020-03'
    """
    if start == end or end.latest < start.earliest or not (is_plain(start) and is_plain(end)):
        return start
    return Time(f"{start.edtf}/{end.edtf}", start.earliest, start.latest)


def both(start: date, other: date) -> Time:
    """Return two days of which both are meant; the first is the start.

    >>> both(date(2020, 5, 3), date(2020, 5, 10)).edtf
    '{2020-05-03,2020-05-10}'
    """
    first, last = sorted((start, other))
    return day(first) if first == last else Time(f"{{{first.isoformat()},{last.isoformat()}}}", first, first)


def week(when: date) -> Time:
    """Return one day of the calendar week, Monday to Sunday, that holds a day."""
    monday = when - timedelta(days=when.weekday())
    return one_of(monday, monday + timedelta(days=6))


def weekend(when: date) -> Time:
    """Return one day of the latest weekend that began on or before a day."""
    saturday = when - timedelta(days=(when.weekday() - 5) % 7)
    return one_of(saturday, saturday + timedelta(days=1))


def season(name: str, of_year: int) -> Time:
    """Return a northern season's months; a winter is named by the year that it begins in.

    >>> season("winter", 2020).edtf
    '[2020-12..2021-02]'
    """
    if name == "winter":
        return one_of(date(of_year, 12, 1), month_end(date(of_year + 1, 2, 1)))
    first, last = SEASONS[name]
    return one_of(date(of_year, first, 1), month_end(date(of_year, last, 1)))


def part(of: Time, which: str) -> Time:
    """Return the early, middle or late part of a month, a year or a longer time, a little more than a third of it.

    The parts overlap on purpose: "early March" and "mid-March" have no sharp edge, and a bound must not be wrong.

    >>> part(month(2020, 3), "early").edtf, part(year(2020), "late").edtf
    ('[2020-03-01..2020-03-13]', '[2020-08..2020-12]')
    """
    length = (of.latest - of.earliest).days
    low, high = PARTS[which]
    first = of.earliest + timedelta(days=int(length * low))
    last = of.earliest + timedelta(days=round(length * high))
    if length > 732:
        return one_of(first.replace(month=1, day=1), last.replace(month=12, day=31))
    if length > 35:
        return one_of(first.replace(day=1), month_end(last))
    return one_of(first, last)


def shifted(when: Time, days: int) -> Time:
    """Return a time moved by days, as precise as before."""
    return one_of(when.earliest + timedelta(days=days), when.latest + timedelta(days=days))


def months_from(when: date, months: int) -> Time:
    """Return the month that lies a number of months after the one that holds a day (before it, if negative)."""
    count = when.year * 12 + when.month - 1 + months
    return month(count // 12, count % 12 + 1)


def month_end(when: date) -> date:
    """Return the last day of the month that holds a day."""
    return when.replace(day=monthrange(when.year, when.month)[1])


def is_plain(when: Time) -> bool:
    """Return whether a time's EDTF may stand in an interval: a day, a month, a year."""
    return not set("[{/X") & set(when.edtf)
