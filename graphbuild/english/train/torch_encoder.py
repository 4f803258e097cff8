"""The encoder as it is trained: MiniLM in PyTorch, the shared `tok2vec` of the pipeline.

Its word pieces are averaged per token, projected, and summed with embeddings of the token's letters. The weights start
from all-MiniLM-L6-v2 (Apache-2.0, Microsoft and the sentence-transformers project); the embeddings of words and
positions stay frozen, the six layers and everything new are trained end to end through spaCy's own heads.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from spacy import registry
from spacy.tokens import Doc
from thinc.api import Model
from thinc.shims.shim import Shim
from torch import Tensor, nn
from torch.nn import functional

from ..pieces import CASES, NORMS, SHAPES, SUFFIXES, Batch, Pieces, Token, Window, batches, windows

LAYERS, HIDDEN, HEADS, INNER, VOCABULARY, POSITIONS = 6, 384, 12, 1536, 30522, 512
DROPOUT = 0.1
MOST_PIECES = 4096  # padded word pieces encoded at once
HALVES = bool(torch.cpu.get_capabilities().get("avx512_bf16"))  # elsewhere bfloat16 is emulated, a hundred times slower


class Layer(nn.Module):
    """One BERT layer."""

    def __init__(self) -> None:
        super().__init__()
        self.attention, self.output = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Map (windows, pieces, hidden) to the same shape; `bias` is very negative where padding stands."""
        size, length, _ = x.shape
        query, key, value = self.attention(x).view(size, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        mixed = self.output(mixed.transpose(1, 2).reshape(size, length, HIDDEN))
        x = self.norm1(x + functional.dropout(mixed, DROPOUT, self.training))
        inner = self.outer(functional.gelu(self.inner(x)))
        return self.norm2(x + functional.dropout(inner, DROPOUT, self.training))


class Encoder(nn.Module):
    """MiniLM and the layer that turns its word pieces into token vectors of `width`."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.word, self.position = nn.Embedding(VOCABULARY, HIDDEN), nn.Embedding(POSITIONS, HIDDEN)
        self.case_in = nn.Embedding(CASES + 1, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.project = nn.Linear(HIDDEN, width)
        self.case, self.shape = nn.Embedding(CASES, width), nn.Embedding(SHAPES, width)
        self.suffix, self.lower = nn.Embedding(SUFFIXES, width), nn.Embedding(NORMS, width)
        self.norm_out = nn.LayerNorm(width, eps=1e-6)
        nn.init.zeros_(self.case_in.weight)
        for table in (self.case, self.shape, self.suffix, self.lower):
            nn.init.normal_(table.weight, std=0.02)
        for table in (self.word, self.position):
            table.weight.requires_grad_(False)

    def encode(self, batch: Batch) -> Tensor:
        """Encode padded windows to (windows * pieces, hidden), in bfloat16 where the processor has it."""
        ids, cases, mask = (torch.from_numpy(array) for array in (batch.ids, batch.cases, batch.mask))
        bias = ((1.0 - mask.float()) * -10000.0)[:, None, None, :]
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.case_in(cases)
        x = functional.dropout(self.norm(x), DROPOUT, self.training)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training and HALVES):
            for layer in self.layers:
                x = layer(x, bias)
        return x.float().reshape(-1, HIDDEN)

    def forward(self, work: list[Batch], features: np.ndarray) -> Tensor:
        """Give one row a token."""
        pooled = torch.zeros(len(features), HIDDEN)
        for batch in work:
            owners = torch.from_numpy(batch.tokens)
            share = 1.0 / torch.bincount(owners, minlength=len(features)).float()[owners]
            pooled = pooled.index_add(0, owners, self.encode(batch)[torch.from_numpy(batch.rows)] * share[:, None])
        case, shape, suffix, lower = torch.from_numpy(features).T
        letters = functional.dropout(self.shape(shape) + self.suffix(suffix) + self.lower(lower), 0.2, self.training)
        return self.norm_out(self.project(pooled) + self.case(case) + letters)

    def start_from(self, path: Path) -> None:
        """Copy the weights of a BERT checkpoint in safetensors format."""
        from safetensors.torch import load_file

        given = load_file(path)
        positions = given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
        self.word.weight.data.copy_(given["embeddings.word_embeddings.weight"])
        self.position.weight.data.copy_(positions)
        names = {"norm": "embeddings.LayerNorm"}
        for index, layer in enumerate(self.layers):
            prefix = f"encoder.layer.{index}."
            for kind in ("weight", "bias"):
                joint = torch.cat(
                    [given[f"{prefix}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                )
                getattr(layer.attention, kind).data.copy_(joint)
            for ours, theirs in (
                ("output", "attention.output.dense"),
                ("norm1", "attention.output.LayerNorm"),
                ("inner", "intermediate.dense"),
                ("outer", "output.dense"),
                ("norm2", "output.LayerNorm"),
            ):
                names[f"layers.{index}.{ours}"] = prefix + theirs
        for ours, theirs in names.items():
            module = self.get_submodule(ours)
            for kind in ("weight", "bias"):
                getattr(module, kind).data.copy_(given[f"{theirs}.{kind}"])


class TorchShim(Shim):
    """Carries the encoder through spaCy with an AdamW of its own; `scale` (0 to 1) is the schedule's."""

    def __init__(self, encoder: Encoder, encoder_rate: float, rate: float) -> None:
        super().__init__(encoder)
        self.scale, self.pieces = 1.0, None
        pretrained = [
            p for n, p in encoder.named_parameters() if n.startswith(("layers.", "norm.")) and p.requires_grad
        ]
        known = {id(parameter) for parameter in pretrained}
        new = [p for p in encoder.parameters() if p.requires_grad and id(p) not in known]
        groups = [
            {"params": pretrained, "lr": encoder_rate, "base": encoder_rate, "weight_decay": 0.01},
            {"params": new, "lr": rate, "base": rate, "weight_decay": 0.0},
        ]
        self.optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-8, fused=True)

    def finish_update(self, optimizer: Any) -> None:
        """Take one step."""
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * self.scale
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)

    def to_bytes(self) -> bytes:
        """Serialise the weights."""
        stream = io.BytesIO()
        torch.save(self._model.state_dict(), stream)
        return stream.getvalue()

    def from_bytes(self, data: bytes) -> TorchShim:
        """Load the weights."""
        self._model.load_state_dict(torch.load(io.BytesIO(data), weights_only=True))
        return self

    def to_device(self, *device: Any) -> None:
        """Stay on the CPU."""


