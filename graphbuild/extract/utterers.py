"""Who says a quotation, as far as it bears on whom its pronouns mean.

Nobody says *he* of himself, *I* is whoever speaks, and who goes on speaking is "she" after her first words: "'They beat
him', his lawyer said. 'He is in hospital', she added." What a speech is worth is read in `speakers`, once all is linked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.kinds import LAWYERS, PERSONS
from graphbuild.extract.mentions import Form
from graphbuild.extract.quotations import quotations
from graphbuild.extract.syntax import Relation
from graphbuild.lexicons.words import SpeechVerb, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.extract.clusters import Clusters
    from graphbuild.extract.mentions import Mention
    from graphbuild.extract.quotations import Quotation
    from graphbuild.extract.syntax import Syntax
    from graphbuild.extract.tokens import Doc, Token

R = Relation

UTTERED = 12
"""Words before or after a quotation among which it is told who says it."""
AFTER = 3
"""Words after a quotation within which its *she said* begins."""
REPORTED = frozenset({R.COMPLEMENT, R.PARATAXIS})
DEFENDING = frozenset({"represent", "defend"})
SPEECH = frozenset("say tell add write report note recall explain state post tweet claim describe".split())
"""Verbs whose subject a first person in their sentence is."""


class Utterers:
    """Finds who speaks, in one parse whose names are clustered."""

    def __init__(self, doc: Doc, syntax: Syntax, clusters: Clusters) -> None:
        self.doc, self.syntax, self.clusters = doc, syntax, clusters
        self.quotations = list(quotations(doc))

    def around(self, pronoun: Mention) -> set[int]:
        """Return the clusters of whoever may say the quotation that a pronoun stands in."""
        quote = next((q for q in self.quotations if q.start <= pronoun.head < q.end), None)
        if quote is None:
            return set()
        found = [i for verb in self._verbs(quote) if (i := self._sayer(verb)) is not None]
        if any(self.clusters.mentions[i].form is Form.PRONOUN for i in found):
            found += [i for i in [self._before(quote.start, pronoun)] if i is not None]
        return self.clusters.roots_of(found)

    def named_inside(self, speaker: Mention) -> set[int]:
        """Return whom the words name that somebody says: "'They must free Keita', *he* said"; bodies name themselves."""
        verb = self.syntax.governor(self.doc[speaker.head])
        if verb is None or verb.relation is not R.SUBJECT or not _speaks(verb.token):
            return set()
        said = (q for q in self.quotations if 0 < speaker.head - q.end <= AFTER or 0 < q.start - verb.token.i <= AFTER)
        quote = next(said, None)
        names = (i for i, m in enumerate(self.clusters.mentions) if m.form is Form.NAME)
        inside = (i for i in names if quote is not None and quote.start <= self.clusters.mentions[i].head < quote.end)
        return {self.clusters.root(i) for i in inside if self.clusters.kind(i) in PERSONS}

    def going_on(self, pronoun: Mention) -> int | None:
        """Return who spoke last where a third person says a quotation."""
        verb = self.syntax.governor(self.doc[pronoun.head])
        if verb is None or verb.relation is not R.SUBJECT or not _speaks(verb.token):
            return None
        quote = next((q for q in self.quotations if 0 < pronoun.head - q.end <= AFTER), None)
        return self._before(quote.start, pronoun) if quote is not None else None

    def principal(self, word: Token) -> int | None:
        """Return whose lawyer, relative or colleague says the reported clause that a word stands in.

        "Keita's lawyer said he was beaten" speaks of Keita: who speaks for another tells what befell the other.
        """
        sayer = self.sayer_of(word)
        if sayer is None:
            return None
        one_of = sayer.lower_ == "one"  # "one of her lawyers"
        apposed = (
            d.token for d in self.syntax.dependents(sayer, R.APPOSITION, R.COMPOUND, R.OBLIQUE)
            if d.relation is not R.OBLIQUE or (one_of and d.preposition == "of")
        )  # fmt: skip
        for noun in (sayer, *apposed):
            owner = self.syntax.first(noun, R.POSSESSOR) if noun.pos_ == "NOUN" else self._client(noun)
            owner = self._client(noun) if owner is None else owner
            index = self.clusters.at(owner.i) if owner is not None else None
            if index is not None and self.clusters.kind(index) in PERSONS:
                return index
        return None

    def couple(self, word: Token) -> tuple[int, ...]:
        """Return a person and the relative of his who says a clause: "Vik's husband said they searched *their* home"."""
        sayer, one = self.sayer_of(word), self.principal(word)
        other = self.clusters.at(sayer.i) if sayer is not None else None
        if one is None or other is None or not any(m.relative for m in self.clusters.members(other)):
            return ()
        return (one, other) if self.clusters.root(one) != self.clusters.root(other) else ()

    def sayer_of(self, word: Token) -> Token | None:
        """Return the subject of the verb of speech that reports the clause of a word."""
        up = self.syntax.governor(word)
        while up is not None and not (up.relation in REPORTED and _speaks(up.token)):
            up = self.syntax.governor(up.token)
        return self.syntax.first(up.token, R.SUBJECT) if up is not None else None

    def _client(self, lawyer: Token) -> Token | None:
        """Return whom somebody is told to speak for: "lawyer X, who represents *Keita*", "a lawyer for *Keita*"."""
        for d in self.syntax.dependents(lawyer, R.RELATIVE, R.ADNOMINAL):
            if d.token.lemma_.lower() in DEFENDING:
                return self.syntax.first(d.token, R.OBJECT)
        counsel = lawyer.lemma_.lower() in LAWYERS
        after = self.syntax.dependents(lawyer, R.OBLIQUE) if counsel else []
        return next((d.token for d in after if d.preposition == "for"), None)

    def of_first_person(self, pronoun: Mention) -> int | None:
        """Return who says the sentence that a first person stands in: the subject of the verb of speech above it.

        A quotation that is a sentence of its own goes on with what somebody was told to say right before it.
        """
        token = self.doc[pronoun.head]
        for verb in (*token.ancestors, *token.sent.root.children, token.sent.root):
            index = self._sayer(verb) if verb.lemma_ in SPEECH else None
            if index is not None and self.clusters.mentions[index] != pronoun and self.clusters.kind(index) in PERSONS:
                return index
        return self._who_goes_on(pronoun)

    def _who_goes_on(self, pronoun: Mention) -> int | None:
        """Return who spoke right before a quotation that nothing else says: "Vik said they beat her. 'I fell.'"."""
        quote = next((q for q in self.quotations if q.start <= pronoun.head < q.end), None)
        if quote is None or not quote.start <= self.doc[pronoun.head].sent.root.i < quote.end:
            return None
        before = self.doc[max(0, quote.start - 2)].sent
        told = [t for t in before if _speaks(t) and t.i < quote.start - 1]
        if not told or any("\n" in t.text for t in self.doc[told[-1].i : quote.start]):
            return None
        index = self._sayer(told[-1])
        return index if index is not None and self.clusters.kind(index) in PERSONS else None

    def _verbs(self, quote: Quotation) -> Iterator[Token]:
        """Yield the verbs of speech around a quotation, in its paragraph."""
        for i in range(max(0, quote.start - UTTERED), min(len(self.doc), quote.end + UTTERED)):
            between = self.doc[min(i, quote.end) : max(i, quote.start)]
            if (
                not quote.start <= i < quote.end
                and _speaks(self.doc[i])
                and not any("\n" in t.text and self.doc[t.i - 1].text != ":" for t in between)
            ):
                yield self.doc[i]

    def _before(self, start: int, pronoun: Mention) -> int | None:
        """Return who spoke last before a token, a person where *he* or *she* goes on."""
        sayers = (self._sayer(t) for t in reversed(self.doc[:start]) if _speaks(t))
        found = (i for i in sayers if i is not None)  # "X told RFA, *noting* that …"
        persons = pronoun.gender in ("m", "f")
        return next((i for i in found if not persons or self.clusters.kind(i) in PERSONS), None)

    def _sayer(self, verb: Token) -> int | None:
        subject = self.syntax.first(verb, R.SUBJECT)
        return self.clusters.at(subject.i) if subject is not None else None


def _speaks(verb: Token) -> bool:
    finite = verb.pos_ == "VERB" or any(c.dep_ == "nsubj" for c in verb.children)  # "…, comments Omar Keita"
    return finite and load_words(SpeechVerb).get((verb.lemma_.lower(),)) is not None
