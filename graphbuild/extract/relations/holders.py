"""Finds who holds a position: the name before it, after it, or elsewhere.

"Radio Tengri reporters Dana Serikova and Omar Keita", "Dana Serikova, editor of Le Courrier", "the editor of Le
Courrier, Dana Serikova,", "Dana Serikova is the editor", "She worked as an editor". English sets a bare position right
before a name, one with an article or a complement beside it between commas, and else predicates it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.extract.clauses import Clauses
from graphbuild.extract.kinds import BODIES, PEOPLE, PERSONS
from graphbuild.extract.mentions import Form
from graphbuild.extract.relations.found import LIKELY, SURE, WEAK
from graphbuild.extract.relations.phrases import AMONG, DASHES, QUOTES, Phrases
from graphbuild.extract.relations.positions import Post
from graphbuild.extract.syntax import POSSESSIVE, Relation, Syntax
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation

ROLES = frozenset({"capacity", "role", "position", "post", "job", "function"})
"""Nouns before *as* and a position: "in his capacity as editor"."""
BECOMING = frozenset({"become", "remain", "name", "elect", "appoint", "make"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that"})
STAFF = frozenset({"employee", "staffer", "staff", "contributor", "worker"})


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a position, the tokens that name him, and how sure it is."""

    mention: int
    end: int
    confidence: float
    post: Post | None = None
    """his own position where a list gives each one's: "two reporters, editor X and cameraman Y" """
    listed: bool = False


