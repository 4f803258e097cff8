"""What the saved queries answer about one invented year, on the embedded engine and on Neo4j.

The year (`graph_factory.custody_year`): police of Aksu hold Dana and Timur on 5 March; Dana is charged, convicted and not
released, Timur is freed and later beaten by a colonel, who is tried; Asel is beaten by unknown men and by police of Oral,
which the colonel denies; two reports differ on who searched the Aksu Times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from graph_factory import BOTH_ENGINES, custody_year, opened

from graphbuild.engines import Engine
from graphbuild.labels import EDGE_TYPES, LABELS, all_labels
from graphbuild.projections.neo4j import write
from graphbuild.queries import SavedQuery, bind, load, run, saved


@pytest.fixture(scope="module", params=BOTH_ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with opened(request.param, tmp_path_factory.mktemp("engine")) as access, access.engine() as engine:
        write(custody_year(), engine.driver, engine.database)
        yield engine
        with engine.driver.session(database=engine.database) as session:
            session.execute_write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())


TABLES: list[tuple[str, dict[str, str], str, list[tuple[Any, ...]]]] = [
    ("agencies-in-several-places", {}, "name places events names",
     [("police of Kazakhstan", 2, 2, ("Aksu", "Oral"))]),
    ("agencies-in-several-places", {"minPlaces": "1", "factuality": "alleged"}, "name", []),
    ("alleged-only", {}, "name suspected targets quote",
     [("Search c9", ("police of Aksu", "police of Oral"), ("Aksu Times",), "The Search c9.")]),
    ("by-month", {"to": "2021-05-31"}, "year month events targets types",
     [(2021, 3, 2, 2, ("Detention", "Prosecution")), (2021, 4, 1, 1, ("Conviction",)), (2021, 5, 1, 1, ("Assault",))]),
    ("by-month", {"press": "false", "from": "2021-09-01", "to": "2021-09-30"}, "month types", [(9, ("Prosecution",))]),
    ("by-season", {}, "month season events",
     [(3, "spring", 2), (4, "spring", 1), (5, "spring", 1), (6, "summer", 1), (7, "summer", 1), (10, "autumn", 1),
      (12, "winter", 1)]),
    ("cases", {}, "name detained charged convicted released daysToCharge daysToConviction daysToRelease days penalty",
     [("Dana Omarova", "2021-03-05", "2021-03-10", "2021-04-01", None, 5, 22, None, 27, "3 years in prison"),
      ("Timur Bek", "2021-03-05", None, None, "2021-03-08", None, None, 3, 3, None)]),
    ("cases", {"from": "2021-03-06"}, "name", []),
    ("charges", {}, "charge events convictions targets agents first",
     [("extremism", 2, 1, 1, ("court of Aksu",), date(2021, 3, 10))]),
    ("co-targets", {}, "name other events types", [("Dana Omarova", "Timur Bek", 1, ("Detention",))]),
    ("contradictory-accounts", {}, "event agents publisher quote",
     [("Search c9", ("police of Aksu",), "Observer", "The Search c9."),
      ("Search c9", ("police of Oral",), "Watch", "Police of Oral searched it.")]),
    ("contradictory-accounts", {"factuality": "reported"}, "event", []),
    ("denials", {}, "event agents told denial deniedBy publisher",
     [("Assault c6", ("police of Oral",), "The Assault c6.", "“We beat nobody.”", "Serik Aliyev", "Watch")]),
    ("employer-history", {"name": "timur bek"}, "employer position current",
     [("Aksu Times", "reporter", False), ("Oral Herald", "editor", True)]),
    ("escalation", {"name": "Timur Bek"}, "step event days exact agents",
     [(1, "Detention c1", None, None, ("police of Aksu",)), (2, "Release c4", 3, True, ("police of Aksu",)),
      (3, "Assault c7", 115, True, ("Serik Aliyev",))]),
    ("impunity", {}, "name agents targets", [("Assault c6", ("police of Oral",), ("Asel Nur",))]),
    ("impunity", {"types": "Search,Detention"}, "name agents",
     [("Detention c1", ("police of Aksu",)), ("Search c9", ("police of Aksu", "police of Oral"))]),
    ("in-custody", {}, "name since last heldBy penalty days",
     [("Dana Omarova", "2021-03-05", "2021-04-01", ("court of Aksu",), "3 years in prison", None)]),
    ("in-custody", {"day": "2021-03-07"}, "name since days",
     [("Dana Omarova", "2021-03-05", 2), ("Timur Bek", "2021-03-05", 2)]),
    ("in-custody", {"day": "2021-03-08"}, "name", [("Dana Omarova",)]),
    ("in-custody", {"day": "2021-03-04"}, "name", []),
    ("legislation", {}, "name", [("Legislation c10",)]),
    ("officials-named", {}, "name positions bodies events quotes",
     [("Serik Aliyev", ("colonel",), ("police of Oral",), 1, 1)]),
    ("outlets-hit", {}, "name events staff direct",
     [("Aksu Times", 3, 1, 1), ("Oral Herald", 2, 1, 0)]),
    ("outlets-hit", {"former": "true"}, "name events staff direct",
     [("Aksu Times", 4, 2, 1), ("Oral Herald", 2, 1, 0)]),
    ("recurring-perpetrators", {"rollUp": "true"}, "name events targets",
     [("court of Aksu", 3, 2), ("police of Kazakhstan", 3, 4), ("police of Aksu", 2, 3), ("police of Oral", 2, 2)]),
    ("recurring-perpetrators", {}, "name events",
     [("court of Aksu", 3), ("police of Aksu", 2), ("police of Oral", 2)]),
    ("reports-by-publisher", {}, "publisher documents events reported alleged",
     [("Observer", 1, 8, 7, 1), ("Watch", 1, 1, 0, 1)]),
    ("representatives", {}, "name represents position", [("Bota Lawyer", "Dana Omarova", "lawyer")]),
    ("shortest-paths", {"name": "Timur Bek", "other": "Serik Aliyev"}, "path length",
     [("(Timur Bek)<-[TARGET]-(Assault c7)-[PERPETRATOR]->(Serik Aliyev)", 2)]),
    ("unknown-perpetrators", {}, "name targets told", [("Assault c5", ("Asel Nur",), ("unknown men",))]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "given", "columns", "rows"), TABLES)
def test_tables(engine: Engine, name: str, given: dict[str, str], columns: str, rows: list[tuple[Any, ...]]) -> None:
    query = load(name)
    answer = run(query, engine.driver, bind(query, given), engine.database)
    places = [answer.columns.index(column) for column in columns.split()]
    assert [tuple(row[i] for i in places) for row in answer.rows] == rows


PICTURES: list[tuple[str, dict[str, str], set[str]]] = [
    ("cases-paths", {},
     {"(Dana Omarova)<-[TARGET]-(Detention c1)", "(Timur Bek)<-[TARGET]-(Detention c1)",
      "(Detention c1)-[CASE]->(Prosecution c2)-[CASE]->(Conviction c3)", "(Detention c1)-[CASE]->(Release c4)"}),
    ("co-targets-paths", {}, {"(Dana Omarova)<-[TARGET]-(Detention c1)-[TARGET]->(Timur Bek)"}),
    ("contradictory-accounts-paths", {},
     {"(Search c9)-[PERPETRATOR]->(police of Aksu)", "(Search c9)-[EVIDENCE]->(quote c9)-[FROM]->(Two held in Aksu)",
      "(Search c9)-[PERPETRATOR]->(police of Oral)",
      "(Search c9)-[EVIDENCE]->(Police of Oral searched it.)-[FROM]->(Trial)"}),
    ("denials-paths", {},
     {"(Assault c6)-[EVIDENCE]->(“We beat nobody.”)-[FROM]->(Trial)", "(“We beat nobody.”)-[SPEAKER]->(Serik Aliyev)",
      "(Assault c6)-[PERPETRATOR]->(police of Oral)"}),
    ("evidence-for-paths", {"name": "aksu times"},
     {"(Aksu Times)<-[TARGET]-(Search c9)-[EVIDENCE]->(quote c9)-[FROM]->(Two held in Aksu)",
      "(Aksu Times)<-[TARGET]-(Search c9)-[EVIDENCE]->(Police of Oral searched it.)-[FROM]->(Trial)"}),
    ("in-custody-paths", {"day": "2021-03-08"},
     {"(Dana Omarova)<-[TARGET]-(Detention c1)", "(Detention c1)-[PERPETRATOR]->(police of Aksu)"}),
    ("outlets-hit-paths", {"to": "2021-03-05", "minEvents": "1"},
     {"(Aksu Times)<-[WORKS_FOR]-(Dana Omarova)<-[TARGET]-(Detention c1)",
      "(Oral Herald)<-[WORKS_FOR]-(Timur Bek)<-[TARGET]-(Detention c1)"}),
    ("perpetrator-target-pairs-paths", {},
     {"(court of Aksu)-[PROSECUTED]->(Dana Omarova)", "(court of Aksu)-[CONVICTED]->(Dana Omarova)"}),
    ("recurring-perpetrators-paths", {"to": "2021-04-30"},
     {"(court of Aksu)<-[PERPETRATOR]-(Prosecution c2)", "(court of Aksu)<-[PERPETRATOR]-(Conviction c3)",
      "(Prosecution c2)-[TARGET]->(Dana Omarova)", "(Conviction c3)-[TARGET]->(Dana Omarova)"}),
    ("recurring-targets-paths", {"from": "2021-05-01"},
     {"(Asel Nur)<-[TARGET]-(Assault c5)", "(Assault c5)-[PERPETRATOR]->(unknown men)",
      "(Asel Nur)<-[TARGET]-(Assault c6)", "(Assault c6)-[PERPETRATOR]->(police of Oral)",
      "(Asel Nur)<-[TARGET]-(Conviction c11)", "(Conviction c11)-[PERPETRATOR]->(court of Aksu)"}),
    ("timeline-of-paths", {"name": "bota lawyer"},
     {"(Bota Lawyer)-[REPRESENTS]->(Dana Omarova)", "(Bota Lawyer)-[RELATIVE_OF]->(Asel Nur)"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "given", "drawn"), PICTURES)
def test_pictures(engine: Engine, name: str, given: dict[str, str], drawn: set[str]) -> None:
    query = load(name)
    answer = run(query, engine.driver, bind(query, given), engine.database)
    assert {cell for row in answer.rows for cell in row if isinstance(cell, str) and cell.startswith("(")} == drawn


def test_every_new_query_is_in_a_table() -> None:
    elsewhere = {"recurring-targets", "perpetrator-target-pairs", "timeline-of", "evidence-for"}  # in test_queries.py
    assert {q.name for q in saved()} - elsewhere == {row[0] for row in (*TABLES, *PICTURES)}


def test_what_counts_can_be_narrowed() -> None:
    """A query that counts lets its reader choose how sure, how told and when; a list of one's own ties need not."""
    ties = {"employer-history", "representatives", "shortest-paths"}
    for query in saved():
        if query.name not in ties:
            takes = {p.name for p in query.parameters}
            assert "minConfidence" in takes, query.name
            assert {"from", "to"} <= takes or "day" in takes or query.name.startswith("evidence-for"), query.name


