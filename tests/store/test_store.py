"""Loading: once, whole, exactly as it was, and written in the log."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.asked import question_key
from store.errors import StoreUnavailable, UnreadableArticle
from store.extraction import extract
from store.model import Article, Loaded, Query, Statement
from store.store import Store

Add = Callable[..., Loaded]


def test_the_seed_comes_back_as_it_was_loaded(seeded: Store, seed: Article) -> None:
    again = seeded.load(seed, by="someone else")
    assert (again.new, again.by, again.article, len(again.statements)) == (False, "ed", seed, 17)
    for match in seeded.search(Query(speaker="Peskov")):
        assert match.article == seed
        assert match.words == tuple(span.of(seed.text) for span in match.statement.content)


def test_every_part_of_a_statement_comes_back(seed: Article, tmp_path: Path) -> None:
    with Store(tmp_path / "seed.db") as store:
        first = store.load(seed, by="ed")
        assert store.load(seed, by="ed").statements == first.statements


def test_the_day_and_the_confidence_of_a_statement_come_back(tmp_path: Path) -> None:
    def extractor(article: Article) -> tuple[Statement, ...]:
        said = (replace(one, confidence=0.875) for one in extract(article))
        return tuple(replace(one, said_on=date(2019, 3, 4)) for one in said)

    article = Article("“The pier stays,” said Ana Ruiz.")
    with Store(tmp_path / "days.db", extractor=extractor) as store:
        store.load(article, by="ed")
        (again,) = store.load(article, by="ed").statements
        assert (again.said_on, again.confidence) == (date(2019, 3, 4), 0.875)


def test_statements_may_be_extracted_elsewhere(store: Store) -> None:
    article = Article("“The pier stays,” said Ana Ruiz. “It floats,” said Bo Lund.")
    assert store.lacks(article)
    first = extract(article)[:1]
    assert store.load(article, by="ed", statements=first).statements == first
    assert not store.lacks(article)
    assert store.load(article, by="ed", statements=extract(article)).statements == first


def test_everything_told_of_an_article_comes_back(store: Store) -> None:
    article = Article(
        "Ana Ruiz: The pier stays.",
        title="Pier",
        outlet="Harbor Times",
        byline="Jane Roe",
        url="https://harbor.example/1",
        published=date(2024, 5, 1),
        file="pier.txt",
    )
    before = datetime.now(UTC)
    loaded = store.load(article, by="ed")
    assert (loaded.new, loaded.by, loaded.article) == (True, "ed", article)
    assert before <= loaded.at <= datetime.now(UTC)
    assert store.load(article, by="al").at == loaded.at
    assert store.search(Query(words="pier"))[0].article == article


@settings(max_examples=50, deadline=None)
@given(text=st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text_is_kept_exactly_and_once(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    with Store(tmp_path_factory.mktemp("any") / "any.db") as store:
        article = Article(text, title=text, byline=text)
        first, second = store.load(article, by="ed"), store.load(article, by="ed")
        assert (first.new, second.new, second.article) == (True, False, article)
        assert second.statements == first.statements
        assert store.holdings().articles == 1


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("Ana Ruiz: The pier stays.\r\n", id="line ends"),
        pytest.param("Ana Ruiz: The pier stays.\0", id="NUL"),
        pytest.param("Ana Ruiz: The pier stays. ", id="a blank"),
        pytest.param("Ana Ruiz: the pier stays.", id="case"),
    ],
)
def test_a_text_that_differs_at_all_is_another_article(add: Add, other: str) -> None:
    add("Ana Ruiz: The pier stays.")
    assert add(other).new


def test_broken_characters_are_refused(store: Store) -> None:
    with pytest.raises(UnreadableArticle, match="broken characters"):
        store.load(Article("Ana \ud800"), by="ed")
    assert store.holdings().articles == 0


@pytest.mark.parametrize("told", ["title", "outlet", "byline", "url", "file"])
def test_broken_characters_in_what_is_told_of_an_article_are_replaced(
    store: Store, told: str
) -> None:
    article = Article("Ana Ruiz: One.", **{told: "a\udcff"})  # type: ignore[arg-type]
    loaded = store.load(article, by="ed\udcff")
    assert (getattr(loaded.article, told), loaded.by) == ("a?", "ed?")
    again = store.load(article, by="al\udcff")
    assert (again.article, again.by) == (loaded.article, "ed?")


def test_a_failed_extraction_stores_nothing(tmp_path: Path) -> None:
    def fails(article: Article) -> tuple[Statement, ...]:
        raise ZeroDivisionError

    with Store(tmp_path / "x.db", extractor=fails) as store:
        with pytest.raises(ZeroDivisionError):
            store.load(Article("Ana"), by="ed")
        assert store.holdings().articles == 0


def test_the_log_tells_what_every_load_did(store: Store, add: Add, tmp_path: Path) -> None:
    add("Ana Ruiz: One.", file="one.txt")
    add("Ana Ruiz: One.", file="again.txt", by="al", scope="slack:T1")
    store.failed("notes.xyz", "known formats are html, txt", by="al", scope="slack:T1")
    store.failed("broken\ud800", "no file 'broken\ud800'", by="ed\ud800")
    with sqlite3.connect(tmp_path / "notes.db") as raw:
        rows = raw.execute("SELECT name, outcome, by, scope, reason FROM load_log").fetchall()
    raw.close()
    assert rows == [
        ("one.txt", "new", "ed", "", None),
        ("again.txt", "known", "al", "slack:T1", None),
        ("notes.xyz", "failed", "al", "slack:T1", "known formats are html, txt"),
        ("broken?", "failed", "ed?", "", "no file 'broken?'"),
    ]


@pytest.mark.parametrize(
    "question", ["who said pier", "“…” \0 🙂", "\ud800", "x" * 10_000], ids=ascii
)
def test_any_question_is_remembered(store: Store, question: str) -> None:
    for _ in range(2):
        store.remember(question, scope="")
    kept = store.recall(question_key(question, ""), scope="")
    assert kept == question.encode("utf-8", "replace").decode()


def test_a_key_nobody_was_given_recalls_nothing(store: Store) -> None:
    assert (store.recall("x", scope=""), store.recall("\ud800", scope="")) == (None, None)


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(StoreUnavailable, match="is closed"):
        store.holdings()
