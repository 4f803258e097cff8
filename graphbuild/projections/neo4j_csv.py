"""Writes the graph as files from which Neo4j's import tool makes a whole database: for graphs too big to send.

Dana Omarova has two names, and a stranger made up the second: `"D"; Omarova`. Her line among the nodes:

    id:ID(Entity),:LABEL,country:string,name:string,named:boolean,names:string[]
    "ref-1","Journalist|Person|Entity",,"Dana Omarova",true,"Dana Omarova|""D""; Omarova"

Text stands in quotation marks, so that a name without letters is a name, and a cell with nothing is none. Lists are cut
at a character that no list of the graph has: `;` is taken here, so it is `|`. What comes of it is the database that
`graphbuild load` makes, hashes included: a later load sends only what changed.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graphbuild.errors import GraphbuildError
from graphbuild.labels import all_labels
from graphbuild.model import Edge, Graph, Node, Value
from graphbuild.projections.files import replacing
from graphbuild.projections.neo4j import schema

NODE, EDGE = ("id:ID(Entity)", ":LABEL"), (":START_ID(Entity)", ":END_ID(Entity)", ":TYPE")
"""The columns that the import needs, the first of a table."""
TYPES = {bool: "boolean", int: "long", float: "double", date: "date", str: "string", tuple: "string[]"}
SEPARATORS = (";", "|", "\x1f", *map(chr, range(0xE000, 0xF900)))
"""Where lists may be cut: what is easy to read, then what texts hardly have."""
BY = "Written by `graphbuild export neo4j-csv`"
STARTS = {"import.sh": f"#!/bin/sh\n# {BY}", "schema.cypher": f"// {BY}", "nodes.csv": NODE[0], "edges.csv": EDGE[0]}
"""The files and how each begins: one that begins otherwise is not ours."""


@dataclass(frozen=True, slots=True)
class Row:
    """A node or an edge."""

    needed: tuple[Value, ...]
    """the cells of `NODE` or `EDGE`"""
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and how it becomes a database."""

    folder: Path
    nodes: int
    edges: int
    separator: str

    @property
    def command(self) -> str:
        """The import, to be run in the folder; ids are no numbers, and text may have several lines."""
        return (
            "neo4j-admin database import full --nodes=nodes.csv --relationships=edges.csv "
            f"--array-delimiter=U+{ord(self.separator):04X} --id-type=string --multiline-fields=true"
        )

    def __str__(self) -> str:
        """Say what to do with it.

        >>> print(Written(Path("my graph"), 40000, 1, ";"))  # doctest: +ELLIPSIS
        my graph: 40000 nodes, 1 edges. With Neo4j stopped:
          cd 'my graph' && neo4j-admin database import full --nodes=... --array-delimiter=U+003B ... neo4j
        With --overwrite-destination it takes the place of what is there. Then start Neo4j:
          cypher-shell --database=neo4j --file=schema.cypher
        """
        return (
            f"{self.folder}: {self.nodes} nodes, {self.edges} edges. With Neo4j stopped:\n"
            f"  cd {shlex.quote(str(self.folder))} && {self.command} neo4j\n"
            "With --overwrite-destination it takes the place of what is there. Then start Neo4j:\n"
            "  cypher-shell --database=neo4j --file=schema.cypher"
        )


def write(graph: Graph, folder: Path) -> Written:
    """Write the files of a graph whose elements are made by `elements.py`: all of them or, on an error, none.

    Other files of the folder stay. GraphbuildError where one has a name of ours, or the import would change a value.
    """
    written = Written(folder, len(graph.nodes), len(graph.edges), separator_of(graph))
    nodes = [Row((n.id, all_labels(n.leaf)), n.properties) for n in graph.nodes]
    edges = [Row((e.source, e.target, e.type), e.properties) for e in graph.edges]
    texts: Mapping[str, Iterable[str]] = {
        "import.sh": [_script(written)],
        "schema.cypher": [f"{STARTS['schema.cypher']}.\n", *(f"{statement};\n" for statement in schema())],
        "nodes.csv": lines(NODE, nodes, written.separator),
        "edges.csv": lines(EDGE, edges, written.separator),
    }
    for name in texts:
        _refuse_others(folder / name)
    with ExitStack() as files:  # which puts them in place together, once the last one is written
        for name, text in texts.items():
            files.enter_context(replacing(folder / name)).writelines(part.encode() for part in text)
    return written


def separator_of(graph: Graph) -> str:
    """Return a character that stands in no list of the graph: two names must not become three."""
    elements: tuple[Node | Edge, ...] = (*graph.nodes, *graph.edges)
    values = (value for element in elements for value in element.properties.values())
    taken = {char for value in values if isinstance(value, tuple) for text in value for char in text}
    return next(char for char in SEPARATORS if char not in taken)


def lines(needed: Sequence[str], rows: Sequence[Row], separator: str) -> Iterator[str]:
    """Yield the header, then a line for each row.

    >>> rows = [Row(("a", "b", "AT"), {"id": "1", "evidence": ("x", "y")}), Row(("a", "c", "AT"), {"id": "", "n": 2})]
    >>> print(*lines(EDGE, rows, "|"), sep="", end="")
    :START_ID(Entity),:END_ID(Entity),:TYPE,evidence:string[],id:string,n:long
    "a","b","AT","x|y","1",
    "a","c","AT",,"",2
    """
    types = _types(rows)
    own = sorted(types.keys() - {column.partition(":")[0] for column in needed})
    yield ",".join((*needed, *(f"{name}:{types[name]}" for name in own))) + "\n"
    for row in rows:
        yield ",".join(_cell(v, separator) for v in (*row.needed, *map(row.properties.get, own))) + "\n"


def _types(rows: Iterable[Row]) -> dict[str, str]:
    """Return the type of each property; raise where the import would make another value of one."""
    types: dict[str, str] = {}
    for row in rows:
        for name, value in row.properties.items():
            type_of = TYPES[type(value)]
            if types.setdefault(name, type_of) != type_of:
                raise GraphbuildError(f"{name} of {row.needed[0]!r} is a {type_of}, of others a {types[name]}")
            if value == ("",):
                raise GraphbuildError(f"{name} of {row.needed[0]!r} is one empty text, which an import leaves out")
    return types


def _cell(value: Value | None, separator: str) -> str:
    if isinstance(value, tuple):
        value = separator.join(value)
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _script(written: Written) -> str:
    return f"""{STARTS["import.sh"]}: {written.nodes} nodes, {written.edges} edges.
#   1. Stop Neo4j.
#   2. sh import.sh                                  makes the database `neo4j`
#      sh import.sh press                            or one of another name (Neo4j Enterprise has several)
#      sh import.sh --overwrite-destination neo4j    in place of one that is there: all that is in it goes
#   3. Start Neo4j and make constraints and indexes, which an import leaves out:
#      cypher-shell --database=neo4j --file=schema.cypher
# From then on `graphbuild load` sends what changed.
cd "$(dirname "$0")" && exec {written.command} "$@"
"""


def _refuse_others(path: Path) -> None:
    """Raise where a file of somebody would be lost."""
    start = STARTS[path.name].encode()
    if path.exists():
        with path.open("rb") as file:
            if file.read(len(start)) != start:
                raise GraphbuildError(f"{path}: graphbuild did not write it; name another folder")
