"""What a noun describes by the words beside it, where the word lists do not tell: "the Radio Aksu crew", "Russian forces".

A broadcaster that is shot is a man, the director of a radio station is of the press, the prosecutor's office is the
prosecutor, a team is a newsroom's only where a medium stands beside it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.kinds import LAWYERS, Description, describe, kind_of_name
from graphbuild.extract.lemmas import is_plural, noun_lemma, readings
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.lexicons.gazetteer import country_of, is_nationality
from graphbuild.lexicons.names import load_names
from graphbuild.lexicons.words import OutletWord, load_words
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation

STAFF = frozenset({"member", "representative", "employee", "worker", "staffer"})
"""Members of the press are journalists."""
SPOKESPEOPLE = frozenset({"spokesman", "spokeswoman", "spokesperson"})
"""What an agency that stands right before employs: "the national police spokesman"."""
OFFICES = frozenset({"office", "secretariat", "administration", "department"})
"""Nouns for the body that a holder of a state office heads."""
HEADS = frozenset({"chief", "commander"})
FORCES = frozenset({"police", "security", "military"})
"""Functions of agencies whose unnamed head acts as they do."""
CREWS = frozenset({"crew", "team"})
"""Nouns for several media workers where a medium stands beside them."""
OF_PEOPLE = frozenset(
    "jail sentence arrest detain imprison convict kill murder abduct kidnap beat shoot accuse charge deport fine torture"
    " assassinate behead execute wound injure".split()
)
"""Verbs of what befalls people only."""


def by_company(token: Token, content: Token, found: Description | None, syntax: Syntax) -> Description | None:
    """Return what a noun describes by the words beside it where the lists do not tell, or tell only whose it is."""
    word = noun_lemma(content)
    if found is None and word == "other" and is_plural(content) and syntax.first(content, R.NUMBER) is not None:
        return Description(Kind.GROUP)  # "two others"
    if found is None and word in CREWS and _is_newsroom(content, syntax):
        return Description(Kind.JOURNALIST, position=word)
    if found is None and is_plural(token) and is_nationality(token.text):
        return Description(Kind.GROUP)
    if found is None and word == "force" and is_plural(content) and _are_somebodys(content, syntax):
        return Description(Kind.AGENCY, function="military", member=True)
    if word == "agent" and _of_a_country(content, syntax):
        return Description(Kind.AGENCY, function="security", member=True)  # "Russian agents"
    if word in HEADS and not is_plural(content) and (force := _headed_force(content, syntax)) is not None:
        return replace(force, member=True)  # "the chief of the Osh police"
    if word == "broadcaster" and _is_announcer(token, syntax):
        return Description(Kind.JOURNALIST, position=word)
    if found is not None and found.kind is Kind.PERSON and found.position and _is_of_outlet(content, syntax):
        return replace(found, kind=Kind.JOURNALIST)  # "the director of a radio station"
    if found is not None and found.kind is Kind.OUTLET and noun_lemma(token) in STAFF:
        return Description(Kind.JOURNALIST, position=noun_lemma(token))
    return found


def _headed_force(noun: Token, syntax: Syntax) -> Description | None:
    """Return the force that an unnamed chief is of; a chief with a name beside him is himself."""
    if syntax.first(noun, R.APPOSITION, R.NAME) is not None or any(c.pos_ == "PROPN" for c in noun.children):
        return None
    below = (d.token for d in syntax.dependents(noun, R.OBLIQUE) if d.preposition == "of")
    found = (describe([noun_lemma(t)]) for t in below)
    return next((f for f in found if f is not None and f.function in FORCES), None)


def _is_announcer(noun: Token, syntax: Syntax) -> bool:
    """Whether a broadcaster is somebody: what befalls him befalls people only, or he is apposed to a person's name."""
    up = syntax.governor(noun)
    if up is None:
        return False
    if up.relation is R.APPOSITION:
        return up.token.ent_type_ == "PERSON"
    return up.relation in (R.OBJECT, R.PASSIVE_SUBJECT) and not OF_PEOPLE.isdisjoint(readings(up.token))


