"""Makes nodes and edges whose values every engine takes, with the hash by which a load knows what changed.

A name of 20,000 characters from a broken page would abort a transaction in Neo4j; half of an emoji would not encode.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from math import isfinite

from graphbuild.ids import digest, make_id
from graphbuild.model import Edge, Node, Value

ORIGIN = "graphbuild"
INDEX_BYTES = 8_000
"""What a string under an index may take in UTF-8; quotes are under none."""
UNINDEXED = frozenset({"quote"})
SURROGATE = re.compile(r"[\ud800-\udfff]")


def node(id: str, leaf: str, properties: Mapping[str, Value | None]) -> Node:
    """Return a node; properties that are not known, and empty lists, are left out."""
    values = _clean({"id": id, "origin": ORIGIN, **properties})
    return Node(str(values["id"]), leaf, {**values, "hash": _hash([leaf, values])})


def edge(type: str, source: str, target: str, key: object, properties: Mapping[str, Value | None]) -> Edge:
    """Return an edge; what tells it from others of its type and ends is its `key`: an event, a position."""
    id, ends = make_id("edge", type, source, target, key), (_short(source), _short(target))
    values = _clean({"id": id, "origin": ORIGIN, **properties})
    return Edge(id, type, *ends, {**values, "hash": _hash([type, *ends, values])})


def document_node_id(id: str) -> str:
    """Return the id of a document's node: its own, unless it is too long or could be taken for one that we make.

    >>> document_node_id("press-watch-2021-03-05")
    'press-watch-2021-03-05'
    >>> document_node_id("ref-0123456789abcdef")
    'doc-1d7f183fd6c0fdda'
    """
    ours = re.fullmatch(r"[a-z]+-[0-9a-f]{16}", id)
    return make_id("doc", id) if ours or not id or _short(id) != id else id


def _clean(properties: Mapping[str, Value | None]) -> dict[str, Value]:
    known = {key: value for key, value in properties.items() if value is not None and value != ()}
    return {key: _value(key, known[key]) for key in sorted(known)}


def _value(key: str, value: Value) -> Value:
    """Mend a text; ValueError, before anything is sent, for what some engine or JSON has no room for."""
    match value:
        case str():
            return SURROGATE.sub("\ufffd", value) if key in UNINDEXED else _short(value)
        case tuple() if all(isinstance(v, str) for v in value):
            return tuple(map(_short, value))
        case bool() | date():
            return value
        case int() if -(2**63) <= value < 2**63:
            return value
        case float() if isfinite(value):
            return value
    raise ValueError(f"no value of a graph: {key} = {value!r:.80}")


def _short(text: str) -> str:
    """Replace lone surrogates and cut to what an index takes.

    >>> _short("a\\ud83d"), len(_short("é" * 9000))
    ('a\ufffd', 4000)
    """
    return SURROGATE.sub("\ufffd", text).encode()[:INDEX_BYTES].decode("utf-8", "ignore")


def _hash(content: object) -> str:
    return digest(json.dumps(content, default=date.isoformat, separators=(",", ":")))[:16]
