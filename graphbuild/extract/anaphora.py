"""Links pronouns and definite descriptions to what they stand for.

"Dana Serikova was freed. She thanked her lawyer; the reporter …": each joins the cluster of the nearest person before it
that fits, subjects before the rest (centering: Grosz, Joshi and Weinstein 1995). Plurals are in `plurals.py`. These are
the least sure passes of the sieve and come last.
"""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from graphbuild.extract.binding import Binding
from graphbuild.extract.clusters import SECTORS, Clusters
from graphbuild.extract.discourse import Discourse, acts_of
from graphbuild.extract.familiar import Familiar
from graphbuild.extract.genders import gender_of
from graphbuild.extract.kinds import BODIES, LAWYERS, PEOPLE, PERSONS, is_doer, part_word, thing
from graphbuild.extract.lemmas import noun_lemma, readings
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.plurals import Plurals
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.extract.utterers import Utterers
from graphbuild.lexicons.gazetteer import country_of
from graphbuild.lexicons.words import OrganizationWord, SpeechVerb, load_words
from graphbuild.model import EventType, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

R = Relation

CLEAR, CONTESTED, PLURAL, DESCRIBED = 0.9, 0.75, 0.9, 0.9
"""How sure a link is: of a pronoun whom nobody else comes near, of one with a close rival, of a plural, and of a definite
description to a name. Of some 400 pronouns for victims in news every third with a close rival was linked wrongly, every
seventh without."""
ABOUT = 2.0
"""How much likelier somebody is meant who has been told of twice as often."""
CLOSE = 10.0
"""How little less likely than the likeliest a rival is, by score."""
REACH = 3
"""Sentences that a pronoun or a definite description looks back over."""
REACH_OF_OUTLETS = 8
"""Sentences that "the newspaper" looks back over: it is the one paper of the report, far away too."""
VIOLENT = frozenset({EventType.KILLING, EventType.ASSAULT, EventType.ABDUCTION})
"""Acts that nobody has done who reports them."""
OWN = frozenset({"his", "her", "my"})
CHILDREN = frozenset({"boy", "girl", "child", "baby", "toddler", "infant", "schoolboy", "schoolgirl"})
"""Nouns for the young, by which no grown-up told of before is meant."""
ALIKE = 25.0
"""How much likelier "the site" is an outlet called a site, sentences away, than another outlet near by."""
BEFALLEN = 5.0
"""How much likelier "his detention" is of who is told to have suffered an act than of another in the sentence."""
FORMAL = frozenset(
    "council committee commission institute university federation foundation ministry bureau court parliament board".split()
)
"""Nouns that stand in the names of the bodies that they are said of."""
SUFFERING = (R.PASSIVE_SUBJECT, R.OBJECT)
ORDEALS = frozenset({"case", "death", "disappearance", "plight", "ordeal"})
"""Nouns for what happened to whose they are, besides those for acts."""


