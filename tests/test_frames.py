"""Frame files and the list of light verbs: what the loader accepts, and that what is shipped makes sense."""

from __future__ import annotations

import pytest

from graphbuild.errors import DataError
from graphbuild.lexicons.frames import SLOTS, join_frames, load_frames, parse_frame
from graphbuild.lexicons.words import LightVerb, load_words
from graphbuild.model import EventType

HEAD = "type: Assault\ndefinition: Force is used.\nsubtypes: [torture]\npatient: [person]\nunits:\n"
FRAMES = load_frames()
UNITS = [unit for units in FRAMES.by_head.values() for unit in units]

BAD = [
    ("unknown field", "  - {verb: beat, patinet: [person]}", 6, "unknown field 'patinet'"),
    ("two parts of speech", "  - {verb: beat, noun: beating}", 6, "one of the fields"),
    ("no part of speech", "  - {confidence: 0.5}", 6, "one of the fields"),
    ("unknown slot", "  - {verb: beat, target: [victim]}", 6, "unknown slot 'victim'"),
    ("unknown class", "  - {verb: beat, patient: [people]}", 6, "unknown class 'people'"),
    ("capitals", "  - {verb: Beat}", 6, "lower case"),
    ("no share", "  - {verb: beat, confidence: 2}", 6, "between 0 and 1"),
    ("unknown subtype", "  - {verb: beat, subtype: stoning}", 6, "unknown subtype"),
    ("twice", "  - {verb: beat}\n  - {verb: beat}", 7, "stands in line 6"),
    ("phrase as condition", "  - {verb: beat, when: [in custody]}", 6, "single lemmas"),
]


@pytest.mark.parametrize(("units", "line", "reason"), [c[1:] for c in BAD], ids=[c[0] for c in BAD])
def test_a_bad_unit_is_refused_by_file_and_line(units: str, line: int, reason: str) -> None:
    with pytest.raises(DataError) as caught:
        parse_frame(HEAD + units + "\n", "assault.yaml")
    assert f"assault.yaml:{line}" in str(caught.value)
    assert reason in str(caught.value)


def test_two_types_may_not_claim_one_unit() -> None:
    one = parse_frame(HEAD + "  - {verb: beat}\n", "assault.yaml")
    other = parse_frame(HEAD.replace("Assault", "Killing") + "  - {verb: beat}\n", "killing.yaml")
    with pytest.raises(DataError, match="unit of Assault too"):
        join_frames({"assault.yaml": one, "killing.yaml": other})


def test_a_frame_gives_its_units_what_they_share() -> None:
    frame = parse_frame(HEAD + "  - {verb: [beat up, hit]}\n  - {noun: beating, target: [of]}\n", "assault.yaml")
    assert [(u.lemmas, u.pos, u.head) for u in frame.units] == [
        (("beat", "up"), "verb", "beat"), (("hit",), "verb", "hit"), (("beating",), "noun", "beating"),
    ]  # fmt: skip
    assert {u.patient for u in frame.units} == {frozenset({"person"})}


def test_every_type_has_a_frame() -> None:
    assert set(FRAMES.by_type) == set(EventType)


def test_longer_units_come_first() -> None:
    for units in FRAMES.by_head.values():
        assert [len(u.lemmas) for u in units] == sorted((len(u.lemmas) for u in units), reverse=True)


def test_no_slot_of_a_verb_holds_both_sides() -> None:
    """An event noun's possessor may be either, a verb's subject is one of them: who is both is an inversion waiting."""
    assert [u for u in UNITS if u.pos == "verb" and set(u.perpetrator) & set(u.target)] == []


def test_whoever_suffers_as_subject_has_no_subject_as_agent() -> None:
    assert [u for u in UNITS if "agent" in u.target and "agent" in u.perpetrator] == []


@pytest.mark.parametrize(
    ("pos", "head", "type_"),
    [
        ("verb", "kidnap", "Abduction"), ("verb", "sue", "Lawsuit"), ("noun", "verdict", "Conviction"),
        ("noun", "raid", "Search"), ("verb", "ddos", "Cyberattack"), ("noun", "harassment", "Harassment"),
        ("verb", "deport", "Expulsion"), ("verb", "confiscate", "Seizure"), ("verb", "wiretap", "Surveillance"),
    ],
)  # fmt: skip
def test_words_for_types(pos: str, head: str, type_: str) -> None:
    assert type_ in {u.type.value for u in FRAMES.by_head[pos, head]}


def test_light_verbs_say_where_the_noun_and_somebody_stands() -> None:
    verbs = load_words(LightVerb)
    assert verbs.get("carry out") is not None
    for entries in verbs.entries.values():
        for entry in entries:
            assert entry.noun
            assert entry.agent or entry.target
            assert {*entry.noun, *entry.agent, *entry.target} <= SLOTS
            assert not set(entry.agent) & set(entry.target)
