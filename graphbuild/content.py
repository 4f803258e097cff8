"""What the store holds, by id, as building the graph asks for it.

"Aliya Serik" of the third report is asked for by the referent's id, and is the entity that all three reports speak of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from graphbuild.evidence import Admission
from graphbuild.judgements import Verdict
from graphbuild.model import Document, Entity, EventClaim, RelationClaim
from graphbuild.store import Store
from graphbuild.threshold import Threshold


@dataclass(frozen=True, slots=True)
class Content:
    """Entities, claims and documents."""

    admission: Admission
    entities: Mapping[str, Entity]
    entity_of: Mapping[str, str]
    """referent → entity"""
    documents: tuple[Document, ...]
    """titled, without their text"""
    dates: Mapping[str, date]
    """document → when it was published, where that is known"""
    events: Mapping[str, EventClaim]
    relations: tuple[RelationClaim, ...]
    """only those that count"""

    def published(self, document: str) -> date:
        """Return when a document was published; what is undated comes before all that is dated."""
        return self.dates.get(document, date.min)


def read_content(store: Store, threshold: Threshold) -> Content:
    """Read a resolved store."""
    judged = {v: frozenset(j.left for j in store.judgements() if j.verdict is v) for v in Verdict}
    admission = Admission(threshold, judged[Verdict.RIGHT], judged[Verdict.WRONG])
    entities = {e.id: e for e in store.entities()}
    documents: list[Document] = []
    events: dict[str, EventClaim] = {}
    relations: list[RelationClaim] = []
    for claims in store.claims():
        documents.append(_titled(claims.document))
        events.update((e.id, e) for e in claims.events)
        relations += [r for r in claims.relations if admission.admits(r)]
    entity_of = {member: e.id for e in entities.values() for member in e.members}
    dates = {d.id: d.published for d in documents if d.published}
    return Content(admission, entities, entity_of, tuple(documents), dates, events, tuple(relations))


def _titled(document: Document) -> Document:
    """Return a document without its text, with the first line of it for a title that it has not."""
    lines: Iterable[str] = (line.strip() for line in document.text.splitlines())
    return replace(document, text="", title=document.title or next(filter(None, lines), document.id))
