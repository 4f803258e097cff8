"""A parse in plain Python: every word's attributes and neighbours, looked up once.

The layers above ask each word for its head, its children and its forms hundreds of times. spaCy answers each time anew:
it makes an object for the neighbour and looks its strings up in the vocabulary. Here a `Token` is one object for the
life of its document, what it is asked for stands in slots, and a `Doc` is the list of them. The names are spaCy's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy import tokens


class Token:
    """A word of a parse; two are equal where they are one word of one text."""

    __slots__ = (
        "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_alpha", "is_digit", "is_lower",
        "is_punct", "is_sent_start", "is_space", "is_title", "is_upper", "left_edge", "lemma_", "lower_", "morph", "pos_",
        "right_edge", "sent", "tag_", "text", "text_with_ws", "whitespace_",
    )  # fmt: skip

    doc: Doc
    head: Token
    left_edge: Token
    right_edge: Token
    sent: Span

    def __init__(self, doc: Doc, token: tokens.Token) -> None:
        self.doc = doc
        self.i: int = token.i
        self.idx: int = token.idx
        self.text: str = token.text
        self.lower_: str = token.lower_
        self.whitespace_: str = token.whitespace_
        self.text_with_ws = self.text + self.whitespace_
        self.lemma_: str = token.lemma_
        self.pos_: str = token.pos_
        self.tag_: str = token.tag_
        self.dep_: str = token.dep_
        self.morph: dict[str, str] = token.morph.to_dict()
        self.ent_type_: str = token.ent_type_
        self.ent_iob_: str = token.ent_iob_
        self.is_alpha: bool = token.is_alpha
        self.is_digit: bool = token.is_digit
        self.is_lower: bool = token.is_lower
        self.is_upper: bool = token.is_upper
        self.is_title: bool = token.is_title
        self.is_punct: bool = token.is_punct
        self.is_space: bool = token.is_space
        self.is_sent_start = False
        self.children: tuple[Token, ...] = ()

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: Token) -> bool:
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text

    def nbor(self, step: int = 1) -> Token:
        """Return the word so many further; IndexError beyond the ends of the text."""
        at = self.i + step
        if at < 0:
            raise IndexError(f"no word {at}")
        return self.doc[at]

    @property
    def is_bare_mark(self) -> bool:
        """Whether this is punctuation or white space on which nothing hangs."""
        return (self.is_punct or self.is_space) and not self.children

    @property
    def ancestors(self) -> Iterator[Token]:
        """Yield the word's head, the head's head and so on."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def subtree(self) -> list[Token]:
        """The word with all that hangs on it, in text order."""
        found = [self]
        for word in found:  # it grows while it is read
            found.extend(word.children)
        found.sort()
        return found


class Span(list[Token]):
    """The words of a parse from `start` to before `end`: a sentence, a name that the pipeline found."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        super().__init__(doc[start:end])
        self.doc = doc
        self.start = start
        self.end = start + len(self)
        self.label_ = label

    @property
    def text(self) -> str:
        """What the words are in the text, without the white space after them."""
        return self.doc.text_of(self.start, self.end)

    @property
    def start_char(self) -> int:
        """Where the words begin in the text."""
        return self[0].idx

    @property
    def end_char(self) -> int:
        """Where the words end in the text."""
        return self[-1].idx + len(self[-1])

    @property
    def sent(self) -> Span:
        """The sentence of the first word."""
        return self[0].sent

    @property
    def root(self) -> Token:
        """The first of the words, which are of one sentence, that are nearest to its root; no mark if there is a word."""
        inside = range(self.start, self.end)
        tops = [t for t in self if t.head is t or t.head.i not in inside]
        return min(tops, key=lambda t: (t.is_bare_mark, sum(1 for _ in t.ancestors)))


class Doc(list[Token]):
    """The words of a text in order, with its sentences and the names that the pipeline found."""

    text: str
    sents: tuple[Span, ...]
    ents: tuple[Span, ...]

    @classmethod
    def of(cls, parse: tokens.Doc) -> Doc:
        """Return a copy of spaCy's parse."""
        doc = cls()
        doc.text = parse.text
        doc.extend(Token(doc, t) for t in parse)
        doc.sents = tuple(Span(doc, s.start, s.end) for s in parse.sents)
        doc.ents = tuple(Span(doc, e.start, e.end, e.label_) for e in parse.ents)
        children: list[list[Token]] = [[] for _ in doc]
        for token, given in zip(doc, parse, strict=True):
            token.head = doc[given.head.i]
            token.left_edge, token.right_edge = doc[given.left_edge.i], doc[given.right_edge.i]
            if token.head is not token:
                children[token.head.i].append(token)
        for token, below in zip(doc, children, strict=True):
            token.children = tuple(below)
        for sentence in doc.sents:
            doc[sentence.start].is_sent_start = True
            for token in sentence:
                token.sent = sentence
        return doc

    def text_of(self, start: int, end: int) -> str:
        """Return what the words from `start` to before `end` are in the text."""
        words = self[start:end]
        return self.text[words[0].idx : words[-1].idx + len(words[-1].text)] if words else ""

    def span(self, start: int, end: int) -> Span:
        """Return the words from `start` to before `end` as one stretch."""
        return Span(self, start, end)

    def char_span(self, start: int, end: int) -> Span | None:
        """Return the words that have a character from `start` to before `end`, None where there is none."""
        first = bisect_right(self, start, key=lambda t: t.idx + len(t))
        last = bisect_left(self, end, key=lambda t: t.idx)
        return Span(self, first, last) if first < last else None
