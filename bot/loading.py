"""Articles in, and what a person is told of it: the same from the shell and from chat."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.fetched import read_fetched
from bot.loaded import summary
from store import fetching
from store.articles import (
    LARGEST,
    Details,
    Document,
    Found,
    Linked,
    read,
    read_document,
    too_large,
)
from store.errors import UnreadableArticle
from store.extraction import learned
from store.model import Article, Came, Loaded
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
        article = read(name, data, details)
        return store.load(article, by=by, scope=scope)


def load_found(store: Store, found: Found, told: Details, *, by: str, scope: str = "") -> Loaded:
    """Load what was *found* in a file, as `load` does; an article that is linked is fetched."""
    if isinstance(found, Linked):
        return load_address(store, found.url, told, found.beside, by=by, scope=scope)
    name = found.name if isinstance(found, Document) else ""
    with noting(store, name, by=by, scope=scope):
        if isinstance(found, UnreadableArticle):
            raise found
        return store.load(read_document(found, told), by=by, scope=scope)


def load_file(store: Store, path: Path, details: Details, *, by: str, scope: str = "") -> Loaded:
    """Load the file at *path*, as `load` does."""
    with noting(store, path.name, by=by, scope=scope):
        data = _content(path)
    return load(store, path.name, data, details, by=by, scope=scope)


def is_address(typed: str) -> bool:
    """Whether somebody means an address by what they *typed*, and not a file."""
    return typed.lower().startswith(("http://", "https://"))


def load_address(
    store: Store, url: str, told: Details, beside: Details = _NOTHING, *, by: str, scope: str = ""
) -> Loaded:
    """Fetch the article at *url* and store it, as `load` does; it links to where it was found.

    *beside* is what stood beside the address, and is used where the article does not tell it.
    """
    with noting(store, fetching.shown(url), by=by, scope=scope):
        article = read_fetched(fetching.shared().fetch(url), told, beside)
        return store.load(article, by=by, scope=scope)


@contextmanager
def noting(store: Store, name: str, *, by: str, scope: str) -> Iterator[None]:
    """Note in the load log that *name* could not be loaded, where that is what comes of it."""
    try:
        yield
    except UnreadableArticle as error:
        store.failed(name, str(error), by=by, scope=scope)
        raise


def read_file(path: Path) -> Article:
    """The text of the file at *path*, which is not stored."""
    return read(path.name, _content(path))


def files(paths: Iterable[Path], *, closed: Callable[[UnreadableArticle], None]) -> Iterator[Path]:
    """Every file in *paths*, those below a folder in the order of their names.

    What begins with a dot is left out. Folders that may not be looked into are told to *closed*.
    """
    for path in paths:
        if _is_folder(path):
            yield from sorted(_below(path, closed))
        else:
            yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # reading it will say what is wrong


def _below(folder: Path, closed: Callable[[UnreadableArticle], None]) -> Iterator[Path]:
    def tell(error: OSError) -> None:
        closed(_unreadable(error.filename, error))

    for place, folders, names in os.walk(folder, onerror=tell):
        folders[:] = (name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in names if not name.startswith("."))


def _content(path: Path) -> bytes:
    """What is in the file, which is looked at first: a device or a pipe may never end."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableArticle(f"cannot read '{path}': it is not a file")
        if found.st_size > LARGEST:
            raise too_large(str(path))
        with path.open("rb") as file:
            return file.read(found.st_size)
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path | str, error: OSError) -> UnreadableArticle:
    reason = (error.strerror or str(error)).lower()
    return UnreadableArticle(f"cannot read '{path}': {reason}")


def report(loaded: Loaded) -> str:
    """What one load did, in some sentences for the person who loaded."""
    return " ".join((summary(loaded), *(shortcomings() if loaded.came in READ else ())))


def shortcomings() -> tuple[str, ...]:
    """What keeps articles from being read as well as they could be, in sentences; mostly none."""
    return () if learned.available() else (RULES_ALONE,)
