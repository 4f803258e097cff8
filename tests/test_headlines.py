"""Headline → what the parser is shown in place of which words. All of them invented."""

from __future__ import annotations

import pytest

from graphbuild import language
from graphbuild.headlines import past, shown

SHOWN = [
    ("Kazakh police assault , injure reporter", {2: "assaulted", 3: "and", 4: "injured"}),
    ("Police in Osh detain , harass editor of weekly", {3: "detained", 4: "and", 5: "harassed"}),
    ("Demonstrators attack reporters , damage equipment", {1: "attacked", 3: "and", 4: "damaged"}),
    ("Belarus jails blogger", {1: "jailed"}),
    ("Masked men kidnap and torture blogger in Karachi", {2: "kidnapped", 4: "tortured"}),
    ("Court bans newspaper", {1: "banned"}),
    ("Union demands release of editor", {1: "demanded"}),
]
AS_THEY_ARE = [
    "Police attack on reporters condemned",
    "Journalist murder suspect arrested",
    "Editor arrest sparks protest",
    "Reporters detained in Osh",
    "The police search of the office was illegal",
    "Police officers detained Dana Serikova",
    "Attack",
    "",
]


@pytest.mark.parametrize(("headline", "expected"), SHOWN, ids=[h for h, _ in SHOWN])
def test_verbs_are_shown_in_the_past(headline: str, expected: dict[int, str]) -> None:
    assert shown(headline.split()) == expected


@pytest.mark.parametrize("headline", AS_THEY_ARE)
def test_what_is_no_verb_stays(headline: str) -> None:
    assert shown(headline.split()) == {}


@pytest.mark.parametrize(
    ("base", "form"), [("stab", "stabbed"), ("free", "freed"), ("deny", "denied"), ("expel", "expelled")]
)
def test_past(base: str, form: str) -> None:
    assert past(base) == form


def test_text_and_offsets_stay() -> None:
    title = "Kazakh police assault, injure reporter Dana Serikova"
    text = f"{title}\n\nPolice came. They assault, as always."
    doc = language.parse_text(text, language.load(), len(title))
    assert doc.text == text
    assert [t.tag_ for t in doc if t.text in ("assault", "injure")][:2] == ["VBP", "VBP"]
    assert doc[3].text == ","
