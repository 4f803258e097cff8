"""Reads JSONL: {"text": "Police detain editor\\n\\n…", "id": "osh-1", "published": "2021-03-04"}, an object a line.

`text` stands as it is given. Our own interchange objects are read too: what they hold beyond a document is passed by.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from graphbuild.documents.dates import parse_iso
from graphbuild.documents.decode import refuse_binary
from graphbuild.documents.files import shown
from graphbuild.documents.page import document_id, published_by_dateline, source_of
from graphbuild.errors import InputError
from graphbuild.ids import digest
from graphbuild.model import Document, Source

FIRST_BYTES = 4096
COARSE = re.compile(r"\d{4}(-\d\d)?")
"""A date of publication that is known to the year or the month."""


def read_jsonl(path: Path, refused: Callable[[InputError], None]) -> Iterator[Document]:
    """Yield a document per line; a line that holds none goes to `refused`. Raises InputError, OSError for the file."""
    empty = True
    with path.open("rb") as file:
        refuse_binary(source_of(path, file.read(FIRST_BYTES)))
        file.seek(0)
        for number, line in enumerate(file, 1):
            data = (line.removeprefix(codecs.BOM_UTF8) if number == 1 else line).rstrip(b"\r\n")
            if not data.strip():
                continue
            empty = False
            try:
                yield parse_object(source_of(path, data), number)
            except InputError as error:
                refused(error)
    if empty:
        raise InputError(shown(path), "the file is empty")


def parse_object(source: Source, line: int) -> Document:
    """Return the document of one line's bytes. Raises InputError."""
    try:
        value = json.loads(source.data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(source.path, f"invalid UTF-8 at byte {error.start} of the line", line) from error
    except json.JSONDecodeError as error:
        raise InputError(source.path, f"no JSON: {error.msg} at column {error.colno}", line) from error
    except (RecursionError, ValueError) as error:
        raise InputError(source.path, "no JSON: nested too deep, or a number too long", line) from error
    if not isinstance(value, dict):
        raise InputError(source.path, "no JSON object", line)
    return _Fields(value, source, line).document()


class _Fields:
    """The fields of one object, each checked as it is taken."""

    def __init__(self, value: dict[str, object], source: Source, line: int) -> None:
        self._value, self._source, self._line = value, source, line

    def document(self) -> Document:
        text = self._text()
        return Document(
            id=self._id() or document_id(text),
            text=text,
            sha256=digest(text),
            url=self._string("url"),
            publisher=self._string("publisher"),
            title=self._string("title"),
            published=self._published() or published_by_dateline(text),
            parent=self._string("parent"),
            source=self._source,
        )

    def _text(self) -> str:
        if "text" not in self._value:
            raise self._error("no 'text'")
        text = self._string("text")
        if text is None or not text.strip():
            raise self._error("'text' is empty")
        return text

    def _id(self) -> str | None:
        """Take an id; other programs number their documents."""
        given = self._value.get("id")
        return str(given) if isinstance(given, int) and not isinstance(given, bool) else self._string("id")

    def _published(self) -> date | None:
        """Take the day of publication; a year or a month alone is no day to resolve "on Monday" against."""
        given = self._string("published")
        if given and COARSE.fullmatch(given):
            return None
        try:
            return parse_iso(given) if given else None
        except ValueError as error:
            raise self._error(f"'published' is no ISO date: {given!r:.60}") from error

    def _string(self, name: str) -> str | None:
        value = self._value.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self._error(f"'{name}' is no string")
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise self._error(f"'{name}' holds half a surrogate pair at character {error.start}") from error
        return value

    def _error(self, reason: str) -> InputError:
        return InputError(self._source.path, reason, self._line)
