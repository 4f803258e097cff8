"""What a phrase's words say that it denotes, looked up in the word lists.

"Two riot police officers" ends in *riot police officer*: an agency, of the police, by its members. "The independent
weekly" is an outlet, "masked men" a group. The longest phrase that the words end with decides, since English nouns end
in what they are: a *police station chief* is a chief, a *court reporter* a reporter.

The same lists tell what a capitalised name is: by what it ends in ("Saryarkinsky District *Court*"), by what stands
before its first *of* or *for* ("*Committee* to Protect …"), or by a word that media bear anywhere ("*Radio* Azattyq").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graphbuild.extract.lemmas import noun_lemma
from graphbuild.lexicons.names import load_names
from graphbuild.lexicons.words import (
    AgencyWord,
    GroupWord,
    OrganizationWord,
    OutletWord,
    PersonWord,
    Position,
    ThingWord,
    Title,
    load_words,
)
from graphbuild.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.extract.tokens import Token

PRESS = frozenset({Kind.JOURNALIST, Kind.OUTLET})
PERSONS = frozenset({Kind.JOURNALIST, Kind.OFFICIAL, Kind.PERSON})
PEOPLE = PERSONS | {Kind.GROUP}
BODIES = frozenset({Kind.OUTLET, Kind.AGENCY, Kind.ORGANIZATION})
LAWYERS = frozenset("lawyer attorney counsel advocate solicitor barrister".split())
OF = frozenset({"of", "for", "to", "on", "against", "without", "in", "and"})
"""Words that end the head of a body's name: "Committee to Protect", "Ministry of"."""
BOARDS = frozenset(
    {"council", "commission", "authority", "board", "agency", "directorate", "inspectorate", "committee"}
)
REGULATED = frozenset(
    {"broadcasting", "media", "press", "television", "audiovisual", "telecommunications", "communications"}
)
CAUSES = frozenset({"freedom", "freedoms", "rights", "liberty", "development", "workers", "women", "ethics", "study"})
"""Words in the names of those who speak for the media, and of no regulator."""
ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "dom", "hood", "ing", "work", "cy")
PAST = frozenset({"former", "ex", "ex-", "then", "erstwhile", "onetime", "late", "previous", "formerly", "previously"})
PARTS = frozenset(
    "service branch part arm unit subsidiary department division affiliate bureau edition section outlet project".split()
)
NAME_HEADS = frozenset({"bureau", "directorate", "department", "service", "division", "corporation", "duma", "watch"})
"""Nouns that make a capitalised name a body's, though as common nouns they may be a place or a thing."""
OBSERVERS = frozenset({"watch", "observatory", "endowment", "lab", "fund", "initiative"})
"""Last words in the names of bodies that are about what stands before: "Media Rights *Watch*", "Press *Observatory*"."""
GATHERINGS = frozenset("rally protest demonstration march picket vigil procession gathering".split())
"""Nouns for an event that stand for the people at it where violence is done to them."""
ANY_OUTLET = frozenset({"publication", "outlet", "media", "company", "agency"})
"""Nouns for an outlet named elsewhere, after which a person's name is more often the holder of the post before them."""
BUILDINGS = frozenset({"prison", "jail", "colony", "center", "centre", "facility", "penitentiary"})
"""Words for prisons that name a building: who runs it is called otherwise ("prison service")."""
STATE_OFFICES = frozenset({"state", "administration", "cabinet", "council", "authority", "agency", "force", "office"})
"""Nouns of agencies that other bodies bear as often in their names: no agency by themselves in a name's middle."""
UNITS_OF_STATE = frozenset("department directorate unit squad bureau division agency".split())
"""First or last words in the names of parts of a state body, and of others."""
ENFORCING = frozenset(
    "security intelligence investigation investigations narcotics customs border immigration enforcement counterterrorism"
    " terrorism corruption crime crimes criminal cybercrime cybercrimes".split()
)
"""Words in the names of forces for what they are there for."""


