"""The lemmas that a word may have: the lemmatiser's, and what regular English morphology makes of the form.

Statistical lemmatisers stumble over words that news about violence is full of ("stabbed" → "stabbe"). A list of known
lemmas tells which reading is right, so each caller takes the first that its list knows.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from graphbuild.stems import stems

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

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
WHOLE = frozenset({"armed"})
"""Adjectives that look inflected: nobody's arm is hurt by armed men."""


def readings(token: Token) -> tuple[str, ...]:
    """Return the lemmas that a token may have, the likeliest first; "pre-trial", which is no trial, is one word."""
    if token.lower_ == "trial" and token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "pre":
        return ("pretrial",)
    return _readings(token.lemma_, token.lower_)


@lru_cache(maxsize=1 << 16)
def _readings(lemma: str, form: str) -> tuple[str, ...]:
    if form in WHOLE:
        return (form,)
    return tuple(dict.fromkeys((lemma.lower(), IRREGULAR.get(form, form), form, *stems(form))))


def noun_lemma(token: Token) -> str:
    """Return the singular of a noun: lemmatisers now and then leave a plural as it is."""
    lemma: str = token.lemma_.lower()
    if token.tag_ in ("NNS", "NNPS") and lemma == token.lower_ and lemma.endswith("s"):
        return next(iter(stems(lemma)), lemma)
    return lemma


def is_plural(token: Token) -> bool:
    """Whether a noun or number stands for several."""
    return (
        token.tag_ in ("NNS", "NNPS")
        or "Plur" in token.morph.get("Number", [])
        or (token.pos_ == "NUM" and token.lower_ != "one")
    )


def is_gerund_noun(token: Token) -> bool:
    """Whether an *-ing* form is a noun though tagged a verb: *of* follows it ("the beating of X", Quirk 17.54)."""
    of = token.i + 1 < len(token.doc) and token.nbor().lower_ == "of"
    return of and token.tag_ == "VBG" and not any(c.dep_ in ("obj", "dobj", "aux") for c in token.children)
