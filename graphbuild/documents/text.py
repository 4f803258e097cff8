"""Reads plain text: "Police detain editor", blank line, "OSH, March 4, 2021 – Two officers …" has a title and a date.

Lines between title and body that say only when or where a report was published go into the document's fields; a byline
stays in the text. A text without a title stands as it is.
"""

from __future__ import annotations

import re
from datetime import date

from graphbuild.documents.datelines import dateline
from graphbuild.documents.dates import parse_date_line
from graphbuild.documents.decode import decode_text
from graphbuild.documents.listing import Line, cut_at_markers, is_prose, split_marker
from graphbuild.documents.page import Page
from graphbuild.model import Source

LONGEST_TITLE = 200
WIDEST = 100
"""Nobody wraps lines at more characters: a longer line is a paragraph."""
NARROWEST = 60

URL_LINE = re.compile(r"(?:(?:url|link|source|permalink)\s*:\s*)?(https?://\S+)", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.…:;,]$")
INITIALS = re.compile(r"\b[A-Z]\.$")


def parse_text(source: Source) -> Page:
    """Return the page of a text file. Raises InputError."""
    text = normalize(decode_text(source))
    items = cut_at_markers(lines_of(text))
    return Page(source, text, items=items) if items else _parse_report(source, text)


def normalize(text: str) -> str:
    r"""Return a text without spaces at line ends and with one blank line between paragraphs.

    >>> normalize("\n A  \n\u00a0\n\n\nB \nC\n")
    'A\n\nB\nC'
    """
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def lines_of(text: str) -> list[Line]:
    """Return the paragraphs of a normalised text, with lines joined that a width has broken."""
    return [Line(" ".join(lines)) for block in text.split("\n\n") for lines in _paragraphs(block.split("\n"))]


def _paragraphs(block: list[str]) -> list[list[str]]:
    wrapped = _is_wrapped(block)
    paragraphs: list[list[str]] = []
    for line in (part for given in block for part in split_marker(given.strip())):
        if paragraphs and (line[:1].islower() or (wrapped and not is_prose(paragraphs[-1][-1]))):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _is_wrapped(block: list[str]) -> bool:
    """Whether the lines between two blank ones are all of about one width."""
    return len(block) > 2 and max(map(len, block)) <= WIDEST and min(map(len, block[:-1])) >= NARROWEST


def _parse_report(source: Source, text: str) -> Page:
    first, rest = _split_title(text)
    if first is None:
        return Page(source, text)
    published: date | None = None
    url: str | None = None
    while rest:
        line, _, after = rest.partition("\n")
        address, day = URL_LINE.fullmatch(line.strip()), parse_date_line(line.strip())
        if address and url is None:
            url = address[1]
        elif day and published is None:
            published = day
        else:
            break
        rest = after.lstrip("\n")
    return Page(source, f"{first}\n\n{rest}" if rest else first, title=first, published=published, url=url)


def _split_title(text: str) -> tuple[str | None, str]:
    """Cut the title off a text, where its first line is one."""
    first, _, rest = text.partition("\n")
    if len(first) > LONGEST_TITLE or (SENTENCE_END.search(first) and not INITIALS.search(first)) or dateline(first):
        return None, text
    if URL_LINE.fullmatch(first) or parse_date_line(first):
        return None, text
    if not rest or rest.startswith("\n") or _heads_body(rest.partition("\n")[0]):
        return first, rest.lstrip("\n")
    return None, text


def _heads_body(line: str) -> bool:
    """Whether the line right below a possible title shows that it is one: a header, a lead, an unbroken paragraph."""
    header = URL_LINE.fullmatch(line) or parse_date_line(line)
    return bool(header) or dateline(line) is not None or len(line) > WIDEST + 20
