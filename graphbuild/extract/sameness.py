"""Whether two drafts tell of one happening, and what they tell together.

Three tests, each of which can keep two tellings apart: who did it (`same_agents`), when (`same_days`), and whom it befell
(`same_victims`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.kinds import GATHERINGS
from graphbuild.extract.mentions import Form
from graphbuild.extract.same_agents import agents_agree, agents_of_both, is_general_agent
from graphbuild.extract.same_days import are_two_steps, dates_agree, finer, only_still_held, start_of
from graphbuild.extract.same_victims import (
    adds_accused,
    counted_again,
    each_names_others,
    equal_counts,
    is_headline_of,
    is_of_one_included,
    is_one_death,
    once_by_strangers,
    only_by_kind,
    same_day,
    takes_up,
    tells_more_victims,
    victims_of_both,
)
from graphbuild.model import EventType, Factuality

if TYPE_CHECKING:
    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.drafts import Draft

MISREAD = 0.4
"""Confidence under which a telling is rather a misread sentence (`plausibility.UNLIKELY`)."""
WARRANT = "arrest warrant"
"""The prosecution that a judge may order, who brings no charges."""
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def same_happening(one: Draft, other: Draft, clusters: Clusters, *, bare: bool = False) -> bool:
    """Whether nothing keeps two drafts apart and their targets tie them together; a bare one has no targets."""
    if one.type is not other.type:
        return False
    if not agents_agree(one, other, clusters) and not once_by_strangers(one, other, clusters):
        return False
    if not dates_agree(one, other) and not is_one_death(one, other, clusters) and not only_still_held(one, other):
        return False
    if one.type is EventType.LEGISLATION:
        return bool(clusters.roots_of(one.perpetrators) & clusters.roots_of(other.perpetrators))
    if bare:
        return (one.subtype == WARRANT) == (other.subtype == WARRANT)  # who signed warrants brought no charges
    if are_two_steps(one, other, clusters) or one.former != other.former:
        return False
    shared = clusters.roots_of(one.targets) & clusters.roots_of(other.targets)
    apart = (tells_more_victims, each_names_others, adds_accused, is_of_one_included)
    if shared and any(differ(one, other, clusters) for differ in apart):
        return False
    if shared and not only_by_kind(one, other, shared, clusters):
        return True
    if same_day(one, other, clusters):
        return True
    ties = (counted_again, equal_counts, is_headline_of)
    return any(tie(one, other, clusters) for tie in ties) or takes_up(one, other)


def one_ruling(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether two convictions side by side in one paragraph are of one ruling: the second adds a term, no agent or date."""
    if one.type is not EventType.CONVICTION or other.perpetrators or one.headline != other.headline:
        return False
    if one.time is not None and other.time is not None and one.time != other.time:
        return False  # "sentenced X on May 3, while Y was given two years on Tuesday"
    apart = all(d.trigger.token.sent != other.trigger.token.sent for d in one.tellings)
    if apart and (other.time is not None or other.penalty is None or one.penalty is None):
        return False
    last = max(d.trigger.token.sent.end for d in one.tellings)
    first = other.trigger.token.sent.start
    doc = other.trigger.token.doc
    near = other.trigger.token.sent.start < last or "\n" not in doc.text_of(last - 1, first + 1).strip()
    return near and first <= last + 1 and one.reading.factuality is other.reading.factuality and bool(one.perpetrators)


def bare_mention(draft: Draft) -> bool:
    """Whether a telling without targets goes back to an act told elsewhere: "the raid", "the sentence was passed by".

    What was done to a rally was done to those who held it, whoever they are, and goes back to nobody told of before; nor
    does what was done to somebody by a name that nothing here knows for one.
    """
    arguments = draft.trigger.clause.arguments
    strangers = any(a.slot in ("against", "of", "on") and a.token.pos_ == "PROPN" for a in arguments)
    if strangers or any(a.token.lemma_.lower() in GATHERINGS for a in arguments):
        return False
    nouns = [draft.trigger.token, *(a.token for a in draft.trigger.clause.fill("patient"))]
    return any(t.pos_ == "NOUN" and any(c.lower_ in DEFINITE for c in t.children) for t in nouns)


