"""Numbered checks: of the project's own data, and of a store.

| code | what must hold |
| --- | --- |
| D101 | every frame of `lexicons/frames/` can be read |
| D102 | every word list of `lexicons/words/` can be read |
| D201 | every saved query can be read, and its header fits its text |
| D301 | the ontology's Turtle files and the JSON-LD context can be read |
| S101 | every quote stands in its document at its offsets |
| S102 | every span of a trigger, a participant or a mention lies inside its document |
| S103 | whoever takes part in a claim, says it or is its place is a referent of the same document |
| S104 | nobody is agent and target of one claim, and a relation joins two referents |

>>> list(check_data())
[]
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from graphbuild.errors import DataError
from graphbuild.model import Claims, EventClaim, RelationClaim, Role, Span
from graphbuild.resources import resource_dir
from graphbuild.store import Store


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold."""

    code: str
    where: str
    what: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.code} {self.where}: {self.what}"


def check_data() -> Iterator[Finding]:
    """Yield what is wrong with the project's own data."""
    for code, rule in DATA_RULES.items():
        try:
            rule()
        except DataError as error:
            yield Finding(code, error.path, str(error).removeprefix(f"{error.path}"))


def check_store(store: Store) -> Iterator[Finding]:
    """Yield what is wrong with a store, document by document."""
    for claims in store.claims():
        for code, rule in STORE_RULES.items():
            for what in rule(claims):
                yield Finding(code, claims.document.id, what)


def frames_can_be_read() -> None:
    """D101."""
    from graphbuild.lexicons.frames import load_frames

    load_frames()


def words_can_be_read() -> None:
    """D102."""
    from graphbuild.lexicons.names import load_names
    from graphbuild.lexicons.words import LISTS, load_words

    load_names()
    for entry in LISTS:
        load_words(entry)


def queries_can_be_read() -> None:
    """D201."""
    from graphbuild import queries, sparql

    queries.saved()
    sparql.queries()


def ontology_can_be_read() -> None:
    """D301."""
    from rdflib import Graph

    for file in resource_dir("ontology").iterdir():
        try:
            if file.name.endswith(".ttl"):
                Graph().parse(data=file.read_text("utf-8"), format="turtle")
            elif file.name.endswith(".jsonld"):
                json.loads(file.read_text("utf-8"))
        except (SyntaxError, ValueError) as error:
            raise DataError(str(file), " ".join(str(error).split())) from error


def quotes_stand(claims: Claims) -> Iterator[str]:
    """S101."""
    for claim in _all(claims):
        quote = claim.evidence
        if not quote.quote or claims.document.text[quote.start : quote.end] != quote.quote:
            yield f"{claim.id}: its quote does not stand at {quote.start}-{quote.end}"


def spans_lie_inside(claims: Claims) -> Iterator[str]:
    """S102."""
    length = len(claims.document.text)
    for id, span in _spans(claims):
        if span is not None and not 0 <= span.start < span.end <= length:
            yield f"{id}: its span {span.start}-{span.end} does not lie in a text of {length} characters"


def referents_are_there(claims: Claims) -> Iterator[str]:
    """S103."""
    known = {r.id for r in claims.referents}
    for id, needed in _needed(claims):
        for missing in sorted(needed - known):
            yield f"{id}: {missing} is no referent of this document"


def sides_differ(claims: Claims) -> Iterator[str]:
    """S104."""
    for event in claims.events:
        if set(event.of_role(Role.PERPETRATOR)) & set(event.of_role(Role.TARGET)):
            yield f"{event.id}: one referent is agent and target"
    for relation in claims.relations:
        if relation.subject == relation.object:
            yield f"{relation.id}: it joins a referent to itself"


def _all(claims: Claims) -> Iterator[EventClaim | RelationClaim]:
    yield from claims.events
    yield from claims.relations


def _spans(claims: Claims) -> Iterator[tuple[str, Span | None]]:
    for claim in _all(claims):
        yield claim.id, claim.evidence.trigger
    for event in claims.events:
        for p in event.participants:
            yield from ((event.id, p.span), (event.id, p.named_by))
    for referent in claims.referents:
        yield from ((referent.id, mention) for mention in referent.mentions)


def _needed(claims: Claims) -> Iterator[tuple[str, set[str]]]:
    for event in claims.events:
        yield event.id, {*(p.referent for p in event.participants), *_there(event.place, event.speaker)}
    for relation in claims.relations:
        yield relation.id, {relation.subject, relation.object, *_there(relation.speaker)}


def _there(*ids: str | None) -> Iterable[str]:
    return filter(None, ids)


DATA_RULES: dict[str, Callable[[], None]] = {
    "D101": frames_can_be_read,
    "D102": words_can_be_read,
    "D201": queries_can_be_read,
    "D301": ontology_can_be_read,
}
STORE_RULES: dict[str, Callable[[Claims], Iterator[str]]] = {
    "S101": quotes_stand,
    "S102": spans_lie_inside,
    "S103": referents_are_there,
    "S104": sides_differ,
}
