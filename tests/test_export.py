"""The graph as lines and as a spreadsheet: whole, in order, with every quote, and nothing a spreadsheet would compute."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from sample_graph import NASTY, QUOTE, sample

from graphbuild.errors import GraphbuildError
from graphbuild.export import WRITERS, export
from graphbuild.projections import lines, spreadsheet


def exported(form: str) -> str:
    out = io.StringIO()
    export(sample(), form, None, out)
    return out.getvalue()


def test_a_line_for_each_node_and_edge_in_order() -> None:
    graph, read = sample(), [json.loads(line) for line in lines.lines(sample())]
    assert [r["node"] for r in read if "node" in r] == [n.leaf for n in graph.nodes]
    assert [(r["edge"], r["from"], r["to"]) for r in read if "edge" in r] == [
        (e.type, e.source, e.target) for e in graph.edges
    ]


def test_a_row_for_each_agent_and_target() -> None:
    rows = list(csv.DictReader(io.StringIO(exported("csv"))))
    assert list(rows[0]) == list(spreadsheet.COLUMNS)
    assaults = [r for r in rows if r["act"] == "assaulted"]
    assert [(r["agent"], r["target"], r["date"], r["place"], r["quote"]) for r in assaults] == [
        ("police of Aksu", "Dana Omarova", "2021-03-05", "Aksu", QUOTE)
    ]
    smears = {(r["agent"], r["target"], r["factuality"]) for r in rows if r["act"] == "harassed"}
    assert smears == {("", "Dana Omarova", "alleged"), ("", NASTY, "alleged")}
    works = [(r["target"], r["detail"]) for r in rows if r["act"] == "works for"]
    assert works == [("Aksu Times", "reporter"), ("Aksu Times", "formerly")]


def test_undated_acts_come_after_dated_ones_and_relations_last() -> None:
    acts = [(r["act"], r["date"]) for r in csv.DictReader(io.StringIO(exported("csv"))) if r["event_id"]]
    dates = [date for _, date in acts]
    assert dates == sorted(dates, key=lambda d: d or "~")


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_a_file_that_cannot_be_written(form: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GraphbuildError, match="cannot be written"):
        export(sample(), form, tmp_path / "file" / "graph")
