"""Where a recognised name begins and ends: what a recogniser took too much of, and what it cut off.

Articles, quotation marks, possessive marks and titles are no part of a name; what follows a hyphen or a nickname in
quotation marks is ("Cheung Kim-hung", "Jesus “Tano” Luna").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.extract.kinds import outlet_words, strip_titles, title_kind
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.runs import CALENDAR

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

PERSON, BODY, PLACE = "PERSON", "ORG", "LOC"
SURE_PLACE = 0.5
"""Share of a name's bearers that are places, from which a name alone is taken for one."""
INITIAL = re.compile(r"[A-ZÀ-Ž]\.?")
CAMEL = re.compile(r"[a-zà-ž][A-ZÀ-Ž]")
CLITICS = frozenset({"'s", "’s", "'", "’"})
OUTER = frozenset(
    {"the", "a", "an", "“", '"', "'", "(", "’", "‘", "-", "–", "—", ",", "[", "*", "”", ")", "]", ".", ":"}
)
REGIONS = frozenset(
    {"Asia-Pacific", "Middle East", "Latin America", "Sub-Saharan Africa", "Horn of Africa", "South Caucasus",
     "Western Balkans", "Balkans", "Caucasus", "Americas", "Caribbean", "MENA"}
    | {f"{side} {part}"
       for side in ("North", "Northern", "South", "Southern", "East", "Eastern", "West", "Western", "Central",
                    "Southeast", "Southeastern", "Northeast", "Northwest", "Southwest")
       for part in ("Africa", "America", "Asia", "Europe")}
    - {"South Africa"}
)  # fmt: skip
"""Parts of the world, which are what an editor or director is for, and never at."""
PARTICLES = frozenset("al el bin ibn bint abu de da di del della der den van von la le ten ter dos du zu".split())
"""Lower-case words that belong to the name after them."""
OPENING, CLOSING = frozenset({"“", "‘", '"'}), frozenset({"”", "’", '"'})


PEOPLES = frozenset(
    "Muslim Muslims Islamic Christian Christians Jewish Hindu Hindus Sikh Buddhist Catholic Protestant Sunni Shia Shiite"
    " Kurdish Kurds Kurd Uyghur Uyghurs Uighur Uighurs Tibetan Tibetans Roma Tatar Tatars Berber Tuareg Oromo Tigrayan"
    " Ahmadi Baloch Pashtun Hazara Yazidi Rohingya Baha'i Baháʼí Arab Arabs African Africans European Europeans Asian"
    " Talysh Lezgin Lezgins Avar Chechen Chechens Ingush Ossetian Abkhaz Pamiri Karakalpak Balochi Igbo Yoruba Fulani"
    " Western Latin Hausa Pashto Dari Farsi Urdu Swahili Amharic Tamil Bengali".split()
)
"""Adjectives and names of faiths, of peoples and languages without a state of their own, and of parts of the world."""
ARTICLES = frozenset({"Al", "El", "An", "Ar", "As", "Ash", "Az", "Ad", "al", "el"})
"""The Arabic article as Latin letters have it, which a hyphen joins to the name."""
PLATFORMS = frozenset(
    "YouTube Facebook Twitter Telegram Instagram TikTok WhatsApp VKontakte Odnoklassniki Weibo WeChat LinkedIn".split()
)
PROFILES = frozenset({"channel", "page", "account", "profile", "group", "feed"})
"""Nouns for what somebody has on a platform: "Radio Aksu's Facebook page" is Radio Aksu's."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in token indices, end exclusive, with its label."""

    start: int
    end: int
    label: str


def is_part_of_name(token: Token) -> bool:
    """Whether a word is written as names are: a capitalised proper noun, or an initial."""
    return (
        token.pos_ == "PROPN"
        and (token.text[:1].isupper() or bool(INITIAL.fullmatch(token.text)))
        and not token.is_punct
    )


def is_profile(noun: Token) -> bool:
    """Whether a noun is what somebody has on a platform, and not called by a name: "the Telegram channel Aksu Live"."""
    named = noun.i + 1 < len(noun.doc) and noun.nbor().pos_ == "PROPN"
    return noun.lemma_.lower() in PROFILES and noun.i > 0 and noun.nbor(-1).text in PLATFORMS and not named


