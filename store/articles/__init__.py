"""Files in, articles out: a format is one module with `NAME`, `SUFFIXES`, `knows` and `read`.

A collection, which keeps many articles in one file, has `documents` in place of `read`. A file is
taken apart (splitting), its format found (formats), and each of its documents read (reading).
"""

from __future__ import annotations

from store.articles.details import link
from store.articles.documents import LARGEST, Details, Document, Found, Linked
from store.articles.outlets import NO_NAMES
from store.articles.reading import LONGEST, read, read_document
from store.articles.splitting import documents, holds_many
from store.articles.unreadable import too_large

__all__ = [
    "LARGEST",
    "LONGEST",
    "NO_NAMES",
    "Details",
    "Document",
    "Found",
    "Linked",
    "documents",
    "holds_many",
    "link",
    "read",
    "read_document",
    "too_large",
]
