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
from graphbuild.extract.appositions import compatible, is_name_part, join_appositions, join_other_names
from graphbuild.extract.clusters import Clusters, fold, service_of
from graphbuild.extract.kinds import BODIES, PERSONS, part_word
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.lexicons.gazetteer import is_nationality
from graphbuild.lexicons.names import load_names
from graphbuild.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

R = Relation

UNSURE = frozenset({"suspect", "suspected", "alleged", "presumed", "apparent", "former", "purported", "supposed"})
"""Words before people of a body which leave open that they are."""
OTHERS = frozenset({"other", "another", "rival", "different", "unidentified", "unknown"})
MEDIA = frozenset({"station", "website", "site", "portal", "newspaper", "broadcast"})
"""Nouns for what a medium reaches its public by, or where it sits."""
HIRED = frozenset({"guard", "bodyguard", "bouncer"})
POINTING = frozenset({"both", "these", "those"})
"""Words before people who were just told of, whoever else is called so."""
SHORT_WORD = 4
"""Letters of a word of a name in which no slip of the pen is looked for."""


def resolve_mentions(doc: Doc, syntax: Syntax, mentions: list[Mention], headline_end: int = 0) -> Clusters:
    """Return the clusters of a report's mentions; tokens before `headline_end` are its headline."""
    clusters = Clusters(mentions)
    _equal_names(clusters)
    _acronyms(doc, clusters)
    _bracketed(doc, clusters)
    join_other_names(doc, clusters)
    _name_parts(clusters, _relatives(doc, syntax, clusters))
    _body_parts(clusters)
    _services(clusters)
    join_appositions(doc, syntax, clusters)
    _own_media(doc, syntax, clusters)
    _members_of_bodies(doc, syntax, clusters)
    Agencies(doc, syntax, clusters).join()
    _bodies_before_one_noun(doc, clusters)
    _equal_descriptions(doc, clusters)
    _headline(doc, clusters, headline_end)
    _taken_up(doc, clusters)
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
    people = _names(clusters, PERSONS)
    _join_misspelt(people, clusters)
    parts = {i: fold(clusters.mentions[i].text).split() for i in people}
    longer = [i for i in people if len(parts[i]) >= 2]
    for i in people:
        candidates = [j for j in longer if len(parts[j]) > len(parts[i]) and is_name_part(parts[i], parts[j])]
        candidates = [j for j in candidates if j not in relatives or clusters.indices(i)[0] > j]
        roots = {clusters.root(j) for j in candidates}
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


def _body_parts(clusters: Clusters) -> None:
    """Join "National Police" with "Ukraine's National Police" where only one longer name ends or begins so."""
    bodies = _names(clusters, BODIES)
    words = {i: fold(clusters.mentions[i].text.replace("’s", "").replace("'s", "")).split() for i in bodies}
    for i in bodies:
        n = len(words[i])
        longer = [j for j in bodies if len(words[j]) > n and (words[j][-n:] == words[i] or words[j][:n] == words[i])]
        # a branch is another body: "Radio Tengri's Aksu bureau" is not Radio Tengri
        media = clusters.kind(i) is not Kind.AGENCY
        longer = [j for j in longer if not (media and _is_part(words[j][-1])) or _is_part(words[i][-1])]
        roots = {clusters.root(j) for j in longer}
        same = [j for j in longer if compatible(clusters, i, j)]
        if len(roots) == 1 and same:
            clusters.join(same[0], i, "part of a name")


