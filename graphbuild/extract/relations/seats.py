"""Reads where bodies sit and whose money or property they are, as told beside their names.

"Almaty-based Le Courrier", "Le Courrier, based in Dakar", "police in Shymkent"; "a Congress-funded broadcaster".
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from graphbuild.extract.kinds import BODIES
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.relations.found import LIKELY, SURE, WEAK, Found
from graphbuild.extract.relations.phrases import HYPHENS, Phrases
from graphbuild.extract.syntax import Syntax
from graphbuild.lexicons.gazetteer import country_of
from graphbuild.model import Kind, Predicate, Span

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

P = Predicate

SITED = frozenset("university college school institute academy center centre hospital club museum library".split())
"""Words in the names of bodies that have a house somewhere: others may be heard of anywhere."""
LONGEST_NOUN = 4
"""Words between a town and an outlet's name at most."""


class Seats:
    """Reads the seats and backers of the bodies of one parse."""

    def __init__(self, syntax: Syntax, phrases: Phrases) -> None:
        self.syntax, self.phrases = syntax, phrases
        self.doc, self.clusters = phrases.doc, phrases.clusters

    def find(self, employers: Container[int]) -> Iterator[Found]:
        """Yield seats, money and owners; also where those have their house who employ somebody (roots of clusters)."""
        for token in self.doc:
            if token.lower_ in ("based", "headquartered"):
                yield from self._based(token)
            elif token.lower_.endswith("-based"):
                yield from self._based_in_one_word(token)
            elif token.lower_ in ("funded", "financed", "owned") and self.phrases.text(token.i - 1) in HYPHENS:
                yield from self._backed(token)
        yield from self._located(employers)
        yield from self._beside()

    def _body(self, index: int) -> bool:
        return self.clusters.kind(index) in BODIES and self.clusters.named(index)

    def _based(self, token: Token) -> Iterator[Found]:
        """Yield seats: "Almaty-based Y", "Y, based in Berlin", "Y is based in Berlin"."""
        if self.phrases.text(token.i - 1) in HYPHENS:
            place = self._town(token.i - 2)
            body, end = self._first_body(token.i + 1)
            if body is not None and self.phrases.person(self.clusters.mentions[body].end + 1) is not None:
                return  # "Chicago-based Financial Times reporter X": he is
        elif self.phrases.text(token.i + 1) in ("in", "at"):
            phrase = self.phrases.read(token.i + 2)
            place, end = phrase.mention, phrase.end
            body = self._seated(token)
        else:
            return
        if place is not None and body is not None and self.clusters.kind(place) is Kind.PLACE and self._body(body):
            starts = [self.clusters.mentions[i].start for i in (place, body)]
            start = min(s for s in (*starts, token.i) if s >= token.sent.start)
            yield Found(body, P.BASED_IN, place, start, max(end, token.i + 1), SURE)

    def _town(self, i: int) -> int | None:
        """Return the place before "-based", where nothing but a place can stand."""
        place = self.phrases.name(i)
        if place is None and i >= 0 and self.doc[i].pos_ == "PROPN":
            return self.phrases.make(i, i + 1, Kind.PLACE)
        return place

    def _based_in_one_word(self, token: Token) -> Iterator[Found]:
        """Yield the seat in what a tokeniser leaves whole: "U.S.-based Y"."""
        text = token.text[: -len("-based")]
        body, end = self._first_body(token.i + 1)
        if body is None or not self._body(body) or country_of(text) is None:
            return
        known = (
            i for i, m in enumerate(self.clusters.mentions) if m.text == text and self.clusters.kind(i) is Kind.PLACE
        )
        place = next(known, None)
        if place is None:
            span = Span(token.idx, token.idx + len(text))
            made = Mention(token.i, token.i + 1, token.i, Form.NAME, text, span, Kind.PLACE, country=country_of(text))
            place = self.clusters.add(made)
        yield Found(body, P.BASED_IN, place, token.i, end, SURE)

    def _beside(self) -> Iterator[Found]:
        """Yield "the St. Petersburg news outlet Fontanka": a town, a noun for an outlet, its name."""
        for i, mention in enumerate(list(self.clusters.mentions)):
            if self.clusters.kind(i) is not Kind.OUTLET or mention.form is not Form.NAME:
                continue
            before = mention.start - 1
            if before < 1 or self.phrases.kind_said(max(0, before - LONGEST_NOUN), mention.start) is not Kind.OUTLET:
                continue
            while before > 0 and self.doc[before].pos_ in ("NOUN", "ADJ") and self.phrases.name(before) is None:
                before -= 1
            place = self.phrases.name(before)
            if place is None or self.clusters.mentions[place].text.endswith("-language"):
                continue
            if self.clusters.kind(place) is Kind.PLACE and before < mention.start - 1:
                yield Found(i, P.BASED_IN, place, self.clusters.mentions[place].start, mention.end, LIKELY)

    def _first_body(self, start: int) -> tuple[int | None, int]:
        """Return the body that a phrase stands for, else the first in it, else what its head describes."""
        phrase = self.phrases.read(start)
        said = phrase.mention
        if said is not None and self._body(said) and self.clusters.mentions[said].form is Form.NAME:
            return said, phrase.end
        for k in range(start, phrase.end):
            name = self.phrases.name(k)
            if name is not None and self.clusters.kind(name) in BODIES:
                return name, self.clusters.mentions[name].end
        heads = [self.clusters.at_head[k] for k in range(start, phrase.end) if k in self.clusters.at_head]
        if heads and self._is_unread_name(self.clusters.mentions[heads[-1]].end):
            return None, phrase.end  # "the London-based monthly | African Ledger" is no monthly told of before
        return (heads[-1] if heads else phrase.mention), phrase.end

    def _is_unread_name(self, token: int) -> bool:
        """Whether a capitalised word goes on that no name has."""
        after = self.doc[token] if token < len(self.doc) else None
        return after is not None and after.text[:1].isupper() and after.pos_ in ("PROPN", "ADJ")

    def _seated(self, token: Token) -> int | None:
        i = token.i - 1
        while i > token.sent.start and (self.doc[i].pos_ in ("AUX", "ADV", "PUNCT") or self.phrases.text(i) == "which"):
            i -= 1
        name = self.phrases.name(i)
        return name if name is not None else self.clusters.at(i)

    def _backed(self, token: Token) -> Iterator[Found]:
        """Yield "Congress-funded Y" and "Gazprom-owned Y"."""
        backer = self.phrases.name(token.i - 2)
        body, end = self._first_body(token.i + 1)
        if backer is None or body is None or not self._body(body) or self.clusters.kind(backer) not in BODIES:
            return
        predicate = P.FUNDS if token.lower_ in ("funded", "financed") else P.OWNS
        yield Found(backer, predicate, body, self.clusters.mentions[backer].start, end, SURE)

    def _located(self, employers: Container[int]) -> Iterator[Found]:
        """Yield "police in Shymkent", "Osh University in Kyrgyzstan": a body and the place that its own phrase names."""
        for i, mention in enumerate(list(self.clusters.mentions)):
            agency = self.clusters.kind(i) is Kind.AGENCY and mention.form is not Form.PRONOUN and not mention.member
            sited = mention.form is Form.NAME and not SITED.isdisjoint(mention.text.lower().split())
            if not agency and not (sited and self.clusters.root(i) in employers):
                continue
            if mention.function == "military":
                continue  # troops are where they are sent
            up = self.syntax.governor(self.doc[mention.head])
            if up is not None and up.preposition == "against":
                continue  # "a protest against the government in Osh"
            if self.phrases.text(mention.end) not in ("in", "of"):
                continue
            place = self.phrases.name(self.phrases.read(mention.end + 1).end - 1)
            if place is None or self.clusters.kind(place) is not Kind.PLACE or not self._hangs_on(place, mention):
                continue
            land = self.clusters.attribute(place, "country")
            abroad = mention.country is not None and land not in (None, mention.country)  # "Israeli troops in Gaza"
            if (sited or country_of(self.clusters.mentions[place].text) is None) and not abroad:
                yield Found(i, P.BASED_IN, place, mention.start, self.clusters.mentions[place].end, WEAK)

    def _hangs_on(self, place: int, body: Mention) -> bool:
        up = self.syntax.governor(self.doc[self.clusters.mentions[place].head])
        return up is not None and body.start <= up.token.i < body.end
