"""One statement by its number, with all that repeats it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.extraction import extract
from store.model import Article, Query, Statement
from store.store import Store
from store.visibility import SHOWN

TEXT = "“The harbour bridge will never be painted blue,” said Anna Abel, mayor of Brook."
NEWS, OTHER = "slack:T0NEWS", "slack:T0OTHER"


def unsure(article: Article) -> Sequence[Statement]:
    return tuple(replace(one, confidence=SHOWN - 0.01) for one in extract(article))


def article(outlet: str, day: int) -> Article:
    text = f"It rained, says {outlet}.\n\n{TEXT}"
    return Article(text, outlet=outlet, published=date(2023, 5, day))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The same words in an article of everyone's and in an earlier one of one workspace."""
    with Store(tmp_path / "store.db") as store:
        store.load(article("The Evening Bell", 9), by="test")
        store.load(article("The Daily Planet", 4), by="test", scope=NEWS)
        yield store


def outlets(store: Store, scope: str) -> list[str | None]:
    (found,) = store.search(Query(speaker="Anna Abel", scope=OTHER))
    return [one.article.outlet for one in store.versions(found.id, scope=scope)]


def test_they_come_first_seen_first(store: Store) -> None:
    assert outlets(store, NEWS) == ["The Daily Planet", "The Evening Bell"]


def test_only_those_in_sight_come(store: Store) -> None:
    assert outlets(store, OTHER) == ["The Evening Bell"]


def test_what_is_not_in_sight_has_none(store: Store) -> None:
    (found,) = store.search(Query(speaker="Anna Abel", scope=NEWS))
    hidden = [one for one in (found, *found.variants) if one.article.outlet == "The Daily Planet"]
    assert [store.versions(one.id, scope=OTHER) for one in hidden] == [()]


def test_what_extraction_is_not_sure_of_has_none(tmp_path: Path) -> None:
    with Store(tmp_path / "unsure.db", extractor=unsure) as store:
        store.load(article("The Evening Bell", 9), by="test")
        assert [store.versions(number) for number in range(1, 4)] == [(), (), ()]


def test_a_number_that_is_none_has_none(store: Store) -> None:
    assert store.versions(10**17) == ()
