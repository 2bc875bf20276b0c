"""What stands below a shared link."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.linked import READABLE, Linked, again, linked
from bot.loading import load
from store.articles import Details, Document
from store.model import Article
from store.store import Store

URL = "https://harbor.example/drone"
HERE = "slack:T0NEWS"


@pytest.fixture
def store(tmp_path: Path, seeds: Path) -> Iterator[Store]:
    """The seed article, with an address."""
    path = next(seeds.glob("*.txt"))
    with Store(tmp_path / "onrecord.db") as found:
        load(found, Document(path.name, path.read_bytes()), Details(url=URL), by="test")
        yield found


def shown(found: Linked | None) -> list[str]:
    assert found
    return [words.text for card in found.answer.cards for words in card.words]


def test_who_is_quoted_comes_first_then_the_first_quotations(store: Store) -> None:
    found = linked(store, f"{URL}/?utm_source=chat", HERE)
    assert found
    assert found.answer.heading == (
        "On record from this article: 17 statements, by Dmitry Peskov (4), Joe Biden (4),"
        " John Kirby (3) and 4 others."
    )
    first, second, third = shown(found)
    assert first.startswith("Moscow knows that Kyiv")
    assert second.startswith("Attempts to deny this")
    assert third.startswith("Obviously")
    assert "Speaker named in the sentence." in found.answer.cards[0].notes


def test_an_unknown_article_is_met_with_silence(store: Store) -> None:
    assert linked(store, "https://harbor.example/other", HERE) is None


def test_an_article_that_quotes_nobody_shows_what_it_reports(store: Store) -> None:
    store.load(Article("Ada Marsh said that the pier stays.", url=f"{URL}-2"), by="test")
    found = linked(store, f"{URL}-2", HERE)
    assert shown(found) == ["the pier stays"]
    assert found
    assert found.answer.heading == "On record from this article: 1 statement, by Ada Marsh."


def test_a_quotation_too_long_to_read_in_passing_is_not_shown_nor_cut(store: Store) -> None:
    long = "We build piers. " * (READABLE // 16 + 1)
    text = f"“{long.strip()}” said Ada Marsh.\n\n“It stays,” said Ada Marsh.\n"
    store.load(Article(text, url=f"{URL}-2"), by="test")
    assert shown(linked(store, f"{URL}-2", HERE)) == ["It stays,"]


def test_nothing_is_shown_of_an_article_that_was_altered(store: Store, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "onrecord.db") as raw:
        raw.execute("UPDATE article SET text = replace(text, 'Moscow knows', 'Moscow doubts')")
    raw.close()
    assert linked(store, URL, HERE) is None


def test_whom_it_names_is_told_of_every_statement(store: Store) -> None:
    found = linked(store, URL, HERE)
    assert found
    assert len(found.speakers) == 17
    assert list(found.speakers.values()).count("Joe Biden") == 4


def test_what_is_told_of_it_comes_first(store: Store) -> None:
    found = again(store, URL, HERE, "Correction.").answer
    assert found.heading.startswith("Correction. On record from")
    nothing = again(store, f"{URL}-2", HERE, "Correction.").answer
    assert nothing.heading.startswith("Correction. What it")
