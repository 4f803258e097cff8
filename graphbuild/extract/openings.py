"""Who the unnamed person of an opening is: "A photographer was arrested in Brooklyn … Dan Perry was held overnight".

News is written so that the headline and the lead say what happened to whom by description, and the name comes a sentence
or two later. No reader takes the two for different people where the same is told of both. Asked for here: one described
person (or a counted few) as the target of an act in the opening; and as many named people, first named after that, as the
targets of the next telling of such an act, in another sentence, on no other date, by nobody else and without a word that
says that it comes on top (*also*, *another*). The description then is another name of theirs, and whatever else the opening
tells of it befell them.

Nor does a reader take "The arrest of a British photographer was criticised", further down, for another arrest: a definite
event noun is of an act known already (Heim 1982), whose description of the person says no more than what he is. Asked for
here: one described person as its target, no date or agent of its own, and one named person alone of whom the text has
told such an act before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.clauses import Voice
from graphbuild.extract.clusters import count_of, fold
from graphbuild.extract.genders import gender_of, may_be_so_called
from graphbuild.extract.kinds import PERSONS, part_word
from graphbuild.extract.mentions import Form
from graphbuild.extract.same_agents import agents_agree, same_strangers
from graphbuild.extract.same_days import dates_agree
from graphbuild.extract.syntax import sentences_over
from graphbuild.model import EventType, Kind

if TYPE_CHECKING:
    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.drafts import Draft
    from graphbuild.extract.mentions import Mention
    from graphbuild.extract.tokens import Doc, Token

NEAR = 4
"""Sentences, the first counted, within which the names of people follow who were counted."""
PARTS = frozenset({"appos", "flat", "compound", "nmod:desc"})
"""What the words of a name, and what stands beside it, are to one another."""
OWNERS = frozenset({"nmod", "nmod:poss", "poss"})
"""What somebody is to the noun for a relative of his."""
Employers = Mapping[int, frozenset[int]]
"""For whom the people of a report work, by the roots of their clusters."""
ENDED = frozenset({EventType.DETENTION, EventType.PROSECUTION, EventType.CONVICTION, EventType.ABDUCTION})
"""What a release puts an end to."""
ADDING = frozenset({"also", "too", "another", "other", "second", "separately", "later", "again"})
"""Words that say that something else is told than before."""
MEANT = frozenset({Kind.JOURNALIST, Kind.PERSON})
"""Kinds of named people whom an opening may describe as a reporter or by another position."""


def name_openings(drafts: list[Draft], clusters: Clusters, employers: Employers) -> list[Draft]:
    """Return the drafts with the people whom the text names in place of the opening's descriptions of them."""
    named: dict[int, tuple[int, ...]] = {}
    summed: set[int] = set()
    meant: dict[int, tuple[int, tuple[int, ...]]] = {}
    for draft in drafts:
        described = _described(draft, clusters)
        if described is None:
            continue
        people, one_by_one = _whom_it_means(draft, described, drafts, clusters)
        here, doc = clusters.mentions[described], draft.trigger.token.doc
        others = (clusters.other_country(i, here, doc) or _is_somebody_else(here, i, clusters, doc) for i in people)
        people = () if _befell_otherwise(people, draft, drafts, clusters) else people
        if not people or any(others) or any(_work_elsewhere(described, i, employers, clusters) for i in people):
            continue
        root = clusters.root(described)
        first = min(_first_named(i, clusters) for i in people)
        if root not in meant or first < _first_named(meant[root][1][0], clusters):
            meant[root] = described, people
        if one_by_one and not draft.perpetrators:
            summed.add(id(draft))  # what follows tells more of each
    for described, people in meant.values():
        named[clusters.root(described)] = people
        if len(people) == 1:
            clusters.join(described, people[0], "opening")
        else:
            clusters.spread(described, people)
    if not named:
        return drafts
    return [
        replace(
            d, targets=_replaced(d.targets, named, clusters), perpetrators=_replaced(d.perpetrators, named, clusters)
        )
        for d in drafts
        if id(d) not in summed
    ]


