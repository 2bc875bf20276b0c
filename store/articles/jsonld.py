"""What a page tells about its article as linked data (JSON-LD, schema.org's NewsArticle)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from store.articles.documents import Details
from store.articles.moments import moment

# schema.org's Article and what is below it, less what is no news
_TYPES = re.compile(
    r"(?:https?://schema\.org/|schema:)?"
    r"(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|AdvertiserContentArticle)"
)
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage")  # where a page keeps its article
_DEEPEST = 6
_MOST = 2000  # things of linked data on one page that are looked at
_WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$")
_WRAPPINGS = 3  # one in the other
_LINK = re.compile(r"https?://|www\.|/", re.IGNORECASE)

Thing = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linked data tells of the article: its *details*, and its *body* where it has that."""

    details: Details
    body: str


def linked(root: etree._Element) -> Linked:
    """What the linked data of the page *root* tells of its article.

    Of several articles it is the first: others are those that the page links to. What is not told
    stays None.
    """
    things = [thing for script in _scripts(root) for thing in _things(script, 0)][:_MOST]
    named = {str(thing["@id"]): thing for thing in things if _named(thing)}
    article = next((thing for thing in things if _is_article(thing)), None)
    if article is None:
        return Linked(Details(), "")
    whole = next((body for body in _texts(article, "articleBody")), "")
    return Linked(_details(article, named), html.unescape(whole))


def _details(article: Thing, named: Mapping[str, Thing]) -> Details:
    published, updated = (
        next((at for at in map(moment, _texts(article, key)) if at), None)
        for key in ("datePublished", "dateModified")
    )
    return Details(
        title=_first(article, "headline") or _first(article, "name"),
        outlet=next(_names(article.get("publisher"), named), None),
        url=_first(article, "url") or _page(article.get("mainEntityOfPage")),
        byline=", ".join(dict.fromkeys(_names(article.get("author"), named))) or None,
        published_at=published,
        updated_at=updated,
        language=_language(article.get("inLanguage")),
    )


def _scripts(root: etree._Element) -> Iterator[Any]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            text = script.text or ""
            for _ in range(_WRAPPINGS):
                text = _WRAPPED.sub("", text)
            try:
                yield json.loads(text, strict=False)
            except (ValueError, RecursionError):  # many are damaged, and the page is none the worse
                continue


def _things(told: Any, depth: int) -> Iterator[Thing]:
    """Every thing in *told* that may be the page's article, and what they refer to."""
    if depth > _DEEPEST:
        return
    if isinstance(told, list):
        for one in told:
            yield from _things(one, depth + 1)
    elif isinstance(told, dict):
        yield told
        for holder in _HOLDERS:
            yield from _things(told.get(holder), depth + 1)


def _is_article(thing: Thing) -> bool:
    return any(_TYPES.fullmatch(told) for told in _texts(thing, "@type"))


def _named(thing: Thing) -> bool:
    """Whether *thing* is told here, under a name by which others refer to it."""
    return isinstance(thing.get("@id"), str) and "name" in thing


def _names(told: Any, named: Mapping[str, Thing]) -> Iterator[str]:
    """The names of whoever *told* is: a text, a thing, the name of one, or several."""
    for one in told if isinstance(told, list) else [told]:
        thing = one
        if isinstance(one, dict) and "name" not in one:
            thing = named.get(str(one.get("@id")), {})
        texts = _texts(thing, "name") if isinstance(thing, dict) else _as_texts(thing)
        yield from (text for text in texts if not _LINK.match(text))


def _page(told: Any) -> str | None:
    """The address of the page that *told* is."""
    if isinstance(told, dict):
        return _first(told, "@id") or _first(told, "url")
    return told if isinstance(told, str) else None


def _language(told: Any) -> str | None:
    if isinstance(told, dict):
        return _first(told, "alternateName")
    return next(_as_texts(told), None)


def _first(thing: Thing, key: str) -> str | None:
    return next(_texts(thing, key), None)


def _texts(thing: Thing, key: str) -> Iterator[str]:
    yield from _as_texts(thing.get(key))


def _as_texts(told: Any) -> Iterator[str]:
    for one in told if isinstance(told, list) else [told]:
        if isinstance(one, str) and (text := html.unescape(one).strip()):
            yield text
