"""One event per happening: a headline, a lead and a later sentence that tell of one act become one draft.

"Police attack 2 journalists" (headline), "officers beat Keita and Serikova on June 3" (lead), "after the attack" (later)
are one Assault. Drafts of one type are joined where nothing keeps them apart and something ties them together:

- apart: other agents (police here, a mob there), dates that exclude each other, targets that are other people;
- together: a target in both; a number that counts the other's names; a headline's unnamed people whom the text then
  names; a definite event noun that names nobody ("the raid"), tied to the last such act before it.

What asserts nothing (a call, a denial) never merges into what does: it is tied to the event it speaks about.
"""

from __future__ import annotations

from dataclasses import replace

from graphbuild.extract.acquittals import with_acquitted
from graphbuild.extract.appeals import with_appellants
from graphbuild.extract.clusters import Clusters
from graphbuild.extract.drafts import Draft
from graphbuild.extract.inference import with_inferred, with_keepers
from graphbuild.extract.openings import Employers, join_only_journalist, name_openings, with_known_victims
from graphbuild.extract.operations import with_searched
from graphbuild.extract.sameness import bare_mention, joined, one_ruling, same_happening
from graphbuild.extract.staffs import name_staffs
from graphbuild.model import EventType

CAPTIVITY = frozenset({EventType.ABDUCTION, EventType.DETENTION, EventType.CONVICTION})
"""What a release ends."""
TOLD = 0.5
"""Confidence from which a noun that names nobody may go back to an act: it makes no act of what is none."""


def merge_happenings(drafts: list[Draft], clusters: Clusters, employers: Employers) -> list[Draft]:
    """Return one draft per happening, and the unasserted ones as they are."""
    drafts = with_appellants(drafts, clusters)
    drafts = name_staffs(name_openings(drafts, clusters, employers), clusters, employers)
    join_only_journalist(drafts, clusters)
    drafts = with_keepers(with_known_victims(drafts, clusters), clusters)
    drafts = [d for d in with_searched(drafts, clusters) if not _is_rescue_from_blows(d, drafts, clusters)]
    bare = [d for d in drafts if d.asserted and (_is_bare(d) or _sums_up(d, drafts, clusters))]
    apart = {id(d) for d in bare}
    told = [d for d in drafts if d.asserted and id(d) not in apart]
    merged = _merged(_rulings(told, clusters), clusters)
    merged = [_without_told(d, merged, clusters) for d in merged]
    for draft in bare:
        merged = _with_bare(draft, merged, clusters)
    merged += [d for d in drafts if not d.asserted]
    merged = with_acquitted(with_inferred(merged, clusters, bare), clusters)
    return sorted(merged, key=lambda d: d.trigger.token.i)


def _is_rescue_from_blows(draft: Draft, drafts: list[Draft], clusters: Clusters) -> bool:
    """Whether somebody is rescued who was beaten and not held: "was beaten. The reporter was *rescued* by an officer"."""
    if draft.type is not EventType.RELEASE or draft.trigger.token.lemma_ != "rescue":
        return False
    own = clusters.roots_of(draft.targets)
    told = {d.type for d in drafts if d is not draft and own & clusters.roots_of(d.targets)}
    return EventType.ASSAULT in told and told.isdisjoint(CAPTIVITY)


def about(draft: Draft, asserted: list[Draft], clusters: Clusters) -> Draft | None:
    """Return the asserted draft that an unasserted one speaks about: of its type, or the captivity a release ends."""
    types = {draft.type} | ({EventType.DETENTION, EventType.CONVICTION} if draft.type is EventType.RELEASE else set())
    own = clusters.roots_of(draft.targets)
    found = [d for d in asserted if d.type in types and own & clusters.roots_of(d.targets)]
    return found[0] if found else None


def _is_bare(draft: Draft) -> bool:
    return not draft.targets and draft.type is not EventType.LEGISLATION


def _sums_up(draft: Draft, drafts: list[Draft], clusters: Clusters) -> bool:
    """Whether a noun goes back to acts of its type told before: "these attacks on journalists are unacceptable".

    "Acts of threatening *the journalists*" are all that were told, whoever suffered which.
    """
    points = any(c.lower_ in ("this", "these", "such") and c.dep_ == "det" for c in draft.trigger.token.children)
    any_ = all(clusters.generic(i) for i in draft.targets)
    if not draft.targets or not ((points and any_) or _is_one_of_acts(draft)):
        return False
    here = draft.trigger.token.i
    return any(d.type is draft.type and d.asserted and d.targets and d.trigger.token.i < here for d in drafts)


