"""The page: one file that asks the network for nothing, runs nothing of strangers, and shows each edge's quote."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from sample_graph import NASTY, crowd, document, event, link, person, quote, role, sample, triple

from graphbuild.labels import RELATIONS, TRIPLES
from graphbuild.model import Edge, Graph, Node
from graphbuild.projections.html import page, write
from graphbuild.projections.html_layout import Box, positions

TITLE = "Who did what to whom"


class Page(HTMLParser):
    """The tags of a page with their attributes, and the text of each style and script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[tuple[dict[str, str | None], str]] = []
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag in ("script", "style")
        if self._inside:
            self.blocks.append(({"tag": tag, **dict(attrs)}, ""))

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.blocks[-1] = (self.blocks[-1][0], self.blocks[-1][1] + data)

    @property
    def data(self) -> dict[str, Any]:
        (block,) = [text for attributes, text in self.blocks if attributes.get("id") == "data"]
        found: dict[str, Any] = json.loads(block)
        return found


def drawn(graph: Graph, limit: int = 600) -> dict[str, Any]:
    return Page(page(graph, TITLE, limit)).data


# ── The file ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_page_loads_nothing() -> None:
    found = Page(page(sample(), TITLE))
    assert not [(tag, a) for tag, a in found.tags if {"src", "href", "srcset", "data", "action"} & a.keys()]
    assert not {"link", "iframe", "object", "embed", "img", "base", "form"} & {tag for tag, _ in found.tags}
    styles = "".join(text for attributes, text in found.blocks if attributes["tag"] == "style")
    assert "url(" not in styles
    assert "@import" not in styles


def test_the_policy_lets_run_what_stands_in_the_page_and_nothing_else() -> None:
    found = Page(page(sample(), TITLE))
    (policy,) = [a["content"] for _, a in found.tags if a.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in (policy or "").split(";"))
    runs = [text for a, text in found.blocks if a["tag"] == "script" and a.get("type") != "application/json"]
    styles = [text for a, text in found.blocks if a["tag"] == "style"]
    assert rules == {
        "default-src": "'none'",
        "script-src": " ".join(map(hash_of, runs)),
        "style-src": " ".join(map(hash_of, styles)),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert len(runs) == 2
    assert not [a for _, a in found.tags for name in a if name.startswith("on") or name == "style"]


def hash_of(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        write(crowd(60), tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


@pytest.mark.parametrize("graph", [Graph(), Graph((person("dana", "Dana Omarova"),))])
def test_a_graph_without_lines_has_a_page_that_says_so(graph: Graph) -> None:
    text = page(graph, TITLE)
    assert "There is nothing to draw yet" in text
    assert "vis.Network" not in text


# ── Strangers ────────────────────────────────────────────────────────────────────────────────────────────────────────

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<!--<script>",
    "<img src=x onerror=alert(3)>",
    "\"' onload='alert(4)'",
    "a\u2028b\u2029c",
    "{{ 7*7 }} {% raw %}",
    "javascript:alert(5)",
    "\\u003c/script\\u003e",
    "]]>",
]


def hostile(text: str) -> Graph:
    nodes = (
        Node("p", "Agency", {"name": text, "names": (text,), "function": text, "country": text}),
        person("r", text),
        Node("o", "Outlet", {"name": text}),
        event("e", "Assault", text, None, charge=text, things=(text,), subtype=text),
        quote("q", text, 0, "reported"),
        Node("d", "Document", {"name": text, "url": text, "publisher": text}),
    )
    edges = (
        role("PERPETRATOR", "e", "p", "q"), role("TARGET", "e", "r", "q"), triple("ASSAULTED", "p", "r", "e"),
        link("EVIDENCE", "e", "q"), link("FROM", "q", "d"),
        Edge("w", "WORKS_FOR", "r", "o", {"position": text, "evidence": ("q",)}),
    )  # fmt: skip
    return Graph(nodes, edges)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_adds_no_tag_and_is_kept_as_text(text: str) -> None:
    plain, found = Page(page(hostile("plain"), "plain")), Page(page(hostile(text), text))
    assert [tag for tag, _ in found.tags] == [tag for tag, _ in plain.tags]
    assert [a.keys() for _, a in found.tags] == [a.keys() for _, a in plain.tags]
    cards = found.data["cards"]
    assert cards["quotes"]["q"]["text"] == text
    assert cards["documents"]["d"]["url"] == ""


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Dana \u202egro.live", "Dana gro.live"),
        ("\u2067Dana\u2069", "Dana"),
        ("Dana\n\tOmarova", "Dana Omarova"),
        ("Dana\x1b[2J", "Dana\ufffd[2J"),
        ("دانا عمروفا", "دانا عمروفا"),
        ("half \ud83d", "half \ufffd"),
    ],
)
def test_names_stand_on_one_line_and_turn_no_others_direction(name: str, shown: str) -> None:
    assert drawn(hostile(name))["cards"]["entities"]["p"]["name"] == shown


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
        ("javascript:alert(1)", ""),
        ("data:text/html,<script>", ""),
        ('https://example.org/" onclick="x', ""),
        ("//example.org/a", ""),
    ],
)
def test_only_web_addresses_become_links(url: str, kept: str) -> None:
    graph = Graph((*sample().nodes, document("d", "Third", url, None)), sample().edges)
    assert drawn(graph)["cards"]["documents"]["d"]["url"] == kept


