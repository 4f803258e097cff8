"""Reads calendar dates as reports write them: "March 8, 2021", "8 Mar. 2021", "2021-03-08T09:30:00Z".

Only days are read: a month or a year alone is no date of publication. "08/03/2021" has two readings and gets none.
"""

from __future__ import annotations

import re
from datetime import date, datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
WORDS = (
    rf"(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
    rf"|(?P<day>\d{{1,2}})\.(?P<number>\d{{1,2}})\.(?P<dotted>\d{{4}})"
    rf"|(?P<month1>{MONTH})\s+(?P<day1>{DAY})(?:,?\s+(?P<year1>\d{{4}}))?"
    rf"|(?P<day2>{DAY})\s+(?:of\s+)?(?P<month2>{MONTH})(?:,?\s+(?P<year2>\d{{4}}))?)"
)
ZONE = r"(?:\(?[a-z]{2,5}(?:[+-]\d{1,2})?\)?|[+-]\d{2}:?\d{2})"
TIME = rf"(?:[\s,]+(?:at\s+)?\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?\s*(?:[ap]\.?m\.?)?\s*{ZONE}?)?"
WHOLE = re.compile(rf"(?:{WEEKDAY},?\s+)?{WORDS}{TIME}", re.IGNORECASE)
LAST = re.compile(rf"(?<!\w)(?:{WEEKDAY},?\s+)?{WORDS}$", re.IGNORECASE)
LABEL = re.compile(
    r"(?:(?:first\s+)?published|publication\s+date|date(?:\s+of\s+publication)?|posted|issued)\s*(?:on\b|at\b|:)?\s*:?\s*",
    re.IGNORECASE,
)


def parse_iso(value: str) -> date:
    """Return the day of an ISO date or datetime, as written, whatever its offset. Raises ValueError.

    >>> parse_iso("2021-03-08T23:30:00+06:00")
    datetime.date(2021, 3, 8)
    """
    value = value.strip()
    return date.fromisoformat(value) if len(value) <= len("2021-03-08") else datetime.fromisoformat(value).date()


def parse_date(text: str) -> date | None:
    """Return the day that a text is, if it is nothing but one, with or without a weekday and a time.

    >>> parse_date("Monday, March 8, 2021 12:29 PM EST")
    datetime.date(2021, 3, 8)
    >>> parse_date("March 2021")
    """
    found = WHOLE.fullmatch(text.strip())
    if found:
        return _date(found)
    try:
        return parse_iso(text)
    except ValueError:
        return None


def parse_date_line(line: str) -> date | None:
    """Return the day of a line that says when a report was published.

    >>> parse_date_line("Published: 2021-03-08")
    datetime.date(2021, 3, 8)
    """
    label = LABEL.match(line)
    return parse_date(line[label.end() :] if label else line)


def split_last_date(text: str) -> tuple[str, date | None] | None:
    """Return what stands before the date that a text ends in, and the date: None where it has no year or is no day.

    >>> split_last_date("Washington, D.C., July 25, 2019")
    ('Washington, D.C., ', datetime.date(2019, 7, 25))
    >>> split_last_date("CAIRO, Nov 25")
    ('CAIRO, ', None)
    """
    found = LAST.search(text)
    return (text[: found.start()], _date(found)) if found else None


def _date(found: re.Match[str]) -> date | None:
    """Return the day of a match of WORDS; None without a year or for a day that never was."""
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        if found["dotted"]:
            return date(int(found["dotted"]), int(found["number"]), int(found["day"]))
        year, month = found["year1"] or found["year2"], found["month1"] or found["month2"]
        day = re.sub(r"\D", "", found["day1"] or found["day2"])
        return date(int(year), MONTHS.index(month[:3].lower()) + 1, int(day)) if year else None
    except ValueError:
        return None
