"""How far what a draft tells fits the world that these reports are about: a check on misread sentences.

Only authorities detain, charge and sentence; journalists are hardly ever those who beat, raid or ban. A draft that says
so is more often a parse gone wrong ("the reporter attacked by …") than news: it stands lower, below the threshold where
nothing else speaks for it. The promise behind it: the victim never becomes the agent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphbuild.extract.clauses import Voice
from graphbuild.extract.kinds import BODIES, PRESS
from graphbuild.extract.marks import FREQUENT
from graphbuild.extract.mentions import Form
from graphbuild.model import EventType, Factuality, Kind

if TYPE_CHECKING:
    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.drafts import Draft
    from graphbuild.extract.tokens import Token

OFFICIAL_ACTS = frozenset({
    EventType.DETENTION, EventType.PROSECUTION, EventType.CONVICTION, EventType.INTERROGATION, EventType.EXPULSION,
    EventType.LEGISLATION,
})  # fmt: skip
"""What only a state body, its officials or a power that acts as one does."""
OF_PEOPLE = frozenset({EventType.DETENTION, EventType.ABDUCTION, EventType.KILLING, EventType.INTERROGATION})
"""What befalls people, never a body."""
OPEN_TO_ALL = frozenset({EventType.LAWSUIT, EventType.HARASSMENT})
"""What an outlet may well do: sue, smear."""
PUBLISHED = frozenset({
    "website blocking", "licence revocation", "suspension", "closure", "internet shutdown", "reprimand", "takeover",
})  # fmt: skip
"""Subtypes of Censorship that befall who publishes, never a crowd."""
SEVERAL = 3
UNLIKELY, UNUSUAL, VAGUE = 0.4, 0.6, 0.8
PRESS_MATTERS = re.compile(
    r"\b(press|media|mass[- ]media|journalis\w*|reporter\w*|news\w*|broadcast\w*|publi(sh|cation)\w*|internet|online"
    r"|websites?|information|speech|expression|defam\w+|libel\w*|slander|insult\w*|foreign[- ]agents?|cyber\w*"
    r"|extremis[tm]|blog\w*|social networks?|censor\w*|accredit\w*|secrets?|disinformation|NGOs?)\b",
    re.IGNORECASE,
)
"""Words by which a law is seen to bear on the press."""


def befallen(act: EventType, targets: tuple[int, ...], clusters: Clusters) -> tuple[int, ...]:
    """Return whom an act befalls: without the bodies beside people ("police held Tengri editor Omar Keita")."""
    people = tuple(i for i in targets if clusters.kind(i) not in BODIES or clusters.mentions[i].member)
    return people if act in OF_PEOPLE and people else targets


def plausible(draft: Draft, clusters: Clusters) -> float:
    """Return the factor on a draft's confidence that its participants' kinds allow."""
    factor = 1.0
    kinds = {clusters.kind(i) for i in draft.perpetrators}
    kinds_of_targets = {clusters.kind(i) for i in draft.targets}
    if draft.type is EventType.LEGISLATION:
        factor *= 1.0 if PRESS_MATTERS.search(draft.trigger.token.sent.text) else UNLIKELY
    if draft.type is EventType.CENSORSHIP and draft.subtype in PUBLISHED and draft.targets:
        nobody = {Kind.GROUP, Kind.AGENCY, Kind.OFFICIAL} if draft.subtype != "reprimand" else set(Kind) - PRESS
        factor *= UNLIKELY if kinds_of_targets <= nobody else 1.0
    if draft.targets and (_hits_bodies(draft, kinds_of_targets) or _is_quality(draft, clusters)):
        factor *= UNLIKELY
    doubtful = PRESS | {Kind.PERSON} if draft.type in OFFICIAL_ACTS else {Kind.JOURNALIST}
    if draft.type not in OPEN_TO_ALL and kinds & doubtful:
        factor *= UNLIKELY
    elif draft.type not in OPEN_TO_ALL and Kind.OUTLET in kinds:
        factor *= UNUSUAL
    if draft.type is EventType.HARASSMENT and kinds & PRESS and kinds_of_targets.isdisjoint(PRESS):
        factor *= UNLIKELY  # that the press slanders somebody is what the somebody says
    if draft.targets and _is_habit(draft, clusters):
        factor *= UNLIKELY
    if _is_general_remark(draft, clusters):
        factor *= UNLIKELY if _enumerates(draft) else VAGUE
    if draft.trigger.clause.alternative and not all(clusters.generic(i) for i in draft.targets):
        # "detained or beat Keita" says of neither that it happened, "arresting or expelling 13 reporters" of each to some
        some = all(clusters.mentions[i].plural and not clusters.named(i) for i in draft.targets)
        factor *= VAGUE if some else UNLIKELY
    unlikely = _by_first_person(draft, clusters) or _is_told_by_the_dead(draft, clusters)
    return factor * (UNLIKELY if unlikely else 1.0)


def _is_told_by_the_dead(draft: Draft, clusters: Clusters) -> bool:
    """Whether who was killed says so herself: "she said the mayor had ordered her murder" tells of a plan at most."""
    told = draft.reading.factuality in (Factuality.REPORTED, Factuality.ALLEGED)
    if draft.type is not EventType.KILLING or not told:
        return False
    dead = clusters.roots_of(draft.targets)
    clauses = [t for t in (draft.trigger.token, *draft.trigger.token.ancestors) if t.dep_ == "ccomp"]
    subjects = [c for t in clauses for c in t.head.children if c.dep_ == "nsubj"]
    return any((k := clusters.at(t.i)) is not None and clusters.root(k) in dead for t in subjects)


def _hits_bodies(draft: Draft, kinds: set[Kind | None]) -> bool:
    """Whether what befalls people is told of bodies alone, or a ruling on appeal of the state, for others."""
    if draft.subtype == "appeal":
        return Kind.AGENCY in kinds
    return draft.type in OF_PEOPLE and kinds <= BODIES


def _is_quality(draft: Draft, clusters: Clusters) -> bool:
    """Whether a participle says what sort of thing something is: "an increasingly closed society", "a banned group"."""
    sort = draft.type is EventType.CENSORSHIP and draft.trigger.token.dep_ == "amod"
    return sort and not any(clusters.named(i) or clusters.mentions[i].definite for i in draft.targets)


def _is_general_remark(draft: Draft, clusters: Clusters) -> bool:
    """Whether an event noun may name a kind of acts and not some that happened: "detention of journalists and bloggers".

    A noun has no tense, nor has a participle beside one ("imprisoned journalists", "journalists being slain"); with people
    of a kind, no agent and no date little is left that would say that it happened.
    """
    trigger = draft.trigger.token
    being = trigger.dep_ == "acl" and any(c.lower_ == "being" for c in trigger.children)
    tenseless = being or trigger.dep_ == "amod" or draft.trigger.clause.voice is Voice.NOMINAL
    if not tenseless or draft.perpetrators or draft.time is not None:
        return False
    return bool(draft.targets) and all(clusters.generic(i) for i in draft.targets)


def _is_habit(draft: Draft, clusters: Clusters) -> bool:
    """Whether something is told to befall people of a kind now and again, by nobody: "journalists are often jailed"."""
    verb = draft.trigger.token
    kinds = all(any(map(clusters.generic, clusters.indices(i))) and not clusters.named(i) for i in draft.targets)
    if draft.perpetrators or draft.time is not None or not kinds:
        return False
    verbs = [verb, *(t for t in verb.ancestors if verb.dep_ == "conj" and t.pos_ == "VERB")]
    return any(c.lower_ in FREQUENT for v in verbs for c in v.children)


def _enumerates(draft: Draft) -> bool:
    """Whether a remark goes through kinds of acts or people: "arrests, detention or harassment of reporters, lawyers…".

    Such lists say what is done in general; no one of their members need have happened.
    """
    noun = draft.trigger.token
    acts = [noun, *_joined(noun)]
    either = any(c.lower_ == "or" for a in acts for c in a.children if c.dep_ == "cc")
    return len(acts) >= SEVERAL or len(draft.targets) >= SEVERAL or either


def _joined(noun: Token) -> list[Token]:
    """Return the nouns coordinated with a noun."""
    first = noun
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    found = [first]
    for each in found:
        found += [c for c in each.children if c.dep_ == "conj"]
    return [t for t in found if t != noun and t.pos_ in ("NOUN", "PROPN")]


def _by_first_person(draft: Draft, clusters: Clusters) -> bool:
    """Whether the speaker is said to have done it: nobody tells so of himself, least of all "we hold them dear"."""
    agents = [clusters.mentions[i] for i in draft.perpetrators]
    return any(m.form is Form.PRONOUN and m.gender == "1" for m in agents)
