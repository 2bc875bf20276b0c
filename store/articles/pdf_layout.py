"""Lines on pages as paragraphs in the order in which they are read.

Lengths are points, and y grows upwards, as in PDF.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from statistics import median

from store.articles.text import is_label

_EDGE = 0.12  # of a page's height, at its top and at its foot: where running lines stand
_GUTTER = 8.0  # between two columns
_IN_A_COLUMN = 3  # lines at least
_APART = 1.3  # times the distance of lines within a paragraph
_FULL = 0.75  # of a column's width: a line as long may go on below
_INDENT = 0.7  # times the size of letters
_SMALL = 0.9  # times the usual size of letters
_ALONE = 1.5  # times the size of letters: how far off other lines are
_LARGER = 1.15  # times the size of letters: another kind of line
_TITLE, _LONGEST_TITLE = 1.2, 200  # times the usual size; characters

_PAGE_NUMBER = re.compile(r"\W*(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?\W*", re.IGNORECASE)
_MARKS = re.compile(r"[\"“”‘«»]")
_ENDS = re.compile(r"[.!?:…][”’\"')\]]*$")
_HYPHENATED = re.compile(r"(\w+)[-‐]$")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and where it stands on a page of *height*; *size* is that of its letters."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float
    height: float


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    """The paragraphs of *pages*, those that run on over a page or column whole.

    What stands at the edge of a page is left out if it is on several, small, or all alone.
    """
    running, usual = _running(pages), _usual(pages)
    columns = [
        column
        for page in pages
        for column in _columns([line for line in page if not _runs(line, page, running, usual)])
    ]
    found: list[list[Line]] = []
    for column in columns:
        for number, lines in enumerate(_grouped(column)):
            if number == 0 and found and _goes_on(found[-1], lines, column):
                found[-1].extend(lines)
            else:
                found.append(lines)
    words = frozenset(word for page in pages for line in page for word in line.text.split())
    return [_joined(lines, words) for lines in found]


def title(pages: Sequence[Sequence[Line]]) -> str | None:
    """What is set in the largest letters on the first page, where others are smaller."""
    first = [line for line in pages[0] if not is_label(line.text)]
    if not first:
        return None
    largest = max(line.size for line in first)
    lines = [line for line in first if line.size > largest / _LARGER]
    text = " ".join(" ".join(line.text.split()) for line in sorted(lines, key=_downwards))
    return text if largest >= _TITLE * _usual(pages) and len(text) <= _LONGEST_TITLE else None


def _downwards(line: Line) -> tuple[float, float]:
    return -line.y1, line.x0


def _usual(pages: Sequence[Sequence[Line]]) -> float:
    return median(line.size for page in pages for line in page)


def _running(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """What stands at the edge of more than one page, whatever its numbers."""
    seen = Counter(key for page in pages for key in {_key(line) for line in page if _at_edge(line)})
    return frozenset(key for key, number in seen.items() if number > 1)


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def _at_edge(line: Line) -> bool:
    return line.y0 > (1 - _EDGE) * line.height or line.y1 < _EDGE * line.height


def _runs(line: Line, page: Sequence[Line], running: frozenset[str], usual: float) -> bool:
    """Whether *line* is none of the article's: at an edge, and on each page, small, or alone."""
    if not _at_edge(line):
        return False
    small = line.size < _SMALL * usual
    alone = line.size < _LARGER * usual and not _MARKS.search(line.text) and _is_alone(line, page)
    return small or alone or _key(line) in running or bool(_PAGE_NUMBER.fullmatch(line.text))


def _is_alone(line: Line, page: Sequence[Line]) -> bool:
    """Whether no other line of *page* is near *line*."""
    room = _ALONE * line.size
    near = (o for o in page if o.y0 - line.y1 < room and line.y0 - o.y1 < room)
    return all(other is line for other in near)


