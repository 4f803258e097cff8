"""The value types that travel between the stages.

"On October 24, Kazakh police officers assaulted Toiken, correspondent for Radio Azattyq" is one `Document`. It mentions
three referents (`Referent`): an agency, a journalist, an outlet. It makes an `EventClaim` (Assault, with two
`Participant`s and a `Time`) and a `RelationClaim` (worksFor), each with the `Evidence` that says so. All that one
document says is its `Claims`. Across documents, referents cluster into `Entity`, event claims into `Event`; a `Graph` is
what every projection reads.

Everything is frozen. Offsets are code points into `Document.text`, end exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a referent or an entity is."""

    JOURNALIST = "Journalist"
    OFFICIAL = "Official"
    PERSON = "Person"
    OUTLET = "Outlet"
    AGENCY = "Agency"
    ORGANIZATION = "Organization"
    GROUP = "Group"
    PLACE = "Place"


class Predicate(StrEnum):
    """What relates two referents."""

    WORKS_FOR = "worksFor"
    FOUNDED = "founded"
    OWNS = "owns"
    PART_OF = "partOf"
    FUNDS = "funds"
    BASED_IN = "basedIn"
    REPRESENTS = "represents"
    RELATIVE_OF = "relativeOf"


class EventType(StrEnum):
    """What happened. Release and Legislation are no violations."""

    KILLING = "Killing"
    ASSAULT = "Assault"
    ABDUCTION = "Abduction"
    THREAT = "Threat"
    HARASSMENT = "Harassment"
    DETENTION = "Detention"
    INTERROGATION = "Interrogation"
    PROSECUTION = "Prosecution"
    CONVICTION = "Conviction"
    RELEASE = "Release"
    SEARCH = "Search"
    SEIZURE = "Seizure"
    DAMAGE = "Damage"
    OBSTRUCTION = "Obstruction"
    CENSORSHIP = "Censorship"
    EXPULSION = "Expulsion"
    LAWSUIT = "Lawsuit"
    SURVEILLANCE = "Surveillance"
    CYBERATTACK = "Cyberattack"
    LEGISLATION = "Legislation"


NO_VIOLATION = frozenset({EventType.RELEASE, EventType.LEGISLATION})


class Factuality(StrEnum):
    """Whether a claim is told as fact. Only `reported` and `alleged` become events of the graph."""

    REPORTED = "reported"
    ALLEGED = "alleged"
    DENIED = "denied"
    DEMANDED = "demanded"
    PLANNED = "planned"
    ATTEMPTED = "attempted"
    HYPOTHETICAL = "hypothetical"

    @property
    def asserted(self) -> bool:
        """Whether a claim of this factuality says that the act happened."""
        return self in (Factuality.REPORTED, Factuality.ALLEGED)


class Role(StrEnum):
    """How a participant takes part. `perpetrator` is the agent of the act, no verdict of guilt."""

    PERPETRATOR = "perpetrator"
    TARGET = "target"


class Span(NamedTuple):
    """A stretch of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """The original bytes that a document was read from, kept beside it: a file, or one line of a JSONL file."""

    path: str
    """as the user named it"""
    sha256: str
    """of the bytes"""
    data: bytes = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Document:
    """One report: title, blank line, body where we read the file; a JSONL `text` as it stands."""

    id: str
    text: str
    sha256: str
    """of the text"""
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: date | None = None
    parent: str | None = None
    """the id of the listing page that this item was cut from"""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A date as precise as the text: EDTF, and the real dates that bound the start."""

    edtf: str
    earliest: date
    latest: date

    @property
    def iso(self) -> str | None:
        """Return the longest ISO prefix that both bounds share.

        >>> Time("[2020-10-12..2020-10-18]", date(2020, 10, 12), date(2020, 10, 18)).iso
        '2020-10'
        >>> Time("2020-10-24", date(2020, 10, 24), date(2020, 10, 24)).iso
        '2020-10-24'
        """
        if self.earliest == self.latest:
            return self.earliest.isoformat()
        if self.earliest.year != self.latest.year:
            return None
        year = self.earliest.isoformat()[:4]
        return f"{self.earliest.isoformat()[:7]}" if self.earliest.month == self.latest.month else year


