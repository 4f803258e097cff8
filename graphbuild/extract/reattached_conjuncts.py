"""What is joined to what, where a parser joins what cannot be.

What is coordinated is of one kind (Quirk et al. 1985, 13.49): in "the killing of X and wounding of Y" *wounding* cannot be
joined to the name X, so it is joined to *killing*, and what follows by *of* is its own; in "beat reporter X and editor Y" a
name cannot be joined to the verb. Bodies have directors, people have none: "the director of Radio Aksu and reporter X" are
two people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.company import SPOKESPEOPLE
from graphbuild.extract.gapping import victim_before
from graphbuild.extract.kinds import LAWYERS, describe, thing
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.reattached_clauses import after_when
from graphbuild.extract.surface import (
    FINITE,
    RELATIVE,
    RESULTS,
    follows_comma,
    is_event,
    is_infinitive,
    is_of,
    is_person,
    is_thing,
    main_above,
)

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

SELVES = frozenset({("he", "him"), ("she", "her"), ("they", "them")})
"""Subjects and objects that would be one person."""


def conjunct_links(token: Token) -> dict[int, Token]:
    """Return the governor of what is coordinated, and of the *of*-phrases that are its own."""
    if (victim := victim_before(token)) is not None:
        return {token.i: victim}
    if token.head.pos_ == "VERB":
        above = _person_before(token) if token.lower_ not in RESULTS else main_above(token)
        above = _of_its_form(token) if above is None else above
        above = _list_left_open(token) if above is None else above
        above = _of_another(token) if above is None else above
        above = after_when(token) if above is None else above
        return {token.i: above} if above is not None else {}
    beside = _listed_after(token) or _body_before(token) or _head_of_body(token) or _thing_above(token)
    if beside is not None:
        return {token.i: beside}
    if token.tag_ == "VBD" and token.head.pos_ == "ADJ" and token.head.dep_ in ("ccomp", "xcomp"):
        return {token.i: token.head.head}  # "found X guilty of slander and | fined her"
    if token.pos_ == "VERB" and token.tag_ in FINITE and token.head.pos_ == "NOUN" and token.head.head.pos_ == "VERB":
        return {token.i: token.head.head}  # "arrests any journalist who errs and | jails him": verbs join verbs
    noun = _event_above(token) or _of_mixed_list(token)
    if noun is None and not _has_another_of(token):
        return {}
    heads = (noun, token.head) if noun is not None else (token.head,)
    own = {c.i: token for h in heads for c in h.children if c.i > token.i and is_of(c)}
    return own | ({token.i: noun} if noun is not None else {})


def _listed_after(person: Token) -> Token | None:
    """Return the first of those whom a plural is spelt out into: "her colleagues, the *editor X* and | the cameraman Y".

    A list of two has no comma before *and*; a third person beside the plural would make the first one no apposition.
    """
    group = person.head
    named_one = is_person(person) or any(c.ent_type_ == "PERSON" and c.dep_ == "flat" for c in person.children)
    if group.tag_ != "NNS" or not named_one or not is_person(group) or follows_comma(person.left_edge):
        return None
    link = next((c for c in person.children if c.dep_ == "cc"), None)
    named = [c for c in group.children if c.dep_ == "appos" and group.i < c.i < person.i and is_person(c)]
    if link is None or len(named) != 1 or follows_comma(link) or named[0].right_edge.i != link.i - 1:
        return None
    return named[0] if follows_comma(named[0]) else None


def _body_before(body: Token) -> Token | None:
    """Return the body's name that another one is joined to: "access to the sites of Radio Aksu | and the Osh Post"."""
    if body.ent_type_ != "ORG" or body.head.ent_type_ or body.head.pos_ != "NOUN":
        return None
    link = next((c for c in body.children if c.dep_ == "cc"), None)
    before = next((e for e in body.doc.ents if link is not None and e.end == link.i and e.label_ == "ORG"), None)
    return before.root if before is not None and before.root.dep_ == "nmod" else None


def _head_of_body(person: Token) -> Token | None:
    """Return who heads a body to which a person is joined: "the director of Radio Aksu | and reporter X".

    Bodies have directors, people have none.
    """
    body, head = person.head, person.head.head
    if not is_of(body) or not is_person(person) or not is_thing(body) or head.tag_ != "NN":
        return None
    held = describe([noun_lemma(head)])
    heads = held is not None and held.position is not None and held.position not in LAWYERS | SPOKESPEOPLE
    return head if heads and any(c.lower_ == "the" for c in head.children) else None


