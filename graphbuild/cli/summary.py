"""What `run` prints at the end: who was hit and who did it again and again, what was written, and how to go on."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

import click

from graphbuild.run import Outcome

TABLES = (("Recurring targets", "recurring-targets"), ("Recurring perpetrators", "recurring-perpetrators"))
SHOWN = ("name", "events", "types", "first", "last")
HEADS = ("name", "events", "kinds", "first", "last")


def print_summary(outcome: Outcome) -> None:
    """Print it; where the platform has no embedded engine, say what `query` needs instead of the tables."""
    from graphbuild.errors import EngineError

    try:
        _print_tables(outcome)
    except EngineError as error:
        click.echo(f"No tables: {error}", err=True)
    events = f"{outcome.events} event claim{'s' * (outcome.events != 1)}"
    click.echo(f"{outcome.documents} report{'s' * (outcome.documents != 1)}, {events}. Written:")
    for path in outcome.files:
        click.echo(f"  {path}")
    click.echo("Look further:")
    for command in _commands(outcome):
        click.echo(f"  {command}")
    if outcome.refused:
        click.echo(f"{len(outcome.refused)} input(s) refused, see {outcome.out / 'errors.jsonl'}", err=True)


def _print_tables(outcome: Outcome) -> None:
    from graphbuild import queries
    from graphbuild.answers import holding
    from graphbuild.projections.tables import print_table

    with holding(outcome.graph, outcome.out) as engine:
        for title, name in TABLES:
            query = queries.load(name)
            found = queries.run(query, engine.driver, queries.bind(query, {}), engine.database)
            places = [found.columns.index(column) for column in SHOWN]
            rows = [tuple(row[place] for place in places) for row in found.rows]
            print_table(HEADS, rows, title)
            click.echo("" if rows else "(nobody more than once)\n")


def _commands(outcome: Outcome) -> Iterator[str]:
    store = f"--store {shlex.quote(str(outcome.out))}"
    name = outcome.someone
    if name:
        yield f"graphbuild show {shlex.quote(name)} {store}"
        yield f"graphbuild query timeline-of -p name={shlex.quote(name)} {store}"
    yield f"graphbuild query perpetrator-target-pairs {store}"
    yield f"graphbuild view {store}"
