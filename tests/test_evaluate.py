from __future__ import annotations

import importlib.util
import json
import random
from copy import deepcopy
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import InputError
from graphbuild.evaluate import Figures, evaluate, format_calibration, format_errors, format_report, load_gold
from graphbuild.evaluate.alignment import Thing, align
from graphbuild.model import EventType

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "evaluation"
Json = dict[str, Any]


def entity(i: str, kind: str = "Journalist", name: str | None = None, *aliases: str, named: bool = True) -> Json:
    return {"id": i, "type": kind, "name": name or i.title(), "aliases": list(aliases), "named": named}


def event(kind: str, agents: str, targets: str, **extra: Any) -> Json:
    quote = f"{agents} {kind} {targets}"
    return {"type": kind, "perpetrators": agents.split(), "targets": targets.split(), "evidence": quote, **extra}


def works(person: str, outlet: str) -> Json:
    return {"subject": person, "predicate": "worksFor", "object": outlet, "evidence": f"{person} of {outlet}"}


def document(entities: list[Json], events: list[Json], relations: list[Json] | None = None) -> Json:
    return {"id": "d", "entities": entities, "relations": relations or [], "events": events}


LUSWETI = entity("lusweti", "Journalist", "Akinyi Lusweti", "Lusweti")
POLICE = entity("police", "Agency", "Kisumu police", "officers", named=False)
ZIWA = entity("ziwa", "Outlet", "Ziwa TV")
STUDENTS = entity("students", "Group", "14 students", named=False)
KISUMU = entity("kisumu", "Place", "Kisumu")
BEATEN = event("Assault", "police", "lusweti", date="2024-07-17", place="kisumu")
GOLD = document([LUSWETI, POLICE, ZIWA, STUDENTS, KISUMU], [BEATEN], [works("lusweti", "ziwa")])


def compared(prediction: Json, gold: Json = GOLD) -> dict[str, Figures]:
    return dict(evaluate({"d": gold}, {"d": prediction}).figures)


@pytest.mark.parametrize(
    ("measure", "change", "expected"),
    [
        ("triples", {}, Figures(tp=1)),
        ("triples", {"events": []}, Figures(fn=1)),
        ("triples", {"events": [event("Assault", "lusweti", "police")]}, Figures(fp=1, fn=1)),
        ("triples", {"events": [event("Assault", "", "lusweti")]}, Figures(fp=1, fn=1)),
        ("roles", {"events": [event("Assault", "", "lusweti")]}, Figures(tp=1, fn=1)),
        ("triples", {"events": [BEATEN, event("Detention", "police", "students")]}, Figures(tp=1, fp=1)),
        ("triples", {"events": [BEATEN, event("Detention", "police", "students", press=False)]}, Figures(tp=1)),
        ("triples", {"events": [BEATEN, event("Detention", "police", "ziwa", press=False)]}, Figures(tp=1, fp=1)),
        ("roles", {"events": [BEATEN, event("Detention", "police", "students", press=False)]}, Figures(tp=2)),
        ("named", {"events": [BEATEN, event("Detention", "police", "students")]}, Figures(tp=1)),
        ("dates", {}, Figures(tp=1)),
        ("dates", {"events": [event("Assault", "police", "lusweti")]}, Figures(fn=1)),
        ("dates", {"events": [event("Assault", "police", "lusweti", date="2024-07")]}, Figures(fp=1, fn=1)),
        ("dates", {"events": [event("Threat", "police", "lusweti", date="2024-07-17")]}, Figures()),
        ("places", {"events": [event("Assault", "police", "lusweti", place="kisumu")]}, Figures(tp=1)),
        ("alleged", {"events": [event("Assault", "police", "lusweti", factuality="alleged")]}, Figures(fp=1)),
        ("relations", {"relations": [works("lusweti", "police")]}, Figures(fp=1, fn=1)),
        ("worksFor", {"relations": []}, Figures(fn=1)),
        ("entities", {}, Figures(tp=3)),
        ("entities", {"entities": [LUSWETI, POLICE, ZIWA, STUDENTS, entity("kisumu", "Outlet")]}, Figures(2, 1, 1)),
    ],
)
def test_a_change_of_the_prediction_shows_in_the_figure(measure: str, change: Json, expected: Figures) -> None:
    assert compared({**GOLD, **change})[measure] == expected


