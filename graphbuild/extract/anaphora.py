"""Links pronouns and definite descriptions to what they stand for: one thing before them, or several.

"Police detained reporters Dana Serikova and Omar Keita. The two journalists said officers took their phones": *the two
journalists* and *their* stand for two people, which no cluster can, so they get a set (`Clusters.sets`). "She" and "the
reporter" join the cluster of the nearest person that fits, subjects before the rest (centering: Grosz, Joshi and
Weinstein 1995). These are the least sure passes of the sieve and come last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.clusters import BODIES, PEOPLE, PERSONS, Clusters
from graphbuild.extract.genders import gender_of
from graphbuild.extract.kinds import describe, title_kind
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

R = Relation

REACH = 3
"""Sentences that a pronoun or a definite description looks back over."""
REACH_OF_ALL = 4
"""Sentences over which "the journalists" gathers those who were named."""
REACH_OF_THEY = 1
"""Sentences that a plural pronoun looks back over: plurals are many, and a wrong one turns victims into agents."""
REACH_OF_SETS = 8
"""Sentences that "the journalists" looks back over for a list of names."""
NUMBERS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
PAIRS = frozenset({"both", "pair", "couple", "duo"})
BETWEEN = frozenset({",", "and", "&", "(", ")", "–", "-", ";"})
SALIENCE = {R.SUBJECT: 4.0, R.PASSIVE_SUBJECT: 4.0, R.ROOT: 2.0, R.OBJECT: 2.0, R.POSSESSOR: 1.5}
CORE = frozenset({R.SUBJECT, R.PASSIVE_SUBJECT, R.OBJECT, R.RECIPIENT})
SUBJECTS = (R.SUBJECT, R.PASSIVE_SUBJECT)
SHARING = frozenset({R.CONJUNCT, R.ADVERBIAL, R.OPEN_COMPLEMENT})
"""Links over which a verb without a subject has its governor's."""
STRAIN = 6.0
SPEECH = frozenset("say tell add write report note recall explain state post tweet claim describe".split())


