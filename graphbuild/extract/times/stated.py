"""Reads what a date expression states, and completes what it leaves out.

"on October 24" states a month and a day. Published on 26 October 2020, it is the latest such day on or before that:
2020-10-24. "on Thursday July 21" states a weekday too, and in a report of 2017 only 2016 fits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graphbuild.extract.times import periods
from graphbuild.model import Time

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT = {"sept": "sep", "tues": "tue", "thur": "thu", "thurs": "thu"}
"""Abbreviations longer than three letters."""
SPAN_OF_YEARS = 12
"""How far back a weekday may choose the year: a day of a month falls on each weekday within that."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The parts of a date that a text gives."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def in_year(self, year: int) -> Time:
        """Return this date in a year, as precise as stated; ValueError where the calendar has no such day."""
        if self.month is None:
            return periods.year(year)
        if self.day is None:
            return periods.month(year, self.month)
        return periods.day(date(year, self.month, self.day))


def numbered(names: tuple[str, ...]) -> dict[str, int]:
    """Return each name's place in its list, by the whole name and by its first three letters, in lower case."""
    return {form: place for place, name in enumerate(names) for form in (name.lower(), name[:3].lower())}


MONTH_NUMBERS = numbered(MONTHS)
WEEKDAY_NUMBERS = numbered(WEEKDAYS)


def read(text: str) -> Stated:
    """Read a date expression word by word: a month or weekday name, four digits, one or two digits.

    >>> read("Saturday, October 24th, 2020")
    Stated(year=2020, month=10, day=24, weekday=5)
    """
    stated = Stated()
    for number, word in re.findall(r"(\d+)|([A-Za-z]+)", text):
        name = SHORT.get(word.lower(), word.lower())
        if len(number) == 4:
            stated = replace(stated, year=int(number))
        elif number and stated.day is None:
            stated = replace(stated, day=int(number))
        elif name in MONTH_NUMBERS and stated.month is None:
            stated = replace(stated, month=MONTH_NUMBERS[name] + 1)
        elif name in WEEKDAY_NUMBERS and stated.weekday is None:
            stated = replace(stated, weekday=WEEKDAY_NUMBERS[name])
    return stated


def complete(stated: Stated, anchor: date | None) -> Time | None:
    """Return the time: of the stated year, else the latest such time on or before the anchor.

    ValueError where the calendar has no such day.

    >>> complete(read("October 24"), date(2020, 10, 26)).edtf
    '2020-10-24'
    >>> complete(read("November"), date(2020, 10, 26)).edtf
    '2019-11'
    >>> complete(read("Thursday July 21"), date(2017, 12, 31)).edtf
    '2016-07-21'
    """
    if stated.year is not None:
        return stated.in_year(stated.year)
    if anchor is None:
        return None
    if stated.month is not None:
        return latest_in_year(stated, anchor)
    if stated.weekday is not None:
        return periods.day(latest_weekday(stated.weekday, anchor))
    return None


def latest_in_year(stated: Stated, anchor: date) -> Time:
    """Return the latest such day or month that began on or before the anchor and falls on the stated weekday."""
    past: list[Time] = []
    for year in range(anchor.year, max(anchor.year - SPAN_OF_YEARS, 0), -1):
        try:
            when = stated.in_year(year)
        except ValueError:
            continue
        if when.earliest > anchor:
            continue
        if stated.weekday is None or when.earliest.weekday() == stated.weekday:
            return when
        past.append(when)
    if not past:
        raise ValueError(f"no such day on or before {anchor.isoformat()}: {stated}")
    return past[0]


def latest_weekday(weekday: int, anchor: date) -> date:
    """Return the latest such weekday on or before a day; Monday is 0.

    >>> latest_weekday(5, date(2020, 10, 26))
    datetime.date(2020, 10, 24)
    """
    return anchor - timedelta(days=(anchor.weekday() - weekday) % 7)
