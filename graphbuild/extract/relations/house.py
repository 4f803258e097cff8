"""Finds those who work for the outlet that a whole text is about, by bare titles.

"The Osh Post is a daily newspaper. … Reporter Omar Keita was beaten": an encyclopedia's article on an outlet says once what
it is, in a definition at its head, and whoever is called by a title of the press without a body is of that house.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from graphbuild.extract.mentions import Form
from graphbuild.extract.relations.found import WEAK, Found
from graphbuild.extract.relations.holders import Holders
from graphbuild.extract.syntax import Syntax
from graphbuild.model import Kind, Predicate

if TYPE_CHECKING:
    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.tokens import Span

HEAD = 3
"""Sentences in which an article says what it is about."""


def find_house_staff(found: Iterable[Found], holders: Holders, syntax: Syntax) -> Iterator[Found]:
    """Yield those with bare titles of the press, in a text on one outlet, whose employer nothing else tells."""
    house = _house(syntax, holders.clusters)
    if house is None:
        return
    clusters, doc = holders.clusters, syntax.doc
    employed = {clusters.root(f.subject) for f in found if f.predicate is Predicate.WORKS_FOR}
    for sentence in doc.sents:
        others = {clusters.root(i) for i in _outlets(sentence, clusters)} - {clusters.root(house)}
        for holder in () if others else holders.titled(sentence.start, sentence.end):
            if holder.post is None or clusters.root(holder.mention) in employed:
                continue
            position = doc.text_of(holder.post.left, holder.post.end)
            yield Found(holder.mention, Predicate.WORKS_FOR, house, holder.post.left, holder.end, WEAK, position)


def _house(syntax: Syntax, clusters: Clusters) -> int | None:
    """Return the outlet that a text begins by defining: "*The Osh Post* is a daily newspaper"."""
    opening = list(islice((s for s in syntax.doc.sents if s.text.strip()), HEAD))
    for subject, predicate in syntax.predications():
        index = clusters.at(subject.i)
        told = any(s.start <= subject.i < s.end for s in opening)
        if not told or index is None or clusters.kind(index) is not Kind.OUTLET or not clusters.named(index):
            continue
        if any(c.lower_ in ("a", "an") for c in predicate.children):
            return index
    return None


def _outlets(sentence: Span, clusters: Clusters) -> Iterator[int]:
    for i, mention in enumerate(clusters.mentions):
        inside = sentence.start <= mention.head < sentence.end and mention.form is Form.NAME
        if inside and clusters.kind(i) is Kind.OUTLET:
            yield i
