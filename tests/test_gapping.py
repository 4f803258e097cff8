"""Lists in which each victim has a place or a day of his own."""

from __future__ import annotations

import pytest
from test_extract import read

LISTS = [
    (
        "Police arrested Dana Serikova in Osh and Omar Keita in Naryn.",
        {("Dana Serikova",): (None, "Osh"), ("Omar Keita",): (None, "Naryn")},
    ),
    (
        "Police arrested reporters Dana Serikova and Li Wen in Osh and editor Omar Keita in Naryn.",
        {("Dana Serikova", "Li Wen"): (None, "Osh"), ("Omar Keita",): (None, "Naryn")},
    ),
    (
        "The killings of reporter Dana Serikova in 2015 and editor Omar Keita in 2018 remain unsolved.",
        {("Dana Serikova",): ("2015", None), ("Omar Keita",): ("2018", None)},
    ),
    (
        "Dana Serikova was fined on June 3 in Osh, and reporter Omar Keita on June 5 in Naryn.",
        {("Dana Serikova",): ("2024-06-03", "Osh"), ("Omar Keita",): ("2024-06-05", "Naryn")},
    ),
    (
        "Gunmen killed reporter Dana Serikova in Osh in 2015, and editor Omar Keita in Naryn in 2018.",
        {("Dana Serikova",): ("2015", "Osh"), ("Omar Keita",): ("2018", "Naryn")},
    ),
    # one phrase is of all that are named before it
    (
        "Police arrested Dana Serikova and Omar Keita on June 3 in Osh.",
        {("Dana Serikova", "Omar Keita"): ("2024-06-03", "Osh")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_each_victim_has_his_own_day_and_place(
    text: str, expected: dict[tuple[str, ...], tuple[str | None, str | None]]
) -> None:
    claims = read(text)
    names = {r.id: r.name for r in claims.referents}
    found = {
        tuple(sorted(names[p.referent] for p in e.participants if p.role.value == "target")): (
            e.time.edtf if e.time else None,
            names.get(e.place) if e.place else None,
        )
        for e in claims.events
    }
    assert found == expected
