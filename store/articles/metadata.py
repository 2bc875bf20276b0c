"""What a page declares about its article: linked data first, then its meta elements, else nothing.

What can only be guessed, such as a date in the footer or a name above the text, stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from lxml import etree

from store.articles.documents import Details
from store.articles.moments import moment

_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "headline")
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_BYLINE = (
    *("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator"),
    *("dcterms.creator", "cxenseparse:author", "citation_author"),
)
_PUBLISHED = (
    *("article:published_time", "datepublished", "og:article:published_time", "parsely-pub-date"),
    *("sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "pubdate"),
    *("publishdate", "publish_date", "publish-date", "cxenseparse:recs:publishtime", "date"),
)
_UPDATED = (
    *("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "lastmod"),
)
_LANGUAGE = ("content-language", "inlanguage", "og:locale", "dc.language", "dcterms.language")
_META = frozenset((*_TITLE, *_OUTLET, *_BYLINE, *_PUBLISHED, *_UPDATED, *_LANGUAGE, "og:url"))

_NO_NAME = re.compile(r"https?://|www\.|@|/", re.IGNORECASE)  # many sites tell a profile instead
_BY = re.compile(r"(?:written |words |story )?by[\s:]+(?=\S)", re.IGNORECASE)
_BETWEEN = r" ?[|–—\-·:•»] ?"  # what stands between a title and the site's name


def declared(root: etree._Element, linked: Details) -> Details:
    """What the page *root* tells of its article; what it tells as *linked* data wins."""
    found = linked.or_else(_in_elements(root))
    url = _canonical(root) or found.url
    outlet = _outlet(found.outlet, url)
    return Details(
        title=_title(found.title, outlet),
        outlet=outlet,
        url=url,
        byline=_byline(found.byline),
        published_at=found.published_at,
        updated_at=found.updated_at,
        language=found.language,
    )


def _in_elements(root: etree._Element) -> Details:
    """What elements other than scripts tell."""
    meta = _meta(root)
    names = (name for key in _BYLINE for name in meta.get(key, ()) if not _NO_NAME.search(name))
    return Details(
        title=_first(meta, _TITLE) or _heading(root),
        outlet=_first(meta, _OUTLET),
        url=_first(meta, ("og:url",)),
        byline=next(names, None) or _microdata(root, "author"),
        published_at=_time(meta, _PUBLISHED) or moment(_microdata(root, "datePublished")),
        updated_at=_time(meta, _UPDATED) or moment(_microdata(root, "dateModified")),
        language=_root_language(root) or _first(meta, _LANGUAGE),
    )


def _meta(root: etree._Element) -> dict[str, list[str]]:
    """What each meta element that matters tells, by what it is called."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        told = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = (element.get(attribute) or "").strip().lower()
            if told and key in _META:
                found.setdefault(key, []).append(told)
    return found


def _first(meta: dict[str, list[str]], keys: tuple[str, ...]) -> str | None:
    return next((meta[key][0] for key in keys if key in meta), None)


def _time(meta: dict[str, list[str]], keys: tuple[str, ...]) -> datetime | None:
    told = (moment(text) for key in keys for text in meta.get(key, ()))
    return next((at for at in told if at), None)


def _heading(root: etree._Element) -> str | None:
    """The page's one heading of the first rank, else what a browser's tab says."""
    headings = {text for text in map(_text, root.iter("h1")) if text}
    if len(headings) == 1:
        return headings.pop()
    return next((text for text in map(_text, root.iterfind("head/title")) if text), None)


def _microdata(root: etree._Element, name: str) -> str | None:
    """What elements with an `itemprop` tell, where they all tell the same."""
    told = set(_told(root, name))
    return told.pop() if len(told) == 1 else None


def _told(root: etree._Element, name: str) -> Iterator[str]:
    for element in root.xpath("//*[@itemprop=$name]", name=name):
        named = element.xpath(".//*[@itemprop='name']")
        inner = named[0] if named else element
        text = element.get("datetime") or inner.get("content") or _text(inner)
        if text and not _NO_NAME.match(text):
            yield text


def _root_language(root: etree._Element) -> str | None:
    told = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return str(told) if told else None


def _canonical(root: etree._Element) -> str | None:
    for element in root.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            return (element.get("href") or "").strip() or None
    return None


def _outlet(name: str | None, url: str | None) -> str | None:
    """*name*, unless it is only the host's."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        host = ""
    bare = (name or "").lower().removeprefix("www.")
    return None if bare and bare == host.removeprefix("www.") else name


def _title(title: str | None, outlet: str | None) -> str | None:
    """*title* without the site's name behind it, which is not part of it."""
    if not title or not outlet:
        return title
    title = " ".join(title.split())  # blanks without end would be gone over from each of them
    return re.sub(rf"{_BETWEEN}{re.escape(outlet)}$", "", title, flags=re.IGNORECASE) or title


def _byline(byline: str | None) -> str | None:
    name = _BY.sub("", byline or "", count=1) if _BY.match(byline or "") else byline
    return None if name and _NO_NAME.search(name) else name


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