def test_gold_off_the_press_is_neither_rewarded_nor_punished() -> None:
    gold = {**GOLD, "events": [BEATEN, event("Detention", "police", "students", press=False)]}
    assert compared(gold, gold)["triples"] == compared(GOLD, gold)["triples"] == Figures(tp=1)


@pytest.mark.parametrize(
    ("predicted", "gold", "expected"),
    [
        ([entity("p", "Journalist", "Lusweti")], [LUSWETI], {"p": "lusweti"}),
        ([entity("p", "Person", "Akinyi")], [LUSWETI], {"p": "lusweti"}),
        ([entity("p", "Outlet", "Akinyi")], [LUSWETI], {}),
        ([entity("p", "Journalist", "the AKÍNYI LUSWETI’s")], [LUSWETI], {"p": "lusweti"}),
        ([entity("a", "Journalist", "Lusweti"), entity("b", "Journalist", "Lusweti")], [LUSWETI], {"a": "lusweti"}),
        (
            [entity("a", "Agency", "officers"), entity("b", "Agency", "Kisumu police")],
            [POLICE],
            dict.fromkeys("ab", "police"),
        ),
        ([entity("p", "Agency", "court")], [POLICE], {}),
    ],
)
def test_align(predicted: list[Json], gold: list[Json], expected: dict[str, str]) -> None:
    assert align([Thing.of(e) for e in predicted], [Thing.of(e) for e in gold]) == expected


def test_an_inversion_is_counted_and_both_mistakes_are_listed() -> None:
    report = evaluate({"d": GOLD}, {"d": {**GOLD, "events": [event("Assault", "lusweti", "police")]}})
    assert report.inversions == 1
    assert format_errors(report).splitlines() == [
        "d\tmissed\tKisumu police | Assault | Akinyi Lusweti\tpolice Assault lusweti",
        "d\twrong\tAkinyi Lusweti | Assault | Kisumu police\tlusweti Assault police",
    ]


def test_calibration_counts_each_triple_by_its_surest_claim() -> None:
    sure, unsure = {**BEATEN, "confidence": 0.92}, {**BEATEN, "confidence": 0.4}
    wrong = {**event("Threat", "police", "lusweti"), "confidence": 0.85}
    report = evaluate({"d": {**GOLD, "events": [BEATEN]}}, {"d": {**GOLD, "events": [unsure, sure, wrong]}})
    assert format_calibration(report.judged).splitlines()[1:] == [
        "0.8-0.9           1      0   0.00  0.85",
        "0.9-1.0           1      1   1.00  0.92",
    ]


def test_errors_print_no_control_characters() -> None:
    told = event("Threat", "police", "lusweti", evidence="a\tb\x1b[31m\nc")
    report = evaluate({"d": GOLD}, {"d": {**GOLD, "events": [BEATEN, told]}})
    assert format_errors(report).split("\t")[-1] == "a b [31m c"


def test_figures_stand_by_event_type_and_by_document() -> None:
    report = evaluate({"d": GOLD}, {"d": {**GOLD, "events": [BEATEN, event("Threat", "police", "lusweti")]}})
    assert report.by_type == {"Assault": Figures(tp=1), "Threat": Figures(fp=1)}
    assert report.by_document == {"d": Figures(tp=1, fp=1)}
    assert "Threat        0.000  0.000  0.000     0     1     0" in format_report(report).splitlines()


