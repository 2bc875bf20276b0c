"""Feeds from a site on this machine, polled for real."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot import polling, running
from bot.config import Config
from bot.polling import EVERY, MOST, RARELY, SOON, TRIES, Polled, poll
from store import fetching
from store.feeds import Feed
from store.store import Store

from ..sites import Reply, Site, fetcher, serving

ATOM = {"kind": "application/atom+xml; charset=utf-8"}


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    allowed = fetcher(silent=0.5)
    monkeypatch.setattr(fetching, "shared", lambda: allowed)
    with serving() as site:
        yield site


def _page(said: str) -> Reply:
    return Reply(
        "<html><head><title>News</title></head><body><article><h1>News</h1>"
        f"<p>“{said},” said John Kirby, a spokesman.</p><p>It rained all day long in the city, and"
        " nobody went out before the evening came.</p></article></body></html>".encode()
    )


def _feed(site: Site, *entries: str, updated: str = "2026-05-04T10:00:00Z") -> bytes:
    items = "".join(
        f"<entry><title>{path}</title><id>{path}</id><updated>{updated}</updated>"
        f'<link href="{site.url}/{path}"/></entry>'
        for path in entries
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>The Planet</title><id>x</id><updated>{updated}</updated>{items}</feed>"
    ).encode()


def _follow(store: Store, site: Site, path: str = "/feed") -> None:
    store.feeds.add(site.url + path, by="ada", scope="slack:T1")


def _poll(store: Store, number: int = 0) -> Polled:
    feed = store.feeds.take(store.feeds.every()[number].id)
    assert feed is not None
    return poll(store, feed, threading.Event())


def _state(store: Store, number: int = 0) -> Feed:
    return store.feeds.every()[number]


def _in(feed: Feed) -> timedelta:
    return feed.next_at - datetime.now(UTC)


def test_what_a_feed_links_to_is_loaded_for_its_scope(store: Store, site: Site) -> None:
    site.pages |= {"/feed": Reply(_feed(site, "a", "b"), **ATOM), "/a": _page("We had no role")}
    site.pages["/b"] = _page("We shall see")
    _follow(store, site)
    polled = _poll(store)
    assert (polled.new, polled.failed, polled.error) == (2, [], None)
    assert (store.holdings("slack:T1").articles, store.holdings("").articles) == (2, 0)
    [newest, _] = store.lately.loaded("slack:T1")
    assert newest.by == f"feed:{site.url}/feed"
    [first] = store.at_address(f"{site.url}/a", scope="slack:T1")
    assert first.article.url == f"{site.url}/a"


def test_what_a_feed_holds_whole_is_not_fetched(store: Store, site: Site) -> None:
    content = "&lt;p&gt;“We had no role,” said John Kirby.&lt;/p&gt;&lt;p&gt;It rained.&lt;/p&gt;"
    entry = f'<content type="html">{content}</content></entry>'
    site.pages["/feed"] = Reply(_feed(site, "a").replace(b"</entry>", entry.encode()), **ATOM)
    _follow(store, site)
    assert _poll(store).new == 1
    assert site.paths == ["/feed"]
    assert store.at_address(f"{site.url}/a", scope="slack:T1")


def test_the_text_of_another_sites_article_is_read_there(store: Store, site: Site) -> None:
    """Or whoever writes a feed could put words under anybody's address."""
    with serving() as other:
        other.pages["/a"] = _page("We never said that")
        content = "&lt;p&gt;“We lied,” said John Kirby.&lt;/p&gt;&lt;p&gt;It rained.&lt;/p&gt;"
        entry = f'<content type="html">{content}</content></entry>'
        data = _feed(other, "a").replace(b"</entry>", entry.encode())
        site.pages["/feed"] = Reply(data, **ATOM)
        _follow(store, site)
        assert _poll(store).new == 1
        [said] = store.at_address(f"{other.url}/a", scope="slack:T1")
    assert said.words == ("We never said that,",)


def test_a_feed_that_did_not_change_costs_one_small_answer(store: Store, site: Site) -> None:
    def feed(asked: BaseHTTPRequestHandler) -> Reply:
        if asked.headers["If-None-Match"] == '"v1"':
            return Reply(status=304, kind=None)
        return Reply(_feed(site, "a"), headers={"ETag": '"v1"'}, **ATOM)

    site.pages |= {"/feed": feed, "/a": _page("We had no role")}
    _follow(store, site)
    assert [_poll(store).new, _poll(store).new] == [1, 0]
    assert site.paths == ["/feed", "/a", "/feed"]
    state = _state(store)
    assert (state.etag, state.error) == ('"v1"', None)
    assert 0.8 * EVERY < _in(state) < 1.2 * EVERY


