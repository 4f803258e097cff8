"""Renders pages that load nothing and run nothing of strangers: what stands in them is what the package ships.

A report calls itself `<script>alert(1)</script>`. Jinja escapes it like every value; and a content security policy that
names the hash of the page's own style and of each of its scripts would not let it run if it came through.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files


def shipped(name: str) -> str:
    """Return the text of a file beside the templates."""
    return (files("graphbuild.projections") / "templates" / name).read_text(encoding="utf-8")


def render(template: str, title: str, style: str, scripts: Sequence[str] = (), **values: object) -> str:
    """Return a page made from a template that extends `page.html`; `style` and `scripts` are texts of ours."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    loader = PackageLoader("graphbuild.projections")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(template).render(
        title=title,
        style=Markup(style),  # noqa: S704
        style_hash=_policy_hash(style),
        scripts=[Markup(script) for script in scripts],  # noqa: S704
        script_hashes=[_policy_hash(script) for script in scripts],
        **values,
    )


def _policy_hash(text: str) -> str:
    """Return a text's hash as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