class Holders:
    """Looks for the holders of positions in one parse."""

    def __init__(self, syntax: Syntax, clauses: Clauses, phrases: Phrases, posts: list[Post]) -> None:
        self.syntax, self.clauses, self.phrases = syntax, clauses, phrases
        self.doc, self.clusters = phrases.doc, phrases.clusters
        self._by_left = {p.left: p for p in posts} | {p.first: p for p in posts}
        self._predicates = {p.i: s for s, p in syntax.predications()}

    def after(self, post: Post) -> list[Holder]:
        """Return the names right after a position: "editor X", "reporters X and Y", "journalist and economist X"."""
        start = post.end
        first = self.phrases.person(start)
        if first is None:
            start = max(self._past_trade(start), self._past_topic(start))
            first = self.phrases.person(start)
        if first is None:
            return []
        if post.plural:
            return self.list_from(start)
        return [Holder(first, self.phrases.end(first), SURE if start == post.end else LIKELY)]

    def _past_trade(self, token: int) -> int:
        """Return the token after "and" and a noun that no list of positions knows, before a name."""
        if self.phrases.text(token) != "and":
            return token
        for k in range(token + 1, token + 4):
            if self.phrases.person(k) is not None:
                return k if k > token + 1 else token
            if k >= len(self.doc) or self.doc[k].pos_ not in ("NOUN", "ADJ"):
                break
        return token

    def _past_topic(self, token: int) -> int:
        """Return the token after what somebody deals with, before a name: "Special Rapporteur on torture | Lea Vik".

        So with a land that somebody is sent to: "Special Envoy for Yemen | Lea Vik".
        """
        land = self.phrases.name(token + 1) if self.phrases.text(token) in ("for", "to") else None
        if land is not None and self.clusters.kind(land) is Kind.PLACE:
            end = self.clusters.mentions[land].end
            return end if self.phrases.person(end) is not None else token
        end = token + 1
        while self.phrases.text(token) == "on" and end < min(token + 4, len(self.doc)) and self.doc[end].pos_ == "NOUN":
            end += 1
        return end if end > token + 1 and self.phrases.person(end) is not None else token

    def list_from(self, start: int) -> list[Holder]:
        """Read a list of people from a token on, each with a position of his own or without."""
        found: list[Holder] = []
        at: int | None = start
        while at is not None:
            post = self._post_at(at)
            name = self.phrases.person(post.end if post is not None else at)
            if name is None or self._owns(name) or (post is not None and post.compound is not None):
                break
            if post is not None and found and self.doc[post.left].tag_ == "PRP$":
                break  # "photographer X and his driver Y"
            if post is not None and post.entry.kind not in (Kind.JOURNALIST, None):
                break
            end = self.phrases.end(name)
            if not self._has_own_employer(name):
                found.append(Holder(name, end, LIKELY, post, listed=True))
            at = self.phrases.past_separator(self.phrases.past_age(end))
        return found

    def titled(self, start: int, end: int) -> list[Holder]:
        """Return the names in a stretch with titles of the press before them that no body is told for."""
        posts = {p.end: p for p in self._by_left.values() if start <= p.left < end}
        bare = (
            p for p in posts.values() if p.compound is p.possessor is None and p.entry.kind in (Kind.JOURNALIST, None)
        )
        named = ((p, i) for p in sorted(bare, key=lambda p: p.end) if (i := self.phrases.person(p.end)) is not None)
        return [Holder(i, self.phrases.end(i), LIKELY, p) for p, i in named if not self._has_own_employer(i)]

    def _has_own_employer(self, name: int) -> bool:
        """Whether brackets after a name say where that person works: "Tengri reporters X and Y, Z (Arna)"."""
        after = self.clusters.mentions[name].end
        if self.phrases.text(after) != "(" or after + 1 >= len(self.doc):
            return False
        body = self.phrases.name(after + 1)  # "Dana Vik (Serikova)" is another name of hers
        return "." in self.doc[after + 1].text or (body is not None and self.clusters.kind(body) in BODIES)

    def _post_at(self, token: int) -> Post | None:
        if self.phrases.person(token) is not None:
            return None
        return self._by_left.get(token)

    def _owns(self, name: int) -> bool:
        return self.phrases.text(self.clusters.mentions[name].end) in POSSESSIVE

    def before(self, left: int, *, plural: bool) -> list[Holder]:
        """Return the names between which and a position only a comma, a dash or a bracket stands: "X, the editor"."""
        i = self._before_mark(left)
        if i is None:
            return []
        described = self.clusters.at_head.get(i)
        if described is not None and self.clusters.mentions[described].form is Form.DESCRIPTION:
            known = self.clusters.named(described) and self.clusters.kind(described) in PERSONS
            return [Holder(described, left, LIKELY)] if known and not plural else []
        found = []
        while True:
            name = self._name_ending(i)
            if name is None or self.clusters.kind(name) not in PERSONS:
                break
            found.append(Holder(name, left, SURE))
            if not plural:
                break
            i = self._before_separator(self.clusters.mentions[name].start)
            if i is None:
                break
        return found[::-1] if not plural or len(found) > 1 else []  # "According to X, workers at Y"

    def _before_mark(self, left: int) -> int | None:
        i = left - 1
        if self.phrases.text(left) in ("a", "an") and self.phrases.name(i) is not None:
            return i  # the comma of "Omar Keita, a reporter" is often left out
        while i > 0 and self.phrases.text(i) in QUOTES:
            i -= 1
        if self.phrases.text(i) in ("both", "all") and self.phrases.text(i - 1) == ",":
            i -= 1  # "X and Y, both reporters for"
        if self.phrases.text(i) in {",", "(", *DASHES} and i > 0:
            return i - 1
        if self.phrases.text(i) in ("is", "was", "previously", "also") and self.phrases.text(i - 1) in ("who", "which"):
            return i - 3 if self.phrases.text(i - 2) == "," else i - 2
        return None

    def _before_separator(self, start: int) -> int | None:
        i = start - 1
        if self.phrases.text(i) == "and":
            i -= 1
            return i - 1 if self.phrases.text(i) == "," else i
        return i - 1 if self.phrases.text(i) == "," else None

    def _name_ending(self, i: int) -> int | None:
        """Return the name that ends at a token, one bracket and an age after it skipped."""
        while i > 0 and self.phrases.text(i) in QUOTES:
            i -= 1
        if self.doc[i].pos_ == "NUM" and self.phrases.text(i - 1) == ",":
            i -= 2
        if self.phrases.text(i) == ")":
            opening = next((k for k in range(i, max(i - 10, -1), -1) if self.phrases.text(k) == "("), None)
            i = opening - 1 if opening is not None else i
        return self.phrases.name(i) if i >= 0 else None

    def beside(self, end: int, *, plural: bool) -> list[Holder]:
        """Return the names that follow a position and its body after a comma: "the editor of Y, X, said"."""
        after = self.phrases.past_comma(end)
        if after is None and self.phrases.text(end) in DASHES | {":", "("}:
            after = end + 1
        if plural and self.phrases.text(end if after is None else after) in AMONG:
            after = (end if after is None else after) + 1
        right_after = self.phrases.person(end)
        if after is None and not plural and right_after is not None and not self._owns(right_after):
            return [
                Holder(right_after, self.phrases.end(right_after), LIKELY)
            ]  # "director of the Institute Omar Keita"
        if after is None and plural and right_after is not None:
            after = end  # "rapporteurs of the Committee X and Y"
        if after is None:
            return []
        people = self.list_from(after)
        if plural:
            return people if len(people) > 1 else []  # "talking to editors of Y, X said"
        name = self.phrases.person(after)
        if name is None or not self.phrases.delimited(self.phrases.end(name)) or self._owns(name):
            return []
        return [Holder(name, self.phrases.end(name), LIKELY)]

    def stated(self, post: Post) -> list[Holder]:
        """Return of whom a position is predicated: "X is the editor", "X worked as an editor", "X became editor"."""
        head = self._head(post)
        subject = self._predicates.get(head.i)
        if subject is not None and subject.lower_ in RELATIVE_PRONOUNS:
            subject = self.clauses.subject(head)[0]
        if subject is not None:
            return self._people(subject, SURE)
        up = self.syntax.governor(head)
        as_ = any(c.lower_ == "as" and c.i < head.i for c in head.children)
        if up is not None and as_ and up.token.lemma_.lower() in ROLES:
            up = self.syntax.governor(up.token)  # "in her role as editor"
        if up is None or up.token.pos_ not in ("VERB", "AUX"):
            return []
        if as_ and up.relation in (R.OBLIQUE, R.ADVERBIAL) and head.i < up.token.i:
            subject = self.clauses.subject(up.token)[0]  # "As editor of Radio Tengri, Keita was held"
            return self._people(subject, LIKELY) if subject is not None else []
        role = up.relation is R.OBLIQUE and up.preposition == "as"
        if not role and not (up.relation in (R.OPEN_COMPLEMENT, R.PREDICATE, R.OBJECT) and up.token.lemma_ in BECOMING):
            return []
        clause = self.clauses.clause_of(up.token)
        active = up.token.lemma_ in ("become", "remain", "join", "spend")  # "spent eleven years as a reporter"
        slot = "patient" if clause.fill("patient") and not active else "agent"
        return [h for a in clause.fill(slot) for h in self._people(a.token, LIKELY)]

    def _people(self, token: Token, confidence: float) -> list[Holder]:
        index = self.phrases.name(token.i)
        index = index if index is not None else self.clusters.at(token.i)
        if index is None or self.clusters.kind(index) not in PERSONS or not self.clusters.named(index):
            return []
        return [Holder(index, token.i + 1, confidence)]

    def _head(self, post: Post) -> Token:
        """Return the token of a position that hangs on something outside it."""
        for token in self.doc[post.noun : post.end]:
            up = self.syntax.governor(token)
            if up is None or not post.noun <= up.token.i < post.end:
                return token
        return self.doc[post.end - 1]

    def described(self, post: Post) -> list[Holder]:
        """Return the description itself: by the name of its cluster, or unnamed media workers of a body."""
        index = next((i for t in range(post.noun, post.end) if (i := self.clusters.at_head.get(t)) is not None), None)
        if index is None or self.clusters.kind(index) not in PEOPLE:
            return []
        index = self._counted(index)
        mention = self.clusters.mentions[index]
        if mention.form is Form.DESCRIPTION and self.clusters.named(index):
            sure = self.clusters.passes.get(index) not in ("definite description", "pronoun")
            return [Holder(index, post.end, LIKELY if sure else WEAK)]
        staff = post.last in STAFF or post.words[-2:] == ("staff", "member")
        ours = post.possessor is not None and self.phrases.text(post.possessor) == "our"
        if not ours and (post.entry.kind is Kind.JOURNALIST or staff) and (post.plural or self._acts(post)):
            return [Holder(index, post.end, WEAK)]
        return []

    def _counted(self, index: int) -> int:
        """Return who is counted out of a whole: "*three of* its reporters"."""
        whole = self.clusters.mentions[index]
        same = (
            (i, m) for i, m in enumerate(self.clusters.mentions) if m.form is Form.DESCRIPTION and m.end == whole.end
        )
        return min(((m.start, i) for i, m in same if m.kind is whole.kind), default=(0, index))[1]

    def _acts(self, post: Post) -> bool:
        """Whether an unnamed person is what its sentence is about, and not mentioned in passing."""
        up = self.syntax.governor(self._head(post))
        return up is not None and up.relation in (R.SUBJECT, R.PASSIVE_SUBJECT, R.OBJECT)
