"""Connects to a graph database over Bolt.

`bolt://localhost:7687` with a wrong password must say so at once and in one line, while a server that is restarted
under a long load must be waited for: the first is asked before any work, the second is the driver's retrying.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from graphbuild.errors import EngineError

if TYPE_CHECKING:
    from neo4j import Driver

RETRY_SECONDS = 180.0
"""How long a transaction is sent again: a restarted Neo4j needs up to 66 s, the driver gives up after 30."""
CONNECT_SECONDS = 10.0
OLDEST = (5, 7)
"""The first version of Neo4j with constraints on edges."""
NEEDS = f"Neo4j {OLDEST[0]}.{OLDEST[1]} or newer"
NO_DATABASE = "Neo.ClientError.Database.DatabaseNotFound"
SCHEMES = {scheme + security for scheme in ("bolt", "neo4j") for security in ("", "+s", "+ssc")}

_NO_LOG = logging.NullHandler()


def _nothing() -> None:
    """End nothing: a server of the user's goes on."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A graph database that answers; close it, or use it in a `with` statement."""

    driver: Driver
    database: str | None = None
    """None is the server's default database"""
    stop: Callable[[], None] = _nothing
    """ends what was started for it"""

    def close(self) -> None:
        """Close the connections and end what was started."""
        try:
            self.driver.close()
        finally:
            self.stop()

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()


def connect(uri: str, user: str, password: str, database: str | None = None) -> Engine:
    """Return a server's engine; EngineError in one line where nothing answers, it is too old or the password is wrong.

    The driver is not asked to keep the server's notifications away: it would refuse older servers before we can say
    what is wrong with them, and what it logs of notifications nobody sees.
    """
    from neo4j import GraphDatabase
    from neo4j.exceptions import ConfigurationError

    # the driver logs what it raises too; where nobody has set up logging, Python would print that as a second line
    logging.getLogger("neo4j").addHandler(_NO_LOG)
    try:
        if uri.partition("://")[0] not in SCHEMES:
            raise ValueError(uri)
        driver = GraphDatabase.driver(
            uri,
            auth=(user, password),
            connection_timeout=CONNECT_SECONDS,
            max_transaction_retry_time=RETRY_SECONDS,
        )
    except (ConfigurationError, ValueError) as error:
        reason = "no address of a graph database; one begins with bolt:// or neo4j://"
        raise EngineError(f"{_one_line(uri)}: {reason}") from error
    engine = Engine(driver, database)
    try:
        _ask(engine, uri)
    except BaseException:  # Ctrl-C too
        engine.close()
        raise
    return engine


def _ask(engine: Engine, uri: str) -> None:
    """Ask the server for anything, once: what is wrong with the address, the password or the database shows."""
    try:
        with refusals(uri):
            agent = engine.driver.get_server_info().agent
            if is_too_old(agent):
                raise EngineError(f"{_one_line(uri)}: this is {_one_line(agent)}; graphbuild needs {NEEDS}")
            with engine.driver.session(database=engine.database) as session:
                session.run("RETURN 1").consume()
    except ValueError as error:  # a port that is no number; a password whose bytes are no text
        # the text of a UnicodeError quotes the password
        reason = "user and password must be text" if isinstance(error, UnicodeError) else _one_line(str(error))
        raise EngineError(f"{_one_line(uri)}: {reason}") from error


def is_too_old(agent: str) -> bool:
    """Tell of what a server calls itself whether it is a Neo4j before `OLDEST`; others are taken as they are.

    >>> is_too_old("Neo4j/4.4.30"), is_too_old("Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)")
    (True, False)
    """
    version = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    return version is not None and (int(version[1]), int(version[2])) < OLDEST


@contextmanager
def refusals(where: str) -> Iterator[None]:
    """Turn what the driver raises inside the block into an EngineError of one line that begins with `where`."""
    from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable, UnsupportedServerProduct

    where = _one_line(where)
    try:
        yield
    except AuthError as error:
        raise EngineError(f"{where}: refuses this user and password") from error
    except ServiceUnavailable as error:
        raise EngineError(f"{where}: no graph database answers there{_over(where)}") from error
    except UnsupportedServerProduct as error:
        raise EngineError(f"{where}: speaks another version of Bolt; graphbuild needs {NEEDS}") from error
    except Neo4jError as error:
        # "Graph not found: press", Neo4j says of it
        what = "has no database of this name: " if error.code == NO_DATABASE else ""
        raise EngineError(f"{where}: {what}{_one_line(error.message or str(error))}") from error
    except DriverError as error:
        raise EngineError(f"{where}: {_one_line(str(error))}") from error


def _over(uri: str) -> str:
    """Say what else an address asks of the one who answers.

    >>> _over("bolt://localhost"), _over("bolt+ssc://localhost"), _over("neo4j+s://localhost")
    ('', ' over TLS', ' over TLS with a certificate that is trusted here')
    """
    security = uri.partition("://")[0].partition("+")[2]
    return {"ssc": " over TLS", "s": " over TLS with a certificate that is trusted here"}.get(security, "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
