"""RSS and Atom, by feedparser: entries with their whole text, and links to the others."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import urljoin

import feedparser
from feedparser.mixin import _FeedParserMixin

from store.articles import compressed, entries
from store.articles.documents import LONGEST_LINE, Details, Found
from store.articles.moments import later, moment
from store.articles.paragraphs import paragraphs
from store.articles.parsing import root_name, xml_text
from store.articles.unreadable import unreadable
from store.errors import UnreadableArticle

NAME = "feed"
SUFFIXES = frozenset({"rss", "atom", "rdf"})

_ROOTS = frozenset({"rss", "feed", "RDF"})
_AS_DECODED = {"content-type": "application/xml; charset=utf-8"}
# WordPress's export is a feed, too, of pictures and drafts as well.
_POSTS, _PUBLIC = frozenset({"post", "page"}), "publish"
_MARKED_UP = frozenset({"text/html", "application/xhtml+xml"})

_MOST_ATTRIBUTES, _ATTRIBUTE = 100, re.compile(r"=\s*[\"']")
_MOST_NAMESPACES = 10_000  # each is compared with each, too
_LONGEST_AUTHOR = 300  # characters; feedparser takes the square of their number

_MAILED = re.compile(r"\s*\S+@\S+\s*(?:\((.+)\))?\s*")

# What feedparser was seen to raise on feeds it had not met.
_TRIPPED = (AttributeError, LookupError, TypeError, ValueError, AssertionError, RecursionError)


def knows(start: bytes, *, named: bool) -> bool:  # noqa: ARG001 -- its root tells
    """Whether the outermost element is a feed's."""
    return root_name(start) in _ROOTS


def documents(name: str, file: BinaryIO) -> Iterator[Found]:
    """Each entry of a feed: its article where it has the whole, else the link to that."""
    feed = _parsed(name, compressed.whole(name, file))
    for number, entry in enumerate(feed.entries, 1):
        if _is_article(entry):
            told = _details(name, feed, entry)
            yield entries.found(f"{name}, entry {number}", told, _content(entry), _summary(entry))


def _parsed(name: str, data: bytes) -> Any:
    """The feed in *data*, given as bytes: feedparser would fetch what is named by text."""
    text = xml_text(name, data)
    if text.count("xmlns") > _MOST_NAMESPACES or any(map(_is_trap, text.split("<"))):
        raise unreadable(name, "it has attributes without end, which may be a trap")
    try:
        return feedparser.parse(
            io.BytesIO(text.encode()),
            response_headers=_AS_DECODED,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except _TRIPPED as error:
        raise unreadable(name, "its XML is damaged; is it a feed?") from error


def _is_trap(tag: str) -> bool:
    """Whether *tag*, up to the next, has attributes without end: each is compared with each."""
    return len(tag) > 8 * _MOST_ATTRIBUTES and len(_ATTRIBUTE.findall(tag)) > _MOST_ATTRIBUTES


def _told_apart(parser: Any, key: str = "author") -> None:
    """Name and address of an author, as feedparser tells them apart, unless that takes too long."""
    if len(str(parser._get_context().get(key) or "")) <= _LONGEST_AUTHOR:
        _tell_apart(parser, key)


_tell_apart = _FeedParserMixin._sync_author_detail
_FeedParserMixin._sync_author_detail = _told_apart  # it offers no other way to bound it


def _is_article(entry: Any) -> bool:
    status, kind = entry.get("wp_status", _PUBLIC), entry.get("wp_post_type", "post")
    return status == _PUBLIC and kind in _POSTS


def _details(name: str, feed: Any, entry: Any) -> Details:
    first = moment(entry.get("published"))
    last = moment(entry["updated"]) if "updated" in entry else None
    if not feed.version.startswith("atom"):  # in RSS the one date that there is
        first, last = first or last, later(first, last)
    return Details(
        title=_line(name, entry.get("title")),
        outlet=_line(name, entry.get("source", {}).get("title") or feed.feed.get("title")),
        url=_address(feed, entry),
        byline=", ".join(_authors(entry)) or None,
        published_at=first,
        updated_at=last,
        language=_language(feed, entry),
    )


def _line(name: str, markup: str | None) -> str | None:
    """*markup* on one line without its tags; titles come escaped once, twice or not at all."""
    try:
        return " ".join(paragraphs(name, markup or "")) or None
    except UnreadableArticle:
        return None


def _address(feed: Any, entry: Any) -> str | None:
    """Where the article itself is, not where its readers are counted."""
    told = entry.get("feedburner_origlink") or entry.get("link")
    site = feed.feed.get("link") or ""  # None where its identifier is damaged
    try:
        return urljoin(site if len(site) <= LONGEST_LINE else "", told) if told else None
    except ValueError:  # "http://[" is no address
        return str(told)


def _authors(entry: Any) -> Iterator[str]:
    """Each by name; an address to write to is none, and feedparser tears long ones apart."""
    for author in entry.get("authors", ()):
        told = str(entry.get("author", ""))[: _LONGEST_AUTHOR + 1]
        mailed = _MAILED.fullmatch(told) if author.get("email") else None
        name = mailed[1] if mailed else author.get("name")
        if name and "@" not in name:
            yield name


def _language(feed: Any, entry: Any) -> str | None:
    for part in (*entry.get("content", ()), entry.get("summary_detail") or {}):
        if part.get("language"):
            return str(part["language"])
    return feed.feed.get("language") or None


def _content(entry: Any) -> entries.Text | None:
    """The longest of what it gives as its content."""
    given = [part for part in entry.get("content", ()) if part.get("value")]
    longest = max(given, key=lambda part: len(part["value"]), default=None)
    return _text(longest) if longest else None


def _summary(entry: Any) -> entries.Text | None:
    detail = entry.get("summary_detail")
    return _text(detail) if detail and detail.get("value") else None


def _text(part: Any) -> entries.Text:
    return entries.Text(part["value"], part.get("type", "text/html") in _MARKED_UP)
