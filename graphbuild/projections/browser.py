"""Writes what makes Neo4j Browser show the graph as it is meant: a style, the saved queries as favourites, and a page.

`recurring-targets` as it stands is no favourite: Browser answers "expected parameters". With `:param limit => 50;` above
it, it runs as a script, and of a script Browser shows that it ran, no row and no picture. So a favourite is one statement
in which the defaults stand where the parameters stood, `LIMIT /*limit*/ 50`. What has no default stays `$name`, and a
favourite of its own sets it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from graphbuild.labels import LABELS
from graphbuild.model import Graph
from graphbuild.projections.browser_style import COLORS, look, style
from graphbuild.projections.files import replacing
from graphbuild.projections.pages import render, shipped
from graphbuild.queries import HEADER, PARAM, USED, SavedQuery, saved

PATHS = "-paths"
"""The end of the name of a query that returns paths, which Browser draws."""
PICTURES, TABLES = "graphbuild pictures", "graphbuild tables"
ASK = "Whom to ask about"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of each file in the archive, the first that the format knows: the clock would change its bytes."""
PLAIN = re.compile(r"[\w .,’-]+")


def write(graph: Graph, folder: Path) -> None:
    """Write `style.grass`, `queries.zip` and `index.html`, which says what to do with them, into a folder."""
    queries, example = saved(), most_hit(graph)
    made = {
        "style.grass": style().encode(),
        "queries.zip": archive(queries, example),
        "index.html": page(queries, example).encode(),
    }
    for name, content in made.items():
        with replacing(folder / name) as file:
            file.write(content)


def most_hit(graph: Graph) -> str:
    """Return the name to begin with: whom most violations hit, of the names that need no escape in Cypher."""
    acts = {n.id for n in graph.nodes if "Violation" in LABELS[n.leaf]}
    names = {n.id: str(n.properties.get("name")) for n in graph.nodes if n.properties.get("named")}
    hits = Counter(
        names[e.target] for e in graph.edges if e.type == "TARGET" and e.source in acts and e.target in names
    )
    return min((name for name in hits if PLAIN.fullmatch(name)), key=lambda name: (-hits[name], name), default="")


def archive(queries: Sequence[SavedQuery], example: str) -> bytes:
    """Return the favourites as Browser imports them: a zip of `.cypher` files, whose folders become its folders."""
    how = "// Run this first, with your own name in it: the queries about somebody take it from here.\n"
    needed = sorted({p.name for query in queries for p in query.parameters if p.required})
    made = {f"{name}.cypher": f"// {_ask(name)}\n{how}:param {name} => '{example}'\n" for name in needed}
    for folder in (PICTURES, TABLES):
        made |= {f"{folder}/{q.name}.cypher": favourite(q) for q in queries if folder_of(q) == folder}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, text in made.items():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            file.writestr(entry, text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def folder_of(query: SavedQuery) -> str:
    """Return the folder of a favourite."""
    return PICTURES if query.name.endswith(PATHS) else TABLES


def favourite(query: SavedQuery) -> str:
    """Return a query as one statement: its title, what it answers, and the Cypher with its defaults in place."""
    header = HEADER.match(query.text)
    assert header
    defaults = dict(PARAM.findall(header[0]))
    needed = [p.name for p in query.parameters if p.required]
    hints = [f"First run the favorite {_ask(name)}." for name in needed]
    hints += [f"Values stand behind their names: /*{n}*/ {defaults[n]}" for n in defaults if n not in needed][:1]
    lines = [query.title, "", *query.description.splitlines(), "", *hints]
    text = USED.sub(lambda m: m[0] if m[1] in needed else f"/*{m[1]}*/ {defaults[m[1]]}", query.text[header.end() :])
    return "\n".join(f"// {line}".rstrip() for line in lines) + "\n" + text


def _ask(parameter: str) -> str:
    """Return the title of the favourite that sets a parameter.

    >>> _ask("name"), _ask("other")
    ('Whom to ask about', 'Whom to ask about: other')
    """
    return ASK if parameter == "name" else f"{ASK}: {parameter}"


def page(queries: Sequence[SavedQuery], example: str) -> str:
    """Return the page that says how to use the two files, as HTML."""
    return render(
        "browser.html",
        "The graph in Neo4j Browser",
        shipped("browser.css"),
        ask=ASK,
        example=example,
        legend=[(label, *look(label)) for label in COLORS],
        folders=[(folder, [q for q in queries if folder_of(q) == folder]) for folder in (PICTURES, TABLES)],
    )
