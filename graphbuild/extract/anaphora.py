"""Links pronouns and definite descriptions to what they stand for.

"Dana Serikova was freed. She thanked her lawyer; the reporter …": where grammar says whom a word stands for, it is them;
else it joins the likeliest person before it (`antecedents.py`) of those that fit (`fitting.py`). Plurals are in
`plurals.py`. These are the least sure passes of the sieve and come last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.antecedents import CLEAR, REACH, SUFFERING, Antecedents
from graphbuild.extract.clusters import SECTORS, Clusters
from graphbuild.extract.discourse import Discourse, acts_of
from graphbuild.extract.familiar import Familiar
from graphbuild.extract.fitting import Fitting
from graphbuild.extract.kinds import BODIES, PEOPLE
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.plurals import Plurals
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.extract.utterers import Utterers
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

R = Relation

STOPPING = frozenset("abandon cease drop end escalate halt intensify lift reverse revoke stop suspend withdraw".split())
"""Verbs for what one does with one's own acts."""
AGAINST = frozenset({"of", "against", "on", "from"})
"""Prepositions of whom an act is done to."""
PLURAL, DESCRIBED = 0.9, 0.9
"""How sure the link of a plural is, and that of a definite description to a name."""
OWN = frozenset({"his", "her", "my"})
ORDEALS = frozenset({"case", "death", "disappearance", "plight", "ordeal"})
"""Nouns for what happened to whose they are, besides those for acts."""


