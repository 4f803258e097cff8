"""Graphs as `graph.build` makes them, with hashes and ids of content, for the tests of engines and saved queries."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import pytest

from graphbuild.cases import STEPS
from graphbuild.elements import edge, node
from graphbuild.engines import Engine, connect
from graphbuild.engines.embedded import DATABASE, FOLDER, _Holder
from graphbuild.labels import RELATIONS, TRIPLES
from graphbuild.model import NO_VIOLATION, Edge, EventType, Graph, Node, Value

CYPHER = "'}) MATCH (n) DETACH DELETE n //"
NASTY = (CYPHER, "`Back` \\ \"quoted\" 'Бек' ‘Әлия’ \u202e 🗞 $name {id: 1}\n// two")
"""Names as strangers make them up."""
PENALTIES = ["three years in prison", "a suspended sentence of a year in prison", "a fine", "house arrest"]


def entity(id: str, leaf: str, name: str, *more: str, named: bool = True, **properties: Value) -> Node:
    known = {"name": name, "names": (name, *more), "named": named, "search": " ".join((name, *more)) if named else None}
    return node(id, leaf, {**known, **properties})


def act(
    id: str, type: str, by: str = "", to: str = "", day: str = "", told: str = "reported", sure: float = 0.9,
    by_told: str = "", report: str = "d1", **properties: Value,
) -> list[Node | Edge]:  # fmt: skip
    """Return an event with its participants (ids, spaces between), a quote from a report, and the triples."""
    dated = _dated(day) if day else {}
    known = {"name": f"{type} {id}", "type": type, "factuality": told, "confidence": sure, "press": True}
    said = {"name": f"quote {id}", "quote": f"The {type} {id}.", "start": 1, "end": 9, "factuality": told,
            "confidence": sure}  # fmt: skip
    part = {"factuality": told, "confidence": sure, "evidence": (f"q-{id}",)}
    agent = {**part, "factuality": by_told or told}
    made = [node(id, type, {**known, "collective": False, "reports": 1, **dated, **properties}),
            node(f"q-{id}", "Evidence", said), edge("EVIDENCE", id, f"q-{id}", None, {}),
            edge("FROM", f"q-{id}", report, None, {})]  # fmt: skip
    role = "AGENT" if EventType(type) in NO_VIOLATION else "PERPETRATOR"
    made += [edge(role, id, a, None, agent) for a in by.split()]
    made += [edge("TARGET", id, t, None, part) for t in to.split()]
    collective = bool(properties.get("collective"))
    press = properties.get("press", True)
    pair = {**agent, "event": id, "type": type, "press": press, "collective": collective, **dated}
    made += [edge(TRIPLES[EventType(type)], a, t, id, pair) for a in by.split() for t in to.split()]
    return made


def _dated(day: str) -> dict[str, Value]:
    if len(day) == 4:
        return {"date": day, "earliest": date(int(day), 1, 1), "latest": date(int(day), 12, 31)}
    return {"date": day, "earliest": date.fromisoformat(day), "latest": date.fromisoformat(day)}


def graph(*elements: Node | Edge) -> Graph:
    nodes = {e.id: e for e in elements if isinstance(e, Node)}
    edges = {e.id: e for e in elements if isinstance(e, Edge)}
    return Graph(tuple(nodes[i] for i in sorted(nodes)), tuple(edges[i] for i in sorted(edges)))


def document(id: str, title: str, day: str = "2021-03-07", url: str = "", publisher: str | None = "Observer") -> Node:
    published = date.fromisoformat(day)
    return node(id, "Document", {"name": title, "url": url or f"https://example.org/{id}", "publisher": publisher,
                                 "published": published})  # fmt: skip


def press_year() -> Graph:
    """Return a year: police and a court against Dana and Timur, releases, a denial, doubts, a law, acquittals."""
    return graph(
        document("d1", "Two reporters held"),
        document("d2", "Ministry answers", "2021-03-09"),
        entity("dana", "Journalist", "Dana Omarova", "Omarova", "Дана Омарова"),
        entity("timur", "Journalist", "Timur Bek"),
        entity("timur2", "Person", "Timur Bek"),
        entity("someone", "Person", "a reporter", named=False),
        entity("men", "Group", "unknown men", named=False),
        entity("police", "Agency", "police of Aksu", "police", named=False, function="police"),
        entity("court", "Agency", "court of Aksu", function="court"),
        entity("boss", "Official", "Serik Aliyev"),
        entity("paper", "Outlet", "Aksu Times"),
        entity("aksu", "Place", "Aksu", country="KZ"),
        *act("e1", "Assault", "police", "dana", "2021-03-05"),
        *act("e2", "Detention", "police", "dana timur", "2021-03-05"),
        *act("e3", "Conviction", "court", "timur", "2021-03-20", by_told="alleged"),
        *act("e4", "Release", "court", "dana timur", "2021-04-01"),
        *act("e5", "Release", "court", "dana", "2021-05-01"),
        *act("e6", "Threat", "men", "dana someone", "2021"),
        *act("e7", "Harassment", "", "dana", "", told="alleged"),
        *act("e8", "Detention", "police", "timur2", "2020-01-01", press=False),
        *act("e9", "Assault", "police", "timur", "2021-06-01", sure=0.3),
        *act("e10", "Search", "police boss", "paper dana", "2021-07-01", collective=True),
        *act("e11", "Legislation", "boss", "", "2021-08-01"),
        entity("judge", "Official", "Judge Karimova"),
        entity("asel", "Journalist", "Asel Nur"),
        *act("e12", "Release", "judge", "asel", "2021-09-01", subtype="acquittal"),
        *act("e13", "Release", "judge", "asel", "2021-10-01", subtype="acquittal"),
        edge("AT", "e1", "aksu", None, {}),
        node("denial", "Evidence", {"name": "denied", "quote": "“Nobody beat her,” said Aliyev.", "start": 4, "end": 30,
                                    "factuality": "denied", "confidence": 0.8}),
        edge("EVIDENCE", "e1", "denial", None, {}),
        edge("FROM", "denial", "d2", None, {}),
        edge("SPEAKER", "denial", "boss", None, {}),
        edge("WORKS_FOR", "dana", "paper", "reporter", {"position": "reporter", "evidence": ("q-e1",)}),
    )  # fmt: skip


def crowd(seed: int) -> Graph:
    """Return a graph made by chance, with all that makes engines differ: ties, gaps, odd letters, several roles."""
    chance = Random(seed)
    leaves = ["Journalist", "Official", "Person", "Outlet", "Agency", "Group"]
    names = ["Bek", "bek", "Ärne", "Zoya", "İnci", "Ａsel", "🗞 Times", "Әлия", "police of Aksu", "O'Neill", *NASTY]
    people = [
        entity(f"p{i}", chance.choice(leaves), chance.choice(names), chance.choice(names), named=chance.random() < 0.8)
        for i in range(25)
    ]
    places = [entity(f"place{i}", "Place", chance.choice(names)) for i in range(3)]
    deeds = [element for i in range(220) for element in _deed(chance, f"e{i}", [p.id for p in people])]
    ties = [element for i in range(60) for element in _tie(chance, i, [p.id for p in people])]
    reports = document("d1", "A report"), document("d2", "Another", "2020-02-29", publisher="Watch")
    return graph(*people, *places, *reports, *deeds, *ties, *_cases(deeds))


def _tie(chance: Random, number: int, people: list[str]) -> Iterator[Node | Edge]:
    one, other = chance.sample(people, 2)
    said = {"factuality": chance.choice(["reported", "alleged"]), "confidence": chance.choice([0.4, 0.6, 0.9]),
            "evidence": (f"q-e{number}",), "current": chance.choice([True, False, None]),
            "position": chance.choice(["editor", "reporter", None])}  # fmt: skip
    type = chance.choice([*RELATIONS.values(), "WORKS_FOR", "PART_OF"])
    derived = type == "PART_OF" and chance.random() < 0.5
    yield edge(type, one, other, number, {"derived": True} if derived else said)


def _cases(deeds: list[Node | Edge]) -> Iterator[Edge]:
    """Join steps in time that share a target."""
    days = {e.id: e.properties.get("earliest") for e in deeds if isinstance(e, Node) and e.leaf in STEPS}
    leaves = {e.id: STEPS[EventType(e.leaf)] for e in deeds if isinstance(e, Node) and e.leaf in STEPS}
    to = [(e.target, e.source) for e in deeds if isinstance(e, Edge) and e.type == "TARGET" and days.get(e.source)]
    joined = {
        (a, b) for one, a in to for other, b in to if one == other and leaves[a] < leaves[b] and days[a] <= days[b]
    }
    yield from (edge("CASE", a, b, None, {}) for a, b in joined)


def _deed(chance: Random, id: str, people: list[str]) -> Iterator[Node | Edge]:
    some, type = chance.sample(people, chance.randint(0, 5)), chance.choice(list(EventType))
    yield from act(
        id,
        type.value,
        by=" ".join(some[: chance.randint(0, 2)]),
        to="" if type is EventType.LEGISLATION else " ".join(some[2:]),
        day=chance.choice(["", "2020", "2021", f"2020-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"]),
        told=chance.choice(["reported", "reported", "alleged"]),
        sure=chance.choice([0.4, 0.5, 0.8, 0.95]),
        by_told=chance.choice(["", "alleged"]),
        collective=chance.random() < 0.3,
        press=chance.random() < 0.8,
        **({"charge": chance.choice(["Extremism", "extremism", "libel"])} if chance.random() < 0.3 else {}),
        **({"penalty": chance.choice(PENALTIES)} if type is EventType.CONVICTION else {}),
        reports=(reports := chance.choice([1, 1, 2])),
    )
    if reports > 1:  # another report, which may name others
        yield node(
            f"r-{id}", "Evidence", {"quote": "So it was.", "start": 1, "factuality": "alleged", "confidence": 0.7}
        )
        yield edge("EVIDENCE", id, f"r-{id}", None, {})
        yield edge("FROM", f"r-{id}", "d2", None, {})
        if people[0] not in some:
            told = {"factuality": "alleged", "confidence": 0.7, "evidence": (f"r-{id}",)}
            yield edge("PERPETRATOR", id, people[0], None, told)
    if chance.random() < 0.5:
        yield edge("AT", id, f"place{chance.randint(0, 2)}", None, {})
    if chance.random() < 0.3:
        denial, start = f"x-{id}", chance.randint(0, 3)
        yield node(denial, "Evidence", {"quote": "No.", "start": start, "factuality": "denied", "confidence": 0.7})
        yield edge("EVIDENCE", id, denial, None, {})
        yield edge("FROM", denial, "d2", None, {})
        yield edge("SPEAKER", denial, "p0", None, {})


def custody_year() -> Graph:
    """Return a year of two towns, whose police are the police of one country: cases, custody, denials, employers."""
    said = {"factuality": "reported", "confidence": 0.9, "evidence": ("q-c1",)}
    below = {"derived": True}
    return graph(
        document("d1", "Two held in Aksu", "2021-03-06"),
        document("d2", "Trial", "2021-04-02", publisher="Watch"),
        entity("dana", "Journalist", "Dana Omarova"), entity("timur", "Journalist", "Timur Bek"),
        entity("asel", "Journalist", "Asel Nur"), entity("bota", "Person", "Bota Lawyer"),
        entity("men", "Group", "unknown men", named=False), entity("colonel", "Official", "Serik Aliyev"),
        entity("aksu-police", "Agency", "police of Aksu", named=False),
        entity("oral-police", "Agency", "police of Oral", named=False),
        entity("police", "Agency", "police of Kazakhstan", named=False), entity("court", "Agency", "court of Aksu"),
        entity("times", "Outlet", "Aksu Times"), entity("herald", "Outlet", "Oral Herald"),
        entity("aksu", "Place", "Aksu"), entity("oral", "Place", "Oral"),
        entity("kz", "Place", "Kazakhstan", wholeCountry=True),
        *act("c1", "Detention", "aksu-police", "dana timur", "2021-03-05"),
        *act("c2", "Prosecution", "court", "dana", "2021-03-10", charge="extremism"),
        *act("c3", "Conviction", "court", "dana", "2021-04-01", charge="Extremism", penalty="3 years in prison"),
        *act("c4", "Release", "aksu-police", "timur", "2021-03-08"),
        *act("c5", "Assault", "men", "asel", "2021-05-01"),
        *act("c6", "Assault", "oral-police", "asel", "2021-06-02"),
        *act("c7", "Assault", "colonel", "timur", "2021-07-01"),
        *act("c8", "Prosecution", "court", "colonel", "2021-09-01", press=False),
        *act("c9", "Search", "aksu-police", "times", "2021-10-03", told="alleged", reports=2),
        *act("c10", "Legislation", "", "", "2021-11-01", charge="law on false news"),
        *act("c11", "Conviction", "court", "asel", "2021-12-01", penalty="a suspended sentence of a year in prison"),
        *quote("denial", "c6", "d2", "“We beat nobody.”", "denied", "colonel"),
        *quote("other", "c9", "d2", "Police of Oral searched it.", "alleged"),
        edge("PERPETRATOR", "c9", "oral-police", None, {**said, "factuality": "alleged", "evidence": ("other",)}),
        edge("AT", "c1", "aksu", None, {}), edge("AT", "c6", "oral", None, {}), edge("AT", "c9", "kz", None, {}),
        *(edge("CASE", a, b, None, {}) for a, b in (("c1", "c2"), ("c2", "c3"), ("c1", "c4"))),
        edge("PART_OF", "aksu-police", "police", None, below), edge("PART_OF", "oral-police", "police", None, below),
        edge("WORKS_FOR", "dana", "times", "reporter", {**said, "position": "reporter", "current": True}),
        edge("WORKS_FOR", "timur", "times", "reporter", {**said, "position": "reporter", "current": False}),
        edge("WORKS_FOR", "timur", "herald", "editor", {**said, "position": "editor", "current": True}),
        edge("WORKS_FOR", "colonel", "oral-police", "colonel", {**said, "position": "colonel", "current": True}),
        edge("REPRESENTS", "bota", "dana", None, {**said, "position": "lawyer", "current": True}),
        edge("RELATIVE_OF", "bota", "asel", None, said),
    )  # fmt: skip


def quote(id: str, event: str, document: str, text: str, told: str, speaker: str = "") -> Iterator[Node | Edge]:
    yield node(id, "Evidence", {"name": text, "quote": text, "start": 4, "factuality": told, "confidence": 0.8})
    yield edge("EVIDENCE", event, id, None, {})
    yield edge("FROM", id, document, None, {})
    if speaker:
        yield edge("SPEAKER", id, speaker, None, {})


BOTH_ENGINES = ["embedded", pytest.param("server", marks=pytest.mark.neo4j)]


@dataclass(frozen=True)
class Access:
    """What `connect` takes."""

    uri: str
    user: str
    password: str
    database: str | None

    def engine(self) -> Engine:
        return connect(self.uri, self.user, self.password, self.database)


@contextmanager
def opened(kind: str, folder: Path) -> Iterator[Access]:
    """Give the embedded engine on a folder, or the Neo4j that the environment names; skip where it names none.

    The tests empty it, so that one with somebody's data in it is refused.
    """
    if kind == "embedded":
        running = _Holder.start(folder / FOLDER, "pass-of-a-test")
        try:
            yield Access(f"bolt://127.0.0.1:{running.port}", "root", "pass-of-a-test", DATABASE)
        finally:
            running.stop()
    elif uri := os.environ.get("NEO4J_URI"):
        server = Access(uri, os.environ.get("NEO4J_USER", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""), None)
        with server.engine() as engine, engine.driver.session() as session:
            assert session.run("MATCH (n) RETURN count(n)").single(strict=True)[0] == 0, f"{uri} is not empty"
        yield server
    else:
        pytest.skip("needs a Neo4j server: set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD")
