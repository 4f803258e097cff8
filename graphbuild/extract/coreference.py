"""Joins mentions that are one thing: "Saniya Toiken", "Toiken", "the journalist", "she".

A sieve of passes, the surest first: equal names, acronyms, parts of names, appositions and predicates, agencies of one
function, definite descriptions, pronouns. A pass that finds two candidates joins none, but for pronouns and "the
journalist", which take the nearest that fits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphbuild.extract.agencies import Agencies
from graphbuild.extract.anaphora import Anaphora
from graphbuild.extract.appositions import is_name_part, join_appositions, join_other_names
from graphbuild.extract.bodies import (
    OTHERS,
    bodies_before_one_noun,
    body_parts,
    included_outlets,
    members_of_bodies,
    outlet_parts,
    own_media,
    services,
)
from graphbuild.extract.clusters import Clusters, fold
from graphbuild.extract.genders import may_be_so_called
from graphbuild.extract.kinds import BODIES, PERSONS
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.lexicons.gazetteer import is_nationality
from graphbuild.lexicons.names import load_names
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc

R = Relation

POINTING = frozenset({"both", "these", "those"})
"""Words before people who were just told of, whoever else is called so."""
SHORT_WORD = 4
"""Letters of a word of a name in which no slip of the pen is looked for."""


ANY_JOURNALIST = frozenset({"journalist", "reporter", "correspondent", "newsman"})
"""Nouns that headlines and texts take for one another."""


def resolve_mentions(doc: Doc, syntax: Syntax, mentions: list[Mention], headline_end: int = 0) -> Clusters:
    """Return the clusters of a report's mentions; tokens before `headline_end` are its headline."""
    clusters = Clusters(mentions)
    _equal_names(clusters)
    _acronyms(doc, clusters)
    _bracketed(doc, clusters)
    join_other_names(doc, clusters)
    _name_parts(clusters, _relatives(doc, syntax, clusters))
    body_parts(clusters)
    outlet_parts(clusters)
    services(clusters)
    join_appositions(doc, syntax, clusters)
    own_media(doc, syntax, clusters)
    included_outlets(doc, syntax, clusters)
    members_of_bodies(doc, syntax, clusters)
    Agencies(doc, syntax, clusters).join()
    bodies_before_one_noun(doc, clusters)
    _equal_descriptions(doc, clusters)
    _headline(doc, clusters, headline_end)
    _taken_up(doc, clusters)
    Anaphora(doc, syntax, clusters).resolve()
    own_media(doc, syntax, clusters)  # of outlets that only a description calls: "the service's website"
    return clusters


def _equal_names(clusters: Clusters) -> None:
    first: dict[tuple[str, bool], int] = {}
    for i, mention in enumerate(clusters.mentions):
        if mention.form is not Form.NAME:
            continue
        known = load_names().get(mention.text)
        key = (fold(known.names[0] if known is not None else mention.text), mention.kind is Kind.PLACE)
        if key in first:
            clusters.join(first[key], i, "equal names")
        else:
            first[key] = i


def _acronyms(doc: Doc, clusters: Clusters) -> None:
    """Join "Institute for Reporters' Freedom and Safety (IRFS)", and an acronym with the one name it abbreviates."""
    bodies = clusters.names(BODIES)
    full: dict[str, int] = {}
    for i in bodies:
        words = re.findall(r"[A-Za-zÀ-ž]+", clusters.mentions[i].text)
        initials = "".join(w[0] for w in words if w[0].isupper() and len(w) > 1)
        if len(initials) >= 2:
            full.setdefault(initials, i)
    for i in bodies:
        mention = clusters.mentions[i]
        short = mention.text.replace(".", "")
        before = clusters.at(mention.start - 2) if mention.start >= 2 and doc[mention.start - 1].text == "(" else None
        if short.isupper() and len(short) >= 2:
            if before is not None and before in bodies:
                clusters.join(before, i, "acronym")
            elif len(short) >= 3 and short in full:
                clusters.join(full[short], i, "acronym")


def _bracketed(doc: Doc, clusters: Clusters) -> None:
    """Join "Aytaj Karim (Omarova)": a person's name in brackets after a person's name is another name of the same."""
    for i, mention in enumerate(clusters.mentions):
        if mention.start < 2 or mention.end >= len(doc) or mention.form is not Form.NAME:
            continue
        before = clusters.at(mention.start - 2)
        if before is None or (doc[mention.start - 1].text, doc[mention.end].text) != ("(", ")"):
            continue
        person = clusters.mentions[before]
        if person.form is Form.NAME and person.kind in PERSONS and mention.kind in PERSONS:
            clusters.join(before, i, "name in brackets")


