from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database as Connection

from store.model import Outcome, Query, Ruling
from store.store import Store

Said = Callable[..., list[tuple[str | None, str]]]


@pytest.fixture
def db(store: Store, tmp_path: Path) -> Iterator[Connection]:
    with closing(Connection(tmp_path / "notes.db")) as opened:
        yield opened


@pytest.fixture
def said(store: Store) -> Said:
    """Who said what, as far as *scope* finds it by *words*."""

    def said(words: str, scope: str = "") -> list[tuple[str | None, str]]:
        found = store.search(Query(words=words, scope=scope))
        return [
            (one.statement.speaker and one.statement.speaker.name, " ".join(one.words))
            for match in found
            for one in (match, *match.variants)
        ]

    return said


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
