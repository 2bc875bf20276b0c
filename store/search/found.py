"""Statements by their numbers, each with a score: joined and narrowed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from store.search.postings import NONE, Ids

_EQUAL = 0.01  # scores so much less than the highest are as good


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
        return cls(np.array(ids, np.intp), np.array([scores[n] for n in ids], np.float64))

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

    def near(self, share: float) -> Found:
        """Those with at least this *share* of the highest score."""
        return self.where(self.scores >= share * self.scores.max(initial=0.0))

    def best(self, most: int, *, ties: int = 0) -> Found:
        """The *most* with the highest scores, in the order of their numbers still.

        Of equals those that were loaded last; all that are as good as any, if they are at most
        *ties*.
        """
        if len(self.ids) <= most:
            return self
        latest = self.ids / 2**53
        best = np.argpartition(-(self.scores + latest), most)[:most]
        if ties and self.scores[best].min() > self.scores.max() - _EQUAL:
            return self.where(self.scores > self.scores.max() - _EQUAL).best(ties)
        best = np.sort(best)
        return Found(self.ids[best], self.scores[best])


def apart(lists: Sequence[tuple[Ids, float]]) -> Found:
    """Every number in *lists*, none of which is in two of them, with the score of its list."""
    if not lists:
        return Found.all_of(NONE)
    ids = np.concatenate([ids for ids, _ in lists])
    scores = np.concatenate([np.full(len(ids), score) for ids, score in lists])
    order = np.argsort(ids)
    return Found(ids[order], scores[order])


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
    every = np.sort(np.concatenate(some))  # np.unique takes thirty times as long
    return every[np.concatenate(([True], every[1:] != every[:-1]))]
