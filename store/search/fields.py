"""The statements still in question, while who, where and when leave ever fewer of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from store.model import Reason
from store.search import weights
from store.search.candidates import Index
from store.search.found import Found
from store.search.postings import NONE, Ids

Check = Callable[[Ids], NDArray[np.bool_]]
"""Which of some statements hold up."""


@dataclass(slots=True)
class Field:
    """Statements with their scores so far, and why they are in question.

    Where *found* is None it is everything in sight. What *checks* say is asked only of those
    that are looked at: they read.
    """

    index: Index
    found: Found | None = None
    reasons: list[Reason] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    most: int = weights.CHECKED
    named: set[int] = field(default_factory=set)  # found by the speaker's name, too

    @classmethod
    def nothing(cls, index: Index) -> Field:
        """No statement at all."""
        return cls(index, Found.all_of(NONE))

    @property
    def is_empty(self) -> bool:
        """Whether no statement is in question any more."""
        return self.found is not None and not len(self.found.ids)

    @property
    def pool(self) -> Ids | None:
        """The statements, in the order of their numbers; None for everything."""
        return None if self.found is None else self.found.ids

    def keep(self, found: Found, reason: Reason | None) -> None:
        """Leave only what is in *found*, too, and multiply the scores."""
        if self.found is not None:
            both = found.only(self.found.ids)
            found = Found(both.ids, both.scores * self.found.scores_of(both.ids))
        self.found = found
        self.because(reason)

    def among(self, ids: Ids) -> None:
        """Leave only those of *ids*, of which nothing is said by that."""
        self.found = Found.equal(ids) if self.found is None else self.found.only(ids)

    def joined(self, other: Field) -> Field:
        """The statements of both, for the reasons of the *other*."""
        one, two = self.found or Found.all_of(NONE), other.found or Found.all_of(NONE)
        return replace(other, found=Found.of(one.by_number() | two.by_number()))

    def check(
        self, holds: Check, reason: Reason | None = None, *, most: int = weights.CHECKED
    ) -> None:
        """Leave only what *holds* when it is looked at, of words asked for the *most* likely."""
        self.checks.append(holds)
        self.most = min(most, self.most)
        self.because(reason)

    def because(self, reason: Reason | None) -> None:
        """Add *reason* to those for which a statement is found."""
        if reason and reason not in self.reasons:
            self.reasons.append(reason)

    def reasons_for(self, number: int) -> tuple[Reason, ...]:
        """Why the statement *number* was found."""
        named = (Reason.SPEAKER,) if number in self.named else ()
        return tuple(dict.fromkeys((*named, *self.reasons)))

    def holding(self, found: Found) -> Found:
        """Those of *found* that hold up, of very many the best alone."""
        if self.checks:
            found = found.best(self.most)
        for holds in self.checks:
            found = found.where(holds(found.ids))
        return found

    def settle(self) -> None:
        """Check all, where so few are left that it costs nothing to."""
        if self.found is not None and len(self.found.ids) <= self.most:
            self.found = self.holding(self.found)
            self.checks.clear()

    def scored(self, numbers: list[int]) -> dict[int, float]:
        """The scores of those of *numbers* that are in question."""
        ids = np.array(sorted(numbers), np.intp)
        found = Found(ids, np.ones(len(ids))) if self.found is None else self.found.only(ids)
        for holds in self.checks:
            found = found.where(holds(found.ids))
        return found.by_number()

    def in_order(self) -> Iterator[int]:
        """The statements, best first; of equals the surest and the newest."""
        for numbers in self._tiers():
            while batch := list(islice(numbers, weights.BATCH)):
                held = self.scored(batch) if self.checks else dict.fromkeys(batch)
                yield from (number for number in batch if number in held)

    def _tiers(self) -> Iterator[Iterator[int]]:
        """Statements of ever lower scores, each as long as they are equals."""
        if self.found is None:
            yield self.index.everything()
            return
        rounded = Found(self.found.ids, np.round(self.found.scores, weights.DIGITS))
        surest = Reason.WORDS in self.reasons  # else it is a list, which is read by its days
        if len(rounded.ids) <= weights.SORTED:
            scores = rounded.by_number()
            yield iter(
                sorted(self.index.newest(rounded.ids, surest=surest), key=lambda n: -scores[n])
            )
            return
        for score in np.unique(rounded.scores)[::-1]:
            yield self.index.newest(rounded.where(rounded.scores == score).ids, surest=surest)
