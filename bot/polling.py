"""Feeds are read when they are due, and what is new in them is loaded."""

from __future__ import annotations

import asyncio
import logging
import random
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.entries import Entry, entries
from bot.errors import told
from bot.loading import read_and_store
from bot.phrases import in_digits
from store import fetching
from store.errors import NoArticle, StoreUnavailable, Unfetchable, UnreadableArticle
from store.feeds import Feed, Seen
from store.model import Came
from store.store import Store

EVERY = timedelta(minutes=15)  # between two polls of a feed
SOON = timedelta(minutes=1)  # where more is waiting than is loaded at once
RARELY = timedelta(hours=24)  # at the most, however often it failed
MOST = 30  # articles of one feed that are loaded at once
TRIES = 3  # polls in which an article is tried whose trouble may pass
GIVEN_UP = 3  # articles in a row whose trouble may pass: it is their site's
_WORKERS = 4  # feeds that are polled at once
_LOOK = 15.0  # seconds between two looks for what is due

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Polled:
    """What a poll came to: how many articles are new or changed, and what failed and why.

    *error* is why the feed itself could not be read. Some is still *waiting* where it had more
    than is loaded at once; it is to be read *again* where some was in trouble that may pass, and
    not before as many seconds as a site asked to be *left_alone*.
    """

    feed: Feed
    new: int = 0
    updated: int = 0
    failed: list[str] = field(default_factory=list)
    error: str | None = None
    waiting: bool = False
    again: bool = False
    left_alone: float = 0


async def keep_polling(store: Store) -> None:
    """Poll what is due until cancelled; the articles that are being loaded then are finished."""
    stop = threading.Event()
    pool = ThreadPoolExecutor(_WORKERS, "feeds")
    for _ in range(_WORKERS):
        pool.submit(_keep_polling, store, stop)
    try:
        await asyncio.Event().wait()
    finally:
        stop.set()
        await asyncio.to_thread(pool.shutdown)


def _keep_polling(store: Store, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            if feed := store.feeds.take():
                _note(poll(store, feed, stop))
                continue
        except StoreUnavailable as error:
            log.error("feeds are not polled now: %s", error)
        stop.wait(_LOOK)


def poll(store: Store, feed: Feed, stop: threading.Event) -> Polled:
    """Read *feed*, which was taken, and load what is new in it; what it lacks now stays loaded.

    Whatever goes wrong is the trouble of this feed alone. Once *stop* is set nothing more is
    begun: what is left comes with the next poll.
    """
    try:
        polled = _read(store, feed, stop)
    except StoreUnavailable:
        raise
    except UnreadableArticle as error:
        if stop.is_set():
            return Polled(feed)
        polled = _failed(store, feed, error, str(error))
    except Exception as error:  # noqa: BLE001 -- it stands in the log, and stops no other feed
        polled = _failed(store, feed, error, told(error))
    return polled


def _note(polled: Polled) -> None:
    for why in filter(None, (polled.error, *polled.failed)):
        log.warning("feed %s: %s", fetching.shown(polled.feed.url), why)
    log.info("feed %s", summary(polled))


def summary(polled: Polled) -> str:
    """What a poll that went well came to, in a sentence."""
    more = "; more is waiting" if polled.waiting or polled.again else ""
    new = in_digits(polled.new, "new article")
    updated = f", {polled.updated:,} updated" if polled.updated else ""
    return f"{fetching.shown(polled.feed.url)}: {new}{updated}{more}."


def _read(store: Store, feed: Feed, stop: threading.Event) -> Polled:
    validators = {"etag": feed.etag, "last_modified": feed.last_modified}
    found = fetching.shared().fetch(feed.url, **validators, stop=stop)
    if not found.changed:
        store.feeds.succeeded(feed, feed.etag, feed.last_modified, _later(EVERY))
        return Polled(feed)
    loading, keys = _Loading(store, feed, stop), set()
    with suppress(NoArticle):  # a quiet day, or a site that builds its feed anew just now
        for entry in entries(found):
            keys.add(entry.key)
            loading.take(entry)
        store.feeds.forget_all_but(feed, keys)
    polled = loading.polled
    whole = not (polled.waiting or polled.again)  # or the site would say that nothing changed
    store.feeds.succeeded(
        feed,
        found.etag if whole else None,
        found.last_modified if whole else None,
        _later(SOON if polled.waiting else EVERY, polled.left_alone),
    )
    return polled


def _failed(store: Store, feed: Feed, error: Exception, why: str) -> Polled:
    """Note that *feed* could not be read: the more often, the longer it is left alone."""
    pause = min(EVERY * 2 ** min(feed.failures + 1, 10), RARELY)
    asked = (error.retry_after if isinstance(error, Unfetchable) else None) or 0
    store.feeds.failed(feed, why, _later(pause, asked))
    return Polled(feed, error=why)


def _later(pause: timedelta, least: float = 0) -> datetime:
    """After about that *pause*, so that feeds part ways, and after so many seconds at *least*."""
    about = pause * random.uniform(0.9, 1.1)  # noqa: S311 -- no secret
    return datetime.now(UTC) + max(about, timedelta(seconds=least))


class _Loading:
    """The articles of one poll, one after the other; each is noted as soon as it is stored."""

    def __init__(self, store: Store, feed: Feed, stop: threading.Event) -> None:
        self.polled = Polled(feed)
        self._store = store
        self._feed = feed
        self._stop = stop
        self._seen = store.feeds.seen(feed)
        self._tried = 0
        self._in_trouble = 0  # in a row

    def take(self, entry: Entry) -> None:
        """Load *entry* if it is new or changed, and if it is not too much for now."""
        known = self._seen.get(entry.key)
        same = known if known and known.version == entry.version else None
        if same and same.failures in {0, TRIES}:
            return
        if self._stop.is_set() or self.polled.left_alone or self._in_trouble == GIVEN_UP:
            self.polled.again = True
        elif self._tried == MOST:
            self.polled.waiting = True
        else:
            self._tried += 1
            self._load(entry, same.failures if same else 0)

    def _load(self, entry: Entry, failures: int) -> None:
        scope, by = self._feed.scope, f"feed:{fetching.shown(self._feed.url)}"
        try:
            loaded = read_and_store(self._store, entry.found, by=by, scope=scope, stop=self._stop)
        except UnreadableArticle as error:
            if self._stop.is_set():
                self.polled.again = True
                return
            failures = self._trouble(error, failures)
            self._store.failed(fetching.shown(entry.key), str(error), by=by, scope=scope)
        else:
            self.polled.new += loaded.came is Came.NEW
            self.polled.updated += loaded.came is Came.UPDATED
            self._in_trouble = failures = 0
        self._store.feeds.note(self._feed, entry.key, Seen(entry.version, failures))

    def _trouble(self, error: UnreadableArticle, failures: int) -> int:
        """How often the article of *error* has failed by now; what does not pass is not tried."""
        passing = isinstance(error, Unfetchable) and error.passing
        self._in_trouble = self._in_trouble + 1 if passing else 0
        failures = failures + 1 if passing else TRIES
        self.polled.failed.append(str(error))
        self.polled.again |= failures < TRIES
        self.polled.left_alone = (error.retry_after or 0) if isinstance(error, Unfetchable) else 0
        return failures
