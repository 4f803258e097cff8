"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from graphbuild.engines import Engine
    from graphbuild.threshold import Threshold

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
ROWS = ("table", "csv", "json", "jsonl")


def _together(*options: Decorator) -> Decorator:
    """Return a decorator that adds options in the order in which they are given."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


store_option: Decorator = click.option(
    "--store",
    metavar="PATH",
    help="The store: a file or a folder with graph.sqlite (else $GRAPHBUILD_STORE, else here).",
)
model_option: Decorator = click.option(
    "--model",
    metavar="NAME",
    help="A spaCy pipeline instead of the shipped one: a name or a folder, UD or CLEAR labels.",
)
format_option: Decorator = click.option(
    "--format", "form", type=click.Choice(ROWS), default="table", show_default=True, help="How to print the rows."
)
confidence_option: Decorator = click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="Leave out claims below this."
)
strict_option: Decorator = click.option(
    "--strict", is_flag=True, help="Only what one would publish after a look: confidence 0.8 and told as fact."
)
threshold_options: Decorator = _together(confidence_option, strict_option)


def _uri_option(*, required: bool) -> Decorator:
    text = "A Neo4j server: bolt://, neo4j:// or neo4j+s://."
    return click.option("--uri", metavar="URI", required=required, help=text)


_account: Decorator = _together(
    click.option(
        "--user", default="neo4j", show_default=True, help="Its user; the password: $NEO4J_PASSWORD or a prompt."
    ),
    click.option("--database", metavar="NAME", help="Its database, where it is not the default."),
)
database_options: Decorator = _together(_uri_option(required=False), _account)
server_options: Decorator = _together(_uri_option(required=True), _account)


def given(params: tuple[str, ...]) -> dict[str, str]:
    """Return the values of repeated `-p NAME=VALUE`; a usage error where there is no `=`.

    >>> given(("name=Dana Serikova", "from=2020-01-01"))
    {'name': 'Dana Serikova', 'from': '2020-01-01'}
    """
    for param in params:
        if "=" not in param:
            raise click.BadParameter(f"{param!r} is not NAME=VALUE", param_hint="-p")
    pairs = (param.partition("=") for param in params)
    return {name: value for name, _, value in pairs}


def threshold(min_confidence: float, strict: bool) -> Threshold:
    """Return what the two options ask for."""
    from graphbuild.threshold import Threshold

    return Threshold(min_confidence, strict)


def server(uri: str, user: str, database: str | None) -> Engine:
    """Connect to a server; the password comes from $NEO4J_PASSWORD, else a prompt, never from the command line."""
    from graphbuild.engines import connect

    password = os.environ.get("NEO4J_PASSWORD") or str(click.prompt(f"Password of {user}", hide_input=True, err=True))
    return connect(uri, user, password, database)
