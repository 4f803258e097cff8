"""What stands in a slot of a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graphbuild.extract.noun_phrases import NounPhrases
    from graphbuild.extract.syntax import Dependent


class Argument(NamedTuple):
    """One filler of one slot: the head token of its phrase."""

    slot: str
    token: Token
    direct: bool = True
    """whether it is a dependent of the trigger itself, not inherited by coordination or control"""


def at_hands_of(d: Dependent, phrases: NounPhrases) -> Token | None:
    """Return whose hands "at the hands of the guards" names."""
    if d.token.lemma_.lower() != "hand" or d.preposition != "at":
        return None
    return next(iter(phrases.owners(d.token)), None)
