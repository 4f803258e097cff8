"""Finds at which body a position is held, or whom it is held for: the employer, the client, the relative.

"Radio Tengri's editor", "Radio Tengri editor", "editor of the weekly Le Courrier and the news site Tengri Online",
"correspondent in Osh for Radio Tengri", "her lawyer". A phrase of place or topic may stand between a position and the
body; a coordination shares what stands before its first or after its last part.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.coordination import has_plural_verb
from graphbuild.extract.kinds import BODIES, LAWYERS, PEOPLE, PERSONS
from graphbuild.extract.mentions import Form
from graphbuild.extract.relations.found import LIKELY, SURE
from graphbuild.extract.relations.lists import Lists
from graphbuild.extract.relations.phrases import AND, QUOTES
from graphbuild.extract.relations.positions import Post
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc

AT = frozenset({"for", "of", "at", "with", "from", "in", "on", "to", "covering", "inside"})
BODY_AFTER = frozenset({"for", "of", "at", "with", "from", "in", "to", "inside"})
ON_AIR = frozenset({"presenter", "host", "anchor", "announcer", "commentator", "newsreader", "newscaster", "moderator"})
"""Positions held *on* a channel."""
EMPLOYED = frozenset({"affiliated", "employed"})
"""Participles that join a position to its body: "reporters affiliated with Radio Tengri"."""
CLIENT_AFTER = frozenset({"for", "of", "to", "representing"})
MINISTERS = frozenset({"minister", "premier"})
"""What stands beside it names what it is about: "agriculture minister", "Minister of Culture"."""
RULERS = frozenset(
    {"director", "founder", "cofounder", "co-founder", "owner", "co-owner", "ceo", "manager", "chairman", "general"}
)
"""Last words of positions that exist only at a body."""
OPENING = 60
"""Tokens in which a statement says whose it is."""
PHRASES_BETWEEN = 3
"""Prepositional phrases after a position among which its body is looked for."""


@dataclass(frozen=True, slots=True)
class Held:
    """A position, the bodies or people it is held at or for, and the token after the last phrase of it."""

    post: Post
    bodies: tuple[int, ...] = ()
    end: int = 0
    confidence: float = SURE


class Bodies:
    """Looks for the bodies of positions in one parse."""

    def __init__(self, lists: Lists) -> None:
        self.lists, self.phrases = lists, lists.phrases
        self.doc: Doc = self.phrases.doc
        self.clusters: Clusters = self.phrases.clusters

    def held(self, post: Post) -> Held:
        """Return a position with what stands before and after it."""
        if post.entry.relative or post.is_lawyer:
            people, end = self._people(post)
            people = people or self._client_before(post)
            if people or post.entry.relative:
                return Held(post, tuple(people), end)
        before = self._before(post)
        after, end = self._after(post)
        if after and before and self._is_land(before[0]):
            before = []  # "the Delta State chairman of the union" is not the state's
        # What follows "Radio Tengri's correspondent for …" is the correspondent's field.
        return Held(post, tuple(dict.fromkeys(before or after)), end)

    def _is_land(self, index: int) -> bool:
        """Whether a body's name is that of a stretch of land: "Delta State"."""
        text = self.clusters.mentions[index].text
        return text.endswith((" State", " Province", " Region", " County", " District"))

    def _before(self, post: Post) -> list[int]:
        """Return the body named right before: by a compound or a possessor."""
        index = post.compound if post.compound is not None else self._possessor(post)
        if index is None and post.words[0] == "member" and len(post.words) > 1:
            index = self.clusters.at_head.get(post.end - 1)  # "member of parliament"
        if index is None:
            return []
        if self.clusters.kind(index) in BODIES:
            return [index] if self.clusters.kind(index) is Kind.AGENCY or post.last not in MINISTERS else []
        if post.compound is not None and self._becomes_outlet(post, index):
            return [index]
        return []

    def _possessor(self, post: Post) -> int | None:
        if post.possessor is None:
            return None
        name = self.phrases.name(post.possessor)
        index = name if name is not None else self.phrases.described(post.possessor)
        if self.phrases.text(post.possessor) == "our":
            return self._house if post.entry.kind is Kind.JOURNALIST else None
        if self.phrases.text(post.possessor) in ("its", "their") and self._is_of_press(post):
            known = index is not None and self.clusters.kind(index) in (Kind.OUTLET, Kind.ORGANIZATION)
            return index if known else self._outlet_before(post.possessor)
        return index

    @cached_property
    def _house(self) -> int | None:
        """Return the outlet whose own statement a text is: the first body that it names, which acts at its beginning."""
        names = (i for i, m in enumerate(self.clusters.mentions) if m.form is Form.NAME)
        first = next((i for i in names if self.clusters.kind(i) in (Kind.OUTLET, Kind.ORGANIZATION)), None)
        if first is None or self.clusters.kind(first) is not Kind.OUTLET:
            return None
        heads = (self.doc[m.head] for m in self.clusters.members(first) if m.start < OPENING)
        return first if any(t.dep_ == "nsubj" and t.head.pos_ == "VERB" for t in heads) else None

    def _is_of_press(self, post: Post) -> bool:
        """Whether only an outlet has such a post, or a body that somebody founded: no government has a columnist."""
        return post.entry.kind is Kind.JOURNALIST or post.last in ("founder", "co-founder", "cofounder")

    def _outlet_before(self, token: int) -> int | None:
        """Return the one outlet named before, in the sentence or the last: "shut Arna and beat *its* editor"."""
        start = self.doc[token].sent.start
        before = self.doc[start - 1].sent.start if start else 0
        for low, high in ((start, token), (before, start)):
            names = [i for k in range(low, high) if (i := self.phrases.name(k)) is not None]
            outlets = {self.clusters.root(i): i for i in names if self.clusters.kind(i) is Kind.OUTLET}
            if outlets:
                return next(iter(outlets.values())) if len(outlets) == 1 else None
        return None

    def _becomes_outlet(self, post: Post, index: int) -> bool:
        """Whether a name unknown to be anything is an outlet, because a journalist's post and name follow it."""
        kind = Kind.OUTLET if post.entry.kind is Kind.JOURNALIST else Kind.ORGANIZATION if post.last in RULERS else None
        return kind is not None and self.phrases.person(post.end) is not None and self.phrases.takes(index, kind)

    def _after(self, post: Post) -> tuple[list[int], int]:
        """Return the bodies in the prepositional phrases after a position, and where these end."""
        token = end = post.end
        found: list[int] = []
        if self.phrases.text(token) in EMPLOYED and self.phrases.text(token + 1) in ("with", "by", "at"):
            found, stop = self.lists.bodies(token + 2, self._taking(post, token + 1))
            return (self._of_posts_kind(post, found, "with"), stop) if found else ([], end)
        for _ in range(PHRASES_BETWEEN):
            if self.phrases.text(token) not in AT:
                break
            if self.phrases.text(token) in BODY_AFTER or (self.phrases.text(token) == "on" and post.last in ON_AIR):
                found, stop = self.lists.bodies(token + 1, self._taking(post, token))
            if found:
                return self._of_posts_kind(post, found, self.phrases.text(token)), stop
            past = self._past_topic(token + 1)
            if any(self.phrases.person(i) is not None for i in range(token + 2, past)):
                return [], post.end  # "rapporteur on torture | Lea Vik"
            token = end = past
        return [], end

    def _taking(self, post: Post, token: int) -> Kind | None:
        """Return what a name unknown to be anything is after a position: nobody is the editor or director of a person.

        "Director of Information" is written like a name and is none.
        """
        titled = self.doc[post.noun].text[:1].isupper() and self.phrases.read(token + 1).end == token + 2
        if self.phrases.text(token) not in ("of", "for", "at") or titled:
            return None
        if post.entry.kind is Kind.JOURNALIST:
            return Kind.OUTLET
        return Kind.ORGANIZATION if post.last in RULERS and self.phrases.text(token) != "for" else None

    def _of_posts_kind(self, post: Post, found: list[int], preposition: str) -> list[int]:
        """Leave out what a politician's office is about ("Minister of Culture"), and where a journalist only is.

        "Reporter jailed for 10 days in prison", "a reporter in court" work for neither.
        """
        if post.entry.kind is Kind.JOURNALIST and preposition in ("in", "inside", "to", "from"):
            return [i for i in found if self.clusters.kind(i) is not Kind.AGENCY]
        if post.last in MINISTERS and preposition == "of":
            named = [i for i in found if self.clusters.named(i) and not self._is_topic(i)]
            return [i for i in named if self.clusters.kind(i) in (Kind.AGENCY, Kind.ORGANIZATION)]
        return found

    def _is_topic(self, index: int) -> bool:
        """Whether a name right after *of* is what a minister is for: "Minister of | Internal Affairs"."""
        mention = self.clusters.mentions[index]
        return self.phrases.text(mention.start - 1) == "of" and self.phrases.text(mention.start) != "ministry"

    def _past_topic(self, start: int) -> int:
        """Return the token after a phrase of place or topic, coordination inside: "for Europe and Central Asia"."""
        end = self.phrases.read(start).end
        while self.phrases.text(end) in AND and self.phrases.read(end + 1).end > end + 1:
            end = self.phrases.read(end + 1).end
        return end

    def _people(self, post: Post) -> tuple[list[int], int]:
        """Return whose relative or lawyer somebody is, and the token after the phrase that says so."""
        if post.compound is not None and self.phrases.text(self.clusters.mentions[post.compound].end) == "family":
            return [], post.end  # "Keita family lawyer"
        owner = post.compound if post.compound is not None and not post.entry.relative else self._possessor(post)
        if owner is not None and self._is_client(post, owner):
            return [owner], post.end
        left = self._survived(post) if post.entry.relative else None
        if left is not None:
            return [left], post.end
        preposition = self.phrases.text(post.end)
        if preposition not in CLIENT_AFTER or (post.entry.relative and preposition != "of"):
            return [], post.end
        found, end = list[int](), post.end
        at: int | None = post.end + 1
        while at is not None:
            phrase = self.phrases.read(at)
            if phrase.mention is None or not self._is_client(post, phrase.mention):
                break
            found, end = [*found, phrase.mention], self.phrases.past_brackets(phrase.end)
            at = self.phrases.past_separator(end) if not post.entry.relative and self.phrases.text(end) in AND else None
        return found, end

    def _client_before(self, post: Post) -> list[int]:
        """Return the client of whose lawyer the sentence before has told: "informed his lawyer. *The lawyer*, X, …"."""
        sentence = self.doc[post.left].sent
        if self.phrases.text(post.left) != "the" or post.plural or not post.is_lawyer or sentence.start == 0:
            return []
        before = self.doc[sentence.start - 1].sent
        told = (m for m in self.clusters.mentions if before.start <= m.start < sentence.start and m.position in LAWYERS)
        whose = (self.clusters.at(m.start - 1) for m in told if m.start and self.doc[m.start - 1].tag_ == "PRP$")
        return [i for i in whose if i is not None and self._is_client(post, i)][:1]

    def _survived(self, post: Post) -> int | None:
        """Return whose relatives a clause lists: "*Keita* is survived by two daughters, Sona and Maral"."""
        before = self.doc[self.doc[post.noun].sent.start : post.noun]
        verb = next((t for t in before if t.lower_ == "survived" and t.nbor().lower_ == "by"), None)
        subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None) if verb is not None else None
        index = self.clusters.at(subject.i) if subject is not None else None
        return index if index is not None and self.clusters.kind(index) in PERSONS else None

    def _is_client(self, post: Post, index: int) -> bool:
        kind = self.clusters.kind(index)
        return kind in PERSONS or (post.is_lawyer and (kind is Kind.OUTLET or kind in PEOPLE))

    def groups(self, posts: list[Post]) -> list[list[Held]]:
        """Return the positions of a parse, coordinated ones together, with the bodies that they share."""
        groups: list[list[Held]] = []
        for post in posts:
            held = self.held(post)
            if groups and self._coordinated(groups[-1][-1], post):
                groups[-1].append(held)
            else:
                groups.append([held])
        return [_shared(g) for g in groups]

    def _coordinated(self, one: Held, other: Post) -> bool:
        """Whether only "and", a comma or both stand between two positions of one person."""
        if one.post.plural != other.plural or one.end > other.left or one.post.entry.relative or other.entry.relative:
            return False
        if self.phrases.person(one.post.end) is not None:
            return False
        if not other.plural and has_plural_verb(self.doc[one.post.end - 1]):
            return False  # "The director of Radio Aksu and reporter X were" two
        if self.doc[other.left].lower_ in ("his", "her", "their"):
            return False  # "X, director of Arna, and his deputy Y"
        between = [t.lower_ for t in self.doc[one.end : other.left] if t.text not in QUOTES]
        if between not in (["and"], [",", "and"], [","], ["/"], ["&"]):
            return False
        named = self.phrases.text(one.post.left - 1) == "," and self.phrases.name(one.post.left - 2) is not None
        aside = self.phrases.past_comma(other.end) if other.possessor is not None and between[0] == "," else None
        after = (t for t in (other.end, aside) if t is not None)
        return not (named and any(self.phrases.person(t) is not None for t in after))


def _shared(group: list[Held]) -> list[Held]:
    """Give each part of a coordination the body that stands before its first or after its last part."""
    first, last = group[0], group[-1]
    ahead = first.bodies if first.post.compound is not None or first.post.possessor is not None else ()
    behind = last.bodies if last.end > last.post.end else ()
    return [
        held if held.bodies or held.post.is_trade or not (ahead or behind)
        else replace(held, bodies=ahead or behind, confidence=LIKELY)
        for held in group
    ]  # fmt: skip
