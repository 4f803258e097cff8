"""Builds small parses by hand: one line a word, `form tag head label`, in either label scheme."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

NLP = spacy.blank("en")
COARSE = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "VBD": "VERB", "VBN": "VERB", "VBZ": "VERB", "VB": "VERB", "VBP": "VERB",
    "VBG": "VERB", "IN": "ADP", "DT": "DET", "PRP": "PRON", "WP": "PRON", "CC": "CCONJ", "JJ": "ADJ", "RB": "ADV",
    "MD": "AUX", "TO": "PART", ".": "PUNCT", ",": "PUNCT", "PRP$": "PRON", "POS": "PART", "AUX": "AUX", "CD": "NUM",
}  # fmt: skip


def tree(text: str) -> Doc:
    """Return the Doc that lines of `form tag head label` describe; heads count from 1, 0 is the root.

    A tag may carry a lemma: `was/be`.
    """
    rows = [line.split() for line in text.strip().splitlines()]
    forms = [r[0].split("/")[0] for r in rows]
    lemmas = [r[0].split("/")[-1].lower() for r in rows]
    heads = [i if int(r[2]) == 0 else int(r[2]) - 1 for i, r in enumerate(rows)]
    return Doc(
        NLP.vocab,
        words=forms,
        lemmas=lemmas,
        tags=["VBD" if r[1] == "AUX" else r[1] for r in rows],
        pos=[COARSE[r[1]] for r in rows],
        heads=heads,
        deps=["ROOT" if int(r[2]) == 0 else r[3] for r in rows],
    )
