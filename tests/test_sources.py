"""Who reports an act is not who did it: the sentences of the other tables, each told by a press group."""

from __future__ import annotations

import re

import pytest
from test_extract import ACTS, NO_ACTS, STILL_ACTS, acts, read

SENTENCES = sorted({row[1] for row in ACTS} | set(NO_ACTS) | {row[0] for row in STILL_ACTS})
WHOLE = [s for s in SENTENCES if re.fullmatch(r"[^.\n\"“]+\.", s) and not re.search("Press Union| said ", s)]
NAME = re.compile(r"[A-Z][\w’'-]+ [A-Z]|[A-Z]{2}|Radio |TV ")


def inside(sentence: str) -> str:
    """Return a sentence as it stands within another."""
    return sentence if NAME.match(sentence) else sentence[0].lower() + sentence[1:]


FRAMES = {
    "said before": lambda s: f"The Press Union said that {inside(s)}",
    "said after": lambda s: f"{s[:-1]}, the Press Union said.",
    "according to": lambda s: f"According to the Press Union, {inside(s)}",
    "told": lambda s: f"Witnesses told the Press Union that {inside(s)}",
}


@pytest.mark.parametrize("frame", FRAMES)
def test_who_reports_has_done_nothing(frame: str) -> None:
    accused = {told: found for s in WHOLE if (found := by_the_union(told := FRAMES[frame](s)))}
    assert accused == {}


def by_the_union(told: str) -> set[str]:
    """Return the acts and sufferings of the press group that a text only quotes."""
    return {act for act in acts(read(told)) if "Press Union" in act}
