"""The pipeline's `tok2vec` at inference: an ONNX encoder run by onnxruntime, one document at a time.

"Police detained Saniya Toiken in Uralsk." becomes windows of word pieces (`pieces`), the encoder gives each piece a
vector, and a token is the mean of its pieces plus what its letters say. The encoder is quantised to 8 bits with scales
taken from the data it is given, so what shares a run shares rounding: only windows of one document ever do. A document
therefore has the same vectors whatever it is read together with.

Quantisation after Wolf et al., onnxruntime's dynamic scheme; encoder after Wang et al. 2020 (MiniLM).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import srsly  # type: ignore[import-untyped]
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model
from thinc.shims.shim import Shim

from .pieces import Batch, Pieces, batches, windows

Rows = NDArray[np.float32]

MOST_PIECES = 256  # padded word pieces in one run of the encoder: what stays in the processor's cache runs faster
EPSILON = 1e-6
TABLES = ("project", "project_bias", "case", "shape", "suffix", "lower", "norm", "norm_bias")


class OnnxShim(Shim):
    """Holds the encoder, its tokenizer and the small tables; their bytes are the model's bytes."""

    def __init__(self) -> None:
        super().__init__(None)
        self._data = b""
        self._pieces: Pieces
        self._tables: dict[str, Rows] = {}
        self._session: Any = None

    def to_bytes(self) -> bytes:
        """Give the bytes that were loaded."""
        return self._data

    def from_bytes(self, data: bytes) -> OnnxShim:
        """Load a msgpack map: `onnx`, `tokenizer` (bytes) and the arrays named in TABLES (float16)."""
        stored = srsly.msgpack_loads(data)
        self._data = data
        self._pieces = Pieces(stored["tokenizer"])
        self._tables = {name: stored[name].astype(np.float32) for name in TABLES}
        self._session = _session(stored["onnx"])
        return self

    def to_device(self, *device: Any) -> None:
        """Stay on the CPU."""

    def vectors(self, doc: Doc, window: int, overlap: int) -> Rows:
        """Embed every token of one document: an array of (tokens, width)."""
        tokens = self._pieces.tokens(doc)
        if not tokens:
            return np.zeros((0, len(self._tables["norm"])), dtype=np.float32)
        spans = windows([len(token.pieces) for token in tokens], window, overlap)
        hidden = np.zeros((len(tokens), len(self._tables["project"])), dtype=np.float32)
        for batch in batches(tokens, spans, self._pieces, MOST_PIECES):
            self._add_means(batch, hidden)
        return self._join(hidden, np.array([token.features for token in tokens]))

    def _add_means(self, batch: Batch, hidden: Rows) -> None:
        inputs = {"ids": batch.ids, "cases": batch.cases, "mask": batch.mask}
        rows = self._session.run(None, inputs)[0].reshape(-1, hidden.shape[1])[batch.rows]
        starts = np.flatnonzero(np.diff(batch.tokens, prepend=-1))
        counts = np.diff(starts, append=len(batch.tokens))
        hidden[batch.tokens[starts]] = np.add.reduceat(rows, starts, axis=0) / counts[:, None]

    def _join(self, hidden: Rows, features: NDArray[np.int64]) -> Rows:
        tables = self._tables
        rows: Rows = hidden @ tables["project"] + tables["project_bias"]
        for column, name in enumerate(("case", "shape", "suffix", "lower")):
            rows += tables[name][features[:, column]]
        rows -= rows.mean(axis=1, keepdims=True)
        rows /= np.sqrt((rows**2).mean(axis=1, keepdims=True) + EPSILON)
        return rows * tables["norm"] + tables["norm_bias"]


def _session(onnx: bytes) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # processes are the way to use more cores
    options.enable_cpu_mem_arena = False  # the arena keeps the memory of the longest document for good
    return onnxruntime.InferenceSession(onnx, options, providers=["CPUExecutionProvider"])


def _forward(model: Any, docs: list[Doc], is_train: bool) -> tuple[list[Rows], Callable[[Any], list[Doc]]]:
    shim, attrs = model.shims[0], model.attrs
    return [shim.vectors(doc, attrs["window"], attrs["overlap"]) for doc in docs], lambda gradient: []


@registry.architectures("graphbuild.OnnxEncoder.v1")  # type: ignore[untyped-decorator]
def onnx_encoder(width: int, window: int, overlap: int) -> Any:
    """Make the encoder: token vectors of `width`, windows of at most `window` word pieces sharing about `overlap`.

    Inference only: no gradient flows into it, and its weights come with `from_bytes`.
    """
    shims: list[Shim] = [OnnxShim()]
    attrs = {"window": window, "overlap": overlap}
    return Model("onnx_encoder", _forward, shims=shims, dims={"nO": width}, attrs=attrs)
