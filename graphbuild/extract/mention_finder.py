"""Finds the mentions of a parse: names, descriptions and pronouns.

"Police in Uralsk summoned Akhmedyarov, chief editor of the weekly Uralskaya Nedelya. He refused": names *Uralsk*,
*Akhmedyarov*, *Uralskaya Nedelya*; descriptions *police*, *chief editor*, *weekly*; pronoun *he*. What a mention is by
its own words (a kind, an agency's function, a country, a position) is read here; what it is by its context comes
later, from the cluster it belongs to.

How names are found is told in `names.py`, how descriptions are read in `descriptions.py`.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from graphbuild.extract.descriptions import bodies_apart, description, is_part, span_of
from graphbuild.extract.ellipsis import without_noun
from graphbuild.extract.kinds import ANY_OUTLET, describe, is_body_noun, kind_of_name, title_kind
from graphbuild.extract.lemmas import is_plural, noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.name_edges import BODY, PERSON, PLACE, is_part_of_name
from graphbuild.extract.names import find_names
from graphbuild.lexicons.gazetteer import country_of
from graphbuild.lexicons.names import load_names
from graphbuild.lexicons.words import OrganizationWord, OutletWord, load_words
from graphbuild.model import Kind, Span

if TYPE_CHECKING:
    from graphbuild.extract.syntax import Syntax
    from graphbuild.extract.tokens import Doc, Token

WORKING = frozenset({"working", "works", "worked", "writing", "writes", "reporting", "reports", "freelancing"})
KINDS = {PERSON: Kind.PERSON, BODY: Kind.ORGANIZATION, PLACE: Kind.PLACE}
QUOTES = frozenset({'"', "“", "”", "«", "»", "'", "‘", "’", "„"})
FOUNDING = frozenset({"found", "cofound", "establish", "edit", "own"})
NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
SINGULAR = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "n", "its": "n", "itself": "n", "i": "1", "me": "1", "my": "1", "myself": "1",
}  # fmt: skip
PLURAL = {
    "they": "3", "them": "3", "their": "3", "themselves": "3", "both": "3",
    "we": "1", "us": "1", "our": "1", "ourselves": "1",
}  # fmt: skip


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
        elif token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or is_part(token):
            found = description(token, syntax, taken) or without_noun(token, syntax)
            others += bodies_apart(found, doc) if found is not None else []
    return sorted([*names, *others], key=lambda m: (m.start, m.end))


def name_mentions(doc: Doc) -> list[Mention]:
    """Return the names of a parse as mentions."""
    return [_name(doc, n.start, n.end, n.label) for n in find_names(doc)]


def _name(doc: Doc, start: int, end: int, label: str) -> Mention:
    text = doc.text_of(start, end).replace("\n", " ")
    kind, function, country = kind_of_name(text, KINDS[label])
    if kind is Kind.PERSON:
        kind = _titled_kind(doc, start) or kind
    if kind is Kind.PERSON and _company_before(doc, start):
        kind = Kind.ORGANIZATION
    if kind in (Kind.PERSON, Kind.ORGANIZATION) and _outlet_beside(doc, start, end):
        kind = Kind.OUTLET
    if kind in (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE) and _is_said_outlet(doc, start, end):
        kind = Kind.OUTLET
    if kind is Kind.ORGANIZATION and (_of_journalists(doc, start, end) or _before_journalist(doc, end)):
        kind = Kind.OUTLET
    head = doc.span(start, end).root.i
    country = country or country_of(text) or next((c for t in doc[start:end] if (c := country_of(t.text))), None)
    return Mention(start, end, head, Form.NAME, text, span_of(doc, start, end), kind, function, None, country)


def _of_journalists(doc: Doc, start: int, end: int) -> bool:
    """Whether journalists are from a body of which nothing else is known.

    "Three journalists from AksuMedia", "a journalist who works for the Polish-based AksuMedia".
    """
    link = start - 1
    while link > 0 and (doc[link].pos_ in ("ADJ", "DET") or doc[link].lower_ in ("-", "based") or doc[link].ent_type_):
        link -= 1  # "Polish-based"
    works = link > 0 and doc[link].lower_ in ("for", "at", "with") and doc[link - 1].lower_ in WORKING
    near = start > 1 and doc[start - 1].lower_ in ("from", "at", "with")
    if not (works or near) or doc.text_of(start, end) in load_names():
        return False
    words = [t.lower_ for t in doc[start:end]]
    before = doc[link - 1 - (doc[link - 2].lower_ in ("who", "currently"))] if works else doc[start - 1]
    staff = before.i > 0 and title_kind([noun_lemma(before.nbor(-1))]) is Kind.JOURNALIST
    return staff and not any(load_words(OrganizationWord).get((w,)) for w in words)


def _before_journalist(doc: Doc, end: int) -> bool:
    """Whether a journalist's post and name follow a body's: "Metro Arkhi | camera operator Omar Keita"."""
    post = list(takewhile(lambda t: t.is_lower and t.pos_ == "NOUN", doc[end : end + 3]))
    after = end + len(post)
    named = after < len(doc) and doc[after].ent_type_ in ("PERSON", "PER") and doc[after].ent_iob_ == "B"
    return bool(post) and named and title_kind([noun_lemma(t) for t in post]) is Kind.JOURNALIST


def _company_before(doc: Doc, start: int) -> bool:
    """Whether the noun right before a name calls it a body: "the mining company Altyn Tau"."""
    before = [t for t in doc[max(doc[start].sent.start, start - 2) : start] if t.is_lower and t.pos_ == "NOUN"]
    body = bool(before) and before[-1].i == start - 1 and is_body_noun([noun_lemma(t) for t in before])
    return body and _is_the_show(list(doc[max(0, start - 2) : start]))


def _outlet_beside(doc: Doc, start: int, end: int) -> bool:
    """Whether words beside a name call it an outlet: "the Zaman newspaper", "news website Arna"."""
    stop = start - (start > 1 and doc[start - 1].text == "The" and not doc[start - 1].is_sent_start)
    left = [t for t in doc[max(doc[start].sent.start, stop - 3) : stop] if t.text not in QUOTES]
    before = [t.lemma_.lower() if t.pos_ != "VERB" else "" for t in left]  # "records show Keita was held"
    if start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in ("pro", "anti"):
        return False  # "pro-Karimov television"
    person = doc[start].ent_type_ == "PERSON" and end - start > 1
    founder = person and end < len(doc) and doc[end].lemma_ in FOUNDING  # "the website Omar Keita founded"
    if left and (founder or left[-1].ent_type_ or (person and before[-1] in ANY_OUTLET)):
        before = []  # "director of the publication Omar Keita", "founder of 'Tengri TV' Omar Keita"
    after = [t.lemma_.lower() for t in doc[end : end + 3] if t.text not in QUOTES]
    if not _is_the_show(left):
        before = []
    if after[:1] == ["show"] and (start == 0 or doc[start - 1].pos_ != "DET"):
        after = []  # "facts about Keita show that he was held"
    outlets = load_words(OutletWord)
    heads = [outlets.ending(before), *(outlets.get(after[:n]) for n in range(len(after), 0, -1))]
    found = next((h for h in heads if h is not None), None)
    return found is not None and found.use == "head" and doc[end - 1].sent.start == doc[start].sent.start


def _is_the_show(before: list[Token]) -> bool:
    """Whether *show* before a name is a noun, with an article or a noun before it: "his talk show", not "records show"."""
    if not before or before[-1].lower_ != "show":
        return True
    return len(before) > 1 and before[-2].tag_ in ("DT", "PRP$", "NN", "POS")


def _is_said_outlet(doc: Doc, start: int, end: int) -> bool:
    """Whether the next words say that a name is an outlet's: "Arman, the country's oldest newspaper," """
    if end >= len(doc) or doc[end].text not in (",", "("):
        return False
    said = next((c for t in doc[start:end] for c in t.children if c.dep_ == "appos" and c.i > end), None)
    between = doc[end + 1 : said.i] if said is not None else doc[end:end]
    if (
        said is None
        or is_plural(said)
        or any(map(is_part_of_name, doc[said.i + 1 : said.i + 2]))
        or any(t.is_punct or t.ent_type_ == "PERSON" for t in between)
    ):
        return False
    found = describe([noun_lemma(t) for t in (*between, said) if t.pos_ in ("NOUN", "ADJ")])
    announcer = noun_lemma(said) == "broadcaster" and doc[start].ent_type_ == "PERSON" and end - start > 1
    return found is not None and found.kind is Kind.OUTLET and not announcer


def _titled_kind(doc: Doc, start: int) -> Kind | None:
    """Return what the words right before a person's name say: "Judge X", "the reporter X"."""
    return title_kind([noun_lemma(t) for t in doc[max(doc[start].sent.start, start - 3) : start]])


def _is_bare_number(token: Token) -> bool:
    """Whether a number stands for people told of before: "the two were freed", "All three were", "All were"."""
    if token.lower_ == "all" and token.is_sent_start and token.dep_ in ("nsubj", "nsubj:pass", "nsubjpass"):
        return token.nbor().pos_ == "AUX" and not any(True for _ in token.children)
    counts = token.lower_ in NUMBERS and token.i > 0 and token.nbor(-1).lower_ in ("the", "these", "those", "all")
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
