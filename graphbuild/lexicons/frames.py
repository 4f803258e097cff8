"""Frames: which words report which event, and in which syntactic slots its roles stand.

"Two men took away her camera" reports a Seizure, because `frames/seizure.yaml` has the lexical unit *take away* for a
thing: whoever is the agent took it, whoever owns the patient lost it. The terms are FrameNet's (Baker, Fillmore and
Lowe 1998): a Frame has lexical units, a unit says where its roles are. The same words may report two events where what
they govern tells them apart: *attack* a reporter (Assault), a website (Cyberattack).

The conditions of a unit, as a reader of a clause should test them:

- `patient`: for a verb, the filler of the slot `patient` must be there and be of one of these classes; for a noun, the
  filler of `target` or, where the unit has none, of `thing`; for an adjective, the noun that it describes.
- `agent`: the filler of the slot `agent`, if there is one, must be of this class.
- `when`, `unless`: lemmas among the trigger's dependents: its arguments, adverbs and particles, the objects of its
  prepositions, and the words that modify these; not what stands in another clause.

The units of one head come in the order in which they should be tried: the first that fits is what the words mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from graphbuild.errors import DataError
from graphbuild.lexicons.located import Located, parse_yaml
from graphbuild.model import EventType, Factuality

PARTS_OF_SPEECH = ("verb", "noun", "adjective")
SLOTS = frozenset(
    "agent patient recipient theme xcomp owner poss compound about after against among around as at before behind"
    " between by during for from in inside into near of off on onto out outside over through to toward towards under"
    " upon via with within".split()
)
"""Slots of the clause layer. `theme` is the object that a passive keeps: "was denied *entry*"."""
CLASSES = frozenset("person outlet organization thing content site premises licence law case any".split())
AGENTS = frozenset({"state", "court", "prosecutor", "any"})
ROLES = ("perpetrator", "target", "thing", "charge", "penalty")
DEFAULT_TARGET = {"verb": ("patient",), "noun": ("of", "against", "on"), "adjective": ("patient",)}
DEFAULT_PERPETRATOR = {"verb": ("agent",), "noun": ("by",), "adjective": ("by",)}
DEFAULT_CONFIDENCE = 0.9
FRAME_FIELDS = frozenset({"type", "definition", "units", "patient", "subtype", "subtypes"})
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
    defaults = {name: fields[name] for name in ("patient", "subtype") if name in fields}
    units: dict[LexicalUnit, int] = {}
    for entry in fields["units"].items():
        unit = _unit(entry, type_, subtypes, defaults)
        for known, line in units.items():
            if _same(known, unit):
                raise entry.error(f"'{' '.join(unit.lemmas)}' stands in line {line} already")
        units[unit] = entry.line
    return Frame(type_, fields["definition"].text(), subtypes, tuple(units), tuple(units.values()))


def join_frames(frames: Mapping[str, Frame]) -> Frames:
    """Put frame files, by name, together; refuse a unit that two types claim under the same conditions."""
    heads: dict[tuple[str, str], list[LexicalUnit]] = {}
    for file, frame in frames.items():
        for unit, line in zip(frame.units, frame.lines, strict=True):
            rivals = heads.setdefault((unit.pos, unit.head), [])
            for rival in rivals:
                if _same(rival, unit):
                    raise DataError(file, f"'{' '.join(unit.lemmas)}' is a unit of {rival.type.value} too", line)
            rivals.append(unit)
    ordered = {head: tuple(sorted(units, key=_precedence)) for head, units in sorted(heads.items())}
    return Frames(MappingProxyType({f.type: f for f in frames.values()}), MappingProxyType(ordered))


def _same(one: LexicalUnit, other: LexicalUnit) -> bool:
    conditions = (one.patient, one.agent, one.when) == (other.patient, other.agent, other.when)
    return conditions and (one.pos, one.lemmas) == (other.pos, other.lemmas)


def _precedence(unit: LexicalUnit) -> tuple[object, ...]:
    """Longer units first, then those that ask for more, then the surer."""
    asks = (not unit.when, unit.agent == "any", not unit.patient)
    return -len(unit.lemmas), *asks, -unit.confidence, unit.lemmas, unit.type.value


def _unit(entry: Located, type_: EventType, subtypes: tuple[str, ...], defaults: Mapping[str, Located]) -> LexicalUnit:
    fields = entry.mapping(UNIT_FIELDS)
    named = [pos for pos in PARTS_OF_SPEECH if pos in fields]
    if len(named) != 1:
        raise entry.error("a unit has one of the fields verb, noun, adjective")
    pos = named[0]
    slots = {role: fields[role].some_of(SLOTS, "slot") for role in ROLES if role in fields and not _empty(fields[role])}
    given = {role: slots.get(role, ()) for role in ROLES}
    if "target" not in fields:
        given["target"] = DEFAULT_TARGET[pos]
    if "perpetrator" not in fields:
        given["perpetrator"] = DEFAULT_PERPETRATOR[pos]
    patient = fields.get("patient")
    if patient is None and pos == "verb" and "patient" in given["target"]:
        patient = defaults.get("patient")
    subtype = fields.get("subtype", defaults.get("subtype"))
    return LexicalUnit(
        fields[pos].words(),
        pos,
        type_,
        **given,
        patient=frozenset(patient.some_of(CLASSES, "class") if patient else ()) - {"any"},
        agent=fields["agent"].one_of(AGENTS, "agent") if "agent" in fields else "any",
        when=_lemmas(fields.get("when")),
        unless=_lemmas(fields.get("unless")),
        confidence=fields["confidence"].share() if "confidence" in fields else DEFAULT_CONFIDENCE,
        subtype=subtype.one_of(subtypes, "subtype") if subtype else None,
        factuality=_factuality(fields.get("factuality")),
    )


def _empty(slots: Located) -> bool:
    """Whether a role is said to have no slots, as the target of a law is."""
    return not slots.items()


def _lemmas(value: Located | None) -> frozenset[str]:
    if value is None:
        return frozenset()
    words: Iterable[tuple[str, ...]] = [each.words() for each in value.items()]
    if any(len(phrase) > 1 for phrase in words):
        raise value.error("single lemmas are expected")
    return frozenset(phrase[0] for phrase in words)


def _factuality(value: Located | None) -> Factuality | None:
    return Factuality(value.one_of([f.value for f in Factuality], "factuality")) if value else None
