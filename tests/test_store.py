import itertools
import multiprocessing
import sqlite3
import time
from dataclasses import replace
from multiprocessing.synchronize import Barrier
from pathlib import Path

import factories as f
import pytest

from graphbuild.database import create_database
from graphbuild.errors import StoreError
from graphbuild.judgements import Judgement, Verdict
from graphbuild.model import Claims, Source
from graphbuild.store import Store, find_store, save


@pytest.fixture
def store(tmp_path: Path):
    with Store.create(tmp_path / "new" / "graph.sqlite") as store:
        yield store


def dump(store: Store) -> list[str]:
    return list(store.connection.iterdump())


def test_what_is_saved_is_read(store: Store) -> None:
    assert save(f.corpus(), store) == 5
    assert tuple(store.claims()) == f.corpus()
    assert [d.id for d in store.documents()] == ["a", "b", "c", "d", "e"]


def test_saving_again_changes_nothing(store: Store) -> None:
    save(f.corpus(), store)
    before = dump(store)
    assert save(reversed(f.corpus()), store) == 0
    assert dump(store) == before


def test_documents_come_by_date_undated_last(store: Store) -> None:
    save([f.detention(i, published=p) for i, p in [("z", "2020-01-01"), ("a", None), ("m", "2020-01-01")]], store)
    assert [c.document.id for c in store.claims()] == ["m", "z", "a"]


def test_new_claims_replace_the_old(store: Store) -> None:
    first, second = f.detention("a"), f.detention("a", confidence=0.4)
    assert (save([first], store), save([second], store)) == (1, 1)
    assert list(store.claims()) == [second]


@pytest.mark.parametrize("order", list(itertools.permutations("AÄB")))
def test_of_inputs_with_one_id_the_first_by_json_counts(store: Store, order: tuple[str, ...]) -> None:
    inputs = {name: f.detention("a", f"{name} Serik") for name in order}
    save(inputs.values(), store)
    (kept,) = store.claims()
    # in JSON, Ä is written \u00c4, and a backslash sorts after capital letters
    assert kept == inputs["A"]


@pytest.mark.parametrize("paths", [("x.html", "y.html"), ("y.html", "x.html")])
def test_the_source_is_kept(store: Store, paths: tuple[str, str]) -> None:
    for path in paths:
        claims = f.detention("a")
        source = Source(path, "00ff", b"\xff\x00<p>")
        save([replace(claims, document=replace(claims.document, source=source))], store)
    kept = store.source("a")
    assert kept is not None
    assert (kept.path, kept.sha256, kept.data) == ("x.html", "00ff", b"\xff\x00<p>")
    assert store.source("b") is None
    store.remove("a")
    assert store.connection.execute("SELECT count(*) FROM sources").fetchone() == (0,)


def test_remove(store: Store) -> None:
    save(f.corpus(), store)
    assert (store.remove("c"), store.remove("c")) == (True, False)
    assert [c.document.id for c in store.claims()] == ["a", "b", "d", "e"]
    counts = [store.connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("mentions", "participants")]
    others = [c for c in f.corpus() if c.document.id != "c"]
    assert counts == [
        sum(len(r.mentions) for c in others for r in c.referents),
        sum(len(e.participants) for c in others for e in c.events),
    ]


@pytest.mark.parametrize("name", ["Aliya \ud800 Serik", "'); DROP TABLE documents; --", "a\x00b", "\U0010ffff\r\n"])
def test_any_string_comes_back(store: Store, name: str) -> None:
    claims = f.detention(name, name)
    save([claims], store)
    assert list(store.claims()) == [claims]
    assert store.claims_of(name) == claims


def test_a_bad_document_leaves_nothing_half_written(store: Store) -> None:
    save([f.detention("a")], store)
    twice = f.detention("b")
    broken = Claims(twice.document, twice.referents * 2)
    before = dump(store)
    with pytest.raises(StoreError, match="document 'b': UNIQUE"):
        save([broken], store)
    assert dump(store) == before


