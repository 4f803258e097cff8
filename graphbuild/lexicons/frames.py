"""Frames: which words report which event, and in which syntactic slots its roles stand.

"Two men took away her camera" reports a Seizure, because `frames/seizure.yaml` has the lexical unit *take away* for a
thing: whoever is the agent took it, whoever owns the patient lost it. The terms are FrameNet's (Baker, Fillmore and
Lowe 1998): a Frame has lexical units, a unit says where its roles are. The same words may report two events where what
they govern tells them apart: *attack* a reporter (Assault), a website (Cyberattack).

The conditions of a unit, as a reader of a clause should test them:

- `patient`: for a verb, what fills the slot `patient` must be of one of these classes, and something must fill it or
  another slot of `target`; for an adjective, the noun it describes; for a noun, what may fill the first of `target`,
  `thing` and `charge` that it has: other fillers are passed over.
- `agent`: what fills the agent's slots must be of this class, for *told* of any; *state* also holds, with less
  confidence, where nothing fills them ("was called in").
- `when`, `unless`: lemmas among the trigger's dependents: its arguments, adverbs, negation and particles, its
  prepositions and their objects, the words that modify these, and the verb of an open complement; not what stands in
  another clause, and no bare phrase of time ("jailed last year" has no term). A unit with *not* among `when` is an act
  because of the negation ("were not allowed to film"), which then denies nothing.

A filler that takes part in nothing (a phone, an office, a life) stands for whose it is. The units of one head come in
the order in which to try them: the first that fits is what the words mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from graphbuild.errors import DataError
from graphbuild.lexicons.located import Located, parse_yaml
from graphbuild.model import EventType, Factuality

PARTS_OF_SPEECH = ("verb", "noun", "adjective")
SLOTS = frozenset(
    "agent patient recipient theme xcomp announced foretold owner poss subject compound about after against among around as"
    " at before behind between by during for from in inside into near of off on onto out outside over through to toward"
    " towards under upon via with within".split()
)
"""Slots of the clause layer. `theme` is the object that a passive keeps: "was denied *entry*"; `subject` what is said to
be in or under what a noun tells: "*she* is behind bars"; `announced` whom the act of an infinitive is to befall:
"threatened to arrest *Keita*", `foretold` whom one says one will harm: "said they would kill *her*"."""
CLASSES = frozenset("person outlet organization thing content site premises licence law case any".split())
AGENTS = frozenset({"state", "body", "court", "prosecutor", "told", "any"})
ROLES = ("perpetrator", "target", "thing", "charge", "penalty")
DEFAULT_TARGET = {"verb": ("patient",), "noun": ("of", "against", "on"), "adjective": ("patient",)}
DEFAULT_PERPETRATOR = {"verb": ("agent",), "noun": ("by",), "adjective": ("by",)}
DEFAULT_CONFIDENCE = 0.9
SHARED = ("patient", "agent", "subtype", "thing", "charge", "penalty")
"""Fields that a frame may give for all its units."""
FRAME_FIELDS = frozenset({"type", "definition", "units", "subtypes", *SHARED})
UNIT_FIELDS = frozenset(
    {*PARTS_OF_SPEECH, *ROLES, "patient", "agent", "when", "unless", "confidence", "subtype", "factuality"}
)


@dataclass(frozen=True, slots=True)
class LexicalUnit:
    """A word or phrase that reports one type of event."""

    lemmas: tuple[str, ...]
    """a verb first and its particles, objects, prepositions after it; a noun or adjective last"""
    pos: str
    """verb, noun or adjective"""
    type: EventType
    perpetrator: tuple[str, ...]
    """slots, tried in order; so are those of the other roles"""
    target: tuple[str, ...]
    thing: tuple[str, ...] = ()
    charge: tuple[str, ...] = ()
    penalty: tuple[str, ...] = ()
    patient: frozenset[str] = frozenset()
    """classes of `CLASSES`; empty where anything will do"""
    agent: str = "any"
    when: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    confidence: float = DEFAULT_CONFIDENCE
    """how often, in news reports about the press, the words mean this with these slots"""
    subtype: str | None = None
    factuality: Factuality | None = None
    """where the words alone already say less than fact"""

    @property
    def head(self) -> str:
        """The lemma under which a parse meets the unit."""
        return self.lemmas[0] if self.pos == "verb" else self.lemmas[-1]


@dataclass(frozen=True, slots=True)
class Frame:
    """One type of event and the units that report it."""

    type: EventType
    definition: str
    subtypes: tuple[str, ...]
    units: tuple[LexicalUnit, ...]
    lines: tuple[int, ...]
    """of the units in their file"""


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames, and their units by part of speech and head lemma in the order in which to try them."""

    by_type: Mapping[EventType, Frame]
    by_head: Mapping[tuple[str, str], tuple[LexicalUnit, ...]]
    heads: frozenset[str]
    """their lemmas alone"""

    def units(self, pos: str, lemmas: Iterable[str]) -> list[LexicalUnit]:
        """Return the units that a word with one of some lemmas may head, each once, in the order in which to try them.

        >>> [unit.type.value for unit in load_frames().units("verb", ["kidnap", "kidnapp"])]
        ['Abduction']
        """
        return list(dict.fromkeys(u for lemma in lemmas for u in self.by_head.get((pos, lemma), ())))


