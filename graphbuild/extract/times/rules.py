"""The words that the rules for dates are written in.

A rule for "in the early hours of March 2" is a pattern made of named pieces (`MONTH`, `DAY`, `NUMBER`…), in which a
space stands for any white space but a blank line, and a function that turns the match into a `Time`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graphbuild.extract.times.stated import MONTHS, WEEKDAYS
from graphbuild.model import Time


class TimeKind(StrEnum):
    """How an expression relates to the time that it names."""

    POINT = "point"
    RANGE = "range"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    DURATION = "duration"
    AGE = "age"
    MODIFIER = "modifier"
    """of a noun: "the 2018 law", "her 2019 conviction"; the date of an event only where that noun is the event"""


class Basis(StrEnum):
    """What an expression must be resolved against."""

    NONE = ""
    ANCHOR = "anchor"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around an expression: the date of publication and the times before it in the text."""

    anchor: date | None = None
    previous: Time | None = None
    """the nearest resolved time before"""
    narrated: Time | None = None
    """a day with its year in a sentence shortly before, where the text looks back over years"""


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of date expression. A rule without a kind takes its words away from the other rules."""

    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Context], Time | None]
    kind: TimeKind | None = TimeKind.POINT
    basis: Basis = Basis.NONE


def plain(text: str | None) -> str:
    """Return a wording in lower case with single spaces; nothing is empty."""
    return " ".join((text or "").lower().split())


SPACE = r"(?:[^\S\n]+(?:\n[^\S\n]*)?|\n[^\S\n]*)"


def words(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of whole words in any case; a space is any white space but a blank line."""
    return re.compile(rf"(?i)(?<!\w)(?:{pattern})(?!\w)".replace(" ", SPACE))


def cased(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of whole words as written: "May" is a month, "may" is none."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)".replace(" ", SPACE))


MONTH_NAME = "(?:" + "|".join(form for name in MONTHS for form in (name, name.upper())) + ")"
MONTH = rf"(?-i:{MONTH_NAME}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
WEEKDAY = "(?-i:" + "|".join(form for name in WEEKDAYS for form in (name, name.upper())) + ")"
SHORT_WEEKDAY = r"(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?"
DAY = r"(?<![\d.,:$€£])(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
YEAR = r"(?<![\d.,:$€£-])(?:19|20)\d\d(?![\d%]|[.,:]\d)"
OLD_YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|[.,:]\d)"
"""A year after a month may lie further back than a bare number can be trusted to be a year."""
SEASON = "(?:spring|summer|autumn|fall|winter)"
PART_OF_DAY = "(?:(?:early |late |mid-?)?(?:morning|afternoon|evening|night))"
HOURS_OF = (
    r"(?:(?:(?:the )?(?:(?:early|late|small) )?(?:morning|afternoon|evening|night|nights)|"
    r"(?:the )?(?:early|late|small) hours|the hours) (?:of|on) (?:the )?)?"
)
UNIT = "(?:minute|hour|day|week|month|year)"
ONES = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {name: count for count, name in enumerate(ONES, start=1)} | {"an": 1, "one": 1, "eighteen": 18, "twenty": 20}
NUMBER = r"(?:(?<![\d.,])\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
VAGUE = "(?:a few|few|several|a couple of|couple of|some|many|a number of)"
ABOUT = "(?:more than|over|just over|nearly|almost|less than|under|about|around|some|approximately|roughly|at least)"
TO = r"(?:to|through|until|till|up to|[-–—‑])"
