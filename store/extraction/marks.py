"""What stands inside quotation marks: all kinds, nested, unclosed, turned the wrong way.

A mark is read in two steps: what the characters around it let it be (`_marks`), then which
open mark it closes (`_pairs`). Nothing carries over from one paragraph to the next, so an odd
mark spoils its own paragraph at most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain, pairwise

from store.extraction.languages import en
from store.extraction.paragraphs import trimmed
from store.model import Span

# Of three apostrophes the two that mean a double mark are the outer ones: '''Go,' he said''.
_MARK = re.compile(r"(?<![^\s(\[—–-])''|''(?!')|``|[“”„‟\"＂«»‘’‚‛'‹›]")
_ORNAMENT = re.compile(r"[“”„‟\"＂«»‘’‚‛'‹›]{6,}")  # a row of marks is a rule across the page
_MEASURE = re.compile(r"\d['’′]\s?\d{1,2}$")  # feet before the mark, which then means inches
_DEEPEST = 4  # quotations within quotations; anything deeper is noise


class _Family(Enum):
    """Marks that may close one another."""

    DOUBLE = ("“", "”", "„", "‟", '"', "＂", "''", "``")
    SINGLE = ("‘", "’", "‚", "‛", "'")
    ANGLE = ("«", "»")
    SINGLE_ANGLE = ("‹", "›")


_FAMILY = {mark: family for family in _Family for mark in family.value}
_ANGLES = (_Family.ANGLE, _Family.SINGLE_ANGLE)
_ANGLE_MARKS = frozenset("«»‹›")
_BEFORE = frozenset("([{—–-/“”„‟\"«»‘’‚‛'‹›*_")  # what may stand close before an opening mark
_PAUSES = frozenset(",.!?…")
_LEFT = frozenset(("“", "„", "‟", "‘", "‚", "‛", "``"))
_RIGHT = frozenset("”’")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands inside one pair of marks, without white space at its ends.

    *whole* takes the marks in. *depth* is 0 for outermost marks. An unclosed stretch ends with
    its paragraph; it *runs on* where the next paragraph opens with such a mark again.
    """

    inside: Span
    whole: Span
    depth: int = 0
    closed: bool = True
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark and what the characters around it let it be.

    A *weak* closer may as well be an apostrophe (workers’ rights) or inches (a 5" pipe).
    """

    start: int
    end: int
    text: str
    opens: bool
    closes: bool
    weak: bool = False

    @property
    def family(self) -> _Family:
        return _FAMILY[self.text]


@dataclass(frozen=True, slots=True)
class _Pair:
    """An opening mark and where its stretch ends, without and with the closing mark."""

    opening: _Mark
    inside_end: int
    end: int
    closed: bool


def stretches(text: str, paragraphs: Sequence[Span]) -> tuple[Stretch, ...]:
    """What stands inside marks, paragraph by paragraph, in order of beginning."""
    found = [_nested(text, _pairs(_marks(text, one), one)) for one in paragraphs]
    for index, (here, after) in enumerate(pairwise(found)):
        last = next((i for i, one in enumerate(here) if _unclosed(one, paragraphs[index])), None)
        if (
            last is not None
            and after
            and _goes_on(text, here[last], after[0], paragraphs[index + 1])
        ):
            here[last] = replace(here[last], runs_on=True)
    return tuple(chain.from_iterable(found))


def _unclosed(stretch: Stretch, paragraph: Span) -> bool:
    return not stretch.closed and stretch.depth == 0 and stretch.whole.end == paragraph.end


def _goes_on(text: str, unclosed: Stretch, first: Stretch, paragraph: Span) -> bool:
    """Whether *paragraph* opens with the kind of mark that was left unclosed before it."""
    marks = (_MARK.match(text, one.whole.start) for one in (unclosed, first))
    families = {_FAMILY[mark.group()] for mark in marks if mark}
    return first.whole.start == paragraph.start and len(families) == 1


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    """The marks of one paragraph; apostrophes, feet and inches are left out."""
    found: list[_Mark | None] = []
    at = paragraph.start
    for row in _ORNAMENT.finditer(text, paragraph.start, paragraph.end):
        found += [_mark(text, m, paragraph) for m in _MARK.finditer(text, at, row.start())]
        at = row.end()
    found += [_mark(text, m, paragraph) for m in _MARK.finditer(text, at, paragraph.end)]
    return _without_weak([mark for mark in found if mark])


def _mark(text: str, m: re.Match[str], paragraph: Span) -> _Mark | None:
    mark, start, end = m.group(), m.start(), m.end()
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    if _FAMILY[mark] is _Family.SINGLE and _apostrophe(text, start, before, after):
        return None
    if mark == '"' and _MEASURE.search(text, max(start - 5, paragraph.start), start):
        return None
    opens = not after.isspace() and (before.isspace() or before in _BEFORE)
    closes = not before.isspace() and (not after.isalnum() or before in _PAUSES)
    if mark in _ANGLE_MARKS:
        opens, closes = opens or mark in "«‹", True
    elif mark in _LEFT:
        opens, closes = opens or not closes, closes and not opens
    elif mark in _RIGHT or mark == "'":
        opens, closes = opens and not closes, closes or (not opens and mark != "'")
    elif not opens:
        closes, opens = True, before.isspace()
    return _Mark(start, end, mark, opens, closes, weak=_weak(mark, text[end : end + 2], before))


def _apostrophe(text: str, at: int, before: str, after: str) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    return bool(en.ELISION.match(text, at) or en.ELISION_END.match(text, max(at - 2, 0), at + 1))


def _weak(mark: str, after: str, before: str) -> bool:
    """Whether a closer may as well be a possessive (workers’ rights) or inches (a 5" pipe)."""
    goes_on = len(after) == 2 and after[0] in " -\u00a0" and after[1].isalnum()
    if _FAMILY[mark] is _Family.SINGLE:
        return goes_on and before in en.PLURAL_ENDS
    return mark == '"' and before.isdigit() and goes_on and not after[1].isupper()


def _without_weak(marks: list[_Mark]) -> list[_Mark]:
    """*marks* without the weak closers after which a firm one follows first."""
    kept: list[_Mark] = []
    closer_follows = dict.fromkeys(_Family, False)
    for mark in reversed(marks):
        if mark.weak and closer_follows[mark.family]:
            continue
        if not mark.weak:
            closer_follows[mark.family] = mark.closes and not mark.opens
        kept.append(mark)
    return kept[::-1]


def _pairs(marks: Sequence[_Mark], paragraph: Span) -> Iterator[_Pair]:
    """Pair the marks of one paragraph on a stack, and repair what does not pair."""
    closers = Counter(mark.family for mark in marks if mark.closes and not mark.opens)
    opened: list[_Mark] = []
    for mark in marks:
        closers[mark.family] -= mark.closes and not mark.opens
        same = [i for i, one in enumerate(opened) if one.family is mark.family]
        if same and _closes(mark, opened[same[-1]]):
            yield _Pair(opened[same[-1]], mark.start, mark.end, closed=True)
            del opened[same[-1] :]
        elif mark.opens and len(opened) < _DEEPEST:
            if same and closers[mark.family] <= len(same):  # too few are left to close both
                yield _Pair(opened[same[0]], mark.start, mark.start, closed=False)
                del opened[same[0] :]
            if _may_stay_open(mark, paragraph) or closers[mark.family]:
                opened.append(mark)
    last = next((one for one in opened if _may_stay_open(one, paragraph)), None)
    if last:
        yield _Pair(last, paragraph.end, paragraph.end, closed=False)


def _closes(mark: _Mark, opening: _Mark) -> bool:
    return mark.text != opening.text if mark.family in _ANGLES else mark.closes


def _may_stay_open(mark: _Mark, paragraph: Span) -> bool:
    """A lone single mark inside a paragraph is an apostrophe after all."""
    return mark.family is not _Family.SINGLE or mark.start == paragraph.start


def _nested(text: str, pairs: Iterable[_Pair]) -> list[Stretch]:
    """*pairs* as stretches in order of beginning, with their depths; empty ones are left out."""
    found: list[Stretch] = []
    around: list[int] = []  # where the stretches that are still open at this point end
    for pair in sorted(pairs, key=lambda one: (one.opening.start, -one.end)):
        inside = trimmed(text, pair.opening.end, pair.inside_end)
        if not inside:
            continue
        while around and around[-1] <= pair.opening.start:
            around.pop()
        whole = Span(pair.opening.start, pair.end if pair.closed else inside.end)
        found.append(Stretch(inside, whole, len(around), pair.closed))
        around.append(whole.end)
    return found