class Anaphora:
    """Resolves what refers back, in one parse whose names are clustered."""

    def __init__(self, doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
        self.doc, self.syntax, self.clusters = doc, syntax, clusters
        self.sentence = {t.i: k for k, s in enumerate(doc.sents) for t in s}
        self.lists = list(self._lists())

    def resolve(self) -> None:
        """Link mentions in text order, so that each finds what those before it were linked to."""
        self._called_lists()
        self._apposed_lists()
        for i, mention in enumerate(self.clusters.mentions):
            if mention.form is Form.PRONOUN:
                self._pronoun(i, mention)
            elif mention.form is Form.DESCRIPTION and mention.definite:
                self._definite(i, mention)

    def _pronoun(self, i: int, mention: Mention) -> None:
        if mention.gender == "3":
            self._several(i, mention, REACH_OF_SETS if self._count(mention) else REACH_OF_THEY)
        elif mention.gender in ("m", "f", "n"):
            found = self._beside(mention)
            found = self._antecedent(i, mention) if found is None else found
            if found is not None:
                self.clusters.join(found, i, "pronoun")
        elif mention.gender == "1" and not mention.plural:
            found = self._quoted_speaker(mention)
            if found is not None:
                self.clusters.join(found, i, "first person of a quote")

    def _definite(self, i: int, mention: Mention) -> None:
        if mention.plural and mention.kind in PEOPLE:
            self._several(i, mention, REACH_OF_SETS)
        elif not mention.plural and len(self.clusters.indices(i)) == 1:
            found = self._same_position(i, mention)
            found = self._antecedent(i, mention) if found is None else found
            if found is not None:
                self.clusters.join(found, i, "definite description")

    # one thing

    def _antecedent(self, i: int, mention: Mention) -> int | None:
        here, best, best_score = self.sentence[mention.head], None, -1.0
        for j in range(i):
            other = self.clusters.mentions[j]
            away = here - self.sentence[other.head]
            if (
                away > self._reach(mention)
                or other.head >= mention.head
                or not self._fits(j, mention)
                or self._clash(other, mention)
            ):
                continue
            score = (
                10.0 * (self._reach(mention) - away)
                + self._salience(self.doc[other.head])
                + j / len(self.clusters.mentions)
            )
            if score >= best_score:
                best, best_score = j, score
        return best if best is not None or mention.form is not Form.PRONOUN else self._ahead(i, mention)

    def _beside(self, mention: Mention) -> int | None:
        """Return what a possessor is coordinated with: "Radio Aksu and its editor" is about Radio Aksu's."""
        up = self.syntax.governor(self.doc[mention.head])
        if up is None or up.relation is not R.POSSESSOR or mention.start < 2:
            return None
        index = self.clusters.at(mention.start - 2) if self.doc[mention.start - 1].lower_ == "and" else None
        return index if index is not None and self._fits(index, mention) else None

    def _reach(self, mention: Mention) -> int:
        """Return how far a mention looks back: "the newspaper" is the one paper of the report, far away too."""
        return REACH_OF_SETS if mention.form is Form.DESCRIPTION and mention.kind is Kind.OUTLET else REACH

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
            return self.clusters.named(j) and self._described_as(kind, mention)
        if mention.gender == "n":
            return kind in BODIES and not other.member
        known = gender_of(self.clusters.members(j))
        return kind in PERSONS and known in (None, mention.gender)

    def _described_as(self, kind: Kind, mention: Mention) -> bool:
        if mention.kind is Kind.JOURNALIST:
            return kind in (Kind.JOURNALIST, Kind.PERSON)
        if mention.kind in (Kind.OUTLET, Kind.ORGANIZATION):
            return kind is mention.kind
        return mention.kind is Kind.PERSON and mention.position is None and kind in PERSONS

    def _same_position(self, i: int, mention: Mention) -> int | None:
        """Return the nearest named person before who was called by the same word: "the blogger"."""
        if mention.position is None or mention.relative:
            return None
        for j in range(i - 1, -1, -1):
            other = self.clusters.mentions[j]
            if other.position == mention.position and not other.plural and self.clusters.named(j):
                return j
        return None

    def _clash(self, one: Mention, other: Mention) -> bool:
        """Whether two words are arguments of one verb, which then cannot be one person.

        "X hit him", and, with the subject of the verb before, "X came closer and shot him".
        """
        up = self.syntax.governor(self.doc[other.head])
        if up is None or up.relation not in CORE | {R.OBLIQUE}:
            return False
        own = self.syntax.governor(self.doc[one.head])
        if up.relation in CORE and own is not None and own.token == up.token and own.relation in CORE:
            return True
        return up.relation not in SUBJECTS and self._subject(up.token) == self.doc[one.head]

    def _subject(self, verb: Token) -> Token | None:
        """Return a verb's subject, that of the verb which it is coordinated with where it has none."""
        for _ in range(4):
            subject = self.syntax.first(verb, *SUBJECTS)
            up = self.syntax.governor(verb)
            if subject is not None or up is None or up.relation not in SHARING:
                return subject
            verb = up.token
        return None

    def _salience(self, head: Token) -> float:
        up = self.syntax.governor(head)
        return SALIENCE.get(up.relation if up is not None else R.ROOT, 0.0)

    def _quoted_speaker(self, mention: Mention) -> int | None:
        """Return who says the sentence that a first person stands in: the subject of the verb of speech above it."""
        token = self.doc[mention.head]
        for verb in (*token.ancestors, *token.sent.root.children, token.sent.root):
            subject = self.syntax.first(verb, R.SUBJECT)
            if verb.lemma_ in SPEECH and subject is not None and subject.i != mention.head:
                index = self.clusters.at(subject.i)
                if index is not None and self.clusters.kind(index) in PERSONS:
                    return index
        return None

    # several

    def _lists(self) -> Iterator[tuple[int, ...]]:
        """Yield the runs of persons' names with nothing but commas, *and* and brackets between them."""
        run: list[int] = []
        for i, mention in enumerate(self.clusters.mentions):
            if mention.form is not Form.NAME or self.clusters.kind(i) not in PERSONS or self._is_bracketed(mention):
                continue
            if run and self._follows(self.clusters.mentions[run[-1]].end, mention.start):
                run.append(i)
                continue
            if len(run) > 1:
                yield tuple(run)
            run = [i]
        if len(run) > 1:
            yield tuple(run)

    def _follows(self, end: int, start: int) -> bool:
        between = self.doc[end:start]
        inside = 0
        for token in between:
            inside += {"(": 1, ")": -1}.get(token.text, 0)
            if not (token.lower_ in BETWEEN or inside > 0 or token.is_space or _is_position(token)):
                return False
        return 0 < len(between) <= 8 and not all(_is_position(t) for t in between)

    def _is_bracketed(self, mention: Mention) -> bool:
        """Whether a name stands in brackets, where lists give other names of those they list."""
        before, after = mention.start - 1, mention.end
        return before >= 0 and after < len(self.doc) and self.doc[before].text == "(" and self.doc[after].text == ")"

    def _apposed_lists(self) -> None:
        """Let "journalists X, Y and Z" and "two reporters: X and Y" stand for those they name, who are what they say."""
        for i, mention in enumerate(self.clusters.mentions):
            if mention.form is not Form.DESCRIPTION or not mention.plural or mention.kind not in PEOPLE:
                continue
            names = self._names_beside(mention)
            if not names:
                continue
            if mention.kind is Kind.JOURNALIST:
                self._are_journalists(names)
            if len(names) > 1:
                # who says six and names five has miscounted; who says twenty names some of them
                some = (self._count(mention) or 0) > len(names) + 1
                self.clusters.sets[i] = (i, *names) if some else names

    def _called_lists(self) -> None:
        """Let all of "journalists X, Y and Z" be journalists where the parser hangs the word on the first name."""
        for names in self.lists:
            first = self.clusters.mentions[names[0]]
            before = self.doc[first.start - 1] if first.start > 0 else None
            if before is not None and _plural_noun(before) and title_kind([noun_lemma(before)]) is Kind.JOURNALIST:
                self._are_journalists(names)

    def _are_journalists(self, names: tuple[int, ...]) -> None:
        for name in names:
            if self.clusters.kind(name) is Kind.PERSON:
                self.clusters.settle(name, Kind.JOURNALIST)

    def _names_beside(self, mention: Mention) -> tuple[int, ...]:
        after = mention.end
        if after < len(self.doc) and self.doc[after].text in (",", ":", "–", "—", "-"):
            after += 1
        while after < len(self.doc) and after > mention.end and _is_position(self.doc[after]):
            after += 1
        index = self.clusters.at(after) if after < len(self.doc) else None
        if index is None or self.clusters.mentions[index].start != after:
            return ()
        listed = next((each for each in self.lists if index in each), None)
        if listed is not None:
            return listed[listed.index(index) :]
        one = self.clusters.mentions[index].form is Form.NAME and self.clusters.kind(index) in PERSONS
        return (index,) if one and after == mention.end else ()

    def _several(self, i: int, mention: Mention, reach: int) -> None:
        """Link a plural to the nearest list of names, set or described group before it that fits."""
        here, number = self.sentence[mention.head], self._count(mention)
        everybody = self._journalists_before(i, here, number) if mention.kind is Kind.JOURNALIST else ()
        if everybody:
            self.clusters.sets[i] = everybody
            return
        options = list(self._sets_before(i, here, reach, mention, number))
        options += [(j,) for j in self._groups_before(i, here, reach, mention, number)]
        if not options:
            return
        found = max(options, key=lambda each: (self._score(each[0], here) - self._strain(each, mention), each))
        if len(found) > 1:
            self.clusters.sets[i] = found
        else:
            self.clusters.join(found[0], i, "plural")

    def _journalists_before(self, i: int, here: int, number: int | None) -> tuple[int, ...]:
        """Return all journalists named shortly before "the journalists", lists and single ones, if they are the number."""
        found: dict[int, int] = {}
        for j in range(i):
            other = self.clusters.mentions[j]
            near = 0 <= here - self.sentence[other.head] <= REACH_OF_ALL
            if near and other.form is Form.NAME and self.clusters.kind(j) is Kind.JOURNALIST:
                found.setdefault(self.clusters.root(j), j)
        return tuple(found.values()) if len(found) > 1 and number in (None, len(found)) else ()

    def _strain(self, found: tuple[int, ...], mention: Mention) -> float:
        """Return how unlikely "them" and "their" are the officers and not those whom officers have before them."""
        up = self.syntax.governor(self.doc[mention.head])
        acts = up is not None and up.relation is R.SUBJECT
        return 0.0 if acts or self.clusters.kind(found[0]) is not Kind.AGENCY else STRAIN

    def _score(self, j: int, here: int) -> float:
        other = self.clusters.mentions[j]
        return -10.0 * (here - self.sentence[other.head]) + self._salience(self.doc[other.head]) + j / 10_000

    def _sets_before(
        self, i: int, here: int, reach: int, mention: Mention, number: int | None
    ) -> Iterator[tuple[int, ...]]:
        known = [(each[-1], each) for each in self.lists] + [(j, each) for j, each in self.clusters.sets.items()]
        for last, found in known:
            away = here - self.sentence[self.clusters.mentions[last].head]
            if last < i and 0 <= away <= reach and number in (None, len(found)) and self._alike(found, mention):
                yield found

    def _alike(self, found: tuple[int, ...], mention: Mention) -> bool:
        """Whether people of a list may be called so: "the journalists" are journalists, or people of no other office."""
        if mention.kind is not Kind.JOURNALIST:
            return True
        kinds = {self.clusters.kind(j) for j in found}
        return Kind.JOURNALIST in kinds and kinds <= {Kind.JOURNALIST, Kind.PERSON}

    def _groups_before(self, i: int, here: int, reach: int, mention: Mention, number: int | None) -> Iterator[int]:
        for j in range(i):
            other = self.clusters.mentions[j]
            away = here - self.sentence[other.head]
            if not other.plural or other.form is Form.PRONOUN or not 0 <= away <= reach or j in self.clusters.sets:
                continue
            if other.head >= mention.head or self._clash(other, mention) or number not in (None, self._count(other)):
                continue
            kind = self.clusters.kind(j)
            if mention.form is Form.PRONOUN:
                fits = kind in PEOPLE | {Kind.AGENCY}
            else:
                # "the attackers" are no protesters: groups are one only where they are called alike
                fits = kind is mention.kind and (kind is Kind.JOURNALIST or self._same_noun(other, mention))
            if fits:
                yield j

    def _same_noun(self, one: Mention, other: Mention) -> bool:
        return noun_lemma(self.doc[one.end - 1]) == noun_lemma(self.doc[other.end - 1])

    def _count(self, mention: Mention) -> int | None:
        """Return the number that a plural says, None where it says none."""
        for token in self.doc[max(0, mention.start - 2) : mention.end]:
            if token.lower_ in PAIRS:
                return 2
            if token.pos_ == "NUM" or token.lower_ in NUMBERS:
                return NUMBERS.get(token.lower_, int(token.text) if token.text.isdecimal() else None)
        return None


def _plural_noun(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS")


def _is_position(token: Token) -> bool:
    """Whether a word may stand before a name as what somebody is: "reporter X and her cameraman Y"."""
    return token.is_lower and token.pos_ in ("NOUN", "ADJ", "PROPN") and describe([noun_lemma(token)]) is not None
