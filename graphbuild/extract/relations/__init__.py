"""Reads who works for whom, who founded, owns, represents: the relations that a report states in passing.

"Toiken, correspondent for Radio Azattyq, the Kazakh service of RFE/RL": a position beside a name and the body it is
held at (worksFor, position "correspondent"), a body beside a body it belongs to (partOf). The position word also says
what the person is, and what kind of body the other one: a correspondent's employer is an outlet.

`positions` finds what people are said to be, `bodies` at which body, `holders` who; `statements` reads verbs ("edits",
"was founded by"), `parts` what bodies are to each other; `finder` keeps the best telling of each relation.
"""

from graphbuild.extract.relations.finder import RelationFinder
from graphbuild.extract.relations.found import Found

__all__ = ["Found", "RelationFinder"]
