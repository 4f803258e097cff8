"""What a body does by saying so: "ordered X held", "ruled that X be kept in custody", "told providers to block X".

Orders to others are calls, but a body with the power does some acts by pronouncing them (Austin 1962, exercitives): who is
to be held for two months is held. What others must do first is not done yet: who is to be freed may still be held, and
who is to be arrested be at large. A provider that is told to block a site is only the tool of who tells it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.lemmas import readings
from graphbuild.extract.noun_phrases import is_time
from graphbuild.extract.syntax import Dependent, Relation, Syntax

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation

COURTS = frozenset({"court", "judge", "tribunal", "magistrate", "justice"})
RULERS = COURTS | {"prosecutor", "prosecution"}
"""Who may hold somebody for a term; a prosecutor's bare order is still to be carried out."""
RULING = frozenset({"order", "rule", "decide", "decree", "remand", "approve", "direct", "sanction"})
DONE_BY_RULING = frozenset(
    "extend prolong suspend ban block close shut fine sentence jail revoke withdraw strip reject uphold convict impose"
    " designate label declare deny refuse bar annul".split()
)
HELD = frozenset({"hold", "detain", "place", "remand", "keep", "put", "imprison"})
STAYING = frozenset({"remain", "stay"})
NOUNS = frozenset(
    "detention custody confinement imprisonment closure suspension ban blocking extension liquidation dissolution".split()
)
TELLING = frozenset({"order", "instruct", "direct", "tell", "require", "oblige", "command"})
PROVIDERS = frozenset({"provider", "operator", "isp", "isps", "carrier", "registrar", "telecom"})
"""Who blocks for others."""
BLOCKING = frozenset({"block", "restrict", "suspend", "shut", "disable", "close", "remove", "cut", "throttle", "ban"})
CLAUSES = (R.COMPLEMENT, R.OPEN_COMPLEMENT)
STEPS = 3


def ruler_of(word: Token, syntax: Syntax) -> Token | None:
    """Return the court or other body that does what a word says by ruling so, None where none does."""
    up = _without_span(syntax.governor(word), syntax)
    if up is None:
        return None
    if up.relation in CLAUSES and not BLOCKING.isdisjoint(readings(word)) and _has_providers(up.token, syntax):
        return syntax.first(up.token, R.SUBJECT)
    if not RULING.intersection(readings(up.token)):
        return None
    lemmas = set(readings(word))
    if word.pos_ == "NOUN":
        done = up.relation is R.OBJECT and lemmas & NOUNS
    else:
        passive = any(c.dep_ == "aux:pass" for c in word.children) or word.tag_ in ("VBN", "VBD")
        passive = passive or not lemmas.isdisjoint(STAYING)
        done = up.relation in CLAUSES and lemmas & (DONE_BY_RULING | HELD | STAYING if passive else DONE_BY_RULING)
    return _court(up.token, syntax, RULERS if _has_term(word, syntax) else COURTS) if done else None


def _without_span(up: Dependent | None, syntax: Syntax) -> Dependent | None:
    """Return what governs a span of what is ordered, for its noun: "ordered *four months of* detention"."""
    of = up is not None and up.preposition == "of" and is_time(up.token)
    return syntax.governor(up.token) if of and up is not None else up


def _has_term(noun: Token, syntax: Syntax) -> bool:
    """Whether it is said how long somebody is to be held, who is held by then: "ordered his detention *for 15 days*"."""
    up = syntax.governor(noun)
    phrases = [*syntax.dependents(noun, R.OBLIQUE), *(syntax.dependents(up.token, R.OBLIQUE) if up is not None else ())]
    return noun.pos_ == "NOUN" and any(d.preposition == "for" and is_time(d.token) for d in phrases)


def is_ruled(word: Token, syntax: Syntax) -> bool:
    """Whether what a word says is done by ruling so, by whomever: "was *ordered held* for two months"."""
    if ruler_of(word, syntax) is not None:
        return True
    up = syntax.governor(word)
    if up is None or up.relation not in CLAUSES or "order" not in readings(up.token) or word.tag_ not in ("VBN", "VBD"):
        return False
    passive = any(c.dep_ == "aux:pass" for c in up.token.children)
    by = [d.token for d in syntax.dependents(up.token, R.OBLIQUE) if d.preposition == "by"]
    return passive and all(_is_called(t, RULERS) for t in by) and not HELD.isdisjoint(readings(word))


def _has_providers(verb: Token, syntax: Syntax) -> bool:
    """Whether a verb tells those to do something who do it for others: "ordered internet providers to block X"."""
    told = syntax.dependents(verb, R.OBJECT, R.RECIPIENT) if not TELLING.isdisjoint(readings(verb)) else []
    return any(not PROVIDERS.isdisjoint((*readings(d.token), *_words(d.token))) for d in told)


def _court(verb: Token, syntax: Syntax, rulers: frozenset[str]) -> Token | None:
    """Return the subject of a verb, or of the verb that it is coordinated with, where that is one of the rulers."""
    for _ in range(STEPS):
        subject = syntax.first(verb, R.SUBJECT)
        up = syntax.governor(verb)
        if subject is not None or up is None or up.relation is not R.CONJUNCT:
            return subject if subject is not None and _is_called(subject, rulers) else None
        verb = up.token
    return None


def is_court(noun: Token) -> bool:
    """Whether a noun or name is that of a court or of who sits in it."""
    return _is_called(noun, COURTS)


def _is_called(noun: Token, rulers: frozenset[str]) -> bool:
    return bool(rulers.intersection((*readings(noun), *_words(noun))))


def _words(name: Token) -> list[str]:
    """Return the words of a name, one of which says what the body is: "the Khatai District Court"."""
    return [t.lower_ for t in name.subtree if t.ent_type_ == "ORG" or t.pos_ == "PROPN"]
