"""The files for Neo4j's import tool: they say what the graph says, and make the database that a load makes."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from graph_factory import NASTY, Access, crowd, document, entity, graph, opened, press_year
from hypothesis import given
from hypothesis import strategies as st
from neo4j_server import MissingError, Server

from graphbuild.elements import edge, node
from graphbuild.engines import Engine
from graphbuild.errors import GraphbuildError
from graphbuild.labels import all_labels
from graphbuild.model import Edge, Graph, Node
from graphbuild.projections import neo4j
from graphbuild.projections.neo4j_csv import EDGE, NODE, STARTS, separator_of, write
from graphbuild.projections.neo4j_plan import Changes

ODD = (
    *NASTY,
    "",
    '"',
    '""',
    "\\",
    '\\"',
    ",",
    "\n",
    "\r",
    "a\r\n",
    "a;b",
    "c|d",
    "\x1f",
    "\0",
    " a ",
    "\ufeff",
    "\u2028",
)
"""What a file of values could lose, or take for signs of its own."""
CELL = re.compile(r'(?:"((?:[^"]|"")*)"|([^",\n]*))([,\n])')
TYPES: Mapping[str, Callable[[str], Any]] = {
    "long": int, "double": float, "boolean": "true".__eq__, "date": date.fromisoformat,
}  # fmt: skip
OPTIONS = ["--id-type=string", "--multiline-fields=true"]


def odd() -> Graph:
    """Return nodes and edges whose every text is odd, some with properties that others have not."""
    people = [entity(f"p{name}", "Journalist", name, *ODD, country=name) for name in ODD]
    works = [edge("WORKS_FOR", a.id, b.id, a.id, {"position": a.id, "evidence": ODD}) for a in people for b in people]
    quote = node("q", "Evidence", {"quote": "🗞" * 300_000, "start": 2**62, "confidence": 0.1 + 0.2, "name": ""})
    empty = edge("OWNS", "q", "", None, {"position": "", "current": False, "evidence": ("", "")})
    return graph(*people, *works, quote, document("", "", "0001-01-01", ODD[0]), empty)


def table(path: Path, separator: str) -> Iterator[dict[str, Any]]:
    """Yield the rows as the import tool reads them: of a cell with nothing it makes nothing."""
    rows, text, at = [[]], path.read_bytes().decode(), 0  # type: list[list[str | None]], str, int
    while at < len(text):
        cell = CELL.match(text, at)
        assert cell, text[at : at + 80]
        rows[-1].append(cell[2] or None if cell[1] is None else cell[1].replace('""', '"'))
        rows += [[]] if cell[3] == "\n" else []
        at = cell.end()
    for row in rows[1:-1]:
        cells = ((str(column), value) for column, value in zip(rows[0], row, strict=True) if value is not None)
        yield {column: value_of(column, value, separator) for column, value in cells}


def value_of(column: str, value: str, separator: str) -> Any:
    type = column.partition(":")[2]
    listed = type == "string[]" or column == NODE[1]
    return tuple(value.split(separator)) if listed else TYPES.get(type, str)(value)


def read(folder: Path) -> Graph:
    """Read the graph back."""
    code = re.search(r"--array-delimiter=U\+(\S+)", (folder / "import.sh").read_text("utf-8"))
    assert code
    nodes, edges = (list(table(folder / name, chr(int(code[1], 16)))) for name in ("nodes.csv", "edges.csv"))

    def properties(row: dict[str, Any]) -> dict[str, Any]:
        return {column.partition(":")[0]: value for column, value in row.items() if column[0] != ":"}

    assert all(row[":LABEL"] == all_labels(row[":LABEL"][0]) for row in nodes)
    return Graph(
        tuple(Node(row[NODE[0]], row[":LABEL"][0], properties(row)) for row in nodes),
        tuple(Edge(row["id:string"], *(row[c] for c in (EDGE[2], *EDGE[:2])), properties(row)) for row in edges),
    )


YEAR, ODDITIES = press_year(), odd()
CROWD = crowd(7)
ODD_CROWD = graph(*CROWD.nodes, *CROWD.edges, *ODDITIES.nodes, *ODDITIES.edges)


@pytest.mark.parametrize("of", [ODD_CROWD, YEAR, Graph()], ids=["a crowd with odd names", "a year", "nothing"])
def test_the_files_say_what_the_graph_says(of: Graph, tmp_path: Path) -> None:
    write(of, tmp_path)
    assert read(tmp_path) == of


@given(st.lists(st.lists(st.text(), min_size=2), max_size=4))
def test_whatever_the_names_are(tmp_path_factory: pytest.TempPathFactory, names: list[list[str]]) -> None:
    folder, made = tmp_path_factory.mktemp("odd"), graph(*(entity(n[0], "Person", *n, country=n[1]) for n in names))
    write(made, folder)
    assert read(folder) == made


def test_a_line_for_each(tmp_path: Path) -> None:
    dana = Node("dana", "Journalist", {"id": "dana", "name": 'Dana "D"', "names": ("Dana", "D;\nO"), "named": True})
    aksu = Node("aksu", "Place", {"id": "aksu", "name": "", "latitude": 5e-05, "geonames": 1_526_273})
    at = Edge("1", "AT", "dana", "aksu", {"id": "1", "published": date(2021, 3, 5)})
    write(Graph((aksu, dana), (at,)), tmp_path)
    assert (tmp_path / "nodes.csv").read_text("utf-8") == (
        "id:ID(Entity),:LABEL,geonames:long,latitude:double,name:string,named:boolean,names:string[]\n"
        '"aksu","Place|Entity",1526273,5e-05,"",,\n'
        '"dana","Journalist|Person|Entity",,,"Dana ""D""",true,"Dana|D;\nO"\n'
    )
    assert (tmp_path / "edges.csv").read_text("utf-8") == (
        ":START_ID(Entity),:END_ID(Entity),:TYPE,id:string,published:date\n"
        '"dana","aksu","AT","1",2021-03-05\n'
    )  # fmt: skip