def _relatives(doc: Doc, syntax: Syntax, clusters: Clusters) -> set[int]:
    """Return the names that bring in somebody's relative: "Martín Keita, the journalist's son", "his brother Li Wen"."""
    found: set[int] = set()
    for mention in clusters.mentions:
        if mention.relative:
            up = syntax.governor(doc[mention.head])
            beside = [up.token.i] if up is not None and up.relation is R.APPOSITION else []
            beside += [d.token.i for d in syntax.dependents(doc[mention.head], R.APPOSITION)]
            names = (j for t in (*beside, mention.end) if (j := clusters.at(t)) is not None)
            found |= {j for j in names if clusters.mentions[j].form is Form.NAME}
    return found


def _name_parts(clusters: Clusters, relatives: set[int]) -> None:
    """Join a part of a person's name with the one longer name that holds it, else with the first of its kind.

    Who comes in as somebody's relative is not the bearer of the name who was told of before.
    """
    people = clusters.names(PERSONS)
    _join_misspelt(people, clusters)
    parts = {i: fold(clusters.mentions[i].text).split() for i in people}
    longer = [i for i in people if len(parts[i]) >= 2]
    for i in people:
        candidates = [j for j in longer if len(parts[j]) > len(parts[i]) and is_name_part(parts[i], parts[j])]
        candidates = [j for j in candidates if j not in relatives or clusters.indices(i)[0] > j]
        candidates = [j for j in candidates if i not in relatives or j in relatives or j > i]
        roots = clusters.roots_of(candidates)
        if len(roots) > 1:
            surname = [j for j in candidates if parts[j][-1] == parts[i][-1]] or candidates
            alike = [j for j in surname if clusters.mentions[i].kind in (Kind.PERSON, clusters.kind(j))] or surname
            # a last name alone is whom the report named first: relatives who come later keep their first names
            candidates = [min(alike)]
        if candidates:
            clusters.join(candidates[0], i, "part of a name")


def _join_misspelt(people: list[int], clusters: Clusters) -> None:
    """Join a name with one before that has letters in other places or one letter more: "Hakan" and "Hakna Keita"."""
    first: dict[tuple[str, ...], int] = {}
    families: dict[tuple[str, ...], dict[str, int]] = {}
    for i in people:
        words = fold(clusters.mentions[i].text).split()
        if len(words) > 1:
            key = tuple(w[0] + "".join(sorted(w[1:])) if len(w) > SHORT_WORD else w for w in words)
            called_so = families.setdefault(tuple(words[:-1]), {})
            other = next((j for last, j in called_so.items() if _is_misspelt(last, words[-1])), None)
            clusters.join(first.setdefault(key, i) if other is None else other, i, "spelling")
            called_so.setdefault(words[-1], i)


