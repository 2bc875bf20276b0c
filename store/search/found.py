"""Statements by their numbers, each with a score: joined, narrowed and added up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from store.search.postings import NONE, Ids

_FINE = 1_000_000  # parts of a score that are told apart while scores are summed


@dataclass(frozen=True, slots=True)
class Found:
    """Statements in the order of their numbers, each with its score, from 0 to 1."""

    ids: Ids
    scores: NDArray[np.float64]

    @classmethod
    def all_of(cls, ids: Ids) -> Self:
        """All of *ids*, of which nothing is said yet."""
        return cls(ids, np.zeros(len(ids)))

    @classmethod
    def equal(cls, ids: Ids) -> Self:
        """All of *ids*, each as well as it can be."""
        return cls(ids, np.ones(len(ids)))

    @classmethod
    def of(cls, scores: Mapping[int, float]) -> Self:
        """The statements that have *scores*."""
        ids = sorted(scores)
        return cls(np.array(ids, np.uint32), np.array([scores[n] for n in ids], np.float64))

    def where(self, holds: NDArray[np.bool_]) -> Found:
        """Those of which it *holds*."""
        return Found(self.ids[holds], self.scores[holds])

    def by_number(self) -> dict[int, float]:
        """The score of each statement."""
        return dict(zip(self.ids.tolist(), self.scores.tolist(), strict=True))

    def times(self, factor: float) -> Found:
        """The same with less of a score."""
        return Found(self.ids, self.scores * factor)

    def only(self, ids: Ids) -> Found:
        """Those that are among *ids*."""
        return self.where(among(self.ids, ids))

    def scores_of(self, ids: Ids) -> NDArray[np.float64]:
        """The scores of *ids*, all of which are found."""
        return self.scores[np.searchsorted(self.ids, ids)]

    def best(self, most: int) -> Found:
        """The *most* with the highest scores, in the order of their numbers still."""
        if len(self.ids) <= most:
            return self
        latest = self.ids / 2**53  # of equals, those that were loaded last
        best = np.sort(np.argpartition(-(self.scores + latest), most)[:most])
        return Found(self.ids[best], self.scores[best])


def summed(lists: Sequence[tuple[Ids, float]]) -> Found:
    """Every number in *lists* once, with the sum of its scores."""
    lists = [one for one in lists if len(one[0])]
    if not lists:
        return Found.all_of(NONE)
    # number and score in one integer each, because those sort fastest
    packed = np.concatenate(
        [ids.astype(np.int64) << 32 | round(score * _FINE) for ids, score in lists]
    )
    packed.sort()
    ids = packed >> 32
    starts = np.flatnonzero(np.concatenate(([True], ids[1:] != ids[:-1])))
    sums = np.add.reduceat(packed & 0xFFFFFFFF, starts)
    return Found(ids[starts].astype(np.uint32), sums / _FINE)


def met(found: Ids, lists: Iterable[tuple[Ids, float]]) -> NDArray[np.float64]:
    """How well each of *found* meets a word whose spellings have these *lists*."""
    met = np.zeros(len(found))
    for ids, well in lists:
        met = np.maximum(met, well * among(found, ids))
    return met


def among(found: Ids, ids: Ids) -> NDArray[np.bool_]:
    """Which of *found* are among *ids*."""
    if not len(ids):
        return np.zeros(len(found), np.bool_)
    at = np.minimum(np.searchsorted(ids, found), len(ids) - 1)
    return np.asarray(ids[at] == found)


def together(lists: Sequence[Ids]) -> Ids:
    """Every number in *lists* once, in order."""
    some = [one for one in lists if len(one)]
    if len(some) < 2:
        return some[0] if some else NONE
    return np.unique(np.concatenate(some))
