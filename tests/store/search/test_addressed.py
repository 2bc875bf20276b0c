"""What an article says, asked for by its address."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from store.model import Article, Loaded, Outcome, Ruling
from store.store import Store

Add = Callable[..., Loaded]

HERE, THERE = "slack:T1", "slack:T2"
URL = "https://harbor.example/pier?id=7"
SHARED = "http://www.harbor.example/pier/?id=7&utm_source=chat#top"


def said(store: Store, url: str = URL, scope: str = "") -> list[str]:
    return [" ".join(one.words) for one in store.at_address(url, scope=scope)]


def test_an_article_is_found_however_its_address_was_shared(store: Store, add: Add) -> None:
    add("Ana Ruiz: The pier stays.\nBen Hall: It goes.", url=URL)
    assert said(store, SHARED) == ["The pier stays.", "It goes."]


def test_another_address_has_nothing(store: Store, add: Add) -> None:
    add("Ana Ruiz: The pier stays.", url=URL)
    add("Ben Hall: It goes.")
    assert said(store, "https://harbor.example/pier?id=8") == []
    assert said(store, "no address") == []


def test_an_article_of_elsewhere_is_not_found(store: Store, add: Add) -> None:
    add("Ana Ruiz: The pier stays.", url=URL, scope=HERE)
    assert said(store, scope=HERE) == ["The pier stays."]
    assert said(store, scope=THERE) == said(store) == []


def test_what_is_everyones_is_found_everywhere(store: Store, add: Add) -> None:
    add("Ana Ruiz: The pier stays.", url=URL)
    assert said(store, scope=HERE) == said(store) == ["The pier stays."]


def test_of_several_the_last_one_counts(store: Store, add: Add) -> None:
    add("Ana Ruiz: The pier stays.", url=URL)
    add("Ana Ruiz: The pier may stay.", url=SHARED)
    assert said(store) == ["The pier may stay."]


def test_what_is_not_sure_is_not_told(store: Store, add: Add) -> None:
    add("~Ana Ruiz: The pier stays.\nBen Hall: It goes.", url=URL)
    assert said(store) == ["It goes."]


def test_what_a_scope_corrected_is_told_to_it_as_corrected(store: Store, add: Add) -> None:
    add("Ana Ruiz: The pier stays.", url=URL)
    (found,) = store.at_address(URL)
    number = store.corrections.report(found.id, instead="Ben Hall", why="", by="ed", scope=HERE)
    store.corrections.settle(number, Ruling(Outcome.REASSIGNED, "Ben Hall"), by="ed", scope=HERE)
    names = [one.statement.speaker.name for one in store.at_address(URL, scope=HERE)]  # type: ignore[union-attr]
    assert names == ["Ben Hall"]
    assert said(store, scope=THERE) == ["The pier stays."]


def test_a_text_that_was_altered_has_no_words(store: Store, add: Add, tmp_path: Path) -> None:
    add("Ana Ruiz: The pier stays.", url=URL)
    with sqlite3.connect(tmp_path / "notes.db") as raw:
        raw.execute("UPDATE article SET text = replace(text, 'stays', 'falls')")
    raw.close()
    assert said(store) == [""]


def test_an_article_of_before_is_found_by_its_address(tmp_path: Path) -> None:
    path, article = tmp_path / "store.db", Article("“It stays,” said Ana Ruiz.", url=SHARED)
    with Store(path) as store:
        store.load(article, by="ed")
    with sqlite3.connect(path) as raw:
        raw.execute("DROP INDEX article_of_address")
        raw.execute("ALTER TABLE article DROP COLUMN address")
        raw.execute("DELETE FROM _sqlite_migrations WHERE name LIKE '%_addresses'")
    raw.close()
    with Store(path) as store:
        assert said(store) == ["It stays,"]
