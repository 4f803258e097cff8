"""Rows per second of a load beside a hand-tuned one, the import tool and neo4j-graphrag's writer, in one run, as ratios.

    python benchmarks/load.py [--size 100000] [--rounds 2] [--without-graphrag] [--without-embedded]

On a generated graph of about `size` nodes and two and a half times as many edges. Every measure of Neo4j has a server of
its own that was warmed by a small load of the same kind; what is measured in several rounds counts by its best, since
what else a machine does only slows. Prints, for the server and the embedded engine: the first load, the same graph
again, the graph with 100 other names; on the server beside them what one would write by hand for these rows once (MERGE
on an indexed id per leaf label, batches, the same properties; no look at what is there, no hashes, nothing removed),
the import tool (with the writing of its files and the start of Java), and neo4j-graphrag's Neo4jWriter, with APOC, which
it needs. That one takes at most 20,000 nodes, for time's sake, gets slower with more, joins the acts of a kind between
the same two, and makes all nodes anew when it is run again.

Needs what tests/neo4j_server.py needs, and for neo4j-graphrag pip, Maven and 200 MB in build/.
"""

from __future__ import annotations

import argparse
import pickle
import shutil
import subprocess
import sys
import time
import venv
from collections import defaultdict
from collections.abc import Callable
from contextlib import AbstractContextManager, chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from large_graph import changed, large_graph  # noqa: E402
from neo4j_server import BUILD, MissingError, Server, serving  # noqa: E402

from graphbuild.engines import Engine, connect, open_engine  # noqa: E402
from graphbuild.labels import LABELS, all_labels  # noqa: E402
from graphbuild.model import Graph  # noqa: E402
from graphbuild.projections import neo4j_csv  # noqa: E402
from graphbuild.projections.neo4j import write  # noqa: E402

WARM, CHANGED, GRAPHRAG_SIZE = 2_000, 100, 20_000
HEAP = "3g"
BATCH = 5_000
APOC = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>graphbuild.benchmarks</groupId><artifactId>apoc</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>{}</dependencies></project>""".format(
    "".join(
        f"<dependency><groupId>org.neo4j.procedure</groupId><artifactId>{x}</artifactId><version>5.26.19</version></dependency>"
        for x in ("apoc-core", "apoc-common")
    )
)
GRAPHRAG = "neo4j-graphrag==1.22.0"
WRITER = """
import asyncio, pickle, sys, time
from neo4j import GraphDatabase
from neo4j_graphrag.components.kg_writer import Neo4jWriter
from neo4j_graphrag.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship
uri, password, *files = sys.argv[1:]
with GraphDatabase.driver(uri, auth=("neo4j", password)) as driver:
    for file in files:  # the last one counts
        nodes, edges = pickle.load(open(file, "rb"))
        graph = Neo4jGraph(
            nodes=[Neo4jNode(id=id, label=leaf, properties=p) for id, leaf, p in nodes],
            relationships=[Neo4jRelationship(start_node_id=a, end_node_id=b, type=t, properties=p) for t, a, b, p in edges],
        )
        started = time.perf_counter()
        asyncio.run(Neo4jWriter(driver).run(graph))
        print(time.perf_counter() - started)
"""


def main() -> None:
    """Take the measures that are asked for and print them."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--size", type=int, default=100_000, help="nodes of the graph")
    options.add_argument("--rounds", type=int, default=2, help="how often to load the whole graph")
    options.add_argument("--without-graphrag", action="store_true")
    options.add_argument("--without-embedded", action="store_true")
    asked = options.parse_args()
    made = large_graph(asked.size)
    print(f"{len(made.nodes):,} nodes, {len(made.edges):,} edges")
    ours, by_hand = [], []
    for _ in range(asked.rounds):
        ours.append(tell("Neo4j, write", made, on_a_server(three_loads, made)))
        by_hand.append(tell("Neo4j, by hand", made, on_a_server(hand_tuned, made)))
    best = [min(seconds) for seconds in zip(*ours, strict=True)]
    ratios("write", best)
    print(f"write / by hand          {min(by_hand)[0] / best[0]:6.2f} of its rows per second")
    importing = tell("neo4j-csv and the import tool", made, [imported(made)])
    print(f"import / write           {best[0] / importing[0]:6.2f} of its rows per second")
    if not asked.without_graphrag:
        part = made if asked.size <= GRAPHRAG_SIZE else large_graph(GRAPHRAG_SIZE)
        theirs = tell(f"neo4j-graphrag, {len(part.nodes):,} nodes", part, graphrag(part))
        print(f"write / neo4j-graphrag   {theirs[0] / size(part) / (best[0] / size(made)):6.2f} of its rows per second")
    if not asked.without_embedded:
        with TemporaryDirectory() as folder, open_engine(folder) as engine:
            ratios("embedded", tell("embedded, write", made, three_loads(engine, made)))


def tell(what: str, made: Graph, seconds: list[float]) -> list[float]:
    """Print what one measure came to."""
    loads = "   ".join(f"{s:6.1f} s" for s in seconds)
    print(f"{what:32} {size(made) / seconds[0]:8,.0f} rows/s   {loads}", flush=True)
    return seconds


