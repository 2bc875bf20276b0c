"""Files as they come, packed by gzip or not: unpacked only as far as they are read."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from typing import BinaryIO, cast

from store.articles.documents import LARGEST
from store.articles.encoding import decode
from store.articles.unreadable import too_large, unreadable

GZIP = b"\x1f\x8b\x08"
DAMAGED = (OSError, EOFError, zlib.error)  # what unpacking raises

_PIECE = 64 * 1024  # bytes that are read at once
_WIDE = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def is_packed(file: BinaryIO) -> bool:
    """Whether *file*, which is then at its beginning, is packed."""
    file.seek(0)
    packed = file.read(len(GZIP)) == GZIP
    file.seek(0)
    return packed


def unpacked(file: BinaryIO) -> BinaryIO:
    """*file* from its beginning, as it was before it was packed."""
    return cast(BinaryIO, gzip.GzipFile(fileobj=file)) if is_packed(file) else file


def start(data: bytes, most: int) -> bytes:
    """At most *most* bytes of what begins with *data*, unpacked; as they are if damaged."""
    if not data.startswith(GZIP):
        return data
    try:
        return zlib.decompressobj(zlib.MAX_WBITS + 16).decompress(data, most)
    except zlib.error:
        return data


def whole(name: str, file: BinaryIO) -> bytes:
    """All of *file*, unpacked; raises UnreadableArticle where that is more than a document."""
    try:
        data = unpacked(file).read(LARGEST + 1)
    except DAMAGED as error:
        raise unreadable(name, "what is packed in it is damaged; send it again") from error
    if len(data) > LARGEST:
        raise too_large(name)
    return data


def lines_of_text(name: str, file: BinaryIO) -> BinaryIO:
    """*file*, unpacked, with a byte order mark left out and UTF-16 or UTF-32 made UTF-8.

    Raises UnreadableArticle.
    """
    opened = unpacked(file)
    try:
        first = opened.read(4)
        opened.seek(0)
    except DAMAGED as error:
        raise unreadable(name, "what is packed in it is damaged; send it again") from error
    if first.startswith(_WIDE):
        return io.BytesIO(decode(name, whole(name, file)).lstrip("\ufeff").encode())
    if first.startswith(codecs.BOM_UTF8):
        opened.seek(len(codecs.BOM_UTF8))
    return opened


class Rationed:
    """A file of many records, none of which may be larger than a document.

    What was read is counted since `next_record`; more raises UnreadableArticle.
    """

    def __init__(self, name: str, file: BinaryIO) -> None:
        self._name, self._file, self._read = name, file, 0

    def next_record(self) -> None:
        """Begins to count anew."""
        self._read = 0

    def read(self, size: int = -1) -> bytes:
        """At most *size* bytes, and no more than a piece of a document."""
        return self._counted(self._file.read(size if 0 <= size <= _PIECE else _PIECE))

    def readline(self) -> bytes:
        """A line, to its end."""
        return self._counted(self._file.readline(LARGEST + _PIECE + 1))

    def _counted(self, data: bytes) -> bytes:
        self._read += len(data)
        if self._read > LARGEST + _PIECE:
            most = f"{LARGEST // 1024**2} MB"
            raise unreadable(self._name, f"a record is larger than {most}; the rest is not read")
        return data
