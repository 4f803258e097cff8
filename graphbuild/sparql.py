"""Runs saved SPARQL queries on an export.

"Who was targeted twice in Aksu?" is `recurring-targets.rq` with `place=Aksu`. The file's header says what it answers
and what may be set, in the `#+` YAML lines that grlc defined:

    #+ summary: Recurring targets
    #+ params:
    #+   - {name: minEvents, type: integer, default: 2, description: fewest events to be listed}

A parameter `minEvents` of type integer is the variable `?_minEvents_integer`, a literal `place` is `?_place`. It is
bound by a VALUES block of rdflib's terms put at the head of the query's pattern: no value is ever read as query text.
Where a header gives `choices`, only these are taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, cast

import yaml

from graphbuild.errors import DataError, QueryError
from graphbuild.projections.rdf_terms import identifier
from graphbuild.projections.strangers import clean, web_url
from graphbuild.resources import resource_dir

if TYPE_CHECKING:
    from pyoxigraph import Store
    from rdflib.term import Node

SUFFIX = {
    "literal": "",
    "iri": "_iri",
    "integer": "_integer",
    "number": "_number",
    "date": "_date",
    "boolean": "_boolean",
}
"""Type of a parameter → how the name of its variable ends."""

FORMATS = {".ttl": "TURTLE", ".nq": "N_QUADS", ".nt": "N_TRIPLES", ".trig": "TRIG"}
VARIABLE = re.compile(r"[?$](_[A-Za-z][A-Za-z0-9_]*)")
HEADER = re.compile(r"^#\+ ?(.*)$", re.MULTILINE)

Cell = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query leaves open."""

    name: str
    type: str
    """a key of `SUFFIX`"""
    default: str | None
    """None where a value must be given"""
    description: str
    choices: tuple[str, ...] = ()
    """what the value may be, where not everything: a misspelt one would silently find nothing"""

    @property
    def variable(self) -> str:
        """The name of its variable in the query."""
        return f"_{self.name}{SUFFIX[self.type]}"


@dataclass(frozen=True, slots=True)
class SparqlQuery:
    """A saved query."""

    name: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str


def queries() -> tuple[SparqlQuery, ...]:
    """Return the saved queries by name."""
    folder = resource_dir("queries") / "sparql"
    return tuple(read_query(f) for f in sorted(folder.iterdir(), key=lambda f: f.name) if f.name.endswith(".rq"))


def read_query(file: Traversable) -> SparqlQuery:
    """Read a `.rq` file; DataError where its header is missing or does not fit the text."""
    text = file.read_text(encoding="utf-8")
    try:
        header = yaml.safe_load("\n".join(HEADER.findall(text)))
        found = tuple(_parameter(p) for p in header.get("params", ()))
        query = SparqlQuery(
            file.name.removesuffix(".rq"), str(header["summary"]), str(header["description"]).strip(), found, text
        )
    except (yaml.YAMLError, AttributeError, KeyError, TypeError) as error:
        raise DataError(str(file), f"its #+ header is wrong: {' '.join(str(error).split())}") from error
    declared, used = {p.variable for p in found}, set(VARIABLE.findall(HEADER.sub("", text)))
    if declared != used:
        raise DataError(str(file), f"the header and the text differ on {', '.join(sorted(declared ^ used))}")
    return query


