"""A trained network's weights as they ship: small, and in the shapes that numpy computes with.

Matrices become int8 with a factor for each group of rows: the encoder's 64 inputs together, the
pieces of the vocabulary each for itself. All else is stored as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt

from store.extraction.learned.windows import WINDOW

Floats = npt.NDArray[np.float32]
Stored = npt.NDArray[np.generic]
Named = Iterator[tuple[str, Stored]]

_GROUP = 64  # rows of a matrix that share factors; fewer factors lose points, more are bigger
_MOST = 127
_LEAST = np.finfo(np.float16).tiny  # of a factor: a group of zeros has one, too
_HEADS = ("tag", "said", "ask", "answer")


def packed(trained: Mapping[str, Floats], layers: int) -> dict[str, Stored]:
    """The weights of *trained* (torch's names) under the names that the numpy network knows."""
    found = dict(_embeddings(trained, "encoder.embeddings."))
    for layer in range(layers):
        found |= dict(_layer(trained, f"encoder.encoder.layer.{layer}.", f"{layer}_"))
    for head in _HEADS:
        found |= {head: trained[f"{head}.weight"].T, f"{head}_bias": trained[f"{head}.bias"]}
    return found | {"distance": trained["distance"]}


def _embeddings(trained: Mapping[str, Floats], old: str) -> Named:
    """All pieces are in segment 0: its embedding is added to that of each position."""
    words = trained[f"{old}word_embeddings.weight"]
    yield from whole_numbers("word", words, axis=1)
    positions = trained[f"{old}position_embeddings.weight"][:WINDOW]
    segment = trained[f"{old}token_type_embeddings.weight"][0]
    yield "position", (positions + segment).astype(np.float16)
    yield "look", trained["look.weight"]
    yield "marked", trained["marked.weight"]
    yield from _normalisation("embedded", trained, f"{old}LayerNorm")


def _layer(trained: Mapping[str, Floats], old: str, new: str) -> Named:
    asked = [f"{old}attention.self.{one}" for one in ("query", "key", "value")]
    yield from _linear(f"{new}qkv", trained, *asked)
    yield from _linear(f"{new}out", trained, f"{old}attention.output.dense")
    yield from _linear(f"{new}up", trained, f"{old}intermediate.dense")
    yield from _linear(f"{new}down", trained, f"{old}output.dense")
    yield from _normalisation(f"{new}attended", trained, f"{old}attention.output.LayerNorm")
    yield from _normalisation(f"{new}mixed", trained, f"{old}output.LayerNorm")


def _linear(name: str, trained: Mapping[str, Floats], *old: str) -> Named:
    """One matrix of inputs by outputs, of several side by side where there are several."""
    weights = np.concatenate([trained[f"{one}.weight"].T for one in old], axis=1)
    yield from whole_numbers(name, weights.reshape(-1, _GROUP, weights.shape[1]), axis=1)
    yield f"{name}_bias", np.concatenate([trained[f"{one}.bias"] for one in old])


def _normalisation(name: str, trained: Mapping[str, Floats], old: str) -> Named:
    yield f"{name}_scale", trained[f"{old}.weight"]
    yield f"{name}_shift", trained[f"{old}.bias"]


def whole_numbers(name: str, values: Floats, axis: int) -> Named:
    """*values* as whole numbers of the factor that they share along *axis*."""
    factor = (np.abs(values).max(axis=axis, keepdims=True) / _MOST).astype(np.float16)
    factor = np.maximum(factor, _LEAST)
    yield name, np.rint(values / factor.astype(np.float32)).clip(-_MOST, _MOST).astype(np.int8)
    yield f"{name}/factor", factor