def _is_misspelt(one: str, other: str) -> bool:
    """Whether two last names are one but for a letter more in one of them: "Gadzhiev", "Gadzhiyev"."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1 or len(short) <= SHORT_WORD + 1:
        return False
    return any(long[:k] + long[k + 1 :] == short for k in range(1, len(long)))


def _headline(doc: Doc, clusters: Clusters, headline_end: int) -> None:
    """Join a headline's description with the one named person of the text who is called so, else with the one unnamed.

    Headlines leave out names and articles: "Police detain editor" is about the editor whom the text names, or whom its
    first sentence brings in as "an editor".
    """
    described = [m for m in clusters.mentions if m.head < headline_end and m.form is Form.DESCRIPTION]
    several = sum(m.kind is Kind.JOURNALIST and not m.plural for m in described) > 1
    for i, mention in enumerate(clusters.mentions):
        if (
            mention.head >= headline_end
            or mention.form is not Form.DESCRIPTION
            or not mention.position
            or mention.plural
        ):
            continue
        if clusters.named(i) or mention.relative:
            continue
        word = mention.position.split()[-1]
        words = ANY_JOURNALIST if word in ANY_JOURNALIST else {word}
        called = {
            clusters.root(j) for j, other in enumerate(clusters.mentions)
            if other.head >= headline_end and clusters.named(j) and not words.isdisjoint(_called(doc, other))
            and not _comes_in_beside(doc, other)
        }  # fmt: skip
        if len(called) > 1 or several:  # "Syrian journalist missing, Reuters reporter deported" are two
            called = _of_the_same(called, mention, clusters, doc)
        called = called or {
            clusters.root(j) for j, other in enumerate(clusters.mentions)
            if other.head >= headline_end and _brings_in(doc, other) and not words.isdisjoint(_called(doc, other))
        }  # fmt: skip
        if len(called) == 1 and not clusters.other_country(min(called), mention, doc):
            clusters.join(i, called.pop(), "headline")


def _of_the_same(people: set[int], mention: Mention, clusters: Clusters, doc: Doc) -> set[int]:
    """Return those before whose name stands what stands in a description: "Arna reporter held" … "Arna reporter X"."""
    words = {t.text for t in doc[mention.start : mention.end] if t.pos_ == "PROPN" or is_nationality(t.text)}
    titles = {
        root: {
            t.text for m in clusters.members(root) if m.form is Form.NAME for t in doc[max(0, m.start - 3) : m.start]
        }
        for root in people
    }
    return {root for root, before in titles.items() if words and words <= before}


def _comes_in_beside(doc: Doc, mention: Mention) -> bool:
    """Whether a name comes in as that of somebody else of a kind: "Another reporter, X"."""
    return any(t.lower_ in ("another", "other") for t in doc[max(0, mention.start - 4) : mention.end])


def _brings_in(doc: Doc, mention: Mention) -> bool:
    """Whether a mention brings in one unnamed person: "a reporter"."""
    one = mention.form is Form.DESCRIPTION and not mention.plural and not mention.relative
    return one and mention.start > 0 and doc[mention.start - 1].lower_ in ("a", "an")


def _taken_up(doc: Doc, clusters: Clusters) -> None:
    """Join whom a word brings in with whom that word, definite, then names: "A cameraman … The cameraman, X,".

    What is definite is familiar (Heim 1982).
    """
    for i, mention in enumerate(clusters.mentions):
        if not mention.definite or mention.form is not Form.DESCRIPTION or mention.plural or not mention.position:
            continue
        beside = [j for j in clusters.indices(i) if clusters.mentions[j].form is Form.NAME]
        if not any(abs(clusters.mentions[j].start - mention.end) <= 1 for j in beside):
            continue
        word = mention.position.split()[-1]
        new = [
            j for j, m in enumerate(clusters.mentions[:i])
            if m.form is Form.DESCRIPTION and not m.plural and not m.definite and not m.relative
            and not clusters.named(j) and m.position and m.position.split()[-1] == word
            and not clusters.other_country(i, m, doc) and may_be_so_called(m.text, clusters.members(i))
        ]  # fmt: skip
        articled = {clusters.root(j) for j in new if doc[clusters.mentions[j].start - 1].lower_ in ("a", "an")}
        phrases = [doc[max(0, m.start - 1) : m.end] for m in (clusters.mentions[j] for j in new)]
        if len(articled) == 1 and not any(t.lower_ in OTHERS for phrase in phrases for t in phrase):
            for j in new:
                clusters.join(i, j, "taken up by name")


def _called(doc: Doc, mention: Mention) -> set[str]:
    """Return the words for what somebody is that a mention has: its own, or the title before a name."""
    if mention.form is Form.NAME:
        return {noun_lemma(doc[mention.start - 1])} if mention.start > 0 else set()
    return {mention.position.split()[-1]} if mention.position else set()


def _equal_descriptions(doc: Doc, clusters: Clusters) -> None:
    """Join plurals in the same words ("seven reporters" … "seven reporters"): a report that means others says so.

    Where neither number nor article tells them from all of their kind, what follows must be the same as well:
    "journalists covering the rally" are not "journalists critical of the government", nor "journalists" "the journalists".
    """
    first: dict[tuple[bool, str], int] = {}
    for i, mention in enumerate(clusters.mentions):
        pointed = mention.start > 0 and doc[mention.start - 1].lower_ in POINTING
        if mention.form is Form.DESCRIPTION and mention.plural and mention.kind is not Kind.AGENCY and not pointed:
            generic = clusters.generic(i)
            whole = mention.wider[-1] if mention.wider and generic else mention.text
            clusters.join(first.setdefault((generic, fold(whole)), i), i, "equal descriptions")
