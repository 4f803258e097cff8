"""A graph of any size and of the shape that reporting has, made by chance from a seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from graph_factory import act, entity, graph, quote

from graphbuild.elements import edge, node
from graphbuild.model import Edge, EventType, Graph, Node

LEAVES = {"Journalist": 60, "Person": 12, "Official": 10, "Outlet": 10, "Agency": 5, "Organization": 3}
"""Who there is, in hundredths."""
NAMES = ("Dana", "Timur", "Asel", "Serik", "Айгуль", "Nurlan", "Zoë", "Farid", "Lola", "Омар")
WORDS = (
    "police officers of the district took the reporter's phone and held him for three hours without a lawyer".split()
)
FIRST_DAY = date(2015, 1, 1)
EVENTS = [type for type in EventType if type is not EventType.LEGISLATION]


def large_graph(size: int, seed: int = 0) -> Graph:
    """Return a graph of about `size` nodes and two and a half times as many edges.

    Graphs of two seeds share ids and types of events, and little else: a load of one over the other writes, relabels
    and removes.
    """
    chance = Random(seed)
    people = [_someone(chance, f"ent-{i:016x}") for i in range(size // 5)]
    places = [
        entity(f"place-{i:04x}", "Place", f"{_name(chance)}abad", country="KZ") for i in range(max(1, size // 90))
    ]
    reports = [_report(chance, f"report-{i}") for i in range(max(1, size // 8))]
    acts = (_act(chance, i, people, places, reports) for i in range(size * 29 // 100))
    works = (_works(chance, p, people) for p in people if p.leaf == "Journalist")
    return graph(*people, *places, *reports, *(x for act in acts for x in act), *works)


def changed(given: Graph, count: int) -> Graph:
    """Return the graph with another name for `count` nodes, spread over it."""
    step = max(1, len(given.nodes) // count)
    chosen = {n.id for n in given.nodes[::step][:count]}
    return graph(*(_renamed(n) if n.id in chosen else n for n in given.nodes), *given.edges)


def _renamed(old: Node) -> Node:
    kept = {key: value for key, value in old.properties.items() if key != "hash"}
    return node(old.id, old.leaf, {**kept, "name": f"{kept['name']} again"})


def _name(chance: Random) -> str:
    return f"{chance.choice(NAMES)} {chance.choice(NAMES)}{chance.randrange(1000)}ov"


def _someone(chance: Random, id: str) -> Node:
    [leaf] = chance.choices([*LEAVES], [*LEAVES.values()])
    name = _name(chance)
    return entity(id, leaf, name, *name.split()[: chance.randrange(3)], country="KZ")


def _report(chance: Random, id: str) -> Node:
    return node(id, "Document", {"name": f"Reporter held in {_name(chance)}abad", "url": f"https://example.org/{id}",
                                 "publisher": "Observer", "sha256": f"{chance.getrandbits(256):064x}",
                                 "published": FIRST_DAY + timedelta(chance.randrange(3000))})  # fmt: skip


def _often(chance: Random, things: Sequence[Node]) -> str:
    """Choose as the world does: few do most of it."""
    return things[int(len(things) * chance.random() ** 3)].id


def _act(
    chance: Random, number: int, people: Sequence[Node], places: Sequence[Node], reports: Sequence[Node]
) -> Iterator[Node | Edge]:
    """Yield an event with its participants, place, quotes and triples, sometimes the next step of an earlier one."""
    id, told, report = (
        f"event-{number:016x}",
        chance.choice(["reported", "reported", "alleged"]),
        chance.choice(reports).id,
    )
    agent, *targets = (_often(chance, people) for _ in range(chance.choice([2, 2, 3, 3])))
    day = (FIRST_DAY + timedelta(chance.randrange(3000))).isoformat()
    sure = chance.randrange(50, 99) / 100
    yield from act(id, EVENTS[number % len(EVENTS)], agent, " ".join(targets), day, told, sure, report=report)
    yield edge("AT", id, _often(chance, places), None, {})
    if chance.random() < 0.33:
        speaker = _often(chance, people) if chance.random() < 0.5 else ""
        text = " ".join(chance.choices(WORDS, k=25))
        yield from quote(f"quote-{number:08x}", id, chance.choice(reports).id, text, told, speaker)
    if number and chance.random() < 0.3:
        yield edge("CASE", f"event-{chance.randrange(number):016x}", id, None, {})


def _works(chance: Random, someone: Node, people: Sequence[Node]) -> Edge:
    said = {"position": "reporter", "current": True, "confidence": 0.9}
    return edge("WORKS_FOR", someone.id, _often(chance, people), "reporter", said)
