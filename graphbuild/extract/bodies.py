"""Joins what is one body by its name, its people or what it owns: "Radio Aksu's website", "Boko Haram gunmen".

Agencies that are only described are joined in `agencies`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.appositions import compatible
from graphbuild.extract.clusters import Clusters, count_of, fold, service_of
from graphbuild.extract.kinds import BODIES, ENFORCING, PERSONS, UNITS_OF_STATE, describe, part_word
from graphbuild.extract.lemmas import is_plural, noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.noun_phrases import MEMBERS
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.lexicons.gazetteer import is_nationality, place_score
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

R = Relation

UNSURE = frozenset({"suspect", "suspected", "alleged", "presumed", "apparent", "former", "purported", "supposed"})
"""Words before people of a body which leave open that they are."""
MEDIA = frozenset({"station", "website", "site", "portal", "newspaper", "broadcast"})
"""Nouns for what a medium reaches its public by, or where it sits."""
HIRED = frozenset({"guard", "bodyguard", "bouncer"})
EMPLOYED = frozenset({"man", "men", "employee", "personnel", "member", "staff"})
"""Nouns for people who act for the agency that is named after them: "men of the Intelligence Response Team"."""
UNITS = UNITS_OF_STATE | {"team", "command", "service", "services", "corps"}
"""Last or first words in the names of forces."""
BEFALLEN = frozenset({"against", "including", "such as", "of", "on"})
"""Prepositions of those of a group whom something befalls: "charges against 27, including members of the party"."""
OTHERS = frozenset({"other", "another", "rival", "different", "unidentified", "unknown"})


def body_parts(clusters: Clusters) -> None:
    """Join "National Police" with "Ukraine's National Police" where only one longer name ends or begins so."""
    bodies = clusters.names(BODIES)
    words = {i: fold(clusters.mentions[i].text.replace("’s", "").replace("'s", "")).split() for i in bodies}
    for i in bodies:
        n = len(words[i])
        longer = [j for j in bodies if len(words[j]) > n and (words[j][-n:] == words[i] or words[j][:n] == words[i])]
        # a branch is another body: "Radio Tengri's Aksu bureau" is not Radio Tengri
        media = clusters.kind(i) is not Kind.AGENCY
        longer = [j for j in longer if not (media and _is_part(words[j][-1])) or _is_part(words[i][-1])]
        if clusters.mentions[i].text.isupper():  # "UN" is no "UN Assistance Mission"
            longer = [j for j in longer if words[j][-n:] == words[i] or clusters.mentions[j].text.split()[-1].islower()]
        longer = [j for j in longer if not is_post(clusters.mentions[j])]
        roots = clusters.roots_of(longer)
        same = [j for j in longer if compatible(clusters, i, j)]
        if len(roots) == 1 and same:
            clusters.join(same[0], i, "part of a name")


def outlet_parts(clusters: Clusters) -> None:
    """Join "Shabelle", taken for a person or an unknown place, with "Radio Shabelle", the one name that holds it."""
    outlets = {i: fold(clusters.mentions[i].text).split() for i in clusters.names(frozenset({Kind.OUTLET}))}
    strangers = [i for i in clusters.names(frozenset({Kind.PLACE})) if not place_score(clusters.mentions[i].text)]
    for i in (*clusters.names(PERSONS), *strangers):
        alone = all(fold(m.text) == fold(clusters.mentions[i].text) for m in clusters.members(i))
        word = fold(clusters.mentions[i].text)
        called = {
            clusters.root(j): j for j, words in outlets.items() if word in (words[-1], words[0]) and len(words) == 2
        }
        if alone and clusters.kind(i) in (Kind.PERSON, Kind.PLACE) and len(called) == 1:
            clusters.join(min(called.values()), i, "part of a name")


def is_post(mention: Mention) -> bool:
    """Whether a name ends in what somebody of a body is: "the Police Public Relations Officer"."""
    last = describe([mention.text.split()[-1].lower()])
    return last is not None and (last.member or last.position is not None)


def _is_part(word: str) -> bool:
    """Whether the last word of a name makes it a branch's: "Radio Tengri's Aksu bureau", "BBC Turkish"."""
    return part_word(word) or is_nationality(word.capitalize())


def services(clusters: Clusters) -> None:
    """Join "the BBC's Turkish language service" with "BBC Turkish": services are called by their languages."""
    first: dict[str, int] = {}
    for i in clusters.names(BODIES):
        key = service_of(clusters.mentions[i].text)
        if key is not None:
            clusters.join(first.setdefault(key, i), i, "service of a language")