def _described(draft: Draft, clusters: Clusters) -> int | None:
    """Return the description of the one person, or the counted few, whom an act told as fact befell."""
    befallen = {a.token.i for a in draft.trigger.clause.fill("patient")}
    if not draft.asserted or len(draft.targets) != 1 or len(befallen) > 1:
        return None  # not "a journalist and his companion"
    found = min(clusters.indices(draft.targets[0]))
    complemented = _has_complement(draft, clusters.mentions[found])
    return found if _is_introduced(found, clusters, complemented=complemented) else None


def _whom_it_means(
    draft: Draft, described: int, drafts: list[Draft], clusters: Clusters
) -> tuple[tuple[int, ...], bool]:
    """Return the people whom a description means by one act told of it, and whether that is told again of each."""
    people = _named_later(draft, described, drafts, clusters) if draft.opening else ()
    one_by_one: tuple[int, ...] = ()
    if not people and draft.opening and clusters.mentions[described].plural:
        one_by_one = _told_one_by_one(draft, described, drafts, clusters)
        people = one_by_one or _named_together(draft, described, clusters)
    elif not people and draft.opening:
        people = _called_alike(draft, described, clusters)
    people = people or _told_before(draft, described, drafts, clusters)
    return people or _named_next(draft, described, drafts, clusters), bool(one_by_one)


def join_only_journalist(drafts: list[Draft], clusters: Clusters) -> None:
    """Join "the journalist", told to have suffered an act, with the one journalist whom the report has named by then.

    `anaphora` does so for whom the text calls a journalist; here it is known too whom an opening called one.
    """
    named: dict[int, int] = {}
    for i, mention in enumerate(clusters.mentions):
        if mention.form is Form.NAME and clusters.kind(i) is Kind.JOURNALIST:
            named.setdefault(clusters.root(i), mention.start)
    for draft, index in [(d, i) for d in drafts for i in d.targets]:
        first = clusters.mentions[min(clusters.indices(index))]
        before = draft.trigger.token.doc.text_of(max(0, first.start - 1), first.start).lower()
        bare = before == "the" and first.end - first.start == 1
        if bare and not first.plural and clusters.kind(index) is Kind.JOURNALIST and not clusters.named(index):
            known = [root for root, start in named.items() if start < first.start]
            others = {clusters.root(i) for i in (*draft.targets, *draft.perpetrators)} - {clusters.root(index)}
            if len(known) == len(named) == 1 and known[0] not in others:
                clusters.join(known[0], index, "the only journalist")


def with_known_victims(drafts: list[Draft], clusters: Clusters) -> list[Draft]:
    """Return the drafts, the pronoun of a definite event noun read as whom the text has told such an act of.

    "The attack on him was the seventh": *the attack* is of one told before, so *him* is whom that befell, not whoever
    stands nearest.
    """
    return [_with_known_victim(d, drafts, clusters) for d in drafts]


def _with_known_victim(draft: Draft, drafts: list[Draft], clusters: Clusters) -> Draft:
    ends = draft.type is EventType.RELEASE  # nobody is freed who was not held, nor cleared who was not charged
    if len(draft.targets) != 1 or not (draft.asserted or ends) or not (_is_definite_noun(draft) or ends):
        return draft
    word = next((a.token for a in draft.trigger.targets), None)
    pronoun = clusters.at(word.i) if word is not None else None
    if pronoun is None or clusters.mentions[pronoun].form is not Form.PRONOUN or clusters.mentions[pronoun].plural:
        return draft
    types = ENDED if ends else {draft.type}
    before = [d for d in drafts if d.type in types and d.asserted and d.trigger.token.i < draft.trigger.token.i]
    known = [
        d for d in before
        if len(d.targets) == 1 and clusters.named(d.targets[0]) and clusters.kind(d.targets[0]) in PERSONS
    ]  # fmt: skip
    if not known or clusters.root(draft.targets[0]) in {clusters.root(i) for d in known for i in d.targets}:
        return draft
    victim = max(known, key=lambda d: d.trigger.token.i).targets[0]
    fits = gender_of(clusters.members(victim)) in (None, clusters.mentions[pronoun].gender)
    return replace(draft, targets=(victim,)) if fits else draft


