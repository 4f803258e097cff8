"""Verbs that a parse takes for adjectives before a noun.

- Two verbs of acting go on from one another: in "killed reporter X and wounded cameraman Y" nobody kills the wounded. A
  singular noun with an adjective wants an article, which a title before a name does without (Quirk et al. 1985, 5.39), so
  that the words alone do not tell the verb from "honoured reporter X and jailed editor Y"; the first verb does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.lemmas import readings
from graphbuild.extract.surface import FINITE, has_subject
from graphbuild.extract.syntax import Dependent, Relation
from graphbuild.lexicons.frames import load_frames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.extract.tokens import Doc, Token

R = Relation


def recast_verbs(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield what words depend on, and as what; of two for one word the last counts."""
    yield from _joined(doc)


def _joined(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the second of two verbs of acting and its objects: "beat reporter X and | arrested editors Y and Z"."""
    for token in doc:
        above = _verb_before(token)
        if above is None:
            continue
        noun = _joined_above(token)
        yield token.i, Dependent(R.CONJUNCT, above)
        yield noun.i, Dependent(R.OBJECT, token)
        after = (c for c in noun.head.children if noun.dep_ == "conj" == c.dep_ and c.i > noun.i)
        yield from ((c.i, Dependent(R.CONJUNCT, noun)) for c in after)
        for phrase in (c for c in above.children if c.dep_ == "obl" and c.i > noun.i):
            case = next((c.lower_ for c in phrase.children if c.dep_ == "case"), None)
            yield phrase.i, Dependent(R.OBLIQUE, token, case)


def _verb_before(participle: Token) -> Token | None:
    """Return the verb of acting whose object a noun is joined to that a bare participle after *and* stands before."""
    if participle.dep_ != "amod" or participle.tag_ not in ("VBN", "VBD") or not _acts(participle):
        return None
    link, noun = participle.doc[max(0, participle.i - 1)], _joined_above(participle)
    if link.dep_ != "cc" or noun.left_edge.i < link.i or participle.head.tag_ not in ("NN", "NNP"):
        return None
    above = (t.head for t in (noun, *noun.ancestors) if t.dep_ == "obj" and t.head.i < participle.i)
    verb = noun.head if noun.dep_ == "conj" and noun.head.pos_ == "VERB" else next(above, None)
    first = any(c.dep_ == "obj" and c.i < link.i for c in verb.children) if verb is not None else False
    return verb if verb is not None and first and verb.tag_ in FINITE and has_subject(verb) and _acts(verb) else None


def _joined_above(participle: Token) -> Token:
    """Return the noun by which a participle's phrase is joined to what is before it, the participle's own where none is."""
    noun = participle.head
    return next((t for t in (noun, *noun.ancestors) if t.dep_ in ("conj", "obj") and t.i > participle.i), noun)


def _acts(verb: Token) -> bool:
    """Whether a verb tells of an act that somebody suffers."""
    units = load_frames().by_head
    return any(("verb", lemma) in units for lemma in readings(verb))
