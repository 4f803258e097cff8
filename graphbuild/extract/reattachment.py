"""Attachments that a parser gets wrong and grammar settles.

A parser for open text weighs distance against habit; some facts about English leave no choice:

- *who* and *whom* stand for people (Quirk et al. 1985, 6.33): in "X, a cartoonist for the weekly Y, who was sentenced"
  the clause cannot be of the weekly, so it is of the nearest noun above that names a person;
- who sustains an injury is whom the main clause says something to have been done to: in "X was attacked by men who
  shouted, sustaining injuries" the participle after the comma is of the main clause;
- a participle after a comma goes on from the main verb, not from a reason in between (ibid. 15.34): in "raided a site
  for condoning crime, searching homes" who raids searches;
- what is coordinated is of one kind (ibid. 13.49): in "the killing of X and wounding of Y" *wounding* cannot be joined to
  the name X, so it is joined to *killing*, and what follows by *of* is its own; in "beat reporter X and editor Y" a name
  cannot be joined to the verb;
- who is included in people is one of them, and a *by* after an active verb and its object tells who did what the object
  is: "three journalists were held on charges, including X", "condemned the sentencing of X by a court";
- only a passive has an agent with *by* (ibid. 3.65): in "was barred from entering the court by guards" they barred;
- a phrase with a preposition does not stand before the noun that it is part of (ibid. 17.37): in "at the end of the trial,
  X was sentenced" the end is the sentencing's;
- a day is nobody's, nor are police: in "the arrest on Tuesday of X" and "the killing by police of X" it is the act that
  is of X; bodies have directors, people have none: "the director of Radio Aksu and reporter X" are two people;
- an apposition is of the kind of what it is of (ibid. 17.65): in "her colleague at Arna, Omar Keita," no paper is Keita;
- a clause right after "suspicion" or "claims" is its content: "on suspicion he had taken part".

What is no such word as a parse takes it for is in `recast`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.coordination import QUANTITIES
from graphbuild.extract.cues import base_forms
from graphbuild.extract.descriptions import SPOKESPEOPLE, told_of
from graphbuild.extract.kinds import LAWYERS, PEOPLE, describe, ends_description, thing, title_kind
from graphbuild.extract.lemmas import is_gerund_noun, noun_lemma, readings
from graphbuild.extract.noun_phrases import is_time
from graphbuild.extract.syntax import marked_by
from graphbuild.lexicons.frames import load_frames
from graphbuild.lexicons.words import Cue, load_words
from graphbuild.model import Factuality, Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SELVES = frozenset({("he", "him"), ("she", "her"), ("they", "them")})
"""Subjects and objects that would be one person."""
NOMINAL = ("NOUN", "PROPN")
OF_PEOPLE = frozenset(
    "jail sentence arrest detain imprison convict kill murder abduct kidnap beat shoot accuse charge deport fine torture"
    " assassinate behead execute wound injure".split()
)
"""Verbs of what befalls people only."""
OF_EVENTS = frozenset({"of", "for", "against"})
FINITE = ("VBD", "VBZ", "VBP")
PHRASES = ("nmod", "obl", "obl:agent")
RELATIVE = ("acl:relcl", "relcl", "advcl:relcl")
RESULTS = frozenset({"sustaining", "suffering", "receiving"})
TERMS = frozenset({"prison", "jail", "year", "month", "day", "week", "detention", "custody", "colony", "imprisonment"})
STEPS = 4
"""Nouns above a relative clause among which its person is looked for."""


def reattached(doc: Doc) -> dict[int, Token]:
    """Return the better governors of the words of a parse that have one, by token index."""
    finders = (
        _whom_it_includes, _whose_act, _of_whom, _whose_home, _who_keeps, _outside_brackets, _who_punished, _who_made_do,
        _whose_day, _fronted, _in_company, _right_before,
    )  # fmt: skip
    found: dict[int, Token] = {}
    for token in doc:
        found |= _conjunct(token) if token.dep_ == "conj" else _clause(token)
        phrase = token.dep_ in PHRASES
        rest = finders if phrase else (_whose, _colleague)
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
        if group.head.lemma_.lower() in QUANTITIES and _is_of(group):
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
    if body.dep_ != "obl" or verb.pos_ != "VERB" or not _is_by(body):
        return None
    objects = [c for c in verb.children if c.dep_ == "obj" and c.i < body.i]
    active = any(c.dep_ == "nsubj" for c in verb.children) and body.pos_ in NOMINAL and body.i > verb.i
    return objects[-1] if active and objects and _is_event(objects[-1]) else None


def _of_whom(person: Token) -> Token | None:
    """Return the event noun whose victim a parse hangs on its agent: "the killing by police | of reporter X".

    Police and soldiers are nobody's; a government is somebody's, unless who follows is a reporter.
    """
    agent, titles = person.head, [c for c in person.children if c.i < person.i]
    of = person.dep_ == "nmod" and is_person(person) and any(c.lower_ == "of" for c in marked_by(person))
    if not of or not _is_by(agent) or is_person(agent) or not _is_event(agent.head):
        return None
    known = describe([noun_lemma(agent)])
    force = known is not None and known.kind is Kind.AGENCY and (known.function == "police" or known.member)
    words = [noun_lemma(t) for t in (*titles, person) if t.pos_ in NOMINAL and not t.ent_type_]
    kind = title_kind(words[-1:])
    free = force and kind is not Kind.OFFICIAL
    return agent.head if free or kind is Kind.JOURNALIST else None


def _who_punished(body: Token) -> Token | None:
    """Return the event noun whose agent a parse hangs on a term: "the sentencing of X to six years | by a court"."""
    by = body.dep_ == "nmod" and body.pos_ in NOMINAL and _is_by(body)
    if not by or body.head.lemma_.lower() not in TERMS:
        return None
    above = [t for t in body.head.ancestors if t.i < body.head.i][:STEPS]
    objects = [c for t in above if t.pos_ == "VERB" for c in t.children if c.dep_ == "obj"]
    return next((t for t in (*above, *objects) if _is_event(t)), None)


def _who_keeps(body: Token) -> Token | None:
    """Return the participle whose agent a parse hangs on its complement: "held captive | by rebels"."""
    state = body.head
    by = body.dep_ in ("obl", "obl:agent", "nmod") and _is_by(body)
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
    if noun.dep_ != "obl" or before.pos_ != "NOUN" or not _is_event(before):
        return None
    if not by_hands and (not is_person(noun) or link is None or link.lower_ == "at"):
        return None
    return before if noun.head.i < before.i < noun.i else None


def _colleague(person: Token) -> Token | None:
    """Return whom a person is called beside that a parse hangs on the body between: "her colleague at Arna, | Omar Keita,".

    An apposition is of the kind of what it is of.
    """
    body = person.head
    comma = person.left_edge if person.left_edge.text == "," else person.doc[max(0, person.left_edge.i - 1)]
    if person.dep_ != "appos" or comma.text != "," or not is_person(person) or not _is_thing(body):
        return None
    above = person_above(body)
    return above if above is not None and above.pos_ == "NOUN" else None


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
    if person.dep_ != "nmod" or not _is_of(person) or not is_time(day) or is_time(person):
        return None
    before = day.doc[max(0, day.left_edge.i - 1)]
    return before if before.i < day.i and _is_event(before) else None


def _who_made_do(body: Token) -> Token | None:
    """Return the passive whose agent a parse hangs on its complement: "was barred from entering | by guards"."""
    inner = body.head
    if body.dep_ == "nmod" and _is_by(body) and any(c.lower_ == "as" for c in inner.children):
        return inner.head if inner.dep_ == "obl" and inner.head.tag_ == "VBN" else None  # "questioned as a suspect by"
    by = body.dep_ in ("obl", "obl:agent") and body.i > inner.i and _is_by(body)
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


def _clause(token: Token) -> dict[int, Token]:
    """Return the governor of a relative clause or of a participle that tells a result."""
    above = None
    if token.dep_ in RELATIVE:
        above = _whose_own(token) or _who(token) or _claim_before(token)
    elif token.tag_ == "VBG" and token.dep_ == "advcl" and _is_reason(token.head) and token.nbor(-1).text == ",":
        above = next((t for t in token.ancestors if t.pos_ == "VERB" and t.tag_ != "VBG"), None)
    elif token.lower_ in RESULTS and token.dep_ in ("acl", "advcl", "xcomp"):
        above = _main_above(token)
    elif token.dep_ == "acl" and token.tag_ in ("VBG", "VBN"):
        above = _person_right_before(token)
    return {token.i: above} if above is not None else {}


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


def _conjunct(token: Token) -> dict[int, Token]:
    """Return the governor of what is coordinated, and of the *of*-phrases that are its own."""
    if token.head.pos_ == "VERB":
        above = _person_before(token) if token.lower_ not in RESULTS else _main_above(token)
        above = _of_its_form(token) if above is None else above
        above = _list_left_open(token) if above is None else above
        above = _of_another(token) if above is None else above
        return {token.i: above} if above is not None else {}
    beside = _body_before(token) or _head_of_body(token)
    if beside is not None:
        return {token.i: beside}
    if token.tag_ == "VBD" and token.head.pos_ == "ADJ" and token.head.dep_ in ("ccomp", "xcomp"):
        return {token.i: token.head.head}  # "found X guilty of slander and | fined her"
    if token.pos_ == "VERB" and token.tag_ in FINITE and token.head.pos_ == "NOUN" and token.head.head.pos_ == "VERB":
        return {token.i: token.head.head}  # "arrests any journalist who errs and | jails him": verbs join verbs
    noun = _event_above(token)
    if noun is None and not _has_another_of(token):
        return {}
    heads = (noun, token.head) if noun is not None else (token.head,)
    own = {c.i: token for h in heads for c in h.children if c.i > token.i and _is_of(c)}
    return own | ({token.i: noun} if noun is not None else {})


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
    if not _is_of(body) or not is_person(person) or not _is_thing(body) or head.tag_ != "NN":
        return None
    held = describe([noun_lemma(head)])
    heads = held is not None and held.position is not None and held.position not in LAWYERS | SPOKESPEOPLE
    return head if heads and any(c.lower_ == "the" for c in head.children) else None


def _of_its_form(verb: Token) -> Token | None:
    """Return the verb of its own form that a verb is joined to: "must stop beating X | and release Y".

    What is coordinated is of one form (Quirk et al. 1985, 13.49): *release* goes with *stop* and not with *beating*, as
    does *to release* with *to stop*, and in "forced her to delete her footage | and held her" the past with the past.
    """
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.dep_ == "obj" for c in verb.children))
    if past and verb.head.tag_ == "VB" and _is_infinitive(verb.head):
        return next((t for t in verb.head.ancestors if t.tag_ == "VBD" and t.i < verb.i), None)
    marked = _is_infinitive(verb)
    if marked and verb.head.tag_ in ("VBD", "VBZ", "VBP"):
        return next((t for t in verb.head.children if verb.head.i < t.i < verb.i and _is_infinitive(t)), None)
    if verb.tag_ != "VB" or verb.head.tag_ not in ("VBG", "VBN"):
        return None
    above = (t for t in verb.head.ancestors if t.pos_ == "VERB" and t.tag_ == "VB" and t.i < verb.i)
    return next((t for t in above if not marked or _is_infinitive(t)), None)


def _is_infinitive(verb: Token) -> bool:
    """Whether *to* stands before a verb."""
    return any(c.lower_ == "to" and c.tag_ == "TO" for c in verb.children)


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
    if any(c.dep_.startswith("nsubj") for c in verb.children) or not alone or first.dep_ not in ("acl:relcl", "advcl"):
        return None
    return next((t for t in first.ancestors if t.tag_ == "VBD" and t.i < first.i), None)


def _main_above(participle: Token) -> Token | None:
    """Return the main verb over a participle after a comma that a parse hangs on the clause of an agent."""
    above = participle.head
    if participle.i == 0 or participle.nbor(-1).text != "," or above.i > participle.i:
        return None
    for verb in participle.ancestors:
        if verb.dep_ in ("ROOT", "ccomp") and verb != above and any(c.dep_ == "nsubj:pass" for c in verb.children):
            return verb
    return None


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
    return (person_above(noun) or person_beside(noun)) if _is_thing(noun) else _person_inside(noun, clause)


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
    comma = noun.doc[clause.left_edge.i - 1].text == "," or clause.left_edge.text == ","
    known = describe([noun_lemma(noun)]) if noun.tag_ == "NN" else None
    definite = any(c.lower_ == "the" for c in noun.children)
    office = (
        definite and known is not None and known.position is not None and known.kind in (Kind.OFFICIAL, Kind.AGENCY)
    )
    of_several = noun.dep_ == "nmod" and _is_of(noun) and noun.head.tag_ == "NNS" and is_person(noun.head)
    return (noun.ent_type_ == "PERSON" or office) and of_several and not comma


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


def _is_thing(noun: Token) -> bool:
    if noun.ent_type_ == "PERSON" or noun.pos_ not in NOMINAL:
        return False
    known = describe([noun_lemma(noun)])
    if known is not None:
        return known.kind in (Kind.OUTLET, Kind.ORGANIZATION)
    return noun.pos_ == "PROPN" or thing(noun_lemma(noun)) is not None


def is_person(noun: Token) -> bool:
    """Whether a noun names or describes people."""
    if noun.pos_ not in NOMINAL:
        return False
    known = describe([noun_lemma(noun)])
    return noun.ent_type_ == "PERSON" or (known is not None and (known.kind in PEOPLE or known.member))


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
    if name.ent_type_ != "PERSON" or not _is_event(token) or name.i > token.i:
        return None
    above = name.head
    while above.ent_type_ == "PERSON" and above.head.i != above.i:
        above = above.head
    return above if _is_event(above) and above.i < name.i else None


def _has_another_of(token: Token) -> bool:
    """Whether an event noun's first conjunct has an *of* before it already, so that the second one is its own."""
    first = token.head
    if not (_is_event(first) and _is_event(token)) or any(_is_of(c) for c in token.children):
        return False
    return any(first.i < c.i < token.i and _is_of(c) for c in first.children)


def _is_event(noun: Token) -> bool:
    units, found = load_frames().by_head, readings(noun)
    if noun.pos_ != "NOUN" and not is_gerund_noun(noun):
        return False
    return any(("noun", r) in units for r in found) or (
        noun.lower_.endswith("ing") and any(("verb", b) in units for b in base_forms(noun))
    )


def _is_of(noun: Token) -> bool:
    return noun.dep_ == "nmod" and any(c.dep_ == "case" and c.lower_ in ("of", "by") for c in noun.children)


def _is_by(noun: Token) -> bool:
    """Whether a noun stands after *by*."""
    return any(c.dep_ == "case" and c.lower_ == "by" for c in noun.children)
