"""Reads noun phrases from left to right: which body or person a stretch of words names.

"for the independent weekly newspaper Le Courrier, the news site Tengri Online and Radio Horizon": three phrases, each
with a body. Positions and their bodies are told in such local, nearly fixed word orders; so they are read off the
words, their parts of speech and the names among them, and do not hang on how a parser attached an apposition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from graphbuild.extract.clusters import Clusters, fold, service_of
from graphbuild.extract.discourse import acts_of
from graphbuild.extract.kinds import ANY_OUTLET, BODIES, PERSONS
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.noun_phrases import SPANS
from graphbuild.extract.plausibility import OF_PEOPLE
from graphbuild.extract.runs import CALENDAR
from graphbuild.extract.syntax import POSSESSIVE
from graphbuild.lexicons.gazetteer import country_of
from graphbuild.lexicons.words import AgencyWord, OrganizationWord, OutletWord, Position, load_words
from graphbuild.model import Kind, Span

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

CLOSING = frozenset({"”", "’", "'", "»"})
QUOTES = frozenset('“”"«»„‘‹›')
HYPHENS = frozenset({"-", "‑"})
DASHES = frozenset({"–", "—", "--", "-"})
INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
HONORIFICS = frozenset({"dr.", "dr", "mr.", "mr", "mrs.", "mrs", "ms.", "ms", "prof.", "professor"})
AND = frozenset({"and", "&", "or"})
AMONG = frozenset({"including", "like"})
INVARIABLE = frozenset({"media", "press", "news", "data", "police", "rights"})
"""words whose lemma parsers disagree about"""
ROOMS = frozenset("desk unit section division department board newsroom team".split())
"""Words for a part that is a body of its own only where it is written as a name: who heads CPJ's legal unit is at CPJ."""
SERVICES = frozenset("service bureau edition branch programme program show channel website site studio".split())
"""Words for what a body makes or runs: who edits Radio Tengri's Persian service works for Radio Tengri."""
DOMAIN = re.compile(r"\w[\w-]*\.[a-z]{2,}", re.IGNORECASE)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OWNED = frozenset({"owned", "run", "controlled", "funded", "backed"})
OWNERS = frozenset({"government", "state", "privately", "army", "church", "family", "party", "community", "foreign"})
"""Words that those make an adjective with, hyphen or not."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in token indices (end exclusive) and the mention that it stands for."""

    start: int
    end: int
    mention: int | None


def word_of(token: Token) -> str:
    """Return a word in the form that word lists know it by."""
    low = token.lower_
    if low in INVARIABLE:
        return low
    lemma = token.lemma_.lower()
    if low.endswith("s") and lemma == low and load_words(Position).get([low[:-1]]) is not None:
        return low[:-1]
    return lemma


