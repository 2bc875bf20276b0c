"""Variants that lie outside the days, the outlet or the hand that a question asks for.

They stay with the statement that answers: that it was said before, elsewhere, is worth knowing.
But they are no answers themselves, and are told from those that are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.model import Match, Outside, Query
from store.search.candidates import Index
from store.search.narrowing import narrowed


def told(index: Index, query: Query, matches: Sequence[Match]) -> tuple[Match, ...]:
    """*matches*, each variant with what it does not meet of *query*."""
    numbers = {one.id for match in matches for one in match.variants if not one.reasons}
    met = list(_met(index, query, numbers)) if numbers else []
    if not met:
        return tuple(matches)
    return tuple(
        replace(match, variants=tuple(_told(one, met) for one in match.variants))
        for match in matches
    )


def _told(variant: Match, met: Sequence[tuple[Outside, set[int]]]) -> Match:
    if variant.reasons:
        return variant
    return replace(variant, outside=tuple(what for what, ids in met if variant.id not in ids))


def _met(index: Index, query: Query, numbers: set[int]) -> Iterator[tuple[Outside, set[int]]]:
    """What *query* narrows by, each with those of *numbers* that meet it."""
    if query.since or query.until:
        of_days = Query(since=query.since, until=query.until)
        yield Outside.DAYS, narrowed(index.db, of_days, numbers)
    if query.outlet:
        yield Outside.OUTLET, numbers.intersection(index.in_outlets(query.outlet).tolist())
    if query.first_hand:
        yield Outside.HAND, narrowed(index.db, Query(first_hand=True), numbers)
