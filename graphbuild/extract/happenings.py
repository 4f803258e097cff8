"""One event per happening: a headline, a lead and a later sentence that tell of one act become one draft.

Drafts of one type merge where they share a target, their agents do not contradict each other and their dates do not
exclude each other; "2 journalists" in a headline are the two whom the text names. What asserts nothing (a call, a
denial) never merges into what does: it is tied to the event it speaks about.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.drafts import Draft
from graphbuild.extract.mentions import Form
from graphbuild.model import EventType, Factuality, Kind, Time

NUMBERS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}


def merge_happenings(drafts: list[Draft], clusters: Clusters) -> list[Draft]:
    """Return one draft per happening, and the unasserted ones as they are."""
    merged: list[Draft] = []
    for draft in drafts:
        if not draft.asserted:
            merged.append(draft)
            continue
        for k, other in enumerate(merged):
            if other.asserted and _same_happening(other, draft, clusters):
                merged[k] = _merge(other, draft, clusters)
                break
        else:
            merged.append(draft)
    return merged


def about(draft: Draft, asserted: list[Draft], clusters: Clusters) -> Draft | None:
    """Return the asserted draft that an unasserted one speaks about: of its type, or the captivity a release ends."""
    types = {draft.type} | ({EventType.DETENTION, EventType.CONVICTION} if draft.type is EventType.RELEASE else set())
    own = {clusters.root(i) for i in draft.targets}
    found = [d for d in asserted if d.type in types and own & {clusters.root(i) for i in d.targets}]
    return found[0] if found else None


def _same_happening(one: Draft, other: Draft, clusters: Clusters) -> bool:
    if one.type is not other.type:
        return False
    a, b = _roots(one.targets, clusters), _roots(other.targets, clusters)
    if one.type is EventType.LEGISLATION:
        return bool(_roots(one.perpetrators, clusters) & _roots(other.perpetrators, clusters)) and _dates_agree(one, other)
    if not a & b and not _counted_again(one, other, clusters):
        return False
    agents = _roots(one.perpetrators, clusters), _roots(other.perpetrators, clusters)
    if agents[0] and agents[1] and not agents[0] & agents[1]:
        return False
    return _dates_agree(one, other)


def _roots(mentions: tuple[int, ...], clusters: Clusters) -> set[int]:
    return {clusters.root(i) for i in mentions}


def _dates_agree(one: Draft, other: Draft) -> bool:
    if one.time is None or other.time is None:
        return True
    return one.time.earliest <= other.time.latest and other.time.earliest <= one.time.latest


def _counted_again(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether one draft's counted group ("2 journalists") are the named targets of the other."""
    for counted, listed in ((one, other), (other, one)):
        number = _count(counted, clusters)
        names = [i for i in listed.targets if clusters.named(i)]
        if number is not None and number == len(names) == len(listed.targets):
            return True
    return False


def _count(draft: Draft, clusters: Clusters) -> int | None:
    """Return how many people a single described target counts, None where it is no such description."""
    if len(draft.targets) != 1 or clusters.named(draft.targets[0]):
        return None
    mention = clusters.mentions[draft.targets[0]]
    if mention.form is not Form.DESCRIPTION or mention.kind not in (Kind.JOURNALIST, Kind.GROUP):
        return None
    first = mention.text.split()[0].casefold()
    return int(first) if re.fullmatch(r"\d{1,3}", first) else NUMBERS.get(first)


def _merge(one: Draft, other: Draft, clusters: Clusters) -> Draft:
    """Join two tellings of one act: the more precise date, the participants of both, the surer one's evidence."""
    first, second = (one, other) if _rank(one, clusters) >= _rank(other, clusters) else (other, one)
    targets = _joined(first.targets, second.targets, clusters)
    if _counted_again(one, other, clusters):
        targets = tuple(i for i in targets if clusters.named(i))
    certain = Factuality.REPORTED in (one.reading.factuality, other.reading.factuality)
    reading = replace(first.reading, factuality=Factuality.REPORTED) if certain else first.reading
    return replace(
        first,
        reading=reading,
        perpetrators=_joined(first.perpetrators, second.perpetrators, clusters),
        targets=targets,
        time=_finer(first.time, second.time),
        place=first.place if first.place is not None else second.place,
        things=tuple(dict.fromkeys(first.things + second.things)),
        charge=first.charge or second.charge,
        penalty=first.penalty or second.penalty,
        subtype=first.subtype or second.subtype,
        confidence=max(one.confidence, other.confidence),
        merged=(*one.merged, *other.merged, second),
    )


def _rank(draft: Draft, clusters: Clusters) -> tuple[int, int, int, float]:
    """Prefer the telling that names its targets and agents and dates the act."""
    named = sum(clusters.mentions[i].form is Form.NAME for i in draft.targets)
    return (named, len(draft.perpetrators) > 0, draft.time is not None, draft.confidence)


def _joined(one: tuple[int, ...], other: tuple[int, ...], clusters: Clusters) -> tuple[int, ...]:
    found = {clusters.root(i): i for i in reversed((*one, *other))}
    return tuple(sorted(found.values()))


def _finer(one: Time | None, other: Time | None) -> Time | None:
    if one is None or other is None:
        return one or other
    return min((one, other), key=lambda t: (t.latest - t.earliest, t.edtf))
