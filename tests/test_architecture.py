"""Imports point one way, and the command line starts light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "graphbuild"
LAYERS = [
    {"errors", "ids", "resources", "model", "progress", "stems"},
    {"labels", "threshold", "lexicons", "english"},
    {"headlines", "rows", "elements"},
    {"documents", "language"},
    {"extract", "interchange_reader", "interchange", "judgements", "resolution", "database"},
    {"store"},
    {"resolve", "evidence"},
    {"content", "acts", "cases"},
    {"graph"},
    {"engines"},
    {"projections", "queries", "sparql", "evaluate"},
    {"dossier", "check", "export", "answers"},
    {"run"},
    {"cli", "__main__"},
]
"""From the bottom up: a part imports from its own layer and from those below."""
LEVEL = {part: k for k, layer in enumerate(LAYERS) for part in layer}
FILES = sorted(p for p in PACKAGE.rglob("*.py") if "train" not in p.parts)


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("graphbuild"):
            parts = (node.module or "").split(".")
            found |= {parts[1]} if len(parts) > 1 else {a.name for a in node.names}
    return found


@pytest.mark.parametrize(
    "path", [p for p in FILES if part_of(p) != "__init__"], ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_imports_point_one_way(path: Path) -> None:
    own = part_of(path)
    assert own in LEVEL, f"{own} has no layer"
    above = {name for name in imported(path) if name in LEVEL and LEVEL[name] > LEVEL[own]}
    assert not above, f"{own} must not import {sorted(above)}"


def modules_of(path: Path) -> str:
    return ".".join(["graphbuild", *path.relative_to(PACKAGE).with_suffix("").parts]).removesuffix(".__init__")


def is_module(name: str) -> bool:
    place = PACKAGE.parent.joinpath(*name.split("."))
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


def test_no_import_cycles() -> None:
    graph = {}
    for path in FILES:
        found = set()
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("graphbuild"):
                found |= {
                    f"{node.module}.{a.name}" if is_module(f"{node.module}.{a.name}") else str(node.module)
                    for a in node.names
                }
        graph[modules_of(path)] = found
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join([*trail, name])
        if name in done:
            return
        for other in sorted(graph.get(name, ())):
            visit(other, (*trail, name))
        done.add(name)

    for name in sorted(graph):
        visit(name, ())


HEAVY = ("spacy", "neo4j", "pyvis", "rdflib", "onnxruntime", "trafilatura", "networkx", "arcadedb_embedded", "numpy")


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["query", "--help"], ["export", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from graphbuild.cli import cli\n"
        f"cli.main({arguments!r}, standalone_mode=False)\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
