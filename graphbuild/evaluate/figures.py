"""Counts of right, wrong and missed.

Of the triples in "Police beat Lusweti and broke Wandati's lens", one found and one missed is `Figures(tp=1, fn=1)`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Triple(NamedTuple):
    """Who did what to whom; also a relation (subject, predicate, object) or a role (event type, role, participant)."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class Figures:
    """How many were right, wrong and missed.

    >>> half = Figures(tp=3, fp=1, fn=3)
    >>> half.precision, half.recall, half.f1
    (0.75, 0.5, 0.6)
    """

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @classmethod
    def of(cls, predicted: Iterable[object], gold: Iterable[object]) -> Figures:
        """Count what two sets share and what each has alone.

        >>> Figures.of({"Seizure", "Threat"}, {"Seizure"})
        Figures(tp=1, fp=1, fn=0)
        """
        ours, theirs = set(predicted), set(gold)
        return cls(len(ours & theirs), len(ours - theirs), len(theirs - ours))

    def __add__(self, other: Figures) -> Figures:
        return Figures(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        """Return the share of the predicted that is right, 0 where nothing is predicted."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        """Return the share of gold that is found, 0 where gold has nothing."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.tp / (2 * self.tp + self.fp + self.fn) if self.tp else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """A triple or relation that was missed or is wrong, in names, with the passage that shows it."""

    document: str
    error: str
    """`missed`, `wrong`, `missed relation` or `wrong relation`"""
    triple: Triple
    evidence: str
