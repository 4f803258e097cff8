"""Names that the words before them show: "reporter Dana Serikova", "the station Voz del Mar", "journalists from AksuMedia".

A recogniser misses names that it has never met; a capitalised run is one where a noun beside it says what it names.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from graphbuild.extract.kinds import is_body_noun, title_kind
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.name_edges import BODY, PEOPLES, PERSON, Name, is_part_of_name
from graphbuild.extract.noun_phrases import is_time
from graphbuild.extract.runs import Runs
from graphbuild.lexicons.gazetteer import is_nationality, place_score
from graphbuild.lexicons.words import OutletWord, Position, load_words
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

CONTINENTS = frozenset({"africa", "asia", "europe", "america", "eurasia", "caucasus", "balkans", "middle"})
OPENERS = frozenset({"the", "for", "at", "with", "of", "from", "by"})
"""Words right before a name that a noun for an outlet follows."""
OPENING, CLOSING = frozenset('"“«„'), frozenset('"”»“')
LONGEST_TITLE = 8
WITHIN = frozenset({"and", "&", "of", "for", "the", ","})
"""Words between the capitalised ones of a body's name."""
ALIASES = frozenset({"name", "penname", "pseudonym", "alias", "nickname", "byline"})
"""Nouns after which stands what a person is called."""


def after_positions(doc: Doc, runs: Runs) -> Iterator[Name]:
    """Yield capitalised runs right after a word for a journalist, an office or a name: "the pseudonym Oma Vik"."""
    for token in doc:
        if not is_part_of_name(token) or runs.titled(token):
            continue
        before = list(doc[max(token.sent.start, token.i - 3) : token.i])
        called = before and (before[-1].lower_ in ALIASES or title_kind([noun_lemma(t) for t in before]))
        if called and not is_part_of_name(before[-1]):
            run = list(takewhile(is_part_of_name, doc[token.i : token.sent.end]))
            if load_words(Position).ending([t.lower_ for t in run]) is not None:
                continue  # "Deputy | Chairwoman"
            if len(run) == 1 and is_time(token):
                continue  # "detained a journalist | Friday"
            yield Name(token.i, token.i + len(run), PERSON)


def apposed_to_positions(doc: Doc) -> Iterator[Name]:
    """Yield the names of two words and more that a phrase about a position has beside it, whatever stands between.

    "The Representative on Freedom of the Media | Dunja Vik", "the head of the Prison Service | Omar Keita".
    """
    for token in doc:
        noun = token.head
        if token.dep_ != "appos" or token.pos_ != "PROPN" or noun.i > token.i or not is_part_of_name(token):
            continue
        end = token.i + 1
        while end < len(doc) and doc[end].dep_ == "flat" and doc[end].head == token and is_part_of_name(doc[end]):
            end += 1
        between = doc[noun.i + 1 : token.i]
        apart = len(between) > 0 and not any(t.is_punct for t in between)
        if end - token.i > 1 and apart and load_words(Position).get([noun_lemma(noun)]) is not None:
            yield Name(token.i, end, PERSON)


def after_bodies(doc: Doc, runs: Runs) -> Iterator[Name]:
    """Yield capitalised runs right after a noun for an outlet or another body: "the station Voz del Mar"."""
    for token in doc:
        if token.is_sent_start or not is_part_of_name(token) or runs.titled(token):
            continue
        before = list(doc[max(token.sent.start, token.i - 3) : token.i])
        if before and before[-1].text == "The":  # "the outlet The | Open Line"
            before.pop()
        words = [noun_lemma(t) for t in before if t.is_lower and t.pos_ == "NOUN"]
        if before and before[-1].is_lower and before[-1].pos_ == "NOUN" and is_body_noun(words):
            end = runs.end(token.i)
            named = token.dep_ == "appos" and token.head == before[-1]  # "the weekly Osh"
            if (named or place_score(doc.text_of(token.i, end)) == 0) and token.lower_ not in CONTINENTS:
                yield Name(token.i, end, BODY)


