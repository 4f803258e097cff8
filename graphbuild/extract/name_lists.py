"""Finds the lists of people that a text names, and lets the descriptions beside them stand for all of them.

"Journalists X, Y and Z", "two reporters: X and Y", "Three – X, Y and Z – were held", "X, along with two others – Y and Z".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.appositions import NAMING
from graphbuild.extract.clusters import NUMBERS, Clusters
from graphbuild.extract.discourse import Discourse
from graphbuild.extract.kinds import BODIES, PEOPLE, PERSONS, describe, title_kind
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.mentions import Form, Mention
from graphbuild.extract.noun_phrases import COMPANY, MEMBERS, NounPhrases
from graphbuild.extract.syntax import Relation
from graphbuild.model import EventType, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.extract.tokens import Doc, Token

R = Relation

PAIRS = frozenset({"both", "pair", "couple", "duo"})
DASHES = frozenset({"–", "—", "--", "-"})
BETWEEN = frozenset({",", "and", "&", "(", ")", "–", "-", ";"})
AT = frozenset({"of", "from", "at", "with"})
POSSESSIVE = frozenset({"'s", "’s"})
"""Signs of the possessive that are not also quotation marks."""
THEY_ARE = frozenset({("they", "are"), ("they", "were"), ("these", "are"), ("these", "were")})
"""What stands before a list that says who those are of whom the sentence before told."""
IDENTIFYING = frozenset({"identify", "name"})
LONGEST_BETWEEN = 10
"""Tokens between two names of a list at most."""
REACH = 8
"""Sentences before a list over which those counted are looked for."""
LONGEST_PHRASE = 14
"""Tokens of a phrase between those who are counted and their names."""
MAX_CLIMB = 6
"""Governors climbed from a name to the verb: longer chains are parser errors."""


def name_lists(discourse: Discourse, clusters: Clusters) -> list[tuple[int, ...]]:
    """Return the lists of people of a parse; who stands beside one is its descriptions' (`Clusters.spread`)."""
    return _NameLists(discourse, clusters).find()


def count_of_mention(doc: Doc, mention: Mention) -> int | None:
    """Return the number that a plural says, None where it says none."""
    start = max(0, mention.start - 2)
    marks = [t.i for t in doc[start : mention.start] if t.is_punct]  # "On May 15, two reporters" are two
    for token in doc[marks[-1] + 1 if marks else start : mention.end]:
        if token.lower_ in PAIRS:
            return 2
        if token.pos_ == "NUM" or token.lower_ in NUMBERS:
            number = NUMBERS.get(token.lower_, int(token.text) if token.text.isdecimal() else None)
            return None if number == 1 else number  # "one of them" are several
    return None


AT_ONCE = frozenset({EventType.CONVICTION, EventType.DETENTION, EventType.PROSECUTION})
"""What befalls several people in one go where a text counts them first; blows are struck one by one."""


