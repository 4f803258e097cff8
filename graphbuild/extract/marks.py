"""What stands at an act itself and says how it is told: its form, negation, modals, doubt, and nobody having done it.

"Police allegedly did not beat anyone": *allegedly*, *not* and *anyone* are marks of *beat*. What reaches a clause from
above (a demand, an attempt) is the matter of `factuality.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from graphbuild.extract.syntax import Dependent, Relation, Syntax
from graphbuild.lexicons.words import Cue, load_words
from graphbuild.model import Factuality

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation
F = Factuality

PERCEPTION = frozenset({"see", "hear", "watch", "feel"})
"""With these *can* and *could* say that somebody does perceive: "police can be seen beating X"."""
FOCUS = frozenset({"only", "just", "merely", "simply", "solely", "necessarily", "least"})
"""Adverbs that draw a *not* before them to themselves: "not only beat but also"."""
NOBODY = frozenset({"nobody", "none", "no-one", "nothing", "neither"})
ANYBODY = frozenset({"any", "anyone", "anybody", "whoever", "whomever", "whatever"})
NO_ONE = frozenset({"neither", "nor", "hardly", "barely", "scarcely"})
"""Words before a participant by which there is none or next to none of it."""
NO_WAY = frozenset({"time", "point", "case", "circumstance", "way", "moment"})
"""Nouns whose *no* negates the clause: "at no time did police"."""
FREQUENT = frozenset(
    "often regularly routinely frequently usually sometimes always typically commonly generally constantly"
    " occasionally".split()
)
"""Adverbs of what is done again and again."""
FICTIONS = frozenset("film movie novel play opera musical thriller sitcom drama comedy".split())
"""Works whose plot is told in the present: "in the film she is arrested"; "was insulted in a film" tells of the film."""
DEFINITE = frozenset({"the", "this", "these", "that", "those", "such", "both"})
WH = frozenset({"why", "how", "where", "when", "who", "whom", "which", "what", "whose"})


class Form(StrEnum):
    """The form of a verb, as far as it bears on factuality."""

    PAST = "past or perfect"
    PRESENT = "present"
    MODAL = "modal"
    BASE = "bare infinitive or subjunctive"
    INFINITIVE = "infinitive with to"
    GERUND = "gerund or present participle"
    PARTICIPLE = "past participle"


class Mark(NamedTuple):
    """A word beside an act that says how it is told."""

    factuality: Factuality
    word: Token
    kind: str
    """negation, modal, adverb, condition, consequence, question, imperative, nobody, generic, fiction or agent"""


class Marks:
    """Reads the marks at the clauses and event nouns of one parse."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.cues = load_words(Cue)

    def form(self, verb: Token) -> Form:
        """Return the form of a verb or of a predicate with its auxiliaries."""
        helpers = self.syntax.dependents(verb, R.AUXILIARY, R.PASSIVE_AUXILIARY, R.COPULA)
        if any(d.token.lower_ == "to" for d in self.syntax.dependents(verb, R.MARKER, R.AUXILIARY)):
            return Form.GERUND if verb.tag_ == "VBG" and not helpers else Form.INFINITIVE
        if any(self._modal(d.token) for d in helpers):
            return Form.MODAL
        first = helpers[0].token if helpers else verb
        if first.lemma_ == "have" and first.i != verb.i and first.tag_ in ("VBZ", "VBP"):
            return Form.PAST
        forms = {"VBD": Form.PAST, "VBZ": Form.PRESENT, "VBP": Form.PRESENT, "VBG": Form.GERUND, "VBN": Form.PARTICIPLE}
        return forms.get(first.tag_, Form.BASE if first.tag_ == "VB" else Form.PAST)

    def at(self, token: Token, inside: Collection[int] = ()) -> list[Mark]:
        """Return the marks at a clause or an event noun; the words of its own unit, given by index, are none."""
        found = [m for d in self.syntax.dependents(token) if d.token.i not in inside for m in self._marks_of(token, d)]
        kinds = {m.kind: m for m in found}
        if {"negation", "modal"} <= set(kinds) and self._counterfactual(token, kinds["modal"]):
            return [m for m in found if m.kind not in ("negation", "modal")]
        if "negation" in kinds and self._comes_about(token):
            found = [m for m in found if m.kind != "negation"]
        inverted = self._inverted(token)
        if inverted is not None:
            found.append(Mark(F.HYPOTHETICAL, inverted, "condition"))
        if self._is_consequence(token):
            found.append(Mark(F.HYPOTHETICAL, token, "consequence"))
        found += self._shared_doubt(token)
        habit = self._habit(token)
        if habit is not None:
            found.append(Mark(F.HYPOTHETICAL, habit, "generic"))
        if self._imperative(token):
            found.append(Mark(F.DEMANDED, token, "imperative"))
        if self._is_to(token):
            found.append(Mark(F.PLANNED, token, "modal"))
        return found

    def _marks_of(self, token: Token, d: Dependent) -> Iterator[Mark]:
        word, relation = d.token, d.relation
        if relation is R.AUXILIARY and (reading := self._modal(word)) is not None:
            if not (token.lemma_.lower() in PERCEPTION and word.lower_ in ("can", "could")):
                yield Mark(reading, word, "modal")
        elif relation is R.DETERMINER and word.lower_ == "any" and token.pos_ in ("NOUN", "PROPN"):
            yield Mark(F.HYPOTHETICAL, word, "generic")
        elif relation is R.MARKER or (relation is R.ADVERB and word.lower_ in ("if", "whether", "whenever")):
            if (entry := self.cues.get(word.lower_, "conjunction")) is not None:
                yield Mark(entry.reading, word, "condition")
        elif relation in (R.ADVERB, R.ADJECTIVE, R.COMPOUND):
            yield from self._modifier(token, word)
        elif relation in (R.SUBJECT, R.PASSIVE_SUBJECT, R.OBJECT, R.OBLIQUE):
            yield from self._participant(d, token)
        elif word.text == "?" and not self._asks_open(token):
            yield Mark(F.HYPOTHETICAL, word, "question")
        if self.negates(token, d):
            yield Mark(F.DENIED, word, "negation")

    def negates(self, token: Token, d: Dependent) -> bool:
        """Whether a dependent negates: *not* before the verb and not before *only*; *no* before a noun; *nor*.

        The surname Nor negates nothing.
        """
        word = d.token
        if word.pos_ == "PROPN":
            return False
        follower = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
        if d.relation is R.NEGATION:
            return word.i < token.i and follower not in FOCUS
        if word.lower_ in ("neither", "nor"):
            return word.i < token.i and d.relation is not R.CONJUNCT and token.pos_ in ("VERB", "AUX", "ADJ")
        return d.relation is R.DETERMINER and word.lower_ in ("no", "neither") and follower != "longer"

    def _shared_doubt(self, token: Token) -> Iterator[Mark]:
        """Yield the doubt before the first of several acts: "alleged torture, *detentions* and *trials*".

        A modifier before coordinated nouns without articles of their own is of all of them (Quirk et al. 1985, 13.67 f.).
        """
        up = self.syntax.governor(token) if token.pos_ == "NOUN" else None
        if (
            up is None
            or up.relation is not R.CONJUNCT
            or self.syntax.first(token, R.DETERMINER, R.POSSESSOR) is not None
        ):
            return
        for d in self.syntax.dependents(up.token, R.ADJECTIVE):
            entry = self.cues.get(d.token.lower_, "adjective")
            if entry is not None and entry.reading is F.ALLEGED and d.token.i < up.token.i:
                yield Mark(F.ALLEGED, d.token, "adverb")

    def _modal(self, word: Token) -> Factuality | None:
        entry = self.cues.get(word.lower_, "modal")
        if entry is None or (word.lower_ in ("'d", "’d") and word.lemma_ in ("have", "had")):
            return None
        return entry.reading if word.tag_ == "MD" or word.lower_ not in ("need", "dare", "let") else None

    def _modifier(self, token: Token, word: Token) -> Iterator[Mark]:
        """Yield the mark of an adverb or adjective; an adverb after a preposition belongs to what follows."""
        before = word.doc[word.i - 1] if word.i else None
        if word.i > token.i and before is not None and before.pos_ in ("ADP", "SCONJ"):
            return
        entry = self.cues.get(word.lower_, "adverb")
        if entry is not None and entry.reading is F.ATTEMPTED and word.i + 1 != token.i:
            return
        if entry is None and token.pos_ in ("NOUN", "PROPN"):
            entry = self.cues.get(word.lower_, "adjective")
        if entry is not None and entry.over != "clause" and entry.reading is not F.REPORTED:
            yield Mark(entry.reading, word, "adverb")

    def _participant(self, d: Dependent, token: Token) -> Iterator[Mark]:
        """Yield what a participant says of its act: nobody did it, anybody would, somebody is suspected of it."""
        word, below = d.token, self.syntax.dependents(d.token)
        none = [
            b.token for b in below if self.negates(word, b) or (b.token.pos_ != "PROPN" and b.token.lower_ in NO_ONE)
        ]
        if d.preposition == "in" and word.lemma_.lower() in FICTIONS and self.form(token) is Form.PRESENT:
            yield Mark(F.HYPOTHETICAL, word, "fiction")
        if d.relation is R.OBLIQUE:
            none = none if word.lemma_.lower() in NO_WAY else []
        elif word.lower_ in ANYBODY or any(b.token.lower_ in ANYBODY for b in below if b.relation is R.DETERMINER):
            yield Mark(F.HYPOTHETICAL, word, "generic")
        if none or (word.lower_ in NOBODY and d.relation is not R.OBLIQUE):
            yield Mark(F.DENIED, none[0] if none else word, "nobody")
        agent = d.relation is R.SUBJECT or (d.relation is R.OBLIQUE and d.preposition == "by")
        for b in below if agent and token.pos_ in ("VERB", "AUX") else ():
            entry = self.cues.get(b.token.lower_, "adjective") if b.relation in (R.ADJECTIVE, R.COMPOUND) else None
            if entry is not None and entry.reading is F.ALLEGED:
                yield Mark(F.ALLEGED, b.token, "agent")

    def _comes_about(self, token: Token) -> bool:
        """Whether a negated act came about in the end: "did not free X until Monday" (Karttunen 1974, Until)."""
        if self.form(token) is not Form.PAST and not self.syntax.dependents(token, R.AUXILIARY, R.PASSIVE_AUXILIARY):
            return False
        links = self.syntax.dependents(token, R.OBLIQUE, R.ADVERBIAL)
        until = any(d.preposition in ("until", "till") and d.token.i > token.i for d in links)
        did = any(
            d.token.lower_ in ("did", "was", "were")
            for d in self.syntax.dependents(token, R.AUXILIARY, R.PASSIVE_AUXILIARY)
        )
        return until and did

    def _counterfactual(self, token: Token, modal: Mark) -> bool:
        """Whether it happened against what ought to be: "should never have been arrested"."""
        have = any(a.lemma_ == "have" for _, a, _ in self.syntax.dependents(token, R.AUXILIARY))
        return modal.factuality is F.DEMANDED and have

    def _inverted(self, token: Token) -> Token | None:
        """Return the auxiliary that stands first in a condition: "Had police arrested her, she would"."""
        first = next((d.token for d in self.syntax.dependents(token) if not d.token.is_punct), None)
        subject = self.syntax.first(token, R.SUBJECT, R.PASSIVE_SUBJECT)
        if first is None or subject is None or first.lower_ not in ("had", "were") or first.i > subject.i:
            return None
        return None if token.sent[-1].text == "?" else first

    def _is_consequence(self, token: Token) -> bool:
        """Whether a clause in the present says what follows from a condition: "If reporters go there, police beat them"."""
        clauses = [d.token for d in self.syntax.dependents(token, R.ADVERBIAL)]
        conditions = (m.token for c in clauses for m in self.syntax.dependents(c, R.MARKER))
        return any(m.lower_ == "if" for m in conditions) and self.form(token) is Form.PRESENT

    def _habit(self, token: Token) -> Token | None:
        """Return the adverb by which a verb tells what kinds of people do, and nothing that happened: "police often beat".

        It binds a present and bare plurals (Carlson 1977, Reference to Kinds in English).
        """
        often = next((d.token for d in self.syntax.dependents(token, R.ADVERB) if d.token.lower_ in FREQUENT), None)
        if often is None or self.form(token) is not Form.PRESENT:
            return None
        people = self.syntax.dependents(token, R.SUBJECT, R.PASSIVE_SUBJECT, R.OBJECT, R.OBLIQUE)
        kinds = [d.token for d in people if d.relation is not R.OBLIQUE or d.preposition == "by"]
        bare = (t.pos_ == "NOUN" and not any(_singles_out(c) for c in t.subtree) for t in kinds)
        return often if kinds and all(bare) else None

    def _imperative(self, token: Token) -> bool:
        """Whether a verb commands: a base form at the root without a subject."""
        bare = token.tag_ == "VB" or (token.tag_ == "VBP" and token.i == token.sent.start)
        if not bare or self.syntax.governor(token) is not None:
            return False
        left = (R.SUBJECT, R.PASSIVE_SUBJECT, R.AUXILIARY, R.PASSIVE_AUXILIARY, R.COPULA, R.MARKER)
        return self.syntax.first(token, *left) is None

    def _is_to(self, token: Token) -> bool:
        """Whether an infinitive stands for the future: "is to be deported", the headline "Court to try X"."""
        if self.form(token) is not Form.INFINITIVE:
            return False
        helpers = self.syntax.dependents(token, R.AUXILIARY, R.COPULA, R.PASSIVE_AUXILIARY)
        finite = any(d.token.lower_ in ("is", "are", "was", "were", "am", "'s", "’s", "'re") for d in helpers)
        return finite or self.syntax.governor(token) is None

    def asks(self, token: Token) -> bool:
        """Whether a clause asks for a detail and takes the rest for granted: "why police detained X"."""
        below = [d.token for d in self.syntax.dependents(token) if d.token.i < token.i]
        below += [c for d in below if d.pos_ in ("NOUN", "PROPN") for c in d.children if c.i < d.i]
        return any(t.lower_ in WH for t in below)

    def wonders(self, token: Token) -> bool:
        """Whether a clause asks for yes or no, which demands nothing: "asked whether police had detained X"."""
        return any(d.token.lower_ in ("whether", "if") for d in self.syntax.dependents(token, R.MARKER))

    def _asks_open(self, token: Token) -> bool:
        """Whether a question asks for a detail of what happened: "Who beat X?"."""
        return self.asks(token) and self.form(token) in (Form.PAST, Form.PRESENT, Form.GERUND)

    def is_past(self, word: Token) -> bool:
        """Whether a predicate stands in the past: "had to", "was able to"."""
        helpers = self.syntax.dependents(word, R.AUXILIARY, R.PASSIVE_AUXILIARY, R.COPULA)
        return not any(self._modal(d.token) for d in helpers) and self.form(word) is Form.PAST

    def is_subjunctive(self, token: Token) -> bool:
        """Whether a clause of its own subject has bare *be*: "demanded that X be released"."""
        helpers = self.syntax.dependents(token, R.AUXILIARY, R.COPULA, R.PASSIVE_AUXILIARY)
        bare = bool(helpers) and helpers[0].token.lower_ == "be" and self.form(token) is Form.BASE
        return bare and self.syntax.first(token, R.SUBJECT, R.PASSIVE_SUBJECT) is not None

    def is_definite(self, noun: Token) -> bool:
        """Whether a noun stands for something known: *the*, *this*, a possessor."""
        determiners = {d.token.lower_ for d in self.syntax.dependents(noun, R.DETERMINER)}
        return bool(determiners & DEFINITE) or self.syntax.first(noun, R.POSSESSOR) is not None

    def is_cleft(self, noun: Token) -> bool:
        """Whether a negated cleft says that somebody else did it: "It was not police who beat X"."""
        subject = self.syntax.first(noun, R.SUBJECT)
        negated = any(self.negates(noun, d) for d in self.syntax.dependents(noun, R.NEGATION))
        it = subject if subject is not None else next((c for c in noun.children if c.dep_ == "expl"), None)
        return negated and it is not None and it.lower_ == "it"

    def is_adverbial(self, token: Token) -> bool:
        """Whether a clause is introduced as one of time or cause, whatever it hangs on: "because", "before"."""
        links = {d.token.lower_ for d in self.syntax.dependents(token, R.MARKER)}
        return bool(links) and not links & {"that", "if", "whether", "for", "to", "how", "than"}

    def subordinator(self, token: Token) -> str | None:
        """Return the word that introduces a clause: "when", "as soon as"."""
        for d in self.syntax.dependents(token, R.MARKER, R.ADVERB):
            if d.token.i < token.i and (
                d.relation is R.MARKER or d.token.lower_ in WH | {"once", "whenever", "wherever"}
            ):
                return " ".join([d.token.lower_, *(c.lower_ for c in d.token.children if c.dep_ == "fixed")])
        return None

    def reaches(self, mark: Mark, first: Token, token: Token) -> bool:
        """Whether a mark of the first conjunct holds for a later one: "was not charged or tried"."""
        if mark.kind in ("condition", "question"):
            return True
        if mark.kind == "modal" and token.tag_ == "VBN" and self.form(token) is Form.PARTICIPLE:
            return True
        if self.syntax.first(token, R.SUBJECT, R.PASSIVE_SUBJECT) is not None or token.pos_ in ("NOUN", "PROPN"):
            return False
        if mark.kind == "modal" and any(c.lower_ == "be" and c.tag_ == "VB" for c in token.children):
            return True  # "would either be shot or be killed": bare *be* wants a modal
        same = self.syntax.first(token, R.OBJECT) if mark.kind == "generic" else None
        if same is not None and same.pos_ == "PRON" and mark.word.i < token.i:
            return True  # "arrests any journalist and jails *him*"
        if mark.kind in ("adverb", "nobody", "generic"):
            return mark.word.i < first.i
        own = any(c.lower_ in ("but", "nor") for c in token.children)
        return not (own and mark.kind == "negation") and self._same_form(first, token)

    def _same_form(self, first: Token, token: Token) -> bool:
        """Whether a conjunct without auxiliary can share those of the first: both bare, or both passive participles."""
        if self.syntax.first(token, R.AUXILIARY, R.PASSIVE_AUXILIARY, R.COPULA) is not None:
            return False
        if self.syntax.first(first, R.PASSIVE_AUXILIARY) is not None:
            return token.tag_ in ("VBN", "VBD") and self.syntax.first(token, R.OBJECT) is None
        return token.tag_ == first.tag_ or (token.tag_ in ("VB", "VBP") and first.tag_ in ("VB", "VBP"))


def _singles_out(word: Token) -> bool:
    """Whether a noun phrase with a word stands for some and not for all of a kind: "the guards", "reporters of Kloop"."""
    return word.pos_ in ("NUM", "DET", "PRON") or word.ent_type_ in ("PERSON", "ORG")
