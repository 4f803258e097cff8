"""Makes text and links that strangers wrote fit to print.

A page may call its author `Saniya\\x1b[2J Toiken` and its address `javascript:alert(1)`. The first would clear the
reader's terminal, the second would run in their browser: every view passes names and links through here.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
DIRECTION = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`\x7f-\xa0\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|%(?![0-9A-Fa-f]{2})')


def clean(text: str) -> str:
    """Return the text with lone surrogates, which UTF-8 cannot hold, replaced.

    >>> clean("Toiken" + chr(0xD800)) == "Toiken" + chr(0xFFFD)
    True
    """
    return LONE_SURROGATE.sub("\ufffd", text)


def printable(text: str) -> str:
    """Return the text on one line, without anything that a terminal would obey.

    Control characters become U+FFFD, marks that turn the direction of text go, other white space becomes one blank.

    >>> printable("Saniya" + chr(27) + "[2J Toiken" + chr(10)) == "Saniya" + chr(0xFFFD) + "[2J Toiken"
    True
    """
    return " ".join(DIRECTION.sub("", CONTROL.sub("\ufffd", clean(text))).split())


def web_url(text: object) -> str | None:
    """Return an http(s) address that is a valid IRI, else None.

    >>> web_url("https://cpj.org/2020/10/")
    'https://cpj.org/2020/10/'
    >>> web_url("javascript:alert(1)"), web_url("http://a b"), web_url("https:///x"), web_url(None)
    (None, None, None, None)
    """
    if not isinstance(text, str) or NOT_IN_IRI.search(text):
        return None
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    return text if parts.scheme.lower() in ("http", "https") and host else None
