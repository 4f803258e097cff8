"""Voice, and who is the subject of a verb that has none of its own.

"Police stopped Keita, forced him to open his bag and took a camera": *took* has the subject of *stopped* (coordination),
*open* the object of *forced* (object control). Linguistic facts, rule by rule: a finite passive has an auxiliary; a bare
past participle that modifies a noun or stands in a headline is a passive too ("Editor jailed"), a present participle an
active; coordinated verbs share a subject; an infinitive takes its governor's object if there is one, else its subject,
but for the few verbs of subject control (*use*, *promise*, *threaten*); the infinitive of a noun takes whoever has the
noun ("the court's decision to release"); a participle beside a clause takes the clause's subject, but for the phrase
with *with* right before it ("with six of them facing charges", Quirk et al. 1985, 15.59).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from graphbuild.extract.lemmas import readings
from graphbuild.extract.noun_phrases import MAX_CHAIN, RELATIVE_PRONOUNS, NounPhrases, is_date_as_subject
from graphbuild.extract.surface import is_person
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.lexicons.frames import load_frames

if TYPE_CHECKING:
    from graphbuild.extract.syntax import Dependent
    from graphbuild.extract.tokens import Token

R = Relation

DECISIONS = frozenset({"order", "ruling", "decision", "verdict", "injunction"})
"""Nouns for what somebody issues, and thereby does."""
VERBAL = ("VERB", "AUX")
FINITE = (R.AUXILIARY, R.PASSIVE_AUXILIARY)
OWN = (*FINITE, R.PASSIVE_SUBJECT)
SUBJECT_CONTROL = frozenset(
    "use deploy promise threaten vow pledge have launch employ hire pay join enter invade storm raid leave surround visit"
    " reach occupy attack approach block".split()
)
"""Verbs after whose object the infinitive is still the subject's: "used batons to disperse", "stormed a court to seize"."""
OBLIQUE_CONTROL = {
    "call": ("on", "upon", "for"),
    "appeal": ("to",),
    "plead": ("with",),
    "wait": ("for",),
    "rely": ("on",),
}
"""Verbs whose prepositional object is the subject of the infinitive: "called on police to release"."""
JUDGING = frozenset(
    "condemn denounce criticise criticize decry deplore protest slam blast reject oppose welcome praise applaud support"
    " resist report document describe see view regard note cite call label fear expose investigate probe".split()
)
"""Verbs whose subject speaks of somebody else's plan or attempt."""
CALLS = frozenset({"call", "appeal", "plea", "demand", "request", "petition"})
"""Nouns for what one asks of others."""
PERSONAL = frozenset({"person", "outlet", "organization", "any"})
"""Classes of the patients of verbs that want one: nobody sentences or detains without an object."""
BLAME = frozenset({"for", "of", "over"})
"""Prepositions of a gerund that tells what the object did: "police held a man for killing", "accused him of beating"."""
ATTENTION = frozenset("headline news attention notoriety fame praise criticism history apology regret remorse".split())
"""Objects that do nothing: who "made headlines for slapping X" slapped."""
AIMING = frozenset("shoot fire spit shout yell swear".split())
"""Verbs whose *at* says whom: "gunmen shot at X"."""
INTRANSITIVE = frozenset(
    "die disappear vanish flee succumb perish appear testify return go come remain escape lose".split()
)
"""Verbs without a passive: "Reporter died in custody" is active in a headline too."""


class Voice(StrEnum):
    """How a trigger takes its participants."""

    ACTIVE = "active"
    PASSIVE = "passive"
    NOMINAL = "nominal"


