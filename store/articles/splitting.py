"""A file is one document, or a collection of many; here it is taken apart, and nothing is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO

from store.articles import compressed, csv_dump, dumps, formats
from store.articles.documents import LARGEST, Document, Found
from store.articles.names import PACKED, shown
from store.errors import NoArticle, UnreadableArticle

_START = 64 * 1024  # bytes by which a collection is known
_NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


def documents(
    name: str, file: BinaryIO, *, columns: Mapping[str, str] = _NO_COLUMNS
) -> Iterator[Found]:
    """What is in *file*, which can seek and is called *name*: one document, or a collection's.

    Of what is no collection no more is read than may be loaded. What is wrong with one document
    is among what is found, and stops no other. *columns* tells which column of a dump holds a
    part of an article: `{"text": "body"}`.
    """
    begins = compressed.start(file.read(_START), _START)
    file.seek(0)
    own, collection, dump = shown(name), *formats.several(name, begins)
    if wrong := dumps.unknown_parts(columns):
        return iter((wrong,))
    if dump or (columns and not collection):
        rows = (dump or csv_dump).rows(own, file)
        return _all(own, dumps.documents(own, rows, columns))
    if collection:
        return _all(own, collection.documents(own, file))
    return iter((_document(name, file),))


def holds_many(name: str, start: bytes) -> bool:
    """Whether a file called *name* that begins with *start* is a collection of articles."""
    return any(formats.several(name, compressed.start(start[:_START], _START)))


def _all(name: str, found: Iterator[Found]) -> Iterator[Found]:
    """What is *found*; last among it an error, where there is nothing or it cannot go on."""
    empty = True
    try:
        for one in found:
            empty = False
            yield one
    except UnreadableArticle as error:
        yield error
        return
    if empty:
        yield NoArticle(f"cannot read '{name}': there is no article in it")


def _document(name: str, file: BinaryIO) -> Document | UnreadableArticle:
    """The one document in *file*, unpacked where it was packed."""
    if not compressed.is_packed(file):
        return Document(name, file.read(LARGEST + 1))
    try:
        return Document(name.removesuffix(PACKED), compressed.whole(shown(name), file))
    except UnreadableArticle as error:
        return error
