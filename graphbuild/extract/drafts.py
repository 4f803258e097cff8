"""From triggers to drafts: one reading of one trigger, with everything that its sentence tells of the act.

A draft speaks in mentions and tokens; `claims.py` turns drafts into the model's claims once the report's other mentions
of the same happening have been merged into it (`happenings.py`). A plural that stands for people the text names is
spelt out here ("the two reporters were fined"), and what a taken thing's owner is called elsewhere in the sentence is
looked up ("stopped the crew and took a camera").
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graphbuild.extract.arguments import Argument
from graphbuild.extract.circumstances import Circumstances
from graphbuild.extract.factuality import FactualityReader, Reading
from graphbuild.extract.gapping import shared_out
from graphbuild.extract.kinds import BODIES, PEOPLE, PERSONS
from graphbuild.extract.lemmas import readings
from graphbuild.extract.mentions import Form
from graphbuild.extract.participants import Participants
from graphbuild.extract.plausibility import befallen, plausible
from graphbuild.extract.speakers import Speakers
from graphbuild.extract.surface import thing_of
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.extract.triggers import Trigger
from graphbuild.extract.wording import Wording
from graphbuild.model import EventType, Factuality, Time

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

R = Relation

INHERITED, PRONOUN, UNLISTED, HEADLINE = 0.93, 0.9, 0.85, 0.92
"""Factors on a unit's confidence: a participant by coordination or control, by a pronoun, by a noun no list knows; a
headline's telegram style."""
LOOSE = frozenset({"on", "over", "under"})
"""Prepositions after which only a charge, a count or an article names an offence: "arrested on arrival"."""
GOING_ON = frozenset({"remain", "stay", "languish", "sit", "linger"})
OF_LAW = frozenset({EventType.PROSECUTION, EventType.CONVICTION, EventType.LAWSUIT, EventType.RELEASE})
"""What is in the open: who denies something beside it denies what he is charged with."""
CONFINEMENTS = frozenset({EventType.DETENTION, EventType.ABDUCTION})
"""What lasts."""
LAWS = frozenset(
    "law bill act decree legislation constitution code article rule regulation amendment provision".split()
)
"""Texts that rule what is done."""
OF_A_PERSON = frozenset({"he", "him", "his", "she", "her"})
FORMERLY = frozenset({"previously", "before", "twice", "earlier"})
LEAD = 2
"""Sentences of a lead at most."""
LONGEST_TITLES = 12
"""Tokens of the titles of one person at most."""
LONGEST_TITLE = 3
"""Descriptions in a row before a name at most."""
POSSESSIONS = frozenset({EventType.SEIZURE, EventType.DAMAGE, EventType.SEARCH})
"""What is done to things: their owner may be named by another clause of the sentence."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One act as one sentence tells it, in mentions (indices into the clusters) and tokens."""

    type: EventType
    trigger: Trigger
    reading: Reading
    perpetrators: tuple[int, ...]
    targets: tuple[int, ...]
    confidence: float
    time: Time | None = None
    place: int | None = None
    things: tuple[str, ...] = ()
    charge: str | None = None
    penalty: str | None = None
    subtype: str | None = None
    speaker: int | None = None
    quoted: bool = False
    headline: bool = False
    """whether it stands in the title"""
    opening: bool = False
    """whether it stands in the title or the lead"""
    merged: tuple[Draft, ...] = field(default=())

    @property
    def tellings(self) -> tuple[Draft, ...]:
        """The draft itself, and what was merged into it."""
        return (self, *self.merged)

    @property
    def asserted(self) -> bool:
        """Whether the act is told as having happened."""
        return self.reading.factuality.asserted

    @property
    def former(self) -> bool:
        """Whether it is told as an act before the others: "he had been assaulted twice before", "was previously held"."""
        return any(_is_former(d.trigger.token) for d in self.tellings)


def _is_former(verb: Token) -> bool:
    adverbs = {c.lower_ for c in verb.children if c.dep_ == "advmod"}
    past = any(c.lower_ == "had" for c in verb.children)
    return "previously" in adverbs or (past and not FORMERLY.isdisjoint(adverbs))


def _goes_on(trigger: Trigger) -> bool:
    """Whether an act is told as a state that holds at some time: "is being held", "is serving his sixth year".

    The progressive of a verb with duration gives a moment inside it (Comrie 1976, 1.2.1), not its beginning. So does a
    participle before whom it describes: "On Monday, *jailed* blogger X began a hunger strike".
    """
    if _is_before_whom_it_describes(trigger.token):
        return True
    lemma = trigger.token.lemma_.lower()
    if lemma == "face" and trigger.token.tag_ in ("VBZ", "VBP"):
        return True  # "faces trial in June"
    if trigger.unit.type is EventType.CONVICTION:
        return lemma == "serve"
    helpers = {c.lower_ for c in trigger.token.children if c.dep_.startswith("aux")}
    being = "being" in helpers and not helpers.isdisjoint({"is", "are", "was", "were", "'s", "’s", "'re", "’re"})
    return trigger.unit.type in CONFINEMENTS and (lemma in GOING_ON or being)


