"""Puts the readings together: each relation of a report once, told where it is told best.

Positions give most of them. What a position says of its holder and of the body settles what they are: a correspondent
is a journalist, the correspondent's employer an outlet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.extract.clauses import Clauses
from graphbuild.extract.clusters import Clusters
from graphbuild.extract.kinds import BODIES, PERSONS
from graphbuild.extract.mentions import Form
from graphbuild.extract.names import is_cut_off
from graphbuild.extract.relations.bodies import Bodies, Held
from graphbuild.extract.relations.colleagues import find_colleagues
from graphbuild.extract.relations.crews import Crews
from graphbuild.extract.relations.found import LIKELY, UNPRINTED, WEAK, Found
from graphbuild.extract.relations.founding import fellow_founders
from graphbuild.extract.relations.holders import Holder, Holders
from graphbuild.extract.relations.house import find_house_staff
from graphbuild.extract.relations.jobs import Jobs
from graphbuild.extract.relations.judges import find_judges
from graphbuild.extract.relations.lists import Lists
from graphbuild.extract.relations.offices import find_office_holders
from graphbuild.extract.relations.parts import Parts
from graphbuild.extract.relations.phrases import FINITE, Phrases
from graphbuild.extract.relations.positions import Post, find_posts
from graphbuild.extract.relations.seats import Seats
from graphbuild.extract.relations.statements import Statements
from graphbuild.extract.syntax import POSSESSIVE, Syntax
from graphbuild.model import Kind, Predicate

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc

P = Predicate

FOUNDERS = frozenset({"founder", "cofounder", "co-founder"})
OWNERS = frozenset({"owner", "coowner", "co-owner", "proprietor"})
DOUBTS = frozenset(
    "alleged allegedly suspected purported purportedly supposed supposedly presumed presumably ostensibly".split()
)
"""Words before a position that somebody may not hold."""
SIBLINGS = frozenset("brother sister sibling twin cousin".split())
RANKS = frozenset(
    "capt captain lt lieutenant sgt sergeant maj major col colonel gen general insp inspector cpl corporal".split()
)
SEATED = frozenset({"board", "council", "parliament", "assembly", "senate"})
"""Bodies whose members hold an office."""
OPEN = frozenset(
    "member supporter critic colleague friend source shareholder investor resident citizen student prisoner inmate detainee"
    " hostage victim witness client suspect defendant candidate activist campaigner dissident politician neighbour neighbor"
    " refugee patient advocate loyalist ally".split()
)
"""Words that join a person to a body or a place without any work for it."""


class RelationFinder:
    """Finds relations in one parse, and settles kinds by them."""

    def __init__(self, doc: Doc, syntax: Syntax, clauses: Clauses, clusters: Clusters, headline_end: int = 0) -> None:
        self.doc, self.syntax, self.clusters = doc, syntax, clusters
        self.phrases = Phrases(doc, clusters)
        lists = Lists(self.phrases)
        self.parts = Parts(lists)
        self.parts.name_parts()
        self.posts = find_posts(doc, self.phrases)
        self.bodies = Bodies(lists)
        self.holders = Holders(syntax, clauses, self.phrases, self.posts)
        self.crews = Crews(syntax, self.holders, headline_end)
        self.statements = Statements(syntax, clauses, lists)
        self.seats = Seats(syntax, self.phrases)

    def find(self) -> list[Found]:
        """Return the relations of a parse, each once, in text order."""
        found = [
            *self._positions(),
            *self.statements.find(),
            *Jobs(self.statements).find(),
            *self.parts.find(),
            *self._beside_outlets(),
        ]
        found += [*find_judges(self.phrases), *find_office_holders(self.phrases)]
        found += [*fellow_founders(found, self.phrases), *self.crews.find(found)]
        found += find_colleagues(found, self.syntax, self.clusters)
        found += find_house_staff(list(found), self.holders, self.syntax)
        found += self.seats.find({self.clusters.root(f.object) for f in found if f.predicate is P.WORKS_FOR})
        best: dict[tuple[int, str, int], Found] = {}
        for each in sorted(found, key=lambda f: (-f.confidence, f.position is None, f.start, f.end)):
            key = (self.clusters.root(each.subject), each.predicate, self.clusters.root(each.object))
            if self._cut_off(each.subject) or self._cut_off(each.object):
                continue
            if key[0] != key[2] and (key[2], key[1], key[0]) not in best:
                best.setdefault(key, each)
        return sorted(best.values(), key=lambda f: (f.start, f.end, f.subject, f.object))

    def _cut_off(self, index: int) -> bool:
        """Whether a name is not whole, for the teaser ends in the middle of it."""
        mention = self.clusters.mentions[index]
        return mention.form is Form.NAME and is_cut_off(self.doc, mention.start, mention.end)

    def _positions(self) -> Iterator[Found]:
        """Yield what positions tell; an employer named once goes for the list of people that follows."""
        carried: tuple[int, tuple[int, ...]] | None = None
        """where the list has come to, and at which bodies its people work"""
        waiting: tuple[int, Held, list[Holder]] | None = None
        """a position before names that has no body yet, and where its names end"""
        beside: tuple[int, tuple[int, ...]] | None = None
        """where a position after its holder's name ends, and its bodies"""
        for group in self.bodies.groups(self.posts):
            holders = self._holders(group)
            plain = [h for h in holders if h.confidence >= LIKELY]
            bodies = _bodies(group)
            first = group[0]
            if not bodies and carried is not None and self._goes_on(carried[0], first.post.left):
                group = [self._inherits(held, carried[1]) for held in group]
                bodies = _bodies(group)
            if beside is not None and self._is_of_last(beside[0], first):
                group = [replace(held, bodies=beside[1]) for held in group]
                bodies = beside[1]
            after_name = bool(plain) and plain[-1].end <= first.post.left
            listed = beside is not None and after_name and self._is_next_of_list(beside, first, plain)
            if not bodies and beside is not None and listed:
                group = [self._inherits(held, beside[1]) for held in group]
                bodies = _bodies(group)
            if not bodies and plain and first.end == first.post.end and plain[-1].end > first.post.end:
                group = [self._after_name(held, plain[-1].end) for held in group]
                if waiting is not None and self._goes_on(waiting[0], first.post.left):
                    yield from self._with_next(waiting[1], waiting[2], group)
            beside = (group[-1].end, bodies) if after_name and bodies else None
            before_name = bool(plain) and first.end == first.post.end and plain[-1].end > first.post.end
            carried = (plain[-1].end, bodies) if before_name and bodies else None
            waiting = (plain[-1].end, first, plain) if before_name and not group[0].bodies else None
            for held, each in self._each_own(group) or [(held, holders) for held in group]:
                for holder in () if self._goes_on_with(held, each) else each:
                    yield from self._held(held, holder)
            yield from self._siblings(first, holders)

    def _each_own(self, group: list[Held]) -> list[tuple[Held, list[Holder]]]:
        """Return two posts each with its holder: "X and Y, the former editor and the former publisher of Arna"."""
        posts = [held.post for held in group]
        if len(posts) != 2 or any(p.plural or self.phrases.text(p.left) != "the" for p in posts):
            return []
        people = self.holders.before(posts[0].left, plural=True)
        joined = len(people) == 2 and self.phrases.text(self.clusters.mentions[people[0].mention].end) == "and"
        return [(held, [person]) for held, person in zip(group, people, strict=True)] if joined else []

    def _with_next(self, held: Held, holders: list[Holder], group: list[Held]) -> Iterator[Found]:
        """Yield the bodies after the last of a list for those before: "reporter X and cameraman Y of Radio Tengri"."""
        bodies = _bodies(group)
        if bodies and held.post.entry.kind is Kind.JOURNALIST is group[0].post.entry.kind:
            for holder in holders:
                yield from self._held(replace(held, bodies=bodies, confidence=LIKELY), holder)

    def _goes_on_with(self, held: Held, holders: list[Holder]) -> bool:
        """Whether two names go on a list that relatives begin, and are none: "the president's relatives, X, and Y"."""
        if not held.post.entry.relative or not held.post.plural or len(holders) != 2:
            return False
        one, other = (self.clusters.mentions[h.mention] for h in holders)
        return held.post.end <= one.start and self.doc.text_of(one.end, other.start) == ", and"

    def _siblings(self, held: Held, holders: list[Holder]) -> Iterator[Found]:
        """Yield "brothers X and Y": relatives of each other."""
        if held.post.last in SIBLINGS and held.post.plural and not held.bodies and len(holders) == 2:
            one, other = holders[0].mention, holders[1].mention
            yield Found(one, P.RELATIVE_OF, other, held.post.first, self.clusters.mentions[other].end, LIKELY)

    def _after_name(self, held: Held, end: int) -> Held:
        """Look for a body after the name: "judge X of the City Court", "reporters X and Y from Radio Tengri"."""
        if (
            held.post.entry.relative
            or held.post.entry.kind is Kind.PERSON
            or self.phrases.text(end) not in ("of", "from", "at", "with")
        ):
            return held
        bodies, stop = self.bodies.lists.bodies(end + 1)
        wanted = {Kind.JOURNALIST: Kind.OUTLET, Kind.OFFICIAL: Kind.AGENCY}.get(held.post.entry.kind or Kind.PERSON)
        fitting = tuple(i for i in bodies if wanted in (None, self.clusters.kind(i)))
        return Held(held.post, fitting, stop, LIKELY)

    def _goes_on(self, end: int, left: int) -> bool:
        """Whether a list of people goes on from one to the next position: only a comma or "and" between."""
        return self.phrases.past_separator(end) == left

    def _is_next_of_list(self, beside: tuple[int, tuple[int, ...]], held: Held, holders: list[Holder]) -> bool:
        """Whether an outlet's list goes on, a name and a bare position: "X, director of Arna, | Y, editor-in-chief"."""
        end, bodies = beside
        name = self.clusters.mentions[holders[0].mention]
        bare = self.doc[held.post.left].pos_ not in ("DET", "PRON") and len(holders) == 1
        outlets = all(self.clusters.kind(i) is Kind.OUTLET for i in bodies)
        return bare and outlets and self.phrases.past_separator(end) == name.start

    def _is_of_last(self, end: int, held: Held) -> bool:
        """Whether "its" is of the outlet told right before: "X, director of Arna, and | its editor, Y"."""
        left = held.post.left
        return self.phrases.text(left) == "its" and self.phrases.past_separator(end) == left

    def _inherits(self, held: Held, bodies: tuple[int, ...]) -> Held:
        his = self.doc[held.post.left].tag_ == "PRP$"  # "photographer X and his driver Y"
        if held.post.entry.kind not in (Kind.JOURNALIST, None) or held.post.entry.relative or his:
            return held
        return Held(held.post, bodies, held.end, WEAK if held.post.is_trade else LIKELY)

    def _holders(self, group: list[Held]) -> list[Holder]:
        """Return who holds the positions of one group, from the surest place where a name can stand on."""
        first, last = group[0], group[-1]
        plural = last.post.plural
        found = self.holders.after(last.post) if last.end == last.post.end else []
        titled = self._name_after(last) if not found and not plural else None
        if titled is not None:
            return [Holder(titled, self.phrases.end(titled), LIKELY)]
        if not found and not self._begins_clause(first, last):
            found = self.holders.before(first.post.left, plural=plural)
        own = found or [h for held in group for h in self.holders.stated(held.post)]
        own = own or self.holders.beside(last.end, plural=plural)
        return own or next((h for held in group if (h := self.holders.described(held.post))), [])

    def _name_after(self, held: Held) -> int | None:
        """Return the person's name right after a position's body, or what that is of: "X, head of the Assembly | Y"."""
        end = held.end
        if self.phrases.text(end) == "of":
            end = self.phrases.read(end + 1).end
        return self.phrases.person(end) if held.end > held.post.end else None

    def _begins_clause(self, first: Held, last: Held) -> bool:
        """Whether a position after a comma is a subject of its own: "According to lawyer X, the journalist was held"."""
        after = self.doc[last.end] if last.end < len(self.doc) else None
        comma = self.phrases.text(first.post.left - 1) == "," and self.phrases.text(first.post.left) == "the"
        return comma and after is not None and after.tag_ in FINITE and after.pos_ in ("VERB", "AUX")

    def _held(self, held: Held, holder: Holder) -> Iterator[Found]:
        """Yield the relations between one holder of a position and the bodies it is held at."""
        post = held.post
        if self.clusters.kind(holder.mention) in PERSONS:
            self._settle_person(holder.mention, post.entry.kind)
        for other in held.bodies:
            found = self._relation(held, holder, other)
            if found is not None:
                yield found

    def _relation(self, held: Held, holder: Holder, other: int) -> Found | None:
        post, person = held.post, holder.mention
        if self.clusters.root(person) == self.clusters.root(other) or self._is_doubted(post):
            return None
        start, end = self._stretch(held, holder, other)
        confidence = min(held.confidence, holder.confidence)
        target, named = self.clusters.kind(other), self.clusters.named(person)
        if post.entry.relative:
            sure = confidence if named else UNPRINTED
            known = target in PERSONS and self.clusters.named(other)
            return Found(person, P.RELATIVE_OF, other, start, end, sure) if known else None
        if (
            post.is_lawyer
            and self.doc[post.first - 1].lower_ != "fellow"
            and (target in PERSONS or target in (Kind.OUTLET, Kind.GROUP))
        ):
            return Found(person, P.REPRESENTS, other, start, end, confidence) if named else None
        if target not in BODIES or not self._employs(held, holder, other):
            return None
        if post.entry.kind is Kind.JOURNALIST and target is Kind.ORGANIZATION and not post.past:
            self.clusters.settle(other, Kind.OUTLET)
        if post.last in FOUNDERS or post.last in OWNERS:
            predicate = P.FOUNDED if post.last in FOUNDERS else P.OWNS
            return Found(person, predicate, other, start, end, confidence) if named else None
        own = holder.post if holder.post is not None else post
        return Found(person, P.WORKS_FOR, other, start, end, confidence, self._text(own), not post.past)

    def _is_doubted(self, post: Post) -> bool:
        """Whether somebody only is said to hold a position: "an alleged spokesman for", "allegedly a member of"."""
        words = self.doc[max(0, post.left - 1) : post.end]
        return not DOUBTS.isdisjoint(t.lower_ for t in words)

    def _employs(self, held: Held, holder: Holder, other: int) -> bool:
        """Whether a position at a body is work for it, and the body known by name."""
        post = held.post
        if not self.clusters.named(other) and not self._is_agency(other):
            return False
        if post.last in OPEN and post.words[-2:] != ("board", "member") and post.words[:2] != ("member", "of"):
            return post.last == "member" and any(
                w in m.text.lower().split() for m in self.clusters.members(other) for w in SEATED
            )
        return self.clusters.named(holder.mention) or self.clusters.kind(other) is Kind.OUTLET

    def _is_agency(self, index: int) -> bool:
        return self.clusters.kind(index) is Kind.AGENCY and self.clusters.mentions[index].form is Form.DESCRIPTION

    def _text(self, post: Post) -> str:
        return self.doc.text_of(post.first, post.end).replace("\n", " ")

    def _settle_person(self, person: int, kind: Kind | None) -> None:
        current = self.clusters.kind(person)
        if kind in PERSONS and (current is Kind.PERSON or (current is Kind.OFFICIAL and kind is Kind.JOURNALIST)):
            self.clusters.settle(person, kind)

    def _beside_outlets(self) -> Iterator[Found]:
        """Yield "X of Radio Azattyq", "X (Le Courrier)", "Le Courrier's X": a person's name right beside an outlet's."""
        for i, mention in enumerate(list(self.clusters.mentions)):
            if mention.form is not Form.NAME or self.clusters.kind(i) not in PERSONS:
                continue
            yield from self._owned(i)
            yield from self._ranked(i)
            people, at = self._both(i)
            mark = self.phrases.text(at)
            if mark not in ("of", "from", "with", "(", *(("at",) if len(people) > 1 else ())):
                continue
            phrase = self.phrases.read(at + 1)
            other = phrase.mention
            closed = mark != "(" or self.phrases.text(phrase.end) in (")", ",")
            if other is None or not closed or not self._employs_people_of(other, people, mark):
                continue
            if mark == "of" and self._are_journalists(people):  # "reporters X of Sports Illustrated and Y"
                self.clusters.settle(other, Kind.OUTLET)
            for person in people:
                if self.clusters.kind(other) is Kind.OUTLET:
                    self._settle_person(person, Kind.JOURNALIST)
                yield Found(person, P.WORKS_FOR, other, self.clusters.mentions[person].start, phrase.end, LIKELY)

    def _owned(self, first: int) -> Iterator[Found]:
        """Yield "Le Courrier's X and Y": a body with the sign of the possessive before the names of people."""
        mark = self.clusters.mentions[first].start - 1
        owner = self.phrases.name(mark - 1) if self.phrases.text(mark) in POSSESSIVE else None
        if owner is None or self.clusters.kind(owner) not in (Kind.OUTLET, Kind.ORGANIZATION):
            return
        for person in self._listed_from(first):
            if self.clusters.kind(owner) is Kind.OUTLET:
                self._settle_person(person, Kind.JOURNALIST)
            end = self.clusters.mentions[person].end
            yield Found(person, P.WORKS_FOR, owner, self.clusters.mentions[owner].start, end, LIKELY)

    def _employs_people_of(self, body: int, people: list[int], mark: str) -> bool:
        """Whether a body after "X of" is X's: an outlet, or another organisation where only *of* stands between."""
        if not self.clusters.named(body):
            return False
        kind = self.clusters.kind(body)
        said = mark == "of" or (mark == "from" and self._are_journalists(people))
        return kind is Kind.OUTLET or (kind is Kind.ORGANIZATION and said)

    def _are_journalists(self, people: list[int]) -> bool:
        return all(self.clusters.kind(i) is Kind.JOURNALIST for i in people)

    def _ranked(self, person: int) -> Iterator[Found]:
        """Yield "Highway Patrol Capt. X": a body, a rank, a name."""
        mention = self.clusters.mentions[person]
        rank = mention.start - 1
        body = self.phrases.name(rank - 1) if rank > 0 and self.phrases.text(rank).rstrip(".") in RANKS else None
        if body is not None and self.clusters.kind(body) in (Kind.AGENCY, Kind.ORGANIZATION):
            text, start = self.doc[rank].text, self.clusters.mentions[body].start
            yield Found(person, P.WORKS_FOR, body, start, mention.end, LIKELY, text)

    def _listed_from(self, first: int) -> list[int]:
        """Return a person and the one joined by *and* alone: "the Committee's X and Y"."""
        end = self.clusters.mentions[first].end
        second = self.phrases.person(end + 1) if self.phrases.text(end) == "and" else None
        return [first] if second is None else [first, second]

    def _both(self, last: int) -> tuple[list[int], int]:
        """Return whom what follows a name is said of, and where it begins: "X | of", "X, | of", "X and Y, both | with"."""
        end = self.clusters.mentions[last].end
        comma = self.phrases.past_comma(end)
        if comma is None:
            before = self.phrases.name(self.clusters.mentions[last].start - 2)
            joined = self.phrases.text(self.clusters.mentions[last].start - 1) == "and"
            trade = before is not None and self.clusters.kind(before) is Kind.JOURNALIST
            pair = joined and self.phrases.text(end) == "from" and trade
            pair |= joined and before is not None and self._is_introduced_bare(before)
            return ([before, last] if pair and before is not None else [last]), end
        if self.phrases.text(comma) != "both":
            return [last], comma if self.phrases.text(comma) in ("of", "from") else end
        names = [i for i, m in enumerate(self.clusters.mentions) if m.form is Form.NAME and m.start < end]
        start = self.doc[self.clusters.mentions[last].start].sent.start
        inside = (i for i in names if self.clusters.mentions[i].start >= start)
        two = [i for i in inside if self.clusters.kind(i) in PERSONS][-2:]
        return (two, comma + 1) if len(two) == 2 else ([last], end)

    def _is_introduced_bare(self, name: int) -> bool:
        """Whether a full name is new, and nothing before it says who that is: "| Lea Vik and Omar Keita of Osh TV"."""
        mention = self.clusters.mentions[name]
        before = self.doc[mention.start - 1] if mention.start > self.doc[mention.start].sent.start else None
        bare = before is None or before.pos_ in ("VERB", "ADP", "AUX", "SCONJ") or before.text in (",", ":")
        first = min(self.clusters.indices(name)) == name and self.clusters.kind(name) in (Kind.PERSON, Kind.JOURNALIST)
        return bare and first and mention.end - mention.start > 1

    def _stretch(self, held: Held, holder: Holder, other: int) -> tuple[int, int]:
        """Return the tokens from the first to the last of a position, its holder and the body, inside the sentence."""
        sentence = self.doc[held.post.noun].sent
        marks = [held.post.first, held.post.end]
        for index in (holder.mention, other):
            mention = self.clusters.mentions[index]
            if sentence.start <= mention.start and mention.end <= sentence.end:
                marks += [mention.start, mention.end]
        return min(marks), max(marks)


def _bodies(group: list[Held]) -> tuple[int, ...]:
    """Return the bodies at which the positions of a group are held."""
    return tuple(i for held in group for i in held.bodies)
