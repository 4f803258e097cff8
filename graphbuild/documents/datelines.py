"""Reads datelines: "NEW YORK, October 26, 2020 – Kazakh authorities …" was filed from New York on that day.

Styles: "City, Month D, YYYY –", "City, D Month YYYY —", "CITY (Agency) –", "CITY, Country, Month D (Agency) --",
"(City) –", "(City, Month D, YYYY) –", "CITY. AGENCY –", "(Agency) –", "City, Country —", and "City, D Month YYYY" alone
on a line. A city in small letters without country, agency and date is none: "Strikes – a new form of protest".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice

from graphbuild.documents.dates import split_last_date
from graphbuild.model import Span

OPENING_LINES = 8
"""How many lines may stand before it: the title, a subtitle, a byline, a caption."""
DATE_ALONE_LINES = 3
"""Among how many a date may stand alone; further down it heads an entry of a chronology."""
LONGEST = 120
SHORTEST_REPORT = 40
"""Characters from which a line is a lead; a shorter one with nothing but a dash is a headline."""

SEPARATOR = re.compile(r"\s*[–—―]+[\s\u200b]*|\s*-{2,3}[\s\u200b]*|\s+-[\s\u200b]+|(?P<colon>:)\s+")
TAIL = re.compile(r"\s*(?:\((?P<round>[^()]{1,40})\)|/(?P<slash>[^/]{2,40})/)$")
DOTTED_AGENCY = re.compile(r"(?<=\w)\.\s+(?P<agency>[A-Z]{4,})$")
AGENCY = re.compile(
    r"(?:[A-Z]{2,6}(?:/[A-Z]{2,6})*|Reuters|Xinhua|Interfax|Bloomberg|Thomson.*|.*\b(?:News|Agency|Press|Radio|TV|Times|Post"
    r"|Wire|Service)\b.*|.*\.(?:com|org|net))"
)
OUTLET = re.compile(r".* (?:TIMES|NEWS|PRESS|POST|RADIO|TV)|CPJ|RSF|IFJ|IPI|IFEX|OSCE")
PARTICLES = re.compile(r"al|and|bin|da|de|del|den|der|des|di|do|du|e|el|es|i|ibn|la|las|le|les|los|of|on|the|y")
ARTICLE = re.compile(r"(?:al|el|as|ad|ar)-|['’]")
NO_PLACES = re.compile(
    r"after|alert|analysis|as|at|before|breaking|by|correction|date|during|editorial|exclusive|explainer|factbox|features?"
    r"|file|for|from|in|interview|joint|live|news|note|on|opinion|original|photos?|posted|press|published|q&a|read|since|source"
    r"|statement|the|timeline|today|until|updated?|urgent|video|watch|when|while|wrapup|yesterday",
    re.IGNORECASE,
)
"""First words that head a line as a place does in a dateline: "UPDATE – ", "FILE - ", "On March 8 – "."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was filed, as its first sentence is headed."""

    place: Span | None
    """of the place's name with what follows it ("Almaty, Kazakhstan")"""
    date: date | None
    """None where it has no year"""
    start: int
    end: int
    """where the sentence begins"""


def dateline(text: str) -> Dateline | None:
    """Return the dateline of a report: the first that heads one of its opening lines.

    >>> text = "Editor held\\n\\nOSH, Kyrgyzstan, March 4, 2021 (AFP) – Two officers led him away on Monday."
    >>> found = dateline(text)
    >>> text[slice(*found.place)], found.date, text[found.end :][:12]
    ('OSH, Kyrgyzstan', datetime.date(2021, 3, 4), 'Two officers')
    """
    opening = list(islice(re.finditer(r"\S[^\n]*", text[: 40 * LONGEST]), OPENING_LINES))
    for number, line in enumerate(opening):
        found = _of_line(text, line.start(), line.end(), alone=0 < number < DATE_ALONE_LINES)
        if found:
            return found
    return None


def _of_line(text: str, start: int, end: int, *, alone: bool) -> Dateline | None:
    line = text[start:end].rstrip()
    separator = SEPARATOR.search(line, 0, LONGEST)
    if separator:
        found = _parse_head(line[: separator.start()], start)
        rest = line[separator.end() :]
        if found and _heads(found, rest, colon=bool(separator["colon"]), lead=len(line) >= SHORTEST_REPORT):
            return Dateline(found.place, found.date, start, start + separator.end())
    elif alone and len(line) <= LONGEST:
        found = _parse_head(line, start)
        if found and found.date:
            return Dateline(found.place, found.date, start, start + len(line))
    return None


@dataclass(frozen=True, slots=True)
class _Head:
    place: Span | None
    date: date | None
    dated: bool
    agency: bool
    enclosed: bool
    known: bool
    """whether the place alone looks like a dateline: in capitals, or city and country"""


def _heads(head: _Head, rest: str, *, colon: bool, lead: bool) -> bool:
    """Whether a head before a separator is a dateline, by what else is there."""
    if head.dated and head.place:
        return True
    if colon or rest[:1].islower():
        return False
    return head.agency or head.enclosed or (head.known and lead and bool(rest))


def _parse_head(head: str, offset: int) -> _Head | None:
    """Read what stands before the dash; None where it is no place, date or agency."""
    enclosed = head.startswith("(") and head.endswith(")") and head.count("(") == 1
    if enclosed:
        head, offset = head[1:-1], offset + 1
        if AGENCY.fullmatch(head):
            return _Head(None, None, dated=False, agency=True, enclosed=True, known=False)
    head, agency = _without_agency(head)
    dated = split_last_date(head)
    name = (dated[0] if dated else head).rstrip(" ,\u00a0")
    if not (_is_place(name) if name else dated):
        return None
    place = Span(offset, offset + len(name)) if name else None
    known = "," in name or (name.isupper() and len(name) > 2 and not OUTLET.fullmatch(name))
    return _Head(place, dated[1] if dated else None, dated is not None, agency, enclosed, known)


def _without_agency(head: str) -> tuple[str, bool]:
    """Cut "(Reuters)", "/PRNewswire/" and ". KAZINFORM" from the end of a head."""
    agency = False
    while found := TAIL.search(head):
        name = found["round"] or found["slash"]
        if name[0].islower():
            return head, False
        head, agency = head[: found.start()], True
    dotted = DOTTED_AGENCY.search(head)
    return (head[: dotted.start()], True) if dotted else (head, agency)


def _is_place(name: str) -> bool:
    """Whether a text is written like a place: up to four parts of capitalised words, none of them a label.

    >>> _is_place("Washington, D.C."), _is_place("Al-Bayda, Yemen"), _is_place("Three men"), _is_place("UPDATE")
    (True, True, False, False)
    """
    parts = [part.split() for part in re.split(r"[,/]", name)]
    words = [word for part in parts for word in part]
    if len(parts) > 4 or any(not 1 <= len(part) <= 5 for part in parts):
        return False
    if NO_PLACES.fullmatch(words[0]) or any(c.isdigit() or c in '()?!;"“”' for c in name):
        return False
    return all(word.lstrip("'‘’")[:1].isupper() or PARTICLES.fullmatch(word) or ARTICLE.match(word) for word in words)
