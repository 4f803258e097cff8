"""Runs of capitalised words, of which names are made: "Ministry of Culture and Information", "Osh City Court".

Prepositions and *and* inside belong to a run where a capital follows; where the whole sentence is in title case or in
capitals, capitals tell nothing.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc, Token

CONNECTORS = frozenset({"of", "for", "on", "de", "del", "la", "&", "al", "da", "do", "di", "du", "'", "’", "'s", "’s"})
CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
TITLED = 0.7
"""Share of capitalised words from which a sentence is in title case or capitals: there capitals tell nothing."""

PREFIXES = frozenset({"pre", "anti", "counter", "non", "post", "inter"})
"""What a hyphen joins to a small letter within a name: "Pre-trial Detention Center", "Anti-corruption Bureau"."""
LEVELS = frozenset({"national", "federal", "central", "general"})
"""Levels of a body, said once before all it is for: "National Intelligence and Security Agency"."""


class Runs:
    """Reads runs off one parse."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc

    def end(self, start: int) -> int:
        """Return the end of the capitalised run that starts here, connectors inside allowed."""
        doc = self.doc
        if not _capital(doc[start]):
            return start
        sentence_end = doc[start].sent.end
        end = i = start + 1
        while i < sentence_end:
            if _capital(doc[i]):
                i += 1
                end = i
            elif self._connects(i, start, sentence_end):
                i += 1
            else:
                break
        return end

    def _connects(self, i: int, start: int, limit: int) -> bool:
        word, after = self.doc[i].lower_, self.doc[i + 1] if i + 1 < limit else None
        if after is None:
            return False
        if word == "-":
            return self.doc[i - 1].lower_ in PREFIXES
        if self.doc[i - 1].text == "-":
            return self.doc[i - 2].lower_ in PREFIXES
        if word in CONNECTORS:
            return (_capital(after) and after.lower_ not in CALENDAR) or (
                word in ("of", "for") and after.lower_ == "the"
            )
        if word == "the":
            return self.doc[i - 1].lower_ in ("of", "for") and _capital(after)
        if ORDINAL.fullmatch(word):
            return _capital(after)  # "the Osh 13th District Court"
        inside = self.doc[i].ent_iob_ == after.ent_iob_ == "I"
        if inside and word in ("and", ",") and self.doc[i - 1].pos_ == after.pos_ == "ADJ":
            return True  # "United Nations Educational, Scientific and Cultural Organization"
        if word == "and" and _shared_level(self.doc[start : i + 3]):
            return inside
        joined = word in ("and", ",") and any(t.lower_ in ("of", "for") for t in self.doc[start:i])
        if joined and word == "," and after.lower_ == "and" and i + 2 < limit:
            # the last of three or more: "Directorate for Press, Broadcasting, and Information"
            return "," in {t.text for t in self.doc[start:i]} and _capital(self.doc[i + 2])
        return joined and _capital(after) and not (word == "," and self._ends_list(i))

    def _ends_list(self, comma: int) -> bool:
        """Whether no *and* follows a comma within a few words: then it parts clauses, not the members of a name."""
        return not any(t.lower_ == "and" for t in self.doc[comma + 1 : comma + 5])

    def titled(self, token: Token) -> bool:
        """Whether a token's sentence is in title case or capitals."""
        return self._titled[token.i]

    @cached_property
    def _titled(self) -> list[bool]:
        found: list[bool] = []
        for sentence in self.doc.sents:
            words = [t for t in sentence if t.is_alpha]
            capitals = sum(t.text[0].isupper() for t in words)
            found += [len(words) > 3 and capitals > TITLED * len(words)] * len(sentence)
        return found


def _capital(token: Token) -> bool:
    first = token.is_sent_start and token.pos_ not in ("PROPN", "NOUN", "ADJ")
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ", "VERB") and not first


def _shared_level(run: list[Token]) -> bool:
    """Whether the level before two nouns and what follows them belong to both: "National | Intelligence and Security"."""
    return run[-1].text[:1].isupper() and any(t.lower_ in LEVELS for t in run[:-4])
