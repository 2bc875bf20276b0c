"""What a person is told where the file fails, and what is not blamed on the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store.database import Database
from store.errors import StoreUnavailable
from store.model import Article, Query
from store.store import Store


@pytest.mark.parametrize(
    ("sql", "error"),
    [
        pytest.param(
            "INSERT INTO article (scope) VALUES ('busy')", sqlite3.IntegrityError, id="a constraint"
        ),
        pytest.param("SELECT locked FROM full", sqlite3.OperationalError, id="no such table"),
        pytest.param("SELECT ?", sqlite3.ProgrammingError, id="a value too few"),
    ],
)
def test_what_the_file_did_not_cause_is_not_blamed_on_it(
    tmp_path: Path, sql: str, error: type[Exception]
) -> None:
    with (
        closing(Database(tmp_path / "full.db")) as database,
        pytest.raises(error),
        database.writing() as db,
    ):
        db.execute(sql)


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "store.db")) as database:
        with database.reading() as db:
            db.execute("PRAGMA max_page_count = 1")  # no more pages than it has
        with pytest.raises(StoreUnavailable, match="the disk is full"), database.writing() as db:
            db.execute("INSERT INTO question VALUES ('', '', ?)", ("x" * 100_000,))


def test_a_load_that_waits_too_long_is_told_to_try_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.database.PATIENCE", 0.05)
    with (
        Store(tmp_path / "store.db") as store,
        closing(sqlite3.connect(tmp_path / "store.db")) as raw,
    ):
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match="busy with another load: try again"):
            store.load(Article("Ana"), by="ed")


def _overwrite(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))


def _misspell(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE article SET text = CAST(x'ff' AS TEXT)")


@pytest.mark.parametrize("damage", [_overwrite, _misspell], ids=["pages", "text that is none"])
def test_a_damaged_store_is_told(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    path = tmp_path / "store.db"
    with Store(path) as store:
        store.load(Article("“The pier stays,” said Ana Ruiz."), by="ed")
    damage(path)
    with pytest.raises(StoreUnavailable, match="or it is damaged"), Store(path) as store:
        store.search(Query(speaker="Ruiz"))
