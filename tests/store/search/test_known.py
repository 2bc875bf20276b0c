"""Among many speakers few are compared, and none who could be meant is left out."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Loaded, Query, SpeakerKind
from store.search import spelling
from store.search.known import Bearer, Known
from store.search.weights import SAME_NAME
from store.store import Store
from store.words import folded

Add = Callable[..., Loaded]

NAMES = (
    *("Wilhelmina Sorensen", "Alexandra Quist", "Joe Varga", "Geoffrey Yates", "Cy Oduya"),
    *("Stephen Phelps", "Jeo Marchetti", "Katharina Xu", "Ed Wynn-Hughes", "Harbour Board"),
)
KNOWN = Known({n: Bearer(SpeakerKind.PERSON, [name]) for n, name in enumerate(NAMES)})


@given(st.sampled_from(NAMES), st.data())
def test_a_name_with_letters_wrong_is_compared_wherever_it_could_fit(
    name: str, data: st.DataObject
) -> None:
    letters = list(name)
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(letters) - 1))
        letters[at] = data.draw(st.sampled_from(["", "e", "h", "k", letters[at] * 2]))
    typed = "".join(letters)
    words = [word for word in folded(typed) if len(word) > 1]
    due = {
        number
        for number, other in enumerate(NAMES)
        if any(_alike(*pair) >= SAME_NAME for pair in product(words, folded(other)))
    }
    assert due <= KNOWN.like(folded(typed), SAME_NAME).keys() or not words


def _alike(typed: str, name: str) -> float:
    return max(spelling.alike(typed, name), spelling.alike_given(typed, name))


@pytest.mark.parametrize(
    ("typed", "name"),
    [("V. Varga", "Joe Varga"), ("J", "Joe Varga"), ("sy oduya", "Cy Oduya"), ("jeo", "Joe Varga")],
)
def test_initials_and_sounds_are_compared(typed: str, name: str) -> None:
    assert NAMES.index(name) in KNOWN.like(folded(typed), SAME_NAME)


def test_most_are_left_aside() -> None:
    assert list(KNOWN.like(("sorensen",), SAME_NAME)) == [0]


def test_a_long_paste_takes_no_longer_for_many_speakers(store: Store, add: Add) -> None:
    syllables = ("ba", "do", "fe", "gi", "ku", "lo", "me", "na", "pi", "ro", "su", "ta")
    people = (f"{''.join(a)} {''.join(b)}".title() for a, b in _pairs(syllables))
    add("\n\n".join(f"{who}: It rains." for _, who in zip(range(1500), people, strict=False)))
    pasted = " ".join("".join(word) for word in product("qvxz", "aeo", "bcdf"))
    before = time.perf_counter()
    assert store.search(Query(loose=pasted)) == ()
    assert time.perf_counter() - before < 2  # all words by all names took seven seconds


def _pairs(syllables: tuple[str, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    halves = list(product(syllables, repeat=2))
    return list(product(halves, halves))
