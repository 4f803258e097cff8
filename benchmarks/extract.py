"""Words per second of `extract` beside the bare pipeline, in one run, as a ratio.

    python benchmarks/extract.py [INPUT...]

Reads the inputs (default: examples/), repeats them until there are enough words, and prints three rates: the pipeline
alone (`nlp.pipe` over the texts), `parse` (paragraphs, laid over the whole text), and `parse` with `extract`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from graphbuild import language, parse, read
from graphbuild.extract import extract

WORDS = 15_000


def rate(name: str, words: int, work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    print(f"{name:28} {words / seconds:8.0f} words/s   {seconds:6.1f} s")
    return seconds


def main(inputs: list[str]) -> None:
    documents = list(read(inputs, refused=lambda error: print(error, file=sys.stderr)))
    total = sum(len(d.text.split()) for d in documents)
    documents *= max(1, WORDS // max(1, total))
    words = sum(len(d.text.split()) for d in documents)
    nlp = language.load()
    list(parse(documents[:3], nlp))
    bare = rate(
        "pipeline alone (nlp.pipe)", words, lambda: [None for _ in nlp.pipe(d.text for d in documents)] and None
    )
    parsed = rate("parse", words, lambda: [None for _ in parse(documents, nlp)] and None)
    whole = rate("parse and extract", words, lambda: [None for _ in extract(parse(documents, nlp))] and None)
    print(
        f"parse / pipeline {parsed / bare:.2f}   extract / pipeline {whole / bare:.2f}   "
        f"after the parse {max(0.0, whole - parsed) / whole:.0%} of extract"
    )


if __name__ == "__main__":
    main(sys.argv[1:] or [str(Path(__file__).parents[1] / "examples")])
