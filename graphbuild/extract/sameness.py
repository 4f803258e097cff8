"""Whether two drafts tell of one happening, and what they tell together.

Three tests, each of which can keep two tellings apart: who did it, when, and whom it befell. An agent that only says
"the authorities" fits any state body, which is then the better name for it; a side that says nothing fits all.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from graphbuild.extract.clauses import Voice
from graphbuild.extract.clusters import count_of
from graphbuild.extract.kinds import GATHERINGS
from graphbuild.extract.lemmas import readings
from graphbuild.extract.mentions import Form
from graphbuild.extract.surface import RELATIVE
from graphbuild.extract.syntax import sentences_over
from graphbuild.model import EventType, Factuality, Kind, Time

if TYPE_CHECKING:
    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.drafts import Draft
    from graphbuild.extract.tokens import Token

MONTH = 31
"""Days within which "he was held at" is of the arrest told before."""
STATES = frozenset({"hold", "keep", "remain", "be", "stay", "languish", "custody", "captivity", "bar"})
"""Words that tell that somebody is held, and not of his arrest."""
MISREAD = 0.4
"""Confidence under which a telling is rather a misread sentence (`plausibility.UNLIKELY`)."""
SOME = 0.6
"""Share of a counted group that a list of names must reach to be of the group."""
THOSE = frozenset({"those", "people", "persons"})
ARREST = frozenset({"arrest", "detain", "capture", "seize", "apprehend"})
"""Verbs of what comes before a court orders somebody held."""
HOLDING = frozenset({"house arrest", "pretrial detention"})
"""Detentions that a court orders after the arrest: another event where both are told."""
WARRANT = "arrest warrant"
"""The prosecution that a judge may order, who brings no charges."""
ANOTHER = frozenset({"another", "other", "second", "third", "fellow"})
PLACED = frozenset({"with", "for", "at", "from", "of"})
"""Prepositions that tell one reporter from the next: "a journalist with Radio Aksu"."""
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def same_happening(one: Draft, other: Draft, clusters: Clusters, *, bare: bool = False) -> bool:
    """Whether nothing keeps two drafts apart and their targets tie them together; a bare one has no targets."""
    if one.type is not other.type:
        return False
    if not agents_agree(one, other, clusters) and not _once_by_strangers(one, other, clusters):
        return False
    if not dates_agree(one, other) and not _one_death(one, other, clusters) and not _still_held(one, other):
        return False
    if one.type is EventType.LEGISLATION:
        return bool(_roots(one.perpetrators, clusters) & _roots(other.perpetrators, clusters))
    if bare:
        return (one.subtype == WARRANT) == (other.subtype == WARRANT)  # who signed warrants brought no charges
    if _two_steps(one, other, clusters) or one.former != other.former:
        return False
    shared = _roots(one.targets, clusters) & _roots(other.targets, clusters)
    apart = (_more_victims, _each_names_others, _adds_accused, _is_of_one_included)
    if shared and any(differ(one, other, clusters) for differ in apart):
        return False
    if shared and not _only_by_kind(one, other, shared, clusters):
        return True
    if _same_day(one, other, clusters):
        return True
    ties = (_counted_again, _equal_counts, _headline_of)
    return any(tie(one, other, clusters) for tie in ties) or _takes_up(one, other)


def _more_victims(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether a telling without agent or date names more victims than the one that tells who beat or killed some of them.

    "She and her husband were among the murdered reporters … She was shot by rebels": who shot him is not said. Nor is
    it who took the one of two missing reporters that nobody has seen since.
    """
    violent = one.type in (EventType.KILLING, EventType.ASSAULT, EventType.ABDUCTION)
    if not violent or bool(one.perpetrators) == bool(other.perpetrators):
        return False
    told, listed = (one, other) if one.perpetrators else (other, one)
    more = {clusters.root(i) for i in listed.targets if clusters.named(i)} - _roots(told.targets, clusters)
    undated = listed.time is None or listed.type is EventType.ABDUCTION
    return bool(more) and undated and not listed.headline


