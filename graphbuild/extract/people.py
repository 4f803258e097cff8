"""Lists and appositions of people, which a parser takes for one another.

A comma after a name may go on with the next person or with what the first one is, and a parser for open text often
guesses. Six facts decide:

- Three named people whom nothing but titles, commas and *and* part are a list (Quirk et al. 1985, 13.16 f.), and so are
  two with *and* between them: "director Omar Keita, reporter Li Wen, and economist Ada Obi" are three.
- A trade without an article is no further person (ibid. 5.39): "Omar Keita, cameraman for Arna, and Li Wen" are two.
- What is joined to the name right after a noun is joined to the noun: "the website Radio Aksu and its editor".
- A person's name is no other name of a body or place: in "a reporter working for Radio Aksu, Li Wen," it is the reporter's.
- A clause has one subject: in "A presenter on Radio Aksu, Li Wen was held" the first noun says who Li Wen is.
- A countable noun needs an article (Quirk et al. 1985, 5.39), a title does not: in "CEO and Chair Li Wen" both are hers.
- *All* or *both* and a participle after a list and a dash tell of the list: "X and Y — both held since May".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from graphbuild.extract.kinds import PERSONS, describe
from graphbuild.extract.reattachment import NOMINAL, is_person, person_above
from graphbuild.extract.syntax import Dependent, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

R = Relation

SHORTEST = 3
"""People of a list that commas part: two may be one and what else he is called."""
LONGEST_TITLE = 10
"""Words between two people of a list."""
IN_TITLES = frozenset({"NOUN", "PROPN", "ADJ", "PART", "PUNCT"})
SUBJECTS = ("nsubj", "nsubj:pass")
MARKS = frozenset({",", "and", ";", "&"})


def person_lists(doc: Doc) -> Iterator[list[Span]]:
    """Yield the lists of a parse: for each of its people the words from the comma before up to the end of the name."""
    people = [e for e in doc.ents if e.label_ == "PERSON"]
    found: list[Span] = []
    for one, other in pairwise(people):
        if not found:
            found = [one]
        if _is_listing(doc[one.end : other.start]):
            found.append(doc[one.end : other.end])
            continue
        yield from _whole(found)
        found = []
    yield from _whole(found)


def _whole(found: list[Span]) -> Iterator[list[Span]]:
    joined = found and any(t.lower_ in ("and", "&") for t in found[-1][:2])
    if (joined and len(found) > 1) or (len(found) >= SHORTEST and any(t.lower_ == "and" for t in found[-1])):
        yield found


def _is_listing(between: Span) -> bool:
    """Whether nothing but a comma or *and* and the next one's titles stands between two names of one sentence."""
    if not 0 < len(between) <= LONGEST_TITLE or between[0].lower_ not in MARKS or between[0].is_sent_start:
        return False
    titles = [t for t in between if t.lower_ not in MARKS and not (t.nbor(-1).text == "-" and t.nbor(1).text == "-")]
    if any(t.is_sent_start or t.pos_ not in IN_TITLES or t.text in "()[]:–—." for t in titles):
        return False
    commas = [k for k, t in enumerate(between) if t.text in (",", ";")]
    return commas in ([], [0])


def relinked(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield what words depend on, and as what, where a parse mistakes who is who."""
    for people in person_lists(doc):
        first = people[0].root
        inside = {t.i for each in people for t in each} | {first.head.i}
        for each in people[1:]:
            if each.root.dep_ == "appos" and each.root.head.i in inside:
                yield each.root.i, Dependent(R.CONJUNCT, first)
    for name in (e for e in doc.ents if e.label_ == "PERSON"):
        yield from _trades_after(name)
        yield from _described(name.root)
    for token in doc:
        listed = _list_before(token) if token.tag_ == "VBN" else None
        if listed is not None:
            yield token.i, Dependent(R.ADNOMINAL, listed)
        elif token.dep_ == "conj" and _is_no_conjunct(token):
            yield token.i, Dependent(R.OTHER, token.head)
        elif token.dep_ == "conj" and token.head.dep_ == "appos" and _names(token.head, token.head.head):
            yield token.i, Dependent(R.CONJUNCT, token.head.head)


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
    if name.end < len(name.doc) and name.doc[name.end].text == ",":
        trades = (*_trades(name.doc, name.end + 1), *_enclosed(name))
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
        above = person_above(name.head)
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


def _is_bare_post(noun: Token) -> bool:
    """Whether a singular noun for a person has no article or possessor."""
    free = all(c.dep_ not in ("det", "nmod:poss", "nummod") for c in noun.children)
    return noun.tag_ == "NN" and free and is_person(noun)


def _only_titles(between: Span) -> bool:
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
