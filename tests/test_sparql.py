"""Saved SPARQL queries: their rows on an export, their parameters as terms, and what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sample_graph import NASTY, QUOTE, event, link, role, sample

from graphbuild.errors import DataError, QueryError
from graphbuild.model import Graph
from graphbuild.projections.rdf import write_nquads, write_turtle
from graphbuild.sparql import Cell, SparqlQuery, bind, queries, read_query, run

SAVED = {query.name: query for query in queries()}
OF_DANA = ["e3 alleged q2", "e1 reported q1", "e1 denied q3", "e2 reported q1", "e4 alleged q2", "e5 reported q1"]
FIRST, LAST = date(2021, 3, 5), date(2021, 3, 6)


@pytest.fixture(scope="module", params=["graph.ttl", "graph.nq"])
def export(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / str(request.param)
    (write_turtle if path.suffix == ".ttl" else write_nquads)(sample(), path)
    return path


def rows(query: str, export: Path, /, **given: str) -> list[tuple[Cell, ...]]:
    return run(SAVED[query], export, given)[1]


def written(folder: Path, pattern: str, *params: str) -> SparqlQuery:
    """Return a query of the given pattern and `#+` parameters, read from a file."""
    header = ["#+ summary: A test", "#+ description: What a test asks", *["#+ params:"][: len(params)]]
    header += [f"#+   - {{{param}}}" for param in params]
    (folder / "asked.rq").write_text("\n".join([*header, f"SELECT * WHERE {{ {pattern} }}"]), encoding="utf-8")
    return read_query(folder / "asked.rq")


# ── Rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, [("dana", "Dana Omarova", 4, 2, FIRST, LAST)]),
        ({"minEvents": "1"}, [("dana", "Dana Omarova", 4, 2, FIRST, LAST), ("nasty", NASTY, 1, 1, None, None)]),
        ({"factuality": "reported"}, [("dana", "Dana Omarova", 2, 1, FIRST, FIRST)]),
        ({"minConfidence": "0.7"}, [("dana", "Dana Omarova", 3, 2, FIRST, FIRST)]),
        ({"minConfidence": "0.92"}, []),  # the events are surer than who takes part in them
        ({"place": "AKSU", "minEvents": "1"}, [("dana", "Dana Omarova", 1, 1, FIRST, FIRST)]),
        ({"place": "Shymkent", "minEvents": "1"}, []),
        ({"minEvents": "5"}, []),
    ],
)
def test_recurring_targets(export: Path, given: dict[str, str], expected: list[tuple[Cell, ...]]) -> None:
    assert rows("recurring-targets", export, **given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, [("police", "police of Aksu", 3, 1, 2, FIRST, LAST)]),
        ({"factuality": "alleged", "minEvents": "1"}, [("police", "police of Aksu", 1, 1, 1, LAST, LAST)]),
        ({"minConfidence": "0.95", "minEvents": "1"}, []),
        ({"minEvents": "4"}, []),  # the release is no violation
    ],
)
def test_recurring_perpetrators(export: Path, given: dict[str, str], expected: list[tuple[Cell, ...]]) -> None:
    assert rows("recurring-perpetrators", export, **given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"name": "DANA OMAROVA"}, OF_DANA),
        ({"name": "omarova", "factuality": "denied"}, ["e1 denied q3"]),
        ({"name": NASTY}, ["e3 alleged q2"]),
        ({"name": "police of Aksu", "minConfidence": "0.95"}, []),
        ({"name": "nobody"}, []),
    ],
)
def test_evidence_for(export: Path, given: dict[str, str], expected: list[str]) -> None:
    ids = {n.properties["quote"]: n.id for n in sample().nodes if n.leaf == "Evidence"}
    found = rows("evidence-for", export, **given)
    assert [f"{event} {told} {ids[str(quote)]}" for event, _, _, told, quote, *_ in found] == expected


def test_evidence_has_its_document_and_its_speaker(export: Path) -> None:
    (denial,) = rows("evidence-for", export, name="Omarova", factuality="denied")
    assert denial[5:8] == ("Serik Aliyev", "rsf-2", "Second report")
    told = rows("evidence-for", export, name="Omarova", factuality="reported")[0]
    assert told[4:] == (QUOTE, None, "cpj 1#2", "Reporter pushed in <Aksu>", "https://example.org/a?b=1&c=2")


def test_what_does_not_bear_on_the_press_and_releases_are_not_counted(tmp_path: Path) -> None:
    graph, told = sample(), [link("EVIDENCE", "e6", "q1"), role("TARGET", "e6", "nasty", "q1")]
    told += [link("EVIDENCE", "e7", "q1"), role("TARGET", "e7", "nasty", "q1")]
    nodes = (event("e6", "Threat", "Threat", None, press=False), event("e7", "Release", "Release", None))
    write_nquads(Graph((*graph.nodes, *nodes), (*graph.edges, *told)), tmp_path / "graph.nq")
    counted = {row[0]: row[2] for row in rows("recurring-targets", tmp_path / "graph.nq", minEvents="1")}
    assert counted == {"dana": 4, "nasty": 1}


def test_columns_have_the_names_of_the_query(export: Path) -> None:
    columns, _ = run(SAVED["recurring-targets"], export)
    assert columns == ("target", "name", "events", "documents", "first", "last")


# ── Parameters ───────────────────────────────────────────────────────────────────────────────────────────────────────

HOSTILE = [
    '") } UNION { ?s ?p ?o } #',
    "x\\",
    '"""',
    "'''",
    "line\nfeed\r",
    "\\u0022 } #",
    "\\n",
    "?target",
    "<https://example.org/>",
    "Dana\x00",
    "{}",
    "# comment",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_is_bound_as_a_term(tmp_path: Path, export: Path, value: str) -> None:
    query = written(tmp_path, "BIND (?_asked AS ?answer)", "name: asked, description: a text")
    assert run(query, export, {"asked": value}) == (("_asked", "answer"), [(value, value)])
    for name, parameter in (("evidence-for", "name"), ("recurring-targets", "place")):
        assert rows(name, export, **{parameter: value}) == []


