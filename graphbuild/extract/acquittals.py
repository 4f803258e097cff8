"""What somebody is told to have done whom a court cleared of it: alleged, however the rest of a report tells it.

"Omar Sheikh, who was convicted of murdering X, … A court acquitted Sheikh": the act stays, who did it is a claim
(presumption of innocence, ICCPR article 14.2).
"""

from __future__ import annotations

from dataclasses import replace

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.drafts import Draft
from graphbuild.model import EventType, Factuality

CLEARED = frozenset({"acquittal", "overturned conviction"})


def with_acquitted(drafts: list[Draft], clusters: Clusters) -> list[Draft]:
    """Return the happenings, those alleged that were done by somebody acquitted."""
    cleared = {
        clusters.root(i)
        for d in drafts
        if d.type is EventType.RELEASE and d.asserted and d.subtype in CLEARED
        for i in d.targets
    }
    return [_doubted(d) if cleared & {clusters.root(i) for i in d.perpetrators} else d for d in drafts]


def _doubted(draft: Draft) -> Draft:
    if draft.reading.factuality is not Factuality.REPORTED:
        return draft
    return replace(draft, reading=replace(draft.reading, factuality=Factuality.ALLEGED, accused=True))
