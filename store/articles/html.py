"""HTML: the article of a page without what stands around it, by trafilatura."""

from __future__ import annotations

import logging
import re
from datetime import date

from htmldate import find_date
from trafilatura import bare_extraction
from trafilatura.settings import Document

from store.articles.encoding import decode
from store.articles.unreadable import unreadable
from store.model import Article

NAME = "html"
SUFFIXES = frozenset({"html", "htm", "xhtml"})

_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|(?:\?xml|!--)[^>]*>|html|head|body)\b", re.I)
_BLOCK = re.compile(rb"\s*<[a-z!][^>]*>.*?<(?:p|div|article|h[1-6]|br)\b", re.I | re.S)
_TAG = re.compile(rb"<[a-z!/][^>]*>", re.I)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_WHOLE = re.compile(r"<(?:html|body)\b", re.I)
_DECLARED = (
    (re.compile(r"<head\b", re.I), re.compile(r"</head", re.I)),
    (re.compile(r"<script[^>]{0,200}ld\+json", re.I), re.compile(r"</script", re.I)),
)

LARGEST = 3 * 1024 * 1024  # bytes; trafilatura takes seconds for these, minutes for 20 MB

# What these libraries were seen to raise on pages they had not met: AttributeError (trafilatura
# issues 226, 640, 667), TypeError (60), ValueError (htmldate 145); LookupError is their neighbour.
# They catch lxml's own errors themselves.
_TRIPPED = (AttributeError, LookupError, TypeError, ValueError)

# What they have to say about a page goes nowhere, unless whoever runs the bot asks for it.
for _library in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


def knows(data: bytes, *, named: bool) -> bool:
    """Whether *data* begins as a page or a piece of one; if so *named*, any tag will do."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if start[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        start = start.decode("utf-16", "ignore").encode()
    if named and _TAG.search(start):
        return True
    return bool(_PAGE.match(start) or _BLOCK.match(start))


def read(name: str, data: bytes) -> Article:
    """The article in a page, a blank line between paragraphs; raises UnreadableArticle."""
    if len(data) > LARGEST:
        raise unreadable(name, f"a page may have {LARGEST // 1024**2} MB; paste the text instead")
    declared = _CHARSET.search(data[:4096])
    page = decode(name, data, declared[1].decode("ascii", "ignore") if declared else None)
    try:
        found = _extract(page)
        published = _published(page)
    except _TRIPPED as error:
        raise unreadable(name, "its HTML is damaged; paste the text instead") from error
    paragraphs = [line.strip() for line in ((found and found.text) or "").splitlines()]
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    if not found or not text:
        raise unreadable(name, "no article found in the page; paste the text instead")
    outlet = found.sitename if found.sitename != found.hostname else None
    return Article(text, found.title, outlet, found.author, found.url, published)


def _extract(page: str) -> Document | None:
    whole = page if _WHOLE.search(page) else f"<html><body>{page}</body></html>"
    found = bare_extraction(whole, with_metadata=True, include_comments=False)
    return found if isinstance(found, Document) else None


def _published(page: str) -> date | None:
    """The date that the page declares; dates in its text or footer would be guesses."""
    declared = "".join(_piece(page, *ends) for ends in _DECLARED)
    told = find_date(
        f"<html><head>{declared}</head><body><p></p></body></html>",
        extensive_search=False,
        original_date=True,
    )
    return date.fromisoformat(told) if told else None


def _piece(page: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> str:
    start = opening.search(page)
    end = closing.search(page, start.end()) if start else None
    return page[start.start() : end.end()] + ">" if start and end else ""
