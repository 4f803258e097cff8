"""Chooses what the page draws: marks for entities, lines for what they did and what they are to each other.

"Police detained Toiken" three times is one line, "detained ×3". A line is as sure as the reports are of its two ends: a
certain act with a suspected agent stays alleged there. An act without an agent, or one that joins several agents and
targets, has a mark of its own between them. Places have none: the panel names them. Of more than fits a page, the most
connected stay.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graphbuild.labels import TRIPLES
from graphbuild.model import NO_VIOLATION, Graph, Kind
from graphbuild.projections.html_cards import WORDS, Cards, EventCard, is_alleged, is_event, number

COLLECTIVE_PAIRS = 4
"""A collective act of more pairs than this is drawn as a mark in their midst."""
TOP = 8
"""How many recurring targets and perpetrators the first panel lists."""
ACTS = frozenset(TRIPLES.values())


@dataclass(frozen=True, slots=True)
class Mark:
    """A node of the drawing."""

    id: str
    label: str
    kind: str
    """a Kind, or an event type"""
    events: tuple[str, ...] = ()
    """those that the mark stands for; empty for an entity"""


@dataclass(frozen=True, slots=True)
class Told:
    """An event on a line, and how sure the reports are of it between these two ends."""

    event: str
    alleged: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Line:
    """An edge of the drawing, which stands for events or for relations."""

    source: str
    target: str
    words: str
    events: tuple[Told, ...] = ()
    relations: tuple[str, ...] = ()
    bend: float = 0.0
    """how far it curves, to stand apart from others between the same two"""

    @property
    def id(self) -> str:
        """An id that says what it joins."""
        return f"{self.source} {self.words} {self.target}"


@dataclass(frozen=True, slots=True)
class View:
    """What is drawn, and what had to stay out."""

    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    entities_left_out: int
    """of those that a line would touch"""
    targets: tuple[tuple[str, int], ...]
    """entity id and number of violations of the press, most first"""
    perpetrators: tuple[tuple[str, int], ...]


def choose(graph: Graph, cards: Cards, limit: int) -> View:
    """Return the drawing of a graph with at most `limit` marks."""
    drawn = {n.id: Mark(n.id, cards.entities[n.id].name, n.leaf) for n in graph.nodes if n.id in cards.entities}
    drawn = {id: mark for id, mark in drawn.items() if mark.kind != Kind.PLACE}
    single, joint = _split(graph, cards)
    lines = [*_act_lines(single), *_relation_lines(cards)]
    for mark, spokes in _joints(joint, cards):
        drawn[mark.id] = mark
        lines += spokes
    lines = [line for line in lines if line.source in drawn and line.target in drawn]
    kept, touched = _most_connected(lines, limit)
    kept_lines = _bent([line for line in lines if line.source in kept and line.target in kept])
    marks = tuple(mark for id, mark in drawn.items() if id in kept)
    left_out = sum(1 for id in touched - kept if not drawn[id].events)
    return View(marks, kept_lines, left_out, *_recurring(graph, cards))


def _most_connected(lines: Iterable[Line], limit: int) -> tuple[set[str], set[str]]:
    """Return at most `limit` ends of lines, those with the most neighbours first, and all ends.

    None comes alone: the most connected of its neighbours comes along where none is there yet.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        near[line.source].add(line.target)
        near[line.target].add(line.source)

    def rank(id: str) -> tuple[int, str]:
        return -len(near[id]), id

    kept: set[str] = set()
    for id in sorted(near, key=rank):
        company = {id} if near[id] & kept else {id, min(near[id], key=rank)}
        if len(kept | company) <= limit:
            kept |= company
    return kept, set(near)


def _split(graph: Graph, cards: Cards) -> tuple[list[Line], list[str]]:
    """Return the acts to draw as lines, one for each pair, and the events that need a mark of their own."""
    pairs: dict[str, list[Line]] = defaultdict(list)
    for e in graph.edges:
        event = e.properties.get("event")
        if e.type in ACTS and isinstance(event, str) and event in cards.events:
            told = Told(event, is_alleged(e.properties), number(e.properties, "confidence", 1.0))
            pairs[event].append(Line(e.source, e.target, WORDS[e.type], (told,)))
    joint = [id for id, card in cards.events.items() if not pairs[id] or _crowded(card, len(pairs[id]))]
    return [pair for id in cards.events if id not in set(joint) for pair in pairs[id]], joint


