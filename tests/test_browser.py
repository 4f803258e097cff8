"""What Neo4j Browser gets: a style that it can read, favourites that are one statement, a page; and Browser itself."""

from __future__ import annotations

import io
import json
import os
import re
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from graph_factory import NASTY, Access, entity, opened, press_year
from sample_graph import sample
from test_html import Browser, needs_chromium

from graphbuild import queries
from graphbuild.elements import edge
from graphbuild.labels import EDGE_TYPES, all_labels, nearest_parents
from graphbuild.model import Graph
from graphbuild.projections import neo4j as loader
from graphbuild.projections.browser import (
    ASK,
    EARLIEST,
    PICTURES,
    TABLES,
    archive,
    favourite,
    folder_of,
    most_hit,
    page,
    write,
)
from graphbuild.projections.browser_style import look, style
from graphbuild.projections.html import SHAPES, VIOLATION
from graphbuild.queries import SavedQuery, read_query

PATHS = """// Agencies and whom they hit
//
// Who did what to whom; and who's missing?
//
// :param minConfidence => 0.5
// :param limit => 25

MATCH path = (:Agency)<-[part:PERPETRATOR]-(:Violation)-[:TARGET]->(:Journalist)
WHERE part.confidence >= $minConfidence
RETURN path
LIMIT $limit
"""


def parsed(grass: str) -> dict[str, dict[str, str]]:
    """Read a style as Neo4j Browser 5.24 does: quotes hide braces, a rule ends at `}`, `;` and `:` cut it up."""
    rules: dict[str, str] = {}
    selector, body, quoted, inside = "", "", False, False
    for char in grass:
        if char in "'\"":
            quoted = not quoted
        elif char in "{}" and not quoted:
            inside = char == "{"
            if not inside:
                rules[selector], selector, body = body, "", ""
        elif inside:
            body += char
        elif not char.isspace():
            selector += char
    pairs = {rule: [line.split(":") for line in text.split(";")] for rule, text in rules.items()}
    return {rule: {p[0].strip(): p[1].strip() for p in lines if len(p) == 2} for rule, lines in pairs.items()}


def painted(*labels: str) -> dict[str, str]:
    """Return the style of a node as Browser finds it: every rule that matches, the later over the earlier."""
    rules = [rule for selector, rule in parsed(style()).items() if selector in ("node", *(f"node.{x}" for x in labels))]
    return {key: value for rule in rules for key, value in rule.items()}


@pytest.fixture
def with_paths(tmp_path: Path) -> list[SavedQuery]:
    file = tmp_path / "agencies-paths.cypher"
    file.write_text(PATHS)
    return [*(q for q in queries.saved() if q.name != "agencies-paths"), read_query(file)]


# ── The style ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_label_and_type_has_a_style() -> None:
    selectors = parsed(style()).keys()
    assert selectors == {
        *("node", "relationship"),
        *(f"node.{label}" for label in nearest_parents()),
        *(f"relationship.{type}" for type in EDGE_TYPES),
    }


def test_browser_reads_the_style_as_it_is_meant() -> None:
    assert not re.search(r"//|/\*|\\|\"", style())
    written = re.findall(r"^  ([\w-]+): (.*);$", style(), re.M)
    assert [pair for pair in written if re.search("[:;']", pair[1].strip("'"))] == []
    read = [(key, value) for rule in parsed(style()).values() for key, value in rule.items()]
    assert read == [(key, value.strip("'")) for key, value in written]


@pytest.mark.parametrize(("kind", "color"), [(kind, color) for kind, (_, color) in SHAPES.items()])
def test_a_kind_has_the_colour_of_the_page_whatever_its_parents_have(kind: str, color: str) -> None:
    assert (painted(*all_labels(kind))["color"], painted(*all_labels(kind))["caption"]) == (color, "{name}")


def test_acts_are_pale_with_a_rim_and_evidence_shows_its_quote() -> None:
    assault = painted(*all_labels("Assault"))
    assert (assault["color"], assault["border-color"]) == look("Assault") == (look("Assault")[0], VIOLATION)
    assert painted(*all_labels("Release"))["border-color"] != VIOLATION
    assert painted(*all_labels("Evidence"))["caption"] == "{quote}"
    assert parsed(style())["relationship"]["caption"] == "<type>"


