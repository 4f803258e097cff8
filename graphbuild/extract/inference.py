"""What one happening of a report says about another: who frees is who held, who struck a fatal blow is who killed.

"Masked men attacked Keita on June 3. He died two days later. … Keita was held by the separatists until his release":
neither the death nor the release names its agent, and no reader misses it. These inferences, each between happenings
with the same target, none against what the text says:

- who is held at a police station is held by the police told to have arrested him;
- a release without agent is by whoever is told to have held the person, and so is a questioning;
- a death without agent is by whoever is told to have attacked the person before, a death in custody by the keeper;
- what befell somebody *in the attack*, or *when he was held*, is by whoever attacked or held him (`neighbours.py`);
- one operation has one agent, and what follows from an act or is a case of a practice its agent (`operations.py`);
- somebody told to have been detained or killed did not merely go missing;
- whose release is asked for is held, by whoever is asked, where nothing else tells of it;
- "shot to death" and "shot" are one act, told by the death.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from graphbuild.extract.factuality import Reading
from graphbuild.extract.lemmas import readings
from graphbuild.extract.neighbours import is_general, lenders_nearby
from graphbuild.extract.operations import claimants, lenders_around
from graphbuild.extract.same_agents import by_court
from graphbuild.extract.same_days import dates_agree
from graphbuild.extract.sameness import joined
from graphbuild.model import EventType as E
from graphbuild.model import Factuality, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.drafts import Draft

INFERRED = 0.85
"""Factor on the confidence of a happening whose agent another one names."""
CAPTIVITY = frozenset({E.DETENTION, E.CONVICTION, E.ABDUCTION, E.RELEASE})
"""What tells that somebody is or was held."""
PRESUPPOSED = 0.75
"""Confidence that somebody whose release is called for is held."""
IMPRISON = frozenset({"imprison", "jail", "incarcerate"})
KEEPERS = frozenset({"military", "army", "police", "rebel", "militia", "security", "taliban", "immigration"})
"""Words before *custody* for those who have somebody in it."""
BLOWS = ("shot", "stabbed")
SURVIVED = frozenset({"wound", "injure", "hurt", "survive", "escape"})
"""What is told beside a blow that did not kill."""
MURDER = frozenset(
    {"body", "find", "dead", "kill", "killing", "murder", "assassinate", "assassination", "slay", "slaying"}
)
"""Words for a killing that say nothing of how or when."""
AFTERMATH = 60
"""Days within which a death is the attack's."""
STATIONS = ("police station", "police headquarters", "police precinct")
DYING = frozenset({"die", "succumb"})
DEADLY = frozenset({"shooting", "stabbing", "beating", None})
BY_BLOW = 0.8
"""How sure it is that who dies right after an attack dies of it."""
FREED = frozenset({None, "bail", "pardon", "prisoner exchange"})
"""Subtypes of Release that only those can ask for who are held: charges are dropped and verdicts overturned without."""


def with_inferred(drafts: list[Draft], clusters: Clusters, bare: Iterable[Draft] = ()) -> list[Draft]:
    """Return the happenings with the agents that others of the report lend them; bare ones befell nobody in particular."""
    drafts = _one_by_blow(drafts, clusters)
    drafts = [_with_blow(d, drafts, clusters) for d in drafts]
    told = [d for d in drafts if d.asserted]
    kept = [d for d in drafts if not _only_missing(d, told, clusters)]
    bare = list(bare)
    found = [_with_claimants(_with_agent(d, told, bare, clusters), bare, clusters) for d in kept]
    general = {
        id(d) for d in found if d.asserted and is_general(d, clusters) and _instantiated(d, kept, found, clusters)
    }
    kept = [
        d for d in found
        if id(d) not in general and not _told_by_death(d, found, clusters) and not _told_by_ruling(d, found, clusters)
    ]  # fmt: skip
    kept = [_with_bringer(d, kept, clusters) for d in kept]
    return kept + _held(kept, clusters)


