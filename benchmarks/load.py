"""Measures how fast a graph gets into a graph database: `python benchmarks/load.py [--size 5000] [--without-graphrag]`.

A graph made by chance (`tests/large_graph.py`, 100,000 nodes and 250,000 edges) goes into a fresh Neo4j 5.26 by
`graphbuild load`, by statements tuned by hand for the same rows, by the writer of neo4j-graphrag (in a virtual
environment of its own under build/, with APOC, which it needs) and by the import tool; and into the embedded engine.
Printed are rows (nodes and edges) a second, and ratios, which depend less on the machine. Needs what `make neo4j` needs.

The writer of neo4j-graphrag keeps one edge of a type between two nodes, and makes every node anew when it is run again:
what it writes is not the same graph, and it is only asked once. Its rows a second are those of a tenth of the graph.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from large_graph import changed, large_graph
from neo4j_server import BUILD, Server, library

from graphbuild.engines import Engine, connect, open_engine
from graphbuild.labels import EDGE_TYPES, LABELS, ROOT
from graphbuild.model import Edge, Graph, Node
from graphbuild.projections import neo4j, neo4j_csv

JVM = ("-XX:+UseParallelGC",)
BATCH = 1_000
GRAPHRAG, APOC = "neo4j-graphrag==1.22.0", "5.26.0"
APOC_POM = f"""<project><modelVersion>4.0.0</modelVersion><groupId>graphbuild</groupId><artifactId>apoc</artifactId>
<version>1</version><packaging>pom</packaging><dependencies><dependency><groupId>org.neo4j.procedure</groupId>
<artifactId>apoc-core</artifactId><version>{APOC}</version></dependency><dependency><groupId>org.neo4j.procedure</groupId>
<artifactId>apoc-common</artifactId><version>{APOC}</version></dependency></dependencies></project>"""
WRITER = """
import asyncio, json, sys, time
from datetime import date
from neo4j import GraphDatabase
from neo4j_graphrag.components.kg_writer import Neo4jWriter
from neo4j_graphrag.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship
uri, password, path = sys.argv[1:]
def read(props): return {k: date.fromisoformat(v["date"]) if isinstance(v, dict) else v for k, v in props.items()}
given = json.load(open(path))
graph = Neo4jGraph(
    nodes=[Neo4jNode(id=i, label=l, properties=read(p)) for i, l, p in given["nodes"]],
    relationships=[Neo4jRelationship(start_node_id=a, end_node_id=b, type=t, properties=read(p))
                   for a, b, t, p in given["edges"]])
with GraphDatabase.driver(uri, auth=("neo4j", password)) as driver:
    writer = Neo4jWriter(driver)
    started = time.monotonic()
    result = asyncio.run(writer.run(graph=graph))
    seconds = time.monotonic() - started
    assert result.status == "SUCCESS", result
