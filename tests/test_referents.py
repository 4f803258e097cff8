"""Report → the countries of the places in it. All people and outlets are invented."""

from __future__ import annotations

import pytest
from test_coreference import pipeline

from graphbuild import language
from graphbuild.extract.reader import claims_of
from graphbuild.ids import digest
from graphbuild.model import Document, Kind

COUNTRIES = [
    ("a village beside a town", "Police arrested reporter Omar Keita in Nyalwal, a village near Kisumu.", {
        "Nyalwal": "KE"}),
    ("a village in a report of one country",
     "Police arrested reporter Omar Keita in Nyalwal. Reporter Dana Fenn was beaten in Nairobi.",
     {"Nyalwal": "KE", "Nairobi": "KE"}),
    ("a village in a report of two countries",
     "Police arrested reporter Omar Keita in Nyalwal. Reporter Dana Fenn was beaten in Nairobi, and Vik in Kampala.",
     {"Nyalwal": None, "Nairobi": "KE"}),
    ("a namesake with its state", "Police beat reporter Dana Fenn in Alexandria, Virginia.", {"Alexandria": "US"}),
    ("a namesake without it", "Police beat reporter Dana Fenn in Alexandria.", {"Alexandria": "EG"}),
    ("a continent", "Soldiers beat reporter Omar Keita in Nairobi. Reporters were arrested in Africa.", {
        "Nairobi": "KE", "Africa": None}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in COUNTRIES], ids=[c[0] for c in COUNTRIES])
def test_countries_of_places(text: str, expected: dict[str, str | None]) -> None:
    document = Document(id="x", text=text, sha256=digest(text))
    claims = claims_of(*next(language.parse([document], pipeline())))  # type: ignore[arg-type]
    found = {r.name: r.country for r in claims.referents if r.kind is Kind.PLACE}
    assert {name: found.get(name, "not found") for name in expected} == expected