def _is_of_outlet(noun: Token, syntax: Syntax) -> bool:
    """Whether a phrase says an outlet to be what somebody heads or owns: "the acting head *of a radio station*"."""
    if noun_lemma(noun) in LAWYERS | SPOKESPEOPLE:
        return False
    for body in (d.token for d in syntax.dependents(noun, R.OBLIQUE) if d.preposition in ("of", "at")):
        words = [t for t in body.children if t.dep_ in ("compound", "amod", "flat")]
        phrase = sorted((*words, body), key=lambda t: t.i)
        described = describe([noun_lemma(t) for t in phrase])
        named = kind_of_name(" ".join(t.text for t in phrase), Kind.ORGANIZATION) if body.pos_ == "PROPN" else None
        if (described is not None and described.kind is Kind.OUTLET) or (named is not None and named[0] is Kind.OUTLET):
            return True
    return False


def office_of(noun: Token, syntax: Syntax) -> tuple[Token, Description] | None:
    """Return the holder of an office, and the body that it is: "the prosecutor's office", "the mayor's press service"."""
    if noun_lemma(noun) not in OFFICES:
        return None
    owners = [d.token for d in syntax.dependents(noun, R.POSSESSOR)]
    if noun.i > noun.sent.start + 1 and noun.nbor(-1).lower_ in ("'s", "’s"):
        owners.append(noun.nbor(-2))  # of "the attorney general's office" parses make much
    for owner in owners:
        before = noun.doc[max(noun.sent.start, owner.i - 1) : owner.i + 1]
        held = describe([noun_lemma(t) for t in before])  # "the prosecutor general's office"
        if held is not None and held.kind is Kind.AGENCY and held.member and held.function != "police":  # a room of his
            holder = before[0] if owner.pos_ == "ADJ" else owner
            return holder, replace(held, member=False, position=None)
    return None


def _are_somebodys(forces: Token, syntax: Syntax) -> bool:
    """Whether forces are a land's or a body's: "Russian forces", "Puntland forces", "forces from the Arna Agency"."""
    before = syntax.dependents(forces, R.COMPOUND, R.POSSESSOR)
    land = any(d.token.ent_type_ in ("LOC", "GPE") for d in before)
    bodies = [d.token for d in syntax.dependents(forces, R.OBLIQUE) if d.preposition in ("from", "of")]
    sent = any(t.ent_type_ == "ORG" or _is_agency(t) for t in bodies)
    return _of_a_country(forces, syntax) or land or sent


def _is_agency(noun: Token) -> bool:
    found = describe([noun_lemma(noun)])
    return found is not None and found.kind is Kind.AGENCY


def _of_a_country(noun: Token, syntax: Syntax) -> bool:
    """Whether a nationality or a country's possessive stands before a noun."""
    before = syntax.dependents(noun, R.ADJECTIVE, R.COMPOUND, R.POSSESSOR)
    return any(is_nationality(d.token.text) or country_of(d.token.text) is not None for d in before)


def _is_newsroom(token: Token, syntax: Syntax) -> bool:
    """Whether a crew or team is a medium's: "the Radio Aksu crew", "a team from the Courier"."""
    for d in syntax.dependents(token, R.COMPOUND, R.POSSESSOR, R.OBLIQUE):
        words = [t.lower_ for t in (d.token, *d.token.children) if t.i <= d.token.i]
        known = load_names().get(_of_entity(d.token))
        other = known is not None and known.kind is not Kind.OUTLET  # "Amnesty International's tech team"
        named = (d.token.ent_type_ == "ORG" and not other) or any(load_words(OutletWord).get((w,)) for w in words)
        if named and (d.relation is not R.OBLIQUE or d.preposition in ("from", "of", "with")):
            return True
    after = token.doc[token.i + 1 : token.i + 6]  # a parse may hang "from Radio Aksu" on the verb
    return len(after) > 1 and after[0].lower_ in ("from", "of") and any(t.ent_type_ == "ORG" for t in after[1:])


def _of_entity(token: Token) -> str:
    """Return the text of the name that a word is part of, the word's own where it is part of none."""
    return next((e.text for e in token.doc.ents if e.start <= token.i < e.end), token.text)
