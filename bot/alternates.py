"""The feeds that a page names: people give a site's address where its feed's is asked for."""

from __future__ import annotations

from contextlib import suppress
from html.parser import HTMLParser
from urllib.parse import urljoin

from store.fetching import Fetched

_LOOKED_AT = 200 * 1024  # bytes: they stand in the head
_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})


def feeds_of(page: Fetched) -> tuple[str, ...]:
    """The addresses of the feeds that *page* names, in its order; none where it is no HTML."""
    links = _Links()
    with suppress(AssertionError):  # the parser's own, of a damaged declaration
        links.feed(page.data[:_LOOKED_AT].decode("utf-8", "replace"))
    found = []
    for href in links.found:
        with suppress(ValueError):  # "http://[" is no address
            found.append(urljoin(page.url, href))
    return tuple(dict.fromkeys(found))


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the address of a link to a feed."""
        told = {name: value or "" for name, value in attrs}
        alternate = "alternate" in told.get("rel", "").lower().split()
        href = told.get("href", "").strip()
        if tag == "link" and alternate and href and told.get("type", "").lower() in _FEEDS:
            self.found.append(href)
