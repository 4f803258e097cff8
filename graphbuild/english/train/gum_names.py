"""Names inside GUM's entity spans.

GUM marks whole noun phrases: "[the chief editor of [the Almaty Herald] , [Aida Omarova]]". A named entity is the run of
proper nouns around the head of such a phrase, without the title before it. This is a rule, so the result is silver.
"""

from __future__ import annotations

from collections.abc import Sequence

from .treebanks import LABELS, Name, Word, gum_entity_spans

TITLES = frozenset(
    "mr mrs ms miss dr prof professor president senator sen rep gov governor judge chief justice minister secretary king "
    "queen prince princess sir lord lady captain general gen colonel lieutenant sergeant officer chairman director mayor "
    "pope saint bishop reverend father brother sister uncle aunt chancellor premier prime vice deputy detective attorney "
    "emperor empress earl madam speaker fellow".split()
)
LINKS = frozenset(["of", "the", "for", "&", "-", "–", "'s", "’s", ".", "de", "la", "al"])


def gum_names(words: Sequence[Word]) -> list[Name]:
    """Find the named persons, organisations and places of one GUM sentence; the longest wins where two overlap."""
    found = {name for span in gum_entity_spans(words) if (name := _name_in(words, span)) is not None}
    chosen: list[Name] = []
    for name in sorted(found, key=lambda name: (name[0] - name[1], name)):
        if all(name[1] <= other[0] or other[1] <= name[0] for other in chosen):
            chosen.append(name)
    return sorted(chosen)


def _name_in(words: Sequence[Word], span: Name) -> Name | None:
    first, end, kind = span
    if kind not in LABELS:
        return None
    heads = [index for index in range(first, end) if not first <= words[index].head - 1 < end]
    if len(heads) != 1 or not _proper(words[heads[0]]):
        return None
    if kind == "person" and words[heads[0]].xpos == "NNPS":  # "the Americans"
        return None
    start = _grow_left(words, heads[0], first, kind)
    last = _grow_right(words, heads[0], end, kind)
    if kind == "person":
        while start <= last and words[start].form.lower().rstrip(".") in TITLES:
            start += 1
        if start > last or not _proper(words[start]):  # "the President of the United States"
            return None
    return start, last + 1, LABELS[kind]


def _proper(word: Word) -> bool:
    return word.upos == "PROPN" or word.xpos.startswith("NNP")


def _grow_left(words: Sequence[Word], at: int, first: int, kind: str) -> int:
    while at > first:
        before = words[at - 1]
        joins = before.form == "-" or (kind == "organization" and before.form in (*LINKS, "and"))
        if _proper(before):
            at -= 1
        elif joins and at - 2 >= first and _proper(words[at - 2]):
            at -= 2
        else:
            break
    return at


def _grow_right(words: Sequence[Word], at: int, end: int, kind: str) -> int:
    while at + 1 < end:
        after = at + 1
        while after < end and after - at <= 3 and words[after].form.lower() in LINKS:
            after += 1
        if after >= end or not (_proper(words[after]) or (words[after].upos == "NUM" and kind != "person")):
            break
        at = after
    return at
