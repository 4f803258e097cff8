"""Finds the mentions of a parse: names, descriptions and pronouns.

"Police in Uralsk summoned Akhmedyarov, chief editor of the weekly Uralskaya Nedelya. He refused": names *Uralsk*,
*Akhmedyarov*, *Uralskaya Nedelya*; descriptions *police*, *chief editor*, *weekly*; pronoun *he*. What a mention is by
its own words (a kind, an agency's function, a country, a position) is read here; what it is by its context comes
later, from the cluster it belongs to.

How names are found is told in `names.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from graphbuild.extract.coordination import shares_description
from graphbuild.extract.kinds import Description, describe, is_body_noun, kind_of_name, title_kind
from graphbuild.extract.lemmas import is_plural, noun_lemma
from graphbuild.extract.names import BODY, PERSON, PLACE, find_names
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.lexicons.gazetteer import country_of, is_nationality
from graphbuild.lexicons.words import OutletWord, load_words
from graphbuild.model import Kind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

R = Relation

KINDS = {PERSON: Kind.PERSON, BODY: Kind.ORGANIZATION, PLACE: Kind.PLACE}
QUANTIFIERS = frozenset(
    "dozen hundred thousand number group handful majority couple series score several many some most one two three four"
    " five six seven eight nine ten all part none lot crowd pair both each".split()
)
LONGEST_DESCRIPTION = 16
"""Words of a description with what follows it, at most."""
STAFF = frozenset({"member", "representative", "employee", "worker", "staffer"})
"""Members of the press are journalists."""
QUOTES = frozenset({'"', "“", "”", "«", "»", "'", "‘", "’", "„"})
SPOKESPEOPLE = frozenset({"spokesman", "spokeswoman", "spokesperson"})
"""What an agency that stands right before employs: "the national police spokesman"."""
TERRITORIES = frozenset({"state", "department", "territory", "republic", "commune", "municipality"})
"""Nouns for a body and for the land it governs."""
ANY_OUTLET = frozenset({"publication", "outlet", "media", "company", "agency"})
"""Nouns for an outlet named elsewhere, after which a person's name is more often the holder of the post before them."""
FOUNDING = frozenset({"found", "cofound", "establish", "edit", "own"})
CREWS = frozenset({"crew", "team"})
"""Nouns for several media workers where a medium stands beside them."""
NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
HEDGES = frozenset({"at", "least", "more", "than", "about", "around", "some", "nearly", "over", "up", "to", "almost"})
HEDGE_PAIRS = frozenset({("more", "than"), ("fewer", "than"), ("at", "least"), ("up", "to")})
SINGULAR = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "n", "its": "n", "itself": "n", "i": "1", "me": "1", "my": "1", "myself": "1",
}  # fmt: skip
PLURAL = {
    "they": "3", "them": "3", "their": "3", "themselves": "3", "both": "3",
    "we": "1", "us": "1", "our": "1", "ourselves": "1",
}  # fmt: skip


class Form(StrEnum):
    """How a mention refers."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or describes something, in token indices; end exclusive."""

    start: int
    end: int
    head: int
    form: Form
    text: str
    """as it goes among the aliases: without article, titles and hedges"""
    span: Span
    """offsets into the document's text"""
    kind: Kind | None = None
    function: str | None = None
    position: str | None = None
    country: str | None = None
    plural: bool = False
    gender: str | None = None
    """of a pronoun: m, f, n; 1 for the speaker, 3 for a plural"""
    definite: bool = False
    member: bool = False
    """one or several people of an agency: "an officer" """
    relative: bool = False
    wider: tuple[str, ...] = ()
    """of a description: how else the text has it, with hedges and with what follows ("over 300 reporters covering …")"""


