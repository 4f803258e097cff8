"""Which clauses tell of no act by anybody, whatever their words: mishaps, hospitals, idioms, what sums up another act.

"Killed in a crash" is nobody's killing, "was treated and released" no release, "in search of" no search, and "in the
latest attack on a reporter" says of the attack just told which of many it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.clauses import Clause
from graphbuild.extract.lemmas import readings
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.lexicons.frames import LexicalUnit, load_frames
from graphbuild.model import EventType

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation
E = EventType

ON_BODIES = frozenset({E.ASSAULT, E.KILLING, E.THREAT})
NATURE = frozenset(
    "storm hurricane typhoon cyclone tornado flood flooding earthquake quake tsunami landslide mudslide avalanche wildfire"
    " blizzard snow snowstorm rain rainfall wind heat heatwave cold fog ice lightning drought eruption volcano wave weather"
    " virus coronavirus covid covid-19 disease illness cancer malaria ebola cholera stroke pneumonia pandemic epidemic"
    " outbreak crash collision derailment accident stampede dog bear shark crocodile snake elephant train bus lorry"
    " inflation recession unemployment poverty".split()
)
"""What kills, injures or keeps people away and is nobody's act."""
MISHAP = frozenset(
    "earthquake quake tsunami landslide mudslide avalanche hurricane typhoon cyclone tornado flood flooding storm crash"
    " collision derailment accident stampede pandemic epidemic eruption wildfire".split()
)
"""In what people die or are hurt without anybody's act: "killed in a crash"."""
WHICH = frozenset({"latest", "another", "second", "third", "fourth", "fifth", "newest"})
"""Which of many acts of a kind one is."""
WATCHING = frozenset({"track", "monitor", "oppose", "combat", "research", "chronicle"})
"""Verbs for what bodies do about acts of a kind."""
PENALTIES = frozenset({"fine", "sentence", "term", "penalty", "punishment"})
TREATING = frozenset({"treat", "hospitalize", "hospitalise", "examine", "stitch", "bandage"})
"""What hospitals do before they release somebody."""


def tells_no_act(unit: LexicalUnit, clause: Clause, syntax: Syntax) -> bool:
    """Whether a clause that a unit matches tells of no act, or of one that is told already."""
    word = clause.trigger
    return (
        _is_nobodys_act(unit, clause)
        or _is_idle(word)
        or (unit.type is E.RELEASE and _is_discharged(word, syntax))
        or _sums_up(word, syntax)
        or _is_watched(word, syntax)
        or any(_is_ceiling(t) for t in (word, *(a.token for a in clause.fill("patient"))))
    )


def _is_idle(noun: Token) -> bool:
    """Whether a noun is part of a compound preposition: "in search of a presenter" searches nobody."""
    before = noun.nbor(-1).lower_ if noun.i > noun.sent.start else ""
    after = noun.nbor().lower_ if noun.i + 1 < len(noun.doc) else ""
    return (before, noun.lower_, after) in (("in", "search", "of"), ("in", "need", "of"), ("in", "charge", "of"))


def _is_watched(noun: Token, syntax: Syntax) -> bool:
    """Whether a bare noun names what somebody keeps track of in general: "a site that *tracks* attacks on the press"."""
    up = syntax.governor(noun)
    bare = not syntax.dependents(noun, R.DETERMINER, R.NUMBER, R.POSSESSOR, R.ADJECTIVE)
    return noun.pos_ == "NOUN" and bare and up is not None and up.relation is R.OBJECT and up.token.lemma_ in WATCHING


def _is_ceiling(penalty: Token) -> bool:
    """Whether a noun names the most that a law allows, and no penalty imposed: "face *fines of up to* 5,000 euros"."""
    after = [t.lower_ for t in penalty.doc[penalty.i + 1 : penalty.i + 4]]
    return penalty.lemma_.lower() in PENALTIES and after == ["of", "up", "to"] and penalty.tag_ == "NNS"


def _is_nobodys_act(unit: LexicalUnit, clause: Clause) -> bool:
    """Whether a clause tells of a mishap, or of what somebody does to himself."""
    if unit.pos == "verb" and any(a.token.lower_.endswith(("self", "selves")) for a in clause.fill("patient")):
        return True
    agents = [a.token for a in clause.fill("agent")] or [a.token for a in clause.fill("by")]
    if agents and all(not NATURE.isdisjoint(readings(t)) for t in agents):
        return True
    slots = ("in", "from", "during") if unit.type in ON_BODIES else ()
    return any(not MISHAP.isdisjoint(readings(a.token)) for s in slots for a in clause.fill(s))


def _is_discharged(verb: Token, syntax: Syntax) -> bool:
    """Whether it is a hospital that lets somebody go: "was treated for a wound and | released"."""
    up = syntax.governor(verb)
    return up is not None and up.relation is R.CONJUNCT and not TREATING.isdisjoint(readings(up.token))


def _sums_up(word: Token, syntax: Syntax) -> bool:
    """Whether a word only says of the act just told which of many it is.

    "Beat X in the *latest attack* on a reporter", "in what was the fifth reporter *killed*".
    """
    up = syntax.governor(word)
    if up is None:
        return False
    if up.relation is R.ADNOMINAL and word.tag_ == "VBN":
        subject = syntax.first(up.token, R.SUBJECT) or _fused(up.token, syntax)
        return subject is not None and subject.lower_ in ("what", "it", "this", "that")
    told = up.token.pos_ == "VERB" and any(("verb", r) in load_frames().by_head for r in readings(up.token))
    which = (d.token.lower_ for d in syntax.dependents(word, R.ADJECTIVE, R.DETERMINER))
    return word.pos_ == "NOUN" and up.preposition == "in" and told and not WHICH.isdisjoint(which)


def _fused(predicate: Token, syntax: Syntax) -> Token | None:
    """Return the *what* of which somebody says that it was something: "in what he said was the fifth killing"."""
    said = syntax.governor(predicate)
    what = syntax.governor(said.token) if said is not None and said.relation is R.COMPLEMENT else None
    return what.token if what is not None and what.relation is R.RELATIVE else None
