"""Whose act a happening without agent is, by what stands beside it in the text.

"Officers beat Keita. His camera was broken in the attack." — "He was tortured by the rebels when he was held captive." —
"Police used force against the reporters. Keita and Serikova were injured." No reader asks who broke, held or injured.
Each inference asks for a tie in the words themselves (a noun that takes the act up again, a clause of time, an injury
that presupposes the violence just told), and for nothing that speaks of another occasion.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.kinds import PRESS
from graphbuild.extract.lemmas import readings
from graphbuild.extract.mentions import Form
from graphbuild.extract.scope import MEANWHILE
from graphbuild.extract.surface import RELATIVE
from graphbuild.extract.syntax import sentences_between
from graphbuild.model import EventType as E
from graphbuild.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.drafts import Draft
    from graphbuild.extract.tokens import Token

HOLDING = frozenset({E.DETENTION, E.ABDUCTION})
IN_HOLDING = HOLDING | {E.ASSAULT, E.INTERROGATION, E.THREAT, E.SEARCH, E.SEIZURE}
"""What befalls the held at the hands of whoever holds them."""
WITHIN = frozenset({"in", "during"})
DEFINITE = frozenset({"the", "this", "that"})
KEEPERS = frozenset({Kind.AGENCY, Kind.ORGANIZATION, Kind.GROUP})
FELLOWS = ("inmate", "cellmate", "prisoner", "detainee", "convict")
"""People who hurt the held and do not hold them."""
BLOWS = frozenset({E.ASSAULT, E.DAMAGE, E.SEIZURE, E.DETENTION})
FORCIBLE = frozenset({"disperse", "charge", "fire", "storm", "attack", "beat", "shell", "bomb"})
"""What forces do to crowds that hurts people."""
LOCKING = frozenset({"lock", "tie", "confine", "handcuff", "blindfold"})
"""What strangers do who hold somebody; who arrests is no stranger."""
FACING = frozenset({E.HARASSMENT, E.THREAT, E.OBSTRUCTION})
"""What else strangers do in the scene in which they strike."""
INJURY = frozenset({"injure", "injury", "wound", "hurt", "bruise", "fracture", "concussion"})
"""Words for what violence leaves, which say nothing of the violence."""
AGAIN = 4
"""Sentences after a death within which how it came about is told."""
NEAR = 2
"""Paragraphs that an injury may stand after the violence, its own counted."""


def lenders_nearby(draft: Draft, told: Iterable[Draft], bare: Iterable[Draft], clusters: Clusters) -> Iterator[Draft]:
    """Yield the tellings that say whose act an agentless one is, the surest first."""
    others = [d for d in told if d is not draft and d.perpetrators]
    same = [d for d in others if _all_in(draft.targets, d.targets, clusters)]
    yield from (d for d in same if _taken_up(draft, d))
    for d in same:
        yield from (t for t in d.tellings if t.perpetrators and _meanwhile(draft, t, clusters))
    raids = (t for d in others if d.type is E.SEARCH and draft.type in HOLDING for t in d.tellings)
    yield from (t for t in raids if t.perpetrators and _meanwhile(draft, t, clusters))
    yield from (d for d in bare if d.perpetrators and (_same_blow(draft, d) or _same_attack(draft, d)))
    yield from _general_telling(draft, others, clusters)
    yield from (t for d in others for t in d.tellings if _is_one_scene(draft, t, clusters))
    yield from _forces_meanwhile(draft, clusters)
    if _is_injury(draft):
        yield from _violence_before(draft, [*others, *(d for d in bare if d.perpetrators)], clusters)


def _all_in(some: Iterable[int], others: Iterable[int], clusters: Clusters) -> bool:
    roots = clusters.roots_of(others)
    return all(clusters.root(i) in roots for i in some)


def _taken_up(draft: Draft, other: Draft) -> bool:
    """Whether an act is told to have happened in the other: "was damaged in the attack"."""
    nouns = {t.trigger.token.i for t in other.tellings if t.trigger.token.pos_ == "NOUN"}
    return any(
        child.i in nouns and _has(child, WITHIN) and _has(child, DEFINITE)
        for telling in draft.tellings for child in telling.trigger.token.children
    )  # fmt: skip


def _meanwhile(draft: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether one is told by a clause of time of the other, and one of them is to hold the person."""
    if not {draft.type, other.type} <= IN_HOLDING or not {draft.type, other.type} & HOLDING:
        return False
    if draft.type in HOLDING and not all(_keeps(i, clusters) for i in other.perpetrators):
        return False
    main = other.trigger.token
    return any(
        (lower.head == upper and _has(lower, MEANWHILE))
        for telling in draft.tellings
        for lower, upper in ((telling.trigger.token, main), (main, telling.trigger.token))
    )


def _keeps(index: int, clusters: Clusters) -> bool:
    text = clusters.mentions[index].text.casefold()
    return clusters.kind(index) in KEEPERS and not any(word in text for word in FELLOWS)


def _same_blow(draft: Draft, other: Draft) -> bool:
    """Whether a death in one word is told again, in that word, of a pronoun: "was shot dead … A gunman shot him"."""
    if draft.type is not E.KILLING or other.type is not E.ASSAULT or other.headline:
        return False
    again = any(a.token.pos_ == "PRON" for a in other.trigger.clause.fill("patient"))
    here = other.trigger.token
    return again and any(
        not set(readings(t.trigger.token)).isdisjoint(readings(here)) and t.trigger.token.pos_ == "VERB"
        and 0 < sentences_between(t.trigger.token, here) <= AGAIN
        for t in draft.tellings
    )  # fmt: skip


