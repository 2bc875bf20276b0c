"""Many articles at once: read on all cores, stored one after the other.

The store is what one process alone would have made, in the order of the articles, wherever it was
stopped and begun anew.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache, partial
from importlib.metadata import version
from itertools import chain, islice
from pathlib import Path

from bot.errors import noted
from bot.fetched import read_fetched
from bot.inputs import Address, Item
from bot.workers import Lost, Workers
from store import fetching
from store.articles import Details, Document, Linked, read_document
from store.errors import UnreadableArticle
from store.extraction import extract
from store.fetching import Fetched
from store.model import Article, Came, Loaded, Statement
from store.store import Store

FEW = 2  # articles of which each is read, also where it was loaded before
_SMALL = 200_000  # bytes that are read sooner than processes are made for it
_AHEAD = 8  # articles for each process that are read or wait while one is stored
_BYTES_AHEAD = 32 * 1024 * 1024
_SECONDS, _BYTES_A_SECOND = 60, 2000  # that reading one may take
_NOTHING = Details()


class Became(StrEnum):
    """What became of an article that was to be loaded."""

    LOADED = "loaded"
    UNCHANGED = "unchanged"
    UPDATED = "updated"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one *item*: what its load did, or the *error* for which it failed.

    There is neither where it was loaded earlier from just the same, and was not read again.
    """

    item: Item
    loaded: Loaded | None = None
    error: UnreadableArticle | None = None

    @property
    def became(self) -> Became:
        """In a word."""
        if self.error:
            return Became.FAILED
        came = self.loaded.came if self.loaded else Came.KNOWN
        return _BECAME.get(came, Became.UNCHANGED)


_BECAME = {Came.NEW: Became.LOADED, Came.UPDATED: Became.UPDATED}


@dataclass(frozen=True, slots=True)
class _Job:
    """What a process reads: a document, or what was fetched and what stood beside its address."""

    given: Document | Fetched
    beside: Details = _NOTHING


@dataclass(frozen=True, slots=True)
class _Read:
    """An article with its statements; without where the store needs none, or extracts them."""

    article: Article
    statements: tuple[Statement, ...] | None = None


@dataclass(frozen=True, slots=True)
class _Begun:
    """An item that is being read, unless it was loaded earlier."""

    item: Item
    origin: str
    reading: Future[_Read] | None


def load(
    store: Store, items: Iterable[Item], told: Details, *, by: str, scope: str = ""
) -> Generator[Outcome, None, None]:
    """Load each of *items*, and say in their order what became of it; nothing stops the others.

    What was *told* holds for each. Of many, those that were loaded earlier are not read again.
    """
    items = iter(items)
    first = tuple(islice(items, FEW + 1))
    few = len(first) <= FEW
    loader = _Loader(store, told, by, scope, again=few)
    if few and sum(map(_size, first)) <= _SMALL:
        yield from map(loader.load, first)
    else:
        yield from loader.load_many(chain(first, items))


@dataclass(frozen=True, slots=True)
class _Loader:
    store: Store
    told: Details
    by: str
    scope: str
    again: bool  # whether also what was loaded before is read

    def load(self, item: Item) -> Outcome:
        """Load one in this process."""
        return self._stored(
            item, lambda: _Read(_article(_job(item), self.told, self.store.outlet_names))
        )

    def load_many(self, items: Iterable[Item]) -> Iterator[Outcome]:
        """Read each in another process, and store them in this one, in their order."""
        work = partial(_read, self.store.path, self.told, self.store.outlet_names, self.scope)
        stop = threading.Event()
        with Workers(work, _cores(), _patience) as workers:
            try:
                begun = (self._begun(workers, item, stop) for item in items)
                yield from map(self._ended, _ahead(begun, _AHEAD * _cores()))
            finally:
                stop.set()

    def _begun(self, workers: Workers[_Job, _Read], item: Item, stop: threading.Event) -> _Begun:
        origin = "" if self.again else _origin(item, self.told)
        if self.store.has_loaded(origin, scope=self.scope):
            return _Begun(item, origin, None)
        return _Begun(item, origin, workers.do(partial(_job, item, stop)))

    def _ended(self, begun: _Begun) -> Outcome:
        """Store what was read; the same may stand twice among the items."""
        reading, origin = begun.reading, begun.origin
        if reading is None or self.store.has_loaded(origin, scope=self.scope):
            return Outcome(begun.item)
        return self._stored(begun.item, partial(_result, begun.item, reading), origin)

    def _stored(self, item: Item, read: Callable[[], _Read], origin: str = "") -> Outcome:
        by, scope = self.by, self.scope
        try:
            done = read()
            loaded = self.store.load(
                done.article, by=by, scope=scope, statements=done.statements, origin=origin
            )
        except UnreadableArticle as error:
            self.store.failed(item.name, str(error), by=by, scope=scope, origin=origin)
            return Outcome(item, error=error)
        return Outcome(item, loaded)


