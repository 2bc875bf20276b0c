"""WARC: web archives, as crawlers and Common Crawl's news keep them, by FastWARC."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from fastwarc.stream_io import BrotliReader, ChunkedReader
from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord, WarcRecordType

from store.articles import compressed, html
from store.articles.documents import LARGEST, Details, Document, Found
from store.articles.unreadable import too_large, unreadable
from store.errors import UnreadableArticle

NAME = "warc"
SUFFIXES = frozenset({"warc"})

_MAGIC = b"WARC/"
_FIRST = re.compile(rb"WARC/[01]\.\d+\s*\n")
_START = re.compile(rb"WARC/[01]\.\d+\r?\n|" + re.escape(compressed.GZIP))
_WITHIN = re.compile(rb"\r\nWARC/[01]\.\d+\r?\n")
_COUNT = re.compile(r"[0-9]{1,18}")
_PIECE = 1024 * 1024  # bytes in which the next record is looked for
_OVERLAP = 16  # bytes, more than what begins a record has
_ENOUGH = 4096  # packed bytes that surely tell how a record begins
_MOST = 10_000  # damaged records, or places between two that look like one and are none
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_OK = 200
_CHUNK = re.compile(rb"[\da-fA-F]{1,8}[^\r\n]{0,100}\r\n")
# What tells how something was packed: gzip, zlib; the bare stream begins with anything.
_BITS = {compressed.GZIP[:1]: zlib.MAX_WBITS + 16, b"\x78": zlib.MAX_WBITS}


def knows(start: bytes, *, named: bool) -> bool:  # noqa: ARG001 -- its first record tells
    """Whether it begins with a record."""
    return bool(_FIRST.match(start))


def documents(name: str, file: BinaryIO) -> Iterator[Found]:
    """Every page that a site answered with; a damaged record costs itself and no other.

    When a page was fetched is not when it was published.
    """
    at, told, tried = 0, False, 0  # told: of this damage, since the last record that was whole
    while tried < _MOST:
        try:
            for record in _records(file, at):
                at, found = record.stream_pos, _found(name, record)
                told = isinstance(found, UnreadableArticle)
                if found:
                    yield found
                if told:
                    break
            else:
                return
        except OSError:
            if not told:
                yield unreadable(name, f"the record at byte {at} or the next is damaged")
            told = True
        start = _next(file, at + 1)
        if start is None:
            return
        at, tried = start, tried + 1
    yield unreadable(name, f"{_MOST} records are damaged; the rest is not read")


def _records(file: BinaryIO, at: int) -> Iterator[WarcRecord]:
    file.seek(at)
    yield from ArchiveIterator(file, record_types=WarcRecordType.any_type, parse_http=False)


def _found(name: str, record: WarcRecord) -> Document | UnreadableArticle | None:
    """The page in *record*, an error where it is damaged, None where it has none.

    Raises OSError where it is damaged, too.
    """
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    part = f"{name}, record at {record.stream_pos}"
    if record.record_type != WarcRecordType.response or not record.is_http:
        return None
    record.parse_http()
    headers = record.http_headers
    if headers.status_code != _OK or record.http_content_type not in _PAGES:
        return None
    if record.content_length > LARGEST:
        return too_large(part, "")
    raw, told = record.reader.read(LARGEST), headers.get("Content-Length") or ""
    cut = len(raw) < max(record.content_length, int(told) if _COUNT.fullmatch(told) else 0)
    data = None if cut or _WITHIN.search(raw) else _decoded(raw, headers)
    if data is None:
        return unreadable(part, "it is cut off, or other records stand in it")
    if len(data) > LARGEST:
        return too_large(part, "")
    return Document(part, data, Details(url=url), html.NAME) if data.strip() else None


def _decoded(raw: bytes, headers: HeaderMap) -> bytes | None:
    """The page in *raw* as its site sent it, None where that is cut off.

    Some crawlers decode what they keep and leave the headers that say how it was sent. FastWARC
    2.0 would decode records as it reads them, but ends without a word after one that was packed
    and sent in chunks.
    """
    chunked = "chunked" in (headers.get("Transfer-Encoding") or "").lower()
    if chunked and _CHUNK.match(raw):
        raw = ChunkedReader(io.BytesIO(raw)).read(len(raw))
    coding = (headers.get("Content-Encoding") or "").strip().lower()
    if coding == "br":
        return BrotliReader(io.BytesIO(raw)).read(LARGEST + 1)
    if coding in {"gzip", "x-gzip", "deflate"}:
        return _inflated(raw, _BITS.get(raw[:1], -zlib.MAX_WBITS))
    return raw


def _inflated(raw: bytes, bits: int) -> bytes | None:
    unpacking = zlib.decompressobj(bits)
    try:
        data = unpacking.decompress(raw, LARGEST + 1)
    except zlib.error:
        return raw
    return data if unpacking.eof or len(data) > LARGEST else None


def _next(file: BinaryIO, at: int) -> int | None:
    """Where the first record begins at or after *at*; None where there is none."""
    tried = 0
    while tried < _MOST:
        file.seek(at)
        piece = file.read(_PIECE)
        for found in _START.finditer(piece):
            if _begins(file, at + found.start(), found[0]):
                return at + found.start()
            tried += 1
        if len(piece) <= _OVERLAP:
            return None
        at += len(piece) - _OVERLAP
    return None


def _begins(file: BinaryIO, at: int, start: bytes) -> bool:
    if start.startswith(_MAGIC):
        return True
    file.seek(at)
    try:
        unpacking = zlib.decompressobj(zlib.MAX_WBITS + 16)
        return unpacking.decompress(file.read(_ENOUGH), len(_MAGIC)) == _MAGIC
    except zlib.error:
        return False
