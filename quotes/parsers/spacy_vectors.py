"""A faster tok2vec layer: the same floats, up to rounding, as the stock one that it stands for.

What `spacy.MultiHashEmbed` gives for a word depends on the word alone (and on the blank behind it), so it is
asked once for each word and remembered. What `spacy.MaxoutWindowEncoder` does with it is one matrix product a
layer, which numpy's BLAS does faster than spaCy's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from spacy.attrs import ORTH, SPACY
from spacy.tokens import Doc
from thinc.api import Model

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# What an embedding may look at: facts of the word, but for SPACY, which is a part of the key.
_LEXICAL = {"NORM", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE", "LOWER", "ORTH", "SPACY"}
_LAYER = ["expand_window", "maxout", "layernorm"]
_KEPT = 20_000  # words that are remembered; then all are forgotten, so that memory stays flat


def faster(tok2vec: Model[Any, Any]) -> Model[Any, Any] | None:
    """The layer that may stand for a stock tok2vec; None where that one is built in another way."""
    if not {"embed", "encode"} <= set(tok2vec.ref_names):
        return None
    embed, encode = tok2vec.get_ref("embed"), tok2vec.get_ref("encode")
    columns = [c for node in embed.walk() if node.name == "extract_features" for c in node.attrs["columns"]]
    layers = [node for node in encode.walk(order="dfs_pre") if not node.layers and node.name != "dropout"]
    names = [node.name for node in layers]
    depth = len(names) // len(_LAYER)
    if not columns or not _LEXICAL.issuperset(columns) or not depth or names != _LAYER * depth:
        return None
    if any(node.name == "expand_window" and node.attrs["window_size"] != 1 for node in layers):
        return None
    encoder = [_Layer.of(maxout, norm) for maxout, norm in zip(layers[1::3], layers[2::3], strict=True)]
    words = _Words(embed, tok2vec.get_dim("nO"))

    def forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Any]:
        return _encode(words.vectors(docs), [len(doc) for doc in docs], encoder), None

    return Model("faster_tok2vec", forward, dims={"nO": tok2vec.get_dim("nO")})


class _Words:
    """The embedding of each word that came lately.

    The stock layer makes it, with spaCy's BLAS, whose rows do not depend on how many there are: what is remembered
    of a word is the same whatever came before it.
    """

    def __init__(self, embed: Model[Any, Any], width: int) -> None:
        self._embed = embed
        self._rows: dict[int, int] = {}
        self._vectors: Floats = np.empty((0, width), dtype=np.float32)

    def vectors(self, docs: Sequence[Doc]) -> Floats:
        """One row for each token of the docs."""
        read = np.concatenate([doc.to_array([ORTH, SPACY]) for doc in docs])
        keys = (read[:, 0] ^ read[:, 1]).tolist()
        if len(self._rows) > _KEPT:
            self._rows.clear()
        new = {key: at for at, key in enumerate(keys) if key not in self._rows}
        if new:
            self._add(docs[0], new, read)
        rows = self._rows
        return self._vectors[[rows[key] for key in keys]]

    def _add(self, doc: Doc, new: dict[int, int], read: NDArray[np.uint64]) -> None:
        words = [doc.vocab.strings[int(read[at, 0])] for at in new.values()]
        alone = Doc(doc.vocab, words=words, spaces=[bool(read[at, 1]) for at in new.values()])
        found = self._embed.predict([alone])[0]
        size = len(self._rows) + len(new)
        if size > len(self._vectors):
            grown = np.empty((max(size, 2 * len(self._vectors)), self._vectors.shape[1]), dtype=np.float32)
            grown[: len(self._rows)] = self._vectors[: len(self._rows)]
            self._vectors = grown
        self._vectors[len(self._rows) : size] = found
        self._rows.update(zip(new, range(len(self._rows), size), strict=True))


class _Layer(NamedTuple):
    """A window of three, maxout of its pieces and layer normalisation, as arrays.

    ``weights`` and ``bias`` give the pieces one behind the other, where thinc gives them one in the other.
    """

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats
    pieces: int

    @classmethod
    def of(cls, maxout: Model[Any, Any], norm: Model[Any, Any]) -> _Layer:
        weights: Floats = np.asarray(maxout.get_param("W"))
        width, pieces, inputs = weights.shape
        return cls(
            np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * width, inputs).T),
            np.ascontiguousarray(np.asarray(maxout.get_param("b")).T.reshape(pieces * width)),
            np.asarray(norm.get_param("G")),
            np.asarray(norm.get_param("b")),
            pieces,
        )


def _encode(vectors: Floats, lengths: Sequence[int], layers: Sequence[_Layer]) -> list[Floats]:
    """What the encoder gives for each doc. Between docs stand empty rows, as many as there are layers."""
    gap = len(layers)
    width = vectors.shape[1]
    ends = np.cumsum(lengths) + gap * np.arange(1, len(lengths) + 1)
    rows = int(ends[-1]) + gap
    inside = np.concatenate([np.arange(end - length, end) for length, end in zip(lengths, ends, strict=True)])
    hidden: Floats = np.zeros((rows, width), dtype=np.float32)
    hidden[inside] = vectors
    window: Floats = np.zeros((rows, 3 * width), dtype=np.float32)
    for layer in layers:
        window[1:, :width] = hidden[:-1]
        window[:, width : 2 * width] = hidden
        window[:-1, 2 * width :] = hidden[1:]
        _add_layer(window, hidden, layer)
    return [hidden[end - length : end] for length, end in zip(lengths, ends, strict=True)]


def _add_layer(window: Floats, hidden: Floats, layer: _Layer) -> None:
    """Add what a layer makes of the window to the hidden rows (a residual layer)."""
    width = hidden.shape[1]
    found = window @ layer.weights
    found += layer.bias
    best = found[:, :width]
    for piece in range(1, layer.pieces):
        np.maximum(best, found[:, piece * width : (piece + 1) * width], out=best)
    best -= best.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", best, best)[:, None] / np.float32(width) + np.float32(1e-8)
    best *= variance ** np.float32(-0.5)
    best *= layer.gain
    best += layer.shift
    hidden += best
