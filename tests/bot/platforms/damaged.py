"""What befalls a store's file while a bot runs, done to a real one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

Damage = Callable[[Path], None]

UNUSABLE = (
    r"The store of articles cannot be used just now: try again in a minute;"
    r" the reference is (\w{6})\."
)
UNEXPECTED = r"Something went wrong here; the reference is (\w{6})\."


def _gone(store: Path) -> None:
    for file in store.parent.glob(f"{store.name}*"):
        file.unlink()


def _overwritten(store: Path) -> None:
    _gone(store)
    store.write_bytes(b"no database at all" * 1000)


def a_table_lost(store: Path) -> None:
    with closing(sqlite3.connect(store)) as db:
        db.execute("ALTER TABLE article RENAME TO lost")


every_damage = pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        pytest.param(_gone, UNUSABLE, id="the file is gone"),
        pytest.param(_overwritten, UNUSABLE, id="the file is another"),
        pytest.param(a_table_lost, UNEXPECTED, id="a table is lost"),
    ],
)
