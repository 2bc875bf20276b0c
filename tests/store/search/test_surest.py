"""What comes first of statements that meet the words as well: read by the real extraction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from store.model import Article, Query
from store.store import Store

FIRST = "“The lantern parade starts at dusk,” said Ana Ruiz, the mayor."
REPORTED = "Omar Bell, the harbour master, said the lantern parade starts by noon."
SECOND = "The lantern parade starts near Troon, Lena Moss, a baker, said, according to the Ledger."
GUESSED = "Ida Rook opened the shop. “The lantern parade starts on Pier Street,” she said."


@pytest.fixture
def parade(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "parade.db") as store:
        yield store


def _load(store: Store, *texts: str) -> None:
    for day, text in enumerate(texts, start=1):
        store.load(Article(text, published=date(2024, 5, day)), by="ed")


def _first(store: Store, query: Query) -> str:
    found = store.search(query)
    assert len(found) == 2
    assert found[0].statement.speaker
    return found[0].statement.speaker.name


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(REPORTED, id="own words before reported"),
        pytest.param(SECOND, id="first-hand before told by others"),
        pytest.param(GUESSED, id="named before guessed"),
    ],
)
def test_of_equals_the_surest_comes_first(parade: Store, other: str) -> None:
    _load(parade, FIRST, other)  # though the other is newer
    assert _first(parade, Query(words="lantern parade")) == "Ana Ruiz"


def test_of_the_sure_the_newest_comes_first(parade: Store) -> None:
    _load(parade, FIRST, "“The lantern parade starts in June,” said Omar Bell, a clerk.")
    assert _first(parade, Query(words="lantern parade")) == "Omar Bell"


def test_a_list_is_read_by_its_days(parade: Store) -> None:
    _load(parade, FIRST, "Ana Ruiz, the mayor, said the pier would close.")
    found = parade.search(Query(speaker="Ana Ruiz"))
    assert [one.article.published for one in found] == [date(2024, 5, 2), date(2024, 5, 1)]