@pytest.mark.parametrize(("names", "cut"), [("a", ";"), ("a;", "|"), ("|;", "\x1f"), ("|\x1f;\ue000", "\ue001")])
def test_lists_are_cut_where_no_name_is(names: str, cut: str) -> None:
    assert separator_of(graph(entity("x", "Person", names))) == cut


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ((1, 0.5), "start of 'e1' is a double, of others a long"),
        ((True, 1), "start of 'e1' is a long, of others a boolean"),
        (("a", ("",)), "start of 'e1' is a string[], of others a string"),
        ((("",),), "start of 'e0' is one empty text, which an import leaves out"),
    ],
)
def test_what_the_import_would_change_is_refused(values: tuple[Any, ...], says: str, tmp_path: Path) -> None:
    write(press_year(), tmp_path)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    with pytest.raises(GraphbuildError, match=re.escape(says)):
        write(graph(*(node(f"e{i}", "Evidence", {"start": v}) for i, v in enumerate(values))), tmp_path)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_another_export_takes_the_place_of_the_first(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    write(crowd(7), tmp_path)
    write(press_year(), tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == {"notes.txt", *STARTS}
    assert read(tmp_path) == press_year()


@pytest.mark.parametrize("name", STARTS)
def test_files_of_others_are_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(GraphbuildError, match=rf"{name}: graphbuild did not write it; name another folder"):
        write(press_year(), tmp_path)
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [(name, "mine")]


def run_script(folder: Path, bin: Path, *given: str) -> list[str]:
    """Run import.sh with a neo4j-admin that only tells its working folder and arguments."""
    bin.mkdir()
    (bin / "neo4j-admin").write_text('#!/bin/sh\nprintf "%s\\0" "$PWD" "$@"\n')
    (bin / "neo4j-admin").chmod(0o755)
    path = f"{bin}{os.pathsep}{os.environ['PATH']}"
    script = ["sh", str(folder / "import.sh"), *given]
    done = subprocess.run(script, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=True)
    return done.stdout.split("\0")[:-1]


def test_the_command_is_told_and_shipped(tmp_path: Path) -> None:
    folder = tmp_path / "of a, 'b'"
    told = str(write(graph(entity("x", "Person", "a")), folder))
    files = ["--nodes=nodes.csv", "--relationships=edges.csv", "--array-delimiter=U+003B", *OPTIONS]
    command = ["database", "import", "full", *files]
    assert run_script(folder, tmp_path / "bin", "press") == [str(folder), *command, "press"]
    assert f" && neo4j-admin {' '.join(command)} neo4j\n" in told
    assert told.startswith(f"{folder}: 1 nodes, 0 edges.")


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Server:
    if "NEO4J_URI" not in os.environ:
        pytest.skip("needs a Neo4j server to compare with: make test-neo4j")
    try:
        return Server(tmp_path_factory.mktemp("imported") / "home")
    except MissingError as what:
        pytest.skip(f"needs the import tool: {what} is missing")


def everything(engine: Engine) -> list[list[Any]]:
    """Return all nodes and all edges with all they have, and the types of their values."""
    all_of = "properties({0}) AS p, [k IN keys({0}) | [k, valueType({0}[k])]] AS types"
    nodes = f"MATCH (n) RETURN COLLECT {{UNWIND labels(n) AS l RETURN l ORDER BY l}} AS is, {all_of.format('n')}"
    edges = f"MATCH (a)-[r]->(b) RETURN [type(r), a.id, b.id] AS is, {all_of.format('r')}"
    with engine.driver.session(database=engine.database) as session:
        found = [session.run(query).data() for query in (nodes, edges)]
    told = [[(r["p"]["id"], r["is"], r["p"], dict(r["types"])) for r in rows] for rows in found]
    return [sorted(rows, key=lambda row: str(row[0])) for rows in told]


@pytest.mark.neo4j
def test_the_import_makes_what_a_load_makes(imported: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of = ODD_CROWD
    with opened("server", tmp_path) as server, server.engine() as engine:
        neo4j.write(of, engine.driver, engine.database)
        loaded = everything(engine)
        engine.driver.execute_query("MATCH (n) DETACH DELETE n")
    write(of, tmp_path / "files")
    folder, *arguments = run_script(tmp_path / "files", tmp_path / "bin", "--overwrite-destination", "neo4j")
    monkeypatch.chdir(folder)
    imported.admin(*arguments)
    imported.start()
    try:
        with Access(imported.uri, "neo4j", imported.password, None).engine() as engine:
            assert everything(engine) == loaded
            assert [len(rows) for rows in loaded] == [len(of.nodes), len(of.edges)]
            for statement in Path("schema.cypher").read_text("utf-8").split(";\n")[:-1]:
                engine.driver.execute_query(statement)
            made = engine.driver.execute_query("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN count(*)")
            assert made.records[0][0] == len(neo4j.schema())
            summary = neo4j.write(of, engine.driver, engine.database)
    finally:
        imported.stop()
    assert (summary.nodes, summary.edges) == (Changes(unchanged=len(of.nodes)), Changes(unchanged=len(of.edges)))
