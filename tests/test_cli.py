"""The commands as a user types them, on real input: what they print, write, refuse, and their exit status."""

from __future__ import annotations

import csv
import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from graphbuild.cli import COMMANDS, cli
from graphbuild.model import Claims

ROOT = Path(__file__).parents[1]
REPORT = """Police detain reporter Dana Serikova in Taraz

TARAZ, March 7, 2021 – On March 5, police officers in Taraz detained Dana Serikova, a reporter for Radio Tengri.

On March 6, police beat Serikova and confiscated her phone. Authorities should release her.
"""
AGAIN = """Court fines Dana Serikova

TARAZ, April 2, 2021 – On April 1, a court in Taraz fined reporter Dana Serikova 50,000 tenge.
"""


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    status: int
    out: str
    err: str


def graphbuild(*arguments: object, cwd: Path = ROOT, **environment: str) -> Done:
    command = [sys.executable, "-m", "graphbuild", *map(str, arguments)]
    env = {k: v for k, v in os.environ.items() if not k.startswith(("NEO4J", "GRAPHBUILD"))} | environment
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=env, stdin=subprocess.DEVNULL)
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    """Run the main job once: two good reports among inputs of every bad kind."""
    folder = tmp_path_factory.mktemp("run")
    inputs = folder / "in"
    inputs.mkdir()
    (inputs / "one.txt").write_text(REPORT, "utf-8")
    (inputs / "two.txt").write_text(AGAIN, "utf-8")
    (inputs / "empty.txt").write_bytes(b"")
    (inputs / "binary.txt").write_bytes(b"\x00\x01\x02\xff" * 400)
    (inputs / "latin.txt").write_bytes("Polizei verprügelt Journalistin.".encode("latin-1"))
    (inputs / "menu.html").write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>", "utf-8")
    (inputs / "lines.jsonl").write_text('{"text": "Nothing happened in Osh."}\n{"id": 1}\nno json\n', "utf-8")
    return folder / "out", graphbuild("run", inputs, folder / "missing.txt", "-o", folder / "out")


def test_a_run_names_what_it_refuses_and_goes_on(made: tuple[Path, Done]) -> None:
    out, done = made
    assert done.status == 3, done.err
    refused = [json.loads(line) for line in (out / "errors.jsonl").read_text("utf-8").splitlines()]
    named = {(Path(r["path"]).name, r["line"]) for r in refused}
    assert named == {
        ("empty.txt", None),
        ("binary.txt", None),
        ("latin.txt", None),
        ("menu.html", None),
        ("missing.txt", None),
        ("lines.jsonl", 2),
        ("lines.jsonl", 3),
    }
    assert all(r["reason"] and r["reason"] in done.err for r in refused)


def test_a_run_writes_its_files_and_ends_with_the_tables(made: tuple[Path, Done]) -> None:
    out, done = made
    for name in ("graph.sqlite", "documents.jsonl", "graph.ttl", "graph.html", "errors.jsonl"):
        assert (out / name).stat().st_size
        assert str(out / name) in done.out
    targets = done.out.split("Recurring perpetrators")[0]
    assert re.search(r"Dana Serikova +4 +Assault, Conviction, Detention, Seizure +2021-03-05 +2021-04-01", targets)
    assert re.search(r"police of Taraz +3 ", done.out.split("Recurring perpetrators")[1])


def test_the_commands_to_look_further_work_as_printed(made: tuple[Path, Done]) -> None:
    lines = made[1].out.split("Look further:")[1].strip().splitlines()
    commands = [shlex.split(line.strip()) for line in lines]
    assert len(commands) >= 3
    for _, *arguments in commands:
        done = graphbuild(*arguments, *(["--no-open"] if arguments[0] == "view" else []))
        assert done.status == 0, done.err
        assert done.out.strip()


def test_running_again_changes_nothing(made: tuple[Path, Done], tmp_path: Path) -> None:
    out, _ = made
    names = ("documents.jsonl", "graph.ttl", "graph.html")
    before = {name: (out / name).read_bytes() for name in names}
    assert graphbuild("run", out.parent / "in", "-o", out).status == 3
    assert {name: (out / name).read_bytes() for name in names} == before
    assert graphbuild("run", *sorted((out.parent / "in").glob("*"), reverse=True), "-o", tmp_path / "other").status == 3
    assert {name: (tmp_path / "other" / name).read_bytes() for name in names} == before