class _NameLists:
    def __init__(self, discourse: Discourse, clusters: Clusters) -> None:
        self.clusters, self.discourse = clusters, discourse
        self.doc, self.syntax, self.sentence = discourse.doc, discourse.syntax, discourse.sentence
        self.lists = [self._whole(names) for names in self._lists()]

    def find(self) -> list[tuple[int, ...]]:
        self._called_lists()
        self._apposed_lists()
        self._predicated_lists()
        self._included()
        self._of_their_kind()
        hosted = [each for names in self.lists if (each := self._with_host(names)) is not None]
        series = list(self._series())
        together = [names for acts, names in series if acts & AT_ONCE]
        for names in (*hosted, *together):
            self._counted_before(names)
        return self.lists + hosted + [names for _, names in series]

    def _series(self) -> Iterator[tuple[frozenset[EventType], tuple[int, ...]]]:
        """Yield those whom sentences in a row tell to have suffered the same, and what.

        "X was sentenced to nine years. Y and Z received eight".
        """
        told: list[tuple[int, frozenset[EventType], dict[int, int]]] = []
        for i, mention in enumerate(self.clusters.mentions):
            here = self.sentence[mention.head]
            named = mention.form is Form.NAME and self.clusters.kind(i) in PERSONS
            acts = self.discourse.befell(mention) if named else frozenset()
            last, before, people = told[-1] if told else (-2, acts, {})
            if acts & before and here - last <= 1:
                told[-1] = (here, acts & before, {self.clusters.root(i): i} | people)
            elif acts:
                told.append((here, acts, {self.clusters.root(i): i}))
        for _, acts, people in told:
            found = tuple(sorted(people.values()))
            if len(found) > 1 and found not in self.lists:
                yield acts, found

    def _lists(self) -> Iterator[tuple[int, ...]]:
        """Yield the runs of persons' names with nothing but commas, *and* and brackets between them."""
        run: list[int] = []
        for i, mention in enumerate(self.clusters.mentions):
            if mention.form is not Form.NAME or self.clusters.kind(i) not in PERSONS or self._is_bracketed(mention):
                continue
            if run and self._follows(self.clusters.mentions[run[-1]].end, mention.start) and not self._owns(mention):
                run.append(i)
                continue
            if len(run) > 1:
                yield tuple(run)
            run = [i]
        if len(run) > 1:
            yield tuple(run)

    def _owns(self, mention: Mention) -> bool:
        """Whether a name is only whose lawyer or relative follows: "Judge X, | Y's lawyer Z"."""
        after = self.doc[mention.end : mention.end + 2]
        return len(after) == 2 and after[0].lower_ in POSSESSIVE and title_kind([noun_lemma(after[1])]) is not None

    def _whole(self, names: tuple[int, ...]) -> tuple[int, ...]:
        """Return a list with those whom only the parse joins to it: "X, Y of Arna and press officer Z"."""
        heads = self.syntax.conjuncts(self.doc[self.clusters.mentions[names[0]].head])
        titled = ((t, *(d.token for d in self.syntax.dependents(t, R.APPOSITION))) for t in heads)
        found = [next((j for t in each if (j := self._person(t)) is not None), None) for each in titled]
        people = tuple(j for j in found if j is not None)
        return people if len(people) == len(found) and set(names) < set(people) else names

    def _person(self, token: Token) -> int | None:
        """Return the person's name that a token heads."""
        index = self.clusters.at(token.i)
        named = index is not None and self.clusters.mentions[index].form is Form.NAME
        return index if index is not None and named and self.clusters.kind(index) in PERSONS else None

    def _counted_before(self, names: tuple[int, ...]) -> None:
        """Let journalists counted before stand for a list of as many: "six journalists, including X … Beside X were …"."""
        here = self.sentence[self.clusters.mentions[names[0]].head]
        for i, mention in enumerate(self.clusters.mentions[: min(names)]):
            near = here - self.sentence[mention.head] <= REACH
            counted = mention.form is Form.DESCRIPTION and count_of_mention(self.doc, mention) == len(names)
            if near and counted and mention.kind is Kind.JOURNALIST:
                self.clusters.spread(i, names)
                self._are_journalists(names)

    def _follows(self, end: int, start: int) -> bool:
        start = self._before_naming(start)
        between = self.doc[end:start]
        inside = 0
        at = self._past_employer(end, start)
        for token in self.doc[at:start]:
            inside += {"(": 1, ")": -1}.get(token.text, 0)
            is_age = token.text.isdecimal() and len(token) <= 2
            passed = token.lower_ in BETWEEN or inside > 0 or token.is_space or is_age or _is_article(token)
            if not (passed or _is_position(token) or self._is_employer(token)):
                return False
        near = at > end or len(between) <= LONGEST_BETWEEN
        return len(between) > 0 and near and not all(_is_position(t) for t in between)

    def _before_naming(self, start: int) -> int:
        """Return where the phrase begins that brings in a name of a list: "X and | a prison guard named Y"."""
        i = start - 1
        if self.doc[max(0, i)].lower_ not in NAMING:
            return start
        while i > 0 and self.doc[i - 1].pos_ in ("NOUN", "ADJ", "PROPN"):
            i -= 1
        return i - 1 if i > 0 and self.doc[i - 1].lower_ in ("a", "an", "one") else start

    def _past_employer(self, token: int, limit: int) -> int:
        """Return the token after a phrase that says where somebody of a list works: "of the pro-government Arna Agency"."""
        if self.doc[token].lower_ not in AT:
            return token
        for i in range(token + 1, min(token + LONGEST_BETWEEN, limit)):
            if self._names_body(i):
                index = self.clusters.at(i)
                return self.clusters.mentions[index].end if index is not None else token
            if self.doc[i].pos_ not in ("DET", "ADJ", "ADV", "NOUN", "PROPN", "PUNCT", "X") or self.doc[i].text == ",":
                break
        return token

    def _is_employer(self, token: Token) -> bool:
        """Whether a word says where somebody of a list works: "X of | Radio Aksu and | Tengri's Y, Osh TV head Z"."""
        if token.lower_ in AT:
            return self._names_body(token.i + 1)
        if token.lower_ in POSSESSIVE:
            return self._names_body(token.i - 1)
        if token.text == "-" or token.lower_ == "based":
            return "based" in {t.lower_ for t in self.doc[token.i : token.i + 2]}  # "Chicago-based reporter X"
        index = self.clusters.at(token.i)
        if index is not None and self.clusters.kind(index) is Kind.PLACE:
            after = self.clusters.mentions[index].end
            return self.doc.text_of(after, after + 2) == "-based"
        if index is None or self.clusters.kind(index) not in BODIES:
            return False
        before, after = self.clusters.mentions[index].start - 1, self.clusters.mentions[index].end
        if before >= 0 and self.doc[before].lower_ in AT:
            return True
        return after < len(self.doc) and (self.doc[after].lower_ in POSSESSIVE or _is_position(self.doc[after]))

    def _names_body(self, token: int) -> bool:
        index = self.clusters.at(token) if 0 <= token < len(self.doc) else None
        named = index is not None and self.clusters.mentions[index].form is Form.NAME
        return index is not None and named and self.clusters.kind(index) in BODIES

    def _is_bracketed(self, mention: Mention) -> bool:
        """Whether a name stands in brackets, where lists give other names of those they list."""
        before, after = mention.start - 1, mention.end
        return before >= 0 and after < len(self.doc) and self.doc[before].text == "(" and self.doc[after].text == ")"

    def _called_lists(self) -> None:
        """Let all of "journalists X, Y and Z" be journalists where the parser hangs the word on the first name."""
        for names in self.lists:
            first = self.clusters.mentions[names[0]]
            before = self.doc[first.start - 1] if first.start > 0 else None
            if before is not None and _plural_noun(before) and title_kind([noun_lemma(before)]) is Kind.JOURNALIST:
                self._are_journalists(names)

    def _apposed_lists(self) -> None:
        """Let "journalists X, Y and Z" and "two reporters: X and Y" stand for those they name, who are what they say."""
        for i, mention in enumerate(self.clusters.mentions):
            counted = (
                mention.form is Form.PRONOUN and count_of_mention(self.doc, mention) is not None
            )  # "Three – X, Y and Z – were held"
            people = mention.kind in PEOPLE or (mention.member and count_of_mention(self.doc, mention) is not None)
            if not counted and (mention.form is not Form.DESCRIPTION or not people):
                continue
            if not mention.plural:
                continue
            names = self._names_beside(mention) or self._names_after_phrase(mention) or self._names_before(mention)
            if not names:
                continue
            if mention.kind is Kind.JOURNALIST:
                self._are_journalists(names)
            if len(names) > 1:
                # who says six and names five has miscounted; who says twenty names some of them
                some = (count_of_mention(self.doc, mention) or 0) > len(names) + 1
                self.clusters.spread(i, (i, *names) if some else names)

    def _included(self) -> None:
        """Let who is one of some journalists be one: "three reporters, including X", "Y was among the reporters"."""
        phrases = NounPhrases(self.syntax)
        for mention in self.clusters.mentions:
            noun = self.doc[mention.head]
            if mention.form is not Form.DESCRIPTION or mention.kind is not Kind.JOURNALIST or not mention.plural:
                continue
            if len(self.syntax.conjuncts(noun)) > 1:
                continue
            found = (self._person(t) for t in phrases.among(noun))
            for index in (*found, self._right_after(mention)):
                if index is not None:
                    self._are_journalists(next((names for names in self.lists if names[0] == index), (index,)))

    def _of_their_kind(self) -> None:
        """Let those before "and other journalists", "and a third reporter" be journalists (Hearst 1992, pattern 4)."""
        for mention in self.clusters.mentions:
            noun = self.doc[mention.head]
            if mention.form is not Form.DESCRIPTION or mention.kind is not Kind.JOURNALIST:
                continue
            words = self.doc[max(0, mention.start - 1) : mention.head]
            counts = (t.lower_ in ("other", "another") or "Ord" in t.morph.get("NumType", []) for t in words)
            up = self.syntax.governor(noun)
            if any(counts) and up is not None and up.relation is R.CONJUNCT:
                listed = self.syntax.conjuncts(up.token)
                people = [self._person(t) for t in listed if t.i < mention.start]
                if all(i is not None for i in people):
                    self._are_journalists(tuple(i for i in people if i is not None))

    def _right_after(self, mention: Mention) -> int | None:
        """Return who is included right after some people: ", including X", "such as X"."""
        after = self.doc[mention.end : mention.end + 4]
        words = [t.lower_ for t in after if t.text != ","]
        link = next((k for k in (1, 2) if " ".join(words[:k]) in MEMBERS), 0)
        start = mention.end + link + (link > 0 and after[0].text == ",")
        index = self._person(self.doc[start]) if link and start < len(self.doc) else None
        return index if index is not None and self.clusters.mentions[index].start == start else None

    def _predicated_lists(self) -> None:
        """Let people be whom a list names them: "held four editors. They are X, Y, Z and W", "The victims are X and Y"."""
        for names in self.lists:
            subject = self._subject(names)
            if subject is not None:
                self.clusters.spread(subject, names)
                self._counted_before(names)
                if self.clusters.mentions[subject].kind is Kind.JOURNALIST:
                    self._are_journalists(names)
            start = self.clusters.mentions[names[0]].start
            if tuple(t.lower_ for t in self.doc[max(0, start - 2) : start]) not in THEY_ARE:
                continue
            here = self.sentence[start]
            for i, mention in reversed(list(enumerate(self.clusters.mentions[: names[0]]))):
                number = count_of_mention(self.doc, mention) or 0
                told = mention.form is Form.DESCRIPTION and mention.plural and here - self.sentence[mention.head] == 1
                if told and mention.kind in PEOPLE and len(names) <= number <= len(names) + 1:
                    self.clusters.spread(i, names)
                    if self.clusters.kind(i) is Kind.JOURNALIST:
                        self._are_journalists(names)
                    break

    def _subject(self, names: tuple[int, ...]) -> int | None:
        """Return the definite plural of which a list of names is the predicate.

        "*The reporters held* were X and Y", "*the victims* were identified as X and Y".
        """
        first = self.doc[self.clusters.mentions[names[0]].head]
        up = self.syntax.governor(first)
        if up is not None and up.preposition == "as" and up.token.lemma_ in IDENTIFYING:
            subject = self.syntax.first(up.token, R.PASSIVE_SUBJECT, R.OBJECT)
        else:
            subject = self.syntax.first(first, R.SUBJECT) if self.syntax.first(first, R.COPULA) is not None else None
        index = self.clusters.at(subject.i) if subject is not None else None
        if index is None or index > names[0]:
            return None
        mention = self.clusters.mentions[index]
        told = mention.form is Form.DESCRIPTION and mention.plural and mention.definite and mention.kind in PEOPLE
        return index if told else None

    def _names_beside(self, mention: Mention) -> tuple[int, ...]:
        after = mention.end
        if after < len(self.doc) and self.doc[after].text in (",", ":", "–", "—", "-"):
            after += 1
        while mention.end < after < len(self.doc) and (_is_position(self.doc[after]) or _is_article(self.doc[after])):
            after += 1
        index = self.clusters.at(after) if after < len(self.doc) else None
        if index is None or self.clusters.mentions[index].start != after:
            return ()
        listed = next((each for each in self.lists if index in each), None)
        if listed is not None:
            return listed[listed.index(index) :]
        one = self.clusters.mentions[index].form is Form.NAME and self.clusters.kind(index) in PERSONS
        return (index,) if one and after == mention.end else ()

    def _names_before(self, mention: Mention) -> tuple[int, ...]:
        """Return the list right before a comma and a bare plural that says what they are: "X and Y, reporters for Z"."""
        number = count_of_mention(self.doc, mention)
        for names in self.lists:
            end = self.clusters.mentions[names[-1]].end
            bare = end + 1 == mention.start and self.doc[end].text == ","
            if bare and self.doc[mention.head].dep_ == "appos" and number in (None, len(names)):
                return names
        return ()

    def _names_after_phrase(self, mention: Mention) -> tuple[int, ...]:
        """Return the list after a phrase about them: as long as is counted, or between dashes.

        "Two reporters for Radio Tengri, X and Y", "reporters for Radio Tengri – X and Y – were held".
        """
        number = count_of_mention(self.doc, mention)
        for names in self.lists:
            start, stop = self.clusters.mentions[names[0]].start, self.clusters.mentions[names[-1]].end
            between = self.doc[mention.end : start]
            if not 1 < len(between) <= LONGEST_PHRASE or self.sentence[start] != self.sentence[mention.head]:
                continue
            relative = next((k for k, t in enumerate(between) if t.tag_ in ("WP", "WP$", "WDT")), len(between))
            finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in between[:relative])
            ends = {t.text for t in (between[0], between[-1])}
            enclosed = bool(ends & DASHES) and self.doc.text_of(stop, stop + 1) in DASHES
            if enclosed and number in (None, len(names)) and not finite:
                return names
            if len(names) == number and between[-1].text in (",", ":", "(", "–", "—", "--", "-") and not finite:
                return names
        return ()

    def _with_host(self, names: tuple[int, ...]) -> tuple[int, ...] | None:
        """Return a list with the one whom it is beside: "Omar Keita, along with two others – X and Y – was held"."""
        token = self.doc[self.clusters.mentions[names[0]].head]
        before = (d.token for d in self.syntax.dependents(token, R.OBLIQUE) if d.preposition in COMPANY)
        first = next((i for t in before if (i := self.clusters.at(t.i)) is not None), None)
        if first is not None and first < names[0] and self.clusters.kind(first) in PERSONS:
            return (first, *names)  # "Alongside Omar Keita were X and Y"
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

    def _are_journalists(self, names: tuple[int, ...]) -> None:
        for name in names:
            if self.clusters.kind(name) is Kind.PERSON:
                self.clusters.settle(name, Kind.JOURNALIST)


def _plural_noun(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS")


def _is_article(token: Token) -> bool:
    """Whether an article stands before the position of somebody in a list: "X and *the* editor Y"."""
    return token.lower_ == "the" and token.i + 1 < len(token.doc) and _is_position(token.nbor())


def _is_position(token: Token) -> bool:
    """Whether a word may stand before a name as what somebody is: "reporter X and her cameraman Y"."""
    return token.is_lower and token.pos_ in ("NOUN", "ADJ", "PROPN") and describe([noun_lemma(token)]) is not None