def _is_definite_noun(draft: Draft) -> bool:
    nominal = draft.trigger.clause.voice is Voice.NOMINAL
    return nominal and any(t.lower_ == "the" and t.dep_ == "det" for t in draft.trigger.token.children)


def _is_somebody_else(described: Mention, person: int, clusters: Clusters, doc: Doc) -> bool:
    """Whether a person is of the other sex or is first named as whose relative somebody is: "the wife of *X*".

    Who is told to be X's wife is the one that a text is about, and nobody is his own relative.
    """
    genders = {gender_of([described]), gender_of(clusters.members(person))} - {None}
    if not may_be_so_called(described.text, clusters.members(person)):
        return True
    first = min((m for m in clusters.members(person) if m.form is Form.NAME), key=lambda m: m.start)
    word = doc[first.head]
    while word.dep_ in PARTS and word.head is not word:
        word = word.head
    kin = clusters.at(word.head.i) if word.dep_ in OWNERS else None
    return len(genders) > 1 or (kin is not None and clusters.mentions[kin].relative)


def _work_elsewhere(one: int, other: int, employers: Employers, clusters: Clusters) -> bool:
    """Whether two people are told to work for different bodies, which no one person of an opening does."""
    first, second = (employers.get(clusters.root(i), frozenset()) for i in (one, other))
    if any(part_word(word) for i in (*first, *second) for word in fold(clusters.mentions[i].text).split()[-1:]):
        return False  # "the Africa Service" may be of the other
    if not first or not second or not first.isdisjoint(second):
        return False
    parts = [{fold(m.text) for i in bodies for m in clusters.members(i)} for bodies in (first, second)]
    # a body and its part are one employer: RFE/RL, RFE/RL's Belarus Service
    return not any(a.startswith(b) or b.startswith(a) for a in parts[0] for b in parts[1])


def _is_introduced(index: int, clusters: Clusters, *, complemented: bool) -> bool:
    """Whether a mention brings in a person, or a counted few, by a description and without a name.

    "The publisher of a weekly" is definite by what follows it and may be new; "the publisher" was told of before.
    """
    mention = clusters.mentions[index]
    if mention.form is not Form.DESCRIPTION or mention.relative or clusters.named(index):
        return False
    if mention.definite and not complemented:
        return False
    if mention.plural:
        return clusters.kind(index) is Kind.JOURNALIST and count_of(mention.text) is not None
    return clusters.kind(index) is Kind.JOURNALIST or (mention.position is not None and mention.kind in PERSONS)


def _has_complement(draft: Draft, mention: Mention) -> bool:
    """Whether a description is completed by a phrase of its own: "the publisher *of a weekly*"."""
    noun = draft.trigger.token.doc[mention.head]
    links = ("of", "at", "for", "with")
    return any(c.i > noun.i and any(g.dep_ == "case" and g.lower_ in links for g in c.children) for c in noun.children)


def _befell_otherwise(people: tuple[int, ...], draft: Draft, drafts: list[Draft], clusters: Clusters) -> bool:
    """Whether what the text tells of some people is told as another act of the kind than that of a description."""
    roots = clusters.roots_of(people)
    told = [
        d for d in drafts
        if d is not draft and d.asserted and _alike(draft, d) and roots & clusters.roots_of(d.targets)
    ]  # fmt: skip
    return bool(told) and all(_is_another(draft, d, clusters) for d in told)


def _alike(draft: Draft, other: Draft) -> bool:
    """Whether two drafts are of one type; who was shot dead was shot."""
    return other.type is draft.type or (draft.type, other.type) == (EventType.KILLING, EventType.ASSAULT)