def _is_one_of_acts(draft: Draft) -> bool:
    """Whether a noun after "acts of" has for its victims people told of before, all of whom *the* takes up."""
    word = draft.trigger.token
    while word.dep_ == "conj":
        word = word.head
    victims = [a.token for a in draft.trigger.targets]
    told = (t.tag_ == "NNS" and any(c.lower_ == "the" for c in t.children) for t in victims)
    return word.head.lower_ == "acts" and all(told) and all(c.pos_ != "PROPN" for t in victims for c in t.children)


def _rulings(drafts: list[Draft], clusters: Clusters) -> list[Draft]:
    """Join sentences of one ruling that stand side by side: "sentenced X to nine years; Y received eight"."""
    found: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.trigger.token.i):
        last = next((k for k in range(len(found) - 1, -1, -1) if found[k].type is draft.type), None)
        if last is not None and one_ruling(found[last], draft, clusters):
            found[last] = joined(found[last], draft, clusters)
        else:
            found.append(draft)
    return found


def _merged(drafts: list[Draft], clusters: Clusters) -> list[Draft]:
    """Join the drafts that tell of one happening, body before headline: the body says who the headline means."""
    merged: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.headline, d.trigger.token.i)):
        fitting = [k for k, other in enumerate(merged) if same_happening(other, draft, clusters)]
        if not fitting:
            merged.append(draft)
            continue
        best = max(fitting, key=lambda k: _affinity(merged[k], draft, clusters))
        merged[best] = joined(merged[best], draft, clusters, adds=len(fitting) == 1)
    return _settled(merged, clusters)


def _without_told(draft: Draft, drafts: list[Draft], clusters: Clusters) -> Draft:
    """Return a list of dead without those of whom another telling says who killed them: nobody dies twice."""
    if draft.type is not EventType.KILLING or draft.perpetrators or len(draft.targets) < 2:
        return draft
    others = (d for d in drafts if d is not draft and d.type is draft.type and d.perpetrators)
    told = {clusters.root(i) for d in others for i in d.targets if clusters.named(i)}
    left = tuple(i for i in draft.targets if clusters.root(i) not in told)
    return replace(draft, targets=left) if left else draft


def _settled(drafts: list[Draft], clusters: Clusters) -> list[Draft]:
    """Join once more what a merge has made joinable: two tellings that a third one ties together."""
    for k, one in enumerate(drafts):
        for n in range(k + 1, len(drafts)):
            if same_happening(one, drafts[n], clusters):
                rest = drafts[:k] + drafts[k + 1 : n] + drafts[n + 1 :]
                return _settled([*rest, joined(one, drafts[n], clusters)], clusters)
    return drafts


def _affinity(one: Draft, other: Draft, clusters: Clusters) -> tuple[int, int, int]:
    """Prefer the happening with more of the same people, then one of the same date, then the nearest."""
    shared = clusters.roots_of(one.targets) & clusters.roots_of(other.targets)
    same_date = one.time is not None and one.time == other.time
    return len(shared), same_date, -abs(one.trigger.token.i - other.trigger.token.i)


def _with_bare(draft: Draft, merged: list[Draft], clusters: Clusters) -> list[Draft]:
    """Give what a mention without targets tells (agent, date, penalty) to the act that it goes back to."""
    if not bare_mention(draft):
        return merged
    before = [
        k for k, other in enumerate(merged)
        if other.type is draft.type and other.confidence >= TOLD and same_happening(other, draft, clusters, bare=True)
        and not (draft.perpetrators and not other.perpetrators and _is_of_a_kind(other, clusters))
    ]  # fmt: skip
    if any(d.type is draft.type and _told_by(d, draft) for d in merged):
        before = [k for k in before if _told_by(merged[k], draft)]  # "the attack" is one told of, not one told later
    if not before:
        return merged
    nearest = min(before, key=lambda k: _unlikely(merged[k], draft, clusters))
    merged[nearest] = joined(merged[nearest], draft, clusters, adds=False)
    return merged


def _unlikely(one: Draft, other: Draft, clusters: Clusters) -> tuple[bool, bool, int]:
    """Order the happenings that a noun may go back to: told before it, of somebody and not of a kind of people, near."""
    return not _told_by(one, other), _is_of_a_kind(one, clusters), _distance(one, other)


def _is_of_a_kind(draft: Draft, clusters: Clusters) -> bool:
    """Whether an act befell people of a kind at large: "attacks on journalists", which no one agent did."""
    return all(clusters.generic(i) for i in draft.targets)


def _told_by(one: Draft, other: Draft) -> bool:
    """Whether some telling of the one stands before the other."""
    return min(d.trigger.token.i for d in (one, *one.merged)) < other.trigger.token.i


def _distance(one: Draft, other: Draft) -> int:
    places = [d.trigger.token.i for d in (one, *one.merged)]
    return min(abs(i - other.trigger.token.i) for i in places)
