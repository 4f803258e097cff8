"""Measures how long the saved queries take on a large graph: `python benchmarks/queries.py [--size 5000]`.

A graph made by chance (`tests/large_graph.py`, 100,000 nodes and 250,000 edges) goes into the embedded engine, which is
then asked every saved query three times with its defaults; the best counts, the first pays for reading the files.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import click

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from large_graph import large_graph

from graphbuild.engines import open_engine
from graphbuild.model import Graph
from graphbuild.projections import neo4j
from graphbuild.queries import bind, run, saved

TARGET = 2.0
"""seconds"""


def often_hit(graph: Graph) -> list[str]:
    """Return the names of those whom most edges reach."""
    names = {n.id: str(n.properties["name"]) for n in graph.nodes if n.leaf == "Journalist"}
    hits = Counter(e.target for e in graph.edges if e.type == "TARGET" and e.target in names)
    return [names[id] for id, _ in hits.most_common(2)]


@click.command()
@click.option("--size", default=100_000, show_default=True, help="Nodes of the graph.")
def main(size: int) -> None:
    graph = large_graph(size)
    one, other = often_hit(graph)
    print(f"{len(graph.nodes)} nodes, {len(graph.edges)} edges")
    with TemporaryDirectory() as folder, open_engine(folder) as engine:
        neo4j.write(graph, engine.driver, engine.database)
        for query in saved():
            given = bind(query, {p.name: {"other": other}.get(p.name, one) for p in query.parameters if p.required})
            seconds, rows = [], 0
            for _ in range(3):
                started = time.monotonic()
                rows = len(run(query, engine.driver, given, engine.database).rows)
                seconds.append(time.monotonic() - started)
            late = f"  over {TARGET} s" if min(seconds) > TARGET else ""
            print(
                f"{query.name:<32} {min(seconds):6.2f} s, at first {seconds[0]:6.2f} s {rows:6} rows{late}", flush=True
            )


if __name__ == "__main__":
    main()
