"""Gives an act the place or the day that its setting plainly has, where its own words name none.

"Police assault reporter covering protests in Nur-Sultan": in a headline the place hangs on the protests, and where she
covered them she was assaulted. "On March 12, officers pushed Serikova. One of them then took her phone": what the same
force does to the same person in the next sentence it does on the same day.

In running text a place that hangs on something else is wrong as often as right, and so is the country that a report
speaks of: measured on annotated reports, both gave more wrong places than right ones.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.circumstances import Circumstances
from graphbuild.extract.clusters import Clusters
from graphbuild.extract.drafts import Draft
from graphbuild.extract.intervals import Intervals
from graphbuild.extract.mentions import Form
from graphbuild.extract.scenes import Scenes
from graphbuild.extract.scope import ORDER
from graphbuild.extract.surface import RELATIVE
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.model import EventType, Kind, Time

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

LATER_STEPS = frozenset({EventType.PROSECUTION, EventType.CONVICTION, EventType.RELEASE, EventType.EXPULSION})
"""What follows an arrest, on another day as often as on the same."""
FORCE = frozenset({EventType.KILLING, EventType.ASSAULT, EventType.DAMAGE})
"""What a state's forces do abroad as well: its seat is no place of it."""
SUDDEN = FORCE | {EventType.DETENTION, EventType.OBSTRUCTION, EventType.SEIZURE, EventType.THREAT, EventType.HARASSMENT}
"""What befalls somebody in the midst of something else."""
SCENES = frozenset({EventType.SEARCH, EventType.ABDUCTION, EventType.INTERROGATION})
"""What else is told step by step."""
FAR = frozenset(
    {
        EventType.THREAT,
        EventType.CYBERATTACK,
        EventType.SURVEILLANCE,
        EventType.PROSECUTION,
        EventType.CONVICTION,
        EventType.LAWSUIT,
        EventType.LEGISLATION,
        EventType.CENSORSHIP,
    }
)
"""What is done in writing or from afar, elsewhere than what was told before it."""
LEAD = 2
"""Sentences up to the lead, whose force is that of the whole report."""
PAST = frozenset({"VBD", "VBN", "VBG"})
OCCASION = frozenset({"during", "in", "at", "upon"})
"""Prepositions before the act in which another was done."""


def settle(drafts: list[Draft], clusters: Clusters, circumstances: Circumstances) -> list[Draft]:
    """Return the drafts, with places of headlines and days of narratives."""
    drafts = [replace(d, time=None) if _only_refers(d, circumstances.syntax) else d for d in drafts]
    located = [_located(d, circumstances) if d.headline and d.place is None else d for d in drafts]
    found: list[Draft] = []
    others = frozenset(d.trigger.token.i for d in drafts)
    scenes = Scenes(located, clusters, circumstances)
    for draft in sorted(located, key=lambda d: d.trigger.token.i):
        settled = _framed(_dated(draft, found, clusters), others, clusters, circumstances)
        time = scenes.time_of(settled, found)
        found.append(settled if time is None else replace(settled, time=time))
    return found


def _framed(draft: Draft, others: frozenset[int], clusters: Clusters, circumstances: Circumstances) -> Draft:
    """Return an act with the day and the place of what its victim was doing: "was filming in Osh on Monday. Men beat"."""
    word = draft.trigger.token
    if draft.type not in SUDDEN or word.tag_ != "VBD" or word.lemma_ == "die":  # somebody dies of it elsewhere
        return draft
    if draft.time is not None and draft.place is not None:
        return draft
    people = frozenset(clusters.root(i) for i in draft.targets)
    verb = circumstances.background(word, people)
    if verb is None:
        return draft
    time = draft.time or circumstances.time_of(verb, others)
    if time is not None and time.earliest != time.latest:
        return draft  # "was working in Osh in 2015"
    place = draft.place if draft.place is not None else circumstances.place_of(verb, others)
    return replace(draft, time=time, place=place)


def _only_refers(draft: Draft, syntax: Syntax) -> bool:
    """Whether proceedings are only what something else belongs to: "the arrests in the case began on May 3"."""
    if draft.type is not EventType.PROSECUTION or draft.targets:
        return False
    word = draft.trigger.token
    up = syntax.governor(word)
    if word.pos_ == "NOUN":
        return up is not None and up.relation is Relation.OBLIQUE
    told = syntax.first(word, Relation.SUBJECT, Relation.PASSIVE_SUBJECT)
    return told is not None and syntax.first(word, Relation.OBJECT) is None and told not in draft.trigger.words


