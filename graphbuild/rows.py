"""Turns claims into the rows of `schema.sql` and back.

"Police detained Aliya Serik" is one row of `documents`, two of `referents` with one of `mentions` each, one of
`event_claims` and two of `participants`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from graphbuild.model import (
    Claims,
    Document,
    EventClaim,
    EventType,
    Evidence,
    Factuality,
    Kind,
    Participant,
    Predicate,
    Referent,
    RelationClaim,
    Role,
    Span,
    Time,
)

Row = Sequence[Any]
DOCUMENT = "id, text, sha256, url, publisher, title, published, parent"


def bound(values: Iterable[object]) -> tuple[object, ...]:
    """Return values as SQLite takes them: a string with lone surrogates, which UTF-8 cannot hold, becomes bytes.

    >>> bound(["a", "\\ud800", None, 1])
    ('a', b'\\xed\\xa0\\x80', None, 1)
    """
    return tuple(v.encode("utf-8", "surrogatepass") if isinstance(v, str) and _surrogates(v) else v for v in values)


def unbound(_: sqlite3.Cursor, row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return a row as it was bound: the row factory of every connection."""
    return tuple(v.decode("utf-8", "surrogatepass") if isinstance(v, bytes) else v for v in row)


def _surrogates(text: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in text) if not text.isascii() else False


def write_claims(connection: sqlite3.Connection, claims: Claims) -> None:
    """Write all rows of one document; none of them may be there yet."""
    d = claims.document
    source = (d.source.path, d.source.sha256) if d.source else (None, None)
    published = d.published.isoformat() if d.published else None
    if d.source:
        connection.execute("INSERT OR IGNORE INTO sources VALUES (?1, ?2)", (d.source.sha256, d.source.data))
    connection.execute(
        "INSERT INTO documents VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        bound((d.id, d.text, d.sha256, d.url, d.publisher, d.title, published, d.parent, *source)),
    )
    _insert(
        connection,
        "INSERT INTO referents VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        (_referent_row(r, i) for i, r in enumerate(claims.referents)),
    )
    _insert(
        connection,
        "INSERT INTO mentions VALUES (?1, ?2, ?3, ?4)",
        ((r.id, i, *m) for r in claims.referents for i, m in enumerate(r.mentions)),
    )
    _insert(
        connection,
        "INSERT INTO event_claims VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,"
        " ?18, ?19, ?20, ?21, ?22, ?23, ?24)",
        (_event_row(e, i) for i, e in enumerate(claims.events)),
    )
    _insert(
        connection,
        "INSERT INTO participants VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        (_participant_row(e.id, p, i) for e in claims.events for i, p in enumerate(e.participants)),
    )
    _insert(
        connection,
        "INSERT INTO relation_claims VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        (_relation_row(r, i) for i, r in enumerate(claims.relations)),
    )


def read_claims(connection: sqlite3.Connection, row: Row) -> Claims:
    """Return the claims of the document whose row (columns `DOCUMENT`) is given."""
    d = read_document(row)
    key = bound((d.id,))
    mentions = _grouped(
        connection.execute(
            'SELECT m.referent, m.start, m."end" FROM mentions m JOIN referents r ON r.id = m.referent'
            " WHERE r.document = ?1 ORDER BY m.referent, m.position",
            key,
        )
    )
    participants = _grouped(
        connection.execute(
            'SELECT p.claim, p.role, p.referent, p.start, p."end", p.named_by_start, p.named_by_end, p.factuality'
            " FROM participants p JOIN event_claims e ON e.id = p.claim WHERE e.document = ?1"
            " ORDER BY p.claim, p.position",
            key,
        )
    )
    referents = connection.execute("SELECT * FROM referents WHERE document = ?1 ORDER BY position", key)
    events = connection.execute("SELECT * FROM event_claims WHERE document = ?1 ORDER BY position", key)
    relations = connection.execute("SELECT * FROM relation_claims WHERE document = ?1 ORDER BY position", key)
    return Claims(
        d,
        tuple(_referent(r, mentions.get(r[0], ())) for r in referents),
        tuple(_relation(r) for r in relations),
        tuple(_event(e, participants.get(e[0], ())) for e in events),
    )


