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
from graphbuild.extract.clusters import Clusters, fold
from graphbuild.extract.kinds import BODIES, PERSONS, part_word
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.lexicons.names import load_names
from graphbuild.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

R = Relation

QUOTES = frozenset("“”\"«»„‘’'")
KNOWN_AS = re.compile(
    r"[,(]? ?(who is |who was |which is )?((also|better|best|widely|popularly|locally|more commonly|commonly) )*"
    r"((known|called|writing|blogging|publishing) )?(locally |online |professionally )?"
    r"(as|under the (pen|stage|code)? ?(name|pseudonym|alias)( of)?"
    r"|by (his|her|the|their) (pen |stage )?(name|pseudonym|alias)( of)?"
    r"|whose real name (is|was)|real name|born|née|aka|a\.k\.a\.|alias|nicknamed)"
)
"""What stands between a name and the other name of the same: "also known as", "better known under the pen name"."""


def resolve_mentions(doc: Doc, syntax: Syntax, mentions: list[Mention], headline_end: int = 0) -> Clusters:
    """Return the clusters of a report's mentions; tokens before `headline_end` are its headline."""
    clusters = Clusters(mentions)
    _equal_names(clusters)
    _acronyms(doc, clusters)
    _bracketed(doc, clusters)
    _other_names(doc, clusters)
    _name_parts(clusters)
    _body_parts(clusters)
    _appositions(doc, syntax, clusters)
    _members_of_bodies(doc, syntax, clusters)
    Agencies(doc, syntax, clusters).join()
    _equal_descriptions(clusters)
    _headline(doc, clusters, headline_end)
    Anaphora(doc, syntax, clusters).resolve()
    return clusters


def _names(clusters: Clusters, kinds: frozenset[Kind]) -> list[int]:
    return [
        i
        for i, m in enumerate(clusters.mentions)
        if m.form is Form.NAME and (m.kind in kinds or clusters.kind(i) in kinds)
    ]


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
    bodies = _names(clusters, BODIES)
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


def _name_parts(clusters: Clusters) -> None:
    """Join a part of a person's name with the one longer name that holds it, else with the first of its kind."""
    people = _names(clusters, PERSONS)
    parts = {i: fold(clusters.mentions[i].text).split() for i in people}
    longer = [i for i in people if len(parts[i]) >= 2]
    for i in people:
        candidates = [j for j in longer if len(parts[j]) > len(parts[i]) and _is_part(parts[i], parts[j])]
        roots = {clusters.root(j) for j in candidates}
        if len(roots) > 1:
            surname = [j for j in candidates if parts[j][-1] == parts[i][-1]] or candidates
            alike = [j for j in surname if clusters.mentions[i].kind in (Kind.PERSON, clusters.kind(j))] or surname
            # a last name alone is whom the report named first: relatives who come later keep their first names
            candidates = [min(alike)]
        if candidates:
            clusters.join(candidates[0], i, "part of a name")


def _is_part(short: list[str], whole: list[str]) -> bool:
    """Whether one name's words stand in the other in order, first or last word among them.

    >>> _is_part(["toiken"], ["saniya", "toiken"]), _is_part(["lee", "an"], ["an", "lee"])
    (True, False)
    """
    remaining = iter(whole)
    if not all(word in remaining for word in short):
        return False
    first_surname = len(whole) == 3 and short == whole[1:2]  # "Silva" of "Adrián Silva Moreno"
    return short[0] == whole[0] or short[-1] == whole[-1] or first_surname


def _body_parts(clusters: Clusters) -> None:
    """Join "National Police" with "Ukraine's National Police" where only one longer name ends or begins so."""
    bodies = _names(clusters, BODIES)
    words = {i: fold(clusters.mentions[i].text.replace("’s", "").replace("'s", "")).split() for i in bodies}
    for i in bodies:
        n = len(words[i])
        longer = [j for j in bodies if len(words[j]) > n and (words[j][-n:] == words[i] or words[j][:n] == words[i])]
        # a branch is another body: "Radio Tengri's Aksu bureau" is not Radio Tengri
        media = clusters.kind(i) is not Kind.AGENCY
        longer = [j for j in longer if not (media and part_word(words[j][-1])) or part_word(words[i][-1])]
        roots = {clusters.root(j) for j in longer}
        same = [j for j in longer if _compatible(clusters, i, j)]
        if len(roots) == 1 and same:
            clusters.join(same[0], i, "part of a name")


