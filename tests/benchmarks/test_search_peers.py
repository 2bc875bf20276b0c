from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def search_peers() -> ModuleType:
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import search_peers  # type: ignore[import-not-found]
    finally:
        sys.path.remove(str(BENCHMARKS))
    return search_peers


@pytest.mark.parametrize(
    ("only_one", "only_other", "chance"),
    [
        pytest.param(0, 0, 1.0, id="never apart"),
        pytest.param(4, 4, 1.0, id="even"),
        pytest.param(0, 5, 0.0625, id="always one"),
        pytest.param(9, 1, 22 / 1024, id="mostly one"),
    ],
)
def test_how_likely_a_split_is(
    search_peers: ModuleType, only_one: int, only_other: int, chance: float
) -> None:
    assert search_peers.mcnemar(only_one, only_other) == pytest.approx(chance)


def test_a_sample_has_its_share_of_every_kind(search_peers: ModuleType) -> None:
    asked = [{"id": n, "type": "few" if n < 20 else "many"} for n in range(100)]
    chosen = search_peers.sampled(asked, 50, seed=1)
    assert Counter(one["type"] for one in chosen) == {"few": 10, "many": 40}
    assert len({one["id"] for one in chosen}) == 50
