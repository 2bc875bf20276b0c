"""Measures how fast, how soon, in how much memory and at what size we read, beside textacy.

    python benchmarks/speed.py [GOLD.jsonl] [--install] [--check]

Every reader reads the same articles in a fresh process on one thread: those of GOLD, or else
the ones in the tests, or else the seed article twenty times. Our figures are held against
bars.toml; with --check it ends in 1 where one is missed. textacy comes with the extra "peers";
it refuses a text with an odd number of quotation marks, which is what "refused" counts.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bars import ONE_THREAD, holds
from reading import MODEL, READERS

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
SEED = next((PROJECT / "seeds").glob("*.txt"))
GENRES = PROJECT / "tests" / "store" / "extraction" / "genres"
WEIGHTS = {".bin", ".npy", ".npz", ".onnx", ".safetensors"}
MEGABYTE = 1_000_000


def main() -> int:
    """Print the readers side by side, then each of our figures beside its bar; 1 if one misses."""
    arguments = _arguments()
    articles = [arguments.gold] if arguments.gold else sorted(GENRES.glob("*.jsonl")) or [SEED] * 20
    taken = {reader: _taken(reader, articles) for reader in _readers()}
    _print_side_by_side(taken)
    figures = _figures(taken["on record"], install=arguments.install)
    held = [holds(bar, figure) for bar, figure in figures]
    return 1 if arguments.check and not all(held) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path, nargs="?", help="articles, one JSON object a line")
    parser.add_argument("--install", action="store_true", help="also install the core and weigh it")
    parser.add_argument("--check", action="store_true", help="end in 1 where a bar is missed")
    return parser.parse_args()


def _readers() -> list[str]:
    """Us, and whoever else is installed."""
    if find_spec("textacy") and find_spec(MODEL):
        return list(READERS)
    print("Ours alone: pip install -e '.[peers]' puts textacy beside it.\n")
    return ["on record"]


def _taken(reader: str, articles: list[Path]) -> dict[str, Any]:
    """What reading.py prints of *reader*."""
    command = [sys.executable, HERE / "reading.py", reader, time.monotonic(), SEED, *articles]
    environment = os.environ | ONE_THREAD
    done = subprocess.run(  # noqa: S603 - our own script
        list(map(str, command)), check=True, stdout=subprocess.PIPE, env=environment
    )
    return json.loads(done.stdout)


def _print_side_by_side(taken: dict[str, dict[str, Any]]) -> None:
    """A line for each reader; "beside" is our words a CPU-second over its."""
    ours = taken["on record"]
    print(f"{ours['articles']} articles, {ours['words']} words, one thread\n")
    print(f"{'':21} words/CPU-s  beside   start (CPU)    memory  statements  refused")
    for reader, figures in taken.items():
        print(
            f"{reader:21} {_speed(figures):11,.0f} {_speed(ours) / _speed(figures):6.1f}x"
            f" {figures['wall']:5.1f} s ({figures['cpu']:.1f} s)"
            f" {figures['memory'] / MEGABYTE:6.0f} MB {figures['statements']:11}"
            f"  {figures['refused']} of {figures['pieces']}"
        )
    print()


def _speed(figures: dict[str, Any]) -> float:
    """Words a CPU-second, end to end, once started."""
    return figures["words"] / max(figures["reading"], 1e-9)


def _figures(ours: dict[str, Any], *, install: bool) -> Iterator[tuple[str, float]]:
    """Each bar's name with our figure."""
    yield "words_a_CPU_second", _speed(ours)
    yield "seconds_to_first_article", ours["wall"]
    yield "megabytes_of_memory", ours["memory"] / MEGABYTE
    weights = [file for file in (PROJECT / "store").rglob("*") if file.suffix in WEIGHTS]
    if weights:
        yield "megabytes_of_model", sum(file.stat().st_size for file in weights) / MEGABYTE
    else:
        print("no model in the package: rules alone")
    if install:
        yield "megabytes_installed", _installed() / MEGABYTE
    else:
        print("what pip installs is weighed with --install")


def _installed() -> int:
    """Bytes that pip adds beside itself where it installs the project without extras."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)  # sqlite-utils depends on pip, which is there anyhow
        before = _files(folder)
        pip = [sys.executable, "-m", "pip", "--python", Path(folder, "bin", "python")]
        subprocess.run([*map(str, pip), "install", "-qq", str(PROJECT)], check=True)  # noqa: S603
        return sum(file.stat().st_size for file in _files(folder) - before)


def _files(environment: str) -> set[Path]:
    """Everything in that environment's site-packages."""
    return {file for file in Path(environment).glob("lib/*/site-packages/**/*") if file.is_file()}


if __name__ == "__main__":
    sys.exit(main())