def _columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """*lines* by the columns that they stand in, each from top to foot; columns in their order.

    What stands across two columns, such as a headline, comes before those below it.
    """
    ordered = sorted(lines, key=_downwards)
    for above in range(len(ordered)):
        below = ordered[above:]
        gutter = _gutter(below)
        if gutter is not None:
            if above:
                yield ordered[:above]
            yield from _columns([line for line in below if line.x1 <= gutter])
            yield from _columns([line for line in below if line.x0 >= gutter])
            return
    if ordered:
        yield ordered


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the first column of *lines* ends, which stand side by side; None for one column."""
    right = 0.0
    for number, (left, following) in enumerate(
        pairwise(sorted(lines, key=lambda line: line.x0)), 1
    ):
        right = max(right, left.x1)
        beside = len(lines) - number >= _IN_A_COLUMN and number >= _IN_A_COLUMN
        if beside and following.x0 - right >= _GUTTER and _side_by_side(lines, right):
            return right
    return None


def _side_by_side(lines: Iterable[Line], right: float) -> bool:
    """Whether those up to *right* and those beyond it stand at one height."""
    first = [line for line in lines if line.x1 <= right]
    others = [line for line in lines if line.x1 > right]
    top, foot = max(line.y1 for line in first), min(line.y0 for line in first)
    return any(foot < line.y1 and line.y0 < top for line in others)


def _grouped(column: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of one column by paragraphs."""
    pitch, usual = _pitch(column), median(line.size for line in column)
    left = min(line.x0 for line in column)
    right = max(line.x1 for line in column)
    group = [column[0]]
    for before, line in pairwise(column):
        near = pitch * max(1, line.size / usual)
        if _begins(before, line, near, left, right) or _is_next_first(group, line, left):
            yield group
            group = []
        group.append(line)
    yield group


def _begins(before: Line, line: Line, pitch: float, left: float, right: float) -> bool:
    """Whether *line* begins a paragraph below the line *before* it."""
    if abs(before.y1 - line.y1) < line.size / 2:  # on one line, with a wide gap
        return False
    sizes = sorted((before.size, line.size))
    if before.y1 - line.y1 > _APART * pitch or sizes[1] > _LARGER * sizes[0]:
        return True
    indented = line.x0 - left > _INDENT * line.size
    if indented and before.x0 - left <= _INDENT * line.size:
        return True
    room = right - before.x1 > 0.2 * (right - left)
    return room and bool(_ENDS.search(before.text))


def _is_next_first(group: Sequence[Line], line: Line, left: float) -> bool:
    """Whether *line* is a first line below a paragraph of one line: both are indented."""
    indent = left + _INDENT * line.size
    return (
        len(group) == 1 and min(group[0].x0, line.x0) > indent and bool(_ENDS.search(group[0].text))
    )


def _pitch(column: Sequence[Line]) -> float:
    """The distance of two lines within a paragraph: among the smallest below a line that is full.

    Where most paragraphs are of one line, most distances are those between paragraphs.
    """
    left, right = min(line.x0 for line in column), max(line.x1 for line in column)
    full = right - (1 - _FULL) * (right - left)
    after_full = _steps(pair for pair in pairwise(column) if pair[0].x1 >= full)
    steps = after_full or _steps(pairwise(column))
    return steps[len(steps) // 10] if steps else column[0].size


def _steps(pairs: Iterable[tuple[Line, Line]]) -> list[float]:
    """How far each line of one size is below the one before, the smallest first."""
    alike = (
        (above, below)
        for above, below in pairs
        if max(above.size, below.size) <= _LARGER * min(above.size, below.size)
    )
    return sorted(
        above.y1 - below.y1 for above, below in alike if above.y1 - below.y1 > above.size / 2
    )


def _goes_on(before: Sequence[Line], lines: Sequence[Line], column: Sequence[Line]) -> bool:
    """Whether *lines*, at the top of a *column*, go on the paragraph that ended the one before."""
    last, first = before[-1], lines[0]
    sizes = sorted((last.size, first.size))
    if sizes[1] > _LARGER * sizes[0] or _ENDS.search(last.text):
        return False
    return first.x0 - min(line.x0 for line in column) <= _INDENT * first.size


def _joined(lines: Sequence[Line], words: frozenset[str]) -> str:
    """*lines* as one; a word that was parted at a line's end is whole again."""
    text = ""
    for line in lines:
        more = " ".join(line.text.translate(_LIGATURES).split())
        text = _with(text, more, words) if text else more
    return text.replace(_SOFT_HYPHEN, "")


def _with(text: str, more: str, words: frozenset[str]) -> str:
    if text.endswith(_SOFT_HYPHEN):
        return text[:-1] + more
    parted = _HYPHENATED.search(text)
    if not parted or not more[0].isalpha():
        return f"{text} {more}"
    rest = re.match(r"\w+", more)
    whole = parted[1] + (rest[0] if rest else "")
    known = whole in words or whole.lower() in _vocabulary()
    return f"{text[:-1]}{more}" if known and more[0].islower() else f"{text}{more}"


@cache
def _vocabulary() -> frozenset[str]:
    """Words that are written as one: those that the tagger knows."""
    known = files("store.extraction.learned").joinpath("vocabulary.txt")
    return frozenset(known.read_text(encoding="utf-8").split())
