"""The process that reads a PDF: bytes come in, its paragraphs go out as JSON."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos
from typing import Any

from pypdfium2 import PdfDocument, PdfiumError, PdfPage, PdfTextPage, raw

from store.articles.apart import bounded
from store.articles.pdf_layout import Line, paragraphs, title

_MOST = 300  # pages
_LEVEL = 0.9  # the cosine of an angle: what is turned further is a mark at the edge
_BLANK = 0.17  # times the size of letters: a gap that parts two words
_WITHIN_A_LINE = 1.0  # times the size of letters: how wide a gap may be
_ON_A_LINE = 0.3  # times the size of letters: how far apart the feet of one line may be
_UNTOLD = "\ufffc"  # for a letter of which the file does not tell which it is; alone a bullet
_WITHIN_A_WORD = re.compile(rf"\w{_UNTOLD}|{_UNTOLD}\w")


def main() -> None:
    """Read a PDF from the standard input, and write what is in it, or why it cannot be read."""
    bounded()
    json.dump(_read(sys.stdin.buffer.read()), sys.stdout)


def _read(data: bytes) -> dict[str, Any]:
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if error.err_code != raw.FPDF_ERR_PASSWORD:
            raise
        return {"cannot": "locked"}
    if len(document) > _MOST:
        return {"cannot": "long"}
    pages = [tuple(_lines(page)) for page in document]
    if not any(pages):
        return {"cannot": "pictures"}
    if any(_WITHIN_A_WORD.search(line.text) for page in pages for line in page):
        return {"cannot": "letters"}
    return {"paragraphs": paragraphs(pages), "title": title(pages)}


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter and where it stands; its *size* is that of its font as it is shown."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float


def _lines(page: PdfPage) -> Iterator[Line]:
    """The lines of *page* that are set level."""
    height = page.get_height()
    for letters in _runs(list(_letters(page.get_textpage()))):
        text = _words(letters)
        bare = text if _WITHIN_A_WORD.search(text) else text.replace(_UNTOLD, "")
        shown = [letter for letter in letters if not letter.text.isspace()]
        if bare.strip() and shown:
            middle = sorted(shown, key=lambda letter: letter.size)[len(shown) // 2]
            yield Line(
                bare.strip(), shown[0].x0, max(letter.x1 for letter in shown),
                middle.y0, middle.y1, middle.size, height,
            )  # fmt: skip


def _words(letters: Sequence[_Letter]) -> str:
    """*letters* as text; some programs leave room between words, and no blank."""
    text = letters[0].text
    for before, letter in pairwise(letters):
        apart = letter.x0 - before.x1 > _BLANK * min(before.size, letter.size)
        bare = not (before.text.isspace() or letter.text.isspace())
        text += f" {letter.text}" if apart and bare else letter.text
    return text


def _letters(page: PdfTextPage) -> Iterator[_Letter]:
    for number in range(page.count_chars()):
        if abs(cos(raw.FPDFText_GetCharAngle(page, number))) < _LEVEL:
            continue
        x0, y0, x1, y1 = page.get_charbox(number, loose=True)
        yield _Letter(_letter(page, number), x0, x1, y0, y1, raw.FPDFText_GetFontSize(page, number))


def _letter(page: PdfTextPage, number: int) -> str:
    if raw.FPDFText_IsHyphen(page, number) == 1:
        return "-"
    if raw.FPDFText_HasUnicodeMapError(page, number) == 1:
        return _UNTOLD
    code = raw.FPDFText_GetUnicode(page, number)
    return chr(code) if 0 < code < 0x110000 else _UNTOLD


def _runs(letters: Sequence[_Letter]) -> Iterator[list[_Letter]]:
    """*letters* by the lines that they stand on, one after the other without a wide gap."""
    if not letters:
        return
    run = [letters[0]]
    for before, letter in pairwise(letters):
        if _parts(before, letter):
            yield run
            run = []
        run.append(letter)
    yield run


def _parts(before: _Letter, letter: _Letter) -> bool:
    """Whether *letter* is not on the line of the one *before* it, or far from it."""
    if letter.text in "\r\n":
        return before.text not in "\r\n"
    if before.text in "\r\n" or letter.text.isspace():
        return before.text in "\r\n"
    size = min(before.size, letter.size)
    if abs(before.y0 - letter.y0) > _ON_A_LINE * size and not before.text.isspace():
        return True
    return not -2 * size < letter.x0 - before.x1 < _WITHIN_A_LINE * size
