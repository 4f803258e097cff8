"""build: the store → the graph that every projection reads.

Three reports that Shymkent police detained Aliya Serik become one `Detention` node with an edge to its `PERPETRATOR` and
one to its `TARGET`, three `Evidence` nodes with their quotes, and `(police)-[DETAINED]->(Serik)`. Each edge names the
evidence that shows it; what cannot be shown is not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from anyascii import anyascii

from graphbuild.acts import Act, act_edges, act_node
from graphbuild.cases import case_edges
from graphbuild.elements import document_node_id, edge, node
from graphbuild.errors import StoreError
from graphbuild.evidence import Admission, Told, chosen, evidence_edges, evidence_node, least, shown
from graphbuild.judgements import Verdict
from graphbuild.labels import DOCUMENT, LABELS, RELATIONS
from graphbuild.model import (
    Document,
    Edge,
    Entity,
    Event,
    EventClaim,
    Graph,
    Node,
    RelationClaim,
    Role,
    Value,
)
from graphbuild.store import Store

__all__ = ["LABELS", "build"]


@dataclass(frozen=True, slots=True)
class Content:
    """What the store holds, by id, with what to take of it."""

    entities: Mapping[str, Entity]
    entity_of: Mapping[str, str]
    admission: Admission
    documents: list[Document] = field(default_factory=list)
    events: dict[str, EventClaim] = field(default_factory=dict)
    relations: list[RelationClaim] = field(default_factory=list)


def build(store: Store, min_confidence: float = 0.5, strict: bool = False) -> Graph:
    """Return the graph of a resolved store, from claims of at least `min_confidence`.

    `strict` takes what one would publish after a look: at least 0.8, and only what is reported as fact. A claim that a
    person found right is taken at any confidence, one found wrong never. Nodes and edges come sorted by id.
    """
    if not store.resolved:
        raise StoreError(f"{store.path}: changed since it was resolved; run `graphbuild resolve` first")
    content = _read(store, min_confidence, strict)
    acts = [act for event in store.events() if (act := _act(event, content))]
    nodes, edges = _elements(acts, content)
    ends = {id for e in edges for id in (e.source, e.target)}
    up = [content.entities[id] for id in ends if id in content.entities]
    derived = [_part_of(e) for e in up if e.part_of]
    made = {e.id for e in edges}
    edges += [e for e in derived if e.id not in made]
    ends |= {e.target for e in derived}
    nodes += [_entity_node(content.entities[id]) for id in ends if id in content.entities]
    nodes += map(_document_node, content.documents)
    return Graph(tuple(sorted(nodes, key=lambda n: n.id)), tuple(sorted(edges, key=lambda e: e.id)))


def _read(store: Store, min_confidence: float, strict: bool) -> Content:
    judged = {v: frozenset(j.left for j in store.judgements() if j.verdict is v) for v in Verdict}
    admission = Admission(min_confidence, strict, judged[Verdict.RIGHT], judged[Verdict.WRONG])
    entities = {e.id: e for e in store.entities()}
    content = Content(entities, {m: e.id for e in entities.values() for m in e.members}, admission)
    for claims in store.claims():
        title = claims.document.title or next((line for line in claims.document.text.splitlines() if line.strip()), "")
        content.documents.append(replace(claims.document, text="", title=title.strip()))
        content.events.update((e.id, e) for e in claims.events)
        content.relations.extend(r for r in claims.relations if admission.admits(r))
    return content


def _act(event: Event, content: Content) -> Act | None:
    """Return what the admitted claims of an event say; none where none is admitted."""
    claims = tuple(content.events[c] for c in event.claims if content.admission.admits(content.events[c]))
    if not claims:
        return None
    targets = _side(claims, Role.TARGET, content)
    # claims of several reports may contradict each other; the victim never becomes the agent
    agents = {e: told for e, told in _side(claims, Role.PERPETRATOR, content).items() if e not in targets}
    of_place = {c.id: content.entity_of[c.place] for c in claims if c.place in content.entity_of}
    about = tuple(content.events[c] for c in event.about if content.admission.sure(content.events[c]))
    verified = any(c.id in content.admission.right for c in claims)
    return Act(event.id, event.type, claims, about, agents, targets, content.entities, of_place, verified)


def _side(claims: Iterable[EventClaim], role: Role, content: Content) -> dict[str, Told]:
    """Return the entities in a role, with the claims that name them and how sure each is of it."""
    side: dict[str, dict[str, tuple[EventClaim, Factuality]]] = {}
    for claim in claims:
        for p in claim.participants:
            pass
    return {}
