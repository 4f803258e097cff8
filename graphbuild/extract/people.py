"""Lists and appositions of people, which a parser takes for one another.

A comma after a name may go on with the next person or with what the first one is, and a parser for open text often
guesses. Seven facts decide:

- Three named people whom nothing but titles, trades, commas and *and* part are a list (Quirk et al. 1985, 13.16 f.), and
  so are two with *and* between them: "director Omar Keita, reporter Li Wen, and economist Ada Obi" are three.
- A trade without an article is no further person (ibid. 5.39): "Omar Keita, cameraman for Arna, and Li Wen" are two.
- What is joined to the name right after a noun is joined to the noun: "the website Radio Aksu and its editor".
- A person's name is no other name of a body or place: in "a reporter working for Radio Aksu, Li Wen," it is the reporter's.
- A clause has one subject: in "A presenter on Radio Aksu, Li Wen was held" the first noun says who Li Wen is.
- A countable noun needs an article (Quirk et al. 1985, 5.39), a title does not: in "CEO and Chair Li Wen" both are hers.
- Who is counted has as many names: in "two suspects in the murder of Ada Obi, X and Y, were held" they are X and Y.
- *All* or *both* and a participle after a list and a dash tell of the list: "X and Y — both held since May".
"""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from graphbuild.extract.clusters import NUMBERS
from graphbuild.extract.kinds import PERSONS, describe
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.surface import NOMINAL, is_person, person_above, person_beside
from graphbuild.extract.syntax import Dependent, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.extract.tokens import Doc, Span, Token

R = Relation

SHORTEST = 3
"""People of a list that commas part: two may be one and what else he is called."""
LONGEST_TITLE = 14
"""Words between two people of a list."""
IN_TITLES = frozenset({"NOUN", "PROPN", "ADJ", "PART", "PUNCT"})
SUBJECTS = ("nsubj", "nsubj:pass")
PLACES = {"nsubj": R.SUBJECT, "nsubj:pass": R.PASSIVE_SUBJECT, "obj": R.OBJECT}
BEFORE_NOUN = ("nmod:poss", "compound", "nmod:desc")
MISREAD = ("appos", "list", "flat")
"""What a parse takes the next of a list for."""
COMPANY, TOGETHER = ("along", "with"), ("together", "with")
LONGEST_BRACKETS = 4
AT = frozenset({"of", "from", "for", "with", "at"})
LONGEST_EMPLOYER = 6
QUOTES = frozenset("\"“”„«»‘’'")
MARKS = frozenset({",", "and", ";", "&"})


class Listed(NamedTuple):
    """One of the people of a list."""

    words: Span
    """the name, with *and* and titles before it"""
    aside: Span | None = None
    """what the one before is said to be, between commas"""


def person_lists(doc: Doc) -> Iterator[list[Listed]]:
    """Yield the lists of people of a parse."""
    people = [e for e in doc.ents if e.label_ == "PERSON" and not _is_in_brackets(e)]
    found: list[Listed] = []
    for one, other in pairwise(people):
        if not found:
            found = [Listed(one)]
        listed = _listed_after(doc.span(one.end, other.start), other)
        if listed is not None:
            found.append(listed)
            continue
        yield from _whole(found)
        found = []
    yield from _whole(found)


def _whole(found: list[Listed]) -> Iterator[list[Listed]]:
    joined = found and any(t.lower_ in ("and", "&") for t in found[-1].words[:2])
    if (joined and len(found) > 1) or (len(found) >= SHORTEST and any(t.lower_ == "and" for t in found[-1].words)):
        yield found


