"""One entity's dossier: who it is, what it took part in, in order, every line with its quote.

Dana Serikova  Journalist
  works for Radio Tengri (correspondent)
2024-06-10  Assault by police of Shymkent, in Shymkent
    "police officers in Shymkent assaulted Serikova"  Press Watch, 2024-06-12
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graphbuild.errors import QueryError
from graphbuild.model import Edge, Graph, Node
from graphbuild.projections.strangers import printable

ROLE_EDGES = {"PERPETRATOR": "as perpetrator", "AGENT": "as agent", "TARGET": "as target"}
RELATION_EDGES = {
    "WORKS_FOR": ("works for", "staff"), "FOUNDED": ("founded", "founded by"), "OWNS": ("owns", "owned by"),
    "PART_OF": ("is part of", "has as part"), "FUNDS": ("funds", "funded by"), "BASED_IN": ("is based in", "seat of"),
    "REPRESENTS": ("represents", "represented by"), "RELATIVE_OF": ("is a relative of", "is a relative of"),
}  # fmt: skip


class Dossiers:
    """Looks entities up in a graph and writes their dossiers."""

    def __init__(self, graph: Graph) -> None:
        self.nodes = {n.id: n for n in graph.nodes}
        self.out: dict[str, list[Edge]] = defaultdict(list)
        self.into: dict[str, list[Edge]] = defaultdict(list)
        for edge in graph.edges:
            self.out[edge.source].append(edge)
            self.into[edge.target].append(edge)

    def find(self, name: str) -> list[Node]:
        """Return the entities of a name: those that bear it, else those whose names contain it.

        Raises QueryError where nothing has such a name.
        """
        wanted = name.casefold()
        entities = [n for n in self.nodes.values() if "names" in n.properties]
        exact = [n for n in entities if wanted in (x.casefold() for x in _names(n)) or n.id == name]
        found = exact or [n for n in entities if any(wanted in x.casefold() for x in _names(n))]
        if not found:
            raise QueryError(f"nothing in the graph is named '{name}'")
        return sorted(found, key=lambda n: (str(n.properties.get("name")), n.id))

    def lines(self, node: Node) -> Iterator[str]:
        """Yield the lines of one entity's dossier."""
        properties = node.properties
        country = f", {properties['country']}" if properties.get("country") else ""
        yield f"{_name(node)}  {node.leaf}{country}"
        others = [printable(n) for n in _names(node) if n != properties["name"]]
        if others:
            yield f"  also: {', '.join(others)}"
        yield from self._relations(node)
        events = [(e, self.nodes[e.source]) for e in self.into[node.id] if e.type in ROLE_EDGES]
        for edge, event in sorted(events, key=lambda p: (str(p[1].properties.get("date") or "~"), p[1].id)):
            yield from self._event(edge, event)

    def _relations(self, node: Node) -> Iterator[str]:
        for edges, side in ((self.out[node.id], 0), (self.into[node.id], 1)):
            for edge in edges:
                if edge.type in RELATION_EDGES:
                    other = _name(self.nodes[edge.source if side else edge.target])
                    held = edge.properties.get("position")
                    position = f" ({printable(str(held))})" if held else ""
                    yield f"  {RELATION_EDGES[edge.type][side]} {other}{position}"

    def _event(self, edge: Edge, event: Node) -> Iterator[str]:
        p = event.properties
        agents = [_name(self.nodes[e.target]) for e in self.out[event.id] if e.type in ("PERPETRATOR", "AGENT")]
        places = [_name(self.nodes[e.target]) for e in self.out[event.id] if e.type == "AT"]
        told = f" by {', '.join(agents)}" if agents and edge.type == "TARGET" else ""
        where = f", in {places[0]}" if places else ""
        doubt = " (alleged)" if p.get("factuality") == "alleged" else ""
        yield f"{p.get('date') or 'no date':12} {_name(event)}{told}{where}{doubt}  {ROLE_EDGES[edge.type]}"
        for link in self.out[event.id]:
            if link.type == "EVIDENCE":
                yield from self._evidence(self.nodes[link.target])

    def _evidence(self, evidence: Node) -> Iterator[str]:
        document = next((self.nodes[e.target] for e in self.out[evidence.id] if e.type == "FROM"), None)
        told = [document.properties.get(k) for k in ("publisher", "published", "url")] if document else []
        factuality = evidence.properties.get("factuality")
        mark = f" [{factuality}]" if factuality != "reported" else ""
        source = printable(", ".join(str(t) for t in told if t))
        quote = printable(" ".join(str(evidence.properties["quote"]).split()))
        yield f'    "{quote}"{mark}{"  " + source if source else ""}'


def _name(node: Node) -> str:
    return printable(str(node.properties["name"]))


def _names(node: Node) -> tuple[str, ...]:
    names = node.properties.get("names", ())
    return names if isinstance(names, tuple) else ()