class Subjects:
    """Reads voice and subjects off one parse."""

    def __init__(self, syntax: Syntax, phrases: NounPhrases, headline_end: int = 0) -> None:
        self.syntax, self.phrases = syntax, phrases
        self.headline_end = headline_end

    def voice(self, verb: Token) -> Voice:
        """Return the voice of a verb form."""
        if self.syntax.first(verb, R.PASSIVE_AUXILIARY) is not None:
            return Voice.PASSIVE
        if self._closes_passive(verb):
            return Voice.PASSIVE
        if self.syntax.first(verb, R.OBJECT) is not None or self.small_clause_subject(verb) is not None:
            return Voice.ACTIVE
        if verb.lemma_.lower() in INTRANSITIVE:
            return Voice.ACTIVE
        if verb.lemma_.lower() in AIMING and any(
            d.preposition == "at" for d in self.syntax.dependents(verb, R.OBLIQUE)
        ):
            return Voice.ACTIVE  # a passive strands its preposition: "was shot at by"
        if self.syntax.first(verb, R.PASSIVE_SUBJECT) is not None:
            return Voice.ACTIVE if self._lacks_auxiliary(verb) else Voice.PASSIVE
        if self._among_passives(verb) or self._goes_on_passive(verb):
            return Voice.PASSIVE
        if not self._may_be_participle(verb):
            return Voice.PASSIVE if self._has_doer(verb) else Voice.ACTIVE
        auxiliaries = {t.lemma_ for _, t, _ in self.syntax.dependents(verb, R.AUXILIARY)}
        if auxiliaries:
            return Voice.PASSIVE if auxiliaries & {"be", "get"} else Voice.ACTIVE
        return self._bare_voice(verb)

    def _closes_passive(self, verb: Token) -> bool:
        """Whether a participle with its agent goes on from a passive: "was convicted and | fined 500 lari by a court"."""
        up = self.syntax.governor(verb)
        if (
            verb.tag_ != "VBN"
            or up is None
            or up.relation is not R.CONJUNCT
            or self.syntax.first(verb, *OWN, R.SUBJECT)
        ):
            return False
        by = any(d.preposition == "by" for d in self.syntax.dependents(verb, R.OBLIQUE))
        return (by or self._is_of_sum(verb)) and self.syntax.first(up.token, R.PASSIVE_AUXILIARY) is not None

    def _is_of_sum(self, verb: Token) -> bool:
        """Whether somebody was fined a sum: nobody fines a sum itself ("was brought to court and | fined 500 manats")."""
        fined = self.syntax.first(verb, R.OBJECT) if verb.lemma_.lower() == "fine" else None
        return fined is not None and self.syntax.first(fined, R.NUMBER) is not None

    def _among_passives(self, verb: Token) -> bool:
        """Whether a past form stands between the verbs of one passive: "was pushed, | kicked and beaten by officers".

        What is coordinated is of one kind (Quirk et al. 1985, 13.49), whatever the form in the middle looks like.
        """
        up = self.syntax.governor(verb)
        if verb.tag_ not in ("VBD", "VBN") or up is None or up.relation is not R.CONJUNCT:
            return False
        if self.syntax.first(up.token, R.PASSIVE_AUXILIARY) is None or self.syntax.first(verb, *OWN, R.SUBJECT):
            return False
        later = (d.token for d in self.syntax.dependents(up.token, R.CONJUNCT) if d.token.i > verb.i)
        return any(t.tag_ == "VBN" and self.syntax.first(t, *OWN) is None for t in later)

    def _goes_on_passive(self, verb: Token) -> bool:
        """Whether a verb that wants an object and has none goes on from a passive: "was arrested and | sentenced to".

        Taggers take such a participle for a past form; nobody sentences without sentencing somebody.
        """
        up = self.syntax.governor(verb)
        if verb.tag_ != "VBD" or up is None or up.relation is not R.CONJUNCT or up.token.tag_ != "VBN":
            return False
        own = self.syntax.first(verb, *OWN, R.OBJECT, R.OPEN_COMPLEMENT, R.COMPLEMENT, R.PARTICLE)
        own = None if own is not None and own.tag_ == "JJ" else own  # "and found guilty"
        units = load_frames().units("verb", readings(verb))
        transitive = any("patient" in u.target and u.patient <= PERSONAL for u in units)
        return own is None and transitive and self.voice(up.token) is Voice.PASSIVE

    def _bare_voice(self, verb: Token) -> Voice:
        """Return the voice of a past participle, or of what looks like one, that has no auxiliary."""
        up = self.syntax.governor(verb)
        if self.shared_object(verb, up) is not None:
            return Voice.ACTIVE
        finite = up is not None and up.relation is R.RELATIVE and verb.tag_ == "VBD"
        if finite or (self.syntax.first(verb, R.SUBJECT) is not None and not self._in_headline(verb)):
            return Voice.ACTIVE
        if up is None or up.relation in (R.PARATAXIS, R.COMPLEMENT):
            return Voice.PASSIVE if self._in_headline(verb) or verb.tag_ == "VBN" else Voice.ACTIVE
        if up.relation is R.CONJUNCT and up.token.pos_ in VERBAL:
            own = self.syntax.first(verb, R.SUBJECT)
            return self.voice(up.token) if own is None else Voice.ACTIVE
        return Voice.PASSIVE

    def subject(self, verb: Token, depth: int = 0) -> tuple[Token | None, bool]:
        """Return a verb's surface subject, and whether it is its own (not inherited)."""
        own = self.syntax.first(verb, R.SUBJECT, R.PASSIVE_SUBJECT)
        if own is not None and own.lower_ == "one" and (who := self.syntax.first(own, R.APPOSITION)) is not None:
            return who, True  # "one of them, X, was held"
        if own is not None:
            return self.phrases.antecedent(own, verb), True
        date = next((d.token for d in self.syntax.dependents(verb, R.OBLIQUE) if is_date_as_subject(d.token)), None)
        if date is not None and self.phrases.conjuncts(date)[0] != date:
            return date, True
        up = self.syntax.governor(verb)
        if up is None or depth > MAX_CHAIN:
            return (self._later(verb) if up is None else None), False
        if self.is_infinitive(verb) and up.relation is R.ADNOMINAL and self._is_numbered(up.token):
            of_whom = (
                self.syntax.first(up.token, R.SUBJECT) if self.syntax.first(up.token, R.COPULA) is not None else None
            )
            return self.phrases.named(of_whom or up.token), True
        if up.relation in (R.ADJECTIVE, R.ADNOMINAL, R.RELATIVE, R.COMPOUND) and up.token.pos_ not in VERBAL:
            return (
                (self._who_has(up.token, depth), False)
                if self.is_infinitive(verb) or _says_what(verb, up.token)
                else (self.phrases.named(up.token), True)
            )
        return self._inherited(verb, up, depth), False

    def _is_numbered(self, noun: Token) -> bool:
        """Whether a noun is one of a row: "the fifth journalist to be arrested" was arrested."""
        words = (d.token for d in self.syntax.dependents(noun, R.ADJECTIVE))
        return any(t.lower_ in ("last", "latest", "only") or "Ord" in t.morph.get("NumType", []) for t in words)

    def singular_subject(self, verb: Token) -> Token | None:
        """Return a verb's subject if the verb agrees with one person: in "X, editor and owner of Y, was fined" X alone.

        Who comes after it by *as was* has a verb of his own.
        """
        own = self.syntax.first(verb, R.SUBJECT, R.PASSIVE_SUBJECT)
        added = self.syntax.dependents(own, R.CONJUNCT) if own is not None else ()
        if any(c.lower_ == "as" and c.i > verb.i for d in added for c in d.token.children):
            return None
        finite = [
            t for t in (verb, *(d.token for d in self.syntax.dependents(verb, *FINITE))) if t.tag_ in ("VBZ", "VBD")
        ]
        singular = any(t.tag_ == "VBZ" or t.lower_ == "was" for t in finite)
        return own if singular and own is not None and own.pos_ == "PROPN" else None

    def _inherited(self, verb: Token, up: Dependent, depth: int) -> Token | None:
        """Return the subject that a verb takes over from its governor."""
        if up.relation is R.CONJUNCT and up.token.pos_ in ("NOUN", "PROPN") and verb.tag_ in ("VBN", "VBG"):
            if self.syntax.first(up.token, R.COPULA) is not None:
                return self.subject(up.token, depth + 1)[0]  # "he was a journalist, and was jailed"
            return self.phrases.named(up.token)  # a second participle of one noun
        if up.relation is R.CONJUNCT:
            return self.subject(up.token, depth + 1)[0]
        told_of = self._in_what_is_said(verb, up)
        if told_of is not None:
            return told_of
        object_ = controller(verb, up, self.syntax)
        if object_ is not None:
            return self.phrases.antecedent(object_, up.token)
        asyndetic = self._in_headline(verb) and up.relation in (R.PARATAXIS, R.COMPLEMENT)
        if asyndetic or up.relation is R.OPEN_COMPLEMENT:
            return self.subject(up.token, depth + 1)[0]
        if up.relation is R.ADVERBIAL and up.token.pos_ in (*VERBAL, "NOUN", "ADJ"):
            beside = self._with_before(verb, up.token)
            if beside is not None:
                return beside
            if verb.tag_ == "VBG" and up.preposition is None and not JUDGING.isdisjoint(readings(up.token)):
                return None  # "X condemns the ruling, imposing a fine": who condemns does not impose it
            found = self.subject(up.token, depth + 1)[0]
            owner = self.syntax.first(found, R.POSSESSOR) if found is not None and found.pos_ == "NOUN" else None
            fronted = owner is not None and verb.tag_ == "VBN" and verb.i < owner.i
            dangling = fronted and found is not None and not is_person(found)
            return owner if dangling else found  # "Sentenced to six years, her term was cut"
        return None

    def _in_what_is_said(self, verb: Token, up: Dependent) -> Token | None:
        """Return of whom a relative clause lets others say something: "the report that officials said insulted X".

        A finite clause wants a subject; one that has none, as what is said in a relative clause, has its antecedent
        (Huddleston and Pullum 2002, 12.7.3).
        """
        if up.relation not in (R.COMPLEMENT, R.OPEN_COMPLEMENT) or verb.tag_ == "VBG" or self.is_infinitive(verb):
            return None
        above = self.syntax.governor(up.token)
        teller = self.syntax.first(up.token, R.SUBJECT)
        if above is None or above.relation is not R.RELATIVE or teller is None or teller.lower_ in RELATIVE_PRONOUNS:
            return None
        return self.phrases.named(above.token) if teller.i < up.token.i < verb.i else None

    def _with_before(self, participle: Token, verb: Token) -> Token | None:
        """Return the noun after *with* whose phrase ends right before a participle."""
        if participle.tag_ not in ("VBG", "VBN"):
            return None
        for d in self.syntax.dependents(verb, R.OBLIQUE):
            if d.preposition == "with" and d.token.i < participle.i:
                between = d.token.doc[d.token.right_edge.i + 1 : participle.left_edge.i + 1]
                if len(between) <= 1 or (len(between) == 2 and between[0].text == ","):
                    return d.token
        return None

    def _later(self, verb: Token) -> Token | None:
        """Return the subject after a fronted participle: "Detained by police, Keita was beaten"."""
        if verb.tag_ not in ("VBN", "VBG"):
            return None
        after = (d.token for d in self.syntax.dependents(verb, R.CONJUNCT, R.PARATAXIS) if d.token.pos_ in VERBAL)
        return next((s for v in after if (s := self.syntax.first(v, R.SUBJECT, R.PASSIVE_SUBJECT)) is not None), None)

    def _who_has(self, noun: Token, depth: int) -> Token | None:
        """Return whose a decision, plan or move is: its possessor, its *by*, or the subject of the verb it is object of.

        Whose a call is asks others: "its call *on the army* to free X".
        """
        if noun.lemma_.lower() in CALLS:
            asked = (d for d in self.syntax.dependents(noun, R.OBLIQUE) if d.preposition in ("on", "upon", "to"))
            return next((self.phrases.antecedent(d.token, noun) for d in asked), None)
        for d in self.syntax.dependents(noun, R.POSSESSOR, R.OBLIQUE, R.COMPOUND):
            if d.relation is not R.OBLIQUE or d.preposition in ("by", "of"):
                return self.phrases.antecedent(d.token, noun)
        up = self.syntax.governor(noun)
        if up is None or up.relation is not R.OBJECT or depth > MAX_CHAIN or not JUDGING.isdisjoint(readings(up.token)):
            return None
        return self.subject(up.token, depth + 1)[0] if self.voice(up.token) is Voice.ACTIVE else None

    def shared_object(self, verb: Token, up: Dependent | None) -> Token | None:
        """Find the object that coordinated verbs share: it stands to the right of the last of them."""
        first = up.token if up is not None and up.relation is R.CONJUNCT else verb
        for other in (t for t in self.syntax.conjuncts(first) if t.i > verb.i):
            shared = self.syntax.first(other, R.OBJECT)
            if shared is None and self._is_bare(verb):
                shared = self._of_work(other)
            if shared is not None and self.syntax.first(other, R.SUBJECT) is None:
                return shared if self._adjacent(verb, other) else None
        if first != verb:
            shared = self.syntax.first(first, R.OBJECT)
            if shared is not None and shared.i > verb.i:
                return shared
        return None

    def _is_bare(self, verb: Token) -> bool:
        """Whether nothing of its own follows a verb before the next that it is coordinated with."""
        return all(
            d.relation is R.CONJUNCT or d.token.is_punct for d in self.syntax.dependents(verb) if d.token.i > verb.i
        )

    def _of_work(self, verb: Token) -> Token | None:
        """Return whose work the last of coordinated verbs interferes with: "beat and interfered with the work of X"."""
        for d in self.syntax.dependents(verb, R.OBLIQUE):
            if d.preposition == "with" and d.token.lemma_.lower() in ("work", "reporting"):
                whose = (
                    o.token
                    for o in self.syntax.dependents(d.token, R.OBLIQUE, R.POSSESSOR)
                    if o.preposition in (None, "of")
                )
                return next(whose, None)
        return None

    def _adjacent(self, verb: Token, other: Token) -> bool:
        """Whether nothing but conjunctions, adverbs and other verbs stands between two coordinated verbs."""
        between = self.syntax.doc[verb.i + 1 : other.i]
        return all(t.pos_ in ("CCONJ", "ADV", "VERB", "PUNCT", "AUX", "PART") for t in between)

    def small_clause_subject(self, verb: Token) -> Token | None:
        """Return who is said to be or to do something by a complement that is no finite clause: "found Keita guilty"."""
        for d in self.syntax.dependents(verb, R.COMPLEMENT, R.OPEN_COMPLEMENT):
            finite = d.token.pos_ in VERBAL and not self.is_infinitive(d.token)
            inner = self.syntax.first(d.token, R.SUBJECT)
            if inner is not None and inner.i > verb.i and not finite and self.syntax.first(d.token, R.COPULA) is None:
                return inner
        return None

    def gap(self, verb: Token) -> Token | None:
        """Find the antecedent that a relative clause with a subject of its own leaves out as its object."""
        up, own = self.syntax.governor(verb), self.syntax.first(verb, R.SUBJECT)
        if up is None or own is None or up.relation is not R.RELATIVE or own.lower_ in RELATIVE_PRONOUNS:
            return None
        return up.token

    def is_infinitive(self, verb: Token) -> bool:
        """Whether *to* stands before a verb."""
        return any(d.token.lower_ == "to" for d in self.syntax.dependents(verb, R.MARKER, R.AUXILIARY))

    def _lacks_auxiliary(self, verb: Token) -> bool:
        """Whether a full sentence has no auxiliary that would make it a passive: "Gunmen shot at Keita." """
        if self.syntax.governor(verb) is not None or self._in_headline(verb) or verb.i < self.headline_end:
            return False
        helpers = self.syntax.dependents(verb, R.AUXILIARY, R.COPULA)
        return not helpers and not any(d.preposition == "by" for d in self.syntax.dependents(verb, R.OBLIQUE))

    def _has_doer(self, verb: Token) -> bool:
        """Whether a past form without object has a by-phrase of people: then it is a participle, however tagged."""
        doers = (d.token for d in self.syntax.dependents(verb, R.OBLIQUE) if d.preposition == "by")
        return verb.tag_ == "VBD" and any(t.ent_type_ in ("PERSON", "ORG", "NORP") or t.tag_ == "NNS" for t in doers)

    def _may_be_participle(self, verb: Token) -> bool:
        return verb.tag_ == "VBN" or (verb.tag_ == "VBD" and self._in_headline(verb))

    def _in_headline(self, token: Token) -> bool:
        """Whether a word stands in the title or in another line that does not end as sentences do."""
        if token.i < self.headline_end:
            return True
        last = next((t for t in reversed(token.sent) if not t.is_space), token)
        at_end = last.i + 1 >= len(token.doc) or "\n" in token.doc[last.i + 1].text
        return at_end and not last.is_punct


