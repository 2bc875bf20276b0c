"""NewsML-G2: one item as agencies send it, its text marked up as NITF, as XHTML or not at all."""

from __future__ import annotations

from datetime import datetime

from lxml import etree

from store.articles import nitf, wires
from store.articles.moments import later, moment
from store.articles.paragraphs import paragraphs
from store.articles.parsing import root_name, xml
from store.articles.unreadable import unreadable
from store.links import followable
from store.model import Article

NAME = "newsml"
SUFFIXES = frozenset({"newsml", "g2"})

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PAGE = frozenset({"text/html", "application/xhtml+xml"})


def knows(data: bytes, *, named: bool) -> bool:  # noqa: ARG001 -- its root tells
    """Whether the outermost element is an item."""
    return root_name(data) == "newsItem"


def read(name: str, data: bytes) -> Article:
    """The article in one item; raises UnreadableArticle."""
    item = xml(name, data)
    status, embargo = (_told(item, "itemMeta", part) for part in ("pubStatus", "embargoed"))
    wires.refuse_unusable(name, status, embargo)
    if not is_text(item):
        raise unreadable(name, "it is a picture, a video or the like, and no text")
    first, last = (_moment(item, part) for part in ("firstCreated", "versionCreated"))
    return Article(
        _text(name, item),
        title=_told(item, "contentMeta", "headline") or _told(item, "itemMeta", "title"),
        outlet=_outlet(item),
        byline=wires.writer(_told(item, "contentMeta", "by")),
        url=_url(item),
        published_at=first or last,
        updated_at=later(first, last),
        language=_language(item),
    )


def is_text(item: etree._Element) -> bool:
    """Whether *item* is a text, and no picture or the like."""
    found = item.find("{*}itemMeta/{*}itemClass")
    kind = found.get("qcode", found.get("uri", "")) if found is not None else ""
    return not kind or kind.endswith(("text", "composite"))


def _told(item: etree._Element, part: str, what: str) -> str | None:
    """What the first *what* in a *part* of *item* says, in words or in a code."""
    found = item.find(f"{{*}}{part}/{{*}}{what}")
    return (wires.words(found) or found.get("qcode")) if found is not None else None


def _moment(item: etree._Element, what: str) -> datetime | None:
    return moment(_told(item, "itemMeta", what))


def _outlet(item: etree._Element) -> str | None:
    """The provider by name; else who is credited; else the provider as it is coded."""
    provider = item.find("{*}itemMeta/{*}provider")
    credit = _told(item, "contentMeta", "creditline")
    if provider is None:
        return credit
    coded = provider.get("literal") or provider.get("qcode", "").rpartition(":")[2]
    return wires.words(provider.find("{*}name")) or credit or coded or None


def _url(item: etree._Element) -> str | None:
    """Where the same stands as a page, or an identifier that is an address."""
    pages = (
        remote.get("href", "")
        for remote in item.iterfind("{*}contentSet/{*}remoteContent")
        if remote.get("contenttype") in _PAGE
    )
    return next(filter(followable, (*pages, item.get("guid", ""))), None)


def _language(item: etree._Element) -> str | None:
    return (
        wires.attribute(item.find("{*}contentMeta/{*}language"), "tag")
        or wires.attribute(item.find("{*}contentSet/{*}inlineXML"), _LANGUAGE)
        or wires.attribute(item, _LANGUAGE)
    )


def _text(name: str, item: etree._Element) -> str:
    """The text of the first content of *item* that has any: it is one text in several forms."""
    for content in item.iterfind("{*}contentSet/*"):
        kind = etree.QName(content).localname
        found = ""
        if kind == "inlineXML":
            within = content.find("{*}nitf")
            found = wires.body(name, content) if within is None else nitf.text(name, within)
        elif kind == "inlineData":
            plain = content.get("contenttype", "text/plain") == "text/plain"
            written = content.text or ""
            found = written.strip() if plain else "\n\n".join(paragraphs(name, written))
        if found:
            return found
    raise unreadable(name, "it has no text of its own; load the page or file that it names")
