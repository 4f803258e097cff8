"""`parse` shows trees, names and clauses; CoNLL-U can be read by the tools that read it."""

from __future__ import annotations

import io

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from test_clauses import ACTIVE_UD, NOUN_UD, PASSIVE_CLEAR
from trees import tree

import graphbuild.english
from graphbuild.english.train.treebanks import read_conllu
from graphbuild.extract import tokens
from graphbuild.extract.clauses import Clauses
from graphbuild.extract.syntax import Syntax
from graphbuild.language import parse_text
from graphbuild.projections.trees import clauses, conllu, describe, write_parses


@pytest.fixture(scope="module")
def nlp() -> Language:
    return graphbuild.english.load()


def printed(doc: Doc, form: str = "tree") -> str:
    out = io.StringIO()
    write_parses([("doc", doc)], form, out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (ACTIVE_UD, ["assaulted, active: agent Police, patient Serikova, in Astana"]),
        (PASSIVE_CLEAR, ["beaten, passive: patient Serikova, agent officers"]),
        (NOUN_UD, ["arrest, noun: of Serikova, by police"]),
    ],
    ids=["active", "passive in CLEAR labels", "event noun"],
)
def test_clauses_are_described_in_a_line(rows: str, expected: list[str]) -> None:
    doc = tokens.Doc.of(tree(rows))
    found = Clauses(Syntax(doc))
    assert [describe(clause) for sentence in doc.sents for clause in clauses(sentence, found)] == expected


def test_the_tree_holds_every_word_once_with_its_label(nlp: Language) -> None:
    text = "Police detained Aida Omarova, a reporter, in Taraz."
    lines = printed(parse_text(text, nlp)).splitlines()
    words = [line.lstrip("│├└─ ").split()[0] for line in lines[3 : 3 + 10]]
    assert sorted(words) == sorted(["Police", "detained", "Aida", "Omarova", ",", "a", "reporter", ",", "in", "Taraz"])
    assert any(line.split() == ["├──", "Police", "nsubj", "NOUN"] for line in lines)
    assert any(line.split() == ["names", "Aida", "Omarova", "PERSON,", "Taraz", "LOC"] for line in lines)


def test_what_strangers_wrote_is_neither_markup_nor_obeyed(nlp: Language) -> None:
    out = printed(parse_text("Police beat [bold]Aida[/bold] \x1b[2J in Taraz.", nlp))
    assert "\x1b" not in out
    assert "[bold]Aida[/bold]" in out


def test_a_sentence_of_a_thousand_names_is_shown(nlp: Language) -> None:
    rows = ["Police NNS 2 nsubj", "detained VBD 0 root", "Serikova NNP 2 obj"]
    rows += [f"Serikova NNP {number} conj" for number in range(3, 1003)]
    assert printed(tree("\n".join(rows))).count("conj") == 1000


def test_conllu_is_read_back_by_a_reader_of_treebanks(nlp: Language, tmp_path: object) -> None:
    doc = parse_text("Police detained editor\n\nThey held Aida Omarova. Nobody said why.", nlp, headline_end=22)
    path = tmp_path / "doc.conllu"  # type: ignore[operator]
    path.write_text("\n".join(conllu(doc, "a")) + "\n", "utf-8")
    sentences = list(read_conllu(path))
    words = [(w.form, w.upos, w.deprel.replace("root", "ROOT")) for s in sentences for w in s.words]
    assert words == [(t.text, t.pos_, t.dep_) for t in doc if not t.is_space]
    assert all(sum(w.head == 0 for w in s.words) == 1 for s in sentences)