def _is_another(draft: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether a telling has another date or agent, or says itself that it adds to what was told: "police *also* held X"."""
    strangers = same_strangers(draft.perpetrators, other.perpetrators, clusters)
    if not dates_agree(draft, other) or not (agents_agree(draft, other, clusters) or strangers):
        return True
    year = other.time is not None and other.time.edtf.isdigit()  # a bare year is of old
    adds = {t.lower_ for t in other.trigger.token.children if t.dep_ == "advmod"}
    nouns = [other.trigger.token.doc[clusters.mentions[i].head] for i in (*other.perpetrators, *other.targets)]
    further = {t.lower_ for n in nouns for t in n.children if t.dep_ in ("det", "amod")}
    return other.former or not ADDING.isdisjoint(adds | further) or (year and draft.time is None)


def _named_later(draft: Draft, described: int, drafts: list[Draft], clusters: Clusters) -> tuple[int, ...]:
    """Return the named people of the next telling of the same type of act, if they are new and as many as described."""
    mention = clusters.mentions[described]
    number = count_of(mention.text) if mention.plural else 1
    for other in sorted(drafts, key=lambda d: d.trigger.token.i):
        if other is draft or not _alike(draft, other) or not other.asserted or _is_another(draft, other, clusters):
            continue
        people = {clusters.root(i): i for i in other.targets if clusters.named(i) and clusters.kind(i) in MEANT}
        press = {r: i for r, i in people.items() if clusters.kind(i) is Kind.JOURNALIST}
        if clusters.kind(described) is Kind.JOURNALIST and len(press) == number:
            people = press  # "killed reporter X and his son Y"
        if people:
            names = [m.start for i in people for m in clusters.members(i) if m.form is Form.NAME]
            later = min(names) >= draft.trigger.token.doc[mention.head].sent.end
            return tuple(people.values()) if later and len(people) == number else ()
    return ()


def _told_one_by_one(draft: Draft, described: int, drafts: list[Draft], clusters: Clusters) -> tuple[int, ...]:
    """Return those of whom the text tells such an act one after the other, if they are new and as many as counted."""
    mention = clusters.mentions[described]
    later = [
        d for d in drafts
        if d.type is draft.type and d.asserted and d is not draft and d.trigger.token.i > draft.trigger.token.i
    ]  # fmt: skip
    people = {clusters.root(i): i for d in later for i in d.targets if clusters.named(i) and clusters.kind(i) in MEANT}
    new = all(_first_named(i, clusters) > mention.start for i in people.values())
    return tuple(people.values()) if new and len(people) == count_of(mention.text) else ()


def _named_together(draft: Draft, described: int, clusters: Clusters) -> tuple[int, ...]:
    """Return the journalists whom the next sentence with new names brings in, if they are as many as counted.

    Not those who do something there: "Two journalists were held. Reporters X and Y wrote about it."
    """
    mention, doc = clusters.mentions[described], draft.trigger.token.doc
    new = [
        i for i, m in enumerate(clusters.mentions)
        if m.form is Form.NAME and clusters.kind(i) in MEANT and _first_named(i, clusters) == m.start > mention.start
    ]  # fmt: skip
    if not new or _sentences(doc, mention, clusters.mentions[new[0]]) > NEAR:
        return ()
    sentence = doc[clusters.mentions[new[0]].start].sent
    people = {clusters.root(i): i for i in new if clusters.mentions[i].start < sentence.end}
    trade = all(clusters.kind(i) is Kind.JOURNALIST for i in people.values())
    act = any(_does_something(doc[clusters.mentions[i].head]) for i in people.values())
    return tuple(people.values()) if trade and not act and len(people) == count_of(mention.text) else ()


def _called_alike(draft: Draft, described: int, clusters: Clusters) -> tuple[int, ...]:
    """Return whom the next new name brings in as what the opening said somebody is: "An Arna reporter … X, a reporter,".

    Not who does something there: "A reporter was killed. Dana Vik, a reporter at the scene, said …".
    """
    mention, doc = clusters.mentions[described], draft.trigger.token.doc
    if mention.plural or not mention.position or clusters.kind(described) is not Kind.JOURNALIST:
        return ()
    new = next(
        (i for i, m in enumerate(clusters.mentions)
         if m.form is Form.NAME and clusters.kind(i) in MEANT and _first_named(i, clusters) == m.start > mention.start),
        None,
    )  # fmt: skip
    if new is None or clusters.kind(new) is not Kind.JOURNALIST or _does_something(doc[clusters.mentions[new].head]):
        return ()
    here = doc[clusters.mentions[new].start].sent
    words = {m.position.split()[-1] for m in clusters.members(new) if m.position and here.start <= m.start < here.end}
    near = _sentences(doc, mention, clusters.mentions[new]) <= NEAR
    return (new,) if near and mention.position.split()[-1] in words else ()


def _sentences(doc: Doc, one: Mention, other: Mention) -> int:
    """Return over how many sentences two mentions lie, that of the first included."""
    return sentences_over(doc[one.head : other.start])


def _does_something(noun: Token) -> bool:
    """Whether a name, or the list that it is in, is the subject of an active verb that is no background.

    The past progressive tells what was going on when an act came about (Comrie 1976, 1.2.1): "X and Y *were filming*".
    """
    while noun.dep_ in ("conj", "appos", "flat", "compound", "nmod:desc") and noun.head.i != noun.i:
        noun = noun.head
        if noun.tag_ == "NNS" and any(c.dep_ == "amod" and c.tag_ == "VBN" for c in noun.children):
            return False  # "The imprisoned journalists – X and Y – are members of …"
    going_on = noun.head.tag_ == "VBG" and any(c.lower_ in ("was", "were") for c in noun.head.children)
    return noun.dep_ == "nsubj" and not going_on


def _first_named(index: int, clusters: Clusters) -> int:
    return min(m.start for m in clusters.members(index) if m.form is Form.NAME)


def _told_before(draft: Draft, described: int, drafts: list[Draft], clusters: Clusters) -> tuple[int, ...]:
    """Return the one named person of whom the text has told what a definite event noun takes up."""
    noun = draft.trigger.token
    if (
        not _is_definite_noun(draft)
        or draft.time is not None
        or draft.perpetrators
        or clusters.mentions[described].plural
    ):
        return ()
    before = [d for d in drafts if d.type is draft.type and d.asserted and d.trigger.token.i < noun.i]
    people = {clusters.root(i): i for d in before for i in d.targets if i != described}
    found = tuple(people.values())
    fits = len(found) == 1 and clusters.named(found[0]) and clusters.kind(found[0]) in MEANT
    return found if fits else ()


def _named_next(draft: Draft, described: int, drafts: list[Draft], clusters: Clusters) -> tuple[int, ...]:
    """Return the new name in the next sentence of the paragraph of whom such an act is told again.

    "A journalist was attacked at home on May 3. Dana Vik, a reporter for Arna, was stabbed": each item of a chronicle
    begins as news does.
    """
    mention, doc = clusters.mentions[described], draft.trigger.token.doc
    articled = mention.start > 0 and doc[mention.start - 1].lower_ in ("a", "an")
    if draft.opening or mention.plural or not articled or clusters.kind(described) is not Kind.JOURNALIST:
        return ()
    end = draft.trigger.token.sent.end
    for other in drafts:
        word = other.trigger.token
        again = other.type is draft.type and other.asserted and word.sent.start == end and dates_agree(draft, other)
        named = [i for i in other.targets if clusters.named(i)]
        if again and len(named) == len(other.targets) == 1 and clusters.kind(named[0]) is Kind.JOURNALIST:
            return (named[0],) if _first_named(named[0], clusters) >= end else ()
    return ()


def _replaced(indices: tuple[int, ...], named: dict[int, tuple[int, ...]], clusters: Clusters) -> tuple[int, ...]:
    found: dict[int, int] = {}
    for index in indices:
        for each in named.get(clusters.root(index), (index,)):
            found.setdefault(clusters.root(each), each)
    return tuple(found.values())
