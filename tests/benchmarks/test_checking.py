from __future__ import annotations

import sys
from collections import Counter
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest

from store.extraction import extract, rules

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def checking() -> ModuleType:
    """The benchmark, with fewer quotations of each kind than it makes by itself."""
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import checking  # type: ignore[import-not-found]
    finally:
        sys.path.remove(str(BENCHMARKS))
    checking.EACH = 32
    return checking


def test_the_right_verdicts_and_no_lost_not_called_verbatim(checking: ModuleType) -> None:
    made = checking.run(1, partial(extract, tagger=rules.tag))
    wrong = Counter(one.kind for one in made if not one.right)
    assert len(made) >= 400
    assert wrong.total() <= 0.02 * len(made), wrong
    assert checking.passed(made) == 0
    assert {one.kind for one in made} == set(checking.KINDS)