def _same_attack(draft: Draft, other: Draft) -> bool:
    """Whether a noun takes up what a death or wound was told to have happened in: "in an attack … The attack was by"."""
    again = other.trigger.token
    if draft.type not in (E.KILLING, E.ASSAULT) or not _has(again, DEFINITE):
        return False
    return any(
        child.pos_ == "NOUN" and child.lemma_ == again.lemma_ and _has(child, WITHIN)
        and 0 < sentences_between(child, again) <= AGAIN
        for telling in draft.tellings for child in telling.trigger.token.children
    )  # fmt: skip


def _general_telling(draft: Draft, others: list[Draft], clusters: Clusters) -> Iterator[Draft]:
    """Yield what says of a kind of people in general what befell these: "authorities bring charges against journalists".

    Only of charges, which none but the state brings, only where one agent is told to bring them, and "the authorities".
    """
    if draft.type is not E.PROSECUTION or not all(clusters.kind(i) in PRESS for i in draft.targets):
        return
    same = [d for d in others if d.type is draft.type]
    agents = {clusters.root(i) for d in same for i in d.perpetrators}
    if len(agents) != 1 or any(clusters.attribute(i, "function") not in (None, "government") for i in agents):
        return
    yield from (d for d in same if clusters.kind(d.perpetrators[0]) is Kind.AGENCY and is_general(d, clusters))


def is_general(draft: Draft, clusters: Clusters) -> bool:
    """Whether an act without date is told of journalists in general."""
    mentions = [clusters.mentions[i] for i in draft.targets]
    loose = all(m.form is Form.DESCRIPTION and m.plural and not m.definite for m in mentions)
    whom = all(clusters.kind(i) is Kind.JOURNALIST and not clusters.named(i) for i in draft.targets)
    return bool(mentions) and loose and whom and draft.time is None and not any(m.text[0].isdigit() for m in mentions)


def _is_injury(draft: Draft) -> bool:
    """Whether no telling of an assault says more than that somebody was hurt, and no date of its own sets it apart."""
    words = {t.lemma_.lower() for d in draft.tellings for t in (d.trigger.token, *d.trigger.words)}
    words |= {a.token.lemma_.lower() for d in draft.tellings for a in d.trigger.clause.fill("patient")}
    return draft.type is E.ASSAULT and bool(words & INJURY) and draft.time is None and not draft.headline


def _forces_meanwhile(draft: Draft, clusters: Clusters) -> Iterator[Draft]:
    """Yield an injury as done by the force that used violence then: "were injured when *riot police* dispersed a rally"."""
    hurt = (t.trigger.token for t in draft.tellings if not INJURY.isdisjoint(readings(t.trigger.token)))
    for clause in (c for word in hurt for c in word.children if c.dep_ == "advcl"):
        if not _has(clause, MEANWHILE) or FORCIBLE.isdisjoint(readings(clause)):
            continue
        subjects = (clusters.at(c.i) for c in clause.children if c.dep_ == "nsubj")
        forces = tuple(i for i in subjects if i is not None and clusters.kind(i) is Kind.AGENCY)
        if forces:
            yield replace(draft, perpetrators=forces)


def _violence_before(draft: Draft, others: list[Draft], clusters: Clusters) -> Iterator[Draft]:
    """Yield the last violence told before an injury, if a body or a mob did it to people not named."""
    place = draft.trigger.token.i
    told = [t for d in others if d.type is E.ASSAULT for t in d.tellings if t.asserted and t.perpetrators]
    before = [t for t in told if t.trigger.token.i < place and not t.headline]
    last = max(before, key=lambda t: t.trigger.token.i, default=None)
    if last is None or any(clusters.named(i) for i in last.targets):
        return
    paragraphs = draft.trigger.token.doc.text_of(last.trigger.token.i, place).count("\n\n")
    if paragraphs < NEAR and all(clusters.kind(i) in KEEPERS for i in last.perpetrators):
        yield last


def _is_one_scene(draft: Draft, before: Draft, clusters: Clusters) -> bool:
    """Whether strangers who acted in the sentence before go on: "Two men hit X. *Y was shoved* and his camera broken".

    Nobody named is accused so. What had been done, or on a day of its own, was done by others perhaps.
    """
    here, there = draft.trigger.token, before.trigger.token
    if draft.type not in BLOWS or here.tag_ != "VBN" or before.type not in BLOWS | FACING or not before.asserted:
        return False
    strangers = before.perpetrators and all(
        clusters.kind(i) is Kind.GROUP and not clusters.named(i) for i in before.perpetrators
    )
    apart = draft.time is not None and draft.time != before.time
    apart = apart or there.dep_ in RELATIVE or there.dep_ == "acl"
    held = draft.type is E.DETENTION and LOCKING.isdisjoint(readings(here))
    apart = apart or held  # "beaten by men and later arrested"
    had = any(c.lower_ in ("had", "have", "has") for c in here.children)
    if not strangers or apart or had or here.i < there.i:
        return False
    near = here.sent.start == there.sent.start or sentences_between(there, here) == 1
    return near and not any("\n" in t.text_with_ws for t in here.doc[there.i : here.i])


def _has(token: Token, words: frozenset[str]) -> bool:
    return any(c.lower_ in words for c in token.children)
