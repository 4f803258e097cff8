"""Sentences as headlines, captions and forums write them.

"Editor Detained In Taraz", "POLICE RAID NEWSROOM", "police raid newsroom" and a line without its full stop read the
same: copies of single treebank sentences teach that, and that a document may hold one sentence only.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from spacy.tokens import Doc

from .treebanks import set_names


def variant(doc: Doc, chance: random.Random) -> Doc | None:
    """Copy one drawn sentence of a parsed document in another spelling; None where its names are not known."""
    sentence = chance.choice(list(doc.sents))
    if len(sentence) < 4 or any(token.ent_iob == 0 for token in sentence):
        return None
    part = sentence.as_doc()
    change: Callable[[str], str] = chance.choices([str, str.lower, str.upper, _title], [4, 3, 2, 2])[0]
    end = len(part) - (part[-1].text == "." and part[-1].head.i != len(part) - 1 and chance.random() < 0.5)
    kept = part[:end]
    copy = Doc(
        doc.vocab,
        words=[change(token.text) for token in kept],
        spaces=[bool(token.whitespace_) for token in kept],
        tags=[token.tag_ for token in kept],
        pos=[token.pos_ for token in kept],
        morphs=[str(token.morph) for token in kept],
        lemmas=[token.lemma_ for token in kept],
        heads=[token.head.i for token in kept],
        deps=[token.dep_ for token in kept],
    )
    set_names(copy, [(span.start, span.end, span.label_) for span in part.ents if span.end <= end])
    return copy


def _title(word: str) -> str:
    return word[:1].upper() + word[1:]
