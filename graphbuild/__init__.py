"""graphbuild: who did what to whom, read from press-freedom reports.

The verbs below, in order, are the architecture: each takes what the one before it gives.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

VERBS = {
    "read": "graphbuild.documents",
    "parse": "graphbuild.language",
    "extract": "graphbuild.extract",
    "save": "graphbuild.store",
    "resolve": "graphbuild.resolve",
    "build": "graphbuild.graph",
}

__all__ = ["build", "extract", "parse", "read", "resolve", "save"]


def __getattr__(name: str) -> Any:
    """Import a verb when it is first used (PEP 562), so that `import graphbuild` costs nothing."""
    if name in VERBS:
        return getattr(import_module(VERBS[name]), name)
    raise AttributeError(f"module 'graphbuild' has no attribute '{name}'")