def _crowded(card: EventCard, pairs: int) -> bool:
    return card.collective and pairs > COLLECTIVE_PAIRS


def _act_lines(pairs: Iterable[Line]) -> list[Line]:
    """Return a line for each agent, kind of act and target."""
    grouped: dict[str, list[Line]] = defaultdict(list)
    for pair in pairs:
        grouped[pair.id].append(pair)
    return [replace(same[0], events=tuple(told for one in same for told in one.events)) for same in grouped.values()]


def _relation_lines(cards: Cards) -> list[Line]:
    """Return a line for each two entities and what the one is, or was, to the other."""
    grouped: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for id, card in cards.relations.items():
        grouped[card.source, card.target, card.words].append(id)
    return [Line(a, b, words, relations=tuple(ids)) for (a, b, words), ids in grouped.items()]


def _joints(events: Iterable[str], cards: Cards) -> list[tuple[Mark, list[Line]]]:
    """Return a mark for each group of events of one type with the same participants, and the lines to these."""
    grouped: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[str]] = defaultdict(list)
    for id in events:
        card = cards.events[id]
        agents, targets = ({p.entity: None for p in parts} for parts in (card.agents, card.targets))
        grouped[card.type, tuple(agents), tuple(targets)].append(id)
    return [_joint(cards, type_, tuple(ids)) for (type_, _, _), ids in grouped.items()]


def _joint(cards: Cards, type_: str, ids: tuple[str, ...]) -> tuple[Mark, list[Line]]:
    """Return the mark of events with the same participants, and a line from each agent and to each target."""
    ends: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for id in ids:
        for words, parts in (("by", cards.events[id].agents), ("to", cards.events[id].targets)):
            for part in parts:
                ends[words, part.entity].append(Told(id, part.alleged, part.confidence))
    lines = [
        Line(*((entity, ids[0]) if words == "by" else (ids[0], entity)), words, tuple(told))
        for (words, entity), told in ends.items()
    ]
    return Mark(ids[0], type_.lower(), type_, ids), lines


def _bent(lines: list[Line]) -> tuple[Line, ...]:
    """Return the lines with those between the same two curved apart.

    >>> lines = [Line("a", "b", "sued"), Line("b", "a", "hacked"), Line("a", "c", "sued")]
    >>> [line.bend for line in _bent(lines)]
    [0.12, 0.12, 0.0]
    """
    total = Counter(frozenset((line.source, line.target)) for line in lines)
    seen: Counter[frozenset[str]] = Counter()
    bent = []
    for line in lines:
        pair = frozenset((line.source, line.target))
        place = seen[pair] - (total[pair] - 1) / 2
        seen[pair] += 1
        forward = line.source == min(line.source, line.target)
        bent.append(replace(line, bend=round(0.24 * place * (-1 if forward else 1), 3) or 0.0))
    return tuple(bent)


def _recurring(graph: Graph, cards: Cards) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]]:
    """Return those most often targets and perpetrators of violations that bear on the press."""
    targets: Counter[str] = Counter()
    perpetrators: Counter[str] = Counter()
    for n in graph.nodes:
        if is_event(n) and n.leaf not in NO_VIOLATION and n.properties.get("press", True):
            card = cards.events[n.id]
            targets.update({p.entity for p in card.targets})
            perpetrators.update({p.entity for p in card.agents})
    return _most(targets, cards), _most(perpetrators, cards)


def _most(counts: Counter[str], cards: Cards) -> tuple[tuple[str, int], ...]:
    known = [(id, count) for id, count in counts.items() if id in cards.entities]
    return tuple(sorted(known, key=lambda item: (-item[1], cards.entities[item[0]].name, item[0]))[:TOP])
