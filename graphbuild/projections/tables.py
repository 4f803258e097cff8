"""Shows rows: as a table for a terminal, as CSV, JSON or JSON lines for programs.

    name             events  first
    Saniya Toiken         3  2020-10-24

What stands in the rows came from strangers: in a table nothing is markup and no character moves the cursor, in CSV no
cell is taken for a formula.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TextIO

from graphbuild.projections.strangers import clean, printable

if TYPE_CHECKING:
    from rich.text import Text

FORMATS = ("table", "csv", "json", "jsonl")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would compute."""

Row = Sequence[object]


def write_rows(
    columns: Sequence[str],
    rows: Iterable[Row],
    format: str = "table",
    title: str | None = None,
    file: TextIO | None = None,
) -> None:
    """Write rows to standard output, or to a file, in one of `FORMATS`; only a table has a title.

    >>> from datetime import date
    >>> write_rows(["name", "first"], [("Toiken", date(2020, 10, 24))], "jsonl")
    {"name": "Toiken", "first": "2020-10-24"}
    """
    out = sys.stdout if file is None else file
    if format == "table":
        print_table(columns, rows, title, out)
    elif format == "csv":
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([_csv(c) for c in columns])
        writer.writerows([_csv(value) for value in row] for row in rows)
    elif format == "json":
        out.write(_json([_record(columns, row) for row in rows], indent=2) + "\n")
    elif format == "jsonl":
        out.writelines(_json(_record(columns, row)) + "\n" for row in rows)
    else:
        raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")


def print_table(
    columns: Sequence[str], rows: Iterable[Row], title: str | None = None, file: TextIO | None = None
) -> None:
    """Print a table; a terminal gets it folded to its width, a pipe or a file gets each row on one line."""
    from rich import box
    from rich.console import Console
    from rich.measure import Measurement
    from rich.table import Table

    held = [tuple(row) for row in rows]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for place, column in enumerate(columns):
        numbers = bool(held) and all(_is_number(row[place]) or row[place] is None for row in held)
        table.add_column(_text(column), justify="right" if numbers else "left", overflow="fold")
    for row in held:
        table.add_row(*(_text(value) for value in row))
    console = Console(file=file if file is not None else sys.stdout, highlight=False, emoji=False)
    if not console.is_terminal:
        wide = console.options.update(width=1_000_000, max_width=1_000_000)
        console.width = max(Measurement.get(console, wide, table).maximum, 1)
    if title:
        console.print(_text(title), style="bold", soft_wrap=True)
    console.print(table)


def _text(value: object) -> Text:
    from rich.text import Text

    return Text(_shown(value))


def _shown(value: object) -> str:
    """Return a value as a table shows it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.2f}"
        case date():
            return value.isoformat()
        case Mapping():
            return printable(_json(value))
        case list() | tuple() | set() | frozenset():
            return ", ".join(_shown(v) for v in _ordered(value))
        case _:
            return printable(str(value))


def _csv(value: object) -> str | int | float:
    """Return a value as CSV has it: lists joined, and a `'` before text that a spreadsheet would compute."""
    plain = _plain(value)
    match plain:
        case None:
            return ""
        case bool():
            return "true" if plain else "false"
        case int() | float():
            return plain
        case list():
            return _csv(", ".join(str(_csv(v)) for v in plain))
        case dict():
            return _csv(_json(plain))
        case _:
            text = str(plain)
            return f"'{text}" if text.startswith(FORMULA) else text


def _record(columns: Sequence[str], row: Row) -> dict[str, object]:
    return {clean(column): _plain(value) for column, value in zip(columns, row, strict=True)}


def _plain(value: object) -> object:
    """Return a value that JSON can hold."""
    match value:
        case date():
            return value.isoformat()
        case str():
            return clean(value)
        case Mapping():
            return {clean(str(k)): _plain(v) for k, v in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_plain(v) for v in _ordered(value)]
        case _:
            return value


def _ordered(values: Iterable[object]) -> list[object]:
    return sorted(values, key=str) if isinstance(values, set | frozenset) else list(values)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _json(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
