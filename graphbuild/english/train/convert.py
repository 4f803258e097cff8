"""Raw corpora to DocBins: what is trained on, what is held out.

    RAW/UD_English-EWT, UNER_English-EWT, gum, wikigold, Re-DocRED, CrossNER, UD_English-PUD, UNER_English-PUD
      → OUT/{ewt,gum}-{train,dev,test}.spacy, wikigold.spacy, redocred.spacy, crossner.spacy, pud-test.spacy

No test file is ever trained on, and PUD, which has no training part, only measures. Of GUM only the genres whose texts
are free for any use are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from .gum_names import gum_names
from .name_corpora import crossner, redocred, wikigold
from .treebanks import Sentence, groups, read_conllu, read_uner, text_key, to_doc, uner_names

OPEN_GENRES = frozenset(["academic", "bio", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"])
ATTRIBUTES = ["ORTH", "SPACY", "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]
EWT_FILES = {
    "train": ("en_ewt-ud-train.rebuilt.conllu", "en_ewt-ud-train.0c7ce0d.iob2"),
    "dev": ("en_ewt-ud-dev.conllu", "en_ewt-ud-dev.iob2"),
    "test": ("en_ewt-ud-test.conllu", "en_ewt-ud-test.iob2"),
}


def ewt(vocab: Vocab, raw: Path, split: str) -> Iterator[Doc]:
    """Read one split of EWT with UNER's names."""
    trees, names = EWT_FILES[split]
    tagged = read_uner(raw / "UNER_English-EWT" / names)

    def named() -> Iterator[Sentence]:
        for sentence in read_conllu(raw / "UD_English-EWT" / trees):
            sentence.names = uner_names(sentence.words, tagged.get(sentence.sent_id))
            yield sentence

    return (to_doc(vocab, group) for group in groups(named()))


def gum(vocab: Vocab, raw: Path, split: str) -> Iterator[Doc]:
    """Read one published split of GUM's freely licensed genres."""
    listed = (raw / "gum" / "splits.md").read_text(encoding="utf8").split("\n## ")
    section = next(part for part in listed if part.startswith(f"{split}\n"))
    for name in sorted(re.findall(r"\* (GUM_\w+)", section)):
        if name.split("_")[1] not in OPEN_GENRES:
            continue
        sentences = list(read_conllu(raw / "gum" / "dep" / f"{name}.conllu"))
        for sentence in sentences:
            sentence.names = gum_names(sentence.words)
        yield from (to_doc(vocab, group) for group in groups(iter(sentences)))


def pud(vocab: Vocab, raw: Path) -> Iterator[Doc]:
    """Read PUD, one sentence a document; names are found by text, since its sentence ids changed."""
    uner = read_uner(raw / "UNER_English-PUD" / "en_pud-ud-test.iob2")
    by_text = {text_key([form for form, _ in tagged]): tagged for tagged in uner.values()}
    for sentence in read_conllu(raw / "UD_English-PUD" / "en_pud-ud-test.conllu"):
        sentence.names = uner_names(sentence.words, by_text.get(text_key([word.form for word in sentence.words])))
        yield to_doc(vocab, [sentence])


def corpora(vocab: Vocab, raw: Path) -> dict[str, list[Doc]]:
    """Read everything; CrossNER's and Re-DocRED's test parts and all of their overlap with the tests stay unread."""
    result = {f"ewt-{split}": list(ewt(vocab, raw, split)) for split in ("train", "dev", "test")}
    result |= {f"gum-{split}": list(gum(vocab, raw, split)) for split in ("train", "dev", "test")}
    result["pud-test"] = list(pud(vocab, raw))
    result["wikigold"] = list(wikigold(vocab, raw))
    result["redocred"] = [doc for split in ("dev", "test") for doc in redocred(vocab, raw, split)]
    result["crossner"] = [doc for split in ("train", "dev", "test") for doc in crossner(vocab, raw, split)]
    return result


def save(docs: Iterable[Doc], path: Path) -> None:
    """Write documents as a DocBin."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(attrs=ATTRIBUTES, docs=docs).to_disk(path)


def load(path: Path, vocab: Vocab) -> list[Doc]:
    """Read a DocBin back."""
    return list(DocBin().from_disk(path).get_docs(vocab))


def convert(raw: Path, out: Path, vocab: Vocab) -> dict[str, list[Doc]]:
    """Read all corpora from `raw` and write them to `out`; return them too."""
    docs = corpora(vocab, raw)
    for name, members in docs.items():
        save(members, out / f"{name}.spacy")
        words = sum(len(doc) for doc in members)
        print(f"{name}: {len(members)} documents, {words} words, {sum(len(doc.ents) for doc in members)} names")
    return docs
