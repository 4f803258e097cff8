"""Lemmas of words that the treebanks know, and of those that they do not a lemma that is a word.

A statistical lemmatizer guesses from the letters: "fined" → "fin", "Posted" → "Post". The component after it looks the
form up with its tag ("fined", VBN, VERB: *fine*). A form that no treebank has keeps the guess where that is a word of
theirs; else it gets the stem of regular inflection that is one ("postponed": *postpon*, so *postpone*). Names keep what
the lemmatizer says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokens import Doc, Token

from graphbuild.stems import stems

NAME = "lemma_dictionary"
AGREEING, SEEN = 0.75, 2  # share and number of a form's tokens that must have the lemma
INFLECTED = frozenset(("VBD", "VBN", "VBG", "VBZ"))
OPEN_CLASSES = frozenset(("VERB", "NOUN", "ADJ"))
UNCHANGED = frozenset(("PROPN", "X", "SYM", "PUNCT", "NUM", "PRON", "SPACE", ""))

Key = tuple[str, str, str]  # lower-case form, Penn tag, universal part of speech


@Language.factory(NAME, assigns=["token.lemma"], requires=["token.tag", "token.pos", "token.lemma"])
class LemmaDictionary:
    """Sets lemmas by dictionary; `count` makes the dictionary, `to_disk` and `from_disk` keep it."""

    def __init__(self, nlp: Language, name: str = NAME) -> None:
        self.name = name
        self._forms: dict[Key, str] = {}
        self._lemmas: dict[str, dict[str, int]] = {}

    def count(self, docs: Iterable[Doc]) -> None:
        """Learn from annotated documents."""
        forms: dict[Key, Counter[str]] = defaultdict(Counter)
        lemmas: dict[str, Counter[str]] = defaultdict(Counter)
        for token in (token for doc in docs for token in doc if token.lemma_ and token.pos_ not in UNCHANGED):
            forms[token.lower_, token.tag_, token.pos_][token.lemma_] += 1
            lemmas[token.pos_][token.lemma_] += 1
        for key, found in forms.items():
            lemma, number = found.most_common(1)[0]
            if number >= SEEN and number >= AGREEING * found.total():
                self._forms[key] = lemma
        self._lemmas = {pos: dict(sorted(found.items())) for pos, found in lemmas.items()}

    def __call__(self, doc: Doc) -> Doc:
        """Mend the lemmas of a document."""
        for token in doc:
            if token.pos_ not in UNCHANGED:
                lemma = self._forms.get((token.lower_, token.tag_, token.pos_))
                token.lemma_ = lemma if lemma is not None else self._mended(token)
        return doc

    def _mended(self, token: Token) -> str:
        known = self._lemmas.get(token.pos_, {})
        lemma = self._without_capital(token, known)
        is_form = lemma == token.lower_
        if token.pos_ not in OPEN_CLASSES or (lemma in known and not is_form):
            return lemma
        if is_form and token.tag_ not in INFLECTED:
            return lemma
        candidates = [stem for stem in stems(token.lower_) if stem in known]
        return max(candidates, key=lambda stem: known[stem], default=lemma)

    def _without_capital(self, token: Token, known: dict[str, int]) -> str:
        """Give "posted" for "Posted" at the head of a sentence, but keep "Kazakh" and "MP"."""
        lemma: str = token.lemma_
        low = lemma.lower()
        if not lemma[:1].isupper() or (len(token) > 1 and token.is_upper):
            return lemma
        if token.pos_ == "ADJ":
            return low if token.tag_ != "NNP" and known.get(low, 0) > known.get(lemma, 0) else lemma
        return low

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:
        """Give the dictionary as bytes: what a file or another process gets."""
        forms = [[*key, lemma] for key, lemma in sorted(self._forms.items())]
        data: bytes = srsly.msgpack_dumps({"forms": forms, "lemmas": self._lemmas})
        return data

    def from_bytes(self, data: bytes, exclude: Iterable[str] = ()) -> LemmaDictionary:
        """Load what `to_bytes` gave."""
        stored = srsly.msgpack_loads(data)
        self._forms = {(form, tag, pos): lemma for form, tag, pos, lemma in stored["forms"]}
        self._lemmas = stored["lemmas"]
        return self

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:
        """Write the dictionary."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> LemmaDictionary:
        """Read the dictionary back."""
        return self.from_bytes(Path(path).read_bytes())