def ratios(what: str, seconds: list[float]) -> None:
    first, again, few = seconds
    print(f"{what}, again / first {again / first:.2f}   with {CHANGED} other names / first {few / first:.2f}")


def size(made: Graph) -> int:
    return len(made.nodes) + len(made.edges)


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def on_a_server(loads: Callable[[Engine, Graph], list[float]], made: Graph) -> list[float]:
    """Measure on a server that has seen such loads, and is empty."""
    with fresh() as server, connect(server.uri, "neo4j", server.password) as engine:
        loads(engine, large_graph(WARM, seed=1))
        with engine.driver.session() as session:
            session.run("MATCH (n) DETACH DELETE n").consume()
        return loads(engine, made)


def fresh(plugins: Path | None = None) -> AbstractContextManager[Server]:
    """Give a running server with an empty database, and the compiler that servers have."""
    return serving(HEAP, jvm=(), plugins=plugins)


def three_loads(engine: Engine, made: Graph) -> list[float]:
    """Measure the first load, the same again, and one that changes a few nodes."""
    few = changed(made, CHANGED)
    return [seconds(lambda given=given: write(given, engine.driver, engine.database)) for given in (made, made, few)]


def hand_tuned(engine: Engine, made: Graph) -> list[float]:
    """Measure what one would write for these rows, once."""
    nodes: dict[str, list[Any]] = defaultdict(list)
    edges: dict[str, list[Any]] = defaultdict(list)
    for n in made.nodes:
        nodes[n.leaf].append({"id": n.id, "props": plain(n.properties)})
    for e in made.edges:
        edges[e.type].append({"id": e.id, "a": e.source, "b": e.target, "props": plain(e.properties)})
    work = [
        (f"UNWIND $rows AS row MERGE (n:{leaf} {{id: row.id}}) SET n:{':'.join(LABELS[leaf])}, n = row.props", rows)
        for leaf, rows in nodes.items()
    ]
    ends = "UNWIND $rows AS row MATCH (a:Entity {id: row.a}) MATCH (b:Entity {id: row.b})"
    work += [
        (f"{ends} MERGE (a)-[r:{type} {{id: row.id}}]->(b) SET r = row.props", rows) for type, rows in edges.items()
    ]
    with engine.driver.session() as session:
        for label in {label for leaf in LABELS for label in (leaf, all_labels(leaf)[-1])}:
            session.run(f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE").consume()

        def send() -> None:
            for cypher, rows in work:
                for start in range(0, len(rows), BATCH):
                    batch = rows[start : start + BATCH]
                    session.execute_write(lambda tx, c=cypher, b=batch: tx.run(c, rows=b).consume())

        return [seconds(send)]


def imported(made: Graph) -> float:
    """Measure the files and the import of them into a server that does not run."""
    with TemporaryDirectory(prefix="graphbuild-bench-", ignore_cleanup_errors=True) as folder:
        server, files = Server(Path(folder) / "home", heap=HEAP, jvm=()), Path(folder) / "csv"

        def work() -> None:
            named = neo4j_csv.write(made, files).command
            with chdir(files):
                server.admin(*named.split()[1:], "neo4j")

        return seconds(work)


def graphrag(made: Graph) -> list[float]:
    """Measure neo4j-graphrag in an environment of its own, on a server with APOC."""
    python, plugins = graphrag_python(), apoc()
    with TemporaryDirectory() as folder, fresh(plugins) as server:
        files = []
        for given in (large_graph(WARM, seed=1), made):
            files.append(Path(folder) / f"{len(files)}.pickle")
            rows = (
                [(n.id, n.leaf, plain(n.properties)) for n in given.nodes],
                [(e.type, e.source, e.target, plain(e.properties)) for e in given.edges],
            )
            files[-1].write_bytes(pickle.dumps(rows))
        command = [python, "-W", "ignore", "-c", WRITER, server.uri, server.password, *files]
        return [float(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.split()[-1])]


def graphrag_python() -> Path:
    """Return the Python of an environment with neo4j-graphrag, made the first time."""
    folder = BUILD / "graphrag"
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if (
        subprocess.run([python, "-c", "import neo4j_graphrag"], capture_output=True).returncode
        if python.exists()
        else True
    ):
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", GRAPHRAG], check=True, stdout=2)
    return python


def apoc() -> Path:
    """Return a folder with the jars of APOC, copied from Maven Central the first time."""
    folder = BUILD / "apoc"
    if not folder.is_dir():
        if not shutil.which("mvn"):
            raise MissingError("mvn")
        with TemporaryDirectory() as work:
            pom, part = Path(work) / "pom.xml", folder.with_suffix(".part")
            pom.write_text(APOC)
            copy = ["mvn", "--batch-mode", "--quiet", "-Dstyle.color=never", "--file", pom]
            only = ["-DincludeScope=runtime", f"-DoutputDirectory={part}"]
            subprocess.run([*copy, "dependency:copy-dependencies", *only], check=True, stdout=2)
            part.rename(folder)
    return folder


def plain(properties: Any) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in properties.items()}


if __name__ == "__main__":
    main()