def run(
    query: SparqlQuery, data: str | Path, given: Mapping[str, str] | None = None
) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Run a query on a `.ttl` or `.nq` file, all named graphs together, and return its columns and rows.

    IRIs of the graph's own things come back as their ids. QueryError where parameters do not fit or the file is
    missing.
    """
    from oxrdflib import OxigraphStore
    from rdflib import Dataset

    bound = bind(query, given or {})
    dataset = Dataset(store=OxigraphStore(store=_load(Path(data))), default_union=True)
    try:
        result = dataset.query(bound)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"{query.name}: {' '.join(str(error).split())}") from error
    columns = tuple(str(v) for v in result.vars or ())
    return columns, [tuple(_cell(value) for value in cast("tuple[Node | None, ...]", row)) for row in result]


def bind(query: SparqlQuery, given: Mapping[str, str]) -> str:
    """Return the query's text with a VALUES block that binds its parameters."""
    if unknown := sorted(given.keys() - {p.name for p in query.parameters}):
        takes = ", ".join(p.name for p in query.parameters) or "nothing"
        raise QueryError(f"{query.name} has no parameter {unknown[0]}; it takes {takes}")
    values = [(p.variable, _term(query, p, given.get(p.name, p.default))) for p in query.parameters]
    if not values:
        return query.text
    names, terms = " ".join(f"?{v}" for v, _ in values), " ".join(t for _, t in values)
    start = _pattern_start(query.text)
    return f"{query.text[:start]}\n  VALUES ({names}) {{ ({terms}) }}{query.text[start:]}"


def _parameter(fields: Mapping[str, object]) -> Parameter:
    type_, default = str(fields.get("type", "literal")), fields.get("default")
    if type_ not in SUFFIX:
        raise TypeError(f"no type {type_}; there are {', '.join(SUFFIX)}")
    shown = None if default is None else str(default).lower() if isinstance(default, bool) else str(default)
    choices = tuple(str(choice) for choice in cast("Iterable[object]", fields.get("choices", ())))
    return Parameter(str(fields["name"]), type_, shown, str(fields["description"]), choices)


def _term(query: SparqlQuery, parameter: Parameter, value: str | None) -> str:
    """Return a value in SPARQL's syntax, as rdflib writes a term of its type."""
    from rdflib import Literal, URIRef

    if value is None:
        raise QueryError(f"{query.name} needs {parameter.name}: {parameter.description}")
    if parameter.choices and value not in parameter.choices:
        takes = ", ".join(parameter.choices)
        raise QueryError(f"{query.name}: {parameter.name} is {value!r}, which is none of {takes}")
    try:
        match parameter.type:
            case "iri":
                if web_url(value) is None:
                    raise ValueError(value)
                return URIRef(value).n3()
            case "integer":
                return Literal(int(value)).n3()
            case "number":
                return Literal(_finite(value)).n3()
            case "date":
                return Literal(date.fromisoformat(value)).n3()
            case "boolean":
                return Literal({"true": True, "false": False}[value.lower()]).n3()
            case _:
                return Literal(clean(value)).n3()
    except (ValueError, InvalidOperation, KeyError) as error:
        raise QueryError(f"{query.name}: {parameter.name} is {value!r}, which is no {parameter.type}") from error


def _finite(value: str) -> Decimal:
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(value)
    return number


def _pattern_start(text: str) -> int:
    """Return where the outermost pattern of a query begins: after the first brace outside comments."""
    place = 0
    for line in text.splitlines(keepends=True):
        if not line.startswith("#") and "{" in line:
            return place + line.index("{") + 1
        place += len(line)
    raise QueryError("the query has no pattern to bind parameters in")


def _load(path: Path) -> Store:
    from pyoxigraph import RdfFormat, Store

    if path.suffix not in FORMATS:
        raise QueryError(f"{path}: no RDF file; its name should end in {', '.join(FORMATS)}")
    if not path.is_file():
        raise QueryError(f"{path}: no such file; write it with `graphbuild export nquads`")
    store = Store()
    try:
        store.bulk_load(path=str(path), format=getattr(RdfFormat, FORMATS[path.suffix]))
    except SyntaxError as error:
        raise QueryError(f"{path}: {' '.join(str(error).split())}") from error
    return store


def _cell(value: Node | None) -> Cell:
    """Return a term as a Python value."""
    from rdflib import Literal

    if value is None:
        return None
    if not isinstance(value, Literal):
        return identifier(str(value)) or str(value)
    plain = value.toPython()
    if isinstance(plain, Decimal):
        return float(plain)
    return plain if isinstance(plain, str | int | float | date) and not isinstance(plain, Literal) else str(value)
