"""Many articles at once: read on all cores, stored one after the other.

The store is what one process alone would have made, in the order of the articles, wherever it was
stopped and begun anew.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from importlib.metadata import version
from itertools import chain, islice

from bot import reading
from bot.inputs import Address, Item
from bot.reading import Read, Task
from bot.workers import Workers
from store.articles import Details, Document, Linked
from store.errors import UnreadableArticle
from store.model import Came, Loaded
from store.store import Store

FEW = 2  # articles of which each is read, also where it was loaded before
_SMALL = 200_000  # bytes that are read sooner than processes are made for it
_AHEAD = 8  # articles for each process that are read or wait while one is stored
_BYTES_AHEAD = 32 * 1024 * 1024


class End(StrEnum):
    """How the load of an article ended."""

    LOADED = "loaded"
    UNCHANGED = "unchanged"
    UPDATED = "updated"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one *item*: what its load did, or the *error* for which it failed.

    There is neither where it was loaded earlier from just the same, and was not read again.
    """

    item: Item
    loaded: Loaded | None = None
    error: UnreadableArticle | None = None

    @property
    def end(self) -> End:
        """In a word."""
        if self.error:
            return End.FAILED
        came = self.loaded.came if self.loaded else Came.KNOWN
        return _ENDS.get(came, End.UNCHANGED)


_ENDS = {Came.NEW: End.LOADED, Came.UPDATED: End.UPDATED}


@dataclass(frozen=True, slots=True)
class _Begun:
    """An item that is being read, unless it was loaded earlier."""

    item: Item
    origin: str
    reading: Future[Read] | None


def load(
    store: Store, items: Iterable[Item], told: Details, *, by: str, scope: str = ""
) -> Generator[Result, None, None]:
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

    def load(self, item: Item) -> Result:
        """Load one in this process."""
        return self._stored(item, lambda: Read(reading.article(self._task(item))))

    def load_many(self, items: Iterable[Item]) -> Iterator[Result]:
        """Read each in another process, and store them in this one, in their order."""
        stop = threading.Event()
        with reading.workers(_cores()) as workers:
            try:
                begun = (self._begun(workers, item, stop) for item in items)
                yield from map(self._ended, _ahead(begun, _AHEAD * _cores()))
            finally:
                stop.set()

    def _begun(self, workers: Workers[Task, Read], item: Item, stop: threading.Event) -> _Begun:
        origin = "" if self.again else _origin(item, self.told)
        if self.store.has_loaded(origin, scope=self.scope):
            return _Begun(item, origin, None)
        return _Begun(item, origin, workers.do(partial(self._task, item, stop)))

    def _ended(self, begun: _Begun) -> Result:
        """Store what was read; the same may stand twice among the items."""
        future, origin = begun.reading, begun.origin
        if future is None or self.store.has_loaded(origin, scope=self.scope):
            return Result(begun.item)
        return self._stored(begun.item, partial(reading.outcome, begun.item.name, future), origin)

    def _task(self, item: Item, stop: threading.Event | None = None) -> Task:
        """How *item* is read; raises UnreadableArticle."""
        found = Linked(item.found.url) if isinstance(item.found, Address) else item.found
        return reading.task(self.store, found, self.told, scope=self.scope, stop=stop)

    def _stored(self, item: Item, read: Callable[[], Read], origin: str = "") -> Result:
        by, scope = self.by, self.scope
        try:
            done = read()
            loaded = self.store.load(
                done.article, by=by, scope=scope, statements=done.statements, origin=origin
            )
        except UnreadableArticle as error:
            self.store.failed(item.name, str(error), by=by, scope=scope, origin=origin)
            return Result(item, error=error)
        return Result(item, loaded)


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


def _cores() -> int:
    """How many this process may use, where the system tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
