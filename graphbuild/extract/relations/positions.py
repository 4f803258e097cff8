"""Finds the positions of a parse: what somebody is said to be, and the words that say so.

"the former Radio Tengri deputy chief editor Omar Keita": the position is *deputy chief editor*, past, with the name
*Radio Tengri* before it. In English the noun of a position ends its phrase; adjectives and nouns before it belong to
the position where they say what sort of work it is ("investigative journalist", "Africa editor"), not where they say
what a person is like or where from ("imprisoned", "Turkish", "30-year-old").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.extract.kinds import BODIES, LAWYERS, is_past, title_kind
from graphbuild.extract.relations.phrases import AND, HYPHENS, QUOTES, Phrases, word_of
from graphbuild.extract.syntax import POSSESSIVE
from graphbuild.lexicons.gazetteer import country_of
from graphbuild.lexicons.words import OutletWord, Position, load_words
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

REPRESENTATIVES = LAWYERS | {"representative"}
TRADES = frozenset(
    "journalist reporter blogger photographer photojournalist writer freelancer freelance cameraman videographer columnist"
    " author documentarian cartoonist commentator".split()
)
"""Work that one does without an employer too: it takes no share in the body named for the position beside it."""
LIKENESS = frozenset(
    "independent prominent known renowned famous leading winning veteran young fellow other local respected noted longtime"
    " critical outspoken old popular same several many dissident exiled chinese".split()
)
"""Adjectives that say what a person is like, never what the work is."""
ADVERBS = frozenset({"then", "well", "newly", "now", "also", "formerly"})


@dataclass(frozen=True, slots=True)
class Post:
    """A position in the text, in token indices (end exclusive)."""

    left: int
    """where its noun phrase begins, article and past marker included"""
    first: int
    """where the words of the position begin"""
    noun: int
    """where the words that the list knows begin"""
    end: int
    words: tuple[str, ...]
    entry: Position
    past: bool
    plural: bool
    compound: int | None = None
    """the name right before it: "Radio Tengri editor" """
    possessor: int | None = None
    """the last token of "Radio Tengri's", or the pronoun "her" """

    @property
    def last(self) -> str:
        """The noun itself."""
        return self.words[-1]

    @property
    def is_lawyer(self) -> bool:
        """Whether it is held for a client."""
        return self.last in REPRESENTATIVES and self.entry.kind is Kind.PERSON

    @property
    def is_trade(self) -> bool:
        """Whether it may be held without an employer."""
        return self.last in TRADES or (self.entry.kind is Kind.PERSON and not self.entry.relative)


def find_posts(doc: Doc, phrases: Phrases) -> list[Post]:
    """Return the positions of a parse in text order."""
    found = []
    for start, end, entry in _known(doc, phrases):
        last = doc[end - 1]
        if last.pos_ not in ("NOUN", "PROPN") or _modifies(doc, phrases, end):
            continue
        noun = end - 1 if phrases.employs(end - 2) else start
        found.append(_post(doc, phrases, noun, end, entry))
    return found


def _known(doc: Doc, phrases: Phrases) -> Iterator[tuple[int, int, Position]]:
    """Yield token ranges of listed phrases outside names; of phrases side by side the last, which is the head."""
    words = load_words(Position)
    for segment in _segments(doc, phrases):
        ranges = [
            (segment[a].i, segment[b - 1].i + 1, entry) for a, b, entry in words.scan([word_of(t) for t in segment])
        ]
        starts = {start for start, _, _ in ranges}
        yield from (each for each in ranges if each[1] not in starts)


def _segments(doc: Doc, phrases: Phrases) -> Iterator[list[Token]]:
    """Yield the stretches of a sentence between names, hyphens left out."""
    for sentence in doc.sents:
        segment: list[Token] = []
        for token in sentence:
            if phrases.name(token.i) is not None:
                yield segment
                segment = []
            elif token.text not in HYPHENS:
                segment.append(token)
        yield segment


def _modifies(doc: Doc, phrases: Phrases, end: int) -> bool:
    """Whether a noun only modifies or owns the one after it: "journalist union", "the prosecutor's office"."""
    if end >= len(doc) or phrases.name(end) is not None:
        return False
    after = doc[end]
    return (
        after.lower_ in POSSESSIVE
        or (after.text in HYPHENS and not doc[end - 1].whitespace_)
        or after.pos_ in ("NOUN", "PROPN")
    )


def _post(doc: Doc, phrases: Phrases, start: int, end: int, entry: Position) -> Post:
    left = _left(doc, phrases, start)
    compound, possessor = _owner(doc, phrases, left)
    if compound is None and (run := _unmarked_name(doc, phrases, left, start, end, entry)) is not None:
        left = run[1]
        compound = phrases.make(*run, Kind.OUTLET if entry.kind is Kind.JOURNALIST else Kind.ORGANIZATION)
    outer = _outer(doc, _owner_start(doc, phrases, left, compound, possessor))
    return Post(
        left=outer,
        first=_first(doc, left, start, after_name=compound is not None),
        noun=start,
        end=end,
        words=tuple(word_of(t) for t in doc[start:end] if t.text not in HYPHENS),
        entry=entry,
        past=any(is_past(doc[i].lower_) for i in range(outer, start)) or _past_before(doc, compound, phrases),
        plural=_is_plural(doc[end - 1]),
        compound=compound,
        possessor=possessor,
    )


def _owner(doc: Doc, phrases: Phrases, left: int) -> tuple[int | None, int | None]:
    """Return the name right before a position, else the last token of a possessor."""
    before = left - 1
    if before < 0 or doc[before].sent.start != doc[left].sent.start:
        return None, None
    edge = before
    while edge > 0 and doc[edge].text in QUOTES | HYPHENS:
        edge -= 1
    name = phrases.name(edge)
    if name is not None:
        return name, None
    if phrases.employs(before):
        return phrases.clusters.at_head[before], None
    if doc[before].lower_ in POSSESSIVE:
        return None, before - 1
    if doc[before].lower_ == "whose" and before > 0:
        antecedent = before - 1 - (doc[before - 1].text == ",")
        return None, antecedent if phrases.name(antecedent) is not None else None
    return None, before if doc[before].tag_ == "PRP$" else None


def _is_plural(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS") or (token.lower_.endswith("s") and word_of(token) != token.lower_)


def _unmarked_name(
    doc: Doc, phrases: Phrases, left: int, start: int, end: int, entry: Position
) -> tuple[int, int] | None:
    """Return the capitalised words among the modifiers of a position that a name follows: "NSC spokesperson X"."""
    if phrases.person(end) is None or entry.kind is Kind.OFFICIAL:
        return None
    runs = [i for i in range(left, start) if _is_of_name(doc, phrases, i) and phrases.name(i) is None]
    if not runs:
        return None
    marked = doc[runs[0]].is_upper or (runs[0] > 0 and doc[runs[0] - 1].text in QUOTES)
    if not marked and (doc[start].text[:1].isupper() or (doc[runs[0]].is_sent_start and runs[1:] == [])):
        return None
    stop = runs[0]
    while stop in runs:
        stop += 1
    return runs[0], stop


def _is_of_name(doc: Doc, phrases: Phrases, i: int) -> bool:
    """Whether a word may be one of an unmarked name's: a word that media bear, or its number ("Kanal 9 presenter X")."""
    mark = load_words(OutletWord).get([doc[i].lower_])
    if doc[i].text.isdecimal() and i > 0:
        before = load_words(OutletWord).get([doc[i - 1].lower_])
        return before is not None and doc[i - 1].text[:1].isupper()
    return phrases.is_name_like(i) or (mark is not None and mark.use == "mark" and doc[i].text[:1].isupper())