def _thing_above(thing_: Token) -> Token | None:
    """Return the thing to which another is joined that a parse lists with an owner: "X's home and | the office of Y"."""
    owner, first = thing_.head, thing_.head.head
    body = owner.ent_type_ == "ORG" and any(map(is_of, thing_.children))  # "the newsroom of X and | the homes of two"
    if not is_of(owner) or not (is_person(owner) or body) or is_person(thing_) or first.pos_ != "NOUN":
        return None
    both = all(thing(noun_lemma(t)) is not None for t in (thing_, first))
    return first if both and any(c.dep_ in ("det", "nmod:poss") for c in thing_.children) else None


def _of_its_form(verb: Token) -> Token | None:
    """Return the verb of its own form that a verb is joined to: "must stop beating X | and release Y".

    What is coordinated is of one form (Quirk et al. 1985, 13.49): *release* goes with *stop* and not with *beating*, as
    does *to release* with *to stop*, and in "forced her to delete her footage | and held her" the past with the past.
    """
    if verb.tag_ == "VBD" and (told := _beside_forecast(verb)) is not None:
        return told
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.dep_ == "obj" for c in verb.children))
    if past and verb.head.tag_ == "VB" and is_infinitive(verb.head):
        return next((t for t in verb.head.ancestors if t.tag_ == "VBD" and t.i < verb.i), None)
    bare = not any(c.dep_.startswith(("nsubj", "aux")) or c.dep_ == "mark" for c in verb.children)
    if verb.tag_ == "VBN" and bare and verb.head.tag_ == "VB" and is_infinitive(verb.head):
        helped = (t for t in verb.head.ancestors if t.i < verb.head.i)  # "was ordered to pay a fine and | freed"
        return next((t for t in helped if t.tag_ == "VBN" and any(c.dep_ == "aux:pass" for c in t.children)), None)
    if verb.tag_ == "VBN" and bare and (beside := _of_passive(verb.head)) is not None:
        return beside
    if verb.tag_ == "VBN" and bare and verb.head.tag_ == "VBD" and verb.head.dep_ == "advcl":
        main = verb.head.head  # "was bundled into a car as he filmed it, and | driven to the station"
        return main if any(c.dep_ == "aux:pass" for c in main.children) and main.i < verb.head.i else None
    finite = any(c.dep_ in ("aux", "aux:pass") and c.tag_ in FINITE for c in verb.children)
    if finite and verb.head.tag_ == "VBG" and not any(c.dep_.startswith(("nsubj", "aux")) for c in verb.head.children):
        helped = (t for t in verb.head.ancestors if t.i < verb.head.i and any(c.dep_ == "aux:pass" for c in t.children))
        return next(helped, None)  # "were accused of obstructing it and | were freed"
    marked = is_infinitive(verb)
    if marked and verb.head.tag_ in FINITE:
        return next((t for t in verb.head.children if verb.head.i < t.i < verb.i and is_infinitive(t)), None)
    if verb.tag_ != "VB" or verb.head.tag_ not in ("VBG", "VBN"):
        return None
    above = (t for t in verb.head.ancestors if t.pos_ == "VERB" and t.tag_ == "VB" and t.i < verb.i)
    return next((t for t in above if not marked or is_infinitive(t)), None)


def _beside_forecast(verb: Token) -> Token | None:
    """Return the verb of saying beside which a clause stands that a parse joins to a forecast: "*said* that reporters
    would suffer, and on Tuesday men | *stoned* a van"."""
    said = verb.head.head
    would = any(c.tag_ == "MD" for c in verb.head.children)
    own = any(c.dep_.startswith("nsubj") for c in verb.children) and not any(c.tag_ == "MD" for c in verb.children)
    apart = any(c.dep_ == "cc" and follows_comma(c) for c in verb.children)
    return said if verb.head.dep_ == "ccomp" and would and own and apart and said.tag_ == "VBD" else None


