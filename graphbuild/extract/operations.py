"""Whose act a happening without agent is, where the text tells of one operation or of one practice.

"Police detained Keita after his flat was searched and his computer seized": who goes through somebody's things when he is
arrested arrests him. "Police raided the paper. The editor's home was also searched": what is added has the same agent.
"The regime has deported journalists before. In 2008 Dana Vik was deported": what is told of some in general is shown by
the cases that follow. "The raids resulted in the arrest of Keita": what follows from an act is its agent's. "The court
handed down its verdicts. Keita was sentenced to nine years": a verdict that names nobody is told by the sentences after
it. Each asks for the same people or the same type of act, near by, and for no date or country that says otherwise.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.kinds import PRESS
from graphbuild.extract.lemmas import noun_lemma, readings
from graphbuild.extract.same_days import dates_agree
from graphbuild.extract.surface import RELATIVE
from graphbuild.extract.syntax import sentences_over
from graphbuild.model import EventType as E
from graphbuild.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.drafts import Draft
    from graphbuild.extract.tokens import Token

PROCEDURE = frozenset({E.DETENTION, E.SEARCH, E.SEIZURE})
"""What one team of a state body does to a suspect at one go; it may question him then, others may later."""
VIOLENCE = frozenset({E.ASSAULT, E.SEIZURE, E.DAMAGE, E.OBSTRUCTION})
"""What one band of people does to somebody at one go."""
PRACTICE = frozenset({E.DETENTION, E.PROSECUTION, E.EXPULSION, E.CENSORSHIP, E.SEARCH, E.INTERROGATION})
"""What a state is told to do to the press in general."""
BANDS = frozenset({Kind.AGENCY, Kind.ORGANIZATION, Kind.GROUP})
STRANGERS = frozenset({Kind.GROUP, Kind.PERSON})
CLAIMED = frozenset({E.KILLING, E.ASSAULT, E.ABDUCTION})
"""What armed groups claim responsibility for."""
LEADING = frozenset({"result", "end", "culminate", "lead"})
"""Verbs whose subject brings about what follows *in*, *with* or *to*."""
ITEM = re.compile(r"[-•*–—▪●]|\(?\d+[.)]|\d{1,2} [A-Z]|[A-Z][a-z]+\.? \d{1,2}\b")
"""How a line begins that is one of a list: by a bullet, a number or a date."""
FROM_SEARCH = 0.85
"""Factor on what was taken where only the search before says whose it was."""
LONGEST_LIST = 30
NEXT, NEAR, VERDICT = 1, 4, 7
"""Sentences between two tellings of one operation; between a practice and a case of it; from a verdict to the last of
its terms, for each of the convicted may have one of his own."""


def lenders_around(draft: Draft, told: Iterable[Draft], bare: Iterable[Draft], clusters: Clusters) -> Iterator[Draft]:
    """Yield the happenings whose agents an agentless one has, the surest first; bare ones befell nobody in particular."""
    others = [d for d in told if d is not draft and d.perpetrators]
    yield from (d for d in (*others, *bare) if d.perpetrators and _heads_list(draft, d))
    yield from (d for d in others if _results_from(draft, d))
    yield from (d for d in others if _one_operation(draft, d, clusters))
    yield from (d for d in others if _goes_on(draft, d, clusters))
    yield from (d for d in (*others, *bare) if _gives_terms_of(draft, d, clusters))
    yield from (d for d in bare if d.perpetrators and _claimed(draft, d))
    cases = [d for d in others if _is_case_of(draft, d, clusters)]
    if len({clusters.root(i) for d in cases for i in d.perpetrators}) == 1:
        yield from cases


def with_searched(drafts: list[Draft], clusters: Clusters) -> list[Draft]:
    """Return the drafts, what is taken or broken in a search read as theirs who were searched: "was raided. They took"."""
    return [_with_searched(d, drafts, clusters) for d in drafts]


def _with_searched(draft: Draft, drafts: list[Draft], clusters: Clusters) -> Draft:
    if draft.type not in (E.SEIZURE, E.DAMAGE) or draft.targets or not draft.things or not draft.asserted:
        return draft
    word = draft.trigger.token
    searches = (
        d for d in reversed(drafts)
        if d.type is E.SEARCH and d.asserted and d.targets and d.trigger.token.i < word.i
    )  # fmt: skip
    search = next((d for d in searches if _near(d.trigger.token, word, NEXT)), None)
    if search is None or not _agree(draft, search, clusters) or _other_agents(draft, search, clusters):
        return draft
    return replace(draft, targets=search.targets, confidence=draft.confidence * FROM_SEARCH)


def _other_agents(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether two acts are told of agents who are others."""
    a, b = (clusters.roots_of(d.perpetrators) for d in (one, other))
    functions = [{clusters.attribute(i, "function") for i in d.perpetrators} for d in (one, other)]
    return bool(a and b and not a & b and functions[0] != functions[1])


def _heads_list(draft: Draft, other: Draft) -> bool:
    """Whether an act stands in a list that a line with the other announces: "attacks by separatists: | 6 July – …"."""
    here, there = draft.trigger.token, other.trigger.token
    words = here.doc.span(there.i, here.i + 1)
    line_end = next((t for t in words[:-1] if "\n" in t.text_with_ws), None)
    if line_end is None or (line_end.nbor(-1) if line_end.is_space else line_end).text != ":":
        return False
    between = words.text.split("\n")
    items, item = [line for line in between[1:-1] if line.strip()], between[-1]
    return (
        len(items) <= LONGEST_LIST
        and all(line.rstrip().endswith((";", ".")) for line in items)
        and all(ITEM.match(line.lstrip()) for line in (*items, item))
    )