def _listed_after(between: Span, name: Span) -> Listed | None:
    """Return a name as the next of a list, None where it is none of it.

    Nothing but a comma or *and* and his titles may stand before him, and what the one before is called: another name in
    brackets, and a trade between commas.
    """
    doc, start = between.doc, _after_employer(between, _after_brackets(between))
    words = [t for t in doc[start : between.end] if t.text not in QUOTES]
    if not 0 < len(words) <= LONGEST_TITLE or words[0].lower_ not in MARKS or any(t.is_sent_start for t in words):
        return None
    commas = [k for k, t in enumerate(words) if t.text in (",", ";")]
    if commas in ([], [0]):
        return Listed(doc.span(start, name.end)) if all(map(_is_in_title, words)) else None
    if len(commas) != len(("before", "after")) or commas[0] != 0 or not all(map(_is_in_title, words[commas[1] :])):
        return None
    trade = words[1 : commas[1]]
    if not _is_trade(trade):
        return None
    return Listed(doc.span(words[commas[1]].i, name.end), doc.span(trade[0].i, trade[-1].i + 1))


def _is_in_brackets(name: Span) -> bool:
    """Whether a name is another one of the person before: "Lea Vik (Moss)"."""
    return name.doc[max(0, name.start - 1)].text == "(" and name.doc.text_of(name.end, name.end + 1) == ")"


def _is_in_title(word: Token) -> bool:
    """Whether a word may stand before the next name of a list."""
    if word.lower_ in MARKS or (word.nbor(-1).text == "-" and word.nbor(1).text == "-"):
        return True
    return word.pos_ in IN_TITLES and word.text not in "()[]:–—."


def _after_brackets(between: Span) -> int:
    """Return where a stretch goes on after the other name or the date that brackets hold: "Lea Vik (Moss), | and"."""
    closing = next((t.i for t in between if t.text == ")"), None)
    short = len(between) > 1 and between[0].text == "(" and closing is not None
    return (
        closing + 1 if short and closing is not None and closing - between.start <= LONGEST_BRACKETS else between.start
    )


def _after_employer(between: Span, start: int) -> int:
    """Return where a stretch goes on after where somebody works: "Lea Vik of Radio Tengri | and Arna's Omar Keita"."""
    if start >= between.end or between.doc[start].lower_ not in AT:
        return start
    for word in between.doc[start + 1 : min(start + 1 + LONGEST_EMPLOYER, between.end)]:
        if word.lower_ in MARKS:
            return word.i
        if word.ent_type_ not in ("ORG", "LOC") and word.pos_ not in ("PROPN", "DET", "ADJ"):
            break
    return start


def _is_trade(words: list[Token]) -> bool:
    """Whether words between commas say what somebody is: "director of Arna Media", "a journalist for Radio Tengri"."""
    phrase = words[1:] if words and words[0].lower_ in ("a", "an", "the") else words
    trade = list(takewhile(lambda t: t.pos_ in ("NOUN", "ADJ", "PROPN"), phrase))
    known = describe([noun_lemma(t) for t in trade]) if trade else None
    plain = all(t.pos_ in IN_TITLES | {"ADP", "DET"} and t.text not in "()[]:–—." for t in phrase)
    return known is not None and known.kind in PERSONS and bool(known.position) and plain


