"""A stage under way, kept in a file so that an interruption costs a few minutes and no more."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn.utils import clip_grad_norm_
from torch.optim import AdamW

from store.errors import Misconfigured
from training.batches import Batch, batch, blurred, order
from training.examples import Lesson
from training.network import Network, losses, together
from training.stages import Stage

_LEAST = 0.02  # of the rates, towards the very end
_LONGEST_GRADIENT = 1.0
_SLOWEST = 0.998  # share of the average that a step leaves as it was
_KEPT_EVERY = 200  # steps


class Run:
    """A network that learns, with everything that its next step depends on."""

    def __init__(self, stage: Stage, network: Network) -> None:
        self.stage = stage
        self.network = network
        self.average: Network = copy.deepcopy(network).eval()
        self._optimizer = AdamW(_groups(network, stage), betas=(0.9, 0.98), eps=1e-6, fused=True)
        self._highest = [group["lr"] for group in self._optimizer.param_groups]
        self.step = self.epoch = self._batch = 0  # done so far; the last within the epoch

    def steps(self, lessons: Sequence[Lesson], file: Path) -> Iterator[Tensor]:
        """The losses of each step to the end of the epoch; *file* is kept up to date."""
        self.network.train()
        batches = order(lessons, self.stage.seed, self.epoch, self.stage.batch)
        for number in range(self._batch, len(batches)):
            progress = (self.epoch + number / len(batches)) / self.stage.epochs
            each = self._learn(batch(batches[number]), progress)
            self.step, self._batch = self.step + 1, number + 1
            if self.step % _KEPT_EVERY == 0:
                self.keep(file)
            yield each
        self.epoch, self._batch = self.epoch + 1, 0
        self.keep(file)

    def _learn(self, clear: Batch, progress: float) -> Tensor:
        """One step; *progress* is the share of the whole stage that is done."""
        given = min(1, (self.step + 1) / self.stage.warm_up) * max(_LEAST, 1 - progress)
        for group, highest in zip(self._optimizer.param_groups, self._highest, strict=True):
            group["lr"] = highest * given
        shown = blurred(clear, self.stage.masked) if self.stage.masked else clear
        with torch.autocast("cpu", dtype=torch.bfloat16):
            outcome = self.network(shown)
        each = losses(outcome, shown, self.stage.smoothing)
        self._optimizer.zero_grad(set_to_none=True)
        together(each).backward()
        clip_grad_norm_(self.network.parameters(), _LONGEST_GRADIENT)
        self._optimizer.step()
        self._follow()
        return each.detach()

    def _follow(self) -> None:
        """Bring the average nearer to the network; at first quickly, for it starts untrained."""
        stays = min(_SLOWEST, (self.step + 2) / (self.step + 11))
        every = zip(self.average.parameters(), self.network.parameters(), strict=True)
        with torch.no_grad():
            for averaged, newest in every:
                averaged.lerp_(newest, 1 - stays)

    def keep(self, file: Path) -> None:
        """Write everything to *file*, which is whole at any moment."""
        new = file.with_suffix(".new")
        state = {
            "settings": asdict(self.stage),
            "done": [self.step, self.epoch, self._batch],
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self._optimizer.state_dict(),
            "chance": torch.get_rng_state(),
        }
        torch.save(state, new)
        new.replace(file)

    def go_on(self, file: Path) -> None:
        """Take up what was kept in *file*, exactly where it stood."""
        state: dict[str, Any] = torch.load(file, weights_only=True)
        if state["settings"] != asdict(self.stage):
            raise Misconfigured(f"{file} was begun with other settings: give another --out")
        self.step, self.epoch, self._batch = state["done"]
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self._optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["chance"])


def _groups(network: Network, stage: Stage) -> list[dict[str, Any]]:
    """The heads at their rate; the encoder's layers the more slowly the lower they are."""
    layers = [*network.encoder.encoder.layer][::-1]
    slower = [(network.heads(), stage.head_rate)]
    for above, part in enumerate([*layers, network.encoder.embeddings]):
        slower.append((list(part.parameters()), stage.encoder_rate * stage.layer_decay**above))
    return [
        {"params": weights, "lr": rate, "weight_decay": stage.weight_decay}
        for weights, rate in slower
    ]
