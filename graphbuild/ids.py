"""Ids made of content, so that two runs give the same bytes."""

from __future__ import annotations

import hashlib

SEPARATOR = "\x1f"


def make_id(prefix: str, *parts: object) -> str:
    """Return `prefix-` and the first 16 hex digits of the SHA-256 of the parts.

    >>> make_id("ref", "doc-1", 10, 16)
    'ref-8e93dd13dd7c122c'
    >>> make_id("ref", "doc-1", 1, 16) == make_id("ref", "doc-1", 10, 16)
    False
    """
    joined = SEPARATOR.join("" if p is None else str(p) for p in parts)
    return f"{prefix}-{digest(joined)[:16]}"


def digest(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes in hex; lone surrogates count as they stand.

    >>> digest("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
