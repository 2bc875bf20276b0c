"""What a load did, in words: counts, old and new words, and what stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cards import Answer
from bot.loaded import summary
from bot.questions import Question
from bot.replying import reply
from store.model import Article, Became, Came, Change, Loaded
from store.store import Store

URL = "https://harbor.example/pier"
FIRST = (
    "“The pier stays as it is,” said Ana Ruiz.\n\n“The bridge goes,” said Bo Lim.\n\n"
    "“Fish is up again,” Kit Osei said.\n"
)
SECOND = (
    "“The pier stays as it was,” said Ana Ruiz.\n\n“Fish is up again,” Kit Osei said.\n\n"
    "“Trams return in May,” said Ada Marsh.\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "onrecord.db") as opened:
        opened.load(Article(FIRST, title="Pier", url=URL), by="ed")
        yield opened


def test_a_version_tells_what_became_of_each_statement(store: Store) -> None:
    loaded = store.load(Article(SECOND, title="Pier", url=URL), by="ed")
    assert summary(loaded) == (
        "Pier: a new version. Statements: 1 changed, 1 withdrawn, 1 new, 1 unchanged."
        " “The pier stays as it is,” now reads “The pier stays as it was,”."
        " It no longer has “The bridge goes,”."
    )


def test_of_very_many_changes_some_are_told() -> None:
    changes = tuple(Change(Became.WITHDRAWN, None, (f"Words {n}",)) for n in range(9))
    at = datetime(2026, 5, 4, tzinfo=UTC)
    told = summary(Loaded(Article("", title="Pier"), Came.UPDATED, (), at, "ed", changes))
    assert told.count("It no longer has") == 3
    assert "9 withdrawn" in told


def test_a_version_without_statements_says_so(store: Store) -> None:
    store.load(Article("It rained.", url="https://harbor.example/rain"), by="ed")
    loaded = store.load(Article("It snowed.", url="https://harbor.example/rain"), by="ed")
    assert summary(loaded).endswith("a new version. Nobody is quoted in it, nor was before.")


def test_an_article_in_another_language_says_that_it_is_not_read(store: Store) -> None:
    text = (
        "„Die Fähre bleibt“, sagte Ida Lund nach der Sitzung des Rates.\n\n"
        '"Das ist nicht wahr", said Tom Berg, der das Schiff seit dreißig Jahren fährt, und'
        " das ist auch die Meinung der anderen, die mit ihm auf dem Schiff sind.\n"
    )
    loaded = store.load(Article(text, title="Fähre", language="en"), by="ed")
    told = "Fähre: loaded, but it is in German; only English articles are read."
    assert summary(loaded) == told


def test_what_was_filled_in_is_named(store: Store) -> None:
    loaded = store.load(Article(FIRST, outlet="Harbor Times"), by="ed")
    told = summary(replace(loaded, at=datetime(2026, 5, 4, tzinfo=UTC)))
    assert told == (
        "Pier: on record already, since 4 May 2026."
        " Nothing was added but what was not known of it: outlet."
    )


def test_an_older_version_and_a_withdrawn_article_stay_as_they_are(store: Store) -> None:
    store.load(Article(SECOND, title="Pier", url=URL), by="ed")
    older = store.load(Article(FIRST), by="ed")
    assert summary(older).endswith(
        "an older version of what is on record, and that stays as it is."
    )
    store.revisions.withdraw(URL, because="No.", by="ed")
    again = store.load(Article(SECOND, url=URL), by="ed")
    assert summary(again) == (
        "Pier: it was withdrawn, and stays so: onrecord withdraw --undo takes that back."
    )


def test_a_card_tells_since_when_it_reads_so_and_how_it_read_before(store: Store) -> None:
    updated = datetime(2026, 5, 4, tzinfo=UTC)
    store.load(Article(SECOND, url=URL, updated_at=updated), by="ed")
    answer: Answer = reply(store, Question("who said the pier stays as it was"))
    told = [note for note in answer.cards[0].notes if note.startswith("Changed")]
    assert told == ["Changed since 4 May 2026: an earlier version read “The pier stays as it is,”."]
