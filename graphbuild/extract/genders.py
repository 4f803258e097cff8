"""Whether a person's mentions show that "he" or "she" may be meant.

Pronouns and titles say it, nouns such as *wife* and *cameraman*, and surnames where the language marks them: Serikova and
Kowalska are women's, Serikov and Kowalski men's; *qizi* and *kyzy* mean daughter, *oglu*, *uly* and *uulu* son. Many
languages have surnames in -ina (Molina, Nkina): they are women's after a first name in -a. First names say it too, but no
list of them covers the world, and a wrong gender costs a link that is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuild.extract.mentions import Mention

FEMALE = re.compile(r"(?:ova|eva|yeva|ska|skaya|tskaya|a \S*[^aeiou]ina|qizi|kyzy|qyzy|kizi|gizi)$")
NEITHER = frozenset("villanueva nueva cueva casanova villanova cordova córdova nova genova padova".split())
"""Names of the Romance languages that end as Slavic ones do."""
MALE = re.compile(r"(?:[^aeiou]ov|ev|yev|skiy|sky|ski|skyi|tsky|oglu|oğlu|ogly|uly|uulu|ulu|zoda|zade)$")
NOUNS = {
    "wife": "f", "mother": "f", "sister": "f", "daughter": "f", "widow": "f", "woman": "f", "girl": "f", "aunt": "f",
    "actress": "f", "spokeswoman": "f", "chairwoman": "f", "camerawoman": "f", "policewoman": "f", "niece": "f",
    "husband": "m", "father": "m", "brother": "m", "son": "m", "widower": "m", "man": "m", "boy": "m", "uncle": "m",
    "spokesman": "m", "chairman": "m", "cameraman": "m", "policeman": "m", "nephew": "m", "gunman": "m",
}  # fmt: skip

SEXES = {"female": "f", "woman": "f", "women": "f", "male": "m"}
"""Words before a noun for somebody that say it."""


def gender_of(mentions: Iterable[Mention]) -> str | None:
    """Return "m" or "f" where the mentions of one person show it, pronouns before the rest; None where none does.

    >>> gender_of([])
    """
    mentions = list(mentions)
    pronouns = {m.gender for m in mentions if m.gender in ("m", "f")}
    if pronouns:
        return pronouns.pop() if len(pronouns) == 1 else None
    shown = {g for m in mentions if (g := of_words(m.text)) is not None}
    return shown.pop() if len(shown) == 1 else None


def may_be_so_called(description: str, mentions: Iterable[Mention]) -> bool:
    """Whether a description may be of somebody: "a female reporter" is nobody of whom a text does not say that she is.

    >>> may_be_so_called("reporter", []), may_be_so_called("female reporter", [])
    (True, False)
    """
    told = {SEXES[w] for w in description.lower().split()[:-1] if w in SEXES}
    return not told or told == {gender_of(mentions)}


def of_words(text: str) -> str | None:
    """Return the gender that the last word of a name or description shows.

    >>> of_words("Dana Serikova"), of_words("his wife"), of_words("Omar Keita")
    ('f', 'f', None)
    >>> of_words("female reporter"), of_words("women reporters"), of_words("women's weekly")
    ('f', 'f', None)
    >>> of_words("Elena Rubina"), of_words("Luis Molina"), of_words("Juan Villanueva")
    ('f', None, None)
    """
    words = text.lower().split()
    last = words[-1] if words else ""
    if last in NOUNS:
        return NOUNS[last]
    told = {SEXES[w] for w in words[:-1] if w in SEXES}
    if told:
        return told.pop() if len(told) == 1 else None
    if not text[:1].isupper() or last in NEITHER:
        return None
    if FEMALE.search(text.lower()):
        return "f"
    return "m" if MALE.search(last) else None
