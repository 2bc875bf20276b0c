"""The network as torch trains it; `store.extraction.learned.network` computes the same in numpy."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertConfig, BertModel

from store.extraction.learned.decoding import Tag
from store.extraction.learned.network import FARTHEST
from store.extraction.learned.words import Look, Marked
from training.batches import Batch
from training.examples import IGNORED

LAYERS = 6

_WIDTH = 384
_POINTER = 128  # of the two vectors whose product says how well two words fit
_NEVER = -1e4
_WEIGHTS = (1, 0.3, 0.3, 0.1)  # of the losses


class Outcome(NamedTuple):
    """Scores before any softmax for every piece of every window; the last is a log-odds."""

    tags: Tensor
    cue: Tensor
    source: Tensor
    said: Tensor


class Network(nn.Module):
    """MiniLM's encoder, told also looks and marks, with a head for each part of a `Reading`."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.encoder = BertModel(encoder_config(dropout), add_pooling_layer=False)
        self.look = _small_embedding(len(Look))
        self.marked = _small_embedding(len(Marked))
        self.dropout = nn.Dropout(dropout)
        self.tag = nn.Linear(_WIDTH, len(Tag))
        self.said = nn.Linear(_WIDTH, 1)
        self.ask = nn.Linear(_WIDTH, 2 * _POINTER)
        self.answer = nn.Linear(_WIDTH, 2 * _POINTER)
        self.distance = nn.Parameter(torch.zeros(2, 2 * FARTHEST + 1))

    def forward(self, batch: Batch) -> Outcome:
        """What the network makes of windows side by side."""
        words = self.encoder.embeddings.word_embeddings(batch.ids)
        told = words + self.look(batch.looks) + self.marked(batch.marked)
        encoded = self.encoder(inputs_embeds=told, attention_mask=batch.real)
        hidden = self.dropout(encoded.last_hidden_state)
        cue, source = self._pointers(hidden, batch.passages)
        said = self.said(hidden).float()[..., 0]
        return Outcome(self.tag(hidden).float(), cue, source, said)

    def heads(self) -> list[nn.Parameter]:
        """The weights that are not the encoder's, all of them new."""
        old = {id(one) for one in self.encoder.parameters()}
        return [one for one in self.parameters() if id(one) not in old]

    def _pointers(self, hidden: Tensor, passages: Tensor) -> Tensor:
        """How well each piece's cue, and source, begins at each other piece of its passage."""
        windows, length, _ = hidden.shape
        shape = (windows, length, 2, _POINTER)
        ask = self.ask(hidden).view(shape).permute(2, 0, 1, 3)
        answer = self.answer(hidden).view(shape).permute(2, 0, 3, 1)
        rows = torch.arange(length)
        apart = (rows[None, :] - rows[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        scores = (ask @ answer).float() / _POINTER**0.5 + self.distance[:, None, apart]
        together = (passages[:, :, None] == passages[:, None, :]) & (passages >= 0)[:, None, :]
        return scores.masked_fill(~together, _NEVER)


def encoder_config(dropout: float) -> BertConfig:
    """MiniLM's shape."""
    return BertConfig(
        hidden_size=_WIDTH,
        num_hidden_layers=LAYERS,
        num_attention_heads=12,
        intermediate_size=4 * _WIDTH,
        hidden_dropout_prob=dropout,
        attention_probs_dropout_prob=0.0,
    )


def _small_embedding(size: int) -> nn.Embedding:
    """So small at first that the encoder is hardly disturbed."""
    embedding = nn.Embedding(size, _WIDTH)
    nn.init.normal_(embedding.weight, std=0.01)
    return embedding


def losses(outcome: Outcome, batch: Batch, smoothing: float = 0) -> Tensor:
    """The mean losses of tags, cues, sources and said, each over what was asked of it."""
    asked = batch.said != IGNORED
    said = functional.binary_cross_entropy_with_logits(
        outcome.said[asked], batch.said[asked].float(), reduction="sum"
    )
    return torch.stack(
        [
            _cross_entropy(outcome.tags, batch.tags, smoothing),
            _cross_entropy(outcome.cue, batch.cue),
            _cross_entropy(outcome.source, batch.source),
            said / asked.sum().clamp(min=1),
        ]
    )


def _cross_entropy(scores: Tensor, wanted: Tensor, smoothing: float = 0) -> Tensor:
    """The mean over what was asked; 0 where nothing was, as in a window without any quotation."""
    total = functional.cross_entropy(
        scores.flatten(0, 1),
        wanted.flatten(),
        ignore_index=IGNORED,
        label_smoothing=smoothing,
        reduction="sum",
    )
    return total / (wanted != IGNORED).sum().clamp(min=1)


def together(each: Tensor) -> Tensor:
    """The one loss that is learned from."""
    return each @ torch.tensor(_WEIGHTS)
