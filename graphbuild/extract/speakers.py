"""Who says so: the speaker of a reported or quoted act.

"Officers hit him in the face, Karimov told the union": the speaker is the subject of the verb of saying over the clause
or beside it, whose word the accusation is ("Karimov's claim that"), or the object of "according to". A quotation that
brings no verb of saying in its sentence belongs to whoever the words around it name: `"They hit me," Karimov said. "Then
they took my phone."`. Nobody but the publisher says what stands under none of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graphbuild.extract.clauses import Clauses, Voice
from graphbuild.extract.clusters import Clusters
from graphbuild.extract.cues import NOUNS, Cues
from graphbuild.extract.kinds import BODIES, PEOPLE
from graphbuild.extract.quotations import Quotation, quotations
from graphbuild.extract.surface import FINITE
from graphbuild.extract.syntax import Relation, Syntax

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

R = Relation


class Speakers:
    """Finds speakers in one parse."""

    def __init__(self, doc: Doc, syntax: Syntax, clauses: Clauses, clusters: Clusters) -> None:
        self.doc, self.syntax, self.clauses, self.clusters = doc, syntax, clauses, clusters
        self.cues = Cues(syntax)
        self._quotations = list(quotations(doc))

    def speaker(self, trigger: Token, speech: Token | None) -> int | None:
        """Return the mention of who says so, None where it is the publisher."""
        found = self._holder(speech) if speech is not None else None
        if found is None:
            found = self._according(trigger)
        return found if found is not None else self._around(trigger)

    def quoted(self, trigger: Token) -> bool:
        """Whether a trigger stands between quotation marks."""
        return self._quotation(trigger) is not None

    def _quotation(self, token: Token) -> Quotation | None:
        return next((q for q in self._quotations if q.start <= token.i < q.end), None)

    def _holder(self, word: Token) -> int | None:
        """Return whose saying a word is: a verb's subject or by-phrase, the owner of a noun or of a statement."""
        if word.pos_ in NOUNS:
            return self._owner(word)
        subject, _ = self.clauses.subject(word)
        passive = self.clauses.voice(word) is Voice.PASSIVE  # "a man suspected of it" suspects nobody
        by = [d.token for d in self.syntax.dependents(word, R.OBLIQUE) if d.preposition == "by"]
        for token in by if passive else [subject]:
            found = self._somebody(token)
            if found is not None or token is None:
                return found
            return self._owner(token)
        return None

    def _owner(self, noun: Token) -> int | None:
        """Return whose statement, report or claim a noun is."""
        below = [d.token for d in self.syntax.dependents(noun, R.POSSESSOR)]
        below += [d.token for d in self.syntax.dependents(noun, R.OBLIQUE) if d.preposition in ("by", "from")]
        below += [d.token for d in self.syntax.dependents(noun, R.COMPOUND)]
        return self._first(below)

    def _according(self, trigger: Token) -> int | None:
        """Return the object of "according to" in a trigger's sentence, wherever a parser hangs its parts."""
        for token in trigger.sent:
            if token.lower_ == "according":
                near = [*token.subtree, token.head, *token.head.children]
                return self._first(t for t in near if t.i > token.i)
        return None

    def _around(self, trigger: Token) -> int | None:
        """Return who utters a quotation: named after it, where it ends in a comma, before it, or else after it."""
        quotation = self._quotation(trigger)
        if quotation is None:
            return None
        before, after = self._said_before(quotation), self._said_after(quotation)
        goes_on = self.doc[quotation.end - 1].text in (",", "?", "!")
        return self._first_holder([*after, *before] if goes_on else [*before, *after])

    def _said_before(self, quotation: Quotation) -> list[Token]:
        """Return the verbs of saying before a quotation in its paragraph, nearest first."""
        return [t for t in self._stretch(range(quotation.start - 1, -1, -1)) if self._says(t)]

    def _said_after(self, quotation: Quotation) -> list[Token]:
        """Return the verbs of saying in the sentence that goes on after a quotation."""
        first = self.doc[min(quotation.end + 1, len(self.doc) - 1)]
        return [t for t in self._stretch(range(first.i, first.sent.end)) if self._says(t)]

    def _stretch(self, indices: range) -> Iterator[Token]:
        """Yield tokens up to the end of the paragraph."""
        for i in indices:
            if "\n" in self.doc[i].text:
                return
            yield self.doc[i]

    def _says(self, token: Token) -> bool:
        return token.tag_ in FINITE and self.cues.speech(token) is not None and self._quotation(token) is None

    def _first_holder(self, verbs: Iterable[Token]) -> int | None:
        return next((found for v in verbs if (found := self._holder(v)) is not None), None)

    def _first(self, tokens: Iterable[Token]) -> int | None:
        return next((found for t in tokens if (found := self._somebody(t)) is not None), None)

    def _somebody(self, token: Token | None) -> int | None:
        index = self.clusters.at(token.i) if token is not None else None
        return index if index is not None and self.clusters.kind(index) in PEOPLE | BODIES else None
