"""Sitemaps: the addresses of a site's articles, with what its news sitemap tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from store.articles import compressed
from store.articles.documents import Details, Found, Linked
from store.articles.moments import moment
from store.articles.parsing import root_name, xml
from store.articles.unreadable import unreadable
from store.articles.wires import words
from store.links import followable

NAME = "sitemap"
SUFFIXES: frozenset[str] = frozenset()

_ROOTS = frozenset({"urlset", "sitemapindex"})


def knows(start: bytes, *, named: bool) -> bool:  # noqa: ARG001 -- its root tells
    """Whether the outermost element is a list of addresses or of such lists."""
    return root_name(start) in _ROOTS


def documents(name: str, file: BinaryIO) -> Iterator[Found]:
    """Each address in a sitemap; in an index of sitemaps each is another's."""
    root = xml(name, compressed.whole(name, file))
    index = etree.QName(root).localname == "sitemapindex"
    for number, entry in enumerate(root.iterfind("{*}sitemap" if index else "{*}url"), 1):
        url = words(entry.find("{*}loc")) or ""
        if followable(url):
            yield Linked(url, Details() if index else _details(entry, url))
        else:
            yield unreadable(f"{name}, entry {number}", "its address is none that can be fetched")


def _details(entry: etree._Element, url: str) -> Details:
    news = entry.find("{*}news")
    return Details(
        title=_told(news, "title"),
        outlet=_told(news, "publication/{*}name"),
        url=url,
        published_at=moment(_told(news, "publication_date")),
        updated_at=moment(_told(entry, "lastmod")),
        language=_told(news, "publication/{*}language"),
    )


def _told(element: etree._Element | None, path: str) -> str | None:
    return words(element.find(f"{{*}}{path}")) if element is not None else None
