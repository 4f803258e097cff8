"""The trained pipeline as it is shipped: no PyTorch, an 8-bit ONNX encoder, half-precision tables.

The encoder's graph is written by hand with onnxruntime's fused operators (Attention, SkipLayerNormalization, BiasGelu)
and then quantised: weights to 8 bits per channel with a reduced range, since processors without VNNI saturate otherwise,
activations while running.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import spacy
import srsly
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from spacy import Language
from spacy.tokens import Doc

from ..encoder import onnx_encoder
from ..lemma_dictionary import NAME as DICTIONARY
from .torch_encoder import HEADS, HIDDEN, LAYERS

FUSED = "com.microsoft"
OVERLAP = 24  # word pieces that windows share: half of what training has is as good and an eighth faster
NAME, VERSION = "graphbuild_english", "1.2.0"
LICENCE = "CC BY-SA 4.0"
DESCRIPTION = "English for press-freedom reports: tagger, morphologizer, lemmatizer, UD parser, NER (PERSON, ORG, LOC)"
TABLES = {
    "project_bias": "project.bias", "case": "case.weight", "shape": "shape.weight", "suffix": "suffix.weight",
    "lower": "lower.weight", "norm": "norm_out.weight", "norm_bias": "norm_out.bias",
}  # fmt: skip


class Graph:
    """Collects the nodes and weights of an ONNX graph."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self.weights, self.nodes, self.constants = weights, [], []

    def constant(self, name: str, value: np.ndarray) -> str:
        """Add an initialiser."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def weight(self, name: str) -> str:
        """Add a trained weight; matrices are stored the way MatMul wants them."""
        value = self.weights[name]
        is_table = name.split(".")[0] in ("word", "position", "case_in")
        return self.constant(name, value if value.ndim == 1 or is_table else value.T)

    def node(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        """Add an operator."""
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output


def encoder_graph(weights: dict[str, np.ndarray]) -> onnx.ModelProto:
    """Write the encoder: (ids, cases, mask), each of (windows, pieces), to (windows, pieces, HIDDEN)."""
    g = Graph(weights)
    g.node("Shape", ["ids"], "size")
    g.node("Gather", ["size", g.constant("second", np.array([1]))], "length")
    zero = g.constant("zero", np.array([0]))
    g.node("Slice", [g.weight("position.weight"), zero, "length", zero], "positions")
    g.node("Gather", [g.weight("word.weight"), "ids"], "words")
    g.node("Gather", [g.weight("case_in.weight"), "cases"], "letters")
    g.node("Add", ["words", "letters"], "known")
    g.node("Add", ["known", "positions"], "input")
    norm = [g.weight("norm.weight"), g.weight("norm.bias")]
    x = g.node("LayerNormalization", ["input", *norm], "embedded", axis=-1, epsilon=1e-12)
    for index in range(LAYERS):
        x = _layer(g, x, f"layers.{index}.")
    shape = ["windows", "pieces"]
    inputs = [
        helper.make_tensor_value_info("ids", TensorProto.INT64, shape),
        helper.make_tensor_value_info("cases", TensorProto.INT64, shape),
        helper.make_tensor_value_info("mask", TensorProto.INT32, shape),
    ]
    outputs = [helper.make_tensor_value_info(x, TensorProto.FLOAT, [*shape, HIDDEN])]
    graph = helper.make_graph(g.nodes, "encoder", inputs, outputs, g.constants)
    versions = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
    return helper.make_model(graph, opset_imports=versions, ir_version=8)


def _layer(g: Graph, x: str, at: str) -> str:
    attention = [x, g.weight(f"{at}attention.weight"), g.weight(f"{at}attention.bias"), "mask"]
    mixed = g.node("Attention", attention, f"{at}mixed", FUSED, num_heads=HEADS)
    mixed = g.node("MatMul", [mixed, g.weight(f"{at}output.weight")], f"{at}projected")
    norm = [g.weight(f"{at}norm1.weight"), g.weight(f"{at}norm1.bias"), g.weight(f"{at}output.bias")]
    x = g.node("SkipLayerNormalization", [mixed, x, *norm], f"{at}attended", FUSED, epsilon=1e-12)
    inner = g.node("MatMul", [x, g.weight(f"{at}inner.weight")], f"{at}widened")
    inner = g.node("BiasGelu", [inner, g.weight(f"{at}inner.bias")], f"{at}activated", FUSED)
    inner = g.node("MatMul", [inner, g.weight(f"{at}outer.weight")], f"{at}narrowed")
    norm = [g.weight(f"{at}norm2.weight"), g.weight(f"{at}norm2.bias"), g.weight(f"{at}outer.bias")]
    return g.node("SkipLayerNormalization", [inner, x, *norm], f"{at}out", FUSED, epsilon=1e-12)


def quantised(model: onnx.ModelProto) -> bytes:
    """Quantise matrices and embeddings to 8 bits; return the file's bytes."""
    with tempfile.TemporaryDirectory() as folder:
        full, small = Path(folder) / "full.onnx", Path(folder) / "small.onnx"
        onnx.save(model, full)
        quantize_dynamic(
            full,
            small,
            op_types_to_quantize=["MatMul", "Attention", "Gather"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
        return small.read_bytes()


def export(trained: Path, out: Path, known: Iterable[Doc], full_precision: bool = False) -> Language:
    """Write the trained pipeline in `trained` to `out` without PyTorch; return it as loaded from there.

    `known` are the annotated documents whose words the lemma dictionary learns.
    """
    nlp = spacy.load(trained)
    nlp.add_pipe(DICTIONARY, after="trainable_lemmatizer").count(known)
    encoder, pieces = nlp.get_pipe("tok2vec").model.shims[0]._model, nlp.get_pipe("tok2vec").model.shims[0].pieces
    weights = {name: value.detach().numpy() for name, value in encoder.state_dict().items()}
    graph = encoder_graph(weights)
    data = {name: weights[theirs].astype(np.float16) for name, theirs in TABLES.items()}
    data["project"] = weights["project.weight"].T.astype(np.float16)
    data["tokenizer"] = pieces.stored
    data["onnx"] = graph.SerializeToString() if full_precision else quantised(graph)
    trained_with = nlp.config["components"]["tok2vec"]["model"]
    settings = {"width": trained_with["width"], "window": trained_with["window"], "overlap": OVERLAP}
    model = onnx_encoder(**settings)
    model.shims[0].from_bytes(srsly.msgpack_dumps(data))
    beside = out.with_name(out.name + ".new")
    shutil.rmtree(beside, ignore_errors=True)
    nlp.to_disk(beside)
    model.to_disk(beside / "tok2vec" / "model")
    srsly.write_json(beside / "vocab" / "strings.json", _needed_strings(nlp))
    _rewrite(beside, settings)
    _put(beside, out)
    return spacy.load(out)


def _needed_strings(nlp: Language) -> list[str]:
    """List the strings that labels, features and lemma rules use: the words of the training texts stay behind."""
    needed = set(spacy.blank("en").vocab.strings)
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    for _, pipe in nlp.pipeline:
        for label in () if pipe is lemmatizer else getattr(pipe, "labels", ()):
            needed |= {label, *(part for feature in label.split("|") for part in feature.split("="))}
            needed |= {label.split("-", 1)[-1]}
    trees = srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]
    hashes = {value for tree in trees for key, value in tree.items() if key in ("orig", "subst")}
    needed |= {nlp.vocab.strings[value] for value in hashes if value in nlp.vocab.strings}
    return sorted(needed)


def _rewrite(folder: Path, settings: dict[str, Any]) -> None:
    """Name the shipped architecture in config.cfg and say in meta.json what this is."""
    config = spacy.util.load_config(folder / "config.cfg", interpolate=False)
    config["components"]["tok2vec"]["model"] = {"@architectures": "graphbuild.OnnxEncoder.v1", **settings}
    for section in ("paths", "system", "corpora", "training", "pretraining", "initialize"):
        config.pop(section, None)  # what only training reads
    config.to_disk(folder / "config.cfg", interpolate=False)
    meta = json.loads((folder / "meta.json").read_text(encoding="utf8"))
    meta |= {
        "name": NAME,
        "version": VERSION,
        "description": DESCRIPTION,
        "license": LICENCE,
        "author": "graphbuild",
        "requirements": [],
        "performance": {},
    }
    (folder / "meta.json").write_text(json.dumps(meta, indent=2, sort_keys=True) + "\n", encoding="utf8")


def _put(beside: Path, out: Path) -> None:
    """Exchange folders by renaming, so that nobody loads a half-written one."""
    before = out.with_name(out.name + ".old")
    shutil.rmtree(before, ignore_errors=True)
    if out.exists():
        out.rename(before)
    beside.rename(out)
    shutil.rmtree(before, ignore_errors=True)