# ── The favourites ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_each_saved_query_is_a_favourite_of_one_folder(with_paths: list[SavedQuery]) -> None:
    with zipfile.ZipFile(io.BytesIO(archive(with_paths, "Dana"))) as file:
        entries = {entry.filename: entry for entry in file.infolist()}
        texts = {name: file.read(name).decode() for name in entries}
    asked = {f"{p.name}.cypher" for q in with_paths for p in q.parameters if p.required}
    assert sorted(entries) == sorted([*asked, *(f"{folder_of(q)}/{q.name}.cypher" for q in with_paths)])
    assert texts["name.cypher"].splitlines()[::2] == [f"// {ASK}", ":param name => 'Dana'"]
    assert f"{PICTURES}/agencies-paths.cypher" in entries
    assert f"{TABLES}/recurring-targets.cypher" in entries
    assert {entry.date_time for entry in entries.values()} == {EARLIEST}


@pytest.mark.parametrize("query", queries.saved(), ids=lambda q: q.name)
def test_a_favourite_is_one_statement_under_its_title(query: SavedQuery) -> None:
    text = favourite(query)
    assert text.splitlines()[0] == f"// {query.title}"
    assert ":param" not in text
    statement = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
    assert ";" not in statement
    assert set(queries.USED.findall(statement)) == {p.name for p in query.parameters if p.required}


def test_defaults_stand_where_the_parameters_stood(with_paths: list[SavedQuery]) -> None:
    text = favourite(with_paths[-1])
    assert "WHERE part.confidence >= /*minConfidence*/ 0.5\n" in text
    assert text.endswith("LIMIT /*limit*/ 25\n")


def test_the_name_to_begin_with_needs_no_escape() -> None:
    assert most_hit(press_year()) == "Dana Omarova"
    hits = [entity("x", "Journalist", NASTY[0]), entity("y", "Journalist", "O'Hara"), *press_year().nodes]
    aimed = [edge("TARGET", "e1", id, None, {}) for id in ("x", "y")]
    assert most_hit(Graph(tuple(hits[:2] + [n for n in hits if n.id == "e1"]), tuple(aimed))) == ""


