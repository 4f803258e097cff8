"""Word lists: what single words and phrases tell of a mention, a thing, a speech act or a claim's factuality.

"Two riot police officers pushed the station's camera operator" needs to know that *riot police officer* is one of the
police, *station* an outlet, *camera operator* a journalist. A list is `words/NAME.yaml`: groups of phrases that share
what is said of them. Each list has its own type of entry here, and the type is its name: `load_words(Position)`.

Phrases are sequences of lemmas in lower case; a hyphen parts words as a space does ("editor-in-chief"). A word whose
lemma parsers disagree about (media, police, data) should also be tried in the form of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, ClassVar, Generic, Protocol, TypeVar, cast

from graphbuild.errors import DataError
from graphbuild.lexicons.frames import CLASSES, SLOTS
from graphbuild.lexicons.located import Located, parse_yaml
from graphbuild.model import Factuality, Kind

FUNCTIONS = frozenset(
    "police court prosecutor ministry security military government parliament presidency regulator prison border customs"
    " election tax local".split()
)
"""What agencies do. `local` is the government of a region or city, `election` the body that runs elections."""
STANCES = {
    "plain": (Factuality.REPORTED, Factuality.HYPOTHETICAL),
    "doubt": (Factuality.ALLEGED, Factuality.HYPOTHETICAL),
    "denial": (Factuality.DENIED, Factuality.ALLEGED),
    "demand": (Factuality.DEMANDED, Factuality.DEMANDED),
}
"""What a speaker who says so, and one who does not say so, make of what is said."""
PARTS = frozenset({"verb", "noun", "adjective", "adverb", "modal", "conjunction", "preposition"})
TRUTH = {"true": True, "false": False}


class Entry(Protocol):
    """What the loader asks of an entry's type."""

    FILE: ClassVar[str]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its phrase."""


E = TypeVar("E", bound=Entry)


def _read(reader: Callable[[Located], object], default: object = MISSING) -> Any:
    """Declare a field by the function that reads it off the file."""
    return (
        field(default=default, metadata={"read": reader})
        if default is not MISSING
        else field(metadata={"read": reader})
    )


def _one_of(known: frozenset[str], what: str) -> Callable[[Located], str]:
    return lambda value: value.one_of(known, what)


def _some_of(known: frozenset[str], what: str) -> Callable[[Located], tuple[str, ...]]:
    return lambda value: value.some_of(known, what)


def _flag(value: Located) -> bool:
    return TRUTH[value.one_of(TRUTH, "truth value")]


def _kind(value: Located) -> Kind | None:
    text = value.one_of([*(k.value for k in Kind), "none"], "kind")
    return None if text == "none" else Kind(text)


def _factuality(value: Located) -> Factuality:
    return Factuality(value.one_of([f.value for f in Factuality], "factuality"))


@dataclass(frozen=True, slots=True)
class Position:
    """A noun for what somebody is: "camera operator", "police chief", "wife"."""

    FILE: ClassVar[str] = "positions"
    words: tuple[str, ...]
    kind: Kind | None = _read(_kind)
    """of a named person who holds it; None where the noun says nothing of the kind ("director", "founder")"""
    relative: bool = _read(_flag, False)


@dataclass(frozen=True, slots=True)
class AgencyWord:
    """A noun for a state body or for unnamed people of it."""

    FILE: ClassVar[str] = "agencies"
    words: tuple[str, ...]
    function: str = _read(_one_of(FUNCTIONS, "function"))
    member: bool = _read(_flag, False)
    """whether it is a person of the body ("officer") and not the body ("police")"""


@dataclass(frozen=True, slots=True)
class OutletWord:
    """A word for a medium."""

    FILE: ClassVar[str] = "outlets"
    words: tuple[str, ...]
    use: str = _read(_one_of(frozenset({"head", "mark"}), "use"))
    """head: describes an outlet ("weekly"); mark: marks a capitalised name as one ("Gazette")"""


@dataclass(frozen=True, slots=True)
class OrganizationWord:
    """A noun for an organised body that is no state body and no outlet."""

    FILE: ClassVar[str] = "organizations"
    words: tuple[str, ...]
    armed: bool = _read(_flag, False)


@dataclass(frozen=True, slots=True)
class GroupWord:
    """A noun whose plural is people without an organisation: "protester"; itself plural: "mob"."""

    FILE: ClassVar[str] = "groups"
    words: tuple[str, ...]
    collective: bool = _read(_flag, False)
    """whether its singular is several people"""
    doer: bool = _read(_flag, False)
    """whether it says what somebody did: "killer" """
    member: bool = _read(_flag, False)
    """whether such people act for the armed body that is named beside them: "Boko Haram gunmen" """


@dataclass(frozen=True, slots=True)
class PersonWord:
    """A noun for an unnamed person."""

    FILE: ClassVar[str] = "persons"
    words: tuple[str, ...]
    kind: Kind = _read(_kind)


@dataclass(frozen=True, slots=True)
class ThingWord:
    """A noun for a thing that acts are done to, and its canonical name."""

    FILE: ClassVar[str] = "things"
    words: tuple[str, ...]
    name: str = _read(Located.text)
    classes: tuple[str, ...] = _read(_some_of(CLASSES, "class"))


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb that says who says so, and how far its subject stands behind it."""

    FILE: ClassVar[str] = "reporting"
    words: tuple[str, ...]
    stance: str = _read(_one_of(frozenset(STANCES), "stance"))

    @property
    def reading(self) -> Factuality:
        """Of what is said so."""
        return STANCES[self.stance][0]

    @property
    def negated(self) -> Factuality:
        """Of what is not said so: what is not denied stands as a claim."""
        return STANCES[self.stance][1]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that says whether what it governs happened."""

    FILE: ClassVar[str] = "factuality"
    words: tuple[str, ...]
    pos: str = _read(_one_of(PARTS, "part of speech"))
    reading: Factuality = _read(_factuality)
    """of what it governs where the cue itself is told as fact"""
    negated: Factuality = _read(_factuality, Factuality.DENIED)
    """of what it governs where the cue is negated: "did not hesitate to beat" """
    past: Factuality | None = _read(_factuality, None)
    """of what it governs where the cue stands in the past tense: "had to flee" """
    presupposes: bool = _read(_flag, False)
    """whether the reading holds whatever the cue itself stands under: "should stop harassing" """
    rules: bool = _read(_flag, False)
    """whether it finds that somebody did so, and says nothing of it where it did not come to that: "convict" """
    accuses: bool = _read(_flag, False)
    """whether what it governs is what somebody is said to have done: "accused police of beating" """
    over: str = _read(_one_of(frozenset({"any", "clause", "noun"}), "kind of complement"), "any")


@dataclass(frozen=True, slots=True)
class Title:
    """A word before a name that is no part of it."""

    FILE: ClassVar[str] = "titles"
    words: tuple[str, ...]
    kind: Kind | None = _read(_kind)
    """of the person so called, where the title says it"""


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that leaves the meaning to its event noun: "carried out a raid", "faced threats"."""

    FILE: ClassVar[str] = "light_verbs"
    words: tuple[str, ...]
    noun: tuple[str, ...] = _read(_some_of(SLOTS, "slot"))
    """slots in which the event noun stands"""
    agent: tuple[str, ...] = _read(_some_of(SLOTS, "slot"), ())
    """slots of the verb that hold the noun's agent"""
    target: tuple[str, ...] = _read(_some_of(SLOTS, "slot"), ())
    """slots of the verb that hold the noun's target"""


