"""When: which of a report's dates belongs to which trigger.

"Karimov, who was arrested on May 3, was sentenced on June 5": the date of the trigger's clause comes first (`reach`), then
what a neighbouring verb, a fronted phrase, the clause that says when or the narrative so far tells.
"""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from graphbuild.extract.fronted import Fronted
from graphbuild.extract.kinds import GATHERINGS
from graphbuild.extract.lemmas import readings
from graphbuild.extract.narrative import Narrative
from graphbuild.extract.noun_phrases import is_time
from graphbuild.extract.quotations import quotations
from graphbuild.extract.reach import BLOWS, Reach
from graphbuild.extract.rulings import ruler_of
from graphbuild.extract.subjects import VERBAL
from graphbuild.extract.surface import has_subject
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.extract.times import TimeExpression
from graphbuild.extract.times.intervals import started
from graphbuild.extract.times.spans import finest
from graphbuild.model import Time

if TYPE_CHECKING:
    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.tokens import Doc, Span, Token

R = Relation

UP_TO = frozenset({"before", "until", "till"})
"""Prepositions of a day by which something had happened already."""
COUNTING = frozenset({"document", "record", "register", "count", "tally", "log"})
"""Verbs of those who count acts, which were done in the time that they counted over."""
PATIENTS = frozenset({"target", "victim", "object", "subject"})
"""Nouns for whom an act befalls."""
MONTH = 27
"""Days at least of a span in which acts are counted."""
FRONT = 3
"""Tokens from a sentence's start within which a date is fronted, and so holds for its main clause."""
SPEAKERS_OWN = frozenset({"today", "yesterday", "tomorrow", "overnight"})
"""Rules for days that hang on when somebody speaks."""
DONE = frozenset(
    {"committed", "perpetrated", "carried", "launched", "staged", "handed", "imposed", "passed", "pronounced"}
)
"""Participles of an act that was done."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Dates:
    """The dates of one parse, by the words they stand on; `published` is the report's own."""

    def __init__(
        self,
        syntax: Syntax,
        clusters: Clusters,
        fronted: Fronted,
        times: list[TimeExpression],
        published: date | None,
    ) -> None:
        doc: Doc = syntax.doc
        self.doc, self.text, self.syntax, self.fronted, self.published = doc, doc.text, syntax, fronted, published
        self.times: dict[int, TimeExpression] = {}
        self.reach = Reach(syntax, clusters, self.times)
        self._starts: dict[int, TimeExpression] = {}
        self._entries: dict[int, Time] = {}
        """dates that open an entry of a chronology, by the line break before it: "19 July – the detention of …" """
        self.narrative = Narrative(doc, syntax, self.times, lambda word: self._told(word, frozenset())[0])
        self._of_nouns: dict[int, TimeExpression] = {}
        """dates that stand before a noun as part of its phrase, by their last token: "the June 3 attack" """
        quoted = [(doc[q.start].idx, doc[q.end - 1].idx) for q in quotations(doc)]
        for each in times:
            if each.time is None or each.kind in ("duration", "until", "before") or each.rule == "dateline":
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
        others -= self._of_warrant(trigger)
        told, reached = self._told(trigger, others)
        if told is not None or not (self.times or self._of_nouns):
            return told
        return (
            self._shared(trigger)
            or self._since(trigger)
            or self._of_count(trigger)
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

    def _of_warrant(self, trigger: Token) -> frozenset[int]:
        """Return the arrest that a warrant is for, which has not happened: its date is that of the warrant."""
        warrant = trigger if trigger.lemma_ == "warrant" else self.syntax.first(trigger, R.OBJECT)
        if warrant is None or warrant.lemma_ != "warrant":
            return frozenset()
        return frozenset(d.token.i for d in self.syntax.dependents(warrant) if d.preposition in ("for", "of"))

    def is_of(self, date: Token, trigger: Token) -> bool:
        """Whether a date in the sentence of an act may be the act's."""
        return date.i in self.times and not self.reach.scope.is_anothers(date, trigger, self._starts)

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

    def in_brackets_after(self, end: int, stop: int | None) -> Time | None:
        """Return the date in brackets after a name: "X, editor of Arna (May 3)"; `stop` is where the next name ends."""
        limit = min(stop if stop is not None else len(self.doc), self.doc[end - 1].sent.end)
        for i in range(end, limit - 1):
            if self.doc[i].text == "(" and i + 1 in self._starts:
                return self._starts[i + 1].time
        return None

    def starting(self, token: int) -> Time | None:
        """Return the date whose words begin at a token."""
        found = self._starts.get(token)
        return found.time if found is not None else None

    def _told(self, trigger: Token, others: frozenset[int]) -> tuple[Time | None, Token]:
        """Return the date in a trigger's own phrase or in a clause above that shares it, and the last word reached."""
        own, reached = self._of_noun(trigger) or self._right_after(trigger) or self._before_when(trigger), trigger
        if own is not None:
            return own, reached
        for head, blocked in self.reach.chain(trigger, time=True):
            own_verb = head == trigger or (reached == trigger and ruler_of(trigger, self.syntax) is not None)
            reached = head
            below = self.reach.below(head, blocked | (others - {trigger.i}), own=own_verb)
            dates = [
                t for t in below if t.i in self.times and not self.reach.scope.is_anothers(t, trigger, self._starts)
            ]
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
        return self.starting(end)

    def _of_clause(self, trigger: Token) -> Time | None:
        """Return the date of the clause that says when, or of the participle that says who did it.

        "Was tortured when he was held in June 2014", "the murder of X committed two months ago".
        """
        participles = (d.token for d in self.syntax.dependents(trigger, R.ADNOMINAL) if trigger.pos_ == "NOUN")
        clause = next(chain((p for p in participles if p.lower_ in DONE), self.reach.meanwhile(trigger)), None)
        if clause is None:
            return None
        found = (t for t in self.reach.below(clause, frozenset({trigger.i}), own=True) if t.i in self.times)
        return next((self.times[t.i].time for t in found if not self.reach.scope.is_put_off_to(t)), None)

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
        if self.reach.scope.is_anothers(self.doc[found[0]], trigger, self._starts):
            return None
        tags = {t.tag_ for t in self.doc[trigger.i + 1 : found[0]]}
        return self.times[found[0]].time if "VBG" in tags and not tags & FINITE else None

    def _shared(self, trigger: Token) -> Time | None:
        """Return the date after the last of two verbs side by side: "was detained and beaten on Monday"."""
        for verb in self.reach.side_by_side(trigger):
            for token in self.reach.below(verb, frozenset(), own=True):
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
            for token in self.reach.below(verb, frozenset(), own=True):
                time = self.times[token.i].time if token.i in self.times and token.i > verb.i else None
                if time is not None and time.earliest != time.latest:
                    return time
        return None

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
                return (
                    None if self.reach.scope.is_anothers(token, trigger, self._starts) else self._starts[token.i].time
                )
        return None

    def _since(self, trigger: Token) -> Time | None:
        """Return the date of what acts have been done since: "has jailed dozens *since* the coup in February 2021"."""
        up = self.syntax.governor(trigger)
        joined = up is not None and up.relation is R.CONJUNCT and not has_subject(trigger)
        verbs = [trigger, up.token] if up is not None and joined else [trigger]  # "have jailed six and | banned two"
        if up is not None and up.preposition == "of" and up.token.lemma_ in PATIENTS:
            verbs = [up.token]  # "has been the target of attacks since"
        if not any(c.lower_ in ("has", "have") for verb in verbs for c in verb.children):
            return None
        for d in (d for verb in verbs for d in self.syntax.dependents(verb, R.OBLIQUE, R.ADVERBIAL)):
            if any(c.lower_ == "since" for c in d.token.children):
                dates = (self.times.get(t.i) or self._of_nouns.get(t.i) for t in d.token.subtree)
                return next((date.time for date in dates if date is not None), None)
        return None

    def _of_count(self, trigger: Token) -> Time | None:
        """Return the span in which counted acts happened: "has *documented 31* attacks so far this year".

        A day is that of the count: "on Monday, the union counted 31 attacks".
        """
        up = self.syntax.governor(trigger)
        counted = any(c.dep_ == "nummod" for c in trigger.children)
        if up is None or up.relation is not R.OBJECT or not counted or COUNTING.isdisjoint(readings(up.token)):
            return None
        below = self.reach.below(up.token, frozenset({trigger.i}), own=False)
        times = (time for t in below if t.i in self.times and (time := self.times[t.i].time) is not None)
        return next((time for time in times if (time.latest - time.earliest).days >= MONTH), None)

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