@st.composite
def gold_documents(draw: st.DrawFn) -> Json:
    ids = draw(st.lists(st.sampled_from("abcdefgh"), min_size=1, unique=True))
    kinds = st.sampled_from(["Journalist", "Outlet", "Agency", "Place", "Group"])
    entities = [entity(f"e{i}", draw(kinds), f"Name {i}", named=draw(st.booleans())) for i in ids]
    some = st.lists(st.sampled_from([e["id"] for e in entities]), max_size=2, unique=True).map(" ".join)
    types = st.sampled_from([str(x) for x in EventType])
    dates = st.sampled_from([None, "2024", "2024-07-17"])
    doubts = st.sampled_from(["reported", "alleged"])
    events = draw(st.lists(st.builds(event, types, some, some, date=dates, factuality=doubts)))
    for made in events:
        made["press"] = made["type"] != "Release"
    return document(entities, events, [works(entities[0]["id"], entities[-1]["id"])])


@given(gold_documents())
def test_gold_against_itself_is_perfect_and_nothing_finds_nothing(gold: Json) -> None:
    same, nothing = evaluate({"d": gold}, {"d": gold}), evaluate({"d": gold}, {})
    assert all(f.fp == f.fn == 0 and (f.f1 == 1.0 or f.tp == 0) for f in same.figures.values())
    assert same.evidence == (1.0 if same.figures["triples"].tp else 0.0)
    assert not same.mistakes
    assert all(f.tp == f.fp == 0 and f.recall == 0.0 for f in nothing.figures.values())
    assert (same.missing_predictions, nothing.missing_predictions) == (0, 1)
    assert nothing.figures["triples"].fn == same.figures["triples"].tp


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize(
    ("files", "path"),
    [
        ({"d.json": json.dumps(GOLD)}, "."),
        ({"gold/d.json": json.dumps(GOLD), "report.txt": "no gold"}, "."),
        ({"d.jsonl": json.dumps(GOLD) + "\n\n"}, "d.jsonl"),
        ({"d.json": json.dumps([GOLD])}, "d.json"),
        ({"d.json": json.dumps(GOLD)}, "d.json"),
    ],
)
def test_gold_loads(tmp_path: Path, files: dict[str, str | bytes], path: str) -> None:
    write(tmp_path, files)
    assert load_gold(tmp_path / path) == {"d": GOLD}


def changed(part: str, value: Any) -> str:
    return json.dumps({**GOLD, part: value})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "d.jsonl:2: not JSON"),
        ("[" * 100_000, "d.jsonl:2: not JSON"),
        ("7", "no object with a string `id`"),
        (changed("id", 7), "no object with a string `id`"),
        (changed("id", "first"), "a second document with the id first"),
        (changed("events", None), "`events` is not a list of objects"),
        (changed("entities", ["x"]), "`entities` is not a list of objects"),
        (changed("entities", [{"id": "x"}]), "an entity without a string `id` and `name`"),
        (changed("entities", [ZIWA, ZIWA]), "two entities with the id ziwa"),
        (changed("entities", [{**ZIWA, "aliases": "TV"}]), "`aliases` of ziwa is not a list of strings"),
        (changed("entities", [entity("x", "Reporter")]), "no entity type is called 'Reporter'"),
        (changed("relations", [works("nobody", "ziwa")]), "no entity has the id 'nobody'"),
        (changed("relations", [{**works("lusweti", "ziwa"), "predicate": "likes"}]), "no predicate is called 'likes'"),
        (changed("events", [event("Beating", "", "ziwa")]), "no event type is called 'Beating'"),
        (changed("events", [event("Assault", "", "nobody")]), "no entity has the id 'nobody'"),
        (changed("events", [event("Assault", "", "ziwa", place="mars")]), "no entity has the id 'mars'"),
        (changed("events", [event("Assault", "", "ziwa", date=2024)]), "`date` of an event is not a string"),
        (changed("events", [{**BEATEN, "targets": "ziwa"}]), "`perpetrators` or `targets` of an event is not a list"),
    ],
)
def test_bad_gold_is_refused_by_file_and_line(tmp_path: Path, content: str, message: str) -> None:
    write(tmp_path, {"d.jsonl": changed("id", "first") + "\n" + content})
    with pytest.raises(InputError) as caught:
        load_gold(tmp_path / "d.jsonl")
    assert str(caught.value).startswith(f"{tmp_path / 'd.jsonl'}:2: ")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("files", "path", "message"),
    [
        ({}, ".", "no .json files in this folder"),
        ({}, "absent.jsonl", "No such file or directory"),
        ({"d.jsonl": b"\xff"}, "d.jsonl", "not UTF-8"),
    ],
)
def test_unreadable_gold_is_refused(tmp_path: Path, files: dict[str, str | bytes], path: str, message: str) -> None:
    write(tmp_path, files)
    with pytest.raises(InputError, match=message):
        load_gold(tmp_path / path)


