"""Whether a lexical unit's words and conditions hold at a word of the parse.

"Officers put Keita, a freelancer, under house arrest": the unit *put under house arrest* holds, for its words hang on
*put* without a clause between. Its `when` and `unless` ask for lemmas around the trigger: its arguments, adverbs and
particles, its prepositions and their objects, the words that modify these and the verb of an open complement. A bare
phrase of time is none of them ("jailed last year" names no term) unless it is counted ("jailed 15 days").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graphbuild.extract.clauses import Clause
from graphbuild.extract.lemmas import readings
from graphbuild.extract.noun_phrases import is_time
from graphbuild.extract.syntax import Dependent, Relation, Syntax
from graphbuild.lexicons.frames import LexicalUnit
from graphbuild.lexicons.gazetteer import country_of

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Span, Token

R = Relation

CLAUSAL = frozenset({R.RELATIVE, R.COMPLEMENT, R.PARATAXIS, R.ADVERBIAL})
REACH = 3
"""Governors between a unit's head and one of its words at most."""
DEPTH = 3
"""Levels below a trigger that its conditions see."""
REASONS = frozenset({"because", "although", "though", "unless"})
ASIDE = frozenset({"after", "before", "following", "since", "until", "amid", "despite", "ahead of", "because of"})
"""Prepositions of what was done at another time or by others: "issued a statement after the verdict" issued none."""
REACTIONS = frozenset({"response", "reaction", "reply", "wake", "retaliation", "light"})
"""Nouns that *in* makes prepositions of the same kind: "in response to the verdict"."""
PARTICLES = frozenset({"in", "on", "at"})
"""Particles of verbs that are prepositions before a noun: "took in reporters", "took reporters in a van"."""
COUNTRY = "country"
"""The word of a unit for which any country's name may stand: "was forced to leave Kazakhstan"."""

Readings = Mapping[str, Sequence["Token"]]
"""The tokens of a sentence by each lemma that they may have, in text order."""


def readings_of(sentence: Span) -> Readings:
    """Return the tokens of a sentence by their lemmas."""
    found: dict[str, list[Token]] = {}
    for token in sentence:
        named = token.pos_ == "PROPN" and country_of(token.text) is not None
        for lemma in (*readings(token), COUNTRY) if named else readings(token):
            found.setdefault(lemma, []).append(token)
    return found


def matched_words(token: Token, unit: LexicalUnit, syntax: Syntax, sentence: Readings) -> tuple[Token, ...] | None:
    """Return the tokens of a unit's words, None where they are not all there."""
    if len(unit.lemmas) == 1:
        return (token,)
    if unit.pos != "verb":
        return _words_before(token, unit.lemmas)
    return _words_below(token, unit, syntax, sentence)


def _words_before(token: Token, lemmas: tuple[str, ...]) -> tuple[Token, ...] | None:
    """Return the adjacent words that end in a noun or adjective; hyphens count as spaces."""
    found: list[Token] = []
    position = token.i
    for lemma in reversed(lemmas):
        while position >= 0 and token.doc[position].text in ("-", "‑", "–"):
            position -= 1
        if position < 0 or lemma not in readings(token.doc[position]):
            return None
        found.append(token.doc[position])
        position -= 1
    return tuple(reversed(found))


def _words_below(verb: Token, unit: LexicalUnit, syntax: Syntax, sentence: Readings) -> tuple[Token, ...] | None:
    """Return the words that hang on a verb in the order of the unit, whatever stands between."""
    found, position = [verb], verb.i
    for lemma in unit.lemmas[1:]:
        candidates = (t for t in sentence.get(lemma, ()) if t.i > position)
        fitting = (t for t in candidates if _hangs_on(t, verb, syntax) and not _is_amiss(t, verb, lemma, unit))
        word = next(fitting, None)
        if word is None:
            return None
        found.append(word)
        position = word.i
    return tuple(found)


def _is_amiss(word: Token, verb: Token, lemma: str, unit: LexicalUnit) -> bool:
    """Whether a preposition is none of a unit's: it has an object that is the unit's in another place, or none of it."""
    if {lemma, "patient"} <= set(unit.target):
        return _has_object(word, verb)  # "fired at X", "X was fired at"
    particle = lemma in PARTICLES and lemma == unit.lemmas[-1] and lemma not in unit.target
    return particle and word.dep_ == "case"  # "was taken in by police"