def joined(one: Draft, other: Draft, clusters: Clusters, *, adds: bool = True) -> Draft:
    """Join two tellings of one act: the more precise date, the participants of both, the surer one's evidence.

    A telling that fits several happenings ("all the arrested journalists") adds nobody to the one it goes to, and one that
    is likely misread adds nothing to one that is not.
    """
    if min(one.confidence, other.confidence) < MISREAD <= max(one.confidence, other.confidence):
        surer, weaker = (one, other) if one.confidence > other.confidence else (other, one)
        return replace(surer, merged=(*one.merged, *other.merged, replace(weaker, merged=())))
    first, second = (one, other) if _rank(one, clusters) >= _rank(other, clusters) else (other, one)
    certain = Factuality.REPORTED in (one.reading.factuality, other.reading.factuality)
    reading = replace(first.reading, factuality=Factuality.REPORTED, accused=False) if certain else first.reading
    agents = agents_of_both(first, second, clusters)
    for told, surmised in ((one, other), (other, one)):
        # a fact of nobody is alleged of somebody, one of "the authorities" stays
        if _only_surmises(surmised, told, clusters):
            agents = told.perpetrators or agents
            certain = bool(told.perpetrators)
            reading = reading if certain else replace(surmised.reading, accused=True)
    return replace(
        first,
        reading=reading,
        perpetrators=agents,
        targets=victims_of_both(first, second, clusters) if adds else one.targets,
        time=finer(first.time, second.time) if dates_agree(first, second) else start_of(one, other),
        place=first.place if first.place is not None else second.place,
        things=tuple(dict.fromkeys(first.things + second.things)),
        charge=first.charge or second.charge,
        penalty=first.penalty or _imposed(second),
        subtype=first.subtype or second.subtype,
        speaker=first.speaker if not certain or first.reading.factuality is Factuality.REPORTED else second.speaker,
        confidence=max(one.confidence, other.confidence),
        headline=one.headline and other.headline,
        merged=(*one.merged, *other.merged, replace(second, merged=())),
    )


def _imposed(draft: Draft) -> str | None:
    """Return the penalty that a court imposed; what somebody has served may be less, or another one."""
    return draft.penalty if draft.trigger.token.lower_ != "served" else None


def _only_surmises(surmised: Draft, told: Draft, clusters: Clusters) -> bool:
    """Whether who did a thing is only alleged by one of two tellings, and the other tells of "the authorities" at most."""
    alleged = surmised.reading.factuality is Factuality.ALLEGED and bool(surmised.perpetrators)
    return alleged and all(is_general_agent(i, clusters) for i in told.perpetrators)


def _rank(draft: Draft, clusters: Clusters) -> tuple[bool, bool, int, int, bool, bool, bool, float]:
    """Prefer the telling whose own sentence names whom it befell or who did it, so that the quote can be judged alone.

    Then the one that names more of them, in the body, with a date. A participle before a noun ("the arrested reporters")
    only takes up what a clause tells. Where one says "the authorities" and one "the police", the police are told to have
    done it, so the second shows it.
    """
    named = sum(clusters.named(i) for i in draft.targets)
    sentence = draft.trigger.token.sent
    here = [clusters.mentions[i] for i in draft.targets if sentence.start <= clusters.mentions[i].head < sentence.end]
    in_name = sum(mention.form is Form.NAME for mention in here)
    return (
        draft.trigger.token.dep_ != "amod",
        in_name > 0 or len(draft.perpetrators) > 0,
        named,
        in_name + 2 * (len(draft.perpetrators) > 0),
        not draft.headline,
        any(not is_general_agent(i, clusters) for i in draft.perpetrators),
        draft.time is not None,
        draft.confidence,
    )
