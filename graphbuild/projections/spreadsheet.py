"""The graph as one table, for a spreadsheet: a row for each triple, with its quote and where that stands.

    Kazakh police | assaulted | Saniya Toiken | 2020-10-24 | Nur-Sultan | reported | 0.93 | "On October 24, …" | CPJ | …

An act whose agent no report names has an empty cell there; a relation ("works for") has its position under `detail`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graphbuild.labels import LABELS, RELATIONS, TRIPLES
from graphbuild.model import Edge, EventType, Graph, Node

COLUMNS = (
    "agent", "act", "target", "date", "place", "detail", "factuality", "confidence", "reports", "quote", "publisher",
    "published", "title", "url", "agent_id", "target_id", "event_id",
)  # fmt: skip

Row = tuple[object, ...]


def rows(graph: Graph) -> Iterator[Row]:
    """Yield the rows of `COLUMNS`: acts first, by date, undated ones last, then relations."""
    sheet = _Sheet(graph)
    events = [n for n in graph.nodes if "Event" in LABELS[n.leaf]]
    for event in sorted(events, key=lambda e: (str(e.properties.get("earliest", "~")), e.id)):
        yield from sheet.act(event)
    for edge in graph.edges:
        if edge.type in RELATIONS.values() and not edge.properties.get("derived"):
            yield sheet.relation(edge)


class _Sheet:
    """The graph, by id and by end."""

    def __init__(self, graph: Graph) -> None:
        self.nodes = {n.id: n for n in graph.nodes}
        self.out: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        for edge in graph.edges:
            self.out[edge.source, edge.type].append(edge)

    def act(self, event: Node) -> Iterator[Row]:
        """Yield a row for each agent and each target."""
        told, type = event.properties, EventType(event.leaf)
        verb = TRIPLES[type].replace("_", " ").lower() if type in TRIPLES else "adopted"
        agents: list[Edge | None] = [*self.out[event.id, "PERPETRATOR"], *self.out[event.id, "AGENT"]]
        targets: list[Edge | None] = [*self.out[event.id, "TARGET"]]
        places = [self.nodes[e.target].properties["name"] for e in self.out[event.id, "AT"]]
        detail = "; ".join(str(told[key]) for key in ("subtype", "charge", "penalty") if key in told)
        shown = [e.target for e in self.out[event.id, "EVIDENCE"]]
        for agent in agents or [None]:
            for target in targets or [None]:
                ends, part = (self._end(agent), self._end(target)), agent or target
                doubt = (part.properties if part else told)["factuality"]
                sure = (doubt, told["confidence"], told["reports"], *self._source(shown, told["factuality"]))
                act = (ends[0][0], verb, ends[1][0], told.get("date"), places[0] if places else None, detail or None)
                yield (*act, *sure, ends[0][1], ends[1][1], event.id)

    def relation(self, edge: Edge) -> Row:
        """Return a relation's row."""
        told = edge.properties
        ends, ids = (self._end_of(edge.source), self._end_of(edge.target)), told.get("evidence", ())
        verb = edge.type.replace("_", " ").lower()
        former = "formerly" if told.get("current") is False else None
        detail = ", ".join(str(part) for part in (told.get("position"), former) if part)
        sure = (
            told.get("factuality"),
            told.get("confidence"),
            None,
            *self._source(_texts(ids), told.get("factuality")),
        )
        return (ends[0][0], verb, ends[1][0], None, None, detail or None, *sure, ends[0][1], ends[1][1], None)

    def _end(self, edge: Edge | None) -> tuple[object, object]:
        return self._end_of(edge.target) if edge else (None, None)

    def _end_of(self, id: str) -> tuple[object, object]:
        return self.nodes[id].properties["name"], id

    def _source(self, ids: Iterable[str], factuality: object) -> Row:
        """Return the surest quote that says so, with its document."""
        known = [self.nodes[id] for id in ids if id in self.nodes]
        fitting = [n for n in known if n.properties["factuality"] == factuality] or known
        if not fitting:
            return (None,) * 5
        best = min(fitting, key=lambda n: (-float(str(n.properties["confidence"])), n.id))
        document = next((self.nodes[e.target].properties for e in self.out[best.id, "FROM"]), {})
        quote = " ".join(str(best.properties["quote"]).split())
        return (quote, *(document.get(key) for key in ("publisher", "published", "title", "url")))


def _texts(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
