"""What every engine takes goes into a node; the rest is mended, or refused by name."""

from __future__ import annotations

from datetime import date
from math import inf, nan

import pytest

from graphbuild.elements import INDEX_BYTES, node
from graphbuild.model import Value


@pytest.mark.parametrize(
    "value", ["", "a\0b", True, -(2**63), 2**63 - 1, 0.5, date.min, date.max, ("a",), date(2020, 2, 29)]
)
def test_what_every_engine_takes_stays_as_it_is(value: Value) -> None:
    assert node("x", "Person", {"value": value}).properties["value"] == value


@pytest.mark.parametrize(
    ("given", "mended"),
    [
        ("half \ud83d", "half \ufffd"),
        (("\udcff", "a"), ("\ufffd", "a")),
        ("x" * 10_000, "x" * INDEX_BYTES),
        ("x" + "Ә" * 10_000, "x" + "Ә" * (INDEX_BYTES // 2 - 1)),
        (("x" * 10_000,), ("x" * INDEX_BYTES,)),
    ],
)
def test_a_text_is_mended(given: Value, mended: Value) -> None:
    assert node("x", "Person", {"value": given}).properties["value"] == mended


@pytest.mark.parametrize(
    "value", [2**63, -(2**63) - 1, nan, inf, -inf, b"bytes", {"a": 1}, ["a"], (1,), ("a", 1), ("a", None), (("a",),)]
)
def test_what_an_engine_refuses_is_refused_by_name(value: Value) -> None:
    with pytest.raises(ValueError, match=r"^no value of a graph: latitude = "):
        node("x", "Place", {"latitude": value})
