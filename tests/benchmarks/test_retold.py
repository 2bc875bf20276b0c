from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


def test_what_is_asked_has_its_answer_in_the_new_corpus_alone(tmp_path: Path) -> None:
    corpus, made = tmp_path / "corpus.tsv", tmp_path / "more"
    corpus.write_text("7\t7\tAnn Lee\tledger\thttps://l\t2021-01-01\tNo.\n", "utf-8")
    subprocess.run([sys.executable, str(BENCHMARKS / "retold.py"), corpus, made], check=True)  # noqa: S603
    asked, unanswered = (_lines(made / f"{name}.jsonl") for name in ("retold", "unanswered"))
    rows = [line.split("\t") for line in (made / "corpus.tsv").read_text("utf-8").splitlines()]
    said = {int(row[0]): row[-1] for row in rows}
    pairs = {pair["asked"]: pair["said"] for pair in _lines(BENCHMARKS / "retold.jsonl")}
    assert {one["q"]: said[one["gold"]] for one in asked} == pairs
    assert {(one["q"], one["gold"]) for one in unanswered} == {(q, None) for q in pairs}
    assert rows[0] == corpus.read_text("utf-8").rstrip("\n").split("\t")
    assert {len(row) for row in rows} == {7}


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
