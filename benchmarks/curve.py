"""Precision against recall as the threshold rises, from everything kept to only the surest.

    python benchmarks/curve.py GOLD.jsonl

Uses the scorer that stands beside GOLD. e2e: the words (IoU 0.8) and the speaker are right.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attribution import as_predictions

from store.extraction import extract
from store.model import Article, Statement
from store.visibility import SHOWN

THRESHOLDS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def main() -> None:
    parser = argparse.ArgumentParser(description="Precision against recall by threshold.")
    parser.add_argument("gold", type=Path, help="articles, one JSON object a line")
    gold: Path = parser.parse_args().gold
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line]
    read = [(row, extract(Article(row["text"], title=row.get("title")))) for row in rows]
    print("from      speech:   P      R     F1     all:   P      R     F1")
    for threshold in THRESHOLDS:
        speech, everything = _figures(gold, read, threshold)
        mark = "shown" if threshold == SHOWN else "kept" if not threshold else ""
        print(f"{threshold:4.2f} {mark:5}  {_percent(speech)}     {_percent(everything)}")


def _figures(
    gold: Path, read: list[tuple[dict[str, Any], tuple[Statement, ...]]], threshold: float
) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        predictions, scores = Path(folder, "predictions.jsonl"), Path(folder, "scores.json")
        found = (as_predictions(*one, join=True, above=threshold) for one in read)
        predictions.write_text("".join(json.dumps(one) + "\n" for one in found), encoding="utf-8")
        for only in (["--only-class", "speech"], []):
            command = [sys.executable, str(gold.with_name("score.py")), str(gold), str(predictions)]
            options = ["--json", str(scores), *only]
            subprocess.run([*command, *options], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
            yield json.loads(scores.read_text(encoding="utf-8"))["statements"]["all"]["e2e"]


def _percent(figures: dict[str, Any]) -> str:
    return "  ".join(f"{100 * figures[one]:5.1f}" for one in ("p", "r", "f1"))


if __name__ == "__main__":
    main()
