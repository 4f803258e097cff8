"""A load outlives a server that is killed, and a client that is; what it cannot outlive it says in one line."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from threading import Thread

import pytest
from graph_factory import graph, press_year
from large_graph import large_graph
from neo4j_server import Server, serving
from test_neo4j import ask, held, load

from graphbuild.elements import node
from graphbuild.engines import Engine, connect
from graphbuild.errors import EngineError
from graphbuild.model import Graph
from graphbuild.projections.neo4j import write

pytestmark = pytest.mark.neo4j
SIZE = 300
KILLS = 20
CLIENT = f"""
import os, sys
from graphbuild.engines import connect
from graphbuild.projections.neo4j import write
from large_graph import large_graph
made = large_graph({SIZE}, int(sys.argv[1]))
with connect(os.environ["NEO4J_URI"], "neo4j", os.environ["NEO4J_PASSWORD"]) as engine:
    print("loading", flush=True)
    write(made, engine.driver)
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Give a server that may be killed: one of this file's own."""
    with serving() as server:
        yield server


@pytest.fixture
def engine(server: Server) -> Iterator[Engine]:
    """Give an engine with no data in it."""
    with connect(server.uri, "neo4j", server.password) as engine:
        ask(engine, "MATCH (n) DETACH DELETE n")
        yield engine


@pytest.fixture
def bare(engine: Engine) -> Iterator[Engine]:
    """Give an engine with no constraints and indexes either, and leave it so."""
    drop_all(engine)
    yield engine
    drop_all(engine)


