"""Reads saved web pages: an article's text, title, date and publisher, or the items of a listing.

<h1>Police detain editor</h1><p>OSH, March 4, 2021 – Two officers …</p> between navigation and advertisements becomes
"Police detain editor", blank line, "OSH, March 4, 2021 – Two officers …". Nothing is run and nothing is fetched.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from typing import TYPE_CHECKING

from graphbuild.documents.blocks import drop_noise, lines_of
from graphbuild.documents.cards import drop_cards, items_of
from graphbuild.documents.decode import decode_html
from graphbuild.documents.metadata import Metadata, read_metadata, resolve_link
from graphbuild.documents.page import Item, Page
from graphbuild.errors import InputError
from graphbuild.model import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SENTENCE_END = re.compile(r"[.!?…。][\"”’)\]]{0,3}$")
SHORTEST_SENTENCE = 5
"""Words. An article has at least one paragraph as long that ends as sentences do; a menu has none."""
BLANKS = re.compile(r"[ \t\f]+")


def parse_html(source: Source) -> Page:
    """Return the page of an HTML file. Raises InputError."""
    tree = _parse(source)
    metadata = read_metadata(tree)
    cleaned = deepcopy(tree)
    drop_noise(cleaned)
    items = items_of(cleaned, article=metadata.article)
    if items:
        text = "\n\n".join(line.text for line in lines_of(cleaned))
        return _page(source, text, metadata, tuple(_linked(item, metadata.url) for item in items))
    drop_cards(cleaned)
    unwrap_times(cleaned)
    paragraphs = _paragraphs(cleaned, metadata.title)
    if not any(SENTENCE_END.search(p) and len(p.split()) >= SHORTEST_SENTENCE for p in paragraphs):
        raise InputError(source.path, "no article in this HTML page")
    return _page(source, "\n\n".join(([metadata.title] if metadata.title else []) + paragraphs), metadata)


def _parse(source: Source) -> HtmlElement:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    text = decode_html(source)
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError(source.path, f"no HTML that can be parsed: {str(error).splitlines()[0]}") from error


def _page(source: Source, text: str, metadata: Metadata, items: tuple[Item, ...] = ()) -> Page:
    return Page(source, text, metadata.title, metadata.published, metadata.url, metadata.publisher, items)


def _linked(item: Item, base: str | None) -> Item:
    return Item(item.title, item.text, item.published, resolve_link(base, item.url))


def unwrap_times(tree: HtmlElement) -> None:
    """Leave the text of `<time>` elements that stand inside a sentence: trafilatura drops every such element.

    >>> from lxml.html import fromstring, tostring
    >>> page = fromstring("<p>On <time>May 3</time>, police came.</p>")
    >>> unwrap_times(page)
    >>> tostring(page).decode()
    '<p>On May 3, police came.</p>'
    """
    for element in list(tree.iter("time")):
        before = element.getprevious().tail if element.getprevious() is not None else element.getparent().text
        if (before or "").strip() or (element.tail or "").strip():
            element.drop_tag()


def _paragraphs(tree: HtmlElement, title: str | None) -> list[str]:
    """Return the paragraphs of the article without its title; none where there is no article."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(tree, with_metadata=False, include_comments=False, deduplicate=False)
    text = (getattr(found, "text", None) or "") if found is not None else ""
    lines = [p for line in text.split("\n") if (p := BLANKS.sub(" ", line).strip())]
    return _rejoined(lines[1:] if lines and lines[0] == title else lines)


def _rejoined(lines: list[str]) -> list[str]:
    """Return the paragraphs of lines: a <br> inside a sentence ends none."""
    paragraphs: list[str] = []
    for line in lines:
        if paragraphs and line[0].islower() and paragraphs[-1][-1] not in ".!?…:;”":
            paragraphs[-1] += " " + line
        else:
            paragraphs.append(line)
    return paragraphs
