"""Each numbered check finds what it is for, and nothing in what is right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import factories as f
import pytest

from graphbuild.check import DATA_RULES, STORE_RULES, check_data, check_store
from graphbuild.model import Claims, Participant, Role, Span
from graphbuild.store import Store, save


def test_the_projects_own_data_are_right() -> None:
    assert [str(finding) for finding in check_data()] == []


def test_what_is_right_passes() -> None:
    assert [what for claims in f.corpus() for rule in STORE_RULES.values() for what in rule(claims)] == []


def other_quote(claims: Claims) -> Claims:
    (event, *rest) = claims.events
    return replace(claims, events=(replace(event, evidence=replace(event.evidence, quote="never said")), *rest))


def outside(claims: Claims) -> Claims:
    (event, *rest) = claims.events
    far = replace(event.evidence, trigger=Span(10_000, 10_004))
    return replace(claims, events=(replace(event, evidence=far), *rest))


def stranger(claims: Claims) -> Claims:
    return replace(claims, events=tuple(replace(e, speaker="ref-0000000000000000") for e in claims.events))


def both_sides(claims: Claims) -> Claims:
    (event, *rest) = claims.events
    target = next(p for p in event.participants if p.role is Role.TARGET)
    twice = Participant(Role.PERPETRATOR, target.referent, target.span)
    return replace(claims, events=(replace(event, participants=(*event.participants, twice)), *rest))


@pytest.mark.parametrize(
    ("code", "broken"), [("S101", other_quote), ("S102", outside), ("S103", stranger), ("S104", both_sides)]
)
def test_what_is_wrong_is_found_by_its_number(code: str, broken: Callable[[Claims], Claims]) -> None:
    claims = broken(f.detention("a"))
    assert [number for number, rule in STORE_RULES.items() if list(rule(claims))] == [code]


def test_a_finding_names_document_and_claim(tmp_path) -> None:
    with Store.create(tmp_path / "graph.sqlite") as store:
        save([other_quote(f.detention("a"))], store)
        (finding,) = check_store(store)
    assert str(finding).startswith("S101 a: ev")


def test_every_rule_has_its_line_in_the_docs() -> None:
    import graphbuild.check as module

    assert all(f"| {code} |" in (module.__doc__ or "") for code in (*DATA_RULES, *STORE_RULES))
