"""The lemmas that a word may have: the lemmatiser's, and what regular English morphology makes of the form.

Statistical lemmatisers stumble over words that news about violence is full of ("stabbed" → "stabbe"). A list of known
lemmas tells which reading is right, so each caller takes the first that its list knows.

>>> regular("stabbed"), regular("bodies")
(('stabb', 'stab', 'stabbe'), ('body', 'bodie', 'bodi'))
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SHORTEST = 3
"""Letters of a stem at least."""


def readings(token: Token) -> tuple[str, ...]:
    """Return the lemmas that a token may have, the likeliest first."""
    return tuple(dict.fromkeys((token.lemma_.lower(), token.lower_, *regular(token.lower_))))


def noun_lemma(token: Token) -> str:
    """Return the singular of a noun: lemmatisers now and then leave a plural as it is."""
    lemma: str = token.lemma_.lower()
    if token.tag_ in ("NNS", "NNPS") and lemma == token.lower_ and lemma.endswith("s"):
        return next(iter(regular(lemma)), lemma)
    return lemma


@cache
def regular(form: str) -> tuple[str, ...]:
    """Return the stems that regular inflection may have made a form of."""
    if form.endswith("ies") or form.endswith("ied"):
        found = [form[:-3] + "y", form[:-1], form[:-2]]
    elif form.endswith("ing"):
        found = _stems(form[:-3])
    elif form.endswith("ed"):
        found = _stems(form[:-2])
    elif form.endswith("es"):
        found = [form[:-1], form[:-2]]
    elif form.endswith("s") and not form.endswith("ss"):
        found = [form[:-1]]
    else:
        found = []
    return tuple(stem for stem in found if len(stem) >= SHORTEST)


def _stems(stem: str) -> list[str]:
    """Return a stem as it stands, without a doubled consonant, and with the *e* that a suffix swallowed."""
    single = [stem[:-1]] if len(stem) > SHORTEST and stem[-1] == stem[-2] else []
    return [stem, *single, stem + "e"]