def _compatible(clusters: Clusters, one: int, other: int) -> bool:
    a, b = clusters.kind(one), clusters.kind(other)
    if a == b or a is None or b is None:
        return True
    if a in PERSONS and b in PERSONS:
        return {a, b} != {Kind.JOURNALIST, Kind.OFFICIAL}
    return a in BODIES and b in BODIES and Kind.ORGANIZATION in (a, b)


def _appositions(doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
    """Join a description with the name it stands beside ("Toiken, a correspondent"; "journalist X"; "X is a reporter")."""
    for i, mention in enumerate(clusters.mentions):
        if mention.form is Form.PRONOUN:
            continue
        up = syntax.governor(doc[mention.head])
        if up is None or up.relation not in (R.APPOSITION, R.NAME, R.COMPOUND, R.PARATAXIS):
            continue
        other = clusters.at(up.token.i)
        if other is None or other == i or _two_people(clusters, i, other):
            continue
        before = mention.form is Form.NAME and mention.end <= up.token.i and up.relation is R.COMPOUND
        if before and clusters.mentions[other].kind in PERSONS:
            continue  # "the Alhurra correspondent" bears no name
        if _one_thing(clusters, i, other, up.relation):
            clusters.join(i, other, "apposition")
    _before_names(doc, clusters)
    _after_names(doc, syntax, clusters)
    _identified(doc, syntax, clusters)
    for subject, predicate in syntax.predications():
        one, other = clusters.at(subject.i), clusters.at(predicate.i)
        if one is None or other is None or one == other or _two_people(clusters, one, other):
            continue
        if _one_thing(clusters, one, other, R.PREDICATE):
            clusters.join(one, other, "predicate")


def _before_names(doc: Doc, clusters: Clusters) -> None:
    """Join a description with the name right after it, however the parser links them: "the mining company Altyn Gold"."""
    starts = {m.start: i for i, m in enumerate(clusters.mentions) if m.form is Form.NAME}
    for i, mention in enumerate(clusters.mentions):
        other = starts.get(mention.end)
        if other is None or mention.form is not Form.DESCRIPTION or mention.plural or mention.relative:
            continue
        if doc[mention.end - 1].pos_ != "NOUN" or _two_people(clusters, i, other):
            continue
        kinds = {mention.kind, clusters.mentions[other].kind}
        if (kinds <= BODIES or kinds <= PERSONS) and _compatible(clusters, i, other):
            clusters.join(i, other, "description before a name")


def _after_names(doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
    """Join an apposition with the name before its comma, whatever it hangs on: "the office of X, a daily owned by"."""
    ends = {m.end: i for i, m in enumerate(clusters.mentions) if m.form is Form.NAME}
    for i, mention in enumerate(clusters.mentions):
        up = syntax.governor(doc[mention.head])
        if mention.form is not Form.DESCRIPTION or up is None or mention.start < 3:
            continue
        article, comma = doc[mention.start - 1].lower_, mention.start - 2
        if article in ("a", "an") and mention.start - 1 in ends and mention.position:
            comma += 1  # the comma is often left out: "questioned X a reporter for Y"
        elif article not in ("a", "an", "the") or doc[comma].text != "," or up.relation is not R.APPOSITION:
            continue
        other = ends.get(comma - 1 if doc[comma - 1].text in QUOTES else comma)
        if other is not None and not _two_people(clusters, i, other) and _one_thing(clusters, i, other, R.APPOSITION):
            clusters.join(other, i, "apposition")


def _identified(doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
    """Join whom somebody identifies: "identified the slain reporter as X", "the victim was named as X"."""
    for verb in doc:
        if verb.lemma_ not in ("identify", "name") or verb.pos_ != "VERB":
            continue
        who = syntax.first(verb, R.OBJECT, R.PASSIVE_SUBJECT)
        named = next((d.token for d in syntax.dependents(verb, R.OBLIQUE) if d.preposition == "as"), None)
        one = clusters.at(who.i) if who is not None else None
        other = clusters.at(named.i) if named is not None else None
        if one is not None and other is not None and _is_introduction(clusters, one, other):
            clusters.join(other, one, "identified")


def _is_introduction(clusters: Clusters, one: int, other: int) -> bool:
    described, name = clusters.mentions[one], clusters.mentions[other]
    singular = described.form is Form.DESCRIPTION and not described.plural
    return singular and name.form is Form.NAME and clusters.kind(other) in PERSONS and clusters.kind(one) in PERSONS


def _other_names(doc: Doc, clusters: Clusters) -> None:
    """Join a name with the one that the text says it is better known by: "X, known under the pen name Y"."""
    ends = {m.end: i for i, m in enumerate(clusters.mentions) if m.form is Form.NAME}
    for i, mention in enumerate(clusters.mentions):
        if mention.form is not Form.NAME or mention.start == 0:
            continue
        sentence = doc[mention.start].sent
        before = [(end, j) for end, j in ends.items() if sentence.start < end <= mention.start and j != i]
        end, other = max(before, default=(0, i))
        words = " ".join(t.lower_ for t in doc[end : mention.start] if t.text not in QUOTES) if other != i else ""
        if KNOWN_AS.fullmatch(words) and _compatible(clusters, other, i):
            clusters.join(other, i, "other name")


def _two_people(clusters: Clusters, one: int, other: int) -> bool:
    """Whether two clusters bear names that cannot be one person's: "reporter X and cameraman Z"."""
    sides = [[fold(m.text).split() for m in clusters.members(i) if m.form is Form.NAME] for i in (one, other)]
    return any(not (_is_part(a, b) or _is_part(b, a)) for a in sides[0] for b in sides[1])


def _one_thing(clusters: Clusters, one: int, other: int, relation: Relation) -> bool:
    """Whether two adjacent mentions can be one thing: a singular name and a singular description of like kind."""
    a, b = clusters.mentions[one], clusters.mentions[other]
    if Form.PRONOUN in (a.form, b.form) or (a.form is b.form and a.form is Form.NAME):
        return False
    if a.plural or b.plural:
        return False
    described, name = (a, b) if b.form is Form.NAME else (b, a)
    before = (
        relation is R.APPOSITION and described.end <= name.start
    )  # "Her husband, reporter X", not "X, her husband's"
    if (a.relative or b.relative) and not before:
        return False
    if relation is R.PARATAXIS and abs(a.head - b.head) > 6:
        return False
    kinds = {a.kind, b.kind}
    if Kind.PLACE in kinds:
        return False
    return _compatible(clusters, one, other) or kinds <= PERSONS


def _members_of_bodies(doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
    """Join unnamed people of an agency with it: "two officers of the National Police", "security service agents"."""
    for i, mention in enumerate(clusters.mentions):
        if mention.form is not Form.DESCRIPTION or not mention.member:
            continue
        head = doc[mention.head]
        links = [d.token for d in syntax.dependents(head, R.POSSESSOR, R.COMPOUND)]
        links += [d.token for d in syntax.dependents(head, R.OBLIQUE) if d.preposition in ("of", "from", "with")]
        bodies = (j for t in links if (j := clusters.at(t.i)) is not None and j != i)
        body = next((j for j in bodies if clusters.kind(j) is Kind.AGENCY), None)
        if body is not None:
            clusters.join(body, i, "member of a body")


def _headline(doc: Doc, clusters: Clusters, headline_end: int) -> None:
    """Join a headline's description with the one named person of the text who is called so.

    Headlines leave out names and articles: "Police detain editor" is about the editor whom the text names.
    """
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
        called = {
            clusters.root(j) for j, other in enumerate(clusters.mentions)
            if other.head >= headline_end and other.position and other.position.split()[-1] == word and clusters.named(j)
        }  # fmt: skip
        if len(called) == 1:
            clusters.join(i, called.pop(), "headline")


def _equal_descriptions(clusters: Clusters) -> None:
    """Join plurals in the same words ("seven reporters" … "seven reporters"): a report that means others says so."""
    first: dict[str, int] = {}
    for i, mention in enumerate(clusters.mentions):
        if mention.form is Form.DESCRIPTION and mention.plural and mention.kind is not Kind.AGENCY:
            clusters.join(first.setdefault(fold(mention.text), i), i, "equal descriptions")
