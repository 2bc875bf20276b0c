"""JSON Feed 1.0 and 1.1: entries with their whole text, and links to the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from store.articles import compressed, entries
from store.articles.documents import Details, Found
from store.articles.encoding import decode
from store.articles.moments import moment
from store.articles.parsing import parsed_json
from store.articles.unreadable import unreadable

NAME = "jsonfeed"
SUFFIXES: frozenset[str] = frozenset()

_OBJECT = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*\{")
_VERSION = re.compile(rb'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org(?:\\?/)version')

Item = Mapping[str, Any]


def knows(start: bytes, *, named: bool) -> bool:  # noqa: ARG001 -- its version tells
    """Whether it is an object that tells the version of a JSON Feed."""
    narrow = start.replace(b"\0", b"")
    return bool(_OBJECT.match(narrow) and _VERSION.search(narrow))


def documents(name: str, file: BinaryIO) -> Iterator[Found]:
    """Each item of a feed: its article where it has the whole, else the link to that."""
    feed = parsed_json(name, decode(name, compressed.whole(name, file)))
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise unreadable(name, "it is a JSON Feed without items")
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            yield _found(f"{name}, item {number}", feed, item)


def _found(name: str, feed: Item, item: Item) -> Found:
    html, text, summary = (_told(item, f) for f in ("content_html", "content_text", "summary"))
    content = entries.Text(html) if html else entries.Text(text, marked_up=False) if text else None
    told = Details(
        title=_told(item, "title"),
        outlet=_told(feed, "title"),
        url=_told(item, "url") or _told(item, "id"),
        byline=", ".join(_authors(item)) or None,
        published_at=moment(item.get("date_published")),
        updated_at=moment(item.get("date_modified")),
        language=_told(item, "language") or _told(feed, "language"),
    )
    summarised = entries.Text(summary, marked_up=False) if summary else None
    return entries.found(name, told, content, summarised)


def _authors(item: Item) -> Iterator[str]:
    """By name; 1.0 had one author, 1.1 has several."""
    several = item.get("authors")
    for author in several if isinstance(several, list) else [item.get("author")]:
        if isinstance(author, dict) and (name := _told(author, "name")):
            yield name


def _told(item: Item, name: str) -> str | None:
    told = item.get(name)
    return told if isinstance(told, str) and told.strip() else None
