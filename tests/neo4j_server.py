"""A real Neo4j 5 without docker: on loopback, with a random password and a database that goes with it.

    python tests/neo4j_server.py                                            serves until Ctrl-C: `make neo4j`
    python tests/neo4j_server.py .venv/bin/python -m pytest -m neo4j tests  runs a command beside it: `make test-neo4j`

The command finds the server by NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD, and its Browser by NEO4J_BROWSER. Needs Java
17 or newer and, the first time, Maven and 140 MB in build/ (or the folder $NEO4J_LIB).
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from graphbuild.engines.holder import free_port

POM = Path(__file__).parent / "neo4j" / "pom.xml"
BUILD = Path(__file__).parents[1] / "build"
START_SECONDS = 240
OLDEST_JAVA = 17
JVM = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For minutes of small statements: the compiler for servers would cost more than it gives."""


class MissingError(Exception):
    """What a server needs and this machine has not."""


def library() -> Path:
    """Return the folder of Neo4j's jars, copied from Maven Central the first time.

    The copy is complete or not there: a half of it would start and fail in odd ways.
    """
    _check_java()
    if given := os.environ.get("NEO4J_LIB"):
        return Path(given)
    folder = BUILD / f"neo4j-{sha256(POM.read_bytes()).hexdigest()[:8]}"
    if not folder.is_dir():
        if not shutil.which("mvn"):
            raise MissingError("mvn")
        part = folder.with_suffix(".part")
        copy = ["mvn", "--batch-mode", "--quiet", "-Dstyle.color=never", "--file", str(POM)]
        subprocess.run([*copy, "dependency:copy-dependencies", f"-DoutputDirectory={part}"], check=True, stdout=2)
        part.rename(folder)
    return folder


def _check_java() -> None:
    """Ask Java for its version: where macOS has none, a command of that name only says so."""
    try:
        told = subprocess.run(["java", "-version"], check=True, capture_output=True, text=True).stderr
    except (OSError, subprocess.CalledProcessError) as error:
        raise MissingError("java") from error
    version = re.search(r'version "(\d+)', told)
    if not version or int(version[1]) < OLDEST_JAVA:
        raise MissingError(f"java {OLDEST_JAVA} or newer")


@dataclass
class Server:
    """A server on a folder; `start` may follow `kill` or `stop`, on the same data and port."""

    home: Path
    lib: Path = field(default_factory=library)
    heap: str = "1g"
    jvm: Sequence[str] = JVM
    password: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    port: int = field(default_factory=free_port)
    http: int = field(default_factory=free_port)
    plugins: Path | None = None
    process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        (self.home / "conf").mkdir(parents=True)
        (self.home / "conf" / "neo4j.conf").write_text(
            "server.default_listen_address=127.0.0.1\n"
            f"server.bolt.listen_address=127.0.0.1:{self.port}\n"
            f"server.http.listen_address=127.0.0.1:{self.http}\n"
            "server.https.enabled=false\n"
            "dbms.usage_report.enabled=false\n"
            "server.memory.pagecache.size=256m\n"
            + (f"server.directories.plugins={self.plugins}\n" if self.plugins else "")
        )
        self.admin("dbms", "set-initial-password", "--", self.password)

    @property
    def classpath(self) -> str:
        """Where Java looks."""
        return ":".join(f"{folder}/*" for folder in (self.lib, self.plugins) if folder)

    @property
    def uri(self) -> str:
        """Where it answers over Bolt."""
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def browser(self) -> str:
        """The address of Neo4j Browser."""
        return f"http://127.0.0.1:{self.http}/browser/"

    def admin(self, *arguments: str) -> str:
        """Run neo4j-admin, which needs the server not to run, and return what it printed."""
        main = "org.neo4j.server.startup.Neo4jAdminCommand"
        done = subprocess.run(
            ["java", *self.jvm, f"-Dbasedir={self.home}", "-cp", self.classpath, main, *arguments],
            env={**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if done.returncode:
            raise RuntimeError(f"neo4j-admin {' '.join(arguments[:2])}: {done.stdout}")
        return done.stdout

    def start(self) -> None:
        """Start it and wait until it says so."""
        log = self.home / "console.log"
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                ["java", f"-Xmx{self.heap}", *self.jvm, "-cp", self.classpath,
                 "org.neo4j.server.CommunityEntryPoint", f"--home-dir={self.home}",
                 f"--config-dir={self.home / 'conf'}", "--console-mode"],
                stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True,
            )  # fmt: skip
        end = time.monotonic() + START_SECONDS
        while not re.search(rb" Started\.\s*$", log.read_bytes(), re.M):
            if self.process.poll() is not None or time.monotonic() > end:
                self.kill()
                raise RuntimeError(f"Neo4j did not start: {log.read_text(errors='replace')}")
            time.sleep(0.3)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it in order."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self.process:
            self.process.send_signal(how)
            self.process.wait()
            self.process = None


@contextmanager
def serving(heap: str = "1g", jvm: Sequence[str] = JVM, plugins: Path | None = None) -> Iterator[Server]:
    """Give a running server with an empty database, which goes at the end."""
    with TemporaryDirectory(prefix="graphbuild-neo4j-", ignore_cleanup_errors=True) as folder:
        server = Server(Path(folder) / "home", heap=heap, jvm=jvm, plugins=plugins)
        try:
            server.start()
            yield server
        finally:
            server.stop()


def main(command: list[str]) -> int:
    """Run a command beside a server, or serve until interrupted."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with serving() as server:
            if command:
                told = {"NEO4J_URI": server.uri, "NEO4J_USER": "neo4j", "NEO4J_PASSWORD": server.password,
                        "NEO4J_BROWSER": server.browser}  # fmt: skip
                return subprocess.run(command, env={**os.environ, **told}, check=False).returncode
            print(  # noqa: T201 - a command of its own
                f"Neo4j Browser: {server.browser}\n"
                f"connect to {server.uri}, user neo4j, password {server.password}\n"
                f"load a graph:  NEO4J_PASSWORD={server.password} .venv/bin/graphbuild load --uri {server.uri} "
                "--store out/demo\n"
                "Ctrl-C ends it; its database goes with it.",
                flush=True,
            )
            signal.pause()
    except KeyboardInterrupt:
        return 0 if not command else 130
    except MissingError as what:
        print(  # noqa: T201 - a command of its own
            f"a real Neo4j needs java ({OLDEST_JAVA} or newer) and, the first time, mvn; missing here: {what}",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
