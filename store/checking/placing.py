"""Where a quotation's words stand in a record just so, but for what editors mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from store.checking.records import Record, Said
from store.checking.steps import REPLACED, Step, stands_for, told
from store.checking.verdicts import Edit
from store.checking.words import Gap, Quoted

_PLACES = 200  # at most at which the beginning of a quotation is tried


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch without an editor's mark inside; *gap* is the mark before it."""

    keys: tuple[str, ...]
    gap: Gap | None


def placed(record: Record, quotation: Quoted) -> list[Step]:
    """From the record's first word to its last; empty where *quotation* does not stand there.

    Of several places the one where least is left out between the words.
    """
    parts = list(_parts(quotation))
    if not parts:
        return []
    firsts = islice(_places(record.keys, parts[0].keys, 0, len(record.keys)), _PLACES)
    ways = (_way(record.keys, parts, first) for first in firsts)
    best = min(filter(None, ways), key=lambda way: way[-1] - way[0], default=None)
    last = quotation.gaps.get(len(quotation.words))
    return list(_steps(record, parts, best, last)) if best else []


def _parts(quotation: Quoted) -> Iterator[_Part]:
    edges = sorted({0, len(quotation.words), *quotation.gaps})
    for start, end in pairwise(edges):
        keys = tuple(word.key for word in quotation.words[start:end])
        yield _Part(keys, quotation.gaps.get(start))


def _way(said: Sequence[str], parts: Sequence[_Part], first: int) -> list[int] | None:
    """Where in *said* each of *parts* begins, the first of them at *first*."""
    way = [first]
    for before, part in pairwise(parts):
        end = way[-1] + len(before.keys)
        gap = part.gap or Gap()
        last = end + REPLACED + len(part.keys) if gap.bracket else len(said)
        places = _places(said, part.keys, end, last)
        at = next((at for at in places if stands_for(gap, said[end:at])), None)
        if at is None:
            return None
        way.append(at)
    return way


def _places(said: Sequence[str], keys: tuple[str, ...], start: int, end: int) -> Iterator[int]:
    """Where between *start* and *end* all of *keys* stand one after another."""
    for at in range(start, min(end, len(said)) - len(keys) + 1):
        if said[at] == keys[0] and tuple(said[at : at + len(keys)]) == keys:
            yield at


def _steps(
    record: Record, parts: Sequence[_Part], way: Sequence[int], last: Gap | None
) -> Iterator[Step]:
    at = 0
    for part, place in zip(parts, way, strict=True):
        # the bracket may be the article's own
        own = part.gap and "".join(part.gap.put) == "".join(record.keys[at:place])
        yield from told(Edit.KEPT if at and own else Edit.LEFT_OUT, record.said[at:place])
        yield from _put_in(part.gap, record.said[at:place])
        at = place + len(part.keys)
        yield from told(Edit.KEPT, record.said[place:at])
    yield from _put_in(last, record.said[at:])
    yield from told(Edit.LEFT_OUT, record.said[at:])


def _put_in(gap: Gap | None, replaced: Sequence[Said]) -> Iterator[Step]:
    """The words of a bracket that stands for nothing said: "we [secretly] met" was not said."""
    if gap and not replaced:
        yield from (Step(Edit.ADDED, word) for word in gap.inside)
