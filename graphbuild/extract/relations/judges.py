"""Finds at which court a judge sits who presides over a case.

"At the Osh City Court, Judge X presided": the court named in the sentence, and else the only one that a report names. "The
judge, X," is of the court told last: every court has one, so that a definite article needs no other antecedent.
"""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.relations.found import LIKELY, WEAK, Found
from graphbuild.extract.relations.phrases import Phrases
from graphbuild.model import Predicate

JUDGES = frozenset({"judge", "magistrate", "justice"})
PRESIDING = frozenset("preside presiding chair head lead hear sentence rule order convict jail remand".split())
"""What a judge does at his own court."""


def find_judges(phrases: Phrases) -> Iterator[Found]:
    """Yield the judges of a parse and their courts."""
    doc, clusters = phrases.doc, phrases.clusters
    named = [(j, m) for j, m in enumerate(clusters.mentions) if m.form is Form.NAME]
    courts = {j: m for j, m in named if m.function == "court"}
    for i, mention in named:
        title = mention.start - 1
        if phrases.text(title) not in JUDGES:
            yield from _its_judge(i, courts, phrases)
            continue
        sentence = doc[title].sent
        here = [j for j, m in courts.items() if sentence.start <= m.start < sentence.end]
        roots = {clusters.root(j): j for j in here or courts}
        presides = any(t.lemma_.lower() in PRESIDING for t in sentence)
        if len(roots) == 1 and presides:
            marks = [title, mention.end, *(k for j in here[:1] for k in (courts[j].start, courts[j].end))]
            court = next(iter(roots.values()))
            confidence = LIKELY if here else WEAK
            yield Found(i, Predicate.WORKS_FOR, court, min(marks), max(marks), confidence, doc[title].text)


def _its_judge(index: int, courts: dict[int, Mention], phrases: Phrases) -> Iterator[Found]:
    """Yield "the judge, X," after a court in the same sentence or the one before."""
    start = phrases.clusters.mentions[index].start
    title = start - 2
    if (phrases.text(start - 1), phrases.text(title - 1)) != (",", "the") or phrases.text(title) not in JUDGES:
        return
    sentence = phrases.doc[title].sent
    since = phrases.doc[sentence.start - 1].sent.start if sentence.start else 0
    before = [(m.start, j) for j, m in courts.items() if since <= m.start < title]
    if before:
        position = phrases.doc[title].text
        yield Found(index, Predicate.WORKS_FOR, max(before)[1], title, phrases.end(index), WEAK, position)
