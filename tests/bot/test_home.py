"""What a person finds who opens the bot, and what the shell tells of loads."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.home import Home, home
from store.model import Article, Query
from store.store import Store

HERE, ELSEWHERE = "slack:T1", "slack:T2"
PIER = Article("“The pier stays,” said Ana Ruiz.\n", title="Pier", outlet="The Harbour Post")


@pytest.fixture
def busy(store: Store) -> Store:
    """A store in which one workspace loaded an article, failed with another, and reported."""
    store.load(PIER, by="slack:U1", scope=HERE)
    store.failed("notes.xyz", "cannot read 'notes.xyz'", by="slack:U1", scope=HERE)
    (found,) = store.search(Query(words="pier stays", scope=HERE))
    store.corrections.report(found.id, instead="Bo Lind", why="", by="slack:U2", scope=HERE)
    return store


def seen(store: Store, scope: str = HERE, *, settles: bool = True, runs: bool = True) -> Home:
    return home(store, scope, settles=settles, runs=runs)


def test_an_empty_store_says_how_to_begin(store: Store) -> None:
    found = seen(store)
    assert "load articles with /load" in found.heading
    assert (found.new, found.reports, found.loaded, found.failed) == ((), (), (), ())


def test_what_is_on_record_and_new_is_there_for_everyone(busy: Store) -> None:
    found = seen(busy, settles=False, runs=False)
    assert found.heading == "On record here: 1 statement in 1 article."
    (card,) = found.new
    assert (card.speaker, card.words[0].shown) == ("Ana Ruiz", "“The pier stays,”")
    assert card.source.startswith("Pier · The Harbour Post")
    assert (found.reports, found.loaded, found.failed) == (None, None, None)


def test_who_settles_reports_finds_them(busy: Store) -> None:
    found = seen(busy, runs=False)
    assert found.reports is not None
    assert [one.instead for one in found.reports] == ["Bo Lind"]
    assert (found.loaded, found.failed) == (None, None)


def test_who_runs_the_bot_there_finds_how_loads_went(busy: Store) -> None:
    found = seen(busy)
    assert [(n.told, n.by) for n in found.loaded or ()] == [("Pier: 1 statement", "slack:U1")]
    assert [(n.told, n.by) for n in found.failed or ()] == [("Cannot read 'notes.xyz'", "slack:U1")]


def test_another_workspace_finds_none_of_it(busy: Store) -> None:
    found = seen(busy, ELSEWHERE)
    assert (found.new, found.reports, found.loaded, found.failed) == ((), (), (), ())
    assert "Nothing is loaded yet" in found.heading


def test_who_loads_in_the_shell_is_not_told_to_a_workspace(store: Store) -> None:
    store.load(PIER, by="root")
    (note,) = seen(store).loaded or ()
    assert (note.told, note.by) == ("Pier: 1 statement, for everyone", "")


def test_words_too_long_for_a_glance_are_left_to_be_asked_for(store: Store) -> None:
    store.load(Article(f"“The pier {'and so on ' * 120}stays,” said Ana Ruiz.\n"), by="ed")
    store.load(replace(PIER, text="“Trams return,” said Bo Lind.\n"), by="ed")
    assert [card.speaker for card in seen(store).new] == ["Bo Lind"]


def test_a_statement_whose_article_was_altered_is_withheld(
    busy: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(sqlite3.connect(tmp_path / "onrecord.db")) as raw, raw:
        raw.execute("UPDATE article SET text = replace(text, 'stays', 'falls')")
    assert seen(busy).new == ()
    assert "withheld" in caplog.text


def listed(*arguments: str) -> list[str]:
    return CliRunner().invoke(main, ["loads", *arguments], prog_name="onrecord").stdout.splitlines()


def test_the_shell_lists_how_the_loads_of_a_workspace_went(busy: Store) -> None:
    failed, loaded = listed(HERE)
    assert failed.endswith("  Cannot read 'notes.xyz', by slack:U1")
    assert loaded.endswith("  Pier: 1 statement, by slack:U1")
    assert listed() == []


def test_only_so_many_are_listed(busy: Store) -> None:
    assert len(listed(HERE, "--last", "1")) == 1


def test_who_runs_the_bot_finds_its_feeds_those_in_trouble_first(store: Store) -> None:
    for name in ("a", "b"):
        store.feeds.add(f"https://{name}.example/feed?key=s3cret", by="slack:U1", scope=HERE)
    store.feeds.add("https://c.example/feed", by="slack:U9", scope=ELSEWHERE)
    first, second = store.feeds.of(HERE)
    store.feeds.succeeded(first, None, None, first.next_at)
    store.feeds.failed(second, "it is not there", second.next_at)
    found = seen(store).feeds
    assert found is not None
    assert [note.told for note in found] == [
        "https://b.example/feed?…: failed; it is not there; followed since",
        "https://a.example/feed?…: last read",
    ]
    assert (found[0].at, found[0].by) == (second.at, "slack:U1")
    assert seen(store, runs=False).feeds is None
