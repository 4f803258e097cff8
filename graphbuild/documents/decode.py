"""Turns a file's bytes into text, or says at which byte it is none.

b"caf\\xe9" is refused as text ("invalid UTF-8 at byte 3"); in an HTML page that declares windows-1252 it is "café".
"""

from __future__ import annotations

import codecs
import re

from graphbuild.errors import InputError
from graphbuild.model import Source

CONTROL = re.compile(r"[\x01-\x08\x0b\x0e-\x1f]")
MOST_CONTROL = 0.1
"""Share of control characters from which a file is no text; an old report may hold a stray one."""

DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
HEAD = 4096
CHARSETS = re.compile(r"(iso-?8859-|windows-|cp|koi8-)\w+|gb(k|2312|18030)|big5\w*|euc-\w+|shift_jis|tis-620|macintosh")
WIDER = {"iso8859-1": "cp1252", "ascii": "utf-8", "iso8859-9": "cp1254", "gb2312": "gb18030"}
"""What browsers take for these declarations (WHATWG Encoding, "Names and labels")."""


def decode_text(source: Source) -> str:
    """Return the text of a UTF-8 file without its byte order mark. Raises InputError."""
    return _decode(source, "utf-8")


def decode_html(source: Source) -> str:
    """Return the text of an HTML file in the character set that it declares, else UTF-8. Raises InputError."""
    declared = DECLARED.search(source.data[:HEAD])
    if source.data.startswith(codecs.BOM_UTF8) or declared is None:
        return _decode(source, "utf-8")
    name = declared[1].decode("ascii").lower()
    return _decode(source, _codec(name) if CHARSETS.fullmatch(name) else "utf-8")


def _codec(name: str) -> str:
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return "utf-8"
    return WIDER.get(known, known)


def _decode(source: Source, charset: str) -> str:
    refuse_binary(source)
    try:
        text = source.data.removeprefix(codecs.BOM_UTF8).decode(charset)
    except UnicodeDecodeError as error:
        mark = len(codecs.BOM_UTF8) if source.data.startswith(codecs.BOM_UTF8) else 0
        shown = "UTF-8" if charset == "utf-8" else charset
        raise InputError(source.path, f"invalid {shown} at byte {error.start + mark}") from error
    if not text.strip():
        raise InputError(source.path, "the file is empty")
    if len(CONTROL.findall(text)) > MOST_CONTROL * len(text):
        raise InputError(source.path, "no text: mostly control characters")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def refuse_binary(source: Source) -> None:
    """Raise InputError where the bytes hold a NUL: an image, an archive, a text in UTF-16."""
    if source.data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError(source.path, "UTF-16; save it as UTF-8")
    offset = source.data.find(b"\0")
    if offset >= 0:
        raise InputError(source.path, f"no text: a NUL byte at byte {offset}")
