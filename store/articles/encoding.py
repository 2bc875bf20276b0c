"""Bytes to text, without ever putting a replacement character in place of what was there."""

from __future__ import annotations

import codecs
import re
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

# What text without a declaration may be in. The Macintosh's encodings are left out: next to
# them those of Windows, which are everywhere, would be mistaken.
_UNDECLARED = [
    *(f"cp125{number}" for number in range(7)),
    *("shift_jis", "euc_jp", "euc_kr", "gb18030", "big5"),
]

# In bytes that were read as UTF-8: characters beyond ASCII, and bytes that are part of none.
_WHOLE = re.compile("[^\x00-\x7f\udc80-\udcff]")
_BROKEN = re.compile("[\udc80-\udcff]")

# What browsers take for the encodings of old that pages declare.
_AS_BROWSERS = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "ascii": "windows-1252"}

# What Python calls encodings, and no page is written in: one takes a backslash for a command.
_NO_ENCODINGS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined"}) | {
    "unicode-escape",
    "utf-7",
}

# Of all characters; more is no text. In UTF-8 they are more likely to be meant: other encodings
# fit almost any bytes.
_CONTROLS_ALLOWED, _CONTROLS_ALLOWED_IN_UTF_8 = 0.02, 0.1
_LOOKED_AT = 64 * 1024  # bytes, to find out an encoding that nothing declares


def decode(name: str, data: bytes, declared: str | None = None) -> str:
    """The text of *data*, in the first encoding that fits; raises UnreadableArticle."""
    for encoding in _likely(data, declared):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        utf_8 = encoding.startswith("utf-8")
        allowed = _CONTROLS_ALLOWED_IN_UTF_8 if utf_8 else _CONTROLS_ALLOWED
        if _controls(text) <= allowed * len(text):
            return text
    raise unreadable(name, _trouble(data))


def _likely(data: bytes, declared: str | None) -> Iterator[str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            yield encoding
            return
    yield "utf-8"
    if declared and _is_encoding(declared):
        yield _AS_BROWSERS.get(declared.lower(), declared)
    if not _mostly_utf_8(data):
        yield from _guessed(data[:_LOOKED_AT])
        yield "windows-1252"


def _is_encoding(declared: str) -> bool:
    try:
        return codecs.lookup(declared).name not in _NO_ENCODINGS
    except (LookupError, ValueError):  # unknown, or no name at all
        return False


def _guessed(data: bytes) -> Iterator[str]:
    """What *data* looks most like; windows-1252 wherever nothing looks better."""
    found = from_bytes(data, cp_isolation=_UNDECLARED)
    best = found.best()
    if best is None:
        return
    equals = [
        match.encoding
        for match in found
        if (match.chaos, match.coherence) == (best.chaos, best.coherence)
    ]
    yield "cp1252" if "cp1252" in equals else best.encoding


def _mostly_utf_8(data: bytes) -> bool:
    """Whether *data* has more characters that are whole in UTF-8 than other encodings ever have.

    In Windows' encodings there are next to none for a byte that is part of none, in those of
    East Asia up to 0.3.
    """
    text = data.decode("utf-8", "surrogateescape")
    return 2 * len(_WHOLE.findall(text)) > len(_BROKEN.findall(text))


def _trouble(data: bytes) -> str:
    text = data.decode("utf-8", "surrogateescape")
    broken = _BROKEN.search(text)
    if not broken:
        controls = _controls(text)
        return f"{controls} of its {len(text)} characters are control characters; is it text?"
    if _mostly_utf_8(data):
        line = text.count("\n", 0, broken.start()) + 1
        return f"it is UTF-8 with broken characters, first in line {line}; put them right"
    return "it is not text in any known encoding; save it as UTF-8"


def _controls(text: str) -> int:
    return sum(unicodedata.category(c) == "Cc" and c not in "\t\n\r\f" for c in text)
