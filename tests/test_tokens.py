"""The copy of a parse says what spaCy's own says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc as SpacyDoc
from trees import NLP

from graphbuild import language
from graphbuild.extract.tokens import Doc

TEXT = """Police detain editor

On May 3, 2024, two officers beat Dana Vik, who works for Radio Aksu, and took her phone.
"They hit me hard," she said. The paper's lawyer (Omar Keita) called it an attack."""
SLOTS = (
    "i", "idx", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "ent_iob_", "whitespace_", "text_with_ws",
    "is_alpha", "is_digit", "is_lower", "is_punct", "is_space", "is_title", "is_upper",
)  # fmt: skip


@pytest.fixture(scope="module")
def parse() -> SpacyDoc:
    return language.parse_text(TEXT, language.load(), len("Police detain editor"))


def test_words_are_those_of_the_parse(parse: SpacyDoc) -> None:
    doc = Doc.of(parse)
    assert doc.text == parse.text
    for own, given_ in zip(doc, parse, strict=True):
        assert [getattr(own, name) for name in SLOTS] == [getattr(given_, name) for name in SLOTS]
        assert own.morph == given_.morph.to_dict()
        assert len(own) == len(given_)
        assert own.is_sent_start == bool(given_.is_sent_start)


def test_stretches_are_those_of_the_parse(parse: SpacyDoc) -> None:
    doc = Doc.of(parse)
    for own, given_ in ((doc.sents, parse.sents), (doc.ents, parse.ents)):
        assert [(s.start, s.end, s.text, s.label_, s.root.i, s.start_char, s.end_char) for s in own] == [
            (s.start, s.end, s.text, s.label_, s.root.i, s.start_char, s.end_char) for s in given_
        ]
    for start in range(len(doc)):
        for end in range(start + 1, min(start + 6, len(doc) + 1)):
            assert doc.text_of(start, end) == parse[start:end].text
            if doc[start].sent == doc[end - 1].sent:
                assert doc.span(start, end).root.i == parse[start:end].root.i


def test_words_at_offsets_are_those_of_the_parse(parse: SpacyDoc) -> None:
    doc = Doc.of(parse)
    for token in doc:
        for start, end in ((token.idx, token.idx + 1), (token.idx, min(token.idx + 9, len(TEXT)))):
            own, given_ = doc.char_span(start, end), parse.char_span(start, end, alignment_mode="expand")
            assert own is not None
            assert (own.start, own.end) == (given_.start, given_.end)


def test_there_is_nothing_beyond_the_ends(parse: SpacyDoc) -> None:
    doc = Doc.of(parse)
    assert doc.text_of(len(doc), len(doc) + 3) == ""
    assert doc.char_span(len(TEXT), len(TEXT) + 1) is None
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[-1].nbor()


@st.composite
def projective_heads(draw: st.DrawFn) -> list[int]:
    """Draw the heads of a tree over a row of words in which no two links cross."""
    heads = [0] * draw(st.integers(1, 12))

    def hang(start: int, end: int, head: int | None) -> None:
        while start < end:
            stop = draw(st.integers(start + 1, end)) if head is not None else end
            word = draw(st.integers(start, stop - 1))
            heads[word] = word if head is None else head
            hang(start, word, word)
            hang(word + 1, stop, word)
            start = stop

    hang(0, len(heads), None)
    return heads


@given(projective_heads())
def test_neighbours_are_those_of_any_projective_tree(heads: list[int]) -> None:
    words = [f"w{i}" for i in range(len(heads))]
    parse = SpacyDoc(NLP.vocab, words=words, heads=heads, deps=["dep"] * len(heads))
    for own, given_ in zip(Doc.of(parse), parse, strict=True):
        assert own.head.i == given_.head.i
        assert [t.i for t in own.children] == [t.i for t in given_.children]
        assert [t.i for t in own.ancestors] == [t.i for t in given_.ancestors]
        assert [t.i for t in own.subtree] == [t.i for t in given_.subtree]
        assert (own.left_edge.i, own.right_edge.i) == (given_.left_edge.i, given_.right_edge.i)
        assert (own.sent.start, own.sent.end) == (given_.sent.start, given_.sent.end)
