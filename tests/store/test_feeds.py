from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.feeds import LEASE, Feed, Seen
from store.store import Store

NEWS, HARBOUR = "https://planet.example/feed", "https://harbour.example/feed"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "onrecord.db") as store:
        yield store


def _now() -> datetime:
    return datetime.now(UTC)


def _taken(store: Store) -> Feed:
    found = store.feeds.take()
    assert found is not None
    return found


def test_a_feed_is_followed_once_however_it_is_spelt(store: Store) -> None:
    assert store.feeds.add(NEWS, by="ada")
    assert not store.feeds.add("http://www.planet.example/feed/", by="bo")
    [feed] = store.feeds.of("")
    assert (feed.url, feed.by, feed.failures, feed.error, feed.succeeded_at) == (
        *(NEWS, "ada", 0),
        *(None, None),
    )


def test_each_scope_follows_its_own(store: Store) -> None:
    assert store.feeds.add(NEWS, by="ada")
    assert store.feeds.add(NEWS, by="ada", scope="slack:T1")
    assert [feed.scope for feed in store.feeds.every()] == ["", "slack:T1"]
    assert store.feeds.of("slack:T2") == ()
    assert not store.feeds.remove(NEWS, by="eve", scope="slack:T2")
    assert len(store.feeds.every()) == 2


def test_a_feed_that_is_dropped_is_neither_listed_nor_polled_and_may_come_back(
    store: Store,
) -> None:
    store.feeds.add(NEWS, by="ada")
    store.feeds.note(_taken(store), "a", Seen("1", 0))
    assert store.feeds.remove("https://www.planet.example/feed", by="ada")
    assert (store.feeds.every(), store.feeds.take()) == ((), None)
    assert not store.feeds.remove(NEWS, by="ada")
    assert store.feeds.add(NEWS, by="bo")
    assert store.feeds.seen(_taken(store)) == {}


def test_who_dropped_a_feed_is_kept(store: Store, tmp_path: Path) -> None:
    store.feeds.add(NEWS, by="ada")
    store.feeds.remove(NEWS, by="bo")
    with store._database.reading() as db:
        assert db.execute("SELECT added_by, removed_by FROM feed").fetchall() == [("ada", "bo")]


def test_what_is_due_is_given_out_once_longest_waiting_first(store: Store) -> None:
    store.feeds.add(NEWS, by="ada")
    store.feeds.add(HARBOUR, by="ada")
    store.feeds.succeeded(store.feeds.every()[1], None, None, _now() - timedelta(hours=1))
    assert [_taken(store).url, _taken(store).url] == [NEWS, HARBOUR]
    assert store.feeds.take() is None


def test_a_feed_that_was_taken_and_lost_is_due_again(store: Store, tmp_path: Path) -> None:
    store.feeds.add(NEWS, by="ada")
    before = _now()
    _taken(store)
    [feed] = store.feeds.every()
    assert before + LEASE <= feed.next_at + timedelta(seconds=1) <= _now() + 2 * LEASE


def test_a_feed_may_be_taken_by_its_number_though_it_is_not_due(store: Store) -> None:
    store.feeds.add(NEWS, by="ada")
    number = _taken(store).id
    found = store.feeds.take(number)
    assert found is not None
    assert found.url == NEWS
    assert store.feeds.take(number + 1) is None


def test_how_polls_went_is_kept(store: Store) -> None:
    store.feeds.add(NEWS, by="ada")
    later = (_now() + timedelta(hours=1)).replace(microsecond=0)
    store.feeds.failed(_taken(store), "it is not there", later)
    store.feeds.failed(store.feeds.every()[0], "it is not there", later)
    [feed] = store.feeds.every()
    assert (feed.failures, feed.error, feed.next_at) == (2, "it is not there", later)
    store.feeds.succeeded(feed, '"v1"', "Monday", later)
    [feed] = store.feeds.every()
    assert (feed.failures, feed.error, feed.etag, feed.last_modified) == (0, None, '"v1"', "Monday")
    assert feed.succeeded_at is not None


def test_what_was_loaded_is_known_until_the_feed_has_it_no_more(store: Store) -> None:
    store.feeds.add(NEWS, by="ada")
    feed = _taken(store)
    for key, version in (("a", "1"), ("b", "1"), ("a", "2")):
        store.feeds.note(feed, key, Seen(version, 0))
    assert store.feeds.seen(feed) == {"a": Seen("2", 0), "b": Seen("1", 0)}
    store.feeds.forget_all_but(feed, {"b", "c"})
    assert store.feeds.seen(feed) == {"b": Seen("1", 0)}


def test_whoever_goes_on_with_a_feed_keeps_it(store: Store) -> None:
    store.feeds.add(NEWS, by="ada")
    feed = _taken(store)
    store.feeds.succeeded(feed, None, None, _now() - timedelta(hours=1))
    store.feeds.note(feed, "a", Seen("1", 0))
    assert store.feeds.take() is None
