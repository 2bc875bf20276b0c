"""Bytes to text, without ever putting a replacement character in place of what was there."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator

from charset_normalizer import from_bytes

from store.articles.unreadable import unreadable

# UTF-32's little-endian mark begins with UTF-16's
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What English articles have outside ASCII in windows-1252: quotation marks, dashes, ellipsis,
# bullet, trade mark, euro, no-break space, pound, section, copyright, degree and é.
_TYPOGRAPHY = frozenset(b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xae\xb0\xe9")

# What browsers take for the encodings of old that pages declare.
_AS_BROWSERS = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "ascii": "windows-1252"}

_CONTROLS_ALLOWED = 0.02  # of all characters; more is no text
_LOOKED_AT = 64 * 1024  # bytes, to find out an encoding that nothing declares


def decode(name: str, data: bytes, declared: str | None = None) -> str:
    """The text of *data*, in the first encoding that fits; raises UnreadableArticle."""
    for encoding in _likely(data, declared):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if _controls(text) <= _CONTROLS_ALLOWED * len(text):
            return text
    raise unreadable(name, "it is not text in any known encoding; save it as UTF-8")


def _likely(data: bytes, declared: str | None) -> Iterator[str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            yield encoding
            return
    yield "utf-8"
    if declared:
        yield _AS_BROWSERS.get(declared.lower(), declared)
    if {byte for byte in data if byte > 127} <= _TYPOGRAPHY:
        yield "windows-1252"
    found = from_bytes(data[:_LOOKED_AT]).best()
    if found:
        yield found.encoding
    yield "windows-1252"


def _controls(text: str) -> int:
    return sum(unicodedata.category(c) == "Cc" and c not in "\t\n\r\f" for c in text)
