"""Dates an act by another one of the text from which it lies some time: "was freed two days after his arrest".

A phrase with *after* or *before* says of the act that it hangs on how far it is from the act inside the phrase. Either
of the two may be the one whose date the text gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from graphbuild.extract.drafts import Draft
from graphbuild.extract.times.intervals import Interval, find_intervals
from graphbuild.model import Time

if TYPE_CHECKING:
    from graphbuild.extract.tokens import Doc

REACH = 8
"""Words from *after* to the word of the act at most."""


class Intervals:
    """The intervals of one parse, with the words of the two acts that each lies between."""

    def __init__(self, doc: Doc, acts: Mapping[int, Draft]) -> None:
        self.acts = acts
        self._pairs = [(i, *pair) for i in find_intervals(doc.text) if (pair := self._between(doc, i)) is not None]

    def time_of(self, draft: Draft) -> Time | None:
        """Return when an act was done by the date of another one."""
        own = {t.trigger.token.i for t in draft.tellings}
        for interval, told_of, counted_from in self._pairs:
            other = self.acts[counted_from if told_of in own else told_of]
            if (told_of in own) == (counted_from in own) or not other.asserted or other.time is None:
                continue
            return interval.from_other(other.time) if told_of in own else interval.of_other(other.time)
        return None

    def _between(self, doc: Doc, interval: Interval) -> tuple[int, int] | None:
        """Return the words of the act that an interval is said of and of the one that it is counted from."""
        span = doc.char_span(interval.start, interval.end)
        if span is None:
            return None
        after = doc[span.end : min(span.end + REACH, span.root.sent.end)]
        other = next((t for t in after if t.i in self.acts), None)
        if other is None or any(t.text in (",", ";") for t in doc[span.end : other.i]):
            return None
        above = next((t for t in other.ancestors if t.i in self.acts), None)
        return (above.i, other.i) if above is not None else None
