"""Rows for a terminal and for programs."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from graphbuild.projections.strangers import clean, printable, web_url
from graphbuild.projections.tables import print_table, write_rows

COLUMNS = ("name", "events", "first", "types", "press")
ROWS = [
    ("Dana [bold]Omarova[/bold]", 3, date(2021, 3, 5), ("Assault", "Seizure"), True),
    ("Сауле \x1b[2J\r\n'q'", None, None, (), False),
]


def written(format: str, columns: tuple[str, ...] = COLUMNS, rows: object = ROWS) -> str:
    out = io.StringIO()
    write_rows(columns, rows, format, file=out)  # type: ignore[arg-type]
    return out.getvalue()


def test_a_table_shows_names_as_they_are_and_obeys_none_of_them() -> None:
    shown = written("table")
    assert "Dana [bold]Omarova[/bold]" in shown
    assert "Сауле \ufffd[2J 'q'" in shown
    assert "\x1b" not in shown
    assert "\r" not in shown
    assert "2021-03-05" in shown
    assert "Assault, Seizure" in shown
    assert "yes" in shown
    assert len(shown.splitlines()) == 2 + 2


def test_a_table_in_a_pipe_folds_nothing() -> None:
    long = "reporter " * 60
    assert long.strip() in written("table", ("name",), [(long,)])


def test_a_title_is_text() -> None:
    out = io.StringIO()
    print_table(("a",), [(1,)], title="[red]\x07All :smile:[/red]", file=out)
    assert "[red]\ufffdAll :smile:[/red]" in out.getvalue()


def test_a_table_without_rows_still_has_its_head() -> None:
    assert "events" in written("table", COLUMNS, [])


def test_numbers_stand_right() -> None:
    lines = written("table", ("n", "x"), [(1, "a"), (1000, "b")]).splitlines()
    assert any(line.startswith("   1 ") for line in lines)


def test_json_and_json_lines_say_the_same() -> None:
    whole = json.loads(written("json"))
    assert whole == [json.loads(line) for line in written("jsonl").splitlines()]
    assert whole[0] == {
        "name": "Dana [bold]Omarova[/bold]",
        "events": 3,
        "first": "2021-03-05",
        "types": ["Assault", "Seizure"],
        "press": True,
    }
    assert whole[1]["events"] is None


def test_csv_reads_back() -> None:
    rows = list(csv.reader(io.StringIO(written("csv"), newline="")))
    assert rows[0] == list(COLUMNS)
    assert rows[1] == ["Dana [bold]Omarova[/bold]", "3", "2021-03-05", "Assault, Seizure", "true"]
    assert rows[2][0] == ROWS[1][0]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@channel", "'@channel"),
        (["=1", "b"], "'=1, b"),
        (-3, "-3"),
        ("a=b", "a=b"),
        (chr(0xD800) + "x", "\ufffdx"),
        (frozenset({"b", "a"}), "a, b"),
        ({"k": date(2020, 1, 1)}, '{"k": "2020-01-01"}'),
    ],
)
def test_csv_cells(cell: object, expected: str) -> None:
    assert next(csv.reader(io.StringIO(written("csv", ("c",), [(cell,)]).split("\n", 1)[1]))) == [expected]


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="no format 'xml'"):
        written("xml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\t c", "a b c"),
        ("abc\u202edef", "abcdef"),
        ("x\x9b31m", "x\ufffd31m"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_printable(text: str, expected: str) -> None:
    assert printable(text) == expected


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://example.org/a?b=1#c", True),
        ("HTTP://example.org", True),
        ("https://пример.рф/а", True),
        ("javascript:alert(1)", False),
        (" https://example.org", False),
        ("https://exa mple.org", False),
        ('https://example.org/"><script>', False),
        ("https://example.org/%zz", False),
        ("http://[::1", False),
        ("http://example.org:port/", False),
        ("//example.org", False),
        ("data:text/html,x", False),
        ("", False),
        (None, False),
        ("https://example.org/\n", False),
    ],
)
def test_web_url(address: str | None, good: bool) -> None:
    assert (web_url(address) == address and address is not None) is good


def test_clean_leaves_pairs_alone() -> None:
    assert clean("\U0001f4f0 ok") == "\U0001f4f0 ok"
