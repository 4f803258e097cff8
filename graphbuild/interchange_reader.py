"""Reads the interchange back into claims, printed by us or written by hand.

A person who writes `{"type": "Detention", "targets": ["aliya"], "evidence": "Police detained Aliya Serik"}` gives no
offsets: the quote is looked up in the text, "aliya" becomes the mention of that entity inside it, and ids that are not
ours are made into ids that no other document shares.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypeVar

from graphbuild.errors import InputError
from graphbuild.ids import digest, make_id
from graphbuild.model import (
    Claims,
    Document,
    EventClaim,
    EventType,
    Evidence,
    Factuality,
    Kind,
    Participant,
    Predicate,
    Referent,
    RelationClaim,
    Role,
    Span,
    Time,
)

Row = Mapping[str, object]
T = TypeVar("T")
OURS = re.compile(r"[a-z]+-[0-9a-f]{16}")
PLURALS = {Role.PERPETRATOR: "perpetrators", Role.TARGET: "targets"}


def from_json(obj: Row) -> Claims:
    """Return the claims of one interchange object; any key beyond the plain shape may be missing.

    Raises `InputError`, naming the document, for what cannot be read: a quote that does not stand in the text, an
    unknown type, an id that no entity has.
    """
    try:
        return _Reader(obj).claims()
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        name = obj.get("id", "?") if isinstance(obj, Mapping) else "?"
        raise InputError(str(name), f"not an interchange object: {type(error).__name__} {error}") from error


class _Reader:
    """One object being read: its document and its referents by the ids that the object gives them."""

    def __init__(self, obj: Row) -> None:
        self.obj = obj
        text = _typed(obj["text"], str)
        self.document = Document(
            id=_typed(obj.get("id") or digest(text)[:16], str),
            text=text,
            sha256=digest(text),
            url=_optional(obj, "url", str),
            publisher=_optional(obj, "publisher", str),
            title=_optional(obj, "title", str),
            published=_published(_optional(obj, "published", str)),
            parent=_optional(obj, "parent", str),
        )
        entities = [*_rows(obj, "entities"), *_rows(obj, "others")]
        if len({_typed(e["id"], str) for e in entities}) < len(entities):
            raise ValueError("two entities have one id")
        self.ids = {_typed(e["id"], str): self._id("ref", _typed(e["id"], str)) for e in entities}
        self.referents = {r.id: r for r in map(self._referent, entities)}

    def claims(self) -> Claims:
        events = [self._event(e) for e in (*_rows(self.obj, "events"), *_rows(self.obj, "unasserted"))]
        relations = [self._relation(r) for r in _rows(self.obj, "relations")]
        return Claims(
            self.document,
            tuple(sorted(self.referents.values(), key=lambda r: (r.mentions[:1] or (Span(0, 0),), r.id))),
            tuple(sorted(relations, key=lambda r: (r.evidence.start, r.evidence.end, r.id))),
            tuple(sorted(events, key=lambda e: (e.evidence.trigger or Span(0, 0), e.id))),
        )

    def _id(self, prefix: str, given: str) -> str:
        return given if OURS.fullmatch(given) else make_id(prefix, self.document.id, given)

    def _known(self, given: object) -> str:
        try:
            return self.ids[_typed(given, str)]
        except KeyError:
            raise ValueError(f"no entity has the id {given!r}") from None

    def _known_or_none(self, row: Row, key: str) -> str | None:
        return None if row.get(key) is None else self._known(row[key])

    def _referent(self, row: Row) -> Referent:
        name = _typed(row["name"], str)
        aliases = tuple(_typed(a, str) for a in _list(row, "aliases"))
        mentions = [self._span(m) for m in _list(row, "mentions")] or self._mentions({name, *aliases})
        return Referent(
            id=self.ids[_typed(row["id"], str)],
            document=self.document.id,
            kind=Kind(_typed(row["type"], str)),
            name=name,
            aliases=aliases,
            named=_flag(row, "named", True),
            mentions=tuple(mentions),
            country=_optional(row, "country", str),
            function=_optional(row, "function", str),
            jurisdiction=self._known_or_none(row, "jurisdiction"),
            geonames=_optional(row, "geonames", int),
        )

    def _mentions(self, forms: set[str]) -> list[Span]:
        """Find the forms of a name in the text as whole words, the longest first."""
        pattern = "|".join(re.escape(f) for f in sorted(forms, key=lambda f: (-len(f), f)) if f)
        found = re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", self.document.text) if pattern else ()
        return [Span(*m.span()) for m in found]

    def _span(self, value: object) -> Span:
        start, end = (_typed(v, int) for v in _typed(value, list))
        if not 0 <= start <= end <= len(self.document.text):
            raise ValueError(f"the span {value!r} lies outside the text")
        return Span(start, end)

    def _evidence(self, row: Row, trigger: object) -> Evidence:
        quote = _typed(row["evidence"], str)
        start = _optional(row, "start", int)
        start = self.document.text.find(quote) if start is None else start
        if start < 0 or not self.document.text.startswith(quote, start):
            raise ValueError(f"the quote {quote[:60]!r} does not stand in the text")
        return Evidence(quote, start, start + len(quote), None if trigger is None else self._span(trigger))

    def _relation(self, row: Row) -> RelationClaim:
        evidence = self._evidence(row, row.get("trigger"))
        ends = (self._known(row["subject"]), _typed(row["predicate"], str), self._known(row["object"]))
        return RelationClaim(
            id=_optional(row, "id", str) or make_id("rel", self.document.id, *ends, evidence.start, evidence.end),
            document=self.document.id,
            subject=ends[0],
            predicate=Predicate(ends[1]),
            object=ends[2],
            evidence=evidence,
            confidence=_confidence(row),
            position=_optional(row, "position", str),
            current=_flag(row, "current", True),
            factuality=_factuality(row.get("factuality")),
            speaker=self._known_or_none(row, "speaker"),
        )

    def _event(self, row: Row) -> EventClaim:
        spans = _mapping(row, "spans")
        evidence = self._evidence(row, spans.get("trigger"))
        participants = [p for role in Role for p in self._participants(row, role, evidence)]
        target = next((p.span for p in participants if p.role is Role.TARGET), ())
        given, about = _optional(row, "id", str), _optional(row, "about", str)
        parts = (row["type"], *(evidence.trigger or (evidence.start, evidence.end)), *target)
        return EventClaim(
            id=self._id("evt", given) if given else make_id("evt", self.document.id, *parts),
            document=self.document.id,
            type=EventType(_typed(row["type"], str)),
            factuality=_factuality(row.get("factuality")),
            participants=tuple(participants),
            evidence=evidence,
            confidence=_confidence(row),
            subtype=_optional(row, "subtype", str),
            things=tuple(_typed(t, str) for t in _list(row, "things")),
            time=_time(row),
            place=self._known_or_none(row, "place"),
            collective=_flag(row, "collective", False),
            speaker=self._known_or_none(row, "speaker"),
            quoted=_flag(row, "quoted", False),
            press=_flag(row, "press", True),
            charge=_optional(row, "charge", str),
            penalty=_optional(row, "penalty", str),
            about=self._id("evt", about) if about else None,
        )

    def _participants(self, row: Row, role: Role, evidence: Evidence) -> list[Participant]:
        plural, spans, factualities = PLURALS[role], _mapping(row, "spans"), _mapping(row, "factualities")
        given = [self._known(i) for i in _list(row, plural)]
        default = row.get("factuality")
        return [
            Participant(
                role,
                referent,
                self._span(span) if span else self._mention_in(referent, evidence),
                self._span(named_by) if named_by else None,
                _factuality(factuality or default),
            )
            for referent, span, named_by, factuality in zip(
                given,
                _padded(_list(spans, plural), len(given)),
                _padded(_list(spans, f"{plural}NamedBy"), len(given)),
                _padded(_list(factualities, plural), len(given)),
                strict=True,
            )
        ]

    def _mention_in(self, referent: str, evidence: Evidence) -> Span:
        mentions = self.referents[referent].mentions
        inside = [m for m in mentions if evidence.start <= m.start and m.end <= evidence.end]
        return (*inside, *mentions, Span(evidence.start, evidence.end))[0]


def _typed(value: object, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise ValueError(f"{value!r} should be {kind.__name__}")
    return value


def _optional(row: Row, key: str, kind: type[T]) -> T | None:
    return None if row.get(key) is None else _typed(row[key], kind)


def _flag(row: Row, key: str, default: bool) -> bool:
    return default if row.get(key) is None else _typed(row[key], bool)


def _confidence(row: Row) -> float:
    """Return the confidence; what a person wrote without one is certain."""
    return 1.0 if row.get("confidence") is None else float(_typed(row["confidence"], float | int))  # type: ignore[arg-type]


def _factuality(value: object) -> Factuality:
    return Factuality.REPORTED if value is None else Factuality(_typed(value, str))


def _list(row: Row, key: str) -> list[object]:
    return _optional(row, key, list) or []


def _rows(row: Row, key: str) -> list[Row]:
    return [_typed(r, dict) for r in _list(row, key)]


def _mapping(row: Row, key: str) -> Row:
    return _optional(row, key, dict) or {}


def _padded(values: list[object], length: int) -> list[object]:
    return (values + [None] * length)[:length]


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _published(text: str | None) -> date | None:
    """Return the day of publication; a bare year or month anchors nothing and counts as undated.

    >>> _published("2020-10-26T09:00:00Z"), _published("2020-10")
    (datetime.date(2020, 10, 26), None)
    """
    return None if text is None or re.fullmatch(r"\d{4}(-\d\d)?", text) else date.fromisoformat(text[:10])


def _time(row: Row) -> Time | None:
    """Return the time that the bounds give, else the one that a plain `date` of year, month or day gives."""
    earliest, latest = _date(_optional(row, "earliest", str)), _date(_optional(row, "latest", str))
    iso = _optional(row, "date", str)
    if (earliest is None or latest is None) and iso:
        earliest, latest = _bounds(iso)
    if earliest is None or latest is None:
        return None
    return Time(_optional(row, "edtf", str) or iso_or_set(earliest, latest), earliest, latest)


def _bounds(iso: str) -> tuple[date, date]:
    """Return the first and the last day of a year, a month or a day.

    >>> _bounds("2020-02")
    (datetime.date(2020, 2, 1), datetime.date(2020, 2, 29))
    """
    first = date.fromisoformat(f"{iso}-01-01"[:10])
    if len(iso) == 4:
        return first, first.replace(month=12, day=31)
    if len(iso) == 7:
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first, first


def iso_or_set(earliest: date, latest: date) -> str:
    """Return the EDTF of two bounds: a day, a month or a year where they are one, else one day of a set.

    >>> iso_or_set(date(2020, 10, 1), date(2020, 10, 31)), iso_or_set(date(2020, 1, 1), date(2020, 12, 31))
    ('2020-10', '2020')
    >>> iso_or_set(date(2020, 10, 12), date(2020, 10, 18))
    '[2020-10-12..2020-10-18]'
    """
    for iso in (earliest.isoformat(), earliest.isoformat()[:7], earliest.isoformat()[:4]):
        if _bounds(iso) == (earliest, latest):
            return iso
    return f"[{earliest.isoformat()}..{latest.isoformat()}]"
