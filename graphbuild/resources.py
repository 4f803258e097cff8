"""Finds the data folders that stand outside the package.

`ontology/` and `queries/` lie beside the package in a checkout and inside it in a wheel (hatchling's `force-include`).
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

PACKAGED = {"ontology": "ontology", "queries": "queries_data"}
"""Folder name in the checkout → its name in the wheel (`graphbuild.queries` is a module already)."""


def resource_dir(name: str) -> Traversable:
    """Return the folder `ontology` or `queries`, from the wheel if it is there, else from the checkout.

    >>> resource_dir("queries").is_dir()
    True
    """
    packaged = files("graphbuild") / PACKAGED[name]
    return packaged if packaged.is_dir() else Path(str(files("graphbuild"))).parent / name