@dataclass(frozen=True, slots=True)
class Description:
    """What a noun phrase describes."""

    kind: Kind
    function: str | None = None
    """of an agency"""
    position: str | None = None
    relative: bool = False
    member: bool = False
    """whether it is people of a body and not the body: "officers" """


def describe(lemmas: Sequence[str]) -> Description | None:
    """Return what words that end in a noun describe, None where the lists do not know them.

    >>> describe(["riot", "police", "officer"])
    Description(kind=<Kind.AGENCY: 'Agency'>, function='police', position='police officer', relative=False, member=True)
    >>> describe(["lawyer"]).position, describe(["weekly"]).kind.value, describe(["idea"])
    ('lawyer', 'Outlet', None)
    """
    words = _split(lemmas)
    position, agency = load_words(Position).ending(words), load_words(AgencyWord).ending(words)
    outlet = load_words(OutletWord).ending(words)
    outlet = outlet if outlet is not None and outlet.use == "head" else None
    organization, thing = load_words(OrganizationWord).ending(words), load_words(ThingWord).ending(words)
    people = load_words(GroupWord).ending(words) or load_words(PersonWord).ending(words)
    known = [e for e in (agency, position, outlet, people, thing, organization) if e is not None]
    if not known:
        return None
    longest = max(len(e.words) for e in known)
    text = " ".join(position.words) if position is not None else None
    for entry in known:
        if len(entry.words) < longest:
            continue
        if isinstance(entry, AgencyWord):
            return Description(Kind.AGENCY, entry.function, text if entry.member else None, False, entry.member)
        if isinstance(entry, Position):
            return Description(entry.kind or Kind.PERSON, None, text, entry.relative)
        if isinstance(entry, OutletWord):
            return Description(Kind.OUTLET)
        if isinstance(entry, GroupWord):
            return Description(Kind.GROUP if entry.collective else Kind.PERSON, None, text, False, entry.member)
        if isinstance(entry, PersonWord):
            return Description(Kind.PERSON, None, text)
        return Description(Kind.ORGANIZATION) if isinstance(entry, OrganizationWord) else None
    return None


def ends_description(lemma: str) -> bool:
    """Whether words that end in a noun may describe anything: what `describe` does not know is nearly every noun.

    >>> ends_description("officer"), ends_description("idea")
    (True, False)
    """
    return not _last_words().isdisjoint(_split([lemma])[-1:])


@cache
def _last_words() -> frozenset[str]:
    lists = (Position, AgencyWord, OutletWord, OrganizationWord, ThingWord, GroupWord, PersonWord)
    return frozenset(words[-1] for each in lists for words in load_words(each).entries)


def kind_of_name(text: str, base: Kind) -> tuple[Kind, str | None, str | None]:
    """Return what a name denotes (kind, an agency's function, the country that it alone says), given a first guess.

    >>> [k.value for k in kind_of_name("Saryarkinsky District Court", Kind.PLACE)[:1]]
    ['Agency']
    >>> kind_of_name("Radio Azattyq", Kind.ORGANIZATION)[0].value, kind_of_name("FSB", Kind.ORGANIZATION)[1:]
    ('Outlet', ('security', 'RU'))
    """
    known = load_names().get(text)
    if known is not None:
        return known.kind, known.function, known.country
    words = _split([w.strip("\"'“”’().,") for w in text.lower().replace("'s", "").replace("’s", "").split()])
    if base is Kind.PERSON and len(words) > 1 and not _is_body(words):
        return base, None, None
    if len(words) == 1 and base is not Kind.ORGANIZATION:
        return base, None, None
    return (Kind.AGENCY, "regulator", None) if _is_regulator(words) else _kind_of_words(words, base)


def _is_regulator(words: Sequence[str]) -> bool:
    """Whether a name is that of a board over the media: "High Council *for Broadcasting*", not "… for Press Freedom"."""
    head = _head(words)
    about = set(words[len(head) :])
    return head[-1] in BOARDS and not REGULATED.isdisjoint(about) and about.isdisjoint(CAUSES)


