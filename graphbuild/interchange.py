"""The interchange: one JSON object per document, what `extract` prints and `import` reads.

"Police detained Aliya Serik" becomes two entities and

    {"type": "Detention", "perpetrators": ["ref-…"], "targets": ["ref-…"], "date": "2021-03-04", …,
     "evidence": "Police detained Aliya Serik", "start": 0, "end": 27, "spans": {"trigger": [7, 15], …}}

Every key is always there; what is not known is null. Beyond the published shape, entities carry `jurisdiction`, events
`edtf`, `quoted`, `factualities` (of each participant) and in `spans` the spans that name a "she", relations `id`,
`factuality`, `speaker` and `trigger`: identity and the graph depend on them, so that what is printed and read again
gives the same graph. `about` and everything else never points at a claim that is not printed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from graphbuild.interchange_reader import from_json
from graphbuild.lexicons.gazetteer import country_name
from graphbuild.model import (
    Claims,
    EventClaim,
    Evidence,
    Kind,
    Participant,
    Referent,
    RelationClaim,
    Role,
    Span,
)
from graphbuild.threshold import STANDARD, Threshold

__all__ = ["dumps_line", "from_json", "to_json"]

ALWAYS = frozenset({Kind.JOURNALIST, Kind.OFFICIAL, Kind.OUTLET, Kind.AGENCY})
"""Kinds that are listed among `entities` wherever they are named."""


def to_json(claims: Claims, threshold: Threshold = STANDARD) -> dict[str, object]:
    """Return the interchange object of one document, with its claims that pass the threshold."""
    document = claims.document
    relations = [r for r in claims.relations if threshold.admits(r)]
    events = [e for e in claims.events if threshold.admits(e)]
    unasserted = [e for e in claims.events if threshold.sure(e) and not e.factuality.asserted]
    entities, others = _shelve(claims.referents, relations, events, unasserted)
    printed = {e.id for e in events}
    return {
        "id": document.id,
        "url": document.url,
        "publisher": document.publisher,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "text": document.text,
        "parent": document.parent,
        "entities": [_entity(r) for r in entities],
        "relations": [_relation(r) for r in relations],
        "events": [_event(e) for e in events],
        "unasserted": [{**_event(e), "about": e.about if e.about in printed else None} for e in unasserted],
        "others": [_entity(r) for r in others],
    }


def dumps_line(obj: Mapping[str, object]) -> str:
    """Return an object as one line of JSON, without the line's end.

    Lone surrogates, which UTF-8 cannot hold, are escaped; so are the line separators that some readers split at.

    >>> dumps_line({"name": "Әлия", "text": "a\\u2028b"})
    '{"name": "Әлия", "text": "a\\\\u2028b"}'
    """
    line = json.dumps(obj, ensure_ascii=False)
    return "".join(f"\\u{ord(c):04x}" if c in "\u2028\u2029\u0085" or "\ud800" <= c <= "\udfff" else c for c in line)


def _shelve(
    referents: Iterable[Referent],
    relations: Iterable[RelationClaim],
    events: Iterable[EventClaim],
    unasserted: Iterable[EventClaim],
) -> tuple[list[Referent], list[Referent]]:
    """Part the referents into those that take part in something asserted and those that only speak or stand aside."""
    relations, events, unasserted = list(relations), list(events), list(unasserted)
    inside = {i for r in relations for i in (r.subject, r.object)} | {i for e in events for i in _standing(e)}
    inside |= {r.id for r in referents if r.named and r.kind in ALWAYS}
    speakers = {r.speaker for r in relations} | {e.speaker for e in (*events, *unasserted)}
    aside = speakers | {i for e in unasserted for i in _standing(e)}
    entities = [r for r in referents if r.id in inside]
    aside |= {r.jurisdiction for r in referents if r.id in inside | aside}
    return entities, [r for r in referents if r.id in aside - inside]


def _standing(event: EventClaim) -> set[str | None]:
    return {*(p.referent for p in event.participants), event.place}


def _entity(referent: Referent) -> dict[str, object]:
    return {
        "id": referent.id,
        "type": referent.kind.value,
        "name": referent.name,
        "aliases": list(referent.aliases),
        "named": referent.named,
        "mentions": [list(m) for m in referent.mentions],
        "country": referent.country,
        "countryName": country_name(referent.country) if referent.country is not None else None,
        "geonames": referent.geonames,
        "function": referent.function,
        "jurisdiction": referent.jurisdiction,
    }


def _relation(relation: RelationClaim) -> dict[str, object]:
    return {
        "id": relation.id,
        "subject": relation.subject,
        "predicate": relation.predicate.value,
        "object": relation.object,
        "position": relation.position,
        "current": relation.current,
        "factuality": relation.factuality.value,
        "speaker": relation.speaker,
        **_evidence(relation.evidence),
        "trigger": _span(relation.evidence.trigger),
        "confidence": relation.confidence,
    }


def _event(event: EventClaim) -> dict[str, object]:
    time, agents, targets = event.time, _firsts(event, Role.PERPETRATOR), _firsts(event, Role.TARGET)
    return {
        "id": event.id,
        "type": event.type.value,
        "subtype": event.subtype,
        "perpetrators": [p.referent for p in agents],
        "targets": [p.referent for p in targets],
        "things": list(event.things),
        "date": time.iso if time else None,
        "edtf": time.edtf if time else None,
        "earliest": time.earliest.isoformat() if time else None,
        "latest": time.latest.isoformat() if time else None,
        "place": event.place,
        "factuality": event.factuality.value,
        "factualities": {
            "perpetrators": [p.factuality.value for p in agents],
            "targets": [p.factuality.value for p in targets],
        },
        "collective": event.collective,
        "speaker": event.speaker,
        "quoted": event.quoted,
        "press": event.press,
        "charge": event.charge,
        "penalty": event.penalty,
        **_evidence(event.evidence),
        "spans": {
            "trigger": _span(event.evidence.trigger),
            "perpetrators": [_span(p.span) for p in agents],
            "targets": [_span(p.span) for p in targets],
            "perpetratorsNamedBy": [_span(p.named_by) for p in agents],
            "targetsNamedBy": [_span(p.named_by) for p in targets],
        },
        "confidence": event.confidence,
    }


def _firsts(event: EventClaim, role: Role) -> list[Participant]:
    """Return the participants in a role, each referent once, so that ids and spans stand in parallel."""
    return list({p.referent: p for p in reversed(event.participants) if p.role is role}.values())[::-1]


def _evidence(evidence: Evidence) -> dict[str, object]:
    return {"evidence": evidence.quote, "start": evidence.start, "end": evidence.end}


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)
