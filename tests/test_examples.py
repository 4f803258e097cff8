from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any, NoReturn

import pytest

from graphbuild.documents import read
from graphbuild.errors import InputError
from graphbuild.evaluate import load_gold
from graphbuild.model import Document, Factuality

EXAMPLES = Path(__file__).parents[1] / "examples"
GOLD_FILES = sorted((EXAMPLES / "gold").glob("*.json"))
Json = dict[str, Any]


def refuse(error: InputError) -> NoReturn:
    raise error


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {document.id: document for document in read([EXAMPLES], refused=refuse)}


@pytest.fixture(params=GOLD_FILES, ids=lambda path: path.stem)
def gold(request: pytest.FixtureRequest) -> Json:
    loaded: Json = json.loads(request.param.read_text("utf-8"))
    return loaded


def claims(gold: Json) -> list[Json]:
    return [*gold["events"], *gold["unasserted"]]


def participants(event: Json) -> set[str]:
    return {*event["perpetrators"], *event["targets"], *filter(None, [event["place"]])}


def test_every_document_has_one_gold_and_every_gold_one_document(documents: dict[str, Document]) -> None:
    assert sorted(documents) == sorted(path.stem for path in GOLD_FILES) == sorted(load_gold(EXAMPLES))


def test_gold_has_the_documents_text_and_metadata(gold: Json, documents: dict[str, Document]) -> None:
    document = documents[gold["id"]]
    published = document.published.isoformat() if document.published else None
    told = (document.text, document.url, document.publisher, document.title, published, document.parent)
    assert told == tuple(gold[key] for key in ("text", "url", "publisher", "title", "published", "parent"))


def test_evidence_charge_penalty_and_aliases_stand_in_the_text(gold: Json) -> None:
    quotes = [x["evidence"] for x in (*gold["relations"], *claims(gold))]
    quotes += [event[key] for event in claims(gold) for key in ("charge", "penalty") if event[key]]
    quotes += [relation["position"] for relation in gold["relations"] if relation.get("position")]
    assert [quote for quote in quotes if quote not in gold["text"]] == []
    aliases = [alias for entity in (*gold["entities"], *gold["others"]) for alias in entity["aliases"]]
    assert [alias for alias in aliases if alias.lower() not in gold["text"].lower()] == []


def test_what_is_unasserted_stands_apart(gold: Json) -> None:
    assert all(Factuality(event["factuality"]).asserted for event in gold["events"])
    assert not any(Factuality(event["factuality"]).asserted for event in gold["unasserted"])


def test_entities_are_those_that_take_part_or_are_always_listed(gold: Json) -> None:
    inside = {i for event in gold["events"] for i in participants(event)}
    inside |= {i for relation in gold["relations"] for i in (relation["subject"], relation["object"])}
    idle = [e for e in gold["entities"] if e["id"] not in inside]
    assert all(e["named"] and e["type"] in {"Journalist", "Official", "Outlet", "Agency"} for e in idle)
    aside = {i for event in gold["unasserted"] for i in participants(event)}
    assert {e["id"] for e in gold["others"]} == aside - {e["id"] for e in gold["entities"]}


def told_of(name: str, *, role: str) -> dict[str, set[str]]:
    """Return the event types in which a name has a role, by document."""
    found = defaultdict(set)
    for document in load_gold(EXAMPLES).values():
        names = {e["id"]: e["name"] for e in document["entities"]}
        for event in document["events"]:
            if name in map(names.get, event[role]):
                found[document["id"]].add(event["type"])
    return dict(found)


@pytest.mark.parametrize(
    ("name", "role", "documents_at_least", "types"),
    [
        (
            "Zhansulu Bektemirova",
            "targets",
            4,
            {"Assault", "Seizure", "Threat", "Obstruction", "Detention", "Conviction"},
        ),
        ("Deren Akyolcu", "targets", 4, {"Detention", "Interrogation", "Prosecution", "Conviction", "Release"}),
        ("Shymkent police department", "perpetrators", 2, {"Assault", "Seizure"}),
        ("Trabzon court", "perpetrators", 2, {"Detention", "Conviction"}),
    ],
)
def test_the_corpus_has_recurring_targets_and_perpetrators(
    name: str, role: str, documents_at_least: int, types: set[str]
) -> None:
    found = told_of(name, role=role)
    assert len(found) >= documents_at_least
    assert types <= set().union(*found.values())
