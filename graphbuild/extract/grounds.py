"""How sure a claim is, given what it rests on besides its words: the last factors on a draft's confidence.

"Police arrested Keita" rests on a verb and on two words beside it. "… as saying they were beating members of the Union"
rests on a participle in somebody's words, about people whom nothing names. For 3,100 claims drawn from 400 news articles
on attacks on human rights defenders it was judged against the article whether they hold: most grounds here went with more
wrong claims. That a victim nobody names makes a claim less sure, and an agency that is only described a surer one, was seen
in annotated alerts. Together they made what is strict more often right in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphbuild.extract.clauses import Voice
from graphbuild.extract.kinds import PERSONS
from graphbuild.extract.mentions import Form
from graphbuild.extract.surface import RELATIVE
from graphbuild.model import EventType, Kind

if TYPE_CHECKING:
    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.drafts import Draft
    from graphbuild.extract.tokens import Doc

LIKELY, JUDGED = 0.5, 0.6
"""The threshold of all commands; the least confidence of the claims that were judged."""
LONG = 45
"""Tokens of a sentence from which parsers go wrong more often."""
EVENT_NOUN, LONG_SENTENCE, PARTICIPLE, QUOTED = 0.9, 0.9, 0.85, 0.85
BODY, OFFICIAL, UNNAMED, PERSON_ACTS = 0.8, 0.85, 0.9, 0.85
"""Factors: a victim that is an organization, an official, or nobody whom the text names; an agent that is a person."""
RIVAL = 0.8
"""Factor on a relative clause right after another person's name: "the brother of Y, *who* was killed" may be of Y."""
STATISTIC = 0.8
"""Factor on what is told of "the number of" people."""
IN_WORDS = 0.55
"""Factor on an attack by those who fight with words: a minister's, a parliament's, a newspaper's may be a speech."""
ARMED = frozenset({"police", "security", "military", "prison", "border", "customs"})
AGENCY_ACTS = 0.5
"""What is left of the doubt where an agency that is only described did it: "police officers", "a court"."""
AGENCY_AT_MOST = 0.97


def confidence(draft: Draft, value: float, clusters: Clusters) -> float:
    """Return the confidence of a draft that its words make `value` sure; what they make likely stays so."""
    least, judged = min(value, LIKELY), value >= JUDGED
    for factor in factors(draft, clusters):
        value *= factor
    agencies = {clusters.kind(i) for i in draft.perpetrators} == {Kind.AGENCY}
    if judged and agencies and _any_only_described(draft.perpetrators, clusters):
        value = max(value, min(AGENCY_AT_MOST, 1 - AGENCY_ACTS * (1 - value)))
    return max(value, least)


def factors(draft: Draft, clusters: Clusters) -> Iterator[float]:
    """Yield a factor for each ground that makes a claim less sure."""
    yield from _of_telling(draft)
    yield from _of_people(draft, clusters)
    if _may_be_of_the_nearer(draft, clusters):
        yield RIVAL
    if _may_be_words(draft, clusters):
        yield IN_WORDS


def _of_telling(draft: Draft) -> Iterator[float]:
    word = draft.trigger.token
    if draft.trigger.clause.voice is Voice.NOMINAL:
        yield EVENT_NOUN
    if word.tag_ == "VBG":
        yield PARTICIPLE
    if draft.quoted:
        yield QUOTED
    if len(word.sent) > LONG:
        yield LONG_SENTENCE


def _of_people(draft: Draft, clusters: Clusters) -> Iterator[float]:
    kinds = {clusters.kind(i) for i in draft.targets}
    if kinds & {Kind.ORGANIZATION, Kind.AGENCY}:
        yield BODY
    if Kind.OFFICIAL in kinds:
        yield OFFICIAL
    if _any_only_described(draft.targets, clusters):
        yield UNNAMED
    if {clusters.kind(i) for i in draft.perpetrators} & {Kind.PERSON, Kind.JOURNALIST}:
        yield PERSON_ACTS
    if any(_is_statistic(draft.trigger.token.doc, clusters.mentions[i].start) for i in draft.targets):
        yield STATISTIC


def _may_be_of_the_nearer(draft: Draft, clusters: Clusters) -> bool:
    """Whether a clause with *who* that tells of somebody stands right behind another person's name.

    English attaches such clauses low as often as high (Cuetos and Mitchell 1988).
    """
    word = draft.trigger.token
    who = next((c for c in word.children if c.lower_ in ("who", "whom") and c.i < word.i), None)
    if word.dep_ not in RELATIVE or who is None or who.i < 2 or word.doc[who.i - 1].text != ",":
        return False
    nearer = clusters.at(who.i - 2)
    if nearer is None or clusters.mentions[nearer].form is not Form.NAME or clusters.kind(nearer) not in PERSONS:
        return False
    return clusters.root(nearer) not in {clusters.root(i) for i in (*draft.targets, *draft.perpetrators)}


def _is_statistic(doc: Doc, start: int) -> bool:
    """Whether people are only counted, in no one happening: "the number of journalists arrested since May was 108"."""
    return [t.lower_ for t in doc[max(0, start - 3) : start]] == ["the", "number", "of"]


def _may_be_words(draft: Draft, clusters: Clusters) -> bool:
    """Whether an attack may be a speech: "the minister attacked the newspaper", with no weapon told."""
    trigger = draft.trigger
    attack = draft.type is EventType.ASSAULT and trigger.token.lemma_ == "attack" and not trigger.clause.fill("with")
    return attack and bool(draft.perpetrators) and all(_fights_with_words(i, clusters) for i in draft.perpetrators)


def _fights_with_words(agent: int, clusters: Clusters) -> bool:
    kind, function = clusters.kind(agent), clusters.attribute(agent, "function")
    civil = kind in (Kind.OUTLET, Kind.OFFICIAL, Kind.AGENCY) and function not in ARMED
    return civil and not clusters.mentions[agent].plural  # "two officials" came themselves


def _any_only_described(people: tuple[int, ...], clusters: Clusters) -> bool:
    """Whether nothing in the report names one of those whom a telling describes."""
    return any(clusters.mentions[i].form is Form.DESCRIPTION and not clusters.named(i) for i in people)