def with_keepers(drafts: list[Draft], clusters: Clusters) -> list[Draft]:
    """Return the drafts, a station where somebody was held read as the force that the text says to hold him.

    "Police in Osh arrested X. … X was held at the Central Police Station": the place says only which force it was.
    "Soldiers detained X. She was taken to a police station": nor is it the police who took her there.
    """
    return [_with_keeper(d, drafts, clusters) for d in drafts]


def _with_keeper(draft: Draft, drafts: list[Draft], clusters: Clusters) -> Draft:
    if not draft.perpetrators or not _is_by_place(draft):
        return draft
    if (force := _whose_station(draft, clusters)) is not None:
        draft = replace(draft, perpetrators=(force,))
    functions = {clusters.attribute(i, "function") for i in draft.perpetrators}
    held = clusters.roots_of(draft.targets)
    told = [
        d for d in drafts
        if d.asserted and d.perpetrators and not _is_by_place(d) and held & clusters.roots_of(d.targets)
    ]  # fmt: skip
    right_before = [d for d in told if d.type is draft.type and _is_shortly_before(d, draft)]
    told = right_before[-1:] or [
        d for d in told
        if {clusters.attribute(i, "function") for i in d.perpetrators} == functions
        and all(clusters.kind(i) is Kind.AGENCY for i in d.perpetrators)
    ]  # fmt: skip
    forces = {clusters.root(d.perpetrators[0]) for d in told}
    everybody = held <= {clusters.root(i) for d in told for i in d.targets}
    return replace(draft, perpetrators=told[0].perpetrators) if len(forces) == 1 and everybody else draft


def _with_blow(draft: Draft, told: list[Draft], clusters: Clusters) -> Draft:
    """Return a death right after the violence done to who died, which killed him: "shot X in the chest. *He died*"."""
    if draft.type is not E.KILLING or DYING.isdisjoint(readings(draft.trigger.token)) or not draft.asserted:
        return draft
    blows = (d for d in told if d.type is E.ASSAULT and d.subtype in DEADLY and _same_targets(draft, d, clusters))
    if not any(_is_shortly_before(t, draft) for d in blows for t in d.tellings):
        return draft
    return replace(draft, confidence=max(draft.confidence, BY_BLOW))


def _is_shortly_before(one: Draft, other: Draft) -> bool:
    """Whether an act is told in the same sentence before another, or in the one before it."""
    a, b = one.trigger.token, other.trigger.token
    start = b.sent.start
    return a.i < b.i and (a.i >= start or (start > 0 and a.i >= a.doc[start - 1].sent.start))


def _whose_station(draft: Draft, clusters: Clusters) -> int | None:
    """Return the one police of the report that a station is of: "taken to the Osh police station … police said"."""
    rooms = [m for i in draft.perpetrators for m in clusters.members(i)]
    if not rooms or not all(m.text.casefold().endswith(STATIONS) for m in rooms):
        return None
    forces = {
        clusters.root(i) for i, m in enumerate(clusters.mentions)
        if m.kind is Kind.AGENCY and m.function == "police" and m.head not in {r.head for r in rooms}
    }  # fmt: skip
    return forces.pop() if len(forces) == 1 else None


def _is_by_place(draft: Draft) -> bool:
    """Whether only the room in which it was done says who did it."""
    return all(a.slot == "in" for a in draft.trigger.perpetrators)


def _may_hold(index: int, clusters: Clusters) -> bool:
    """Whether whoever is asked to free somebody may hold them: a president, a parliament and a court can only help."""
    helper = clusters.attribute(index, "function") in ("presidency", "parliament", "court")
    return clusters.kind(index) is Kind.AGENCY and not helper


