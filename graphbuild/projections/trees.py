"""Shows how a sentence is read: its tree, its names, its clauses. What a developer of lexicons looks at.

    1  Police detained Aida Omarova in Taraz.
    detained  VERB detain
    ├── Police  nsubj  NOUN
    ├── Aida  obj  PROPN
    │   └── Omarova  flat  PROPN
    ├── Taraz  obl  PROPN
    │   └── in  case  ADP
    └── .  punct  PUNCT
    names    Aida Omarova PERSON, Taraz LOC
    clause   detained, active: agent Police, patient Aida Omarova, in Taraz

The tree is the pipeline's own, in its labels; a clause is how the lexicons' frames see a verb or an event noun, the same
in either label scheme. `conllu` is the format of the Universal Dependencies treebanks, names in its last column.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from graphbuild.extract.clauses import Clause, Clauses, Voice
from graphbuild.extract.lemmas import readings
from graphbuild.extract.reader import syntax_of
from graphbuild.extract.subjects import VERBAL
from graphbuild.extract.tokens import Doc
from graphbuild.lexicons.frames import load_frames
from graphbuild.projections.strangers import printable

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree
    from spacy import tokens

    from graphbuild.extract.tokens import Span, Token

FORMATS = ("tree", "conllu")
WIDE = 1_000_000
"""Columns: nothing is cut or wrapped here, a terminal wraps by itself."""


def write_parses(docs: Iterable[tuple[str, tokens.Doc]], form: str = "tree", file: TextIO | None = None) -> None:
    """Write parses, given with their documents' ids, in one of `FORMATS`, to standard output or a file."""
    out = sys.stdout if file is None else file
    for name, doc in docs:
        if form == "conllu":
            out.writelines(f"{line}\n" for line in conllu(doc, name))
        elif form == "tree":
            _print_trees(Doc.of(doc), name, out)
        else:
            raise ValueError(f"no format {form!r}; there are {', '.join(FORMATS)}")


def conllu(doc: tokens.Doc, name: str) -> Iterator[str]:
    """Yield the lines of a document in CoNLL-U; white space that the text has between words is not kept."""
    yield f"# newdoc id = {printable(name)}"
    for number, sentence in enumerate(doc.sents, 1):
        words = [t for t in sentence if not t.is_space]
        if not words:
            continue
        place = {t.i: k for k, t in enumerate(words, 1)}
        yield f"# sent_id = {number}"
        yield f"# text = {printable(sentence.text)}"
        for t in words:
            head = 0 if t.head.i == t.i else place.get(t.head.i, 0)
            label = t.dep_ if t.dep_ != "ROOT" else "root"
            columns = (place[t.i], t.text, t.lemma_, t.pos_, t.tag_, t.morph, head, label, "_", _misc(t))
            yield "\t".join(printable(str(c)) or "_" for c in columns)
        yield ""


def clauses(sentence: Span, found: Clauses) -> Iterator[Clause]:
    """Yield the clauses of a sentence's verbs and of the nouns that some frame lists, in text order."""
    heads = load_frames().by_head
    for token in sentence:
        is_event = token.pos_ in ("NOUN", "PROPN") and any(("noun", lemma) in heads for lemma in readings(token))
        if (token.pos_ in VERBAL and token.dep_ not in ("aux", "aux:pass", "auxpass", "cop")) or is_event:
            yield found.clause_of(token)


def describe(clause: Clause) -> str:
    """Describe a clause in a line: "detained, active: agent Police, patient Aida Omarova, in Taraz"."""
    filled = [f"{a.slot or 'beside'} {_phrase(a.token)}" for a in clause.arguments]
    voice = "noun" if clause.voice is Voice.NOMINAL else clause.voice.value
    return f"{clause.trigger.text}, {voice}{': ' if filled else ''}{', '.join(filled)}"


def _phrase(token: Token) -> str:
    """Return a word with the other words of the name it stands in."""
    name = next((e.text for e in token.doc.ents if e.start <= token.i < e.end), None)
    return name or token.text


def _misc(token: tokens.Token) -> str:
    parts = [f"NER={token.ent_iob_}-{token.ent_type_}"] if token.ent_type_ else []
    parts += [] if token.whitespace_ else ["SpaceAfter=No"]
    return "|".join(parts)


def _print_trees(doc: Doc, name: str, out: TextIO) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, highlight=False, emoji=False, width=WIDE)
    found = Clauses(syntax_of(doc))
    console.print(Text(printable(name), style="bold"))
    number = 0
    for sentence in doc.sents:
        if not sentence.text.strip():
            continue
        number += 1
        console.print(Text(f"\n{number}  {printable(sentence.text)}", style="bold"))
        console.print(_tree(sentence.root))
        inside = (e for e in doc.ents if sentence.start <= e.start < sentence.end)
        names = ", ".join(f"{printable(e.text)} {e.label_}" for e in inside)
        lines = [("names", names)] if names else []
        lines += [("clause", printable(describe(clause))) for clause in clauses(sentence, found)]
        for label, line in lines:
            console.print(Text.assemble((f"{label:8} ", "dim"), line))


def _tree(root: Token) -> Tree:
    """Build the tree of a word without recursion: a sentence may be a list of a thousand names."""
    from rich.tree import Tree

    top = Tree(_node(root), guide_style="dim")
    open_nodes = [(root, top)]
    while open_nodes:
        token, node = open_nodes.pop()
        for child in token.children:
            if not child.is_space:
                open_nodes.append((child, node.add(_node(child))))
    return top


def _node(token: Token) -> Text:
    from rich.text import Text

    label = "" if token.head.i == token.i else f"  {token.dep_}"
    lemma = f" {printable(token.lemma_)}" if token.lemma_.lower() != token.lower_ else ""
    return Text.assemble((printable(token.text), "bold"), (label, "cyan"), (f"  {token.pos_}{lemma}", "dim"))