def own_media(doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
    """Join "Radio Aksu's station" and "the daily's website" with theirs: what a medium has to reach us is itself."""
    for i, mention in enumerate(clusters.mentions):
        site = mention.form is Form.NAME and "." in mention.text
        if clusters.kind(i) is not Kind.OUTLET or mention.plural or not (site or mention.form is Form.DESCRIPTION):
            continue
        noun = doc[mention.head]
        if not site and noun_lemma(noun) not in MEDIA:
            continue
        nearest = [noun, noun.head] if site and noun.dep_ in ("compound", "flat") else [noun]
        beside = (d for n in nearest for d in syntax.dependents(n, R.POSSESSOR, R.OBLIQUE))
        owners = (clusters.at(d.token.i) for d in beside if d.relation is R.POSSESSOR or d.preposition == "of")
        known = (j for j in owners if j is not None and (clusters.mentions[j].form is Form.NAME or clusters.named(j)))
        owner = next(known, None)
        if owner is not None and clusters.kind(owner) is Kind.OUTLET and not clusters.named(i):
            clusters.join(owner, i, "its own medium")


def included_outlets(doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
    """Let who is included in outlets be an outlet: "17 websites, including Arna and the Osh Times".

    Names right after a plural are all of those that it speaks of: "the news websites Arna and Osh Live".
    """
    for i, mention in enumerate(clusters.mentions):
        if mention.form is not Form.DESCRIPTION or mention.kind is not Kind.OUTLET or not mention.plural:
            continue
        noun = doc[mention.head]
        called = _called(mention, doc, clusters)
        if noun_lemma(noun) == "medium" or (not called and len(syntax.conjuncts(noun)) > 1):
            continue  # "social media", "the media and NGOs, including X"
        listed = (d.token for d in syntax.dependents(noun, R.OBLIQUE) if d.preposition in MEMBERS)
        found = (clusters.at(t.i) for first in listed for t in syntax.conjuncts(first))
        for index in (*called, *(j for j in found if j is not None and clusters.mentions[j].form is Form.NAME)):
            unknown = clusters.kind(index) is Kind.PLACE and place_score(clusters.mentions[index].text) == 0
            if unknown or clusters.kind(index) is Kind.ORGANIZATION:
                clusters.settle(index, Kind.OUTLET)
        if len(called) > 1 and all(clusters.kind(j) is Kind.OUTLET for j in called):
            clusters.spread(i, tuple(called))


def _called(mention: Mention, doc: Doc, clusters: Clusters) -> list[int]:
    """Return the names right after a plural, after a comma or colon where they are as many as it counts."""
    called = _listed_from(mention.end, doc, clusters)
    if called or mention.end == len(doc) or doc[mention.end].text not in (",", ":", "–", "—"):
        return called
    called = _listed_from(mention.end + 1, doc, clusters)
    return called if len(called) == count_of(mention.text) else []


def _listed_from(start: int, doc: Doc, clusters: Clusters) -> list[int]:
    """Return the names of a list that begins at a token: "the websites | Arna, Osh Live and Temir TV"."""
    found: list[int] = []
    while start < len(doc):
        index = clusters.at(start)
        if index is None or clusters.mentions[index].start != start or clusters.mentions[index].form is not Form.NAME:
            break
        found.append(index)
        start = clusters.mentions[index].end
        while start < len(doc) and doc[start].lower_ in (",", "and", "the"):
            start += 1
    return found


def members_of_bodies(doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
    """Join unnamed people of a body with it: "two officers of the National Police", "Boko Haram gunmen".

    Of an armed group only where the report is sure that they are its own, not of "suspected Boko Haram gunmen"; where it
    says whose gunmen they are once and of one body, gunmen are that body's throughout.
    """
    fighters: dict[str, set[int]] = {}
    for i, mention in enumerate(clusters.mentions):
        head = doc[mention.head]
        called = mention.kind is Kind.AGENCY and any(  # "the FSB security service" is the FSB
            d.token.ent_type_ == "ORG" for d in syntax.dependents(head, R.COMPOUND)
        )
        hired = mention.kind in (Kind.GROUP, Kind.PERSON) and noun_lemma(head) in HIRED  # "SOCAR security guards"
        employed = (
            mention.kind in (Kind.GROUP, Kind.AGENCY, Kind.ORGANIZATION)
            and noun_lemma(head) in EMPLOYED
            and is_plural(head)
        )
        one = clusters.named(i) and clusters.kind(i) in PERSONS  # "an officer of the Osh police, Omar Keita" is himself
        beside = (clusters.at(d.token.i) for d in syntax.dependents(head, R.APPOSITION))
        one = one or any(j is not None and clusters.kind(j) in PERSONS for j in beside)  # "union members X and Y"
        if mention.form is not Form.DESCRIPTION or one or not (mention.member or called or hired or employed):
            continue
        of_group = noun_lemma(head) == "member"  # "members of the group" do what the group does
        up = syntax.governor(head)
        if of_group and up is not None and (up.relation in (R.OBJECT, R.PASSIVE_SUBJECT) or up.preposition in BEFALLEN):
            continue  # nor does what is done to some of them befall the group
        own = (
            of_group or (mention.kind is not Kind.AGENCY and not employed) or "security" in mention.text.lower()
        )  # not only a force has security
        employers = {Kind.AGENCY, Kind.ORGANIZATION} if own else {Kind.AGENCY}
        bodies = _bodies_beside(i, employers, doc, syntax, clusters)
        if hired:  # "the mayor's bodyguards" are not the mayor
            bodies = [j for j in bodies if not clusters.mentions[j].member]
        if employed:
            bodies = [j for j in bodies if clusters.mentions[j].form is Form.NAME][:1]
        if len(bodies) > 1:  # "Taliban and al-Qaeda militants", "police and prison guards"
            clusters.spread(i, tuple(bodies))
            continue
        body = next(iter(bodies), None)
        if body is not None and not any(d.token.lemma_ in UNSURE for d in syntax.dependents(head, R.ADJECTIVE)):
            _join_member(i, body, clusters, own=own)
            if mention.kind is not Kind.AGENCY:
                fighters.setdefault(noun_lemma(head), set()).add(clusters.root(body))
    _fighters_of_one_body(fighters, doc, syntax, clusters)


def _join_member(i: int, body: int, clusters: Clusters, *, own: bool) -> None:
    """Join people with their body; a party with officers for its security stays a party, a service is no police."""
    kind, people = clusters.kind(body), clusters.mentions[i]
    if people.kind is Kind.AGENCY and kind is Kind.ORGANIZATION:
        clusters.mentions[i] = replace(people, function="security")
    clusters.join(body, i, "member of a body")
    if kind is Kind.ORGANIZATION and own:
        clusters.settle(body, kind)


def _fighters_of_one_body(fighters: dict[str, set[int]], doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
    """Join "the gunmen" with the one body whose gunmen the report has told of."""
    for i, mention in enumerate(clusters.mentions):
        bodies_of = fighters.get(noun_lemma(doc[mention.head]), set()) if mention.member else set()
        if len(bodies_of) == 1 and clusters.root(i) not in bodies_of and not _are_others(doc[mention.head], syntax):
            clusters.join(next(iter(bodies_of)), i, "fighters of the one body")


def _bodies_beside(i: int, employers: set[Kind], doc: Doc, syntax: Syntax, clusters: Clusters) -> list[int]:
    """Return the bodies of some kinds that stand before people, or after *of*, *from* or *with*."""
    people = clusters.mentions[i]
    head = doc[people.head]
    links = [d.token for d in syntax.dependents(head, R.POSSESSOR, R.COMPOUND)]
    links += [d.token for d in syntax.dependents(head, R.OBLIQUE) if d.preposition in ("of", "from", "with")]
    found = (j for t in links for m in syntax.conjuncts(t) if (j := clusters.at(m.i)) is not None and j != i)
    return list(dict.fromkeys(j for j in found if clusters.kind(j) in employers or _is_force(j, people, clusters)))


def _is_force(i: int, people: Mention, clusters: Clusters) -> bool:
    """Whether a body of unknown kind is a force, for it has officers and is called a unit, or by what forces are for.

    "The Organized Crime Unit", "officers from the State Committee for National Security".
    """
    named = clusters.mentions[i].form is Form.NAME and clusters.kind(i) is Kind.ORGANIZATION
    names = [fold(m.text).split() for m in clusters.members(i) if m.form is Form.NAME]
    unit = any(not UNITS.isdisjoint((words[0], words[-1])) or not ENFORCING.isdisjoint(words) for words in names)
    return named and people.kind is Kind.AGENCY and unit


def _are_others(noun: Token, syntax: Syntax) -> bool:
    """Whether words beside a noun for people tell them from those named before: "other", "suspected", "in the region"."""
    words = [d.token for d in syntax.dependents(noun, R.ADJECTIVE, R.COMPOUND, R.POSSESSOR, R.DETERMINER)]
    placed = noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in ("in", "from", "near")
    return placed or any(t.lemma_.lower() in UNSURE | OTHERS or t.pos_ == "PROPN" for t in words)


def bodies_before_one_noun(doc: Doc, clusters: Clusters) -> None:
    """Let the noun of "police and security forces" stand for both bodies."""
    for i, mention in enumerate(clusters.mentions):
        before = clusters.mentions[i - 1] if i else None
        if before is None or mention.kind is not Kind.AGENCY or before.kind is not Kind.AGENCY:
            continue
        beside = before.end == mention.start - 1 and doc[before.end].lower_ == "and"
        described = before.form is mention.form is Form.DESCRIPTION
        if beside and described and doc[mention.head] in doc[before.head].ancestors:
            clusters.spread(i, (i - 1, i))
