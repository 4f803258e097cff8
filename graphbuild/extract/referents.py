"""Writes clusters of mentions down as referents: ids, names, kinds, and where in the world they belong.

"Kazakh police officers … police … the officers" becomes one referent *Kazakh police* with three mentions, of the function
police, in KZ. A place is looked up among those of its name by the countries that the report speaks of most.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from graphbuild.extract.circumstances import Circumstances
from graphbuild.extract.clusters import Clusters, count_of, fold
from graphbuild.extract.kinds import describe, is_doer
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.name_contexts import CONTINENTS
from graphbuild.ids import make_id
from graphbuild.lexicons.gazetteer import PlaceRecord, country_of, resolve_place
from graphbuild.model import Document, Kind, Referent


class Referents:
    """The referents of one document, each written when it is first asked for."""

    def __init__(self, document: Document, clusters: Clusters, circumstances: Circumstances) -> None:
        self.document, self.clusters, self.circumstances = document, clusters, circumstances
        self._written: dict[int, Referent] = {}

    def id_of(self, index: int) -> str:
        """Return the id of a mention's referent, which is listed from then on."""
        root = self.clusters.root(index)
        if root not in self._written:
            self._written[root] = self._write(root)
        return self._written[root].id

    def listed(self) -> tuple[Referent, ...]:
        """Return all that were asked for, by first mention."""
        return tuple(sorted(self._written.values(), key=lambda r: (r.mentions[0], r.id)))

    def tellable(self, index: int) -> bool:
        """Whether a mention names or describes its referent, or another one of it does."""
        return any(m.form is not Form.PRONOUN for m in self.clusters.members(index))

    def _write(self, root: int) -> Referent:
        members, kind = self.clusters.members(root), self.clusters.kind(root) or Kind.PERSON
        texts = [m for m in members if m.form is not Form.PRONOUN] or members
        seat = self.circumstances.places.seat(root) if kind is Kind.AGENCY else None
        best = self._best(texts, self.clusters.mentions[seat] if seat is not None else None)
        named = any(m.form is Form.NAME for m in members)
        country, geonames = self._located(root, kind, best)
        return Referent(
            id=self._id(root, members[0]),
            document=self.document.id,
            kind=kind,
            name=best.text if named else _without_room(self._told_apart(root, best), kind),
            aliases=tuple(dict.fromkeys([m.text for m in texts] + (_own_names(texts) if named else _wider(texts)))),
            named=named,
            mentions=tuple(m.span for m in members),
            country=country,
            function=self.clusters.attribute(root, "function") if kind is Kind.AGENCY else None,
            jurisdiction=self.id_of(seat) if seat is not None else None,
            geonames=geonames,
        )

    def _told_apart(self, root: int, best: Mention) -> str:
        """Return what tells people from all of their kind, where a bare noun does not: "reporters covering the rally"."""
        indices = [i for i in self.clusters.indices(root) if self.clusters.mentions[i].form is not Form.PRONOUN]
        if not best.plural or best.kind is Kind.AGENCY or not all(map(self.clusters.generic, indices)):
            return best.text
        fitting = (form for form in best.wider if RESTRICTED.match(form.removeprefix(best.text)))
        own = (f for f in fitting if len(f.split()) <= LONGEST_NAME and OTHERS.isdisjoint(f.lower().split()))
        return next(own, best.text)

    def _id(self, root: int, first: Mention) -> str:
        """Return the id of document and first mention; a state that acts shares its only mention with its country."""
        state = ("state",) if self.clusters.is_state(root) else ()
        return make_id("ref", self.document.id, first.span.start, first.span.end, *state)

    def _best(self, texts: list[Mention], seat: Mention | None) -> Mention:
        """Return the mention to call it by: a name before a description, the fullest.

        An agency without a name is called as the report calls it most, with its country or town where it says one, and
        by what it is before its people.
        """
        names = [m for m in texts if m.form is Form.NAME]
        if not names and texts[0].kind is Kind.AGENCY:
            counts = Counter(m.text.casefold() for m in texts)
            bodies = [m for m in texts if not m.member and m.kind is not Kind.GROUP]
            own = [m for m in bodies if not m.text.islower() or not m.text.casefold().endswith(STATIONS)] or texts
            return max(own, key=lambda m: (m.country is not None, _tells(m, seat), counts[m.text.casefold()], -m.start))
        shouted = {m.text for m in names if m.text.isupper()} & {m.text.upper() for m in names if not m.text.isupper()}
        counted = {m.text for m in texts if not names and count_of(m.text) is not None}
        # "a mob … the attackers" is a mob
        doers = {
            m.text for m in texts if m.form is Form.DESCRIPTION and is_doer(noun_lemma(self.circumstances.doc[m.head]))
        }
        return max(
            names or texts,
            key=lambda m: (
                m.text in counted,
                m.text not in doers,
                len(m.text.split()),
                m.text not in shouted,
                len(m.text),
                -m.start,
            ),
        )

    def _located(self, root: int, kind: Kind, best: Mention) -> tuple[str | None, int | None]:
        country = self.clusters.attribute(root, "country")
        if kind is not Kind.PLACE or best.text.lower() in CONTINENTS:
            return country, None
        place = self._looked_up(best, [country] if country else self._countries)
        if place is not None:
            return place.country, place.geonames
        return country or self._country_around(best), None

    def _looked_up(self, place: Mention, countries: list[str]) -> PlaceRecord | None:
        """Return what the gazetteer has of a name, with what the text adds to it after a comma: "Alexandria, Virginia"."""
        after = place.end + 1
        wider = (
            self.circumstances.places.named(after) if self.circumstances.doc.text_of(place.end, after) == "," else None
        )
        told = f"{place.text}, {self.clusters.mentions[wider].text}" if wider is not None else place.text
        return resolve_place(told, countries, self.document.published)

    def _country_around(self, place: Mention) -> str | None:
        """Return the one country where its sentence plays, or else of all places of the report.

        "In Gikondo, a quarter of Kigali": a report of one country does not say of each village where it lies.
        """
        doc, where = self.circumstances.doc, self.circumstances.places
        sentence = doc[place.head].sent.start
        beside = {c for t, c in self._countries_told if doc[t].sent.start == sentence and where.at(doc[t]) is not None}
        told = beside or {c for _, c in self._countries_told}
        return told.pop() if len(told) == 1 else None

    @cached_property
    def _countries_told(self) -> list[tuple[int, str]]:
        """The country of each place that is known, with the token that names it."""
        found = []
        for index, mention in enumerate(self.clusters.mentions):
            if self.clusters.kind(index) is Kind.PLACE and mention.form is Form.NAME:
                place = self._looked_up(mention, self._countries)
                if place is not None:
                    found.append((mention.head, place.country))
        return found

    @cached_property
    def _countries(self) -> list[str]:
        """The countries that the report names most, by name or nationality."""
        counts = Counter(m.country for m in self.clusters.mentions if m.country is not None)
        return [code for code, _ in counts.most_common(3)]


