from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "overhead.py"


@pytest.fixture
def measured(tmp_path: Path) -> str:
    """What is printed for a small corpus, asked for a moment."""
    rows = (
        f"{n}\t{n}\tAna Ruiz{n % 90}\tThe Ledger\thttps://example.com/{n // 20}\t2026-05-04"
        f"\tThe pier number {n} stays as it is for {n + 3} days"
        for n in range(3000)
    )
    tmp_path.joinpath("corpus.tsv").write_text("\n".join(rows), encoding="utf-8")
    asked = "\n".join(f'{{"q": "the pier number {n} stays"}}' for n in range(30))
    tmp_path.joinpath("queries.jsonl").write_text(asked, encoding="utf-8")
    told = ["corpus.tsv", "queries.jsonl", "--seconds", "0.3", "--askers", "3"]
    command = [sys.executable, str(SCRIPT), *told]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout


def test_the_bot_is_measured_on_both_platforms_and_held_against_the_bar(measured: str) -> None:
    for platform in ("Slack", "Discord"):
        assert re.search(rf"{platform}: \d+ answers; ms, p50 and p95", measured)
    added = re.findall(r"CPU beside the search +([\d.]+) +([\d.]+)", measured)
    assert len(added) == 2
    assert all(0 < float(half) <= float(most) for half, most in added)
    assert "bar: below 10" in measured
