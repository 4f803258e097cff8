"""Graphs made by hand for the tests of the projections."""

from __future__ import annotations

from datetime import date
from random import Random

from graphbuild.model import Edge, Graph, Node, Value

NASTY = """<script>alert("1")</script> & 'Бек'"""
QUOTE = "On March 5, officers in Aksu pushed reporter Dana Omarova and took her phone"


def sample() -> Graph:
    """Return two documents about one reporter, a smear without an agent, and names that strangers made up."""
    nodes = (
        person("dana", "Dana Omarova", names=("Dana Omarova", "Omarova")),
        person("nasty", NASTY),
        Node("boss", "Official", {"name": "Serik Aliyev", "names": ("Serik Aliyev",), "named": True}),
        Node("paper", "Outlet", {"name": "Aksu Times", "names": ("Aksu Times",), "named": True, "country": "KZ"}),
        Node("police", "Agency", {"name": "police of Aksu", "names": ("police", "officers"), "named": False,
                                  "country": "KZ", "function": "police"}),
        Node("crowd", "Group", {"name": "unidentified men", "names": ("unidentified men",), "named": False}),
        Node("aksu", "Place", {"name": "Aksu", "names": ("Aksu",), "named": True, "country": "KZ",
                               "geonames": 1529114, "latitude": 52.04023, "longitude": 76.92748}),
        event("e1", "Assault", "Assault of Dana Omarova", date(2021, 3, 5), subtype="shooting"),
        event("e2", "Seizure", "Seizure from Dana Omarova", date(2021, 3, 5), things=("phone",)),
        event("e3", "Harassment", "Harassment of a reporter", None, factuality="alleged"),
        event("e4", "Detention", "Detention of Dana Omarova", date(2021, 3, 6), subtype="house arrest",
              factuality="alleged", confidence=0.61),
        event("e5", "Release", "Release of Dana Omarova", date(2021, 3, 9)),
        quote("q1", QUOTE, 10, "reported"),
        quote("q2", "unknown people smeared her", 200, "alleged"),
        quote("q3", "The ministry denied that she was pushed", 300, "denied"),
        quote("q4", "Omarova, a reporter of Aksu Times", 10, "reported"),
        document("cpj 1#2", "Reporter pushed in <Aksu>", "https://example.org/a?b=1&c=2", date(2021, 3, 7)),
        document("rsf-2", "Second report", "javascript:alert(document.title)", None),
    )  # fmt: skip
    edges = (
        role("PERPETRATOR", "e1", "police", "q1"), role("TARGET", "e1", "dana", "q1"),
        role("PERPETRATOR", "e2", "police", "q1"), role("TARGET", "e2", "dana", "q1"),
        role("TARGET", "e3", "nasty", "q2", "alleged"), role("TARGET", "e3", "dana", "q2", "alleged"),
        role("PERPETRATOR", "e4", "police", "q2", "alleged"), role("TARGET", "e4", "dana", "q2", "alleged"),
        role("AGENT", "e5", "police", "q1"), role("TARGET", "e5", "dana", "q1"),
        link("AT", "e1", "aksu"), link("CASE", "e4", "e5"),
        link("EVIDENCE", "e1", "q1"), link("EVIDENCE", "e1", "q3"), link("EVIDENCE", "e2", "q1"),
        link("EVIDENCE", "e3", "q2"), link("EVIDENCE", "e4", "q2"), link("EVIDENCE", "e5", "q1"),
        link("FROM", "q1", "cpj 1#2"), link("FROM", "q2", "rsf-2"), link("FROM", "q3", "rsf-2"),
        link("FROM", "q4", "rsf-2"), link("SPEAKER", "q3", "boss"),
        triple("ASSAULTED", "police", "dana", "e1"), triple("SEIZED_FROM", "police", "dana", "e2"),
        triple("DETAINED", "police", "dana", "e4", "alleged"), triple("RELEASED", "police", "dana", "e5"),
        Edge("w1", "WORKS_FOR", "dana", "paper", {"position": "reporter", "current": True, "confidence": 0.9,
                                                  "evidence": ("q4",)}),
        Edge("w2", "WORKS_FOR", "nasty", "paper", {"current": False, "confidence": 0.9, "evidence": ("q4",)}),
        Edge("o1", "OWNS", "boss", "paper", {"confidence": 0.7, "evidence": ("q4",)}),
        Edge("b1", "BASED_IN", "paper", "aksu", {"confidence": 0.7, "evidence": ("q4",)}),
    )  # fmt: skip
    return Graph(nodes, edges)