def find_mentions(doc: Doc, syntax: Syntax) -> list[Mention]:
    """Return all mentions of a parse in text order; no two names overlap."""
    names = name_mentions(doc)
    taken = {i for m in names for i in range(m.start, m.end)}
    others: list[Mention] = []
    for token in doc:
        if token.i in taken:
            continue
        if token.lower_ in SINGULAR or token.lower_ in PLURAL:
            others.append(_pronoun(token))
        elif _is_bare_number(token):
            others.append(_pronoun(token, plural=True))
        elif token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
            found = description(token, syntax, taken)
            others += [found] if found is not None else []
    return sorted([*names, *others], key=lambda m: (m.start, m.end))


def name_mentions(doc: Doc) -> list[Mention]:
    """Return the names of a parse as mentions."""
    return [_name(doc, n.start, n.end, n.label) for n in find_names(doc)]


def _name(doc: Doc, start: int, end: int, label: str) -> Mention:
    text = doc[start:end].text.replace("\n", " ")
    kind, function, country = kind_of_name(text, KINDS[label])
    if kind is Kind.PERSON:
        kind = _titled_kind(doc, start) or kind
    if kind is Kind.PERSON and _company_before(doc, start):
        kind = Kind.ORGANIZATION
    if kind in (Kind.PERSON, Kind.ORGANIZATION) and _outlet_beside(doc, start, end):
        kind = Kind.OUTLET
    head = doc[start:end].root.i
    country = country or country_of(text) or next((c for t in doc[start:end] if (c := country_of(t.text))), None)
    return Mention(start, end, head, Form.NAME, text, _span(doc, start, end), kind, function, None, country)


def _company_before(doc: Doc, start: int) -> bool:
    """Whether the noun right before a name calls it a body: "the mining company Altyn Tau"."""
    before = [t for t in doc[max(doc[start].sent.start, start - 2) : start] if t.is_lower and t.pos_ == "NOUN"]
    return bool(before) and before[-1].i == start - 1 and is_body_noun([noun_lemma(t) for t in before])


def _outlet_beside(doc: Doc, start: int, end: int) -> bool:
    """Whether words beside a name call it an outlet: "the Zaman newspaper", "news website Arna"."""
    left = [t for t in doc[max(doc[start].sent.start, start - 3) : start] if t.text not in QUOTES]
    before = [t.lemma_.lower() for t in left]
    if start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in ("pro", "anti"):
        return False  # "pro-Karimov television"
    person = doc[start].ent_type_ == "PERSON" and end - start > 1
    founder = person and end < len(doc) and doc[end].lemma_ in FOUNDING  # "the website Omar Keita founded"
    if left and (founder or left[-1].ent_type_ or (person and before[-1] in ANY_OUTLET)):
        before = []  # "director of the publication Omar Keita", "founder of 'Tengri TV' Omar Keita"
    after = [t.lemma_.lower() for t in doc[end : end + 3] if t.text not in QUOTES]
    outlets = load_words(OutletWord)
    heads = [outlets.ending(before), *(outlets.get(after[:n]) for n in range(len(after), 0, -1))]
    found = next((h for h in heads if h is not None), None)
    return found is not None and found.use == "head" and doc[end - 1].sent.start == doc[start].sent.start


def _titled_kind(doc: Doc, start: int) -> Kind | None:
    """Return what the words right before a person's name say: "Judge X", "the reporter X"."""
    return title_kind([noun_lemma(t) for t in doc[max(doc[start].sent.start, start - 3) : start]])


def _is_bare_number(token: Token) -> bool:
    """Whether a number stands for people told of before: "the two were freed", "police arrested the three"."""
    counts = token.lower_ in NUMBERS and token.i > 0 and token.nbor(-1).lower_ in ("the", "these", "those")
    return (
        counts
        and not any(c.dep_ in ("nmod", "prep") for c in token.children)
        and token.dep_ not in ("nummod", "compound")
    )


def _pronoun(token: Token, *, plural: bool = False) -> Mention:
    low = token.lower_
    plural = plural or low in PLURAL
    gender = PLURAL.get(low) or SINGULAR.get(low) or "3"
    span = Span(token.idx, token.idx + len(token))
    return Mention(token.i, token.i + 1, token.i, Form.PRONOUN, token.text, span, plural=plural, gender=gender)


