"""Words that govern an act and bear on whether it happened.

"Police did not try to stop the attack": *try* governs *stop*, *stop* governs *attack*. What each word makes of what it
governs is data, `words/factuality.yaml` and `words/reporting.yaml`; here it is looked up in its company ("call for",
"face arrest") and by the way it governs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphbuild.extract.syntax import Dependent, Relation, Syntax
from graphbuild.lexicons.words import Cue, SpeechVerb, load_words
from graphbuild.model import Factuality

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Token

R = Relation
F = Factuality

NOUNS, PREDICATES = ("NOUN", "PROPN"), ("VERB", "AUX")
COMPLEMENT_LINKS = frozenset({"of", "for", "to", "against", "that"})
"""Prepositions by which a noun governs: "threat of arrest", not "fears after his arrest"."""
RELATIVES = frozenset({"who", "whom", "which", "that", "whose", "when", "where", "while", "what"})
PARTS = {"VERB": ("verb",), "AUX": ("verb",), "NOUN": ("noun",), "PROPN": ("noun",), "ADJ": ("adjective", "verb")}
TERMS = frozenset({"year", "month", "week", "day", "decade", "hour"})
"""Nouns for how long a punishment lasts."""
JUDGING = frozenset({"call", "label", "brand", "term", "deem", "describe"})
"""Verbs of speech whose object is taken for granted and judged: "called the arrest unlawful"."""
FALSE = frozenset("false untrue fake unfounded groundless baseless incorrect fictitious bogus".split())
FALSEHOODS = frozenset({"lie", "fabrication", "invention", "nonsense"})
INVENTING = frozenset({"invent", "fabricate", "concoct", "debunk", "refute"})
"""Adjectives, nouns and, in the passive, verbs by which a telling is said not to be so."""
SUPERSEDED = frozenset({"earlier", "previous", "original", "initial", "first", "prior"})
"""Versions of a text that no longer stand."""
OWNED = frozenset("responsibility credit attack bombing killing assassination murder shooting".split())
"""What somebody claims who says that it was he: "claimed (responsibility for) the killing" leaves no doubt of it."""


class Cues:
    """Looks up the words of one parse that bear on factuality."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.cues = load_words(Cue)
        self.verbs = load_words(SpeechVerb)

    def governing(self, token: Token, up: Dependent, *, clause: bool) -> Cue | None:
        """Return the cue that governs a clause or an event noun, the one in most company first."""
        kind = "clause" if clause else "noun"
        made = self.syntax.first(up.token, R.PASSIVE_SUBJECT) if clause and up.token.lemma_ == "make" else None
        if made is not None and made.pos_ == "NOUN":  # "efforts are being made to arrest them"
            found: Cue | None = self.cues.get(made.lemma_.lower(), "noun")
            return found
        for phrase in self._phrases(token, up, clause=clause):
            for pos in PARTS.get(up.token.pos_, ("adjective",)):
                cue: Cue | None = self.cues.get(phrase, pos)
                if cue is not None and cue.over in ("any", kind):
                    return cue
        return None

    def _phrases(self, token: Token, up: Dependent, *, clause: bool) -> Iterator[str]:
        """Yield the phrases under which a governor may stand in the list."""
        partners = [d.token.lemma_.lower() for d in self.syntax.dependents(up.token, R.PARTICLE, R.OBJECT, R.ADVERB)]
        if not clause or up.preposition is None:
            partners.insert(0, token.lemma_.lower())
        if up.preposition or clause:
            to = any(d.token.lower_ == "to" for d in self.syntax.dependents(token, R.MARKER, R.AUXILIARY))
            partners.insert(0, up.preposition or ("to" if to else "that"))
        bases = list(base_forms(up.token))
        yield from (f"{base} {partner}" for partner in partners for base in bases)
        if clause or up.preposition is None or up.token.pos_ not in PREDICATES:
            yield from bases

    def speech(self, verb: Token) -> SpeechVerb | None:
        """Return the entry of a verb of saying."""
        found = (self.verbs.get(b) for b in base_forms(verb)) if verb.pos_ in PREDICATES else ()
        return next((entry for entry in found if entry is not None), None)

    def is_false(self, telling: Token, above: Dependent) -> bool:
        """Whether a clause says that a report or claim is false: "reports … are false", "called the claim … a lie".

        A parse may hang the last word of it on the name before.
        """
        judged = [d.token for d in self.syntax.dependents(telling, R.ADJECTIVE)]
        if above.relation in (R.SUBJECT, R.PASSIVE_SUBJECT):
            judged.append(above.token)
        if above.relation in (R.SUBJECT, R.OBJECT):
            judged += [d.token for d in self.syntax.dependents(above.token, R.OPEN_COMPLEMENT)]
        if above.relation is R.OBJECT:
            judged.append(telling.right_edge)
        contrary = above.token.lemma_.lower() == "contrary" and above.preposition == "to"
        return contrary or any(self.is_falsehood(t) for t in judged)

    def is_falsehood(self, word: Token) -> bool:
        """Whether a predicate says that a telling is not so: "untrue", "a lie", "fake news", "was made up"."""
        if word.pos_ in NOUNS:
            return self.is_hoax(word) or word.lemma_.lower() in FALSEHOODS
        up = any(d.token.lower_ == "up" for d in self.syntax.dependents(word, R.PARTICLE))
        invented = word.tag_ == "VBN" and (word.lemma_ in INVENTING or (word.lemma_ == "make" and up))
        return invented or (word.pos_ == "ADJ" and word.lemma_.lower() in FALSE)

    def is_hoax(self, noun: Token) -> bool:
        """Whether a predicate says that an act never took place: "a hoax", "fake news"; charges may well be "a lie"."""
        fake = any(d.token.lower_ in FALSE for d in self.syntax.dependents(noun, R.ADJECTIVE))
        return noun.pos_ in NOUNS and (fake or noun.lemma_.lower() == "hoax")

    def is_corrected(self, verb: Token) -> bool:
        """Whether a verb of saying tells what a text no longer says: "an earlier version of this story said that"."""
        version = self.syntax.first(verb, R.SUBJECT)
        if version is None or version.lemma_.lower() != "version":
            return False
        return any(d.token.lower_ in SUPERSEDED for d in self.syntax.dependents(version, R.ADJECTIVE))

    def attributes(self, word: Token) -> bool:
        """Whether a word says whose saying it is: a verb of saying, "Karimov's claim"."""
        return self.speech(word) is not None or self.syntax.first(word, R.POSSESSOR) is not None

    def link(self, words: str | None, pos: str = "preposition") -> Cue | None:
        """Return the entry of a preposition or conjunction."""
        return self.cues.get(words.lower(), pos) if words else None

    def is_aside(self, d: Dependent) -> bool:
        """Whether a verb of saying stands beside what it reports: "Police beat him, as he said"; a semicolon parts them."""
        below = self.syntax.dependents(d.token)
        if any(t.text == ";" for t in d.token.doc[d.token.left_edge.i - 1 : d.token.i]):
            return False
        linked = any(b.token.lower_ in RELATIVES or (b.relation is R.MARKER and b.token.lower_ != "as") for b in below)
        relations = {b.relation for b in below}
        return not linked and d.preposition in (None, "as") and R.SUBJECT in relations and R.COMPLEMENT not in relations

    def also_said(self, verb: Token) -> bool:
        """Whether a denial is the second of two verbs: "neither confirmed nor denied that"."""
        up = self.syntax.governor(verb)
        return up is not None and up.relation is R.CONJUNCT and self.speech(up.token) is not None

    def past_compound(self, up: Dependent) -> Dependent:
        """Return the governor beyond a preposition made of words: "in case of arrest", "short of arresting"."""
        above = self.syntax.governor(up.token)
        if above is None or up.preposition is None:
            return up
        if up.preposition == "of" and up.token.lemma_ in TERMS:
            return above  # "face five years of imprisonment"
        words = (above.preposition, up.token.lower_, up.preposition)
        phrase = " ".join(w for w in words if w)
        return above._replace(preposition=phrase) if self.link(phrase) is not None else up

    def over_noun(self, token: Token, up: Dependent) -> Cue | SpeechVerb | None:
        """Return the word that bears on whether an event noun's act is one."""
        cue = self.governing(token, up, clause=False)
        if up.relation is R.SUBJECT and up.token.pos_ != "ADJ":
            known = cue is not None and cue.reading is F.REPORTED and up.token.pos_ in PREDICATES
            return cue if known else None
        if up.token.pos_ in NOUNS and up.relation is R.OBLIQUE and cue is not None:
            linked = any(w.endswith(f" {up.preposition}") for w in cue.words)  # "protection from arrest"
            return cue if cue.presupposes or linked or up.preposition in COMPLEMENT_LINKS else None
        if up.relation in (R.POSSESSOR, R.TIME):
            return None
        if cue is None and up.relation in (R.OBJECT, R.PASSIVE_SUBJECT) and up.token.lemma_ not in JUDGING:
            owned = token.lemma_ in OWNED and "claim" in base_forms(up.token)
            speech = self.speech(up.token) if not owned else None
            return speech if speech is not None and speech.reading is not F.REPORTED else None
        return cue


def base_forms(word: Token) -> Iterator[str]:
    """Yield what may be the base of an inflected word: its lemma, and its stem by rule where the lemmatizer erred.

    A lemmatizer that has not met "declined" makes it "declin"; a stem that is no word of a list does no harm.
    """
    yield word.lemma_.lower()
    form = word.lower_
    yield form
    for ending in ("ed", "ing", "es", "s"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form.removesuffix(ending)
            yield from (stem, f"{stem}e", stem[:-1] if stem[-1] == stem[-2] else f"{stem[:-1]}y")
