"""Recorded decisions: two things are or are not the same, a claim is right or wrong.

A reader sees that "Aliya Serik" of two reports are two reporters and says so once: `different`, with the ids of the
two referents. No rule undoes that, no rebuild forgets it, and the person can take it back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graphbuild.errors import StoreError
from graphbuild.rows import bound

RULE = "rule:"
"""How `decided_by` begins where no person decided."""


class Verdict(StrEnum):
    """What a judgement says."""

    SAME = "same"
    DIFFERENT = "different"
    RIGHT = "right"
    WRONG = "wrong"

    @property
    def pairs(self) -> bool:
        """Whether it is about two things, not about one claim."""
        return self in (Verdict.SAME, Verdict.DIFFERENT)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision."""

    verdict: Verdict
    left: str
    """the id of a referent, of an event claim or, if it is right or wrong, of a relation claim"""
    right: str | None = None
    decided_by: str = "person"
    """`person`, or any name that does not begin with `rule:`; a rule is `rule:` and its name"""
    decided_at: str | None = None
    """as the caller tells it; stands outside the promise of equal bytes"""
    number: int | None = None
    """its place in the store"""

    def __post_init__(self) -> None:
        if self.verdict.pairs != (self.right is not None) or self.left == self.right:
            raise StoreError(f"a judgement {self.verdict.value!r} of {self.left!r} and {self.right!r} makes no sense")

    @property
    def subject(self) -> tuple[str, ...]:
        """What it is about, so that a later judgement on the same replaces it."""
        return tuple(sorted((self.left, self.right))) if self.right else (self.left,)


def record(connection: sqlite3.Connection, judgements: Iterable[Judgement]) -> None:
    """Write judgements after those that are there."""
    connection.executemany(
        'INSERT INTO judgements (kind, "left", "right", decided_by, decided_at) VALUES (?1, ?2, ?3, ?4, ?5)',
        (bound((j.verdict.value, j.left, j.right, j.decided_by, j.decided_at)) for j in judgements),
    )


def standing(connection: sqlite3.Connection) -> list[Judgement]:
    """Return what people decided and did not undo, the last word on each subject, in the order of decision."""
    rows = connection.execute(
        'SELECT kind, "left", "right", decided_by, decided_at, number FROM judgements'
        " WHERE undone = 0 AND substr(decided_by, 1, 5) <> ?1 ORDER BY number",
        (RULE,),
    )
    last = {(j.verdict.pairs, j.subject): j for j in (Judgement(Verdict(kind), *rest) for kind, *rest in rows)}
    return sorted(last.values(), key=lambda j: j.number or 0)


def reasons(connection: sqlite3.Connection, id: str) -> list[Judgement]:
    """Return what rules and people decided about one referent or claim, undone ones left out."""
    rows = connection.execute(
        'SELECT kind, "left", "right", decided_by, decided_at, number FROM judgements'
        ' WHERE undone = 0 AND ("left" = ?1 OR "right" = ?1) ORDER BY number',
        bound((id,)),
    )
    return [Judgement(Verdict(kind), *rest) for kind, *rest in rows]


def undo(connection: sqlite3.Connection, number: int) -> bool:
    """Take back a person's decision; return whether there was one to take back."""
    done = connection.execute(
        "UPDATE judgements SET undone = 1 WHERE number = ?1 AND undone = 0 AND substr(decided_by, 1, 5) <> ?2",
        (number, RULE),
    )
    return bool(done.rowcount)