def _kind_of_words(words: Sequence[str], base: Kind) -> tuple[Kind, str | None, str | None]:
    for part in (words, _head(words)):
        agency, outlet = load_words(AgencyWord).ending(part), load_words(OutletWord).ending(part)
        organization = load_words(OrganizationWord).ending(part)
        longest = max((len(e.words) for e in (agency, outlet, organization) if e is not None), default=0)
        if agency is not None and not agency.member and len(agency.words) == longest:
            if agency.function == "prison" and agency.words[-1] in BUILDINGS:
                return Kind.PLACE, None, None  # where somebody is held, as "Evin Prison"
            return Kind.AGENCY, agency.function, None
        if outlet is not None and len(outlet.words) == longest:
            return Kind.OUTLET, None, None
        if organization is not None:
            return Kind.ORGANIZATION, None, None
    if base is Kind.ORGANIZATION and len(words) > 1 and words[-1] in OBSERVERS:
        return Kind.ORGANIZATION, None, None
    agency = next((e for e in _agencies_in(words)), None)
    if agency is not None:
        return Kind.AGENCY, agency.function, None
    if any(load_words(OutletWord).get((w,)) is not None for w in words):
        return Kind.OUTLET, None, None
    fighting = words[0] == "anti" or not (ENFORCING - {"investigation", "investigations"}).isdisjoint(words)
    if base is Kind.ORGANIZATION and fighting and not UNITS_OF_STATE.isdisjoint((words[0], words[-1])):
        return Kind.AGENCY, "security", None  # "the Anti-Cybercrime Bureau", "the Department of Criminal Security"
    return base, None, None


def _is_body(words: Sequence[str]) -> bool:
    """Whether a name that was taken for a person's or a place's is plainly a body's: it ends or begins so."""
    ends = (words[-1],), (words[0],)
    return any(
        (
            load_words(AgencyWord).get(w) is not None
            and w[0] in ("court", "ministry", "police", "parliament", "prosecutor")
        )
        or (
            load_words(OutletWord).get(w) is not None
            and w[0] in ("radio", "tv", "television", "news", "newspaper", "fm")
        )
        for w in ends
    )


def _head(words: Sequence[str]) -> Sequence[str]:
    """Return the words before the first *of*: "Ministry of Culture" is a ministry."""
    end = next((i for i, w in enumerate(words) if i and w in OF), len(words))
    return words[:end]


def _agencies_in(words: Sequence[str]) -> list[AgencyWord]:
    found = [e for _, _, e in load_words(AgencyWord).scan(words) if not e.member]
    return [e for e in found if len(e.words) > 1 or e.words[0] not in STATE_OFFICES]


def is_agency(words: Sequence[str]) -> bool:
    """Whether a name ends as state bodies do whose last word alone says nothing: "Public Prosecutor's Office".

    >>> is_agency(["public", "prosecutor", "'s", "office"]), is_agency(["box", "office"])
    (True, False)
    """
    found = load_words(AgencyWord).ending([w for w in _split(words) if w not in ("'s", "’s")])
    if found is None:
        found = load_words(AgencyWord).ending(_split([w.replace("’", "'") for w in _joined(words)]))
    return found is not None and not found.member and len(found.words) > 1


def _joined(words: Sequence[str]) -> list[str]:
    """Put possessive marks back on their words, as the lists have them."""
    found: list[str] = []
    for word in words:
        if word in ("'s", "’s", "'", "’") and found:
            found[-1] += "'s" if word.endswith("s") else "'"
        else:
            found.append(word)
    return found


@cache
def body_word(word: str) -> bool:
    """Whether a capitalised word such as Court, Ministry, Radio or Union makes the name around it a body's.

    >>> body_word("court"), body_word("radio"), body_word("officer")
    (True, True, False)
    """
    agency = load_words(AgencyWord).get((word,))
    if agency is not None:
        return not agency.member and word not in STATE_OFFICES | {"customs", "congress", "bench", "palace", "diet"}
    if load_words(ThingWord).get((word,)) is not None:
        return word in NAME_HEADS
    return (
        word in NAME_HEADS
        or load_words(OutletWord).get((word,)) is not None
        or load_words(OrganizationWord).get((word,)) is not None
    )


