"""The English pipeline that graphbuild ships: tags, lemmas, UD trees, persons, organisations and places.

    >>> doc = load()("Police in Taraz detained Aida Omarova.")
    >>> [(token.text, token.dep_) for token in doc if token.dep_ in ("nsubj", "obj")]
    [('Police', 'nsubj'), ('Aida', 'obj')]

Importing this package registers the encoder and the lemma dictionary, so that `spacy.load` opens the folder too.
`model/` holds the weights with their own card and licence; `train/` is how they were made.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

import spacy
from spacy.language import Language

from . import encoder as _registers_the_architecture  # noqa: F401
from . import lemma_dictionary as _registers_the_component  # noqa: F401

__all__ = ["load"]


@cache
def load() -> Language:
    """Load the shipped pipeline; the same object at every call."""
    with as_file(files(__name__) / "model") as folder:
        return spacy.load(folder)
