"""What stands before the subject of a sentence: when and where its main clause happened.

"On February 23, in Osh, the second city, a group of men attacked Keita": English sets circumstances of the main clause
before its subject, between commas (Quirk et al. 1985, 8.5, 8.51: scene-setting adjuncts). They are read off the order of
the words, for a parser that meets two of them and an apposition hangs them anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphbuild.extract.syntax import Relation, Syntax

if TYPE_CHECKING:
    from graphbuild.documents.datelines import Dateline
    from graphbuild.extract.tokens import Token

R = Relation

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBORDINATE = frozenset({"WP", "WDT", "WRB", "WP$"})
WHERE = frozenset({"in", "at", "near", "outside", "inside"})
LONGEST = 40
"""Tokens between the start of a sentence and its verb at most."""


class Fronted:
    """Reads the openings of the sentences of one parse."""

    def __init__(self, syntax: Syntax, filed: Dateline | None) -> None:
        self.syntax = syntax
        self._filed_end = filed.end if filed is not None else 0

    def start(self, token: Token) -> int:
        """Return where the sentence of a token starts, its dateline left out."""
        sentence = token.sent
        return next((t.i for t in sentence if t.idx >= self._filed_end and not t.is_space), sentence.start)

    def is_main(self, trigger: Token) -> bool:
        """Whether a verb, or the first of those that it is coordinated with, is the first finite one of its sentence."""
        verb = self._first(trigger)
        start = self.start(verb)
        if not start <= verb.i <= start + LONGEST or verb.pos_ not in ("VERB", "AUX"):
            return False
        helpers = {d.token.i for d in self.syntax.dependents(verb, R.AUXILIARY, R.PASSIVE_AUXILIARY)}
        if verb.tag_ not in FINITE and not helpers:
            return False
        before = (t for t in verb.doc[start : verb.i] if t.i not in helpers)
        return not any(t.tag_ in FINITE or t.tag_ in SUBORDINATE or t.dep_ == "mark" for t in before)

    def phrases(self, trigger: Token) -> Iterator[Token]:
        """Yield the words of the opening phrases of place ("in Osh") of a sentence whose main verb is given."""
        if not self.is_main(trigger):
            return
        start, end = self.start(trigger), self._first(trigger).i
        opens = trigger.doc[start]
        if opens.pos_ != "ADP":
            return
        where = False
        for token in trigger.doc[start:end]:
            if token.i == start or trigger.doc[token.i - 1].text == ",":
                if token.pos_ == "ADP":
                    where = token.lower_ in WHERE
                elif not (token.pos_ == "NUM" or token.lower_ == "the"):
                    return  # here the subject begins
            elif token.pos_ == "ADP" and token.lower_ in WHERE:
                where = True
            if where and token.text != ",":
                yield token

    def _first(self, verb: Token) -> Token:
        up = self.syntax.governor(verb)
        while up is not None and up.relation is R.CONJUNCT and up.token.pos_ in ("VERB", "AUX"):
            verb = up.token
            up = self.syntax.governor(verb)
        return verb