def trimmed(doc: Doc, start: int, end: int, *, person: bool) -> tuple[int, int]:
    """Drop articles, quotes, possessive marks and, before persons, titles from the ends of a name."""
    while start < end and (doc[start].lower_ in OUTER or doc[start].is_space):
        start += 1
    if start > 1 and doc[start - 1].text == "-" and doc[start - 2].text in ARTICLES and not doc[start - 2].whitespace_:
        start -= 2  # "Al-Sharqiya TV", cut by the tokeniser
    if end - start > 1 and start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in ("pro", "anti"):
        start += 1  # "the pro-Kurdish | Mesopotamia Agency"
    if end < len(doc) and is_profile(doc[end]):
        end -= 1
    while start < end and (doc[end - 1].lower_ in OUTER | CLITICS or doc[end - 1].is_space):
        end -= 1
    end = _before_date(doc, start, end)
    number = next((t.i for t in doc[start + 1 : end] if t.pos_ == "NUM" and doc[end - 1].is_lower), end)
    end = number  # "fined Radio Tengri | 11 million rubles"
    end -= outlet_words([t.text for t in doc[start:end]])
    end = _before_people(doc, start, without_trade(doc, start, end))
    if person and start < end:
        start, end = _under_flat(doc, start, end), _over_flat(doc, start, end)
        start += strip_titles([t.lower_ for t in doc[start:end]])
        while start < end - 1 and doc[start].is_lower and doc[start].lower_ not in PARTICLES:
            start += 1
    while start < end - 1 and doc[end - 1].is_lower and doc[end - 1].pos_ in ("VERB", "AUX", "ADP"):
        end -= 1
    end = _over_nickname(doc, start, _over_hyphens(doc, end))
    if start < end and doc.text_of(start, end).islower():
        return start, start
    return start, end


FOR_A_TIME = frozenset({"acting", "interim", "former", "deputy"})


def _before_date(doc: Doc, start: int, end: int) -> int:
    """Return the end of a name short of the month of a date: "Statement by the Arna Institute | May 23, 2022"."""
    month = start < end - 1 and end < len(doc) and doc[end].is_digit and doc[end - 1].lower_ in CALENDAR
    return end - 1 if month else end


def without_trade(doc: Doc, start: int, end: int) -> int:
    """Return the end of a body's name short of a headline's word for its people: "RFE/RL | Journalists", "OshMedia |".

    So it is short of a word for a post that is filled for a time: "RFE/RL | Acting President Omar Keita".
    """
    if (
        end - start > 1
        and doc[end - 1].lower_ in FOR_A_TIME
        and end < len(doc)
        and title_kind([doc[end].lower_]) is not None
    ):
        return end - 1
    coined = end - start == 2 and (doc[start].text.isupper() or bool(CAMEL.search(doc[start].text)))
    return end - 1 if coined and title_kind([noun_lemma(doc[end - 1])]) else end


def _before_people(doc: Doc, start: int, end: int) -> int:
    """Return the end of a body's name short of what its people are: "Radio Aksu | 's Uyghur reporters"."""
    people = end < len(doc) and title_kind([doc[end].lemma_.lower()]) is not None
    owned = end - start > 2 and doc[end - 2].lower_ in CLITICS
    return end - 2 if people and owned else end


def _under_flat(doc: Doc, start: int, end: int) -> int:
    """Return the start of a person's name whose first word only the parser takes for a part of it."""
    before = doc[start - 1] if start else None
    first = before is not None and before.pos_ == "PROPN" and before.text.istitle() and not before.ent_type_
    inside = first and all(t.dep_ == "flat" and t.head == before for t in doc[start:end])
    return start - 1 if inside else start


def _over_flat(doc: Doc, start: int, end: int) -> int:
    """Return the end of a person's name whose last words only the parser takes for a part of it."""
    while end < len(doc) and doc[end].dep_ == "flat" and start <= doc[end].head.i < end and doc[end].text.istitle():
        end += 1
    return end


def _over_nickname(doc: Doc, start: int, end: int) -> int:
    """Return the end of a name that a nickname in quotation marks broke: "Jesus “Tano” Luna"."""
    opened = [t.text for t in doc[start:end] if t.text in OPENING]
    if not opened or end + 1 >= len(doc) or doc[end].text not in CLOSING or doc[end + 1].pos_ != "PROPN":
        return end
    end += 1
    while end < len(doc) and doc[end].pos_ == "PROPN":
        end += 1
    return end


def _over_hyphens(doc: Doc, end: int) -> int:
    """Return the end of a name that goes on after a hyphen: "Cheung Kim-hung"."""
    while end + 1 < len(doc) and doc[end].text == "-" and not (doc[end - 1].whitespace_ or doc[end].whitespace_):
        if not doc[end + 1].is_alpha or doc[end + 1].lower_ in (
            "based",
            "owned",
            "led",
            "funded",
            "born",
            "backed",
        ):
            break
        end += 2
    return end
