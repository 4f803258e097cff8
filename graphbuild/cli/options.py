"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

store_option: Decorator = click.option(
    "--store", metavar="PATH", help="The store: a file or a folder with graph.sqlite (else $GRAPHBUILD_STORE, else here)."
)
model_option: Decorator = click.option(
    "--model", metavar="NAME", help="A spaCy pipeline instead of the shipped one: a name or a folder, UD or CLEAR labels."
)
confidence_option: Decorator = click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="Leave out claims below this."
)
strict_option: Decorator = click.option(
    "--strict", is_flag=True, help="Only what one would publish after a look: confidence 0.8 and told as fact."
)
database_options: Decorator = lambda command: click.option(  # noqa: E731
    "--uri", metavar="BOLT", help="A Neo4j server (bolt://, neo4j://, neo4j+s://) instead of the embedded engine."
)(
    click.option("--user", default="neo4j", show_default=True, help="Its user; the password: $NEO4J_PASSWORD or a prompt.")(
        click.option("--database", metavar="NAME", help="Its database, where it is not the default.")(command)
    )
)


def password(user: str) -> str:
    """Return the server's password from $NEO4J_PASSWORD, else ask; it never stands on the command line."""
    known = os.environ.get("NEO4J_PASSWORD")
    if known:
        return known
    return str(click.prompt(f"Password of {user}", hide_input=True, err=True))
