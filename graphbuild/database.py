"""Opens the SQLite file of a store, and tells SQLite's errors in one line.

"graph.sqlite: a store of version 2; this graphbuild reads version 1" is all that a user should see of them.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path

from graphbuild.errors import StoreError
from graphbuild.rows import unbound

NAME = "graph.sqlite"
APPLICATION = 0x67726270
VERSION = 1


def find_store(option: str | None) -> Path:
    """Return the path of the store: the option (a file or a folder), else $GRAPHBUILD_STORE, else ./graph.sqlite."""
    path = Path(option or os.environ.get("GRAPHBUILD_STORE") or NAME)
    return path / NAME if path.is_dir() else path


def open_database(path: Path) -> sqlite3.Connection:
    """Open a store's file, which must be there, be one of ours, and be of this version."""
    if not path.is_file():
        raise StoreError(f"{path}: no store there; `graphbuild run` or `graphbuild add` makes one")
    with told(path):
        connection = _connect(path)
        try:
            _check(connection, path)
            with suppress(sqlite3.OperationalError):  # read-only, or another process is changing it at this moment
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = NORMAL")
        except BaseException:  # Ctrl-C too
            connection.close()
            raise
    return connection


def create_database(path: Path) -> sqlite3.Connection:
    """Open a store's file, or make an empty one where there is none."""
    if not path.exists() or not path.stat().st_size:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{path}: {error.strerror}") from error
        with told(path):
            connection = _connect(path)
            try:
                _make(connection)
            finally:
                connection.close()
    return open_database(path)


@contextmanager
def told(path: Path, what: str = "") -> Iterator[None]:
    """Tell SQLite's errors, and what it was about."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {what}{error}") from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:  # Ctrl-C too
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=30, isolation_level=None)
    connection.row_factory = unbound
    return connection


def _make(connection: sqlite3.Connection) -> None:
    """Make the tables in one transaction, unless another process was faster.

    Nothing else may write before it: what finds a file that is not empty takes it for a whole store.
    """
    schema = files("graphbuild").joinpath("schema.sql").read_text("utf-8")
    with transaction(connection):
        if _pragma(connection, "application_id") == APPLICATION:
            return
        # executescript() would commit the open transaction first
        for statement in _statements(schema):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if _pragma(connection, "application_id") != APPLICATION:
        raise StoreError(f"{path}: an SQLite file, but no graphbuild store")
    version = _pragma(connection, "user_version")
    if version != VERSION:
        raise StoreError(f"{path}: a store of version {version}; this graphbuild reads version {VERSION}")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one.

    >>> list(_statements("CREATE TABLE a (b); -- why\\nCREATE TABLE c (d);"))
    ['CREATE TABLE a (b); -- why\\n', 'CREATE TABLE c (d);']
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
