"""The model card: written from the figures that `evaluate` has just measured, never by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from spacy import Language
from spacy.tokens import Doc

from .evaluate import figures, table, words_per_second
from .export import LICENCE, NAME, VERSION

TESTS = {
    "ewt-test": "EWT (web)",
    "gum-test": "GUM (open genres)",
    "pud-test": "PUD (news, Wikipedia)",
    "pud-swapped": "PUD, held-out names",
}
TEMPLATE = Path(__file__).parent / "card.md"


def write_card(
    folder: Path, nlp: Language, corpora: Mapping[str, Sequence[Doc]], held: Mapping[str, Sequence[Doc]]
) -> str:
    """Evaluate the shipped pipeline, write MODEL_CARD.md and the figures of meta.json; return the table.

    `held` are the written sentences that were not trained on, by phenomenon.
    """
    rows = {title: figures(nlp, corpora[name]) for name, title in TESTS.items()}
    rows["reports"] = figures(nlp, [doc for docs in held.values() for doc in docs])
    rows |= {f"– {name}": figures(nlp, docs) for name, docs in held.items()}
    figures_table = table(rows)
    speed = round(words_per_second(nlp, corpora["gum-test"]), -2)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.name != "MODEL_CARD.md") / 1e6
    card = TEMPLATE.read_text(encoding="utf8").format(
        name=NAME, version=VERSION, licence=LICENCE, table=figures_table, speed=f"{speed:,.0f}", size=f"{size:.0f}"
    )
    (folder / "MODEL_CARD.md").write_text(card, encoding="utf8")
    meta = json.loads((folder / "meta.json").read_text(encoding="utf8"))
    meta["performance"] = rows
    (folder / "meta.json").write_text(json.dumps(meta, indent=2, sort_keys=True) + "\n", encoding="utf8")
    return figures_table