# ── What is drawn ────────────────────────────────────────────────────────────────────────────────────────────────────


def shown_lines(data: dict[str, Any]) -> set[str]:
    """Return the lines as `agent words target` with the events or relations behind each."""
    return {
        f"{id}: {' '.join([told['event'] + '?' * told['alleged'] for told in line['events']] + line['relations'])}"
        for id, line in data["lines"].items()
    }


def test_every_act_and_relation_between_entities_is_a_line() -> None:
    data = drawn(sample())
    assert shown_lines(data) == {
        "police assaulted dana: e1",
        "police seized from dana: e2",
        "police detained dana: e4?",
        "police released dana: e5",
        "e3 to dana: e3?",
        "e3 to nasty: e3?",
        "dana works for paper: w1",
        "nasty worked for paper: w2",
        "boss owns paper: o1",
    }
    assert {edge["id"] for edge in data["edges"]} == data["lines"].keys()
    assert {node["id"] for node in data["nodes"]} == {"dana", "nasty", "boss", "paper", "police", "e3"}


def test_every_line_leads_to_its_quotes() -> None:
    graph, data = crowd(120), drawn(crowd(120))
    cards = data["cards"]
    quotes = {n.id: n.properties["quote"] for n in graph.nodes if n.leaf == "Evidence"}
    assert {id: card["text"] for id, card in cards["quotes"].items()} == quotes
    told = {told["event"] for line in data["lines"].values() for told in line["events"]}
    assert told == {n.id for n in graph.nodes if n.id in cards["events"]}
    assert all(cards["events"][id]["quotes"] for id in told)
    between = {e.id for e in graph.edges if e.type in RELATIONS.values()}
    assert {id for line in data["lines"].values() for id in line["relations"]} == between
    assert all(cards["relations"][id]["quotes"] for id in between)


@pytest.mark.parametrize("type", [*TRIPLES.values(), *RELATIONS.values()])
def test_every_type_of_edge_is_drawn(type: str) -> None:
    happened = next((leaf.value for leaf, edge in TRIPLES.items() if edge == type), "Assault")
    made = triple(type, "p", "r", "e") if type in TRIPLES.values() else Edge("x", type, "p", "r", {"evidence": ("q",)})
    graph = Graph((person("p", "Dana"), person("r", "Timur"), event("e", happened, "It", None)), (made,))
    (line,) = [line for line in drawn(graph)["lines"].values() if line["words"] not in ("by", "to")]
    assert [told["event"] for told in line["events"]] == (["e"] if type in TRIPLES.values() else [])


def test_a_suspected_agent_of_a_certain_act_stays_alleged() -> None:
    parts = (role("PERPETRATOR", "e", "p", "q", "alleged"), role("TARGET", "e", "r", "q"))
    nodes = (person("p", "Timur"), person("r", "Dana"), event("e", "Assault", "Assault of Dana", None))
    paired = drawn(Graph(nodes, (*parts, triple("ASSAULTED", "p", "r", "e", "alleged"))))
    joint = drawn(Graph(nodes, parts))
    assert shown_lines(paired) == {"p assaulted r: e?"}
    assert shown_lines(joint) == {"p by e: e?", "e to r: e"}
    assert joint["cards"]["events"]["e"]["alleged"] is False


