"""One file as it was read: a report, or a page that lists several.

"Kazakhstan" over ten headlines with teasers is a page with ten items. Each becomes a document whose id is the page's,
"#" and its number.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graphbuild.documents.datelines import dateline
from graphbuild.documents.files import shown
from graphbuild.ids import digest
from graphbuild.model import Document, Source


@dataclass(frozen=True, slots=True)
class Item:
    """One report of a listing page: a headline with its teaser and captions."""

    title: str
    text: str
    published: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A text or HTML file as read; `items` where it is a listing, then `text` is all of it."""

    source: Source
    text: str
    title: str | None = None
    published: date | None = None
    url: str | None = None
    publisher: str | None = None
    items: tuple[Item, ...] = ()

    def documents(self) -> Iterator[Document]:
        """Yield the page as one document, or its items as one each."""
        page = document_id(self.text)
        if not self.items:
            published = self.published or published_by_dateline(self.text)
            yield self._document(page, Item(self.title or "", self.text, published, self.url), None)
        for number, item in enumerate(self.items, 1):
            yield self._document(f"{page}#{number}", item, page)

    def _document(self, id_: str, item: Item, parent: str | None) -> Document:
        return Document(
            id=id_,
            text=item.text,
            sha256=digest(item.text),
            url=item.url,
            publisher=self.publisher,
            title=item.title or None,
            published=item.published,
            parent=parent,
            source=self.source,
        )


def source_of(path: Path, data: bytes) -> Source:
    """Return the original bytes with their path and hash."""
    return Source(path=shown(path), sha256=hashlib.sha256(data).hexdigest(), data=data)


def document_id(text: str) -> str:
    """Return the id of a document that was given none.

    >>> document_id("Police detain editor")
    '7cfa03713365422b'
    """
    return digest(text)[:16]


def published_by_dateline(text: str) -> date | None:
    """Return the day that a text's dateline states."""
    found = dateline(text)
    return found.date if found else None
