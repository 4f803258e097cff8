"""Writes the graph as JSON lines: a node or an edge a line, in the graph's order.

    {"node": "Journalist", "id": "ref-…", "name": "Saniya Toiken", …}
    {"edge": "ASSAULTED", "from": "ref-…", "to": "ref-…", "id": "edge-…", "date": "2020-10-24", …}

The same graph gives the same bytes: what `diff` needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from graphbuild.interchange import dumps_line
from graphbuild.model import Edge, Graph, Node


def lines(graph: Graph) -> Iterator[str]:
    """Yield the lines, each with its end."""
    for node in graph.nodes:
        yield _line({"node": node.leaf, **_plain(node)})
    for edge in graph.edges:
        yield _line({"edge": edge.type, "from": edge.source, "to": edge.target, **_plain(edge)})


def _plain(element: Node | Edge) -> dict[str, Any]:
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in element.properties.items()}


def _line(fields: dict[str, Any]) -> str:
    return f"{dumps_line(fields)}\n"
