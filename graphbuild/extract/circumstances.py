"""When and where: which of a sentence's dates and places belongs to which trigger.

"Karimov, who was arrested on May 3, was sentenced in Osh on June 5": a date or a place belongs to the clause that its
phrase hangs on, and to the clauses below that one, but does not leave a relative clause. So the walk goes from the
trigger up its governors to the first that has such a phrase; what hangs on the trigger itself comes first, and what
hangs on it directly before what lies deeper. How far up a date holds is told in `scope`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from graphbuild.documents.datelines import dateline
from graphbuild.extract.clusters import Clusters
from graphbuild.extract.fronted import Fronted
from graphbuild.extract.kinds import GATHERINGS, PERSONS
from graphbuild.extract.lemmas import readings
from graphbuild.extract.mentions import Form
from graphbuild.extract.narrative import Narrative
from graphbuild.extract.noun_phrases import is_time
from graphbuild.extract.places import Places
from graphbuild.extract.quotations import quotations
from graphbuild.extract.rulings import ruler_of
from graphbuild.extract.scope import LATER, MEANWHILE, Scope
from graphbuild.extract.subjects import VERBAL
from graphbuild.extract.surface import has_subject, is_person
from graphbuild.extract.syntax import Dependent, Relation, Syntax
from graphbuild.extract.times import TimeExpression
from graphbuild.extract.times.intervals import started
from graphbuild.extract.times.spans import finest
from graphbuild.model import Kind, Time

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Span, Token

R = Relation

DEPTH = 4
"""Levels below a clause's head where its circumstances are looked for."""
UP_TO = frozenset({"before", "until", "till"})
"""Prepositions of a day by which something had happened already."""
FRONT = 3
"""Tokens from a sentence's start within which a date is fronted, and so holds for its main clause."""
ASIDE = (R.RELATIVE, R.ADNOMINAL, R.COMPLEMENT, R.PARATAXIS)
"""Clauses that keep their circumstances to themselves."""
BLOWS = frozenset(
    "strike airstrike blast explosion bomb bombing shell shelling missile rocket drone grenade mine attack crash".split()
)
"""Nouns for what kills and wounds at once."""
LOCAL = frozenset({"police", "court", "prosecutor"})
"""Functions of agencies of one place."""
SPEAKERS_OWN = frozenset({"today", "yesterday", "tomorrow", "overnight"})
"""Rules for days that hang on when somebody speaks."""
DONE = frozenset(
    {"committed", "perpetrated", "carried", "launched", "staged", "handed", "imposed", "passed", "pronounced"}
)
RETURNING = frozenset({"return", "come", "arrive", "travel"})
PAST = frozenset({"VBD", "VBN"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Circumstances:
    """The dates and places of one parse, by the words they stand on."""

    def __init__(
        self, doc: Doc, syntax: Syntax, clusters: Clusters, times: list[TimeExpression], published: date | None = None
    ) -> None:
        self.published = published
        self.doc, self.text, self.syntax, self.clusters = doc, doc.text, syntax, clusters
        self.scope = Scope(syntax)
        filed = dateline(self.text)
        self.places = Places(doc, syntax, clusters, filed)
        self.fronted = Fronted(syntax, filed)
        self.times: dict[int, TimeExpression] = {}
        self._starts: dict[int, TimeExpression] = {}
        self._entries: dict[int, Time] = {}
        """dates that open an entry of a chronology, by the line break before it: "19 July – the detention of …" """
        self.narrative = Narrative(doc, syntax, self.times, lambda word: self._told(word, frozenset())[0])
        self._of_nouns: dict[int, TimeExpression] = {}
        """dates that stand before a noun as part of its phrase, by their last token: "the June 3 attack" """
        quoted = [(doc[q.start].idx, doc[q.end - 1].idx) for q in quotations(doc)]
        for each in times:
            if each.time is None or each.kind in ("duration", "until") or each.rule == "dateline":
                continue
            if each.rule in SPEAKERS_OWN and any(start <= each.start < end for start, end in quoted):
                continue  # whoever spoke may have done so on another day than that of the report
            span = doc.char_span(each.start, each.end)
            if span is not None and doc[max(0, span.start - 1)].lower_ in UP_TO and span.start > 0:
                continue  # "Before Monday, 15 people had been arrested"
            if span is not None and each.kind == "modifier":
                self._of_nouns[span.end - 1] = each
            elif span is not None:
                self.times[span.root.i] = each
                self._starts[span.start] = each
                if self._opens_entry(span):
                    self._entries[self._line_break(span.start_char)] = each.time

    def time_of(self, trigger: Token, others: frozenset[int]) -> Time | None:
        """Return the date of a trigger; `others` are the tokens of the other triggers, whose own dates are theirs."""
        told, reached = self._told(trigger, others)
        if told is not None or not (self.times or self._of_nouns):
            return told
        return (
            self._shared(trigger)
            or self._since(trigger)
            or self._in_phrase(trigger)
            or self._fronted(trigger, reached, others)
            or self._of_gathering(trigger)
            or self._of_clause(trigger)
            or self._of_first(trigger)
            or self._of_blow(trigger)
            or self._of_entry(trigger)
            or self._only(trigger, others)
            or self.narrative.time_of(trigger)
        )

    def _told(self, trigger: Token, others: frozenset[int]) -> tuple[Time | None, Token]:
        """Return the date in a trigger's own phrase or in a clause above that shares it, and the last word reached."""
        own, reached = self._of_noun(trigger) or self._right_after(trigger) or self._before_when(trigger), trigger
        if own is not None:
            return own, reached
        for head, blocked in self._chain(trigger, time=True):
            own_verb = head == trigger or (reached == trigger and ruler_of(trigger, self.syntax) is not None)
            reached = head
            below = self._below(head, blocked | (others - {trigger.i}), own=own_verb)
            dates = [t for t in below if t.i in self.times and not self.scope.is_anothers(t, trigger, self._starts)]
            found = [time for t in dates if (time := self.times[t.i].time) is not None]
            if found:
                return finest(found), reached
        return None, reached

    def _opens_entry(self, span: Span) -> bool:
        """Whether a date stands at the start of a line with a dash or a colon after it."""
        alone = not self.text[self._line_break(span.start_char) + 1 : span.start_char].strip("•*- \t")
        return alone and span.end < len(self.doc) and self.doc[span.end].text in (":", "-", "–", "—", "--")

    def _of_entry(self, trigger: Token) -> Time | None:
        """Return the date of the entry of a chronology that a trigger stands in."""
        return self._entries.get(self._line_break(trigger.idx)) if self._entries else None

    def _line_break(self, offset: int) -> int:
        """Return where the line break before an offset is, -1 in the first line."""
        return self.text.rfind("\n", 0, offset)

    def in_brackets_after(self, end: int, stop: int | None) -> Time | None:
        """Return the date in brackets after a name: "X, editor of Arna (May 3)"; `stop` is where the next name ends."""
        limit = min(stop if stop is not None else len(self.doc), self.doc[end - 1].sent.end)
        for i in range(end, limit - 1):
            if self.doc[i].text == "(" and i + 1 in self._starts:
                return self._starts[i + 1].time
        return None

    def _before_when(self, trigger: Token) -> Time | None:
        """Return the date of which a clause says what happened then: "dates back to May 3, when X was arrested"."""
        when = next((c for c in trigger.children if c.lower_ == "when" and c.i < trigger.i), None)
        if when is None or when.i - 2 < trigger.sent.start:
            return None
        last = self.doc[when.i - 1 - (self.doc[when.i - 1].text == ",")]  # the year may hang on the day
        return next((self.times[t.i].time for t in (last, last.head) if t.i in self.times and t.i < when.i), None)

    def _right_after(self, trigger: Token) -> Time | None:
        """Return the date that stands right after an event noun: "his arrest on May 3"."""
        end = trigger.i + 2
        if trigger.pos_ != "NOUN" or end >= len(self.doc) or self.doc[end - 1].lower_ not in ("on", "in"):
            return None
        found = self._starts.get(end)
        return found.time if found is not None else None

    def _of_clause(self, trigger: Token) -> Time | None:
        """Return the date of the clause that says when, or of the participle that says who did it.

        "Was tortured when he was held in June 2014", "the murder of X committed two months ago".
        """
        participles = (d.token for d in self.syntax.dependents(trigger, R.ADNOMINAL) if trigger.pos_ == "NOUN")
        clause = next(chain((p for p in participles if p.lower_ in DONE), self._meanwhile(trigger)), None)
        if clause is None:
            return None
        found = (t for t in self._below(clause, frozenset({trigger.i}), own=True) if t.i in self.times)
        return next((self.times[t.i].time for t in found if not self.scope.is_put_off_to(t)), None)

    def _of_blow(self, trigger: Token) -> Time | None:
        """Return the date of the blow that a relative clause tells more of: "was hit by a grenade, *which* hurt X"."""
        up = self.syntax.governor(trigger)
        if up is None or up.relation is not R.RELATIVE or up.token.lemma_.lower() not in BLOWS:
            return None
        above = self.syntax.governor(up.token)
        return self._told(above.token, frozenset({trigger.i}))[0] if above is not None else None

    def _of_first(self, trigger: Token) -> Time | None:
        """Return the date of the clause that says when, of the first of several acts: "stopped him while he was covering
        a trial in April, *held* him and beat him"."""
        up = self.syntax.governor(trigger)
        goes_on = up is not None and up.relation is R.CONJUNCT and up.token.pos_ in VERBAL and not has_subject(trigger)
        return self._of_clause(up.token) if up is not None and goes_on else None

    def _meanwhile(self, trigger: Token) -> Iterator[Token]:
        """Yield the clauses that say during what an act was done: "as he left his home", "after a bomb went off"."""
        for d in self.syntax.dependents(trigger, R.ADVERBIAL):
            links = {c.lower_ for c in d.token.children if c.i < d.token.i}
            if MEANWHILE & links or ("after" in links and _is_blast(d.token)):
                yield d.token

    def _of_gathering(self, trigger: Token) -> Time | None:
        """Return the day of the gathering that an act was done to: "the rally held on May 14 was met with violence"."""
        up = self.syntax.governor(trigger)
        verbs = [trigger] if up is None or up.token.pos_ not in VERBAL else [trigger, up.token]
        for verb in verbs:
            noun = self.syntax.first(verb, R.PASSIVE_SUBJECT, R.OBJECT)
            if noun is not None and noun.lemma_.lower() in GATHERINGS:
                below = (t for t in noun.subtree if t.i in self.times)
                return next((self.times[t.i].time for t in below), None)
        return None

    def _of_noun(self, trigger: Token) -> Time | None:
        """Return the date right before an event noun, the act's own or the one it happened in.

        "The June 3 assaults", "was beaten in a 2013 incident".
        """
        inside = [d.token for d in self.syntax.dependents(trigger, R.OBLIQUE) if d.preposition in ("in", "during")]
        return next((time for noun in (trigger, *inside) if (time := self._before_noun(noun)) is not None), None)

    def _before_noun(self, trigger: Token) -> Time | None:
        if trigger.pos_ != "NOUN" or not self._of_nouns:
            return None
        i = trigger.i - 1
        while i >= trigger.sent.start and self.doc[i].pos_ in ("ADJ", "NOUN", "PART") and i not in self._of_nouns:
            i -= 1
        found = self._of_nouns.get(i)
        return found.time if found is not None else None

    def _only(self, trigger: Token, others: frozenset[int]) -> Time | None:
        """Return the one date of a sentence that tells of one act: "was attacked by a man using a knife on May 8".

        It hangs on a participle after the trigger, which goes on with what the trigger tells. What hangs on a noun ("a
        report about the elections in 2021") or stands beyond a finite verb is of something else.
        """
        sentence = trigger.sent
        inside = range(sentence.start, sentence.end)
        found = [i for i in inside if i in self.times]
        if len(found) != 1 or found[0] < trigger.i or any(i in others and i != trigger.i for i in inside):
            return None
        if self.scope.is_anothers(self.doc[found[0]], trigger, self._starts):
            return None
        tags = {t.tag_ for t in self.doc[trigger.i + 1 : found[0]]}
        return self.times[found[0]].time if "VBG" in tags and not tags & FINITE else None

    def _shared(self, trigger: Token) -> Time | None:
        """Return the date after the last of two verbs side by side: "was detained and beaten on Monday"."""
        for verb in self._side_by_side(trigger):
            for token in self._below(verb, frozenset(), own=True):
                if token.i in self.times and token.i > verb.i:
                    return self.times[token.i].time
        return self._shared_year(trigger)

    def _shared_year(self, trigger: Token) -> Time | None:
        """Return the year or month after the last of passives under one auxiliary: "was tried in absentia and *shot in
        1944*". The day may be that of the last alone: "was held at home and fined on Monday"."""
        if trigger.tag_ != "VBN" or not any(c.dep_ == "aux:pass" for c in trigger.children):
            return None
        for verb in self.syntax.conjuncts(trigger)[1:]:
            if verb.tag_ != "VBN" or any(c.dep_.startswith(("aux", "nsubj")) for c in verb.children):
                continue
            for token in self._below(verb, frozenset(), own=True):
                time = self.times[token.i].time if token.i in self.times and token.i > verb.i else None
                if time is not None and time.earliest != time.latest:
                    return time
        return None

    def _side_by_side(self, trigger: Token) -> Iterator[Token]:
        """Yield the verbs joined to a trigger with nothing of its own between: "searched and | sealed it in Osh".

        What one blow does is done at one time in one place, whatever stands between: "a shell killed X and | wounded Y".
        """
        blow = self.syntax.first(trigger, R.SUBJECT)
        one = blow is not None and blow.tag_ == "NN" and blow.lemma_.lower() in BLOWS
        for verb in self.syntax.conjuncts(trigger)[1:]:
            bare = all(t.pos_ in ("CCONJ", "ADV", "AUX", "VERB") for t in self.doc[trigger.i + 1 : verb.i])
            if one or bare or self._of_two(trigger, verb):
                yield verb

    def _of_two(self, one: Token, other: Token) -> bool:
        """Whether the same people do two things to different ones: "arrested reporter X and | beat cameraman Y on Sunday".

        What is done to one person after another stands in its own words: "abducted X and killed him on Sunday".
        """
        whom = [self.syntax.first(verb, R.OBJECT) for verb in (one, other)]
        named = all(w is not None and is_person(w) for w in whom)
        own = self.syntax.first(other, R.SUBJECT, R.PASSIVE_SUBJECT)
        return named and own is None and one.tag_ == "VBD" and other.tag_ in ("VBD", "VBN")

    def _in_phrase(self, trigger: Token) -> Time | None:
        """Return the date at the end of the phrase of a participle: "was among those held in Osh *on Sunday*".

        What follows belongs to what is nearest (Kimball 1973, right association), whatever a parse hangs it on.
        """
        up = self.syntax.governor(trigger)
        if trigger.tag_ != "VBN" or up is None or up.relation is not R.ADNOMINAL:
            return None
        for token in self.doc[trigger.i + 1 : trigger.sent.end]:
            if token.pos_ in VERBAL or token.is_punct or token.pos_ in ("SCONJ", "CCONJ"):
                return None
            if token.i in self._starts:
                return None if self.scope.is_anothers(token, trigger, self._starts) else self._starts[token.i].time
        return None

    def _since(self, trigger: Token) -> Time | None:
        """Return the date of what acts have been done since: "has jailed dozens *since* the coup in February 2021"."""
        up = self.syntax.governor(trigger)
        joined = up is not None and up.relation is R.CONJUNCT and not has_subject(trigger)
        verbs = [trigger, up.token] if up is not None and joined else [trigger]  # "have jailed six and | banned two"
        if not any(c.lower_ in ("has", "have") for verb in verbs for c in verb.children):
            return None
        for d in (d for verb in verbs for d in self.syntax.dependents(verb, R.OBLIQUE, R.ADVERBIAL)):
            if any(c.lower_ == "since" for c in d.token.children):
                dates = (self.times.get(t.i) or self._of_nouns.get(t.i) for t in d.token.subtree)
                return next((date.time for date in dates if date is not None), None)
        return None

    def lasting(self, trigger: Token) -> Time | None:
        """Return when began what still goes on when a report is published: "has been held *for two years*"."""
        helpers = {c.lower_ for c in trigger.children if c.dep_.startswith(("aux", "cop"))}
        present = helpers & {"has", "have"} or (helpers & {"is", "are"} and "being" in helpers) or trigger.tag_ == "VBZ"
        if self.published is None or not present:
            return None
        for d in self.syntax.dependents(trigger, R.OBLIQUE):
            if d.preposition in ("for", "after") and is_time(d.token):
                words = self.doc.text_of(d.token.left_edge.i, d.token.i + 1)
                return started(words, self.published)
        return None

    def _fronted(self, trigger: Token, reached: Token, others: frozenset[int]) -> Time | None:
        """Return the date that opens a sentence, or a later one before a trigger, for what its main clause tells."""
        if self.syntax.governor(reached) is not None and not self.fronted.is_main(trigger):
            return None
        start = self.fronted.start(trigger)
        later = [i for i in range(start, trigger.i) if i in self.times and self.times[i].rule == "later"]
        if later and not any(later[-1] < i < trigger.i for i in others):
            return self.times[later[-1]].time
        for i in range(start, min(start + FRONT, trigger.i)):
            if i in self._starts and i < trigger.i:
                return self._starts[i].time
        return None

    def place_of(self, trigger: Token, others: frozenset[int]) -> int | None:
        """Return the mention of the place of a trigger, the most specific of its clause."""
        left = self.places.left(trigger)
        if left is not None:
            return left
        where = self._where(trigger)
        if where is not None:
            return where
        for head, blocked in self._chain(trigger):
            place = self._place_below(head, blocked | (others - {trigger.i}), own=head == trigger)
            if place is not None:
                return place
        shared = (self._place_below(v, frozenset(), own=True) for v in self._side_by_side(trigger))
        place = next((i for i in shared if i is not None), None)
        if place is not None:
            return place
        fronted = next((i for t in self.fronted.phrases(trigger) if (i := self.places.named(t.i)) is not None), None)
        return fronted if fronted is not None else self._scene(trigger)

    def _where(self, trigger: Token) -> int | None:
        """Return the place that a relative clause is about: "was taken to Osh, *where* police beat her"."""
        clause = trigger
        while (up := self.syntax.governor(clause)) is not None and up.relation is R.CONJUNCT:
            clause = up.token
        where = next((c for c in clause.children if c.lower_ == "where" and c.i < clause.i), None)
        if where is None or where.i - 2 < trigger.sent.start:
            return None
        last = self.doc[where.i - 2] if self.doc[where.i - 1].text == "," else self.doc[where.i - 1]
        return self.places.told_by(last)

    def _scene(self, trigger: Token) -> int | None:
        """Return the place of what went on meanwhile, or was kept from going on.

        "Was detained while covering a protest in Osh", "was not allowed to film in Osh".
        """
        clauses = chain(self._meanwhile(trigger), self._hindered(trigger))
        scenes = (self._place_below(c, frozenset({trigger.i}), own=True) for c in clauses)
        return next((place for place in scenes if place is not None), None)

    def _hindered(self, trigger: Token) -> Iterator[Token]:
        """Yield the clauses of what somebody is not let do: "prevented X *from filming*", "was not allowed *to enter*"."""
        for d in self.syntax.dependents(trigger, R.OPEN_COMPLEMENT, R.ADVERBIAL):
            if d.token.pos_ in VERBAL and (d.preposition == "from" or d.relation is R.OPEN_COMPLEMENT):
                yield d.token

    def _place_below(self, head: Token, blocked: frozenset[int], *, own: bool) -> int | None:
        below = self._below(head, blocked, own=own, place=True)
        found = [i for t in below if (i := self.places.at(t)) is not None]
        return min(found, key=self.places.breadth) if found else None

    def background(self, trigger: Token, people: frozenset[int]) -> Token | None:
        """Return the verb of the sentence before that tells what one of some people was doing when an act befell them.

        "Keita was filming a rally in Osh on Monday. Officers beat him": the progressive gives the frame of time and place
        in which the event after it lies (Hinrichs 1986). `people` are roots of clusters.
        """
        before = self.narrative.before(trigger.sent)
        if before is None:
            return None
        verb = before.root
        helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
        later = any(d.token.lower_ in LATER - {"then"} for d in self.syntax.dependents(trigger, R.ADVERB))
        if verb.tag_ != "VBG" or helpers.isdisjoint({"was", "were"}) or later:
            return None
        subject = self.syntax.first(verb, R.SUBJECT)
        index = self.clusters.at(subject.i) if subject is not None else None
        who = {self.clusters.root(i) for i in self.clusters.expand(index)} if index is not None else set()
        return verb if who & people else None

    def story_place(self, trigger: Token, others: frozenset[int]) -> int | None:
        """Return the place of the act told right before in the same paragraph, for one that names no place.

        A narrative stays where it is until it says otherwise: "Police stopped her in Osh. They took her phone." Only a
        town or anything smaller goes on so, and only where the sentence has no date of its own.
        """
        sentence = trigger.sent
        before = self.narrative.before(sentence)
        if before is None or any(t.i in self.times for t in sentence):
            return None
        told = [self.place_of(t, others) for t in before if t.i in others]
        roots = {self.clusters.root(i): i for i in told if i is not None}
        if len(roots) != 1:
            return None
        (place,) = roots.values()
        return None if self.places.is_country(place) else place

    def _chain(self, trigger: Token, *, time: bool = False) -> Iterator[tuple[Token, frozenset[int]]]:
        """Yield the trigger and its governors with what has been searched below them."""
        token, searched = trigger, frozenset[int]()
        while True:
            yield token, searched
            up = self.syntax.governor(token)
            if up is None or self.scope.ends(token, up, time=time):
                return
            searched = frozenset({token.i})
            token = up.token

    def _below(self, head: Token, blocked: frozenset[int], *, own: bool, place: bool = False) -> Iterator[Token]:
        """Yield a word's circumstances, level by level: what hangs on it, short of other clauses.

        What a governor's subject says is the subject's own: "the purge after the coup in July led to arrests"; what an
        act was done in has its place: "was killed in an attack in Osh".
        """
        level = [head]
        for depth in range(DEPTH + 1):
            following = []
            for word in level:
                for d in self.syntax.dependents(word):
                    within = own and depth == 0 and (_is_setting(d) or _is_offence(d))
                    if (d.token.i in blocked and not within) or self._is_aside(d) or self.scope.is_clause(d):
                        continue
                    subject = depth == 0 and not own and d.relation in (R.SUBJECT, R.PASSIVE_SUBJECT)
                    if subject and not (place and self._is_there(d.token, word)):
                        continue
                    if place and (self._is_home(d, word) or _comes_from(d, word)):
                        continue
                    if self.scope.is_topic(d, place=place) or (d.relation is R.APPOSITION and not self._of_place(word)):
                        continue
                    yield d.token
                    following.append(d.token)
            level = following

    def _is_there(self, subject: Token, verb: Token) -> bool:
        """Whether what the subject of a verb above does is done where the act is: who tells of it may be elsewhere.

        "Officials in Moscow said"; local forces and courts tell of what happened where they are.
        """
        index = self.clusters.at(subject.i)
        local = index is not None and self.clusters.attribute(index, "function") in LOCAL
        return local or not self.scope.speaks_of(verb)

    def _is_home(self, d: Dependent, word: Token) -> bool:
        """Whether a phrase says where somebody is of, and not where things happened: "X, *of Wanstead, in London*, was"."""
        index = self.clusters.at(word.i)
        if index is None or self.clusters.mentions[index].form is not Form.NAME:
            return False
        return self.clusters.kind(index) in PERSONS and d.preposition in ("of", "from")

    def _is_aside(self, d: Dependent) -> bool:
        """Whether a dependent keeps its circumstances to itself; a bare date before a clause is the clause's own."""
        date_alone = d.relation is R.PARATAXIS and d.token.i in self.times and d.token.pos_ not in VERBAL
        return d.relation in ASIDE and not date_alone

    def _of_place(self, word: Token) -> bool:
        index = self.clusters.at(word.i)
        if index is not None and self.clusters.kind(index) is not Kind.PLACE:
            return False
        return index is None or self.clusters.mentions[index].form is Form.NAME


def _comes_from(d: Dependent, verb: Token) -> bool:
    """Whether a phrase says from where somebody comes, who is there no more: "as she returned *from a trial in Osh*"."""
    return d.preposition == "from" and not RETURNING.isdisjoint(readings(verb))


def _is_offence(d: Dependent) -> bool:
    """Whether a phrase only says of what somebody is accused: "was acquitted of all charges | on May 3"."""
    return d.preposition in ("of", "on") and d.token.lemma_.lower() in ("charge", "count", "accusation", "offence")


def _is_setting(d: Dependent) -> bool:
    """Whether an act is told as what another was done in: "killed in an attack", "held during a raid"."""
    return d.relation is R.OBLIQUE and d.preposition in ("in", "during") and d.token.pos_ == "NOUN"


def _is_blast(verb: Token) -> bool:
    """Whether a clause tells of what kills at once, and so where it happens: "after a bomb went off in Osh"."""
    off = any(c.lower_ == "off" for c in verb.children)
    return not {"explode", "detonate"}.isdisjoint(readings(verb)) or (off and "go" in readings(verb))