class Anaphora:
    """Resolves what refers back, in one parse whose names are clustered."""

    def __init__(self, doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
        self.doc, self.syntax, self.clusters = doc, syntax, clusters
        self.discourse = Discourse(doc, syntax)
        self.sentence = self.discourse.sentence
        self.plurals, self.familiar = Plurals(self.discourse, clusters), Familiar(self.discourse, clusters)
        self.utterers, self.binding = Utterers(doc, syntax, clusters), Binding(self.discourse, clusters)

    def resolve(self) -> None:
        """Link mentions in text order, so that each finds what those before it were linked to."""
        self.plurals.name_lists()
        for i, mention in enumerate(self.clusters.mentions):
            if mention.form is Form.PRONOUN:
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
                found, sure = self._antecedent(i, mention)
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
        return index if index is not None and self._fits(index, mention) else None

    def _goes_on(self, i: int, mention: Mention) -> int | None:
        """Return who goes on speaking: "…, Keita said. '…', he added"."""
        found = self.utterers.going_on(mention)
        if found is None or found >= i or not self._fits(found, mention):
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
        if found is None or found >= i or not (client or self._fits(found, mention)):
            return None
        return found if self.clusters.root(found) != self.clusters.root(i) else None

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
            own, gender = self.binding.inside(i, mention), self._gender_after(mention)
            for known in (self.familiar.same_position, self.familiar.only_journalist):
                other = known(i, mention) if found is None else None
                fits = other is not None and self.clusters.root(other) not in own and self._may_be(other, gender)
                found = other if fits else found
            found = self.familiar.same_noun(i, mention) if found is None else found
            found = self._spoken_for(i, mention) if found is None and mention.form is Form.DESCRIPTION else found
            found = self._antecedent(i, mention)[0] if found is None else found
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
        """Whether a clause says who is meant, and so nobody told of before: "the person who ordered the kidnapping"."""
        noun = self.doc[mention.head]
        bare = noun_lemma(noun) in ("person", "man", "woman", "individual", "one") and not mention.plural
        clauses = self.syntax.dependents(noun, R.RELATIVE)
        edges = (d.token.left_edge for d in clauses)
        return bare and any(edge.i == noun.i + 1 and edge.text != "," for edge in edges)

    def _is_somebodys_own(self, mention: Mention) -> bool:
        """Whether a body is a person's, and so none that was named without him: "his blog", "his company"."""
        body = mention.kind in (Kind.OUTLET, Kind.ORGANIZATION)
        return body and mention.start > 0 and self.doc[mention.start - 1].lower_ in OWN

    def _gender_after(self, mention: Mention) -> str | None:
        """Return the gender of the pronoun that goes on with a description: "the journalist's bag and her phone"."""
        if mention.form is not Form.DESCRIPTION or mention.plural:
            return None
        for token in self.doc[mention.end : self.doc[mention.head].sent.end]:
            index = self.clusters.at(token.i)
            after = self.clusters.mentions[index] if index is not None else None
            if after is not None and (after.kind in PERSONS or after.form is Form.PRONOUN):
                return after.gender if after.form is Form.PRONOUN and after.gender in ("m", "f") else None
        return None

    def _may_be(self, j: int, gender: str | None) -> bool:
        """Whether somebody may be of a gender."""
        return gender is None or gender_of(self.clusters.members(j)) in (None, gender)

    def _antecedent(self, i: int, mention: Mention) -> tuple[int | None, float]:
        """Return the likeliest of those before a mention that it may be, and how sure that is."""
        here, scores = self.sentence[mention.head], dict[int, tuple[float, int]]()
        journalists = self.familiar.journalists_before(i) if mention.kind is Kind.JOURNALIST else {}
        others, gender_after = self.binding.others(i, mention), self._gender_after(mention)
        sayer = self.utterers.sayer_of(self.doc[mention.head]) if self._undergoes(mention) else None
        suffers, named_anew = self._suffers(mention), mention.form is Form.DESCRIPTION and mention.kind is Kind.OUTLET
        if mention.form is Form.PRONOUN:
            others |= self.utterers.around(mention)
        for j in range(i):
            other = self.clusters.mentions[j]
            away = here - self.sentence[other.head]
            if (
                away > self._reach(mention)
                or other.head >= mention.head
                or not self._fits(j, mention)
                or any(self.discourse.clash(m, mention) for m in self._beside_in_sentence(j, other))
                or self.clusters.root(j) in others
                or (mention.form is Form.DESCRIPTION and self.familiar.is_another(j, mention))
                or self._is_said_of_subject(other)
                or self._signs(other)
                or not self._may_be(j, gender_after)
                or (journalists and self.clusters.root(j) not in journalists)
            ):
                continue
            known = mention.gender in ("m", "f") and gender_of(self.clusters.members(j)) == mention.gender
            score = (
                (2.0 if known else 0.0)
                + self._told_of(i, j, mention)
                + (BEFALLEN if suffers and self.discourse.befell(other) else 0.0)
                + (BEFALLEN if sayer is not None and self._undergoes(other, sayer) else 0.0)
                + 10.0 * (self._reach(mention) - away)
                + self.discourse.salience(self.doc[other.head])
                + (ALIKE if named_anew and self._is_called(j, mention) else 0.0)
                + j / len(self.clusters.mentions)
            )
            root = self.clusters.root(j)
            scores[root] = max((score, j), scores.get(root, (score, j)))
        if not scores:
            return (self._ahead(i, mention) if mention.form is Form.PRONOUN else None), CLEAR
        ranked = sorted(scores.values(), reverse=True)
        best_score, best = ranked[0]
        if mention.gender == "n" and self._stands_for_thing(best, mention):
            return None, CLEAR
        return best, CONTESTED if any(best_score - score < CLOSE for score, _ in ranked[1:]) else CLEAR

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
        for other in self.clusters.members(j):
            after = self.doc[other.end] if other.end < len(self.doc) else None
            beside = after is not None and other.form is Form.NAME and noun_lemma(after) == noun
            if beside or noun_lemma(self.doc[other.head]) == noun:
                return True
        return False

    def _suffers(self, mention: Mention) -> bool:
        """Whether a pronoun is whom an event noun befell: "his detention", where somebody's arrest was told before."""
        up = self.syntax.governor(self.doc[mention.head])
        owner = mention.form is Form.PRONOUN and up is not None and up.relation is R.POSSESSOR
        return owner and up is not None and up.token.pos_ == "NOUN" and bool(acts_of(up.token))

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
        """Whether a name is that of who wrote the report, in a line of its own: "By: Lea Norden"."""
        start = mention.start - 1
        start -= start > 0 and self.doc[start].text == ":"
        after = self.doc[mention.end] if mention.end < len(self.doc) else None
        opens = start >= 0 and (start == 0 or "\n" in self.doc[start - 1].text_with_ws)
        if opens and self.doc[start].text.isdigit() and after is not None:
            return after.lower_ == "for"  # "2022 John Norden for the Osh Times", beneath a picture
        alone = opens and self.doc[start].text in ("By", "BY")
        return alone and (after is None or "\n" in after.text or after.text == ",")

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
        if owner is not None and self._fits(owner, mention):
            return owner
        index = self.clusters.at(mention.start - 2) if self.doc[mention.start - 1].lower_ == "and" else None
        return index if index is not None and self._fits(index, mention) else None

    def _owner_alike(self, noun: Token, *, body: bool) -> int | None:
        """Return whose the first of two coordinated nouns is: of a body its staff, of a person what befell him."""
        up = self.syntax.governor(noun)
        if up is None or up.relation is not R.CONJUNCT:
            return None
        if not body and not (acts_of(up.token) or up.token.lemma_ in ORDEALS):
            return None
        owner = self.syntax.first(up.token, R.POSSESSOR)
        return self.clusters.at(owner.i) if owner is not None else None

    def _reach(self, mention: Mention) -> int:
        """Return how far a mention looks back: "the newspaper" is the one paper of the report, far away too."""
        return REACH_OF_OUTLETS if mention.form is Form.DESCRIPTION and mention.kind is Kind.OUTLET else REACH

    def _ahead(self, i: int, mention: Mention) -> int | None:
        """Return the subject that follows a pronoun in a fronted phrase: "During his arrest, Keita …"."""
        for j in range(i + 1, len(self.clusters.mentions)):
            other = self.clusters.mentions[j]
            if self.sentence[other.head] != self.sentence[mention.head]:
                return None
            up = self.syntax.governor(self.doc[other.head])
            if up is not None and up.relation in (R.SUBJECT, R.PASSIVE_SUBJECT) and self._fits(j, mention):
                return j if other.form is Form.NAME else None
        return None

    def _fits(self, j: int, mention: Mention) -> bool:
        other, kind = self.clusters.mentions[j], self.clusters.kind(j)
        if other.plural or kind is None or j in self.clusters.sets:
            return False
        if mention.form is Form.DESCRIPTION:
            return self.clusters.named(j) and self._described_as(kind, mention, j)
        if mention.gender == "n":
            return (kind in BODIES and not other.member) or self._is_country_that_acts(other, mention)
        known = gender_of(self.clusters.members(j))
        return kind in PERSONS and known in (None, mention.gender)

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
        return not named and any(self._speaks(m) for m in members)

    def _speaks(self, mention: Mention) -> bool:
        """Whether somebody is told to say or hear something: "X said", "according to X", "told X"."""
        up = self.syntax.governor(self.doc[mention.head])
        if up is None:
            return False
        verbs = load_words(SpeechVerb)
        party = up.relation in (R.SUBJECT, R.OBJECT, R.RECIPIENT)
        says = party and any(verbs.get((r,)) is not None for r in readings(up.token))
        return says or (up.preposition or "").startswith("according")

    def _has_another_part(self, j: int) -> bool:
        """Whether somebody is in the story as what no journalist is there as: somebody's lawyer or relative."""
        return any(m.relative or m.position in LAWYERS for m in self.clusters.members(j))

    def _is_called_one_of(self, nouns: frozenset[str], j: int) -> bool:
        """Whether the text has called somebody by one of some nouns."""
        return any(
            noun_lemma(self.doc[m.head]) in nouns for m in self.clusters.members(j) if m.form is Form.DESCRIPTION
        )

    def _described_as(self, kind: Kind, mention: Mention, j: int) -> bool:
        if mention.kind is Kind.JOURNALIST:
            return kind is Kind.JOURNALIST or (kind is Kind.PERSON and not self._has_another_part(j))
        if mention.kind in (Kind.OUTLET, Kind.ORGANIZATION):
            other = self._is_other_part(mention, j) or self._is_armed_speaker(mention, j)
            return kind is mention.kind and not (kind is Kind.ORGANIZATION and other)
        noun = noun_lemma(self.doc[mention.head])
        if is_doer(noun) or (noun in CHILDREN and not self._is_called_one_of(CHILDREN, j)):
            return False
        return mention.kind is Kind.PERSON and mention.position is None and kind in PERSONS
