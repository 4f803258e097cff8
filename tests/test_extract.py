"""Sentence → the triples that a reader would name. All people and outlets are invented."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from graphbuild import language
from graphbuild.extract.reader import claims_of
from graphbuild.ids import digest
from graphbuild.model import Claims, Document, Role

PUBLISHED = date(2024, 6, 12)
"""A Wednesday."""


@cache
def pipeline() -> object:
    return language.load()


def read(text: str, title: str | None = None) -> Claims:
    whole = f"{title}\n\n{text}" if title else text
    document = Document(id="t", text=whole, sha256=digest(whole), title=title, published=PUBLISHED)
    return claims_of(document, language.parse_text(whole, pipeline()))  # type: ignore[arg-type]


def acts(claims: Claims) -> set[str]:
    """Return "agent Type target" for each asserted claim; ? for an agent the text does not name."""
    names = {r.id: r.name for r in claims.referents}
    return {
        f"{names.get(a, '?')} {e.type} {names[t]}"
        for e in claims.events
        if e.factuality.asserted
        for a in e.of_role(Role.PERPETRATOR) or ("?",)
        for t in e.of_role(Role.TARGET)
    }


ACTS = [
    ("active", "Kazakh police assaulted Dana Serikova in Almaty.", {"Kazakh police Assault Dana Serikova"}),
    ("passive", "Dana Serikova was beaten by officers on Monday.", {"officers Assault Dana Serikova"}),
    ("passive without agent", "Dana Serikova was detained in Osh.", {"? Detention Dana Serikova"}),
    ("two verbs", "Police detained and beat reporter Dana Serikova.",
     {"Police Detention Dana Serikova", "Police Assault Dana Serikova"}),
    ("two victims", "Officers attacked journalists Dana Serikova and Omar Keita.",
     {"Officers Assault Dana Serikova", "Officers Assault Omar Keita"}),
    ("reduced relative", "Reporters detained by police on Monday were released.",
     {"police Detention Reporters", "? Release Reporters"}),
    ("relative clause", "Dana Serikova, whom police detained on Monday, works for Radio Tengri.",
     {"police Detention Dana Serikova"}),
    ("event noun", "The union condemned the arrest of journalist Dana Serikova.", {"? Detention Dana Serikova"}),
    ("possessive event noun", "Serikova's arrest shocked the newsroom. Dana Serikova is a reporter.",
     {"? Detention Dana Serikova"}),
    ("seizure", "A police officer seized the phone of Dana Serikova.", {"police officer Seizure Dana Serikova"}),
    ("own phone", "Officers stopped journalist Dana Serikova and confiscated her phone.",
     {"Officers Seizure Dana Serikova"}),
    ("court", "A court in Osh sentenced editor Dana Serikova to three years in prison.",
     {"court Conviction Dana Serikova"}),
    ("pronoun", "Journalist Dana Serikova was filming the rally. Police detained her.",
     {"Police Detention Dana Serikova"}),
    ("multi-word trigger", "Dana Serikova, a reporter, was taken into custody.", {"? Detention Dana Serikova"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in ACTS], ids=[c[0] for c in ACTS])
def test_acts(text: str, expected: set[str]) -> None:
    assert acts(read(text)) == expected


UNASSERTED = [
    ("demand", "Authorities should release journalist Dana Serikova.", "Release", "demanded"),
    ("call", "The union called on police to release journalist Dana Serikova.", "Release", "demanded"),
    ("denial", "Police denied that officers had beaten journalist Dana Serikova.", "Assault", "denied"),
    ("negation", "Police did not detain journalist Dana Serikova.", "Detention", "denied"),
    ("possibility", "Police could detain journalist Dana Serikova.", "Detention", "hypothetical"),
    ("condition", "If police detain journalist Dana Serikova, the union will protest.", "Detention", "hypothetical"),
    ("attempt", "Officers tried to beat journalist Dana Serikova.", "Assault", "attempted"),
    ("plan", "The ministry plans to deport journalist Dana Serikova.", "Expulsion", "planned"),
    ("question", "Did police beat journalist Dana Serikova?", "Assault", "hypothetical"),
]


@pytest.mark.parametrize(("text", "kind", "factuality"), [c[1:] for c in UNASSERTED], ids=[c[0] for c in UNASSERTED])
def test_what_is_no_fact(text: str, kind: str, factuality: str) -> None:
    claims = read(text)
    assert acts(claims) == set()
    assert [(e.type.value, e.factuality.value) for e in claims.events] == [(kind, factuality)]


PRESUPPOSED = [
    ("investigate", "Authorities should investigate the assault on journalist Dana Serikova.", {"? Assault Dana Serikova"}),
    ("stop", "Police must stop harassing journalist Dana Serikova.", {"Police Harassment Dana Serikova"}),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in PRESUPPOSED], ids=[c[0] for c in PRESUPPOSED])
def test_acts_presupposed_in_a_call(text: str, expected: set[str]) -> None:
    assert acts(read(text)) == expected


RELATIONS = [
    ("apposition", "Police beat Dana Serikova, correspondent for Radio Tengri.",
     {"Dana Serikova worksFor Radio Tengri (correspondent)"}),
    ("title", "Radio Tengri correspondent Dana Serikova was detained.",
     {"Dana Serikova worksFor Radio Tengri (correspondent)"}),
    ("two words", "Omar Keita, chief editor of the weekly newspaper Le Courrier, was fined.",
     {"Omar Keita worksFor Le Courrier (chief editor)"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in RELATIONS], ids=[c[0] for c in RELATIONS])
def test_relations(text: str, expected: set[str]) -> None:
    claims = read(text)
    names = {r.id: r.name for r in claims.referents}
    assert {f"{names[r.subject]} {r.predicate} {names[r.object]} ({r.position})" for r in claims.relations} == expected
    kinds = {r.name: r.kind.value for r in claims.referents}
    assert kinds[next(iter(expected)).split(" worksFor")[0]] == "Journalist"


def test_headline_and_lead_are_one_event_and_dated() -> None:
    claims = read(
        "On June 10, police officers in Shymkent assaulted Serikova, correspondent for Radio Tengri.",
        title="Kazakh police assault journalist Dana Serikova",
    )
    (event,) = claims.events
    names = {r.id: r.name for r in claims.referents}
    assert event.time is not None
    assert (event.time.iso, names[event.place or ""]) == ("2024-06-10", "Shymkent")
    assert event.of_role(Role.TARGET) == tuple(r.id for r in claims.referents if r.name == "Dana Serikova")


def test_every_quote_stands_where_it_says() -> None:
    claims = read("On June 10, police beat Dana Serikova, who edits Radio Tengri, and took her phone.")
    for each in (*claims.events, *claims.relations):
        assert claims.document.text[each.evidence.start : each.evidence.end] == each.evidence.quote
