"""Answers saved queries.

`graphbuild query recurring-targets` starts the embedded engine beside the store, makes it equal to the store's graph,
which costs little where nothing changed, and asks. With a server's address only the server is asked: `graphbuild load`
fills it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from graphbuild import queries
from graphbuild.engines import Engine, open_engine
from graphbuild.graph import build
from graphbuild.model import Graph
from graphbuild.projections import neo4j
from graphbuild.queries import Rows, SavedQuery
from graphbuild.store import Store
from graphbuild.threshold import STANDARD, Threshold


@contextmanager
def holding(graph: Graph, folder: Path) -> Iterator[Engine]:
    """Give the embedded engine of a folder, holding this graph; EngineError where this platform has none."""
    with open_engine(folder) as engine:
        neo4j.write(graph, engine.driver, engine.database)
        yield engine


def answer(query: SavedQuery, given: Mapping[str, str], store: Path) -> Rows:
    """Answer from a store; a query that takes claims less sure than the standard finds them."""
    bound = queries.bind(query, given)
    asked = bound.get("minConfidence")
    least = min(STANDARD.min_confidence, asked) if isinstance(asked, float) else STANDARD.min_confidence
    with Store.open(store) as opened:
        graph = build(opened, Threshold(least))
    with holding(graph, store.parent) as engine:
        return queries.run(query, engine.driver, bound, engine.database)


def answer_from(query: SavedQuery, given: Mapping[str, str], server: Engine) -> Rows:
    """Answer from what a server holds."""
    return queries.run(query, server.driver, queries.bind(query, given), server.database)
