"""Decides what a load has to send: the difference between the graph and what the database holds of ours.

Dana Omarova was `:Person` and is `:Journalist` now, her detention is new, one old report was taken out. The plan: two
statements that give her another leaf without losing her edges, one that deletes, one that writes what is new; the other
40,000 nodes, whose hashes are equal, are not sent. It asks no database, and its steps stand in the order to send them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from graphbuild.elements import ORIGIN
from graphbuild.labels import LABELS, ROOT, all_labels
from graphbuild.model import Edge, Graph, Node

T = TypeVar("T")
OURS = frozenset(label for leaf in LABELS for label in all_labels(leaf))


@dataclass(frozen=True, slots=True)
class Found:
    """A node or edge of ours in the database."""

    labels: frozenset[str]
    """of an edge its type"""
    hash: str
    """empty where the node was emptied"""


@dataclass(frozen=True, slots=True)
class Step:
    """A statement and the rows to send with it as `$rows`, in batches; each row may be sent twice."""

    cypher: str
    rows: tuple[Any, ...]
    counted: bool = False
    """whether it returns how many rows it took: as many as were sent, or something is lost"""
    first: str = ""
    """a faster statement for rows that nobody has sent yet; after it, failed or not, `cypher` comes to the same"""


@dataclass(frozen=True, slots=True)
class Changes:
    """How many nodes, or edges, a load creates, updates, leaves as they are and removes."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of a load, and what they come to."""

    steps: tuple[Step, ...]
    nodes: Changes
    edges: Changes
    new: Mapping[str, tuple[str, ...]]
    """leaf → ids of the nodes that are not there yet"""


def plan(graph: Graph, nodes: Mapping[str, Found], edges: Mapping[str, Found]) -> Plan:
    """Return what turns the nodes and edges that are there, by id, into the graph.

    An edge's id is made of its type and ends, so that one with another hash still has its ends.
    """
    new_nodes = [n for n in graph.nodes if n.id not in nodes]
    old_nodes = [n for n in graph.nodes if n.id in nodes]
    relabelled = [n for n in old_nodes if nodes[n.id].labels & OURS != set(all_labels(n.leaf))]
    rewritten = [n for n in old_nodes if nodes[n.id].hash != n.properties["hash"]]
    new_edges = [e for e in graph.edges if e.id not in edges]
    changed_edges = [e for e in graph.edges if e.id in edges and edges[e.id].hash != e.properties["hash"]]
    gone_nodes = sorted(nodes.keys() - {n.id for n in graph.nodes})
    gone_edges = sorted(edges.keys() - {e.id for e in graph.edges})
    steps = (
        *_relabel(relabelled, nodes),
        *_delete_edges(gone_edges, edges),
        *_delete_nodes(gone_nodes),
        *_write_nodes(new_nodes, are_new=True),
        *_write_nodes(rewritten),
        *_write_edges(new_edges, graph, are_new=True),
        *_write_edges(changed_edges, graph),
    )
    updated = {n.id for n in (*relabelled, *rewritten)}
    return Plan(
        steps,
        Changes(
            len(new_nodes),
            len(updated),
            len(old_nodes) - len(updated),
            sum(bool(nodes[id].hash) for id in gone_nodes),
        ),
        Changes(
            len(new_edges),
            len(changed_edges),
            len(graph.edges) - len(new_edges) - len(changed_edges),
            len(gone_edges),
        ),
        {leaf: tuple(n.id for n in of_leaf) for leaf, of_leaf in _grouped(new_nodes, lambda n: n.leaf)},
    )


def quoted(name: str) -> str:
    """Return a label or type as it stands in Cypher.

    >>> quoted("odd`name")
    '`odd``name`'
    """
    return f"`{name.replace('`', '``')}`"


def _relabel(nodes: Iterable[Node], found: Mapping[str, Found]) -> Iterator[Step]:
    """Yield two statements for each change of leaf: a MERGE on the new one would fail, or silently match.

    They add before they remove, and must stand in two transactions: both engines keep the node's edges so.
    """
    stale = {n.id: tuple(sorted(found[n.id].labels & OURS - set(all_labels(n.leaf)))) for n in nodes}
    for (leaf, old), of_leaf in _grouped(nodes, lambda n: (n.leaf, stale[n.id])):
        ids = tuple(n.id for n in of_leaf)
        yield Step(f"{_ours(ROOT)} AND NOT n:{quoted(leaf)} SET n{_labels(all_labels(leaf))}", ids)
        if old:
            yield Step(f"{_ours(leaf)} REMOVE n{_labels(old)}", ids)


