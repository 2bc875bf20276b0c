"""What stands in a feed: entries, each with what tells it from others and from what it was."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import chain, islice

from bot.alternates import feeds_of
from bot.fetched import named
from store import fetching
from store.articles import Details, Found, Linked, documents, holds_many
from store.errors import UnreadableArticle
from store.fetching import Fetched
from store.links import followable, same_site

NO_FEED = "it is no feed; give the address of RSS, Atom, a JSON Feed or a sitemap"


_NAMED = 3  # feeds of a page
_NUMBER = re.compile(r"\d+")  # an entry's place, which is another as soon as there is a new one


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a feed: *key* tells it from others, *version* from what it was before."""

    key: str
    version: str
    found: Found


def entries(feed: Fetched) -> Iterator[Entry]:
    """What stands in a *feed*, none twice; raises UnreadableArticle where it is none."""
    name = named(feed)
    if not holds_many(name, feed.data):
        raise UnreadableArticle(f"cannot follow '{fetching.shown(feed.url)}': {_no_feed(feed)}")
    found = documents(name, BytesIO(feed.data))
    first = list(islice(found, 2))
    if len(first) == 1 and isinstance(first[0], UnreadableArticle):
        raise first[0]  # the trouble is not an entry's but the feed's
    return _once(chain(first, found), feed.url)


def _no_feed(page: Fetched) -> str:
    found = [url for url in feeds_of(page) if followable(url)][:_NAMED]
    return f"it is no feed, but names {' and '.join(found)}" if found else NO_FEED


def _once(every: Iterable[Found], feed: str) -> Iterator[Entry]:
    keys = set()
    for found in every:
        entry = _entry(found, feed)
        if entry.key not in keys:
            keys.add(entry.key)
            yield entry


def _entry(found: Found, feed: str) -> Entry:
    if isinstance(found, UnreadableArticle):
        return Entry(_NUMBER.sub("", str(found)), "", found)
    if isinstance(found, Linked):
        return _linked(found)
    url = found.beside.url
    if url and not same_site(url, feed):  # another site's article is read there
        return _linked(Linked(url, found.beside))
    content = hashlib.sha256(found.data).hexdigest()
    return Entry(url or content, _version(content, *_dated(found.beside)), found)


def _linked(found: Linked) -> Entry:
    """Its page is not asked for as long as the feed tells the same of it."""
    return Entry(found.url, _version(*_dated(found.beside)), found)


def _dated(told: Details) -> tuple[object, ...]:
    return (told.updated_at or told.published_at or told.published, told.title)


def _version(*told: object) -> str:
    return hashlib.sha256(repr(told).encode()).hexdigest()
