"""What comes compressed, unpacked piece by piece: a bomb shows before it takes memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

PIECE = 64 * 1024  # bytes, of what comes and of what it holds
ENCODINGS = ("gzip", "deflate")  # as a site is told

_GZIP_OR_ZLIB, _BARE = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS
_GZIP = b"\x1f\x8b"
_HEAD = 2  # bytes


class CutOff(Exception):
    """What is compressed ends before its end: the rest would be missed by nobody."""


def unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What *pieces* of gzip or deflate hold; raises zlib.error or CutOff where they are damaged.

    A piece that holds nothing is given as such, so that whoever counts what comes can go on.
    """
    unpacking, data = None, b""
    for piece in pieces:
        data += piece
        while data:
            if unpacking is None or unpacking.eof:
                if len(data) < _HEAD:
                    break  # it tells nothing yet
                if unpacking and not data.startswith(_GZIP):
                    return  # after gzip there may be more of it, or rubbish
                unpacking = zlib.decompressobj(_GZIP_OR_ZLIB if _has_head(data) else _BARE)
            yield unpacking.decompress(data, PIECE)
            data = unpacking.unconsumed_tail or unpacking.unused_data
    if (unpacking is None and data) or (unpacking and not unpacking.eof):
        raise CutOff


def _has_head(data: bytes) -> bool:
    """Whether *data* begins as gzip or zlib does; what many sites call deflate has neither."""
    return data.startswith(_GZIP) or (data[0] & 15 == 8 and int.from_bytes(data[:_HEAD]) % 31 == 0)