def _is_before_whom_it_describes(word: Token) -> bool:
    """Whether a participle stands before a noun that a parse may take for its object: passive participles have none."""
    bare = word.tag_ == "VBN" and not any(c.dep_.startswith(("aux", "nsubj")) for c in word.children)
    if not bare or word.dep_ in ("conj", "acl", "xcomp", "ccomp"):
        return False
    noun = next((c for c in word.children if c.dep_ in ("obj", "dobj")), None)
    return word.dep_ == "amod" or (noun is not None and noun.left_edge.i == word.i + 1)


def _opening_end(doc: Doc, headline_end: int) -> int:
    """Return the token where the lead ends: the first paragraph after the headline that tells, two sentences at most."""
    start = next((t.i for t in doc[headline_end:] if not t.is_space), headline_end)
    telling = (s for s in doc.sents if s.end > start and any(t.pos_ in ("VERB", "AUX") for t in s))
    for number, sentence in enumerate(telling, 1):
        if number == LEAD or any(t.is_space and "\n\n" in t.text for t in sentence):
            return int(sentence.end)
    return len(doc)


class Drafter:
    """Drafts events from the triggers of one parse."""

    def __init__(
        self,
        syntax: Syntax,
        participants: Participants,
        circumstances: Circumstances,
        speakers: Speakers,
        headline_end: int,
    ) -> None:
        self.syntax, self.participants, self.circumstances = syntax, participants, circumstances
        self.speakers, self.headline_end = speakers, headline_end
        self.opening_end = _opening_end(syntax.doc, headline_end)
        self.factuality = FactualityReader(syntax)
        self.wording = Wording(syntax)
        self.clusters = participants.clusters

    def drafts(self, triggers: list[Trigger]) -> list[Draft]:
        """Return the drafts of all triggers, in text order; those without participants may still date another."""
        tokens = frozenset(t.token.i for t in triggers)
        found: list[Draft] = []
        for trigger in triggers:
            draft = self._draft(trigger, tokens)
            if draft is not None:
                found += shared_out(self._with_owner(draft, found), self.clusters, self.circumstances)
        return found

    def _draft(self, trigger: Trigger, others: frozenset[int]) -> Draft | None:
        perpetrators = self._people(trigger.perpetrators, agent=True)
        roots = self.clusters.roots_of(perpetrators)
        listed = self.participants.whole_list(self._people(trigger.targets))
        targets = tuple(i for i in listed if self.clusters.root(i) not in roots)
        targets = befallen(trigger.unit.type, self._without_employers(targets), self.clusters)
        if trigger.unit.type is EventType.LEGISLATION:
            targets = ()
        draft = Draft(
            type=trigger.unit.type,
            trigger=trigger,
            reading=self._reading(trigger),
            perpetrators=perpetrators,
            targets=targets,
            confidence=self._confidence(trigger),
            time=self._time(trigger, others),
            place=self.circumstances.place_of(trigger.token, others),
            things=self._things(trigger),
            charge=self._charge(trigger),
            penalty=self._penalty(trigger),
            subtype=trigger.unit.subtype,
            quoted=self.speakers.quoted(trigger.token),
            headline=trigger.token.i < self.headline_end,
            opening=trigger.token.i < self.opening_end,
        )
        speaker = self.speakers.speaker(trigger.token, draft.reading.speech)
        alleged = draft.reading.factuality is Factuality.ALLEGED
        if speaker is not None and alleged and self.clusters.root(speaker) in roots:
            speaker = None  # nobody alleges it of himself: "arrested for ordering the murder"
        return replace(draft, speaker=speaker, confidence=draft.confidence * plausible(draft, self.clusters))

    def _time(self, trigger: Trigger, others: frozenset[int]) -> Time | None:
        """Return the date of an act; of what only goes on then it is not the start: "remained in custody on Monday"."""
        if _goes_on(trigger) and not any(t.lower_ == "since" for t in trigger.token.subtree):
            return self._lasting(trigger)
        return self.circumstances.time_of(trigger.token, others) or self._lasting(trigger)

    def _lasting(self, trigger: Trigger) -> Time | None:
        """Return when began what somebody still suffers; a term that is imposed is another span: "jailed for two years"."""
        held = trigger.unit.type in (EventType.DETENTION, EventType.ABDUCTION)
        term = trigger.token.lemma_.lower() in ("jail", "imprison", "sentence") and trigger.token.pos_ == "VERB"
        return self.circumstances.dates.lasting(trigger.token) if held and not term else None

    def _reading(self, trigger: Trigger) -> Reading:
        """Return how an act is told; the negation of a negated permission ("was not allowed to film") is part of it."""
        reading = self.factuality.read(trigger.token, trigger.words)
        if "not" in trigger.unit.when and reading.factuality is Factuality.DENIED:
            reading = replace(reading, factuality=Factuality.REPORTED, cue=None)
        if trigger.unit.factuality is not None:
            reading = reading.with_cue(trigger.unit.factuality, trigger.token)
        if self._is_a_rule(trigger):
            reading = reading.with_cue(Factuality.HYPOTHETICAL, trigger.token)
        if trigger.unit.type not in OF_LAW and self.factuality.is_disputed(trigger.token):
            reading = reading.with_cue(Factuality.ALLEGED, trigger.token)
        return reading

    def _is_a_rule(self, trigger: Trigger) -> bool:
        """Whether a law says what is or may be done, and to nobody yet: "The law *bans* journalists from reporting"."""
        verb = trigger.token
        rules = any(not LAWS.isdisjoint(readings(a.token)) for a in trigger.clause.fill("agent"))
        modal = verb.tag_ == "VB" and any(c.tag_ == "MD" for c in verb.children)  # "was used to charge" them, in truth
        return rules and (modal or verb.tag_ in ("VBZ", "VBP", "VBG"))

    def _people(self, arguments: tuple[Argument, ...], *, agent: bool = False) -> tuple[int, ...]:
        """Return one mention per participant, sets spelt out, places that do not act left out.

        No body is *he* or *she*: where a report calls it one, that was somebody else.
        """
        found: dict[int, int] = {}
        for argument in arguments:
            index = self.participants.somebody(argument.token, agent=agent)
            if index is not None and argument.token.lower_ in OF_A_PERSON and self.clusters.kind(index) in BODIES:
                continue
            index = self._named(index) if index is not None else None
            for each in self.clusters.expand(index) if index is not None else ():
                found.setdefault(self.clusters.root(each), each)
        return tuple(i for i in found.values() if not self._is_said_of(i, set(found)))

    def _is_said_of(self, index: int, others: set[int]) -> bool:
        """Whether a description is only what another of them is said to be: "Keita was *one of the reporters* killed"."""
        head = self.syntax.doc[self.clusters.mentions[index].head]
        subject = self.syntax.first(head, R.SUBJECT) if head.lower_ == "one" else None
        said = self.clusters.at(subject.i) if subject is not None else None
        return said is not None and self.clusters.root(said) in others - {self.clusters.root(index)}

    def _without_employers(self, targets: tuple[int, ...]) -> tuple[int, ...]:
        """Leave out the body that only says whose a person is: "pushed | Tengri TV | co-founder Dana Serikova"."""
        starts = {self.clusters.mentions[i].start for i in targets if self.clusters.kind(i) in PERSONS}
        return tuple(i for i in targets if self.clusters.kind(i) not in BODIES or not self._leads_to(i, starts))

    def _leads_to(self, index: int, starts: set[int]) -> bool:
        doc, token = self.syntax.doc, self.clusters.mentions[index].end
        start = token
        while token < len(doc) and (
            doc[token].pos_ in ("NOUN", "ADJ", "X") or doc[token].text == "-" or doc[token].tag_ == "AFX"
        ):
            token += 1
        return token > start and token in starts

    def _named(self, index: int) -> int | None:
        """Return whom a description before a name stands for: the name; None for a title's first half.

        "Freelance journalist Omar Keita" is Keita, and in "blogger and activist Omar Keita" the blogger is nobody else.
        """
        mention = self.clusters.mentions[index]
        if mention.form is not Form.DESCRIPTION or mention.plural or mention.kind not in PERSONS:
            return index
        following = self._starting(mention.end)
        if following is not None and self.clusters.mentions[following].form is Form.NAME:
            return following if self.clusters.kind(following) in PERSONS else index
        if (name := self._titles_of(mention.end)) is not None:
            return name
        joined = mention.end < len(self.syntax.doc) and self.syntax.doc[mention.end].lower_ in ("and", "/", "-")
        if joined and self._begins_name(mention.end + 1):
            return None
        other = self._starting(mention.end + 1) if joined else None
        for _ in range(LONGEST_TITLE):
            if other is None:
                return index
            beside = self.clusters.mentions[other]
            if beside.form is Form.NAME:
                return index if other == self._starting(mention.end + 1) else None
            other = self._starting(beside.end)
        return index

    def _titles_of(self, token: int) -> int | None:
        """Return whose titles go on after a comma: "photojournalist, | video blogger, and human rights defender X"."""
        doc, start = self.syntax.doc, token
        if token >= len(doc) or doc[token].text != ",":
            return None
        while token < min(start + LONGEST_TITLES, len(doc)):
            index = self._starting(token)
            if index is not None and self.clusters.mentions[index].form is Form.NAME:
                closed = any(t.lower_ == "and" for t in doc[start:token]) and doc[token - 1].pos_ == "NOUN"
                return index if closed and self.clusters.kind(index) in PERSONS else None
            if not (doc[token].text == "," or doc[token].lower_ == "and" or doc[token].tag_ in ("NN", "JJ", "NNS")):
                return None
            if doc[token].tag_ == "NNS" and doc[token].dep_ != "compound":
                return None
            token += 1
        return None

    def _begins_name(self, token: int) -> bool:
        """Whether a bare singular noun that is no mention stands before a person's name: "contributor and | blogger X"."""
        doc, start = self.syntax.doc, token
        while (
            token < min(start + LONGEST_TITLE, len(doc))
            and doc[token].tag_ in ("NN", "JJ")
            and self.clusters.at(token) is None
        ):
            token += 1
        name = self._starting(token) if token > start and token < len(doc) else None
        return (
            name is not None and self.clusters.mentions[name].form is Form.NAME and self.clusters.kind(name) in PERSONS
        )

    def _starting(self, token: int) -> int | None:
        """Return the mention that begins at a token."""
        index = self.clusters.at(token)
        return index if index is not None and self.clusters.mentions[index].start == token else None

    def _with_owner(self, draft: Draft, before: list[Draft]) -> Draft:
        """Return a draft about somebody's things with the owner whom the act before it in the sentence was done to.

        "Police stopped the crew and took a camera": whoever is dealt with in one breath owns what is taken.
        """
        if draft.targets or draft.type not in POSSESSIONS or not before or draft.trigger.token.pos_ == "NOUN":
            return draft
        last = before[-1]
        if last.trigger.token.sent.start != draft.trigger.token.sent.start or not last.targets:
            return draft
        if not self._linked(last.trigger.token, draft.trigger.token):
            return draft
        return replace(draft, targets=last.targets, confidence=draft.confidence * INHERITED)

    def _linked(self, one: Token, other: Token) -> bool:
        """Whether two verbs are coordinated or one is a participle or infinitive of the other."""
        return one in other.ancestors or other in one.ancestors or one.head == other.head

    def _things(self, trigger: Trigger) -> tuple[str, ...]:
        """Return what was taken, broken, searched or withdrawn; a verdict and a law are told elsewhere."""
        words = (each for t in trigger.things for each in self.syntax.conjuncts(t) if each.ent_type_ != "ORG")
        found = [
            known[1] for each in words
            if (known := thing_of(each)) is not None and known[0] not in ("case", "law")
        ]  # fmt: skip
        return tuple(dict.fromkeys(found))

    def _charge(self, trigger: Trigger) -> str | None:
        """Return the text's words for the offence in the first slot that names one."""
        for slot in trigger.unit.charge:
            heads = self._fillers(trigger, (slot,))
            heads = [h for h in heads if slot not in LOOSE or self.wording.carries_offence(h)]
            words = next((w for h in heads if (w := self.wording.offence(h)) is not None), None)
            if words is not None:
                return words
        return None

    def _penalty(self, trigger: Trigger) -> str | None:
        """Return the text's words for the punishment in the first slot that names one."""
        for head in self._fillers(trigger, trigger.unit.penalty):
            words = self.wording.punishment(head)
            if words is not None:
                return words
        return None

    def _fillers(self, trigger: Trigger, slots: tuple[str, ...]) -> list[Token]:
        """Return what fills slots and is nobody, the first of coordinated fillers for all."""
        found: list[Token] = []
        for slot in slots:
            for argument in trigger.clause.fill(slot):
                token = argument.token
                if self.clusters.at(token.i) is None and not any(token in f.subtree for f in found):
                    found.append(token)
        return found

    def _confidence(self, trigger: Trigger) -> float:
        value = trigger.unit.confidence
        for argument in (*trigger.perpetrators, *trigger.targets):
            value *= 1.0 if argument.direct else INHERITED
            index = self.participants.somebody(argument.token, agent=True)
            if index is None:
                continue
            mention = self.clusters.mentions[index]
            value *= self.clusters.sureness.get(index, PRONOUN if mention.form is Form.PRONOUN else 1.0)
            unlisted = mention.kind in PEOPLE and mention.form is Form.DESCRIPTION and not mention.position
            value *= UNLISTED if unlisted and mention.kind not in BODIES and mention.function is None else 1.0
        return max(value, trigger.unit.confidence * 0.7) * (HEADLINE if trigger.token.i < self.headline_end else 1.0)