def test_one_line_stands_for_the_same_act_done_again() -> None:
    nodes = (person("p", "Timur"), person("r", "Dana"), *(event(f"e{i}", "Threat", "Threat", None) for i in range(3)))
    data = drawn(Graph(nodes, tuple(triple("THREATENED", "p", "r", f"e{i}") for i in range(3))))
    assert shown_lines(data) == {"p threatened r: e0 e1 e2"}


@pytest.mark.parametrize(("targets", "drawn_as"), [(2, "lines"), (3, "a mark")])
def test_a_collective_act_of_many_is_one_mark(targets: int, drawn_as: str) -> None:
    agents, hit = ["a0", "a1"], [f"t{i}" for i in range(targets)]
    nodes = [person(id, id) for id in (*agents, *hit)]
    nodes.append(event("e", "Assault", "Assault", None, collective=True))
    edges = [triple("ASSAULTED", a, t, "e") for a in agents for t in hit]
    edges += [role("PERPETRATOR", "e", a, "q") for a in agents] + [role("TARGET", "e", t, "q") for t in hit]
    data = drawn(Graph(tuple(nodes), tuple(edges)))
    assert data["marks"] == ({"e": ["e"]} if drawn_as == "a mark" else {})
    assert len(data["lines"]) == (len(agents) + targets if drawn_as == "a mark" else len(agents) * targets)


def test_a_relation_without_a_quote_says_that_it_is_derived() -> None:
    nodes = [Node(id, "Agency", {"name": id}) for id in ("police of Aksu", "police of Kazakhstan")]
    derived = Edge("x", "PART_OF", "police of Aksu", "police of Kazakhstan", {"derived": True})
    assert drawn(Graph(tuple(nodes), (derived,)))["cards"]["relations"]["x"]["derived"] is True


def test_who_recurs_is_counted_over_violations_of_the_press() -> None:
    other = event("e6", "Detention", "Detention of Dana Omarova", None, press=False)
    graph = Graph((*sample().nodes, other), (*sample().edges, role("TARGET", "e6", "dana", "q1")))
    data = drawn(graph)
    assert data["targets"] == [["dana", 4], ["nasty", 1]]
    assert data["perpetrators"] == [["police", 3]]


# ── Size ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("limit", [2, 50])
def test_a_big_graph_is_cut_to_the_most_connected_and_says_so(limit: int) -> None:
    graph = crowd(300)
    text = page(graph, TITLE, limit)
    data = Page(text).data
    assert 2 <= len(data["nodes"]) <= limit
    assert {node["id"] for node in data["nodes"]} == {edge[end] for edge in data["edges"] for end in ("from", "to")}
    assert "a0" in {node["id"] for node in data["nodes"]}, "the police of Town 0 have the most victims"
    assert re.search(r"The \d+ most connected entities are drawn; \d+ more are left out", text)
    assert len(data["cards"]["entities"]) == 300, "what is not drawn can still be found by name"


def test_by_default_a_page_is_cut_and_a_small_one_has_no_note() -> None:
    assert len(drawn(crowd(900))["nodes"]) <= 600
    assert "most connected entities" not in page(sample(), TITLE)


@pytest.mark.parametrize("size", [1, 2, 40])
def test_marks_and_their_labels_do_not_cover_one_another(size: int) -> None:
    boxes: dict[str, Box] = {f"n{i}": (60 + 10 * (i % 9), 40 + 5 * (i % 4)) for i in range(size)}
    placed = positions(boxes, [("n0", id) for id in boxes if id != "n0"])
    assert placed.keys() == boxes.keys()
    for one, other in combinations(boxes, 2):
        apart = (abs(placed[one][axis] - placed[other][axis]) for axis in (0, 1))
        room = ((boxes[one][axis] + boxes[other][axis]) / 2 for axis in (0, 1))
        # the places are rounded to whole pixels
        assert any(far >= needed - 1 for far, needed in zip(apart, room, strict=True)), (one, other)


# ── A real browser ───────────────────────────────────────────────────────────────────────────────────────────────────

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--window-size=1400,900"),
    "--remote-debugging-pipe",
)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: no chromium or google-chrome on PATH")


