"""How Neo4j Browser paints the graph: the colours of the HTML page, names on nodes, quotes on evidence, types on edges.

Deren Akyolcu is `:Journalist:Person:Entity`. Browser goes through the rules of a style from the top, takes every one whose
label the node has, and lets the later win, however narrow either is: parents stand first, so that she is a blue journalist
and no grey person. Its parser knows no comments, cuts a rule at each semicolon and drops a value with a colon in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphbuild.labels import DOCUMENT, EDGE_TYPES, EVIDENCE, RELATIONS, TRIPLES, nearest_parents
from graphbuild.model import Kind
from graphbuild.projections.html import NO_VIOLATIONS, RELATION, SHAPES, VIOLATION

INK, WHITE = "#1c2733", "#ffffff"
COLORS: Mapping[str, str] = {
    **{kind.value: color for kind, (_, color) in SHAPES.items()},
    Kind.PLACE.value: "#4d4d4d",
    "Violation": VIOLATION,
    **NO_VIOLATIONS,
    EVIDENCE: "#b8860b",
    DOCUMENT: "#5c6670",
}
"""Label → its colour; a label without one has that of its nearest parent."""
PALE = frozenset({"Event", EVIDENCE, DOCUMENT})
"""What happened and who says so: the inside is pale and the rim coloured, so that who and what stand out."""
SIZES = {EVIDENCE: "150px", DOCUMENT: "120px"}


def style() -> str:
    """Return the style.

    >>> style().index("node.Person {") < style().index("node.Journalist {") < style().index("relationship {")
    True
    """
    return "\n".join(
        "".join([f"{selector} {{\n", *(f"  {key}: {value};\n" for key, value in rule.items()), "}\n"])
        for selector, rule in _rules()
    )


def look(label: str) -> tuple[str, str]:
    """Return the colours of a node's inside and its rim.

    >>> look("Journalist"), look("Assault")
    (('#2563a8', '#2563a8'), ('#f6e2e2', '#c23b3b'))
    """
    line = _line(label)
    rim = next((COLORS[one] for one in line if one in COLORS), RELATION)
    if PALE.isdisjoint(line):
        return rim, rim
    return "#" + "".join(f"{255 - round((255 - int(rim[i : i + 2], 16)) * 0.15):02x}" for i in (1, 3, 5)), rim


def _line(label: str) -> tuple[str, ...]:
    """Return a label and its parents, the nearest first.

    >>> _line("Assault")
    ('Assault', 'Violation', 'Event', 'Entity')
    """
    parent = nearest_parents()[label]
    return (label, *(_line(parent) if parent else ()))


def _rules() -> Iterator[tuple[str, Mapping[str, str]]]:
    yield "node", {"diameter": "100px", "font-size": "12px", "border-width": "3px"}
    for label in nearest_parents():
        inside, rim = look(label)
        yield (
            f"node.{label}",
            {
                "diameter": SIZES.get(label, "100px"),
                "color": inside,
                "border-color": rim,
                "text-color-internal": WHITE if inside == rim else INK,
                # in quotes, without which Browser drops the braces
                "caption": "'{quote}'" if label == EVIDENCE else "'{name}'",
            },
        )
    yield "relationship", {"font-size": "9px", "text-color-external": INK, "caption": "'<type>'"}
    acts = {edge: NO_VIOLATIONS.get(type, VIOLATION) for type, edge in TRIPLES.items()} | {"PERPETRATOR": VIOLATION}
    for type in EDGE_TYPES:
        wide = "2px" if type in acts or type in RELATIONS.values() else "1px"
        yield f"relationship.{type}", {"color": acts.get(type, RELATION), "shaft-width": wide}
