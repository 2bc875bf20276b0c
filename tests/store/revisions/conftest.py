from __future__ import annotations

from collections.abc import Callable

import pytest

from store.model import Outcome, Query, Ruling
from store.store import Store


@pytest.fixture
def settle(store: Store) -> Callable[..., int]:
    """Report the first statement that *words* find in *scope*, and settle that at once."""

    def settle(words: str, name: str = "", *, scope: str = "") -> int:
        found = store.search(Query(words=words, scope=scope))[0]
        number = store.corrections.report(found.id, instead="X", why="", by="me", scope=scope)
        ruling = Ruling(Outcome.REASSIGNED if name else Outcome.NOT_A_STATEMENT, name)
        store.corrections.settle(number, ruling, by="ed", scope=scope)
        return number

    return settle