def _ahead(begun: Iterable[_Begun], most: int) -> Iterator[_Begun]:
    """What was *begun*, in its order; so many are begun before the first is waited for."""
    waiting: deque[_Begun] = deque()
    size = 0
    for one in begun:
        waiting.append(one)
        size += _size(one.item)
        while waiting and (len(waiting) > most or size > _BYTES_AHEAD):
            size -= _size(waiting[0].item)
            yield waiting.popleft()
    while waiting:
        yield waiting.popleft()


def _size(item: Item) -> int:
    """The bytes of *item*; of what is still to be fetched they are not known."""
    return len(item.found.data) if isinstance(item.found, Document) else 0


def _origin(item: Item, told: Details) -> str:
    """What tells that *item* is just the same as an earlier one; "" for what is always loaded.

    A new version of this program may read it otherwise, and what is linked changes from day to day.
    """
    found = item.found
    if isinstance(found, Address):
        return ""
    parts: tuple[object, ...] = (version("onrecord"), told, str(found))
    data = b""
    if isinstance(found, Document):
        parts = (*parts[:2], found.name, found.beside, found.format)
        data = found.data
    elif isinstance(found, Linked):
        parts = (*parts, datetime.now(UTC).date())
    return hashlib.sha256(repr(parts).encode() + b"\0" + data).hexdigest()


def _job(item: Item, stop: threading.Event | None = None) -> _Job:
    """What is to be read of *item*, fetched where it is an address; raises UnreadableArticle."""
    found = item.found
    if isinstance(found, UnreadableArticle):
        raise found
    if isinstance(found, Document):
        return _Job(found)
    beside = found.beside if isinstance(found, Linked) else _NOTHING
    fetched = fetching.shared().fetch(found.url, stop=stop or threading.Event())
    return _Job(fetched, beside)


def _read(path: Path, told: Details, outlets: Mapping[str, str], scope: str, job: _Job) -> _Read:
    """Read *job*, in another process; with its statements where the store at *path* lacks them."""
    article = _article(job, told, outlets)
    lacks = _store(path).lacks(article, scope=scope)
    return _Read(article, extract(article) if lacks else None)


def _article(job: _Job, told: Details, outlets: Mapping[str, str]) -> Article:
    if isinstance(job.given, Document):
        return read_document(job.given, told, outlets)
    return read_fetched(job.given, told, job.beside, outlets)


@cache
def _store(path: Path) -> Store:
    """The store, open as long as this process lives."""
    return Store.to_read(path)


def _result(item: Item, reading: Future[_Read]) -> _Read:
    """What was read; raises UnreadableArticle where nothing came of it."""
    try:
        return reading.result()
    except Lost as lost:
        why = noted(lost) if hasattr(lost, "__notes__") else str(lost)
        raise UnreadableArticle(f"cannot read '{item.name}': {why}") from lost


def _patience(job: _Job) -> float:
    """How many seconds reading may take: some times what it does on a slow machine."""
    return _SECONDS + len(job.given.data) / _BYTES_A_SECOND


def _cores() -> int:
    """How many this process may use, where the system tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