def _write_half(path: Path) -> None:
    store = Store.open(path)
    store.connection.execute("BEGIN IMMEDIATE")
    store.connection.execute("DELETE FROM documents")
    multiprocessing.current_process().kill()


def test_an_interruption_leaves_nothing_half_written(store: Store) -> None:
    save(f.corpus(), store)
    process = multiprocessing.get_context("spawn").Process(target=_write_half, args=(store.path,))
    process.start()
    process.join(30)
    assert tuple(store.claims()) == f.corpus()


def _save_one(path: Path, id: str) -> None:
    with Store.create(path) as store:
        save([f.detention(id)], store)


def test_two_processes_at_once(tmp_path: Path) -> None:
    path, context = tmp_path / "graph.sqlite", multiprocessing.get_context("spawn")
    processes = [context.Process(target=_save_one, args=(path, id)) for id in "ab"]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    with Store.open(path) as store:
        assert [d.id for d in store.documents()] == ["a", "b"]


def _make_stores(start: Barrier, folder: Path, lateness: float) -> None:
    for number in range(60):
        start.wait(60)
        time.sleep(lateness * number / 60)  # so that some come while the first is at it
        create_database(folder / f"{number}.sqlite").close()


def test_four_processes_make_one_store_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(4)
    processes = [context.Process(target=_make_stores, args=(start, tmp_path, i * 0.004)) for i in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0] * 4
    with Store.open(tmp_path / "0.sqlite") as store:
        assert store.connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def _no_file(path: Path) -> None:
    pass


def _text(path: Path) -> None:
    path.write_text("not a database, but long enough to be taken for one" * 40)


def _other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.close()


def _later_version(path: Path) -> None:
    with Store.create(path) as store:
        store.connection.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_no_file, "no store there"),
        (_text, "file is not a database"),
        (_other_database, "an SQLite file, but no graphbuild store"),
        (_later_version, "a store of version 99; this graphbuild reads version 1"),
    ],
)
def test_refuses(tmp_path: Path, make, reason: str) -> None:
    path = tmp_path / "graph.sqlite"
    make(path)
    with pytest.raises(StoreError, match=reason) as caught:
        Store.open(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_find_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRAPHBUILD_STORE", raising=False)
    assert find_store(None) == Path("graph.sqlite")
    monkeypatch.setenv("GRAPHBUILD_STORE", str(tmp_path))
    assert find_store(None) == tmp_path / "graph.sqlite"
    assert find_store("other.sqlite") == Path("other.sqlite")


def test_judgements(store: Store) -> None:
    a, b = f.detention("a"), f.detention("b")
    save([a, b], store)
    pair = (a.referents[2].id, b.referents[2].id)
    same = store.judge(Judgement(Verdict.SAME, *pair))
    different = store.judge(Judgement(Verdict.DIFFERENT, *reversed(pair), decided_by="Ana", decided_at="2026-01-01"))
    right = store.judge(Judgement(Verdict.RIGHT, a.relations[0].id))
    assert store.judgements() == [different, right]
    assert different.number is not None
    store.undo(different.number)
    assert store.judgements() == [same, right]
    with pytest.raises(StoreError, match=f"no judgement {different.number} to undo"):
        store.undo(different.number)
    with pytest.raises(StoreError, match="no document mentions or claims 'ref-0'"):
        store.judge(Judgement(Verdict.SAME, pair[0], "ref-0"))


@pytest.mark.parametrize("parts", [(Verdict.SAME, "a"), (Verdict.RIGHT, "a", "b"), (Verdict.SAME, "a", "a")])
def test_judgements_that_make_no_sense(parts: tuple[Verdict, str]) -> None:
    with pytest.raises(StoreError, match="makes no sense"):
        Judgement(*parts)


def test_log_run_is_kept(store: Store) -> None:
    store.log_run("run corpus", 5, "2026-01-01T00:00:00")
    assert store.connection.execute("SELECT command, documents FROM runs").fetchall() == [("run corpus", 5)]