def _delete_edges(ids: Iterable[str], found: Mapping[str, Found]) -> Iterator[Step]:
    for type, of_type in _grouped(ids, lambda id: next(iter(found[id].labels))):
        matched = f"MATCH ()-[r:{quoted(type)}]->() WHERE r.id IN $rows AND r.origin = '{ORIGIN}'"
        yield Step(f"{matched} DELETE r", tuple(of_type))


def _delete_nodes(ids: Iterable[str]) -> Iterator[Step]:
    """Yield two statements: nodes go, and those that carry an edge of others stay, emptied, until it goes.

    Somebody's `(:Note)-[:ABOUT]->(dana)` would go with the node. Emptied it has no hash: the next load tries again, or
    fills it where the graph has it back.
    """
    if rows := tuple(ids):
        theirs = f"OPTIONAL MATCH (n)-[r]-() WHERE coalesce(r.origin, '') <> '{ORIGIN}'"
        yield Step(f"{_ours(ROOT)} {theirs} WITH n, count(r) AS theirs WHERE theirs = 0 DETACH DELETE n", rows)
        yield Step(f"{_ours(ROOT)} SET n = {{id: id, origin: '{ORIGIN}'}}", rows)


def _write_nodes(nodes: Iterable[Node], *, are_new: bool = False) -> Iterator[Step]:
    """Yield a statement a leaf; `SET n +=` would keep properties that the graph no longer has."""
    for leaf, of_leaf in _grouped(nodes, lambda n: n.leaf):
        each, end = "UNWIND $rows AS row", "SET n = row.props RETURN count(*) AS taken"
        merged = f"{each} MERGE (n:{quoted(leaf)} {{id: row.id}}) SET n{_labels(LABELS[leaf])} {end}"
        created = f"{each} CREATE (n{_labels(all_labels(leaf))}) {end}" if are_new else ""
        yield Step(merged, tuple({"id": n.id, "props": n.properties} for n in of_leaf), True, created)


def _write_edges(edges: Iterable[Edge], graph: Graph, *, are_new: bool = False) -> Iterator[Step]:
    """Yield a statement for each type and the end to look from: a court convicts 3,000, each is convicted once."""
    outgoing = Counter((e.type, e.source) for e in graph.edges)
    incoming = Counter((e.type, e.target) for e in graph.edges)

    def kind(edge: Edge) -> tuple[str, bool]:
        return edge.type, incoming[edge.type, edge.target] <= outgoing[edge.type, edge.source]

    for (type, from_target), of_kind in _grouped(edges, kind):
        ends = f"UNWIND $rows AS row MATCH (a:{ROOT} {{id: row.a}}) MATCH (b:{ROOT} {{id: row.b}})"
        r, end = f"[r:{quoted(type)} {{id: row.id}}]", "SET r = row.props RETURN count(*) AS taken"
        merged = f"{ends} MERGE {f'(b)<-{r}-(a)' if from_target else f'(a)-{r}->(b)'} {end}"
        created = f"{ends} CREATE (a)-[r:{quoted(type)}]->(b) {end}" if are_new else ""
        rows = tuple({"id": e.id, "a": e.source, "b": e.target, "props": e.properties} for e in of_kind)
        yield Step(merged, rows, True, created)


def _ours(label: str) -> str:
    """Match the nodes of ours whose ids `$rows` has."""
    return f"UNWIND $rows AS id MATCH (n:{quoted(label)} {{id: id}}) WHERE n.origin = '{ORIGIN}'"


def _labels(labels: Iterable[str]) -> str:
    return "".join(f":{quoted(label)}" for label in labels)


def _grouped(things: Iterable[T], key: Callable[[T], Hashable]) -> Iterator[tuple[Any, list[T]]]:
    """Yield groups in the order of their keys' first things."""
    groups: dict[Hashable, list[T]] = defaultdict(list)
    for thing in things:
        groups[key(thing)].append(thing)
    yield from groups.items()
