"""Attachments that a parser gets wrong and grammar settles.

A parser for open text weighs distance against habit; some facts about English leave no choice:

- who is included in people is one of them, and a *by* after an active verb and its object tells who did what the object
  is: "three journalists were held on charges, including X", "condemned the sentencing of X by a court";
- only a passive has an agent with *by* (Quirk et al. 1985, 3.65): in "was barred from entering the court by guards" they
  barred;
- a phrase with a preposition does not stand before the noun that it is part of (ibid. 17.37): in "at the end of the trial,
  X was sentenced" the end is the sentencing's;
- a day is nobody's, nor are police: in "the arrest on Tuesday of X" and "the killing by police of X" it is the act that
  is of X;
- an apposition is of the kind of what it is of (ibid. 17.65): in "her colleague at Arna, Omar Keita," no paper is Keita.

Clauses are in `reattached_clauses`, what is joined in `reattached_conjuncts`; what is no such word as a parse takes it for
is in `recast`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.coordination import QUANTITIES
from graphbuild.extract.kinds import describe, thing, title_kind
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.noun_phrases import is_time
from graphbuild.extract.reattached_clauses import clause_link
from graphbuild.extract.reattached_conjuncts import conjunct_links
from graphbuild.extract.surface import NOMINAL, follows_comma, is_by, is_event, is_of, is_person, is_thing, person_above
from graphbuild.extract.syntax import marked_by
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

OF_EVENTS = frozenset({"of", "for", "against"})
PHRASES = ("nmod", "obl", "obl:agent")
TERMS = frozenset({"prison", "jail", "year", "month", "day", "week", "detention", "custody", "colony", "imprisonment"})
WHERE = frozenset({"in", "near", "at", "outside", "inside"})
STEPS = 4
"""Words above a term at most among which the punishing verb is looked for."""


def reattached(doc: Doc) -> dict[int, Token]:
    """Return the better governors of the words of a parse that have one, by token index."""
    finders = (
        _whom_it_includes, _whose_act, _of_whom, _whose_home, _who_keeps, _outside_brackets, _who_punished, _who_made_do,
        _whose_day, _by_whom, _after_names, _fronted, _in_company, _right_before, _whose_thing,
    )  # fmt: skip
    found: dict[int, Token] = {}
    for token in doc:
        found |= conjunct_links(token) if token.dep_ == "conj" else clause_link(token)
        phrase = token.dep_ in PHRASES
        rest = finders if phrase else (_whose, _colleague, _titled)
        above = next((up for find in rest if (up := find(token)) is not None), None)
        if above is not None:
            found[token.i] = above
    return found


def _whose(participle: Token) -> Token | None:
    """Return the person before whose *'s* a participle stands: "the murdered journalist's son" is no murdered son.

    A possessor with its own modifiers stands where an article would (Quirk et al. 1985, 5.121); *women's* in "jailed
    women's activist" is plural and says what kind.
    """
    if participle.dep_ != "amod" or participle.tag_ not in ("VBN", "JJ"):
        return None
    before = (c for c in participle.head.children if c.dep_ == "nmod:poss" and participle.i < c.i < participle.head.i)
    return next((c for c in before if c.tag_ in ("NN", "NNP") and is_person(c)), None)


def _whom_it_includes(person: Token) -> Token | None:
    """Return the people whom a person is named as one of: "three journalists were held on | charges, including X"."""
    such = next((c for c in person.children if c.lower_ == "such"), None)
    if (
        person.dep_ == "nmod"
        and such is not None
        and (_are_strangers(person.head) or _are_strangers(person.doc[max(0, such.i - 2)]))
    ):
        subjects = [c for c in person.head.head.children if c.dep_ in ("nsubj", "nsubj:pass") and c.tag_ == "NNS"]
        return subjects[0] if subjects else None
    link = next((c for c in person.children if c.lower_ == "including"), None)
    if person.dep_ == "obl" and link is not None and is_person(person):
        last = person.doc[max(0, link.i - 2)]  # "used gas and injured four | reporters, including X"
        group = next((t for t in (last, *last.ancestors) if t.tag_ == "NNS" and is_person(t)), None)
        if group is None or group.i < person.head.i:
            return None
        if group.head.lemma_.lower() in QUANTITIES and is_of(group):
            group = group.head  # "a group of reporters, including X"
        own = group.head == person.head and group.dep_ != "obl"  # the verb's argument, which `clauses` reads
        return None if own else group
    including = person.dep_ == "nmod" and link is not None
    if not including or not is_person(person) or person.head.pos_ == "NUM" or is_person(person.head):
        return None
    verb = next((t for t in person.ancestors if t.pos_ == "VERB"), None)
    people = [c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass", "obj") and c.i < person.i] if verb else []
    groups = [c for c in people if c.tag_ in ("NNS", "CD") and (is_person(c) or c.tag_ == "CD")]
    return groups[-1] if groups else None


def _are_strangers(noun: Token) -> bool:
    """Whether people are said to be unknown, so that no name is one of theirs: "attacks by unknown persons, such as X"."""
    return any(c.lower_ in ("unknown", "unidentified", "masked") for c in noun.children)


def _by_whom(agent: Token) -> Token | None:
    """Return the passive whose agent a parse hangs on a bare noun: "was threatened with closure | by a deputy"."""
    noun, verb = agent.head, agent.head.head
    if agent.dep_ != "nmod" or not is_by(agent) or not (is_person(agent) or agent.ent_type_ == "ORG"):
        return None
    bare = noun.dep_ == "obl" and not any(c.dep_ in ("det", "nmod:poss", "nummod", "amod") for c in noun.children)
    after_with = any(c.dep_ == "case" and c.lower_ == "with" for c in noun.children)
    passive = any(c.dep_ == "aux:pass" for c in verb.children) and not any(c.dep_ == "obl:agent" for c in verb.children)
    return verb if bare and after_with and passive else None


def _whose_home(person: Token) -> Token | None:
    """Return what a person has where a place stands between: "the home in Ashgabat of X"."""
    place = person.head
    of = person.dep_ == "nmod" and any(c.lower_ == "of" and c.dep_ == "case" for c in person.children)
    if not of or person.ent_type_ != "PERSON" or place.ent_type_ not in ("LOC", "GPE") or place.dep_ != "nmod":
        return None
    return place.head if place.head.pos_ == "NOUN" else None


def _whose_act(body: Token) -> Token | None:
    """Return the event noun that a *by* after an active verb is of: "condemned the sentencing of X | by a court"."""
    verb = body.head
    if body.dep_ != "obl" or verb.pos_ != "VERB" or not is_by(body):
        return None
    objects = [c for c in verb.children if c.dep_ == "obj" and c.i < body.i]
    active = any(c.dep_ == "nsubj" for c in verb.children) and body.pos_ in NOMINAL and body.i > verb.i
    return objects[-1] if active and objects and is_event(objects[-1]) else None


def _of_whom(person: Token) -> Token | None:
    """Return the event noun whose victim a parse hangs on its agent: "the killing by police | of reporter X".

    Police and soldiers are nobody's; a government is somebody's, unless who follows is a reporter.
    """
    agent, titles = person.head, [c for c in person.children if c.i < person.i]
    of = person.dep_ == "nmod" and is_person(person) and any(c.lower_ == "of" for c in marked_by(person))
    if not of or not is_by(agent) or is_person(agent) or not is_event(agent.head):
        return None
    known = describe([noun_lemma(agent)])
    force = known is not None and known.kind is Kind.AGENCY and (known.function == "police" or known.member)
    words = [noun_lemma(t) for t in (*titles, person) if t.pos_ in NOMINAL and not t.ent_type_]
    kind = title_kind(words[-1:])
    free = force and kind is not Kind.OFFICIAL
    return agent.head if free or kind is Kind.JOURNALIST else None


def _who_punished(body: Token) -> Token | None:
    """Return the event noun whose agent a parse hangs on a term: "the sentencing of X to six years | by a court"."""
    by = body.dep_ == "nmod" and body.pos_ in NOMINAL and is_by(body)
    if not by or body.head.lemma_.lower() not in TERMS:
        return None
    above = [t for t in body.head.ancestors if t.i < body.head.i][:STEPS]
    objects = [c for t in above if t.pos_ == "VERB" for c in t.children if c.dep_ == "obj"]
    return next((t for t in (*above, *objects) if is_event(t)), None)


def _who_keeps(body: Token) -> Token | None:
    """Return the participle whose agent a parse hangs on its complement: "held captive | by rebels"."""
    state = body.head
    by = body.dep_ in ("obl", "obl:agent", "nmod") and is_by(body)
    if not by or state.dep_ != "xcomp" or state.pos_ not in ("ADJ", "NOUN") or state.head.tag_ != "VBN":
        return None
    return state.head


def _right_before(noun: Token) -> Token | None:
    """Return the event noun right before a person's preposition, which no verb takes: "ordered the arrest | of X".

    So too before the hands at which it was suffered: "fled for fear of death | at the hands of Y".
    """
    by_hands = noun.lemma_ == "hand"
    link = next((c for c in marked_by(noun) if c.lower_ == "at" or (c.lower_ in OF_EVENTS and not by_hands)), None)
    before = link.nbor(-1) if link is not None and link.i > 0 else noun
    if noun.dep_ != "obl" or before.pos_ != "NOUN" or not is_event(before):
        return None
    if not by_hands and (not is_person(noun) or link is None or link.lower_ == "at"):
        return None
    return before if noun.head.i < before.i < noun.i else None


def _whose_thing(person: Token) -> Token | None:
    """Return the thing whose owner a parse hangs on the verb: "took the cameras | of reporters X and Y".

    Whom somebody robs or accuses *of* something is the verb's object, and no thing is.
    """
    before = person.doc[max(0, person.left_edge.i - 1)]
    of = any(c.lower_ == "of" for c in marked_by(person))
    if person.dep_ != "obl" or not of or not is_person(person) or before.dep_ != "obj":
        return None
    known = thing(noun_lemma(before))
    return before if known is not None and known[0] in ("thing", "premises") and before.head is person.head else None


def _colleague(person: Token) -> Token | None:
    """Return whom a person is called beside that a parse hangs on the body between: "her colleague at Arna, | Omar Keita,".

    An apposition is of the kind of what it is of, and no name is another's: "the brother of Omar Keita, | Dana Vik,".
    """
    body = person.head
    named = body.ent_type_ == person.ent_type_ == "PERSON"
    if person.dep_ != "appos" or not follows_comma(person) or not is_person(person) or not (is_thing(body) or named):
        return None
    above = person_above(body)
    return above if above is not None and above.pos_ == "NOUN" else None


def _titled(person: Token) -> Token | None:
    """Return whose title a name has that a parse hangs on a noun above: "a driver of the MP and | musician Omar Keita".

    Nothing comes between the parts of a close apposition (Quirk et al. 1985, 17.68).
    """
    title = person.doc[max(0, person.left_edge.i - 1)]
    if person.dep_ != "appos" or person.ent_type_ != "PERSON" or title.dep_ != "conj" or not is_person(title):
        return None
    first = title.head
    return title if person.head.i < first.i < title.i and is_of(first) and first.head is person.head else None


def _after_names(place: Token) -> Token | None:
    """Return the verb of a place after the comma that closes a list of names: "held two men, X and Y, | near Osh"."""
    whom = place.head
    listed = any(c.dep_ in ("appos", "conj") and whom.i < c.i < place.i for c in (*whom.children, *whom.head.children))
    if place.dep_ != "nmod" or not is_person(whom) or not listed or not follows_comma(place):
        return None
    if all(c.lower_ not in WHERE for c in marked_by(place)):
        return None
    if place.doc[min(place.right_edge.i + 1, len(place.doc) - 1)].text == ",":
        return None  # "X, in London for a day, was"
    above = next((t for t in whom.ancestors if t.pos_ not in NOMINAL), None)
    return above if above is not None and above.pos_ == "VERB" and above.i < whom.i else None


def _fronted(noun: Token) -> Token | None:
    """Return the verb of a phrase at the start of a clause that a parse hangs on the subject after it."""
    subject = noun.head
    before = noun.dep_ in ("nmod", "obl") and noun.i < subject.i and subject.dep_ in ("nsubj", "nsubj:pass")
    if not before or not any(c.dep_ == "case" for c in noun.children):
        return None
    parted = any(t.text == "," for t in noun.doc[noun.i : subject.i])
    return subject.head if parted and subject.head.pos_ in ("VERB", "AUX") else None


def _in_company(person: Token) -> Token | None:
    """Return the name right before company that a parse hangs on the verb: "a plea filed by X | along with economists"."""
    with_him = person.dep_ in ("obl", "nmod") and any(c.lower_ in ("along", "together") for c in person.children)
    before = person.doc[max(0, person.left_edge.i - 1)]
    if not with_him or before.ent_type_ != "PERSON" or before.i >= person.i:
        return None
    while before.head.ent_type_ == "PERSON" and before.dep_ == "flat":
        before = before.head
    return before if before.head != person.head else None


def _whose_day(person: Token) -> Token | None:
    """Return the event noun of whom a parse hangs on a day between: "the arrest on Tuesday | of Omar Keita"."""
    day = person.head
    if person.dep_ != "nmod" or not is_of(person) or not is_time(day) or is_time(person):
        return None
    before = day.doc[max(0, day.left_edge.i - 1)]
    return before if before.i < day.i and is_event(before) else None


def _who_made_do(body: Token) -> Token | None:
    """Return the passive whose agent a parse hangs on its complement: "was barred from entering | by guards"."""
    inner = body.head
    if body.dep_ == "nmod" and is_by(body) and any(c.lower_ == "as" for c in inner.children):
        return inner.head if inner.dep_ == "obl" and inner.head.tag_ == "VBN" else None  # "questioned as a suspect by"
    by = body.dep_ in ("obl", "obl:agent") and body.i > inner.i and is_by(body)
    if not by or inner.dep_ not in ("advcl", "xcomp", "ccomp") or inner.tag_ not in ("VB", "VBG"):
        return None
    active = all(c.dep_ != "aux:pass" for c in inner.children)
    passive = inner.head.tag_ == "VBN" and any(c.dep_ == "aux:pass" for c in inner.head.children)
    known = body.ent_type_ == "ORG" or is_person(body) or describe([body.lemma_.lower()]) is not None
    return inner.head if active and passive and known else None


def _outside_brackets(body: Token) -> Token | None:
    """Return what a phrase is of that a parse hangs on what brackets hold: "were beaten (until their release) by X"."""
    inside = body.head
    if body.dep_ not in ("nmod", "obl", "obl:agent") or inside.i > body.i:
        return None
    closing = next((t.i for t in body.doc[inside.i + 1 : body.left_edge.i] if t.text == ")"), None)
    opening = next((t.i for t in reversed(body.doc[inside.sent.start : inside.i]) if t.text in ("(", ")")), None)
    if closing is None or opening is None or body.doc[opening].text != "(":
        return None
    return next((t for t in inside.ancestors if t.i < opening), None)