def _own_media(doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
    """Join "Radio Aksu's station" and "Radio Aksu's website" with Radio Aksu: what a medium has to reach us is itself."""
    for i, mention in enumerate(clusters.mentions):
        site = mention.form is Form.NAME and "." in mention.text
        if clusters.kind(i) is not Kind.OUTLET or mention.plural or not (site or mention.form is Form.DESCRIPTION):
            continue
        noun = doc[mention.head]
        if not site and noun_lemma(noun) not in MEDIA:
            continue
        nearest = [noun, noun.head] if site and noun.dep_ in ("compound", "flat") else [noun]
        owners = (clusters.at(d.token.i) for n in nearest for d in syntax.dependents(n, R.POSSESSOR))
        owner = next((j for j in owners if j is not None and clusters.mentions[j].form is Form.NAME), None)
        if owner is not None and clusters.kind(owner) is Kind.OUTLET:
            clusters.join(owner, i, "its own medium")


def _is_part(word: str) -> bool:
    """Whether the last word of a name makes it a branch's: "Radio Tengri's Aksu bureau", "BBC Turkish"."""
    return part_word(word) or is_nationality(word.capitalize())


def _services(clusters: Clusters) -> None:
    """Join "the BBC's Turkish language service" with "BBC Turkish": services are called by their languages."""
    first: dict[str, int] = {}
    for i in _names(clusters, BODIES):
        key = service_of(clusters.mentions[i].text)
        if key is not None:
            clusters.join(first.setdefault(key, i), i, "service of a language")


def _members_of_bodies(doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
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
        one = clusters.named(i) and clusters.kind(i) in PERSONS  # "an officer of the Osh police, Omar Keita" is himself
        if mention.form is not Form.DESCRIPTION or one or not (mention.member or called or hired):
            continue
        own = mention.kind is not Kind.AGENCY or "security" in mention.text.lower()  # not only a force has security
        employers = {Kind.AGENCY, Kind.ORGANIZATION} if own else {Kind.AGENCY}
        links = [d.token for d in syntax.dependents(head, R.POSSESSOR, R.COMPOUND)]
        links += [d.token for d in syntax.dependents(head, R.OBLIQUE) if d.preposition in ("of", "from", "with")]
        bodies = (j for t in links if (j := clusters.at(t.i)) is not None and j != i)
        body = next((j for j in bodies if clusters.kind(j) in employers), None)
        if body is not None and not any(d.token.lemma_ in UNSURE for d in syntax.dependents(head, R.ADJECTIVE)):
            kind = clusters.kind(body)
            clusters.join(body, i, "member of a body")
            if kind is Kind.ORGANIZATION:  # a party with officers for its security is a party
                clusters.settle(body, kind)
            if mention.kind is not Kind.AGENCY:
                fighters.setdefault(noun_lemma(head), set()).add(clusters.root(body))
    for i, mention in enumerate(clusters.mentions):
        bodies_of = fighters.get(noun_lemma(doc[mention.head]), set()) if mention.member else set()
        if len(bodies_of) == 1 and clusters.root(i) not in bodies_of and not _are_others(doc[mention.head], syntax):
            clusters.join(next(iter(bodies_of)), i, "fighters of the one body")


def _bodies_before_one_noun(doc: Doc, clusters: Clusters) -> None:
    """Let the noun of "police and security forces" stand for both bodies."""
    for i, mention in enumerate(clusters.mentions):
        before = clusters.mentions[i - 1] if i else None
        if before is None or mention.kind is not Kind.AGENCY or before.kind is not Kind.AGENCY:
            continue
        beside = before.end == mention.start - 1 and doc[before.end].lower_ == "and"
        described = before.form is mention.form is Form.DESCRIPTION
        if beside and described and doc[mention.head] in doc[before.head].ancestors:
            clusters.spread(i, (i - 1, i))


def _are_others(noun: Token, syntax: Syntax) -> bool:
    """Whether words before a noun for people tell them from those named before: "other", "suspected", "Osh"."""
    words = [d.token for d in syntax.dependents(noun, R.ADJECTIVE, R.COMPOUND, R.POSSESSOR, R.DETERMINER)]
    return any(t.lemma_.lower() in UNSURE | OTHERS or t.pos_ == "PROPN" for t in words)


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
            if other.head >= headline_end and clusters.named(j) and word in _called(doc, other)
        }  # fmt: skip
        if len(called) == 1:
            clusters.join(i, called.pop(), "headline")


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
    "journalists covering the rally" are not "journalists critical of the government".
    """
    first: dict[str, int] = {}
    for i, mention in enumerate(clusters.mentions):
        pointed = mention.start > 0 and doc[mention.start - 1].lower_ in POINTING
        if mention.form is Form.DESCRIPTION and mention.plural and mention.kind is not Kind.AGENCY and not pointed:
            whole = mention.wider[-1] if mention.wider and clusters.generic(i) else mention.text
            clusters.join(first.setdefault(fold(whole), i), i, "equal descriptions")