def _adds_accused(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether a noun tells of more people what a verb tells of some: "X and Y were charged … All deny the charges"."""
    noun, verb = sorted((one, other), key=lambda d: d.trigger.clause.voice is not Voice.NOMINAL)
    if noun.trigger.clause.voice is not Voice.NOMINAL or verb.trigger.clause.voice is Voice.NOMINAL:
        return False
    bare = noun.type is EventType.PROSECUTION and noun.time is None and not noun.perpetrators and not noun.headline
    return bare and _roots(noun.targets, clusters) > _roots(verb.targets, clusters)


def _is_of_one_included(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether a relative clause tells who did it to one of several: "four, including X, *who was shot by police*, died"."""
    if one.trigger.token.sent.start != other.trigger.token.sent.start or bool(one.perpetrators) == bool(
        other.perpetrators
    ):
        return False
    told, listed = (one, other) if one.perpetrators else (other, one)
    aside = told.trigger.token.dep_ in RELATIVE and listed.trigger.token in told.trigger.token.ancestors
    return aside and _roots(told.targets, clusters) < _roots(listed.targets, clusters)


def _same_day(one: Draft, other: Draft, clusters: Clusters) -> bool:
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


def _each_names_others(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether each of two undated tellings, or of two days, names people that the other does not."""
    a, b = ({clusters.root(i) for i in d.targets if clusters.named(i)} for d in (one, other))
    return bool(a - b and b - a) and (one.time is None or one.time != other.time)


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
    agents = _agents(first, second, clusters)
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
        targets=_targets(first, second, clusters) if adds else one.targets,
        time=_finer(first.time, second.time) if dates_agree(first, second) else _start(one, other),
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
    return alleged and all(_is_general(i, clusters) for i in told.perpetrators)


# who did it


def agents_agree(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether who did what two drafts tell may be one, as far as the words for them say."""
    a, b = one.perpetrators, other.perpetrators
    if not a or not b or _roots(a, clusters) & _roots(b, clusters):
        return True
    if one.headline != other.headline and same_strangers(a, b, clusters):
        return True
    if all(_is_general(i, clusters) for i in a):
        return all(_is_state(i, clusters) for i in b)
    if all(_is_general(i, clusters) for i in b):
        return all(_is_state(i, clusters) for i in a)
    if one.type is EventType.RELEASE and by_court(one, clusters) and by_court(other, clusters):
        return not all(clusters.named(i) for i in (*a, *b))
    return _functions(a, clusters) == _functions(b, clusters) != {None}


def same_strangers(a: tuple[int, ...], b: tuple[int, ...], clusters: Clusters) -> bool:
    """Whether two tellings each describe unnamed people: the man of "killed by man" is whom the text describes."""
    strangers = all(not clusters.named(i) and clusters.kind(i) in (Kind.PERSON, Kind.GROUP) for i in (*a, *b))
    return strangers and {clusters.kind(i) for i in a} == {clusters.kind(i) for i in b}


def _functions(agents: tuple[int, ...], clusters: Clusters) -> set[str | None]:
    """Return what unnamed agencies do: two unnamed polices or courts in one report are one unless both are named."""
    named = any(clusters.named(i) for i in agents)
    return {None} if named else {clusters.attribute(i, "function") for i in agents}


def _is_general(index: int, clusters: Clusters) -> bool:
    """Whether an agent is the state at large: "the authorities", a government, a country."""
    return clusters.kind(index) is Kind.AGENCY and clusters.attribute(index, "function") in (None, "government")


def _is_state(index: int, clusters: Clusters) -> bool:
    return clusters.kind(index) in (Kind.AGENCY, Kind.OFFICIAL)


def _agents(first: Draft, second: Draft, clusters: Clusters) -> tuple[int, ...]:
    """Return the agents of both, the specific ones alone where the others only say "the authorities"."""
    if same_strangers(first.perpetrators, second.perpetrators, clusters) and first.perpetrators:
        return first.perpetrators
    found = _joined(first.perpetrators, second.perpetrators, clusters)
    if found and by_court(first, clusters) and by_court(second, clusters):
        return tuple(i for i in found if clusters.named(i)) or found[:1]  # "a Turkish court", "the Osh City Court"
    specific = tuple(i for i in found if not _is_general(i, clusters))
    if (
        first.perpetrators
        and second.perpetrators
        and not _roots(first.perpetrators, clusters) & _roots(second.perpetrators, clusters)
    ):
        return specific[:1] if len(specific) > 1 and len(first.perpetrators) == 1 else specific or found
    return found


# whom


def _one_death(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether both kill the same named people, who die but once: one of the dates is that of something else."""
    targets = _roots(one.targets, clusters)
    dead = one.type is EventType.KILLING and targets == _roots(other.targets, clusters)
    return dead and bool(targets) and all(clusters.named(i) for i in targets)


def _once_by_strangers(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether one death or kidnapping is told of unnamed people twice: "gunmen", "two unidentified men", "his captors"."""
    taken = one.type is EventType.ABDUCTION and _roots(one.targets, clusters) == _roots(other.targets, clusters)
    named = taken and bool(one.targets) and all(clusters.named(i) for i in one.targets)
    once = _one_death(one, other, clusters) or named
    return once and same_strangers(one.perpetrators, other.perpetrators, clusters)


def _only_by_kind(one: Draft, other: Draft, shared: set[int], clusters: Clusters) -> bool:
    """Whether all that two lists of people share is a word for people of a kind: "journalists", any journalists.

    "Violence against journalists and activists" in general and "police beat journalists" at a rally are two tellings;
    "the journalists" are those told of before, and one list that is the other's says the same again.
    """
    lists = [_roots(d.targets, clusters) for d in (one, other)]
    if lists[0] == lists[1]:
        return False
    return all(clusters.generic(i) for i in (*one.targets, *other.targets) if clusters.root(i) in shared)


def _counted_again(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether one draft's counted group ("2 journalists") are the named targets of the other, or hold most of them."""
    for counted, listed in ((one, other), (other, one)):
        number = _count(counted, clusters)
        names = [i for i in listed.targets if clusters.named(i)]
        if number in (None, 1) or len(names) < len(listed.targets):
            continue  # "one hostage" may be any one
        if number == len(names) or (number > len(names) >= number * SOME and _told_first(counted, listed)):
            return True
    return False


def _equal_counts(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether two tellings count as many unnamed people: "detained three of its staff … Three staff members were taken"."""
    counts = []
    for draft in (one, other):
        counted = [i for i in draft.targets if not clusters.named(i) and (count_of(clusters.mentions[i].text) or 1) > 1]
        counts.append({count_of(clusters.mentions[i].text) for i in counted} if len(counted) == 1 else set())
    kinds = {clusters.kind(i) for d in (one, other) for i in d.targets} <= {Kind.JOURNALIST, Kind.PERSON, Kind.GROUP}
    placed = one.place is None or other.place is None or clusters.root(one.place) == clusters.root(other.place)
    return bool(counts[0]) and counts[0] == counts[1] and kinds and placed


def _takes_up(one: Draft, other: Draft) -> bool:
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


def _headline_of(one: Draft, other: Draft, clusters: Clusters) -> bool:
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


def _targets(one: Draft, other: Draft, clusters: Clusters) -> tuple[int, ...]:
    """Return the targets of both; a count goes where all its members are named."""
    both = _joined(one.targets, other.targets, clusters)
    named = tuple(i for i in both if clusters.named(i))
    for counted, listed in ((one, other), (other, one)):
        headline = _headline_of(one, other, clusters) and counted.headline
        number = _count(counted, clusters)
        again = number is not None and _counted_again(counted, listed, clusters)
        if (again or headline or _same_day(one, other, clusters)) and listed.targets and _enough(number, listed):
            return named or listed.targets
    if _equal_counts(one, other, clusters):
        several = [i for i in both if not clusters.named(i) and (count_of(clusters.mentions[i].text) or 1) > 1]
        for same in several[1:]:  # "two other reporters … two reporters from Arna"
            clusters.join(several[0], same, "equal counts")
        return tuple(i for i in both if i not in several[1:])
    return both


def _enough(number: int | None, listed: Draft) -> bool:
    """Whether a text lists as many as the headline counts."""
    return number is None or len(listed.targets) >= number


# when


def dates_agree(one: Draft, other: Draft) -> bool:
    """Whether two drafts may be of one date."""
    if one.time is None or other.time is None:
        return True
    return one.time.earliest <= other.time.latest and other.time.earliest <= one.time.latest


def by_court(draft: Draft, clusters: Clusters) -> bool:
    """Whether a court did it."""
    return bool(draft.perpetrators) and all(clusters.attribute(i, "function") == "court" for i in draft.perpetrators)


def _two_steps(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether one is an arrest and the other what a court ordered after it: "arrested, then put under house arrest"."""
    verbs = one.trigger.token.pos_ == other.trigger.token.pos_ == "VERB"
    if one.type is EventType.DETENTION and verbs and _extends(one) != _extends(other):
        return True
    if one.type is EventType.DETENTION and verbs and by_court(one, clusters) != by_court(other, clusters):
        return any(not ARREST.isdisjoint(readings(d.trigger.token)) for d in (one, other))
    if one.type is not EventType.DETENTION or one.subtype == other.subtype:
        return False
    later = one if one.subtype in HOLDING else other if other.subtype in HOLDING else None
    return later is not None and verbs and bool(later.time or later.perpetrators)


def _extends(draft: Draft) -> bool:
    """Whether a telling is of a detention that goes on by a court's leave, another event than the arrest."""
    return any(d.trigger.token.lemma_ in ("extend", "prolong") for d in draft.tellings)


def _still_held(one: Draft, other: Draft) -> bool:
    """Whether the later of two detentions only says that somebody is still held: "On December 31, he was held at"."""
    if one.type is not EventType.DETENTION or one.time is None or other.time is None:
        return False
    first, later = sorted((one, other), key=lambda d: d.time.earliest if d.time is not None else date.max)
    if later.time is None or first.time is None or (later.time.earliest - first.time.latest).days > MONTH:
        return False
    return all(STATES.intersection(readings(d.trigger.token)) for d in later.tellings)


def _start(one: Draft, other: Draft) -> Time | None:
    """Return the date of two tellings of one happening that do not agree: of a detention its beginning."""
    if one.type is not EventType.DETENTION or one.time is None or other.time is None:
        return one.time
    return min(one.time, other.time, key=lambda t: t.earliest)


def _finer(one: Time | None, other: Time | None) -> Time | None:
    if one is None or other is None:
        return one or other
    return min((one, other), key=lambda t: (t.latest - t.earliest, t.edtf))


# together


def _roots(mentions: tuple[int, ...], clusters: Clusters) -> set[int]:
    return {clusters.root(i) for i in mentions}


def _joined(one: tuple[int, ...], other: tuple[int, ...], clusters: Clusters) -> tuple[int, ...]:
    found = {clusters.root(i): i for i in reversed((*one, *other))}
    return tuple(sorted(found.values()))


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
        any(not _is_general(i, clusters) for i in draft.perpetrators),
        draft.time is not None,
        draft.confidence,
    )
