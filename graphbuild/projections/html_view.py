"""Chooses what the page draws: marks for entities, lines for what they did to each other and what they are to each other.

"Police detained Toiken" three times is one line, "detained ×3". An act without an agent, or one that joins several
agents and targets, has a mark of its own between them. Places have none: the panel names them. Of more than fits a
page, the most connected stay.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graphbuild.labels import TRIPLES
from graphbuild.model import NO_VIOLATION, Graph, Kind
from graphbuild.projections.html_cards import WORDS, Cards, EventCard, is_event

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
class Line:
    """An edge of the drawing, which stands for events or for relations."""

    source: str
    target: str
    words: str
    events: tuple[str, ...] = ()
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
    touched = Counter(end for line in lines for end in (line.source, line.target))
    kept = {id for id, _ in sorted(touched.items(), key=lambda item: (-item[1], item[0]))[:limit]}
    kept_lines = _bent([line for line in lines if line.source in kept and line.target in kept])
    ends = {end for line in kept_lines for end in (line.source, line.target)}
    marks = tuple(mark for id, mark in drawn.items() if id in ends)
    left_out = sum(1 for id in touched if id not in ends and not drawn[id].events)
    return View(marks, kept_lines, left_out, *_recurring(graph, cards))


def _split(graph: Graph, cards: Cards) -> tuple[list[tuple[str, str, str, str]], list[str]]:
    """Return the acts to draw as lines (agent, words, target, event) and the events that need a mark of their own."""
    pairs: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for e in graph.edges:
        event = e.properties.get("event")
        if e.type in ACTS and isinstance(event, str) and event in cards.events:
            pairs[event].append((e.source, WORDS[e.type], e.target, event))
    joint = [id for id, card in cards.events.items() if not pairs[id] or _crowded(card, len(pairs[id]))]
    return [pair for id in cards.events if id not in set(joint) for pair in pairs[id]], joint


def _crowded(card: EventCard, pairs: int) -> bool:
    return card.collective and pairs > COLLECTIVE_PAIRS


def _act_lines(pairs: Iterable[tuple[str, str, str, str]]) -> list[Line]:
    """Return a line for each agent, kind of act and target."""
    grouped: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for agent, words, target, event in pairs:
        grouped[agent, target, words].append(event)
    return [Line(agent, target, words, events=tuple(events)) for (agent, target, words), events in grouped.items()]


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
    joints = []
    for (type_, agents, targets), ids in grouped.items():
        told = tuple(ids)
        lines = [Line(agent, told[0], "by", events=told) for agent in agents]
        lines += [Line(told[0], target, "to", events=told) for target in targets]
        joints.append((Mark(told[0], type_.lower(), type_, told), lines))
    return joints


def _bent(lines: list[Line]) -> tuple[Line, ...]:
    """Return the lines with those between the same two curved apart.

    >>> [round(line.bend, 2) for line in _bent([Line("a", "b", "sued"), Line("b", "a", "hacked"), Line("a", "c", "sued")])]
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
        bent.append(replace(line, bend=round(0.24 * place * (-1 if forward else 1), 3)))
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