@cache
def load_frames() -> Frames:
    """Return the frames that the package ships, one file per event type.

    >>> [unit.type.value for unit in load_frames().by_head["verb", "kidnap"]]
    ['Abduction']
    """
    folder = files("graphbuild.lexicons") / "frames"
    names = [f"{type_.value.lower()}.yaml" for type_ in EventType]
    return join_frames({name: parse_frame((folder / name).read_text(encoding="utf-8"), name) for name in names})


def parse_frame(text: str, file: str) -> Frame:
    """Read one frame file; raise a DataError with the line of the first thing that is wrong."""
    fields = parse_yaml(text, file).mapping(FRAME_FIELDS, ("type", "definition", "units"))
    type_ = EventType(fields["type"].one_of([t.value for t in EventType], "event type"))
    if file != f"{type_.value.lower()}.yaml":
        raise fields["type"].error(f"the file of {type_.value} is {type_.value.lower()}.yaml")
    subtypes = fields["subtypes"].texts() if "subtypes" in fields else ()
    shared = {name: fields[name] for name in SHARED if name in fields}
    units: dict[LexicalUnit, int] = {}
    for entry in fields["units"].items():
        for unit in _units(entry, type_, subtypes, shared):
            twin = next((known for known in units if _same(known, unit)), None)
            if twin is not None:
                raise entry.error(f"'{' '.join(unit.lemmas)}' stands in line {units[twin]} already")
            units[unit] = entry.line
    return Frame(type_, fields["definition"].text(), subtypes, tuple(units), tuple(units.values()))


def join_frames(frames: Mapping[str, Frame]) -> Frames:
    """Put frame files, by name, together; refuse a unit that two types claim under the same conditions."""
    found: dict[tuple[str, str], list[LexicalUnit]] = {}
    for file, frame in frames.items():
        for unit, line in zip(frame.units, frame.lines, strict=True):
            rivals = found.setdefault((unit.pos, unit.head), [])
            for rival in rivals:
                if _same(rival, unit):
                    raise DataError(file, f"'{' '.join(unit.lemmas)}' is a unit of {rival.type.value} too", line)
            rivals.append(unit)
    ordered = {head: tuple(sorted(units, key=_precedence)) for head, units in sorted(found.items())}
    heads = frozenset(lemma for _, lemma in ordered)
    return Frames(MappingProxyType({f.type: f for f in frames.values()}), MappingProxyType(ordered), heads)


def _same(one: LexicalUnit, other: LexicalUnit) -> bool:
    conditions = (one.patient, one.agent, one.when) == (other.patient, other.agent, other.when)
    return conditions and (one.pos, one.lemmas) == (other.pos, other.lemmas)


def _precedence(unit: LexicalUnit) -> tuple[object, ...]:
    """Longer units first, then those that ask for more, then the surer."""
    asks = (not unit.when, unit.agent == "any", not unit.patient)
    return -len(unit.lemmas), *asks, -unit.confidence, unit.lemmas, unit.type.value


def _units(
    entry: Located, type_: EventType, subtypes: tuple[str, ...], shared: Mapping[str, Located]
) -> Iterator[LexicalUnit]:
    """Return the units of one entry: one for each of the words that it names under the same conditions."""
    own = entry.mapping(UNIT_FIELDS)
    named = [pos for pos in PARTS_OF_SPEECH if pos in own]
    if len(named) != 1:
        raise entry.error("a unit has one of the fields verb, noun, adjective")
    pos = named[0]
    fields = {**shared, **own}
    slots: dict[str, Any] = {"target": DEFAULT_TARGET[pos], "perpetrator": DEFAULT_PERPETRATOR[pos]}
    slots |= {role: fields[role].some_of(SLOTS, "slot") for role in ROLES if role in fields}
    if "patient" not in own and pos == "verb" and not _asks_for_patient(slots):
        fields.pop("patient", None)
    rest: dict[str, Any] = {
        "patient": frozenset(fields["patient"].some_of(CLASSES, "class") if "patient" in fields else ()) - {"any"},
        "agent": fields["agent"].one_of(AGENTS, "agent") if "agent" in fields else "any",
        "when": _lemmas(fields.get("when")),
        "unless": _lemmas(fields.get("unless")),
        "confidence": fields["confidence"].share() if "confidence" in fields else DEFAULT_CONFIDENCE,
        "subtype": fields["subtype"].one_of(subtypes, "subtype") if "subtype" in fields else None,
        "factuality": _factuality(fields.get("factuality")),
    }
    blank = LexicalUnit((), pos, type_, (), ())
    for phrase in own[pos].items():
        yield replace(blank, lemmas=phrase.words(), **slots, **rest)


def _asks_for_patient(slots: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a verb has a role for its patient or for whose that is: only then the frame restricts the patient."""
    return "owner" in slots["target"] or any("patient" in fillers for fillers in slots.values())


def _lemmas(value: Located | None) -> frozenset[str]:
    words = [each.words() for each in value.items()] if value else []
    if value and any(len(phrase) > 1 for phrase in words):
        raise value.error("single lemmas are expected")
    if value and len(set(words)) < len(words):
        raise value.error("a lemma stands twice")
    return frozenset(phrase[0] for phrase in words)


def _factuality(value: Located | None) -> Factuality | None:
    return Factuality(value.one_of([f.value for f in Factuality], "factuality")) if value else None
