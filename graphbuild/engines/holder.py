"""The process that holds the embedded engine: run by `embedded.py` as a file.

It reads one line of JSON, the order, starts ArcadeDB with its Bolt server on a free loopback port, answers
`{"port": n}` or `{"error": reason}`, and ends in order when its standard input does: also when the process that started
it is killed.

What ArcadeDB would do, and why it cannot here: it prints on stdout (descriptor 1 leads to a log file before Java
starts); it writes `./log` (the working folder is a temporary one, as is its own root with users and passwords, so that
a new password counts each time); it opens an HTTP port (on loopback, behind the same password); it opens every database
it finds at the start and fails as a whole (off: ours is opened below, where failing can be mended).
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from arcadedb_embedded.server import ArcadeDBServer

IN_USE = "in use"
PLUGIN = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"


def main() -> None:
    """Hold the engine until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    order = json.loads(sys.stdin.readline())
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    with open(Path(order["folder"]) / "lock", "w") as file:
        if not lock(file.fileno(), float(order["wait"])):
            say(answers, {"error": IN_USE})
            return
        with TemporaryDirectory(prefix="graphbuild-engine-", ignore_cleanup_errors=True) as work:
            os.chdir(work)
            log = os.open("output.log", os.O_CREAT | os.O_WRONLY)
            os.dup2(log, 1)
            os.dup2(log, 2)
            try:
                hold(order, work, answers)
            except Exception as error:  # noqa: BLE001 - the edge of this process: the other side raises it
                say(answers, {"error": " ".join(str(error).split())})
            finally:
                os.chdir(order["folder"])


def lock(descriptor: int, seconds: float) -> bool:
    """Take the files for this process, waiting a little for another; the system lets go of them when we end.

    ArcadeDB has a lock of its own, but takes it late: files that another process is making look broken before.
    """
    end = time.monotonic() + seconds
    while not _try_lock(descriptor):
        if time.monotonic() > end:
            return False
        time.sleep(0.2)
    return True


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def hold(order: dict[str, str], work: str, answers: TextIO) -> None:
    """Start the server, answer, wait for the end of standard input, stop the server."""
    from arcadedb_embedded.server import ArcadeDBServer

    port = free_port()
    settings = {
        "host": "127.0.0.1",
        "mode": "production",
        "http_port": free_port(),
        "bolt_port": port,
        "server_plugins": PLUGIN,
        "server_databaseDirectory": order["folder"],
        "server_databaseLoadAtStartup": False,
        "server_securitySaltIterations": 1,  # a random password of 192 bits needs no slow hash: 0.7 s a start
    }
    java = {"heap_size": order["heap"], "jvm_args": order["jvm"]}
    server = ArcadeDBServer(work, order["password"], settings, jvm_kwargs=java)
    server.start()
    try:
        open_database(server, order)
        say(answers, {"port": port})
        sys.stdin.read()
    finally:
        server.stop()


def open_database(server: ArcadeDBServer, order: dict[str, str]) -> None:
    """Open the database with our schema; what has another, or cannot be read, is made anew.

    A projection may be thrown away; so a process killed while it wrote costs a load, and an engine of another version
    its files.
    """
    from arcadedb_embedded.exceptions import ArcadeDBError

    name, files, mark = order["database"], Path(order["folder"]) / order["database"], Path(order["folder"]) / "schema"
    if files.exists() and not (mark.is_file() and mark.read_text() == order["schema_id"]):
        shutil.rmtree(files)
    try:
        database = server.create_database(name)
    except ArcadeDBError:
        if not files.exists():
            raise
        shutil.rmtree(files)
        database = server.create_database(name)
    database.command("sqlscript", order["schema"])
    mark.write_text(order["schema_id"])


def free_port() -> int:
    """Return a loopback port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def say(answers: TextIO, answer: dict[str, str | int]) -> None:
    """Answer in one line."""
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
