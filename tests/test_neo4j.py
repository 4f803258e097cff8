"""A load makes the database equal to the graph, sends only what changed, and touches nothing of others."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from graph_factory import BOTH_ENGINES, NASTY, Access, act, document, entity, graph, opened, press_year

from graphbuild import queries
from graphbuild.elements import edge
from graphbuild.engines import Engine
from graphbuild.errors import EngineError
from graphbuild.labels import EDGE_TYPES, LABELS, all_labels
from graphbuild.model import Graph
from graphbuild.projections import neo4j as loader
from graphbuild.projections.neo4j import write
from graphbuild.projections.neo4j_plan import Changes, Found, plan

DANA, PAPER = entity("dana", "Journalist", "Dana Omarova"), entity("paper", "Outlet", "Aksu Times")
WORKS = edge("WORKS_FOR", "dana", "paper", None, {"position": "reporter"})


def found(graph: Graph) -> tuple[dict[str, Found], dict[str, Found]]:
    """Return what a database that holds the graph answers."""
    nodes = {n.id: Found(frozenset(all_labels(n.leaf)), str(n.properties["hash"])) for n in graph.nodes}
    return nodes, {e.id: Found(frozenset({e.type}), str(e.properties["hash"])) for e in graph.edges}


def test_nothing_is_sent_where_nothing_changed() -> None:
    year = press_year()
    made = plan(year, *found(year))
    assert (made.steps, made.new) == ((), {})
    assert (made.nodes, made.edges) == (Changes(unchanged=len(year.nodes)), Changes(unchanged=len(year.edges)))


def test_only_the_difference_is_sent() -> None:
    old = graph(DANA, PAPER, WORKS, entity("gone", "Place", "Aksu"))
    new = graph(entity("dana", "Journalist", "Dana Omarova", "Omarova"), PAPER, document("d1", "New"))
    made = plan(new, *found(old))
    assert (made.nodes, made.edges) == (Changes(1, 1, 1, 1), Changes(removed=1))
    assert made.new == {"Document": ("d1",)}
    sent = [tuple(r["id"] if isinstance(r, dict) else r for r in step.rows) for step in made.steps]
    assert sent == [(WORKS.id,), ("gone",), ("gone",), ("d1",), ("dana",)]


@pytest.mark.parametrize(
    ("was", "becomes", "adds", "removes"),
    [
        ("Person", "Journalist", ":`Journalist`:`Person`:`Entity`", None),
        ("Journalist", "Person", ":`Person`:`Entity`", ":`Journalist`"),
        ("Journalist", "Outlet", ":`Outlet`:`Organization`:`Entity`", ":`Journalist`:`Person`"),
        ("Assault", "Release", ":`Release`:`Event`:`Entity`", ":`Assault`:`Violation`"),
    ],
)
def test_another_leaf_is_added_before_the_old_one_goes(was: str, becomes: str, adds: str, removes: str | None) -> None:
    labels = Found(frozenset({*all_labels(was), "Theirs"}), "old")
    steps = plan(graph(entity("x", becomes, "X")), {"x": labels}, {}).steps
    assert [(s.cypher.split(" SET n")[-1], s.rows) for s in steps[:1]] == [(adds, ("x",))]
    assert [s.cypher.split(" REMOVE n")[-1] for s in steps[1:-1]] == ([removes] if removes else [])
    assert steps[-1].cypher.startswith(f"UNWIND $rows AS row MERGE (n:`{becomes}` {{id: row.id}})")


def test_edges_are_written_from_the_end_with_fewer() -> None:
    people = [entity(f"p{i}", "Journalist", f"P{i}") for i in range(3)]
    court, many = entity("court", "Agency", "court"), [edge("CONVICTED", "court", f"p{i}", None, {}) for i in range(3)]
    outwards = plan(graph(court, *people, *many), {}, {}).steps[-1]
    inwards = plan(graph(court, *people, *(edge("SUED", p.id, "court", None, {}) for p in people)), {}, {}).steps[-1]
    assert "MERGE (b)<-[r:`CONVICTED` {id: row.id}]-(a)" in outwards.cypher
    assert "MERGE (a)-[r:`SUED` {id: row.id}]->(b)" in inwards.cypher


def test_neo4j_gets_a_constraint_for_each_label_and_type() -> None:
    assert len(loader.schema()) == 1 + len(LABELS) + len(EDGE_TYPES) + 1


@pytest.fixture(scope="module", params=BOTH_ENGINES)
def access(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Access]:
    with opened(request.param, tmp_path_factory.mktemp("engine")) as access:
        yield access


@pytest.fixture(scope="module")
def connected(access: Access) -> Iterator[Engine]:
    with access.engine() as engine:
        yield engine


@pytest.fixture
def engine(connected: Engine) -> Iterator[Engine]:
    """Give an engine with nothing in it, of ours or of others, and leave it so."""
    yield connected
    ask(connected, "MATCH (n) DETACH DELETE n")


def load(engine: Engine, graph: Graph) -> tuple[Changes, Changes]:
    summary = write(graph, engine.driver, engine.database)
    return summary.nodes, summary.edges


def ask(engine: Engine, cypher: str, **parameters: object) -> list[list[Any]]:
    with engine.driver.session(database=engine.database) as session:
        return session.execute_write(lambda tx: [list(r.values()) for r in tx.run(cypher, parameters)])


def held(engine: Engine) -> Graph:
    """Read back what is ours."""
    from graphbuild.model import Edge, Node

    def plain(values: dict[str, Any]) -> dict[str, Any]:
        return {
            k: tuple(v) if isinstance(v, list) else v.to_native() if hasattr(v, "to_native") else v
            for k, v in values.items()
        }

    nodes = [
        (frozenset(labels), Node(p["id"], "", plain(p)))
        for labels, p in ask(engine, "MATCH (n:Entity) WHERE n.origin = 'graphbuild' RETURN labels(n), properties(n)")
    ]
    leaves = {frozenset(all_labels(leaf)): leaf for leaf in LABELS}
    rows = ask(engine, "MATCH (a)-[r]->(b) WHERE r.origin = 'graphbuild' RETURN type(r), a.id, b.id, properties(r)")
    edges = [Edge(p["id"], type, a, b, plain(p)) for type, a, b, p in rows]
    return graph(*(replace(n, leaf=leaves[labels]) for labels, n in nodes), *edges)


def test_what_is_written_is_what_the_graph_says(engine: Engine) -> None:
    year = press_year()
    seen: list[tuple[int, int]] = []
    write(year, engine.driver, engine.database, progress=lambda done, total: seen.append((done, total)))
    assert held(engine) == year
    assert seen[-1] == (len(year.nodes) + len(year.edges),) * 2
    assert load(engine, year) == (Changes(unchanged=len(year.nodes)), Changes(unchanged=len(year.edges)))


def test_names_of_strangers_are_only_names(engine: Engine) -> None:
    elements = [entity(name, "Journalist", name, *NASTY, country=name) for name in NASTY]
    edges = [edge("WORKS_FOR", a, b, a, {"position": a, "evidence": NASTY}) for a in NASTY for b in NASTY]
    nasty = graph(*elements, *edges)
    load(engine, nasty)
    assert held(engine) == nasty


ODD = [
    "a\0b",
    "\0",
    "x" * 10_000,
    "Ә" * 10_000,
    "half an emoji \ud83d",
    "\udcff\udc00",
    "`) DETACH DELETE n //",
    "\\u0027",
]


def test_names_that_no_name_should_be(engine: Engine) -> None:
    people = [entity(f"{i}{name}", "Journalist", name, name, country=name) for i, name in enumerate(ODD)]
    works = [
        edge("WORKS_FOR", a.id, b.id, a.id, {"position": b.id, "evidence": (a.id, b.id)})
        for a in people
        for b in people
    ]
    load(engine, odd := graph(*people, *works))
    assert held(engine) == odd
    assert load(engine, odd) == (Changes(unchanged=len(people)), Changes(unchanged=len(works)))


def test_a_second_load_makes_the_difference(engine: Engine) -> None:
    based = edge("BASED_IN", "paper", "gone", None, {})
    load(engine, graph(DANA, PAPER, WORKS, entity("gone", "Place", "Aksu"), based))
    nodes, edges = load(engine, new := graph(DANA, PAPER, WORKS, document("d1", "New")))
    assert (nodes, edges) == (Changes(1, 0, 2, 1), Changes(0, 0, 1, 1))
    assert held(engine) == new


def test_properties_that_the_graph_has_no_more_go(engine: Engine) -> None:
    load(engine, graph(entity("x", "Agency", "police", country="KZ", function="police")))
    load(engine, new := graph(entity("x", "Agency", "police", function="police")))
    assert held(engine) == new


@pytest.mark.parametrize(("was", "becomes"), [("Person", "Journalist"), ("Journalist", "Person"), ("Person", "Outlet")])
def test_a_node_with_another_leaf_keeps_its_edges(engine: Engine, was: str, becomes: str) -> None:
    load(engine, graph(entity("dana", was, "Dana Omarova"), PAPER, WORKS))
    ask(engine, "MATCH (n:Entity {id: 'dana'}) MERGE (n)-[:THEIRS]->(:Theirs {id: 'x'})")
    nodes, edges = load(engine, new := graph(entity("dana", becomes, "Dana Omarova"), PAPER, WORKS))
    assert (nodes, edges) == (Changes(updated=1, unchanged=1), Changes(unchanged=1))
    assert held(engine) == new
    assert ask(engine, "MATCH (n {id: 'dana'})-[:THEIRS]->(x:Theirs) RETURN x.id") == [["x"]]


def theirs(engine: Engine) -> list[list[Any]]:
    """Return the nodes and edges of others as they are."""
    nodes = "MATCH (n) WHERE coalesce(n.origin, '') <> 'graphbuild' RETURN n.id AS id, labels(n), properties(n)"
    edges = "MATCH (a)-[r]->(b) WHERE coalesce(r.origin, '') <> 'graphbuild' RETURN r.id AS id, a.id, b.id, type(r)"
    return [*ask(engine, f"{nodes} ORDER BY id"), *ask(engine, f"{edges} ORDER BY id")]


def test_what_is_not_ours_stays(engine: Engine) -> None:
    load(engine, graph(DANA, PAPER, WORKS))
    ask(
        engine,
        "MATCH (d:Journalist {id: 'dana'}), (p:Outlet {id: 'paper'}) "
        "CREATE (t:Person {id: 'theirs', hash: 'x'})-[:WORKS_FOR {id: 'w1'}]->(p), (d)-[:WORKS_FOR {id: 'w2'}]->(p), "
        "(:Note {id: 'n', origin: 'somebody'})-[:ABOUT {id: 'w3'}]->(d)",
    )
    before = theirs(engine)
    assert len(before) == 5
    for new in (graph(DANA, PAPER), graph(PAPER), Graph(), graph(entity("dana", "Outlet", "Dana"), PAPER)):
        load(engine, new)
        assert theirs(engine) == before
    assert held(engine) == new


def test_a_node_that_carries_an_edge_of_others_is_emptied_and_goes_with_it(engine: Engine) -> None:
    load(engine, graph(DANA, PAPER, WORKS))
    ask(engine, "MATCH (d:Journalist {id: 'dana'}) CREATE (:Note {id: 'n'})-[:ABOUT]->(d)")
    assert load(engine, Graph()) == (Changes(removed=2), Changes(removed=1))
    assert load(engine, Graph()) == (Changes(), Changes())
    left = ask(engine, "MATCH (:Note)-[:ABOUT]->(n) RETURN properties(n)")
    assert left == [[{"id": "dana", "origin": "graphbuild"}]]
    timeline = queries.load("timeline-of")
    bound = queries.bind(timeline, {"name": "Dana Omarova"})
    assert queries.run(timeline, engine.driver, bound, engine.database).rows == ()
    ask(engine, "MATCH (n:Note) DETACH DELETE n")
    load(engine, Graph())
    assert ask(engine, "MATCH (n) RETURN count(n)") == [[0]]


@pytest.mark.parametrize("label", ["Journalist", "Person", "Entity"])
def test_a_node_of_others_with_an_id_of_ours_is_refused(engine: Engine, label: str) -> None:
    ask(engine, f"CREATE (:{label} {{id: 'dana', name: 'theirs'}})")
    before = theirs(engine)
    says = rf"^the graph database holds a {label} with the id 'dana' that graphbuild did not write$"
    if label == "Entity":  # where types inherit, the nearer label finds it too
        says = r"holds an? \w+ with the id 'dana' that graphbuild did not write$"
    with pytest.raises(EngineError, match=says):
        load(engine, graph(DANA, document("d1", "ours")))
    assert theirs(engine) == before
    assert held(engine) == Graph()


def test_a_load_that_was_cut_off_is_mended_by_the_next(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    class CutOffError(Exception):
        pass

    def cut(done: int, total: int) -> None:
        if done > total // 2:
            raise CutOffError

    monkeypatch.setattr(loader, "BATCH", 3)
    year = press_year()
    with pytest.raises(CutOffError):
        write(year, engine.driver, engine.database, progress=cut)
    assert held(engine) != year
    load(engine, year)
    assert held(engine) == year


def test_a_load_that_another_was_ahead_of_comes_to_the_same(engine: Engine) -> None:
    year, ahead = press_year(), []

    def overtake(done: int, total: int) -> None:
        if not ahead:
            ahead.append(load(engine, year))

    write(year, engine.driver, engine.database, progress=overtake)
    assert ahead[0][1].created == len(year.edges)
    assert held(engine) == year


def test_an_edge_without_its_end_is_an_error(engine: Engine) -> None:
    with pytest.raises(EngineError, match="took 0 of 1 rows"):
        load(engine, graph(DANA, WORKS))


def test_parallel_edges_stay_apart(engine: Engine) -> None:
    acts = [act(f"e{i}", "Assault", "police", "dana") for i in range(4)]
    many = graph(DANA, document("d1", "Report"), entity("police", "Agency", "police"), *(x for a in acts for x in a))
    load(engine, many)
    load(engine, many)
    assert ask(engine, "MATCH (:Agency)-[r:ASSAULTED]->(:Journalist) RETURN count(r)") == [[4]]


@pytest.mark.parametrize("query", ["Omarova", "omarova", "Дана", "Дана OR nobody"])
def test_names_are_found_by_the_full_text_index(engine: Engine, query: str) -> None:
    load(engine, press_year())
    cypher = "CALL db.index.fulltext.queryNodes('names', $q) YIELD node RETURN node.id"
    assert ask(engine, cypher, q=query) == [["dana"]]


COMMIT, BEGIN = b"\x00\x02\xb0\x12\x00\x00", b"\xb1\x11"
"""How two messages of Bolt look on the line: a transaction's end, and its start."""


