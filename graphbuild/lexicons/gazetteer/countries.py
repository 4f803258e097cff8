"""Tells the country of a name, an abbreviation or a nationality: "Kazakh police", "the U.S.", "Burmese" → KZ, US, MM."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graphbuild.lexicons.gazetteer.names import fold
from graphbuild.lexicons.gazetteer.tables import read_countries

POSSESSIVE = re.compile(r"['’]s?$")
PLURALS = {"ies": "y", "es": "e", "s": ""}


@cache
def _by_name() -> dict[str, str]:
    return {
        fold(name): country.code
        for country in read_countries().values()
        for name in (*country.names, *country.demonyms)
    }


@cache
def _abbreviations() -> frozenset[str]:
    names = (fold(name) for country in read_countries().values() for name in country.names if name.isupper())
    return frozenset(names)


@lru_cache(maxsize=1 << 14)
def country_of(word: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country by its name, abbreviation, nationality or people, else None.

    Names begin with a capital and abbreviations are in capitals: "us" and "turkey" are no countries.

    >>> country_of("Kazakhstani"), country_of("the U.S."), country_of("Türkiye’s"), country_of("Uzbeks")
    ('KZ', 'US', 'TR', 'UZ')
    >>> country_of("us"), country_of("Shymkent")
    (None, None)
    """
    text = POSSESSIVE.sub("", word.strip())
    text = text[4:] if text[:4].lower() == "the " else text
    if not text[:1].isupper():
        return None
    key = fold(text)
    if key in _abbreviations() and not text.isupper():
        return None
    return _by_name().get(key) or _of_plural(key)


@lru_cache(maxsize=1 << 14)
def is_nationality(word: str) -> bool:
    """Whether a word is a country's adjective or people and not its name.

    >>> is_nationality("Kazakh"), is_nationality("Uzbeks"), is_nationality("Kazakhstan"), is_nationality("Shymkent")
    (True, True, False, False)
    """
    code = country_of(word)
    if code is None:
        return False
    return fold(POSSESSIVE.sub("", word.strip())).removeprefix("the ") not in {
        fold(n) for n in read_countries()[code].names
    }


def _of_plural(key: str) -> str | None:
    for ending, singular in PLURALS.items():
        if key.endswith(ending) and len(key) > 4:
            country = _by_name().get(key.removesuffix(ending) + singular)
            if country is not None:
                return country
    return None


def country_name(code: str) -> str | None:
    """Return a country's name in English reports, None for a code that is no country's.

    >>> country_name("KZ"), country_name("MM"), country_name("ZZ")
    ('Kazakhstan', 'Myanmar', None)
    """
    return next(iter(country_names(code)), None)


def country_names(code: str) -> tuple[str, ...]:
    """Return what a country is called in English, the name of the press first; nothing for a code that is no country's.

    >>> country_names("CZ")
    ('Czech Republic', 'Czechia')
    """
    country = read_countries().get(code)
    return country.names if country is not None else ()
