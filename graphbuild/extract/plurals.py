"""Links plurals to several people at once: lists of names, "the two journalists", "they", "their".

"Police detained reporters Dana Serikova and Omar Keita. The two journalists said officers took their phones": *the two
journalists* and *their* stand for two people, which no cluster can, so they get a set (`Clusters.sets`). A plural that
means no people named one by one joins the described group before it that is called alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.clusters import NUMBERS, Clusters
from graphbuild.extract.discourse import Discourse
from graphbuild.extract.kinds import PEOPLE, PERSONS, describe, is_doer, title_kind
from graphbuild.extract.lemmas import noun_lemma, readings
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.noun_phrases import COMPANY, is_date_as_subject
from graphbuild.extract.syntax import Relation
from graphbuild.lexicons.frames import load_frames
from graphbuild.model import EventType, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

R = Relation

LIKE = frozenset({"same", "young", "other", "two", "three", "four", "five"})
"""Words before a plural noun that leave open who is meant."""
REACH_OF_ALL = 4
"""Sentences over which "the journalists" gathers those who were named."""
REACH_OF_THEY = 1
"""Sentences that a plural pronoun looks back over: plurals are many, and a wrong one turns victims into agents."""
REACH_OF_SETS = 8
"""Sentences that "the journalists" looks back over for a list of names."""
REACH_OF_GROUPS = 4
"""Sentences that "the detainees" looks back over."""
PAIRS = frozenset({"both", "pair", "couple", "duo"})
BETWEEN = frozenset({",", "and", "&", "(", ")", "–", "-", ";"})
BESIDE = frozenset({"with", "along with", "together with", "including", "such as"})
LONGEST_PHRASE = 14
"""Tokens of a phrase between those who are counted and their names."""
MAX_CLIMB = 6
"""Governors climbed from a name to the verb: longer chains are parser errors."""
STRAIN = 6.0
"""How much less likely "them" is the officers than those whom officers have before them."""


def _acts_of(verb: Token) -> frozenset[EventType]:
    """Return the types of acts that a verb or participle may report."""
    known = load_frames().by_head
    units = (u for lemma in readings(verb) for u in known.get(("verb", lemma), ()))
    return frozenset(u.type for u in units if verb.tag_ in ("VBN", "VBD", "JJ", "VBP", "VBZ", "VB", "VBG"))


class Plurals:
    """Resolves plurals in one parse whose names are clustered."""

    def __init__(self, discourse: Discourse, clusters: Clusters) -> None:
        self.discourse, self.clusters = discourse, clusters
        self.doc, self.syntax, self.sentence = discourse.doc, discourse.syntax, discourse.sentence
        self.lists = list(self._lists())

    def name_lists(self) -> None:
        """Settle who the lists of names are, and let the descriptions beside them stand for them."""
        self._called_lists()
        self._apposed_lists()
        self.lists += [each for names in self.lists if (each := self._with_host(names)) is not None]

    def link(self, i: int, mention: Mention) -> None:
        """Link a plural pronoun or definite description to whom it stands for."""
        after = self.doc[mention.end : mention.end + 2]
        if len(after) == 2 and after[0].lower_ == "of" and after[1].lower_ in ("whom", "which"):
            return  # "both of whom" are the relative clause's
        counted = self._count(mention) is not None
        if mention.form is Form.DESCRIPTION and not counted and mention.kind is not Kind.JOURNALIST:
            self._several(i, mention, REACH_OF_GROUPS)
        else:
            self._several(i, mention, REACH_OF_SETS if counted or mention.kind is Kind.JOURNALIST else REACH_OF_THEY)

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
            is_age = token.text.isdecimal() and len(token) <= 2
            if not (token.lower_ in BETWEEN or inside > 0 or token.is_space or is_age or _is_position(token)):
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
            names = self._names_beside(mention) or self._names_after_phrase(mention)
            if not names:
                continue
            if mention.kind is Kind.JOURNALIST:
                self._are_journalists(names)
            if len(names) > 1:
                # who says six and names five has miscounted; who says twenty names some of them
                some = (self._count(mention) or 0) > len(names) + 1
                self.clusters.spread(i, (i, *names) if some else names)

    def _with_host(self, names: tuple[int, ...]) -> tuple[int, ...] | None:
        """Return a list with the one whom it is beside: "Omar Keita, along with two others – X and Y – was held"."""
        token = self.doc[self.clusters.mentions[names[0]].head]
        for _ in range(MAX_CLIMB):
            up = self.syntax.governor(token)
            if up is None:
                return None
            if up.preposition in COMPANY:
                beside = [up.token, *(d.token for d in self.syntax.dependents(up.token, R.APPOSITION))]
                hosts = (i for t in beside if (i := self.clusters.at(t.i)) is not None)
                host = next((i for i in hosts if self.clusters.mentions[i].form is Form.NAME), None)
                alone = host is not None and host < names[0] and self.clusters.kind(host) in PERSONS
                return (host, *names) if host is not None and alone else None
            if up.relation not in (R.APPOSITION, R.NAME):
                return None
            token = up.token
        return None

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

    def _names_after_phrase(self, mention: Mention) -> tuple[int, ...]:
        """Return the list, as long as is counted, after a phrase about them: "two reporters for Radio Tengri, X and Y"."""
        number = self._count(mention)
        for names in self.lists if number is not None else ():
            start = self.clusters.mentions[names[0]].start
            between = self.doc[mention.end : start]
            if not 1 < len(between) <= LONGEST_PHRASE or self.sentence[start] != self.sentence[mention.head]:
                continue
            finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in between)
            if len(names) == number and between[-1].text in (",", ":", "(", "–", "—", "--", "-") and not finite:
                return names
        return ()

    def _several(self, i: int, mention: Mention, reach: int) -> None:
        """Link a plural to the nearest list of names, set or described group before it that fits."""
        here, number = self.sentence[mention.head], self._count(mention)
        everybody = self._befallen(i, mention, number)
        if not everybody and mention.kind is Kind.JOURNALIST:
            everybody = self._journalists_before(i, here, number)
        if everybody:
            self.clusters.spread(i, everybody)
            return
        options = [*self._sets_before(i, here, reach, mention, number)]
        options += [(j, (j,)) for j in self._groups_before(i, here, reach, mention, number)]
        options = [(j, each) for j, each in options if not any(set(each) < set(wider) for _, wider in options)]
        if not options:
            return
        scores = [max(self._score(k, here) for k in (j, each[0])) - self._strain(each, mention) for j, each in options]
        found = options[scores.index(max(scores))][1]
        if len(found) > 1:
            self.clusters.spread(i, found)
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

    def _befallen(self, i: int, mention: Mention, number: int | None) -> tuple[int, ...]:
        """Return all named people of whom the text has told what a participle says: "the detained journalists".

        The participle takes up the acts, so that their number of sentences ago does not matter.
        """
        if mention.form is not Form.DESCRIPTION or not mention.definite:
            return ()
        wanted = {t for d in self.syntax.dependents(self.doc[mention.head], R.ADJECTIVE) for t in _acts_of(d.token)}
        if not wanted:
            return ()
        found: dict[int, int] = {}
        for j in range(i):
            other = self.clusters.mentions[j]
            if other.form is Form.NAME and self.clusters.kind(j) in PERSONS and wanted & self._befell(other):
                found.setdefault(self.clusters.root(j), j)
        press = {r: j for r, j in found.items() if self.clusters.kind(j) is Kind.JOURNALIST}
        people = tuple((press if mention.kind is Kind.JOURNALIST else found).values())
        return people if len(people) > 1 and number in (None, len(people)) else ()

    def _befell(self, mention: Mention) -> frozenset[EventType]:
        """Return the types of acts whose verb has a mention as its patient, coordination and apposition climbed."""
        token = self.doc[mention.head]
        for _ in range(MAX_CLIMB):
            up = self.syntax.governor(token)
            if up is None:
                break
            if up.relation in (R.PASSIVE_SUBJECT, R.OBJECT) or is_date_as_subject(token):
                return _acts_of(up.token)
            if up.relation not in (R.CONJUNCT, R.APPOSITION, R.NAME) and up.preposition not in BESIDE:
                break
            token = up.token
        return frozenset()

    def _strain(self, found: tuple[int, ...], mention: Mention) -> float:
        """Return how unlikely "them" and "their" are the officers and not those whom officers have before them."""
        up = self.syntax.governor(self.doc[mention.head])
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
        for last, found in known:
            away = here - self.sentence[self.clusters.mentions[last].head]
            if last < i and 0 <= away <= reach and number in (None, len(found)) and self._alike(found, mention):
                yield last, found

    def _alike(self, found: tuple[int, ...], mention: Mention) -> bool:
        """Whether people of a list may be called so: "the journalists" are journalists, or people of no other office."""
        if mention.kind is not Kind.JOURNALIST:
            return mention.form is Form.PRONOUN or self._calls_back(mention)
        kinds = {self.clusters.kind(j) for j in found}
        return Kind.JOURNALIST in kinds and kinds <= {Kind.JOURNALIST, Kind.PERSON}

    def _calls_back(self, mention: Mention) -> bool:
        """Whether a plural may take up people named before: what its adjectives tell is that of which the text told.

        "The two men" and "the detained activists" may, "the plain-clothed persons" and "the gunmen" are others.
        """
        words = [d.token for d in self.syntax.dependents(self.doc[mention.head], R.ADJECTIVE, R.COMPOUND)]
        return not is_doer(noun_lemma(self.doc[mention.head])) and all(_acts_of(t) or t.lower_ in LIKE for t in words)

    def _groups_before(self, i: int, here: int, reach: int, mention: Mention, number: int | None) -> Iterator[int]:
        for j in range(i):
            other = self.clusters.mentions[j]
            away = here - self.sentence[other.head]
            if not other.plural or other.form is Form.PRONOUN or not 0 <= away <= reach or j in self.clusters.sets:
                continue
            if (
                other.head >= mention.head
                or self.discourse.clash(other, mention)
                or number not in (None, self._count(other))
            ):
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
        before = self.doc[max(0, mention.start - 2) : mention.start]
        marks = [t.i for t in before if t.is_punct]  # "On May 15, two reporters" are two
        for token in self.doc[marks[-1] + 1 if marks else before.start : mention.end]:
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
