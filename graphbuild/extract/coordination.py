"""Whether coordinated nouns describe the same people: "four editors and reporters", "a blogger and critic was beaten".

One number counts several nouns together ("65 journalists, bloggers and activists"), as "many" does two trades, but people
of two kinds are two groups ("30 journalists and activists"); one article with a verb in the singular means one person ("a
reporter and cameraman were beaten" are two). Elsewhere two kinds of people under one article tell one person ("attacked a
reporter and activist"), two trades of one kind two, unless one name between commas says who that is ("beat a reporter and
editor, Dana Vik").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.kinds import PEOPLE, PERSONS, describe
from graphbuild.extract.lemmas import is_plural, noun_lemma
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation

QUANTITIES = frozenset("number dozen score hundred thousand group majority handful series couple pair lot".split())
SEVERAL = frozenset({"many", "several", "some", "numerous", "various", "more"})
"""Words that count without a number."""
SINGULAR_VERBS = frozenset({"is", "was", "has"})
PLURAL_VERBS = frozenset({"are", "were", "have"})


def shares_description(token: Token, first: Token, syntax: Syntax) -> bool:
    """Whether a noun coordinated with a first one describes nobody else than that."""
    own = syntax.dependents(token, R.DETERMINER, R.NUMBER, R.POSSESSOR)
    names = [d.token for d in syntax.dependents(token, R.APPOSITION, R.NAME) if d.token.pos_ == "PROPN"]
    told = names + [d.token for d in syntax.dependents(first, R.APPOSITION, R.NAME)]
    aside = len(told) == 1 and told[0].i > token.i and _is_name_aside(told[0], syntax)
    if (
        own
        or (names and not aside)
        or token.pos_ != "NOUN"
        or first.pos_ != "NOUN"
        or is_plural(token) != is_plural(first)
    ):
        return False
    one, other = (describe([noun_lemma(t)]) for t in (first, token))
    if one is None or other is None or one.relative or other.relative or one.member or other.member:
        return False
    if is_plural(first):
        several = any(d.token.lower_ in SEVERAL for d in syntax.dependents(first, R.ADJECTIVE, R.DETERMINER))
        trades = one.kind is other.kind is Kind.JOURNALIST
        two_groups = bool(syntax.dependents(first, R.NUMBER)) and len(syntax.conjuncts(first)) == len((first, token))
        together = trades or (other.kind in PEOPLE and not two_groups)
        return (_is_counted(first, syntax) and one.kind is Kind.JOURNALIST and together) or (several and trades)
    return {one.kind, other.kind} <= PERSONS and _is_one_person(
        first, syntax, aside=aside, two_kinds=one.kind is not other.kind
    )


def _is_name_aside(name: Token, syntax: Syntax) -> bool:
    """Whether one name stands behind a comma: "a reporter and editor, *Dana Vik*"."""
    comma = name.left_edge.text == "," or name.nbor(-1).text == ","
    return comma and name.ent_type_ == "PERSON" and len(syntax.conjuncts(name)) == 1


def _is_counted(noun: Token, syntax: Syntax) -> bool:
    """Whether a number stands before a noun: "65 journalists", "a number of journalists"."""
    up = syntax.governor(noun)
    quantity = up is not None and up.preposition == "of" and up.token.lemma_.lower() in QUANTITIES
    return quantity or bool(syntax.dependents(noun, R.NUMBER))


def _is_one_person(noun: Token, syntax: Syntax, *, aside: bool, two_kinds: bool) -> bool:
    """Whether the verb of a subject is singular; elsewhere a name behind a comma or two kinds tell one person."""
    up = syntax.governor(noun)
    if up is None:
        return False
    if syntax.first(noun, R.DETERMINER) is None:
        return aside  # "jailed blogger and activist, Dana Vik": bare singulars are titles
    elsewhere = aside or two_kinds
    return has_singular_verb(noun, syntax) if up.relation in (R.SUBJECT, R.PASSIVE_SUBJECT) else elsewhere


def has_plural_verb(noun: Token) -> bool:
    """Whether a noun is the subject of a verb in the plural."""
    verbs = (noun.head, *(t for t in noun.head.children if t.pos_ == "AUX"))
    return noun.dep_.startswith("nsubj") and any(t.lower_ in PLURAL_VERBS for t in verbs)


def has_singular_verb(noun: Token, syntax: Syntax) -> bool:
    """Whether a noun is the subject of a verb in the singular."""
    up = syntax.governor(noun)
    if up is None or up.relation not in (R.SUBJECT, R.PASSIVE_SUBJECT):
        return False
    finite = [up.token, *(d.token for d in syntax.dependents(up.token, R.AUXILIARY, R.PASSIVE_AUXILIARY, R.COPULA))]
    return any(t.lower_ in SINGULAR_VERBS or t.tag_ == "VBZ" for t in finite)
