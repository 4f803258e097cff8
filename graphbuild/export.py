"""Writes the graph in the format that a user names, to a file, whole or not at all, or to standard output."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from graphbuild.errors import GraphbuildError
from graphbuild.model import Graph
from graphbuild.projections import browser, lines, neo4j_csv, rdf, spreadsheet
from graphbuild.projections.files import replacing
from graphbuild.projections.tables import write_rows


def _write_lines(graph: Graph, path: Path) -> None:
    with replacing(path) as file:
        file.writelines(line.encode() for line in lines.lines(graph))


def _write_sheet(graph: Graph, path: Path) -> None:
    text = io.StringIO()
    write_rows(spreadsheet.COLUMNS, spreadsheet.rows(graph), "csv", file=text)
    with replacing(path) as file:
        file.write(text.getvalue().encode())


WRITERS: Mapping[str, Callable[[Graph, Path], object]] = {
    "ttl": rdf.write_turtle,
    "nquads": rdf.write_nquads,
    "jsonl": _write_lines,
    "csv": _write_sheet,
    "neo4j-csv": neo4j_csv.write,
    "browser": browser.write,
}
"""Format → what writes it; it may return what to tell beside the path."""
FOLDERS = frozenset({"neo4j-csv", "browser"})
"""The formats of several files, which need a path: that of a folder."""


def export(graph: Graph, format: str, path: Path | None, out: TextIO | None = None) -> str:
    """Write a graph in a format of `WRITERS` to a file, or to standard output where there is no path.

    Return what to tell of it. GraphbuildError where the file cannot be written.
    """
    if path is None:
        with TemporaryDirectory() as folder:
            WRITERS[format](graph, Path(folder) / "graph")
            (sys.stdout if out is None else out).write((Path(folder) / "graph").read_text("utf-8"))
        return ""
    try:
        return str(WRITERS[format](graph, path) or path)
    except OSError as error:
        raise GraphbuildError(f"{path}: cannot be written: {error.strerror}") from error