def relinked(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield what words depend on, and as what, where a parse mistakes who is who."""
    for people in person_lists(doc):
        yield from _list_links(people)
        yield from _counted_before(people)
    for person in (e for e in doc.ents if e.label_ == "PERSON"):
        yield from _called_after(person)
        yield from _titled(person)
        yield from _among_them(person.root)
        yield from _in_company(person)
        yield from _trades_after(person)
        yield from _described(person.root)
    for token in doc:
        listed = _list_before(token) if token.tag_ == "VBN" else None
        if listed is not None:
            yield token.i, Dependent(R.ADNOMINAL, listed)
        elif token.dep_ == "conj" and _is_no_conjunct(token):
            yield token.i, Dependent(R.OTHER, token.head)
        elif token.dep_ == "conj" and token.head.dep_ == "appos" and _names(token.head, token.head.head):
            yield token.i, Dependent(R.CONJUNCT, token.head.head)


def _list_links(people: list[Listed]) -> Iterator[tuple[int, Dependent]]:
    """Yield that those of a list whom a parse hangs on one another are listed, and whose the trades between them are."""
    first = people[0].words.root
    inside = set(range(people[0].words.start, people[-1].words.end)) | {first.head.i}
    for before, each in pairwise(people):
        name, root = _name_of(each.words), each.words.root
        bare = root.dep_ == "nmod" and all(c.dep_ != "case" for c in root.children)
        if (root.dep_ in MISREAD or bare) and root.head.i in inside:
            yield name.i, Dependent(R.CONJUNCT, first)
            if root != name:
                yield root.i, Dependent(R.COMPOUND, name)
        if each.aside is not None and each.aside.root.dep_ == "appos":
            yield each.aside.root.i, Dependent(R.APPOSITION, _name_of(before.words))


def _counted_before(people: list[Listed]) -> Iterator[tuple[int, Dependent]]:
    """Yield that names after a comma are of people counted before, whose phrase holds the first name of the list.

    "Two suspects in the killing of X, *Y and Z*, were held" counts those who are not X.
    """
    first, last, names = people[0].words, people[-1].words, [_name_of(each.words) for each in people]
    before = first.doc[first.start - 2] if first.start - 2 >= first.sent.start else names[0]
    if first.doc[first.start - 1].text == "," and _count(before) == len(names) and names[0].head != before:
        yield names[0].i, Dependent(R.APPOSITION, before)  # "her son and two daughters, X and Y"
        yield from ((name.i, Dependent(R.CONJUNCT, names[0])) for name in names[1:])
        return
    counted = next((t for t in names[0].ancestors if t.tag_ == "NNS" and t.i < names[0].i and is_person(t)), None)
    closed = last.end < len(last.doc) and last.doc[last.end].text == ","
    parted = last.doc[first.end].text == ","
    if counted is not None and _count(counted) == len(names) - 1 and closed and parted:
        yield names[1].i, Dependent(R.APPOSITION, counted)
        yield from ((name.i, Dependent(R.CONJUNCT, names[1])) for name in names[2:])


def _count(people: Token) -> int | None:
    """Return how many a plural says that people are."""
    numbers = (NUMBERS.get(c.lower_) for c in people.children if c.dep_ == "nummod")
    return next(numbers, None) if people.tag_ == "NNS" and is_person(people) else None


def _name_of(words: Span) -> Token:
    """Return the head of the name that a stretch of a list ends with."""
    return next(e for e in words.doc.ents if e.end == words.end).root


def _in_company(name: Span) -> Iterator[tuple[int, Dependent]]:
    """Yield the link of who is named after *along with* to whom that goes with, the one named before.

    A parse hangs the name on anything: "the editor, Lea Vik, along with reporters | Omar Keita and Dana Oster, was held".
    """
    titles = list(takewhile(lambda t: t.pos_ in ("NOUN", "ADJ"), reversed(name.doc[name.sent.start : name.start])))
    link = name.start - len(titles) - len(COMPANY)
    if link <= name.sent.start or tuple(t.lower_ for t in name.doc[link : link + len(COMPANY)]) not in (
        COMPANY,
        TOGETHER,
    ):
        return
    end = link - (name.doc[link - 1].text == ",")
    before = next((e for e in name.doc.ents if e.end == end and e.label_ == "PERSON"), None)
    if before is None:
        return
    above = before.root.head
    whole = above if before.root.dep_ == "appos" and (is_person(above) or above.dep_ in SUBJECTS) else before.root
    yield name.root.i, Dependent(R.OBLIQUE, whole, "along with")
    inside = range(before.start, name.end)
    for other in name.doc[name.end : name.sent.end]:
        if other.dep_ == "conj" and other.ent_type_ == "PERSON" and other.head.i in inside:
            yield other.i, Dependent(R.CONJUNCT, name.root)


def _is_no_conjunct(token: Token) -> bool:
    """Whether a noun is said to be coordinated with another that nothing joins it to, or with whom somebody did *by*."""
    links = [next((c.lower_ for c in t.children if c.dep_ == "case"), None) for t in (token.head, token)]
    if links[0] == "by" and links[1] not in (None, "by"):
        return True  # "held by the rebels and for all parties to …"
    first = token.left_edge.i
    if token.pos_ != "NOUN" or first == 0 or any(c.dep_ == "cc" or c.is_punct for c in token.children):
        return False
    return token.doc[first - 1].pos_ in ("NOUN", "PROPN") and token.head.i < first


def _names(name: Token, noun: Token) -> bool:
    """Whether a name stands right after the one thing that it is the name of: "the website Radio Aksu"."""
    return name.pos_ == "PROPN" and noun.tag_ == "NN" and name.left_edge.i == noun.i + 1


def _trades_after(name: Span) -> Iterator[tuple[int, Dependent]]:
    """Yield the bare trades after a name and a comma that a parse takes for further people."""
    comma = _after_brackets(name.doc.span(name.end, name.end + LONGEST_BRACKETS + 1))
    if comma < len(name.doc) and name.doc[comma].text == ",":
        trades = (*_trades(name.doc, comma + 1), *_enclosed(name))
        yield from ((t.i, Dependent(R.APPOSITION, name.root)) for t in trades if t.dep_ == "conj")


def _enclosed(name: Span) -> list[Token]:
    """Return the trade that commas enclose between a name and the last of a list: "Omar Keita, | a reporter, and Li Wen".

    Nobody leaves one unnamed in the middle of those whom he names.
    """
    doc, start = name.doc, name.end + 1
    if start >= len(doc) or doc[start].lower_ not in ("a", "an"):
        return []
    noun = doc[start].head
    rest = doc[noun.right_edge.i + 1 : noun.right_edge.i + 4]
    closed = len(rest) == 3 and rest[0].text == "," and rest[1].lower_ == "and" and rest[2].ent_type_ == "PERSON"
    return [noun] if noun.left_edge.i == name.end and closed and is_person(noun) else []


def _described(name: Token) -> Iterator[tuple[int, Dependent]]:
    """Yield the link between a name and the noun for a person before it that a parse does not see."""
    if name.dep_ == "appos" and name.head.pos_ in NOMINAL and not is_person(name.head):
        above = person_above(name.head) or person_beside(name.head)
        if above is not None:
            yield name.i, Dependent(R.APPOSITION, above)
    post = name.head
    if name.dep_ == "conj" and _is_bare_post(post) and _only_titles(name.doc[post.i + 1 : name.i]):
        yield name.i, Dependent(R.APPOSITION, post)
    if name.dep_ in SUBJECTS:
        first = next((t for t in name.subtree if not t.is_punct), name)
        others = (c for c in name.head.children if c.dep_ in SUBJECTS and c.i < name.i)
        for other in others:
            if name.doc[first.i - 1].text == "," and other.pos_ == "NOUN" and is_person(other):
                yield other.i, Dependent(R.APPOSITION, name)


def _called_after(name: Span) -> Iterator[tuple[int, Dependent]]:
    """Yield that a name has the place in its clause of the noun after a comma, which only says what it is.

    A comma parts no possessor and no modifier from its noun: "Lea Vik, “Arna” editor, was held" tells of Lea Vik, and "a
    raid on Aksu Media, the local branch" of Aksu Media.
    """
    noun = name.root.head
    parted = name.end < len(name.doc) and name.doc[name.end].text == ","
    if name.root.dep_ not in BEFORE_NOUN or not parted or noun.i <= name.end:
        return
    case = next((c.lower_ for c in noun.children if c.dep_ == "case" and c.i < name.start), None)
    if noun.dep_ in PLACES and is_person(noun):
        yield name.root.i, Dependent(PLACES[noun.dep_], noun.head)
        yield noun.i, Dependent(R.APPOSITION, name.root)
    elif case is not None and any(c.dep_ == "det" and c.i > name.end for c in noun.children):
        yield name.root.i, Dependent(R.OBLIQUE, noun.head, case)
        yield noun.i, Dependent(R.APPOSITION, name.root)


def _titled(name: Span) -> Iterator[tuple[int, Dependent]]:
    """Yield that a name right after a noun for a person has the place of the noun, which is its title.

    "The arrest of agency editor | Lea Vik": no verb has a bare name for an adjunct.
    """
    title = name.doc[name.start - 1] if name.start > name.sent.start else None
    case = next((c.lower_ for c in title.children if c.dep_ == "case"), None) if title is not None else None
    if title is None or case is None or title.tag_ != "NN" or title.dep_ not in ("nmod", "obl") or not is_person(title):
        return
    if name.root.dep_ in ("obl", "dep", "obl:unmarked", "nmod:unmarked") and name.root.head.i < title.i:
        yield name.root.i, Dependent(R.OBLIQUE, title.head, case)
        yield title.i, Dependent(R.COMPOUND, name.root)


def _among_them(name: Token) -> Iterator[tuple[int, Dependent]]:
    """Yield that people before "among them" are no title of who follows: "ten people, among them Lea Vik"."""
    them = next((c for c in name.children if c.lower_ in ("them", "whom") and c.i < name.i), None)
    people = next((c for c in name.children if them is not None and c.i < them.i and c.tag_ == "NNS"), None)
    if (
        people is not None
        and them is not None
        and name.dep_ in PLACES
        and any(c.lower_ == "among" for c in them.children)
    ):
        yield people.i, Dependent(PLACES[name.dep_], name.head)
        yield name.i, Dependent(R.APPOSITION, people)


def _is_bare_post(noun: Token) -> bool:
    """Whether a singular noun for a person has no article or possessor."""
    free = all(c.dep_ not in ("det", "nmod:poss", "nummod") for c in noun.children)
    return noun.tag_ == "NN" and free and is_person(noun)


def _only_titles(between: list[Token]) -> bool:
    """Whether *and* and a word or two for a post stand between."""
    titles = [t for t in between[1:] if not t.is_punct]
    return between[0].lower_ == "and" and 1 <= len(titles) <= 2 and all(t.pos_ in IN_TITLES for t in titles)


def _list_before(participle: Token) -> Token | None:
    """Return the noun before a dash or comma of which *all* or *both* and a participle tell something."""
    doc, i = participle.doc, participle.i
    free = participle.dep_ in ("ccomp", "parataxis", "advcl", "conj") and not any(
        c.dep_.startswith(("aux", "nsubj")) and c.lower_ not in ("all", "both") for c in participle.children
    )
    if (
        not free
        or i < 3
        or doc[i - 1].lower_ not in ("all", "both")
        or doc[i - 2].text not in ("—", "–", "-", "--", ",")
    ):
        return None
    last = doc[i - 3]
    while last.dep_ in ("flat", "conj", "compound") and last.head.i < last.i and last.head.pos_ in NOMINAL:
        last = last.head
    return last if last.pos_ in NOMINAL and is_person(last) else None


def _trades(doc: Doc, start: int) -> Iterator[Token]:
    """Yield the bare nouns for trades that begin here: with no article and no name they are no one else's."""
    i = start
    while i < len(doc) and doc[i].pos_ in ("ADJ", "NOUN") and not doc[i].is_sent_start:
        i += 1
    noun = doc[i - 1]
    if i == start or noun.tag_ != "NN" or (i < len(doc) and doc[i].pos_ == "PROPN"):
        return
    known = describe([t.lower_ for t in doc[start:i]])
    if known is None or not known.position or known.kind not in PERSONS:
        return
    yield noun
    if i < len(doc) and doc[i].lower_ == "and":
        yield from _trades(doc, i + 1)