class Anaphora:
    """Resolves what refers back, in one parse whose names are clustered."""

    def __init__(self, doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
        self.doc, self.syntax, self.clusters = doc, syntax, clusters
        discourse = Discourse(doc, syntax)
        self.sentence, self.subject = discourse.sentence, discourse.subject
        self.familiar = Familiar(discourse, clusters)
        self.plurals = Plurals(discourse, clusters, self.familiar)
        self.utterers, self.fitting = Utterers(doc, syntax, clusters), Fitting(discourse, clusters)
        self.antecedents = Antecedents(discourse, clusters, self.familiar, self.utterers, self.fitting)

    def resolve(self) -> None:
        """Link mentions in text order, so that each finds what those before it were linked to."""
        self.plurals.name_lists()
        for i, mention in enumerate(self.clusters.mentions):
            if (stops := self._who_stops(mention)) is not None:
                self.clusters.join(stops, i, "whose act it is to stop")
            elif mention.form is Form.PRONOUN:
                self._pronoun(i, mention)
            elif (kin := self.familiar.same_relative(i, mention)) is not None:
                self.clusters.join(kin, i, "the same relative")
            elif mention.form is Form.DESCRIPTION and mention.definite:
                self._definite(i, mention)

    def _pronoun(self, i: int, mention: Mention) -> None:
        if mention.gender == "3":
            couple = self.utterers.couple(self.doc[mention.head]) if mention.text.lower() == "their" else ()
            if couple and max(couple) < i:
                self.clusters.spread(i, couple)
            else:
                self._plural(i, mention)
        elif mention.text.lower().endswith("self"):
            found = self._doer_beside(mention)
            if found is not None:
                self.clusters.join(found, i, "reflexive")
        elif mention.gender in ("m", "f", "n"):
            found = self._beside(mention)
            found = self._hit_again(mention) if found is None else found
            found = self._goes_on(i, mention) if found is None else found
            found = self._spoken_for(i, mention) if found is None else found
            sure = CLEAR
            if found is None:
                found, sure = self.antecedents.find(i, mention)
            if found is not None:
                self.clusters.join(found, i, "pronoun", sure=sure)
        elif mention.gender == "1" and not mention.plural:
            found = self.utterers.of_first_person(mention)
            if found is not None:
                self.clusters.join(found, i, "first person of a quote")

    def _plural(self, i: int, mention: Mention) -> None:
        self.plurals.link(i, mention)
        if i in self.clusters.sets or self.clusters.indices(i)[0] != i:
            self.clusters.sureness[i] = PLURAL

    def _who_stops(self, mention: Mention) -> int | None:
        """Return who is to stop an act, whose it is: "X urged Turkey to end *its* persecution of reporters".

        The subject that an infinitive is understood to have is who is asked (control: Huddleston and Pullum 2002, 14.8);
        only one's own acts can one stop. An act with nobody named whom it is done to may be what its owner suffers.
        """
        word = self.doc[mention.head]
        up = self.syntax.governor(word)
        if word.lower_ not in ("its", "their") or up is None or up.relation is not R.POSSESSOR or not acts_of(up.token):
            return None
        verb = self.syntax.governor(up.token)
        if verb is None or verb.relation is not R.OBJECT or verb.token.lemma_ not in STOPPING:
            return None
        after = [*self.syntax.dependents(up.token), *self.syntax.dependents(verb.token, R.OBLIQUE)]
        if not any(d.preposition in AGAINST and d.token.i > up.token.i for d in after):
            return None
        subject = self.subject(verb.token)
        return self.clusters.at(subject.i) if subject is not None and subject.i < word.i else None

    def _hit_again(self, mention: Mention) -> int | None:
        """Return whom the verb before, of the same subject, has for its object: "assaulted the girl and killed *her*"."""
        verb = self.syntax.governor(self.doc[mention.head])
        if verb is None or verb.relation is not R.OBJECT or not acts_of(verb.token):
            return None
        first = self.syntax.governor(verb.token)
        own = self.syntax.first(verb.token, R.SUBJECT, R.PASSIVE_SUBJECT)
        if first is None or first.relation is not R.CONJUNCT or own is not None or not acts_of(first.token):
            return None
        hit = self.syntax.first(first.token, R.OBJECT)
        index = self.clusters.at(hit.i) if hit is not None else None
        return index if index is not None and self.fitting.fits(index, mention) else None

    def _goes_on(self, i: int, mention: Mention) -> int | None:
        """Return who goes on speaking: "…, Keita said. '…', he added"."""
        found = self.utterers.going_on(mention)
        if found is None or found >= i or not self.fitting.fits(found, mention):
            return None
        near = self.sentence[mention.head] - self.sentence[self.clusters.mentions[found].head] <= REACH
        return found if near else None

    def _spoken_for(self, i: int, mention: Mention) -> int | None:
        """Return whose lawyer or relative tells what somebody suffered: "Keita's wife said he was beaten"."""
        word = self.doc[mention.head]
        up = self.syntax.governor(word)
        client = word.lemma_.lower() == "client" and self.syntax.first(word, R.POSSESSOR) is not None
        if up is None or not (client or up.relation in SUFFERING or self._suffers(mention)):
            return None
        found = self.utterers.principal(word)
        if found is None or found >= i or not (client or self.fitting.fits(found, mention)):
            return None
        return found if self.clusters.root(found) != self.clusters.root(i) else None

    def _suffers(self, mention: Mention) -> bool:
        """Whether a pronoun is whom an event noun befell: "his detention", where somebody's arrest was told before."""
        up = self.syntax.governor(self.doc[mention.head])
        owner = mention.form is Form.PRONOUN and up is not None and up.relation is R.POSSESSOR
        return owner and up is not None and up.token.pos_ == "NOUN" and bool(acts_of(up.token))

    def _definite(self, i: int, mention: Mention) -> None:
        if mention.text.casefold() in SECTORS or self.doc[mention.head].lower_ in ("media", "press"):
            return  # "the media", "the Russian media" at large
        if self._holds_name(mention) or self._is_told_who(mention):
            return
        if mention.plural and mention.kind in PEOPLE:
            # "protesters … other protesters … the protesters": those who were called so are the nearest already
            if mention.kind is not Kind.GROUP or self.clusters.indices(i)[0] == i:
                self._plural(i, mention)
        elif not mention.plural and self._is_first_told(i) and not self._is_somebodys_own(mention):
            found = self.familiar.of_its_name(i, mention)
            # "Serikova and her cameraman" are two
            own, gender = self.antecedents.binding.inside(i, mention), self.antecedents.gender_after(mention)
            for known in (self.familiar.same_position, self.familiar.only_journalist):
                other = known(i, mention) if found is None else None
                fits = other is not None and self.clusters.root(other) not in own and self.fitting.may_be(other, gender)
                found = other if fits else found
            found = self.familiar.same_noun(i, mention) if found is None else found
            for told in (self.familiar.same_body, self.familiar.same_medium):
                found = told(i, mention) if found is None else found
            found = self._spoken_for(i, mention) if found is None and mention.form is Form.DESCRIPTION else found
            found = self.antecedents.find(i, mention)[0] if found is None else found
            if found is not None:
                sure = DESCRIBED if self.clusters.named(found) else 1.0
                self.clusters.join(found, i, "definite description", sure=sure)

    def _is_first_told(self, i: int) -> bool:
        """Whether nothing before a description is one with it yet, nor any name ("the reporter was the third | killed")."""
        return self.clusters.indices(i)[0] == i and not self.clusters.named(i)

    def _holds_name(self, mention: Mention) -> bool:
        """Whether a description names its own body: "a member of the Aksu Front" is of no other front."""
        owned = (d for d in self.syntax.dependents(self.doc[mention.head], R.OBLIQUE) if d.preposition == "of")
        if mention.kind is Kind.ORGANIZATION and any(d.token.pos_ == "PROPN" for d in owned):
            return True  # "the organization of Jehovah's Witnesses"
        within = self.doc[mention.head + 1 : mention.end]
        names = (self.clusters.mentions[i] for t in within if (i := self.clusters.at(t.i)) is not None)
        return any(m.form is Form.NAME and m.kind in BODIES and m.end <= mention.end for m in names)

    def _is_told_who(self, mention: Mention) -> bool:
        """Whether a clause says who is meant, and so nobody told of before: "the person who ordered it", "filming it"."""
        noun = self.doc[mention.head]
        bare = noun_lemma(noun) in ("person", "man", "woman", "individual", "one") and not mention.plural
        clauses = self.syntax.dependents(noun, R.RELATIVE, R.ADNOMINAL)
        edges = (d.token.left_edge for d in clauses)
        return bare and any(edge.i == noun.i + 1 and edge.text != "," for edge in edges)

    def _is_somebodys_own(self, mention: Mention) -> bool:
        """Whether a body is a person's, and so none that was named without him: "his blog", "his company"."""
        body = mention.kind in (Kind.OUTLET, Kind.ORGANIZATION)
        return body and mention.start > 0 and self.doc[mention.start - 1].lower_ in OWN

    def _doer_beside(self, mention: Mention) -> int | None:
        """Return the subject of the verb of a reflexive, which can be nobody else (Chomsky 1981, A)."""
        up = self.syntax.governor(self.doc[mention.head])
        subject = self.syntax.first(up.token, R.SUBJECT, R.PASSIVE_SUBJECT) if up is not None else None
        return self.clusters.at(subject.i) if subject is not None else None

    def _beside(self, mention: Mention) -> int | None:
        """Return what a possessor is coordinated with: "Radio Aksu and its editor", "Vik's case and her murder"."""
        up = self.syntax.governor(self.doc[mention.head])
        if up is None or up.relation is not R.POSSESSOR or mention.start < 2:
            return None
        owner = self._owner_alike(up.token, body=mention.gender == "n")
        if owner is not None and self.fitting.fits(owner, mention):
            return owner
        index = self.clusters.at(mention.start - 2) if self.doc[mention.start - 1].lower_ == "and" else None
        return index if index is not None and self.fitting.fits(index, mention) else None

    def _owner_alike(self, noun: Token, *, body: bool) -> int | None:
        """Return whose the first of two coordinated nouns is: of a body its staff, of a person what befell him."""
        up = self.syntax.governor(noun)
        if up is None or up.relation is not R.CONJUNCT:
            return None
        if not body and not (acts_of(up.token) or up.token.lemma_ in ORDEALS):
            return None
        owner = self.syntax.first(up.token, R.POSSESSOR)
        return self.clusters.at(owner.i) if owner is not None else None