def test_a_document_that_cannot_be_analysed_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from graphbuild import run as runner

    def stumbling(parsed: Any) -> Any:
        for document, _ in parsed:
            if document.id == "bad":
                raise IndexError("list index out of range")
            yield Claims(document)

    monkeypatch.setattr(runner, "extract", stumbling)
    lines = "\n".join(json.dumps({"id": i, "text": "Police came."}) for i in ("good", "bad", "other"))
    (tmp_path / "a.jsonl").write_text(lines, "utf-8")
    outcome = runner.run([str(tmp_path / "a.jsonl")], tmp_path / "out")
    assert (outcome.status, [e.path for e in outcome.refused]) == (3, [str(tmp_path / "a.jsonl")])
    assert "document 'bad' could not be analysed (IndexError: list index out of range)" in outcome.refused[0].reason
    kept = (tmp_path / "out" / "documents.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["id"] for line in kept} == {"good", "other"}


def test_nothing_readable_at_all(tmp_path: Path) -> None:
    done = graphbuild("run", tmp_path / "missing", "-o", tmp_path / "out")
    assert (done.status, done.out) == (1, "")
    assert "nothing readable" in done.err
    assert (tmp_path / "out" / "errors.jsonl").is_file()


def test_extract_prints_triples_with_date_place_and_quote(made: tuple[Path, Done]) -> None:
    done = graphbuild("extract", made[0].parent / "in" / "one.txt")
    assert done.status == 0, done.err
    lines = done.out.splitlines()
    assert any(
        re.match(r"[Pp]olice detained Dana Serikova  \[2021-03-05, Taraz\]  \".*Serikova", line) for line in lines
    )
    assert 'Dana Serikova works for Radio Tengri  [reporter]  "' in done.out
    assert "released" not in done.out


@pytest.mark.parametrize("form", ["json", "jsonl", "table"])
def test_extract_in_other_formats(made: tuple[Path, Done], form: str) -> None:
    done = graphbuild("extract", made[0].parent / "in" / "one.txt", "--format", form)
    if form == "table":
        assert "Dana Serikova" in done.out
        return
    (document,) = json.loads(done.out) if form == "json" else [json.loads(x) for x in done.out.splitlines()]
    assert {e["type"] for e in document["events"]} == {"Detention", "Assault", "Seizure"}
    assert [u["factuality"] for u in document["unasserted"]] == ["demanded"]


def test_strict_leaves_what_is_sure(made: tuple[Path, Done]) -> None:
    every, strict = (graphbuild("extract", made[0].parent / "in", *flags) for flags in ([], ["--strict"]))
    assert set(strict.out.splitlines()) < set(every.out.splitlines())
    assert strict.out


@pytest.mark.parametrize("form", ["ttl", "nquads", "jsonl", "csv"])
def test_export(made: tuple[Path, Done], form: str, tmp_path: Path) -> None:
    shown = graphbuild("export", form, "--store", made[0])
    written = graphbuild("export", form, "--store", made[0], "-o", tmp_path / "deep" / "graph")
    assert (shown.status, written.status, written.out) == (0, 0, "")
    assert (tmp_path / "deep" / "graph").read_text("utf-8") == shown.out
    assert "Dana Serikova" in shown.out
    if form == "csv":
        rows = list(csv.DictReader(shown.out.splitlines()))
        assert {r["act"] for r in rows if r["target"] == "Dana Serikova"} >= {"detained", "assaulted", "seized from"}
        assert all(r["quote"] for r in rows)


def test_export_of_a_folder_tells_what_to_do_with_it(made: tuple[Path, Done], tmp_path: Path) -> None:
    done = graphbuild("export", "neo4j-csv", "--store", made[0], "-o", tmp_path / "csv")
    assert (done.status, done.out) == (0, "")
    assert "neo4j-admin database import full --nodes=nodes.csv" in done.err
    assert "Dana Serikova" in (tmp_path / "csv" / "nodes.csv").read_text("utf-8")


def test_queries_are_listed_with_what_they_answer() -> None:
    rows = [json.loads(line) for line in graphbuild("queries", "--format", "jsonl").out.splitlines()]
    assert {
        "recurring-targets",
        "recurring-perpetrators",
        "perpetrator-target-pairs",
        "timeline-of",
        "evidence-for",
    } <= {r["query"] for r in rows}
    assert all(r["answers"].endswith("?") for r in rows)


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["query", "nobody-knows"], 1, "no saved query 'nobody-knows'; `graphbuild queries` lists them"),
        (["query", "timeline-of"], 1, "timeline-of needs a value of 'name'"),
        (["query", "timeline-of", "-p", "name"], 2, "'name' is not NAME=VALUE"),
        (["query", "recurring-targets", "-p", "limit=many"], 1, "limit is 'many', no whole number"),
        (["show", "Nobody At All"], 1, "nothing in the graph is named 'Nobody At All'"),
        (["export", "xml"], 2, "'xml' is not one of"),
        (["export", "neo4j-csv"], 2, "neo4j-csv is a folder of files: say where to write it with -o DIR"),
        (["export", "neo4j-csv", "-o", "-"], 2, "say where to write it with -o DIR"),
        (["export", "browser"], 2, "browser is a folder of files: say where to write it with -o DIR"),
        (["extract", "--model", "no_such_pipeline", "examples"], 1, "no spaCy pipeline 'no_such_pipeline'"),
    ],
)
def test_what_does_not_fit_is_told(made: tuple[Path, Done], arguments: list[str], status: int, says: str) -> None:
    done = graphbuild(*arguments, GRAPHBUILD_STORE=str(made[0]))
    assert done.status == status
    assert says in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "command", [["query", "recurring-targets"], ["show", "X"], ["export", "ttl"], ["view"], ["check"]]
)
def test_a_store_that_is_not_there(command: list[str], tmp_path: Path) -> None:
    done = graphbuild(*command, "--store", tmp_path)
    assert done.status == 1
    assert done.err.startswith(f"Error: {tmp_path}")
    assert "no store there" in done.err


@pytest.mark.parametrize("command", [["load"], ["query", "recurring-targets"]])
def test_a_server_that_is_not_there(made: tuple[Path, Done], command: list[str]) -> None:
    done = graphbuild(*command, "--uri", "bolt://127.0.0.1:1", "--store", made[0], NEO4J_PASSWORD="x")
    assert (done.status, done.out) == (1, "")
    assert done.err.strip().splitlines()[-1] == "Error: bolt://127.0.0.1:1: no graph database answers there"


def test_check_proves_every_quote(made: tuple[Path, Done]) -> None:
    done = graphbuild("check", "--store", made[0])
    assert (done.status, done.out) == (0, "")
    assert "3 documents checked" in done.err


def test_every_command_is_in_the_help_and_the_readme() -> None:
    shown, readme = graphbuild("--help").out, (ROOT / "README.md").read_text("utf-8")
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", shown, re.MULTILINE)
        assert f"graphbuild {name}" in readme
        assert cli.get_command(cli.make_context("graphbuild", [], resilient_parsing=True), name)
