"""Commands that ask: queries, query, show."""

from __future__ import annotations

import click

from graphbuild.cli.options import (
    database_options,
    format_option,
    given,
    server,
    store_option,
    threshold,
    threshold_options,
)


@click.command("queries")
@format_option
def queries_command(form: str) -> None:
    """List the saved queries, with what they answer and take."""
    from graphbuild.projections.tables import write_rows
    from graphbuild.queries import saved

    columns = ("query", "answers", "parameters")
    write_rows(columns, [(q.name, q.question, tuple(p.name for p in q.parameters)) for q in saved()], form)


@click.command("query")
@click.argument("name")
@click.option(
    "-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter of the query; repeatable."
)
@click.option("--explain", is_flag=True, help="Print the query and its documentation instead of an answer.")
@format_option
@store_option
@database_options
def query_command(
    name: str,
    params: tuple[str, ...],
    explain: bool,
    form: str,
    store: str | None,
    uri: str | None,
    user: str,
    database: str | None,
) -> None:
    """Answer a saved query: on the embedded engine from the store, or on the server given by --uri."""
    from graphbuild.answers import answer, answer_from
    from graphbuild.projections.tables import write_rows
    from graphbuild.queries import load
    from graphbuild.store import find_store

    query = load(name)
    if explain:
        click.echo(query.text, nl=False)
        return
    values = given(params)
    if uri:
        with server(uri, user, database) as engine:
            found = answer_from(query, values, engine)
    else:
        found = answer(query, values, find_store(store))
    write_rows(found.columns, found.rows, form)


@click.command("show")
@click.argument("name")
@store_option
@threshold_options
def show_command(name: str, store: str | None, min_confidence: float, strict: bool) -> None:
    """Show the dossier of everybody and everything that bears NAME, every line with its quote."""
    from graphbuild.dossier import Dossiers
    from graphbuild.graph import build
    from graphbuild.store import Store, find_store

    with Store.open(find_store(store)) as opened:
        dossiers = Dossiers(build(opened, threshold(min_confidence, strict)))
    for number, node in enumerate(dossiers.find(name)):
        click.echo("\n" * (number > 0), nl=False)
        for line in dossiers.lines(node):
            click.echo(line)