def description(token: Token, syntax: Syntax, taken: set[int], *, any_noun: bool = False) -> Mention | None:
    """Return the description that a noun heads, None where it heads none or says nothing of who it is.

    With `any_noun` an unknown noun counts as a person or a group: where a verb takes only people.
    """
    up = syntax.governor(token)
    if up is not None and up.relation in (R.COMPOUND, R.ADJECTIVE, R.NUMBER) and abs(up.token.i - token.i) <= 3:
        return _employer(token, up.token)
    if up is not None and up.relation is R.CONJUNCT and shares_description(token, up.token, syntax):
        return None
    start, end = _left(token, syntax, taken), token.i + 1
    content = _content(token, syntax)
    lemmas = [noun_lemma(t) for t in token.doc[_left(content, syntax, taken) : content.i + 1]]
    found = describe(lemmas)
    others = [d.token for d in syntax.dependents(token, R.CONJUNCT) if shares_description(d.token, token, syntax)]
    if found is not None and others:
        end = others[-1].i + 1
        kinds = {each.kind for t in others if (each := describe([noun_lemma(t)])) is not None}
        found = replace(found, kind=Kind.JOURNALIST) if Kind.JOURNALIST in kinds else found
    if content.lower_ == "justice" and start == content.i:
        return None  # "bring the case to justice"
    if found is not None and noun_lemma(content) in TERRITORIES and _is_territory(content, syntax):
        return None
    if found is None and noun_lemma(content) in CREWS and _is_newsroom(content, syntax):
        found = Description(Kind.JOURNALIST, position=noun_lemma(content))
    if found is None and is_plural(token) and is_nationality(token.text):
        found = Description(Kind.GROUP)
    if found is not None and found.kind is Kind.OUTLET and noun_lemma(token) in STAFF:
        found = Description(Kind.JOURNALIST, position=noun_lemma(token))
    if found is None:
        if not any_noun or token.pos_ not in ("NOUN", "PROPN", "NUM"):
            return None
        found = Description(Kind.GROUP if is_plural(token) else Kind.PERSON)
    if content.i != token.i:
        end = content.i + 1
    return _described(token, content, start, end, found)


def _is_territory(token: Token, syntax: Syntax) -> bool:
    """Whether a noun for a body is one for a stretch of land: "the northern state of Tigray"."""
    return any(
        d.preposition == "of" and d.token.ent_type_ in ("LOC", "GPE") for d in syntax.dependents(token, R.OBLIQUE)
    )


def _is_newsroom(token: Token, syntax: Syntax) -> bool:
    """Whether a crew or team is a medium's: "the Radio Aksu crew", "a team from the Courier"."""
    for d in syntax.dependents(token, R.COMPOUND, R.POSSESSOR, R.OBLIQUE):
        words = [t.lower_ for t in (d.token, *d.token.lefts)]
        named = d.token.ent_type_ == "ORG" or any(load_words(OutletWord).get((w,)) for w in words)
        if named and (d.relation is not R.OBLIQUE or d.preposition in ("from", "of", "with")):
            return True
    return False


def _employer(token: Token, noun: Token) -> Mention | None:
    """Return the agency that stands before its spokesperson."""
    if noun_lemma(noun) not in SPOKESPEOPLE or noun.i != token.i + 1:
        return None
    start = token.i
    while start > token.sent.start and token.nbor(start - 1 - token.i).pos_ in ("ADJ", "NOUN"):
        start -= 1
    found = describe([noun_lemma(t) for t in token.doc[start : noun.i]])
    if found is None or found.kind is not Kind.AGENCY or found.member:
        return None
    return _described(token, token, start, noun.i, found)


