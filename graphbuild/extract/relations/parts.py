"""Reads which body is part of which, as told beside their names.

"Radio Azamat, the Kazakh service of Radio Horizon"; "Radio Horizon's weekly programme “Open Talk”"; "Radio Horizon's
Kazakh Service", a name that begins with the name of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.clusters import fold
from graphbuild.extract.kinds import BODIES
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.relations.found import LIKELY, SURE, Found
from graphbuild.extract.relations.lists import Lists
from graphbuild.extract.relations.phrases import DASHES, HYPHENS, QUOTES, ROOMS, word_of
from graphbuild.extract.syntax import POSSESSIVE
from graphbuild.lexicons.gazetteer import country_of, is_nationality
from graphbuild.lexicons.names import load_names
from graphbuild.model import Kind, Predicate, Span

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

P = Predicate

PARTS = frozenset(
    "service branch part arm unit subsidiary department division affiliate bureau edition section program programme"
    " project supplement wing chapter board desk offshoot outlet channel show newsroom cabinet ministry".split()
)
INNER = frozenset(
    "service branch unit department division bureau edition section board desk newsroom ministry cabinet".split()
)
"""Words that end the name of a part which begins with the name of its whole."""
PROGRAMMES = frozenset({"program", "programme", "show", "podcast", "supplement"})
OF = frozenset({"of", "at", "within", "for", "in"})


class Parts:
    """Reads the parts and wholes of one parse."""

    def __init__(self, lists: Lists) -> None:
        self.lists, self.phrases = lists, lists.phrases
        self.doc, self.clusters = self.phrases.doc, self.phrases.clusters

    def name_parts(self) -> None:
        """Make names of parts called by their whole: "Radio Horizon's Kazakh service", "Radio Horizon Kazakh Service"."""
        for whole, mention in enumerate(list(self.clusters.mentions)):
            if mention.form is not Form.NAME or not self._body(whole) or self.phrases.name(mention.start) != whole:
                continue
            owned = self.phrases.text(mention.end) in POSSESSIVE
            last = self._inner(mention.end + owned)
            if last is None or self._has_own_name(last + 1):
                continue
            as_name = self.doc[last].text[:1].isupper()
            if not as_name and (not owned or word_of(self.doc[last]) in ROOMS):
                continue
            made = self.phrases.make(mention.start, last + 1, self.clusters.kind(whole) or Kind.ORGANIZATION)
            self._join_short(made, fold(self.doc.text_of(mention.end + owned, last + 1)))
        self._settle_services()
        for whole, mention in enumerate(list(self.clusters.mentions)):
            start = self._service_before(whole, mention)
            if start is not None:
                self.phrases.make(start, mention.end, Kind.OUTLET)

    def _settle_services(self) -> None:
        """Let the service of an outlet be one, for it broadcasts too: "RFE/RL's Belarus Service"."""
        for i, mention in enumerate(self.clusters.mentions):
            named = mention.form is Form.NAME and self.clusters.kind(i) is Kind.ORGANIZATION
            end = self._whole_end(mention) if named and word_of(self.doc[mention.end - 1]) in INNER else None
            if end is None:
                continue
            whole = self._named_elsewhere(mention.start, end)
            known = load_names().get(self.doc.text_of(mention.start, end))
            if Kind.OUTLET in (known and known.kind, whole is not None and self.clusters.kind(whole)):
                self.clusters.settle(i, Kind.OUTLET)

    def _service_before(self, whole: int, mention: Mention) -> int | None:
        """Return where the name of a service begins that stands before its whole's: "the Tajik service of | RFE/RL"."""
        if mention.form is not Form.NAME or self.clusters.kind(whole) is not Kind.OUTLET:
            return None
        service = mention.start - 2 - (self.phrases.text(mention.start - 1) == "the")
        if service < 1 or self.phrases.text(service + 1) != "of" or self.phrases.text(service) != "service":
            return None
        start = service - 1 - (self.phrases.text(service - 1) == "language")
        before = self._comma_before(start - (self.phrases.text(start - 1) == "the"))
        apposed = before is not None and self.phrases.name(before) is not None  # "Radio Azamat, the Kazakh service of"
        if apposed or self._has_own_name(mention.end) or self.phrases.name(start) is not None:
            return None
        return start if is_nationality(self.doc[start].text) else None

    def _join_short(self, part: int, text: str) -> None:
        """Join what the text elsewhere calls by its own words alone: "Radio Horizon's Kazakh Service … Kazakh Service"."""
        for i, mention in enumerate(self.clusters.mentions):
            free = all(fold(m.text) == text for m in self.clusters.members(i))  # no other body's part
            if mention.form is Form.NAME and free and self.clusters.kind(i) in BODIES:
                self.clusters.join(part, i, "part of a name")

    def _inner(self, start: int) -> int | None:
        """Return the word for a part within three from here, adjectives and nouns before it."""
        for i in range(start, min(start + 4, self.phrases.limit(start))):
            if self.doc[i].pos_ not in ("ADJ", "NOUN", "PROPN"):
                return None
            if word_of(self.doc[i]) in INNER and self.phrases.person(i + 1) is None:
                follows = self.phrases.text(i + 1)
                return i if not self._more(i + 1) and follows not in POSSESSIVE else None
        return None

    def _more(self, i: int) -> bool:
        """Whether a capitalised word goes on with the name: "Service Desk"."""
        return i < len(self.doc) and self.doc[i].pos_ == "PROPN" and self.phrases.name(i) is None

    def _has_own_name(self, end: int) -> bool:
        """Whether a part is called by a name of its own after it: "Radio Horizon's Kazakh service, Radio Azamat,"."""
        after = self.phrases.past_comma(end)
        start = end if after is None else after
        while self.phrases.text(start) in QUOTES:
            start += 1
        name = self.phrases.name(start)
        return name is not None and (after is None or self.phrases.delimited(self.phrases.end(name)))

    def find(self) -> Iterator[Found]:
        """Yield what is part of what, and the seat of "the Baku branch"."""
        yield from self._inside_names()
        yield from self._owned()
        for token in self.doc:
            if self.phrases.name(token.i) is None and word_of(token) in PARTS and token.pos_ in ("NOUN", "PROPN"):
                yield from self._part(token)

    def _body(self, index: int | None) -> bool:
        return index is not None and self.clusters.kind(index) in BODIES and self.clusters.named(index)

    def _inside_names(self) -> Iterator[Found]:
        """Yield (part, whole) where a name is another's name and a word such as Service: "RFE/RL's Uzbek Service"."""
        for i, mention in enumerate(list(self.clusters.mentions)):
            if mention.form is not Form.NAME or self.clusters.kind(i) not in BODIES:
                continue
            served = self._served(mention)
            if served is not None:
                yield Found(i, P.PART_OF, served, mention.start, mention.end, SURE)
                continue
            inner = word_of(self.doc[mention.end - 1]) in INNER
            end = self._whole_end(mention) if inner else self._acronym_end(mention)
            if end is None:
                continue
            whole = self._named(mention, end)
            if whole is not None and self.clusters.kind(whole) in BODIES:
                yield Found(i, P.PART_OF, whole, mention.start, mention.end, SURE)

    def _served(self, mention: Mention) -> int | None:
        """Return the whole that the name of a part ends with: "Tajik service of RFE/RL"."""
        link = next((t.i for t in self.doc[mention.start : mention.end] if t.lower_ == "of"), None)
        if link is None or word_of(self.doc[link - 1]) != "service":
            return None
        named = (i for i, m in enumerate(self.clusters.mentions) if m.form is Form.NAME and m.end == mention.end)
        return next((i for i in named if link < self.clusters.mentions[i].start <= link + 2), None)

    def _acronym_end(self, mention: Mention) -> int | None:
        """Return where a known acronym ends that an outlet's name begins with: "VOA | Deewa Radio"."""
        first = self.doc[mention.start].text
        longer = mention.end - mention.start > 1 and mention.kind is Kind.OUTLET
        return mention.start + 1 if longer and first.isupper() and first in load_names() else None

    def _owned(self) -> Iterator[Found]:
        """Yield (part, whole) of two names with the sign of the possessive between: "RFE/RL's Radio Azadi"."""
        for i, mention in enumerate(list(self.clusters.mentions)):
            before = mention.start - 1
            if mention.form is not Form.NAME or self.phrases.text(before) not in POSSESSIVE:
                continue
            whole = self.phrases.name(before - 1)
            bodies = {self.clusters.kind(i), self.clusters.kind(whole) if whole is not None else None}
            if (
                whole is not None
                and self.clusters.kind(i) is Kind.OUTLET
                and bodies <= {Kind.OUTLET, Kind.ORGANIZATION}
            ):
                yield Found(i, P.PART_OF, whole, self.clusters.mentions[whole].start, mention.end, LIKELY)

    def _whole_end(self, mention: Mention) -> int | None:
        """Return where the whole's name ends inside a part's name: before 's, or before the demonym of a service."""
        for k in range(mention.start + 1, mention.end - 1):
            if self.phrases.text(k) in POSSESSIVE:
                return k
        for k in range(mention.end - 2, mention.start, -1):
            if self._named_elsewhere(mention.start, k) is not None:
                return k
        return None

    def _named_elsewhere(self, start: int, end: int) -> int | None:
        text = _main_name(self.doc.text_of(start, end))
        return next(
            (
                i
                for i, m in enumerate(self.clusters.mentions)
                if m.form is Form.NAME and _main_name(m.text) == text and m.kind in BODIES
            ),
            None,
        )

    def _named(self, part: Mention, end: int) -> int | None:
        """Return the whole as a mention: the same name elsewhere, else one made of the part's first words."""
        other = self._named_elsewhere(part.start, end)
        text = self.doc.text_of(part.start, end)
        if country_of(text) is not None:
            return None
        last, known = self.doc[end - 1], load_names().get(text)
        outlet = part.kind is Kind.OUTLET or (known is not None and known.kind is Kind.OUTLET)
        unsaid = Kind.OUTLET if outlet else Kind.ORGANIZATION
        kind = self.clusters.kind(other) if other is not None else unsaid
        made = replace(
            part, end=end, head=end - 1, text=text.replace("\n", " "), kind=kind, function=None,
            span=Span(part.span.start, last.idx + len(last)),
        )  # fmt: skip
        index = self.clusters.add(made)
        if other is not None:
            self.clusters.join(other, index, "equal names")
        return index

    def _part(self, token: Token) -> Iterator[Found]:
        """Yield (part, whole) of "Y, the Kazakh service of Z", "Z's Kazakh service, Y", "Z's program “Y”"."""
        wholes, end, start = self._wholes(token)
        if not wholes:
            return
        part, first, last = self._part_name(token, start, end)
        if part is None:
            return
        for whole in wholes:
            if self._body(whole) and self._body(part):
                yield Found(part, P.PART_OF, whole, min(first, start), max(last, end), SURE)
                seat = self._seat_before(token)
                if seat is not None:
                    yield Found(part, P.BASED_IN, seat, min(first, start), max(last, end), LIKELY)

    def _wholes(self, token: Token) -> tuple[list[int], int, int]:
        """Return the larger bodies of a word for a part, the token after them, and where its phrase begins."""
        start = self._phrase_start(token.i)
        end = self.phrases.past_brackets(token.i + 1)
        owner = start - 1
        if self.phrases.text(owner) in POSSESSIVE:
            name = self.phrases.name(owner - 1)
            return (
                [name] if name is not None else [],
                end,
                self.clusters.mentions[name].start if name is not None else start,
            )
        if owner >= 0 and self.doc[owner].tag_ == "PRP$":
            index = self.clusters.at(owner)
            return ([index] if index is not None else [], end, owner)
        if self.phrases.text(end) in OF:
            found, after = self.lists.bodies(end + 1)
            return found[:1], after if found else end, start
        return [], end, start

    def _phrase_start(self, token: int) -> int:
        start = token
        while start > 0 and (
            self.doc[start - 1].pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "DET")
            or self.phrases.text(start - 1) in HYPHENS
        ):
            name = self.phrases.name(start - 1)
            if (
                name is not None
                and self.clusters.kind(name) is not Kind.PLACE
                and self.clusters.mentions[name].country is None
            ):
                break
            start -= 1
        return start

    def _part_name(self, token: Token, start: int, end: int) -> tuple[int | None, int, int]:
        """Return the part itself: the name after it, before its comma, or its own cluster's."""
        name = self._name_after(token)
        if name is not None:
            return name, start, self.clusters.mentions[name].end
        i = self._comma_before(start)
        name = self.phrases.name(i) if i is not None else None
        if name is not None and (
            self.clusters.kind(name) in BODIES or (token.lower_ != "part" and self.phrases.takes(name, Kind.OUTLET))
        ):
            return name, self.clusters.mentions[name].start, end
        follow = self.phrases.past_comma(end)
        name = self.phrases.name(follow) if follow is not None else None
        if name is not None and self.phrases.delimited(self.phrases.end(name)):
            self._take_kind(name)
            return name, start, self.clusters.mentions[name].end
        own = self.clusters.at_head.get(token.i)
        return own, start, end

    def _name_after(self, token: Token) -> int | None:
        """Return the name right after a word for a part: "its programme “Open Talk”", "its evening show Gün Sonu"."""
        after = token.i + 1
        while self.phrases.text(after) in QUOTES:
            after += 1
        name, programme = self.phrases.name(after), word_of(token) in PROGRAMMES
        if name is None and after > token.i + 1:
            name = self._quoted(after)
        if name is None and programme:
            name = self._capitalised(after)
        if name is None or self.clusters.mentions[name].start != after:
            return None
        self._take_kind(name)
        if programme and self.clusters.kind(name) is Kind.ORGANIZATION:
            self.clusters.settle(name, Kind.OUTLET)
        return name

    def _quoted(self, start: int) -> int | None:
        """Make a name of a title in quotes: "its weekly program “Open Talk”"."""
        end = start
        while self.phrases.text(end) not in QUOTES and end < min(start + 6, self.phrases.limit(start)):
            end += 1
        if end == start or self.phrases.text(end) not in QUOTES or not self.doc[start].text[:1].isupper():
            return None
        return self.phrases.make(start, end, Kind.OUTLET)

    def _capitalised(self, start: int) -> int | None:
        """Make a name of capitalised words right after a noun for a programme: "its evening show Gün Sonu"."""
        end = start
        while end < self.phrases.limit(start) and self.doc[end].text.istitle() and self.phrases.name(end) is None:
            end += 1
        return self.phrases.make(start, end, Kind.OUTLET) if end > start else None

    def _comma_before(self, start: int) -> int | None:
        i = start - 1
        while i > 0 and self.phrases.text(i) in QUOTES:
            i -= 1
        if self.phrases.text(i) not in {",", "(", *DASHES}:
            return None
        i -= 1
        while i > 0 and self.phrases.text(i) in QUOTES:
            i -= 1
        return i

    def _take_kind(self, name: int) -> None:
        if self.clusters.kind(name) is None:
            self.clusters.settle(name, Kind.OUTLET)

    def _seat_before(self, token: Token) -> int | None:
        """Return the city of "the Baku branch of Y"; a country there only says whom it broadcasts to."""
        name = self.phrases.name(token.i - 1)
        if name is None or self.clusters.kind(name) is not Kind.PLACE or country_of(self.clusters.mentions[name].text):
            return None
        return name


def _main_name(text: str) -> str:
    """Return the name by which a body is known best: an acronym needs no brackets where all know it ("VOA")."""
    known = load_names().get(text)
    return fold(known.names[0] if known is not None else text)
