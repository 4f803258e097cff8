"""Writes the graph as RDF: Turtle to read, N-Quads to load.

    id:evt-3f0c a pg:Assault , pg:Violation , pg:Event , pg:Entity , sem:Event ;
        skos:prefLabel "Assault of Saniya Toiken" ;
        pg:perpetrator id:ref-77aa ;

In N-Quads the default graph is the resolved graph and each document's named graph holds what that document says.
Turtle has no named graphs: there all stands together, and `prov:wasDerivedFrom` says what came from where. The same
graph gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graphbuild.model import Graph
from graphbuild.projections.files import replacing
from graphbuild.projections.rdf_statements import statements
from graphbuild.projections.rdf_terms import PREFIXES, name

PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}
IRI = re.compile(r"<(.*[#/])([^#/]*)>")
LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
LITERAL = re.compile(r'(".*")\^\^(<.*>)', re.DOTALL)
BARE = {name("xsd:integer"), name("xsd:boolean"), name("xsd:decimal")}
"""Datatypes whose values Turtle writes without quotes."""


def write_turtle(graph: Graph, path: str | Path) -> None:
    """Write the graph and all its evidence as Turtle, a block for each subject, in the graph's order."""
    subjects: dict[str, dict[str, dict[str, None]]] = {}
    for s in statements(graph):
        subjects.setdefault(s.subject, {}).setdefault(s.predicate, {})[s.object] = None
    with replacing(path) as file:
        for prefix, namespace in sorted(PREFIXES.items()):
            file.write(f"@prefix {prefix}: <{namespace}> .\n".encode())
        for subject, predicates in subjects.items():
            file.write(("\n" + " ;\n    ".join(_block(subject, predicates)) + " .\n").encode())


def write_nquads(graph: Graph, path: str | Path) -> None:
    """Write the graph as sorted N-Quads, with a named graph for each document."""
    lines = {" ".join(part for part in s if part is not None) + " .\n" for s in statements(graph)}
    with replacing(path) as file:
        file.writelines(line.encode() for line in sorted(lines))


def _block(subject: str, predicates: dict[str, dict[str, None]]) -> Iterator[str]:
    """Yield the lines about one subject, its classes first and beside it."""
    ordered = sorted(predicates, key=lambda p: p != name("rdf:type"))
    for number, predicate in enumerate(ordered):
        objects = " , ".join(_turtle(o) for o in predicates[predicate])
        said = f"{'a' if predicate == name('rdf:type') else _turtle(predicate)} {objects}"
        yield said if number else f"{_turtle(subject)} {said}"


def _turtle(term: str) -> str:
    """Return an N-Triples term as Turtle writes it.

    >>> _turtle(name("pg:Assault")), _turtle('"3"^^<http://www.w3.org/2001/XMLSchema#integer>')
    ('pg:Assault', '3')
    """
    if found := IRI.fullmatch(term):
        namespace, local = found.groups()
        return f"{PREFIX_OF[namespace]}:{local}" if namespace in PREFIX_OF and LOCAL.fullmatch(local) else term
    if found := LITERAL.fullmatch(term):
        lexical, datatype = found.groups()
        return _bare(lexical[1:-1], datatype) or f"{lexical}^^{_turtle(datatype)}"
    return term


def _bare(lexical: str, datatype: str) -> str | None:
    """Return a number or truth value without quotes; a decimal needs its point."""
    return lexical if datatype in BARE and (datatype != name("xsd:decimal") or "." in lexical) else None
