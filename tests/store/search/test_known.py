"""Among many speakers few are compared, and none who is a letter off is left out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database as Connection

from store.model import Article, Loaded, Query
from store.search import spelling
from store.search.known import Known
from store.search.weights import BEARERS, SAME_NAME
from store.store import Store
from store.words import folded
from tests.store.conftest import noted

Add = Callable[..., Loaded]

NAMES = (
    *("Wilhelmina Sorensen", "Alexandra Quist", "Joe Varga", "Geoffrey Yates", "Cy Oduya"),
    *("Stephen Phelps", "Jeo Marchetti", "Katharina Xu", "Ed Wynn-Hughes", "Harbour Board"),
)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Known]:
    path: Path = tmp_path_factory.mktemp("known") / "known.db"
    with Store(path, extractor=noted) as store:
        store.load(Article("\n\n".join(f"{name}: It rains." for name in NAMES)), by="ed")
    db = Connection(path)
    yield Known(db, "")
    db.close()


def names(known: Known, typed: str) -> set[str]:
    found = known.like(folded(typed), SAME_NAME).values()
    return {bearer.names[0] for bearer in found}


@given(name=st.sampled_from(NAMES), data=st.data())
def test_a_name_with_a_letter_wrong_is_compared_wherever_it_could_fit(
    known: Known, name: str, data: st.DataObject
) -> None:
    letters = list(name)
    at = data.draw(st.sampled_from([n for n, one in enumerate(name) if one.isalpha()]))
    letters[at] = data.draw(st.sampled_from(["", "e", "h", "k", letters[at] * 2]))
    words = [word for word in folded("".join(letters)) if len(word) > 1]
    due = {
        other
        for other in NAMES
        if words
        and all(any(_alike(word, own) >= SAME_NAME for own in folded(other)) for word in words)
    }
    assert due <= names(known, "".join(letters))


def _alike(typed: str, name: str) -> float:
    return max(spelling.alike(typed, name), spelling.alike_given(typed, name))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("V. Varga", "Joe Varga"),
        ("Mr Joe the Varga", "Joe Varga"),
        ("J", "Joe Varga"),
        ("sy oduya", "Cy Oduya"),
        ("jeo", "Joe Varga"),
    ],
)
def test_initials_and_sounds_are_compared(known: Known, typed: str, name: str) -> None:
    assert name in names(known, typed)


@pytest.mark.parametrize("typed", ["sorensen", "wilhelmina sorensen", "mrs sorensen"])
def test_most_are_left_aside(known: Known, typed: str) -> None:
    assert names(known, typed) == {"Wilhelmina Sorensen"}


def test_of_very_many_those_are_left_whom_the_most_words_name(tmp_path: Path) -> None:
    many = [
        f"William {''.join(letters).title()}"
        for letters in product("bdgkl", "aeiou", "mnrst", "aeo")
    ]
    others = [f"{name}{end}" for name in many for end in ("ck", "xa")]
    with Store(tmp_path / "many.db", extractor=noted) as store:
        store.load(
            Article("\n\n".join(f"{n}: It rains." for n in [*others, "William Oram"])), by="ed"
        )
    assert len(others) > BEARERS
    db = Connection(tmp_path / "many.db")
    assert "William Oram" in names(Known(db, ""), "William Oram")
    db.close()


def test_each_word_is_to_be_somebody_s(known: Known) -> None:
    assert names(known, "alexandra sorensen") == set()


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
