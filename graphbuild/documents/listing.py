"""Cuts a listing page into its items.

"Police attack 2 journalists", "OSH, March 8, 2021 – The authorities should investigate…", "Read More ›", and the next
headline: a line that only says "read more" ends an item. In HTML a card (one linked heading with what stands beside it)
is an item too. The caption of a photo stands before the headline it belongs to; it becomes the item's last paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graphbuild.documents.dates import parse_date_line
from graphbuild.documents.page import Item, published_by_dateline

ARROWS = r"[\s›»>→⟶➔➜▶…\])]"
MARKER = re.compile(
    rf"[\[(]?\s*(?:(?:read|see|view|find\s+out)\s+more(?:\s+about\b.{{0,200}})?:?|(?:continue|keep)\s+reading\b.{{0,200}}"
    rf"|(?:read|view|see)\s+(?:the\s+)?(?:full|whole|entire|rest)\b.{{0,60}}|full\s+(?:story|article|report)"
    rf"|more(?=\s*[›»>→⟶➔➜▶…\]]|\.\.\.))(?:{ARROWS}|\.\.\.)*",
    re.IGNORECASE,
)
MARKER_AT_END = re.compile(
    rf"(?<=[.!?…\]”\"’)])\s+((?:[\[(]\s*)?(?:read\s+more|continue\s+reading|full\s+(?:story|article|report)|more(?=\s*[›»>→]))"
    rf"(?:{ARROWS}|\.\.\.)*)$",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"\((?:[^()]*\w\s?/\s?\w[^()]*|(?:AP|AFP|Reuters|Getty|EPA|TASS|Photo|Image|Credit|Courtesy|Screenshot)\b[^()]*)\)$"
)
BYLINE = re.compile(r"(?:By|BY)\s+[A-Z][^.!?]{2,80}$")
ELLIPSIS = re.compile(r"(?:…|\.\.\.)[\])]*$")
SENTENCE_END = re.compile(r"(?:[.…:]|[.…][\"”’)\]])$")
INITIALS = re.compile(r"\b[A-Z]\.$")
SHORT, LONG = 30, 200
LONGEST_ITEM = 2000
"""Characters of prose from which a stretch between two markers is an article, no teaser."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a page, and what its HTML says of it; plain text says nothing."""

    text: str
    heading: bool = False
    caption: bool = False
    link: str | None = None
    published: date | None = None
    """of a line that only states a time"""
    card: int | None = None
    """the number of the card that it stands in"""


def cut_at_markers(lines: Sequence[Line]) -> tuple[Item, ...]:
    """Return the items that "read more" lines end, none where the text is no listing."""
    segments: list[list[Line]] = [[]]
    for line in lines:
        if is_marker(line.text):
            segments.append([])
        else:
            segments[-1].append(line)
    *items, rest = segments
    items = [segment for segment in items if segment]
    headless = sum(all(is_prose(line.text) and not line.heading for line in segment) for segment in items)
    if len(items) < 2 or headless > len(items) / 5 or any(prose_length(i) > LONGEST_ITEM for i in items):
        return ()
    if _is_cut_off(rest):
        items.append(rest)
    found = (build_item(segment, opening=number == 0) for number, segment in enumerate(items))
    return tuple(item for item in found if item is not None)


def build_item(lines: Sequence[Line], *, opening: bool) -> Item | None:
    """Return the item of a segment: headline, teaser, then captions and bylines; None where nothing is left.

    The `opening` segment begins with what heads the page, breadcrumbs and its title; that goes.
    """
    dates = [line.published or parse_date_line(line.text) for line in lines]
    kept = [line for line, day in zip(lines, dates, strict=True) if day is None]
    aside = [is_aside(line) for line in kept]
    telling = [line for line, off in zip(kept, aside, strict=True) if not off] or kept[:1]
    if not telling:
        return None
    at = _headline(telling, opening=opening)
    headline, body, before = telling[at], telling[at + 1 :], telling[:at]
    if opening:
        before = [line for line in before[-1:] if is_prose(line.text)]
    last = [line for line, off in zip(kept, aside, strict=True) if (off or line in before) and line is not headline]
    text = "\n\n".join(line.text for line in (headline, *body, *last))
    published = next((day for day in dates if day), None) or published_by_dateline(text)
    return Item(headline.text, text, published, headline.link)


def is_marker(text: str) -> bool:
    """Whether a line only leads on to the whole report.

    >>> [is_marker(t) for t in ("Read More ›", "Continue reading “Editor held” →", "more »", "Read more books, she")]
    [True, True, True, False]
    """
    return MARKER.fullmatch(text.strip()) is not None


def split_marker(text: str) -> list[str]:
    """Cut off the "Read more" that a teaser's last line ends in.

    >>> split_marker("Two officers led him… Read more ›")
    ['Two officers led him…', 'Read more ›']
    """
    found = MARKER_AT_END.search(text)
    return [text[: found.start()], found[1]] if found else [text]


def is_prose(text: str) -> bool:
    """Whether a line is told in sentences, or cut off in one; a headline or a label is not."""
    if len(text) > LONG or ELLIPSIS.search(text):
        return True
    if len(text) < SHORT or (INITIALS.search(text) and len(text) < LONG / 2):
        return False
    return SENTENCE_END.search(text) is not None


def is_aside(line: Line) -> bool:
    """Whether a line stands beside the teaser: the caption of a photo, a byline."""
    return not line.heading and (line.caption or bool(CREDIT.search(line.text)) or bool(BYLINE.match(line.text)))


def prose_length(lines: Sequence[Line]) -> int:
    """Return how many characters of sentences lines hold."""
    return sum(len(line.text) for line in lines if is_prose(line.text))


def _headline(lines: Sequence[Line], *, opening: bool) -> int:
    """Return the index of the headline: the heading where HTML has one, else the line before the last sentences.

    The only heading of the opening segment may be the title of the page.
    """
    headings = [i for i, line in enumerate(lines) if line.heading]
    linked = [i for i in headings if lines[i].link]
    if linked or len(headings) > opening:
        return linked[0] if linked else headings[-1]
    start = len(lines)
    while start and is_prose(lines[start - 1].text):
        start -= 1
    if 0 < start < len(lines):
        return start - 1
    if start == 0:
        return 0
    return len(lines) - 1 if opening else max(range(len(lines)), key=lambda i: len(lines[i].text))


def _is_cut_off(lines: Sequence[Line]) -> bool:
    """Whether what follows the last marker is one more item, no footer: its teaser breaks off."""
    return len(lines) > 1 and any(ELLIPSIS.search(line.text) for line in lines)
