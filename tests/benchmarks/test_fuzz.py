from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
TEXT = "Ada Birch said: “We who came by sea will leave again by land.” She left."


def test_a_few_articles_are_tried_and_the_same_seed_makes_them_again() -> None:
    command = [sys.executable, str(BENCHMARKS / "fuzz.py"), "--articles", "12", "--seed", "7"]
    runs = [subprocess.run(command, capture_output=True, text=True) for _ in range(2)]  # noqa: S603
    assert [one.returncode for one in runs] == [0, 0], runs[0].stdout
    told, again = (one.stdout.splitlines() for one in runs)
    assert told[0].startswith("12 articles, seed 7: nothing broke")
    assert told[1] == again[1]


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        ("", "vanished: 'We who came by sea will leave again by land.'"),
        ("Statement(Kind.DIRECT, (Span(17, 62),), Span(0, 72))", ""),
        ("Statement(Kind.DIRECT, (Span(17, 62),), Span(20, 72))", "content outside its context"),
        ("Statement(Kind.DIRECT, (Span(17, 99),), Span(0, 99))", "outside the article"),
        ("Statement(Kind.DIRECT, (Span(30, 62), Span(17, 31)), Span(0, 72))", "out of order"),
    ],
    ids=["vanished", "nothing wrong", "context", "too far", "out of order"],
)
def test_what_breaks_is_told(statements: str, told: str) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(BENCHMARKS)!r}); import fuzz\n"
        "from store.model import Kind, Span, Statement\n"
        f"print(*fuzz.problems({TEXT!r}, [{statements}]), sep='\\n')"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)  # noqa: S603
    assert found.stderr == ""
    assert found.stdout.startswith(told)
    assert bool(found.stdout.strip()) == bool(told)
