"""Whom a description takes up by its very words: "the blogger", "the council", "the man".

What is definite is familiar (Heim 1982): of those whom the text has named so far it is the one who was called so, unless
the words beside tell him from them (another employer, another nationality) or the text has gone on to somebody else.
"""

from __future__ import annotations

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.discourse import Discourse
from graphbuild.extract.fitting import ANYONE
from graphbuild.extract.kinds import BODIES
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.syntax import Relation
from graphbuild.model import Kind

R = Relation

REACH = 3
"""Sentences after which somebody may have been passed over."""
COMPARING = frozenset({"other", "another", "second", "third", "latter"})
"""Words that tell one person from another of the kind, as comparatives do."""
SPOUSES = frozenset({"wife", "husband", "spouse", "widow", "widower"})
"""Nouns for two people who are each other's."""
AT = frozenset({"of", "at", "for", "with", "from"})
"""Prepositions between a post and the body that it is held at."""
HUMANS = ANYONE | {"man", "woman"}
REACH_OF_STRANGERS = 8
"""Sentences over which "the man" is the man whom the text brought in."""


MEDIA = frozenset("portal site website newspaper weekly daily magazine station channel blog podcast".split())
"""Nouns that say by what an outlet reaches its public."""
REACH_OF_MEDIA = 12
"""Sentences over which such a noun stays with the outlet that was called so."""