def seated(drafts: list[Draft], clusters: Clusters, circumstances: Circumstances) -> list[Draft]:
    """Return the happenings, those that no telling places with the seat of who did it or the scene of the act before.

    A seat told in another happening's words ("Ridder's police") may be that of another force of the name.
    """
    triggers = {t.trigger.token.i: d for d in drafts for t in d.tellings}
    dated = [
        d if d.time is not None else replace(d, time=_time_of_occasion(d, triggers, circumstances)) for d in drafts
    ]
    intervals = Intervals(circumstances.doc, {i: d for d in dated for i in (t.trigger.token.i for t in d.tellings)})
    dated = [d if d.time is not None else replace(d, time=intervals.time_of(d)) for d in dated]
    others = frozenset(triggers)
    return [d if d.place is not None else replace(d, place=_seat(d, others, clusters, circumstances)) for d in dated]


def _time_of_occasion(draft: Draft, triggers: dict[int, Draft], circumstances: Circumstances) -> Time | None:
    """Return the date of the act during which another was done: "was beaten during her arrest"."""
    for told in draft.tellings:
        for d in circumstances.syntax.dependents(told.trigger.token, Relation.OBLIQUE):
            occasion = triggers.get(d.token.i) if d.preposition in OCCASION else None
            if occasion is not None and occasion is not draft and occasion.asserted:
                return occasion.time
    return None


def _seat(draft: Draft, triggers: frozenset[int], clusters: Clusters, circumstances: Circumstances) -> int | None:
    abroad = draft.type in FORCE  # a state's army kills where it fights
    seats = [
        circumstances.places.seat(i) for i in draft.perpetrators
        if clusters.kind(i) is Kind.AGENCY and not (abroad and clusters.is_state(i))
    ]  # fmt: skip
    seats = [s for s in seats if s is not None and not _is_of_another_time(s, draft, clusters, circumstances)]
    told = {clusters.root(s): s for s in seats if s is not None}
    if len(told) > 1:
        return None  # "Egypt and Iran jailed 40 journalists" is told of two places
    seat = next(iter(told.values()), None)
    if seat is not None or draft.former:
        return seat
    after = next((p for t in draft.tellings if (p := _place_of_main(t, triggers, circumstances)) is not None), None)
    if after is not None or draft.type in FAR:
        return after
    stories = (circumstances.story_place(t.trigger.token, triggers) for t in draft.tellings)
    return next((s for s in stories if s is not None), None)


def _is_of_another_time(seat: int, draft: Draft, clusters: Clusters, circumstances: Circumstances) -> bool:
    """Whether a force that is only described was in a place on another date: "In 2014 *police in Osh* beat X"."""
    word, text = circumstances.doc[clusters.mentions[seat].head], clusters.mentions[seat].text
    names = [m.text for i in draft.perpetrators for m in clusters.members(i) if m.form is Form.NAME]
    lead = sum(s.start < word.sent.start for s in circumstances.doc.sents) <= LEAD
    if draft.time is None or lead or circumstances.places.is_country(seat) or any(text in name for name in names):
        return False
    told = [circumstances.times[t.i].time for t in word.sent if t.i in circumstances.times]
    apart = [t is not None and (t.latest < draft.time.earliest or draft.time.latest < t.earliest) for t in told]
    return bool(apart) and all(apart) and all(t.trigger.token.sent.start != word.sent.start for t in draft.tellings)


def _place_of_main(draft: Draft, triggers: frozenset[int], circumstances: Circumstances) -> int | None:
    """Return the place of the clause that a relative one goes on: "beaten in Osh by men, who then broke her camera"."""
    word = draft.trigger.token
    if word.dep_ not in RELATIVE or word.tag_ != "VBD" or word.head.dep_ not in ("obl:agent", "obl"):
        return None
    above = circumstances.syntax.governor(word.head)
    agent = above is not None and (above.preposition == "by" or word.head.dep_ == "obl:agent")
    return circumstances.place_of(above.token, triggers) if above is not None and agent else None


