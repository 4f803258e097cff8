"""Whether an act is told as fact: the reading of a trigger in its sentence.

"Authorities should release Utepova, stop harassing reporters and investigate the assault on Toiken": the release is
`demanded` (a modal over it), the harassing is told as fact (what is to stop is going on), and so is the assault (a
definite event noun is presupposed). A clause is read in the light of what governs it: first the governor is read, then
the governor's word says what that makes of the clause, then the clause's own marks (negation, modal, doubt) are set
against it. So "failed to prevent the attack" comes out as an attack. Where the language cuts the light off (relative
clause, participle at a noun, definite event noun, clause of cause) a clause is read by its own marks alone.

Sources: Nairn, Condoravdi and Karttunen 2006, Computing Relative Polarity for Textual Inference; Saurí and Pustejovsky
2009, FactBank; Karttunen 1971, Implicative Verbs; Kiparsky and Kiparsky 1970, Fact.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphbuild.extract.cues import NOUNS, PREDICATES, RELATIVES, Cues
from graphbuild.extract.lemmas import readings
from graphbuild.extract.marks import ANYBODY, WH, Form, Marks
from graphbuild.extract.rulings import DONE_BY_RULING, is_ruled
from graphbuild.extract.surface import FINITE
from graphbuild.extract.syntax import Dependent, Relation, Syntax
from graphbuild.lexicons.words import Cue, SpeechVerb
from graphbuild.model import Factuality

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation
F = Factuality

MAX_CLIMB = 15
"""Governors above a trigger that are read: longer chains are parser errors."""
STRENGTH = (F.REPORTED, F.ALLEGED, F.PLANNED, F.ATTEMPTED, F.HYPOTHETICAL, F.DEMANDED, F.DENIED)
"""Which reading stays where two meet: a denied attempt is denied."""
CLAUSAL = frozenset({R.COMPLEMENT, R.OPEN_COMPLEMENT, R.ADVERBIAL, R.RELATIVE, R.PARATAXIS, R.ROOT})
ARGUMENT_LINKS = frozenset({"of", "for", "with", "to", "from", "about", "against", "on", "over", "at", "in", "into"})
"""Prepositions by which a verb or noun may govern a gerund: "accused of beating", not "held before being released"."""
TIMES = frozenset({"when", "once", "after", "while", "as", "as soon as", "until", "till", "before", "by the time"})
RULINGS = frozenset({"decision", "ruling", "order", "verdict", "decree", "judgment", "judgement"})
ORDINAL = re.compile(r"\d+(st|nd|rd|th)")
EVER_FIRST = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only".split())
ANYONE = ANYBODY | {"those", "everyone", "everybody", "people", "all"}
BEGINNING = frozenset({"begin", "start", "commence", "open", "resume"})
ASKED = frozenset(
    "demand condition request goal aim point recommendation call appeal plea priority pledge promise".split()
)
"""Nouns for what is wanted, which a list may spell out."""
CARRIED_OUT = frozenset({"handed", "imposed", "passed", "pronounced", "committed", "perpetrated"})
"""Participles that tell of an act that it was done."""
WRITS = frozenset({"warrant", "order", "request", "summons"})
SHOWING = frozenset({"evidence", "proof", "indication", "sign", "report", "confirmation", "record", "suggestion"})
"""Nouns for what shows that something happened."""
FALSELY = frozenset("falsely wrongly wrongfully mistakenly erroneously incorrectly baselessly".split())
"""Adverbs by which a verb of telling or accusing says that nothing is to it: "was falsely accused of beating X"."""
TELLINGS = frozenset("report claim allegation account story rumour rumor suggestion talk news information".split())
"""Nouns for what somebody tells, which may be denied with all that it tells."""
DISPUTING = frozenset({"deny", "dispute", "reject", "refute", "dismiss", "contest"})
CONTRASTS = frozenset({"although", "though", "while", "but"})
DEEDS = TELLINGS | frozenset(
    {"involvement", "responsibility", "accusation", "role", "it", "this", "wrongdoing", "part"}
)
"""What somebody denies who denies an act."""
TOLD_BY = frozenset({"of", "about", "on", "regarding", "concerning"})
HOLDING = frozenset({"true", "correct", "accurate", "correspond"})
"""Prepositions of what is told, and predicates by which a telling holds."""
OUTCOMES = frozenset({"find", "discover"})
ARRIVING = frozenset({"come", "return", "arrive", "wake", "get"})
"""Infinitives of what turns out, and not of what is meant, and the verbs that they follow so."""
TO_COME = frozenset({"set", "due", "slated"})
"""Words for what is to come: "the trial is set to begin"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a trigger is told, and the words that show it."""

    factuality: Factuality = F.REPORTED
    cue: Token | None = None
    speech: Token | None = None
    """the verb or noun that attributes it"""
    accused: bool = False
    """whether the act is certain and only its agent is claimed"""

    def with_cue(self, factuality: Factuality, cue: Token) -> Reading:
        """Return the stronger of this reading and another."""
        if STRENGTH.index(factuality) > STRENGTH.index(self.factuality):
            return replace(self, factuality=factuality, cue=cue)
        return self

    @property
    def is_open(self) -> bool:
        """Whether it neither happened nor is asked for: "can be jailed for insulting" accuses nobody."""
        return self.factuality in (F.HYPOTHETICAL, F.DENIED)

    @property
    def background(self) -> Reading:
        """What is taken for granted beside something so told: a fact, by the same speaker."""
        return Reading(speech=self.speech)


class FactualityReader:
    """Reads the factuality of triggers of one parse."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.cues, self.marks = Cues(syntax), Marks(syntax)
        self._known: dict[int, Reading] = {}

    def read(self, trigger: Token, words: Collection[Token] = ()) -> Reading:
        """Return the reading of an event's trigger; the words of its lexical unit are no marks of it."""
        return self._marked(self._context(trigger, 0), trigger, {w.i for w in words})

    def is_disputed(self, trigger: Token) -> bool:
        """Whether the sentence goes on to say that somebody denies the act: "…, a claim that the ministry denies".

        So too "although the government denies any involvement".
        """
        doc, end = trigger.doc, trigger.sent.end
        for verb in doc[trigger.i + 1 : end]:
            if DISPUTING.isdisjoint(readings(verb)) or verb.pos_ != "VERB":
                continue
            up = self.syntax.governor(verb)
            if up is None:
                continue
            noun = up.token.lemma_.lower() if up.relation in (R.RELATIVE, R.ADNOMINAL) else ""
            before = {t.text for t in doc[trigger.i : up.token.left_edge.i + 1]}
            if noun in TELLINGS | {"accusation", "assertion"} and before & {",", "–", "—", "("}:
                return True
            contrast = any(d.token.lower_ in CONTRASTS for d in self.syntax.dependents(verb, R.MARKER))
            told = self.syntax.first(verb, R.OBJECT)
            if contrast and told is not None and told.lemma_.lower() in DEEDS:
                return True
        return False

    def _told(self, token: Token, depth: int) -> Reading:
        """Return how the clause of a word is told, whether it is an act or not."""
        if token.i not in self._known:
            self._known[token.i] = self._marked(self._context(token, depth), token)
        return self._known[token.i]

    def _marked(self, context: Reading, token: Token, inside: Collection[int] = ()) -> Reading:
        """Set a clause's own marks against the light in which it stands; a denied denial is left open."""
        context = self._with_aside(context, token)
        own = Reading()
        ruled = is_ruled(token, self.syntax)
        for mark in self.marks.at(token, inside):
            if ruled and mark.word.tag_ == "MD":
                continue  # "ruled that X would be held"
            own = replace(own.with_cue(mark.factuality, mark.word), accused=own.accused or mark.kind == "agent")
        if own.cue is None:
            return context
        twice = own.factuality is context.factuality is F.DENIED and own.cue != context.cue and own.cue.lower_ != "nor"
        reading = replace(context, factuality=F.HYPOTHETICAL) if twice else context.with_cue(own.factuality, own.cue)
        return replace(reading, accused=context.accused or own.accused)

    def _with_aside(self, context: Reading, token: Token) -> Reading:
        """Apply a verb of saying set beside its clause: "Police beat him, he claimed"."""
        for d in self.syntax.dependents(token, R.PARATAXIS, R.ADVERBIAL):
            entry = self.cues.speech(d.token)
            if entry is not None and self.cues.is_aside(d):
                return self._governed(entry, context, d.token)
        return context

    def _context(self, token: Token, depth: int) -> Reading:
        """Return the light in which a word stands by its governor."""
        up = self.syntax.governor(token)
        asked = self._asked_before(token) if token.pos_ in NOUNS else None
        if asked is not None:
            return Reading(F.DEMANDED, asked)
        if up is None or depth > MAX_CLIMB:
            return Reading()
        if up.relation is R.CONJUNCT:
            return self._coordinated(token, up, depth + 1)
        if up.relation is R.APPOSITION:
            return Reading()
        if token.pos_ in NOUNS and up.relation not in CLAUSAL:
            return self._of_noun(token, up, depth + 1, self.marks.is_definite(token))
        if up.relation is R.RELATIVE or up.relation in (R.ADJECTIVE, R.ADNOMINAL):
            return self._at_noun(token, up, depth + 1)
        if up.relation in (R.ADVERBIAL, R.OBLIQUE) or (up.relation is R.COMPLEMENT and self.marks.is_adverbial(token)):
            return self._adverbial(token, up, depth + 1)
        if up.relation in (R.COMPLEMENT, R.OPEN_COMPLEMENT, R.SUBJECT, R.PASSIVE_SUBJECT, R.OBJECT):
            return self._complement(token, up, depth + 1)
        outer = self._told(up.token, depth + 1)
        return self._beside(token, up, outer) if up.relation is R.PARATAXIS else outer

    def _beside(self, clause: Token, up: Dependent, outer: Reading) -> Reading:
        """Read a clause set beside another; after a semicolon it is none of an accusation: "accused X; he was freed"."""
        entry = self.cues.speech(up.token)
        if entry is None or (_is_set_apart(clause) and self.syntax.first(up.token, R.OBJECT) is not None):
            return Reading()
        return self._governed(entry, outer, up.token)

    def _asked_before(self, noun: Token) -> Token | None:
        """Return the word for demands that what follows a colon spells out: "Our *demands* are: the release of X"."""
        before = noun.doc[noun.sent.start : noun.i]
        colon = next((t.i for t in reversed(before) if t.text == ":"), None)
        if colon is None or any(t.tag_ in FINITE for t in noun.doc[colon : noun.i]):
            return None
        last = next((t for t in reversed(noun.doc[noun.sent.start : colon]) if t.pos_ == "NOUN"), None)
        return last if last is not None and last.lemma_.lower() in ASKED else None

    def _governed(self, entry: Cue | SpeechVerb, outer: Reading, word: Token) -> Reading:
        """Return what a governing word, itself told as `outer`, makes of its complement."""
        cue = entry if isinstance(entry, Cue) else None
        past = cue.past if cue is not None and self.marks.is_past(word) else None
        if cue is not None and cue.presupposes and not ((cue.accuses or cue.rules) and outer.is_open):
            result = Reading(cue.reading, word, outer.speech)
        elif outer.factuality is F.DENIED:
            result = Reading(entry.negated, outer.cue, outer.speech)
        else:
            result = outer.with_cue(past or entry.reading, word)
        if any(d.token.lower_ in FALSELY for d in self.syntax.dependents(word, R.ADVERB)):
            result = result.with_cue(F.DENIED, word)
        speech = word if cue is None or self.cues.attributes(word) else result.speech
        return replace(result, speech=speech, accused=cue is not None and cue.accuses)

    def _complement(self, token: Token, up: Dependent, depth: int) -> Reading:
        """Read a clause that a verb, noun or adjective takes as its complement or subject."""
        outer, form = self._told(up.token, depth), self.marks.form(token)
        causative = up.token.lemma_ == "have" and form is Form.PARTICIPLE  # "had X beaten" (Quirk et al. 1985, 16.54)
        if causative or is_ruled(token, self.syntax):
            return outer
        finite = form in (Form.PAST, Form.PRESENT, Form.MODAL) or self.syntax.first(token, R.SUBJECT, R.PASSIVE_SUBJECT)
        cue, speech = self.cues.governing(token, up, clause=True), self.cues.speech(up.token)
        if cue is not None and cue.accuses and form is not Form.GERUND:
            cue = None
        if finite and self.marks.asks(token):
            return outer.background
        if up.relation is R.COMPLEMENT and self.marks.wonders(token):
            return replace(outer, factuality=F.HYPOTHETICAL, cue=up.token, speech=up.token if speech else outer.speech)
        if speech is not None and self.cues.is_corrected(up.token):
            return outer.with_cue(F.HYPOTHETICAL, up.token)
        if cue is not None and cue.presupposes:
            return self._governed(cue, outer, up.token)
        if self.marks.is_subjunctive(token):
            return outer.with_cue(F.DEMANDED, up.token)
        first, second = (speech, cue) if finite and form is not Form.INFINITIVE else (cue, speech)
        return self._cued(first or second, token, up, outer, form)

    def _cued(self, entry: Cue | SpeechVerb | None, token: Token, up: Dependent, outer: Reading, form: Form) -> Reading:
        """Read a complement by what is known of the word that governs it."""
        if entry is None:
            return self._uncued(token, up, outer, form)
        if entry.reading is F.DENIED and self.cues.also_said(up.token):
            outer = replace(outer, factuality=F.HYPOTHETICAL) if outer.factuality is F.DENIED else outer
            return replace(outer, speech=up.token)
        if entry.reading is F.DEMANDED and self._is_stated(token, up.token, form):
            return replace(outer, speech=up.token)
        if entry.reading is F.PLANNED and form is Form.PAST:
            return outer  # nobody plans what was; a parse hangs so "the raids come a week after X was beaten"
        return self._governed(entry, outer, up.token)

    def _is_stated(self, token: Token, verb: Token, form: Form) -> bool:
        """Whether who might demand says what was: "ruled that police had held X" (Quirk et al. 1985, 16.31 f.)."""
        perfect = any(d.token.lemma_ == "have" for d in self.syntax.dependents(token, R.AUXILIARY))
        return form is Form.PAST and (perfect or verb.lemma_ == "rule")

    def _uncued(self, token: Token, up: Dependent, outer: Reading, form: Form) -> Reading:
        """Read a complement that no listed word governs: infinitives look ahead, gerund subjects of the present too."""
        if form is Form.INFINITIVE:
            headline = up.relation is R.ADNOMINAL and self.syntax.governor(up.token) is None
            return outer.with_cue(F.PLANNED if headline or up.token.lemma_ == "be" else F.HYPOTHETICAL, token)
        if up.relation is R.SUBJECT and form is Form.GERUND and self.marks.form(up.token) is not Form.PAST:
            return outer.with_cue(F.HYPOTHETICAL, token)
        return outer

    def _adverbial(self, token: Token, up: Dependent, depth: int) -> Reading:
        """Read a clause that says when, why, how or on what condition."""
        up = self.cues.past_compound(up)
        outer = self._told(up.token, depth)
        form, link = self.marks.form(token), up.preposition or self.marks.subordinator(token)
        entry = self.cues.link(link, "conjunction") or self.cues.link(link)
        if entry is not None and entry.reading is not F.REPORTED:
            return Reading(entry.reading, token, outer.speech)
        if form is Form.INFINITIVE:
            return self._purpose(token, up, depth, outer)
        if link == "that" or (up.token.pos_ not in PREDICATES and (link is None or link in ARGUMENT_LINKS | WH)):
            return self._complement(token, up, depth)
        if form in (Form.GERUND, Form.PARTICIPLE, Form.BASE):
            return self._nonfinite(token, up, depth, outer, form, link)
        return self._finite(token, up, outer, form, link)

    def _purpose(self, token: Token, up: Dependent, depth: int, outer: Reading) -> Reading:
        """Read an infinitive of purpose: intended, no fact, but for "returned only to be arrested", "came home to find"."""
        if token.lemma_ in OUTCOMES and up.token.lemma_ in ARRIVING:
            return outer
        if self.cues.governing(token, up, clause=True) is not None:
            return self._complement(token, up, depth)
        before = token.doc[max(0, token.left_edge.i - 1)]  # where a parse has it with the verb before
        if "only" in (before.lower_, *(d.token.lower_ for d in self.syntax.dependents(token, R.ADVERB))):
            return outer
        return outer.with_cue(F.PLANNED, token)

    def _nonfinite(
        self, token: Token, up: Dependent, depth: int, outer: Reading, form: Form, link: str | None
    ) -> Reading:
        """Read a participle or gerund: with a cause it is taken for granted, with means it shares the main clause."""
        if link is None or (link == "including" and token.lemma_ == up.token.lemma_):  # "pushed her, including pushing"
            return outer.background if form is Form.PARTICIPLE else outer
        if link == "once" and form is Form.PARTICIPLE and outer.factuality is F.DENIED:
            return outer.background  # "X, once sued by Y, offered no evidence"
        entry = self.cues.link(link)
        if (entry is None or link in ARGUMENT_LINKS) and self.cues.governing(token, up, clause=True) is not None:
            return self._complement(token, up, depth)
        given = entry is not None and entry.presupposes and outer.factuality is not F.PLANNED
        return outer.background if given and not (link == "for" and outer.is_open) else outer

    def _finite(self, token: Token, up: Dependent, outer: Reading, form: Form, link: str | None) -> Reading:
        """Read a finite clause of time or cause: its past is a fact; its present, under what is to come, is to come."""
        entry = self.cues.speech(up.token)
        if link is None and entry is not None:
            return self._governed(entry, outer, up.token)
        if link in TIMES and not outer.factuality.asserted and form is not Form.PAST:
            return outer.with_cue(F.HYPOTHETICAL, token)
        if link in ("until", "till", "before") and form is not Form.PAST:
            return outer.with_cue(F.HYPOTHETICAL, token)
        return outer.background

    def _at_noun(self, token: Token, up: Dependent, depth: int) -> Reading:
        """Read a clause or participle that describes a noun: by itself, unless it is the noun's content or aim."""
        noun, form = up.token, self.marks.form(token)
        above = self.syntax.governor(noun)
        caused = above is not None and above.relation is R.OBJECT and above.token.lower_ in ("have", "get")
        if above is not None and caused and form is Form.PARTICIPLE:
            return self._told(above.token, depth)  # "sought to have the charges dropped"
        if noun.lower_ in ("time", "occasion", "instance") and form is not Form.INFINITIVE and self._is_numbered(noun):
            return Reading()  # "not the first time that police beat reporters"
        if up.relation is not R.ADJECTIVE and self._is_content(token, up, form):
            return self._content(token, up, depth, form)
        if noun.pos_ in PREDICATES:
            return self._told(noun, depth)
        if self.marks.is_cleft(noun):
            return Reading(F.DENIED, noun)
        fallen = self._with_noun(token, up, depth)
        if fallen is not None:
            return fallen
        below = {d.token.lower_ for d in self.syntax.dependents(noun, R.DETERMINER)} | {noun.lower_}
        if below & ANYBODY or (below & ANYONE and form is Form.PRESENT):
            return Reading(F.HYPOTHETICAL, noun)
        return Reading()

    def _with_noun(self, token: Token, up: Dependent, depth: int) -> Reading | None:
        """Read a clause in the light in which its noun stands, where what it tells is no more sure than that."""
        noun, relative = up.token, up.relation is R.RELATIVE
        outer = self._told(noun, depth)
        if relative and any(d.token.lower_ == "where" for d in self.syntax.dependents(token)):
            # what goes on there: "alleged that they took him to a bar where men beat him"
            return outer if outer.factuality in (F.ALLEGED, F.DENIED) else Reading()
        if self.marks.is_definite(noun):
            return None
        if relative and self._are_any(token, noun, depth):
            return Reading(F.HYPOTHETICAL, noun)
        if outer.factuality is F.HYPOTHETICAL and self.syntax.first(noun, R.COPULA) is not None:
            return outer  # "the bodies could be people killed in Congo"
        above = self.syntax.governor(noun)
        inside = above is not None and above.relation is R.OBJECT and self._told(above.token, depth).accused
        return outer if relative and inside else None  # "accused the mayor of sending thugs who beat reporters"

    def _are_any(self, token: Token, noun: Token, depth: int) -> bool:
        """Whether a bare plural and its clause in the present mean any such, in what is to be: "will punish officials who
        order attacks" (Carlson 1977 on bare plurals)."""
        bare = noun.tag_ == "NNS" and not self.syntax.dependents(noun, R.DETERMINER, R.NUMBER, R.POSSESSOR)
        verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
        if not bare or verb is None or token.tag_ != "VBP":
            return False
        return self._told(verb, depth).factuality in (F.PLANNED, F.DEMANDED, F.HYPOTHETICAL)

    def _is_content(self, token: Token, up: Dependent, form: Form) -> bool:
        """Whether a clause says what its noun is about ("claims that police beat X", "plan to arrest X")."""
        that = any(d.token.lower_ in ("that", "whether", "if") for d in self.syntax.dependents(token, R.MARKER))
        objects = self.syntax.dependents(token, R.OBJECT)  # where another word is the object, *that* is none
        that = that or (len(objects) > 1 and objects[0].token.lower_ == "that")
        return that or form is Form.INFINITIVE or up.preposition in ARGUMENT_LINKS or self._is_bare_content(token, up)

    def _is_bare_content(self, token: Token, up: Dependent) -> bool:
        """Whether a clause without *that* is a noun's content: nothing is missing in it ("claims police beat X")."""
        if up.relation is not R.RELATIVE or self.cues.governing(token, up, clause=True) is None:
            return False
        subjects = [d.token for d in self.syntax.dependents(token, R.SUBJECT, R.PASSIVE_SUBJECT)]
        subject = subjects[-1] if subjects else None  # with a subject of its own *that* is none
        passive = self.syntax.first(token, R.PASSIVE_AUXILIARY) is not None
        whole = passive or self.syntax.first(token, R.OBJECT) is not None
        if (
            subject is not None and subject.tag_ == "PRP" and not whole
        ):  # "on suspicion he had taken part in the murder"
            cue = self.cues.governing(token, up, clause=True)
            own = self.syntax.first(token, R.OBLIQUE) is not None
            whole = own and cue is not None and cue.reading is F.ALLEGED
        return subject is not None and subject.i > up.token.i and subject.lower_ not in RELATIVES and whole

    def _content(self, token: Token, up: Dependent, depth: int, form: Form) -> Reading:
        aimed = self.cues.governing(token, up, clause=True) is not None  # "the latest attempt to arrest him"
        if form is Form.INFINITIVE and self._is_numbered(up.token) and not aimed:
            return Reading()
        if form is Form.INFINITIVE and token.lemma_.lower() in DONE_BY_RULING and self._is_ruling(up.token):
            return self._told(up.token, depth).background
        above = self.syntax.governor(up.token)
        if self._is_none(up.token):
            return Reading(F.HYPOTHETICAL, up.token)
        if above is not None and self._is_untrue(above):
            return self._told(up.token, depth).with_cue(F.DENIED, above.token)
        if above is not None and self.cues.is_false(up.token, above):
            open_ = self._told(above.token, depth).factuality is F.DENIED  # "the reports … are not false"
            return self._told(up.token, depth).with_cue(F.HYPOTHETICAL if open_ else F.DENIED, above.token)
        if self.cues.governing(token, up, clause=True) is None and above is not None and form is not Form.PAST:
            controls = up._replace(token=above.token)
            if self.cues.governing(token, controls, clause=True) is not None:
                return self._complement(token, controls, depth)
        outer = self._complement(token, up, depth)
        return outer.with_cue(F.PLANNED, token) if form is Form.INFINITIVE and outer.factuality.asserted else outer

    def _is_none(self, noun: Token) -> bool:
        """Whether there is nothing that would show an act: "no evidence that police beat X"."""
        none = any(d.token.lower_ in ("no", "any") for d in self.syntax.dependents(noun, R.DETERMINER))
        return none and noun.lemma_.lower() in SHOWING

    def _is_numbered(self, noun: Token) -> bool:
        """Whether a noun is one of a row that there was: "the first reporter to be killed", "the 10th"."""
        below = [noun, *(d.token for d in self.syntax.dependents(noun))]
        return any(t.lower_ in EVER_FIRST or ORDINAL.fullmatch(t.text) for t in below)

    def _is_ruling(self, noun: Token) -> bool:
        """Whether a noun tells of a body's decision that others react to: "condemned a court's decision to extend" it."""
        above = self.syntax.governor(noun)
        cue = self.cues.governing(noun, above, clause=False) if above is not None else None
        told = cue is not None and cue.presupposes and cue.reading is F.REPORTED
        owners = self.syntax.dependents(noun, R.POSSESSOR, R.COMPOUND, R.OBLIQUE)
        owned = any(d.relation is not R.OBLIQUE or d.preposition in ("by", "of") for d in owners)
        return noun.lemma_.lower() in RULINGS and owned and told

    def _of_noun(self, token: Token, up: Dependent, depth: int, definite: bool) -> Reading:
        """Read an event noun: a definite one is presupposed, unless what governs it bears on its being so."""
        up = self.cues.past_compound(up)
        outer = self._told(up.token, depth)
        if any(d.token.lower_ in CARRIED_OUT for d in self.syntax.dependents(token, R.ADNOMINAL)):
            return outer.background  # "is to serve a sentence *handed down* by a court"
        if is_ruled(token, self.syntax) or self._begins(up):
            return outer.with_cue(F.PLANNED, up.token) if up.token.lower_ in TO_COME else outer
        fallen = self._of_telling(up, outer)
        if fallen is not None:
            return fallen
        if up.token.lemma_ == "escape" and any(c.lower_ in ("a", "an") for c in token.children):
            return outer  # one escapes *arrest* that did not come, and *an attack* that did
        entry = self.cues.over_noun(token, up)
        suffered = up.token.lemma_ == "face" and token.tag_ == "NNS"  # told: "faced arrests", a risk: "face arrest"
        if entry is not None and not suffered:
            return self._governed(entry, outer, up.token)
        if up.preposition == "for" and self._is_of_writ(up.token):
            return outer.with_cue(F.DEMANDED, up.token)
        link = self.cues.link(up.preposition)
        if link is not None and link.reading is not F.REPORTED:
            return Reading(link.reading, token, outer.speech)
        if up.relation is R.SUBJECT and self.cues.is_hoax(up.token):
            return outer.background if outer.factuality is F.DENIED else outer.with_cue(F.DENIED, up.token)
        if up.preposition in TIMES and not (link is not None and link.presupposes):
            return outer
        given = link is not None and link.presupposes
        return outer.background if given or definite or up.relation is R.COMPOUND else outer

    def _of_telling(self, up: Dependent, outer: Reading) -> Reading | None:
        """Read what falls with the telling of it: "dismissed reports of *the arrest*", "no reports of", "… are false"."""
        telling = up.token
        above = self.syntax.governor(telling)
        if above is None or up.preposition not in TOLD_BY:
            return None
        if up.preposition == "of" and self._is_none(telling):
            return Reading(F.HYPOTHETICAL, telling)
        if telling.lemma_.lower() not in TELLINGS:
            return None
        entry = self.cues.over_noun(telling, above)
        if entry is not None and entry.reading is F.DENIED:
            return outer
        false = self.cues.is_false(telling, above) or self._is_untrue(above)
        return outer.with_cue(F.DENIED, telling) if false else None

    def _is_untrue(self, above: Dependent) -> bool:
        """Whether a clause denies that its subject is so: "reports … are not true", "did not correspond to reality"."""
        subject = above.relation is R.SUBJECT and above.token.lemma_.lower() in HOLDING
        return subject and self._told(above.token, 0).factuality is F.DENIED

    def _is_of_writ(self, verb: Token) -> bool:
        """Whether what a verb tells of is a writ, which asks for what it is for: "a warrant was issued for the arrest"."""
        writ = self.syntax.first(verb, R.PASSIVE_SUBJECT, R.OBJECT)
        return writ is not None and writ.lemma_.lower() in WRITS

    def _begins(self, up: Dependent) -> bool:
        """Whether a clause says that what its subject names takes place: "the trial will begin", "is due to start"."""
        subject = up.relation in (R.SUBJECT, R.PASSIVE_SUBJECT)
        return subject and (up.token.lemma_.lower() in BEGINNING or up.token.lower_ in TO_COME)

    def _coordinated(self, token: Token, up: Dependent, depth: int) -> Reading:
        """Read a conjunct: in the light of the first, with those of its marks that reach this far."""
        if self.marks.subordinator(token) in TIMES:
            return self._adverbial(token, up, depth)  # "they will jail him, but only after they torture him"
        first = up.token
        above = self.syntax.governor(first)
        if token.pos_ in NOUNS and first.pos_ in NOUNS and above is not None and above.relation not in CLAUSAL:
            bare = self.syntax.first(token, R.DETERMINER, R.POSSESSOR) is None
            definite = self.marks.is_definite(token) or (bare and self.marks.is_definite(first))
            if above.relation is not R.CONJUNCT:
                return self._of_noun(token, above, depth, definite)
        if above is not None and self._joins_above(token, first):
            return self._told(above.token, depth)
        reading = self._context(first, depth)
        for mark in self.marks.at(first):
            if self.marks.reaches(mark, first, token):
                reading = reading.with_cue(mark.factuality, mark.word)
        return reading

    def _joins_above(self, token: Token, first: Token) -> bool:
        """Whether a finite verb hangs on an infinitive, to which it cannot be joined: "came to film and was beaten"."""
        finite = self.marks.form(token) in (Form.PAST, Form.MODAL)
        return finite and self.marks.form(first) is Form.INFINITIVE


def _is_set_apart(clause: Token) -> bool:
    """Whether a semicolon stands before a clause."""
    edge = clause.left_edge
    return ";" in (edge.text, edge.doc[max(0, edge.i - 1)].text)