class Line:
    """A line to the engine that breaks, `cuts` times, when a transaction begins or while it is committed."""

    def __init__(self, access: Access, breaks: str) -> None:
        at = urlsplit(access.uri)
        self.behind = at.hostname, at.port or 7687
        self.breaks, self.cuts = breaks, 0
        self.lost: set[socket.socket] = set()
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.access = replace(access, uri=f"bolt://127.0.0.1:{self.listening.getsockname()[1]}")
        Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        with suppress(OSError):  # until it is closed
            while True:
                near, far = self.listening.accept()[0], socket.create_connection(self.behind)
                ends = near, far
                for end in ends:
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                Thread(target=self.carry, args=ends, daemon=True).start()
                Thread(target=self.carry_back, args=ends, daemon=True).start()

    def carry(self, near: socket.socket, far: socket.socket) -> None:
        with suppress(OSError):
            while data := near.recv(1 << 16):
                if self.cuts and (BEGIN if self.breaks == "begin" else COMMIT) in data:
                    self.cuts -= 1
                    if self.breaks != "answer":
                        break
                    self.lost.add(far)
                far.sendall(data)
        cut(near, far)

    def carry_back(self, near: socket.socket, far: socket.socket) -> None:
        with suppress(OSError):
            while (data := far.recv(1 << 16)) and far not in self.lost:
                near.sendall(data)
        cut(near, far)


def cut(*ends: socket.socket) -> None:
    for end in ends:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("breaks", ["begin", "commit", "answer"])
def test_a_load_outlives_a_line_that_breaks(engine: Engine, access: Access, breaks: str) -> None:
    line = Line(access, breaks)
    with line.access.engine() as broken:
        line.cuts = 2
        load(broken, press_year())
    line.listening.close()
    assert line.cuts == 0
    assert held(engine) == press_year()


def test_a_line_that_never_lets_a_commit_through_is_one_line(engine: Engine, access: Access) -> None:
    line = Line(access, "commit")
    with line.access.engine() as broken:
        line.cuts = 1_000
        with pytest.raises(EngineError) as error:
            load(broken, press_year())
    line.listening.close()
    assert line.cuts == 1_000 - loader.RESENDS - 1
    assert "\n" not in str(error.value)
    assert held(engine) == Graph()
