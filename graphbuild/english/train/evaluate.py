"""Figures for the card: raw text in, spaCy's own scorer, test files that were never trained on."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from spacy import Language
from spacy.tokens import Doc
from spacy.training import Example

COLUMNS = {
    "dep_uas": "UAS", "dep_las": "LAS", "pos_acc": "UPOS", "morph_acc": "Feats", "lemma_acc": "Lemma",
    "sents_f": "Sents F", "ents_f": "NER F", "PERSON": "PERSON F", "ORG": "ORG F", "LOC": "LOC F",
}  # fmt: skip


def figures(nlp: Language, docs: Sequence[Doc]) -> dict[str, float | None]:
    """Score the pipeline on documents, in per cent; None where the test has no such annotation."""
    scores = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs], batch_size=32)
    result: dict[str, float | None] = {}
    for key, column in COLUMNS.items():
        value = (scores["ents_per_type"] or {}).get(key, {}).get("f") if key.isupper() else scores.get(key)
        result[column] = None if value is None else round(100 * value, 1)
    if not any(doc.has_annotation("DEP") for doc in docs):
        result |= dict.fromkeys(("UAS", "LAS", "UPOS", "Feats", "Lemma", "Sents F"))
    return result


def words_per_second(nlp: Language, docs: Sequence[Doc]) -> float:
    """Measure speed on documents' texts joined to about 500 words each, after a warm-up."""
    texts, current, size = [], [], 0
    for doc in docs:
        current.append(doc.text)
        size += len(doc)
        if size >= 500:
            texts.append(" ".join(current))
            current, size = [], 0
    list(nlp.pipe(texts[:2]))
    started = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts[2:]))
    return words / (time.perf_counter() - started)


def table(rows: Mapping[str, Mapping[str, float | None]]) -> str:
    """Write figures as a Markdown table, one test a row."""
    columns = list(COLUMNS.values())
    lines = ["| test | " + " | ".join(columns) + " |", "| --- |" + " --- |" * len(columns)]
    for name, row in rows.items():
        cells = ["–" if row.get(column) is None else f"{row[column]:.1f}" for column in columns]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)