@pytest.mark.parametrize(
    ("type", "given", "cell"),
    [
        ("literal", "5", "5"),
        ("integer", "-5", -5),
        ("number", "0.50", 0.5),
        ("date", "2021-03-05", FIRST),
        ("boolean", "TRUE", True),
        ("iri", "https://example.org/a", "https://example.org/a"),
        ("iri", "https://w3id.org/pressgraph/id/cpj%201%232", "cpj 1#2"),
    ],
)
def test_types(tmp_path: Path, export: Path, type: str, given: str, cell: Cell) -> None:
    suffix = "" if type == "literal" else f"_{type}"
    query = written(tmp_path, f"BIND (?_one{suffix} AS ?answer)", f"name: one, type: {type}, description: one")
    (found,) = run(query, export, {"one": given})[1]
    assert found[1] == cell
    assert found[1].__class__ is cell.__class__


@pytest.mark.parametrize(
    ("type", "given"),
    [
        ("integer", "many"),
        ("integer", "1.5"),
        ("integer", "1) } #"),
        ("number", "nan"),
        ("number", "Infinity"),
        ("number", "one"),
        ("date", "yesterday"),
        ("date", "2021-02-30"),
        ("boolean", "maybe"),
        ("iri", "javascript:alert(1)"),
        ("iri", "https://example.org/> <a"),
    ],
)
def test_a_value_of_another_type_is_refused(tmp_path: Path, type: str, given: str) -> None:
    query = written(tmp_path, f"BIND (?_one_{type} AS ?answer)", f"name: one, type: {type}, description: one")
    with pytest.raises(QueryError, match=f"asked: one is .*, which is no {type}"):
        bind(query, {"one": given})


@pytest.mark.parametrize(
    ("name", "given", "reason"),
    [
        ("evidence-for", {}, "evidence-for needs name: "),
        ("evidence-for", {"name": "x", "limit": "3"}, "evidence-for has no parameter limit; it takes name, "),
        (
            "recurring-targets",
            {"factuality": "reportd"},
            "factuality is 'reportd', which is none of any, reported, alleged",
        ),
        ("recurring-targets", {"minEvents": "two"}, "minEvents is 'two', which is no integer"),
    ],
)
def test_parameters_that_do_not_fit_are_refused(name: str, given: dict[str, str], reason: str) -> None:
    with pytest.raises(QueryError, match=reason):
        bind(SAVED[name], given)


def test_the_default_is_bound_where_nothing_is_given() -> None:
    bound = bind(SAVED["recurring-targets"], {})
    (values,) = [line for line in bound.splitlines() if "VALUES" in line]
    names, terms = values.split("{")
    assert names.split()[1:] == ["(?_minEvents_integer", "?_minConfidence_number", "?_factuality", "?_place)"]
    assert terms.count('"any"') == 2


def test_a_query_without_parameters_is_asked_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "all.rq").write_text("#+ summary: All\n#+ description: All\nSELECT * { ?s ?p ?o }", encoding="utf-8")
    query = read_query(tmp_path / "all.rq")
    assert bind(query, {}) == query.text
    with pytest.raises(QueryError, match="all has no parameter x; it takes nothing"):
        bind(query, {"x": "1"})


# ── Files ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("query", SAVED.values(), ids=list(SAVED))
def test_a_saved_query_says_what_it_answers(query: SparqlQuery) -> None:
    assert query.summary
    assert query.description
    assert all(p.description for p in query.parameters)
    assert {"minConfidence", "factuality"} <= {p.name for p in query.parameters}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("SELECT * { ?s ?p ?o }", "its #\\+ header is wrong"),
        ("#+ summary: [\nSELECT * { ?s ?p ?o }", "its #\\+ header is wrong"),
        ("#+ summary: A\nSELECT * { ?s ?p ?o }", "its #\\+ header is wrong: 'description'"),
        ("#+ summary: A\n#+ description: B\nSELECT * { ?s ?p ?_o }", "the header and the text differ on _o"),
        (
            "#+ summary: A\n#+ description: B\n#+ params:\n#+   - {name: n, type: colour, description: C}\n"
            "SELECT * { ?s ?p ?_n }",
            "no type colour; there are literal, iri, ",
        ),
    ],
)
def test_a_bad_query_file_is_refused_by_name(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "bad.rq").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=reason) as refused:
        read_query(tmp_path / "bad.rq")
    assert refused.value.path.endswith("bad.rq")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("graph.nq", None, "no such file; write it with `graphbuild export nquads`"),
        ("graph.csv", "a,b", "no RDF file; its name should end in .ttl, .nq, .nt, .trig"),
        ("graph.ttl", "<a> <b>", "graph.ttl: "),
    ],
)
def test_an_export_that_cannot_be_read_is_refused(tmp_path: Path, name: str, content: str | None, reason: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(QueryError) as refused:
        run(SAVED["recurring-targets"], tmp_path / name)
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_query_that_is_no_sparql_is_refused(tmp_path: Path, export: Path) -> None:
    with pytest.raises(QueryError, match=r"^asked: "):
        run(written(tmp_path, "this is no pattern"), export)
