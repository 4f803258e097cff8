"""Finds the names of a parse: what the entity recogniser marked, mended by what a report itself shows.

"Radio Tengri editor Dana Serikova was held in Osh. Serikova …": the recogniser may miss the second *Serikova* or take it
for a place. Three facts mend it: a capitalised run with a word such as Court or Radio in it is a body; a capitalised run
right after *journalist* or *Judge* is a person; and bodies known all over the world, web addresses and country names are
what they are. What all the names of a report show of each is in `name_labels.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from graphbuild.extract.kinds import body_word, is_agency, kind_of_name
from graphbuild.extract.lemmas import noun_lemma
from graphbuild.extract.name_contexts import (
    abbreviated,
    after_bodies,
    after_positions,
    after_staff,
    apposed_to_positions,
    before_bodies,
    quoted_outlets,
)
from graphbuild.extract.name_edges import (
    BODY,
    CLITICS,
    PEOPLES,
    PERSON,
    PLACE,
    REGIONS,
    SURE_PLACE,
    Name,
    is_part_of_name,
    is_profile,
    trimmed,
    without_trade,
)
from graphbuild.extract.name_labels import SITE, is_site, relabelled, surnames
from graphbuild.extract.runs import Runs
from graphbuild.lexicons.gazetteer import country_of, is_nationality, place_score
from graphbuild.lexicons.names import first_words, load_names
from graphbuild.lexicons.words import AgencyWord, GroupWord, OutletWord, Position, load_words
from graphbuild.model import Kind

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Span, Token

LABELS = {"PERSON": PERSON, "PER": PERSON, "ORG": BODY, "LOC": PLACE, "GPE": PLACE, "FAC": PLACE}
"""Labels of both label schemes; NORP is no name: nationalities are adjectives of what they stand at."""
VAGUE = frozenset(
    {"media", "press", "news", "daily", "post", "international", "independent", "public", "online", "show"}
)
"""Words of bodies' names that begin many other capitalised phrases: "Media Law", "Press Freedom Day"."""
LONGEST_KNOWN = 6
LONGEST_OFFICE = 4
"""Words of an office before a name at most."""
SHORT_SURNAME = 3
LONGEST_TITLE = 5
"""Words between *by* and the name of who did it at most."""
OF_OUTLETS = frozenset({"editor", "publisher", "newsroom", "reporter", "correspondent", "staff", "website"})
LAWS = frozenset({"law", "act", "bill", "code", "decree", "constitution", "amendment"})
DUTIES = frozenset(
    "human resource resources public relations communications marketing sales advertising circulation finance operations"
    " programme program security legal technical production distribution".split()
)
"""Words for what an officer of any body is in charge of."""
FREQUENCY = re.compile(r"\d{2,3}\.\d")
DESCRIBING = re.compile(r"-(based|funded|owned|backed|led|run|born|controlled|affiliated|sponsored|linked|registered)$")
"""Ends of adjectives that are written as one word with a name: "U.S.-funded"."""


def find_names(doc: Doc) -> list[Name]:
    """Return the names of a parse in text order, none overlapping another, one label for one string."""
    return _NameFinder(doc).find()


SUBJECTS = frozenset(
    "communications communication radio television press culture information media post telecommunications broadcasting"
    " interior justice defence defense security intelligence law order foreign internal".split()
)
"""What bodies of a state are named for."""


