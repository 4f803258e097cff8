"""Loads the graph into a graph database: Neo4j, or the embedded engine, by the same statements.

Police of Aksu detained Dana Omarova, says a new report: of 40,000 nodes, a load sends the few that this changes.
`neo4j_plan.py` finds them by ids and hashes. Nothing without our `origin` is touched. Every statement may be sent
twice, and a load that was cut off is mended by the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from graphbuild.elements import ORIGIN
from graphbuild.engines import refusals
from graphbuild.errors import EngineError
from graphbuild.labels import EDGE_TYPES, LABELS, ROOT, all_labels
from graphbuild.model import Graph
from graphbuild.projections.neo4j_plan import Changes, Found, Plan, Step, plan, quoted

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session

T = TypeVar("T")
Work: TypeAlias = "Callable[[ManagedTransaction], T]"
BATCH = 5_000
RESENDS = 5
"""How often a transaction is sent again when the connection breaks while it is committed."""
UNIQUE = (*LABELS, ROOT)
"""The labels under which an id may stand once, and by which it is found; the narrowest first, for what errors name."""
FULL_TEXT = "names"
"""The index that saved queries find names by."""
WHERE = "the graph database"
ADVICE = "drop it, or load into another database"
INDEXES = """
SHOW INDEXES YIELD name, type, labelsOrTypes AS labels, properties, owningConstraint AS constraint
WHERE type <> 'LOOKUP' RETURN name, type, labels, properties, constraint ORDER BY name"""
NODES = f"""
MATCH (n:{ROOT}) WHERE n.origin = $origin
RETURN labels(n) AS labels, collect(n.id) AS ids, collect(coalesce(n.hash, '')) AS hashes"""
COUNT = "MATCH (n) RETURN count(n) AS nodes"
EDGES = """
MATCH ()-[r]->() WHERE r.origin = $origin
RETURN [type(r)] AS labels, collect(r.id) AS ids, collect(coalesce(r.hash, '')) AS hashes"""

Progress = Callable[[int, int], None]
"""Called with the number of rows sent and of rows to send."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a load did."""

    nodes: Changes
    edges: Changes

    def __str__(self) -> str:
        """Say it in two lines.

        >>> print(Summary(Changes(created=3), Changes(5, 1, 7, 2)))
        nodes: 3 created, 0 updated, 0 unchanged, 0 removed
        edges: 5 created, 1 updated, 7 unchanged, 2 removed
        """
        told = (("nodes", self.nodes), ("edges", self.edges))
        return "\n".join(
            f"{what}: {c.created} created, {c.updated} updated, {c.unchanged} unchanged, {c.removed} removed"
            for what, c in told
        )


def write(graph: Graph, driver: Driver, database: str | None = None, progress: Progress | None = None) -> Summary:
    """Make the database's part that is ours equal to the graph, whose elements are made by `elements.py`.

    What others wrote stays: nodes, edges, also an edge of theirs at a node that the graph no longer has, which stays
    under it without its properties. EngineError in one line where the database refuses, or where a node of others has
    an id of ours.
    """
    with refusals(WHERE), driver.session(database=database) as session:
        if "ArcadeDB" not in _send(session.execute_read, _agent):
            _make_indexes(session)
        found = _found(session, NODES)
        work = plan(graph, found, _found(session, EDGES))
        if _send(session.execute_read, partial(_read, query=COUNT))[0]["nodes"] > len(found):
            _refuse_others(session, work)
        _write_all(session, work.steps, progress)
    return Summary(work.nodes, work.edges)


def schema() -> tuple[str, ...]:
    """Return Neo4j's statements for constraints and indexes; they can be run again.

    For edges a plain index would not do: while the types are young, Neo4j takes them for empty, and a MERGE then reads
    the whole index for each row as readily as it looks one id up. Under a constraint it only looks up.

    The embedded engine has its own (`engines.embedded.schema`): it takes them only in SQL.
    """
    unique = (f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{quoted(x)}) REQUIRE n.id IS UNIQUE" for x in UNIQUE)
    by_id = (f"CREATE CONSTRAINT IF NOT EXISTS FOR ()-[r:{quoted(x)}]-() REQUIRE r.id IS UNIQUE" for x in EDGE_TYPES)
    names = f"CREATE FULLTEXT INDEX {FULL_TEXT} IF NOT EXISTS FOR (n:{quoted(ROOT)}) ON EACH [n.search]"
    return (*unique, *by_id, names)


def _agent(transaction: ManagedTransaction) -> str:
    return str(transaction.run("RETURN 1").consume().server.agent)