def test_an_article_is_asked_for_again_only_where_the_feed_says_that_it_changed(
    store: Store, site: Site
) -> None:
    site.pages |= {"/feed": Reply(_feed(site, "a"), **ATOM), "/a": _page("We had no role")}
    _follow(store, site)
    assert [_poll(store).new, _poll(store).new] == [1, 0]
    site.pages["/feed"] = Reply(_feed(site, "a", updated="2026-05-05T10:00:00Z"), **ATOM)
    site.pages["/a"] = _page("We had no role at all")
    assert (_poll(store).updated, store.holdings("slack:T1").articles) == (1, 1)
    assert site.paths == ["/feed", "/a", "/feed", "/feed", "/a"]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        pytest.param(b"<title>a<", b"<title>b<", id="its headline"),
        pytest.param(b"2026-05-04T", b"2026-05-05T", id="its time"),
        pytest.param(b"It rained", b"It snowed", id="its text"),
    ],
)
def test_what_a_feed_holds_whole_is_loaded_again_where_it_tells_another(
    store: Store, site: Site, before: bytes, now: bytes
) -> None:
    content = "&lt;p&gt;“We had no role,” said John Kirby.&lt;/p&gt;&lt;p&gt;It rained.&lt;/p&gt;"
    entry = f'<content type="html">{content}</content></entry>'
    feed = _feed(site, "a").replace(b"</entry>", entry.encode())
    site.pages["/feed"] = Reply(feed, **ATOM)
    _follow(store, site)
    _poll(store)
    site.pages["/feed"] = Reply(feed.replace(before, now), **ATOM)
    _poll(store)
    told = store.at_address(f"{site.url}/a", scope="slack:T1")[0].article
    assert now.decode().strip("<>") in f"title>{told.title} {told.updated_at:%Y-%m-%dT} {told.text}"


def test_a_feed_that_is_empty_for_a_while_is_in_no_trouble(store: Store, site: Site) -> None:
    site.pages |= {"/feed": Reply(_feed(site, "a"), **ATOM), "/a": _page("We had no role")}
    _follow(store, site)
    _poll(store)
    for entries in ((), ("a",)):
        site.pages["/feed"] = Reply(_feed(site, *entries), **ATOM)
        assert _poll(store).error is None
        assert timedelta(0) < _in(_state(store)) <= EVERY * 1.1
    assert site.paths.count("/a") == 1


def test_what_a_feed_lacks_later_stays(store: Store, site: Site) -> None:
    site.pages |= {"/feed": Reply(_feed(site, "a", "b"), **ATOM), "/a": _page("We had no role")}
    site.pages["/b"] = _page("We shall see")
    _follow(store, site)
    _poll(store)
    site.pages["/feed"] = Reply(_feed(site, "b"), **ATOM)
    assert _poll(store).new == 0
    assert store.at_address(f"{site.url}/a", scope="slack:T1")
    assert set(store.feeds.seen(_state(store))) == {f"{site.url}/b"}


def test_a_feed_that_moved_is_followed_there(store: Store, site: Site) -> None:
    site.pages["/feed"] = Reply(status=301, headers={"Location": "/new"})
    site.pages |= {"/new": Reply(_feed(site, "a"), **ATOM), "/a": _page("We had no role")}
    _follow(store, site)
    assert _poll(store).new == 1


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        pytest.param(Reply(status=500), "the site has trouble (500)", id="500"),
        pytest.param(Reply(status=404), "it is not there (404)", id="404"),
        pytest.param(Reply(act=lambda _: time.sleep(2)), "does not answer", id="silence"),
        pytest.param(Reply(b"\x00\xff\xfe garbage", kind=None), "it is no feed", id="garbage"),
        pytest.param(Reply(b"<p>Subscribe!</p>"), "it is no feed", id="a page"),
        pytest.param(Reply(b"", **ATOM), "it is no feed", id="nothing"),
        pytest.param(Reply(b"<rss><channel><item>", **ATOM), "cannot read", id="damaged"),
    ],
)
def test_a_broken_feed_says_why_and_stops_no_other(
    store: Store, site: Site, reply: Reply, why: str
) -> None:
    site.pages |= {"/a-broken": reply, "/feed": Reply(_feed(site, "a"), **ATOM)}
    site.pages["/a"] = _page("We had no role")
    _follow(store, site, "/a-broken")
    _follow(store, site)
    assert why in (_poll(store, 0).error or "")
    assert _poll(store, 1).new == 1
    broken = _state(store, 0)
    assert why in (broken.error or "")
    assert (broken.failures, broken.succeeded_at) == (1, None)


