"""Short factories that write claims by hand, for tests that need no parser.

    report = Report("Police in Shymkent detained Aliya Serik of Uly Dala.", "a", published="2021-03-04")
    city = report.place("Shymkent", country="KZ", geonames=1518980)
    police = report.agency("Police in Shymkent", function="police", country="KZ", jurisdiction=city)
    aliya = report.journalist("Aliya Serik")
    report.event("Detention", "detained", by=[police], to=[aliya], time="2021-03-04", place=city)
    claims = report.claims()

Names, triggers and quotes are found in the text, so every offset is true.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

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


def document(text: str, id: str = "a", published: str | None = "2021-03-05", **fields: object) -> Document:
    """Make a document; its title is its first line."""
    day = date.fromisoformat(published) if published else None
    known: dict[str, object] = {"publisher": "Press Watch", "url": f"https://example.org/{id}", "title": text[:40]}
    return Document(id, text, digest(text), published=day, **{**known, **fields})  # type: ignore[arg-type]


def time(edtf: str) -> Time:
    """Make a time from `2020-10-24`, `2020-10`, `2020` or `[2020-10-12..2020-10-18]`."""
    first, last = edtf.strip("[]").split("..") if ".." in edtf else (edtf, edtf)
    return Time(edtf, _bound(first, 0), _bound(last, 1))


def _bound(text: str, end: int) -> date:
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    month = month or (1, 12)[end]
    return date(year, month, day or (1, calendar.monthrange(year, month)[1])[end])


class Report:
    """One document and what it says, put together call by call; ids are strings to hand on."""

    def __init__(self, text: str, id: str = "a", published: str | None = "2021-03-05", **fields: object) -> None:
        self.document = document(text, id, published, **fields)
        self._referents: list[Referent] = []
        self._relations: list[RelationClaim] = []
        self._events: list[EventClaim] = []

    def span(self, quote: str) -> Span:
        """Return where a string stands first in the text."""
        start = self.document.text.index(quote)
        return Span(start, start + len(quote))

    def referent(self, kind: str, name: str, *aliases: str, mentions: Sequence[str] = (), **fields: object) -> str:
        """Add a referent by its name in the text; return its id."""
        spans = tuple(sorted({self.span(m) for m in (name, *aliases, *mentions) if m in self.document.text}))
        start, end = spans[0] if spans else (0, 0)
        id = make_id("ref", self.document.id, start, end)
        forms = tuple(dict.fromkeys((name, *aliases)))
        made = Referent(id, self.document.id, Kind(kind), name, forms, mentions=spans, **fields)  # type: ignore[arg-type]
        self._referents.append(made)
        return id

    def journalist(self, name: str, *aliases: str, **fields: object) -> str:
        return self.referent("Journalist", name, *aliases, **fields)  # type: ignore[arg-type]

    def official(self, name: str, *aliases: str, **fields: object) -> str:
        return self.referent("Official", name, *aliases, **fields)  # type: ignore[arg-type]

    def person(self, name: str, *aliases: str, **fields: object) -> str:
        return self.referent("Person", name, *aliases, **fields)  # type: ignore[arg-type]

    def outlet(self, name: str, *aliases: str, **fields: object) -> str:
        return self.referent("Outlet", name, *aliases, **fields)  # type: ignore[arg-type]

    def agency(self, name: str, *aliases: str, named: bool = False, **fields: object) -> str:
        return self.referent("Agency", name, *aliases, named=named, **fields)  # type: ignore[arg-type]

    def organization(self, name: str, *aliases: str, **fields: object) -> str:
        return self.referent("Organization", name, *aliases, **fields)  # type: ignore[arg-type]

    def group(self, name: str, *aliases: str, **fields: object) -> str:
        return self.referent("Group", name, *aliases, named=False, **fields)  # type: ignore[arg-type]

    def place(self, name: str, *aliases: str, **fields: object) -> str:
        return self.referent("Place", name, *aliases, **fields)  # type: ignore[arg-type]

    def evidence(self, quote: str | None, trigger: str) -> Evidence:
        """Make the evidence of a claim: the given quote or the whole text, and where its trigger stands."""
        whole = self.document.text if quote is None else quote
        start, end = self.span(whole)
        return Evidence(whole, start, end, self.span(trigger))

    def event(
        self,
        type: str,
        trigger: str,
        by: Iterable[str] = (),
        to: Iterable[str] = (),
        time: str | None = None,
        *,
        factuality: str = "reported",
        quote: str | None = None,
        confidence: float = 0.9,
        doubtful_agent: bool = False,
        **fields: object,
    ) -> str:
        """Add an event claim by its trigger in the text; return its id."""
        agent = Factuality.ALLEGED if doubtful_agent else Factuality(factuality)
        participants = (
            *(Participant(Role.PERPETRATOR, r, self._mention(r), factuality=agent) for r in by),
            *(Participant(Role.TARGET, r, self._mention(r), factuality=Factuality(factuality)) for r in to),
        )
        evidence = self.evidence(quote, trigger)
        first = next((p.span for p in participants if p.role is Role.TARGET), None)
        id = make_id("evt", self.document.id, type, *(evidence.trigger or ()), *(first or ()))
        self._events.append(
            EventClaim(
                id,
                self.document.id,
                EventType(type),
                Factuality(factuality),
                participants,
                evidence,
                confidence,
                time=_time(time),
                **fields,  # type: ignore[arg-type]
            )
        )
        return id

    def relation(
        self,
        subject: str,
        predicate: str,
        object: str,
        quote: str | None = None,
        confidence: float = 0.9,
        **fields: object,
    ) -> str:
        """Add a relation claim between two referents; return its id."""
        whole = self.document.text if quote is None else quote
        evidence = Evidence(whole, *self.span(whole))
        id = make_id("rel", self.document.id, subject, predicate, object, evidence.start, evidence.end)
        self._relations.append(
            RelationClaim(
                id,
                self.document.id,
                subject,
                Predicate(predicate),
                object,
                evidence,
                confidence,
                **fields,  # type: ignore[arg-type]
            )
        )
        return id

    def claims(self) -> Claims:
        """Return all that was put together, in the order in which the extractor gives it."""
        referents = sorted(self._referents, key=lambda r: (r.mentions[:1] or ((0, 0),), r.id))
        events = sorted(self._events, key=lambda e: (e.evidence.trigger or Span(0, 0), e.id))
        relations = sorted(self._relations, key=lambda r: (r.evidence.start, r.evidence.end, r.id))
        return Claims(self.document, tuple(referents), tuple(relations), tuple(events))

    def _mention(self, referent: str) -> Span:
        return next(r.mentions[0] for r in self._referents if r.id == referent)


def _time(edtf: str | None) -> Time | None:
    return time(edtf) if edtf else None


def detention(id: str, name: str = "Aliya Serik", published: str | None = "2021-03-05", **fields: object) -> Claims:
    """One report of one detention by police in Shymkent on 4 March 2021; `fields` go to the event."""
    report = Report(f"Police in Shymkent detained {name}, a reporter for Uly Dala.", id, published)
    city = report.place("Shymkent", country="KZ", geonames=1518980)
    police = report.agency("Police", function="police", country="KZ", jurisdiction=city)
    who = report.journalist(name)
    outlet = report.outlet("Uly Dala", country="KZ")
    report.event("Detention", "detained", [police], [who], **{"time": "2021-03-04", "place": city, **fields})  # type: ignore[arg-type]
    report.relation(who, "worksFor", outlet, f"{name}, a reporter for Uly Dala", position="reporter")
    return report.claims()


def corpus() -> tuple[Claims, ...]:
    """Five reports on one case, one more force, a denial, a call, and a law: what most tests of the whole need."""
    return (detention("a"), detention("b", published="2021-03-06"), *(make() for make in (_trial, _release, _law)))


def _trial() -> Claims:
    report = Report(
        "A court in Shymkent sentenced Aliya Serik to ten days on March 9, said Press Watch. Mayor Bolat Omar denied"
        " that officers beat Serik. Press Watch called on Kazakhstan to free her.",
        "c",
        "2021-03-10",
    )
    city = report.place("Shymkent", country="KZ", geonames=1518980)
    country = report.place("Kazakhstan", country="KZ", geonames=1522867)
    court = report.agency("court", function="court", country="KZ", jurisdiction=city)
    officers = report.agency("officers", function="police", country="KZ")
    aliya = report.journalist("Aliya Serik", "Serik", mentions=["her"])
    watch = report.organization("Press Watch")
    mayor = report.official("Bolat Omar")
    trial = report.event(
        "Conviction", "sentenced", [court], [aliya], "2021-03-09", place=city, penalty="ten days", speaker=watch
    )
    report.event("Assault", "beat", [officers], [aliya], factuality="denied", speaker=mayor)
    report.event("Release", "free", [], [aliya], factuality="demanded", speaker=watch, place=country, about=trial)
    return report.claims()


def _release() -> Claims:
    report = Report("Serik Aliya's colleague Aliya Serik walked free in Shymkent on March 19.", "d", "2021-03-20")
    city = report.place("Shymkent", country="KZ", geonames=1518980)
    aliya = report.journalist("Aliya Serik")
    report.event("Release", "walked free", [], [aliya], "2021-03-19", place=city)
    return report.claims()


def _law() -> Claims:
    report = Report("Kazakhstan's parliament adopted a law on foreign media. Two men beat a reporter.", "e", None)
    country = report.place("Kazakhstan", country="KZ", geonames=1522867)
    parliament = report.agency("parliament", function="parliament", country="KZ", jurisdiction=country)
    men = report.group("Two men")
    reporter = report.journalist("a reporter", named=False)
    report.event("Legislation", "adopted", [parliament], [], charge="law on foreign media")
    report.event("Assault", "beat", [men], [reporter], doubtful_agent=True)
    return report.claims()


def built(folder: Path, *reports: Claims):  # type: ignore[no-untyped-def]
    """Return the open store of some reports, saved and resolved; `corpus()` where none are given."""
    from graphbuild.resolve import resolve
    from graphbuild.store import Store, save

    store = Store.create(folder / "graph.sqlite")
    save(reports or corpus(), store)
    resolve(store)
    return store
