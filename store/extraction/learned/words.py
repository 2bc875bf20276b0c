"""A document as the network reads it: words and marks, each with its pieces and its look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from store.extraction.document import Document
from store.extraction.learned.wordpieces import pieces
from store.extraction.marks import Stretch
from store.model import Span

_WORD = re.compile(r"\w+(?:['’.&-]\w+)*|[^\w\s]")
_SINGLE = "'‘’‚‹"


class Look(IntEnum):
    """What the vocabulary, which has small letters only, cannot tell of a word."""

    SMALL = 0
    CAPITAL = 1  # the first letter
    CAPITALS = 2
    INNER_CAPITAL = 3
    NUMBER = 4
    SIGN = 5
    BOUNDARY = 6  # no word: where a paragraph begins


class Marked(IntEnum):
    """Where a word stands to the quotation marks around it."""

    OUTSIDE = 0
    DOUBLE = 1
    SINGLE = 2
    MARK = 3


class Word(NamedTuple):
    """A word or a sign; *start* and *end* are offsets into the article's text."""

    start: int
    end: int
    pieces: tuple[int, ...]
    look: Look
    marked: Marked


def words(document: Document) -> Iterator[tuple[Word, ...]]:
    """The words of each paragraph, in the document's order."""
    text = document.text
    for paragraph in document.paragraphs:
        yield tuple(_words(text, paragraph.span, document))


def _words(text: str, paragraph: Span, document: Document) -> Iterator[Word]:
    for m in _WORD.finditer(text, paragraph.start, paragraph.end):
        marked = _marked(text, document.stretch_at(m.start()), m.start())
        yield Word(m.start(), m.end(), pieces(m.group()), _look(m.group()), marked)


def _look(word: str) -> Look:
    if word.isupper():
        return Look.CAPITALS if len(word) > 1 else Look.CAPITAL
    if word[0].isupper():
        return Look.CAPITAL
    if word[0].isdigit():
        return Look.NUMBER
    if not word[0].isalnum():
        return Look.SIGN
    return Look.INNER_CAPITAL if word.lower() != word else Look.SMALL


def _marked(text: str, stretch: Stretch | None, at: int) -> Marked:
    if stretch is None:
        return Marked.OUTSIDE
    if not stretch.inside.start <= at < stretch.inside.end:
        return Marked.MARK
    mark = text[stretch.whole.start]
    double = mark not in _SINGLE or text.startswith("''", stretch.whole.start)
    return Marked.DOUBLE if double else Marked.SINGLE