def test_what_nobody_expected_is_told_by_a_reference_and_stops_no_other(
    store: Store, site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    site.pages["/feed"] = Reply(_feed(site, "a"), **ATOM)
    broken = fetcher(permitted=lambda _: 1 / 0)  # a defect of ours
    monkeypatch.setattr(fetching, "shared", lambda: broken)
    _follow(store, site)
    assert "reference" in (_poll(store).error or "").lower()
    assert "ZeroDivisionError" in caplog.text


def test_a_feed_that_fails_is_left_alone_ever_longer(store: Store, site: Site) -> None:
    site.pages["/feed"] = Reply(status=500)
    _follow(store, site)
    waits = []
    for _ in range(9):
        _poll(store)
        waits.append(_in(_state(store)))
    assert 1.7 * EVERY < waits[0] < 2.3 * EVERY
    assert all(1.5 * one < two for one, two in pairwise(waits[:5]))
    assert 0.9 * RARELY - SOON < waits[-1] <= 1.1 * RARELY
    site.pages |= {"/feed": Reply(_feed(site, "a"), **ATOM), "/a": _page("We had no role")}
    _poll(store)
    assert (_state(store).failures, _state(store).error) == (0, None)


def test_two_feeds_that_fail_together_are_not_tried_together(store: Store, site: Site) -> None:
    waits = set()
    for number in range(5):
        site.pages[f"/{number}"] = Reply(status=500)
        _follow(store, site, f"/{number}")
        _poll(store, number)
        waits.add(_in(_state(store, number)) // timedelta(seconds=1))
    assert len(waits) > 1


def test_a_site_that_says_when_to_come_again_is_not_asked_before(store: Store, site: Site) -> None:
    site.pages["/feed"] = Reply(status=429, headers={"Retry-After": "7200"})
    _follow(store, site)
    _poll(store)
    assert timedelta(seconds=7190) < _in(_state(store)) < timedelta(seconds=7300)


def test_an_article_in_trouble_that_may_pass_is_tried_again_and_then_left(
    store: Store, site: Site
) -> None:
    feed = Reply(_feed(site, "a", "b"), headers={"ETag": '"v1"'}, **ATOM)
    site.pages |= {"/feed": feed, "/a": Reply(status=503), "/b": _page("We shall see")}
    _follow(store, site)
    polls = [_poll(store) for _ in range(TRIES + 2)]
    assert [len(polled.failed) for polled in polls] == [1] * TRIES + [0, 0]
    assert site.paths.count("/a") == TRIES
    assert site.paths.count("/b") == 1
    assert _state(store).etag == '"v1"'
    assert len(store.lately.failed("slack:T1")) == TRIES


def test_an_article_that_comes_right_is_loaded(store: Store, site: Site) -> None:
    feed = Reply(_feed(site, "a"), headers={"ETag": '"v1"'}, **ATOM)
    site.pages |= {"/feed": feed, "/a": Reply(status=503)}
    _follow(store, site)
    assert _poll(store).new == 0
    site.pages["/a"] = _page("We had no role")
    assert _poll(store).new == 1


@pytest.mark.parametrize(
    "reply", [Reply(status=404), Reply(b"", kind="image/png"), Reply(b"<html></html>")]
)
def test_an_article_that_cannot_be_read_is_tried_once(
    store: Store, site: Site, reply: Reply
) -> None:
    site.pages |= {"/feed": Reply(_feed(site, "a", "b"), **ATOM), "/a": reply}
    site.pages["/b"] = _page("We shall see")
    _follow(store, site)
    polled = _poll(store)
    assert (polled.new, len(polled.failed)) == (1, 1)
    _poll(store)
    assert site.paths.count("/a") == 1


def test_a_site_in_trouble_is_not_asked_for_all_of_its_articles(store: Store, site: Site) -> None:
    paths = [f"n{number}" for number in range(9)]
    site.pages["/feed"] = Reply(_feed(site, *paths), **ATOM)
    site.pages |= {f"/{path}": Reply(status=503) for path in paths}
    _follow(store, site)
    assert len(_poll(store).failed) == polling.GIVEN_UP


def test_a_site_that_asks_to_be_left_alone_for_a_while_is(store: Store, site: Site) -> None:
    site.pages["/feed"] = Reply(_feed(site, "a", "b"), **ATOM)
    site.pages["/a"] = Reply(status=429, headers={"Retry-After": "7200"})
    site.pages["/b"] = _page("We shall see")
    _follow(store, site)
    polled = _poll(store)
    assert (polled.new, polled.again, site.paths) == (0, True, ["/feed", "/a"])
    assert timedelta(seconds=7190) < _in(_state(store)) < timedelta(seconds=7300)


def test_of_a_long_feed_the_rest_comes_soon(store: Store, site: Site) -> None:
    paths = [f"n{number}" for number in range(MOST + 3)]
    feed = Reply(_feed(site, *paths), headers={"ETag": '"v1"'}, **ATOM)
    site.pages |= {"/feed": feed} | {f"/{path}": _page(f"We had no {path}") for path in paths}
    _follow(store, site)
    first = _poll(store)
    assert (first.new, first.waiting) == (MOST, True)
    assert _in(_state(store)) < 2 * SOON
    second = _poll(store)
    assert (second.new, second.waiting) == (3, False)
    assert _in(_state(store)) > EVERY / 2


def test_a_feed_may_lead_to_nothing_that_is_not_public(store: Store, site: Site) -> None:
    data = _feed(site, "a").replace(f"{site.url}/a".encode(), b"http://169.254.169.254/")
    site.pages["/feed"] = Reply(data, **ATOM)
    _follow(store, site)
    [why] = _poll(store).failed
    assert "it is no public address of the web" in why


# --- beside the platforms


async def _until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not true():  # noqa: ASYNC110 -- another thread makes it true
            await asyncio.sleep(0.02)


async def test_what_is_due_is_polled_while_the_bot_runs(
    store: Store, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "_LOOK", 0.1)
    site.pages |= {"/broken": Reply(status=500), "/feed": Reply(_feed(site, "a"), **ATOM)}
    site.pages["/a"] = _page("We had no role")
    following = asyncio.create_task(polling.keep_polling(store))
    _follow(store, site, "/broken")
    _follow(store, site)
    await _until(lambda: store.holdings("slack:T1").articles and _state(store).failures)
    following.cancel()
    await asyncio.wait([following])
    assert site.paths.count("/a") == 1


async def test_what_is_being_loaded_when_the_bot_stops_is_finished_and_no_more_is_begun(
    store: Store, site: Site
) -> None:
    asked = threading.Event()

    def slow(_: BaseHTTPRequestHandler) -> Reply:
        asked.set()
        time.sleep(0.4)
        return _page("We had no role")

    site.pages |= {"/feed": Reply(_feed(site, "a", "b"), headers={"ETag": '"v1"'}, **ATOM)}
    site.pages |= {"/a": slow, "/b": _page("We shall see")}
    _follow(store, site)
    following = asyncio.create_task(polling.keep_polling(store))
    await asyncio.to_thread(asked.wait, 20)
    following.cancel()
    await asyncio.wait([following])
    assert store.holdings("slack:T1").articles == 1
    assert site.paths == ["/feed", "/a"]
    assert _poll(store).new == 1  # what was left
    assert site.paths.count("/a") == 1


async def test_a_bot_that_runs_polls_beside_its_platforms_until_a_signal(
    store: Store, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def up(config: Config, store: Store) -> None:
        await asyncio.Event().wait()

    platform = SimpleNamespace(run=up)  # of this test's own, as a new one would be added
    monkeypatch.setitem(sys.modules, "bot.platforms.up", platform)
    site.pages |= {"/feed": Reply(_feed(site, "a"), **ATOM), "/a": _page("We had no role")}
    _follow(store, site)
    bot = asyncio.create_task(running.run(("up",), Config(Path("unused")), store, tell=print))
    await _until(lambda: store.holdings("slack:T1").articles)
    os.kill(os.getpid(), signal.SIGTERM)
    assert await asyncio.wait_for(bot, 20)
    assert not [t for t in threading.enumerate() if t.name.startswith("feeds")]


KILLED = """
import os, sys, threading
from pathlib import Path
sys.path.insert(0, {project!r})
from store import fetching
from tests.sites import fetcher
from bot import polling
from store.store import Store
allowed = fetcher()
fetching.shared = lambda: allowed
with Store(Path({path!r})) as store:
    while feed := store.feeds.take({number}):
        polling.poll(store, feed, threading.Event())
        break
"""


@pytest.mark.parametrize("moment", range(0, 8, 2))
def test_whoever_is_killed_in_the_midst_of_a_poll_loses_and_doubles_nothing(
    store: Store, site: Site, tmp_path: Path, moment: int
) -> None:
    paths = [f"n{number}" for number in range(6)]
    feed = Reply(_feed(site, *paths), headers={"ETag": '"v1"'}, **ATOM)
    site.pages |= {"/feed": feed} | {f"/{path}": _page(f"We had no {path}") for path in paths}
    _follow(store, site)
    code = KILLED.format(
        project=str(Path(__file__).parents[2]),
        path=str(tmp_path / "onrecord.db"),
        number=_state(store).id,
    )
    with subprocess.Popen([sys.executable, "-c", code]) as polling_:  # noqa: S603 -- code of this file
        deadline = time.monotonic() + 30
        while len(site.paths) <= moment and polling_.poll() is None:
            assert time.monotonic() < deadline
            time.sleep(0.002)
        time.sleep(0.013 * moment)
        polling_.send_signal(signal.SIGKILL)
    assert _poll(store).error is None
    assert store.holdings("slack:T1").articles == len(paths)
    for path in paths:
        assert len(store.at_address(f"{site.url}/{path}", scope="slack:T1")) == 1
    assert _state(store).etag == '"v1"'
