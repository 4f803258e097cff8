"""What kind of thing each name of a parse is, once all are found: by the other names, and by the words beside it.

One string is one kind of thing throughout a report (Gale, Church and Yarowsky 1992, One Sense per Discourse), a last name
alone is the person's; a headline in title case shows neither where a name ends, which the text below it does.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from graphbuild.extract.kinds import body_word, title_kind
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.name_edges import BODY, PERSON, PLACE, SURE_PLACE, Name
from graphbuild.lexicons.gazetteer import place_score
from graphbuild.lexicons.names import load_names
from graphbuild.lexicons.words import Position, load_words
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.runs import Runs
    from graphbuild.extract.tokens import Doc, Token

SITE = re.compile(r"(?:www\.)?[\w-]+\.(?:com|org|net|info|news|media|tv|fm|press|live|[a-z]{2})", re.I)
DOTTED = re.compile(r"[A-Z]\w+\.[A-Z]\w+")
"""A name with a dot inside, as sites have it: "Crimea.Realities"."""
STREETS = frozenset("street streets avenue avenues square squares boulevard road roads bridge highway lane".split())
"""Nouns for what bears the names of persons."""


def relabelled(doc: Doc, names: list[Name], runs: Runs) -> list[Name]:
    """Return the names of a parse with the kinds that all of them together show, and some cut where others end."""
    names = _one_label_each(doc, _without_headline_verbs(doc, names, runs))
    return _streets(doc, _origins(doc, _employers(doc, [_titled(doc, n) for n in names])))


def surnames(doc: Doc, names: list[Name]) -> frozenset[str]:
    """Return the last names of persons whom the report names in full."""
    full = [n for n in names if n.label == PERSON and n.end - n.start >= 2]
    return frozenset(doc[n.end - 1].text for n in full)


def is_site(token: Token) -> bool:
    """Whether a word is a web address that stands as a name: "Arna.kz reported"."""
    return token.pos_ == "PROPN" and bool(SITE.fullmatch(token.text) or DOTTED.fullmatch(token.text))


def _text(doc: Doc, name: Name) -> str:
    return doc.text_of(name.start, name.end)


def _without_headline_verbs(doc: Doc, names: list[Name], runs: Runs) -> list[Name]:
    """Return the names, those of title-case sentences as long as the text has them: "Dana Vik | Alleges Torture"."""
    plain = [n for n in names if n.end - n.start >= 2 and not runs.titled(doc[n.start])]
    known = {_text(doc, n): n for n in plain if n.label == PERSON}
    whole = {_text(doc, n) for n in plain}
    found = []
    for name in names:
        text = _text(doc, name)
        if name.label == PERSON and text not in whole and runs.titled(doc[name.start]):
            shorter = next((n for t, n in known.items() if text.startswith(f"{t} ")), None)
            end = name.start + (shorter.end - shorter.start) if shorter is not None else name.end
            name = Name(name.start, end, name.label)
        found.append(name)
    return found


def _one_label_each(doc: Doc, names: list[Name]) -> list[Name]:
    """Give equal strings their most frequent label, and a last name alone the label of the full name."""
    votes: dict[str, Counter[str]] = {}
    for name in names:
        votes.setdefault(_text(doc, name), Counter())[name.label] += 1
    last = surnames(doc, names)
    persons = {n.end for n in names if n.label == PERSON}
    found = []
    for name in names:
        text = _text(doc, name)
        counted = votes[text]
        label = max(sorted(counted), key=lambda each: counted[each])
        alone = name.end - name.start == 1 and text not in load_names()
        bracketed = name.start - 1 in persons and _is_in_brackets(doc, name)
        found.append(Name(name.start, name.end, PERSON if alone and (text in last or bracketed) else label))
    return found


def _is_in_brackets(doc: Doc, name: Name) -> bool:
    """Whether a word stands in brackets right after a person's name: another name of the person, not an acronym."""
    around = doc.text_of(max(0, name.start - 1), name.end + 1)
    return around.startswith("(") and around.endswith(")") and not _text(doc, name).isupper()


def _titled(doc: Doc, name: Name) -> Name:
    """Let a name beside a word for journalists be a person, whatever else it looks like.

    "Journalists Wa Lone and Kyaw Soe Oo", "Makhoba, a City Press journalist".
    """
    text = _text(doc, name)
    if name.label != BODY or name.start == 0 or text in load_names() or text.isupper():
        return name
    before = doc[name.start - 1]
    beside = [c for t in doc[name.start : name.end] for c in t.children if c.dep_ == "appos"]
    trade = any(t.pos_ == "NOUN" and title_kind([noun_lemma(t)]) is Kind.JOURNALIST for t in (before, *beside))
    first, last = doc[name.start], doc[name.end - 1]
    person = trade and not any(body_word(t.lower_) for t in (first, last)) and not is_site(first)
    return Name(name.start, name.end, PERSON) if person else name


def _employers(doc: Doc, names: list[Name]) -> list[Name]:
    """Let names before what somebody is there be bodies, without where they sit: "IRFS Osh correspondent Dana Vik"."""
    persons = {n.start for n in names if n.label == PERSON}
    bodies = {_text(doc, n) for n in names if n.label == BODY}
    found, seats = list(names), []
    for k, name in enumerate(names):
        if name.label == PLACE or name.end + 1 not in persons or not doc[name.end].is_lower:
            continue
        if load_words(Position).get([doc[name.end].lower_]) is None:
            continue
        end = name.end - (name.end - name.start > 1 and place_score(doc[name.end - 1].text) >= SURE_PLACE)
        text = doc.text_of(name.start, end)
        seated = end < name.end and (text in bodies or text.isupper())
        found[k] = Name(name.start, end if seated else name.end, BODY)
        seats += [Name(end, name.end, PLACE)] if seated else []
    return found + seats


def _origins(doc: Doc, names: list[Name]) -> list[Name]:
    """Let names that journalists are from be bodies where they are no places: nobody is from a person."""
    whence: set[int] = set()
    for token in doc:
        if not any(c.lower_ == "from" and c.dep_ == "case" for c in token.children):
            continue
        told = any(c.dep_ == "cop" for c in token.children)  # "the three journalists were from X and Y"
        staff = next((c for c in token.children if c.dep_ == "nsubj"), None) if told else token.head
        if staff is not None and staff.i < token.i and title_kind([noun_lemma(staff)]) is Kind.JOURNALIST:
            whence |= {t.i for t in token.subtree if t.i >= token.i}
    bodies = {_text(doc, n) for n in names if n.start in whence and n.label == PERSON}
    return [Name(n.start, n.end, BODY) if _text(doc, n) in bodies else n for n in names]


def _streets(doc: Doc, names: list[Name]) -> list[Name]:
    """Let names before *street* or *streets* be places: "Chavchavadze and Melikishvili streets" honour persons."""
    found = list(names)
    for token in doc:
        if token.lower_ not in STREETS:
            continue
        start = token.i
        listing = {",", "and"} if token.lower_.endswith("s") else set()
        while start > token.sent.start and (doc[start - 1].pos_ == "PROPN" or doc[start - 1].lower_ in listing):
            start -= 1
        for k, name in enumerate(found):
            if start <= name.start and name.end <= token.i:
                found[k] = Name(name.start, name.end, PLACE)
    return found