def _owner_start(doc: Doc, phrases: Phrases, left: int, compound: int | None, possessor: int | None) -> int:
    """Return where the name or phrase begins that stands before a position: "Radio Tengri's deputy editor"."""
    name = compound if compound is not None else phrases.name(possessor) if possessor is not None else None
    if name is not None:
        start = phrases.clusters.mentions[name].start
        while start > 0 and phrases.text(start - 1) in QUOTES:
            start -= 1
        titled = possessor is not None and start > 0 and title_kind([doc[start - 1].lower_]) is not None
        return start - 1 if titled else start  # "X, | President Y's eldest son"
    if possessor is None:
        return left
    while (
        possessor > 0
        and doc[possessor].pos_ in ("NOUN", "ADJ", "PROPN")
        and doc[possessor - 1].pos_ in ("NOUN", "ADJ", "PROPN", "DET")
    ):
        possessor -= 1
    return possessor


def _past_before(doc: Doc, compound: int | None, phrases: Phrases) -> bool:
    """Whether "former" stands before the name: "former Radio Tengri editor"."""
    if compound is None:
        return False
    mention = phrases.clusters.mentions[compound]
    return (
        is_past(mention.text.split()[0].lower())
        or is_past(phrases.text(mention.start - 1))
        or is_past(phrases.text(mention.start - 2))
    )