def scorer() -> ModuleType:
    if not (SHARED / "score.py").exists():
        pytest.skip("the reference scorer is not beside this repository")
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def perturbed(gold: dict[str, Json], seed: int) -> dict[str, Json]:
    """Return gold with some documents dropped, entities renamed or retyped, events turned round, moved and dropped."""
    chance = random.Random(seed)
    kept = {key: deepcopy(document) for key, document in gold.items() if chance.random() < 0.9}
    for made in kept.values():
        for e in made["entities"]:
            e.update(altered_entity(e, chance))
        for e in made["events"]:
            e.update(altered_event(e, made["text"], chance))
        for part in ("events", "relations"):
            made[part] = [x for x in made[part] if chance.random() < 0.9]
    return kept


def altered_entity(e: Json, chance: random.Random) -> Json:
    changes: Json = {"aliases": [alias for alias in e["aliases"] if chance.random() < 0.7]}
    if chance.random() < 0.2:
        changes["name"] = chance.choice([e["name"].split()[-1], e["name"].upper(), "Somebody Else", *e["aliases"]])
    if chance.random() < 0.1:
        changes |= {"type": chance.choice(["Person", "Outlet", "Agency"]), "named": chance.random() < 0.5}
    return changes


def altered_event(e: Json, text: str, chance: random.Random) -> Json:
    choices: list[Json] = [
        {"perpetrators": e["targets"], "targets": e["perpetrators"]},
        {"type": chance.choice(["Assault", "Detention", "Threat"])},
        {"date": chance.choice([None, "2020"]), "press": chance.random() < 0.5},
        {"place": None, "factuality": chance.choice(["alleged", "reported"])},
        {"evidence": chance.choice([text[:60], e["evidence"][:30], ""])},
    ]
    return {k: v for change in choices if chance.random() < 0.25 for k, v in change.items()}


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(8))
def test_figures_equal_those_of_the_reference_scorer(seed: int) -> None:
    reference = scorer()
    gold = load_gold(SHARED / "dev")
    predicted = perturbed(gold, seed)
    report = evaluate(gold, predicted)
    figures, errors, per_document = reference.score(gold, predicted)
    for name, ours in report.figures.items():
        theirs = figures[name]
        assert (ours.tp, ours.fp, ours.fn) == (theirs["tp"], theirs["fp"], theirs["fn"]), name
        assert (ours.precision, ours.recall, ours.f1) == pytest.approx(
            (theirs["precision"], theirs["recall"], theirs["f1"]), abs=5e-5
        )
    assert report.evidence == pytest.approx(figures["evidence"], abs=5e-5)
    assert (report.inversions, report.documents) == (figures["inversions"], figures["documents"])
    assert report.missing_predictions == figures["missing_predictions"]
    assert {k: f.tp for k, f in report.by_document.items()} == {k: f["tp"] for k, f in per_document.items()}
    assert [(m.document, m.error) for m in report.mistakes] == [(e["id"], e["error"]) for e in errors]
