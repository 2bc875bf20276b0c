"""Runs the quick benchmarks and holds each figure against its floor in floors.toml.

    python benchmarks/floors.py

The gold data stands in `../shared`, beside the project; without it nothing is measured.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from store.visibility import SHOWN

HERE = Path(__file__).resolve().parent
GENRES = HERE.parent / "tests" / "store" / "extraction" / "genres"
OURS = {"genres": ("press", "web"), "forms": ("forms",)}  # corpus: its files
GOLD = HERE.parents[1] / "shared" / "attribution"


def main() -> int:
    """Print each figure beside its floor; 1 where any is below."""
    if not GOLD.is_dir():
        print("no ../shared beside the project: nothing measured")
        return 0
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    below = 0
    for corpus, wanted in floors.items():
        figures = dict(_figures(corpus))
        for figure, floor in wanted.items():
            below += figures[figure] < floor
            said = "BELOW" if figures[figure] < floor else "ok"
            print(f"{corpus:18} {figure:15} {figures[figure]:5.1f}   floor {floor:5.1f}   {said}")
    return 1 if below else 0


def _figures(corpus: str) -> Iterator[tuple[str, float]]:
    """Percentages for *corpus* over speech: e2e F1 unless the name says otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        gold = _ours(corpus, Path(folder)) if corpus in OURS else GOLD / f"{corpus}.jsonl"
        speech, everything = _scored(gold, above=0.0)
        shown, _ = _scored(gold, above=SHOWN)
    for kind in ("all", "direct", "mixed", "indirect"):
        yield kind, 100 * speech["statements"][kind]["e2e"]["f1"]
    yield "speaker", 100 * speech["speaker"]["all"]["overlap"]
    yield "name", 100 * (speech["speaker"]["all"]["name"] or 0)
    yield "name_recall", 100 * (speech["speaker"]["all"]["name_recall"] or 0)
    yield "with_thoughts", 100 * everything["statements"]["all"]["e2e"]["f1"]
    yield "words", 100 * everything["attr_token"]["f1"]
    yield "shown_precision", 100 * shown["statements"]["all"]["e2e"]["p"]
    yield "shown_recall", 100 * shown["statements"]["all"]["e2e"]["r"]


def _ours(corpus: str, folder: Path) -> Path:
    """Our own articles, only those that nothing was trained on."""
    texts = [(GENRES / f"{name}.jsonl").read_text(encoding="utf-8") for name in OURS[corpus]]
    lines = [line for text in texts for line in text.splitlines()]
    counted = [line for line in lines if json.loads(line)["split"] == "test"]
    gold = folder / f"{corpus}.jsonl"
    gold.write_text("".join(f"{line}\n" for line in counted), encoding="utf-8")
    return gold


def _scored(gold: Path, *, above: float) -> Iterator[dict[str, Any]]:
    """The scorer's figures over speech, then over thoughts and plans as well."""
    with tempfile.TemporaryDirectory() as folder:
        predictions, scores = Path(folder, "predictions.jsonl"), Path(folder, "scores.json")
        join = [] if gold.name.startswith("gum") else ["--join"]
        options = ["--predictions", predictions, "--above", above, *join]
        _python(HERE / "attribution.py", gold, *options)
        for only in (["--only-class", "speech"], []):
            _python(GOLD / "score.py", gold, predictions, "--json", scores, *only)
            yield json.loads(scores.read_text(encoding="utf-8"))


def _python(*arguments: object) -> None:
    subprocess.run(  # noqa: S603 - our own scripts
        [sys.executable, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL
    )


if __name__ == "__main__":
    sys.exit(main())
