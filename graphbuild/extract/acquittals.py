"""What somebody is told to have done whom a court cleared of it: alleged, however the rest of a report tells it.

"Omar Sheikh, who was convicted of murdering X, … A court acquitted Sheikh": the act stays, who did it is a claim
(presumption of innocence, ICCPR article 14.2). Who was convicted after his acquittal is not cleared.
"""

from __future__ import annotations

from dataclasses import replace

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.drafts import Draft
from graphbuild.extract.kinds import PERSONS
from graphbuild.model import EventType, Factuality

CLEARED = frozenset({"acquittal", "overturned conviction"})


def with_acquitted(drafts: list[Draft], clusters: Clusters) -> list[Draft]:
    """Return the happenings, those alleged that were done by somebody acquitted."""
    convictions = [d for d in drafts if d.type is EventType.CONVICTION and d.asserted]
    cleared = set[int]()
    for acquittal in drafts:
        if acquittal.type is EventType.RELEASE and acquittal.asserted and acquittal.subtype in CLEARED:
            people = {clusters.root(i) for i in acquittal.targets if clusters.kind(i) in PERSONS}
            later = (d for d in convictions if _is_later(d, acquittal))
            cleared |= people - {clusters.root(i) for d in later for i in d.targets}
    return [_doubted(d) if cleared & clusters.roots_of(d.perpetrators) else d for d in drafts]


def _is_later(one: Draft, other: Draft) -> bool:
    return one.time is not None and other.time is not None and one.time.earliest > other.time.latest


def _doubted(draft: Draft) -> Draft:
    if draft.reading.factuality is not Factuality.REPORTED:
        return draft
    return replace(draft, reading=replace(draft.reading, factuality=Factuality.ALLEGED, accused=True))
