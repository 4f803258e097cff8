"""What a word shows of itself in a parse, before anything is known of whom it means: a person, a thing, an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.cues import base_forms
from graphbuild.extract.kinds import PEOPLE, describe, thing
from graphbuild.extract.lemmas import is_gerund_noun, noun_lemma, readings
from graphbuild.lexicons.frames import load_frames
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

NOMINAL = ("NOUN", "PROPN")
STEPS = 4
"""Nouns above a relative clause among which its person is looked for."""
FINITE = ("VBD", "VBZ", "VBP")
TENSED = (*FINITE, "MD")
"""Tags of what a finite clause has one of: a verb in a tense, or a modal."""
RESULTS = frozenset({"sustaining", "suffering", "receiving"})
"""Participles of what an attack leaves."""
RELATIVE = ("acl:relcl", "relcl", "advcl:relcl")


def is_person(noun: Token) -> bool:
    """Whether a noun names or describes people."""
    if noun.pos_ not in NOMINAL:
        return False
    known = describe([noun_lemma(noun)])
    return noun.ent_type_ == "PERSON" or (known is not None and (known.kind in PEOPLE or known.member))


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own, a clause or *it* included."""
    return any(c.dep_.startswith(("nsubj", "csubj", "expl")) for c in verb.children)


def follows_comma(phrase: Token) -> bool:
    """Whether a comma stands before a word and what hangs on it, wherever a parse hangs the comma."""
    edge = phrase.left_edge
    return "," in (edge.text, edge.doc[max(0, edge.i - 1)].text)


def is_thing(noun: Token) -> bool:
    """Whether a noun names a body or a thing, and nobody."""
    if noun.ent_type_ == "PERSON" or noun.pos_ not in NOMINAL:
        return False
    known = describe([noun_lemma(noun)])
    if known is not None:
        return known.kind in (Kind.OUTLET, Kind.ORGANIZATION)
    return noun.pos_ == "PROPN" or thing(noun_lemma(noun)) is not None


def thing_of(noun: Token) -> tuple[str, str] | None:
    """Return the class and the canonical name of a thing by its noun, with the word before it where both name one: "hard
    drive"."""
    before = noun.nbor(-1).lemma_.lower() if noun.i > noun.sent.start else ""
    lemma = noun.lemma_.lower()
    return thing(f"{before} {lemma}") or thing(lemma)


def person_above(noun: Token) -> Token | None:
    """Return the nearest noun for a person whose phrase a noun for something else is part of."""
    above = noun
    for _ in range(STEPS):
        participle = above.head.tag_ in ("VBG", "VBN") and above.head.dep_ == "acl"  # "reporters working for X who"
        if above.head.i >= above.i or not (above.head.pos_ in NOMINAL or participle):
            return None
        above = above.head
        if is_person(above):
            return above
    return None


def person_beside(noun: Token) -> Token | None:
    """Return the noun for a person right before a phrase that a parse hangs on the verb: "praised a reporter | from X"."""
    before = noun.doc[max(0, noun.left_edge.i - 1)]
    return before if noun.dep_ == "obl" and before.i < noun.i and is_person(before) else None


def is_event(noun: Token) -> bool:
    """Whether a noun may report an act."""
    units, found = load_frames().by_head, readings(noun)
    if noun.pos_ != "NOUN" and not is_gerund_noun(noun):
        return False
    return any(("noun", r) in units for r in found) or (
        noun.lower_.endswith("ing") and any(("verb", b) in units for b in base_forms(noun))
    )


def is_infinitive(verb: Token) -> bool:
    """Whether *to* stands before a verb."""
    return any(c.lower_ == "to" and c.tag_ == "TO" for c in verb.children)


def is_of(noun: Token) -> bool:
    """Whether a noun hangs on another by *of* or *by*."""
    return noun.dep_ == "nmod" and any(c.dep_ == "case" and c.lower_ in ("of", "by") for c in noun.children)


def is_by(noun: Token) -> bool:
    """Whether a noun stands after *by*."""
    return any(c.dep_ == "case" and c.lower_ == "by" for c in noun.children)


def main_above(participle: Token) -> Token | None:
    """Return the main verb over a participle after a comma that a parse hangs on the clause of an agent."""
    above = participle.head
    if participle.i == 0 or participle.nbor(-1).text != "," or above.i > participle.i:
        return None
    for verb in participle.ancestors:
        if verb.dep_ in ("ROOT", "ccomp") and verb != above and any(c.dep_ == "nsubj:pass" for c in verb.children):
            return verb
    return None