def _held(drafts: list[Draft], clusters: Clusters) -> list[Draft]:
    """Return the detentions that calls for a release presuppose: "the authorities should release Keita"."""
    known = {clusters.root(i) for d in drafts if d.asserted and d.type in CAPTIVITY for i in d.targets}
    found = []
    for draft in drafts:
        freed = draft.type is E.RELEASE and draft.subtype in FREED
        if not freed or draft.reading.factuality is not Factuality.DEMANDED:
            continue
        people = (i for i in draft.targets if clusters.named(i) or _is_some_journalist(i, clusters))
        held = tuple(i for i in people if clusters.root(i) not in known)
        if held:
            known |= clusters.roots_of(held)
            keepers = tuple(i for i in draft.perpetrators if _may_hold(i, clusters))
            act = replace(draft, type=E.DETENTION, reading=Reading(), perpetrators=keepers, targets=held, merged=())
            found.append(replace(act, confidence=PRESUPPOSED, subtype=None, charge=None, penalty=None, time=None))
    return found


def _with_bringer(draft: Draft, told: Iterable[Draft], clusters: Clusters) -> Draft:
    """Return charges with who is asked to drop them, as only who brought them can: "Russia should drop the charges"."""
    if draft.type is not E.PROSECUTION or draft.perpetrators or draft.reading.factuality is not Factuality.REPORTED:
        return draft
    dropped = (d for d in told if d.type is E.RELEASE and d.subtype == "dropped charges" and d.perpetrators)
    asked = (d for d in dropped if d.reading.factuality is Factuality.DEMANDED and _same_targets(draft, d, clusters))
    found = next((tuple(i for i in d.perpetrators if _may_hold(i, clusters)) for d in asked), ())
    return replace(draft, perpetrators=found, confidence=draft.confidence * INFERRED) if found else draft


def _is_some_journalist(index: int, clusters: Clusters) -> bool:
    """Whether a reporter or several counted ones are meant, and not any: "free *two journalists*", "a blogger"."""
    return clusters.kind(index) is Kind.JOURNALIST and not clusters.generic(index)


def _with_claimants(draft: Draft, bare: list[Draft], clusters: Clusters) -> Draft:
    """Return an act of strangers with the group that claims it: the one is who did it, the other says it was his."""
    more = claimants(draft, bare, clusters)
    return replace(draft, perpetrators=(*draft.perpetrators, *more)) if more else draft


def _with_agent(draft: Draft, told: list[Draft], bare: list[Draft], clusters: Clusters) -> Draft:
    if draft.perpetrators or not draft.asserted:
        return draft
    lenders = [
        d for d in _lenders(draft, told, clusters)
        if _same_targets(draft, d, clusters) and _in_time(d, draft) and not _of_any(d, draft, clusters)
    ]  # fmt: skip
    around = (lenders_nearby(draft, told, bare, clusters), lenders_around(draft, told, bare, clusters))
    for other in chain(lenders, *around):
        if _is_surmise(other, draft):
            continue
        own = clusters.roots_of(draft.targets)
        lent = (i for i in other.perpetrators if clusters.root(i) not in own)
        agents = tuple(i for i in lent if clusters.kind(i) is not Kind.JOURNALIST)
        if agents:
            unnamed = not any(clusters.named(i) for i in other.targets)
            time = other.time if draft.time is None and unnamed else draft.time
            ruling = draft.type is other.type is E.CONVICTION  # a verdict and its terms bear each other out
            confidence = max(draft.confidence, other.confidence) if ruling else draft.confidence
            return replace(draft, perpetrators=agents, time=time, confidence=confidence * INFERRED)
    return draft


def _is_surmise(cause: Draft, effect: Draft) -> bool:
    """Whether who did the one is only alleged, and the other is a fact, of which nobody says that he did it."""
    return cause.reading.factuality is Factuality.ALLEGED and effect.reading.factuality is not Factuality.ALLEGED


def _lenders(draft: Draft, told: list[Draft], clusters: Clusters) -> Iterable[Draft]:
    """Return the happenings that may say who did another."""
    if draft.type is E.RELEASE and draft.subtype in (None, "prisoner exchange"):
        return [
            d for d in told
            if d.type in (E.DETENTION, E.ABDUCTION) and not _is_anew(d) and not _served_since(d, draft, told, clusters)
            and not _comes_after(d, draft)
        ]  # fmt: skip
    if draft.type is E.INTERROGATION:
        return [d for d in told if d.type is E.DETENTION]
    if draft.type is E.KILLING:
        if draft.subtype != "death in custody":
            return [d for d in told if d.type is E.ASSAULT]
        return [d for d in told if d.type is E.DETENTION and _may_be_keeper(draft, d)]
    return []


