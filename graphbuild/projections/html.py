"""Writes one page that draws the graph, opens anywhere, and asks the network for nothing.

pyvis builds the network, its bundled vis-network draws it, and the page around them is our own: the data stands in a
JSON block that no browser runs, every name reaches the page as text, and a content security policy lets run only the
scripts written here, known by their hashes.
"""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any

from graphbuild.model import EventType, Graph, Kind
from graphbuild.projections.files import replacing
from graphbuild.projections.html_cards import Cards, cards
from graphbuild.projections.html_layout import Box, positions
from graphbuild.projections.html_view import Line, Mark, View, choose
from graphbuild.projections.pages import render, shipped
from graphbuild.projections.strangers import printable

LIMIT = 600
"""Marks that a page can draw and a reader can read."""

SHAPES = {
    Kind.JOURNALIST: ("dot", "#2563a8"),
    Kind.OUTLET: ("square", "#1f8a78"),
    Kind.AGENCY: ("hexagon", "#a8442a"),
    Kind.OFFICIAL: ("triangleDown", "#7d3f98"),
    Kind.ORGANIZATION: ("square", "#8a7a2e"),
    Kind.GROUP: ("triangle", "#94653f"),
    Kind.PERSON: ("dot", "#76899e"),
}
VIOLATION, RELATION = "#c23b3b", "#9aa3ad"
NO_VIOLATIONS: Mapping[str, str] = {EventType.RELEASE: "#3f8f4f", EventType.LEGISLATION: "#8a6d1f"}
"""Type of an event that is no violation → its colour."""
VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
FAR = 9
"""Pixels below which a label is not drawn: from afar the page's script names the most connected."""
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hoverConnectedEdges": True, "tooltipDelay": 0, "multiselect": False},
    "nodes": {
        "borderWidth": 1,
        "font": {
            "face": "system-ui,sans-serif",
            "size": 14,
            "color": "#1c2733",
            "strokeWidth": 3,
            "strokeColor": "#fff",
        },
        "scaling": {"label": {"drawThreshold": FAR}},
    },
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.6}},
        "font": {
            "face": "system-ui,sans-serif",
            "size": 12,
            "strokeWidth": 4,
            "strokeColor": "#fff",
            "align": "middle",
        },
        "scaling": {"label": {"drawThreshold": FAR}},
        "selectionWidth": 1.5,
        "hoverWidth": 0.5,
    },
}


def write(graph: Graph, path: str | Path, title: str = "Who did what to whom", limit: int = LIMIT) -> None:
    """Write the page; of more than `limit` marks the most connected are drawn, and the page says what is left out."""
    with replacing(path) as file:
        file.write(page(graph, title, limit).encode())


def page(graph: Graph, title: str, limit: int = LIMIT) -> str:
    """Return the page as HTML."""
    told = cards(graph)
    view = choose(graph, told, limit)
    return render(
        "graph.html",
        printable(title),
        shipped("graph.css"),
        [_vis(), shipped("graph.js")],
        legend=[(kind.value, *SHAPES[kind]) for kind in SHAPES if any(m.kind == kind for m in view.marks)],
        shown_types=sorted({told.events[e.event].type for line in view.lines for e in line.events}),
        counts=(
            ("entity", "entities", len(told.entities)),
            ("event", "events", len(told.events)),
            ("document", "documents", len(told.documents)),
        ),
        act=VIOLATION,
        line_legend=_line_legend(told, view),
        drawn=sum(1 for m in view.marks if not m.events),
        left_out=view.entities_left_out,
        joints=any(m.events for m in view.marks),
        data=_data(told, view),
    )


def _line_legend(told: Cards, view: View) -> list[tuple[str, str, bool]]:
    """Return the lines to explain, of those that are drawn: words, colour and whether dashed."""
    events = [e for line in view.lines for e in line.events]
    relations = [told.relations[r] for line in view.lines for r in line.relations]
    types = {told.events[e.event].type for e in events}
    certain = {told.events[e.event].type for e in events if not e.alleged}
    known = (
        ("violation, told as fact", VIOLATION, False, bool(certain - NO_VIOLATIONS.keys())),
        ("alleged", VIOLATION, True, any(e.alleged for e in events) or any(r.alleged for r in relations)),
        *((type_.lower(), color, False, type_ in types) for type_, color in NO_VIOLATIONS.items()),
        ("relation", RELATION, False, bool(relations)),
    )
    return [(words, color, dashed) for words, color, dashed, is_drawn in known if is_drawn]


