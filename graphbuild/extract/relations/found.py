"""What a relation is as one parse tells it, and how sure each way of telling it is."""

from __future__ import annotations

from dataclasses import dataclass

from graphbuild.model import Predicate

SURE, LIKELY, WEAK = 0.9, 0.75, 0.6
"""Said of this very name; by a step that is seldom wrong; by a habit of writing that has exceptions."""
UNPRINTED = 0.45
"""Kept in the store, below what is printed: an unnamed relative, who matters only where something happens to him."""


@dataclass(frozen=True, slots=True)
class Found:
    """A relation between two mentions (indices into the clusters), and the stretch of tokens that says so."""

    subject: int
    predicate: Predicate
    object: int
    start: int
    end: int
    confidence: float
    position: str | None = None
    current: bool = True