def read_document(row: Row) -> Document:
    """Return a document from its row, without its source."""
    id, text, sha256, url, publisher, title, published, parent = row
    return Document(id, text, sha256, url, publisher, title, _date(published), parent)


def _insert(connection: sqlite3.Connection, statement: str, rows: Iterable[Iterable[object]]) -> None:
    connection.executemany(statement, map(bound, rows))


def _grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for key, *rest in rows:
        groups.setdefault(key, []).append(rest)
    return groups


def _referent_row(r: Referent, position: int) -> Row:
    place = (r.country, r.function, r.jurisdiction, r.geonames)
    return (r.id, r.document, position, r.kind.value, r.name, json.dumps(r.aliases), r.named, *place)


def _referent(row: Row, mentions: Iterable[Row]) -> Referent:
    id, document, _, kind, name, aliases, named, country, function, jurisdiction, geonames = row
    spans = tuple(Span(*m) for m in mentions)
    return Referent(
        id, document, Kind(kind), name, tuple(json.loads(aliases)), bool(named), spans, country, function, jurisdiction,
        geonames,
    )  # fmt: skip


def _evidence_row(e: Evidence) -> Row:
    return (e.quote, e.start, e.end, *(e.trigger or (None, None)))


def _event_row(e: EventClaim, position: int) -> Row:
    time = (e.time.edtf, e.time.earliest.isoformat(), e.time.latest.isoformat()) if e.time else (None, None, None)
    return (
        e.id, e.document, position, e.type.value, e.factuality.value, *_evidence_row(e.evidence), e.confidence,
        e.subtype, json.dumps(e.things), *time, e.place, e.collective, e.speaker, e.quoted, e.press, e.charge,
        e.penalty, e.about,
    )  # fmt: skip


def _event(row: Row, participants: Iterable[Row]) -> EventClaim:
    id, document, _, type, factuality, quote, start, end, trigger_start, trigger_end, confidence, *rest = row
    subtype, things, edtf, earliest, latest, place, collective, speaker, quoted, press, charge, penalty, about = rest
    return EventClaim(
        id=id,
        document=document,
        type=EventType(type),
        factuality=Factuality(factuality),
        participants=tuple(map(_participant, participants)),
        evidence=Evidence(quote, start, end, _span(trigger_start, trigger_end)),
        confidence=confidence,
        subtype=subtype,
        things=tuple(json.loads(things)),
        time=Time(edtf, date.fromisoformat(earliest), date.fromisoformat(latest)) if edtf is not None else None,
        place=place,
        collective=bool(collective),
        speaker=speaker,
        quoted=bool(quoted),
        press=bool(press),
        charge=charge,
        penalty=penalty,
        about=about,
    )


def _participant_row(claim: str, p: Participant, position: int) -> Row:
    return (claim, position, p.role.value, p.referent, *p.span, *(p.named_by or (None, None)), p.factuality.value)


def _participant(row: Row) -> Participant:
    role, referent, start, end, named_start, named_end, factuality = row
    return Participant(Role(role), referent, Span(start, end), _span(named_start, named_end), Factuality(factuality))


def _relation_row(r: RelationClaim, position: int) -> Row:
    ends = (r.subject, r.predicate.value, r.object)
    said = (r.position, r.current, r.factuality.value, r.speaker)
    return (r.id, r.document, position, *ends, *_evidence_row(r.evidence), r.confidence, *said)


def _relation(row: Row) -> RelationClaim:
    id, document, _, subject, predicate, object, quote, start, end, trigger_start, trigger_end, *rest = row
    confidence, position, current, factuality, speaker = rest
    evidence = Evidence(quote, start, end, _span(trigger_start, trigger_end))
    return RelationClaim(
        id, document, subject, Predicate(predicate), object, evidence, confidence, position, bool(current),
        Factuality(factuality), speaker,
    )  # fmt: skip


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
