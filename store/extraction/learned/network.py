"""The trained network in plain numpy: a small BERT encoder with four heads, one window at a time.

What its numbers mean was settled in `training/`; this only computes. numpy is all it takes, and
on one thread that is as fast here as a general runtime, for a fifth of its size.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from store.extraction.learned.windows import Passage, Window
from store.extraction.learned.wordpieces import vocabulary
from store.extraction.learned.words import Look, Marked

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]

WEIGHTS = Path(__file__).with_name("weights.npz")
_HEADS = 12
FARTHEST = 64  # pieces; words farther apart than this are equally far
_EPSILON = 1e-12  # as in BERT's layer normalisation


class Reading(NamedTuple):
    """What the network makes of one passage of *n* words; all but *said* are log-probabilities.

    *tags* is n x 7, its columns as `decoding.Tag` numbers them. *cue* and *source* are
    n x (n + 1): where the cue of a word of content begins, and where the source of a word that
    begins a cue begins; column 0 means nowhere in this passage. *said* is n log-odds that a cue
    here reports words said or written rather than a thought or an attitude.
    """

    tags: Floats
    cue: Floats
    source: Floats
    said: Floats


class Network:
    """The weights, ready to compute with: about 90 MB in memory."""

    def __init__(self, weights: Path = WEIGHTS) -> None:
        with np.load(weights, allow_pickle=False) as stored:
            self._weights = {name: _floats(stored, name) for name in stored if "/" not in name}
        self._layers = range(sum(name.endswith("_qkv") for name in self._weights))

    def read(self, window: Window) -> Iterator[tuple[Passage, Reading]]:
        """Each new passage of *window* with what the network makes of it, in order."""
        places = list(starts(window.passages))
        hidden = self._encoded(window.passages)
        for passage, words in list(zip(window.passages, places, strict=True))[window.new :]:
            yield passage, self._reading(hidden, words)

    def _encoded(self, passages: tuple[Passage, ...]) -> Floats:
        """One row for each piece of *passages*, their boundaries among them."""
        w = self._weights
        ids, looks, marked = zip(*sequence(passages), strict=True)
        hidden = w["word"][list(ids)] + w["look"][list(looks)] + w["marked"][list(marked)]
        hidden = self._normalised(hidden + w["position"][: len(ids)], "embedded")
        for layer in self._layers:
            mixed = self._linear(_attended(self._linear(hidden, f"{layer}_qkv")), f"{layer}_out")
            hidden = self._normalised(hidden + mixed, f"{layer}_attended")
            mixed = self._linear(_gelu(self._linear(hidden, f"{layer}_up")), f"{layer}_down")
            hidden = self._normalised(hidden + mixed, f"{layer}_mixed")
        return hidden

    def _reading(self, hidden: Floats, places: Places) -> Reading:
        """*places*: the row of the passage's boundary, then of the first piece of each word."""
        here, words = hidden[places], hidden[places[1:]]
        asking = np.split(self._linear(words, "ask"), 2, axis=1)
        asked = np.split(self._linear(here, "answer"), 2, axis=1)
        apart = np.clip(places[None, :] - places[1:, None], -FARTHEST, FARTHEST) + FARTHEST
        cue, source = (
            _log_softmax(ask @ answer.T / np.float32(ask.shape[1] ** 0.5) + distance[apart])
            for ask, answer, distance in zip(asking, asked, self._weights["distance"], strict=True)
        )
        tags = _log_softmax(self._linear(words, "tag"))
        return Reading(tags, cue, source, self._linear(words, "said")[:, 0])

    def _linear(self, rows: Floats, name: str) -> Floats:
        product: Floats = rows @ self._weights[name]
        product += self._weights[f"{name}_bias"]
        return product

    def _normalised(self, rows: Floats, name: str) -> Floats:
        centred: Floats = rows - rows.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", centred, centred)[:, None] / np.float32(rows.shape[1])
        centred /= np.sqrt(variance + np.float32(_EPSILON))
        centred *= self._weights[f"{name}_scale"]
        centred += self._weights[f"{name}_shift"]
        return centred


def _floats(stored: np.lib.npyio.NpzFile, name: str) -> Floats:
    """A stored matrix; one of small integers, in groups of rows, has factors for each group."""
    values: npt.NDArray[np.generic] = stored[name]
    if values.dtype != np.int8:
        return values.astype(np.float32)
    scaled = values * stored[f"{name}/factor"].astype(np.float32)
    return np.ascontiguousarray(scaled.reshape(-1, scaled.shape[-1]), dtype=np.float32)


def sequence(passages: tuple[Passage, ...]) -> Iterator[tuple[int, Look, Marked]]:
    """The number, look and marks of every piece, as one sequence with its boundaries."""
    begin, between = vocabulary()["[CLS]"], vocabulary()["[SEP]"]
    for number, passage in enumerate(passages):
        yield between if number else begin, Look.BOUNDARY, Marked.OUTSIDE
        for word in passage.words:
            for piece in word.pieces:
                yield piece, word.look, word.marked
    yield between, Look.BOUNDARY, Marked.OUTSIDE


def starts(passages: tuple[Passage, ...]) -> Iterator[Places]:
    """For each passage, the row of its boundary and of the first piece of each of its words."""
    row = 0
    for passage in passages:
        sizes = [1, *(len(word.pieces) for word in passage.words)]
        starts = row + np.cumsum([0, *sizes], dtype=np.intp)
        row = int(starts[-1])
        yield starts[:-1]


def _attended(qkv: Floats) -> Floats:
    """Every piece's view of all the others, head by head."""
    length = len(qkv)
    q, k, v = qkv.reshape(length, 3, _HEADS, -1).transpose(1, 2, 0, 3)
    scores = q @ k.transpose(0, 2, 1)
    scores *= np.float32(q.shape[-1] ** -0.5)
    scores -= scores.max(axis=-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=-1, keepdims=True)
    views = np.ascontiguousarray((scores @ v).transpose(1, 0, 2), dtype=np.float32)
    return views.reshape(length, -1)


def _gelu(rows: Floats) -> Floats:
    """GELU in its tanh form, in place where it can be: it is a third of all the time."""
    inner = rows * rows
    inner *= np.float32(0.0356774081)  # sqrt(2 / pi) * 0.044715
    inner += np.float32(0.7978845608)  # sqrt(2 / pi)
    inner *= rows
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    inner *= rows
    inner *= np.float32(0.5)
    return inner


def _log_softmax(rows: Floats) -> Floats:
    shifted: Floats = rows - rows.max(axis=-1, keepdims=True)
    shifted -= np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return shifted
