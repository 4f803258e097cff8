"""Saved queries: one question a file, its header the documentation.

"Who was detained most often in 2020?" is `recurring-targets` with `from=2020-01-01` and `to=2020-12-31`. A file begins
with `// Title`, then what it answers and counts, then its parameters as Neo4j Browser takes them, with their defaults:

    // :param minConfidence => 0.5
    // :param factuality => ['reported', 'alleged']
    // :param from => date(null)
    // :param name => ''

The default says the type. `date(null)` is a date that may be left out, `''` a text that must be given.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, cast

from graphbuild.engines import refusals
from graphbuild.errors import DataError, QueryError
from graphbuild.model import Factuality
from graphbuild.resources import resource_dir

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction
    from neo4j.graph import Path

SUFFIX = ".cypher"
HEADER = re.compile(r"(?://[^\n]*\n)+")
PARAM = re.compile(r":param (\w+) => (.+)")
USED = re.compile(r"\$(\w+)")
TEXT = re.compile(r"'([^'\\]*)'")
CHOICES: Mapping[str, frozenset[str]] = {"factuality": frozenset(Factuality)}
"""Parameter → what its texts may be: a misspelt one would silently count nothing."""

RETURNED = re.compile(r"^RETURN (?:DISTINCT )?(.+?)(?=^ORDER BY |^LIMIT |\Z)", re.MULTILINE | re.DOTALL)
"""What a query answers with: its last clause, whose words stand at the beginning of lines."""

Value = str | int | float | bool | date | tuple[str, ...] | None
Cell = str | int | float | bool | date | tuple[Any, ...] | None


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query leaves open."""

    name: str
    type: str
    """a key of `READERS`"""
    default: Value

    @property
    def required(self) -> bool:
        """Whether a value must be given."""
        return self.default == ""


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question with its Cypher."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str

    @property
    def question(self) -> str:
        """The question that it answers: its description up to the question mark."""
        return " ".join(self.description.partition("?")[0].split()) + "?"

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of its answer: the embedded engine names none where there are no rows."""
        returned = RETURNED.findall(self.text)[-1]
        return tuple(item.rpartition(" AS ")[2].strip() for item in _items(returned))


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def saved() -> list[SavedQuery]:
    """Return the saved queries, by name."""
    folder = resource_dir("queries") / "cypher"
    queries = (read_query(f) for f in folder.iterdir() if f.name.endswith(SUFFIX))
    return sorted(queries, key=lambda query: query.name)


def load(name: str) -> SavedQuery:
    """Return a saved query; QueryError with the names like it where it does not exist."""
    queries = {query.name: query for query in saved()}
    if name not in queries:
        like = " or ".join(get_close_matches(name, queries, 2))
        raise QueryError(f"no saved query {name!r}" + (f": {like}?" if like else "; `graphbuild queries` lists them"))
    return queries[name]


def read_query(file: Traversable) -> SavedQuery:
    """Read a `.cypher` file; DataError with its line where the header does not fit."""
    text = file.read_text(encoding="utf-8")
    header = HEADER.match(text)
    lines = [line.removeprefix("//").strip() for line in (header.group() if header else "").splitlines()]
    if not header or not lines[0]:
        raise DataError(str(file), "it does not begin with `// Title`", 1)
    parameters = tuple(
        _parameter(file, number, line) for number, line in enumerate(lines, 1) if line.startswith(":param")
    )
    declared, used = {p.name for p in parameters}, set(USED.findall(text[header.end() :]))
    if declared != used:
        raise DataError(str(file), f"its header and its text differ on {', '.join(sorted(declared ^ used))}")
    prose = "\n".join(line for line in lines[1:] if not line.startswith(":param")).strip()
    return SavedQuery(file.name.removesuffix(SUFFIX), lines[0], prose, parameters, text)


def bind(query: SavedQuery, given: Mapping[str, str]) -> dict[str, Value]:
    """Return a query's parameters: the given ones, read by their types, else the defaults.

    A list is given as `reported,alleged`, a date as `2020-10-24`. QueryError where one is unknown, missing or of
    another type.
    """
    takes = ", ".join(p.name for p in query.parameters) or "none"
    if unknown := sorted(given.keys() - {p.name for p in query.parameters}):
        raise QueryError(f"{query.name} has no parameter {unknown[0]!r}; it takes {takes}")
    if missing := [p.name for p in query.parameters if p.required and not given.get(p.name)]:
        raise QueryError(f"{query.name} needs a value of {missing[0]!r}; it takes {takes}")
    return {p.name: _read(query, p, given[p.name]) if p.name in given else p.default for p in query.parameters}


def run(query: SavedQuery, driver: Driver, parameters: Mapping[str, Value], database: str | None = None) -> Rows:
    """Run a query, which may only read, with parameters from `bind`."""
    sent = {name: list(value) if isinstance(value, tuple) else value for name, value in parameters.items()}

    def ask(transaction: ManagedTransaction) -> Rows:
        rows = (record.values() for record in transaction.run(query.text, sent))
        return Rows(query.columns, tuple(tuple(map(_cell, row)) for row in rows))

    with refusals(query.name), driver.session(database=database) as session:
        return session.execute_read(ask)


def _parameter(file: Traversable, number: int, line: str) -> Parameter:
    found = PARAM.fullmatch(line)
    if not found:
        raise DataError(str(file), f"no parameter: {line}; write `:param name => default`", number)
    for type, pattern in LITERALS.items():
        if literal := pattern.fullmatch(found[2]):
            return Parameter(found[1], type, _default(type, literal))
    raise DataError(str(file), f"no default: {found[2]}", number)


def _default(type: str, literal: re.Match[str]) -> Value:
    if type == "list":
        return tuple(TEXT.findall(literal[0]))
    return None if literal[1] is None else READERS[type](literal[1])


def _read(query: SavedQuery, parameter: Parameter, value: str) -> Value:
    try:
        read: Value = READERS[parameter.type](value)
        if parameter.name in CHOICES and not CHOICES[parameter.name].issuperset(cast("tuple[str, ...]", read)):
            raise ValueError(value)
    except ValueError as error:
        known = f" of {', '.join(sorted(CHOICES[parameter.name]))}" if parameter.name in CHOICES else ""
        raise QueryError(f"{query.name}: {parameter.name} is {value!r}, no {parameter.type}{known}") from error
    return read


def _whole(text: str) -> int:
    """Read a number that counts something.

    >>> _whole("12")
    12
    """
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _truth(text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise ValueError(text)
    return text.lower() == "true"


def _list(text: str) -> tuple[str, ...]:
    """Read texts between commas.

    >>> _list("reported, alleged")
    ('reported', 'alleged')
    """
    return tuple(item.strip() for item in text.split(",") if item.strip())


LITERALS = {
    "boolean": re.compile("(true|false)"),
    "whole number": re.compile(r"(\d+)"),
    "number": re.compile(r"(\d+\.\d+)"),
    "text": re.compile(TEXT.pattern),
    "date": re.compile(r"date\((?:null|'(\d{4}-\d\d-\d\d)')\)"),
    "list": re.compile(rf"\[(?:{TEXT.pattern}(?:, )?)*\]"),
}
"""Type of a parameter → how its default stands in a header."""

READERS: Mapping[str, Callable[[str], Any]] = {
    "boolean": _truth,
    "whole number": _whole,
    "number": _finite,
    "text": str,
    "date": date.fromisoformat,
    "list": _list,
}
"""Type of a parameter → how a value is read."""


def _drawn(path: Path) -> str:
    """Return a path as Cypher would draw it: `(police of Aksu)<-[PERPETRATOR]-(Assault of Dana Omarova)`."""
    drawn = f"({path.nodes[0].get('name')})"
    for before, tie, after in zip(path.nodes, path.relationships, path.nodes[1:], strict=False):
        forth = tie.start_node is not None and tie.start_node.element_id == before.element_id
        drawn += f"-[{tie.type}]->" if forth else f"<-[{tie.type}]-"
        drawn += f"({after.get('name')})"
    return drawn


def _items(listed: str) -> list[str]:
    """Split at the commas that stand in no brackets.

    >>> _items("a.id AS id, coalesce(b, '') AS b")
    ['a.id AS id', " coalesce(b, '') AS b"]
    """
    items, depth = [""], 0
    for letter in listed:
        depth += (letter in "([{") - (letter in ")]}")
        if letter == "," and not depth:
            items.append("")
        else:
            items[-1] += letter
    return items


def _cell(value: Any) -> Cell:
    """Return a value of the driver's as a plain one."""
    if isinstance(value, list):
        return tuple(map(_cell, value))
    if isinstance(value, str | int | float | bool | None):
        return value
    from neo4j.graph import Path

    if isinstance(value, Path):
        return _drawn(value)
    native = value.to_native()
    assert isinstance(native, date)
    return native
