"""Rules for what looks like a date and is none: "10 days' detention", "34-year-old", "article 368", "2000 people"."""

from __future__ import annotations

import re

from graphbuild.extract.times.rules import ABOUT, NUMBER, UNIT, VAGUE, YEAR, Context, Rule, TimeKind, cased, words
from graphbuild.model import Time


def no_time(match: re.Match[str], context: Context) -> Time | None:
    """Resolve to nothing."""
    return None


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
    Rule("age", words(rf"(?:aged|age) \d{{1,3}}|{LENGTH}(?:-| )(?:year|month|week|day)s?(?:-| )olds?"), no_time, TimeKind.AGE),
    Rule("length", words(rf"(?:(?:{ABOUT}) )?{LENGTH}(?:(?:-| ){UNIT}|(?:-| )decade)s?(?:-long|['’])?"), no_time, TimeKind.DURATION),
    Rule("length", words(rf"for (?P<time>the (?:past|last) (?:{LENGTH} )?{UNIT}s?)"), no_time, TimeKind.DURATION),
    Rule("numbered", cased(rf"{NUMBERED} (?:[Nn]o\. ?|№ ?)?\d+(?:[.,/-]\d+)*"), no_time, None),
    Rule("quantity", words(rf"[$€£₽₸]\s?\d[\d,.]*|\d{{1,3}}(?:,\d{{3}})+"), no_time, None),
    Rule("quantity", words(rf"(?:{ABOUT}) {YEAR}|{YEAR} {THINGS}"), no_time, None),
)
"""Rules that keep words from the rules for dates."""
