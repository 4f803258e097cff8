"""What stands in a slot of a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from graphbuild.extract.noun_phrases import NounPhrases
    from graphbuild.extract.syntax import Dependent
    from graphbuild.extract.tokens import Token


ORDERS = frozenset({"order", "instruction", "command", "behest"})
"""Nouns for what makes somebody act for another, who then did it."""


class Argument(NamedTuple):
    """One filler of one slot: the head token of its phrase."""

    slot: str
    token: Token
    direct: bool = True
    """whether it is a dependent of the trigger itself, not inherited by coordination or control"""


def at_hands_of(d: Dependent, phrases: NounPhrases) -> Token | None:
    """Return whose hands "at the hands of the guards" names, and whose order "on the orders of the mayor"."""
    noun = d.token.lemma_.lower()
    if (noun, d.preposition) != ("hand", "at") and not (
        noun in ORDERS and d.preposition in ("on", "under", "at", "by")
    ):
        return None
    return next(iter(phrases.owners(d.token)), None)
