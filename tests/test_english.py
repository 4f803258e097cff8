"""The shipped English pipeline: it loads anywhere, reads every token, and reads it alike whatever stands beside it."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language

import graphbuild.english
from graphbuild.english.pieces import windows

ABSOLUTE_PATH = re.compile(r"(?<![\w.:/-])/[a-z]+/[\w.-]*|[A-Z]:\\\w+")

FOLDER = Path(graphbuild.english.__file__).parent / "model"

DOCUMENTS = (
    "Police in Taraz detained Aida Omarova, a reporter for the Steppe Herald, on Monday.",
    "The court fined him 500,000 tenge. He will appeal.",
    "Two unknown men beat the editor outside his home.",
    "Lagos, March 3 – The newspaper said its office had been searched.",
    "No one was hurt.",
    "The ministry denied that it had blocked the site, which went offline late on Tuesday night.",
    "Samuel Okafor and Ngozi Adeyemi were released on bail after six hours.",
    "Who ordered the raid?",
    '"We will not stop publishing," said Petra Kolář, the magazine\'s founder.',
    "In Quetta, gunmen on a motorcycle shot at the car of Asad Baloch; he survived.",
    "EDITOR HELD IN CAPITAL",
    "the station has been off the air since june",
    "Authorities should drop all charges against Lucía Ferrer and let her work freely.",
    "It was her third arrest this year.",
    "The KNB questioned the paper's accountant, too.",
    "Her lawyer, Timur Ospanov, told the court that she had only been filming.",
    "A spokesman for the governor did not reply to a message.",
    "The reporter’s phone was seized – and never returned.",
    "",
    "More at https://example.org/a/very/long/address?with=a&query=string_of_no_use_at_all#and-a-fragment .",
)

SENTENCES = Path(graphbuild.english.__file__).parent / "train" / "sentences"


def many_documents() -> list[str]:
    """Join the sentences written for training to 400 documents of one to five sentences."""
    lines = [line for path in sorted(SENTENCES.glob("*.conllu")) for line in path.read_text("utf-8").splitlines()]
    sentences = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
    starts = range(0, 2 * 400, 2)
    return [" ".join(sentences[start : start + 1 + number % 5]) for number, start in enumerate(starts)]


# sentence, token, relation, head
ATTACHMENTS = (
    ("Police detained Aida Omarova in Taraz.", "Police", "nsubj", "detained"),
    ("Police detained Aida Omarova in Taraz.", "Aida", "obj", "detained"),
    ("Police detained Aida Omarova in Taraz.", "Taraz", "obl", "detained"),
    ("The editor was beaten by two men.", "editor", "nsubj:pass", "beaten"),
    ("The editor was beaten by two men.", "men", "obl:agent", "beaten"),
    ("Aida Omarova, a reporter for the Herald, was arrested.", "reporter", "appos", "Aida"),
    ("Aida Omarova, a reporter for the Herald, was arrested.", "Aida", "nsubj:pass", "arrested"),
    ("Soldiers seized her camera and broke her phone.", "broke", "conj", "seized"),
    ("The ministry did not block the site.", "not", "advmod", "block"),
    ("The court sentenced Okafor to three years in prison.", "court", "nsubj", "sentenced"),
    ("The court sentenced Okafor to three years in prison.", "Okafor", "obj", "sentenced"),
)

NAMES = (
    ("Police detained Aida Omarova in Taraz.", {("Aida Omarova", "PERSON"), ("Taraz", "LOC")}),
    ("Kwame Mensah works for Radio Observer.", {("Kwame Mensah", "PERSON"), ("Radio Observer", "ORG")}),
    ("The Supreme Court freed Nurlan Sadykov.", {("Supreme Court", "ORG"), ("Nurlan Sadykov", "PERSON")}),
)

LEMMAS = (
    ("The men were detained.", "detained", "detain"),
    ("She was detained.", "detained", "detain"),
    ("Cities fell.", "fell", "fall"),
    ("The court fined him.", "fined", "fine"),
    ("Posted on Monday, the video was removed.", "Posted", "post"),
    ("The hearing was postponed.", "postponed", "postpone"),
    ("Kazakh police bombed the site.", "Kazakh", "Kazakh"),
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return graphbuild.english.load()


def annotation(doc: spacy.tokens.Doc) -> list[tuple[object, ...]]:
    """List all that the pipeline says of a document."""
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.head.i, t.dep_, t.ent_iob_, t.ent_type_, t.is_sent_start)
        for t in doc
    ]


def test_spacy_opens_the_folder() -> None:
    assert spacy.load(FOLDER).meta["name"] == "graphbuild_english"


def test_the_folder_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*")) < 45_000_000


def test_no_file_names_the_machine_it_was_made_on() -> None:
    for path in (path for path in FOLDER.rglob("*") if path.suffix in (".cfg", ".json", ".md")):
        assert ABSOLUTE_PATH.findall(path.read_text(encoding="utf8")) == [], path


def test_it_loads_without_torch() -> None:
    program = "import sys; sys.modules['torch'] = None; import graphbuild.english as e; print(len(e.load()('It ran.')))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "3"


@pytest.mark.parametrize("order", [slice(None), slice(None, None, -1), slice(None, None, 3)])
@pytest.mark.parametrize("size", [1, 7, 64])
def test_a_document_is_read_alike_alone_and_in_company(nlp: Language, order: slice, size: int) -> None:
    texts = DOCUMENTS[order]
    together = [annotation(doc) for doc in nlp.pipe(texts, batch_size=size)]
    assert together == [annotation(nlp(text)) for text in texts]


def test_four_hundred_documents_are_read_alike_in_any_order_in_one_process_or_two(nlp: Language) -> None:
    texts = many_documents()
    alone = {text: annotation(nlp(text)) for text in texts}
    assert len(texts) == 400
    shuffled = random.Random(4).sample(texts, len(texts))
    for given, processes in ((shuffled, 1), (texts[::-1], 2)):
        together = nlp.pipe(given, n_process=processes, batch_size=50)
        assert [text for text, doc in zip(given, together, strict=True) if annotation(doc) != alone[text]] == []


def test_every_token_of_a_long_text_is_embedded(nlp: Language) -> None:
    text = " ".join(" ".join(DOCUMENTS) for _ in range(15))
    doc = nlp.get_pipe("tok2vec")(nlp.make_doc(text))
    vectors = nlp.get_pipe("tok2vec").predict([doc])[0]
    assert len(doc) > 3000
    assert vectors.shape[0] == len(doc)
    assert np.isfinite(vectors).all()
    assert (np.abs(vectors).sum(axis=1) > 0).all()


@pytest.mark.parametrize(
    "lengths",
    [[1] * 1000, [1, 2, 3] * 200, [16] * 90, [1], [224], list(range(1, 17)) * 20],
    ids=lambda x: f"{len(x)} tokens",
)
def test_windows_answer_for_every_token_once(lengths: list[int]) -> None:
    spans = windows(lengths, size=224, overlap=48)
    assert [index for span in spans for index in range(span.first, span.last)] == list(range(len(lengths)))
    assert all(span.start <= span.first < span.last <= span.end for span in spans)
    assert all(sum(lengths[span.start : span.end]) <= 224 for span in spans)


@pytest.mark.parametrize(("sentence", "word", "relation", "head"), ATTACHMENTS)
def test_attachments(nlp: Language, sentence: str, word: str, relation: str, head: str) -> None:
    token = next(token for token in nlp(sentence) if token.text == word)
    assert (token.dep_, token.head.text) == (relation, head)


@pytest.mark.parametrize(("sentence", "expected"), NAMES)
def test_names(nlp: Language, sentence: str, expected: set[tuple[str, str]]) -> None:
    assert {(span.text, span.label_) for span in nlp(sentence).ents} == expected


@pytest.mark.parametrize(("sentence", "word", "lemma"), LEMMAS)
def test_lemmas(nlp: Language, sentence: str, word: str, lemma: str) -> None:
    assert next(token.lemma_ for token in nlp(sentence) if token.text == word) == lemma


# one paragraph a row, as the sentences it has
PARAGRAPHS = (
    ["Baku, October 26, 2020 – Authorities should release Rauf Jafarov.", "He was detained on Friday."],
    ["Nur-Sultan, Jan. 5 – Two reporters were held overnight.", "Police gave no reason."],
    ["TBILISI (NewsLine) – A court fined Nino Lomidze on Monday.", "She will appeal."],
    ["The order was signed by K. T. Abenov.", "He heads the department."],
    ["Officers took A. Sadykov to Station No. 5 at 9 a.m. on Tuesday.", "His lawyer was not let in."],
    ["Col. Jean Mbala denied the claim.", "Nobody was beaten, he said."],
    ["Police held editor Omar Keita (a.k.a. Oma Vik), Sen. Li Wen and a driver.", "They were freed on Wed. night."],
    ["She was charged under Art. 274 of the Criminal Code.", "The trial starts in Sept. 2021."],
    ["Was it the police?", "Nobody knows!", "An inquiry has begun."],
    ["The fine was 2.5 million tenge.", "It was paid by readers."],
    ["• Two reporters were beaten in Osh.", "• A site was blocked in Taraz."],
)


@pytest.mark.parametrize("sentences", PARAGRAPHS, ids=lambda given: given[0])
def test_sentence_ends(nlp: Language, sentences: list[str]) -> None:
    assert [sentence.text for sentence in nlp(" ".join(sentences)).sents] == sentences
