"""Whom a pronoun or a description cannot be: binding (Chomsky 1981), and verbs whose subject speaks of another.

"She beat the reporter" is two people, "the man who beat Dana Serikova" is not she, and whoever appeals for "his release"
or harms "his hand" is not he.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.discourse import Discourse, acts_of
from graphbuild.extract.kinds import BODIES, PERSONS
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.noun_phrases import RELATIVE_PRONOUNS
from graphbuild.extract.surface import RELATIVE
from graphbuild.extract.syntax import Relation
from graphbuild.model import EventType, Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation

FREEDOM = frozenset({"release", "freedom", "liberation"})
ASKING = frozenset(
    {"call", "appeal", "demand", "urge", "ask", "press", "campaign", "plead", "seek", "push", "petition"}
)
"""Verbs by which somebody asks for another's freedom."""
CRITICS = frozenset({"decry", "condemn", "denounce", "deplore", "criticise", "criticize"})
"""Verbs whose subject speaks of what befell another."""
TAKING = frozenset({EventType.CENSORSHIP, EventType.SEARCH, EventType.SEIZURE, EventType.OBSTRUCTION})
"""Acts on what is somebody else's."""
WHEN = frozenset(
    {"before", "until", "till", "prior to", "since", "at", "by", "during", "after", "following", "from", "to"}
)
"""Prepositions of a death up to which, or of which, one does something oneself."""
BOUND = frozenset({R.OBJECT, R.RECIPIENT, R.OBLIQUE, R.POSSESSOR, R.COMPOUND, R.ADNOMINAL, R.OPEN_COMPLEMENT})
"""What a word is to what it is part of, up to the clause whose subject cannot be called anew by it."""
AROUND = (R.OBLIQUE, R.POSSESSOR, R.COMPOUND, R.APPOSITION)