def _data(told: Cards, view: View) -> dict[str, Any]:
    """Return what the page's script reads."""
    nodes, edges, options = _network(told, view)
    return {
        "nodes": nodes,
        "edges": edges,
        "options": options,
        "marks": {m.id: m.events for m in view.marks if m.events},
        "lines": {
            line.id: {"events": [asdict(e) for e in line.events], "relations": line.relations, "words": line.words}
            for line in view.lines
        },
        "targets": view.targets,
        "perpetrators": view.perpetrators,
        "cards": asdict(told),
    }


def _kind(line: Line, told: Cards) -> str:
    """Return the type of the events on a line; empty for a relation."""
    return told.events[line.events[0].event].type if line.events else ""


def _network(told: Cards, view: View) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """Build the drawing with pyvis and return its nodes, edges and options."""
    from pyvis.network import Network

    network = Network(directed=True)
    degrees = Counter(end for line in view.lines for end in (line.source, line.target))
    placed = positions({m.id: _box(m, degrees[m.id]) for m in view.marks}, [(x.source, x.target) for x in view.lines])
    for mark in view.marks:
        shape, color = _look(mark)
        network.add_node(
            mark.id,
            label=_label(mark),
            shape=shape,
            color=color,
            size=_size(mark, degrees[mark.id]),
            x=placed[mark.id][0],
            y=placed[mark.id][1],
            font={"size": _font(mark, degrees[mark.id])},
        )
    for line in view.lines:
        network.add_edge(line.source, line.target, id=line.id, **_stroke(line, _kind(line, told)))
    network.set_options(json.dumps(OPTIONS))
    nodes, edges, _, _, _, options = network.get_network_data()
    return nodes, edges, json.loads(options)


def _look(mark: Mark) -> tuple[str, str]:
    if mark.events:
        return "diamond", NO_VIOLATIONS.get(mark.kind, VIOLATION)
    return SHAPES[Kind(mark.kind)]


def _size(mark: Mark, degree: int) -> float:
    return 8 if mark.events else min(9 + 2.2 * degree**0.5, 26)


def _font(mark: Mark, degree: int) -> int:
    return 12 if mark.events else round(min(13 + degree**0.5, 22))


def _label(mark: Mark) -> str:
    """Return a name in short lines; the whole of it stands in the panel."""
    lines = textwrap.wrap(mark.label, 20) or [mark.id]
    return "\n".join(lines[:3]) + ("…" if len(lines) > 3 else "")


def _box(mark: Mark, degree: int) -> Box:
    """Return the room that a mark takes with its label below it."""
    lines, font, size = _label(mark).split("\n"), _font(mark, degree), _size(mark, degree)
    wide = max(max(len(line) for line in lines) * font * 0.56, 2 * size) + 16
    return wide, 2 * (size + len(lines) * font * 1.2 + 6)


def _stroke(line: Line, kind: str) -> dict[str, Any]:
    """Return how a line of one kind of events is drawn; by what the filters leave, the page writes words and dashes."""
    color = RELATION if line.relations else NO_VIOLATIONS.get(kind, VIOLATION)
    curve = {"enabled": True, "type": "curvedCW" if line.bend > 0 else "curvedCCW", "roundness": abs(line.bend)}
    return {
        "color": {"color": color, "highlight": color, "hover": color},
        "font": {"color": "#5c6670" if line.relations else color},
        "width": 1 if line.relations else 1.6,
        "smooth": curve if line.bend else {"enabled": False},
    }


def _vis() -> str:
    """Return the text of the vis-network that pyvis ships."""
    return (files("pyvis") / VIS).read_text(encoding="utf-8").replace("</script", "<\\/script")
