"""The training mix: the corpora and the sentences written for this project, with name-swapped and respelt copies."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from .genre import LABELS, filled_templates, with_dateline, written_mix
from .phrases import Names
from .swap import swap
from .variants import quoted, variant

SEED = 11
SWAPPED = {"ewt-train": 1.0, "gum-train": 1.0, "wikigold": 0.7, "redocred": 0.35, "crossner": 0.4}  # share of documents
REPLACED = 0.85  # share of the names in such a document
VARIANTS, QUOTED, DATELINES, TEMPLATE_COPIES = 0.25, 0.15, 0.18, 60


def training_mix(corpora: Mapping[str, Sequence[Doc]], nlp: Language) -> list[Doc]:
    """Build all training documents; the same corpora give the same documents."""
    chance = random.Random(SEED)
    names = Names(chance, lambda text: [token.text for token in nlp.tokenizer(text)])
    docs: list[Doc] = []
    for corpus, share in SWAPPED.items():
        given = [doc for doc in corpora[corpus] if len(doc)]
        docs += given
        named = [doc for doc in given if doc.ents and chance.random() < share]
        docs += [swap(doc, names, chance, LABELS, REPLACED) for doc in named]
        if corpus in ("ewt-train", "gum-train"):
            docs += _present(variant(doc, chance) for doc in given if chance.random() < VARIANTS)
            docs += _present(quoted(doc, chance) for doc in given if chance.random() < QUOTED)
            docs += _present(with_dateline(doc, names, chance) for doc in given if chance.random() < DATELINES)
    docs += filled_templates(nlp.vocab, names, chance, TEMPLATE_COPIES)
    return docs


def later_mix(nlp: Language) -> list[Doc]:
    """Build the documents that join from the second pass on: what was written for this project."""
    chance = random.Random(SEED)
    names = Names(chance, lambda text: [token.text for token in nlp.tokenizer(text)])
    return list(written_mix(nlp.vocab, names, chance))


def swapped_test(docs: Sequence[Doc], nlp: Language) -> list[Doc]:
    """Replace every person and place of test documents by held-out names; keep the documents that have one."""
    chance = random.Random(SEED)
    names = Names(chance, lambda text: [token.text for token in nlp.tokenizer(text)], held=True)
    known = [doc for doc in docs if any(e.label_ != "ORG" for e in doc.ents) and all(t.ent_iob for t in doc)]
    return [swap(doc, names, chance, ("PERSON", "LOC"), 1.0) for doc in known]


def _present(docs: object) -> list[Doc]:
    return [doc for doc in docs if doc is not None]
