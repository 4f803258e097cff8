"""The rows of what follows from the claims: entities with their members, events with their claims.

"Aliya Serik" of three reports is one row of `entities` and three of `members`; each of these ids leads to it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graphbuild.judgements import RULE, Judgement, record
from graphbuild.model import Entity, Event, EventType, Kind
from graphbuild.rows import bound


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one resolution found."""

    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    derived: Mapping[str, str] = field(default_factory=dict)
    """derived id (a function in a jurisdiction) → id of its entity"""
    decisions: tuple[Judgement, ...] = ()
    """which rule joined what"""


def write_resolution(connection: sqlite3.Connection, resolution: Resolution) -> None:
    """Put a resolution in place of the one before; what people decided stays."""
    for statement in ("entities", "members", "events", "event_members"):
        connection.execute(f"DELETE FROM {statement}")  # noqa: S608
    connection.execute("DELETE FROM judgements WHERE substr(decided_by, 1, 5) = ?1", (RULE,))
    connection.executemany(
        "INSERT INTO entities VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        (bound(_entity_row(e)) for e in resolution.entities),
    )
    connection.executemany(
        "INSERT INTO members VALUES (?1, ?2, ?3)",
        (bound((m, e.id, i)) for e in resolution.entities for i, m in enumerate(e.members)),
    )
    connection.executemany("INSERT INTO members VALUES (?1, ?2, NULL)", map(bound, sorted(resolution.derived.items())))
    connection.executemany(
        "INSERT INTO events VALUES (?1, ?2)", (bound((e.id, e.type.value)) for e in resolution.events)
    )
    connection.executemany(
        "INSERT INTO event_members VALUES (?1, ?2, ?3, ?4)",
        (bound(row) for e in resolution.events for row in _event_members(e)),
    )
    record(connection, resolution.decisions)


def read_entities(connection: sqlite3.Connection) -> list[Entity]:
    """Return the entities by id."""
    members: dict[str, list[str]] = {}
    ordered = "SELECT id, entity FROM members WHERE position IS NOT NULL ORDER BY entity, position"
    for id, entity in connection.execute(ordered):
        members.setdefault(entity, []).append(id)
    rows = connection.execute("SELECT * FROM entities ORDER BY id")
    return [
        Entity(id, Kind(kind), name, tuple(json.loads(names)), bool(named), tuple(members.get(id, ())), *rest)
        for id, kind, name, names, named, *rest in rows
    ]


def read_events(connection: sqlite3.Connection) -> list[Event]:
    """Return the events by id."""
    claims: dict[tuple[str, int], list[str]] = {}
    ordered = "SELECT claim, event, about FROM event_members ORDER BY event, about, position"
    for claim, event, about in connection.execute(ordered):
        claims.setdefault((event, about), []).append(claim)
    rows = connection.execute("SELECT id, type FROM events ORDER BY id")
    return [
        Event(id, EventType(type), tuple(claims.get((id, 0), ())), tuple(claims.get((id, 1), ()))) for id, type in rows
    ]


def leads_to(connection: sqlite3.Connection, id: str) -> str | None:
    """Return the entity or event that an id leads to: that of a member, of a claim, or of a derived id."""
    for statement in ("SELECT entity FROM members WHERE id = ?1", "SELECT event FROM event_members WHERE claim = ?1"):
        row = connection.execute(statement, bound((id,))).fetchone()
        if row:
            return str(row[0])
    return None


def _entity_row(e: Entity) -> tuple[object, ...]:
    place = (e.country, e.function, e.geonames, e.latitude, e.longitude, e.part_of)
    return (e.id, e.kind.value, e.name, json.dumps(e.names), e.named, *place)


def _event_members(event: Event) -> Iterator[tuple[object, ...]]:
    both: Iterable[tuple[str, ...]] = (event.claims, event.about)
    return ((claim, event.id, i, about) for about, claims in enumerate(both) for i, claim in enumerate(claims))
