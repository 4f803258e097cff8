"""Whether two tellings may be of what befell the same, and whom.

"2 journalists" are the two whom the text names, unless it names others; of a death there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.clauses import Voice
from graphbuild.extract.clusters import count_of
from graphbuild.extract.mentions import Form
from graphbuild.extract.same_agents import same_strangers
from graphbuild.extract.surface import RELATIVE
from graphbuild.extract.syntax import sentences_over
from graphbuild.model import EventType, Kind

if TYPE_CHECKING:
    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.drafts import Draft
    from graphbuild.extract.tokens import Token

SOME = 0.6
"""Share of a counted group that a list of names must reach to be of the group."""
THOSE = frozenset({"those", "people", "persons"})
ANOTHER = frozenset({"another", "other", "second", "third", "fellow"})
PLACED = frozenset({"with", "for", "at", "from", "of"})
"""Prepositions that tell one reporter from the next: "a journalist with Radio Aksu"."""


def tells_more_victims(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether a telling without agent or date names more victims than the one that tells who beat or killed some of them.

    "She and her husband were among the murdered reporters … She was shot by rebels": who shot him is not said. Nor is
    it who took the one of two missing reporters that nobody has seen since.
    """
    violent = one.type in (EventType.KILLING, EventType.ASSAULT, EventType.ABDUCTION)
    if not violent or bool(one.perpetrators) == bool(other.perpetrators):
        return False
    told, listed = (one, other) if one.perpetrators else (other, one)
    more = {clusters.root(i) for i in listed.targets if clusters.named(i)} - clusters.roots_of(told.targets)
    undated = listed.time is None or listed.type is EventType.ABDUCTION
    return bool(more) and undated and not listed.headline