class _NameFinder:
    def __init__(self, doc: Doc) -> None:
        self.doc, self.runs = doc, Runs(doc)
        self.names: list[Name] = []
        self.persons = [
            start for e in doc.ents if (start := self._office_end(e)) > e.start or e.label_ in ("PERSON", "PER")
        ]

    def find(self) -> list[Name]:
        """Collect names from the surest source to the least sure; what is taken stays taken."""
        self._take(self._known())
        self._take(self._sites())
        self._take(abbreviated(self.doc), over=True)
        self._take(self._body_runs(), over=True)
        self._take(quoted_outlets(self.doc))
        self._take(self._recognised())
        self._take(self._holders)
        self._take(after_positions(self.doc, self.runs))
        self._take(after_bodies(self.doc, self.runs))
        self._take(after_staff(self.doc, self.runs))
        self._take(before_bodies(self.doc))
        self._take(self._places())
        self._take(self._in_brackets())
        self.names = relabelled(self.doc, self.names, self.runs)
        self._take(self._echoes())
        return sorted(map(self._with_frequency, self.names), key=lambda n: n.start)

    def _with_frequency(self, name: Name) -> Name:
        """Extend a body's name over the megahertz that stations have in theirs: "Radio Aksu 90.3"."""
        after = self.doc[name.end].text if name.end < len(self.doc) else ""
        return Name(name.start, name.end + 1, BODY) if name.label == BODY and FREQUENCY.fullmatch(after) else name

    def _take(self, found: Iterable[Name], *, over: bool = False) -> None:
        """Add names that overlap none so far; with `over` those they cover make room."""
        for name in list(found):
            if name.end <= name.start or (name.end - name.start == 1 and DESCRIBING.search(self._text(name))):
                continue
            clash = [n for n in self.names if n.start < name.end and name.start < n.end]
            if over and all(name.start <= n.start and n.end <= name.end for n in clash):
                self.names = [n for n in self.names if n not in clash]
                clash = []
            if not clash:
                self.names.append(name)

    def _known(self) -> Iterator[Name]:
        """Yield bodies known all over the world, as they are written; short words in capitals only where marked."""
        known = load_names()
        for start in range(len(self.doc)):
            if self.doc[start].text not in first_words():
                continue
            for end in range(min(len(self.doc), start + LONGEST_KNOWN), start, -1):
                if end < len(self.doc) and is_profile(self.doc[end]):
                    continue
                if self.doc.text_of(start, end) in known and (end - start > 1 or self._stands_out(self.doc[start])):
                    yield Name(start + (self.doc[start].lower_ == "the"), end, BODY)
                    break

    def _stands_out(self, token: Token) -> bool:
        """Whether a single word is no ordinary one: three capitals at least, or marked as a name."""
        if any(e.start <= token.i < without_trade(self.doc, e.start, e.end) > e.start + 1 for e in self.doc.ents):
            return False  # a longer name: "Sputnik Azerbaijan"
        upper = token.text.isupper() and len(token) >= 3 and not self.runs.titled(token)
        return upper or token.ent_type_ in LABELS

    def _sites(self) -> Iterator[Name]:
        """Yield web addresses that stand as names: "Arna.kz reported"."""
        return (
            Name(t.i, t.i + 1, BODY)
            for t in self.doc
            if (SITE.fullmatch(t.text) and not t.text.islower()) or is_site(t)
        )

    def _recognised(self) -> Iterator[Name]:
        for entity in self.doc.ents:
            label = LABELS.get(entity.label_)
            if label is not None and not self._ends_office(entity.start, entity.end) and not self._is_post(entity):
                stop = next((h.start for h in self._holders if entity.start < h.start < entity.end), entity.end)
                office = self._office_end(entity)
                label = PERSON if office > entity.start else label
                start, end = trimmed(self.doc, office, stop, person=label == PERSON)
                end = self._without_office(start, end) if label == BODY else end
                if start >= end:
                    continue
                name = self._with_office(Name(start, end, label))
                if self._is_people(name) or is_cut_off(self.doc, name.start, name.end):
                    continue
                body = self._is_service(name) or self._has_acronym(name) or self._is_edited(name)
                body = body or (name.label == PLACE and self._text(name) in self._called_outlets)
                label = BODY if body else name.label
                yield Name(name.start, name.end, PLACE if self._is_place(name) else label)

    @cached_property
    def _called_outlets(self) -> frozenset[str]:
        """The names that a noun before them calls an outlet: "the investigative outlet | Arna"."""
        outlets = load_words(OutletWord)
        called = (n for n in after_bodies(self.doc, self.runs) if outlets.get([noun_lemma(self.doc[n.start - 1])]))
        return frozenset(self._text(n) for n in called)

    def _office_end(self, entity: Span) -> int:
        """Return where a name begins that a recogniser has with the end of an office: "Secretary of | State Lea Vik"."""
        ends = range(entity.start + 1, entity.end)
        return next((end for end in ends if self._ends_office(entity.start, end)), entity.start)

    def _without_office(self, start: int, end: int) -> int:
        """Return the end of a body's name short of an office at it: "UN | Special Rapporteur"."""
        words = [t.lower_ for t in self.doc[start:end]]
        office = load_words(Position).ending(words)
        if office is None or office.kind is Kind.JOURNALIST or {"of", "for"} & set(words):
            return end
        short = end - len(office.words)
        return short if short > start and self.doc[short - 1].whitespace_ else end

    def _is_post(self, entity: Span) -> bool:
        """Whether what was taken for a body is what somebody is at one, or does there.

        "Communications Officer | of the Congress", "Human Resource | Manager Dana Vik".
        """
        end = entity.end
        following = self.doc[end : end + 1]
        if all(t.lower_ in DUTIES for t in self.doc[entity.start : end]):
            return any(load_words(Position).get((t.lower_,)) is not None for t in following)
        end += any(t.is_title and load_words(Position).get((t.lower_,)) is not None for t in following)
        last, after = self.doc[end - 1].lower_, self.doc[end : end + 1]
        agency = load_words(AgencyWord).get((last,))
        post = load_words(Position).get((last,)) is not None and (agency is None or agency.member)
        unknown = kind_of_name(entity.text, Kind.ORGANIZATION)[0] is Kind.ORGANIZATION
        return entity.label_ == "ORG" and post and unknown and any(t.lower_ == "of" for t in after)

    def _ends_office(self, start: int, end: int) -> bool:
        """Whether words are the last ones of an office: "Commissioner for | Human Rights", and name nobody."""
        if start < 2 or self.doc[start - 1].lower_ not in ("of", "for", "on"):
            return False
        offices = (self.doc[i:end] for i in range(max(start - LONGEST_OFFICE, 0), start - 1))
        return any(load_words(Position).get([t.lower_ for t in office]) is not None for office in offices)

    @cached_property
    def _holders(self) -> tuple[Name, ...]:
        return tuple(apposed_to_positions(self.doc))

    def _with_office(self, name: Name) -> Name:
        """Extend a body's name that is a mere place over what it is the office of: "Shymkent | police department"."""
        end = name.end
        while end < len(self.doc) and self.doc[end].is_lower and self.doc[end].pos_ == "NOUN":
            end += 1
        words = [noun_lemma(t) for t in self.doc[name.end : end]]
        office = len(words) > 1 and load_words(AgencyWord).ending(words) is not None
        place = name.label == BODY and place_score(self._text(name)) >= SURE_PLACE
        return Name(name.start, end, BODY) if office and place else name

    def _is_people(self, name: Name) -> bool:
        """Whether it is a nationality, a doctrine or a law, which name nobody: "Kazakhs", "Marxism", "Media Law"."""
        text = self._text(name)
        words = text.split()
        branch = len(words) == 2 and is_nationality(words[0]) and words[1].islower()  # "the Kazakh service of …"
        doctrine = name.label == PERSON and len(words) == 1 and text.endswith("ism")
        law = name.label == BODY and text.rpartition(" ")[2].lower() in LAWS
        return (is_nationality(text) or text in PEOPLES or branch or doctrine or law) and text not in load_names()

    def _has_acronym(self, name: Name) -> bool:
        """Whether what is taken for a place is a body: "by the so-called Osh Republic (OR)" has an acronym, and acts."""
        doc, text = self.doc, self._text(name)
        after = [t.text for t in doc[name.end : name.end + 3]]
        acronym = len(after) == 3 and (after[0], after[2]) == ("(", ")") and after[1].isupper() and len(after[1]) > 1
        if not acronym or name.label != PLACE or name.end - name.start < 2 or country_of(text) is not None:
            return False
        before = {t.lower_ for t in doc[max(0, name.start - LONGEST_TITLE) : name.start]}
        return "by" in before or not place_score(text)

    def _is_edited(self, name: Name) -> bool:
        """Whether what is taken for a place that no gazetteer knows has what outlets have: "editor of Arna"."""
        before = self.doc[max(0, name.start - 2) : name.start]
        if name.label != PLACE or len(before) < 2 or before[1].lower_ != "of" or place_score(self._text(name)):
            return False
        return noun_lemma(before[0]) in OF_OUTLETS

    def _is_service(self, name: Name) -> bool:
        """Whether a name begins with the acronym of a known body, and so is no person's: "VOA Hausa"."""
        first = self.doc[name.start].text
        return name.end - name.start > 1 and first.isupper() and first in load_names()

    def _is_place(self, name: Name) -> bool:
        """Whether it is a country, or a known place after *in*: no body stands there."""
        text = self._text(name)
        if text in REGIONS:
            return True
        if country_of(text) is not None:
            return not is_nationality(text) and place_score(text) > 0
        before = self.doc[name.start - 1].lower_ if name.start > 0 else ""
        after = self.doc[name.end] if name.end < len(self.doc) else None
        if after is not None and load_words(AgencyWord).get([after.text]) is not None:  # "the Shymkent police"
            single = name.label == PERSON and " " not in text  # nobody's name stands right before his police
            return (name.label == BODY or single) and place_score(text) >= SURE_PLACE
        if after is not None and name.label == PERSON and " " not in text and after.lower_ in CLITICS:  # "Osh's court"
            head = self.doc[name.start].head
            return load_words(AgencyWord).get([noun_lemma(head)]) is not None and place_score(text) >= SURE_PLACE
        return name.label == BODY and before in ("in", "near", "outside") and place_score(text) >= SURE_PLACE

    def _body_runs(self) -> Iterator[Name]:
        """Yield maximal capitalised runs that hold a word such as Court or Ministry, outside title case."""
        i = 0
        while i < len(self.doc):
            end = self._before_person(i, self.runs.end(i))
            apart = not self.runs.titled(self.doc[i]) and not self._ends_office(i, end)
            if end - i >= 2 and apart and self._is_body(i, end):
                owner = 2 * (self.doc[i + 1].lower_ in CLITICS and country_of(self.doc[i].text) is not None)
                start = self._past_position(i + (owner or self.doc[i].lower_ in ("the", "a", "an")), end)
                start = self._with_subject_before(start, end)
                yield Name(*trimmed(self.doc, start, end, person=False), BODY)
            i = max(end, i + 1)

    def _with_subject_before(self, start: int, end: int) -> int:
        """Return where a name with *and* begins: "the *Communications and* Media Commission", one body by its article."""
        before = self.doc[max(0, start - 3) : start]
        if len(before) < 3 or before[2].lower_ != "and" or before[0].lower_ != "the" or not before[1].is_title:
            return start
        inside = {t.lower_ for t in (before[1], self.doc[start])}
        return start - 2 if inside <= SUBJECTS and body_word(self.doc[end - 1].lower_) else start

    def _before_person(self, start: int, end: int) -> int:
        """Return where a run ends before a person and what he is: "Osh Police Office | Deputy Head Anders Vik"."""
        person = next((p for p in self.persons[bisect_right(self.persons, start) :] if p < end), None)
        if person is None:
            return end
        position = load_words(Position).ending([t.lower_ for t in self.doc[start:person]])
        return person - len(position.words) if position is not None else end

    def _past_position(self, start: int, end: int) -> int:
        """Return where a run goes on after people: "General Manager of | Zuria FM", "Fighters of | the Aksu Front"."""
        of = next((i for i in range(start + 1, end - 1) if self.doc[i].lower_ in ("of", "at", "for")), None)
        if of is None:
            return start
        people = load_words(GroupWord).get([noun_lemma(t) for t in self.doc[start:of]])
        if load_words(Position).ending([t.lower_ for t in self.doc[start:of]]) is None and people is None:
            return start
        return of + 1 + (self.doc[of + 1].lower_ == "the")

    def _is_body(self, start: int, end: int) -> bool:
        words = [t.lower_ for t in self.doc[start:end]]
        head = next((i for i, w in enumerate(words) if i and w in ("of", "for", "to", "on", "against")), len(words))
        if not (
            is_agency(words)
            or body_word(words[-1])
            or body_word(words[head - 1])
            or (body_word(words[0]) and words[0] not in VAGUE)
        ):
            return False
        # "Interior Ministry spokesman Anders Vik": a person marked inside begins another name
        return not any(e.label_ in ("PERSON", "PER") and start < e.end and e.start < end for e in self.doc.ents)

    def _in_brackets(self) -> Iterator[Name]:
        """Yield single words in brackets after a person: "Aysel Umudova (Kerimli)"."""
        for person in [n for n in self.names if n.label == PERSON]:
            inside = self.doc[person.end : person.end + 3]
            if len(inside) == 3 and (inside[0].text, inside[2].text) == ("(", ")") and is_part_of_name(inside[1]):
                yield Name(inside[1].i, inside[1].i + 1, PERSON)

    def _places(self) -> Iterator[Name]:
        """Yield countries, and known places right after a preposition of place."""
        for token in self.doc:
            short = token.pos_ == "NOUN" and token.text.isupper() and len(token) >= 3  # "the DRC"
            if not (token.pos_ == "PROPN" or short) or not token.text[:1].isupper():
                continue
            two = token.i + 1 < len(self.doc) and token.nbor().text[:1].isalnum()
            for end in range(token.i + 1 + two, token.i, -1):
                text = self.doc.text_of(token.i, end)
                after_in = token.i > 0 and self.doc[token.i - 1].lower_ in ("in", "at", "near", "of", "from", "to")
                if (country_of(text) and place_score(text) > 0 and not is_nationality(text)) or (
                    after_in and place_score(text) >= SURE_PLACE
                ):
                    yield Name(token.i, end, PLACE)
                    break

    def _echoes(self) -> Iterator[Name]:
        """Yield further mentions of known names that nothing has marked: full ones, last names, acronyms."""
        known: dict[str, str] = {}
        for name in self.names:
            text = self._text(name)
            if name.end - name.start > 1 or (name.label == BODY and text.isupper()) or len(text) > SHORT_SURNAME:
                known.setdefault(text, name.label)
        last = surnames(self.doc, self.names) - self._peoples()
        known |= dict.fromkeys((s for s in last if len(s) > SHORT_SURNAME), PERSON)
        longest = max((len(text.split()) for text in known), default=0)
        taken = {i for n in self.names for i in range(n.start, n.end)}
        firsts = {self.doc[n.start].text for n in self.names} | last
        i = 0
        while i < len(self.doc):
            ends = range(i + longest, i, -1) if self.doc[i].text in firsts else ()
            end = next((e for e in ends if self._is_echo(i, e, known, taken)), 0)
            if end:
                yield Name(i, end, known[self.doc.text_of(i, end)])
            i = max(end, i + 1)

    def _peoples(self) -> set[str]:
        """Return the names that a text uses of a people, and so no longer of a person alone: "the Baloch nation"."""
        doc = self.doc
        described = (t for t in doc[:-1] if t.nbor().pos_ == "NOUN" and t.nbor().is_lower)
        return {t.text for t in described if t.text in PEOPLES or is_nationality(t.text)}

    def _is_echo(self, start: int, end: int, known: dict[str, str], taken: set[int]) -> bool:
        if end > len(self.doc) or not taken.isdisjoint(range(start, end)) or self.doc.text_of(start, end) not in known:
            return False
        return self.doc[start].text[:1].isupper() and any(
            t.pos_ in ("PROPN", "NOUN", "ADJ", "X") for t in self.doc[start:end]
        )

    def _text(self, name: Name) -> str:
        return self.doc.text_of(name.start, name.end)


def is_cut_off(doc: Doc, start: int, end: int) -> bool:
    """Whether a single word stands right before the dots that end a teaser: a name that is not whole."""
    return end - start == 1 and end < len(doc) and doc[end].text in ("…", "...", "[…]")