def _parted(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a phrase, a token of several as these: "editor in chief"."""
    phrase = tuple(words)
    return phrase if " " not in "".join(phrase) else tuple(part for w in phrase for part in w.split())


@dataclass(frozen=True, slots=True)
class Words(Generic[E]):
    """A word list: entries by phrase."""

    entries: Mapping[tuple[str, ...], tuple[E, ...]]
    longest: int
    """number of words of the longest phrase"""
    first: frozenset[str]
    """words that phrases begin with"""
    last: frozenset[str]
    """words that phrases end with"""

    def get(self, words: Sequence[str] | str, pos: str | None = None) -> E | None:
        """Return the entry of a phrase; of those that differ by part of speech, the one asked for.

        >>> load_words(Position).get("editor-in-chief").kind
        <Kind.JOURNALIST: 'Journalist'>
        """
        found = self.entries.get(split(words) if isinstance(words, str) else _parted(words))
        if found is None:  # nearly always
            return None
        return next((e for e in found if pos is None or getattr(e, "pos", pos) == pos), None)

    def ending(self, words: Sequence[str]) -> E | None:
        """Return the entry of the longest phrase that the words end with.

        >>> load_words(AgencyWord).ending(["riot", "police", "officer"]).member
        True
        """
        if not words or words[-1].rpartition(" ")[2] not in self.last:  # nearly always
            return None
        tails = (self.get(words[-n:]) for n in range(min(self.longest, len(words)), 0, -1))
        return next((entry for entry in tails if entry is not None), None)

    def scan(self, words: Sequence[str]) -> Iterator[tuple[int, int, E]]:
        """Yield start, end and entry of the phrases among the words, longest first from the left, none overlapping."""
        start = 0
        while start < len(words):
            if words[start].partition(" ")[0] not in self.first:  # nearly always
                start += 1
                continue
            for end in range(min(len(words), start + self.longest), start, -1):
                entry = self.get(words[start:end])
                if entry is not None:
                    yield start, end, entry
                    start = end - 1
                    break
            start += 1


def split(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase as lists know them.

    >>> split("Editor-in-Chief")
    ('editor', 'in', 'chief')
    """
    return tuple(phrase.lower().replace("-", " ").split())


@cache
def load_words(entry: type[E]) -> Words[E]:
    """Return the word list of an entry type.

    >>> load_words(ThingWord).get("mobile phone").name
    'phone'
    """
    file = f"{entry.FILE}.yaml"
    return parse_words((files("graphbuild.lexicons") / "words" / file).read_text(encoding="utf-8"), file, entry)


def parse_words(text: str, file: str, entry: type[E]) -> Words[E]:
    """Read a word list; raise a DataError with the line of the first thing that is wrong."""
    declared = {f.name: f for f in fields(entry) if f.name != "words"}  # type: ignore[arg-type]
    required = [name for name, f in declared.items() if f.default is MISSING]
    found: dict[tuple[str, ...], list[E]] = {}
    for group in parse_yaml(text, file).mapping({"groups"}, {"groups"})["groups"].items():
        given = group.mapping({"words", *declared}, ["words", *required])
        said = {name: declared[name].metadata["read"](value) for name, value in given.items() if name != "words"}
        for phrase in given["words"].items():
            new = cast("Callable[..., E]", entry)(words=split(" ".join(phrase.words())), **said)
            twins = found.setdefault(new.words, [])
            if any(_pos(twin) == _pos(new) for twin in twins):
                raise phrase.error(f"'{phrase.text()}' stands twice")
            twins.append(new)
    if not found:
        raise DataError(file, "no words")
    entries = MappingProxyType({w: tuple(es) for w, es in found.items()})
    return Words(entries, max(map(len, found)), frozenset(w[0] for w in found), frozenset(w[-1] for w in found))


def _pos(entry: Entry) -> str | None:
    return getattr(entry, "pos", None)


LISTS: tuple[type[Entry], ...] = (
    Position, AgencyWord, OutletWord, OrganizationWord, GroupWord, PersonWord, ThingWord, SpeechVerb, Cue, Title, LightVerb,
)  # fmt: skip
"""The entry types of all lists."""
