"""A load makes the database equal to the graph, sends only what changed, and touches nothing of others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from graph_factory import BOTH_ENGINES, NASTY, act, document, entity, graph, press_year, server

from graphbuild.elements import edge
from graphbuild.engines import Engine, open_engine
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
    assert sent == [(WORKS.id,), ("gone",), ("d1",), ("dana",)]


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


def test_neo4j_gets_a_constraint_for_each_label_and_an_index_for_each_type() -> None:
    assert len(loader.schema()) == 1 + len(LABELS) + len(EDGE_TYPES) + 1


@pytest.mark.parametrize(("lost", "raises"), [(2, False), (loader.RESENDS + 1, True)])
def test_a_batch_whose_commit_got_lost_is_sent_again(lost: int, raises: bool) -> None:
    from neo4j.exceptions import IncompleteCommit

    class Session:
        sent = 0

        def execute_write(self, work: Any) -> None:
            self.sent += 1
            if self.sent <= lost:
                raise IncompleteCommit

    session: Any = Session()
    if raises:
        with pytest.raises(IncompleteCommit):
            loader._send(session, lambda tx: None)
    else:
        loader._send(session, lambda tx: None)
    assert session.sent == min(lost, loader.RESENDS) + 1


@pytest.fixture(scope="module", params=BOTH_ENGINES)
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with open_engine(tmp_path_factory.mktemp("engine")) if request.param == "embedded" else server() as engine:
        yield engine


@pytest.fixture
def engine(opened: Engine) -> Iterator[Engine]:
    """Give an engine without anything of ours, before and after."""
    write(Graph(), opened.driver, opened.database)
    yield opened
    write(Graph(), opened.driver, opened.database)


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
    ask(engine, "MATCH (x:Theirs) DETACH DELETE x")


def test_what_is_not_ours_stays(engine: Engine) -> None:
    load(engine, graph(DANA, PAPER))
    ask(engine, "MATCH (n:Entity {id: 'dana'}) CREATE (:Person {id: 'theirs'})-[:WORKS_FOR {id: 'w'}]->(n)")
    load(engine, graph(DANA))
    assert ask(engine, "MATCH (p:Person {id: 'theirs'})-[r:WORKS_FOR]->(n) RETURN r.id, n.id") == [["w", "dana"]]
    ask(engine, "MATCH (n:Person {id: 'theirs'}) DETACH DELETE n")


def test_a_node_of_others_with_an_id_of_ours_is_refused(engine: Engine) -> None:
    ask(engine, "CREATE (:Document {id: 'd1', name: 'theirs'})")
    with pytest.raises(EngineError, match=r"holds a Document with the id 'd1' that graphbuild did not write"):
        load(engine, graph(DANA, document("d1", "ours")))
    assert ask(engine, "MATCH (n:Document) RETURN n.name") == [["theirs"]]
    assert held(engine) == Graph()
    ask(engine, "MATCH (n:Document) WHERE n.origin IS NULL DELETE n")


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