def adds_accused(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether a noun tells of more people what a verb tells of some: "X and Y were charged … All deny the charges"."""
    noun, verb = sorted((one, other), key=lambda d: d.trigger.clause.voice is not Voice.NOMINAL)
    if noun.trigger.clause.voice is not Voice.NOMINAL or verb.trigger.clause.voice is Voice.NOMINAL:
        return False
    bare = noun.type is EventType.PROSECUTION and noun.time is None and not noun.perpetrators and not noun.headline
    return bare and clusters.roots_of(noun.targets) > clusters.roots_of(verb.targets)


def is_of_one_included(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether a relative clause tells who did it to one of several: "four, including X, *who was shot by police*, died"."""
    if one.trigger.token.sent.start != other.trigger.token.sent.start or bool(one.perpetrators) == bool(
        other.perpetrators
    ):
        return False
    told, listed = (one, other) if one.perpetrators else (other, one)
    aside = told.trigger.token.dep_ in RELATIVE and listed.trigger.token in told.trigger.token.ancestors
    return aside and clusters.roots_of(told.targets) < clusters.roots_of(listed.targets)


def same_day(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether one names a reporter and the other says *a reporter* of such an act on the same day, told as one day."""
    if one.time is None or one.time != other.time or one.time.earliest != one.time.latest:
        return False
    if len(one.targets) != 1 or len(other.targets) != 1:
        return False
    named, bare = sorted((one.targets[0], other.targets[0]), key=lambda i: not clusters.named(i))
    mention = clusters.mentions[bare]
    words = {w for text in (mention.text, *mention.wider) for w in text.lower().split()}
    single = mention.form is Form.DESCRIPTION and not mention.plural and not clusters.named(bare)
    plain = single and words.isdisjoint(ANOTHER | PLACED)
    return clusters.named(named) and plain and {clusters.kind(named), clusters.kind(bare)} == {Kind.JOURNALIST}


def each_names_others(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether each of two undated tellings, or of two days, names people that the other does not."""
    a, b = ({clusters.root(i) for i in d.targets if clusters.named(i)} for d in (one, other))
    return bool(a - b and b - a) and (one.time is None or one.time != other.time)


def is_one_death(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether both kill the same named people, who die but once: one of the dates is that of something else."""
    targets = clusters.roots_of(one.targets)
    dead = one.type is EventType.KILLING and targets == clusters.roots_of(other.targets)
    return dead and bool(targets) and all(clusters.named(i) for i in targets)


def once_by_strangers(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether one death or kidnapping is told of unnamed people twice: "gunmen", "two unidentified men", "his captors"."""
    taken = one.type is EventType.ABDUCTION and clusters.roots_of(one.targets) == clusters.roots_of(other.targets)
    named = taken and bool(one.targets) and all(clusters.named(i) for i in one.targets)
    once = is_one_death(one, other, clusters) or named
    return once and same_strangers(one.perpetrators, other.perpetrators, clusters)


def only_by_kind(one: Draft, other: Draft, shared: set[int], clusters: Clusters) -> bool:
    """Whether all that two lists of people share is a word for people of a kind: "journalists", any journalists.

    "Violence against journalists and activists" in general and "police beat journalists" at a rally are two tellings;
    "the journalists" are those told of before, and one list that is the other's says the same again.
    """
    lists = [clusters.roots_of(d.targets) for d in (one, other)]
    if lists[0] == lists[1]:
        return False
    return all(clusters.generic(i) for i in (*one.targets, *other.targets) if clusters.root(i) in shared)


def counted_again(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether one draft's counted group ("2 journalists") are the named targets of the other, or hold most of them."""
    for counted, listed in ((one, other), (other, one)):
        number = _count(counted, clusters)
        names = [i for i in listed.targets if clusters.named(i)]
        if number in (None, 1) or len(names) < len(listed.targets):
            continue  # "one hostage" may be any one
        if number == len(names) or (number > len(names) >= number * SOME and _told_first(counted, listed)):
            return True
    return False


def equal_counts(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether two tellings count as many unnamed people: "detained three of its staff … Three staff members were taken"."""
    counts = []
    for draft in (one, other):
        counted = [i for i in draft.targets if not clusters.named(i) and (count_of(clusters.mentions[i].text) or 1) > 1]
        counts.append({count_of(clusters.mentions[i].text) for i in counted} if len(counted) == 1 else set())
    kinds = {clusters.kind(i) for d in (one, other) for i in d.targets} <= {Kind.JOURNALIST, Kind.PERSON, Kind.GROUP}
    placed = one.place is None or other.place is None or clusters.root(one.place) == clusters.root(other.place)
    return bool(counts[0]) and counts[0] == counts[1] and kinds and placed


def takes_up(one: Draft, other: Draft) -> bool:
    """Whether one goes on about the other, told right before: "held dozens of people. Among those held were X and Y"."""
    earlier, later = sorted((one, other), key=lambda d: d.trigger.token.i)
    participle = later.trigger.token
    if participle.tag_ != "VBN" or participle.head.lower_ not in THOSE or participle.head.i != participle.i - 1:
        return False
    last = max((d.trigger.token.i for d in earlier.tellings if d.trigger.token.i < participle.i), default=None)
    return last is not None and _next_to(participle.doc[last], participle)


def _next_to(one: Token, other: Token) -> bool:
    """Whether two words stand in one sentence or in two, side by side."""
    return sentences_over(one.doc[one.i : other.i + 1]) <= 2


def _told_first(one: Draft, other: Draft) -> bool:
    return one.trigger.token.i < other.trigger.token.i


def is_headline_of(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether a headline's unnamed people are those whom the text then names or describes."""
    title, body = (one, other) if one.headline else (other, one)
    if _as_many(title, body, clusters):
        return True
    if not title.headline or body.headline or len(title.targets) != 1 or clusters.named(title.targets[0]):
        return False
    kind, number = clusters.kind(title.targets[0]), _count(title, clusters)
    one_person = kind is not Kind.GROUP and not clusters.mentions[title.targets[0]].plural
    number = 1 if number is None and one_person else number
    kinds = {clusters.kind(i) for i in body.targets}
    fits = kinds <= {kind} or (kind in (Kind.JOURNALIST, Kind.GROUP) and kinds <= {Kind.JOURNALIST, Kind.PERSON})
    return fits and (number is None or len(body.targets) <= number or not _all_named(body, clusters))


def _as_many(title: Draft, body: Draft, clusters: Clusters) -> bool:
    """Whether a headline describes one by one as many people as the text names: "Reporter and cameraman attacked"."""
    if not title.headline or body.headline or not 1 < len(title.targets) == len(body.targets):
        return False
    single = all(not clusters.named(i) and not clusters.mentions[i].plural for i in title.targets)
    people = {clusters.kind(i) for i in (*title.targets, *body.targets)} <= {Kind.JOURNALIST, Kind.PERSON}
    return single and people and _all_named(body, clusters)


def _all_named(draft: Draft, clusters: Clusters) -> bool:
    return all(clusters.named(i) for i in draft.targets)


def _count(draft: Draft, clusters: Clusters) -> int | None:
    """Return how many people a single described target counts, None where it is no such description."""
    if len(draft.targets) != 1 or clusters.named(draft.targets[0]):
        return None
    mention = clusters.mentions[draft.targets[0]]
    if mention.form is not Form.DESCRIPTION or mention.kind not in (Kind.JOURNALIST, Kind.GROUP, Kind.PERSON):
        return None
    return count_of(mention.text)


def victims_of_both(one: Draft, other: Draft, clusters: Clusters) -> tuple[int, ...]:
    """Return the targets of both; a count goes where all its members are named."""
    both = clusters.union(one.targets, other.targets)
    named = tuple(i for i in both if clusters.named(i))
    for counted, listed in ((one, other), (other, one)):
        headline = is_headline_of(one, other, clusters) and counted.headline
        number = _count(counted, clusters)
        again = number is not None and counted_again(counted, listed, clusters)
        if (again or headline or same_day(one, other, clusters)) and listed.targets and _enough(number, listed):
            return named or listed.targets
    if equal_counts(one, other, clusters):
        several = [i for i in both if not clusters.named(i) and (count_of(clusters.mentions[i].text) or 1) > 1]
        for same in several[1:]:  # "two other reporters … two reporters from Arna"
            clusters.join(several[0], same, "equal counts")
        return tuple(i for i in both if i not in several[1:])
    return both


def _enough(number: int | None, listed: Draft) -> bool:
    """Whether a text lists as many as the headline counts."""
    return number is None or len(listed.targets) >= number
