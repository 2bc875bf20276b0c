"""Articles are read by processes of their own: what one does to its process costs it alone.

Whoever asks meanwhile waits for none of it, and a text that would take too long is given up.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path

from bot.errors import noted
from bot.fetched import read_fetched
from bot.workers import Lost, Workers
from store import fetching
from store.articles import Details, Document, Found, read_document
from store.errors import UnreadableArticle
from store.extraction import extract
from store.fetching import Fetched
from store.model import Article, Statement
from store.store import Store

_AT_ONCE = 2  # articles of chat and feeds that are read; each process of it takes some memory
_SECONDS, _BYTES_A_SECOND = 60, 2000  # that reading one may take
_NOTHING = Details()


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be read, for the store at *path*; what was *told* wins over all it tells itself.

    *beside* is what stood beside the address that it was fetched from.
    """

    given: Document | Fetched
    beside: Details
    told: Details
    outlets: Mapping[str, str]
    path: Path
    scope: str


@dataclass(frozen=True, slots=True)
class Read:
    """An article with its statements; without where the store needs none, or extracts them."""

    article: Article
    statements: tuple[Statement, ...] | None = None


def task(
    store: Store,
    found: Found,
    told: Details = _NOTHING,
    *,
    scope: str = "",
    stop: threading.Event | None = None,
) -> Task:
    """How *found* is read for *store*, fetched where it is linked; raises UnreadableArticle.

    Once *stop* is set no site is waited for.
    """
    if isinstance(found, UnreadableArticle):
        raise found
    task = partial(Task, told=told, outlets=store.outlet_names, path=store.path, scope=scope)
    if isinstance(found, Document):
        return task(found, _NOTHING)
    fetched = fetching.shared().fetch(found.url, stop=stop or threading.Event())
    return task(fetched, found.beside)


def article(task: Task) -> Article:
    """Read *task* in this process; raises UnreadableArticle."""
    if isinstance(task.given, Document):
        return read_document(task.given, task.told, task.outlets)
    return read_fetched(task.given, task.told, task.beside, task.outlets)


def workers(count: int) -> Workers[Task, Read]:
    """So many processes that read."""
    return Workers(_read, count, _patience)


def outcome(name: str, reading: Future[Read]) -> Read:
    """What came of *reading* what people know by *name*; raises UnreadableArticle."""
    try:
        return reading.result()
    except Lost as lost:
        why = noted(lost) if hasattr(lost, "__notes__") else str(lost)
        raise UnreadableArticle(f"cannot read '{name}': {why}") from lost


def apart(name: str, task: Task) -> Read:
    """Read *task* in one of the processes that chat and feeds share; as for `outcome`."""
    return outcome(name, _shared().do(lambda: task))


@cache
def _shared() -> Workers[Task, Read]:
    return workers(_AT_ONCE)


def _read(task: Task) -> Read:
    """Read *task*, in another process; with its statements where the store lacks them."""
    found = article(task)
    lacks = _store(task.path).lacks(found, scope=task.scope)
    return Read(found, extract(found) if lacks else None)


@lru_cache(maxsize=1)
def _store(path: Path) -> Store:
    """The store, open as long as this process reads for it."""
    return Store.to_read(path)


def _patience(task: Task) -> float:
    """How many seconds reading may take: some times what it does on a slow machine."""
    return _SECONDS + len(task.given.data) / _BYTES_A_SECOND
