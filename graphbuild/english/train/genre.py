"""Sentences as press-freedom reports write them, with their trees.

The treebanks hold few lines such as "Aida Omarova, chief editor of the Steppe Herald, was detained in Taraz." or "Baku,
June 3 – Police …". About 950 sentences written and annotated for this project stand in `sentences/`, a file for each
phenomenon; every fourth paragraph is held out for the tests. Templates in `report_sentences.txt` are filled from
`names.yaml`; datelines are put before sentences of the treebanks.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from .name_lists import Region
from .phrases import Names, Phrase
from .swap import replace, swap
from .treebanks import Sentence, groups, iob_names, read_conllu, set_names, to_doc
from .variants import variant

SLOTS = {"P": "PERSON", "O": "ORG", "L": "LOC"}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


LABELS = ("PERSON", "LOC", "ORG")
HELD_EVERY = 4  # paragraphs
SWAPPED_COPIES, REPLACED = 4, 0.85
VARIANTS = DATELINES = 0.3


def written(vocab: Vocab, held: bool) -> dict[str, list[Doc]]:
    """Read the paragraphs of `sentences/` by phenomenon: the part held out for the tests, or all others."""
    files = sorted((Path(__file__).parent / "sentences").glob("*.conllu"))
    return {path.stem: _part(vocab, path, held) for path in files}


def _part(vocab: Vocab, path: Path, held: bool) -> list[Doc]:
    docs = [to_doc(vocab, group) for group in groups(_named(path))]
    return [doc for number, doc in enumerate(docs) if (number % HELD_EVERY == HELD_EVERY - 1) == held]


def _named(path: Path) -> Iterator[Sentence]:
    """Yield sentences with the names that their last column gives as `NER=B-PERSON`."""
    for sentence in read_conllu(path):
        tags = (next((m[4:] for m in word.misc.split("|") if m.startswith("NER=")), "O") for word in sentence.words)
        sentence.names = iob_names(list(tags))
        yield sentence


def written_mix(vocab: Vocab, names: Names, chance: random.Random) -> Iterator[Doc]:
    """Yield the written paragraphs that are not held out, with swapped copies, other spellings and datelines."""
    for docs in written(vocab, held=False).values():
        for doc in docs:
            yield doc
            yield from (swap(doc, names, chance, LABELS, REPLACED) for _ in range(SWAPPED_COPIES))
            more = [variant(doc, chance)] if chance.random() < VARIANTS else []
            more += [with_dateline(doc, names, chance)] if chance.random() < DATELINES else []
            yield from (copy for copy in more if copy is not None)


def _templates() -> tuple[str, ...]:
    lines = (Path(__file__).parent / "report_sentences.txt").read_text(encoding="utf8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


def filled_templates(vocab: Vocab, names: Names, chance: random.Random, copies: int) -> Iterator[Doc]:
    """Fill every template `copies` times, each slot with a name of its own."""
    templates = _templates()
    for _ in range(copies):
        for template in templates:
            region = names.region()
            doc = _drawn(vocab, template, chance)
            yield replace(doc, {span.start: (span, _name(span.label_, names, region, chance)) for span in doc.ents})


def _name(label: str, names: Names, region: Region, chance: random.Random) -> Phrase:
    if label == "PERSON":
        return names.person(region, 1 if chance.random() < 0.15 else 2)
    return names.place(region) if label == "LOC" else names.organisation(region)


def _drawn(vocab: Vocab, template: str, chance: random.Random) -> Doc:
    rows = [token.rsplit("/", 2) for token in template.split()]
    words = [chance.choice(forms.split("|")) for forms, _, _ in rows]
    heads = [index if head == "0" else int(head) - 1 for index, (_, head, _) in enumerate(rows)]
    spaces = [following not in (",", ".", "'s") for following in words[1:]] + [False]
    doc = Doc(vocab, words=words, spaces=spaces, heads=heads, deps=[relation for _, _, relation in rows])
    doc.set_ents([Span(doc, i, i + 1, label=SLOTS[word]) for i, word in enumerate(words) if word in SLOTS])
    return doc


def with_dateline(doc: Doc, names: Names, chance: random.Random) -> Doc | None:
    """Put a dateline before a document that opens with a full sentence; None where it does not.

    "Police …" becomes "Taraz, January 5 – Police …": the place hangs on the sentence's verb, so that the two stay one
    sentence.
    """
    first = next(doc.sents)
    if first[-1].text != "." or first.root.pos_ != "VERB" or not first[0].text[0].isupper() or len(first) < 6:
        return None
    place = names.place(names.region())
    size, root = len(place.words), place.root
    day = size + 2  # the date hangs on the place, "January" and "2020" on the day
    line = [*place.words, ",", chance.choice(MONTHS), str(chance.randint(1, 31))]
    heads = [*place.heads, day, day, root]
    deps = [*place.deps, "punct", "nmod:unmarked", "nmod:unmarked"]
    if chance.random() < 0.6:
        line += [",", str(chance.randint(1998, 2026))]
        heads += [day, day]
        deps += ["punct", "nmod:unmarked"]
    line.append(chance.choice("–——-"))
    shift = len(line)
    heads.append(root)
    deps.append("punct")
    heads[root], deps[root] = shift + first.root.i, "parataxis"
    return _prepend(doc, line, heads, deps, size)


def _prepend(doc: Doc, line: Sequence[str], heads: list[int], deps: list[str], size: int) -> Doc:
    shift = len(line)
    spaces = [word != "-" or index >= size for index, word in enumerate(line)]
    for index, following in enumerate(line[1:]):
        if following == "," or (following == "-" and index + 1 < size):
            spaces[index] = False
    copy = Doc(
        doc.vocab,
        words=[*line, *(token.text for token in doc)],
        spaces=[*spaces, *(bool(token.whitespace_) for token in doc)],
        heads=[*heads, *(token.head.i + shift for token in doc)],
        deps=[*deps, *(token.dep_ for token in doc)],
    )
    named = [(0, size, "LOC"), *((span.start + shift, span.end + shift, span.label_) for span in doc.ents)]
    unknown = [(token.i + shift, token.i + shift + 1) for token in doc if token.ent_iob == 0]
    set_names(copy, named, unknown)
    return copy
