"""Sentence → when and where each act happened. All people and outlets are invented."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from graphbuild import language
from graphbuild.extract.reader import claims_of
from graphbuild.ids import digest
from graphbuild.model import Claims, Document

PUBLISHED = date(2024, 6, 12)
"""A Wednesday."""


@cache
def pipeline() -> object:
    return language.load()


def read(text: str) -> Claims:
    document = Document(id="t", text=text, sha256=digest(text), published=PUBLISHED)
    return claims_of(document, language.parse_text(text, pipeline()))  # type: ignore[arg-type]


def dates(claims: Claims) -> set[str]:
    return {f"{e.type} {e.time.iso if e.time else None}" for e in claims.events}


def places(claims: Claims) -> set[str]:
    names = {r.id: r.name for r in claims.referents}
    return {f"{e.type} {names.get(e.place or '')}" for e in claims.events}


DATES = [
    ("own phrase", "Police detained Dana Serikova on June 3.", {"Detention 2024-06-03"}),
    ("fronted", "On June 3, police detained Dana Serikova.", {"Detention 2024-06-03"}),
    ("weekday", "Police beat Dana Serikova on Monday.", {"Assault 2024-06-10"}),
    ("month", "Dana Serikova was arrested in March 2023.", {"Detention 2023-03"}),
    ("year", "Dana Serikova was deported in 2021.", {"Expulsion 2021"}),
    ("none", "Police detained Dana Serikova.", {"Detention None"}),
    ("each its own", "Dana Serikova was detained on June 3 and deported on June 6.",
     {"Detention 2024-06-03", "Expulsion 2024-06-06"}),
    ("relative clause", "Dana Serikova, who was arrested in May, was deported on June 6.",
     {"Detention 2024-05", "Expulsion 2024-06-06"}),
    ("the main clause's is not the relative clause's", "Dana Serikova, whom police had beaten, was deported on June 6.",
     {"Assault None", "Expulsion 2024-06-06"}),
    ("reduced relative", "Journalists detained by police were released on June 6.",
     {"Detention None", "Release 2024-06-06"}),
    ("coordinated verbs", "On June 3, police detained and beat Dana Serikova.",
     {"Detention 2024-06-03", "Assault 2024-06-03"}),
    ("after the last verb", "Dana Serikova was detained and beaten on June 3.",
     {"Detention 2024-06-03", "Assault 2024-06-03"}),
    ("noun of an event", "The arrest of Dana Serikova on June 3 shocked her colleagues.", {"Detention 2024-06-03"}),
    ("the condemnation's", "On June 6, the union condemned the arrest of Dana Serikova.", {"Detention None"}),
    ("the statement's", "Dana Serikova said on Monday that police had beaten her.", {"Assault None"}),
    ("told in a statement", "Dana Serikova said that police beat her on June 3.", {"Assault 2024-06-03"}),
    ("after", "On June 6, Dana Serikova was deported after police had beaten her.",
     {"Assault None", "Expulsion 2024-06-06"}),
    ("participle", "On June 3, police stormed the office, beating Dana Serikova.", {"Assault 2024-06-03"}),
    ("a duration is no date", "Dana Serikova was detained for three days.", {"Detention None"}),
    ("an age is no date", "Police detained Dana Serikova, 34.", {"Detention None"}),
    ("not from the sentence before", "Dana Serikova visited Osh on June 3. Police beat her.", {"Assault None"}),
    ("later says the year", "Dana Serikova was threatened in May 2023. Later, she was deported.",
     {"Threat 2023-05", "Expulsion 2023"}),
    ("the same day", "Police searched the office of Dana Serikova on June 3. She was detained the same day.",
     {"Search 2024-06-03", "Detention 2024-06-03"}),
]  # fmt: skip

PLACES = [
    ("in", "Police detained Dana Serikova in Shymkent.", {"Detention Shymkent"}),
    ("fronted", "In Shymkent, police detained Dana Serikova.", {"Detention Shymkent"}),
    ("city of", "Police detained Dana Serikova in the southern city of Shymkent.", {"Detention Shymkent"}),
    ("apposition", "In Nairobi, the capital, police beat Dana Serikova.", {"Assault Nairobi"}),
    ("the town before its country", "Police beat Dana Serikova in Kazakhstan, in the city of Shymkent.",
     {"Assault Shymkent"}),
    ("none", "Police detained Dana Serikova.", {"Detention None"}),
    ("the agent's seat", "Police in Shymkent detained Dana Serikova.", {"Detention Shymkent"}),
    ("a court's name", "The Shymkent City Court fined Dana Serikova.", {"Conviction Shymkent"}),
    ("said for the act before the seat", "Police in Shymkent beat Dana Serikova near Uralsk.", {"Assault Uralsk"}),
    ("where she is from", "Police beat Dana Serikova, a journalist from Nairobi.", {"Assault None"}),
    ("where she is based", "Police beat Dana Serikova, a journalist based in Nairobi.", {"Assault None"}),
    ("what it was about", "Dana Serikova was detained over an article about Nairobi.", {"Detention None"}),
    ("each its own", "Dana Serikova was detained in Shymkent and beaten in Uralsk.",
     {"Detention Shymkent", "Assault Uralsk"}),
    ("relative clause", "Dana Serikova, who was beaten in Uralsk, was deported.", {"Assault Uralsk", "Expulsion None"}),
    ("driven from", "Dana Serikova was deported from Kazakhstan.", {"Expulsion Kazakhstan"}),
    ("the country", "Kazakhstan is holding elections. Police beat Dana Serikova in the country.",
     {"Assault Kazakhstan"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in DATES], ids=[c[0] for c in DATES])
def test_dates(text: str, expected: set[str]) -> None:
    assert dates(read(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in PLACES], ids=[c[0] for c in PLACES])
def test_places(text: str, expected: set[str]) -> None:
    assert places(read(text)) == expected
