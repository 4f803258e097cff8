"""Verbs that a parse takes for adjectives before a noun, and participles that it takes for nouns.

- Two verbs of acting go on from one another: in "killed reporter X and wounded cameraman Y" nobody kills the wounded. A
  singular noun with an adjective wants an article, which a title before a name does without (Quirk et al. 1985, 5.39), so
  that the words alone do not tell the verb from "honoured reporter X and jailed editor Y"; the first verb does.
- A list has one *and*, before its last: "by guards, who took her phone, | questioned her and left" are three of *who*.
- An article has one noun: in "for the shuttered, independent Arna News" the participle is no noun before the comma.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.lemmas import readings
from graphbuild.extract.surface import FINITE, RELATIVE, has_subject
from graphbuild.extract.syntax import Dependent, Relation
from graphbuild.lexicons.frames import load_frames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.extract.tokens import Doc, Token

R = Relation

STANDING = {"nmod": R.OBLIQUE, "obl": R.OBLIQUE, "obj": R.OBJECT, "nsubj": R.SUBJECT, "nsubj:pass": R.PASSIVE_SUBJECT}
"""What a noun is to what it hangs on."""


def recast_verbs(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield what words depend on, and as what; of two for one word the last counts."""
    yield from _joined(doc)
    yield from _stacked(doc)
    yield from _listed(doc)


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


def _stacked(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the noun after two adjectives of which a parse takes the first for a noun: "for the shuttered, free | Arna"."""
    for token in doc:
        if token.tag_ != "VBN" or token.dep_ not in STANDING or not any(c.dep_ == "det" for c in token.children):
            continue
        if token.i + 2 >= len(doc) or doc[token.i + 1].text != ",":
            continue
        after = next((t for t in doc[token.i + 2 : token.sent.end] if t.pos_ not in ("ADJ", "PUNCT")), token)
        noun = next((t for t in (after, *after.ancestors) if t.dep_ in ("conj", "appos")), None)
        bare = noun is not None and not any(c.dep_ in ("det", "cc") for c in noun.children)
        if noun is None or not bare or noun.left_edge.i > token.i + 2 or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        case = next((c.lower_ for c in token.children if c.dep_ == "case"), None)
        yield noun.i, Dependent(STANDING[token.dep_], token.head, case)
        yield token.i, Dependent(R.ADJECTIVE, noun)


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


def _listed(doc: Doc) -> Iterator[tuple[int, Dependent]]:
    """Yield the second of the verbs that a relative clause lists, which a parse sets beside the main verb.

    A finite verb wants a subject; of one without, and with a comma before and *and* after it, the clause before has it.
    """
    for verb in doc:
        if verb.tag_ not in ("VBD", "VBN") or not _stands_beside(verb) or has_subject(verb):
            continue
        closed = any(c.dep_ == "conj" and any(g.lower_ == "and" for g in c.children) for c in verb.children)
        before = (t for t in doc[verb.sent.start : verb.i] if t.dep_ in RELATIVE and t.tag_ == "VBD")
        first = next((t for t in before if any(c.lower_ == "who" for c in t.children)), None)
        if closed and first is not None and doc[verb.i - 1].text == "," and verb.i - first.right_edge.i <= 2:
            yield verb.i, Dependent(R.CONJUNCT, first)


def _stands_beside(verb: Token) -> bool:
    """Whether an active verb stands beside a main one that it cannot go on from: "*was held*, … | *asked her*"."""
    active = any(c.dep_ == "obj" for c in verb.children) and not any(c.dep_ == "cc" for c in verb.children)
    passive = any(c.dep_ == "aux:pass" for c in verb.head.children)
    over = verb.dep_ == "ROOT" and any(c.dep_ == "ccomp" and c.i < verb.i and has_subject(c) for c in verb.children)
    return ((verb.dep_ == "parataxis" or over) and verb.tag_ == "VBD") or (verb.dep_ == "conj" and active and passive)
