"""Variants that do not meet the days, the outlet or the hand that were asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from store.model import Loaded, Outside, Query
from store.store import Store

Add = Callable[..., Loaded]
WORDS = "The old pier will stay"
SINCE = date(2024, 6, 1)


@pytest.fixture
def said(store: Store, add: Add) -> Store:
    add(f"Ana Ruiz: {WORDS}.", outlet="Daily Ledger", published=date(2024, 5, 2))
    add(f"Ana Ruiz: {WORDS}!", outlet="Harbor Times", published=date(2024, 6, 2))
    add(f"Ana Ruiz (CNN): {WORDS}…", outlet="Harbor Times", published=date(2024, 6, 3))
    add(f"Ana Ruiz: “{WORDS}.”", outlet="Harbor Times")
    return store


def outside(store: Store, query: Query) -> dict[date | None, tuple[Outside, ...]]:
    (match,) = store.search(query)
    assert match.reasons
    assert not match.outside
    return {one.article.published: one.outside for one in (match, *match.variants)}


def test_of_other_days(said: Store) -> None:
    assert outside(said, Query(words=WORDS, since=SINCE)) == {
        date(2024, 5, 2): (Outside.DAYS,),
        date(2024, 6, 2): (),
        date(2024, 6, 3): (),
        None: (Outside.DAYS,),
    }


def test_second_hand(said: Store) -> None:
    found = outside(said, Query(words=WORDS, first_hand=True))
    assert found.pop(date(2024, 6, 3)) == (Outside.HAND,)
    assert set(found.values()) == {()}


def test_of_another_outlet_and_day(said: Store) -> None:
    found = outside(said, Query(words=WORDS, outlet="Harbor Times", until=date(2024, 6, 2)))
    assert found[date(2024, 5, 2)] == (Outside.OUTLET,)
    assert found[date(2024, 6, 3)] == (Outside.DAYS,)


def test_nothing_is_outside_where_nothing_narrows(said: Store) -> None:
    assert set(outside(said, Query(words=WORDS, speaker="Ana Ruiz")).values()) == {()}


def test_another_wording_of_these_days_is_not_outside(store: Store, add: Add) -> None:
    add("Ana Ruiz: We bought the old pier and the harbour.", published=SINCE)
    add("Ana Ruiz: We purchased the old pier and the harbour.", published=SINCE)
    ((variant,),) = (
        match.variants
        for match in store.search(
            Query(words="purchased the old pier", since=SINCE, exact=("purchased",))
        )
    )
    assert (variant.reasons, variant.outside) == ((), ())
