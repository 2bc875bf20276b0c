"""A store of before there were versions shows after it what it showed before, scope by scope."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database as Connection

from store import variants
from store.model import Article, Came, Outcome, Query, Ruling
from store.search import indexing
from store.store import Store
from tests.store.conftest import noted
from tests.store.corrections.test_always import GROUPS, grouped
from tests.store.search.test_indexing import told

HERE, THERE = "slack:T1", "discord:G1"
RULING = Ruling(Outcome.REASSIGNED, "Bo Lim")
EVERYONES = "Ana Ruiz: The pier stays.\n\nOmar Diaz: The pier goes."
OWN = "Bo Lim: The pier is ours alone."
SHARED = "Kit Osei: The pier is for sale."

# the table as it was, with the rows as they were: "*" stood before what was in place of everyone's
BEFORE = (
    "DROP TABLE lineage",
    "DROP TABLE article_log",
    """
    CREATE TABLE before (
        id INTEGER PRIMARY KEY, scope TEXT NOT NULL, digest TEXT NOT NULL,
        title TEXT, outlet TEXT, byline TEXT, url TEXT, published TEXT,
        text TEXT NOT NULL, file TEXT, loaded_at TEXT NOT NULL, loaded_by TEXT NOT NULL,
        address TEXT, published_at TEXT, updated_at TEXT, language TEXT,
        UNIQUE (scope, digest)
    )
    """,
    """
    INSERT INTO before
    SELECT id, scope, iif(standing = 'own', '*', '') || digest, title, outlet, byline, url,
        published, text, file, loaded_at, loaded_by, address, published_at, updated_at, language
    FROM article
    """,
    "DROP TABLE article",
    "ALTER TABLE before RENAME TO article",
    "DELETE FROM _sqlite_migrations WHERE name LIKE 'm016%' OR name LIKE 'm018%'",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of before: an article of everyone's, corrected here, and two loaded here."""
    path = tmp_path / "store.db"
    with Store(path, extractor=noted) as store:
        store.load(Article(EVERYONES, url="https://planet.example/1", file="1.txt"), by="ed")
        store.load(Article(OWN, title="Ours"), by="al", scope=HERE)
        store.load(Article(SHARED), by="al", scope=HERE)
        (found,) = store.search(Query(words="pier goes", scope=HERE))
        number = store.corrections.report(found.id, instead="Bo", why="", by="me", scope=HERE)
        store.corrections.settle(number, RULING, by="ed", scope=HERE)
        store.load(Article(SHARED), by="ed")
    with closing(Connection(path)) as raw:
        variants.join(raw, 3)  # what everyone had by now was still in a group
        for sql in BEFORE:
            raw.execute(sql)
        raw.conn.commit()
    return path


def seen(store: Store, scope: str) -> set[tuple[str | None, str]]:
    found = store.search(Query(topic="pier", scope=scope))
    every = [one for match in found for one in (match, *match.variants)]
    return {(one.statement.speaker and one.statement.speaker.name, one.words[0]) for one in every}


def test_each_scope_sees_what_it_saw(path: Path) -> None:
    shared = ("Kit Osei", "The pier is for sale.")
    stays = ("Ana Ruiz", "The pier stays.")
    with Store(path, extractor=noted) as store:
        assert seen(store, HERE) == {
            stays, shared, ("Bo Lim", "The pier goes."), ("Bo Lim", "The pier is ours alone.")
        }  # fmt: skip
        for scope in ("", THERE):
            assert seen(store, scope) == {stays, shared, ("Omar Diaz", "The pier goes.")}
        assert [store.holdings(scope).articles for scope in ("", HERE)] == [2, 3]


def test_index_and_groups_are_as_if_made_anew(path: Path) -> None:
    Store(path, extractor=noted).close()
    with closing(Connection(path)) as db:
        kept, groups = told(db), grouped(db)
        indexing.rebuild(db)
        for table in GROUPS:
            db.execute(f"DELETE FROM {table}")  # noqa: S608
        variants.join_all(db)
        assert (told(db), grouped(db)) == (kept, groups)


def test_nothing_refers_to_what_is_not_there(path: Path) -> None:
    Store(path).close()
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_later_version_takes_the_place_of_what_was_there(path: Path) -> None:
    later = Article("Ana Ruiz: The pier went.", url="https://planet.example/1")
    with Store(path, extractor=noted) as store:
        assert store.load(later, by="ed").came is Came.UPDATED
        assert ("Ana Ruiz", "The pier went.") in seen(store, THERE)
        assert ("Omar Diaz", "The pier goes.") not in seen(store, THERE)
