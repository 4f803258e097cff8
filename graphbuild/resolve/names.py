"""Folds names, so that one name written in several ways is one key.

"Yermek Narymbayev", "Ermek Narymbaev" and "Ермек Нарымбаев" fold to one key; "Akhmetov" and "Akhmedov" do not: the fold
undoes ways of romanising a letter, it never forgives a different one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from graphbuild.model import Referent

APOSTROPHES = re.compile(r"['’‘ʼʻʹ`´ʿʾ]")
ROMANISATIONS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        ("dzh|zh", "j"),
        ("kh", "h"),
        ("gh", "g"),
        ("q", "k"),
        ("x", "ks"),
        ("y", "i"),
        ("ii+", "i"),
        ("ie", "e"),
    )
)
"""Each pair writes one sound of Kazakh, Russian, Ukrainian or Azerbaijani names in one way; the order matters."""

LEGAL_FORMS = frozenset(
    {"ag", "ao", "corp", "gmbh", "inc", "jsc", "llc", "llp", "ltd", "ojsc", "ooo", "plc", "the", "too", "tov", "zao"}
)
SMALL_WORDS = frozenset({"a", "and", "for", "in", "of", "on", "the", "to"})


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """Return the key of a name: lower case, Latin letters without accents, one romanisation, single spaces.

    >>> fold("Yermek Narymbayev") == fold("Ермек Нарымбаев") == fold("ERMEK  NARYMBAEV")
    True
    >>> fold("Dmitry Al-Khalil’"), fold("Akhmetov") == fold("Akhmedov")
    ('dmitri al halil', False)
    """
    text = anyascii(APOSTROPHES.sub("", unicodedata.normalize("NFC", name))).lower()
    text = " ".join(re.sub(r"[^a-z0-9]+", " ", APOSTROPHES.sub("", text)).split())
    for pattern, letter in ROMANISATIONS:
        text = pattern.sub(letter, text)
    return text


def person_keys(person: Referent) -> tuple[str, ...]:
    """Return the keys of a person's full names: of the name, and of an alias with the same first and last part.

    A name of one part, or with a mere initial, has none: too many people share it.

    >>> from graphbuild.model import Kind
    >>> person_keys(Referent("r", "d", Kind.PERSON, "Ilham Heydar Aliyev", ("Aliyev", "Ilham Aliyev", "Leyla Aliyeva")))
    ('ilham heidar alev', 'ilham alev')
    >>> person_keys(Referent("r", "d", Kind.PERSON, "I. Aliyev"))
    ()
    """
    name = fold(person.name).split()
    if len(name) < 2 or min(len(part) for part in (name[0], name[-1])) < 2:
        return ()
    aliases = (fold(alias).split() for alias in person.aliases)
    kin = [parts for parts in aliases if len(parts) >= 2 and (parts[0], parts[-1]) == (name[0], name[-1])]
    return tuple(dict.fromkeys(" ".join(parts) for parts in (name, *kin)))


def body_key(name: str) -> str:
    """Return the key of an outlet's or an organisation's name, without "the" and legal forms.

    >>> body_key("The Uly Dala LLP") == body_key("Uly Dala")
    True
    """
    words = fold(name).split()
    return " ".join(w for w in words if w not in LEGAL_FORMS) or " ".join(words)


def acronym_pairs(body: Referent) -> tuple[tuple[str, str], ...]:
    """Return (key of an acronym, key of the full name) for the pairs that the document itself gives.

    >>> from graphbuild.model import Kind
    >>> forms = ("Committee to Protect Journalists", "CPJ", "CPR")
    >>> acronym_pairs(Referent("r", "d", Kind.ORGANIZATION, forms[0], forms))
    (('cpj', 'committee to protect journalists'),)
    """
    forms = tuple(dict.fromkeys((body.name, *body.aliases)))
    short = [f for f in forms if f.replace(".", "").isupper() and " " not in f]
    full = [f for f in forms if " " in f.strip()]
    return tuple((body_key(s), body_key(f)) for s in short for f in full if _spells(s, f))


def _spells(acronym: str, name: str) -> bool:
    """Whether an acronym is made of the initials of a name, small words left out or not."""
    letters = re.sub(r"[^a-z0-9]", "", anyascii(acronym).lower())
    words = [w for w in re.split(r"[^a-z0-9]+", anyascii(name).lower()) if w]
    initials = ("".join(w[0] for w in words), "".join(w[0] for w in words if w not in SMALL_WORDS))
    return len(letters) > 1 and letters in initials
