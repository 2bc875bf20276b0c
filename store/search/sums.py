"""The highest sums of what words give statements, without going through all their lists.

The words that give most for the length of their lists, which are the rare ones, come first. Once
those to come give less in all than the best already have, nobody who has none of the words before
can come up to them, and the long lists of the common words need only be asked for those who can:
MaxScore of Turtle and Flood, "Query evaluation: strategies and optimizations", 1995.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from store.search import weights
from store.search.found import Found, met, together
from store.search.postings import Ids

Word = Sequence[tuple[Ids, float]]
"""The lists of a word's spellings, each with what it gives to whoever is in it."""

_ONE = 50_000  # what a sum of 1 is kept as: small numbers are gone through sooner
_LEAST = 1e-3  # of a sum; what differs by less is equal
_LOOKED_INTO = 2  # numbers of a list that are gone through while one is looked for in it
_TURNED_TO = 400  # likewise, while a list is turned to
_FULL = 8  # times as many sums are gone through in the time of those added to
_SAMPLE = 100  # statements, best so far, whose sums tell how high they are
_PARTED = 50_000  # statements among which it is worth finding out who has the most
_AGAIN = 4  # times as many must be added to before they are sampled once more
_ONE_IN = 10  # of all, which tell about how high the sampled are
_FEW = 64  # likewise, how many may still be among the highest
_KEPT = 2  # arrays that are kept for whoever asks next

_Array = NDArray[np.uint16]
_spare: list[_Array] = []


def highest(
    words: Sequence[Word],
    pool: Ids | None = None,
    *,
    most: int,
    near: float = 0.0,
    least: float = 0.0,
) -> Found:
    """The *most* with the highest sums, and whoever has as much as the last of them.

    Those of *pool* with at least *least*, and with the share *near* of the highest sum. Each
    word gives the best of those of its lists in which a statement is, and all together give at
    most 1.
    """
    with _summing(words, pool) as sums:
        if pool is not None and len(pool) <= weights.SUMMED_FIRST:
            found = Found.all_of(pool)
        else:
            found = sums.begun(pool, most, near, least)
        for at in sums.left():
            least = max(least, _floor(found, most, near))
            found = found.where(found.scores + sums.rest > least - _LEAST)
            found = sums.given(found, at)
    least = max(least, _floor(found, most, near), 2 * _LEAST)
    return found.where(found.scores > least - _LEAST)


def _floor(found: Found, most: int, near: float) -> float:
    """The least that is among the *most* highest, and as *near* to the highest as wanted."""
    every = near * float(found.scores.max(initial=0.0))
    if not most <= len(found.ids) <= _PARTED:
        return every
    return max(every, float(np.partition(found.scores, -most)[-most]))


