"""Training: every head of the pipeline and the encoder under them, end to end.

The schedule counts words, never seconds, so that a run can be repeated: the learning rates rise over the first steps and
fall linearly to zero at the last word. Everything is drawn from one seed. A checkpoint every `SAVE_EVERY` steps holds the
weights and both optimisers' state; a run that is started again goes on from it.
"""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from spacy import Language
from spacy.symbols import ORTH
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from thinc.api import Adam, NumpyOps, fix_random_seed, set_current_ops

from . import torch_encoder as _registers  # noqa: F401

SEED = 7
BATCH_WORDS = 900
HEAD_RATE = 1e-3
WARM_UP = 60  # steps
SAVE_EVERY = 100  # steps
LOG_EVERY = 25
BLOCK = 1500  # documents sorted by length together
# what spaCy's tokenizer cuts ("Col", ".") and treebanks do not: "Col. Jean Mbala denied the claim." is one sentence
ABBREVIATIONS = (
    "Col. Lt. Sgt. Maj. Brig. Capt. Cpl. Insp. Supt. Cmdr. Pvt. Det. Hon. Fr. Art. Arts. Nos. Ave. Blvd. Ft. Mme. Mlle."
    " Sect. para. paras. a.k.a. f.k.a. Reps. Sens. Msgr. Pres. Amb. Asst. Univ. approx. Atty. Spc. Cdr. Comdr. Const."
    " Tues. Wed. Thurs."
).split()


def blank(source: Path) -> Language:
    """Make the untrained pipeline of `base.cfg` over the encoder weights in the folder `source`."""
    config = load_config(Path(__file__).parent / "base.cfg", overrides={"components.tok2vec.model.source": str(source)})
    nlp = load_model_from_config(config, auto_fill=True)
    for abbreviation in ABBREVIATIONS:
        nlp.tokenizer.add_special_case(abbreviation, [{ORTH: abbreviation}])
    return nlp


def fix_seeds(threads: int) -> None:
    """Seed everything and let NumPy's BLAS do thinc's products: its own falls back to slow code on some processors.

    PyTorch's gradient of an index adds up from several threads in any order unless it is told not to.
    """
    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(SEED)
    set_current_ops(NumpyOps(use_blis=False))
    random.seed(SEED)
    fix_random_seed(SEED)


def example_batches(docs: list[Doc], later: list[Doc], nlp: Language) -> Iterator[list[Example]]:
    """Yield batches of like length for ever, shuffled anew each pass; `later` joins from the second pass on.

    Pass n is the same in every run.
    """
    for number in range(1_000_000):
        chance = random.Random(SEED * 1000 + number)
        order = [*docs, *(later if number else ())]
        chance.shuffle(order)
        for start in range(0, len(order), BLOCK):
            block = sorted(order[start : start + BLOCK], key=lambda doc: len(doc) + 4 * chance.random())
            found: list[list[Doc]] = [[]]
            for doc in block:
                if sum(len(member) for member in found[-1]) >= BATCH_WORDS:
                    found.append([])
                found[-1].append(doc)
            chance.shuffle(found)
            yield from ([_example(nlp, doc, chance.random() < 0.5) for doc in batch] for batch in found)


def _example(nlp: Language, doc: Doc, own_tokens: bool) -> Example:
    """Pair the gold document with its text as our tokenizer cuts it, or with the words of the gold file.

    The first is what the pipeline will meet; the second loses no annotation where the two differ.
    """
    if own_tokens:
        return Example(nlp.make_doc(doc.text), doc)
    return Example(Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]), doc)


