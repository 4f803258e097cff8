"""Dates of events: finds the date expressions of an English text and says what they mean.

"In the early hours of March 2, police raided the office" is `2021-03-02` in a report of that month, as precise as the
text and never finer. `find_times` tries tables of rules: dates that state a day, month or year (`explicit`), dates that
hang on the day of publication (`relative`, `parts`) or on the time told before (`following`), and what only looks like
a date (`guards`).
"""

from graphbuild.extract.times.finder import TimeExpression, find_times
from graphbuild.extract.times.rules import Basis, TimeKind

__all__ = ["Basis", "TimeExpression", "TimeKind", "find_times"]