def drop_all(engine: Engine) -> None:
    ask(engine, "MATCH (n) DETACH DELETE n")
    for [name] in ask(engine, "SHOW CONSTRAINTS YIELD name"):
        ask(engine, f"DROP CONSTRAINT `{name}`")
    for [name] in ask(engine, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"):
        ask(engine, f"DROP INDEX `{name}`")


def test_a_load_goes_on_when_the_server_is_killed_and_started_again(server: Server, engine: Engine) -> None:
    made, moments = large_graph(SIZE), [0.5, 0.02]
    load(engine, large_graph(SIZE, seed=1))
    restarts: list[Thread] = []

    def kill(done: int, total: int) -> None:
        if moments and done > moments[-1] * total:
            moments.pop()
            server.kill()
            restarts.append(Thread(target=server.start))
            restarts[-1].start()

    write(made, engine.driver, progress=kill)
    for restart in restarts:
        restart.join()
    assert len(restarts) == 2
    assert held(engine) == made


def test_a_load_finishes_what_killed_ones_began(server: Server, engine: Engine) -> None:
    """Twenty loads of one graph over another, each killed at some moment; the next one, of the first, does the rest."""
    chance = Random(7)
    graphs = [large_graph(SIZE, seed) for seed in (0, 1)]
    for made in (*graphs, *graphs):  # once for the server to learn the statements
        seconds = timed(engine, made)
    for kill in range(KILLS):
        kill_a_load(server, seed=kill % 2, after=seconds * (kill + chance.random()) / KILLS)
        if kill % 4 == 3:
            load(engine, graphs[kill % 2])
            assert held(engine) == graphs[kill % 2]


def timed(engine: Engine, made: Graph) -> float:
    started = time.monotonic()
    load(engine, made)
    return time.monotonic() - started


def kill_a_load(server: Server, seed: int, after: float) -> None:
    """Start a load in a process of its own and kill it so many seconds after it began to send."""
    told = {"NEO4J_URI": server.uri, "NEO4J_PASSWORD": server.password}
    paths = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    with subprocess.Popen(
        [sys.executable, "-c", CLIENT, str(seed)],
        env={**os.environ, **told, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "loading\n"
        time.sleep(after)
        process.kill()


def test_a_server_that_does_not_come_back_is_one_line_and_one_that_does_needs_no_new_connection(
    server: Server, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphbuild.engines.bolt.RETRY_SECONDS", 2.0)
    try:
        with connect(server.uri, "neo4j", server.password) as hasty, pytest.raises(EngineError) as error:
            write(press_year(), hasty.driver, progress=lambda done, total: server.kill())
    finally:
        server.kill()
        server.start()
    assert str(error.value) == "the graph database: no graph database answers there"
    load(engine, press_year())
    assert held(engine) == press_year()


def test_a_wrong_password_is_said_at_once(server: Server) -> None:
    started = time.monotonic()
    with pytest.raises(EngineError, match=r"refuses this user and password$"):
        connect(server.uri, "neo4j", "another")
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_database_that_is_not_there_is_named(server: Server, scheme: str) -> None:
    uri = server.uri.replace("bolt", scheme)
    with pytest.raises(EngineError) as error:
        connect(uri, "neo4j", server.password, "nowhere")
    assert str(error.value).startswith(f"{uri}: has no database of this name: ")
    assert "nowhere" in str(error.value)
    assert "\n" not in str(error.value)


IN_THE_WAY = "in the way of graphbuild's: drop it, or load into another database"


@pytest.mark.parametrize(
    ("theirs", "index"),
    [
        ("INDEX theirs FOR (n:Journalist) ON (n.id)", "`theirs` on :Journalist(id)"),
        ("INDEX theirs FOR ()-[r:AT]-() ON (r.id)", "`theirs` on :AT(id)"),
        ("FULLTEXT INDEX theirs FOR (n:Entity) ON EACH [n.search]", "`theirs` on :Entity(search)"),
        ("INDEX names FOR (n:Note) ON (n.text)", "`names` on :Note(text)"),
        ("CONSTRAINT names FOR (n:Note) REQUIRE n.text IS UNIQUE", "`names` on :Note(text)"),
        ("FULLTEXT INDEX names FOR (n:Note|Memo) ON EACH [n.text, n.title]", "`names` on :Note|Memo(text, title)"),
    ],
)
def test_an_index_of_others_in_the_way_is_named(bare: Engine, theirs: str, index: str) -> None:
    ask(bare, f"CREATE {theirs}")
    with pytest.raises(EngineError) as error:
        load(bare, press_year())
    assert str(error.value) == f"the graph database has an index {index} {IN_THE_WAY}"


def test_indexes_of_others_that_leave_room_stay(bare: Engine) -> None:
    for number, theirs in enumerate(
        (
            "CONSTRAINT {} FOR (n:Journalist) REQUIRE n.id IS UNIQUE",
            "CONSTRAINT {} FOR (n:Document) REQUIRE n.url IS UNIQUE",
            "CONSTRAINT {} FOR ()-[r:TARGET]-() REQUIRE r.id IS UNIQUE",
            "INDEX {} FOR ()-[r:AT]-() ON (r.date)",
            "TEXT INDEX {} FOR (n:Outlet) ON (n.id)",
        )
    ):
        ask(bare, f"CREATE {theirs.format(f'theirs{number}')}")
    load(bare, press_year())
    assert held(bare) == press_year()
    assert len(ask(bare, "SHOW INDEXES YIELD name WHERE name STARTS WITH 'theirs' RETURN name")) == 5


@pytest.mark.parametrize(
    ("theirs", "clash"),
    [
        ("(n:Person) REQUIRE n.name", "label `Person` and property `name` = 'Timur Bek'"),
        ("()-[r:TARGET]-() REQUIRE r.factuality", "type `TARGET` and property `factuality` = 'reported'"),
    ],
)
def test_a_constraint_of_others_is_named_and_the_load_goes_on_without_it(
    engine: Engine, theirs: str, clash: str
) -> None:
    ask(engine, f"CREATE CONSTRAINT theirs FOR {theirs} IS UNIQUE")
    with pytest.raises(EngineError) as error:
        load(engine, press_year())
    ask(engine, "DROP CONSTRAINT theirs")
    advice = "where a constraint of yours forbids this, drop it, or load into another database"
    assert str(error.value).endswith(f" already exists with {clash}; {advice}")
    load(engine, press_year())
    assert held(engine) == press_year()


def test_ids_of_others_that_are_not_unique_are_named(bare: Engine) -> None:
    ask(bare, "CREATE (:Entity {id: 'twice'}), (:Entity {id: 'twice'})")
    with pytest.raises(EngineError, match=r"label `Entity` and property `id` = 'twice'"):
        load(bare, press_year())


def test_an_index_of_others_that_a_quote_does_not_fit_is_named(engine: Engine) -> None:
    ask(engine, "CREATE INDEX theirs FOR (n:Evidence) ON (n.quote)")
    with pytest.raises(EngineError, match=r"too large to index.*name='theirs'.*\(:Evidence \{quote\}\)"):
        load(engine, graph(node("q", "Evidence", {"quote": "x" * 20_000})))
    ask(engine, "DROP INDEX theirs")
