"""Whom a mention may stand for by what both are: kind, gender, number, and what the words for them say.

"The reporter" is no lawyer, "the council" no ministry, "the gunmen" not the union that tells of them.
"""

from __future__ import annotations

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.discourse import Discourse, acts_of
from graphbuild.extract.genders import gender_of
from graphbuild.extract.kinds import BODIES, PERSONS, is_doer, part_word, title_kind
from graphbuild.extract.lemmas import noun_lemma, readings
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.syntax import Relation
from graphbuild.lexicons.gazetteer import country_of
from graphbuild.lexicons.words import OrganizationWord, Position, SpeechVerb, load_words
from graphbuild.model import EventType, Kind

R = Relation

VIOLENT = frozenset({EventType.KILLING, EventType.ASSAULT, EventType.ABDUCTION})
"""Acts that nobody has done who reports them."""
CHILDREN = frozenset({"boy", "girl", "child", "baby", "toddler", "infant", "schoolboy", "schoolgirl"})
"""Nouns for the young, by which no grown-up told of before is meant."""
ANYONE = frozenset({"individual", "person"})
"""Nouns that say no more than that it is a human being."""
PLATFORMS = frozenset(
    "twitter x facebook youtube telegram whatsapp instagram tiktok google meta viber signal vkontakte reddit".split()
)
"""Names of sites where anybody writes."""
COMPANIES = frozenset({"company", "platform", "network", "firm", "giant", "site", "service", "app", "corporation"})
"""Nouns by which a platform is taken up."""
LONGEST_TITLE = 4
"""Words of a post before a name at most."""
FORMAL = frozenset(
    "council committee commission institute university federation foundation ministry bureau court parliament board".split()
)
"""Nouns that stand in the names of the bodies that they are said of."""