class Browser:
    """Chromium driven over a pipe, with all that it said and asked for."""

    def __init__(self, folder: Path) -> None:
        orders, self._orders = os.pipe()
        self._answers, answers = os.pipe()
        # the protocol wants the pipes as file descriptors 3 and 4
        shell = f'exec "$@" 3<&{orders} 4>&{answers}'
        command = ["bash", "-c", shell, "bash", str(CHROMIUM), *FLAGS, f"--user-data-dir={folder / 'profile'}"]
        self._process = subprocess.Popen(command, pass_fds=(orders, answers), stderr=subprocess.DEVNULL)
        os.close(orders)
        os.close(answers)
        self._buffer, self._number, self._session = b"", 0, None
        self.events: list[dict[str, Any]] = []
        target = self.order("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.order("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.order(f"{domain}.enable")

    def order(self, method: str, **params: object) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._orders, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            part = os.read(self._answers, 1 << 16)
            assert part, "Chromium has ended"
            self._buffer += part
        message, _, self._buffer = self._buffer.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer

    def open(self, path: Path, fragment: str = "") -> None:
        self.events.clear()
        self.order("Page.navigate", url="about:blank")
        self.order("Page.navigate", url=f"{path.as_uri()}{fragment}")
        self.until("document.readyState === 'complete' && location.protocol === 'file:'")

    def value(self, expression: str) -> Any:
        return self.order("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def until(self, expression: str) -> None:
        for _ in range(200):
            if self.value(expression):
                return
            time.sleep(0.05)
        pytest.fail(f"never came true: {expression}")

    def click(self, x: float, y: float) -> None:
        for type in ("mousePressed", "mouseReleased"):
            self.order("Input.dispatchMouseEvent", type=type, x=x, y=y, button="left", clickCount=1)

    def panel(self) -> str:
        return str(self.value("document.getElementById('panel').innerText"))

    def told(self, *methods: str) -> list[dict[str, Any]]:
        return [event["params"] for event in self.events if event.get("method") in methods]

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()
        os.close(self._orders)
        os.close(self._answers)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    browser = Browser(tmp_path_factory.mktemp("chromium"))
    yield browser
    browser.close()


def opened(browser: Browser, folder: Path, graph: Graph, fragment: str = "") -> None:
    write(graph, folder / "graph.html", TITLE)
    browser.open(folder / "graph.html", fragment)


def spot(color: str) -> str:
    """Return a script that finds a point of a colour on the canvas, in the middle of a run of five, as [x, y]."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return f"""(() => {{
        const canvas = document.querySelector("canvas"), ratio = canvas.width / canvas.clientWidth;
        const {{ data, width, height }} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        const hit = (x, y) => [{red}, {green}, {blue}].every((c, i) => Math.abs(data[4 * (y * width + x) + i] - c) < 3);
        const {{ left, top }} = canvas.getBoundingClientRect();
        for (let y = 3; y < height - 3; y++) for (let x = 3; x < width - 3; x++)
            if ([-2, -1, 0, 1, 2].every((d) => hit(x + d, y))) return [left + x / ratio, top + y / ratio];
    }})()"""


AGENCY, RELEASE = "#a8442a", "#3f8f4f"


@needs_chromium
def test_the_browser_draws_the_graph_and_asks_for_nothing(browser: Browser, tmp_path: Path) -> None:
    opened(browser, tmp_path, sample())
    assert browser.value(spot(AGENCY)), "the canvas is blank"
    legend = browser.value("[...document.querySelectorAll('#legend li')].map((one) => one.innerText.trim())")
    assert legend == [
        *("journalist", "outlet", "agency", "official"),
        *("act without an agent, or of many", "violation, told as fact", "alleged", "release", "relation"),
    ]
    asked = {request["request"]["url"] for request in browser.told("Network.requestWillBeSent")}
    assert {url.split(":")[0] for url in asked} == {"file"}
    assert not browser.told("Runtime.exceptionThrown", "Log.entryAdded", "Page.javascriptDialogOpening")


@needs_chromium
def test_the_drawing_keeps_clear_of_panel_and_bar(browser: Browser, tmp_path: Path) -> None:
    opened(browser, tmp_path, crowd(100))
    boxes = browser.value("""["canvas", "panel", "bar", "search"].map((id) => {
        const { left, top, right, bottom } = document.getElementById(id).getBoundingClientRect();
        return [left, top, right, bottom];
    })""")
    for i, one in enumerate(boxes):
        assert one[0] < one[2] <= 1400, "it stands in the window"
        assert one[1] < one[3] <= 900
        assert not [o for o in boxes[:i] if one[0] < o[2] and o[0] < one[2] and one[1] < o[3] and o[1] < one[3]]


@needs_chromium
@pytest.mark.parametrize(
    ("color", "heading", "quoted"),
    [
        (AGENCY, "police of Aksu", "officers in Aksu pushed reporter Dana Omarova"),
        (RELEASE, "Release of Dana Omarova", "officers in Aksu pushed reporter Dana Omarova"),
    ],
)
def test_a_click_on_a_mark_or_a_line_tells_its_quotes(
    browser: Browser, tmp_path: Path, color: str, heading: str, quoted: str
) -> None:
    opened(browser, tmp_path, sample())
    browser.click(*browser.value(spot(color)))
    browser.until(f"document.querySelector('#panel h2').innerText === {heading!r}")
    assert quoted in browser.panel()


@needs_chromium
@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        ("#police%20detained%20dana", ["Detention of Dana Omarova", "house arrest", "unknown people smeared her"]),
        ("#e3", ["Harassment of a reporter", "alleged", "unknown people smeared her", "Second report"]),
        ("#boss", ["Serik Aliyev", "official", "owns Aksu Times"]),
        ("#aksu", ["Aksu", "HAPPENED THERE", "5 March 2021", "Aksu Times is based in"]),
        ("#police%20assaulted%20dana", ["says Serik Aliyev", "denied", "(An Observer, 7 March 2021)"]),
    ],
)
def test_an_address_leads_to_a_card(browser: Browser, tmp_path: Path, fragment: str, told: list[str]) -> None:
    opened(browser, tmp_path, sample(), fragment)
    panel = browser.panel()
    assert [words for words in told if words not in panel] == []


@needs_chromium
def test_what_no_text_says_is_said_to_be_derived(browser: Browser, tmp_path: Path) -> None:
    agencies = tuple(Node(id, "Agency", {"name": f"the {id}"}) for id in ("city", "country"))
    derived = Edge("x", "PART_OF", "city", "country", {"derived": True})
    opened(browser, tmp_path, Graph(agencies, (derived,)), "#city")
    assert "the city is part of the country" in browser.panel()
    assert "no text says it" in browser.panel()


@needs_chromium
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("omarova", ["Dana Omarova journalist"]),
        ("БЕК", [f"{NASTY} journalist"]),
        ("aksu", ["Aksu Times outlet", "police of Aksu agency", "Aksu place"]),
        ("officers", ["police of Aksu agency"]),
        ("nobody", ["No such name."]),
    ],
)
def test_search_finds_names_in_any_case(browser: Browser, tmp_path: Path, typed: str, found: list[str]) -> None:
    opened(browser, tmp_path, sample())
    browser.value(f"$0 = document.getElementById('search'); $0.value = {typed!r}; $0.dispatchEvent(new Event('input'))")
    hits = browser.value("[...document.querySelectorAll('#found > *')].map((one) => one.innerText.trim())")
    assert sorted(hits) == sorted(found)


@needs_chromium
def test_the_filter_hides_what_is_alleged_and_says_how_much(browser: Browser, tmp_path: Path) -> None:
    opened(browser, tmp_path, sample(), "#dana")
    before = browser.panel()
    browser.value("document.querySelector('input[value=alleged]').click()")
    after = browser.panel()
    assert "unknown people smeared her" in before
    assert "unknown people smeared her" not in after
    assert "Done to them: the filter hides 2." in after
    browser.value("document.getElementById('none').click()")
    assert browser.value("document.getElementById('nothing').hidden") is False


@needs_chromium
def test_hostile_names_run_nothing_and_stand_as_they_are(browser: Browser, tmp_path: Path) -> None:
    for text in HOSTILE:
        opened(browser, tmp_path, hostile(text), "#p")
        assert browser.value("document.querySelector('#panel h2').textContent") == " ".join(text.split())
        assert browser.value("document.querySelectorAll('script').length") == 3
        assert browser.value("[...document.links].map((one) => one.protocol)") == []
        assert not browser.told("Page.javascriptDialogOpening", "Runtime.exceptionThrown", "Log.entryAdded"), text
