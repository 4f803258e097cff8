"""The one exception tree.

GraphbuildError
├── InputError          a document that cannot be read; names the file, the line where there is one, and the reason
├── DataError           a file of the project's own data (frame, word list, query) that is wrong, by file and line
├── StoreError          the store is missing, of another version, or contradicts itself
├── QueryError          a saved query that does not exist, or parameters that do not fit it
└── EngineError         a graph database that is not there, refuses the password, or has no wheel on this platform
"""

from __future__ import annotations

from pathlib import Path


class GraphbuildError(Exception):
    """Anything graphbuild says went wrong; its text is one line fit for a user."""


class InputError(GraphbuildError):
    """A document or input file that cannot be read."""

    def __init__(self, path: str | Path, reason: str, line: int | None = None) -> None:
        self.path, self.reason, self.line = str(path), reason, line
        where = f"{self.path}:{line}" if line is not None else self.path
        super().__init__(f"{where}: {reason}")


class DataError(GraphbuildError):
    """A data file of the project that does not hold what its loader expects."""

    def __init__(self, path: str | Path, reason: str, line: int | None = None) -> None:
        self.path, self.reason, self.line = str(path), reason, line
        where = f"{self.path}:{line}" if line is not None else self.path
        super().__init__(f"{where}: {reason}")


class StoreError(GraphbuildError):
    """A store that is missing, unreadable or inconsistent."""


class QueryError(GraphbuildError):
    """A saved query that does not exist, or parameters that do not fit its declaration."""


class EngineError(GraphbuildError):
    """A graph database that cannot be reached or started, or that refuses."""
