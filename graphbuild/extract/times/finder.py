"""Finds the date expressions of a text and resolves each.

"She was detained on May 9, 2022, and sentenced the next day to 28 days" holds two times, May 9 and 10, and a length.
All rules are tried everywhere; from the left, the longest match is taken, and what it covers is closed to the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from graphbuild.extract.times.datelines import is_dateline
from graphbuild.extract.times.explicit import EXPLICIT
from graphbuild.extract.times.following import FOLLOWING
from graphbuild.extract.times.guards import GUARDS
from graphbuild.extract.times.parts import PARTS_OF_YEARS
from graphbuild.extract.times.relative import RELATIVE
from graphbuild.extract.times.rules import Basis, Context, Rule, TimeKind
from graphbuild.model import Time

RULES: tuple[Rule, ...] = (*GUARDS, *EXPLICIT, *RELATIVE, *PARTS_OF_YEARS, *FOLLOWING)

BEFORE = (
    (TimeKind.SINCE, re.compile(r"\b(?:since|starting|beginning|dating)(?: at least| back to| on| in)?\s$", re.I)),
    (TimeKind.UNTIL, re.compile(r"\b(?:until|till|through|up to)\s$", re.I)),
    (TimeKind.BEFORE, re.compile(r"\b(?:before|prior to|ahead of|by|no later than)\s$", re.I)),
    (TimeKind.AFTER, re.compile(r"\bafter\s$", re.I)),
)
"""The word before an expression that says how it relates to its time; the first that fits."""
DATED = ("iso", "numeric", "day with year", "day")
"""Rules whose dates may be a dateline's."""
DETERMINER = re.compile(r"\b(?:the|an?|his|her|their|its|our|my|this|that|any|no|\w+['’]s)\s$", re.I)
NOUN_AFTER = re.compile(r"\s[a-z]|\s[A-Z]\w+")
SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s|\n")
NARRATIVE_REACH = 1500
"""Characters within which a day without a year follows the year of a day before it."""
LOOKING_BACK = timedelta(days=365)
"""How long before publication a told day must lie for its text to be looking back."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One date expression of a text, with what it means."""

    start: int
    end: int
    text: str
    time: Time | None
    """None where the text does not say, or nothing to resolve against is known"""
    rule: str
    kind: TimeKind
    basis: Basis = Basis.NONE


PUBLISHED = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!had )\b"
    r"(?:published|broadcast|aired|posted|uploaded|printed|dated)(?: \w+)? (?:on |in )?$"
)
"""What comes before the day of a report or post, from which no narrative goes on: "an article *published on* May 1"."""
NEAR = 40
"""Characters before a date in which it is looked for."""


def find_times(text: str, anchor: date | None) -> list[TimeExpression]:
    """Return the date expressions of a text in order; offsets are code points, end exclusive.

    Relative ones are resolved against `anchor`, the date of publication, and have no time without it.

    >>> for found in find_times("Detained on Monday, she was freed the next day.", date(2020, 10, 28)):
    ...     print(found.text, found.time.edtf, found.rule)
    Monday 2020-10-26 weekday
    the next day 2020-10-27 next
    """
    reader = _Reader(text, anchor)
    for rule, match in candidates(text):
        reader.read(rule, match)
    return reader.found


def candidates(text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Yield matches of the rules from the left, the longest first, none overlapping one before."""
    matches = [(rule, match) for rule in RULES for match in rule.pattern.finditer(text)]
    matches.sort(key=lambda pair: (extent(pair[1])[0], -extent(pair[1])[1]))
    end = 0
    for rule, match in matches:
        if extent(match)[0] >= end:
            end = extent(match)[1]
            yield rule, match


def extent(match: re.Match[str]) -> tuple[int, int]:
    """Return where the time itself stands in a match: its group `time`, or all of it."""
    return match.span("time") if "time" in match.re.groupindex else match.span()


@dataclass(slots=True)
class _Reader:
    """Reads expressions in order and remembers what later ones hang on."""

    text: str
    anchor: date | None
    found: list[TimeExpression] = field(default_factory=list)
    previous: Time | None = None
    told: TimeExpression | None = None
    """the nearest day before that has its own year, or follows one that has"""
    reports_news: bool = False
    """whether a time before hangs on the day of publication"""

    def read(self, rule: Rule, match: re.Match[str]) -> None:
        """Resolve one match and remember it."""
        if rule.kind is None:
            return
        start, end = extent(match)
        narrated = self.narrated(start) if rule.name == "day" else None
        time = self.resolved(rule, match, Context(self.anchor, self.previous, narrated))
        expression = TimeExpression(start, end, self.text[start:end], time, rule.name, rule.kind, rule.basis)
        if rule.name in DATED and is_dateline(self.text, start, end, time, self.anchor):
            self.found.append(replace(expression, rule="dateline"))
            return
        expression = replace(expression, kind=self.kind(expression))
        self.found.append(expression)
        self.remember(expression, follows=narrated is not None)

    def resolved(self, rule: Rule, match: re.Match[str], context: Context) -> Time | None:
        """Return what a match means; None for a day that the calendar does not have."""
        try:
            return rule.resolve(match, context)
        except (ValueError, OverflowError):
            return None

    def narrated(self, start: int) -> Time | None:
        """Return the told day whose year a day without one follows.

        Only in another sentence, and where the text has no date of publication or looks back over a year from it and has
        not named a day of its own time yet: "arrested on June 18, 2006. On August 25, she was sentenced", told in 2019.
        """
        if self.told is None or self.told.time is None or self.reports_news:
            return None
        gap = self.text[self.told.end : start]
        if SENTENCE_END.search(gap) is None:
            return None
        if self.anchor is None:
            return self.told.time
        near = len(gap) <= NARRATIVE_REACH and self.anchor - self.told.time.latest > LOOKING_BACK
        return self.told.time if near else None

    def kind(self, expression: TimeExpression) -> TimeKind:
        """Return the kind of an expression as the words around it have it."""
        if expression.kind is not TimeKind.POINT or expression.basis is Basis.PREVIOUS:
            return expression.kind
        before = self.text[max(expression.start - 24, 0) : expression.start]
        for kind, word in BEFORE:
            if word.search(before):
                return kind
        modifies = DETERMINER.search(before) and NOUN_AFTER.match(self.text, expression.end)
        return TimeKind.MODIFIER if modifies else TimeKind.POINT

    def remember(self, expression: TimeExpression, follows: bool) -> None:
        """Keep what later expressions may hang on."""
        time = expression.time
        if time is None or expression.kind not in (TimeKind.POINT, TimeKind.RANGE):
            return
        if PUBLISHED.search(self.text, max(0, expression.start - NEAR), expression.start):
            return
        self.previous = time
        if expression.rule == "day with year" or follows:
            self.told = expression
        elif expression.basis is Basis.ANCHOR and time.earliest == time.latest:
            self.reports_news = True
