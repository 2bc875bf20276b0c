"""The highest sums are those that going through all lists would find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.search import sums, weights
from store.search.postings import NONE, Ids
from store.search.sums import Word, highest

_NEAR = 2.5e-3  # what differs by less is equal


def ids(numbers: Sequence[int]) -> Ids:
    return np.array(sorted(set(numbers)), np.intp)


some_ids = st.lists(st.integers(1, 40), max_size=30).map(ids)
lists = st.tuples(some_ids, st.sampled_from((0.02, 0.05, 0.08, 0.11, 0.16)))
some_words = st.lists(st.lists(lists, max_size=4), max_size=6)


def summed(words: Sequence[Word], number: int) -> float:
    return sum(max((give for ids, give in word if number in ids), default=0.0) for word in words)


@pytest.fixture(autouse=True, scope="module")
def small() -> Iterator[None]:
    """Lists as short as these are long ones here, so that all ways are gone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weights, "SUMMED_FIRST", 5)
        patch.setattr(sums, "_SAMPLE", 3)
        patch.setattr(sums, "_ONE_IN", 1)
        patch.setattr(sums, "_TURNED_TO", 2)
        patch.setattr(sums, "_FEW", 1)
        yield


@given(
    words=some_words,
    pool=st.none() | some_ids,
    most=st.sampled_from((1, 3, 10, 1000)),
    near=st.sampled_from((0.0, 0.55)),
    least=st.sampled_from((0.0, 0.2)),
)
def test_the_highest_are_found_with_their_sums(
    words: list[Word], pool: Ids | None, most: int, near: float, least: float
) -> None:
    found = highest(words, pool, most=most, near=near, least=least).by_number()
    asked = range(41) if pool is None else pool.tolist()
    every = {n: s for n in asked if (s := summed(words, n)) > 0}
    floor = max(least, near * max(every.values(), default=0.0))
    if len(every) >= most:
        floor = max(floor, sorted(every.values())[-most])
    assert {n for n, s in every.items() if s > floor + _NEAR} <= found.keys()
    assert {n for n, s in every.items() if s < floor - _NEAR}.isdisjoint(found)
    assert all(abs(score - every[n]) < 1e-4 for n, score in found.items())


def test_nothing_is_left_of_one_question_in_the_next() -> None:
    first, other = [[(ids(range(1, 300)), 0.5)]], [[(ids([5, 7]), 0.25)]]
    highest(first, most=10)
    assert highest(other, most=10).by_number() == {5: 0.25, 7: 0.25}
    assert not len(highest([], most=10).ids)
    assert not len(highest(first, NONE, most=10).ids)


def test_many_may_sum_at_once() -> None:
    words = [
        [[(ids(range(n, 40_000, 7)), 0.3)], [(ids(range(n, 40_000, 11)), 0.4)]] for n in range(8)
    ]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda one: highest(one, most=5), words * 20))
    for n, one in enumerate(found):
        assert one.by_number().keys() == set(range(n % 8, 40_000, 77))
