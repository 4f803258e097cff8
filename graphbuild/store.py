"""The store: one SQLite file that holds what was read, what it says, and what people decided.

"Police detained Aliya Serik" is saved as its document says it; saving it again changes nothing, and an interruption
leaves either all of a document or none of it. Which of two inputs with one id counts does not hang on their order: the
one whose canonical JSON sorts first.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from graphbuild import judgements
from graphbuild.database import create_database, find_store, open_database, told, transaction
from graphbuild.errors import StoreError
from graphbuild.judgements import Judgement
from graphbuild.model import Claims, Document, Entity, Event, Source
from graphbuild.resolution import Resolution, leads_to, read_entities, read_events, write_resolution
from graphbuild.rows import DOCUMENT, bound, read_claims, read_document, write_claims

__all__ = ["Store", "find_store", "save"]

IN_ORDER = f"SELECT {DOCUMENT} FROM documents ORDER BY published IS NULL, published, id"  # noqa: S608
BY_ID = f"SELECT {DOCUMENT} FROM documents WHERE id = ?1"  # noqa: S608


def save(claims: Iterable[Claims], store: Store) -> int:
    """Save what documents say, each in a transaction of its own; return how many changed the store."""
    return sum(store.put(c) for c in claims)


class Store:
    """An open store. Use it as a context manager, or close it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Use `open` or `create`."""
        self.connection, self.path = connection, path

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open a store that is there."""
        return cls(open_database(path), path)

    @classmethod
    def create(cls, path: Path) -> Store:
        """Open a store, or make an empty one where there is none."""
        return cls(create_database(path), path)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _writing(self, what: str = "") -> Iterator[sqlite3.Connection]:
        """Write all of it or nothing; an error names `what`."""
        with told(self.path, what), transaction(self.connection):
            yield self.connection

    def put(self, claims: Claims) -> bool:
        """Save one document's claims in place of those it had; return whether that changed anything."""
        document = claims.document
        with self._writing(f"document {document.id!r}: ") as connection:
            old = self.claims_of(document.id)
            if old is not None:
                if _canonical(old.document) < _canonical(document):
                    return False
                source = self._source_of_both(old.document, document)
                bare = replace(claims, document=replace(document, source=None))
                if bare == old and source == self.source(document.id):
                    return False
                self._remove(document.id)
                claims = replace(claims, document=replace(document, source=source))
            write_claims(connection, claims)
            connection.execute("UPDATE state SET resolved = 0")
        return True

    def _source_of_both(self, old: Document, new: Document) -> Source | None:
        """Return the source to keep: where two files hold one document, the first by hash and path."""
        if _canonical(old) != _canonical(new):
            return new.source
        sources = [s for s in (self.source(old.id), new.source) if s]
        return min(sources, key=lambda s: (s.sha256, s.path), default=None)

    def remove(self, document: str) -> bool:
        """Remove a document, its source and all that it says; return whether it was there."""
        with self._writing() as connection:
            there = self._remove(document)
            if there:
                connection.execute("UPDATE state SET resolved = 0")
        return there

    def _remove(self, document: str) -> bool:
        key = bound((document,))
        row = self.connection.execute("SELECT source_sha256 FROM documents WHERE id = ?1", key).fetchone()
        if row is None:
            return False
        self.connection.execute("DELETE FROM documents WHERE id = ?1", key)
        self.connection.execute(
            "DELETE FROM sources WHERE sha256 = ?1"
            " AND NOT EXISTS (SELECT 1 FROM documents WHERE source_sha256 = sources.sha256)",
            row,
        )
        return True

    def documents(self) -> Iterator[Document]:
        """Yield the documents by date of publication, undated last, and id; `source` gives their original bytes."""
        with told(self.path):
            yield from map(read_document, self.connection.execute(IN_ORDER))

    def claims(self) -> Iterator[Claims]:
        """Yield what each document says, in the order of `documents`."""
        with told(self.path):
            for row in self.connection.execute(IN_ORDER):
                yield read_claims(self.connection, row)

    def claims_of(self, document: str) -> Claims | None:
        """Return what one document says, or none where the store does not have it."""
        with told(self.path):
            row = self.connection.execute(BY_ID, bound((document,))).fetchone()
            return read_claims(self.connection, row) if row else None

    def source(self, document: str) -> Source | None:
        """Return the original bytes that a document was read from."""
        with told(self.path):
            row = self.connection.execute(
                "SELECT d.source_path, s.sha256, s.rowid FROM documents d JOIN sources s ON s.sha256 = d.source_sha256"
                " WHERE d.id = ?1",
                bound((document,)),
            ).fetchone()
            if row is None:
                return None
            with self.connection.blobopen("sources", "data", row[2], readonly=True) as blob:
                return Source(row[0], row[1], blob.read())

    def judge(self, judgement: Judgement) -> Judgement:
        """Record a person's decision about things that the store has; return it with its number."""
        with self._writing() as connection:
            for id in judgement.subject:
                if not self._has(id, ("referents" if judgement.verdict.pairs else "relation_claims", "event_claims")):
                    raise StoreError(f"{self.path}: no document mentions or claims {id!r}")
            judgements.record(connection, [judgement])
            connection.execute("UPDATE state SET resolved = 0")
            (number,) = connection.execute("SELECT max(number) FROM judgements").fetchone()
        return replace(judgement, number=number)

    def undo(self, number: int) -> None:
        """Take back a person's decision by its number; what was decided before it stands again."""
        with self._writing() as connection:
            if not judgements.undo(connection, number):
                raise StoreError(f"{self.path}: no judgement {number} to undo")
            connection.execute("UPDATE state SET resolved = 0")

    def judgements(self) -> list[Judgement]:
        """Return the decisions of people that stand, in order."""
        with told(self.path):
            return judgements.standing(self.connection)

    def reasons(self, id: str) -> list[Judgement]:
        """Return what rules and people decided about one referent or claim."""
        with told(self.path):
            return judgements.reasons(self.connection, id)

    def _has(self, id: str, tables: Iterable[str]) -> bool:
        statements = (f"SELECT 1 FROM {table} WHERE id = ?1" for table in tables)  # noqa: S608
        return any(self.connection.execute(s, bound((id,))).fetchone() for s in statements)

    def put_resolution(self, resolution: Resolution) -> None:
        """Put entities and events in place of those before."""
        with self._writing() as connection:
            write_resolution(connection, resolution)
            connection.execute("UPDATE state SET resolved = 1")

    @property
    def resolved(self) -> bool:
        """Whether nothing was saved or decided since the last resolution."""
        with told(self.path):
            return bool(self.connection.execute("SELECT resolved FROM state").fetchone()[0])

    def entities(self) -> list[Entity]:
        """Return the entities by id."""
        with told(self.path):
            return read_entities(self.connection)

    def events(self) -> list[Event]:
        """Return the events by id."""
        with told(self.path):
            return read_events(self.connection)

    def leads_to(self, id: str) -> str | None:
        """Return the id of the entity or event that a member's, a claim's or a derived id leads to."""
        with told(self.path):
            return leads_to(self.connection, id)

    def log_run(self, command: str, documents: int, at: str | None = None) -> None:
        """Note that a command was run; the caller tells the time."""
        with self._writing() as connection:
            row = bound((command, at, documents))
            connection.execute("INSERT INTO runs (command, at, documents) VALUES (?1, ?2, ?3)", row)


def _canonical(document: Document) -> str:
    """Return a document's JSON, without its source, with its keys in order."""
    fields = ("id", "parent", "published", "publisher", "text", "title", "url")
    return json.dumps({f: getattr(document, f) for f in fields}, sort_keys=True, default=str)