def _comes_after(capture: Draft, release: Draft) -> bool:
    """Whether somebody was held anew after a release, as the order of telling says: "was freed. Police then took him"."""
    verbs = [d.trigger.token for d in capture.tellings]
    if any(v.i < release.trigger.token.i for v in verbs) or (capture.time is not None and release.time is not None):
        return False
    return not any(c.lower_ in ("had", "having") for v in verbs for c in v.children)


def _served_since(capture: Draft, release: Draft, told: list[Draft], clusters: Clusters) -> bool:
    """Whether a sentence that was served is told between: "was abducted … served two years before; was freed in 2015"."""
    end, freed = release.trigger.token.i, clusters.roots_of(release.targets)
    last = max((d.trigger.token.i for d in capture.tellings if d.trigger.token.i < end), default=end)
    return any(
        d.type is E.CONVICTION and last < d.trigger.token.i < end and freed & clusters.roots_of(d.targets) for d in told
    )


def _may_be_keeper(death: Draft, detention: Draft) -> bool:
    """Whether nothing says that somebody died with others than those who arrested him: "in *military* custody"."""
    rooms = (t for t in death.trigger.token.subtree if t.lemma_.lower() in ("custody", "detention", "captivity"))
    whose = {c.lower_ for t in rooms for c in t.children if c.dep_ in ("amod", "compound", "nmod:poss")} & KEEPERS
    held_by = {t.lower_ for d in detention.tellings for a in d.trigger.perpetrators for t in a.token.subtree}
    return not whose or bool(whose & held_by)


def _is_anew(detention: Draft) -> bool:
    """Whether somebody is held once more, after a release: "was released, but was arrested again"."""
    verb = detention.trigger.token
    again = any(c.lower_ in ("again", "re") for c in verb.children)
    return again or any(r.startswith("re") and r[2:] in ("arrest", "detain") for r in readings(verb))


