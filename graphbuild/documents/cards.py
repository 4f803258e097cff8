"""Finds the cards of an HTML page: what stands beside each linked heading.

<article><h3><a href="/1">Editor held</a></h3><p>OSH – Two officers…</p></article>, several times over, is a listing;
the same beside an article's own paragraphs is its "related stories" and is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.documents.blocks import HEADINGS, enclosing_link, lines_of
from graphbuild.documents.listing import (
    LONGEST_ITEM,
    Line,
    build_item,
    cut_at_markers,
    is_aside,
    is_marker,
    prose_length,
)
from graphbuild.documents.page import Item

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FEWEST = 3
MOST_OF_PAGE = 0.6
LONGEST_BESIDE = 600
"""Characters of sentences outside the cards from which these are not what the page is about."""
LONGEST_TEASER = 500


def items_of(tree: HtmlElement, *, article: bool) -> tuple[Item, ...]:
    """Return the items of a listing page whose noise is gone, by cards or by "read more" lines; () for other pages.

    A page that says that it is an `article` is believed where it holds a paragraph of its own.
    """
    lines = lines_of(tree, find_cards(tree))
    by_cards = _cut_into_cards(lines, 0 if article else LONGEST_BESIDE)
    by_markers = () if article else cut_at_markers(lines)
    return by_cards if len(by_cards) >= len(by_markers) else by_markers


def drop_cards(tree: HtmlElement) -> None:
    """Remove the teasers of other reports from an article's page."""
    for card in find_cards(tree):
        if card.tag not in HEADINGS and len(card.text_content()) <= LONGEST_TEASER:
            card.drop_tree()


def find_cards(tree: HtmlElement) -> dict[HtmlElement, int]:
    """Return the largest element around each linked heading that holds no other, numbered in order.

    A card is left out where fewer than three are like it (the same element, the same level of heading).
    """
    headings = [h for h in tree.iter(*HEADINGS) if _is_linked(h)]
    held: Counter[HtmlElement] = Counter(ancestor for h in headings for ancestor in (h, *h.iterancestors()))
    cards = [(_card(h, held), h) for h in headings]
    shapes = Counter((card.tag, h.tag) for card, h in cards)
    alike = [card for card, h in cards if shapes[card.tag, h.tag] >= FEWEST]
    return {card: number for number, card in enumerate(alike)}


def _card(heading: HtmlElement, held: Counter[HtmlElement]) -> HtmlElement:
    card = heading
    while (parent := card.getparent()) is not None and held[parent] == 1 and parent.tag != "body":
        card = parent
    return card


def _is_linked(heading: HtmlElement) -> bool:
    links = [a.get("href") for a in heading.iter("a")] + [enclosing_link(heading)]
    return any(href and not href.startswith("#") for href in links)


def _cut_into_cards(lines: Sequence[Line], longest_beside: int) -> tuple[Item, ...]:
    """Return an item per card, none where the cards are not what the page is about."""
    placed = [line for line in _place(lines) if not is_marker(line.text)]
    segments: dict[int, list[Line]] = {}
    for line in placed:
        if line.card is not None:
            segments.setdefault(line.card, []).append(line)
    outside = [line for line in placed if line.card is None]
    inside = sum(len(line.text) for segment in segments.values() for line in segment)
    if (
        len(segments) < FEWEST
        or inside < MOST_OF_PAGE * (inside + sum(len(line.text) for line in outside))
        or prose_length(outside) > longest_beside
        or any(prose_length(segment) > LONGEST_ITEM for segment in segments.values())
    ):
        return ()
    return tuple(item for segment in segments.values() if (item := build_item(segment, opening=False)))


def _place(lines: Sequence[Line]) -> list[Line]:
    """Give the lines between cards a card: a caption goes to the next one, the rest to a heading that stands alone."""
    bare = {line.card for line in lines} - {line.card for line in lines if not line.heading}
    upcoming: int | None = None
    ahead: list[int | None] = []
    for line in reversed(lines):
        upcoming = line.card if line.card is not None else upcoming
        ahead.append(upcoming)
    placed: list[Line] = []
    current: int | None = None
    for line, following in zip(lines, reversed(ahead), strict=True):
        if line.card is not None:
            current = line.card if line.card in bare else None
            placed.append(line)
        elif is_marker(line.text):
            current = None
        else:
            placed.append(replace(line, card=following if is_aside(line) else current))
    return placed
