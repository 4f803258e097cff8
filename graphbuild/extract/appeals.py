"""Whose verdict a court upholds or cuts, where the text has only "the verdict": that of who was convicted last.

"X was sentenced to six years in October. The regional court left *the verdict* unchanged": a definite noun for a ruling
takes up the one told before (bridging: Clark 1977). So does "extended *the detention*" whoever is held.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.same_agents import by_court
from graphbuild.extract.syntax import sentences_between
from graphbuild.model import EventType

if TYPE_CHECKING:
    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.drafts import Draft

RULED_ON = {
    EventType.CONVICTION: EventType.CONVICTION,
    EventType.DETENTION: EventType.DETENTION,
    EventType.RELEASE: EventType.PROSECUTION,
}
"""What is ruled on again, and what it takes up: "dropped *the case*" ends what was begun."""
REACH = 4
"""Sentences over which "the verdict" goes back."""
TAKEN_UP = 0.85
"""Factor on the confidence of a ruling whose victim another one names."""
POINTING = frozenset({"the", "this", "that"})


def with_appellants(drafts: list[Draft], clusters: Clusters) -> list[Draft]:
    """Return the drafts, rulings on "the verdict" of those whom the last ruling of the kind befell."""
    found: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.trigger.token.i):
        taken_up = _taken_up(draft, found, clusters) if _is_on_ruling(draft, clusters) else None
        if taken_up is not None:
            draft = replace(draft, targets=taken_up.targets, confidence=draft.confidence * TAKEN_UP)
        found.append(draft)
    return found


def _is_on_ruling(draft: Draft, clusters: Clusters) -> bool:
    """Whether a court does something to what a definite noun without owner names."""
    if draft.type not in RULED_ON or draft.targets or draft.trigger.token.pos_ != "VERB" or not draft.asserted:
        return False
    nouns = [a.token for a in (*draft.trigger.clause.fill("patient"), *draft.trigger.clause.fill("off"))]
    dropped = draft.subtype == "dropped charges" and bool(draft.perpetrators)
    if not (dropped if draft.type is EventType.RELEASE else by_court(draft, clusters)):
        return False
    return any(c.lower_ in POINTING for t in nouns for c in t.children)


def _taken_up(draft: Draft, told: list[Draft], clusters: Clusters) -> Draft | None:
    """Return the last ruling of the kind before, near enough, on people whom the text names."""
    before = (d for d in reversed(told) if d.type is RULED_ON[draft.type] and d.asserted and d.targets)
    last = next(before, None)
    if last is None or not all(clusters.named(i) for i in last.targets):
        return None
    return last if sentences_between(last.trigger.token, draft.trigger.token) <= REACH else None