def train(source: Path, docs: list[Doc], later: list[Doc], passes: float, out: Path, threads: int = 2) -> None:
    """Train on the encoder weights in `source`; `out`/trained gets the pipeline, `out`/checkpoint the state on the way.

    It ends after as many words as `passes` over `docs` have. The labels are those of `docs`, which hold the treebanks;
    `later` joins from the second pass on, when the encoder no longer moves far: what is few and close to the purpose
    should come last. Two runs on one machine with as many threads give the same weights, bit for bit.
    """
    fix_seeds(threads)
    nlp = blank(source)  # after the seed: its new layers are drawn at random
    out.mkdir(parents=True, exist_ok=True)
    total = int(passes * sum(len(doc) for doc in docs))
    initial = list(docs)
    random.Random(SEED).shuffle(initial)
    examples = [_example(nlp, doc, own_tokens=False) for doc in initial]
    nlp.initialize(lambda: examples)
    optimizer = Adam(HEAD_RATE, L2=0.01, beta1=0.9, beta2=0.999, L2_is_weight_decay=True, grad_clip=1.0)
    state = _resume(nlp, optimizer, out / "checkpoint")
    started = time.monotonic() - state.seconds
    losses: dict[str, float] = {}
    for number, batch in enumerate(example_batches(docs, later, nlp)):
        if number < state.step:
            continue
        if state.words >= total:
            break
        scale = min(1.0, (state.step + 1) / WARM_UP) * (1 - state.words / total)
        _encoder(nlp).scale, optimizer.learn_rate = scale, HEAD_RATE * max(0.02, scale)
        nlp.update(batch, sgd=optimizer, drop=0.1, losses=losses)
        state.step += 1
        state.words += sum(len(example.reference) for example in batch)
        state.seconds = time.monotonic() - started
        if state.step % LOG_EVERY == 0:
            sums = {name: round(loss) for name, loss in losses.items()}
            print(
                f"step {state.step}: {state.words} of {total} words, {state.seconds:.0f} s, losses {sums}", flush=True
            )
            losses.clear()
        if state.step % SAVE_EVERY == 0:
            _save(nlp, optimizer, state, out / "checkpoint")
    nlp.to_disk(out / "trained")


@dataclass
class Progress:
    """How far a run has come."""

    step: int = 0
    words: int = 0
    seconds: float = 0.0


def _encoder(nlp: Language) -> Any:
    return nlp.get_pipe("tok2vec").model.shims[0]


def _parameters(nlp: Language) -> list[Any]:
    return list(_encoder(nlp)._model.parameters())


def _save(nlp: Language, optimizer: Adam, state: Progress, folder: Path) -> None:
    beside, before = folder.with_name("checkpoint.new"), folder.with_name("checkpoint.old")
    nlp.to_disk(beside)
    torch.save(
        {
            "state": asdict(state),
            "encoder": _encoder(nlp).optimizer.state_dict(),
            "gradients": [parameter.grad for parameter in _parameters(nlp)],
            "heads": (optimizer.mom1, optimizer.mom2, dict(optimizer.nr_update)),
            "random": (torch.get_rng_state(), np.random.get_state(), random.getstate()),
        },
        beside / "progress.pt",
    )
    if folder.exists():
        folder.rename(before)
    beside.rename(folder)
    shutil.rmtree(before, ignore_errors=True)


def _resume(nlp: Language, optimizer: Adam, folder: Path) -> Progress:
    """Load weights and optimisers' states into the freshly initialised pipeline.

    The encoder's last gradients as well: spaCy lets it step before the heads tell it theirs, which wait for the next.
    Weights only: spaCy cannot train a lemmatizer further that was loaded as a whole. Adam's keys hold thinc's model
    ids, which are the same in every process that builds the same pipeline first.
    """
    if not folder.exists():
        return Progress()
    saved = torch.load(folder / "progress.pt", weights_only=False)
    for name, pipe in nlp.pipeline:
        pipe.model.from_disk(folder / name / "model")
    _encoder(nlp).optimizer.load_state_dict(saved["encoder"])
    for parameter, gradient in zip(_parameters(nlp), saved["gradients"], strict=True):
        parameter.grad = gradient
    for own, loaded in zip((optimizer.mom1, optimizer.mom2, optimizer.nr_update), saved["heads"], strict=True):
        own.update(loaded)
    torch.set_rng_state(saved["random"][0])
    np.random.set_state(saved["random"][1])
    random.setstate(saved["random"][2])
    return Progress(**saved["state"])
