"""What the side panel tells about whatever is clicked: names, acts, relations, and the quotes that show them.

A click on the line "police of Uralsk assaulted Saniya Toiken" opens the event's card: 24 October 2020, Uralsk, alleged,
and below it each quote with its speaker, its document and the link.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graphbuild.labels import DOCUMENT, EVIDENCE, LABELS, RELATIONS, TRIPLES
from graphbuild.model import Edge, EventType, Factuality, Graph, Node, Value
from graphbuild.projections.strangers import clean, printable, web_url

MONTHS = tuple(month_name)[1:]
WORDS = {t: t.replace("_", " ").lower() for t in (*TRIPLES.values(), *RELATIONS.values())} | {
    "PART_OF": "is part of",
    "BASED_IN": "is based in",
    "RELATIVE_OF": "is a relative of",
}
"""Edge type → the words on its line."""
PAST = {
    "WORKS_FOR": "worked for",
    "OWNS": "owned",
    "PART_OF": "was part of",
    "FUNDS": "funded",
    "BASED_IN": "was based in",
    "REPRESENTS": "represented",
}
"""Type of a relation that is over → the words on its line."""


@dataclass(frozen=True, slots=True)
class EntityCard:
    """Who or what somebody is."""

    name: str
    kind: str
    names: tuple[str, ...]
    """the other names"""
    about: tuple[str, ...]
    """function, country"""


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in an event."""

    entity: str
    alleged: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class EventCard:
    """What happened."""

    type: str
    name: str
    verb: str
    when: str
    sort: str
    """a date that sorts; empty where there is none"""
    places: tuple[str, ...]
    """entity ids"""
    agents: tuple[Part, ...]
    targets: tuple[Part, ...]
    alleged: bool
    collective: bool
    confidence: float
    details: tuple[str, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationCard:
    """What two entities are to each other."""

    source: str
    target: str
    words: str
    position: str
    alleged: bool
    derived: bool
    """whether it follows from function and place alone: the one kind without a quote"""
    confidence: float
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuoteCard:
    """A passage, where it stands, and who says it."""

    text: str
    factuality: str
    speaker: str
    document: str


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A report; `url` is empty where it has no address that is safe to open."""

    title: str
    publisher: str
    published: str
    url: str


@dataclass(frozen=True, slots=True)
class Cards:
    """All cards, by id."""

    entities: Mapping[str, EntityCard]
    events: Mapping[str, EventCard]
    relations: Mapping[str, RelationCard]
    quotes: Mapping[str, QuoteCard]
    documents: Mapping[str, DocumentCard]


def cards(graph: Graph) -> Cards:
    """Return the cards of everything in the graph."""
    leaving: dict[str, list[Edge]] = defaultdict(list)
    for e in graph.edges:
        leaving[e.source].append(e)
    things = [n for n in graph.nodes if n.leaf not in (EVIDENCE, DOCUMENT)]
    names = {n.id: label(n) for n in things}
    return Cards(
        {n.id: _entity(n) for n in things if not is_event(n)},
        {n.id: _event(n, leaving[n.id]) for n in things if is_event(n)},
        {e.id: _relation(e) for e in graph.edges if e.type in RELATIONS.values()},
        {n.id: _quote(n, leaving[n.id], names) for n in graph.nodes if n.leaf == EVIDENCE},
        {n.id: _document(n) for n in graph.nodes if n.leaf == DOCUMENT},
    )


def is_event(n: Node) -> bool:
    """Whether a node is a happening."""
    return "Event" in LABELS[n.leaf]


def label(n: Node) -> str:
    """Return what to call a node: its name, or its id where it has none."""
    return text(n.properties, "name") or printable(n.id)


def text(properties: Mapping[str, Value], key: str) -> str:
    """Return a property on one line; empty where there is none."""
    value = properties.get(key)
    if value is None:
        return ""
    return printable(value.isoformat() if isinstance(value, date) else str(value))


def texts(properties: Mapping[str, Value], key: str) -> tuple[str, ...]:
    """Return a list property, each text on one line."""
    return tuple(printable(v) for v in _items(properties, key))


def _items(properties: Mapping[str, Value], key: str) -> tuple[str, ...]:
    """Return a list property; a single value counts as a list of one."""
    value = properties.get(key, ())
    return value if isinstance(value, tuple) else (str(value),)


def number(properties: Mapping[str, Value], key: str, default: float) -> float:
    """Return a number property."""
    value = properties.get(key, default)
    return round(float(value), 3) if isinstance(value, int | float) else default


def is_alleged(properties: Mapping[str, Value]) -> bool:
    """Whether it is told with doubt."""
    return properties.get("factuality") == Factuality.ALLEGED


def when(edtf: str) -> str:
    """Return a date as people write it.

    >>> when("2020-10-24"), when("2020-10"), when("[2020-10-12..2020-10-18]")
    ('24 October 2020', 'October 2020', 'between 12 October 2020 and 18 October 2020')
    """
    ends = [_day(part) for part in edtf.strip("[]{}").split("..")]
    return f"between {ends[0]} and {ends[1]}" if len(ends) == 2 and all(ends) else " ".join(e for e in ends if e)


def _day(part: str) -> str:
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", part)
    if not found or not 1 <= int(found[2] or 1) <= 12:
        return part
    year, month, day = found.groups()
    return " ".join(w for w in (str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year) if w)


def _entity(n: Node) -> EntityCard:
    name = label(n)
    others = tuple(other for other in texts(n.properties, "names") if other != name)
    about = tuple(v for v in (text(n.properties, "function"), text(n.properties, "country")) if v)
    return EntityCard(name, n.leaf, others, about)


def _event(n: Node, edges: list[Edge]) -> EventCard:
    def parts(*types: str) -> tuple[Part, ...]:
        return tuple(_part(e) for e in edges if e.type in types)

    p, edge = n.properties, TRIPLES.get(EventType(n.leaf))
    return EventCard(
        n.leaf,
        text(p, "name") or n.leaf,
        WORDS[edge] if edge else "adopted",
        when(text(p, "date")),
        text(p, "earliest"),
        tuple(e.target for e in edges if e.type == "AT"),
        parts("PERPETRATOR", "AGENT"),
        parts("TARGET"),
        is_alleged(p),
        p.get("collective") is True,
        number(p, "confidence", 1.0),
        tuple(_details(p)),
        tuple(e.target for e in edges if e.type == "EVIDENCE"),
    )


def _part(e: Edge) -> Part:
    return Part(e.target, is_alleged(e.properties), number(e.properties, "confidence", 1.0))


def _details(properties: Mapping[str, Value]) -> list[str]:
    """Return what else is known of an event, each as a line."""
    lines = [text(properties, "subtype").replace("_", " ").replace("-", " ")]
    lines += [f"{k}: {text(properties, k)}" for k in ("charge", "penalty") if text(properties, k)]
    things = texts(properties, "things")
    return [line for line in (*lines, f"taken, hit or blocked: {', '.join(things)}" if things else "") if line]


def _relation(e: Edge) -> RelationCard:
    p = e.properties
    words = WORDS[e.type] if p.get("current", True) else PAST.get(e.type, WORDS[e.type])
    return RelationCard(
        e.source,
        e.target,
        words,
        text(p, "position"),
        is_alleged(p),
        p.get("derived") is True,
        number(p, "confidence", 1.0),
        _items(p, "evidence"),
    )


def _quote(n: Node, edges: list[Edge], names: Mapping[str, str]) -> QuoteCard:
    speakers = ", ".join(names[e.target] for e in edges if e.type == "SPEAKER")
    document = next((e.target for e in edges if e.type == "FROM"), "")
    return QuoteCard(clean(str(n.properties.get("quote", ""))), text(n.properties, "factuality"), speakers, document)


def _document(n: Node) -> DocumentCard:
    p = n.properties
    published = when(text(p, "published"))
    return DocumentCard(label(n), text(p, "publisher"), published, web_url(p.get("url")) or "")
