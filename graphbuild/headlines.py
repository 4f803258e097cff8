"""Lets the parser read headlines as the sentences they stand for.

"Kazakh police assault, injure journalist" has two verbs that look like nouns, and nothing but the genre says that they
are none: headlines leave out articles and *and*, and tell the past in the present tense. A parser trained on sentences
reads "Kazakh police assaulted and injured journalist" rightly. So the words that are verbs of a frame, where a headline
has its verb, are shown to the parser in the past tense, and commas between them as *and*; text, offsets and words stay.

>>> shown("Kazakh police assault , injure journalist".split())
{2: 'assaulted', 3: 'and', 4: 'injured'}
>>> shown("Demonstrators attack reporters , damage equipment".split())
{1: 'attacked', 3: 'and', 4: 'damaged'}
>>> shown("Police attack on reporters condemned".split()), shown("Journalist murder suspect arrested".split())
({}, {})
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from graphbuild.lexicons.frames import load_frames
from graphbuild.lexicons.gazetteer import country_of
from graphbuild.lexicons.words import AgencyWord, GroupWord, OrganizationWord, Position, load_words
from graphbuild.model import Kind

NO_SUBJECT = frozenset(
    "a an the of in on at by for from to with after before over during against into under as and or amid near his her"
    " their its new alleged recent deadly violent latest another more no this that 's ’s , : ; - – —".split()
)
"""Words after which a verb without an auxiliary does not stand, but a noun may."""
NO_OBJECT = frozenset(
    "on of against by for in at to over with from as near after amid is are was were , . : ; ' ’ 's ’s".split()
)
"""Words that follow the noun ("attack on") and seldom the verb."""
COMPOUNDS = frozenset(
    "suspect suspects case cases trial probe charge charges victim victims investigation inquiry plot threat threats"
    " attempt scene warrant ban order bid claim claims appeal row rate rates law bill video photo footage report".split()
)
"""Nouns that the noun before them belongs to: "murder suspect"."""
IRREGULAR = {"men": "man", "women": "woman", "gunmen": "gunman"}
DOUBLED = frozenset({"kidnap", "expel", "compel", "wiretap", "submit", "outstrip"})
"""Longer verbs that double their last letter in the past."""
SHORTEST = 4
VOWELS = frozenset("aeiou")


def shown(words: Sequence[str]) -> dict[int, str]:
    """Return which words of a headline the parser is shown otherwise, by their places."""
    found: dict[int, str] = {}
    for i, word in enumerate(words):
        base = _base(word)
        if base is None or not 0 < i < len(words) - 1:
            continue
        follows = (i - 2 in found and words[i - 1] in ("and", "&")) or (bool(found) and words[i - 1] == ",")
        begins = (
            not found
            and _has_agent(words[:i])
            and words[i - 1].lower() not in NO_SUBJECT
            and words[i - 1][-1].isalnum()
        )
        if (follows and _takes_object(words, i)) or (begins and (_takes_object(words, i) or _goes_on(words, i))):
            found[i] = past(base)
            if follows and words[i - 1] == ",":
                found[i - 1] = "and"
    return dict(sorted(found.items()))


def past(base: str) -> str:
    """Return the regular past of a verb.

    >>> [past(v) for v in ("raid", "seize", "ban", "harry", "detain")]
    ['raided', 'seized', 'banned', 'harried', 'detained']
    """
    if base.endswith("e"):
        return f"{base}d"
    if base in DOUBLED:
        return f"{base}{base[-1]}ed"
    if base.endswith("y") and base[-2] not in VOWELS:
        return f"{base[:-1]}ied"
    short = len(base) <= SHORTEST and base[-1] not in VOWELS | {"w", "x", "y"} and base[-2] in VOWELS
    return f"{base}{base[-1]}ed" if short and base[-3] not in VOWELS else f"{base}ed"


def _takes_object(words: Sequence[str], i: int) -> bool:
    after = words[i + 1].lower()
    return not (after in NO_OBJECT or after in COMPOUNDS or after == "and" or after.endswith(("ed", "ing")))


def _has_agent(words: Sequence[str]) -> bool:
    """Whether words name somebody who acts against the press and nobody of it: "Police in Osh", "Belarus", "Masked men"."""
    lower = [w.lower().removesuffix("s") if len(w) > len("press") else w.lower() for w in words]
    forms = (lower, [w.lower() for w in words], [IRREGULAR.get(w.lower(), w.lower()) for w in words])
    agents = any(
        any(load_words(entry).scan(form)) for form in forms for entry in (AgencyWord, GroupWord, OrganizationWord)
    ) or any(country_of(w) for w in words)
    return agents and not any(
        e.kind is Kind.JOURNALIST for form in forms for _, _, e in load_words(Position).scan(form)
    )


def _goes_on(words: Sequence[str], i: int) -> bool:
    """Whether another such verb follows after a comma: "attack, harass 2 journalists"."""
    return i + 3 < len(words) and words[i + 1] in (",", "and", "&") and _base(words[i + 2]) is not None


def _base(word: str) -> str | None:
    """Return the base of a verb of a frame in the present tense, None for any other word."""
    forms = (word, word.removesuffix("s"), word.removesuffix("es"))
    return next((form for form in forms if form in _verbs()), None) if word.islower() else None


@cache
def _verbs() -> frozenset[str]:
    """Regular verbs of one word that report an act."""
    irregular = {
        "beat",
        "hit",
        "shoot",
        "take",
        "hold",
        "put",
        "shut",
        "steal",
        "break",
        "strike",
        "throw",
        "find",
        "make",
    }
    units = (u for frame in load_frames().by_type.values() for u in frame.units if u.pos == "verb")
    return frozenset(u.head for u in units if len(u.lemmas) == 1 and len(u.head) > 2) - irregular
