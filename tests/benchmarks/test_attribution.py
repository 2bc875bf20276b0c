from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "attribution.py"
TEXT = "“We go,” said Ada Birch. “Now or never.”\nShe said it was “late.”"


def predicted(tmp_path: Path, *options: str) -> list[dict[str, Any]]:
    gold, predictions = tmp_path / "gold.jsonl", tmp_path / "predictions.jsonl"
    rows = [{"id": "a", "title": "T", "text": TEXT, "statements": []}, {"id": "b", "text": ""}]
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, str(SCRIPT), str(gold), "--predictions", str(predictions), *options]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    return [json.loads(line) for line in predictions.read_text("utf-8").splitlines()]


def test_no_article_is_dropped(tmp_path: Path) -> None:
    assert [row["id"] for row in predicted(tmp_path)] == ["a", "b"]


@pytest.mark.parametrize(
    ("options", "contents"),
    [
        ((), [["We go,"], ["Now or never."], ["it was “late.”"]]),
        (("--join",), [["We go,", "Now or never."], ["it was “late.”"]]),
    ],
    ids=["one statement a stretch", "joined"],
)
def test_contents(tmp_path: Path, options: tuple[str, ...], contents: list[list[str]]) -> None:
    statements = predicted(tmp_path, *options)[0]["statements"]
    assert [[TEXT[a:b] for a, b in one["content"]] for one in statements] == contents
    assert {one["speaker_name"] for one in statements} == {"Ada Birch"}
    assert [TEXT[a:b] for a, b in statements[0]["speaker"]] == ["Ada Birch"]
