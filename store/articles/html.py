"""HTML: the article of a page without what stands around it, by trafilatura."""

from __future__ import annotations

import logging
import re
from dataclasses import fields

from lxml import etree
from trafilatura import load_html

from store.articles import body
from store.articles.documents import Details
from store.articles.encoding import decode
from store.articles.jsonld import linked
from store.articles.metadata import declared
from store.articles.tags import endless
from store.articles.unreadable import unreadable
from store.model import Article

NAME = "html"
SUFFIXES = frozenset({"html", "htm", "xhtml"})

_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|(?:\?xml|!--)[^>]*>|html|head|body)\b", re.I)
_BLOCK = re.compile(rb"\s*<[a-z!][^>]*>.*?<(?:p|div|article|h[1-6]|br)\b", re.I | re.S)
_TAG = re.compile(rb"<[a-z!/][^>]*>", re.I)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_WHOLE = re.compile(r"<(?:html|body)\b", re.I)

_MOST = 40_000  # elements; of some kinds trafilatura takes half a minute for these
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
    charset = _CHARSET.search(data[:4096])
    page = decode(name, data, charset[1].decode("ascii", "ignore") if charset else None)
    if endless(page):
        raise unreadable(name, "its HTML has tags without end; paste the text instead")
    try:
        root = load_html(page if _WHOLE.search(page) else f"<html><body>{page}</body></html>")
        if root is not None and sum(1 for _ in root.iter()) > _MOST:
            raise unreadable(name, f"a page may have {_MOST:,} elements; paste the text instead")
        told, paragraphs = _read(root) if root is not None else (Details(), [])
    except _TRIPPED as error:
        raise unreadable(name, "its HTML is damaged; paste the text instead") from error
    if not paragraphs:
        raise unreadable(name, "no article found in the page; paste the text instead")
    return Article(
        "\n\n".join(paragraphs), **{one.name: getattr(told, one.name) for one in fields(told)}
    )


def _read(root: etree._Element) -> tuple[Details, list[str]]:
    data = linked(root)
    return declared(root, data.details), body.paragraphs(root, data.body)
