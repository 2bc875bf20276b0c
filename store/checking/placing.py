"""Where a quotation's words stand in a record just so, but for what editors mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from store.checking.brackets import MOST
from store.checking.editing import Gap, Quoted
from store.checking.records import Record, Said
from store.checking.steps import Step, across, replaced, told
from store.checking.verdicts import Edit

_PLACES = 200  # at most at which the beginning of a quotation is tried


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch without an editor's mark inside; *gap* is the mark before it."""

    keys: tuple[str, ...]
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class _Way:
    """Where in a record the parts begin; *wrong* brackets stand there for what they may not."""

    places: tuple[int, ...]
    wrong: int

    @property
    def rank(self) -> tuple[int, int]:
        """The better, the lower."""
        return self.wrong, self.places[-1] - self.places[0]


def placed(record: Record, quotation: Quoted) -> list[Step]:
    """From the record's first word to its last; empty where *quotation* does not stand there.

    Of several places the one where least is left out between the words.
    """
    parts = list(_parts(quotation))
    if not parts:
        return []
    firsts = islice(_places(record.keys, parts[0].keys, 0, len(record.keys)), _PLACES)
    ways = (_way(record, parts, first) for first in firsts)
    best = min(filter(None, ways), key=lambda way: way.rank, default=None)
    last = quotation.gaps.get(len(quotation.words))
    return list(_steps(record, parts, best.places, last)) if best else []


def _parts(quotation: Quoted) -> Iterator[_Part]:
    edges = sorted({0, len(quotation.words), *quotation.gaps})
    for start, end in pairwise(edges):
        keys = tuple(word.key for word in quotation.words[start:end])
        yield _Part(keys, quotation.gaps.get(start))


def _way(record: Record, parts: Sequence[_Part], first: int) -> _Way | None:
    """The way on which the first of *parts* begins at *first*."""
    way, wrong = [first], 0
    for before, part in pairwise(parts):
        end = way[-1] + len(before.keys)
        gap = part.gap or Gap()
        last = len(record.keys) if gap.before or gap.after else end + MOST + len(part.keys)
        places = list(islice(_places(record.keys, part.keys, end, last), _PLACES))
        if not places:
            return None
        fitting = (at for at in places if _fits(record, gap, record.said[end:at]))
        at = next(fitting, None) if places[0] > end or not gap.bracket else None
        wrong += at is None
        way.append(places[0] if at is None else at)
    return _Way(tuple(way), wrong)


def _fits(record: Record, gap: Gap, said: Sequence[Said]) -> bool:
    return gap.bracket is None or replaced(record, gap, said) is not None


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
        if at:
            yield from across(record, part.gap, record.said[at:place])
        else:
            yield from _outside(record, part.gap, place, before=True)
        at = place + len(part.keys)
        yield from told(Edit.KEPT, record.said[place:at])
    yield from _outside(record, last, at, before=False)


def _outside(record: Record, gap: Gap | None, at: int, *, before: bool) -> Iterator[Step]:
    """What stands on one side of all that is quoted, and what a bracket there stands for.

    It stands for nothing of another sentence.
    """
    said = record.said[:at] if before else record.said[at:]
    if gap and gap.bracket:
        here = record.said[at].sentence if before else record.said[at - 1].sentence
        beside = [one for one in said if one.sentence == here]
        steps = list(across(record, replace(gap, before=before, after=not before), beside))
        others = list(told(Edit.LEFT_OUT, (one for one in said if one.sentence != here)))
        yield from (*others, *steps) if before else (*steps, *others)
    else:
        yield from told(Edit.LEFT_OUT, said)
