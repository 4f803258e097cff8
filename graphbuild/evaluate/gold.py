"""Loads gold annotations, and predictions of the same shape.

A folder holds one JSON object per document, a JSONL file one a line. What an annotator can get wrong (an entity id that
no entity has, an event type that does not exist) is refused by file and line, for a figure on it would be wrong too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graphbuild.errors import InputError
from graphbuild.model import EventType, Kind, Predicate

Place = tuple[Path, int | None]
"""A file, and the line in it where there are several documents."""


def load_gold(path: str | Path) -> dict[str, dict[str, Any]]:
    """Return annotated documents by id: from a folder of .json files (or its folder `gold`), a .json or a .jsonl file.

    Raises `InputError` naming the file, and the line of a .jsonl file, of whatever cannot be read or is no annotation.
    """
    documents: dict[str, dict[str, Any]] = {}
    for where, value in _read(Path(path)):
        problem = next(_problems(value), None)
        if problem is None and value["id"] in documents:
            problem = f"a second document with the id {value['id']}"
        if problem is not None:
            raise InputError(where[0], problem, where[1])
        documents[value["id"]] = value
    return documents


def _read(path: Path) -> Iterator[tuple[Place, Any]]:
    if path.is_dir():
        files = sorted(path.glob("*.json")) or sorted((path / "gold").glob("*.json"))
        if not files:
            raise InputError(path, "no .json files in this folder")
        for file in files:
            yield (file, None), _parse(_text(file), (file, None))
    elif path.suffix == ".json":
        value = _parse(_text(path), (path, None))
        for document in value if isinstance(value, list) else [value]:
            yield (path, None), document
    else:
        for number, line in enumerate(_text(path).split("\n"), 1):
            if line.strip():
                yield (path, number), _parse(line, (path, number))


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(file, f"not UTF-8: {error.reason} at byte {error.start}") from error
    except OSError as error:
        raise InputError(file, error.strerror or "cannot be read") from error


def _parse(text: str, where: Place) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(where[0], f"not JSON: {error}", where[1]) from error


def _problems(value: Any) -> Iterator[str]:
    """Yield what is wrong with an annotated document; a check may rely on those before it."""
    if not isinstance(value, dict) or not isinstance(value.get("id"), str):
        yield "not an annotated document: no object with a string `id`"
        return
    for part in ("entities", "relations", "events"):
        if not isinstance(value.get(part), list) or not all(isinstance(x, dict) for x in value[part]):
            yield f"`{part}` is not a list of objects"
            return
    yield from _entity_problems(value["entities"])
    known = {entity["id"] for entity in value["entities"]}
    for relation in value["relations"]:
        yield from _unknown("predicate", relation.get("predicate"), Predicate)
        yield from _unknown_entities([relation.get("subject"), relation.get("object")], known)
    for event in value["events"]:
        yield from _unknown("event type", event.get("type"), EventType)
        yield from _event_problems(event, known)


def _entity_problems(entities: list[Mapping[str, Any]]) -> Iterator[str]:
    seen: set[str] = set()
    for entity in entities:
        if not all(isinstance(entity.get(key), str) for key in ("id", "name")):
            yield "an entity without a string `id` and `name`"
            return
        if entity["id"] in seen:
            yield f"two entities with the id {entity['id']}"
        aliases = entity.get("aliases", [])
        if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
            yield f"`aliases` of {entity['id']} is not a list of strings"
        yield from _unknown("entity type", entity.get("type"), Kind)
        seen.add(entity["id"])


def _event_problems(event: Mapping[str, Any], known: set[str]) -> Iterator[str]:
    sides = [event.get(side, []) for side in ("perpetrators", "targets")]
    if not all(isinstance(side, list) for side in sides):
        yield "`perpetrators` or `targets` of an event is not a list"
        return
    place = event.get("place")
    yield from _unknown_entities([*sides[0], *sides[1], *([] if place is None else [place])], known)
    for key in ("date", "factuality", "evidence"):
        if not isinstance(event.get(key), str | None):
            yield f"`{key}` of an event is not a string"


def _unknown(what: str, value: Any, choices: type[Kind] | type[Predicate] | type[EventType]) -> Iterator[str]:
    if value not in list(choices):
        yield f"no {what} is called {value!r}"


def _unknown_entities(ids: list[Any], known: set[str]) -> Iterator[str]:
    yield from (f"no entity has the id {i!r}" for i in ids if not isinstance(i, str) or i not in known)
