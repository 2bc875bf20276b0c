"""What was fetched from an address, read as an article; the same for shell, chat and feeds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from store import fetching
from store.articles import NO_NAMES, Details, Document, holds_many, read_document
from store.errors import UnreadableArticle
from store.fetching import Fetched
from store.model import Article

# what a file of each kind is called, so that its name does not belie what it is
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
}
_DECLARED_IN_HEADER = ("text/html", "text/plain", "text/markdown")  # XML tells its own encoding
_NOTHING = Details()


def read_fetched(
    found: Fetched,
    details: Details,
    beside: Details = _NOTHING,
    outlets: Mapping[str, str] = NO_NAMES,
) -> Article:
    """The article that was *found* at an address; *beside* is told by what led there.

    Its link is the one that the page declares where that can be, else where it was found. *outlets*
    are the admin's names. Raises UnreadableArticle.
    """
    name = named(found)
    if holds_many(name, found.data):
        raise UnreadableArticle(
            f"cannot load '{fetching.shown(found.url)}': it holds many articles; follow it as a"
            " feed, or save it and load the file"
        )
    document = Document(name, _text(found), replace(beside, url=found.url))
    return read_document(document, details, outlets)


def named(found: Fetched) -> str:
    """What the file that was *found* would be called."""
    parts = urlsplit(found.url)
    last = PurePosixPath(unquote(parts.path)).name or parts.hostname or ""
    suffix = _SUFFIXES.get(found.kind, "")
    return last if last.lower().endswith(suffix) else f"{last}{suffix}"


def _text(found: Fetched) -> bytes:
    """The data, in UTF-8 where only the site's answer tells in what it is.

    What is UTF-8 stays as it is: many sites declare something else for it.
    """
    data, charset = found.data, found.charset
    if not charset or found.kind not in _DECLARED_IN_HEADER or _is_utf_8(data):
        return data
    try:
        return data.decode(charset).encode()
    except (UnicodeError, LookupError):
        return data


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in data  # UTF-16 has those
