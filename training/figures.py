"""How well a network reads articles that were kept out of its training."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import torch
from torch import Tensor

from training.batches import Batch, batch, cut
from training.examples import IGNORED, Example, Lesson, examples
from training.network import Network, Outcome, losses

_TOGETHER = 8  # windows


def figures(network: Network, lessons: Iterable[Lesson]) -> tuple[Tensor, Tensor]:
    """The mean losses, and the share of tags, cues and sources whose likeliest column is right."""
    every: Sequence[Example] = [one for lesson in lessons for one in examples(lesson)]
    lost, right = [], []
    for some in cut(every, _TOGETHER):
        asked = batch(some)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            outcome = network(asked)
        lost.append(losses(outcome, asked))
        right.append(_right(outcome, asked))
    counts = torch.stack(right).sum(dim=0)
    return torch.stack(lost).mean(dim=0), counts[:, 0] / counts[:, 1]


def _right(outcome: Outcome, asked: Batch) -> Tensor:
    """For tags, cues and sources how many are right, and of how many."""
    return torch.tensor(
        [
            [int((scores.argmax(dim=-1) == wanted).sum()), int((wanted != IGNORED).sum())]
            for scores, wanted in (
                (outcome.tags, asked.tags),
                (outcome.cue, asked.cue),
                (outcome.source, asked.source),
            )
        ]
    )
