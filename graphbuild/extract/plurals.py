"""Links plurals to several people at once: lists of names, "the two journalists", "they", "their".

"Police detained reporters Dana Serikova and Omar Keita. The two journalists said officers took their phones": *the two
journalists* and *their* stand for two people, which no cluster can, so they get a set (`Clusters.sets`). A plural that
means no people named one by one joins the described group before it that is called alike.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from graphbuild.extract.clusters import Clusters
from graphbuild.extract.discourse import Discourse, acts_of
from graphbuild.extract.familiar import AT, Familiar
from graphbuild.extract.kinds import BODIES, PEOPLE, is_doer, thing
from graphbuild.extract.lemmas import noun_lemma, readings
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.name_lists import count_of_mention, name_lists
from graphbuild.extract.syntax import Relation
from graphbuild.extract.told_before import ToldBefore, tells
from graphbuild.lexicons.frames import load_frames
from graphbuild.model import EventType, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.extract.tokens import Token

R = Relation

ANYBODY = frozenset(
    "man woman person people girl boy individual detainee prisoner inmate captive hostage victim suspect defendant"
    " colleague friend other one employee staffer worker member representative contributor".split()
)
"""Nouns that journalists may be called as well; "the detained protesters" are no reporters named before."""
ACCUSED = frozenset({"defendant", "suspect", "detainee", "prisoner", "inmate", "accused"})
"""Nouns for those before a court, who are not its judges."""
POWERLESS = frozenset(
    "demonstrator protester protestor marcher picketer striker worker student pupil teacher activist supporter opponent"
    " dissident resident villager worshipper fan journalist reporter photographer editor blogger lawyer migrant refugee"
    " civilian passer-by bystander onlooker".split()
)
"""Nouns for people who may strike others but hold nobody."""
STAFF = frozenset({"employee", "staffer", "staff", "worker"})
"""Nouns for those who work somewhere, wherever that is."""
LIKE = frozenset({"same", "young", "two", "three", "four", "five"})
"""Words before a plural noun that leave open who is meant."""
AGAINST_OWNERS = frozenset({EventType.SEIZURE, EventType.DAMAGE, EventType.SEARCH})
"""What nobody does to his own."""
REMAINS = frozenset({"body", "corpse", "remains", "grave", "funeral"})
"""Nouns for what is left of the dead."""
REACH_OF_THEY = 1
"""Sentences that a plural pronoun looks back over: plurals are many, and a wrong one turns victims into agents."""
REACH_OF_SETS = 8
"""Sentences that "the journalists" looks back over for a list of names."""
REACH_OF_GROUPS = 4
"""Sentences that "the detainees" looks back over."""
STRAIN = 6.0
"""How much less likely "them" is the officers than those whom officers have before them."""


def _is_of_doers(verb: Token) -> bool:
    """Whether the subject of an active verb did what it may report, and did not suffer it ("received threats")."""
    units = load_frames().units("verb", readings(verb))
    return any("agent" in u.perpetrator for u in units) and not any("agent" in u.target for u in units)


class Plurals:
    """Resolves plurals in one parse whose names are clustered."""

    def __init__(self, discourse: Discourse, clusters: Clusters, familiar: Familiar) -> None:
        self.discourse, self.clusters, self.familiar = discourse, clusters, familiar
        self.doc, self.syntax, self.sentence = discourse.doc, discourse.syntax, discourse.sentence
        self.told = ToldBefore(discourse, clusters)
        self.lists: list[tuple[int, ...]] = []

    def name_lists(self) -> None:
        """Settle who the lists of names are, and let the descriptions beside them stand for them."""
        self.lists = name_lists(self.discourse, self.clusters)

    def link(self, i: int, mention: Mention) -> None:
        """Link a plural pronoun or definite description to whom it stands for."""
        together = self._whose_own(mention)
        if len(together) > 1:
            self.clusters.spread(i, together)
            return
        after = self.doc[mention.end : mention.end + 2]
        if len(after) == 2 and after[0].lower_ == "of" and after[1].lower_ in ("whom", "which"):
            return  # "both of whom" are the relative clause's
        if mention.form is Form.PRONOUN and (self._after_those(mention) or self._are_things(mention)):
            return
        counted = count_of_mention(self.doc, mention) is not None
        if not counted and self._is_of_speakers(mention):
            return
        if mention.form is Form.DESCRIPTION and i in self.clusters.sets:
            self._counted_before(i, self.clusters.sets[i])
            return
        if mention.form is Form.DESCRIPTION and not counted and mention.kind is not Kind.JOURNALIST:
            self._several(i, mention, REACH_OF_GROUPS)
        else:
            self._several(i, mention, REACH_OF_SETS if counted or mention.kind is Kind.JOURNALIST else REACH_OF_THEY)

    def _after_those(self, mention: Mention) -> bool:
        """Whether a pronoun takes up some whom nobody names: "she was among *those* in court when police beat *them*"."""
        sentence = self.doc[mention.head].sent
        return any(
            a.lower_ == "among" and b.lower_ == "those" for a, b in pairwise(self.doc[sentence.start : mention.head])
        )

    def _are_things(self, mention: Mention) -> bool:
        """Whether what is done to *them* goes on from what was done to things: "took her phones and smashed *them*"."""
        up = self.syntax.governor(self.doc[mention.head])
        if up is None or up.relation is not R.OBJECT:
            return False
        above = self.syntax.governor(up.token)
        if above is None or above.relation is not R.CONJUNCT:
            return False
        before = [v for v in self.syntax.conjuncts(above.token) if v.i < up.token.i]
        phrases = [d for v in before for d in self.syntax.dependents(v, R.OBJECT, R.OBLIQUE)]
        named = (self.clusters.at(t.i) for d in phrases for t in d.token.subtree if t.i < up.token.i)
        if any(k is not None and self.clusters.mentions[k].plural for k in named):
            return False
        known = [thing(noun_lemma(d.token)) for d in phrases if d.relation is R.OBJECT]
        return any(each is not None and each[0] == "thing" for each in known)

    def _counted_before(self, i: int, people: tuple[int, ...]) -> None:
        """Let those counted before be the people whom a description names: "held three … The held reporters – X, Y, Z"."""
        here = self.sentence[self.clusters.mentions[i].head]
        for j in range(i - 1, -1, -1):
            other = self.clusters.mentions[j]
            near = here - self.sentence[other.head] <= REACH_OF_SETS
            counted = other.form is Form.DESCRIPTION and count_of_mention(self.doc, other) == len(people)
            alike = self.clusters.kind(j) is self.clusters.mentions[i].kind
            if near and counted and alike and j not in self.clusters.sets:
                for k in self.clusters.indices(j):
                    self.clusters.spread(k, people)
                return

    def _is_of_speakers(self, mention: Mention) -> bool:
        """Whether people are the speakers' own, all of them and not those just named: "our journalists"."""
        owners = self.syntax.dependents(self.doc[mention.head], R.POSSESSOR)
        return mention.form is Form.DESCRIPTION and any(d.token.lower_ in ("our", "my") for d in owners)

    def _several(self, i: int, mention: Mention, reach: int) -> None:
        """Link a plural to the nearest list of names, set or described group before it that fits."""
        here, number = self.sentence[mention.head], count_of_mention(self.doc, mention)
        everybody, doers = self.told.befallen(i, mention, number), self._doers(mention)
        everybody = everybody or self.told.sufferers(i, mention, number)
        if not everybody and mention.kind is Kind.JOURNALIST:
            everybody = self.told.journalists(i, here, number, self.lists)
            everybody = () if any(self.clusters.root(k) in doers for k in everybody) else everybody
            everybody = self._at_its_body(everybody, mention)
        if everybody:
            self.clusters.spread(i, everybody)
            return
        options = [*self._sets_before(i, here, reach, mention, number)]
        options += [(j, (j,)) for j in self._groups_before(i, here, reach, mention, number)]
        options = [(j, each) for j, each in options if not any(set(each) < set(wider) for _, wider in options)]
        options = self._possible(options, mention, doers)
        options = [(j, each) for j, each in options if len(each) < 2 or each == self._at_its_body(each, mention)]
        if mention.form is Form.PRONOUN:
            options = [(j, each) for j, each in options if not self._is_beside_strangers(i, j)]
        if not options:
            everybody = self.told.people(i, here, number)
            if everybody:
                self.clusters.spread(i, everybody)
            return
        scores = [max(self._score(k, here) for k in (j, each[0])) - self._strain(each, mention) for j, each in options]
        found = options[scores.index(max(scores))][1]
        if mention.kind is Kind.JOURNALIST and {self.clusters.kind(j) for j in found} == {Kind.PERSON}:
            for j in found:
                self.clusters.settle(j, Kind.JOURNALIST)
        if len(found) > 1:
            self.clusters.spread(i, found)
        else:
            self.clusters.join(found[0], i, "plural")

    def _at_its_body(self, people: tuple[int, ...], mention: Mention) -> tuple[int, ...]:
        """Return those of some people who are at the body whose journalists a plural speaks of: "the Arna crew".

        Those listed with one of them are there too unless the text says where else; all of them where it has said of none,
        and names no other outlet beside them.
        """
        staff = noun_lemma(self.doc[mention.head]) in STAFF
        if not people or not (staff or mention.kind is Kind.JOURNALIST):
            return people
        body = {self.clusters.root(k) for k in self._named_beside(mention)} or self._staffed_by(mention)
        if not body:
            return people
        employers = {j: self.familiar.employers(j) for j in people}
        if not any(employers.values()):
            near = self._outlets_beside(people[-1])
            return people if near & body or not (near or staff) else ()
        found = {j for j, own in employers.items() if own & body}
        listed = [set(each) for each in self.lists if not found.isdisjoint(each)]
        found |= {j for j, own in employers.items() if not own and any(j in each for each in listed)}
        return tuple(j for j in people if j in found) if len(found) > 1 else ()

    def _outlets_beside(self, j: int) -> set[int]:
        """Return the outlets named in the sentence of a mention."""
        here = self.sentence[self.clusters.mentions[j].head]
        return {self.clusters.root(k) for k, m in self._outlets() if self.sentence[m.head] == here}

    def _outlets(self) -> Iterator[tuple[int, Mention]]:
        """Yield the names of outlets in text order."""
        for k, mention in enumerate(self.clusters.mentions):
            if mention.form is Form.NAME and self.clusters.kind(k) is Kind.OUTLET:
                yield k, mention

    def _staffed_by(self, mention: Mention) -> set[int]:
        """Return the outlet last named in the sentence before "the employees", also "the employees *of the channel*"."""
        after = [d.token for d in self.syntax.dependents(self.doc[mention.head], R.OBLIQUE) if d.preposition in AT]
        outlet = any((k := self.clusters.at(t.i)) is not None and self.clusters.kind(k) is Kind.OUTLET for t in after)
        if noun_lemma(self.doc[mention.head]) not in STAFF or (after and not outlet):
            return set()
        here = self.sentence[mention.head]
        before = [(k, m) for k, m in self._outlets() if m.end <= mention.start]
        return {self.clusters.root(k) for k, m in before[-1:] if outlet or self.sentence[m.head] == here}

    def _is_beside_strangers(self, i: int, j: int) -> bool:
        """Whether the sentence before is about some whom nothing tells, beside whom it names others.

        "*They* were held while they interviewed people. Upon *their* release": the subject goes on, whoever it is.
        """
        here = self.sentence[self.clusters.mentions[i].head]
        if self.sentence[self.clusters.mentions[j].head] != here - 1:
            return False
        return any(
            m.form is Form.PRONOUN and m.plural and self.sentence[m.head] == here - 1 and self._is_main_subject(m)
            and k not in self.clusters.sets and len(self.clusters.indices(k)) == 1
            for k, m in enumerate(self.clusters.mentions[:j])
        )  # fmt: skip

    def _possible(
        self, options: list[tuple[int, tuple[int, ...]]], mention: Mention, doers: set[int]
    ) -> list[tuple[int, tuple[int, ...]]]:
        """Return those whom a plural may mean for what it does or suffers; `doers` are who does it."""
        own = self.clusters.mentions
        if self._does(mention):
            options = [(j, each) for j, each in options if not self.discourse.befell(own[j])]
        if self._arrests(mention):
            options = [(j, each) for j, each in options if not self._has_no_power(j)]
        options = [(j, each) for j, each in options if not self._is_of_sufferer(own[j], mention)]
        if self.told.suffers(mention):
            # who kidnapped two reporters are not who was then freed
            options = [(j, each) for j, each in options if not self._acts(own[each[-1]])]
        apart = doers | self._owners(mention)
        return [(j, each) for j, each in options if apart.isdisjoint(self.clusters.root(k) for k in each)]

    def _whose_own(self, mention: Mention) -> tuple[int, ...]:
        """Return the coordinated subject of *have* whose own a thing is: "he and two others had their homes searched"."""
        up = self.syntax.governor(self.doc[mention.head])
        if mention.form is not Form.PRONOUN or up is None or up.relation is not R.POSSESSOR:
            return ()
        verb = next((t for t in up.token.ancestors if t.pos_ in ("VERB", "AUX")), None)
        if verb is not None and verb.tag_ == "VBN" and verb.head.lemma_ == "have" and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head
        if verb is None or verb.lemma_ not in ("have", "lose", "get"):
            return ()
        subject = self.discourse.subject(verb)
        found = (self.clusters.at(t.i) for t in self.syntax.conjuncts(subject)) if subject is not None else ()
        return tuple(j for j in found if j is not None and self.clusters.kind(j) in PEOPLE)

    def _doers(self, mention: Mention) -> set[int]:
        """Return who the subject of a mention's clause is, who is somebody else.

        "The journalists waited for the employees" of others; "the officers took *their* cameras" from others.
        """
        up = self.syntax.governor(self.doc[mention.head])
        if mention.form is Form.PRONOUN and up is not None and up.relation is R.POSSESSOR:
            known = thing(noun_lemma(up.token))
            up = self.syntax.governor(up.token) if known is not None and known[0] in ("thing", "premises") else None
            up = up if up is not None and acts_of(up.token) & AGAINST_OWNERS else None
        elif mention.form is not Form.DESCRIPTION:
            return set()
        if up is None or up.relation not in (R.OBJECT, R.OBLIQUE):
            return set()
        subject = self.discourse.subject(up.token)
        index = self.clusters.at(subject.i) if subject is not None else None
        return {self.clusters.root(k) for k in self.clusters.expand(index)} if index is not None else set()

    def _owners(self, mention: Mention) -> set[int]:
        """Return whose people a description names, who are others than those people: "*their* friends"."""
        owners = self.syntax.dependents(self.doc[mention.head], R.POSSESSOR)
        found = (self.clusters.at(d.token.i) for d in owners if mention.form is Form.DESCRIPTION)
        return {self.clusters.root(k) for j in found if j is not None for k in self.clusters.expand(j)}

    def _does(self, mention: Mention) -> bool:
        """Whether "they" do what victims suffer: who was just jailed is not who then "locked up journalists"."""
        return mention.form is Form.PRONOUN and self._acts(mention)

    def _arrests(self, mention: Mention) -> bool:
        """Whether "they" hold others, by the verb or one joined to it: "They fired into the air and arrested two"."""
        up = self.syntax.governor(self.doc[mention.head])
        if mention.form is not Form.PRONOUN or up is None or up.relation is not R.SUBJECT:
            return False
        return any(
            EventType.DETENTION in acts_of(verb) for verb in self.syntax.conjuncts(up.token) if _is_of_doers(verb)
        )

    def _has_no_power(self, j: int) -> bool:
        """Whether people are called by what they do who arrest nobody: demonstrators, students, reporters."""
        return self.clusters.kind(j) in PEOPLE and noun_lemma(self.doc[self.clusters.mentions[j].head]) in POWERLESS

    def _acts(self, mention: Mention) -> bool:
        """Whether a mention is the subject of a verb that tells an act of its own, or the subject is some of them."""
        up = self.syntax.governor(self.doc[mention.head])
        if up is not None and up.preposition == "of" and up.token.pos_ in ("NUM", "PRON", "DET"):
            up = self.syntax.governor(up.token)  # "one *of them* took her phone"
        return up is not None and up.relation is R.SUBJECT and _is_of_doers(up.token)

    def _acts_itself(self, mention: Mention) -> bool:
        """Whether somebody does an act to others, as subject or in a by-phrase."""
        up = self.syntax.governor(self.doc[mention.head])
        by = up is not None and up.relation is R.OBLIQUE and up.preposition == "by"
        return up is not None and (by or self._acts(mention)) and bool(acts_of(up.token))

    def _is_of_sufferer(self, group: Mention, mention: Mention) -> bool:
        """Whether a group is his whom "they" act against: who hid "her sources" was not hit by them."""
        owner = self.syntax.first(self.doc[group.head], R.POSSESSOR)
        up = self.syntax.governor(self.doc[mention.head])
        mine = self.clusters.at(owner.i) if owner is not None else None
        if mine is None or up is None or up.relation is not R.SUBJECT:
            return False
        hit = [d.token for d in self.syntax.dependents(up.token, R.OBJECT, R.RECIPIENT)]
        hit += [d.token for t in hit for d in self.syntax.dependents(t, R.POSSESSOR)]  # "denied *her* entry"
        found = (k for t in hit if (k := self.clusters.at(t.i)) is not None)
        return any(self.clusters.root(k) == self.clusters.root(mine) or self._one_pronoun(k, mine) for k in found)

    def _one_pronoun(self, i: int, j: int) -> bool:
        """Whether two mentions are pronouns of one gender, *her* and *her*."""
        one, other = self.clusters.mentions[i], self.clusters.mentions[j]
        return one.form is other.form is Form.PRONOUN and one.gender == other.gender

    def _with_company(self, i: int, here: int, reach: int) -> Iterator[tuple[int, ...]]:
        """Yield a named person and who of his is joined to him without a name: "Keita and his driver"."""
        for j in range(i):
            mention = self.clusters.mentions[j]
            if mention.form is not Form.NAME or here - self.sentence[mention.head] > reach:
                continue
            beside = self.syntax.conjuncts(self.doc[mention.head])
            found = tuple(k for t in beside if (k := self.clusters.at(t.i)) is not None and k < i)
            own = any(
                self.clusters.mentions[k].form is Form.DESCRIPTION
                and self.syntax.first(self.doc[self.clusters.mentions[k].head], R.POSSESSOR) is not None
                for k in found
            )
            if len(found) == len(beside) > 1 and own and all(self.clusters.kind(k) in PEOPLE for k in found):
                yield found

    def _strain(self, found: tuple[int, ...], mention: Mention) -> float:
        """Return how unlikely "them" and "their" are the officers and not those whom officers have before them.

        "Their bodies" are not of those who seized somebody the sentence before.
        """
        up = self.syntax.governor(self.doc[mention.head])
        if up is not None and up.relation is R.POSSESSOR and up.token.lemma_ in REMAINS:
            return STRAIN if self._acts_itself(self.clusters.mentions[found[0]]) else 0.0
        acts = up is not None and up.relation is R.SUBJECT
        return 0.0 if acts or self.clusters.kind(found[0]) is not Kind.AGENCY else STRAIN

    def _score(self, j: int, here: int) -> float:
        other = self.clusters.mentions[j]
        return -10.0 * (here - self.sentence[other.head]) + self.discourse.salience(self.doc[other.head]) + j / 10_000

    def _sets_before(
        self, i: int, here: int, reach: int, mention: Mention, number: int | None
    ) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield those who were listed or taken up together before, with where that was last."""
        known = [(each[-1], each) for each in self.lists] + [(j, each) for j, each in self.clusters.sets.items()]
        if mention.form is Form.PRONOUN:
            known += [(each[-1], each) for each in self._with_company(i, here, reach)]
        for last, found in known:
            away = here - self.sentence[self.clusters.mentions[last].head]
            fits = last < i and 0 <= away <= reach and number in (None, len(found)) and self._alike(found, mention)
            if fits and not self._is_of_some(last):
                yield last, found

    def _is_of_some(self, index: int) -> bool:
        """Whether people are those of whom a phrase singles out some: "some of | these journalists"."""
        inner = self.clusters.mentions[index]
        return any(
            m.start < inner.start and inner.end <= m.end and m.plural and m.form is Form.DESCRIPTION
            for m in self.clusters.mentions[max(0, index - 2) : index]
        )

    def _alike(self, found: tuple[int, ...], mention: Mention) -> bool:
        """Whether people of a list may be called so: "the journalists" are journalists, or people of no other office."""
        kinds = {self.clusters.kind(j) for j in found}
        if Kind.OFFICIAL in kinds and noun_lemma(self.doc[mention.head]) in ACCUSED:
            return False
        if mention.kind is not Kind.JOURNALIST:
            neutral = Kind.JOURNALIST not in kinds or noun_lemma(self.doc[mention.head]) in ANYBODY
            return mention.form is Form.PRONOUN or (neutral and self._calls_back(mention))
        if self.told.sets_apart(mention):
            return False
        told = all(self._is_unknown(j) for j in found) if kinds == {Kind.PERSON} and mention.definite else False
        return told or (Kind.JOURNALIST in kinds and kinds <= {Kind.JOURNALIST, Kind.PERSON})

    def _is_unknown(self, j: int) -> bool:
        """Whether all that a text has told of somebody is his name and what befell him."""
        own = self.clusters.members(j)
        return all(m.form is not Form.DESCRIPTION and not m.position for m in own) and bool(
            self.discourse.befell(self.clusters.mentions[j])
        )

    def _calls_back(self, mention: Mention) -> bool:
        """Whether a plural may take up people named before: what its adjectives tell is that of which the text told.

        "The two men" and "the detained activists" may, "the plain-clothed persons" and "the gunmen" are others.
        """
        words = [d.token for d in self.syntax.dependents(self.doc[mention.head], R.ADJECTIVE, R.COMPOUND)]
        return not is_doer(noun_lemma(self.doc[mention.head])) and all(acts_of(t) or t.lower_ in LIKE for t in words)

    def _groups_before(self, i: int, here: int, reach: int, mention: Mention, number: int | None) -> Iterator[int]:
        for j in range(i):
            other = self.clusters.mentions[j]
            away = here - self.sentence[other.head]
            crowd = other.kind is Kind.GROUP and mention.form is Form.DESCRIPTION  # "a mob … the attackers"
            if not (other.plural or crowd) or not 0 <= away <= reach or j in self.clusters.sets:
                continue
            goes_on = (away == 1 and self._goes_on_from(j, mention)) or (away == 0 and self._is_below(mention, j))
            if other.form is Form.PRONOUN and not goes_on:
                continue
            up = self.syntax.governor(self.doc[other.head])
            if up is not None and up.preposition in ("than", "unlike"):
                continue  # those with whom others are compared
            if (
                other.head >= mention.head
                or self.discourse.clash(other, mention)
                or number not in (None, count_of_mention(self.doc, other))
            ):
                continue
            kind = self.clusters.kind(j)
            if mention.form is Form.PRONOUN:
                fits = kind in PEOPLE | {Kind.AGENCY}
            else:
                # "the attackers" are no protesters: groups are one only where they are called alike
                alike = kind is Kind.JOURNALIST or self._same_noun(other, mention)
                fits = kind is mention.kind and alike and not self.told.sets_apart(mention)
                fits = fits and not self._is_of_another(other, mention)
                fits = fits or (away <= 1 and self._goes_on(other, mention, kind))
            if fits:
                yield j

    def _is_of_another(self, other: Mention, mention: Mention) -> bool:
        """Whether a description says whose journalists they are, which the one before does not: "teams … the Arna team"."""
        owners = [{self.clusters.root(k) for k in self._named_beside(m)} for m in (other, mention)]
        return mention.kind is Kind.JOURNALIST and bool(owners[1]) and owners[0].isdisjoint(owners[1])

    def _named_beside(self, mention: Mention) -> Iterator[int]:
        """Yield the bodies by name that stand before a noun for people or after it, or own it."""
        for d in self.syntax.dependents(self.doc[mention.head], R.COMPOUND, R.POSSESSOR, R.OBLIQUE):
            index = self.clusters.at(d.token.i) if d.relation is not R.OBLIQUE or d.preposition in AT else None
            if index is not None and self.clusters.named(index) and self.clusters.kind(index) in BODIES:
                yield index

    def _goes_on(self, other: Mention, mention: Mention, kind: Kind | None) -> bool:
        """Whether "the attackers" or "the men" who act are those unnamed who acted right before."""
        noun = noun_lemma(self.doc[mention.head])
        strangers = mention.definite and mention.kind is Kind.GROUP and (is_doer(noun) or noun == "man")
        doers = kind is Kind.GROUP or (kind is Kind.AGENCY and other.member)
        up = self.syntax.governor(self.doc[other.head])
        does = up is not None and (up.preposition == "by" or (up.relation is R.SUBJECT and not tells(up.token)))
        return strangers and doers and self._acts(mention) and does

    def _goes_on_from(self, j: int, mention: Mention) -> bool:
        """Whether "they" of a main clause go on from "they" of the one before, who are a described group.

        Subjects that follow one another tend to be one (centering, Grosz et al. 1995); so does *their* before the subject:
        "They were held. Upon *their* release, …".
        """
        group = any(m.plural and m.form is Form.DESCRIPTION for m in self.clusters.members(j))
        up = self.syntax.governor(self.doc[mention.head])
        owner = up is not None and up.relation is R.POSSESSOR and mention.head < self.doc[mention.head].sent.root.i
        goes_on = self._is_main_subject(mention) or owner
        return group and goes_on and self._is_main_subject(self.clusters.mentions[j])

    def _is_below(self, mention: Mention, j: int) -> bool:
        """Whether a pronoun's clause hangs on one whose subject is a described group, taken up by a pronoun as well.

        "*They* were led to a room where *they* were beaten": the subject above is the likeliest antecedent (Hobbs 1978).
        """
        group = any(m.plural and m.form is Form.DESCRIPTION for m in self.clusters.members(j))
        above = {t.i for t in self.doc[mention.head].ancestors}
        up = self.syntax.governor(self.doc[self.clusters.mentions[j].head])
        subject = up is not None and up.relation in (R.SUBJECT, R.PASSIVE_SUBJECT) and up.token.i in above
        return mention.form is Form.PRONOUN and group and subject

    def _is_main_subject(self, mention: Mention) -> bool:
        up = self.syntax.governor(self.doc[mention.head])
        main = up is not None and self.syntax.governor(up.token) is None
        return main and up is not None and up.relation in (R.SUBJECT, R.PASSIVE_SUBJECT)

    def _same_noun(self, one: Mention, other: Mention) -> bool:
        return noun_lemma(self.doc[one.end - 1]) == noun_lemma(self.doc[other.end - 1])
