"""Reads people whose noun is left out, because the sentence before has it: "Another 11 have been wounded", "Others were".

A number or *other* stands for the noun of the text before (nominal ellipsis: Halliday and Hasan 1976, 4.2). It is read only
where an act befell those people, and only where the sentences before it are about several people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.discourse import acts_of
from graphbuild.extract.kinds import PEOPLE, describe
from graphbuild.extract.lemmas import is_plural, noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.noun_phrases import is_time
from graphbuild.extract.surface import RELATIVE
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.model import Kind, Span

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation

LEFT_OVER = frozenset({"others", "more"})
"""Words that stand for more people of a noun that is left out."""
PARTIES = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "obj", "dobj"})
"""Labels of those who act and of those whom something befalls."""
REACH = 3
"""Sentences back over which a noun may be left out."""
YEAR = 1000
"""Numbers from here on are rather years."""


def without_noun(token: Token, syntax: Syntax) -> Mention | None:
    """Return the people for whom a number or *others* stands as the subject of what befell them, else None."""
    up = syntax.governor(token)
    if up is None or up.relation is not R.PASSIVE_SUBJECT or not acts_of(up.token) or not _counts(token, syntax):
        return None
    noun = _noun_before(token) if (partitive := _partitive(token, syntax)) is None else partitive
    known = describe([noun_lemma(noun)]) if noun is not None else None
    if known is None or known.kind not in PEOPLE:
        return None
    start, end = token.left_edge.i, token.i + 1
    span = Span(token.doc[start].idx, token.idx + len(token))
    one = token.lower_ == "one"
    kind = Kind.GROUP if known.kind is Kind.PERSON and not one else known.kind
    return Mention(start, end, token.i, Form.DESCRIPTION, token.doc.text_of(start, end), span, kind, plural=not one)


def _counts(token: Token, syntax: Syntax) -> bool:
    """Whether a word counts people without their noun: "11", "another 11", "two more", "others", not "11 of them"."""
    if any(d.preposition == "of" for d in syntax.dependents(token, R.OBLIQUE)) and _partitive(token, syntax) is None:
        return False
    number = token.pos_ == "NUM" and not (token.text.isdigit() and int(token.text) >= YEAR)
    return number or (token.lower_ in LEFT_OVER and all(c.lower_ != "the" for c in token.children))


def _partitive(number: Token, syntax: Syntax) -> Token | None:
    """Return those of whom a number tells some: "98 *journalists*, six of whom have been convicted"."""
    of = (d.token.lower_ for d in syntax.dependents(number, R.OBLIQUE) if d.preposition == "of")
    clause = next((t for t in number.ancestors if t.dep_ in RELATIVE), None)
    return clause.head if clause is not None and not {"whom", "which"}.isdisjoint(of) else None


def _noun_before(token: Token) -> Token | None:
    """Return the last plural noun before, where it is of those who did or suffered something, in the same paragraph."""
    doc, start = token.doc, token.sent.start
    for _ in range(REACH):
        if start and "\n" not in doc[start - 1].text_with_ws:
            start = doc[start - 1].sent.start
    plurals = [t for t in doc[start : token.left_edge.i] if t.pos_ == "NOUN" and is_plural(t) and not is_time(t)]
    return plurals[-1] if plurals and plurals[-1].dep_ in PARTIES else None
