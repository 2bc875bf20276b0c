"""Trains the tagger's network in the shipped stages, going on where it was interrupted.

    python -m training.train GOLD.jsonl --out FOLDER [--own FILE.jsonl …] [--threads 2]

GOLD holds labelled articles, one JSON object a line. So do FILEs, by default the project's own
articles, of which those count whose "split" is "train". FOLDER gets a log and one file for each
stage; `training.export` turns the last one into weights.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.examples import Lesson, held_out, lesson, rows
from training.figures import figures
from training.minilm import encoder_weights
from training.network import Network
from training.runs import Run
from training.stages import STAGES, Stage

PROJECT = Path(__file__).resolve().parents[1]
OWN = sorted((PROJECT / "tests" / "store" / "extraction" / "genres").glob("*.jsonl"))
_LOGGED_EVERY = 50  # steps

log = logging.getLogger("training")


def main() -> None:
    """Train every stage, each from where the one before it ended."""
    arguments = _arguments()
    _set_up(arguments.out, arguments.threads)
    gold = list(rows(arguments.gold))
    kept_out = [lesson(row) for row in gold if held_out(row)]
    lessons = [lesson(row) for row in gold if not held_out(row)]
    own = [lesson(row) for file in arguments.own for row in rows(file) if row["split"] == "train"]
    log.info("%d articles, %d of our own, %d kept out", len(lessons), len(own), len(kept_out))
    network: Network | None = None
    for stage in STAGES:
        file = arguments.out / f"{stage.name}.pt"
        network = trained(stage, network, file, [*lessons, *own * stage.own], kept_out)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path, help="articles, one JSON object a line")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write to")
    parser.add_argument("--own", type=Path, nargs="*", default=OWN, help="our own articles")
    parser.add_argument("--threads", type=int, default=2, help="that torch may use")
    return parser.parse_args()


def _set_up(out: Path, threads: int) -> None:
    """Log to *out* and to the terminal."""
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(threads)
    file = logging.FileHandler(out / "log.txt", encoding="utf-8")
    handlers: list[logging.Handler] = [logging.StreamHandler(), file]
    logging.basicConfig(format="%(asctime)s %(message)s", level=logging.INFO, handlers=handlers)


def trained(
    stage: Stage,
    before: Network | None,
    file: Path,
    lessons: Sequence[Lesson],
    kept_out: Sequence[Lesson],
) -> Network:
    """The averaged network at the end of *stage*, which goes on from *file* where that exists."""
    run = Run(stage, begun(stage, before))
    if file.exists():
        run.go_on(file)
    while run.epoch < stage.taken:
        _log_steps(run, run.steps(lessons, file))
        if kept_out:
            read = [_written(one) for one in figures(run.average, kept_out)]
            log.info("%s, epoch %d, kept out: losses %s, right %s", stage.name, run.epoch, *read)
    return run.average


def begun(stage: Stage, before: Network | None) -> Network:
    """The network that *stage* begins with: the one *before*, or the base with untrained heads."""
    torch.manual_seed(stage.seed)
    network = Network(stage.dropout)
    if before:
        network.load_state_dict(before.state_dict())
    else:
        network.encoder.load_state_dict(encoder_weights())
    return network


def _log_steps(run: Run, steps: Iterable[Tensor]) -> None:
    lost: list[Tensor] = []
    for each in steps:
        lost.append(each)
        if run.step % _LOGGED_EVERY == 0:
            mean = torch.stack(lost).mean(dim=0)
            log.info("%s, step %d: losses %s", run.stage.name, run.step, _written(mean))
            lost.clear()


def _written(figures: Tensor) -> str:
    return " ".join(f"{figure:.4f}" for figure in figures.tolist())


if __name__ == "__main__":
    main()
