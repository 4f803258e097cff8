"""Reads what an HTML page says of itself: JSON-LD first, then meta elements, then what is shown.

{"@type": "NewsArticle", "headline": "Editor held", "datePublished": "2021-03-04T09:00Z", "publisher": {"name": "…"}}
comes before <meta property="og:title">, and that before <h1>. Nothing is guessed from the body: the only date there
may be that of a footer.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from graphbuild.documents.dates import parse_date_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ARTICLE_TYPE = re.compile(r"(?:https?://schema\.org/)?(?:\w*Article|BlogPosting|Report)")
TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "publish-date",
    "pubdate",
    "parsely-pub-date",
    "citation_publication_date",
)
SITES = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself."""

    title: str | None
    published: date | None
    publisher: str | None
    url: str | None
    article: bool
    """whether it says that it is one article"""


def read_metadata(tree: HtmlElement) -> Metadata:
    """Return the metadata of a page as it was parsed, scripts and all."""
    articles, metas = _articles(tree), _metas(tree)
    linked = articles[0] if len(articles) == 1 else {}
    publisher = _name(linked.get("publisher")) or _first(metas, SITES)
    return Metadata(
        title=_text(linked.get("headline")) or _plain_title(tree, metas, publisher),
        published=_day(linked.get("datePublished")) or _published(tree, metas),
        publisher=publisher,
        url=_url(tree, metas, linked),
        article=bool(linked) or metas.get("og:type", "").lower() == "article",
    )


def resolve_link(base: str | None, link: str | None) -> str | None:
    """Return a link as an absolute http(s) URL, None where it is none or there is nothing to resolve it against.

    >>> resolve_link("https://press.example/asia/", "../a?b=1"), resolve_link(None, "/a")
    ('https://press.example/a?b=1', None)
    >>> resolve_link("https://press.example/", "javascript:alert(1)")
    """
    try:
        absolute = urljoin(base or "", (link or "").strip())
        parts = urlsplit(absolute)
    except ValueError:
        return None
    return absolute if parts.scheme in ("http", "https") and parts.netloc else None


def _articles(tree: HtmlElement) -> list[dict[str, Any]]:
    """Return the articles that the page's JSON-LD describes, with references resolved; broken JSON-LD tells nothing."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                found += _objects(json.loads(script.text or "", strict=False), 0)
            except (ValueError, RecursionError):
                continue
    by_id = {str(o["@id"]): o for o in found if len(o) > 1 and "@id" in o}
    articles = [o for o in found if _is_article(o)]
    return [{key: _resolved(value, by_id) for key, value in o.items()} for o in articles]


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _objects(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "publisher", "hasPart"):
            yield from _objects(value.get(key), depth + 1)


def _resolved(value: object, by_id: dict[str, dict[str, Any]]) -> object:
    if isinstance(value, dict) and set(value) == {"@id"}:
        return by_id.get(str(value["@id"]), value)
    return value


def _is_article(value: dict[str, Any]) -> bool:
    given = value.get("@type")
    types = given if isinstance(given, list) else [given]
    return "headline" in value and any(isinstance(t, str) and ARTICLE_TYPE.fullmatch(t) for t in types)


def _name(value: object) -> str | None:
    first = value[0] if isinstance(value, list) and value else value
    return _text(first.get("name") if isinstance(first, dict) else first)


def _text(value: object) -> str | None:
    """Return a string with its entities resolved (JSON-LD often holds "&#8217;") and its white space collapsed."""
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def _day(value: object) -> date | None:
    return parse_date_line(value.strip()) if isinstance(value, str) else None


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Return the first value of each meta element that has one, by its property, name or itemprop."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and (content := " ".join((meta.get("content") or "").split())):
            found.setdefault(name.strip().lower(), content)
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _plain_title(tree: HtmlElement, metas: dict[str, str], publisher: str | None) -> str | None:
    """Return the title from meta elements, else the only <h1>, else <title>, without the site's name at its end."""
    headings = [text for h1 in tree.iter("h1") if (text := " ".join(h1.text_content().split()))]
    title = _first(metas, TITLES) or (headings[0] if len(headings) == 1 else None) or _text(tree.findtext(".//title"))
    for separator in (" - ", " – ", " — ", " | ", " :: ", " » "):
        if title and publisher and title.endswith(separator + publisher):
            return title.removesuffix(separator + publisher).rstrip() or None
    return title


def _published(tree: HtmlElement, metas: dict[str, str]) -> date | None:
    for name in DATES:
        if day := _day(metas.get(name)):
            return day
    times = [t for t in tree.iter("time") if t.get("pubdate") is not None or "publish" in _marks(t)]
    return next((day for t in times if (day := day_of_time(t))), None)


def day_of_time(element: HtmlElement) -> date | None:
    """Return the day of a <time> element: its datetime, else its text."""
    return _day(element.get("datetime")) or _day(" ".join(element.text_content().split()))


def _marks(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()


def _url(tree: HtmlElement, metas: dict[str, str], linked: dict[str, Any]) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and (url := resolve_link(None, link.get("href"))):
            return url
    return resolve_link(None, metas.get("og:url")) or resolve_link(None, _text(linked.get("url")))
