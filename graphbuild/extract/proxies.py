"""Who stands behind the agent of a clause, where that is no one who acts by himself.

A text, a bullet, a ruling or a lawsuit does nothing: its maker, who sent it, the court or the plaintiff does (an instrument
is a subject only where no agent is one, Fillmore 1968). "One of them" is some of those told of before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.arguments import Argument
from graphbuild.extract.lemmas import readings
from graphbuild.extract.syntax import Relation, Syntax
from graphbuild.lexicons.gazetteer import is_nationality
from graphbuild.lexicons.words import ThingWord, load_words
from graphbuild.model import EventType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.extract.clauses import Clause, Clauses
    from graphbuild.extract.participants import Participants
    from graphbuild.extract.tokens import Token
    from graphbuild.lexicons.frames import LexicalUnit

R = Relation

MAKING = frozenset("produce publish air broadcast run post release issue write print carry make screen show".split())
LAUNCHING = frozenset({"fire", "throw", "launch", "hurl", "lob", "drop", "shoot", "plant", "drive", "send"})
"""What somebody does with what then hits or kills."""
HURTING = frozenset(
    "fire gunfire strike airstrike shelling bombing bombardment attack raid missile rocket shell drone".split()
)
"""What a country's forces hit people with: "was killed by Israeli fire"."""
RULINGS = frozenset({"ruling", "decision", "verdict", "judgment", "judgement", "order"})
"""Nouns for what a court says, and thereby does."""
SUITS = frozenset({"suit", "lawsuit", "claim", "complaint", "slapp", "action"})
BRINGING = frozenset({"bring", "file", "lodge", "launch", "submit"})
SOME = ("NUM", "PRON", "DET")
"""Parts of speech of words for some of several."""


class Proxies:
    """Looks behind the agents of the clauses of one parse."""

    def __init__(self, syntax: Syntax, clauses: Clauses, participants: Participants) -> None:
        self.syntax, self.clauses, self.participants = syntax, clauses, participants

    def doers(self, unit: LexicalUnit, clause: Clause) -> tuple[Argument, ...]:
        """Return who acts through, or among, what fills the agent of a unit's clause."""
        if unit.type is EventType.LAWSUIT:
            found = [Argument("by", t, False) for t in self._plaintiffs(clause)]
        elif "agent" in unit.perpetrator:
            found = [Argument("agent", t, a.direct) for a in clause.fill("agent") for t in self._behind(a.token)]
        else:
            return ()
        return tuple(a for a in found if self.participants.somebody(a.token, agent=True) is not None)

    def makers(self, token: Token) -> list[Token]:
        """Return who made a text or programme: "an article by Keita", "state television aired a film that …"."""
        known = next((w for r in readings(token) if (w := load_words(ThingWord).get((r,))) is not None), None)
        if known is None or "content" not in known.classes:
            return []
        authors = [d.token for d in self.syntax.dependents(token, R.OBLIQUE) if d.preposition == "by"]
        up = self.syntax.governor(token)
        if not authors and up is not None and up.relation is R.OBJECT and MAKING.intersection(readings(up.token)):
            maker, _ = self.clauses.subject(up.token)
            authors = [maker] if maker is not None else []
        return [t for author in authors for t in self.clauses.members(author)]

    def _behind(self, token: Token) -> list[Token]:
        return self._whole(token) or self._court(token) or self.makers(token) or self._senders(token)

    def _whole(self, token: Token) -> list[Token]:
        """Return those some of whom act, where nothing says which: "*one of them* took her phone" is a deed of the men."""
        of = (d.token for d in self.syntax.dependents(token, R.OBLIQUE) if d.preposition == "of" and token.pos_ in SOME)
        return [t for t in of if t.pos_ == "PRON"]

    def _court(self, ruling: Token) -> list[Token]:
        """Return whose a ruling is: "the decision of *a court* which extended her term"."""
        if RULINGS.isdisjoint(readings(ruling)):
            return []
        whose = self.syntax.dependents(ruling, R.OBLIQUE, R.POSSESSOR)
        bodies = (d.token for d in whose if d.preposition in (None, "of", "by"))
        return [t for body in bodies if self.participants.is_agent(body, "court") for t in self.clauses.members(body)]

    def _senders(self, token: Token) -> list[Token]:
        """Return who sent what hit somebody: "a rubber bullet fired by police", "a canister that an officer fired"."""
        beside = (d.token for d in self.syntax.dependents(token, R.ADNOMINAL))
        by = list(self._by(t for t in beside if t.tag_ == "VBN" and not LAUNCHING.isdisjoint(readings(t))))
        by = by or list(self._subjects_over(token, LAUNCHING))
        if not by and not HURTING.isdisjoint(readings(token)):
            by = [d.token for d in self.syntax.dependents(token, R.ADJECTIVE) if is_nationality(d.token.text)]
        return [t for each in by for t in self.clauses.members(each)]

    def _plaintiffs(self, clause: Clause) -> list[Token]:
        """Return who brought a suit: "lost a suit which X had brought", "was hit with ten suits, six *brought by X*"."""
        beside = self.syntax.dependents(clause.trigger, R.OBJECT, R.OBLIQUE)
        heads = [clause.trigger, *(d.token for d in beside)]
        suits = [t for t in heads if not SUITS.isdisjoint(readings(t))]
        said = [d.token for t in suits for d in self.syntax.dependents(t, R.ADNOMINAL, R.RELATIVE)]
        said += [d.token for d in self.syntax.dependents(clause.trigger, R.PARATAXIS) if suits]
        by = [*self._by(t for t in said if not BRINGING.isdisjoint(readings(t)))]
        by = by or [s for t in suits for s in self._subjects_over(t, BRINGING)]
        return [t for each in by for t in self.clauses.members(each)]

    def _by(self, participles: Iterator[Token]) -> Iterator[Token]:
        """Yield the agents of some participles."""
        for participle in participles:
            yield from (d.token for d in self.syntax.dependents(participle, R.OBLIQUE) if d.preposition == "by")

    def _subjects_over(self, noun: Token, verbs: frozenset[str]) -> Iterator[Token]:
        """Yield who does one of some verbs to a noun in a relative clause: "a canister which *an officer* fired"."""
        for d in self.syntax.dependents(noun, R.RELATIVE):
            if not verbs.isdisjoint(readings(d.token)) and self.clauses.subjects.gap(d.token) == noun:
                subject = self.syntax.first(d.token, R.SUBJECT)
                yield from (subject,) if subject is not None else ()
