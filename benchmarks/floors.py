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

HERE = Path(__file__).resolve().parent
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
            print(f"{corpus:18} {figure:12} {figures[figure]:5.1f}   floor {floor:5.1f}   {said}")
    return 1 if below else 0


def _figures(corpus: str) -> Iterator[tuple[str, float]]:
    """Percentages for *corpus*, e2e F1 unless the name says otherwise."""
    gold = GOLD / f"{corpus}.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        predictions, scores = Path(folder, "predictions.jsonl"), Path(folder, "scores.json")
        join = ["--join"] if corpus.startswith("polnear") else []
        _python(HERE / "attribution.py", gold, "--predictions", predictions, *join)
        _python(GOLD / "score.py", gold, predictions, "--json", scores, "--only-class", "speech")
        found = json.loads(scores.read_text(encoding="utf-8"))
    for kind in ("all", "direct", "mixed", "indirect"):
        yield kind, 100 * found["statements"][kind]["e2e"]["f1"]
    yield "speaker", 100 * found["speaker"]["all"]["overlap"]
    yield "name", 100 * (found["speaker"]["all"]["name"] or 0)
    yield "name_recall", 100 * (found["speaker"]["all"]["name_recall"] or 0)


def _python(*arguments: object) -> None:
    subprocess.run(  # noqa: S603 - our own scripts
        [sys.executable, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL
    )


if __name__ == "__main__":
    sys.exit(main())
