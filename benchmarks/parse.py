"""The shipped pipeline beside a blank HashEmbedCNN pipeline with the same heads, in one run, as ratios.

    python benchmarks/parse.py

One core each, threads pinned; every figure is taken in a process of its own, speeds three times in turn, of which the
best counts: what else a machine does only slows. Prints words per second of both and their ratio, the gain of a second
process (`n_process=2`), the time to load, and the memory at rest and at its peak over texts of growing length. The texts
are those of examples/, joined to documents of about 500 words.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

ROOT = Path(__file__).parents[1]
WORDS, SIZE = 20_000, 500
BLANK = """
[nlp]
lang = "en"
pipeline = ["tok2vec", "tagger", "morphologizer", "parser", "trainable_lemmatizer", "ner"]
[components]
[components.tok2vec]
factory = "tok2vec"
[components.tok2vec.model]
@architectures = "spacy.HashEmbedCNN.v2"
width = 96
depth = 4
embed_size = 2000
window_size = 1
maxout_pieces = 3
subword_features = true
pretrained_vectors = null
"""


def texts(words: int = WORDS, size: int = SIZE) -> list[str]:
    """Join the sentences of the examples to texts of about `size` words, `words` in all."""
    from graphbuild import read

    paragraphs = [p for d in read([str(ROOT / "examples")], refused=print) for p in d.text.split("\n") if p.strip()]
    joined: list[str] = []
    current: list[str] = []
    number = 0
    while sum(len(t.split()) for t in joined) < words:
        current.append(paragraphs[number % len(paragraphs)])
        number += 1
        if sum(len(p.split()) for p in current) >= size:
            joined.append(" ".join(current))
            current = []
    return joined


def shipped() -> Any:
    """Load the shipped pipeline."""
    from graphbuild import english

    return english.load()


def blank() -> Any:
    """Build an untrained CNN pipeline with the heads of the shipped one."""
    from spacy import util
    from spacy.training import Example
    from thinc.api import Config

    from graphbuild.english.train.genre import written

    config = Config().from_str(BLANK)
    width = config["components"]["tok2vec"]["model"]["width"]
    for name, part in shipped().config["components"].items():
        if name in config["nlp"]["pipeline"] and name != "tok2vec":
            part["model"]["tok2vec"] = {**part["model"]["tok2vec"], "width": width}
            config["components"][name] = {key: value for key, value in part.items() if key != "scorer"}
    nlp = util.load_model_from_config(config, auto_fill=True)
    docs = [doc for part in written(nlp.vocab, held=False).values() for doc in part]
    nlp.initialize(lambda: [Example(nlp.make_doc(doc.text), doc) for doc in docs])
    return nlp


def speed(build: Callable[[], Any], processes: int = 1) -> dict[str, float]:
    """Measure words per second."""
    if processes == 1 and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[-1]})
    nlp, given = build(), texts(WORDS * processes**2)  # enough that starting a second process does not hide its gain
    list(nlp.pipe(given[:4]))
    started = time.perf_counter()
    words = sum(len(doc.text.split()) for doc in nlp.pipe(given, n_process=processes, batch_size=8))
    return {"words/s": words / (time.perf_counter() - started)}


def load() -> dict[str, float]:
    """Measure the time to import spaCy, then to load the shipped pipeline, and the memory it holds."""
    started = time.perf_counter()
    import spacy  # noqa: F401

    imported = time.perf_counter()
    shipped()("It loaded.")
    return {"s importing spaCy": imported - started, "s loading": time.perf_counter() - imported, "MB": memory()}


def peak(words: int) -> dict[str, float]:
    """Measure the highest memory while one document of so many words is parsed, as `parse` does."""
    from graphbuild.language import parse_text

    nlp, [text] = shipped(), texts(words, words)
    parse_text("\n\n".join(text.split(". ")), nlp)
    return {"MB": memory()}


def memory() -> float:
    """Give the highest resident memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1024) / 1.024


MEASURES: dict[str, Callable[[], dict[str, float]]] = {
    "shipped, one core": lambda: speed(shipped),
    "blank CNN, one core": lambda: speed(blank),
    "shipped, two processes": lambda: speed(shipped, 2),
    "load": load,
    "peak, 1,000 words": lambda: peak(1_000),
    "peak, 10,000 words": lambda: peak(10_000),
    "peak, 50,000 words": lambda: peak(50_000),
}


SPEEDS = ("shipped, one core", "blank CNN, one core", "shipped, two processes")


def main() -> None:
    """Take every measure in a process of its own and print them."""
    found: dict[str, dict[str, float]] = {}
    for name in [name for name in MEASURES if name in SPEEDS] * 3 + [name for name in MEASURES if name not in SPEEDS]:
        run = subprocess.run([sys.executable, __file__, name], check=True, capture_output=True, text=True)
        figures = json.loads(run.stdout.splitlines()[-1])
        found[name] = max(figures, found.get(name, figures), key=lambda f: f.get("words/s", 0))
    for name, figures in found.items():
        print(f"{name:24}", "   ".join(f"{value:8,.1f} {unit}" for unit, value in figures.items()))
    one = found["shipped, one core"]["words/s"]
    print(f"shipped / blank CNN      {one / found['blank CNN, one core']['words/s']:8.2f}")
    print(f"two processes / one      {found['shipped, two processes']['words/s'] / one:8.2f}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(MEASURES[sys.argv[1]]()))
    else:
        main()
