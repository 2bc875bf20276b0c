"""Writes a trained network's averaged weights as the file that ships.

    python -m training.export FOLDER/only.pt [--weights FILE.npz]

Before it takes them, the numpy network reads the seed article with them: every probability has to
be close to what the trained network makes of it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from store.extraction.learned.network import WEIGHTS, Reading, starts
from store.extraction.learned.network import Network as Shipped
from training.batches import batch
from training.examples import Lesson, examples, lesson
from training.network import LAYERS, Network, Outcome
from training.packing import Floats, packed

SEED = next((Path(__file__).resolve().parents[1] / "seeds").glob("*.txt"))
TOLERANCE = 0.1  # of any probability; int8 moves a doubtful one by half of that


def main() -> int:
    """Write the weights; 1, and nothing written, where they read as something else."""
    arguments = _arguments()
    network = trained(arguments.checkpoint)
    new = arguments.weights.with_suffix(".new.npz")
    write(network, new)
    seed = lesson({"text": SEED.read_text(encoding="utf-8"), "statements": []})
    farthest = max(float(one.max()) for one in differences(network, new, seed))
    print(f"probabilities differ by {farthest:.3f} at most, {TOLERANCE} is allowed")
    if farthest > TOLERANCE:
        new.unlink()
        return 1
    new.replace(arguments.weights)
    print(f"{arguments.weights}: {arguments.weights.stat().st_size / 1e6:.1f} MB")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("checkpoint", type=Path, help="what training.train kept of a stage")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="the file to write")
    return parser.parse_args()


def trained(checkpoint: Path) -> Network:
    """The averaged network of a stage, ready to read."""
    network = Network(dropout=0)
    network.load_state_dict(torch.load(checkpoint, weights_only=True)["average"])
    network.eval()
    return network


def write(network: Network, file: Path) -> None:
    """Write the network's weights as the numpy network loads them."""
    weights = {name: one.detach().numpy() for name, one in network.named_parameters()}
    np.savez(file, allow_pickle=False, **packed(weights, LAYERS))


def differences(network: Network, file: Path, sample: Lesson) -> Iterator[Floats]:
    """How far apart the two networks' probabilities for each word are, passage by passage."""
    shipped = Shipped(file)
    for example in examples(sample):
        with torch.no_grad():
            outcome = network(batch([example]))
        read = shipped.read(example.window._replace(new=0))
        for rows, (_, found) in zip(starts(example.window.passages), read, strict=True):
            wanted = _reading(outcome, torch.from_numpy(rows))
            yield np.abs(_probabilities(found) - _probabilities(wanted))


def _reading(outcome: Outcome, rows: Tensor) -> Reading:
    """What torch's network makes of the passage that stands at *rows*."""
    words = rows[1:]
    return Reading(
        tags=outcome.tags[0, words].log_softmax(dim=-1).numpy(),
        cue=outcome.cue[0, words].log_softmax(dim=-1)[:, rows].numpy(),
        source=outcome.source[0, words].log_softmax(dim=-1)[:, rows].numpy(),
        said=outcome.said[0, words].numpy(),
    )


def _probabilities(reading: Reading) -> Floats:
    """One row for each word."""
    said = 1 / (1 + np.exp(-reading.said[:, None]))
    pointed = (np.exp(one) for one in (reading.tags, reading.cue, reading.source))
    return np.concatenate([*pointed, said], axis=1)


if __name__ == "__main__":
    sys.exit(main())
