"""Starts the embedded engine: ArcadeDB on the files beside the store.

Asking "who was detained most often?" should need no server. ArcadeDB comes from PyPI with its own Java; `holder.py`
runs it in a process of its own, because a JVM inside this one could be started only once, would print on stdout and
would write `./log` into the user's folder. The holder ends when its standard input does, so that it never outlives us,
however we end.
"""

from __future__ import annotations

import json
import secrets
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from threading import Timer
from typing import cast

from graphbuild.engines.bolt import Engine, connect
from graphbuild.engines.holder import IN_USE
from graphbuild.errors import EngineError
from graphbuild.labels import EDGE_TYPES, ROOT, nearest_parents

FOLDER = "graph.arcadedb"
DATABASE = "graph"
START_SECONDS, STOP_SECONDS = 180.0, 60.0
WAIT_SECONDS = 10.0
"""How long to wait for another process to let go of the files."""
HEAP = "2g"
JVM = "-XX:+UseParallelGC -XX:-UsePerfData -Duser.language=en"
"""With the compiler for servers it starts half a second later than without, and answers in half the time where the graph
is large (`benchmarks/queries.py`). No file of its own in the folder for temporary ones; `toLower('I')` is `i` in Turkey
too."""
HOLDER = Path(__file__).with_name("holder.py")


def open_engine(folder: str | Path) -> Engine:
    """Return the embedded engine on `folder/graph.arcadedb`, made where it is not there; it starts in a few seconds.

    EngineError where this platform has none, or where another process holds the files. Files that cannot be read are
    made anew, empty: they are a projection of the store.
    """
    if find_spec("arcadedb_embedded") is None:
        raise EngineError("this platform has no embedded graph database; give a server by --uri")
    files, password = Path(folder).absolute() / FOLDER, secrets.token_urlsafe(24)
    running = _Holder.start(files, password)
    try:
        engine = connect(f"bolt://127.0.0.1:{running.port}", "root", password, DATABASE)
    except BaseException:  # Ctrl-C too
        running.stop()
        raise
    return Engine(engine.driver, DATABASE, running.stop)


def schema() -> str:
    """Return ArcadeDB's SQL for the types and indexes of the graph, a statement a line; it can be run again.

    Cypher has no such statements there. Types must inherit before the first node is written: a `MERGE` on two labels
    makes a type of its own for the pair and finds nothing by index. The unique index on `Entity` holds for all.
    """
    lines = [
        f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS" + (f" EXTENDS `{parent}`" if parent else "")
        for label, parent in nearest_parents().items()
    ]
    lines += [f"CREATE EDGE TYPE `{type}` IF NOT EXISTS" for type in EDGE_TYPES]
    lines += [f"CREATE PROPERTY {ROOT}.{name} IF NOT EXISTS STRING" for name in ("id", "search")]
    lines += [f"CREATE INDEX IF NOT EXISTS ON {ROOT} (id) UNIQUE"]
    lines += [f"CREATE INDEX names IF NOT EXISTS ON {ROOT} (search) FULL_TEXT"]
    return ";\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Holder:
    """The process that holds the files, in a session of its own: Ctrl-C in the terminal reaches us, and we end it."""

    process: subprocess.Popen[str]
    port: int

    @classmethod
    def start(cls, files: Path, password: str) -> _Holder:
        """Start it on a folder and wait until it listens; EngineError with its reason where it does not."""
        try:
            files.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise EngineError(f"{files}: the graph database's folder cannot be made: {error.strerror}") from error
        # -P: without it the folder of the file comes first on the path, and its modules hide others of their names
        command = [sys.executable, "-P", str(HOLDER)]
        process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", start_new_session=True
        )
        ddl = schema()
        order = {
            "folder": str(files),
            "database": DATABASE,
            "password": password,
            "schema": ddl,
            "schema_id": sha256(ddl.encode()).hexdigest(),
            "heap": HEAP,
            "jvm": JVM,
            "wait": str(WAIT_SECONDS),
        }
        late = Timer(START_SECONDS, process.kill)
        late.start()
        try:
            port = _answer(process, order, files)
        except BaseException:  # Ctrl-C too
            cls(process, 0).stop()
            raise
        finally:
            late.cancel()
        return cls(process, port)

    def stop(self) -> None:
        """End the holder, which first closes the files, and wait for it; it may be called again."""
        assert self.process.stdin
        assert self.process.stdout
        with suppress(BrokenPipeError):
            self.process.stdin.close()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()


def _answer(process: subprocess.Popen[str], order: dict[str, str], files: Path) -> int:
    """Send the order and return the port in the answer."""
    assert process.stdin
    assert process.stdout
    with suppress(BrokenPipeError):
        process.stdin.write(json.dumps(order) + "\n")
        process.stdin.flush()
    line = process.stdout.readline()
    answer = cast("dict[str, str | int]", json.loads(line)) if line else {"error": "it ended before it listened"}
    if answer.get("error") == IN_USE:
        raise EngineError(f"{files}: in use by another graphbuild; try again when it has ended")
    if "error" in answer:
        raise EngineError(f"{files}: the embedded graph database did not start: {answer['error']}")
    return int(answer["port"])
