"""Reads one parsed document, layer by layer."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.circumstances import Circumstances
from graphbuild.extract.claims import ClaimWriter
from graphbuild.extract.clauses import Clauses
from graphbuild.extract.coreference import resolve_mentions
from graphbuild.extract.drafts import Drafter
from graphbuild.extract.fragments import complete
from graphbuild.extract.happenings import merge_happenings
from graphbuild.extract.kinds import PERSONS
from graphbuild.extract.mention_finder import find_mentions
from graphbuild.extract.occupations import settle_companions, settle_occupations
from graphbuild.extract.participants import Participants
from graphbuild.extract.people import relinked
from graphbuild.extract.reattachment import reattached
from graphbuild.extract.recast import recast
from graphbuild.extract.relations import RelationFinder
from graphbuild.extract.settings import seated, settle
from graphbuild.extract.speakers import Speakers
from graphbuild.extract.syntax import Syntax
from graphbuild.extract.times import find_times
from graphbuild.extract.tokens import Doc
from graphbuild.extract.triggers import TriggerFinder
from graphbuild.model import Claims, Document, Predicate

if TYPE_CHECKING:
    from spacy import tokens

    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.openings import Employers
    from graphbuild.extract.relations import Found


LONGEST_LIST = 80
"""Tokens from the words for a group to the last of its names at most."""


def claims_of(document: Document, parse: tokens.Doc) -> Claims:
    """Return what one document says."""
    doc = Doc.of(parse)
    syntax = syntax_of(doc)
    headline = _headline_end(document, doc)
    clauses = Clauses(syntax, headline)
    clusters = resolve_mentions(doc, syntax, find_mentions(doc, syntax), headline)
    relations = RelationFinder(doc, syntax, clauses, clusters, headline).find()
    settle_occupations(relations, clusters, syntax)
    settle_companions(clusters, syntax)
    participants = Participants(doc, syntax, clusters)
    triggers = list(TriggerFinder(doc, syntax, clauses, participants).find())
    circumstances = Circumstances(
        doc, syntax, clusters, find_times(document.text, document.published), document.published
    )
    speakers = Speakers(doc, syntax, clauses, clusters)
    drafts = Drafter(syntax, participants, circumstances, speakers, headline).drafts(triggers)
    drafts = settle(drafts, clusters, circumstances)
    happenings = merge_happenings(drafts, clusters, _employers(relations, clusters))
    told = complete(seated(happenings, clusters, circumstances), doc, clusters, circumstances)
    return ClaimWriter(document, doc, clusters, circumstances).write(_spelt_out(relations, clusters), told)


def syntax_of(doc: Doc) -> Syntax:
    """Return the view of a parse in which what grammar settles stands for what the parser guessed."""
    return Syntax(doc, reattached(doc), dict([*relinked(doc), *recast(doc)]))


def _spelt_out(relations: list[Found], clusters: Clusters) -> list[Found]:
    """Return the relations with those whom a report names in the place of "two reporters from Le Courrier".

    "Their work for Le Courrier and for Radio Tengri" does not say whose was for which.
    """
    bodies = Counter((r.subject, r.predicate) for r in relations)
    own = [r for r in relations if r.predicate is Predicate.WORKS_FOR and len(clusters.expand(r.subject)) == 1]
    told = {(clusters.root(r.subject), clusters.root(r.object)) for r in own}
    found = []
    for each in relations:
        if each.predicate is Predicate.WORKS_FOR and clusters.kind(each.object) in PERSONS:
            continue  # a premier's spokesman works for the office, which the report took for the man
        people = clusters.expand(each.subject)
        others = clusters.expand(each.object) if each.predicate is Predicate.REPRESENTS else (each.object,)
        if len(people) == 1 or bodies[each.subject, each.predicate] == 1:
            if len(people) > 1:
                people = tuple(i for i in people if not _is_elsewhere(i, each, own, clusters))
                people = tuple(i for i in people if (clusters.root(i), clusters.root(each.object)) not in told)
            found += [replace(each, subject=i, object=j) for i in people for j in others]
    return found


def _is_elsewhere(person: int, group: Found, own: list[Found], clusters: Clusters) -> bool:
    """Whether a list gives somebody an employer of his own: "six employees of Arna – X, Y, and Radio Tengri reporter Z"."""
    return any(
        clusters.root(r.subject) == clusters.root(person) and clusters.root(r.object) != clusters.root(group.object)
        for r in own
        if group.start <= r.start < group.start + LONGEST_LIST
    )


def _employers(relations: list[Found], clusters: Clusters) -> Employers:
    """Return for whom the people of a report work."""
    found: dict[int, frozenset[int]] = {}
    for each in relations:
        if each.predicate is Predicate.WORKS_FOR:
            person = clusters.root(each.subject)
            found[person] = found.get(person, frozenset()) | {clusters.root(each.object)}
    return found


def _headline_end(document: Document, doc: Doc) -> int:
    """Return the token where the headline ends, 0 where the text does not begin with the title."""
    if not document.title or not document.text.startswith(document.title):
        return 0
    end = len(document.title)
    return next((t.i for t in doc if t.idx >= end), len(doc))