class _Sums:
    """A sum for every statement there is, to which one word after the other is added."""

    def __init__(self, words: Sequence[Word], sums: _Array) -> None:
        self._words = words
        self._sizes = [sum(len(ids) for ids, _ in word) for word in words]
        self._gives = [max((give for _, give in word), default=0.0) for word in words]
        self._sums = sums
        self._added: list[NDArray[np.intp]] = []
        self._left = sorted(
            range(len(words)), key=lambda at: self._sizes[at] / (self._gives[at] or 1)
        )
        self.rest = sum(self._gives)  # what the words that are left can give at most

    def left(self) -> Iterator[int]:
        """The words that are left, each taken from them."""
        while self._left:
            yield self._left[0]

    def begun(self, pool: Ids | None, most: int, near: float, least: float) -> Found:
        """Whoever of *pool* may be among the highest, with what some of the words give."""
        due = np.inf if least > weights.LOOSEST else weights.SUMMED_FIRST
        while self._left and self.rest >= least - _LEAST:
            coming = self._touched + self._sizes[self._left[0]]
            if self._added and coming > due:
                least, due = max(least, self._sampled(pool, most, near)), _AGAIN * coming
            else:
                self._add(self._left[0])
        while (
            pool is None and self._left and 2 * self._standing(least) > self._sizes[self._left[0]]
        ):
            self._add(self._left[0])  # it is less than to ask for those who are left
        return self._found(pool, max(least - self.rest - _LEAST, _LEAST))

    def given(self, found: Found, at: int) -> Found:
        """*found* with what the word *at* gives, which is left no more."""
        if self._is_short(at, found):
            before = self._of(found.ids)
            self._add(at)
            return Found(found.ids, found.scores + (self._of(found.ids) - before))
        self._take(at)
        return Found(found.ids, found.scores + met(found.ids, self._words[at]))

    def clear(self) -> None:
        """Leave nothing in the array."""
        if self._is_full:
            self._sums.fill(0)
        else:
            for at in self._added:
                self._sums[at] = 0

    def _sampled(self, pool: Ids | None, most: int, near: float) -> float:
        """The least that the highest have, as those who have most so far tell."""
        found = self._found(pool, max(_LEAST, self._reached(pool))).best(_SAMPLE)
        given = np.zeros(len(found.ids))
        for at in list(self._left):
            if self._is_short(at, found):
                self._add(at)
            else:
                given += met(found.ids, self._words[at])
        return _floor(Found(found.ids, self._of(found.ids) + given), most, near)

    def _is_short(self, at: int, found: Found) -> bool:
        """Whether it is less to go through the lists of a word than to look into them."""
        looked_into = len(found.ids) * _LOOKED_INTO + _TURNED_TO
        return self._sizes[at] < len(self._words[at]) * looked_into

    def _reached(self, pool: Ids | None) -> float:
        """What about as many as are sampled have so far, as one in a few tells."""
        some = [pool] if pool is not None else self._added
        sums = np.concatenate([self._sums[at[::_ONE_IN]] for at in some])
        due = _SAMPLE // _ONE_IN
        return float(np.partition(sums, -due)[-due]) / _ONE - _LEAST if len(sums) > due else 0.0

    def _standing(self, least: float) -> int:
        """About how many of those added to may still come to *least*."""
        high = _kept_as(least - self.rest)
        some = (int(np.count_nonzero(self._sums[at[::_FEW]] > high)) for at in self._added)
        return _FEW * sum(some)

    def _found(self, pool: Ids | None, least: float) -> Found:
        high = _kept_as(least)
        if pool is not None:
            ids = pool[self._sums[pool] > high]
        elif self._is_full:
            ids = np.flatnonzero(self._sums > high)
        else:
            ids = together([at[self._sums[at] > high] for at in self._added])
        return Found(ids, self._of(ids))

    def _of(self, ids: Ids) -> NDArray[np.float64]:
        return self._sums[ids] / _ONE

    @property
    def _touched(self) -> int:
        return sum(map(len, self._added))

    @property
    def _is_full(self) -> bool:
        """Whether it is less to go through all sums than through those that were added to."""
        return self._touched * _FULL > len(self._sums)

    def _take(self, at: int) -> None:
        self._left.remove(at)
        self.rest -= self._gives[at]

    def _add(self, at: int) -> None:
        self._take(at)
        word = sorted(self._words[at], key=itemgetter(1))
        if not self._sizes[at]:
            return
        *lists, (ids, give) = word
        self._added.append(ids)
        if not lists:
            np.add.at(self._sums, ids, np.uint16(_kept_as(give)))
            return
        others = np.concatenate([one for one, _ in lists])
        gives = np.repeat(
            np.array([_kept_as(less) for _, less in lists], np.uint16),
            [len(one) for one, _ in lists],
        )
        self._added.append(others)
        before = self._sums[others]
        np.add.at(self._sums, ids, np.uint16(_kept_as(give)))
        given = self._sums[others] - before
        self._sums[others] = before + np.maximum(gives, given)  # of equals the last one stays


def _kept_as(share: float) -> int:
    return max(0, round(share * _ONE))


@contextmanager
def _summing(words: Sequence[Word], pool: Ids | None) -> Iterator[_Sums]:
    """Sums of nothing yet; an array is used again, for it costs more to make than to fill."""
    lists = [*(ids for word in words for ids, _ in word), *([] if pool is None else [pool])]
    end = 1 + max((int(ids[-1]) for ids in lists if len(ids)), default=0)
    try:
        array = _spare.pop()
    except IndexError:  # another thread may have taken the last one since it was seen
        array = np.zeros(0, np.uint16)
    if len(array) < end:
        array = np.zeros(end + end // 4, np.uint16)
    sums = _Sums(words, array)
    yield sums
    sums.clear()
    if len(_spare) < _KEPT:
        _spare.append(array)