def abbreviated(doc: Doc) -> Iterator[Name]:
    """Yield the names with *and* in them that an acronym in brackets follows: "Food | and Agriculture Office (FAO)".

    The letters of an acronym begin words of its long form, in order, the first of them its first word (Schwartz and
    Hearst 2003); where it needs a letter from before an *and*, what is joined is one name.
    """
    for i in range(2, len(doc) - 2):
        short = doc[i + 1].text
        if doc[i].text != "(" or doc[i + 2].text != ")" or not (short.isupper() and short.isalpha() and len(short) > 2):
            continue
        start = i
        while start > doc[i].sent.start and (_is_written_as_name(doc[start - 1]) or doc[start - 1].lower_ in WITHIN):
            start -= 1
        first = _long_form(doc[start:i], short)
        if first is None or not any(t.lower_ in ("and", "&") for t in doc[first:i]):
            continue
        while first > start and _is_written_as_name(doc[first - 1]):
            first -= 1
        yield Name(first, i, BODY)


def _is_written_as_name(token: Token) -> bool:
    """Whether a word has the capital of a name: "*Other Related* Offences Commission"."""
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ", "VERB")


def _long_form(words: list[Token], short: str) -> int | None:
    """Return where the words begin whose initials, read backwards, have all letters of an acronym."""
    letters = list(short)
    for token in reversed(words):
        if token.text[:1] == letters[-1]:
            letters.pop()
        if not letters:
            return token.i
    return None


def quoted_outlets(doc: Doc) -> Iterator[Name]:
    """Yield what stands in quotation marks right after a noun for an outlet: "the website “Everything about Osh”".

    A title in quotation marks is a name whatever its words are (Chicago Manual of Style 8.168).
    """
    outlets = load_words(OutletWord)
    for i in range(1, len(doc) - 2):
        if doc[i].text not in OPENING or not (doc[i - 1].is_lower and doc[i - 1].tag_ == "NN"):
            continue
        closing = next((k for k in range(i + 2, min(i + LONGEST_TITLE, len(doc))) if doc[k].text in CLOSING), None)
        noun = outlets.ending([noun_lemma(t) for t in doc[max(0, i - 2) : i]])
        if closing is None or noun is None or noun.use != "head" or not doc[i + 1].text[:1].isupper():
            continue
        end = closing - doc[closing - 1].is_punct
        if not any(t.is_sent_start or t.text == "\n" for t in doc[i + 1 : closing]):
            yield Name(i + 1, end, BODY)


def before_bodies(doc: Doc) -> Iterator[Name]:
    """Yield capitalised runs before a noun for an outlet, or for who works there.

    "The | Aksu Live | website", "a | City Press | journalist".
    """
    outlets = load_words(OutletWord)
    for i in range(1, len(doc) - 1):
        token = doc[i]
        if not is_part_of_name(token) or is_part_of_name(doc[i - 1]) or token.is_sent_start:
            continue
        run = list(takewhile(is_part_of_name, doc[i : token.sent.end]))
        end = i + len(run)
        noun = [noun_lemma(t) for t in takewhile(lambda t: t.is_lower and t.pos_ == "NOUN", doc[end : end + 2])]
        found = outlets.ending(noun) if noun else None
        works = bool(noun) and title_kind(noun[:1]) is Kind.JOURNALIST and doc[i - 1].lower_ in ("a", "an")
        text = doc.text_of(i, end)
        place = place_score(text) > 0 or is_nationality(text) or text in PEOPLES or token.lower_ in CONTINENTS
        medium = outlets.get([t.lower_ for t in run]) is not None  # "a TV journalist"
        known = place or medium or token.ent_type_ == "PERSON"
        named = found is not None and found.use == "head" and doc[i - 1].lower_ in OPENERS
        if (named or works) and not known:
            yield Name(i, end, BODY)


def after_staff(doc: Doc, runs: Runs) -> Iterator[Name]:
    """Yield capitalised runs that people who work in the media are from: "three journalists from AksuMedia"."""
    for i in range(2, len(doc)):
        token, link, staff = doc[i], doc[i - 1], doc[i - 2]
        if link.lower_ not in ("from", "at", "with") or not is_part_of_name(token) or runs.titled(token):
            continue
        end = runs.end(i)
        known = place_score(doc.text_of(i, end)) > 0 or token.lower_ in CONTINENTS or token.ent_type_ == "LOC"
        if title_kind([noun_lemma(staff)]) is Kind.JOURNALIST and not known and not is_nationality(token.text):
            yield Name(i, end, BODY)
