"""Reads lists of bodies after a position or a verb: "for Radio Tengri, the daily Le Courrier and other papers".

A list goes on over commas and "and" while one body follows another; a description introduces a name by a comma or by
"including". It ends where the next clause begins: "a reporter for Radio Tengri, and Le Courrier said …".
"""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.kinds import BODIES, part_word
from graphbuild.extract.mentions import Form
from graphbuild.extract.relations.phrases import AMONG, FINITE, QUOTES, Phrase, Phrases
from graphbuild.model import Kind

OF_SEVERAL = frozenset({"office", "range", "number", "variety", "series", "handful", "group"})
"""Nouns after which the bodies themselves follow by *of*."""
LONGEST_CLAUSE = 12
"""Words of a relative clause between a body's description and its name at most."""


class Lists:
    """Reads the lists of bodies of one parse."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases, self.clusters = phrases, phrases.clusters

    def bodies(self, start: int, taking: Kind | None = None) -> tuple[list[int], int]:
        """Read a list of bodies from a token on: "A, B (C) and D"; return them and the token after the list."""
        found, end = self._listed(start, taking)
        if not found:
            return [], start
        after = self.phrases.past_separator(end)
        while after is not None:
            more, stop = self._listed(self._past_preposition(after))
            if not more or self._is_clause(stop, end):
                break
            found, end = [*found, *more], stop
            after = self.phrases.past_separator(end)
        return list(dict.fromkeys(found)), end

    def _past_preposition(self, token: int) -> int:
        token += self.phrases.text(token) in ("previously", "formerly", "earlier", "later", "also", "then", "before")
        joins = self.phrases.text(token) in ("for", "at", "of", "with")
        joins |= self.phrases.text(token) == "to" and self.phrases.text(token - 1) != ","
        return token + 1 if joins else token  # "sent X, editor of Radio Aksu, | to jail"

    def _is_clause(self, stop: int, comma: int) -> bool:
        """Whether what follows a comma is not one more of a list but the subject of the next clause."""
        return (
            self.phrases.text(comma) == "," and stop < len(self.phrases.doc) and self.phrases.doc[stop].tag_ in FINITE
        )

    def _listed(self, start: int, taking: Kind | None = None) -> tuple[list[int], int]:
        """Read one body: a name, or a description and the name it introduces after a comma or "including"."""
        phrase = self.phrases.read(start, taking)
        index, end = phrase.mention, self.phrases.past_brackets(phrase.end)
        if index is None and self._is_part(phrase, end):
            return self._listed(end + 1, taking)
        if index is None:
            return self._after_unknown(phrase, end)
        if self.clusters.mentions[index].form is Form.NAME:
            return ([index], end) if self.clusters.kind(index) in BODIES else ([], start)
        introduced = list(self._introduced(index, end))
        if introduced:
            return [i for i, _ in introduced], introduced[-1][1]
        return ([index], end) if self.clusters.kind(index) in BODIES else ([], start)

    def _is_part(self, phrase: Phrase, end: int) -> bool:
        """Whether a phrase is a branch and the body follows: "at the Osh branch of the Institute of Economics"."""
        last = self.phrases.doc[phrase.end - 1] if phrase.end > phrase.start else None
        part = last is not None and (part_word(last.lemma_.lower()) or last.lower_ in OF_SEVERAL)
        return part and self.phrases.text(end) == "of"

    def _after_unknown(self, phrase: Phrase, end: int) -> tuple[list[int], int]:
        """Read the name that follows a description no list knows: "the German broadcast service, Deutsche Welle"."""
        after = self.phrases.past_comma(end)
        if after is None or phrase.end == phrase.start or self.phrases.doc[phrase.start].pos_ != "DET":
            return [], phrase.start
        name = self.phrases.name(after)
        if name is None or self.clusters.kind(name) not in BODIES or not self.phrases.delimited(self.phrases.end(name)):
            return [], phrase.start
        return [name], self.phrases.end(name)

    def _introduced(self, description: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the names that a body's description introduces: "other papers, including A and B", "the service, A"."""
        after = self.phrases.past_comma(self._past_relative(end))
        token = end if after is None else after
        if self.phrases.text(token) in AMONG or (self.phrases.text(token), self.phrases.text(token + 1)) == (
            "such",
            "as",
        ):
            yield from self._members(token + (1 if self.phrases.text(token) in AMONG else 2), description)
        elif after is not None and self.clusters.mentions[description].plural:
            yield from self._members(after, description)  # "two newspapers, A and B"
        elif after is not None:
            phrase = self.phrases.read(after)
            name = phrase.mention
            stop = self.phrases.past_brackets(phrase.end)
            if name is not None and self.clusters.mentions[name].form is Form.NAME and self.phrases.delimited(stop):
                if not self.clusters.named(description) and self._fits(name, description):
                    yield name, stop
                elif self._is_unknown_place(name) and not self._is_region(name):
                    yield self.phrases.called(name, self.clusters.kind(description) or Kind.ORGANIZATION), stop

    def _is_unknown_place(self, name: int) -> bool:
        return self.clusters.kind(name) is Kind.PLACE and self.clusters.attribute(name, "country") is None

    def _is_region(self, name: int) -> bool:
        """Whether a place stands after another and a comma, in which that one lies: "a paper in Salem, *Oregon*"."""
        start = self.clusters.mentions[name].start
        before = self.phrases.name(start - 2) if start > 1 else None
        return before is not None and self.clusters.kind(before) is Kind.PLACE

    def _past_relative(self, end: int) -> int:
        """Return the token after what a description is completed by: "a website | that covers Osh |, Arna.kz".

        A phrase of place does so too: "a page | on Facebook |, Arna Live".
        """
        if self.phrases.text(end) in ("on", "in"):
            stop = self.phrases.read(end + 1).end
            return stop if self.phrases.text(stop) == "," else end
        if self.phrases.text(end) not in ("that", "which"):
            return end
        stop = min(end + LONGEST_CLAUSE, self.phrases.limit(end))
        return next((i for i in range(end, stop) if self.phrases.text(i) == ","), end)

    def _members(self, token: int, description: int) -> Iterator[tuple[int, int]]:
        at: int | None = token
        while at is not None:
            quoted, said = self.phrases.text(at) in QUOTES, self.clusters.kind(description)
            phrase = self.phrases.read(at, said if quoted else None)  # what is quoted there is a name
            stop, name = self.phrases.past_brackets(phrase.end), phrase.mention
            if name is not None and quoted and said is not None and self.clusters.kind(name) is Kind.PLACE:
                name = self.phrases.called(name, said)
            if name is None or not self._fits(name, description):
                return
            yield name, stop
            at = self.phrases.past_separator(stop)

    def _fits(self, name: int, description: int) -> bool:
        """Whether a name can be what a body's description says; an unknown name takes its kind."""
        kind, said = self.clusters.kind(name), self.clusters.kind(description)
        if kind is Kind.ORGANIZATION and said is Kind.OUTLET:
            self.clusters.settle(name, Kind.OUTLET)
        return kind in BODIES or (said is not None and said in BODIES and self.phrases.takes(name, said))
