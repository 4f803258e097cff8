"""read: files and folders → Document."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild.documents import read
from graphbuild.documents.datelines import dateline
from graphbuild.documents.dates import parse_date_line
from graphbuild.documents.listing import Line, build_item, cut_at_markers
from graphbuild.documents.text import lines_of, normalize
from graphbuild.errors import InputError
from graphbuild.model import Document

DATA = Path(__file__).parent / "data" / "documents"
SEED = Path(__file__).parents[1].parent / "shared" / "seed"
SENTENCE = "Police beat reporter Mira Holt in Zenda on Monday."


def read_all(*inputs: str | Path) -> tuple[list[Document], list[InputError]]:
    refused: list[InputError] = []
    return list(read(inputs, refused=refused.append)), refused


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


# -- datelines and dates ---------------------------------------------------------------------------------------------

DATELINES = [
    ("Strelsau, May 12, 2021 – A court", "Strelsau", date(2021, 5, 12), "A court"),
    ("New Strelsau, 12 May 2021 — A court", "New Strelsau", date(2021, 5, 12), "A court"),
    ("Zenda, D.C., July 25, 2019 — A court", "Zenda, D.C.", date(2019, 7, 25), "A court"),
    ("Strelsau, March 8, 2021—Police", "Strelsau", date(2021, 3, 8), "Police"),
    ("Strelsau, Monday, March 8, 2021 – Police", "Strelsau", date(2021, 3, 8), "Police"),
    ("STREL-SAU, Jan. 5 — Police", "STREL-SAU", None, "Police"),
    ("STRELSAU (RPA) – Police", "STRELSAU", None, "Police"),
    ("ZENDA, Ruritania, March 7 (Reuters) -- Police", "ZENDA, Ruritania", None, "Police"),
    ("ZENDA/STRELSAU, 3 March 2022 (RFE/RL) - Police", "ZENDA/STRELSAU", date(2022, 3, 3), "Police"),
    ("ZENDA, RURITANIA, April 4, 2022 /PRNewswire/ -- Police", "ZENDA, RURITANIA", date(2022, 4, 4), "Police"),
    ("STREL-SAU. RURINFORM – Police", "STREL-SAU", None, "Police"),
    ("Zenda (Ruritania Times) — Police", "Zenda", None, "Police"),
    ("(New Strelsau) – Police", "New Strelsau", None, "Police"),
    ("(Zenda, June 5, 2019) – Police", "Zenda", date(2019, 6, 5), "Police"),
    ("(Reuters) - Police", None, None, "Police"),
    ("April 26 (UPI) -- Police", None, None, "Police"),
    ("Zenda, February 30, 2020 – Police", "Zenda", None, "Police"),
    ("SÃO ZENDA, Dec. 1, 2020 (AP) — Police", "SÃO ZENDA", date(2020, 12, 1), "Police"),
    ("Title of it\n\nZenda, 5 June 2019\n\nText", "Zenda", date(2019, 6, 5), "\n\nText"),
    ("Title of it\n\nJune 5, 2019\n\nText", None, date(2019, 6, 5), "\n\nText"),
    (f"ZENDA, Ruritania — {SENTENCE}", "ZENDA, Ruritania", None, SENTENCE),
    (f"Title of it\n\nA caption.\n\nZENDA – {SENTENCE}", "ZENDA", None, SENTENCE),
]


@pytest.mark.parametrize(("text", "place", "day", "rest"), DATELINES)
def test_dateline(text: str, place: str | None, day: date | None, rest: str) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.place and text[slice(*found.place)]) == place
    assert found.date == day
    assert text[found.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"On January 10, 2021, police came. {SENTENCE}",
        f"On January 10 – the day of the vote – police came. {SENTENCE}",
        f"Strikes – Another form of protest in the south. {SENTENCE}",
        f"Three men — Travis, Greg and Bill — were held. {SENTENCE}",
        f"Mira Holt - a young reporter from the south. {SENTENCE}",
        f"Holt (pictured) – A reporter from the south. {SENTENCE}",
        f"FILE - In this Aug. 3, 2019 photo, a guard stands. {SENTENCE}",
        f"UPDATE – The court has put off the hearing. {SENTENCE}",
        f"ZENDA TIMES – The court has put off the hearing. {SENTENCE}",
        "Ruritania: 2 journalists held",
        "MOSCOW — A CITY AT NIGHT",
        "June 1, 2019 – An entry of a chronology, one of many in this text that are no dateline.",
    ],
)
def test_no_dateline(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("March 8, 2021", date(2021, 3, 8)),
        ("Mar. 8th, 2021", date(2021, 3, 8)),
        ("8 March 2021", date(2021, 3, 8)),
        ("8.3.2021", date(2021, 3, 8)),
        ("2021-03-08", date(2021, 3, 8)),
        ("2021-03-08T09:30:00Z", date(2021, 3, 8)),
        ("Mon, 08 Mar 2021 12:00:00 +0000", date(2021, 3, 8)),
        ("March 8, 2021 12:29 PM EST", date(2021, 3, 8)),
        ("Published: 2021-03-08", date(2021, 3, 8)),
        ("Posted on March 8, 2021", date(2021, 3, 8)),
        ("08/03/2021", None),
        ("March 2021", None),
        ("March 8", None),
        ("February 30, 2021", None),
        ("Updated: March 8, 2021", None),
        ("March 8, 2021 was a bad day", None),
    ],
)
def test_date_line(line: str, day: date | None) -> None:
    assert parse_date_line(line) == day


# -- plain text ------------------------------------------------------------------------------------------------------


def test_text_report_with_headers() -> None:
    [document], refused = read_all(DATA / "report.txt")
    assert document.text == (
        "Two reporters beaten at rally in Zenda\n\nBy Rosa Helm\n\nStrelsau, April 3, 2021 — Police in Zenda should "
        "look for the men who beat reporters Mira Holt and Jan Tarl.\n\nThe two were filming a rally."
    )
    assert (document.title, document.url) == (
        "Two reporters beaten at rally in Zenda",
        "https://desk.example/2021/04/zenda/",
    )
    assert (document.published, document.publisher, document.parent) == (date(2021, 4, 4), None, None)
    data = (DATA / "report.txt").read_bytes()
    assert document.source is not None
    assert document.source.path == str(DATA / "report.txt")
    assert (document.source.data, document.source.sha256) == (data, hashlib.sha256(data).hexdigest())
    assert document.sha256 == hashlib.sha256(document.text.encode()).hexdigest()
    assert document.id == document.sha256[:16]
    assert refused == []


LONG_LINE = " ".join([SENTENCE] * 4)


@pytest.mark.parametrize(
    ("content", "title", "text"),
    [
        (f"Editor held\n\n{SENTENCE}\n", "Editor held", f"Editor held\n\n{SENTENCE}"),
        (f"\ufeffEditor held\r\n\r\n\r\n{SENTENCE}  \r\n", "Editor held", f"Editor held\n\n{SENTENCE}"),
        (f"Editor held\n{LONG_LINE}", "Editor held", f"Editor held\n\n{LONG_LINE}"),
        (f"Editor held\nMarch 8, 2021\n\n{SENTENCE}", "Editor held", f"Editor held\n\n{SENTENCE}"),
        ("Editor held", "Editor held", "Editor held"),
        ("Editor held in the U.S.\n\nText.", "Editor held in the U.S.", "Editor held in the U.S.\n\nText."),
        (f"{SENTENCE}\n\nMore.", None, f"{SENTENCE}\n\nMore."),
        (f"{SENTENCE[:-1]} and\n{SENTENCE}", None, f"{SENTENCE[:-1]} and\n{SENTENCE}"),
        (f"{'word ' * 50}\n\nMore.", None, f"{('word ' * 50).strip()}\n\nMore."),
        ("STRELSAU (RPA) – Police came\n\nMore.", None, "STRELSAU (RPA) – Police came\n\nMore."),
    ],
)
def test_title_of_text(tmp_path: Path, content: str, title: str | None, text: str) -> None:
    [document], refused = read_all(written(tmp_path, "a.txt", content))
    assert (document.title, document.text, refused) == (title, text, [])


def test_date_of_text_from_dateline(tmp_path: Path) -> None:
    [document], _ = read_all(written(tmp_path, "a.txt", "Editor held\n\nZenda, May 3, 2021 – Police came."))
    assert document.published == date(2021, 5, 3)
    assert "Zenda, May 3, 2021 – Police came." in document.text


# -- HTML ------------------------------------------------------------------------------------------------------------


def test_article() -> None:
    [document], refused = read_all(DATA / "article.html")
    assert document.text.split("\n\n") == [
        "Editor of “Strelsau Bell” led away",
        "STRELSAU, May 13, 2021 (RPA) – Four officers led Irma Tarlenheim, editor of the weekly Strelsau Bell, out of "
        "her office on Wednesday, her deputy said.",
        "She was held for five hours and then let go.",
        "“We know of no such case,” a spokesman of the police said.",
    ]
    assert document.title == "Editor of “Strelsau Bell” led away"
    assert (document.published, document.publisher) == (date(2021, 5, 14), "The Press Desk of Ruritania")
    assert (document.url, refused) == ("https://desk.example/2021/05/editor/", [])


HEADS = [
    ("<meta property='article:published_time' content='2021-05-03T10:00:00Z'>", date(2021, 5, 3), None, None),
    ("<meta property='og:site_name' content='Desk'><title>Editor held - Desk</title>", None, "Desk", "Editor held"),
    ("<title>Editor held</title><meta name='date' content='last week'>", None, None, "Editor held"),
    ("<script type='application/ld+json'>{broken</script><title>Editor held</title>", None, None, "Editor held"),
    (f"<script type='application/ld+json'>{'[' * 5000}</script><title>Editor held</title>", None, None, "Editor held"),
    ("<script type='application/ld+json'>[{'x':1}]</script><meta name='dc.title' content='T'>", None, None, "T"),
]


@pytest.mark.parametrize(("head", "day", "publisher", "title"), HEADS)
def test_metadata(tmp_path: Path, head: str, day: date | None, publisher: str | None, title: str | None) -> None:
    page = f"<html><head>{head}</head><body><p>{SENTENCE}</p></body></html>"
    [document], _ = read_all(written(tmp_path, "a.html", page))
    assert (document.published, document.publisher, document.title) == (day, publisher, title)
    assert document.text.endswith(SENTENCE)


def test_declared_character_set(tmp_path: Path) -> None:
    page = f"<html><head><meta charset=iso-8859-1></head><body><p>{SENTENCE[:-1]}, said José.</p></body></html>"
    [document], _ = read_all(written(tmp_path, "a.htm", page.encode("latin-1")))
    assert document.text.endswith("said José.")


def test_related_stories_do_not_join_the_article(tmp_path: Path) -> None:
    cards = "".join(
        f"<li><h3><a href=/{n}>Court fines paper {n}</a></h3><p>A court fined it…</p></li>" for n in range(3)
    )
    body = f"<h1>Editor held</h1><p>{LONG_LINE}</p><div><h2>More</h2><ul>{cards}</ul></div>"
    [document], _ = read_all(written(tmp_path, "a.html", f"<html><body>{body}</body></html>"))
    assert document.title == "Editor held"
    assert document.text.startswith(f"Editor held\n\n{LONG_LINE}")
    assert "fined" not in document.text


# -- listing pages ---------------------------------------------------------------------------------------------------

LISTED = [
    ("Court in Ruritania fines weekly over article on bread prices", date(2021, 5, 12)),
    ("Two reporters beaten at rally in Zenda", date(2021, 4, 3)),
    ("Why did nobody answer the calls of a photographer?", None),
    ("State printers refuse to print opposition paper", None),
    ("Editor Anton Ruhl freed after 40 days", None),
    ("Officers search office of Radio Elphberg, take computers", date(2020, 2, 1)),
]


@pytest.mark.parametrize("name", ["listing.txt", "listing.html"])
def test_listing(name: str) -> None:
    documents, refused = read_all(DATA / name)
    assert [(d.title, d.published) for d in documents] == LISTED
    [page] = {d.parent for d in documents}
    assert [d.id for d in documents] == [f"{page}#{n}" for n in range(1, 7)]
    assert len({d.source for d in documents}) == 1
    assert documents[3].text.split("\n\n")[1:] == [
        "STRELSAU, June 5 (RPA) -- The state printing house refused to print the Strelsau Bell on Thursday, its "
        "editor said.",
        "A guard stands before the state printing house in Strelsau on June 2, 2020. The printers refused to print "
        "the Bell. (RPA/Karl Hentz)",
    ]
    assert documents[4].text == documents[4].title
    assert refused == []


def test_listing_as_text_and_as_html_is_the_same() -> None:
    (text, _), (page, _) = read_all(DATA / "listing.txt"), read_all(DATA / "listing.html")
    assert [d.text for d in text] == [d.text for d in page]


def test_links_of_listing() -> None:
    documents, _ = read_all(DATA / "listing.html")
    assert [d.url for d in documents] == [
        "https://desk.example/2021/05/bell/",
        "https://desk.example/2021/04/zenda/",
        None,
        "https://desk.example/2020/06/printers/",
        "https://desk.example/2020/03/ruhl/",
        "https://desk.example/2020/02/elphberg/",
    ]
    assert {d.publisher for d in documents} == {"The Press Desk"}


TEASERS = [
    ("Editor held in Zenda", "Police led her out of her office…"),
    ("Paper fined", "A court fined the Bell on Friday…"),
]
TEASERS += [("Radio searched for six hours", "Officers took nine computers from it…")]

SHAPES = [
    "<div class=row><div><h3><a href=/x>{0}</a></h3><p>{1}</p></div></div>",
    "<li><a href=/x><h3>{0}</h3><span>{1}</span></a></li>",
    "<h3><a href=/x>{0}</a></h3><p>{1}</p>",
    "<p>{0}</p><p>{1}</p><p>Continue reading “{0}” →</p>",
    "<p>{0}</p><p>{1} <a href=/x>more »</a></p>",
    "<div>{0}<br><br>{1}<br><a href=/x>Read more...</a></div>",
]


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_of_listing(tmp_path: Path, shape: str) -> None:
    body = "".join(shape.format(*teaser) for teaser in TEASERS)
    documents, refused = read_all(written(tmp_path, "a.html", f"<html><body><h1>News</h1>{body}</body></html>"))
    assert [d.text for d in documents] == [f"{headline}\n\n{teaser}" for headline, teaser in TEASERS]
    assert refused == []


def test_text_of_paragraphs_is_no_listing() -> None:
    text = "\n\n".join(["Editor held", LONG_LINE, "Read more", LONG_LINE, "Read more", LONG_LINE])
    assert cut_at_markers(lines_of(text)) == ()


def test_wrapped_lines_of_a_listing_are_one_paragraph() -> None:
    teaser = (
        "Police in Zenda led the editor of the weekly Strelsau Bell out of\nher office on Monday, her deputy told us…"
    )
    items = cut_at_markers(
        lines_of(normalize(f"Editor held\n\n{teaser}\n\nRead more\n\nPaper fined\n\n{teaser}\n\nRead more"))
    )
    assert [item.text.split("\n\n")[1] for item in items] == [teaser.replace("\n", " ")] * 2


def test_item_without_credit_in_its_caption_loses_nothing() -> None:
    lines = [Line("Police officers stand in Zenda."), Line("Paper fined"), Line("A court fined the Bell on Friday…")]
    item = build_item(lines, opening=False)
    assert item is not None
    assert (item.title, item.text.split("\n\n")[1:]) == ("Paper fined", [lines[2].text, lines[0].text])


@pytest.mark.shared
@pytest.mark.skipif(not SEED.is_dir(), reason="the seed page is no part of the repository")
def test_seed_page() -> None:
    documents, refused = read_all(SEED)
    days = [d.published and d.published.isoformat() for d in documents]
    assert days == [
        *("2021-03-31", "2021-03-23", "2021-03-08", "2021-02-03", None),
        *("2020-10-26", "2020-07-08", "2019-10-18", None, "2019-07-25"),
    ]
    assert all(d.title and d.text.startswith(d.title + "\n\n") for d in documents)
    assert [d.text.count("\n\n") for d in documents] == [1] * 7 + [2] * 3
    assert refused == []


# -- JSONL -----------------------------------------------------------------------------------------------------------


def test_jsonl_fields(tmp_path: Path) -> None:
    given_object = {
        "id": "d-1",
        "text": " Editor held \r\n\r\nText. ",
        "url": "https://desk.example/1",
        "publisher": "Desk",
        "title": "Editor held",
        "published": "2021-05-03T23:00:00+02:00",
        "parent": "page",
        "entities": [{"id": "e"}],
    }
    line = json.dumps(given_object)
    path = written(tmp_path, "a.jsonl", f"\ufeff{line}\n\n" + json.dumps({"text": SENTENCE, "id": 7, "title": None}))
    [first, second], refused = read_all(path)
    assert (first.id, first.text, first.url) == ("d-1", given_object["text"], "https://desk.example/1")
    assert (first.publisher, first.title, first.parent) == ("Desk", "Editor held", "page")
    assert first.published == date(2021, 5, 3)
    assert first.source is not None
    assert first.source.data == line.encode()
    assert (second.id, second.title, second.published, refused) == ("7", None, None, [])


@pytest.mark.parametrize("published", ["2021", "2021-05"])
def test_a_year_is_no_day_of_publication(tmp_path: Path, published: str) -> None:
    line = json.dumps({"text": SENTENCE, "published": published})
    [document], refused = read_all(written(tmp_path, "a.jsonl", line))
    assert (document.published, refused) == (None, [])


def test_jsonl_is_never_cut_into_items(tmp_path: Path) -> None:
    text = (DATA / "listing.txt").read_text(encoding="utf-8")
    [document], _ = read_all(written(tmp_path, "a.jsonl", json.dumps({"text": text})))
    assert document.text == text


BAD_LINES = [
    ("{", "no JSON: Expecting property name"),
    ("[1]", "no JSON object"),
    ('"text"', "no JSON object"),
    ("{}", "no 'text'"),
    ('{"text": ""}', "'text' is empty"),
    ('{"text": " \\n"}', "'text' is empty"),
    ('{"text": null}', "'text' is empty"),
    ('{"text": 5}', "'text' is no string"),
    ('{"text": "x", "url": 5}', "'url' is no string"),
    ('{"text": "x", "id": true}', "'id' is no string"),
    ('{"text": "x", "published": "May 3"}', "'published' is no ISO date: 'May 3'"),
    ('{"text": "x", "published": "2021-02-30"}', "'published' is no ISO date"),
    ('{"text": "\\ud800"}', "'text' holds half a surrogate pair at character 0"),
    ('{"text": ' + "[" * 200_000, "no JSON: nested too deep"),
    ('{"text": ' + "1" * 5_000 + "}", "no JSON: nested too deep, or a number too long"),
    (b'{"text": "caf\xe9"}', "invalid UTF-8 at byte 13 of the line"),
]


@pytest.mark.parametrize(("line", "reason"), BAD_LINES)
def test_bad_lines_cost_themselves(tmp_path: Path, line: str | bytes, reason: str) -> None:
    data = line.encode() if isinstance(line, str) else line
    good = json.dumps({"text": SENTENCE}).encode()
    documents, [error] = read_all(written(tmp_path, "a.jsonl", good + b"\n\n" + data + b"\n" + good))
    assert [d.text for d in documents] == [SENTENCE, SENTENCE]
    assert (error.line, error.path) == (3, str(tmp_path / "a.jsonl"))
    assert error.reason.startswith(reason)


# -- files and folders -----------------------------------------------------------------------------------------------

BAD_FILES = [
    ("a.txt", b"", "the file is empty"),
    ("a.html", b" \r\n\t", "the file is empty"),
    ("a.jsonl", b"\n \n", "the file is empty"),
    ("a.txt", b"ab\0cd", "no text: a NUL byte at byte 2"),
    ("a.jsonl", b"\0", "no text: a NUL byte at byte 0"),
    ("a.txt", b"\x01\x02\x03\x04abc", "no text: mostly control characters"),
    ("a.txt", b"caf\xe9 noir", "invalid UTF-8 at byte 3"),
    ("a.txt", b"\xef\xbb\xbfcaf\xe9 noir", "invalid UTF-8 at byte 6"),
    ("a.txt", "text".encode("utf-16"), "UTF-16; save it as UTF-8"),
    ("a.html", b"<html><body>caf\xe9</body></html>", "invalid UTF-8 at byte 15"),
    ("a.html", b"<html><body><ul><li>Home<li>About us</ul></body></html>", "no article in this HTML page"),
    ("a.html", b"<!-- nothing -->", "no HTML that can be parsed"),
    ("a.html", b"<div>" * 20_000, "no article in this HTML page"),
    ("a.pdf", b"%PDF", "unknown kind of file '.pdf'; graphbuild reads .html, .htm, .txt and .jsonl"),
    ("a.json", b"[]", "unknown kind of file '.json'"),
]


@pytest.mark.parametrize(("name", "data", "reason"), BAD_FILES)
def test_bad_files_cost_themselves(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    good = written(tmp_path, "good.txt", SENTENCE)
    documents, [error] = read_all(good, written(tmp_path, name, data), good)
    assert [d.text for d in documents] == [SENTENCE, SENTENCE]
    assert error.path == str(tmp_path / name)
    assert error.reason.startswith(reason)


def test_missing_and_empty_places(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    written(tmp_path, "only/notes.docx", "x")
    os.symlink(tmp_path / "nowhere.txt", tmp_path / "link.txt")
    documents, refused = read_all(*(tmp_path / n for n in ("missing.txt", "empty", "only", "link.txt")))
    assert documents == []
    assert [e.reason.split(";")[0] for e in refused] == [
        "no such file or folder",
        "no file to read in this folder",
        "no file to read in this folder",
        "a link to a file that is not there",
    ]


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert [e.reason for e in read_all(tmp_path)[1]] == ["no regular file"]


def test_order_and_what_is_passed_by(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/gold/g.txt", ".hidden.txt", ".git/h.txt", "a/n.json", "a/m.jsonl", "c/a.txt"):
        written(tmp_path / "in", name, json.dumps({"text": name}))
    alone = written(tmp_path, "alone.txt", "alone")
    documents, refused = read_all(alone, str(tmp_path / "in"))
    paths = [Path(d.source.path).relative_to(tmp_path).as_posix() for d in documents if d.source]
    assert paths == ["alone.txt", "in/a/m.jsonl", "in/a/z.TXT", "in/b.txt", "in/c/a.txt"]
    assert refused == []


def test_links_to_folders_end(tmp_path: Path) -> None:
    written(tmp_path, "a/one.txt", SENTENCE)
    for name in ("a/up", "a/again", "b"):
        os.symlink(tmp_path, tmp_path / name)
    documents, refused = read_all(tmp_path)
    assert (len(documents), refused) == (1, [])


def test_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    try:
        with open(path, "wb") as file:
            file.write(SENTENCE.encode())
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    [document], _ = read_all(tmp_path)
    assert document.source is not None
    assert document.source.path.endswith("caf\\xe9.txt")


def test_same_input_twice_is_yielded_twice() -> None:
    documents, _ = read_all(DATA / "report.txt", DATA / "report.txt")
    assert documents[0] == documents[1]


# -- properties ------------------------------------------------------------------------------------------------------

PROPERTY = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@PROPERTY
@given(text=st.text().filter(str.strip), ascii_only=st.booleans())
def test_jsonl_keeps_any_text(tmp_path: Path, text: str, ascii_only: bool) -> None:
    line = json.dumps({"text": text}, ensure_ascii=ascii_only)
    [document], refused = read_all(written(tmp_path, "a.jsonl", line))
    assert (document.text, refused) == (text, [])


MARKUP = st.sampled_from(
    f"<p>|</p>|<h2>|</h2>|<a href=/x>|</a>|<br>|<time datetime='x'>|<table><tr><td>|<pre>|&#0;|<article>|</article>"
    f"|Read more ›|Zenda, May 3, 2021 – |{SENTENCE}|\n\n|(A/B)|Editor held|<!--".split("|")
)


@PROPERTY
@given(
    name=st.sampled_from(["a.txt", "a.html", "a.jsonl"]),
    data=st.one_of(st.binary(), st.text().map(str.encode), st.lists(MARKUP).map("".join).map(str.encode)),
)
def test_no_bytes_raise(tmp_path: Path, name: str, data: bytes) -> None:
    documents, refused = read_all(written(tmp_path, name, data))
    assert documents or refused
    assert all(name == "a.jsonl" or d.text == d.text.strip() != "" for d in documents)
