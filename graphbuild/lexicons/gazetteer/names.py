"""Folds place names to keys: "Уральск", "Ural’sk" and "Uralsk" are one.

The build script and the lookup share this, so that a key in the data is the key that a text's name gets.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

SAINT = re.compile(r"\bst\b")
ADMIN_WORDS = frozenset(
    """oblast oblasty oblysy oblusu oblasti oblyst region province krai kray territory governorate district rayon rayonu
    raion state county prefecture department division velayat welayaty viloyati viloyat vilayat marz muhafazat wilayat
    autonomous okrug sheng republic respublika municipality municipiul raionul estado""".split()
)
"""Words that say what a first-level region is, and are no part of what it is called."""
DIRECTIONS = frozenset("north south east west northern southern eastern western central middle".split())


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """Return a name's key: ASCII letters and digits in lower case, words apart by one space, "st" written out.

    >>> fold("Ust-Kamenogorsk"), fold("Ural’sk"), fold("Нур-Султан"), fold("St. Petersburg")
    ('ust kamenogorsk', 'uralsk', 'nur sultan', 'saint petersburg')
    """
    plain = re.sub(r"['’‘ʼ`ʻʹ′.]", "", anyascii(re.sub(r"['’‘ʼ`ʻʹ′ьъЬЪ]", "", name)))
    return SAINT.sub("saint", " ".join(re.findall(r"[a-z0-9]+", plain.lower())))


def without_admin_words(key: str) -> str:
    """Return a key without the words that say what kind of region it is, or "" where nothing else is left.

    >>> without_admin_words(fold("Kyiv Oblast")), without_admin_words(fold("Republic of Karelia"))
    ('kyiv', 'karelia')
    """
    words = [word for word in key.split() if word not in ADMIN_WORDS]
    while words and words[0] in ("of", "the", "e"):
        words = words[1:]
    return " ".join(words)


def says_region(key: str) -> bool:
    """Return whether a key says that it is a region's."""
    return any(word in ADMIN_WORDS for word in key.split())


def is_relative(key: str) -> bool:
    """Return whether a key says no more than where in its country something lies.

    >>> is_relative("central district"), is_relative("the north"), is_relative("north kivu")
    (True, True, False)
    """
    return all(word in DIRECTIONS | ADMIN_WORDS | {"the"} for word in key.split())