RESTRICTED = re.compile(r" (who|[a-z]+ing) ")
"""How a clause begins that tells some people from all of their kind."""
OF_COUNTRY = re.compile(r"(?P<country>.+?)(['’]s|(?<=s)['’]) (?P<own>[A-Z].+)")
OTHERS = frozenset({"him", "her", "them", "his", "their", "me", "my", "us", "our"})
"""Words of a clause that says nothing without the text around it: "armed groups who killed *him*"."""
LONGEST_NAME = 8
"""Words of a description as a name, at most."""
STATIONS = ("station", "precinct")
"""Words for the rooms of a body, by which a report calls it only beside other words."""


def _tells(body: Mention, seat: Mention | None) -> bool:
    """Whether an agency is called with its seat, and is no room there: "Osh police", not "the Osh police station"."""
    room = body.text.casefold().endswith(STATIONS)
    return seat is not None and not room and set(fold(seat.text).split()) <= set(fold(body.text).split())


def _without_room(name: str, kind: Kind) -> str:
    """Return what acts where a report calls it by its rooms: who tortures "at a nearby police station" is the police."""
    words = name.removeprefix("nearby ").split()
    room = kind is Kind.AGENCY and name.islower() and len(words) > 1 and words[-1] in STATIONS
    room = room and describe(words[-2:-1]) is not None  # "polling station" is a name
    return " ".join(words[:-1]) if room else name


def _own_names(texts: list[Mention]) -> list[str]:
    """Return the names of a country's bodies without the country: "Kenya's Ministry of Health" bears its own name too."""
    parts = (OF_COUNTRY.fullmatch(m.text) for m in texts if m.kind is Kind.AGENCY)
    return [part["own"] for part in parts if part is not None and country_of(part["country"]) is not None]


def _wider(texts: list[Mention]) -> list[str]:
    """Return how else the text has the descriptions of somebody without a name."""
    return [form for m in texts for form in m.wider]
