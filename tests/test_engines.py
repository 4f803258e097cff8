"""The embedded engine starts, leaves nothing lying about, and mends itself; servers that are not there are named."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import copytree
from socket import create_server, socket
from threading import Thread

import pytest
from graph_factory import BOTH_ENGINES, Access, opened

from graphbuild.engines import Engine, connect, embedded, open_engine
from graphbuild.engines.bolt import is_too_old
from graphbuild.engines.embedded import DATABASE, FOLDER
from graphbuild.errors import EngineError

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals")


def write_one(engine: Engine) -> None:
    with engine.driver.session(database=engine.database) as session:
        session.execute_write(lambda tx: tx.run("MERGE (n:Journalist {id: 'a'}) SET n:Entity:Person").consume())


def count(engine: Engine) -> int:
    with engine.driver.session(database=engine.database) as session:
        return session.execute_read(lambda tx: tx.run("MATCH (n:Person) RETURN count(n)").single(strict=True)[0])


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder into which one node was written, before an error."""
    folder = tmp_path_factory.mktemp("written")
    with suppress(ZeroDivisionError), open_engine(str(folder)) as engine:
        write_one(engine)
        raise ZeroDivisionError
    return folder


def test_it_keeps_what_was_written_and_ends_after_an_error(written: Path) -> None:
    with open_engine(written) as engine:
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


def test_a_second_process_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "WAIT_SECONDS", 0.3)
    with open_engine(tmp_path) as engine:
        with pytest.raises(EngineError, match=r"in use by another graphbuild") as error:
            open_engine(tmp_path)
        assert "\n" not in str(error.value)
        assert count(engine) == 0


@POSIX
def test_the_engine_ends_when_we_are_killed_and_its_files_open_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "WAIT_SECONDS", 120.0)  # on a busy machine it takes its time to end
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
def test_files_of_a_killed_engine_open_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))  # killed, it leaves its temporary folder
    running = embedded._Holder.start(tmp_path / FOLDER, "pass-of-a-test")
    with connect(f"bolt://127.0.0.1:{running.port}", "root", "pass-of-a-test", DATABASE) as one:
        write_one(one)
        running.process.kill()
        running.process.wait()
    running.stop()
    with open_engine(tmp_path) as engine:
        assert count(engine) == 1


@pytest.mark.parametrize("broken", [f"{DATABASE}/configuration.json", f"{DATABASE}/*", "schema"])
def test_files_that_cannot_be_read_or_have_another_schema_are_made_anew(
    written: Path, tmp_path: Path, broken: str
) -> None:
    copytree(written, tmp_path, dirs_exist_ok=True)
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


OVER_TLS = "no graph database answers there over TLS with a certificate that is trusted here"


@pytest.mark.parametrize(
    ("uri", "says"),
    [
        ("bolt://127.0.0.1:1", "no graph database answers there"),
        ("neo4j://127.0.0.1:1", "no graph database answers there"),
        ("bolt+s://127.0.0.1:1", OVER_TLS),
        ("bolt://127.0.0.1:bolt", "Failed to DNS resolve address 127.0.0.1:bolt: "),
        ("http://127.0.0.1:7474", "no address of a graph database; one begins with bolt:// or neo4j://"),
        ("localhost", "no address of a graph database"),
        ("", "no address of a graph database"),
    ],
)
def test_a_server_that_is_not_there_is_named(uri: str, says: str) -> None:
    with pytest.raises(EngineError) as error:
        connect(uri, "neo4j", "wrong")
    assert str(error.value).startswith(f"{uri}: {says}")
    assert "\n" not in str(error.value)


@contextmanager
def answering(serve: Callable[[socket], None]) -> Iterator[str]:
    """Give the address at which each connection is served so, one after the other."""

    def accept() -> None:
        with suppress(OSError):  # until it is closed
            while True:
                serve(listening.accept()[0])

    with create_server(("127.0.0.1", 0)) as listening:
        Thread(target=accept, daemon=True).start()
        yield f"127.0.0.1:{listening.getsockname()[1]}"