def _says_what(participle: Token, noun: Token) -> bool:
    """Whether a participle says what a decision is: "issued an *order closing* the newspaper"."""
    return participle.tag_ == "VBG" and noun.lemma_.lower() in DECISIONS and participle.i > noun.i


def controller(verb: Token, up: Dependent, syntax: Syntax) -> Token | None:
    """Return the object that a governor makes the subject of a verb below it, also the one of "called on police to"."""
    blames = up.preposition in BLAME or (up.preposition == "with" and up.token.lemma_ == "charge")
    if up.relation is R.ADVERBIAL and blames:
        blamed = syntax.first(up.token, R.OBJECT, R.RECIPIENT)
        return None if blamed is not None and blamed.lemma_.lower() in ATTENTION else blamed
    if up.relation is R.ADVERBIAL and up.preposition == "from" and verb.tag_ == "VBG":
        return syntax.first(up.token, R.OBJECT)  # "restrained him from hitting her" (Quirk et al. 1985, 16.49)
    lemma = up.token.lemma_
    if up.relation in (R.OPEN_COMPLEMENT, R.ADVERBIAL) and lemma in OBLIQUE_CONTROL:
        asked = (d.token for d in syntax.dependents(up.token, R.OBLIQUE) if d.preposition in OBLIQUE_CONTROL[lemma])
        return next(asked, None)
    had = lemma == "have" and verb.tag_ == "VBN"  # "had her camera smashed", of the camera (Quirk et al. 1985, 16.54)
    if up.relation is not R.OPEN_COMPLEMENT or (lemma in SUBJECT_CONTROL and not had):
        return None
    return syntax.first(up.token, R.OBJECT, R.RECIPIENT)