def _has_object(word: Token, verb: Token) -> bool:
    """Whether a preposition is of a time, or has kept its object beside the subject of a passive: "was fired *on* Monday".

    The passive of a verb with a preposition leaves the preposition without one: "was fired *on*" (Quirk et al. 1985, 16.5).
    """
    if word.pos_ != "ADP" or word.dep_ not in ("case", "prep"):
        return False
    noun = word.head if word.dep_ == "case" else next((c for c in word.children if c.dep_ == "pobj"), None)
    passive = any(c.dep_ in ("aux:pass", "auxpass") for c in verb.children)
    return noun is not None and (is_time(noun) or passive)


def _hangs_on(word: Token, verb: Token, syntax: Syntax) -> bool:
    """Whether a word depends on a verb within reach and no clause or conjunct lies between."""
    current = word
    for _ in range(REACH):
        up = syntax.governor(current)
        small = (
            current.pos_ == "ADJ" and syntax.first(current, R.COPULA) is None
        )  # "found X guilty" has no second clause
        if (
            up is None
            or (up.relation in CLAUSAL and not small)
            or up.relation in (R.CONJUNCT, R.ADNOMINAL, R.APPOSITION)
        ):
            return False
        if up.token.i == verb.i:
            return True
        current = up.token
    return False


def around(token: Token, clause: Clause, syntax: Syntax) -> frozenset[str]:
    """Return the lemmas that a unit's conditions may ask for at a trigger."""
    found = set(_below(token, syntax, DEPTH))
    for argument in clause.arguments:
        if argument.slot in ("patient", "agent", "theme") and argument.token.i != token.i:
            beside = (d.token for d in syntax.dependents(argument.token, R.COMPOUND, R.ADJECTIVE))
            found |= {r for t in (argument.token, *beside) for r in readings(t)}
    return frozenset(found)


def _below(token: Token, syntax: Syntax, depth: int) -> Iterator[str]:
    for d in syntax.dependents(token):
        if d.relation in CLAUSAL and (not d.preposition or _is_of_another(token, d, syntax)):
            continue
        if _is_beside_the_point(d):
            continue
        if d.relation is R.TIME and not _is_counted(d, syntax):
            continue
        if d.relation is R.OBLIQUE and (d.preposition in ASIDE or _is_source(d) or _is_reaction(d) or _is_span(d)):
            continue
        if d.relation in (R.CONJUNCT, R.ADNOMINAL, R.RELATIVE, R.PARATAXIS) and d.token.pos_ in ("VERB", "AUX"):
            continue
        yield from readings(d.token)
        if d.token.pos_ == "PROPN" and country_of(d.token.text) is not None:
            yield "country"  # "barred from entering Zimbabwe"
        if d.token.i > 1 and d.token.nbor(-1).text == "-" and d.token.nbor(-2).lower_ == "pre":
            yield f"pre{d.token.lower_}"  # "pre-trial detention"
        yield from (d.preposition or "").split()
        named = d.relation is R.SUBJECT and bool(d.token.ent_type_)  # "the Council for *Broadcasting* suspended"
        if depth > 1 and not named:
            yield from _below(d.token, syntax, depth - 1)


def _is_beside_the_point(d: Dependent) -> bool:
    """Whether a dependent is a reason or an estimate: "not let in *because she had called*", "*at least* five charged"."""
    return (d.relation is R.ADVERBIAL and d.preposition in REASONS) or d.token.lower_ in ("least", "most")


def _is_of_another(verb: Token, d: Dependent, syntax: Syntax) -> bool:
    """Whether a clause has the owner of the main subject for its own: "*his mother* died while *he* was in prison"."""
    subject, own = (syntax.first(t, R.SUBJECT, R.PASSIVE_SUBJECT) for t in (verb, d.token))
    owned = subject is not None and syntax.first(subject, R.POSSESSOR) is not None
    return owned and own is not None and own.pos_ == "PRON"


def _is_span(d: Dependent) -> bool:
    """Whether a phrase says within what time something was done, which is no term: "in a year they jailed three"."""
    return d.preposition in ("in", "within", "over", "during") and is_time(d.token)


def _is_source(d: Dependent) -> bool:
    """Whether a phrase says who says so: "according to news reports"."""
    return (d.preposition or "").startswith("according")


def _is_reaction(d: Dependent) -> bool:
    """Whether a phrase only says what an act answers: "in response to", "in the wake of"."""
    return d.preposition == "in" and d.token.lemma_.lower() in REACTIONS


def _is_counted(d: Dependent, syntax: Syntax) -> bool:
    """Whether a bare phrase of time is a term ("15 days") and not a date ("last year", "two days ago")."""
    numbered = syntax.first(d.token, R.NUMBER) is not None
    return numbered and not any(
        w.token.lower_ in ("ago", "earlier", "later", "last", "before") for w in syntax.dependents(d.token)
    )
