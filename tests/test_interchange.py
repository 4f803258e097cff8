import json
from pathlib import Path

import factories as f
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import InputError
from graphbuild.interchange import dumps_line, from_json, to_json
from graphbuild.model import Claims, EventType, Factuality, Kind, Predicate
from graphbuild.threshold import Threshold

ALL = Threshold(0)
DEV = Path(__file__).parents[1].parent / "shared" / "evaluation" / "dev"
WORDS = ["Aliya", "Bolat", "police", "detained", "beat", "Shymkent", "court", "Uly", "Dala", "é", "🗞", "Ақпарат"]


@st.composite
def claims(draw: st.DrawFn) -> Claims:
    """Any claims whose referents and quotes stand in the text and whose referents are all used."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=8, unique=True))
    published = draw(st.sampled_from([None, "2021-03-05"]))
    report = f.Report(" ".join(words), draw(st.sampled_from(["a", "b#1"])), published)
    ids = [
        report.referent(
            draw(st.sampled_from(sorted(Kind))),
            word,
            named=draw(st.booleans()),
            country=draw(st.sampled_from([None, "KZ"])),
            geonames=draw(st.sampled_from([None, 7])),
            function=draw(st.sampled_from([None, "police"])),
        )
        for word in words
    ]
    some = st.lists(st.sampled_from(ids), max_size=2, unique=True)
    one = st.one_of(st.none(), st.sampled_from(ids))
    for type, trigger in zip(
        draw(st.lists(st.sampled_from(sorted(EventType)), max_size=3, unique=True)), words, strict=False
    ):
        report.event(
            type,
            trigger,
            draw(some),
            draw(some),
            draw(st.sampled_from([None, "2020", "2020-02", "2020-02-29", "[2020-10-12..2020-11-18]"])),
            factuality=draw(st.sampled_from(sorted(Factuality))),
            place=draw(one),
            speaker=draw(one),
            things=tuple(draw(st.lists(st.sampled_from(["phone", "camera"]), unique=True))),
            collective=draw(st.booleans()),
            quoted=draw(st.booleans()),
            press=draw(st.booleans()),
            charge=draw(st.sampled_from([None, "libel"])),
        )
    for predicate in draw(st.lists(st.sampled_from(sorted(Predicate)), max_size=2, unique=True)):
        report.relation(ids[0], predicate, ids[1], position=draw(st.sampled_from([None, "reporter"])))
    made = report.claims()
    shown = to_json(made, ALL)
    used = {e["id"] for e in [*shown["entities"], *shown["others"]]}
    return Claims(made.document, tuple(r for r in made.referents if r.id in used), made.relations, made.events)


@given(claims())
def test_what_is_printed_reads_back_the_same(made: Claims) -> None:
    assert from_json(json.loads(dumps_line(to_json(made, ALL)))) == made


def test_entities_and_others() -> None:
    trial = f.corpus()[2]
    shown = to_json(trial)
    assert [e["name"] for e in shown["entities"]] == ["court", "Shymkent", "Aliya Serik", "Bolat Omar"]
    assert [e["name"] for e in shown["others"]] == ["Press Watch", "officers", "Kazakhstan"]
    assert [(e["type"], e["factuality"]) for e in shown["unasserted"]] == [
        ("Assault", "denied"),
        ("Release", "demanded"),
    ]
    assert [e["about"] for e in shown["unasserted"]] == [None, shown["events"][0]["id"]]


def test_event_shape() -> None:
    event = to_json(f.detention("a"))["events"][0]
    text = f.detention("a").document.text
    assert (event["date"], event["earliest"], event["latest"]) == ("2021-03-04",) * 3
    assert text[slice(*event["spans"]["trigger"])] == "detained"
    assert [text[slice(*s)] for s in event["spans"]["targets"]] == ["Aliya Serik"]
    assert event["evidence"] == text[event["start"] : event["end"]]


@pytest.mark.parametrize(
    ("least", "events", "abouts"), [(0.0, 1, [None, True]), (0.85, 1, [None, True]), (0.95, 0, [])]
)
def test_min_confidence(least: float, events: int, abouts: list[object]) -> None:
    shown = to_json(f.corpus()[2], Threshold(least))
    assert len(shown["events"]) == events
    assert [e["about"] and True for e in shown["unasserted"]] == abouts


PLAIN = {
    "id": "x",
    "text": "Police in Oral detained Aliya Serik. Serik is free.",
    "published": None,
    "entities": [
        {"id": "police", "type": "Agency", "name": "Police", "aliases": [], "named": False},
        {"id": "aliya", "type": "Journalist", "name": "Aliya Serik", "aliases": ["Serik"], "named": True},
    ],
    "relations": [],
    "events": [
        {"type": "Detention", "perpetrators": ["police"], "targets": ["aliya"], "date": "2020-02", "place": None}
        | {"factuality": "alleged", "press": True, "charge": None, "penalty": None, "evidence": "detained Aliya Serik"}
    ],
}


def test_reads_what_a_person_writes() -> None:
    made = from_json(PLAIN)
    event = made.events[0]
    assert [made.document.text[slice(*p.span)] for p in event.participants] == ["Police", "Aliya Serik"]
    assert {p.factuality for p in event.participants} == {Factuality.ALLEGED}
    assert event.time == f.time("2020-02")
    assert event.confidence == 1.0
    assert [len(r.mentions) for r in made.referents] == [1, 2]
    other = from_json({**PLAIN, "id": "y"})
    assert not {r.id for r in made.referents} & {r.id for r in other.referents}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"text": None}, "should be str"),
        ({"published": "soon"}, "Invalid isoformat"),
        ({"entities": PLAIN["entities"] * 2}, "two entities have one id"),  # type: ignore[operator]
        ({"entities": []}, "no entity has the id 'police'"),
        ({"events": [{**PLAIN["events"][0], "evidence": "released"}]}, "does not stand in the text"),  # type: ignore[index]
        ({"events": [{**PLAIN["events"][0], "type": "Party"}]}, "Party"),  # type: ignore[index]
        ({"events": [{**PLAIN["events"][0], "spans": {"trigger": [3, 900]}}]}, "outside the text"),  # type: ignore[index]
    ],
)
def test_refuses(change: dict[str, object], reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        from_json({**PLAIN, **change})
    assert str(caught.value).startswith("x: ")


def test_lines_hold_anything() -> None:
    line = dumps_line({"text": "a\ud800b\u2028c\nd\u0085"})
    assert line.encode()
    assert len(line.splitlines()) == 1
    assert json.loads(line)["text"] == "a\ud800b\u2028c\nd\u0085"


@pytest.mark.shared
@pytest.mark.skipif(not DEV.is_dir(), reason="no annotated documents beside the repository")
def test_reads_annotated_documents() -> None:
    for path in sorted(DEV.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        made = from_json(gold)
        assert len(made.events) == len(gold["events"])
        assert all(made.document.text[e.evidence.start : e.evidence.end] == e.evidence.quote for e in made.events)