class Fitting:
    """Tells for the mentions of one parse which of them one of them may stand for."""

    def __init__(self, discourse: Discourse, clusters: Clusters) -> None:
        self.doc, self.syntax, self.clusters = discourse.doc, discourse.syntax, clusters

    def fits(self, j: int, mention: Mention) -> bool:
        """Whether a pronoun or definite description may stand for the mention j before it."""
        other, kind = self.clusters.mentions[j], self.clusters.kind(j)
        if other.plural or kind is None or j in self.clusters.sets:
            return False
        if mention.form is Form.DESCRIPTION:
            return self.clusters.named(j) and self._described_as(kind, mention, j)
        if mention.gender == "n":
            body = kind in BODIES and not other.member and not (kind is Kind.AGENCY and self._has_journalists(mention))
            return body or self._is_country_that_acts(other, mention)
        known = gender_of(self.clusters.members(j))
        return kind in PERSONS and known in (None, mention.gender)

    def may_be(self, j: int, gender: str | None) -> bool:
        """Whether somebody may be of a gender."""
        return gender is None or gender_of(self.clusters.members(j)) in (None, gender)

    def _described_as(self, kind: Kind, mention: Mention, j: int) -> bool:
        if mention.kind is Kind.JOURNALIST:
            return kind is Kind.JOURNALIST or (kind is Kind.PERSON and not self._has_another_part(j))
        if mention.kind is Kind.ORGANIZATION and kind is Kind.AGENCY:
            return self._is_named_by(mention, j)
        if mention.kind in (Kind.OUTLET, Kind.ORGANIZATION):
            other = self._is_other_part(mention, j) or self._is_armed_speaker(mention, j)
            other = other or self._is_another_sort(mention, j) or self._is_platform(mention, j)
            return kind is mention.kind and not (kind is Kind.ORGANIZATION and other)
        noun = noun_lemma(self.doc[mention.head])
        if is_doer(noun) or (noun in CHILDREN and not self._is_called_one_of(CHILDREN, j)):
            return False
        if noun in ANYONE and kind is Kind.JOURNALIST:
            return False  # whom a report has called a reporter it does not call "the individual"
        return mention.kind is Kind.PERSON and mention.position is None and kind in PERSONS

    def _is_named_by(self, mention: Mention, j: int) -> bool:
        """Whether a description is a word of a body's name: "the High Council for Broadcasting … *the council*"."""
        names = (m.text.lower().split() for m in self.clusters.members(j) if m.form is Form.NAME)
        return any(noun_lemma(self.doc[mention.head]) in words for words in names)

    def _has_journalists(self, mention: Mention) -> bool:
        """Whether *its* says whose reporter or editor somebody is, which no state body's is."""
        up = self.syntax.governor(self.doc[mention.head])
        owned = up is not None and up.relation is R.POSSESSOR
        return owned and up is not None and title_kind([noun_lemma(up.token)]) is Kind.JOURNALIST

    def _is_country_that_acts(self, other: Mention, mention: Mention) -> bool:
        """Whether *it* goes on with what a country did: "Russia has threatened reporters. It has blocked media"."""
        ups = [self.syntax.governor(self.doc[m.head]) for m in (other, mention)]
        subjects = all(up is not None and up.relation is R.SUBJECT for up in ups)
        return subjects and other.kind is Kind.PLACE and country_of(other.text) is not None

    def _is_other_part(self, mention: Mention, j: int) -> bool:
        """Whether a description names a branch or a form ("the council") that a name does not show itself to be."""
        word = noun_lemma(self.doc[mention.head])
        names = [m.text for m in self.clusters.members(j) if m.form is Form.NAME]
        short = any(n.isupper() and word[0].upper() in n for n in names)  # "CPJ … the committee"
        return (part_word(word) or word in FORMAL) and not short and not any(word in n.lower() for n in names)

    def _is_armed_speaker(self, mention: Mention, j: int) -> bool:
        """Whether a description is of fighters or killers, and the name of a body whose words the report gives.

        "The Press Union said the militia was responsible" accuses no union.
        """
        noun = load_words(OrganizationWord).get((noun_lemma(self.doc[mention.head]),))
        up = self.syntax.governor(self.doc[mention.head])
        acts = (t for t in self.doc[mention.head].ancestors if t.pos_ == "VERB")
        violent = up is not None and up.preposition == "by" and any(acts_of(t) & VIOLENT for t in acts)
        if not violent and (noun is None or not noun.armed):
            return False
        members = self.clusters.members(j)
        named = any(noun_lemma(self.doc[mention.head]) in m.text.lower() for m in members)
        return not named and any(self.speaks(m) for m in members)

    def _is_another_sort(self, mention: Mention, j: int) -> bool:
        """Whether *the same* says that the body was called so before, and it was not: "the same gang" is no paper."""
        same = any(t.lower_ == "same" for t in self.doc[max(0, mention.start - 1) : mention.head])
        return same and not self._is_called_one_of(frozenset({noun_lemma(self.doc[mention.head])}), j)

    def _is_platform(self, mention: Mention, j: int) -> bool:
        """Whether a description is of people who join together, and the name that of a site: no party is Twitter."""
        names = {m.text.lower() for m in self.clusters.members(j) if m.form is Form.NAME}
        return bool(names & PLATFORMS) and noun_lemma(self.doc[mention.head]) not in COMPANIES

    def speaks(self, mention: Mention) -> bool:
        """Whether somebody is told to say or hear something: "X said", "according to X", "told X"."""
        up = self.syntax.governor(self.doc[mention.head])
        if up is None:
            return False
        verbs = load_words(SpeechVerb)
        party = up.relation in (R.SUBJECT, R.OBJECT, R.RECIPIENT)
        says = party and any(verbs.get((r,)) is not None for r in readings(up.token))
        return says or (up.preposition or "").startswith("according")

    def _has_another_part(self, j: int) -> bool:
        """Whether somebody is in the story as what no journalist is there as: a relative, a lawyer, a pastor."""
        own = self.clusters.members(j)
        said = any(m.relative or (m.position is not None and m.kind is not Kind.JOURNALIST) for m in own)
        return said or any(m.form is Form.NAME and self._is_titled_otherwise(m) for m in own)

    def _is_titled_otherwise(self, name: Mention) -> bool:
        """Whether a post that is none of the press stands before a name: "pastor Omar Keita"."""
        words = [noun_lemma(t) for t in self.doc[max(0, name.start - LONGEST_TITLE) : name.start]]
        held = load_words(Position).ending(words)
        return held is not None and held.kind is not Kind.JOURNALIST

    def _is_called_one_of(self, nouns: frozenset[str], j: int) -> bool:
        """Whether the text has called somebody by one of some nouns."""
        return any(
            noun_lemma(self.doc[m.head]) in nouns for m in self.clusters.members(j) if m.form is Form.DESCRIPTION
        )
