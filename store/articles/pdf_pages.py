"""The process that reads a PDF: bytes come in, its paragraphs go out as JSON."""

from __future__ import annotations

import io
import json
import logging
import re
import sys
from collections.abc import Iterator
from typing import Any

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTContainer, LTPage, LTTextLine
from pdfminer.pdfdocument import PDFPasswordIncorrect

from store.articles.apart import bounded
from store.articles.pdf_layout import Line, paragraphs, title

_MOST = 300  # pages
_AS_LINES = LAParams(boxes_flow=None)  # what belongs together is found in pdf_layout
_FONTLESS = 10.0  # points
# what pdfminer writes for a letter of which the file does not tell which it is; alone a bullet
_UNTOLD = re.compile(r"(?:\(cid:\d+\))+")
_WITHIN_A_WORD = re.compile(r"\w\(cid:\d+\)|\(cid:\d+\)\w")


def main() -> None:
    """Read a PDF from the standard input, and write what is in it, or why it cannot be read."""
    bounded()
    logging.disable()
    json.dump(_read(sys.stdin.buffer.read()), sys.stdout)


def _read(data: bytes) -> dict[str, Any]:
    pages = []
    try:
        for number, page in enumerate(extract_pages(io.BytesIO(data), laparams=_AS_LINES)):
            if number == _MOST:
                return {"cannot": "long"}
            pages.append(tuple(_lines(page)))
    except PDFPasswordIncorrect:
        return {"cannot": "locked"}
    if not any(pages):
        return {"cannot": "pictures"}
    if any(_WITHIN_A_WORD.search(line.text) for page in pages for line in page):
        return {"cannot": "letters"}
    return {"paragraphs": paragraphs(pages), "title": title(pages)}


def _lines(page: LTPage) -> Iterator[Line]:
    """The lines of *page* that are set level; what is turned is a mark at its edge."""
    for line in _level(page):
        text = _bare(line.get_text())
        letters = sorted(getattr(letter, "size", _FONTLESS) for letter in line)
        if text and letters:
            size = letters[len(letters) // 2]
            yield Line(text, line.x0, line.x1, line.y0, line.y1, size, page.height)


def _bare(text: str) -> str:
    """*text* without signs of which the file does not tell what they are, such as bullets."""
    return text.strip() if _WITHIN_A_WORD.search(text) else _UNTOLD.sub("", text).strip()


def _level(element: LTContainer[Any]) -> Iterator[Any]:
    for part in element:
        if isinstance(part, LTTextLine):
            if part.width >= part.height or len(part.get_text().strip()) == 1:
                yield part
        elif isinstance(part, LTContainer):
            yield from _level(part)
