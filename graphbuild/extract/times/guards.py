"""Rules for what looks like a date and is none: "10 days' detention", "34-year-old", "article 368", "2000 people"."""

from __future__ import annotations

import re

from graphbuild.extract.times.rules import ABOUT, NUMBER, UNIT, VAGUE, YEAR, Context, Rule, TimeKind, cased, words
from graphbuild.model import Time


def no_time(match: re.Match[str], context: Context) -> Time | None:
    """Resolve to nothing."""
    return None


def guard(name: str, pattern: re.Pattern[str], kind: TimeKind | None = None) -> Rule:
    """Return a rule for words that are no date; without a kind they are not even an expression."""
    return Rule(name, pattern, no_time, kind)


LINK = "(?:-| )"
LENGTH = rf"(?:{NUMBER}|{VAGUE}|\d+[.,]\d+|half an?)(?: and a half)?"
THINGS = (
    "(?:people|persons|journalists|reporters|protesters|demonstrators|activists|cases|websites|copies|members|police|"
    "officers|soldiers|words|users|followers|dollars|euros|rubles|roubles|tenge|manat|lira|pounds|hours|GMT|UTC|km|meters)"
)
NUMBERED = (
    r"(?:[Aa]rticles?|[Ss]ections?|[Cc]hapters?|[Pp]aragraphs?|[Pp]arts?|[Cc]lauses?|[Rr]esolutions?|[Dd]ecrees?|"
    r"[Cc]hannels?|[Kk]anal|TV|FM|[Rr]oom|[Ff]light|[Cc]ase|[Nn]o\.|[Nn]umbers?|№|Nr\.?)"
)

GUARDS = (
    guard("age", words(rf"(?:aged|age) \d{{1,3}}|{LENGTH}{LINK}(?:year|month|week|day)s?{LINK}olds?"), TimeKind.AGE),
    guard("length", words(rf"(?:{ABOUT} )?{LENGTH}{LINK}(?:{UNIT}|decade)s?(?:-long|['’])?"), TimeKind.DURATION),
    guard("length", words(rf"for (?P<time>the (?:past|last) (?:{LENGTH} )?{UNIT}s?)"), TimeKind.DURATION),
    guard("numbered", cased(rf"{NUMBERED} (?:[Nn]o\. ?|№ ?)?\d+(?:[.,/-]\d+)*")),
    guard("quantity", words(r"[$€£₽₸]\s?\d[\d,.]*|\d{1,3}(?:,\d{3})+")),
    guard("quantity", words(rf"{ABOUT} {YEAR}|{YEAR} {THINGS}")),
)
"""Rules that keep words from the rules for dates."""
