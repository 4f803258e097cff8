"""Reads what a teaser's cut-off last sentence still says of when and where.

"Police attack 2 journalists covering fire … In the early hours of March 2, in the southern city of Shymkent, police…":
the verb is lost, but who acts, when and where stand there. What police did in this teaser, where it says nothing else of
when and where, they did then and there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphbuild.extract.circumstances import Circumstances
from graphbuild.extract.clusters import Clusters
from graphbuild.extract.drafts import Draft
from graphbuild.extract.kinds import BODIES, PEOPLE
from graphbuild.extract.mentions import Form
from graphbuild.model import Kind, Time

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Span

DOTS = ("…", "...", "[…]", "[...]")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
INFERRED = 0.95
"""Factor on the confidence of a claim that takes its time or place from such a sentence."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A sentence without its verb: who it begins to tell of, when and where."""

    agent: int
    time: Time | None
    place: int | None


def complete(drafts: list[Draft], doc: Doc, clusters: Clusters, circumstances: Circumstances) -> list[Draft]:
    """Return the drafts with times and places that only a cut-off sentence gives."""
    found = list(_fragments(doc, clusters, circumstances))
    return [_completed(d, found, clusters) for d in drafts] if found else drafts


def _fragments(doc: Doc, clusters: Clusters, circumstances: Circumstances) -> Iterator[Fragment]:
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        if not words or words[-1].text not in DOTS or any(t.tag_ in FINITE for t in words):
            continue
        inside = [i for i, m in enumerate(clusters.mentions) if sentence.start <= m.start and m.end <= sentence.end]
        agents = [i for i in inside if clusters.kind(i) in PEOPLE | BODIES]
        if agents:
            time = next((circumstances.times[t.i].time for t in sentence if t.i in circumstances.times), None)
            yield Fragment(agents[-1], time, _place(sentence, inside, clusters, circumstances))


def _place(sentence: Span, inside: list[int], clusters: Clusters, circumstances: Circumstances) -> int | None:
    named = [i for i in inside if clusters.mentions[i].form is Form.NAME and clusters.kind(i) is Kind.PLACE]
    return min(named, key=circumstances.places.breadth, default=None)


def _completed(draft: Draft, fragments: list[Fragment], clusters: Clusters) -> Draft:
    agents = clusters.roots_of(draft.perpetrators)
    for each in fragments:
        if draft.time is None and each.time is not None and clusters.root(each.agent) in agents:
            place = draft.place if each.place is None else each.place
            return replace(draft, time=each.time, place=place, confidence=draft.confidence * INFERRED)
    return draft
