"""Which claims are shown and counted.

The store keeps all that was extracted. What is printed, and what the graph takes, is at least as sure as a threshold;
`strict` is what one would publish after a look: confidence 0.8, and told as fact.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphbuild.model import EventClaim, Factuality, RelationClaim

STRICT = 0.8


@dataclass(frozen=True, slots=True)
class Threshold:
    """How sure a claim must be.

    >>> Threshold(0.3).least, Threshold(0.3, strict=True).least
    (0.3, 0.8)
    """

    min_confidence: float = 0.5
    strict: bool = False

    @property
    def least(self) -> float:
        """The least confidence that passes."""
        return max(self.min_confidence, STRICT) if self.strict else self.min_confidence

    def sure(self, claim: EventClaim | RelationClaim) -> bool:
        """Whether a claim of any factuality is sure enough to be shown."""
        return claim.confidence >= self.least

    def takes(self, factuality: Factuality) -> bool:
        """Whether what is said with this factuality counts."""
        return factuality is Factuality.REPORTED if self.strict else factuality.asserted

    def admits(self, claim: EventClaim | RelationClaim) -> bool:
        """Whether a claim counts."""
        return self.sure(claim) and self.takes(claim.factuality)


STANDARD = Threshold()
