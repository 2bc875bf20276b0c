"""NewsML-G2: a message of several items, or a package, which only names them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from store.articles import compressed, newsml, wires
from store.articles.documents import Details, Document, Found, Linked
from store.articles.parsing import root_name, xml
from store.articles.unreadable import unreadable
from store.links import followable

NAME = "newsmessage"
SUFFIXES: frozenset[str] = frozenset()

_NAMESPACES = 10_000  # characters of what every item repeats once it stands alone
_ROOTS = frozenset({"newsMessage", "packageItem"})


def knows(start: bytes, *, named: bool) -> bool:  # noqa: ARG001 -- its root tells
    """Whether the outermost element is a message or a package."""
    return root_name(start) in _ROOTS


def documents(name: str, file: BinaryIO) -> Iterator[Found]:
    """Every text that *file* holds or names; pictures go unmentioned beside texts."""
    root = xml(name, compressed.whole(name, file))
    items = root.findall("{*}itemSet/{*}newsItem")
    if any(len(str(item.nsmap)) > _NAMESPACES for item in items):
        yield unreadable(name, "it has namespaces without end, which may be a trap")
        return
    texts = [item for item in items if newsml.is_text(item)] or items
    for number, item in enumerate(texts, 1):
        data = etree.tostring(item, encoding="utf-8", with_tail=False)
        yield Document(f"{name}, item {number}", data, format=newsml.NAME)
    if not items:
        yield from _named(name, root)


def _named(name: str, package: etree._Element) -> list[Found]:
    """What a package names; in a message it stands beside what it names."""
    refs = package.findall(".//{*}itemRef")
    named = ((ref.get("href") or "", wires.words(ref.find("{*}title"))) for ref in refs)
    found: list[Found] = [Linked(url, Details(title)) for url, title in named if followable(url)]
    return found or [unreadable(name, "it holds no text, and names none that can be fetched")]