def _make_indexes(session: Session) -> None:
    """Make what `schema` says, and wait for it; EngineError where an index of others stands in the way.

    `IF NOT EXISTS` passes over it in silence: a full-text index called `names` over other things would be asked by
    the saved queries, and find nothing.
    """
    for index in _send(session.execute_read, partial(_read, query=INDEXES)):
        if _is_in_the_way(**index):
            what = f"`{index['name']}` on :{'|'.join(index['labels'])}({', '.join(index['properties'])})"
            raise EngineError(f"{WHERE} has an index {what} in the way of graphbuild's: {ADVICE}")
    _send(session.execute_write, _declare)
    _send(session.execute_read, partial(_read, query="CALL db.awaitIndexes(300)"))


def _is_in_the_way(
    name: str, type: str, labels: Sequence[str], properties: Sequence[str], constraint: str | None
) -> bool:
    """Tell whether an index has our name, or covers what one of ours would, so that it cannot be made.

    >>> _is_in_the_way("names", "RANGE", ["Person"], ["age"], None)
    True
    >>> _is_in_the_way("any_name", "RANGE", ["Journalist"], ["id"], "any_name")  # a constraint does what ours would
    False
    """
    full_text = type == "FULLTEXT" and (labels, properties) == ([ROOT], ["search"])
    plain = type == "RANGE" and properties == ["id"] and labels[0] in (*UNIQUE, *EDGE_TYPES) and constraint is None
    return full_text != (name == FULL_TEXT) or plain


def _declare(transaction: ManagedTransaction) -> None:
    for statement in schema():
        transaction.run(statement).consume()


def _read(transaction: ManagedTransaction, query: str, **parameters: Any) -> list[dict[str, Any]]:
    return transaction.run(query, parameters).data()


def _found(session: Session, query: str) -> dict[str, Found]:
    """Read what is there of ours as collected lists: a fifteenth of the time that a row for each takes."""
    groups = _send(session.execute_read, partial(_read, query=query, origin=ORIGIN))
    return {
        id: Found(frozenset(group["labels"]), hash)
        for group in groups
        for id, hash in zip(group["ids"], group["hashes"], strict=True)
    }


def _refuse_others(session: Session, work: Plan) -> None:
    """Raise, before anything is written, where a MERGE would take somebody else's node for ours, or meet it.

    A database that holds nothing of others is not asked: to compile a query for each label takes longer than to load.
    """
    of_label = {
        label: [id for leaf in work.new if label in all_labels(leaf) for id in work.new[leaf]] for label in UNIQUE
    }
    for label, ids in of_label.items():
        for rows in _batches(ids):
            taken = f"UNWIND $rows AS id MATCH (n:{quoted(label)} {{id: id}}) WHERE coalesce(n.origin, '') <> $origin"
            query = f"{taken} RETURN n.id AS id ORDER BY id LIMIT 1"
            if found := _send(session.execute_read, partial(_read, query=query, rows=rows, origin=ORIGIN)):
                raise EngineError(
                    f"{WHERE} holds a {label} with the id {found[0]['id']!r} that graphbuild did not write"
                )


def _write_all(session: Session, steps: Sequence[Step], progress: Progress | None) -> None:
    """Send the steps in order, each batch in a transaction of its own."""
    total, done = sum(len(step.rows) for step in steps), 0
    for step in steps:
        for rows in _batches(step.rows):
            _write(session, step, rows)
            done += len(rows)
            if progress:
                progress(done, total)


def _write(session: Session, step: Step, rows: list[Any]) -> None:
    """Send a batch; a CREATE whose answer got lost, or that another load was ahead of, is followed by a MERGE."""
    from neo4j.exceptions import ConstraintError, IncompleteCommit

    if step.first:
        with suppress(ConstraintError, IncompleteCommit):
            return session.execute_write(_run, step.first, rows, step.counted)
    try:
        _send(session.execute_write, partial(_run, cypher=step.cypher, rows=rows, counted=step.counted))
    except ConstraintError as error:
        raise EngineError(f"{WHERE}: {error.message}; where a constraint of yours forbids this, {ADVICE}") from error


def _run(transaction: ManagedTransaction, cypher: str, rows: list[Any], counted: bool) -> None:
    result = transaction.run(cypher, rows=rows)
    taken = result.single(strict=True)["taken"] if counted else len(rows)
    result.consume()
    if taken != len(rows):
        raise EngineError(f"{WHERE} took {taken} of {len(rows)} rows of: {cypher}")


def _send(execute: Callable[[Work[T]], T], work: Work[T]) -> T:
    """Send a transaction; again where the answer to its commit got lost, which the driver leaves to us.

    Transactions are managed ones throughout: the embedded engine commits statements outside them piece by piece.
    """
    from neo4j.exceptions import IncompleteCommit

    for _ in range(RESENDS):
        with suppress(IncompleteCommit):
            return execute(work)
    return execute(work)


def _batches(rows: Sequence[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(rows), BATCH):
        yield list(rows[start : start + BATCH])