@pytest.mark.parametrize(("scheme", "says"), [("bolt", ""), ("neo4j", ""), ("neo4j+ssc", " over TLS")])
def test_what_is_no_graph_database_is_asked_once(scheme: str, says: str) -> None:
    """A web server stands there: nothing that waiting would mend."""
    asked = []

    def serve(end: socket) -> None:
        asked.append(end.recv(1000))
        end.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        end.close()

    with answering(serve) as address, pytest.raises(EngineError) as error:
        connect(uri := f"{scheme}://{address}", "neo4j", "wrong")
    assert str(error.value) == f"{uri}: no graph database answers there{says}"
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("agent", "too_old"),
    [
        ("Neo4j/3.5.35", True),
        ("Neo4j/4.4.30", True),
        ("Neo4j/4.4-aura", True),
        ("Neo4j/5.6.0", True),
        ("Neo4j/5.7.0", False),
        ("Neo4j/5.27-aura", False),
        ("Neo4j/2025.10.1", False),
        ("Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)", False),
        ("Neo4j/v5.11.0 compatible graph database server - Memgraph", False),
        ("another", False),
    ],
)
def test_a_version_is_told_from_what_a_server_calls_itself(agent: str, too_old: bool) -> None:
    assert is_too_old(agent) is too_old


NEEDS = "graphbuild needs Neo4j 5.7 or newer"
HELLO_OF_4_4 = b"\0\x17\xb1\x70\xa1\x86server\x8cNeo4j/4.4.30\0\0"
"""A message of Bolt, with its length before and two zeros after it: success, and who answers."""


@pytest.mark.parametrize(
    ("version", "says"),
    [
        (b"\0\0\4\4", f"this is Neo4j/4.4.30; {NEEDS}"),
        (b"\0\0\0\0", f"speaks another version of Bolt; {NEEDS}"),
    ],
)
def test_a_server_that_is_too_old_is_refused(version: bytes, says: str) -> None:
    def serve(end: socket) -> None:
        answer = version
        while end.recv(1000):
            end.sendall(answer)
            answer = HELLO_OF_4_4

    with answering(serve) as address, pytest.raises(EngineError) as error:
        connect(uri := f"bolt://{address}", "neo4j", "pass")
    assert str(error.value) == f"{uri}: {says}"


def test_the_error_is_the_only_line() -> None:
    """The driver logs what it raises, and Python prints what is logged while nobody has set up logging."""
    code = (
        "from graphbuild.engines import connect\nfrom graphbuild.errors import EngineError\n"
        "try:\n    connect('neo4j://127.0.0.1:1', 'neo4j', 'wrong')\nexcept EngineError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("neo4j://127.0.0.1:1: no graph database answers there\n", "")


@pytest.fixture(scope="module", params=BOTH_ENGINES)
def access(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Access]:
    with opened(request.param, tmp_path_factory.mktemp("engine")) as access:
        yield access


def test_a_wrong_password_is_one_line(access: Access) -> None:
    with pytest.raises(EngineError) as error:
        connect(access.uri, access.user, "another")
    assert str(error.value) == f"{access.uri}: refuses this user and password"


def test_a_password_that_is_no_text_is_not_quoted(access: Access) -> None:
    with pytest.raises(EngineError) as error:
        connect(access.uri, access.user, "secret-\udcff")
    assert str(error.value) == f"{access.uri}: user and password must be text"


def test_a_database_that_is_not_there_is_named(access: Access) -> None:
    with pytest.raises(EngineError, match="nowhere") as error:
        connect(access.uri, access.user, access.password, "nowhere")
    assert str(error.value).startswith(f"{access.uri}: ")
    assert "\n" not in str(error.value)


def test_importing_loads_no_driver() -> None:
    code = "import sys, graphbuild.engines, graphbuild.queries, graphbuild.projections.neo4j; "
    code += "print([m for m in ('neo4j', 'jpype', 'arcadedb_embedded') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
