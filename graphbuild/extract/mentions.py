"""What a mention is: a span of a text that names something, describes it or takes it up by a pronoun."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graphbuild.model import Kind, Span


class Form(StrEnum):
    """How a mention refers."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or describes something, in token indices; end exclusive."""

    start: int
    end: int
    head: int
    form: Form
    text: str
    """as it goes among the aliases: without article, titles and hedges"""
    span: Span
    """offsets into the document's text"""
    kind: Kind | None = None
    function: str | None = None
    position: str | None = None
    country: str | None = None
    plural: bool = False
    gender: str | None = None
    """of a pronoun: m, f, n; 1 for the speaker, 3 for a plural"""
    definite: bool = False
    member: bool = False
    """one or several people of an agency: "an officer" """
    relative: bool = False
    wider: tuple[str, ...] = ()
    """of a description: how else the text has it, with hedges and with what follows ("over 300 reporters covering …")"""
