"""What is said of feeds, in the shell and in chat."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.feeds import change, state
from store.errors import UnreadableArticle, UnusableQuestion
from store.store import Store

from ..sites import Reply, Site

PLANET = "https://planet.example/feed"


@pytest.fixture
def news(site: Site) -> Site:
    """A site with a feed of two articles, one of which is not there."""
    items = "".join(f"<item><link>{site.url}/{path}</link></item>" for path in "ab")
    feed = f"<rss version='2.0'><channel><title>The Planet</title>{items}</channel></rss>"
    site.pages["/feed?key=s3cret"] = Reply(feed.encode(), kind="application/rss+xml")
    site.pages["/a"] = Reply("“We had no role,” said John Kirby.".encode(), kind="text/plain")
    return site


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="onrecord")


def test_a_feed_is_read_before_it_is_followed(store: Store, news: Site) -> None:
    url = f"{news.url}/feed?key=s3cret"
    told = change(store, f" ADD {url} ", by="ada", scope="slack:T1")
    assert told == f"Following {news.url}/feed?… from now on: 2 articles there now."
    [feed] = store.feeds.of("slack:T1")
    assert (feed.url, feed.by) == (url, "ada")
    again = change(store, f"add {url}", by="bo", scope="slack:T1")
    assert again == f"{news.url}/feed?… is followed already."


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(b"<p>Subscribe!</p>"), "it is no feed; give the address of RSS"),
        (Reply(status=404), "it is not there"),
        (Reply(kind="image/png"), "it is no article"),
    ],
    ids=["a page", "nothing", "a picture"],
)
def test_what_is_no_feed_is_not_followed(store: Store, site: Site, reply: Reply, why: str) -> None:
    site.pages["/"] = reply
    with pytest.raises(UnreadableArticle, match=why):
        change(store, f"add {site.url}", by="ada", scope="")
    assert store.feeds.every() == ()


@pytest.mark.parametrize(
    ("links", "told"),
    [
        ('<link rel="alternate" type="application/rss+xml" href="/feed">', "names {site}/feed$"),
        (
            '<LINK REL="x Alternate" TYPE="application/atom+xml" HREF="a"/>'
            '<link rel="alternate" type="application/feed+json" href="https://b.example/?c=d">',
            r"names {site}/a and https://b\.example/\?c=d$",
        ),
        ('<link rel="alternate" type="text/html" href="/de">', "give the address of RSS"),
        ('<link rel="alternate" type="application/rss+xml" href="javascript:x">', "give the"),
        ('<link rel="alternate" type="application/rss+xml" href="http://[">', "give the"),
        ('<link rel="alternate" type="application/rss+xml" href', "give the"),
        ("<![<![<![", "give the"),
    ],
    ids=["one", "two", "another language", "a script", "no address", "cut off", "damaged"],
)
def test_a_page_that_names_its_feeds_is_no_feed_but_a_hint(
    store: Store, site: Site, links: str, told: str
) -> None:
    site.pages["/"] = Reply(f"<html><head>{links}</head><p>News</p></html>".encode())
    with pytest.raises(UnreadableArticle, match=told.format(site=site.url)):
        change(store, f"add {site.url}", by="ada", scope="")


@pytest.mark.parametrize("typed", ["x", "add", "remove", "list all", "follow this"])
def test_what_cannot_be_done_says_what_can(store: Store, typed: str) -> None:
    with pytest.raises(UnusableQuestion, match="“add” and the address of a feed"):
        change(store, typed, by="ada", scope="")


@pytest.mark.parametrize("typed", ["", "list", " List "])
def test_what_is_followed_is_listed_those_in_trouble_first(store: Store, typed: str) -> None:
    for number in range(40):
        store.feeds.add(f"{PLANET}/{number:02}", by="ada")
    later = datetime.now(UTC) + timedelta(hours=1)
    store.feeds.failed(store.feeds.every()[-1], "it is not there", later)
    first, *others, more, _ = change(store, typed, by="ada", scope="").splitlines()
    assert f"{PLANET}/39: failed once, next at " in first
    assert first.endswith("not read yet. it is not there")
    assert more == f"… and {39 - len(others)} more."
    assert len("\n".join((first, *others, more))) < 1100


def test_of_very_long_addresses_a_message_still_holds_some_and_what_can_be_done(
    store: Store,
) -> None:
    for number in range(9):
        store.feeds.add(f"{PLANET}/{number}{'x' * 1500}", by="ada")
    told = change(store, "", by="ada", scope="")
    assert len(told) < 1500  # what a notice in Slack holds
    assert told.endswith("drops it.")


def test_nothing_followed_is_said_to_be_none(store: Store) -> None:
    assert change(store, "", by="ada", scope="").startswith("No feed is followed.\n")


@pytest.mark.parametrize("named", [PLANET, "http://www.planet.example/feed/", "#1", "1"])
def test_a_feed_is_dropped_by_its_address_or_number(store: Store, named: str) -> None:
    store.feeds.add(PLANET, by="ada")
    told = change(store, f"remove {named}", by="ada", scope="")
    assert "is not followed any more; what came from it stays." in told
    with pytest.raises(UnusableQuestion, match="is not followed here"):
        change(store, f"remove {named}", by="ada", scope="")


def test_how_a_feed_fares_is_told(store: Store) -> None:
    store.feeds.add(PLANET, by="ada")
    [feed] = store.feeds.every()
    assert state(feed) == "not read yet, due now."
    later = datetime.now(UTC) + timedelta(hours=1)
    store.feeds.succeeded(feed, None, None, later)
    moment = r"\d{4}-\d\d-\d\d \d\d:\d\d UTC"
    assert re.fullmatch(rf"read at {moment}, next at {moment}\.", state(store.feeds.every()[0]))
    for _ in range(2):
        store.feeds.failed(feed, "it is not there", later)
    told = state(store.feeds.every()[0])
    assert re.fullmatch(
        rf"failed 2 times, next at {moment}; read at {moment}\. it is not there", told
    )


def test_the_shell_follows_polls_lists_and_drops(store: Store, news: Site) -> None:
    url = f"{news.url}/feed?key=s3cret"
    assert _run("feed", "add", url, "--scope", "slack:T1").exit_code == 0
    polled = _run("feed", "poll")
    assert polled.exit_code == 1
    assert polled.stdout == f"{news.url}/feed?…: 1 new article.\n"
    assert polled.stderr == (
        f"onrecord: cannot fetch '{news.url}/b': it is not there (404); check the address\n"
    )
    assert store.holdings("slack:T1").articles == 1
    assert _run("feed", "poll").exit_code == 0  # what cannot be read is not tried again
    assert _run("feed", "list").stdout.endswith(" For slack:T1.\n")
    assert _run("feed", "remove", url).exit_code == 1
    assert _run("feed", "remove", url, "--scope", "slack:T1").exit_code == 0
    assert _run("feed", "list").stdout == "No feed is followed.\n"


def test_a_feed_that_cannot_be_read_is_one_line(
    store: Store, site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    store.feeds.add(f"{site.url}/gone", by="ada")
    polled = _run("feed", "poll")
    assert (polled.exit_code, polled.stdout) == (1, "")
    assert polled.stderr == (
        f"onrecord: cannot fetch '{site.url}/gone': it is not there (404); check the address\n"
    )
    assert not caplog.text  # which a shell would show, too
