"""The embedded engine starts, leaves nothing lying about, and mends itself; servers that are not there are named."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graphbuild.engines import Engine, connect, embedded, open_engine
from graphbuild.engines.embedded import DATABASE, FOLDER
from graphbuild.errors import EngineError

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals")


def write_one(engine: Engine) -> None:
    with engine.driver.session(database=engine.database) as session:
        session.execute_write(lambda tx: tx.run("MERGE (n:Journalist {id: 'a'}) SET n:Entity:Person").consume())


def count(engine: Engine) -> int:
    with engine.driver.session(database=engine.database) as session:
        return session.execute_read(lambda tx: tx.run("MATCH (n:Person) RETURN count(n)").single(strict=True)[0])


def test_it_keeps_what_was_written(tmp_path: Path) -> None:
    with open_engine(tmp_path) as engine:
        write_one(engine)
    with open_engine(str(tmp_path)) as engine:
        assert count(engine) == 1


def test_it_prints_nothing_and_leaves_the_working_folder_clean(tmp_path: Path) -> None:
    code = f"from graphbuild.engines import open_engine; open_engine({str(tmp_path / 'store')!r}).close()"
    work, temporary = tmp_path / "work", tmp_path / "tmp"
    work.mkdir()
    temporary.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=work, env=os.environ | {"TMPDIR": str(temporary)}, capture_output=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert not list(work.iterdir())
    assert not [p for p in temporary.iterdir() if p.name.startswith("graphbuild")]
    assert [p.name for p in (tmp_path / "store").iterdir()] == [FOLDER]


def test_it_ends_after_an_error_inside(tmp_path: Path) -> None:
    engine = open_engine(tmp_path)
    with pytest.raises(ZeroDivisionError), engine:
        raise ZeroDivisionError
    with open_engine(tmp_path) as again:
        assert count(again) == 0


def test_a_second_process_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "WAIT_SECONDS", 0.3)
    with open_engine(tmp_path) as engine:
        with pytest.raises(EngineError, match=r"in use by another graphbuild") as error:
            open_engine(tmp_path)
        assert "\n" not in str(error.value)
        assert count(engine) == 0


@POSIX
def test_the_engine_ends_when_we_are_killed_and_its_files_open_again(tmp_path: Path) -> None:
    code = (
        "import sys, time; sys.path.insert(0, 'tests'); from test_engines import open_engine, write_one\n"
        f"engine = open_engine({str(tmp_path)!r}); write_one(engine); print('ready', flush=True); time.sleep(60)"
    )
    root = Path(__file__).parents[1]
    with subprocess.Popen([sys.executable, "-c", code], cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGKILL)
    with open_engine(tmp_path) as engine:
        assert count(engine) == 1


@POSIX
def test_files_of_a_killed_engine_open_again(tmp_path: Path) -> None:
    running = embedded._Holder.start(tmp_path / FOLDER, "pass-of-a-test")
    with connect(f"bolt://127.0.0.1:{running.port}", "root", "pass-of-a-test", DATABASE) as one:
        write_one(one)
        running.process.kill()
        running.process.wait()
    running.stop()
    with open_engine(tmp_path) as engine:
        assert count(engine) == 1


@pytest.mark.parametrize("broken", [f"{DATABASE}/configuration.json", f"{DATABASE}/*", "schema"])
def test_files_that_cannot_be_read_or_have_another_schema_are_made_anew(tmp_path: Path, broken: str) -> None:
    with open_engine(tmp_path) as engine:
        write_one(engine)
    files = list((tmp_path / FOLDER).glob(broken))
    assert files
    for file in files:
        file.write_bytes(b"garbage")
    with open_engine(tmp_path) as engine:
        assert count(engine) == 0
        write_one(engine)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError, match="cannot be made"):
        open_engine(tmp_path / "file")


def test_a_platform_without_the_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "find_spec", lambda name: None)
    with pytest.raises(EngineError, match="--uri"):
        open_engine(tmp_path)


@pytest.mark.parametrize(
    ("uri", "says"),
    [
        ("bolt://127.0.0.1:1", "no graph database answers there"),
        ("neo4j://127.0.0.1:1", "no graph database answers there"),
        ("http://127.0.0.1:7474", "no address of a graph database"),
        ("localhost", "no address of a graph database"),
        ("", "no address of a graph database"),
    ],
)
def test_a_server_that_is_not_there_is_named_at_once(uri: str, says: str) -> None:
    start = time.monotonic()
    with pytest.raises(EngineError) as error:
        connect(uri, "neo4j", "wrong")
    assert str(error.value).startswith(f"{uri}: {says}")
    assert "\n" not in str(error.value)
    assert time.monotonic() - start < 5


def test_a_wrong_password_and_a_database_that_is_not_there(tmp_path: Path) -> None:
    running = embedded._Holder.start(tmp_path, "pass-of-a-test")
    uri = f"bolt://127.0.0.1:{running.port}"
    try:
        with pytest.raises(EngineError, match="refuses this user and password"):
            connect(uri, "root", "another")
        with pytest.raises(EngineError, match="nowhere"):
            connect(uri, "root", "pass-of-a-test", "nowhere")
    finally:
        running.stop()


def test_importing_loads_no_driver() -> None:
    code = "import sys, graphbuild.engines, graphbuild.queries, graphbuild.projections.neo4j; "
    code += "print([m for m in ('neo4j', 'jpype', 'arcadedb_embedded') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