def person(id: str, name: str, names: tuple[str, ...] = ()) -> Node:
    return Node(id, "Journalist", {"name": name, "names": names or (name,), "named": True})


def event(id: str, leaf: str, name: str, day: date | None, **more: Value) -> Node:
    dated: dict[str, Value] = {"date": day.isoformat(), "earliest": day, "latest": day} if day else {}
    told: dict[str, Value] = {"factuality": "reported", "confidence": 0.93, "reports": 1, "press": True,
                              "collective": False, "verified": False}  # fmt: skip
    return Node(id, leaf, {"name": name, "type": leaf} | told | dated | more)


def quote(id: str, text: str, start: int, factuality: str) -> Node:
    return Node(id, "Evidence", {"name": text[:80], "quote": text, "start": start, "end": start + len(text),
                                 "factuality": factuality, "confidence": 0.9})  # fmt: skip


def document(id: str, title: str, url: str, published: date | None) -> Node:
    dated: dict[str, Value] = {"published": published} if published else {}
    return Node(id, "Document", {"name": title, "url": url, "publisher": "An Observer", "sha256": "0" * 64} | dated)


def role(type: str, event: str, entity: str, evidence: str, factuality: str = "reported") -> Edge:
    told: dict[str, Value] = {"factuality": factuality, "confidence": 0.9, "evidence": (evidence,)}
    return Edge(f"{type}-{event}-{entity}", type, event, entity, told)


def link(type: str, source: str, target: str) -> Edge:
    return Edge(f"{type}-{source}-{target}", type, source, target)


def triple(type: str, agent: str, target: str, event: str, factuality: str = "reported") -> Edge:
    told: dict[str, Value] = {"event": event, "factuality": factuality, "confidence": 0.9, "collective": False}
    return Edge(f"{type}-{agent}-{target}-{event}", type, agent, target, told)


ACTS = (("Assault", "ASSAULTED"), ("Detention", "DETAINED"), ("Threat", "THREATENED"), ("Conviction", "CONVICTED"))


def crowd(size: int, seed: int = 7) -> Graph:
    """Return an invented graph of about `size` entities: a few agencies, many reporters, their outlets."""
    random = Random(seed)
    agencies = [
        Node(f"a{i}", "Agency", {"name": f"police of Town {i}", "function": "police"}) for i in range(size // 20)
    ]
    outlets = [Node(f"o{i}", "Outlet", {"name": f"The Town {i} Daily News"}) for i in range(size // 8)]
    people = [person(f"p{i}", f"Reporter Number {i}") for i in range(size - len(agencies) - len(outlets))]
    nodes: list[Node] = [*agencies, *outlets, *people, document("d", "A year", "https://example.org/year", None)]
    edges: list[Edge] = []
    for i, one in enumerate(people):
        if i % 2:
            told: dict[str, Value] = {"position": "reporter", "evidence": (f"q{i}",)}
            edges.append(Edge(f"w{i}", "WORKS_FOR", one.id, random.choice(outlets).id, told))
        (leaf, act), agency = random.choice(ACTS), agencies[min(int(random.expovariate(0.4)), len(agencies) - 1)]
        happened = event(f"e{i}", leaf, f"{leaf} of {one.properties['name']}", date(2020, 1 + i % 12, 1 + i % 28))
        nodes += [happened, quote(f"q{i}", f"{agency.properties['name']} and {one.properties['name']}", i, "reported")]
        edges += [link("EVIDENCE", f"e{i}", f"q{i}"), link("FROM", f"q{i}", "d")]
        edges.append(role("TARGET", f"e{i}", one.id, f"q{i}"))
        if i % 5:
            edges.append(role("PERPETRATOR", f"e{i}", agency.id, f"q{i}"))
            edges.append(triple(act, agency.id, one.id, f"e{i}", "reported" if i % 7 else "alleged"))
    return Graph(tuple(nodes), tuple(edges))
