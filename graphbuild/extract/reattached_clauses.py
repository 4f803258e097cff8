"""Whose clauses are that a parser hangs on the wrong word.

- *Who* and *whom* stand for people (Quirk et al. 1985, 6.33): in "X, a cartoonist for the weekly Y, who was sentenced" the
  clause cannot be of the weekly, so it is of the nearest noun above that names a person; nor can "both of whom" be.
- Who sustains an injury is whom the main clause says something to have been done to: in "X was attacked by men who
  shouted, sustaining injuries" the participle after the comma is of the main clause.
- A participle after a comma goes on from the main verb, not from a reason in between (ibid. 15.34): in "raided a site for
  condoning crime, searching homes" who raids searches.
- Nor from what was going on when something happened: in "X was driving when soldiers opened fire, killing him" they kill.
- What befalls people only is a person's: "the release of X, jailed in May".
- A clause right after "suspicion" or "claims" is its content: "on suspicion he had taken part".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.company import OF_PEOPLE
from graphbuild.extract.descriptions import told_of
from graphbuild.extract.kinds import describe, ends_description
from graphbuild.extract.lemmas import noun_lemma, readings
from graphbuild.extract.surface import (
    RELATIVE,
    RESULTS,
    follows_comma,
    has_subject,
    is_infinitive,
    is_of,
    is_person,
    is_thing,
    main_above,
    person_above,
    person_beside,
)
from graphbuild.lexicons.words import Cue, load_words
from graphbuild.model import Factuality, Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token


DECISIONS = frozenset({"decision", "move", "attempt", "plan", "effort", "refusal", "order"})
"""Nouns that say what somebody does or means to do by an infinitive."""


def clause_link(token: Token) -> dict[int, Token]:
    """Return the governor of a relative clause or of a participle that tells a result."""
    above = None
    if token.dep_ in RELATIVE:
        above = _whose_own(token) or _who(token) or _claim_before(token)
    elif (decision := _decision_before(token)) is not None:
        above = decision
    elif (when := after_when(token)) is not None:
        above = when
    elif token.tag_ == "VBG" and token.dep_ == "advcl" and _is_reason(token.head) and token.nbor(-1).text == ",":
        above = next((t for t in token.ancestors if t.pos_ == "VERB" and t.tag_ != "VBG"), None)
    elif token.lower_ in RESULTS and token.dep_ in ("acl", "advcl", "xcomp"):
        above = main_above(token)
    elif token.dep_ == "acl" and token.tag_ in ("VBG", "VBN"):
        above = _person_right_before(token)
    return {token.i: above} if above is not None else {}


def after_when(participle: Token) -> Token | None:
    """Return the clause with *when* from which a participle after a comma goes on.

    "X was driving home when soldiers opened fire, | killing him": the progressive is the background, and what happened is
    told after *when* (Quirk et al. 1985, 4.36, 15.28), with what came of it.
    """
    main = participle.head
    if participle.tag_ != "VBG" or participle.dep_ not in ("conj", "advcl") or main.tag_ != "VBG":
        return None
    going_on = any(c.lower_ in ("was", "were") and c.dep_ == "aux" for c in main.children)
    clauses = (c for c in main.children if c.dep_ == "advcl" and main.i < c.i < participle.i)
    found = next((c for c in clauses if any(g.lower_ == "when" for g in c.children) and has_subject(c)), None)
    return found if going_on and follows_comma(participle) else None


def _decision_before(infinitive: Token) -> Token | None:
    """Return the decision that an infinitive says: "condemns the *decision* of the court on May 3 | to uphold the term".

    Nouns derived from verbs that take an infinitive take one (Quirk et al. 1985, 17.51), whatever stands between.
    """
    if infinitive.dep_ not in ("advcl", "xcomp") or infinitive.tag_ != "VB" or not is_infinitive(infinitive):
        return None
    nouns = (c for c in infinitive.head.children if c.dep_ == "obj" and c.i < infinitive.i)
    return next((c for c in nouns if c.lemma_.lower() in DECISIONS and any(map(is_of, c.children))), None)


def _person_right_before(participle: Token) -> Token | None:
    """Return the person right before a participle, of whom it tells: "violence against journalists | covering a rally".

    After a comma where only people undergo it: "the release of X, | jailed in May".
    """
    before = participle.doc[max(0, participle.left_edge.i - 1)]
    if told_of(before, participle) and is_person(before) and not is_person(participle.head):
        return before
    comma = participle.left_edge if participle.left_edge.text == "," else before
    last = participle.doc[max(0, comma.i - 1)]
    person = last.head if last.dep_ == "flat" else last
    aside = comma.text == "," and participle.head in person.ancestors and not is_person(participle.head)
    return person if aside and is_person(person) and not OF_PEOPLE.isdisjoint(readings(participle)) else None


def _is_reason(gerund: Token) -> bool:
    """Whether a gerund only says why or how: "raided it for condoning crime, | searching homes" is two acts of one."""
    marks = ("mark", "case")
    return gerund.tag_ == "VBG" and any(c.lower_ in ("for", "over", "by") and c.dep_ in marks for c in gerund.children)


def _whose_own(clause: Token) -> Token | None:
    """Return the last of a list of people, whose one thing a clause tells of: "X, Y and Z, | whose camera was seized"."""
    whose = next((t for t in clause.subtree if t.lower_ == "whose" and t.dep_ == "nmod:poss"), None)
    if whose is None or whose.head.tag_ != "NN" or clause.head.dep_ == "conj" or not is_person(clause.head):
        return None
    listed = [c for c in clause.head.children if c.dep_ == "conj" and c.i < whose.i and is_person(c)]
    return listed[-1] if listed else None


def _who(clause: Token) -> Token | None:
    """Return the person whom a clause with *who* or *of whom* describes that hangs on what is none."""
    before = [c for c in clause.children if c.i < clause.i]
    before += [c for some in before for c in some.children]  # "both of *whom* were killed"
    if not any(c.lower_ in ("who", "whom") for c in before):
        return None
    noun = clause.head
    if noun.pos_ == "VERB":
        return _object_before(clause)
    if noun.pos_ == "NUM" and is_person(noun.head) and noun.head.i < noun.i:
        return noun.head  # "Omar Keita, 30, who was detained"
    if _is_one_alone(noun, clause):
        return noun.head
    if not is_thing(noun):
        return _person_inside(noun, clause)
    kind = noun.doc[max(0, noun.left_edge.i - 1)]
    called = kind if noun.dep_ == "obj" and kind.tag_ == "NN" else noun  # "editor of the newspaper | Arna, who"
    return person_above(called) or person_beside(noun)


def _claim_before(clause: Token) -> Token | None:
    """Return the noun whose content a clause without *that* is, right after it: "on suspicion | he had taken part"."""
    before = clause.doc[max(0, clause.left_edge.i - 1)]
    own_subject = any(c.dep_.startswith("nsubj") and c.tag_ == "PRP" for c in clause.children)
    cue = load_words(Cue).get(before.lemma_.lower(), "noun") if own_subject and before.i < clause.i else None
    return before if cue is not None and cue.reading is Factuality.ALLEGED else None


def _is_one_alone(noun: Token, clause: Token) -> bool:
    """Whether a clause without a comma stands at somebody of whom there is but one: "guards of the mayor | who beat X".

    Such a clause picks out some of several, which nobody does of a name or of the one holder of an office (Quirk et al.
    1985, 17.13): it is of those before.
    """
    known = describe([noun_lemma(noun)]) if noun.tag_ == "NN" else None
    definite = any(c.lower_ == "the" for c in noun.children)
    office = (
        definite and known is not None and known.position is not None and known.kind in (Kind.OFFICIAL, Kind.AGENCY)
    )
    of_several = noun.dep_ == "nmod" and is_of(noun) and noun.head.tag_ == "NNS" and is_person(noun.head)
    return (noun.ent_type_ == "PERSON" or office) and of_several and not follows_comma(clause)


def _object_before(clause: Token) -> Token | None:
    """Return the person, object of the verb above, right after whom a clause with *who* begins."""
    comma = clause.left_edge.i - (clause.left_edge.text != ",")
    people = (c for c in clause.head.children if c.dep_ == "obj" and is_person(c))
    return next((c for c in people if c.right_edge.i == comma - 1), None)


def _person_inside(noun: Token, clause: Token) -> Token | None:
    """Return the last person of a phrase about something else: "the condition of X, 30, | who was detained"."""
    if noun.pos_ != "NOUN" or is_person(noun) or ends_description(noun_lemma(noun)):
        return None
    inside = noun.doc[noun.i + 1 : clause.left_edge.i]
    people = [t for t in inside if is_person(t) and noun in t.ancestors and t.dep_ not in ("compound", "nmod:poss")]
    return people[-1] if people else None