# ── The folder ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(sample(), tmp_path / name)
    made = [{file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("a", "b")]
    assert made[0] == made[1]
    assert sorted(made[0]) == ["index.html", "queries.zip", "style.grass"]


def test_the_page_names_every_favourite_and_loads_nothing(with_paths: list[SavedQuery]) -> None:
    text = page(with_paths, "<script>alert(1)</script>")
    assert [q.name for q in with_paths if f"<dt>{q.title}</dt>" not in text] == []
    assert "default-src 'none'" in text
    assert not re.search(r"<script|https?://|url\(|@import| on\w+=| style=", text)


# ── Neo4j Browser ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Access]:
    with opened("server", tmp_path_factory.mktemp("server")) as access, access.engine() as engine:
        loader.write(press_year(), engine.driver, engine.database)
        yield access
        loader.write(Graph(), engine.driver, engine.database)


@pytest.mark.neo4j
@pytest.mark.parametrize("query", queries.saved(), ids=lambda q: q.name)
def test_a_favourite_answers_as_the_saved_query_does(server: Access, query: SavedQuery) -> None:
    given = {p.name: "Dana Omarova" for p in query.parameters if p.required}
    in_place = replace(query, text=favourite(query))
    with server.engine() as engine:
        asked = queries.run(query, engine.driver, queries.bind(query, given))
        assert queries.run(in_place, engine.driver, dict(given)) == asked


class Neo4jBrowser:
    """Neo4j Browser in Chromium, used as a person does: by mouse, keyboard and files dropped on it."""

    def __init__(self, browser: Browser, access: Access, address: str) -> None:
        self.browser = browser
        browser.order("Page.navigate", url=address)
        fields = {"boltaddress": access.uri.split("//")[1], "username": access.user, "password": access.password}
        found = "[...document.querySelectorAll('input')].map((one) => [one.dataset.testid, one.value])"
        typed = f"{json.dumps(fields)}, Object.fromEntries({found})"
        # Browser writes an address of its own into the form, late
        for _ in range(2):
            self.until(f"((wanted, is) => Object.keys(wanted).every((key) => wanted[key] === is[key]))({typed})",
                       lambda: [self.type(*field) for field in fields.items()])  # fmt: skip
            time.sleep(1)
        self.press("[data-testid=connect]")
        self.until("!document.querySelector('[data-testid=password]')")

    def type(self, field: str, text: str) -> None:
        one = f"document.querySelector('[data-testid={field}]')"
        if self.browser.value(f"({one}?.focus(), {one}?.select(), document.activeElement === {one})"):
            self.browser.order("Input.insertText", text=text)

    def until(self, expression: str, again: Callable[[], object] = lambda: None) -> Any:
        """Wait until something is so: a server and a browser that have just started take their time."""
        end = time.monotonic() + 60
        while not (value := self.browser.value(expression)):
            again()
            assert time.monotonic() < end, f"never came true: {expression}"
            time.sleep(0.2)
        return value

    def press(self, selector: str) -> None:
        """Click what a selector finds once it stands still."""
        where = f"""(() => {{
            const one = document.querySelector({selector!r});
            one?.scrollIntoView({{ block: "nearest" }});
            const box = one?.getBoundingClientRect();
            return box?.width ? [box.left + box.width / 2, box.top + box.height / 2] : null;
        }})()"""
        before = None
        while before != (now := self.until(where)):
            before = now
            time.sleep(0.3)
        self.browser.click(*now)

    def drop(self, file: Path) -> None:
        data = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
        for type in ("dragEnter", "dragOver", "drop"):
            self.browser.order("Input.dispatchDragEvent", type=type, x=700, y=400, data=data)
            time.sleep(0.3)
        time.sleep(1)

    def click_until(self, selector: str, done: str) -> None:
        """Click until something is so: now and then a click is lost while Browser draws, or what lies over it takes all.

        Every click has two seconds to show its effect: one that follows sooner would fold again what the first unfolds.
        """

        def click() -> None:
            for one in (
                partial(self.press, selector),
                partial(self.browser.value, f"document.querySelector({selector!r})?.click()"),
            ):
                one()
                end = time.monotonic() + 2
                while time.monotonic() < end:
                    if self.browser.value(done):
                        return
                    time.sleep(0.1)

        self.until(done, click)

    def run(self, title: str, shown: str, folder: str | None = None) -> None:
        """Click a favourite, run it, and wait for what its frame is to show: Browser sets a parameter beside its work."""
        favorite, editor = f'[data-testid="scriptTitle-{title}"]', "[data-testid=activeEditor]"
        if folder:
            self.click_until(f'[data-testid="expandFolder-{folder}"]', f"!!document.querySelector({favorite!r})")
        written = f"document.querySelector({editor!r}).innerText.includes({title.split()[0]!r})"
        self.click_until(favorite, written)
        self.press("[data-testid=editor-Run]")
        self.until(f"document.querySelector('article')?.innerText.includes({shown!r})")

    @property
    def stored(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.browser.value("localStorage.getItem('neo4j.documents')"))
        return found


@pytest.fixture
def neo4j_browser(server: Access, tmp_path: Path) -> Iterator[Neo4jBrowser]:
    address = os.environ.get("NEO4J_BROWSER")
    if not address:
        pytest.skip("needs Neo4j Browser: set NEO4J_BROWSER to its address")
    browser = Browser(tmp_path)
    try:
        yield Neo4jBrowser(browser, server, address)
    finally:
        browser.close()


@needs_chromium
@pytest.mark.neo4j
def test_browser_takes_the_style_and_the_favourites_and_draws(
    neo4j_browser: Neo4jBrowser, with_paths: list[SavedQuery], tmp_path: Path
) -> None:
    (tmp_path / "style.grass").write_text(style())
    (tmp_path / "queries.zip").write_bytes(archive(with_paths, "Dana Omarova"))
    # what is dropped before Browser has settled is lost
    drop = partial(neo4j_browser.drop, tmp_path / "style.grass")
    neo4j_browser.until("(localStorage.getItem('neo4j.grass') ?? 'null') !== 'null'", drop)
    assert json.loads(neo4j_browser.browser.value("localStorage.getItem('neo4j.grass')")) == parsed(style())
    neo4j_browser.drop(tmp_path / "queries.zip")
    neo4j_browser.until("(localStorage.getItem('neo4j.documents') ?? '').includes('recurring')")
    contents = [document["content"] for document in neo4j_browser.stored]
    assert [q.name for q in with_paths if contents.count(favourite(q)) != 1] == []
    neo4j_browser.press("[data-testid=navigationFavorites]")
    neo4j_browser.run(ASK, "Successfully set your parameters")
    neo4j_browser.run("Timeline of somebody", "Assault e1", TABLES)
    neo4j_browser.run("Agencies and whom they hit", "Node labels", PICTURES)
    drawn = neo4j_browser.until("""(() => {
        const nodes = [...document.querySelectorAll('article g.node')];
        return nodes.length && Object.fromEntries(nodes.map((one) => [
            [...one.querySelectorAll('text.caption')].map((line) => line.textContent.trim()).join(' '),
            one.querySelector('circle.b-outline').getAttribute('fill'),
        ]));
    })()""")
    colors = {name: drawn.get(name) for name in ("Dana Omarova", "police of Aksu", "Assault e1")}
    assert colors == {
        "Dana Omarova": look("Journalist")[0],
        "police of Aksu": look("Agency")[0],
        "Assault e1": look("Assault")[0],
    }
