"""What was said is found by words that mean the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database as Connection

from store.model import Loaded, Query
from store.search.candidates import Index
from store.search.synonyms import synonyms
from store.store import Store

Add = Callable[..., Loaded]

SAID = "We will shut the factory in spring because the owner has no money left."


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("we will close the mill in spring because the owner has no cash", 1, id="so"),
        pytest.param(
            "we will paint the chapel in spring because the owner has no taste", 0, id="no"
        ),
    ],
)
def test_other_words_for_what_was_said(store: Store, add: Add, typed: str, found: int) -> None:
    add(f"Ana Ruiz: {SAID}\n\nOmar Diaz: The ferry sails again from the old harbour on Monday.")
    assert [match.words for match in store.search(Query(words=typed))] == [(SAID,)] * found


@pytest.fixture
def likely(add: Add, tmp_path: Path) -> Iterator[Callable[..., list[float]]]:
    """How likely each of five statements is, in the order in which they were loaded."""
    said = ("The goat left.", "A boat left.", "A warship left.", "A ship left.")
    add("\n\n".join(f"Ana Ruiz: {words}" for words in said))
    add("Omar Diaz: A boat, a freighter and a warship left.")
    with closing(Connection(tmp_path / "notes.db").conn) as db:

        def scores(*words: str) -> list[float]:
            found = Index(Connection(db), "").likely(words, loosely=True).by_number()
            return [found.get(number, 0.0) for number in range(1, 6)]

        yield scores


def test_other_words_count_less_the_less_alike_and_never_add_up(
    likely: Callable[..., list[float]],
) -> None:
    goat, boat, warship, ship, many = likely("ship", "quay")
    assert 0 == goat < boat < warship < ship
    assert many == warship


def test_where_every_word_was_said_no_others_are_looked_for(
    likely: Callable[..., list[float]],
) -> None:
    assert likely("ship") == [0, 0, 0, 1, 0]


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        pytest.param("We will not shut the mill in spring.", 0, id="denied"),
        pytest.param("We will shut the mill in spring.", 1, id="as asked"),
    ],
)
def test_the_opposite_in_other_words_is_no_answer(
    store: Store, add: Add, said: str, answers: int
) -> None:
    add(f"Ana Ruiz: {said}")
    asked = Query(speaker="Ruiz", words="we will close the mill in spring")
    assert len(store.search(asked)) == answers


def test_a_word_is_no_synonym_of_its_opposite() -> None:
    assert "close" in synonyms("shut")
    assert not {"open", "close"} & (synonyms("close").keys() | synonyms("open").keys())
