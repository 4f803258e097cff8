"""The command line: one command per verb, each parses its options, calls one function and prints.

Commands are imported when they are called, so that `graphbuild --help` loads neither spaCy nor a database driver. Data
goes to stdout, progress and messages to stderr. Exit status: 0, 1 (failed), 2 (usage), 3 (done, some inputs refused).
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from graphbuild.errors import GraphbuildError

COMMANDS = {
    "run": ("graphbuild.cli.reading", "Read reports and build everything: store, graph, page, tables."),
    "extract": ("graphbuild.cli.reading", "Print what each report says: triples, table, json or jsonl."),
    "parse": ("graphbuild.cli.reading", "Show how sentences are read: trees, names, clauses."),
    "evaluate": ("graphbuild.cli.reading", "Measure the extraction against gold annotations."),
    "queries": ("graphbuild.cli.asking", "List the saved queries."),
    "query": ("graphbuild.cli.asking", "Answer a saved query on the embedded engine or a Bolt server."),
    "show": ("graphbuild.cli.asking", "Show one entity's dossier, every line with its quote."),
    "load": ("graphbuild.cli.giving", "Load the graph into Neo4j."),
    "export": ("graphbuild.cli.giving", "Write the graph as ttl, nquads, jsonl or csv."),
    "view": ("graphbuild.cli.giving", "Write the interactive page and open it."),
    "check": ("graphbuild.cli.giving", "Check the store: every quote stands where it says."),
}


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import and return a command."""
        if name not in COMMANDS:
            return None
        found = getattr(import_module(COMMANDS[name][0]), f"{name}_command")
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="graphbuild")
def cli() -> None:
    """Read reports of press-freedom violations; build the graph of who did what to whom."""


def main() -> None:
    """Run the command line; a GraphbuildError becomes one line on stderr and exit status 1."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.Abort:
        click.echo("stopped", err=True)
        sys.exit(1)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except GraphbuildError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
