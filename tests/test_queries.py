"""Saved queries: their headers, their parameters, and the same rows in the same order from both engines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from graph_factory import BOTH_ENGINES, NASTY, act, crowd, entity, graph, opened, press_year

from graphbuild.engines import Engine
from graphbuild.errors import DataError, EngineError, QueryError
from graphbuild.model import NO_VIOLATION, EventType, Factuality, Graph
from graphbuild.projections.neo4j import write
from graphbuild.queries import Rows, SavedQuery, bind, load, read_query, run, saved
from graphbuild.resources import resource_dir

ON_SERVER = pytest.mark.parametrize("connected", BOTH_ENGINES[1:], indirect=True)
COUNTING = ["perpetrator-target-pairs", "recurring-perpetrators", "recurring-targets"]
MAR5, MAR20 = date(2021, 3, 5), date(2021, 3, 20)
DANA = ("Dana Omarova", "Journalist", 5, ("Assault", "Detention", "Harassment", "Search", "Threat"),
        date(2021, 1, 1), date(2021, 7, 1), "dana")  # fmt: skip
TIMUR = ("Timur Bek", "Journalist", 2, ("Conviction", "Detention"), MAR5, MAR20, "timur")
PAPER = ("Aksu Times", "Outlet", 1, ("Search",), date(2021, 7, 1), date(2021, 7, 1), "paper")
POLICE = ("police of Aksu", "Agency", 3, 3, ("Assault", "Detention", "Search"), MAR5, date(2021, 7, 1), "police")
COURT = ("court of Aksu", "Agency", 1, 1, ("Conviction",), MAR20, MAR20, "court")
BOSS = ("Serik Aliyev", "Official", 1, 2, ("Search",), date(2021, 7, 1), date(2021, 7, 1), "boss")


@pytest.fixture(scope="module", params=BOTH_ENGINES)
def connected(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with opened(request.param, tmp_path_factory.mktemp("engine")) as access, access.engine() as engine:
        yield engine
        write(Graph(), engine.driver, engine.database)


@pytest.fixture(scope="module")
def engine(connected: Engine) -> Engine:
    """Give an engine that holds the year, until `crowded` is asked for: it serves the tests at the end."""
    more = [entity(f"nasty{i}", "Person", name) for i, name in enumerate(NASTY)]
    hurt = [*act("n1", "Damage", "nasty0", "nasty1", "2019-05-06"), *act("n2", "Damage", "nasty0", "", "2019-05-07")]
    year = press_year()
    write(graph(*year.nodes, *year.edges, *more, *hurt), connected.driver, connected.database)
    return connected


def answer(engine: Engine, name: str, /, **given: str) -> list[tuple[Any, ...]]:
    query = load(name)
    # the deeds of 2019 are there for their names
    bounds = {"from": "2020-01-01"} if name in COUNTING and "from" not in given else {}
    return list(run(query, engine.driver, bind(query, bounds | given), engine.database).rows)


@pytest.mark.parametrize(
    ("given", "rows"),
    [
        ({}, [(*DANA[:2], 4, ("Assault", "Detention", "Search", "Threat"), *DANA[4:]), TIMUR]),
        ({"limit": "1", "minEvents": "1"}, [(*DANA[:2], 4, ("Assault", "Detention", "Search", "Threat"), *DANA[4:])]),
        ({"to": "2021-03-10", "minEvents": "2"},
         [("Dana Omarova", "Journalist", 3, ("Assault", "Detention", "Threat"), date(2021, 1, 1), MAR5, "dana")]),
        ({"from": "2021-12-31", "minEvents": "1"},
         [("Dana Omarova", "Journalist", 1, ("Threat",), date(2021, 1, 1), date(2021, 1, 1), "dana")]),
        ({"minConfidence": "0.2", "factuality": "reported"},
         [(*DANA[:2], 4, ("Assault", "Detention", "Search", "Threat"), *DANA[4:]),
          ("Timur Bek", "Journalist", 3, ("Assault", "Conviction", "Detention"), MAR5, date(2021, 6, 1), "timur")]),
        ({"minConfidence": "0.95"}, []),
        ({"press": "false", "to": "2020-12-31", "minEvents": "1"},
         [("Timur Bek", "Person", 1, ("Detention",), date(2020, 1, 1), date(2020, 1, 1), "timur2")]),
        ({"minEvents": "1", "from": "2021-07-01", "to": "2021-07-01"},
         [("Dana Omarova", "Journalist", 2, ("Search", "Threat"), *DANA[4:]), PAPER]),
    ],
)  # fmt: skip
def test_recurring_targets(engine: Engine, given: dict[str, str], rows: list[tuple[Any, ...]]) -> None:
    assert answer(engine, "recurring-targets", **given) == rows


def test_an_undated_event_counts_where_no_date_is_asked_for(engine: Engine) -> None:
    query = load("recurring-targets")
    asked = run(query, engine.driver, bind(query, {}), engine.database)
    assert asked.columns == ("name", "kind", "events", "types", "first", "last", "id")
    assert list(asked.rows) == [DANA, TIMUR]


@pytest.mark.parametrize(
    ("given", "rows"),
    [
        ({}, [POLICE]),
        ({"minEvents": "1"}, [POLICE, BOSS, COURT]),
        ({"minEvents": "1", "factuality": "reported"}, [POLICE, BOSS]),
        ({"minEvents": "1", "factuality": "alleged"}, [(*COURT[:3], 0, *COURT[4:])]),
        ({"minEvents": "1", "to": "2021-03-10"},
         [("police of Aksu", "Agency", 2, 2, ("Assault", "Detention"), MAR5, MAR5, "police")]),
    ],
)  # fmt: skip
def test_recurring_perpetrators(engine: Engine, given: dict[str, str], rows: list[tuple[Any, ...]]) -> None:
    """The court convicted once and released twice; the official adopted a law; the unknown men stay out."""
    assert answer(engine, "recurring-perpetrators", **given) == rows


def test_who_acquits_and_who_releases_is_an_agent_and_no_perpetrator(engine: Engine) -> None:
    """The judge acquitted twice; what the court did before it released Dana is counted, that it released her never."""
    everything = {"minEvents": "1", "minConfidence": "0.0", "press": "false"}
    rows = {name: answer(engine, name, **everything) for name in COUNTING}
    assert not {"judge", "asel"} & {cell for answered in rows.values() for row in answered for cell in row}
    assert [row for row in rows["recurring-perpetrators"] if row[-1] == "court"] == [COURT]
    assert [row[-1] for row in rows["perpetrator-target-pairs"] if row[-2] == "court"] == ["timur"]
    timeline = answer(engine, "timeline-of", name="judge karimova")
    assert [(row[1], row[2]) for row in timeline] == [("Release", ("agent",))] * 2


def test_perpetrators_and_targets(engine: Engine) -> None:
    rows = answer(engine, "perpetrator-target-pairs")
    july = date(2021, 7, 1)
    assert rows == [
        ("police of Aksu", "Dana Omarova", 3, ("Assault", "Detention", "Search"), 1, MAR5, july, "police", "dana"),
        ("Serik Aliyev", "Aksu Times", 1, ("Search",), 1, july, july, "boss", "paper"),
        ("Serik Aliyev", "Dana Omarova", 1, ("Search",), 1, july, july, "boss", "dana"),
        ("court of Aksu", "Timur Bek", 1, ("Conviction",), 0, MAR20, MAR20, "court", "timur"),
        ("police of Aksu", "Aksu Times", 1, ("Search",), 1, july, july, "police", "paper"),
        ("police of Aksu", "Timur Bek", 1, ("Detention",), 0, MAR5, MAR5, "police", "timur"),
    ]


@pytest.mark.parametrize(
    ("name", "events"),
    [
        ("Dana Omarova", ["e6", "e1", "e2", "e4", "e5", "e10", "e7"]),
        ("дана ОМАРОВА", ["e6", "e1", "e2", "e4", "e5", "e10", "e7"]),
        ("timur bek", ["e8", "e2", "e3", "e4"]),
        ("COURT OF AKSU", ["e3", "e4", "e5"]),
        ("aksu", ["e1"]),
        (NASTY[0], ["n1", "n2"]),
        (NASTY[1], ["n1"]),
        ("nobody", []),
        ("' OR true //", []),
    ],
)
def test_timeline(engine: Engine, name: str, events: list[str]) -> None:
    assert [row[9] for row in answer(engine, "timeline-of", name=name)] == events


def test_a_line_of_a_timeline(engine: Engine) -> None:
    rows = answer(engine, "timeline-of", name="omarova", to="2021-03-05", **{"from": "2021-03-05"})
    assert rows[1:] == [
        ("2021-03-05", "Assault", ("target",), ("police of Aksu",), ("Dana Omarova",), "Aksu", "reported",
         "The Assault e1.", "Assault e1", "e1", "Dana Omarova", "dana"),
        ("2021-03-05", "Detention", ("target",), ("police of Aksu",), ("Dana Omarova", "Timur Bek"), None, "reported",
         "The Detention e2.", "Detention e2", "e2", "Dana Omarova", "dana"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "evidence"),
    [
        ({"name": "aksu"}, ["q-e1", "denial"]),
        ({"name": "aksu", "factuality": "denied"}, ["denial"]),
        ({"name": "aksu", "minConfidence": "0.85"}, ["q-e1"]),
        ({"name": "court of aksu"}, ["q-e3", "q-e4", "q-e5"]),
        ({"name": "nobody"}, []),
    ],
)
def test_evidence(engine: Engine, given: dict[str, str], evidence: list[str]) -> None:
    assert [row[10] for row in answer(engine, "evidence-for", **given)] == evidence


def test_a_line_of_evidence(engine: Engine) -> None:
    assert answer(engine, "evidence-for", name="Aksu", factuality="denied") == [
        ("2021-03-05", "Assault e1", "denied", "“Nobody beat her,” said Aliyev.", "Serik Aliyev", "Observer",
         "Ministry answers", date(2021, 3, 9), "https://example.org/d2", "e1", "denial", "d2"),
    ]  # fmt: skip


@ON_SERVER
def test_a_query_cannot_write(engine: Engine) -> None:
    """The embedded engine does not refuse; its files are a projection."""
    query = SavedQuery("bad", "", "", (), "MATCH (n:Journalist) SET n.name = 'x' RETURN n.name")
    with pytest.raises(EngineError, match="bad: "):
        run(query, engine.driver, {}, engine.database)


def test_wrong_cypher_is_one_line(engine: Engine) -> None:
    with pytest.raises(EngineError, match="bad: ") as error:
        run(SavedQuery("bad", "", "", (), "MATCH (n:"), engine.driver, {}, engine.database)
    assert "\n" not in str(error.value)


def counted(graph: Graph, type: str, least: float, told: tuple[str, ...]) -> dict[str, tuple[Any, ...]]:
    """Count in Python what the recurring ones did or suffered: id → events, their types, the first and the last."""
    nodes, of = {n.id: n for n in graph.nodes}, dict[str, set[str]]()
    for part in (e for e in graph.edges if e.type == type):
        event, who, said = nodes[part.source], nodes[part.target], dict[str, Any](part.properties)
        counts = who.properties["named"] or (type == "PERPETRATOR" and who.leaf == "Agency")
        violation = event.properties["press"] and EventType(event.leaf) not in NO_VIOLATION
        if counts and violation and said["confidence"] >= least and said["factuality"] in told:
            of.setdefault(who.id, set()).add(event.id)
    rows = {}
    for id, events in of.items():
        days: list[Any] = [nodes[e].properties.get("earliest") for e in events]
        first, last = (pick(filter(None, days), default=None) for pick in (min, max))
        rows[id] = (len(events), tuple(sorted({nodes[e].leaf for e in events})), first, last)
    return {id: row for id, row in rows.items() if row[0] >= 2}


@pytest.fixture(scope="module")
def crowded(connected: Engine) -> Engine:
    write(crowd(1), connected.driver, connected.database)
    return connected


@pytest.mark.parametrize("type", ["TARGET", "PERPETRATOR"])
@pytest.mark.parametrize(("least", "told"), [(0.5, ("reported", "alleged")), (0.8, ("reported",)), (0.0, ("alleged",))])
def test_counts_are_those_of_a_count_in_python(crowded: Engine, type: str, least: float, told: tuple[str, ...]) -> None:
    asked = load(f"recurring-{type.lower()}s")
    given = bind(asked, {"minConfidence": str(least), "factuality": ",".join(told), "limit": "1000"})
    found = run(asked, crowded.driver, given, crowded.database)
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    assert len(rows) >= 2
    by_id = {r["id"]: (r["events"], r["types"], r["first"], r["last"]) for r in rows}
    assert by_id == counted(crowd(1), type, least, told)
    assert rows == sorted(rows, key=lambda r: (-r["events"], r["name"], r["id"]))


def all_answers(engine: Engine) -> dict[tuple[Any, ...], Rows]:
    """Ask every saved query every way: by the defaults, at the widest, in a span of time, for each name."""
    wide = {"minEvents": "1", "minPlaces": "1", "minConfidence": "0.0", "factuality": ",".join(Factuality),
            "press": "false", "rollUp": "true", "former": "true"}  # fmt: skip
    span = {"from": "2020-03-01", "to": "2020-12-31", "day": "2020-09-01"}
    names = ["bek", "İnci", NASTY[1]]
    answers = {}
    for query in saved():
        takes = {p.name for p in query.parameters}
        for name in names if "name" in takes else ("",):
            for given in ({}, wide, span, wide | span | {"limit": "9999"}, {"limit": "3"}):
                fitting = {k: v for k, v in ({"name": name, "other": "Ärne"} | given).items() if k in takes}
                bound = bind(query, fitting)
                answers[query.name, *fitting.items()] = run(query, engine.driver, bound, engine.database)
    return answers


@ON_SERVER
def test_both_engines_give_the_same_rows_in_the_same_order(crowded: Engine, tmp_path: Path) -> None:
    with opened("embedded", tmp_path) as access, access.engine() as embedded:
        write(crowd(1), embedded.driver, embedded.database)
        expected = all_answers(embedded)
    answers = all_answers(crowded)
    assert {asked[0] for asked, rows in answers.items() if rows.rows} == {query.name for query in saved()}
    for asked, rows in answers.items():
        assert rows == expected[asked], asked


def test_every_query_says_what_it_answers() -> None:
    queries = {query.name: query for query in saved()}
    assert {*COUNTING, "evidence-for", "timeline-of"} <= queries.keys()
    assert all(query.title and "?" in query.description for query in queries.values())
    common = {"minConfidence", "factuality", "press", "from", "to", "limit"}
    assert all(common <= {p.name for p in queries[name].parameters} for name in COUNTING)


def test_the_readme_lists_every_query() -> None:
    readme = (resource_dir("queries") / "README.md").read_text("utf-8")
    assert [q.name for q in saved() if f"[`{q.name}`](cypher/{q.name}.cypher)" not in readme] == []


def test_a_query_that_is_not_there() -> None:
    with pytest.raises(
        QueryError, match=r"^no saved query 'recuring-targets': recurring-targets or recurring-targets-paths\?$"
    ):
        load("recuring-targets")


HEADER = "// T\n//\n// :param n => 3\n// :param x => 0.5\n// :param b => true\n// :param d => date('2020-01-01')\n"
HEADER += "// :param u => date(null)\n// :param l => ['a', 'b']\n// :param e => []\n// :param name => ''\n"
BODY = "RETURN $n, $x, $b, $d, $u, $l, $e, $name\n"


def query_of(tmp_path: Path, text: str) -> SavedQuery:
    (tmp_path / "q.cypher").write_text(text, encoding="utf-8")
    return read_query(tmp_path / "q.cypher")


@pytest.mark.parametrize(
    ("given", "bound"),
    [
        ({}, {"n": 3, "x": 0.5, "b": True, "d": date(2020, 1, 1), "u": None, "l": ("a", "b"), "e": ()}),
        ({"n": "0", "x": "1", "b": "False"}, {"n": 0, "x": 1.0, "b": False}),
        ({"u": "2021-02-28", "l": " c,d e ", "e": "'"}, {"u": date(2021, 2, 28), "l": ("c", "d e"), "e": ("'",)}),
    ],
)
def test_values_have_the_types_of_the_defaults(tmp_path: Path, given: dict[str, str], bound: dict[str, Any]) -> None:
    bound_to = bind(query_of(tmp_path, HEADER + BODY), {"name": NASTY[0], **given})
    assert bound_to["name"] == NASTY[0]
    assert {k: bound_to[k] for k in bound} == bound


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "q needs a value of 'name'; it takes n, x, b, d, u, l, e, name"),
        ({"name": ""}, "q needs a value of 'name'; it takes n, x, b, d, u, l, e, name"),
        ({"name": "a", "m": "1"}, "q has no parameter 'm'; it takes n, x, b, d, u, l, e, name"),
        ({"name": "a", "n": "-1"}, "q: n is '-1', no whole number"),
        ({"name": "a", "n": "1.5"}, "q: n is '1.5', no whole number"),
        ({"name": "a", "x": "half"}, "q: x is 'half', no number"),
        ({"name": "a", "x": "nan"}, "q: x is 'nan', no number"),
        ({"name": "a", "b": "yes"}, "q: b is 'yes', no boolean"),
        ({"name": "a", "d": "2021-02-30"}, "q: d is '2021-02-30', no date"),
        ({"name": "a", "d": "2021"}, "q: d is '2021', no date"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, given: dict[str, str], says: str) -> None:
    with pytest.raises(QueryError) as error:
        bind(query_of(tmp_path, HEADER + BODY), given)
    assert str(error.value) == says


def test_a_misspelt_factuality_is_refused() -> None:
    with pytest.raises(QueryError, match=r"factuality is 'reportet', no list of alleged, .*reported"):
        bind(load("recurring-targets"), {"factuality": "reportet"})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("MATCH (n) RETURN n", "q.cypher:1: it does not begin with `// Title`"),
        ("//\nMATCH (n) RETURN n", "q.cypher:1: it does not begin with `// Title`"),
        ("// T\n// :param n = 3\nRETURN $n", "q.cypher:2: no parameter: :param n = 3; write `:param name => default`"),
        ("// T\n//\n// :param n => {a: 1}\nRETURN $n", "q.cypher:3: no default: {a: 1}"),
        ("// T\n// :param n => 3\nRETURN 1", "q.cypher: its header and its text differ on n"),
        ("// T\nRETURN $m", "q.cypher: its header and its text differ on m"),
    ],
)
def test_a_wrong_file_is_named_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(DataError) as error:
        query_of(tmp_path, text)
    assert str(error.value).endswith(says)