def _same_targets(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether all whom the one befell also suffered the other."""
    theirs = clusters.roots_of(other.targets)
    return all(clusters.root(i) in theirs for i in one.targets)


def _of_any(cause: Draft, effect: Draft, clusters: Clusters) -> bool:
    """Whether an act befell any people of a kind, and another sentence goes on about some of them."""
    apart = cause.trigger.token.sent.start != effect.trigger.token.sent.start
    return apart and all(map(clusters.generic, cause.targets))


def _in_time(cause: Draft, effect: Draft) -> bool:
    """Whether the first may have led to the second: not after it, not long before a death, and no other occasion."""
    if cause.former:
        return False
    if cause.time is None or effect.time is None:
        return True
    days = (effect.time.latest - cause.time.earliest).days
    return days >= 0 and (effect.type is not E.KILLING or days <= AFTERMATH + 365 * (effect.time.iso is None))


def _only_missing(draft: Draft, told: list[Draft], clusters: Clusters) -> bool:
    """Whether a disappearance is only how a detention or a killing looked at first."""
    if draft.type is not E.ABDUCTION or draft.trigger.unit.factuality is None:
        return False
    return any(
        d.type in (E.DETENTION, E.KILLING) or (d.type is E.ABDUCTION and d.trigger.unit.factuality is None)
        for d in told
        if _same_targets(draft, d, clusters)
    )


def _instantiated(draft: Draft, before: list[Draft], after: list[Draft], clusters: Clusters) -> bool:
    """Whether an act told of journalists in general has lent its agent to what it generalises, and so says no more."""
    if draft.type is not E.PROSECUTION or not draft.perpetrators:
        return False
    agents = clusters.roots_of(draft.perpetrators)
    lent = (n for o, n in zip(before, after, strict=True) if o is not n and n.type is draft.type)
    return any(clusters.roots_of(n.perpetrators) == agents for n in lent)


def _one_by_blow(drafts: list[Draft], clusters: Clusters) -> list[Draft]:
    """Return the drafts, a shooting joined with the murder that the text calls it: "was shot in the head … his murder".

    Of whom it says that he died of it, or later, it tells two.
    """
    for blow in drafts:
        word = blow.trigger.token
        survived = any(not SURVIVED.isdisjoint(readings(c)) for c in word.children if c.dep_ == "conj")
        if blow.type is not E.ASSAULT or not blow.asserted or word.lower_ not in BLOWS or survived:
            continue
        killing = next((d for d in drafts if _is_murder_by(blow, d, clusters)), None)
        if killing is not None:
            whole = replace(blow, type=E.KILLING, subtype=None)
            rest = [d for d in drafts if d is not blow and d is not killing]
            return _one_by_blow([*rest, joined(whole, killing, clusters)], clusters)
    return drafts


def _is_murder_by(blow: Draft, killing: Draft, clusters: Clusters) -> bool:
    """Whether a killing is told by name alone, of the same person, and nothing says that another blow killed him."""
    targets = clusters.roots_of(blow.targets)
    same = bool(targets) and targets == clusters.roots_of(killing.targets)
    murder = all(not MURDER.isdisjoint(readings(t.trigger.token)) for t in killing.tellings)
    others = clusters.roots_of(killing.perpetrators) - clusters.roots_of(blow.perpetrators)
    when = killing.time is None or blow.time is None or dates_agree(killing, blow)
    told = killing.type is E.KILLING and killing.asserted and same and murder
    return told and when and (not others or not blow.perpetrators) and all(map(clusters.named, blow.targets))


def _told_by_death(draft: Draft, told: list[Draft], clusters: Clusters) -> bool:
    """Whether an attack is the killing itself, in the same word: "was shot to death … the pistol used to shoot him"."""
    if draft.type is not E.ASSAULT or not draft.asserted:
        return False
    words = readings(draft.trigger.token)
    return any(
        d.type is E.KILLING and d.asserted and _same_targets(draft, d, clusters)
        and (any(_in_one_breath(draft, t) for t in d.tellings) or not _verbs(d).isdisjoint(words))
        and (draft.time is None or d.time is None or draft.time == d.time)
        for d in told
    )  # fmt: skip


def _told_by_ruling(draft: Draft, told: list[Draft], clusters: Clusters) -> bool:
    """Whether an imprisonment is the ruling's own, told beside it or by the court: "was convicted and imprisoned".

    "Court jails two reporters" is the headline of "A court sentenced X and Y to four years".
    """
    verb = draft.trigger.token
    if draft.type is not E.DETENTION or not draft.asserted or IMPRISON.isdisjoint(readings(verb)):
        return False
    rulings = [d for d in told if d.type is E.CONVICTION and d.asserted and _same_targets(draft, d, clusters)]
    if by_court(draft, clusters) and any(by_court(d, clusters) for d in rulings):
        return True
    beside = (t.trigger.token for d in rulings for t in d.tellings)
    return not draft.merged and verb.dep_ == "conj" and verb.head in beside


def _in_one_breath(attack: Draft, death: Draft) -> bool:
    """Whether two verbs side by side tell one act: "was shot and killed"; who was beaten and killed suffered two."""
    one, other = attack.trigger.token, death.trigger.token
    between = one.doc[one.i + 1 : other.i]
    return one.lower_ in BLOWS and one.i < other.i and all(t.lower_ == "and" for t in between) and len(between) == 1


def _verbs(draft: Draft) -> set[str]:
    """Return the verbs of all tellings of a happening, *shot* in "shot and killed" among them."""
    tokens = [d.trigger.token for d in draft.tellings]
    tokens += [t.head for t in tokens if t.dep_ == "conj" and t.head.lower_ in BLOWS]
    return {word for t in tokens if t.pos_ == "VERB" for word in readings(t)}