class Binding:
    """Tells who is somebody else, as roots of clusters, in one parse whose names are clustered."""

    def __init__(self, discourse: Discourse, clusters: Clusters) -> None:
        self.discourse, self.clusters = discourse, clusters
        self.doc, self.syntax = discourse.doc, discourse.syntax

    def others(self, i: int, mention: Mention) -> set[int]:
        """Return whom a mention cannot be, by its own phrase and by the clauses around it."""
        found = self.inside(i, mention)
        if mention.form is Form.DESCRIPTION:
            return found | self._doers(mention) | self._bodies_of_victims(mention)
        found |= self._doer(mention)
        found |= self._asker(mention) | self._critic(mention) | self._harmer(mention) | self._taker(mention)
        return found | self._survivor(mention)

    def inside(self, i: int, mention: Mention) -> set[int]:
        """Return whom a description itself speaks of: "the man who beat Dana Serikova" is not she (i-within-i)."""
        around = self._around(mention)
        if mention.form is not Form.DESCRIPTION:
            return around
        heads = {t.i for t in self.doc[mention.head].subtree} - {mention.head}
        inner = {self.clusters.root(j) for j, m in enumerate(self.clusters.mentions) if j != i and m.head in heads}
        return inner | around

    def _around(self, mention: Mention) -> set[int]:
        """Return whose phrase somebody stands in: "the suspect in her assault" is not she, nor "X, her husband" she X."""
        found: set[int] = set()
        up = self.syntax.governor(self.doc[mention.head])
        while up is not None and up.relation in AROUND:
            index = self.clusters.at(up.token.i)
            if index is not None and (up.relation is R.APPOSITION or up.token.pos_ in ("NOUN", "NUM")):
                found.add(self.clusters.root(index))
            up = self.syntax.governor(up.token)
        return found

    def _doer(self, mention: Mention) -> set[int]:
        """Return who does something to a pronoun: "Keita kissed *her*" is of two people (Chomsky 1981, B)."""
        up = self.syntax.governor(self.doc[mention.head])
        return self._subject(up.token) if up is not None and up.relation in (R.OBJECT, R.RECIPIENT) else set()

    def _asker(self, mention: Mention) -> set[int]:
        """Return who asks for somebody's release: "X appealed for his immediate release", another's than X."""
        up = self.syntax.governor(self.doc[mention.head])
        if up is None or up.relation is not R.POSSESSOR or up.token.lemma_ not in FREEDOM:
            return set()
        verb = next((t for t in up.token.ancestors if t.lemma_ in ASKING), None)
        return self._subject(verb) if verb is not None else set()

    def _survivor(self, mention: Mention) -> set[int]:
        """Return who has to do with somebody's death, and so is alive: "X wrote about *her* murder", not "before his"."""
        death = self.syntax.governor(self.doc[mention.head])
        if death is None or death.relation is not R.POSSESSOR or EventType.KILLING not in acts_of(death.token):
            return set()
        up = self.syntax.governor(death.token)
        if up is None or up.token.pos_ != "VERB" or up.relation not in (R.OBJECT, R.OBLIQUE) or up.preposition in WHEN:
            return set()
        return self._subject(up.token)

    def _harmer(self, mention: Mention) -> set[int]:
        """Return who harms what is another's: in "a man attacked X, injuring his hand" the hand is not the man's."""
        part = self.syntax.governor(self.doc[mention.head])
        act = self.syntax.governor(part.token) if part is not None and part.relation is R.POSSESSOR else None
        if act is None or act.relation is not R.OBJECT or act.token.tag_ != "VBG" or not acts_of(act.token):
            return set()
        return self._subject(act.token)

    def _taker(self, mention: Mention) -> set[int]:
        """Return who acts on what is another's: a regulator does not suspend its own licence, nor X obstruct his own work.

        Of those whom the text names only where the verb tells what nobody does to himself: "X obstructed *her* work".
        """
        thing = self.syntax.governor(self.doc[mention.head])
        act = self.syntax.governor(thing.token) if thing is not None and thing.relation is R.POSSESSOR else None
        if act is None or act.relation is not R.OBJECT or not acts_of(act.token) & TAKING:
            return set()
        hinders = acts_of(act.token) == {EventType.OBSTRUCTION}
        return {r for r in self._subject(act.token) if hinders or self._is_no_owner(r)}

    def _is_no_owner(self, root: int) -> bool:
        """Whether who takes a thing is a state body or a stranger: "a guard grabbed *her* phone"."""
        stranger = self.clusters.kind(root) in (Kind.PERSON, Kind.GROUP) and not self.clusters.named(root)
        return stranger or self.clusters.kind(root) is Kind.AGENCY

    def _critic(self, mention: Mention) -> set[int]:
        """Return who criticises what befell another: in "X decried her sentence, since she was held" *she* is not X."""
        up = self.syntax.governor(self.doc[mention.head])
        if up is None or up.relation is not R.PASSIVE_SUBJECT:
            return set()
        verb = next((t for t in up.token.ancestors if t.lemma_ in CRITICS), None)
        if verb is None:
            return set()
        between = (m for m in self.clusters.mentions if verb.i < m.head < mention.head)
        return self._subject(verb) if any(m.kind in PERSONS for m in between) else set()

    def _doers(self, mention: Mention) -> set[int]:
        """Return the subjects of the clauses that a description is inside of, who are somebody else (Chomsky 1981, C).

        "She beat the reporter", "X spoke of the charges brought against the journalist"; a clause of time is free:
        "X was held when the reporter arrived".
        """
        found: set[int] = set()
        up = self.syntax.governor(self.doc[mention.head])
        while up is not None and up.relation in BOUND:
            found |= self._subject(up.token) if up.token.pos_ == "VERB" else set()
            up = self.syntax.governor(up.token)
        return found

    def _bodies_of_victims(self, mention: Mention) -> set[int]:
        """Return whose people an act befell that the body had part in: "X's men were killed in an attack by the group"."""
        up = self.syntax.governor(self.doc[mention.head])
        if mention.kind not in BODIES or up is None or up.preposition != "by":
            return set()
        victims: set[int] = set()
        for act in self.doc[mention.head].ancestors:
            if act.pos_ == "VERB" and acts_of(act):
                suffering = (d.token.subtree for d in self.syntax.dependents(act, R.OBJECT, R.PASSIVE_SUBJECT))
                phrases = ({t.i for t in words} for words in suffering)
                victims |= {i for phrase in phrases if mention.head not in phrase for i in phrase}
        named = enumerate(self.clusters.mentions)
        return {self.clusters.root(j) for j, m in named if m.head in victims and m.kind in BODIES}

    def _subject(self, verb: Token) -> set[int]:
        """Return who is the subject of a verb or of that which it is coordinated with."""
        subject = self.discourse.subject(verb)
        if subject is not None and subject.lower_ in RELATIVE_PRONOUNS:  # "a friend of X who visited *him*"
            clause = next((t for t in subject.ancestors if t.dep_ in RELATIVE), None)
            subject = clause.head if clause is not None else None
        index = self.clusters.at(subject.i) if subject is not None else None
        return {self.clusters.root(index)} if index is not None else set()
