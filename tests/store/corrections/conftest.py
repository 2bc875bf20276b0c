from __future__ import annotations

from collections.abc import Callable

import pytest

from store.model import Outcome, Query, Ruling
from store.store import Store

Settle = Callable[..., tuple[int, ...]]


@pytest.fixture
def settle(store: Store) -> Settle:
    """Report the statement that *words* find in *scope*, and settle that at once."""

    def settle(words: str, name: str = "", *, scope: str = "", at: str | None = None) -> object:
        at = scope if at is None else at
        (found,) = store.search(Query(words=words, scope=scope))
        number = store.corrections.report(
            found.id, instead=name, why="I was there.", by="reader", scope=scope
        )
        outcome = Outcome.REASSIGNED if name else Outcome.NOT_A_STATEMENT
        return store.corrections.settle(number, Ruling(outcome, name), by="ed", scope=at)

    return settle