class Phrases:
    """Reads the phrases of one parse against its clusters."""

    def __init__(self, doc: Doc, clusters: Clusters) -> None:
        self.doc, self.clusters = doc, clusters
        named = [(m.end - m.start, i, m) for i, m in enumerate(clusters.mentions) if m.form is Form.NAME]
        self._names = {t: i for _, i, m in sorted(named, key=lambda n: n[:2]) for t in range(m.start, m.end)}
        """the longest name over each token"""

    @cached_property
    def _ends(self) -> list[int]:
        return [end for s in self.doc.sents for end in [s.end] * len(s)]

    def limit(self, token: int) -> int:
        """Return where the sentence of a token ends."""
        return self._ends[token] if token < len(self.doc) else len(self.doc)

    def name(self, token: int) -> int | None:
        """Return the name that a token is part of."""
        return self._names.get(token)

    def make(self, start: int, end: int, kind: Kind, *, alone: bool = False) -> int:
        """Take a stretch as a name that only its place tells to be one; join it with equal names unless `alone`."""
        first, last = self.doc[start], self.doc[end - 1]
        text = self.doc.text_of(start, end).replace("\n", " ")
        span = Span(first.idx, last.idx + len(last))
        names = [(i, m.text) for i, m in enumerate(self.clusters.mentions) if m.form is Form.NAME]
        key = service_of(text)
        same = (i for i, other in names if fold(other) == fold(text) or (key is not None and service_of(other) == key))
        twin = next(same, None)
        index = self.clusters.add(Mention(start, end, self.doc.span(start, end).root.i, Form.NAME, text, span, kind))
        if twin is not None and not alone:
            self.clusters.join(twin, index, "equal names")
        self._names |= dict.fromkeys(range(start, end), index)
        return index

    def takes(self, index: int, kind: Kind) -> bool:
        """Whether a name is of a kind, or of none that anything but its form speaks for: then it becomes that."""
        known = self.clusters.kind(index)
        if known in BODIES:
            return True
        members = self.clusters.members(index)
        if known not in (None, Kind.PERSON) or any(m.form is not Form.NAME for m in members):
            return False
        if any(_suffers(self.doc[m.head]) for m in members):
            return False  # "Omar Keita was killed … a reporter from a local outlet, Omar Keita"
        self.clusters.settle(index, kind)
        return True

    def text(self, token: int) -> str:
        """Return a token's text in lower case, empty beyond the end."""
        return self.doc[token].lower_ if 0 <= token < len(self.doc) else ""

    def person(self, token: int) -> int | None:
        """Return the name of a person that begins at a token, quotes and honorifics before it skipped."""
        while self.text(token) in QUOTES or self.text(token) in HONORIFICS:
            token += 1
        index = self.name(token)
        if index is None or self.clusters.mentions[index].start != token:
            return None
        return index if self.clusters.kind(index) in PERSONS else None

    def end(self, index: int) -> int:
        """Return the token after a mention and what stands in quotes or brackets with it: "Reuters (UK)”,"."""
        return self.past_brackets(self.clusters.mentions[index].end)

    def past_brackets(self, token: int) -> int:
        """Return the token after closing quotes and one short bracket."""
        while self.text(token) in QUOTES:
            token += 1
        if self.text(token) == "(":
            for k in range(token + 1, min(token + 10, len(self.doc))):
                if self.text(k) == ")":
                    return k + 1
        return token

    def past_age(self, token: int) -> int:
        """Return the token after an age that stands between commas or before "and": "Omar Keita, 27, and …"."""
        age = self.text(token + 1) if self.text(token) == "," else ""
        closed = self.text(token + 2) in {",", ".", *AND, *DASHES}
        return token + 2 if age.isdecimal() and len(age) <= 2 and closed else token

    def past_comma(self, token: int) -> int | None:
        """Return the token after a comma (or a comma within quotes), None where there is none."""
        if self.text(token) != ",":
            return None
        token += 1
        while self.text(token) in QUOTES and not self._opens(token):
            token += 1
        return token

    def _opens(self, token: int) -> bool:
        return self.text(token) in ("“", "«", "„") or (
            self.text(token) == '"' and bool(self.doc[token - 1].whitespace_)
        )

    def past_separator(self, token: int) -> int | None:
        """Return the token after "," or "and" or ", and", None where nothing of the kind stands here."""
        after = self.past_comma(token)
        start = token if after is None else after
        if self.text(start) in AND:
            return start + 1
        if (self.text(start), self.text(start + 1), self.text(start + 2)) == ("as", "well", "as"):
            return start + 3
        return after

    def delimited(self, token: int) -> bool:
        """Whether a phrase ends here for the eye: before a comma, a dash, a bracket or the end of the sentence."""
        return (
            token >= len(self.doc)
            or self.text(token) in {",", ".", ";", ":", "(", ")", *DASHES}
            or token == self.limit(token - 1)
        )

    def read(self, start: int, taking: Kind | None = None) -> Phrase:
        """Read the noun phrase that begins at a token: its end, and the mention that it stands for.

        With `taking` it stands where only a body can stand ("editor of …"): a name unknown to be anything is one then.
        """
        i, limit, names, nouns = start, self.limit(start), list[int](), list[int]()
        owner: int | None = None
        while i < limit and not (names and not nouns and self._is_next_to(names[-1], i)):
            name = self.name(i)
            if name is not None:
                names, nouns = [*names, name], []
                i = self.clusters.mentions[name].end
            elif self.text(i) in POSSESSIVE:
                last = names[-1] if names else self.described(nouns[-1]) if nouns else None
                owner = last if last is not None and self.clusters.kind(last) in BODIES else owner
                names, nouns = [], []
                i += 1
            elif owner is not None and self.text(i) == "and" and self._part_follows(i):
                i += 1  # "RSF's Eastern Europe and Central Asia desk"
            elif self._continues(i, first=i == start):
                if self.doc[i].pos_ in ("NOUN", "PROPN") and not self._completes(i, names):
                    nouns = [*nouns, i]
                i += 1
            else:
                break
        if i == start:
            return Phrase(start, i, None)
        mention = self._of_owner(owner, nouns, self._stands_for(start, names, nouns))
        if taking is None:
            return Phrase(start, i, mention)
        if mention is None:
            return Phrase(start, i, self._unmarked(nouns, taking) if nouns and not names else None)
        return self._taken(Phrase(start, i, mention), mention, taking)

    def _is_next_to(self, body: int, token: int) -> bool:
        """Whether a person's name begins right after a body's, who is head of it: "of the Arna Institute | Omar Keita"."""
        name = self.name(token) if self.clusters.mentions[body].end == token else None
        return name is not None and self.clusters.kind(body) in BODIES and self.clusters.kind(name) in PERSONS

    def _taken(self, phrase: Phrase, mention: int, kind: Kind) -> Phrase:
        """Let a name be what the place of its phrase asks for, or leave it out where it is of who holds the post."""
        if self.clusters.mentions[mention].form is not Form.NAME:
            return phrase
        if self._is_holder(mention):
            return Phrase(phrase.start, self.clusters.mentions[mention].start, None)
        self.takes(mention, kind)
        return phrase

    def _part_follows(self, i: int) -> bool:
        """Whether names of regions and a noun for a part of a body follow."""
        k = i + 1
        while k < min(i + 5, len(self.doc)) and self.doc[k].pos_ in ("PROPN", "ADJ"):
            k += 1
        return i + 1 < k < len(self.doc) and word_of(self.doc[k]) in ROOMS | SERVICES

    def _of_owner(self, owner: int | None, nouns: list[int], mention: int | None) -> int | None:
        """Return whose room or service a phrase is about, what it stands for otherwise."""
        word = word_of(self.doc[nouns[-1]]) if owner is not None and nouns else None
        return owner if word in ROOMS or (mention is None and word in SERVICES) else mention

    def _completes(self, i: int, names: list[int]) -> bool:
        """Whether a word is part of another: "Galaxie-*Presse*" half recognised, "the *government* owned Radio Tengri"."""
        if self.text(i) in OWNERS and self.text(i + 1) in OWNED:
            return True
        tied = self.text(i - 1) in HYPHENS and not self.doc[i - 1].whitespace_ and not self.doc[i - 2].whitespace_
        return bool(names) and tied and self.clusters.mentions[names[-1]].end == i - 1

    def _unmarked(self, nouns: list[int], kind: Kind) -> int | None:
        """Make a name of the capitalised words (or the domain) that end a phrase, where no list knows them."""
        opening = next((i for i in range(nouns[-1], max(nouns[-1] - 6, -1), -1) if self.text(i) in QUOTES), None)
        if opening is not None and self.text(nouns[-1] + 1) in QUOTES and self.doc[opening + 1].text[:1].isupper():
            return self.make(opening + 1, nouns[-1] + 1, kind)
        run = [nouns[-1]]
        while run[0] - 1 in nouns:
            run.insert(0, run[0] - 1)
        while run and not self.is_name_like(run[0]):
            run = run[1:]
        return self.make(run[0], run[-1] + 1, kind) if run and all(self.is_name_like(i) for i in run) else None

    def is_name_like(self, i: int) -> bool:
        """Whether a word is written as a name is, and no word list knows it."""
        token = self.doc[i]
        if DOMAIN.fullmatch(token.text):
            return True
        if not token.text[:1].isupper() or token.pos_ not in ("PROPN", "NOUN") or country_of(token.text) is not None:
            return False
        if token.lower_ in CALENDAR or word_of(token) in SPANS:  # "in June reporters were held", a headline's "5 Hours"
            return False
        return not any(
            load_words(e).get([word_of(token)]) for e in (Position, AgencyWord, OutletWord, OrganizationWord)
        )

    def _continues(self, i: int, *, first: bool) -> bool:
        token = self.doc[i]
        if token.text in QUOTES or token.text in HYPHENS:
            return True
        if token.pos_ in INSIDE and self.text(i) not in AMONG:
            return True
        if token.text == "," and not first and i + 1 < len(self.doc):  # "the shuttered, pro-Kurdish news agency"
            before, after = self.doc[i - 1], self.doc[i + 1]
            stacked = before.tag_ == "VBN" or (before.dep_ == "amod" and before.head.i > i + 1)
            return stacked and after.dep_ == "amod" and after.head.i > i + 1
        if token.pos_ == "DET" or token.tag_ == "PRP$":
            return first or self.text(i - 1) in QUOTES
        if token.pos_ == "VERB" and token.tag_ in ("VBN", "VBG"):
            return token.dep_ == "amod" or self.text(i - 1) in HYPHENS | OWNERS
        participle = i + 1 < len(self.doc) and self.doc[i + 1].tag_ == "VBN" and self.doc[i + 1].dep_ == "amod"
        return token.pos_ == "ADV" and (participle or self.text(i + 1) in HYPHENS)

    def _stands_for(self, start: int, names: list[int], nouns: list[int]) -> int | None:
        """Return the last name, unless a noun after it heads the phrase; else what the last noun describes."""
        if not names:
            return self.described(nouns[-1]) if nouns else None
        if nouns and not self._is_body_noun(nouns):
            service = word_of(self.doc[nouns[-1]]) in SERVICES and self.clusters.kind(names[-1]) is Kind.OUTLET
            return names[-1] if service else None
        name = names[-1]
        described = self.described(nouns[-1]) if nouns and self.clusters.kind(name) is Kind.PLACE else None
        land = bool(nouns) and self.text(nouns[-1]) == "state"  # "the governor of Veracruz state"
        if described is not None and self.clusters.kind(described) in BODIES and not land:
            return described  # "a Moscow-based website", "the Osh police"
        if self.clusters.kind(name) not in BODIES and not self._is_holder(name):
            said = self.kind_said(start, self.clusters.mentions[name].start, nouns)
            if said is not None and not (self.clusters.kind(name) is Kind.PLACE and nouns):
                return self.called(name, said)
        return name

    def _is_holder(self, name: int) -> bool:
        """Whether a person's name after a word for any outlet is who holds the post before: "head of the publication X"."""
        mention = self.clusters.mentions[name]
        person = self.doc[mention.start].ent_type_ == "PERSON" and mention.end - mention.start > 1
        before = self.doc[mention.start - 1] if mention.start else None
        return person and before is not None and (before.lemma_.lower() in ANY_OUTLET or before.text in CLOSING)

    def called(self, name: int, kind: Kind) -> int:
        """Return the body that a noun beside a name says it is; a place of that name stays one: "the paper Baku"."""
        if self.clusters.kind(name) is Kind.PLACE:
            mention = self.clusters.mentions[name]
            return self.make(mention.start, mention.end, kind, alone=True)
        self.clusters.settle(name, kind)
        return name

    def _is_body_noun(self, nouns: list[int]) -> bool:
        words = [word_of(self.doc[i]) for i in nouns]
        agency = load_words(AgencyWord).ending(words)
        outlet = load_words(OutletWord).ending(words)
        return (
            (outlet is not None and outlet.use == "head")
            or load_words(OrganizationWord).ending(words) is not None
            or (agency is not None and not agency.member)
        )

    def kind_said(self, start: int, name: int, after: list[int] | None = None) -> Kind | None:
        """Return what the nouns right before a name (or right after it) say that it is: "the weekly X", "X magazine"."""
        before = name - 1
        while before >= start and self.text(before) in QUOTES:
            before -= 1
        low = before
        while low >= start and self.doc[low].pos_ in ("NOUN", "ADJ", "PROPN") and self.name(low) is None:
            low -= 1
        for words in (
            [word_of(t) for t in self.doc[low + 1 : before + 1]],
            [word_of(self.doc[i]) for i in after or ()],
        ):
            outlet = load_words(OutletWord).ending(words)
            if outlet is not None and outlet.use == "head":
                return Kind.OUTLET
            if load_words(OrganizationWord).ending(words) is not None:
                return Kind.ORGANIZATION
        return None

    def employs(self, noun: int) -> bool:
        """Whether a noun is a described agency's that stands before its spokesperson: "police spokesman"."""
        index = self.clusters.at_head.get(noun)
        return index is not None and self.clusters.mentions[index].end == noun + 1 and self.doc[noun].dep_ == "compound"

    def described(self, noun: int) -> int | None:
        """Return the description or pronoun that a token heads or stands in."""
        return self.clusters.at_head.get(noun, self.clusters.at(noun))


def _suffers(name: Token) -> bool:
    """Whether a name is the subject of a passive that only people suffer: "was killed", "was arrested"."""
    return name.dep_ in ("nsubj:pass", "nsubjpass") and not OF_PEOPLE.isdisjoint(acts_of(name.head))
