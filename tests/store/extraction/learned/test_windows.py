"""Windows of pieces over texts of any length."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.extraction.learned.windows import WINDOW, Passage, Window, windows
from store.extraction.learned.words import Look, Marked, Word

SIZES = st.one_of(
    st.lists(st.integers(1, 16), max_size=40),
    st.tuples(st.integers(1, 16), st.integers(0, 300)).map(lambda one: [one[0]] * one[1]),
)
"""The pieces that each word of a paragraph has."""


def _paragraph(sizes: list[int]) -> list[Word]:
    """Words whose offsets are their numbers."""
    return [Word(n, n + 1, (7,) * size, Look.SMALL, Marked.OUTSIDE) for n, size in enumerate(sizes)]


def _windows(*paragraphs: list[int]) -> list[Window]:
    return list(windows(map(_paragraph, paragraphs)))


def _new(found: list[Window]) -> list[Passage]:
    return [passage for window in found for passage in window.passages[window.new :]]


@given(st.lists(SIZES, max_size=5))
def test_no_window_is_too_large_and_each_has_something_new(paragraphs: list[list[int]]) -> None:
    for window in _windows(*paragraphs):
        assert sum(passage.size for passage in window.passages) + 1 <= WINDOW
        assert window.new < len(window.passages)


@given(st.lists(SIZES, max_size=5))
def test_every_paragraph_is_new_once_in_order_and_whole(paragraphs: list[list[int]]) -> None:
    new = _new(_windows(*paragraphs))
    places = [(passage.paragraph, passage.part) for passage in new]
    assert places == sorted(set(places))
    for number, sizes in enumerate(paragraphs):
        read = [word for one in new if one.paragraph == number for word in one.words]
        assert sorted(set(read)) == _paragraph(sizes)


@given(SIZES)
def test_the_parts_of_a_paragraph_go_on_and_overlap_by_half_at_most(sizes: list[int]) -> None:
    parts = _new(_windows(sizes))
    for one, other in pairwise(parts):
        shared = one.words[-1].end - other.words[0].start
        assert 0 <= shared <= min(40, len(one.words) / 2)
        assert one.words[-1].end < other.words[-1].end


@given(st.lists(SIZES, max_size=5))
def test_what_comes_before_is_what_was_just_read(paragraphs: list[list[int]]) -> None:
    found = _windows(*paragraphs)
    read = list(accumulate((list(w.passages[w.new :]) for w in found), lambda a, b: a + b))
    for before, window in zip(read, found[1:], strict=False):
        context = list(window.passages[: window.new])
        assert context == before[len(before) - len(context) :]


@pytest.mark.parametrize(
    ("paragraphs", "shape"),
    [
        ([], []),
        ([[]], []),
        ([[1] * 10, [], [1] * 10], [(2, 0)]),
        ([[1] * 254], [(1, 0)]),
        ([[1] * 255], [(1, 0), (1, 0)]),
        ([[1] * 220, [1] * 60], [(1, 0), (1, 0)]),
        ([[1] * 190, [1] * 60, [1] * 60], [(2, 0), (2, 1)]),
        ([[1] * 190, [1] * 60, [1] * 254], [(2, 0), (1, 0)]),
    ],
    ids=[
        *("nothing", "an empty paragraph", "short ones", "just fits", "one word too long"),
        *("too far back", "with what comes before", "no room for what comes before"),
    ],
)
def test_what_is_read_together(paragraphs: list[list[int]], shape: list[tuple[int, int]]) -> None:
    assert [(len(one.passages), one.new) for one in _windows(*paragraphs)] == shape
