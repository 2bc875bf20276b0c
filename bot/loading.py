"""Articles in, and what a person is told of it: the same from the shell and from chat."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.fetched import read_fetched
from bot.loaded import summary
from store import fetching
from store.articles import (
    Details,
    Document,
    Found,
    Linked,
    read,
    read_document,
)
from store.errors import UnreadableArticle
from store.extraction import learned
from store.model import Came, Loaded
from store.store import Store

RULES_ALONE = (
    "The trained tagger's weights are missing, so rules alone read articles: reinstall onrecord."
)
READ = frozenset((Came.NEW, Came.UPDATED))  # what became of an article that was read just now
_NOTHING = Details()


def load(
    store: Store, name: str, data: bytes, details: Details, *, by: str, scope: str = ""
) -> Loaded:
    """Read *data* as an article and store it with its statements.

    Raises UnreadableArticle, and notes that in the load log, where no format can read it.
    """
    with noting(store, name, by=by, scope=scope):
        article = read(name, data, details, store.outlet_names)
        return store.load(article, by=by, scope=scope)


def load_found(store: Store, found: Found, told: Details, *, by: str, scope: str = "") -> Loaded:
    """Load what was *found* in a file, as `load` does; an article that is linked is fetched."""
    if isinstance(found, Linked):
        return load_address(store, found.url, told, found.beside, by=by, scope=scope)
    name = found.name if isinstance(found, Document) else ""
    with noting(store, name, by=by, scope=scope):
        if isinstance(found, UnreadableArticle):
            raise found
        article = read_document(found, told, store.outlet_names)
        return store.load(article, by=by, scope=scope)


def load_address(
    store: Store, url: str, told: Details, beside: Details = _NOTHING, *, by: str, scope: str = ""
) -> Loaded:
    """Fetch the article at *url* and store it, as `load` does; it links to where it was found.

    *beside* is what stood beside the address, and is used where the article does not tell it.
    """
    with noting(store, fetching.shown(url), by=by, scope=scope):
        fetched = fetching.shared().fetch(url)
        article = read_fetched(fetched, told, beside, store.outlet_names)
        return store.load(article, by=by, scope=scope)


@contextmanager
def noting(store: Store, name: str, *, by: str, scope: str) -> Iterator[None]:
    """Note in the load log that *name* could not be loaded, where that is what comes of it."""
    try:
        yield
    except UnreadableArticle as error:
        store.failed(name, str(error), by=by, scope=scope)
        raise


def report(loaded: Loaded) -> str:
    """What one load did, in some sentences for the person who loaded."""
    return " ".join((summary(loaded), *(shortcomings() if loaded.came in READ else ())))


def shortcomings() -> tuple[str, ...]:
    """What keeps articles from being read as well as they could be, in sentences; mostly none."""
    return () if learned.available() else (RULES_ALONE,)
