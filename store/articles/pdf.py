"""PDF: the paragraphs of its pages as a reader sees them, by PDFium in a process of its own."""

from __future__ import annotations

from store.articles.apart import apart
from store.articles.unreadable import unreadable
from store.model import Article

NAME = "pdf"
SUFFIXES = frozenset({"pdf"})

_START = b"%PDF-"
_TOLD = {
    "locked": "it is locked with a password; save it without one",
    "pictures": "it holds pictures of pages and no text; paste the text instead",
    "letters": "it does not tell which letters it shows; paste the text instead",
    "long": "it has too many pages; load it in parts",
}
_BROKEN = "the PDF is damaged, or needs too long to read; paste the text instead"


def knows(data: bytes, *, named: bool) -> bool:  # noqa: ARG001 -- its content says so
    """Whether *data* begins as a PDF does, or nearly at its beginning, as readers allow."""
    return _START in data[:1024]


def read(name: str, data: bytes) -> Article:
    """The article in *data*; its title is what is set in the largest letters on the first page."""
    try:
        found = apart("store.articles.pdf_pages", data)
    except ChildProcessError as error:
        raise unreadable(name, _BROKEN) from error
    if why := found.get("cannot"):
        raise unreadable(name, _TOLD.get(why, _BROKEN))
    return Article("\n\n".join(found["paragraphs"]), title=found["title"])