class Familiar:
    """Those whom one parse has named, by what it called them."""

    def __init__(self, discourse: Discourse, clusters: Clusters) -> None:
        self.clusters = clusters
        self.doc, self.syntax, self.sentence = discourse.doc, discourse.syntax, discourse.sentence

    def same_position(self, i: int, mention: Mention) -> int | None:
        """Return the nearest named person before who was called by the same word: "the blogger"."""
        if mention.position is None or mention.relative:
            return None
        for j in range(i - 1, -1, -1):
            other = self.clusters.mentions[j]
            same = other.position == mention.position and not other.plural and self.clusters.named(j)
            if same and self._is_passed_over(j, mention):
                return None
            if same and not self.is_another(j, mention):
                return j
        return None

    def same_relative(self, i: int, mention: Mention) -> int | None:
        """Return whom the text has named as the same relative of the same person: "her husband X … Vik's husband"."""
        owner = self._owner(mention) if mention.relative and not mention.plural else None
        if owner is None:
            return None
        noun = noun_lemma(self.doc[mention.head])
        for j in range(i - 1, -1, -1):
            other = self.clusters.mentions[j]
            said = other.form is Form.DESCRIPTION and other.relative and noun_lemma(self.doc[other.head]) == noun
            if said and self._owner(other) == owner:
                return j
        return self._spouse(owner) if noun in SPOUSES else None

    def _spouse(self, one: int) -> int | None:
        """Return whose wife or husband the text has called somebody: "Keita's wife said her *husband* was threatened"."""
        called = (m for m in self.clusters.members(one) if m.form is Form.DESCRIPTION and m.relative)
        owners = (self._owner(m) for m in called if noun_lemma(self.doc[m.head]) in SPOUSES)
        return next((owner for owner in owners if owner is not None), None)

    def _owner(self, mention: Mention) -> int | None:
        """Return whose relative a description speaks of, by the root of the cluster."""
        possessor = self.syntax.first(self.doc[mention.head], R.POSSESSOR)
        index = self.clusters.at(possessor.i) if possessor is not None else None
        return self.clusters.root(index) if index is not None else None

    def only_journalist(self, i: int, mention: Mention) -> int | None:
        """Return the one person before whom the text calls a journalist: a mere person near by is not meant then."""
        if mention.kind is not Kind.JOURNALIST or mention.relative:
            return None
        known = self.journalists_before(i)
        found = next(iter(known.values())) if len(known) == 1 else None
        if found is not None and self._is_passed_over(max(k for k in self.clusters.indices(found) if k < i), mention):
            return None
        return None if found is None or self.is_another(found, mention) else found

    def of_its_name(self, i: int, mention: Mention) -> int | None:
        """Return the nearest body before that is named by the very noun: "the Media Council … the council"."""
        if mention.kind is not Kind.ORGANIZATION:
            return None
        word = noun_lemma(self.doc[mention.head])
        for j in range(i - 1, -1, -1):
            other = self.clusters.mentions[j]
            body = other.form is Form.NAME and self.clusters.kind(j) in BODIES
            if body and noun_lemma(self.doc[other.end - 1]) == word:
                return j
        return None

    def same_noun(self, i: int, mention: Mention) -> int | None:
        """Return the stranger whom the text brought in by the same noun: "An Osh man was held. … The man said"."""
        if mention.kind is not Kind.PERSON or mention.relative:
            return None
        word, here = noun_lemma(self.doc[mention.head]), self.sentence[mention.head]
        words = {word} | (HUMANS if word in ANYONE else set())  # "A man … The individual"
        for j in range(i - 1, -1, -1):
            other = self.clusters.mentions[j]
            if other.form is not Form.DESCRIPTION or other.plural or other.kind is not Kind.PERSON or other.definite:
                continue
            alike = noun_lemma(self.doc[other.head]) == word or not self.clusters.named(j)
            near = here - self.sentence[other.head] <= REACH_OF_STRANGERS
            if near and alike and noun_lemma(self.doc[other.head]) in words:
                return j
        return None

    def same_body(self, i: int, mention: Mention) -> int | None:
        """Return the outlet that the text brought in by the same noun: "Arna, an investigative project … the project"."""
        if mention.kind is not Kind.ORGANIZATION or mention.form is not Form.DESCRIPTION:
            return None  # what is called an outlet is looked for among outlets anyway
        word, here = noun_lemma(self.doc[mention.head]), self.sentence[mention.head]
        for j in range(i - 1, -1, -1):
            other = self.clusters.mentions[j]
            alike = other.form is Form.DESCRIPTION and not (other.plural or other.definite or other.member)
            named = alike and self.clusters.named(j) and self.clusters.kind(j) in (Kind.OUTLET, Kind.ORGANIZATION)
            near = here - self.sentence[other.head] <= REACH_OF_STRANGERS
            if (
                named
                and near
                and noun_lemma(self.doc[other.head]) == word
                and mention.kind is not self.clusters.kind(j)
            ):
                return j
        return None

    def same_medium(self, i: int, mention: Mention) -> int | None:
        """Return the outlet last called by the same noun for a medium: "barred *the portal* … *the portal*'s founder"."""
        word, here = noun_lemma(self.doc[mention.head]), self.sentence[mention.head]
        if mention.kind is not Kind.OUTLET or word not in MEDIA:
            return None
        for j in range(i - 1, -1, -1):
            other = self.clusters.mentions[j]
            alike = other.form is Form.DESCRIPTION and not other.plural and noun_lemma(self.doc[other.head]) == word
            if alike and here - self.sentence[other.head] <= REACH_OF_MEDIA:
                named = self.clusters.named(j) and self.clusters.kind(j) is Kind.OUTLET
                return j if named and not self._is_topic_elsewhere(i, j) else None
        return None

    def _is_topic_elsewhere(self, i: int, j: int) -> bool:
        """Whether another name stands in the sentence of a mention or in the one before, but for a place's."""
        since = self.sentence[self.clusters.mentions[i].head] - 1
        near = (k for k in range(i) if self.sentence[self.clusters.mentions[k].head] >= since)
        names = (
            k for k in near if self.clusters.mentions[k].form is Form.NAME and self.clusters.kind(k) is not Kind.PLACE
        )
        return any(self.clusters.root(k) != self.clusters.root(j) for k in names)

    def journalists_before(self, i: int) -> dict[int, int]:
        """Return the journalists named before a mention, each by the root of its cluster and the last such name."""
        names = (j for j in range(i) if self.clusters.mentions[j].form is Form.NAME)
        return {self.clusters.root(j): j for j in names if self.clusters.kind(j) is Kind.JOURNALIST}

    def is_another(self, j: int, mention: Mention) -> bool:
        """Whether a description says another employer or nationality than somebody has, or tells one from another."""
        apart = self._tells_apart(j, mention)
        apart = apart or self._heads_another(j, mention)
        apart = apart or self._works_elsewhere(j, mention) or self._is_told_where(j, mention)
        return apart or self.clusters.other_country(j, mention, self.doc)

    def _is_told_where(self, j: int, mention: Mention) -> bool:
        """Whether a description says at what body somebody is who has not been told to be there: "the editor of Arna".

        A definite that is completed by a phrase of its own may be new (Hawkins 1978, establishing relative clauses).
        """
        body = self._body_after(mention)
        return body is not None and body not in self.employers(j)

    def employers(self, j: int) -> set[int]:
        """Return the bodies that the words beside somebody's mentions say he is at, by the roots of their clusters."""
        told = (e for m in self.clusters.members(j) for e in (self._employer(m), self._body_after(m)))
        return {e for e in told if e is not None}

    def _body_after(self, mention: Mention) -> int | None:
        """Return the body by name that a description, or the description beside a name, goes on with."""
        noun = self.doc[mention.head]
        beside = (d.token for d in self.syntax.dependents(noun, R.APPOSITION))
        after = [d.token for t in (noun, *beside) for d in self.syntax.dependents(t, R.OBLIQUE) if d.preposition in AT]
        after += [d.token for t in after for d in self.syntax.dependents(t, R.APPOSITION, R.NAME, R.COMPOUND)]
        bodies = (k for t in after if (k := self.clusters.at(t.i)) is not None)
        named = (k for k in bodies if self.clusters.named(k) and self.clusters.kind(k) in BODIES)
        return next((self.clusters.root(k) for k in named), None)

    def _heads_another(self, j: int, mention: Mention) -> bool:
        """Whether a description says of what somebody is head who is head of something else: "the head of the Union"."""
        own = self._headed(mention)
        known = {h for m in self.clusters.members(j) if (h := self._headed(m)) is not None}
        return own is not None and bool(known) and own not in known

    def _headed(self, mention: Mention) -> str | None:
        """Return the noun after *of* in a description: the *union* of "the head of the union"."""
        after = self.syntax.dependents(self.doc[mention.head], R.OBLIQUE)
        of = (noun_lemma(d.token) for d in after if d.preposition == "of")
        return next(of, None) if mention.form is Form.DESCRIPTION else None

    def _tells_apart(self, j: int, mention: Mention) -> bool:
        """Whether an adjective compares two people, of whom somebody is not called so: "the older journalist"."""
        told = self._compared(mention)
        return bool(told) and all(told.isdisjoint(self._compared(m)) for m in self.clusters.members(j))

    def _compared(self, mention: Mention) -> set[str]:
        described = mention.form is Form.DESCRIPTION
        words = self.doc[mention.start : mention.head] if described else self.doc[:0]
        return {t.lower_ for t in words if t.tag_ == "JJR" or t.lower_ in COMPARING}

    def _is_passed_over(self, j: int, mention: Mention) -> bool:
        """Whether somebody named far above is not meant since the sentence right before names another as its subject."""
        here = self.sentence[mention.head]
        if here - self.sentence[self.clusters.mentions[j].head] <= REACH:
            return False
        for other in self.clusters.mentions:
            named = other.form is Form.NAME and here - self.sentence[other.head] == 1
            index = self.clusters.at(other.head) if named else None
            up = self.syntax.governor(self.doc[other.head])
            subject = up is not None and up.relation in (R.SUBJECT, R.PASSIVE_SUBJECT)
            if index is not None and subject and self.clusters.kind(index) in (Kind.PERSON, Kind.JOURNALIST):
                return self.clusters.root(index) != self.clusters.root(j)
        return False

    def _works_elsewhere(self, j: int, mention: Mention) -> bool:
        """Whether a description says another employer than the words beside a name: "the Alhurra correspondent"."""
        employer = self._employer(mention)
        if employer is None:
            return False
        known = {e for m in self.clusters.members(j) if (e := self._employer(m)) is not None}
        return bool(known) and employer not in known

    def _employer(self, mention: Mention) -> int | None:
        """Return the body named right before a word for a person: "VOA contributor", "Radio Aksu's reporter"."""
        titles = (c.left_edge.i for c in self.doc[mention.head].children if c.dep_ == "nmod:desc")
        start = min((mention.start, *titles))
        start -= start > 0 and self.doc[start - 1].text in ("'s", "’s")
        inside = (self.clusters.at(t) for t in range(max(0, start - 1), mention.head))
        names = (j for j in inside if j is not None and self.clusters.named(j))
        return next((self.clusters.root(j) for j in names if self._is_body_of(j, mention)), None)

    def _is_body_of(self, name: int, mention: Mention) -> bool:
        """Whether a name right before a word for a person is a body's: a person's would follow it."""
        up = self.syntax.governor(self.doc[self.clusters.mentions[name].head])
        if up is None or up.relation not in (R.COMPOUND, R.POSSESSOR):
            return False
        title = up.token.dep_ == "nmod:desc" and up.token.head.i == mention.head  # "VOA *contributor* Li Wen"
        return (title or up.token.i == mention.head) and self.clusters.kind(name) is not Kind.PLACE