def _of_passive(participle: Token) -> Token | None:
    """Return the passive beside whose phrase a reduced relative stands: "*was brought* before men hired by X and | hit".

    A parse may take the phrase for a clause, though nothing but a passive has an agent with *by*.
    """
    if not any(c.dep_ == "obl:agent" for c in participle.children):
        return None
    if participle.dep_ == "acl" and participle.head.dep_ == "obl":
        main = participle.head.head
    elif participle.dep_ == "advcl" and not any(c.dep_.startswith("aux") for c in participle.children):
        main = participle.head
    else:
        return None
    return main if any(c.dep_ == "aux:pass" for c in main.children) else None


def _list_left_open(verb: Token) -> Token | None:
    """Return the verb whose list another one closes that a parse joins to the clause above.

    "Were filming when officers came up, shouted, | and took": verbs joined by a comma want a last one with *and*
    (Quirk et al. 1985, 13.17).
    """
    if verb.tag_ != "VBD" or not any(c.dep_ == "cc" and c.lower_ == "and" for c in verb.children):
        return None
    if any(c.dep_.startswith("nsubj") for c in verb.children):
        return None
    for clause in verb.head.children:
        if clause.dep_ != "advcl" or clause.tag_ != "VBD" or not verb.head.i < clause.i < verb.i:
            continue
        joined = [c for c in clause.children if c.dep_ == "conj" and c.tag_ == "VBD"]
        if joined and not any(g.dep_ == "cc" for c in joined for g in c.children):
            return clause
    return None


def _of_another(verb: Token) -> Token | None:
    """Return the verb above a clause whose subject would do something to himself: "the room where he hid | and beat *him*".

    A pronoun that is not reflexive is no subject's of its own clause (Chomsky 1981, B).
    """
    first = verb.head
    subject = next((c for c in first.children if c.dep_ == "nsubj"), None)
    object_ = next((c for c in verb.children if c.dep_ == "obj"), None)
    if subject is None or object_ is None or (subject.lower_, object_.lower_) not in SELVES:
        return None
    alone = not any(c.dep_ in ("obj", "obl") for c in first.children)  # nobody else whom *him* might be
    aside = follows_comma(first) and any(c.dep_ == "cc" and follows_comma(c) for c in verb.children)
    alone = alone or aside  # "pushed X, while he was waiting for a taxi, and threw him"
    if any(c.dep_.startswith("nsubj") for c in verb.children) or not alone or first.dep_ not in ("acl:relcl", "advcl"):
        return None
    return next((t for t in first.ancestors if t.tag_ == "VBD" and t.i < first.i), None)


def _person_before(name: Token) -> Token | None:
    """Return the person whom a name is listed with that a parse joins to the verb: "beat X and editor | Y"."""
    if not is_person(name) or any(c.dep_ in ("nsubj", "nsubj:pass", "cop", "aux") for c in name.children):
        return None
    aside = name.head.dep_ in RELATIVE  # "held X, who was beaten, and | Y"
    verb = name.head.head if aside and name.head.head.pos_ == "VERB" else name.head
    objects = [c for c in verb.children if c.dep_ == "obj" and is_person(c) and c.i < name.i]
    return objects[-1] if objects else None


def _event_above(token: Token) -> Token | None:
    """Return the event noun to which another is joined that hangs on a person's name."""
    name = token.head
    if name.ent_type_ != "PERSON" or not is_event(token) or name.i > token.i:
        return None
    above = name.head
    while above.ent_type_ == "PERSON" and above.head.i != above.i:
        above = above.head
    return above if is_event(above) and above.i < name.i else None


def _of_mixed_list(person: Token) -> Token | None:
    """Return the event noun that a list begins with which ends in another: "the murder of X, | reporters forced out, and
    attacks".

    What is listed last with *and* says of what kind the list is (Quirk et al. 1985, 13.49): acts, and no victims.
    """
    first, above = person.head, person.head.head
    if not is_person(person) or not is_person(first) or is_event(first) or not is_event(above) or not is_of(first):
        return None
    last = [c for c in first.children if c.dep_ == "conj"][-1:]
    ends = any(t is not person and is_event(t) and any(c.dep_ == "cc" for c in t.children) for t in last)
    return above if ends and any(c.dep_ == "acl" for c in person.children) else None


def _has_another_of(token: Token) -> bool:
    """Whether an event noun's first conjunct has an *of* before it already, so that the second one is its own."""
    first = token.head
    if not (is_event(first) and is_event(token)) or any(is_of(c) for c in token.children):
        return False
    return any(first.i < c.i < token.i and is_of(c) for c in first.children)
