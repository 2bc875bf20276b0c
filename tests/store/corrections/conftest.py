from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database as Connection

from store.model import Outcome, Query, Ruling
from store.store import Store

Settle = Callable[..., tuple[int, ...]]


@pytest.fixture
def db(store: Store, tmp_path: Path) -> Iterator[Connection]:
    with closing(Connection(tmp_path / "notes.db")) as opened:
        yield opened


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


@pytest.fixture
def said(store: Store) -> Callable[..., list[tuple[str | None, str]]]:
    """Who said what, as far as *scope* finds it by *words*."""

    def said(words: str, scope: str = "") -> list[tuple[str | None, str]]:
        found = store.search(Query(words=words, scope=scope))
        return [
            (one.statement.speaker and one.statement.speaker.name, " ".join(one.words))
            for match in found
            for one in (match, *match.variants)
        ]

    return said
