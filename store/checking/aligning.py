"""A quotation that does not stand in a record just so, laid beside it word by word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from store.checking import contractions
from store.checking.editing import Gap, Quoted
from store.checking.records import Record
from store.checking.steps import Step, across, told
from store.checking.verdicts import Edit
from store.checking.words import Word

_LONG = 400  # words; longer ones are laid beside the whole record


@dataclass(frozen=True, slots=True)
class _Block:
    """Some words of the record beside some of the quotation; where the *same*, as many."""

    same: bool
    said: range
    quoted: range


def aligned(record: Record, quotation: Quoted) -> list[Step]:
    """From the record's first word to its last, with as little altered as can be."""
    spelt = _spelt_out(quotation)
    keys = tuple(word.key for word in spelt.words)
    start, end = _window(record, keys, whole=bool(quotation.gaps))
    blocks = list(_blocks(record.keys[:end], keys, start))
    blocks = _slid(blocks, record.keys[:end])
    return [
        *told(Edit.LEFT_OUT, record.said[:start]),
        *_steps(blocks, record, spelt),
        *told(Edit.LEFT_OUT, record.said[end:]),
    ]


def _spelt_out(quotation: Quoted) -> Quoted:
    """*quotation* with each bracket as a word, before which its gap stands."""
    words: list[Word] = []
    gaps: dict[int, Gap] = {}
    for at in range(len(quotation.words) + 1):
        gap = quotation.gaps.get(at)
        if gap:
            gaps[len(words)] = gap
            words += [gap.bracket] if gap.bracket else []
        words += quotation.words[at : at + 1]
    return Quoted(tuple(words), gaps)


def _window(record: Record, quoted: Sequence[str], *, whole: bool) -> tuple[int, int]:
    """Where in *record* the sentences with the words most like those *quoted* are."""
    said, found = record.said, None
    if not whole and 0 < len(quoted) < min(len(said), _LONG):
        found = fuzz.partial_ratio_alignment(quoted, record.keys)
    if found is None:
        return 0, len(said)
    first, last = said[found.dest_start].sentence, said[found.dest_end - 1].sentence
    start = bisect_left(said, first, key=lambda one: one.sentence)
    return start, bisect_right(said, last, key=lambda one: one.sentence)


def _blocks(said: Sequence[str], quoted: Sequence[str], start: int) -> Iterator[_Block]:
    """From *start* on, what is the same and what is not by turns."""
    codes = Levenshtein.opcodes(said[start:], quoted)
    for same, group in groupby(codes, key=lambda code: code.tag == "equal"):
        first, *rest = group
        last = rest[-1] if rest else first
        yield _Block(
            same,
            range(start + first.src_start, start + last.src_end),
            range(first.dest_start, last.dest_end),
        )


def _slid(blocks: list[_Block], said: Sequence[str]) -> list[_Block]:
    """*blocks*, the first and the last words next to the others where the same stand there too.

    "We do go", not "We" and "do go", is what is left of "We know that we do go".
    """
    if len(blocks) > 2 and blocks[0].same and not blocks[1].quoted:
        one, gap, *rest = blocks
        to = range(gap.said.stop - len(one.said), gap.said.stop)
        if _same(said, one.said, to):
            blocks = [_skipped(one.said.start, to.start, 0), replace(one, said=to), *rest]
    if len(blocks) > 2 and blocks[-1].same and not blocks[-2].quoted:
        *rest, gap, one = blocks
        to = range(gap.said.start, gap.said.start + len(one.said))
        if _same(said, one.said, to):
            after = _skipped(to.stop, one.said.stop, one.quoted.stop)
            blocks = [*rest, replace(one, said=to), after]
    return blocks


def _same(said: Sequence[str], one: range, other: range) -> bool:
    return said[one.start : one.stop] == said[other.start : other.stop]


def _skipped(start: int, end: int, quoted: int) -> _Block:
    return _Block(same=False, said=range(start, end), quoted=range(quoted, quoted))


def _steps(blocks: Sequence[_Block], record: Record, quotation: Quoted) -> Iterator[Step]:
    for number, block in enumerate(blocks):
        said = record.said[block.said.start : block.said.stop]
        if block.same:
            yield from told(Edit.KEPT, said)
            continue
        added = quotation.words[block.quoted.start : block.quoted.stop]
        first, last = number == 0, number == len(blocks) - 1
        gap = quotation.gaps.get(block.quoted.start)
        if gap and gap.bracket and len(block.quoted) == 1:
            open_ended = replace(gap, before=gap.before or first, after=gap.after or last)
            yield from across(record, open_ended, said)
            continue
        before, after = _left(block, record, quotation, first=first, last=last)
        yield from told(Edit.LEFT_OUT, said[:before])
        yield from told(Edit.DROPPED, said[before:after])
        yield from (Step(Edit.ADDED, word) for word in added)
        yield from told(Edit.LEFT_OUT, said[after:])


def _left(
    block: _Block, record: Record, quotation: Quoted, *, first: bool, last: bool
) -> tuple[int, int]:
    """Between which of the words said those are that what is quoted was put in place of.

    The others were left out: before the first words quoted, after the last, or at a mark.
    """
    said = record.keys[block.said.start : block.said.stop]
    put = [word.key for word in quotation.words[block.quoted.start : block.quoted.stop]]
    marked = {at for at, gap in quotation.gaps.items() if gap.before or gap.after}
    if len(said) <= len(put):
        return 0, len(said)
    if first or (block.quoted.start in marked and not last):
        spelt = (at for at in range(len(said)) if contractions.same(said[at:], put))
        return next(spelt, len(said) - len(put)), len(said)
    if last or block.quoted.stop in marked:
        spelt = (end for end in range(len(said) + 1) if contractions.same(said[:end], put))
        return 0, next(spelt, len(put))
    return 0, len(said)
