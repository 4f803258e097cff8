"""Copies of treebank sentences in other spellings.

As headlines, captions and forums write them: "Editor Detained In Taraz", "POLICE RAID NEWSROOM", "police raid newsroom"
and a line without its full stop read the same, and a document may hold one sentence only. In quotation marks: a full
stop before the closing mark ends the sentence, which the treebanks, thin in quoted speech, seldom show.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from spacy.tokens import Doc, Span, Token

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


MARKS = (("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"))


def quoted(doc: Doc, chance: random.Random) -> Doc | None:
    """Copy a parsed document with one sentence before its last in quotation marks, the full stop within them.

    "They took it. He left." becomes "“They took it.” He left."; None where no sentence can be quoted or names are not
    known.
    """
    fit = [s for s in list(doc.sents)[:-1] if s[-1].text == "." and s.root.pos_ == "VERB" and not _marked(s)]
    if not fit or any(token.ent_iob == 0 for token in doc):
        return None
    sentence = chance.choice(fit)
    opening, closing = chance.choices(MARKS, [4, 4, 1, 1])[0]
    places = [t.i + (t.i >= sentence.start) + (t.i >= sentence.end) for t in doc]
    copies: list[Token | str] = list(doc)
    copies[sentence.end : sentence.end] = [closing]
    copies[sentence.start : sentence.start] = [opening]
    root = places[sentence.root.i]
    spaces = [isinstance(t, str) or bool(t.whitespace_) for t in copies]
    spaces[sentence.start], spaces[places[sentence.end - 1]] = False, False
    copy = Doc(
        doc.vocab,
        words=[t if isinstance(t, str) else t.text for t in copies],
        spaces=spaces,
        tags=[("``" if t == opening else "''") if isinstance(t, str) else t.tag_ for t in copies],
        pos=["PUNCT" if isinstance(t, str) else t.pos_ for t in copies],
        morphs=["" if isinstance(t, str) else str(t.morph) for t in copies],
        lemmas=[t if isinstance(t, str) else t.lemma_ for t in copies],
        heads=[root if isinstance(t, str) else places[t.head.i] for t in copies],
        deps=["punct" if isinstance(t, str) else t.dep_ for t in copies],
    )
    set_names(copy, [(places[span.start], places[span.end - 1] + 1, span.label_) for span in doc.ents])
    return copy


def _marked(sentence: Span) -> bool:
    return any(token.tag_ in ("``", "''") or token.text in '"“”‘’«»' for token in sentence)


def _title(word: str) -> str:
    return word[:1].upper() + word[1:]