def _described(token: Token, content: Token, start: int, end: int, found: Description) -> Mention:
    doc = token.doc
    outer = start
    definite = doc[start].lower_ in ("the", "this", "these", "those", "that", "his", "her", "their", "its", "both")
    while start < token.i and (
        doc[start].pos_ in ("DET", "PRON", "CCONJ") or doc[start].lower_ in HEDGES or doc[start].is_punct
    ):
        start += 1
    words = doc[start:end]
    country = next((c for t in words if t.text[:1].isupper() and (c := country_of(t.text))), None)
    # "members of the group" do what the group does
    of_body = content.i != token.i and noun_lemma(token) in STAFF and not is_plural(content)
    plural = not of_body and (is_plural(token) or is_plural(content))
    definite = definite or (of_body and any(t.lower_ in ("the", "this") for t in doc[token.i : content.i]))
    kind = Kind.GROUP if plural and found.kind is Kind.PERSON else found.kind
    return Mention(
        start, end, token.i, Form.DESCRIPTION, words.text.replace("\n", " "), _span(doc, start, end), kind,
        found.function, found.position, country, plural, None, definite, found.member, found.relative,
        _wider(token, outer, start, end),
    )  # fmt: skip


def _wider(token: Token, outer: int, start: int, end: int) -> tuple[str, ...]:
    """Return a description with its hedges and with the phrases and clauses that follow and belong to it."""
    doc, last = token.doc, token.right_edge.i + 1
    while outer > doc[outer].sent.start and doc[outer].pos_ == "NUM" and _hedges(doc[outer - 1], doc[outer]):
        outer -= 1
        if doc[outer].lower_ in ("than", "least", "to"):
            outer -= 1
    while outer < start and doc[outer].pos_ in ("DET", "PRON"):
        outer += 1
    comma = next((t.i for t in doc[end:last] if t.text in (",", "–", "—", "(", ";")), last)
    found = [doc[outer:stop] for stop in (end, comma, last) if stop - outer <= LONGEST_DESCRIPTION]
    texts = [span.text.replace("\n", " ").rstrip(" ,.;:–—") for span in found]
    own = doc[start:end].text.replace("\n", " ")
    return tuple(dict.fromkeys(t for t in texts if t and t != own))


def _hedges(word: Token, number: Token) -> bool:
    """Whether a word before a number makes it vague: "more than 70", "at least two", "over 300", but not "about" a text."""
    before = word.nbor(-1).lower_ if word.i > 0 else ""
    return (before, word.lower_) in HEDGE_PAIRS or (word.lower_ in HEDGES and word.head.i == number.i)


def _content(token: Token, syntax: Syntax) -> Token:
    """Return what a quantity is of: *journalists* in "dozens of journalists"."""
    if noun_lemma(token) in QUANTIFIERS | STAFF or token.pos_ == "NUM":
        for d in syntax.dependents(token, R.OBLIQUE):
            if d.preposition == "of" and d.token.pos_ in ("NOUN", "PROPN"):
                return d.token
    return token


def _left(token: Token, syntax: Syntax, taken: set[int]) -> int:
    """Return where the words before a noun that belong to it begin; a possessor only where it is a country's name."""
    start = token.i
    for d in reversed([d for d in syntax.dependents(token) if d.token.i < token.i]):
        if d.relation in (R.DETERMINER, R.ADJECTIVE, R.NUMBER, R.COMPOUND, R.NAME):
            if d.relation in (R.COMPOUND, R.NAME) and "," in {t.text for t in token.doc[d.token.i : start]}:
                break
            edge = d.token.left_edge.i if d.relation is not R.DETERMINER else d.token.i
            whole = all(t.pos_ not in ("ADP", "VERB", "SCONJ") or t.i >= d.token.i for t in token.doc[edge:start])
            start = min(start, edge if whole else d.token.i)
        elif d.relation is R.POSSESSOR and (country_of(d.token.text) or d.token.pos_ == "PRON"):
            start = min(start, d.token.i)
        elif d.relation is R.POSSESSOR:
            break
    return start


def _span(doc: Doc, start: int, end: int) -> Span:
    last = doc[end - 1]
    return Span(doc[start].idx, last.idx + len(last))
