"""What a site asks of robots, and that it is not asked too often."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from store.errors import Unfetchable

from ...sites import Reply, Site, fetcher, serving

PAGE = b"<p>It rained.</p>"
REFUSED = "the site's robots.txt asks robots to leave it alone; paste the text instead"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.pages |= {"/": Reply(PAGE), "/news/a": Reply(PAGE), "/private/a": Reply(PAGE)}
        yield site


def _robots(told: str) -> Reply:
    return Reply(told.encode(), kind="text/plain")


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /", "/", False),
        ("User-agent: *\nDisallow: /private", "/private/a", False),
        ("User-agent: *\nDisallow: /private", "/news/a", True),
        ("User-agent: *\nDisallow: /\nAllow: /news/", "/news/a", True),
        ("User-agent: onrecord\nDisallow: /\n\nUser-agent: *\nAllow: /", "/", False),
        ("User-agent: OnRecord\nAllow: /\n\nUser-agent: *\nDisallow: /", "/", True),
        ("User-agent: Other\nDisallow: /", "/", True),
        ("User-agent: *\nDisallow: /*/a$", "/news/a", False),
        ("\x00\xff garbage <html>", "/", True),
        ("", "/", True),
    ],
)
def test_rules_are_kept(site: Site, rules: str, path: str, allowed: bool) -> None:  # noqa: FBT001
    site.pages["/robots.txt"] = _robots(rules)
    if allowed:
        assert fetcher().fetch(site.url + path).data == PAGE
    else:
        with pytest.raises(Unfetchable, match=REFUSED):
            fetcher().fetch(site.url + path)
        assert site.paths == []


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_rules_that_are_not_there_allow_all(site: Site, status: int) -> None:
    site.pages["/robots.txt"] = Reply(status=status)
    assert fetcher().fetch(site.url).data == PAGE


@pytest.mark.parametrize("status", [429, 500, 503])
def test_rules_that_cannot_be_read_now_allow_nothing_now(site: Site, status: int) -> None:
    site.pages["/robots.txt"] = Reply(status=status, headers={"Retry-After": "60"})
    with pytest.raises(Unfetchable, match=rf"robots\.txt cannot be read now \({status}\)") as told:
        fetcher().fetch(site.url)
    assert told.value.retry_after == 60
    assert site.paths == []


def test_rules_that_do_not_come_in_time_allow_nothing_now(site: Site) -> None:
    site.pages["/robots.txt"] = Reply(act=lambda _: time.sleep(3))
    with pytest.raises(Unfetchable, match=f"'{site.url}/': the site does not answer"):
        fetcher(silent=0.2).fetch(site.url)
    assert site.paths == []


def test_rules_elsewhere_are_followed_but_not_into_a_private_network(site: Site) -> None:
    site.pages["/robots.txt"] = Reply(status=301, headers={"Location": "/rules"})
    site.pages["/rules"] = _robots("User-agent: *\nDisallow: /news")
    with pytest.raises(Unfetchable, match=REFUSED):
        fetcher().fetch(f"{site.url}/news/a")
    site.pages["/robots.txt"] = Reply(status=301, headers={"Location": "http://10.0.0.1/"})
    with pytest.raises(Unfetchable, match="it is no public address"):
        fetcher().fetch(f"{site.url}/news/a")


def test_of_endless_rules_the_beginning_is_heeded(site: Site) -> None:
    rules = "User-agent: *\nDisallow: /private\n" + "# x\n" * 200_000 + "Disallow: /news\n"
    site.pages["/robots.txt"] = _robots(rules)
    polite = fetcher()
    assert polite.fetch(f"{site.url}/news/a").data == PAGE
    with pytest.raises(Unfetchable, match=REFUSED):
        polite.fetch(f"{site.url}/private/a")


def test_rules_are_read_once_for_a_while(site: Site) -> None:
    polite = fetcher()
    polite.fetch(site.url)
    polite.fetch(f"{site.url}/news/a")
    assert [path for path, _ in site.asked] == ["/robots.txt", "/", "/news/a"]


def test_what_a_redirect_leads_to_is_asked_for_by_the_rules_there(site: Site) -> None:
    with serving() as other:
        other.pages |= {"/": Reply(PAGE), "/robots.txt": _robots("User-agent: *\nDisallow: /")}
        site.pages["/"] = Reply(status=302, headers={"Location": other.url})
        with pytest.raises(Unfetchable, match=REFUSED):
            fetcher().fetch(site.url)
        assert other.paths == []


def test_a_host_gets_a_pause_between_two_requests_from_whatever_thread(site: Site) -> None:
    polite = fetcher(pause=0.2)
    began = time.monotonic()
    threads = [threading.Thread(target=polite.fetch, args=(site.url,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(site.asked) >= 3  # with robots.txt
    assert time.monotonic() - began >= 0.2 * (len(site.asked) - 1)


@pytest.mark.parametrize(("asked", "waited"), [("0.3", 0.3), ("9999", 0.5)], ids=["some", "much"])
def test_a_site_may_ask_for_longer_pauses_within_reason(
    site: Site, asked: str, waited: float
) -> None:
    site.pages["/robots.txt"] = _robots(f"User-agent: *\nCrawl-delay: {asked}")
    polite = fetcher(longest_pause=0.5)
    polite.fetch(site.url)
    began = time.monotonic()
    polite.fetch(site.url)
    assert waited - 0.1 <= time.monotonic() - began < waited + 1


def test_nothing_waits_for_its_turn_once_the_bot_stops(site: Site) -> None:
    polite, stop = fetcher(pause=60), threading.Event()
    site.pages["/robots.txt"] = lambda _: stop.set() or Reply(status=404)
    began = time.monotonic()
    with pytest.raises(Unfetchable, match="On Record is stopping"):
        polite.fetch(site.url, stop=stop)
    assert time.monotonic() - began < 5