def strip_titles(words: Sequence[str]) -> int:
    """Return how many words before a name are titles, positions among them; one word at least stays.

    >>> strip_titles(["prime", "minister", "anders", "vik"]), strip_titles(["judge"])
    (2, 0)
    """
    start = 0
    while start < len(words) - 1:
        step = _title_length(words, start)
        if not step:
            break
        start += step
    return start


def _title_length(words: Sequence[str], start: int) -> int:
    for length in range(min(4, len(words) - 1 - start), 0, -1):
        phrase = [w.rstrip(".") for w in words[start : start + length]]
        position = load_words(Position).get(phrase)
        # one word of a trade may be a name as well ("Baker", "Bishop"), those of the press are none
        if load_words(Title).get(phrase) or (position and (length > 1 or position.kind is Kind.JOURNALIST)):
            return length
    return 0


def title_kind(words: Sequence[str]) -> Kind | None:
    """Return what the words directly before a person's name say that the person is.

    >>> title_kind(["prime", "minister"]).value, title_kind(["met"])
    ('Official', None)
    """
    position = load_words(Position).ending([w.rstrip(".") for w in words])
    title = load_words(Title).ending([w.rstrip(".") for w in words])
    found = [e for e in (position, title) if e is not None and e.kind is not None]
    return max(found, key=lambda e: len(e.words)).kind if found else None


def thing(lemma: str) -> tuple[str, str] | None:
    """Return the class and the canonical name of a thing.

    >>> thing("laptop"), thing("reporter")
    (('thing', 'computer'), None)
    """
    found = load_words(ThingWord).get(tuple(lemma.split()))
    return (found.classes[0], found.name) if found is not None else None


def is_doer(lemma: str) -> bool:
    """Whether a noun says what somebody did: nobody is called so who is not the one who did it.

    >>> is_doer("terrorist"), is_doer("man")
    (True, False)
    """
    found = load_words(GroupWord).get((lemma,))
    return found is not None and found.doer


def is_state(noun: Token) -> bool:
    """Whether a noun, or the words for a post before a name, are those of a state body or its people: "Minister X"."""
    posts = [noun, *(c for c in noun.children if c.i < noun.i and c.pos_ in ("NOUN", "PROPN"))]
    found = (describe([noun_lemma(t)]) for t in posts)
    return any(d is not None and d.kind in (Kind.AGENCY, Kind.OFFICIAL) for d in found)


def is_abstract(token: Token) -> bool:
    """Whether a noun looks like one of an act or a quality: it ends so, and nobody is called so."""
    lemma = token.lemma_.lower()
    return lemma.endswith(ABSTRACT) and describe([lemma]) is None


def is_past(word: str) -> bool:
    """Whether a word before a position says that it is over."""
    return word in PAST


def outlet_words(words: Sequence[str]) -> int:
    """Return how many lower-case words after a name say that it is an outlet's and are no part of it.

    >>> outlet_words(["Zhurek", "newspaper"]), outlet_words(["Arna", "news", "agency"]), outlet_words(["newspaper"])
    (1, 2, 0)
    """
    for length in range(min(3, len(words) - 1), 0, -1):
        phrase = words[-length:]
        found = load_words(OutletWord).get([w for w in phrase if w.islower()])
        if found is not None and found.use == "head" and all(w.islower() for w in phrase):
            return length
    return 0


def is_body_noun(words: Sequence[str]) -> bool:
    """Whether lower-case words before a name say that it is an outlet's or a company's.

    >>> is_body_noun(["community", "station"]), is_body_noun(["mining", "company"]), is_body_noun(["city"])
    (True, True, False)
    """
    outlet, organization = load_words(OutletWord).ending(words), load_words(OrganizationWord).ending(words)
    return (outlet is not None and outlet.use == "head") or organization is not None


def part_word(lemma: str) -> bool:
    """Whether a noun names a part of a body: "the Kazakh *service* of …"."""
    return lemma in PARTS


def _split(words: Sequence[str]) -> list[str]:
    """Part words at hyphens and spaces, as the lists do."""
    return [part for word in words for part in word.lower().replace("-", " ").split()]