def _located(draft: Draft, circumstances: Circumstances) -> Draft:
    found = [i for t in draft.trigger.token.sent if (i := circumstances.places.at(t)) is not None]
    roots = {circumstances.clusters.root(i) for i in found}
    return replace(draft, place=found[0]) if len(roots) == 1 else draft


def _dated(draft: Draft, told: list[Draft], clusters: Clusters) -> Draft:
    if not draft.asserted or draft.trigger.token.tag_ not in PAST or draft.type in LATER_STEPS:
        return draft
    if any(c.lower_ in ORDER and c.dep_ in ("mark", "case") for c in draft.trigger.token.children):
        return draft  # "were freed on Sunday after being held for weeks"
    before = (d for d in reversed(told) if d.asserted and d.time is not None and _follows(d, draft))
    also = draft.time is None and _is_added(draft)
    same = next(
        (
            d for d in before
            if also or _same_people(d, draft, clusters) or _same_doers(d, draft, clusters)
            or _same_victim(d, draft, clusters)
        ),
        None,
    )  # fmt: skip
    if same is None or not (_narrows(same.time, draft.time) or (also and _in_one_sentence(same, draft))):
        return draft
    return replace(draft, time=same.time)


def _in_one_sentence(one: Draft, other: Draft) -> bool:
    return bool(one.trigger.token.sent.start == other.trigger.token.sent.start)


def _is_added(draft: Draft) -> bool:
    """Whether an act is told as one more of the same scene: "Police detained 20 people. Vik was also beaten"."""
    return any(c.lower_ == "also" for c in draft.trigger.token.children)


def _narrows(day: Time | None, told: Time | None) -> bool:
    """Whether a time is a day, and one inside what is told so far."""
    if day is None or day.earliest != day.latest:
        return False
    return told is None or (told.earliest != told.latest and told.earliest <= day.earliest <= told.latest)


def _follows(one: Draft, other: Draft) -> bool:
    """Whether an act is told in the same sentence after another, or in the next one of its paragraph."""
    a, b = one.trigger.token, other.trigger.token
    if a.sent.start == b.sent.start:
        return True
    end = _next_sentence(a)
    return end == b.sent.start and not any("\n" in t.text_with_ws for t in a.doc[a.sent.end - 1 : end])


def _next_sentence(token: Token) -> int:
    end: int = token.sent.end
    while end < len(token.doc) and token.doc[end].is_space:
        end += 1
    return end


def _same_doers(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether those who acted go on, called by a pronoun or with *the*: "Officers raided it on May 3. They arrested X"."""
    if other.former or other.trigger.token.sent.start == one.trigger.token.sent.start:
        return False
    again = [clusters.mentions[i] for i in other.perpetrators]
    taken_up = bool(again) and all(m.form is Form.PRONOUN or (m.form is Form.DESCRIPTION and m.definite) for m in again)
    same = clusters.roots_of(one.perpetrators) == clusters.roots_of(other.perpetrators)
    return taken_up and same and not any(clusters.is_state(i) for i in other.perpetrators)


def _same_victim(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether a narrative goes on with what befell somebody: "Keita was arrested on May 3. *He was beaten*".

    The simple past moves the time of a narrative on by as little as it can (Partee 1984); what *had* been done was done
    before, and others than those told of may have come on another day.
    """
    word = other.trigger.token
    if other.former or other.time is not None or not {one.type, other.type} <= SUDDEN | SCENES:
        return False
    clause = word.head if word.dep_ == "conj" else word
    if clause.dep_ in RELATIVE or clause.dep_ == "acl" or any(c.lower_ in ORDER for c in clause.children):
        return False  # "was held with three people hit by strangers", "was held after he was hit and robbed"
    if any(c.lower_ in ("had", "has", "have", "been") for c in word.children):
        return False
    agents = [clusters.roots_of(d.perpetrators) for d in (one, other)]
    targets = [clusters.roots_of(d.targets) for d in (one, other)]
    return bool(targets[0] & targets[1]) and (not all(agents) or bool(agents[0] & agents[1]))


def _same_people(one: Draft, other: Draft, clusters: Clusters) -> bool:
    agents = clusters.roots_of(one.perpetrators) & clusters.roots_of(other.perpetrators)
    targets = clusters.roots_of(one.targets) & clusters.roots_of(other.targets)
    return bool(agents and targets)
