"""Tells the date of a dateline or a byline from the date of an event.

"New York, October 26, 2020 – Authorities should drop…" and a line that holds nothing but the date say when the report
was written. "October 24, 2020 – Police detain two reporters" under a chronology says when something happened.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from graphbuild.model import Time

AFTER_PLACE = re.compile(r"[^\S\n]?\)?,?[^\S\n]?(?:\([^()\n]{1,40}\)[^\S\n]?)?(?:[–—―-]{1,2})(?=\s)")
CLOCK = r"(?:at )?\d{1,2}[:.]\d\d(?: ?[apAP]\.?[mM]\.?)?(?: ?[A-Z]{2,4})?"
END_OF_LINE = re.compile(rf"[^\S\n]*[)|,.]?[^\S\n]*(?:{CLOCK})?[^\S\n]*(?:\n|$)")
LABEL = re.compile(r"(?:published|posted|updated|last updated|date|issued)(?: on)?:?", re.IGNORECASE)
SIGNED = re.compile(r"\(@\w+\)[\s,–—-]*$")
"""The account that signs a post set into a report, after which stands the day of the post."""
LONGEST_PLACE = 60
NEAR = timedelta(days=7)


def is_dateline(text: str, start: int, end: int, time: Time | None, anchor: date | None) -> bool:
    """Return whether the day at these offsets is the report's own date.

    >>> line = "New York, October 26, 2020 – Police should"
    >>> is_dateline(line, 10, 26, Time("2020-10-26", date(2020, 10, 26), date(2020, 10, 26)), None)
    True
    """
    if time is None or time.earliest != time.latest or "/" in time.edtf:
        return False
    if SIGNED.search(text, max(0, start - LONGEST_PLACE), start):
        return True
    if anchor is not None and abs(time.earliest - anchor) > NEAR:
        return False
    before = text[text.rfind("\n", 0, start) + 1 : start].strip()
    if len(before) > LONGEST_PLACE:
        return False
    labelled = not before or LABEL.fullmatch(before) is not None
    if END_OF_LINE.match(text, end):
        return labelled or (time.earliest == anchor and names_only(before))
    return bool(before) and names_only(before) and AFTER_PLACE.match(text, end) is not None


def names_only(words: str) -> bool:
    """Return whether every word begins with a capital: a place, a heading."""
    return all(word[0].isupper() for word in re.findall(r"\w+", words))
