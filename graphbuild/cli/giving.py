"""Commands that give the graph away: load, export, view; and check, which says whether it may be."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from graphbuild.cli.options import server, server_options, store_option, threshold, threshold_options

EXPORTS = ("ttl", "nquads", "jsonl", "csv", "neo4j-csv", "browser")


@click.command("load")
@server_options
@store_option
@threshold_options
def load_command(
    uri: str, user: str, database: str | None, store: str | None, min_confidence: float, strict: bool
) -> None:
    """Load the graph into a Neo4j server: what changed is written, what is gone is removed, others' data stay."""
    from graphbuild.graph import build
    from graphbuild.progress import progress
    from graphbuild.projections import neo4j
    from graphbuild.store import Store, find_store

    with Store.open(find_store(store)) as opened:
        graph = build(opened, threshold(min_confidence, strict))
    with server(uri, user, database) as engine, progress.rows("loading") as told:
        summary = neo4j.write(graph, engine.driver, engine.database, told)
    click.echo(str(summary))


@click.command("export")
@click.argument("form", metavar="FORMAT", type=click.Choice(EXPORTS))
@click.option("-o", "--out", metavar="PATH", help="Where to write; standard output where it is not given.")
@store_option
@threshold_options
def export_command(form: str, out: str | None, store: str | None, min_confidence: float, strict: bool) -> None:
    """Write the graph: ttl and nquads (RDF), jsonl (a node or edge a line), csv (a row for each triple).

    neo4j-csv writes a folder of files for `neo4j-admin database import`, and says the command that imports them.
    browser writes a folder: a style, favourites for Neo4j Browser, and a page that says how to use them.
    """
    from graphbuild.export import FOLDERS, export
    from graphbuild.graph import build
    from graphbuild.store import Store, find_store

    to_path = out if out != "-" else None
    if form in FOLDERS and not to_path:
        raise click.UsageError(f"{form} is a folder of files: say where to write it with -o DIR")
    with Store.open(find_store(store)) as opened:
        graph = build(opened, threshold(min_confidence, strict))
    if to_path:
        click.echo(export(graph, form, Path(to_path)), err=True)
    else:
        export(graph, form, None)


@click.command("view")
@click.option("-o", "--out", metavar="FILE", help="Where to write the page; graph.html beside the store else.")
@click.option("--no-open", is_flag=True, help="Only write the page and print its path.")
@store_option
@threshold_options
def view_command(out: str | None, no_open: bool, store: str | None, min_confidence: float, strict: bool) -> None:
    """Write the interactive page of the graph and open it in the browser."""
    from graphbuild.graph import build
    from graphbuild.projections import html
    from graphbuild.store import Store, find_store

    path = find_store(store)
    page = Path(out) if out else path.parent / "graph.html"
    with Store.open(path) as opened:
        html.write(build(opened, threshold(min_confidence, strict)), page)
    click.echo(str(page))
    if not no_open:
        click.launch(str(page))


@click.command("check")
@store_option
def check_command(store: str | None) -> None:
    """Check the project's own data, and of the store that every quote stands where it says."""
    from graphbuild.check import check_data, check_store
    from graphbuild.store import Store, find_store

    path = find_store(store)
    findings = [str(f) for f in check_data()]
    if store is not None or path.is_file():
        with Store.open(path) as opened:
            findings += [str(f) for f in check_store(opened)]
            click.echo(f"{path}: {sum(1 for _ in opened.documents())} documents checked", err=True)
    for finding in findings:
        click.echo(finding)
    click.echo("all is well" if not findings else f"{len(findings)} findings", err=True)
    sys.exit(1 if findings else 0)