print(seconds)
"""


@contextmanager
def fresh_server(plugins: Path | None = None) -> Iterator[Server]:
    """Give a server with an empty database."""
    with TemporaryDirectory(prefix="graphbuild-bench-", ignore_cleanup_errors=True) as folder:
        server = Server(Path(folder) / "home", library(), heap="3g", jvm=JVM, plugins=plugins)
        try:
            server.start()
            yield server
        finally:
            server.stop()


@contextmanager
def connected(server: Server) -> Iterator[Engine]:
    with connect(server.uri, "neo4j", server.password) as engine:
        yield engine


def timed(work: Callable[[], object]) -> float:
    started = time.monotonic()
    work()
    return time.monotonic() - started


def plain(element: Node | Edge) -> dict[str, Any]:
    return {k: list(v) if isinstance(v, tuple) else v for k, v in element.properties.items()}


def by_hand(graph: Graph, engine: Engine) -> None:
    """Write a graph once, into nothing: a constraint a label, a MERGE a leaf and a type, batches of a thousand."""
    nodes, edges = defaultdict(list), defaultdict(list)
    for n in graph.nodes:
        nodes[n.leaf].append({"id": n.id, "props": plain(n)})
    for e in graph.edges:
        edges[e.type].append({"id": e.id, "a": e.source, "b": e.target, "props": plain(e)})
    with engine.driver.session(database=engine.database) as session:
        for label in (ROOT, *LABELS):
            session.run(f"CREATE CONSTRAINT FOR (n:{label}) REQUIRE n.id IS UNIQUE").consume()
        for type in EDGE_TYPES:
            session.run(f"CREATE INDEX FOR ()-[r:{type}]-() ON (r.id)").consume()
        statements = [
            (f"UNWIND $rows AS row MERGE (n:{leaf} {{id: row.id}}) SET n:{':'.join(LABELS[leaf])} SET n = row.props", r)
            for leaf, r in nodes.items()
        ]
        statements += [
            (f"UNWIND $rows AS row MATCH (a:{ROOT} {{id: row.a}}) MATCH (b:{ROOT} {{id: row.b}}) "
             f"MERGE (b)<-[r:{type} {{id: row.id}}]-(a) SET r = row.props", r)
            for type, r in edges.items()
        ]  # fmt: skip
        for cypher, rows in statements:
            for start in range(0, len(rows), BATCH):
                batch = rows[start : start + BATCH]
                session.execute_write(lambda tx, cypher=cypher, batch=batch: tx.run(cypher, rows=batch).consume())


def graphrag(graph: Graph) -> float:
    """Return the seconds that the writer of neo4j-graphrag takes."""
    environment, plugins = BUILD / "graphrag", BUILD / f"apoc-{APOC}"
    if not environment.is_dir():
        subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
        subprocess.run([str(environment / "bin" / "pip"), "install", "--quiet", GRAPHRAG], check=True)
    if not plugins.is_dir():
        with TemporaryDirectory() as folder:
            pom = Path(folder) / "pom.xml"
            pom.write_text(APOC_POM)
            maven = ["mvn", "--batch-mode", "--quiet", "--file", str(pom), "dependency:copy-dependencies"]
            subprocess.run([*maven, f"-DoutputDirectory={plugins}"], check=True)
    with fresh_server(plugins) as server, TemporaryDirectory() as folder:
        path = Path(folder) / "graph.json"
        given = {"nodes": [(n.id, n.leaf, plain(n)) for n in graph.nodes],
                 "edges": [(e.source, e.target, e.type, plain(e)) for e in graph.edges]}  # fmt: skip
        path.write_text(json.dumps(given, default=lambda day: {"date": day.isoformat()}))
        command = [str(environment / "bin" / "python"), "-c", WRITER, server.uri, server.password, str(path)]
        return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1])


def imported(graph: Graph) -> tuple[float, float]:
    """Return the seconds to write the files, and those that the import tool takes."""
    with TemporaryDirectory(prefix="graphbuild-bench-", ignore_cleanup_errors=True) as folder:
        server = Server(Path(folder) / "home", library())
        files = Path(folder) / "csv"
        wrote: list[neo4j_csv.Written] = []
        writing = timed(lambda: wrote.append(neo4j_csv.write(graph, files)))
        given = wrote[0].command.replace("nodes.csv", str(files / "nodes.csv"))
        given = given.replace("edges.csv", str(files / "edges.csv"))
        return writing, timed(lambda: server.admin(*given.split()[1:], "neo4j"))


@click.command()
@click.option("--size", default=100_000, show_default=True, help="Nodes of the graph.")
@click.option("--without-graphrag", is_flag=True, help="Leave the writer of neo4j-graphrag out.")
def main(size: int, without_graphrag: bool) -> None:
    graph = large_graph(size)
    rows = len(graph.nodes) + len(graph.edges)
    print(f"{len(graph.nodes)} nodes, {len(graph.edges)} edges")

    def tell(what: str, seconds: float, of: int = rows, more: str = "") -> None:
        print(f"{what:<44} {seconds:8.1f} s {of / seconds:9.0f} rows/s  {more}", flush=True)

    with fresh_server() as server, connected(server) as engine:
        hand = timed(lambda: by_hand(graph, engine))
        tell("Neo4j, by hand", hand)
    with fresh_server() as server, connected(server) as engine:
        first = timed(lambda: neo4j.write(graph, engine.driver))
        tell("Neo4j, graphbuild load", first, more=f"{hand / first:.2f} x by hand (target 0.9)")
        again = timed(lambda: neo4j.write(graph, engine.driver))
        tell("  again, nothing changed", again, more=f"{again / first:.3f} of the first (target 0.2)")
        other = changed(graph, 100)
        again = timed(lambda: neo4j.write(other, engine.driver))
        tell("  again, 100 nodes changed", again, more=f"{again / first:.3f} of the first (target 0.25)")
    if not without_graphrag:
        small = large_graph(size // 10)
        of = len(small.nodes) + len(small.edges)
        with fresh_server() as server, connected(server) as engine:
            ours = timed(lambda: neo4j.write(small, engine.driver))
        theirs = graphrag(small)
        tell("Neo4j, graphbuild load, a tenth", ours, of)
        tell("Neo4j, neo4j-graphrag, a tenth", theirs, of, f"graphbuild {theirs / ours:.1f} x as fast (target 3)")
    writing, importing = imported(graph)
    tell("Neo4j, import tool, stopped", writing + importing, more=f"{writing:.1f} s of it our files")
    with TemporaryDirectory() as folder, open_engine(folder) as engine:
        first = timed(lambda: neo4j.write(graph, engine.driver, engine.database))
        tell("embedded engine, load", first)
        again = timed(lambda: neo4j.write(graph, engine.driver, engine.database))
        tell("  again, nothing changed", again, more=f"{again / first:.3f} of the first (target 0.2)")
        again = timed(lambda: neo4j.write(other, engine.driver, engine.database))
        tell("  again, 100 nodes changed", again, more=f"{again / first:.3f} of the first (target 0.25)")


if __name__ == "__main__":
    main()
