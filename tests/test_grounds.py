"""Two sentences → which claim is the surer one, and by how much."""

from __future__ import annotations

import pytest
from test_coreference import pipeline

from graphbuild import language
from graphbuild.extract import extract
from graphbuild.ids import digest
from graphbuild.model import Document


def confidence(text: str) -> float:
    """Return the confidence of the last act that a text tells."""
    document = Document(id="x", text=text, sha256=digest(text))
    claims = next(iter(extract(language.parse([document], pipeline()))))  # type: ignore[arg-type]
    return claims.events[-1].confidence


SURER = [
    ("a name and a pronoun", "Men beat Dana Vik.", "Dana Vik left. Men beat her."),
    (
        "a pronoun and one with rivals",
        "Dana Vik left. Men beat her.",
        "Lea Norden met Dana Vik. Men beat her.",
    ),
    ("an attack by men and one by a minister", "Men attacked Omar Keita.", "A minister attacked Omar Keita."),
    ("an attack with a weapon", "A minister attacked Keita with a stick.", "A minister attacked Keita."),
    (
        "who is told of, and who may be",
        "Police arrested Omar Keita, who was killed last year.",
        "Police arrested Omar Keita, the brother of reporter Dana Vik, who was killed last year.",
    ),
    ("people and the number of people", "Editors were held.", "The number of editors held since May was 12."),
    ("police and men", "Officers beat Vik.", "Men beat Vik."),
    ("police and somebody", "Officers beat Vik.", "Omar Keita beat Vik."),
    ("a verb and a participle", "Officers beat Vik.", "She described officers beating Vik."),
    ("a report and a quote", "Officers beat Vik.", "Keita said: “Officers beat Vik.”"),
    ("a verb and a noun", "Dana Vik was killed.", "She spoke of the killing of Dana Vik."),
    ("a name and a crowd", "Officers beat Vik.", "Officers beat demonstrators."),
    ("a person and a body", "Police searched Dana Vik.", "Police searched the Aksu Union."),
    (
        "a short sentence and a long one",
        "Men beat Vik.",
        "On the way from the square to the old market hall, past the river, the bridge, the two schools and the museum, in "
        "the rain, with a bag, a map and a lamp, after a long day of talks on schools, roads, rivers and the price of "
        "bread, men beat Vik.",
    ),
]


@pytest.mark.parametrize(("surer", "less"), [c[1:] for c in SURER], ids=[c[0] for c in SURER])
def test_what_a_claim_rests_on(surer: str, less: str) -> None:
    assert confidence(surer) > confidence(less) >= 0.5
