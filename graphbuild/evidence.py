"""Evidence in the graph: which claims count, how sure they are together, and the nodes that show them.

A denial stands beside the act that it denies, as `Evidence` of that factuality with its speaker; it is never counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from graphbuild.elements import document_node_id, edge, node
from graphbuild.ids import make_id
from graphbuild.labels import EVIDENCE
from graphbuild.model import Edge, EventClaim, Factuality, Node, RelationClaim, Value
from graphbuild.threshold import Threshold

Claim = EventClaim | RelationClaim
T = TypeVar("T")
NAME_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Admission:
    """Which claims the graph takes."""

    threshold: Threshold
    right: frozenset[str]
    """ids of the claims that a person found right: they need no confidence"""
    wrong: frozenset[str]

    def sure(self, claim: Claim) -> bool:
        """Whether a claim of any factuality is sure enough to be shown."""
        return claim.id not in self.wrong and (claim.id in self.right or self.threshold.sure(claim))

    def takes(self, factuality: Factuality) -> bool:
        """Whether what is said with this factuality counts."""
        return self.threshold.takes(factuality)

    def admits(self, claim: Claim) -> bool:
        """Whether a claim counts."""
        return self.sure(claim) and self.takes(claim.factuality)


def evidence_id(claim: Claim) -> str:
    """Return the id of a claim's Evidence node."""
    return make_id("evidence", claim.id)


def evidence_ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the ids of the claims' Evidence nodes, sorted."""
    return tuple(sorted({evidence_id(c) for c in claims}))


def evidence_node(claim: Claim) -> Node:
    """Return the node that quotes what makes a claim."""
    evidence = claim.evidence
    name = " ".join(evidence.quote.split())
    properties: dict[str, Value | None] = {
        "name": name if len(name) <= NAME_LENGTH else name[: NAME_LENGTH - 1] + "…",
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "factuality": claim.factuality.value,
        "confidence": _rounded(claim.confidence),
    }
    return node(evidence_id(claim), EVIDENCE, properties)


def evidence_edges(claim: Claim, entity_of: Mapping[str, str], event: str | None = None) -> Iterator[Edge]:
    """Yield where a quote comes from, who says so, and the event that it shows."""
    id = evidence_id(claim)
    itself: dict[str, Value | None] = {"evidence": (id,)}
    yield edge("FROM", id, document_node_id(claim.document), None, itself)
    if claim.speaker is not None and claim.speaker in entity_of:
        yield edge("SPEAKER", id, entity_of[claim.speaker], None, itself)
    if event is not None:
        yield edge("EVIDENCE", event, id, None, itself)


def shown(claims: Mapping[str, Claim], told: Mapping[str, Factuality]) -> dict[str, Value | None]:
    """Return how sure claims are together of one thing, and their evidence; `told` is how sure each is of it."""
    of_it = [claims[id] for id in told]
    factuality = surest(told.values()).value
    return {"factuality": factuality, "confidence": best(of_it), "evidence": evidence_ids(of_it)}


def best(claims: Iterable[Claim]) -> float:
    """Return the confidence of the surest claim: reports copy one another, so that many are no more than one."""
    return _rounded(max(c.confidence for c in claims))


def surest(factualities: Iterable[Factuality | None]) -> Factuality:
    """Return `reported` where one says so, else `alleged`."""
    return Factuality.REPORTED if Factuality.REPORTED in factualities else Factuality.ALLEGED


def least(one: Factuality, other: Factuality) -> Factuality:
    """Return `alleged` where one is, else `reported`."""
    return Factuality.ALLEGED if Factuality.ALLEGED in (one, other) else Factuality.REPORTED


def chosen(values: Iterable[T | None]) -> T | None:
    """Return the most frequent known value, of equally frequent ones the first.

    >>> chosen([None, "libel", "treason", "treason"])
    'treason'
    """
    counts = Counter(v for v in values if v is not None)
    return max(counts, key=counts.__getitem__) if counts else None


def _rounded(confidence: float) -> float:
    return round(confidence, 4)
