"""Articles in, and what a person is told of it: the same from the shell and from chat."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from bot import reading
from store import fetching
from store.articles import Details, Document, Found, Linked
from store.errors import UnreadableArticle
from store.extraction import learned
from store.model import Loaded
from store.store import Store

RULES_ALONE = (
    "The trained tagger's weights are missing, so rules alone read articles: reinstall onrecord."
)
_NOTHING = Details()


def load(store: Store, found: Found, told: Details, *, by: str, scope: str = "") -> Loaded:
    """Read what was *found* as an article and store it with its statements; fetch what is linked.

    Raises UnreadableArticle, and notes that in the load log, where nothing comes of it.
    """
    with noting(store, name_of(found), by=by, scope=scope):
        return read_and_store(store, found, told, by=by, scope=scope)


def read_and_store(
    store: Store,
    found: Found,
    told: Details = _NOTHING,
    *,
    by: str,
    scope: str = "",
    stop: threading.Event | None = None,
) -> Loaded:
    """As `load`, but nothing is noted. Once *stop* is set no site is waited for."""
    task = reading.task(store, found, told, scope=scope, stop=stop)
    read = reading.apart(name_of(found), task)
    return store.load(read.article, by=by, scope=scope, statements=read.statements)


def name_of(found: Found) -> str:
    """How people are told of what was *found*."""
    if isinstance(found, Linked):
        return fetching.shown(found.url)
    return found.name if isinstance(found, Document) else ""


@contextmanager
def noting(store: Store, name: str, *, by: str, scope: str) -> Iterator[None]:
    """Note in the load log that *name* could not be loaded, where that is what comes of it."""
    try:
        yield
    except UnreadableArticle as error:
        store.failed(name, str(error), by=by, scope=scope)
        raise


def shortcomings() -> tuple[str, ...]:
    """What keeps articles from being read as well as they could be, in sentences; mostly none."""
    return () if learned.available() else (RULES_ALONE,)