def _work(docs: list[Doc], pieces: Pieces, window: int, overlap: int) -> tuple[list[Batch], np.ndarray]:
    tokens: list[Token] = []
    spans: list[Window] = []
    for doc in docs:
        own = pieces.tokens(doc)
        if own:
            at = len(tokens)
            for w in windows([len(token.pieces) for token in own], window, overlap):
                spans.append(Window(w.start + at, w.end + at, w.first + at, w.last + at))
        tokens += own
    features = np.array([token.features for token in tokens], dtype=np.int64).reshape(-1, 4)
    return batches(tokens, spans, pieces, MOST_PIECES), features


def _forward(model: Model, docs: list[Doc], is_train: bool) -> tuple[list[np.ndarray], Callable[..., list[Any]]]:
    shim = model.shims[0]
    work, features = _work(docs, shim.pieces, model.attrs["window"], model.attrs["overlap"])
    shim._model.train(is_train)
    with torch.set_grad_enabled(is_train):
        rows = shim._model(work, features)
    borders = np.cumsum([len(doc) for doc in docs])[:-1]

    def backward(gradients: list[np.ndarray]) -> list[Any]:
        rows.backward(torch.from_numpy(np.concatenate([np.asarray(g, dtype=np.float32) for g in gradients])))
        return []

    return list(np.split(rows.detach().numpy(), borders)), backward


@registry.architectures("graphbuild.TorchEncoder.v1")
def torch_encoder(
    width: int, window: int, overlap: int, source: str, encoder_rate: float, rate: float
) -> Model[list[Doc], list[np.ndarray]]:
    """Make the trainable encoder from the folder `source`, which holds model.safetensors and tokenizer.json."""
    encoder = Encoder(width)
    encoder.start_from(Path(source) / "model.safetensors")
    shim = TorchShim(encoder, encoder_rate, rate)
    shim.pieces = Pieces((Path(source) / "tokenizer.json").read_bytes())
    attrs = {"window": window, "overlap": overlap}
    return Model("torch_encoder", _forward, shims=[shim], dims={"nO": width}, attrs=attrs)
