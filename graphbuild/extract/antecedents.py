"""The likeliest antecedent of a pronoun or definite description among all that it may stand for.

Near ones come before far ones, subjects before the rest (centering: Grosz, Joshi and Weinstein 1995), those whom much has
been told of before others, and whom an act befell before others where the mention is of somebody who suffers.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log2
from typing import TYPE_CHECKING

from graphbuild.documents.datelines import dateline
from graphbuild.extract.binding import Binding
from graphbuild.extract.clusters import Clusters
from graphbuild.extract.discourse import Discourse, acts_of
from graphbuild.extract.familiar import Familiar
from graphbuild.extract.fitting import VIOLENT, Fitting
from graphbuild.extract.genders import gender_of
from graphbuild.extract.kinds import ANY_OUTLET, PERSONS, thing
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.noun_phrases import is_time
from graphbuild.extract.syntax import Relation
from graphbuild.extract.utterers import Utterers
from graphbuild.model import EventType, Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation

CLEAR, CONTESTED = 0.9, 0.75
"""How sure a pronoun's link is where nobody else comes near, and where a rival is close.

Of some 400 pronouns for victims in news every third with a close rival was linked wrongly, every seventh without.
"""
ABOUT = 2.0
"""How much likelier somebody is meant who has been told of twice as often."""
CLOSE = 10.0
"""How little less likely than the likeliest a rival is, by score."""
REACH = 3
"""Sentences that a pronoun or a definite description looks back over."""
REACH_OF_OUTLETS = 8
"""Sentences that "the newspaper" looks back over: it is the one paper of the report, far away too."""
ALIKE = 25.0
"""How much likelier "the site" is an outlet called a site, sentences away, than another outlet near by."""
SEX_KNOWN = 4.0
"""How much likelier "she" is a woman by what the report has called her than one of whom it has not said."""
SOURCE = 8.0
"""How much less likely "the newspaper" is an outlet by whose word the report tells than another in the sentence."""
UNLIKELY = 10.0
"""How much less likely the dead and those in office are who is arrested, tried or freed."""
LOCAL = 8.0
"""How much likelier somebody is meant who has a part in what the clause of the pronoun says more of."""
BEFALLEN = 5.0
"""How much likelier "his detention" is of who is told to have suffered an act than of another in the sentence."""
LEGAL = frozenset(
    {EventType.DETENTION, EventType.INTERROGATION, EventType.PROSECUTION, EventType.CONVICTION, EventType.RELEASE}
)
"""What the state does to who has hurt another."""
DYING = frozenset({"die", "succumb"})
"""What the subject suffers, though the verb is active."""
SUFFERING = (R.PASSIVE_SUBJECT, R.OBJECT)


class Antecedents:
    """Ranks the mentions of one parse as antecedents."""

    def __init__(
        self, discourse: Discourse, clusters: Clusters, familiar: Familiar, utterers: Utterers, fitting: Fitting
    ) -> None:
        self.doc, self.syntax, self.discourse, self.clusters = discourse.doc, discourse.syntax, discourse, clusters
        self.familiar, self.utterers, self.fitting = familiar, utterers, fitting
        self.sentence, self.binding = discourse.sentence, Binding(discourse, clusters)
        self._filed = dateline(self.doc.text)

    def find(self, i: int, mention: Mention) -> tuple[int | None, float]:
        """Return the likeliest of those before a mention that it may be, and how sure that is."""
        here, reach, scores = self.sentence[mention.head], self._reach(mention), dict[int, tuple[float, int]]()
        journalists = self.familiar.journalists_before(i) if mention.kind is Kind.JOURNALIST else {}
        others, gender_after = self.binding.others(i, mention), self.gender_after(mention)
        others |= self.utterers.named_inside(mention)
        sayer = self.utterers.sayer_of(self.doc[mention.head]) if self._undergoes(mention) else None
        taken_up = self._acts_taken_up(mention)
        told = bool(taken_up) and any(taken_up & self.discourse.befell(m) for m in self.clusters.mentions[:i])
        acts, beside = self._acts_on(mention), self._arguments_over(mention)
        named_anew = mention.form is Form.DESCRIPTION and mention.kind is Kind.OUTLET
        if mention.form is Form.PRONOUN:
            others |= self.utterers.around(mention)
        for j in range(i):
            other = self.clusters.mentions[j]
            away = here - self.sentence[other.head]
            if (
                away > reach
                or other.head >= mention.head
                or not self.fitting.fits(j, mention)
                or any(self.discourse.clash(m, mention) for m in self._beside_in_sentence(j, other))
                or self.clusters.root(j) in others
                or (mention.form is Form.DESCRIPTION and self.familiar.is_another(j, mention))
                or (told and not taken_up & self.discourse.befell(other))
                or self._is_said_of_subject(other)
                or self._signs(other)
                or not self.fitting.may_be(j, gender_after)
                or (journalists and self.clusters.root(j) not in journalists)
            ):
                continue
            known = mention.gender in ("m", "f") and gender_of(self.clusters.members(j)) == mention.gender
            main = known and self.clusters.named(j) and not self._is_oblique(other)
            score = (
                (SEX_KNOWN if main else 2.0 if known else 0.0)
                + (LOCAL if self.clusters.root(j) in beside else 0.0)
                + self._told_of(i, j, mention)
                + (BEFALLEN if self._suffered_before(other, acts) else 0.0)
                - (UNLIKELY if acts & LEGAL and self._is_dead_or_in_office(j, mention) else 0.0)
                + (BEFALLEN if sayer is not None and self._undergoes(other, sayer) else 0.0)
                + 10.0 * (reach - away)
                + self.discourse.salience(self.doc[other.head])
                + (ALIKE if named_anew and self._is_called(j, mention) else 0.0)
                - (SOURCE if named_anew and any(map(self.fitting.speaks, self.clusters.members(j))) else 0.0)
                + j / len(self.clusters.mentions)
            )
            root = self.clusters.root(j)
            scores[root] = max((score, j), scores.get(root, (score, j)))
        if mention.form is Form.PRONOUN and self._is_strangers(mention):
            return None, CLEAR
        if not scores:
            return (self._ahead(i, mention) if mention.form is Form.PRONOUN else None), CLEAR
        ranked = sorted(scores.values(), reverse=True)
        best_score, best = ranked[0]
        if mention.gender == "n" and self._stands_for_thing(best, mention):
            return None, CLEAR
        return best, CONTESTED if any(best_score - score < CLOSE for score, _ in ranked[1:]) else CLEAR

    def _arguments_over(self, mention: Mention) -> set[int]:
        """Return who has a part in what a pronoun's clause says more of: "X, who followed *her husband* after he was held".

        So has the subject in what befell him: "X was killed after *his* kidnapping", "X was killed and *his* body burnt".
        Roots of clusters.
        """
        word = self.doc[mention.head]
        up = self.syntax.governor(word)
        if mention.form is not Form.PRONOUN or mention.gender not in ("m", "f") or up is None:
            return set()
        if up.relation is R.POSSESSOR:
            act = bool(acts_of(up.token))
            up = self.syntax.governor(up.token)
            if up is not None and not act:  # "X was killed and *his body* was burnt"
                up = self.syntax.governor(up.token) if up.relation in (R.SUBJECT, R.PASSIVE_SUBJECT) else None
                up = up if up is not None and up.relation is R.CONJUNCT else None
        elif up.relation in (R.SUBJECT, R.PASSIVE_SUBJECT):
            up = self.syntax.governor(up.token)
            if up is not None and up.relation is not R.ADVERBIAL:
                return set()
        else:
            return set()
        verb = up.token if up is not None and up.token.pos_ in ("VERB", "AUX") else None
        if verb is None:
            beside = up is not None and any(c.lower_ == "with" and c.dep_ == "case" for c in up.token.children)
            other = self.clusters.at(up.token.i) if up is not None and beside else None
            return {self.clusters.root(other)} if other is not None else set()  # "X was with Y when *he* was shot"
        found = [d.token for d in self.syntax.dependents(verb, R.SUBJECT, R.PASSIVE_SUBJECT, R.OBJECT)]
        above = self.syntax.governor(verb)
        if above is not None and above.relation is R.RELATIVE:
            found += [above.token, *(d.token for d in self.syntax.dependents(above.token, R.SUBJECT))]
        return {self.clusters.root(i) for t in found if t != word and (i := self.clusters.at(t.i)) is not None}

    def _is_strangers(self, mention: Mention) -> bool:
        """Whether the subject over a pronoun is a name that nothing here knows for somebody: "Baloch said *his* phone".

        What is the subject of its clause, or of the clause above, is the likeliest that a pronoun is (Hobbs 1978).
        """
        if mention.gender not in ("m", "f"):
            return False
        above = (t for t in self.doc[mention.head].ancestors if t.pos_ in ("VERB", "AUX"))
        subjects = (self.syntax.first(t, R.SUBJECT, R.PASSIVE_SUBJECT) for t in above)
        name = next((s for s in subjects if s is not None and s.i != mention.head), None)
        unknown = name is not None and name.tag_ == "NNP" and self.clusters.at(name.i) is None and not is_time(name)
        return unknown and name is not None and name.i < mention.start

    def _is_oblique(self, mention: Mention) -> bool:
        """Whether somebody stands after a preposition, as whoever shot the subject does: "X was shot by *Y*"."""
        up = self.syntax.governor(self.doc[mention.head])
        return up is not None and up.relation is R.OBLIQUE

    def gender_after(self, mention: Mention) -> str | None:
        """Return the gender of the pronoun that goes on with a description: "the journalist's bag and her phone"."""
        if mention.form is not Form.DESCRIPTION or mention.plural:
            return None
        for token in self.doc[mention.end : self.doc[mention.head].sent.end]:
            index = self.clusters.at(token.i)
            after = self.clusters.mentions[index] if index is not None else None
            if after is not None and (after.kind in PERSONS or after.form is Form.PRONOUN):
                return after.gender if after.form is Form.PRONOUN and after.gender in ("m", "f") else None
        return None

    def _reach(self, mention: Mention) -> int:
        """Return how far a mention looks back: "the newspaper" is the one paper of the report, far away too."""
        return REACH_OF_OUTLETS if mention.form is Form.DESCRIPTION and mention.kind is Kind.OUTLET else REACH

    def _told_of(self, i: int, j: int, mention: Mention) -> float:
        """Return how much the report has told of somebody so far: it goes on about whom it is about.

        What has been mentioned often is the more accessible (Ariel 1990), and news has one main character.
        """
        if mention.form is not Form.PRONOUN or mention.gender == "n":
            return 0.0
        return ABOUT * log2(sum(k < i for k in self.clusters.indices(j)))

    def _stands_for_thing(self, j: int, mention: Mention) -> bool:
        """Whether *it* is rather the rooms or thing told of in between: "returned to their home to find it ransacked"."""
        sentence = self.doc[mention.head].sent
        between = self.doc[max(sentence.start, self.clusters.mentions[j].end) : mention.start]
        return any(
            t.pos_ == "NOUN" and (known := thing(noun_lemma(t))) is not None and known[0] in ("premises", "thing")
            and self.clusters.at(t.i) is None for t in between
        )  # fmt: skip

    def _beside_in_sentence(self, j: int, other: Mention) -> Iterator[Mention]:
        """Yield a mention and what else its sentence calls the same: "a man named X"."""
        place = self.sentence[other.head]
        yield from (m for m in self.clusters.members(j) if self.sentence[m.head] == place)

    def _is_called(self, j: int, mention: Mention) -> bool:
        """Whether an outlet was called by the noun of a description: "the Arna website … the website"."""
        noun = noun_lemma(self.doc[mention.head])
        if noun in ANY_OUTLET:
            return False  # any medium is an outlet, whatever it was called
        for other in self.clusters.members(j):
            after = self.doc[other.end] if other.end < len(self.doc) else None
            beside = after is not None and other.form is Form.NAME and noun_lemma(after) == noun
            if beside or noun_lemma(self.doc[other.head]) == noun:
                return True
        return False

    def _acts_on(self, mention: Mention) -> frozenset[EventType]:
        """Return the types of acts that befall a pronoun, or whose it is: "his detention", "he was beaten"."""
        word = self.doc[mention.head]
        up = self.syntax.governor(word) if mention.form is Form.PRONOUN else None
        if up is not None and up.relation is R.POSSESSOR and not acts_of(up.token):
            up = self.syntax.governor(up.token)  # "its editor was arrested"
        of_noun = up is not None and up.relation is R.POSSESSOR and up.token.pos_ == "NOUN"
        dies = up is not None and up.relation is R.SUBJECT and up.token.lemma_ in DYING
        return acts_of(up.token) if up is not None and (of_noun or dies or up.relation in SUFFERING) else frozenset()

    def _acts_taken_up(self, mention: Mention) -> frozenset[EventType]:
        """Return the types of acts that a description's participle takes up: "the *murdered* man"."""
        if mention.form is not Form.DESCRIPTION or not mention.definite:
            return frozenset()
        adjectives = self.syntax.dependents(self.doc[mention.head], R.ADJECTIVE)
        return frozenset(act for d in adjectives for act in acts_of(d.token))

    def _suffered_before(self, other: Mention, acts: frozenset[EventType]) -> bool:
        """Whether somebody is told to have suffered something, who then is likelier the one who suffers more.

        Whom a blow befell is not who is tried for it: "Keita beat a guard. He was charged".
        """
        before = self.discourse.befell(other) if acts else frozenset()
        return bool(before) and not (before <= VIOLENT and acts & LEGAL)

    def _is_dead_or_in_office(self, j: int, mention: Mention) -> bool:
        """Whether a mention is of somebody killed, or of one in office who has suffered nothing so far.

        "Pearl's murder took place after Sheikh was freed. *He* was serving a term" is of Sheikh.
        """
        if EventType.KILLING in self.discourse.befell(self.clusters.mentions[j]):
            return True
        before = (m for m in self.clusters.members(j) if m.head < mention.head)
        return self.clusters.kind(j) is Kind.OFFICIAL and not any(map(self.discourse.befell, before))

    def _undergoes(self, mention: Mention, sayer: Token | None = None) -> bool:
        """Whether an act befalls somebody, in what `sayer` says where that is given.

        In "Keita said police took Vik away and beat him" *him* is likelier Vik than Keita.
        """
        up = self.syntax.governor(self.doc[mention.head])
        acted = up is not None and up.relation in SUFFERING and bool(acts_of(up.token))
        return acted and (sayer is None or self.utterers.sayer_of(self.doc[mention.head]) == sayer)

    def _is_said_of_subject(self, mention: Mention) -> bool:
        """Whether a description says what the subject is: "As a journalist, he …" is no other person than he."""
        up = self.syntax.governor(self.doc[mention.head])
        return mention.form is Form.DESCRIPTION and up is not None and up.preposition == "as"

    def _signs(self, mention: Mention) -> bool:
        """Whether a name is that of who wrote or filed the report: "By: Lea Norden" in a line of its own, "Osh (ABC) –"."""
        if self._filed is not None and self._filed.start <= mention.span.start < self._filed.end:
            return True
        start = mention.start - 1
        start -= start > 0 and self.doc[start].text == ":"
        after = self.doc[mention.end] if mention.end < len(self.doc) else None
        opens = start >= 0 and (start == 0 or "\n" in self.doc[start - 1].text_with_ws)
        if opens and self.doc[start].text.isdigit() and after is not None:
            return after.lower_ == "for"  # "2022 John Norden for the Osh Times", beneath a picture
        alone = opens and self.doc[start].text in ("By", "BY")
        return alone and (after is None or "\n" in after.text or after.text == ",")

    def _ahead(self, i: int, mention: Mention) -> int | None:
        """Return the subject that follows a pronoun in a fronted phrase: "During his arrest, Keita …"."""
        for j in range(i + 1, len(self.clusters.mentions)):
            other = self.clusters.mentions[j]
            if self.sentence[other.head] != self.sentence[mention.head]:
                return None
            up = self.syntax.governor(self.doc[other.head])
            if up is not None and up.relation in (R.SUBJECT, R.PASSIVE_SUBJECT) and self.fitting.fits(j, mention):
                return j if other.form is Form.NAME else None
        return None
