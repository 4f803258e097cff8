"""Other names in the same sentences.

"Bush met Blair in London" teaches three names; "Zhanabilov met Okafor in Taraz" teaches that a name is known by its
place in the sentence. Copies of the training texts get persons, places and organisations drawn from `names.yaml`; the
trees stay right, because every drawn name is a tree of its own. The swapped test uses the held-out part of the lists.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from .phrases import Names, Phrase, part_of_speech
from .treebanks import set_names

Replacements = dict[int, tuple[Span, Phrase]]  # first token of a span: the span and what replaces it


def swap(doc: Doc, names: Names, chance: random.Random, labels: Sequence[str], share: float) -> Doc:
    """Copy a document with `share` of its names of these labels replaced; one name becomes one other throughout."""
    region = names.region()
    drawn: dict[tuple[str, str], Phrase] = {}
    replacements: Replacements = {}
    for span in doc.ents:
        if span.label_ not in labels or chance.random() > share or not _swappable(span):
            continue
        key = (span.label_, span.text)
        if key not in drawn:
            if chance.random() < 0.2:
                region = names.region()
            if span.label_ == "PERSON":
                drawn[key] = names.person(region, len(span))
                if len(drawn[key].words) > 1:  # "Smith" after "John Smith"
                    drawn.setdefault(("PERSON", span[-1].text), Phrase(drawn[key].words[-1:], (0,), ("root",)))
            else:
                drawn[key] = names.place(region) if span.label_ == "LOC" else names.organisation(region)
        replacements[span.start] = (span, drawn[key])
    return replace(doc, replacements)


def _swappable(span: Span) -> bool:
    """Say whether the span hangs on the rest of the tree by one token (always, where there is no tree)."""
    if not span.doc.has_annotation("DEP"):
        return True
    return sum(not span.start <= token.head.i < span.end or token.head.i == token.i for token in span) == 1


def replace(doc: Doc, replacements: Replacements) -> Doc:
    """Build the document anew with phrases in place of spans, its annotation kept."""
    parsed, tagged = doc.has_annotation("DEP"), doc.has_annotation("TAG")
    new_index, pieces = _layout(doc, replacements)
    words, spaces, tags, pos, morphs, lemmas, heads, deps = ([] for _ in range(8))
    for old, phrase in pieces:
        at = len(words)
        if phrase is None:
            words.append(old.text)
            spaces.append(bool(old.whitespace_))
            tags.append(old.tag_)
            pos.append(old.pos_)
            morphs.append(str(old.morph))
            lemmas.append(old.lemma_)
            heads.append(new_index[old.head.i])
            deps.append(old.dep_)
            continue
        span = replacements[old.i][0]
        outer = next((token for token in span if not span.start <= token.head.i < span.end), span.root)
        for index, word in enumerate(phrase.words):
            words.append(word)
            spaces.append(_space(phrase.words, index, bool(span[-1].whitespace_)))
            universal, penn = part_of_speech(word)
            pos.append(universal)
            tags.append(penn)
            morphs.append("Number=Sing" if penn == "NNP" else "")
            lemmas.append(word)
            is_root = index == phrase.root
            own = at + index if outer.head.i == outer.i else new_index[outer.head.i]
            heads.append(own if is_root else at + phrase.heads[index])
            deps.append(outer.dep_ if is_root else phrase.deps[index])
    forms = {"tags": tags, "pos": pos, "morphs": morphs, "lemmas": lemmas} if tagged else {}
    trees = {"heads": heads, "deps": deps} if parsed else {}
    copy = Doc(doc.vocab, words, spaces, **forms, **trees)
    _copy_names(doc, copy, new_index, replacements)
    return copy


def _layout(doc: Doc, replacements: Replacements) -> tuple[list[int], list[tuple[Doc, Phrase | None]]]:
    """Say where each old token stands in the new text, and in which order old tokens and phrases follow."""
    new_index: list[int] = []
    pieces = []
    at = index = 0
    while index < len(doc):
        span, phrase = replacements.get(index, (None, None))
        pieces.append((doc[index], phrase))
        if span is None:
            new_index.append(at)
            at, index = at + 1, index + 1
        else:
            new_index += [at + phrase.root] * len(span)
            at, index = at + len(phrase.words), span.end
    return new_index, pieces


def _space(words: Sequence[str], index: int, after: bool) -> bool:
    if index + 1 == len(words):
        return after
    return words[index] != "-" and words[index + 1] not in ("-", "'s", ".")


def _copy_names(doc: Doc, copy: Doc, new_index: list[int], replacements: Replacements) -> None:
    if not doc.has_annotation("ENT_IOB"):
        copy.set_ents([], default="missing")
        return
    names = []
    for span in doc.ents:
        if span.start in replacements:
            phrase = replacements[span.start][1]
            first = new_index[span.start] - phrase.root
            names.append((first, first + len(phrase.words), span.label_))
        else:
            names.append((new_index[span.start], new_index[span.end - 1] + 1, span.label_))
    unknown = [(new_index[token.i], new_index[token.i] + 1) for token in doc if token.ent_iob == 0]
    set_names(copy, names, unknown)