@dataclass(frozen=True, slots=True)
class Referent:
    """One thing as one document speaks of it: a cluster of its mentions."""

    id: str
    document: str
    kind: Kind
    name: str
    """the fullest form in the text, without "the" and without titles"""
    aliases: tuple[str, ...] = ()
    """all surface forms but pronouns, in order of first appearance"""
    named: bool = True
    mentions: tuple[Span, ...] = ()
    """all mentions, pronouns and descriptions too, in order"""
    country: str | None = None
    """ISO 3166-1 alpha-2"""
    function: str | None = None
    """of an agency: police, court, prosecutor, ministry, security, military, government, parliament, prison…"""
    jurisdiction: str | None = None
    """of an agency: the id of the place referent that its own mentions name"""
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The supporting passage: `document.text[start:end] == quote`."""

    quote: str
    start: int
    end: int
    trigger: Span | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part in an event claim, and the mention that says so."""

    role: Role
    referent: str
    span: Span
    named_by: Span | None = None
    """the span that names it where the mention is "she" or "the journalist" """
    factuality: Factuality = Factuality.REPORTED
    """of this participation: a certain act with a suspected agent is `alleged` here"""


@dataclass(frozen=True, slots=True)
class RelationClaim:
    """What a document says two of its referents are to each other."""

    id: str
    document: str
    subject: str
    predicate: Predicate
    object: str
    evidence: Evidence
    confidence: float
    position: str | None = None
    current: bool = True
    factuality: Factuality = Factuality.REPORTED
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class EventClaim:
    """What a document says was done, by whom, to whom."""

    id: str
    document: str
    type: EventType
    factuality: Factuality
    participants: tuple[Participant, ...]
    evidence: Evidence
    confidence: float
    subtype: str | None = None
    things: tuple[str, ...] = ()
    time: Time | None = None
    place: str | None = None
    """the id of a place referent"""
    collective: bool = False
    """several agents and several targets joined, without saying who did it to whom"""
    speaker: str | None = None
    """the id of the referent who says so; None is the publisher"""
    quoted: bool = False
    """whether the speaker's own words are given"""
    press: bool = True
    charge: str | None = None
    penalty: str | None = None
    about: str | None = None
    """of a claim that asserts nothing: the id of the event claim that it speaks about"""

    def of_role(self, role: Role) -> tuple[str, ...]:
        """Return the ids of the referents in a role, each once, in order."""
        return tuple(dict.fromkeys(p.referent for p in self.participants if p.role is role))


@dataclass(frozen=True, slots=True)
class Claims:
    """All that one document says, ready for the store."""

    document: Document
    referents: tuple[Referent, ...] = ()
    relations: tuple[RelationClaim, ...] = ()
    events: tuple[EventClaim, ...] = ()
    """of every factuality, in order of their triggers"""


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world: a cluster of referents across documents."""

    id: str
    kind: Kind
    name: str
    names: tuple[str, ...]
    named: bool
    members: tuple[str, ...]
    """referent ids, by date of publication, document id and offset"""
    country: str | None = None
    function: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    part_of: str | None = None
    """derived: the id of the agency one level up (police of a city in the police of its country)"""


@dataclass(frozen=True, slots=True)
class Event:
    """One happening: a cluster of asserted event claims across documents, with the unasserted ones about it."""

    id: str
    type: EventType
    claims: tuple[str, ...]
    """ids of the asserted event claims"""
    about: tuple[str, ...] = ()
    """ids of the claims (denials, calls) that speak about it"""


Value = str | int | float | bool | date | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the graph: one leaf label; its parents come from `LABELS` of `graph.py`."""

    id: str
    leaf: str
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of the graph, keyed by its own id."""

    id: str
    type: str
    source: str
    target: str
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges in a fixed order, ready for any projection."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
