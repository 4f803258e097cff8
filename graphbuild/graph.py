"""build: the store → the graph that every projection reads.

Three reports that Shymkent police detained Aliya Serik become one `Detention` node with an edge to its `PERPETRATOR` and
one to its `TARGET`, three `Evidence` nodes with their quotes, and `(police)-[DETAINED]->(Serik)`. Each edge names the
evidence that shows it; what cannot be shown is not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from anyascii import anyascii

from graphbuild.acts import act_edges, act_node, make_act
from graphbuild.cases import case_edges
from graphbuild.content import Content, read_content
from graphbuild.elements import document_node_id, edge, node
from graphbuild.errors import StoreError
from graphbuild.evidence import chosen, evidence_edges, evidence_node, shown
from graphbuild.labels import DOCUMENT, LABELS, RELATIONS
from graphbuild.model import Document, Edge, Entity, Graph, Kind, Node, RelationClaim, Value
from graphbuild.resolve.places import is_country
from graphbuild.store import Store
from graphbuild.threshold import STANDARD, Threshold

__all__ = ["LABELS", "build"]


def build(store: Store, threshold: Threshold = STANDARD) -> Graph:
    """Return the graph of a resolved store, from the claims that pass the threshold.

    A claim that a person found right is taken at any confidence, one found wrong never. Nodes and edges come sorted by
    id.
    """
    if not store.resolved:
        raise StoreError(f"{store.path}: changed since it was resolved; run `graphbuild resolve` first")
    content = read_content(store, threshold)
    nodes: dict[str, Node] = {n.id: n for n in map(_document_node, content.documents)}
    elements = [*_events(store, content), *_relations(content)]
    nodes |= {e.id: e for e in elements if isinstance(e, Node)}
    edges = {e.id: e for e in elements if isinstance(e, Edge)}
    for derived in list(_derived(edges.values(), content)):
        edges.setdefault(derived.id, derived)
    for id in {id for e in edges.values() for id in (e.source, e.target)} & content.entities.keys():
        nodes[id] = _entity_node(content.entities[id])
    return Graph(tuple(nodes[id] for id in sorted(nodes)), tuple(edges[id] for id in sorted(edges)))


def _events(store: Store, content: Content) -> Iterator[Node | Edge]:
    """Yield what the events and the evidence of them are made of, that of denials and calls too."""
    acts = [act for event in store.events() if (act := make_act(event, content))]
    for act in acts:
        yield act_node(act)
        yield from act_edges(act)
        about = (content.events[c] for c in act.event.about)
        for claim in (*act.claims.values(), *filter(content.admission.sure, about)):
            yield evidence_node(claim)
            yield from evidence_edges(claim, content.entity_of, act.event.id)
    yield from case_edges(acts)


def _relations(content: Content) -> Iterator[Node | Edge]:
    """Yield an edge for each relation and position, and the evidence of it."""
    alike: dict[tuple[str, str, str, str], list[RelationClaim]] = {}
    for claim in content.relations:
        ends = content.entity_of.get(claim.subject), content.entity_of.get(claim.object)
        if ends[0] and ends[1] and ends[0] != ends[1]:
            key = (RELATIONS[claim.predicate], ends[0], ends[1], (claim.position or "").casefold())
            alike.setdefault(key, []).append(claim)
    for (type, subject, object, position), claims in alike.items():
        said = shown({c.id: c for c in claims}, {c.id: c.factuality for c in claims})
        latest = max(claims, key=lambda c: content.published(c.document))
        named = {"position": chosen(c.position for c in claims), "current": latest.current}
        yield edge(type, subject, object, position or None, {**said, **named})
        for claim in claims:
            yield evidence_node(claim)
            yield from evidence_edges(claim, content.entity_of)


def _derived(edges: Iterable[Edge], content: Content) -> Iterator[Edge]:
    """Yield the level above each agency that the graph has: the one edge without a quote."""
    for id in {id for e in edges for id in (e.source, e.target)}:
        entity = content.entities.get(id)
        if entity and entity.part_of:
            yield edge("PART_OF", id, entity.part_of, None, {"derived": True})


def _entity_node(entity: Entity) -> Node:
    properties: dict[str, Value | None] = {
        "name": entity.name,
        "names": entity.names,
        "named": entity.named,
        "country": entity.country,
        "function": entity.function,
        "geonames": entity.geonames,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "wholeCountry": is_country(entity) if entity.kind is Kind.PLACE else None,
        "search": _search(entity.names) if entity.named else None,
    }
    return node(entity.id, entity.kind.value, properties)


def _search(names: Iterable[str]) -> str:
    """Join names, and what they are in plain Latin letters, for one full-text index.

    >>> _search(("Тимур Бек", "Bek"))
    'Тимур Бек Bek Timur Bek'
    """
    forms = tuple(names)
    return " ".join(dict.fromkeys((*forms, *map(anyascii, forms))))


def _document_node(document: Document) -> Node:
    properties: dict[str, Value | None] = {
        "name": document.title,
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "published": document.published,
        "sha256": document.sha256,
    }
    return node(document_node_id(document.id), DOCUMENT, properties)