@pytest.mark.parametrize("query", saved(), ids=lambda query: query.name)
def test_it_asks_for_what_the_graph_has(query: SavedQuery) -> None:
    body = re.sub(r"//.*|\$\w+|'[^']*'", "", query.text)
    asked = re.findall(r"[(\[]\w*((?::\w+(?:\|\w+)*)+)", body)
    words = {word for words in asked for word in re.findall(r"\w+", words)}
    assert words
    assert words <= {*EDGE_TYPES, *(label for leaf in LABELS for label in all_labels(leaf))}


@pytest.mark.parametrize("engine", BOTH_ENGINES[1:], indirect=True)
@pytest.mark.parametrize("query", saved(), ids=lambda query: query.name)
def test_neo4j_has_nothing_to_say_against_it(engine: Engine, query: SavedQuery) -> None:
    """The server is the linter: deprecated words, unbounded joins, aggregations over implicit groups."""
    given = {p.name: "x" for p in query.parameters if p.required}
    sent = {k: list(v) if isinstance(v, tuple) else v for k, v in bind(query, given).items()}
    with engine.driver.session(database=engine.database, notifications_min_severity="INFORMATION") as session:
        summary = session.run("CYPHER 5 EXPLAIN " + query.text, sent).consume()
    said = [s for s in summary.gql_status_objects if s.is_notification]
    unknown = "UNRECOGNIZED"  # a label or property that this small year has not
    assert [s.status_description for s in said if s.raw_classification != unknown] == []
