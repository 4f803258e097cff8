"""Turns an HTML tree into lines, one per paragraph, heading or list item, each with what the HTML says of it.

<figcaption>Police in Osh. (AP/Jane Doe)</figcaption><h2><a href="/1">Editor held</a></h2><p>OSH – Two…</p> is three
lines: a caption, a heading with a link, a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from graphbuild.documents.listing import Line, is_marker, split_marker
from graphbuild.documents.metadata import day_of_time

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
INLINE = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|rp|rt|ruby|s|samp|small|span"
    r"|strike|strong|sub|sup|time|tt|u|var|wbr"
)
DROPPED = re.compile(
    r"script|style|noscript|template|iframe|object|embed|applet|svg|math|canvas|audio|video|head|nav|footer|aside|select"
    r"|option|textarea|input"
)
NOISE = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w*|adsense|banner|cookies?|consent|newsletter|promo\w*|sponsor\w*|share|sharing|social|popup"
    r"|modal|sidebar|menu|pagination|comments?|related\w*|recommend\w*|trending|outbrain|taboola)(?:$|[\s_-])",
    re.IGNORECASE,
)
SPACE = re.compile(r"[ \t\n\f]+")
"""What HTML collapses; a no-break space stands."""


def drop_noise(tree: HtmlElement) -> None:
    """Remove from a tree what is no text of the page: scripts, navigation, advertisements, what is hidden."""
    for element in list(tree.iter()):
        if element is not tree and element.getparent() is not None and _is_noise(element):
            element.drop_tree()


def lines_of(tree: HtmlElement, cards: Mapping[HtmlElement, int] | None = None) -> list[Line]:
    """Return the lines of a tree in order; `cards` numbers the elements whose lines belong together."""
    from lxml import etree

    writer = _Writer(cards or {})
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            writer.start(element)
            writer.write(element.text, element)
        else:
            writer.end(element)
            if element is not tree:
                writer.write(element.tail, element.getparent())
    writer.close()
    return writer.lines


def marker_anchor(element: HtmlElement) -> bool:
    """Whether an element is a link or button that only says "read more"."""
    return element.tag in ("a", "button") and is_marker(SPACE.sub(" ", element.text_content()))


def enclosing_link(element: HtmlElement) -> str | None:
    """Return the link around an element."""
    return next((href for a in element.iterancestors("a") if (href := a.get("href"))), None)


class _Writer:
    """Collects the text between two block boundaries into a line."""

    def __init__(self, cards: Mapping[HtmlElement, int]) -> None:
        self.lines: list[Line] = []
        self._cards = cards
        self._open: list[int] = []
        self._text: list[str] = []
        self._heading = 0
        self._caption = 0
        self._preformatted = 0
        self._link: str | None = None
        self._times: list[tuple[str, date]] = []

    def start(self, element: HtmlElement) -> None:
        if _breaks(element):
            self.close()
        if element in self._cards:
            self._open.append(self._cards[element])
        if element.tag in HEADINGS:
            self._heading += 1
            self._link = enclosing_link(element)
        self._caption += _is_caption(element)
        self._preformatted += element.tag == "pre"
        if element.tag == "a" and self._heading:
            self._link = self._link or element.get("href")
        if element.tag == "time" and (day := day_of_time(element)):
            self._times.append((_collapsed(element.text_content()), day))

    def end(self, element: HtmlElement) -> None:
        if _breaks(element):
            self.close()
        if element in self._cards:
            self._open.pop()
        self._heading -= element.tag in HEADINGS
        self._caption -= _is_caption(element)
        self._preformatted -= element.tag == "pre"

    def write(self, text: str | None, parent: HtmlElement | None) -> None:
        if not text or parent is None:
            return
        if self._preformatted:
            first, *rest = text.split("\n")
            self._text.append(first)
            for line in rest:
                self.close()
                self._text.append(line)
        else:
            self._text.append(text)

    def close(self) -> None:
        """End the line."""
        whole = _collapsed("".join(self._text))
        for text in split_marker(whole) if whole else ():
            day = self._only_time(text)
            card = self._open[-1] if self._open else None
            self.lines.append(Line(text, self._heading > 0, self._caption > 0, self._link, day, card))
        self._text.clear()
        self._times.clear()
        self._link = None

    def _only_time(self, text: str) -> date | None:
        """Return the day of a <time> with little beside it ("Posted on …"); one in a sentence is its own business."""
        return next((day for shown, day in self._times if len(text) - len(shown) <= 15), None)


def _breaks(element: HtmlElement) -> bool:
    return not INLINE.fullmatch(element.tag) or marker_anchor(element)


def _collapsed(text: str) -> str:
    return SPACE.sub(" ", text.replace("\r", "\n")).strip()


def _is_caption(element: HtmlElement) -> bool:
    return element.tag == "figcaption" or "caption" in (element.get("class") or "").lower()


def _is_noise(element: HtmlElement) -> bool:
    if DROPPED.fullmatch(element.tag) or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.tag in ("body", "main", "article"):
        return False
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.get("role") in ("navigation", "dialog") or NOISE.search(marks) is not None
