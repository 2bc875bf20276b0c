"""Where paragraphs begin and end, in text whose lines may or may not be wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median

from store.model import Span

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
# WASHINGTON --, LONDON (Reuters) -, KYIV, Ukraine (AP) —, Dunmore, May 3 (AFP) –
_PLACE = r"[^\W\d_][\w.’' -]{1,30}(?:, [^\W\d_][\w. ]{1,20}){0,2}"
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.’' -]{{3,40}}(?:, [\w. ]{{1,20}}){{0,2}}|{_PLACE} ?(?=\([A-Z]|--))"
    r"(?: ?\([A-Z][\w .&/]{1,30}\))?(?:, \w+ \d+)? ?(?:-{2,4}|[—–]| - ?)\s*+(?=[A-Z0-9“\"'‘])"
    r"|\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{3,4}\b)?(?: ?[-–—:])?\s++(?=[A-Z“\"‘])"  # 10:42
)
_WRAP_WIDTH = range(50, 101)  # columns at which mailers and wire services wrap
_WRAP_SLACK = 15  # a word that did not fit leaves about this much of its line empty


def paragraphs(text: str) -> tuple[Span, ...]:
    """Every stretch of lines that is one paragraph, white space at its ends left out.

    A line is a paragraph, except in hard-wrapped text, where a block between blank lines is.
    """
    lines = [span for m in _LINE.finditer(text) if (span := trimmed(text, *m.span()))]
    blocks = list(_blocks(text, lines))
    if not _hard_wrapped(blocks):
        return tuple(lines)
    return tuple(Span(block[0].start, block[-1].end) for block in blocks)


def dateline_end(text: str, paragraph: Span) -> int:
    """Where the words after "LONDON (Reuters) - " begin; the start where there is none."""
    found = _DATELINE.match(text, paragraph.start, paragraph.end)
    return found.end() if found and found.end() < paragraph.end else paragraph.start


def trimmed(text: str, start: int, end: int) -> Span | None:
    """`text[start:end]` without white space at its ends; None where nothing else is there."""
    part = text[start:end]
    left = start + len(part) - len(part.lstrip())
    right = start + len(part.rstrip())
    return Span(left, right) if left < right else None


def _blocks(text: str, lines: Iterable[Span]) -> Iterator[list[Span]]:
    """Lines with nothing but one line break between them."""
    block: list[Span] = []
    for line in lines:
        if block and len(_BREAK.findall(text, block[-1].end, line.start)) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _hard_wrapped(blocks: list[list[Span]]) -> bool:
    """Whether the lines that another follows are nearly all about as wide as the page."""
    followed = [line.end - line.start for block in blocks for line, _ in pairwise(block)]
    if len(blocks) < 2 or len(followed) < 3:
        return False
    widest = max(followed)
    full = sum(width >= widest - _WRAP_SLACK for width in followed)
    return widest in _WRAP_WIDTH and full >= 0.9 * len(followed) and median(followed) >= 50