def _results_from(draft: Draft, other: Draft) -> bool:
    """Whether an event noun is said to be what the other led to: "the raids resulted in the detention of X"."""
    for noun in (t.trigger.token for t in draft.tellings):
        verb = noun.head
        if noun.pos_ != "NOUN" or noun.dep_ not in ("obl", "pobj") or not LEADING.intersection(_lemmas(verb)):
            continue
        causes = {r for c in verb.children if c.dep_ == "nsubj" for r in _lemmas(c)}
        if any(causes & _lemmas(t.trigger.token) for t in other.tellings):
            return True
    return False


def _lemmas(token: Token) -> set[str]:
    return {noun_lemma(token), *readings(token)}


def _one_operation(draft: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether two acts befell the same people in one go: in one sentence or in the next, on no other day."""
    types = {draft.type, other.type}
    step = draft.type in PROCEDURE | {E.INTERROGATION} and other.type in PROCEDURE
    procedure = step and all(clusters.kind(i) is Kind.AGENCY for i in other.perpetrators)
    if not procedure and not (types <= VIOLENCE and all(clusters.kind(i) in BANDS for i in other.perpetrators)):
        return False
    suffered = clusters.roots_of(other.targets)
    same = bool(draft.targets) and all(clusters.root(i) in suffered for i in draft.targets)
    return same and _agree(draft, other, clusters) and any(
        _near(a.trigger.token, b.trigger.token, NEXT) and b.trigger.token.sent.start <= a.trigger.token.i
        for a in draft.tellings for b in other.tellings
    )  # fmt: skip


def _goes_on(draft: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether *also* adds an act to one of its type told right before: "Searches were also carried out at Y's".

    Not where a date of its own or a relative clause tells of another time: "the wife of X, who was also attacked in 2017".
    """
    dated = draft.time is not None and draft.time != other.time
    if draft.type is not other.type or dated or not _agree(draft, other, clusters):
        return False
    for telling in (t for t in draft.tellings if t.trigger.token.dep_ not in RELATIVE):
        word = telling.trigger.token
        added = any(c.lower_ in ("also", "too", "likewise") for t in (word, word.head) for c in t.children)
        before = [t.trigger.token for t in other.tellings if t.trigger.token.i < word.i]
        if added and any(_near(t, word, NEXT) for t in before):
            return True
    return False


def _gives_terms_of(draft: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether a sentence says to what somebody was sentenced by the verdict of a court told right before.

    "The court delivered its verdicts. Keita and Vik were sentenced to nine years": of whom nobody, or a number of people
    is told to be sentenced, the names that follow are.
    """
    if draft.type is not E.CONVICTION or other.type is not E.CONVICTION or draft.headline or not other.perpetrators:
        return False
    court = all(clusters.attribute(i, "function") == "court" for i in other.perpetrators)
    unnamed = not any(clusters.named(i) for i in other.targets)
    if not court or not unnamed or not _agree(draft, other, clusters):
        return False
    verdicts = [t.trigger.token for t in other.tellings if not t.headline]
    terms = [t.trigger.token for t in draft.tellings if t.penalty is not None]
    return any(v.i < t.i and _near(v, t, VERDICT) for v in verdicts for t in terms)


def claimants(draft: Draft, bare: Iterable[Draft], clusters: Clusters) -> tuple[int, ...]:
    """Return who claims an act of unnamed people right after it: "two men shot X. The Taliban claimed responsibility"."""
    strangers = all(clusters.kind(i) in STRANGERS and not clusters.named(i) for i in draft.perpetrators)
    if not draft.asserted or not draft.perpetrators or not strangers:
        return ()
    return tuple(i for d in bare if _claimed(draft, d) for i in d.perpetrators)


def _claimed(draft: Draft, other: Draft) -> bool:
    """Whether somebody claims responsibility for an act told right before: "X was shot. The Taliban claimed it"."""
    claim = other.trigger.token
    if draft.type not in CLAIMED or not {t.lower_ for t in other.trigger.words} >= {"responsibility"}:
        return False
    return any(t.trigger.token.i < claim.i and _near(t.trigger.token, claim, NEXT + 1) for t in draft.tellings)


def _is_case_of(draft: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether an act is a case of what the text has just said a state body does to journalists in general.

    A verb tells a case; "the arrest of X" goes back to one that may have been told elsewhere.
    """
    nominal = draft.trigger.token.pos_ == "NOUN"
    if draft.type is not other.type or draft.type not in PRACTICE or draft.headline or nominal:
        return False
    named = draft.targets and all(clusters.named(i) and clusters.kind(i) in PRESS for i in draft.targets)
    general = other.time is None and other.targets and all(
        clusters.generic(i) and clusters.kind(i) in PRESS for i in other.targets
    )  # fmt: skip
    if not named or not general or not all(clusters.kind(i) is Kind.AGENCY for i in other.perpetrators):
        return False
    here = min(t.trigger.token.i for t in draft.tellings)
    before = [t.trigger.token for t in other.tellings if t.trigger.token.i < here]
    return _agree(draft, other, clusters) and any(_near(t, draft.trigger.token, NEAR) for t in before)


def _agree(one: Draft, other: Draft, clusters: Clusters) -> bool:
    """Whether neither the dates nor the countries of two acts say that they are two affairs."""
    where = clusters.attribute(one.place, "country") if one.place is not None else None
    whose = {c for i in other.perpetrators if (c := clusters.attribute(i, "country")) is not None}
    return dates_agree(one, other) and (where is None or not whose or where in whose)


def _near(one: Token, other: Token, most: int) -> bool:
    """Whether two words stand in one sentence or at most so many apart, in one paragraph or side by side."""
    first, last = sorted((one, other), key=lambda t: t.i)
    between = one.doc.span(first.i, last.i + 1)
    return sentences_over(between) - 1 <= most and between.text.count("\n\n") < most
