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

IRREGULAR = dict(
    pair.split(":") for pair in
    "beaten:beat bitten:bite broke:break broken:break brought:bring burnt:burn bound:bind caught:catch fought:fight"
    " found:find fled:flee forbade:forbid forbidden:forbid froze:freeze frozen:freeze gave:give given:give held:hold"
    " kept:keep led:lead laid:lay left:leave lost:lose made:make met:meet put:put ran:run sent:send shot:shoot shut:shut"
    " slain:slay slew:slay spat:spit stole:steal stolen:steal struck:strike sued:sue swore:swear taken:take took:take"
    " threw:throw thrown:throw tore:tear torn:tear trod:tread underwent:undergo withdrew:withdraw withdrawn:withdraw"
    " withheld:withhold upheld:uphold overthrown:overthrow wrote:write written:write died:die dying:die hurt:hurt"
    " hit:hit".split()
)  # fmt: skip
"""Irregular forms of verbs that frames use."""
SHORTEST = 3
"""Letters of a stem at least."""


def readings(token: Token) -> tuple[str, ...]:
    """Return the lemmas that a token may have, the likeliest first."""
    form = token.lower_
    return tuple(dict.fromkeys((token.lemma_.lower(), IRREGULAR.get(form, form), form, *regular(form))))


def noun_lemma(token: Token) -> str:
    """Return the singular of a noun: lemmatisers now and then leave a plural as it is."""
    lemma: str = token.lemma_.lower()
    if token.tag_ in ("NNS", "NNPS") and lemma == token.lower_ and lemma.endswith("s"):
        return next(iter(regular(lemma)), lemma)
    return lemma


@cache
def regular(form: str) -> tuple[str, ...]:
    """Return the stems that regular inflection may have made a form of."""
    if form.endswith(("ies", "ied")):
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