def _left(doc: Doc, phrases: Phrases, start: int) -> int:
    """Return where the modifiers of a position begin: up to a name of a body, a preposition, a comma, an article."""
    i = start
    while i > 0 and doc[i - 1].sent.start == doc[start].sent.start:
        token = doc[i - 1]
        name = phrases.name(i - 1)
        if name is not None:
            if phrases.clusters.kind(name) is not Kind.PLACE:
                break
            i = phrases.clusters.mentions[name].start
        elif token.lower_ == "and" and _parts_regions(phrases, i - 1):
            i -= 1
        elif token.text in QUOTES and (opening := _opening(doc, i - 1)) is not None and not _is_body(phrases, i - 2):
            i = opening
        elif _beside_verb(token) or phrases.employs(i - 1):
            break
        elif (
            token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "X")
            or token.text in HYPHENS
            or _participle(token)
            or token.lower_ in ADVERBS
        ):
            i -= 1
        else:
            break
    return i


def _parts_regions(phrases: Phrases, token: int) -> bool:
    """Whether *and* stands between two places: "the Europe and Central Asia coordinator"."""
    names = phrases.name(token - 1), phrases.name(token + 1)
    return all(n is not None and phrases.clusters.kind(n) is Kind.PLACE for n in names)


def _is_body(phrases: Phrases, token: int) -> bool:
    """Whether a name is a body's, which employs whoever holds the position after it: "“Arna Media” coordinator"."""
    name = phrases.name(token)
    return name is not None and phrases.clusters.kind(name) in BODIES


def _opening(doc: Doc, closing: int) -> int | None:
    """Return the quotation mark that opens a short title in quotes before a position: "the “Open Talk” host"."""
    for i in range(closing - 1, max(closing - 6, -1), -1):
        if doc[i].text in QUOTES:
            return i
        if doc[i].pos_ not in ("ADJ", "NOUN", "PROPN", "NUM"):
            return None
    return None


def _participle(token: Token) -> bool:
    return token.tag_ in ("VBN", "VBG") and (token.dep_ == "amod" or token.pos_ == "ADJ")


def _outer(doc: Doc, left: int) -> int:
    """Return where the phrase begins with its article or "then"."""
    if left > 0 and (doc[left - 1].pos_ == "DET" or doc[left - 1].tag_ == "PRP$" or is_past(doc[left - 1].lower_)):
        return left - 1
    return left


def _beside_verb(token: Token) -> bool:
    """Whether a word only seems to modify the noun after it: "Police detain, harass editor" has two verbs in a row."""
    if token.i < 2 or token.nbor(-1).text != "," or not token.is_lower:
        return False
    return token.nbor(-2).tag_ in ("VB", "VBP", "VBZ", "VBD") and token.pos_ in ("ADJ", "NOUN")


def _first(doc: Doc, left: int, start: int, *, after_name: bool) -> int:
    """Return where the words of the position begin: after the last modifier that is no part of it."""
    first = start
    while first > left and _part_of_position(doc[first - 1], after_name=after_name):
        first -= 1
    while first < start and (doc[first].text in HYPHENS or doc[first].lower_ in AND):
        first += 1
    return first


def _part_of_position(token: Token, *, after_name: bool) -> bool:
    if token.text in HYPHENS:
        return True
    if (
        token.pos_ not in ("ADJ", "NOUN", "PROPN", "X")
        or token.lower_ in LIKENESS
        or is_past(token.lower_)
        or token.tag_ in ("VBN", "VBG", "CD")
    ):
        return False
    if token.pos_ == "ADJ" and (token.text[:1].isupper() and country_of(token.text) is not None):
        return False
    if country_of(token.text) is not None or token.lower_.endswith(("-year", "-old")):
        return False
    outlet = load_words(OutletWord).get([word_of(token)])
    return not (after_name and outlet is not None and outlet.use == "head") and not (
        after_name and token.lower_ == "agency"
    )
