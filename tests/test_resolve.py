import itertools
from collections.abc import Callable
from pathlib import Path

import factories as f
import pytest

from graphbuild.interchange import dumps_line, to_json
from graphbuild.judgements import Judgement, Verdict
from graphbuild.model import Claims, Entity, Kind
from graphbuild.resolve import resolve
from graphbuild.resolve.names import body_key, fold
from graphbuild.store import Store, save
from graphbuild.threshold import Threshold

ALL = Threshold(0)
SAME = [
    ("Yermek Narymbayev", "Ermek Narymbaev"),
    ("Ермек Нарымбаев", "Yermek Narymbaev"),
    ("Mukhamedyarov", "Muhamedyarov"),
    ("Dmitry Medvedev", "Dmitriy Medvedyev"),
    ("Sergei Savelyev", "Sergey Saveliev"),
    ("Zhanbolat Mamay", "Janbolat Mamai"),
    ("Қанат Ғалым", "Kanat Galym"),
    ("Şəmşad Ağa", "Şəmşad Aĝa"),
    ("O’Brien Müller", "O'BRIEN MULLER"),
    ("Aleksandr Alexei", "Alexandr Aleksei"),
]
DIFFERENT = [("Akhmetov", "Akhmedov"), ("Aliyev", "Aliyeva"), ("Murat Ali", "Ali Murat"), ("Ivanov", "Ivanko")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_name_in_several_spellings(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_that_differ(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Uly Dala", "Uly Dala LLP", True),
        ("Dala & Co.", "Dala", False),
        ("Uly Dala", "Uly Dala TV", False),
        ("The Ltd", "The Co", False),
    ],
)
def test_names_of_bodies(one: str, other: str, same: bool) -> None:
    assert (body_key(one) == body_key(other)) is same


def referents(tmp_path: Path, *given: tuple[str, str, dict[str, object]]) -> list[list[str]]:
    """Resolve documents of one referent each, in the order of their dates; return each entity's documents."""
    claims = []
    for i, (kind, name, fields) in enumerate(given):
        report = f.Report(name, f"d{i}", f"2021-03-{i + 1:02}")
        report.referent(kind, name, *fields.pop("aliases", ()), **fields)
        claims.append(report.claims())
    with f.built(tmp_path, *claims) as store:
        names = {r.id: r.document for c in store.claims() for r in c.referents}
        return sorted([names[m] for m in e.members] for e in store.entities())


KZ: dict[str, object] = {"country": "KZ"}
NAMED, NAMELESS = KZ | {"named": True}, KZ | {"named": False}
TOGETHER, APART = [["d0", "d1"]], [["d0"], ["d1"]]
CASES: list[tuple[str, list[tuple[str, str, dict[str, object]]], list[list[str]]]] = [
    ("full names", [("Journalist", "Yermek Narym", {}), ("Person", "Ermek Narym", {})], TOGETHER),
    ("one part", [("Journalist", "Narym", {}), ("Journalist", "Narym", {})], APART),
    ("an initial", [("Journalist", "E. Narym", {}), ("Journalist", "E. Narym", {})], APART),
    (
        "two countries",
        [("Journalist", "Murat Ali", {"country": "KZ"}), ("Journalist", "Murat Ali", {"country": "TR"})],
        APART,
    ),
    ("one country known", [("Person", "Murat Ali", {}), ("Person", "Murat Ali", {"country": "TR"})], TOGETHER),
    (
        "which of two?",
        [("Person", "Murat Ali", {"country": c} if c else {}) for c in ("KZ", None, "TR", "KZ")],
        [["d0", "d3"], ["d1"], ["d2"]],
    ),
    ("person and outlet", [("Person", "Uly Dala", {}), ("Outlet", "Uly Dala", {})], APART),
    (
        "patronymic, given as alias",
        [("Person", "Ilham Heydar Veli", {"aliases": ["Ilham Veli"]}), ("Person", "Ilham Veli", {})],
        TOGETHER,
    ),
    (
        "another person among aliases",
        [("Person", "Ilham Heydar Veli", {"aliases": ["Leyla Veli"]}), ("Person", "Leyla Veli", {})],
        APART,
    ),
    ("unnamed journalists", [("Journalist", "two journalists", {"named": False})] * 2, APART),
    ("groups", [("Group", "unidentified men", {"named": False})] * 2, APART),
    ("outlets", [("Outlet", "The Uly Dala", {}), ("Organization", "Uly Dala LLP", {})], TOGETHER),
    ("outlets of two countries", [("Outlet", "Novosti", {"country": c}) for c in ("RU", "MD")], APART),
    ("unnamed outlets", [("Outlet", "a newspaper", {"named": False})] * 2, APART),
    ("outlet and agency", [("Outlet", "Kabar", {}), ("Agency", "Kabar", {"country": "KZ"})], APART),
    (
        "acronym, given",
        [("Organization", "Uly Dala Union", {"aliases": ["UDU"]}), ("Organization", "UDU", {})],
        TOGETHER,
    ),
    ("acronym, not given", [("Organization", "Uly Dala Union", {}), ("Organization", "UDU", {})], APART),
    (
        "acronym of two",
        [
            ("Organization", "Uly Dala Union", {"aliases": ["UDU"]}),
            ("Organization", "UDU", {}),
            ("Organization", "Union Dala Uly", {"aliases": ["UDU"]}),
        ],
        [["d0"], ["d1"], ["d2"]],
    ),
    ("places by id", [("Place", n, {"geonames": 1526273}) for n in ("Astana", "Nur-Sultan")], TOGETHER),
    ("places by name", [("Place", "Oral", {"country": "KZ"}), ("Place", "Oral", {"country": "KZ"})], TOGETHER),
    ("places of one name", [("Place", "Oral", {"country": c}) for c in ("KZ", "RU")], APART),
    ("places without country", [("Place", "Freedom Square", {})] * 2, APART),
    ("names of a country", [("Place", n, {"country": "TR"}) for n in ("Turkey", "Türkiye")], TOGETHER),
    ("ministries of one country", [("Agency", "Interior Ministry", {"country": "KZ", "named": True})] * 2, TOGETHER),
    ("ministries of no country", [("Agency", "Interior Ministry", {"named": True})] * 2, APART),
    ("two ministries", [("Agency", n, NAMED) for n in ("Interior Ministry", "Justice Ministry")], APART),
    ("the ministry", [("Agency", "ministry", NAMELESS | {"function": "ministry"})] * 2, APART),
    ("prisons", [("Agency", "prison", NAMELESS | {"function": "prison"})] * 2, APART),
    ("police of no place", [("Agency", "police", {"named": False, "function": "police"})] * 2, APART),
    (
        "police of a country",
        [
            ("Agency", "Kazakh police", NAMELESS | {"function": "police"}),
            ("Agency", "Police of Kazakhstan", NAMED | {"function": "police"}),
        ],
        TOGETHER,
    ),
    (
        "a body of its own",
        [("Agency", n, NAMED | {"function": "court"}) for n in ("Court of Kazakhstan", "Supreme Court")],
        APART,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_referents(tmp_path: Path, given, expected) -> None:
    together = referents(tmp_path, *((k, n, dict(fields)) for k, n, fields in given))
    assert [m for m in together if m] == expected


def entity(store: Store, name: str) -> Entity:
    return next(e for e in store.entities() if e.name == name)


def police_report(id: str, text: str, place: str | None, own: bool = False, **fields: object) -> Claims:
    report = f.Report(text, id)
    where = report.place(place, country="KZ", geonames=len(place)) if place else None
    police = report.agency("police", function="police", jurisdiction=where if own else None, **fields)
    report.event("Assault", "beat", [police], [report.journalist("Aliya Serik")], place=None if own else where)
    return report.claims()


def test_police_are_those_of_the_place_of_the_event(tmp_path: Path) -> None:
    reports = (
        police_report("a", "In Shymkent police beat Aliya Serik.", "Shymkent"),
        police_report("b", "Shymkent police beat Aliya Serik.", "Shymkent", own=True),
        police_report("c", "In Oral police beat Aliya Serik.", "Oral"),
        police_report("d", "Kazakh police beat Aliya Serik.", None, country="KZ"),
        police_report("e", "Somewhere police beat Aliya Serik.", None),
    )
    with f.built(tmp_path, *reports) as store:
        forces = {e.name: e for e in store.entities() if e.kind is Kind.AGENCY}
        assert {n: len(e.members) for n, e in forces.items()} == {
            "police of Shymkent": 2,
            "police of Oral": 1,
            "police of Kazakhstan": 1,
            "police": 1,
        }
        above = forces["police of Kazakhstan"].id
        assert [forces[n].part_of for n in ("police of Shymkent", "police of Oral", "police")] == [above, above, None]


def test_a_level_that_no_text_mentions(tmp_path: Path) -> None:
    only = police_report("a", "In Shymkent police beat Aliya Serik.", "Shymkent")
    with f.built(tmp_path, only) as store:
        level = entity(store, "police of Kazakhstan")
        assert (level.members, level.named, level.country) == ((), False, "KZ")
        assert entity(store, "police of Shymkent").part_of == level.id
        derived = level.id
        save([police_report("b", "Kazakh police beat Aliya Serik.", None, country="KZ")], store)
        resolve(store)
        assert store.leads_to(derived) == entity(store, "police of Kazakhstan").id != derived


def test_ids_once_handed_out_keep_working(tmp_path: Path) -> None:
    later, earlier = f.detention("b", published="2021-03-07"), f.detention("a", published="2021-03-05")
    with f.built(tmp_path, later) as store:
        before = entity(store, "Aliya Serik").id
        event = store.events()[0].id
        save([earlier], store)
        resolve(store)
        after = entity(store, "Aliya Serik")
        assert after.id == next(r.id for r in earlier.referents if r.name == "Aliya Serik")
        assert store.leads_to(before) == after.id
        assert store.leads_to(event) == store.events()[0].id == earlier.events[0].id


def test_kind_and_name(tmp_path: Path) -> None:
    reports = [
        f.Report(name, str(i), f"2021-03-0{i + 1}")
        for i, name in enumerate(("Yermek Narym", "Ermek Narym", "Ermek Narym"))
    ]
    for report, kind in zip(reports, ("Person", "Official", "Journalist"), strict=True):
        report.referent(kind, report.document.text)
    with f.built(tmp_path, *(r.claims() for r in reports)) as store:
        (found,) = store.entities()
        assert (found.kind, found.name, found.names) == (
            Kind.JOURNALIST,
            "Ermek Narym",
            ("Ermek Narym", "Yermek Narym"),
        )


def act(id: str, published: str | None = "2021-03-10", **fields: object) -> Callable[[], Claims]:
    """A report of one detention of Aliya Serik, to be varied."""
    text = "In Shymkent and Oral police and men held Aliya Serik, Bolat Omar, a reporter. They held both again."

    def make() -> Claims:
        report = f.Report(text, id, published)
        ids = {
            "Shymkent": report.place("Shymkent", country="KZ", geonames=1),
            "Oral": report.place("Oral", country="KZ", geonames=2),
            "police": report.agency("police", function="police", country="KZ"),
            "men": report.group("men"),
            "Aliya": report.journalist("Aliya Serik"),
            "Bolat": report.journalist("Bolat Omar"),
            "reporter": report.journalist("a reporter", named=False),
        }
        given = {"to": "Aliya", "by": "", "type": "Detention", "place": "", "twice": False} | fields
        extra = {k: v for k, v in fields.items() if k in ("time", "factuality")}
        for trigger in ("held", "held both")[: 1 + bool(given["twice"])]:
            report.event(
                str(given["type"]),
                trigger,
                [ids[n] for n in str(given["by"]).split()],
                [ids[n] for n in str(given["to"]).split()],
                place=ids.get(str(given["place"])),
                **extra,
            )
        return report.claims()

    return make


MARCH4, MARCH, MARCH9 = {"time": "2021-03-04"}, {"time": "2021-03"}, {"time": "2021-03-09"}


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        pytest.param([act("a", **MARCH4), act("b", **MARCH4)], [2], id="same day"),
        pytest.param([act("a", **MARCH4), act("b", **MARCH9)], [1, 1], id="other day"),
        pytest.param([act("a", **MARCH4), act("b", **MARCH)], [2], id="same month"),
        pytest.param([act("a", **MARCH4), act("b", **MARCH), act("c", **MARCH9)], [1, 1, 1], id="which of the month?"),
        pytest.param([act("a", **MARCH4), act("b", **MARCH4, to="Bolat")], [1, 1], id="other target"),
        pytest.param([act("a", **MARCH4), act("b", **MARCH4, to="Aliya Bolat")], [2], id="more targets"),
        pytest.param([act("a", **MARCH4, to="reporter"), act("b", **MARCH4, to="reporter")], [1, 1], id="unnamed"),
        pytest.param([act("a", **MARCH4), act("b", **MARCH4, type="Assault")], [1, 1], id="other type"),
        pytest.param([act("a", **MARCH4, by="police"), act("b", **MARCH4)], [2], id="agent unknown"),
        pytest.param([act("a", **MARCH4, by="police"), act("b", **MARCH4, by="men")], [1, 1], id="other agent"),
        pytest.param([act("a", **MARCH4, place="Oral"), act("b", **MARCH4, place="Oral")], [2], id="same place"),
        pytest.param(
            [act("a", **MARCH4, place="Oral"), act("b", **MARCH4, place="Shymkent")], [1, 1], id="other place"
        ),
        pytest.param([act("a", **MARCH4, twice=True)], [1, 1], id="two in one report"),
        pytest.param([act("a", **MARCH4, twice=True), act("b", **MARCH4)], [1, 1, 1], id="which of two?"),
        pytest.param([act("a"), act("b", "2021-03-12")], [2], id="undated, same week"),
        pytest.param([act("a"), act("b", "2021-03-20")], [1, 1], id="undated, later"),
        pytest.param([act("a"), act("b", None)], [1, 1], id="undated, unpublished"),
        pytest.param([act("a"), act("b", to="Aliya Bolat")], [1, 1], id="undated, two targets"),
        pytest.param([act("a", twice=True), act("b")], [1, 1, 1], id="undated, which of two?"),
        pytest.param([act("a", **MARCH4), act("b")], [2], id="undated beside dated"),
        pytest.param([act("a", **MARCH4), act("b", **MARCH9), act("c")], [1, 1, 1], id="undated, which date?"),
        pytest.param([act("a", **MARCH4), act("b", **MARCH4, factuality="denied")], [1], id="denied"),
    ],
)
def test_happenings(tmp_path: Path, reports: list[Callable[[], Claims]], expected: list[int]) -> None:
    with f.built(tmp_path, *(make() for make in reports)) as store:
        assert sorted((len(e.claims) for e in store.events()), reverse=True) == expected


def test_a_call_speaks_about_the_act(tmp_path: Path) -> None:
    with f.built(tmp_path) as store:
        trial = f.corpus()[2]
        conviction, call = trial.events[0].id, trial.events[2].id
        assert next(e for e in store.events() if e.id == conviction).about == (call,)


def test_people_outrank_rules(tmp_path: Path) -> None:
    reports = [f.detention("a"), f.detention("b"), f.detention("c"), f.detention("d", "Other Name")]
    with f.built(tmp_path, *reports) as store:
        a, b, c, d = (next(r.id for r in x.referents if r.kind is Kind.JOURNALIST) for x in reports)

        def clusters() -> list[tuple[str, ...]]:
            resolve(store)
            return sorted(e.members for e in store.entities() if e.kind is Kind.JOURNALIST)

        assert clusters() == sorted([(a, b, c), (d,)])
        apart = store.judge(Judgement(Verdict.DIFFERENT, b, a))
        assert clusters() == sorted([(a, c), (b,), (d,)])
        store.judge(Judgement(Verdict.SAME, d, b))
        assert clusters() == sorted([(a, c), (b, d)])
        assert store.reasons(d)[0].decided_by == "person"
        store.undo(apart.number)
        assert clusters() == [(a, b, c, d)]
        wrong = reports[0].events[0].id
        store.judge(Judgement(Verdict.WRONG, wrong))
        resolve(store)
        assert wrong not in {c for e in store.events() for c in e.claims}


def test_events_that_people_join_and_part(tmp_path: Path) -> None:
    reports = [act("a", **MARCH4)(), act("b", **MARCH4)(), act("c", **MARCH9)()]
    with f.built(tmp_path, *reports) as store:
        a, b, c = (r.events[0].id for r in reports)
        store.judge(Judgement(Verdict.DIFFERENT, a, b))
        store.judge(Judgement(Verdict.SAME, a, c))
        resolve(store)
        assert sorted(e.claims for e in store.events()) == sorted([(a, c), (b,)])


def test_any_order_gives_the_same_store(tmp_path: Path) -> None:
    found = set()
    for i, order in enumerate(itertools.islice(itertools.permutations(f.corpus()), 0, 120, 17)):
        with f.built(tmp_path / str(i), *order) as store:
            found.add((tuple(store.entities()), tuple(store.events())))
    assert len(found) == 1


def test_resolving_again_changes_nothing(tmp_path: Path) -> None:
    with f.built(tmp_path) as store:
        before = list(store.connection.iterdump())
        said = [dumps_line(to_json(c, ALL)) for c in store.claims()]
        resolve(store)
        assert list(store.connection.iterdump()) == before
        assert [dumps_line(to_json(c, ALL)) for c in store.claims()] == said


def test_coordinates(tmp_path: Path) -> None:
    with f.built(tmp_path) as store:
        resolve(store, {1518980: (42.3, 69.6)}.get)
        assert (entity(store, "Shymkent").latitude, entity(store, "Shymkent").longitude) == (42.3, 69.6)
        assert entity(store, "Kazakhstan").latitude is None
