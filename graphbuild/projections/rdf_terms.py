"""RDF's words for graphbuild's: namespaces, IRIs and literals, each a string in N-Triples syntax.

The event "Assault of Saniya Toiken" is `<https://w3id.org/pressgraph/id/evt-3f0c…>`, its class
`<https://w3id.org/pressgraph/ns#Assault>`, its day `"2020-10-24"^^<http://www.w3.org/2001/XMLSchema#date>`.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from urllib.parse import quote, unquote

from graphbuild.projections.strangers import clean, web_url

PREFIXES = {
    "pg": "https://w3id.org/pressgraph/ns#",
    "pgv": "https://w3id.org/pressgraph/violations#",
    "id": "https://w3id.org/pressgraph/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
GEONAMES = "https://sws.geonames.org/"
WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


@cache
def name(prefixed: str) -> str:
    """Return the IRI of a prefixed name.

    >>> name("pg:Assault")
    '<https://w3id.org/pressgraph/ns#Assault>'
    """
    prefix, _, local = prefixed.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


@lru_cache(maxsize=65_536)
def node(identifier: str, part: str = "") -> str:
    """Return the IRI of a node or an edge, or of a named part of it.

    >>> node("a b#1", "target")
    '<https://w3id.org/pressgraph/id/a%20b%231#target>'
    """
    escaped = quote(clean(identifier), safe="-_~")
    return f"<{PREFIXES['id']}{escaped}{'#' + part if part else ''}>"


def identifier(iri: str) -> str | None:
    """Return the id of a node or an edge whose IRI (without brackets) this is, else None.

    >>> identifier("https://w3id.org/pressgraph/id/a%20b%231")
    'a b#1'
    """
    return unquote(iri.removeprefix(PREFIXES["id"])) if iri.startswith(PREFIXES["id"]) else None


def concept(words: str) -> str:
    """Return the IRI of an event type or a subtype in the scheme of violations.

    >>> concept("house arrest")
    '<https://w3id.org/pressgraph/violations#house-arrest>'
    """
    return name("pgv:" + (re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "unknown"))


@cache
def word(prefix: str, local: str) -> str:
    """Return the IRI of a property named in the graph; one that is no plain word has its other characters replaced."""
    return name(f"{prefix}:{local if WORD.fullmatch(local) else re.sub('[^A-Za-z0-9_]', '_', local)}")


def camel(edge_type: str) -> str:
    """Return an edge type as a property name.

    >>> camel("DAMAGED_PROPERTY_OF")
    'damagedPropertyOf'
    """
    first, *others = edge_type.lower().split("_")
    return first + "".join(o.capitalize() for o in others)


def literal(value: str | int | float | bool | date) -> str:
    """Return a literal of the datatype that fits the value.

    >>> literal("a\\n"), literal(0.87)
    ('"a\\\\n"', '"0.87"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    """
    match value:
        case bool():
            return _typed("true" if value else "false", "xsd:boolean")
        case int():
            return _typed(str(value), "xsd:integer")
        case float():
            return _typed(format(Decimal(repr(value)), "f"), "xsd:decimal")
        case date():
            return _typed(value.isoformat(), "xsd:date")
        case _:
            return f'"{_escape(clean(value))}"'


def edtf(text: str) -> str:
    """Return a date in the Extended Date/Time Format."""
    return f"{literal(text)}^^{name('edtf:EDTF')}"


def link(address: str) -> str:
    """Return the IRI of a web address, or a literal where it is none.

    >>> link("javascript:alert(1)")
    '"javascript:alert(1)"'
    """
    from pyoxigraph import NamedNode

    if web_url(address) is None:
        return literal(address)
    try:
        return f"<{NamedNode(address).value}>"
    except ValueError:
        return literal(address)


def _typed(lexical: str, datatype: str) -> str:
    return f'"{lexical}"^^{name(datatype)}'


ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def _escape(text: str) -> str:
    return re.sub(r'[\\"\x00-\x1f\x7f]', lambda m: ESCAPES.get(m[0], f"\\u{ord(m[0]):04X}"), text)
