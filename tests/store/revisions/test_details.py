"""What is told of an article by a person: found by at once, logged, and undone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database as Connection

from store import variants
from store.errors import UnusableQuestion
from store.model import Loaded, Query
from store.search import indexing
from store.store import Store
from tests.store.corrections.test_always import GROUPS, grouped
from tests.store.search.test_indexing import told

Add = Callable[..., Loaded]

HERE = "slack:T1"
URL = "https://harbor.example/pier"
TEXT = "Ana Ruiz: The pier stays.\n\nOmar Diaz: The bridge goes."
NEW = {"title": "Harbour news", "outlet": "Harbor Times", "url": URL, "published": "2026-05-04"}


def test_what_is_told_is_found_by(store: Store, add: Add) -> None:
    add(TEXT, title="Untitled")
    article, changed = store.revisions.tell("Untitled", NEW, by="ed")
    assert (set(changed), article.published) == (set(NEW), date(2026, 5, 4))
    assert len(store.search(Query(outlet="Harbor Times"))) == 2
    assert len(store.search(Query(topic="harbour"))) == 2
    assert len(store.search(Query(words="pier stays", since=date(2026, 5, 4)))) == 1
    assert len(store.at_address(URL)) == 2


def test_undone_it_is_as_before(store: Store, add: Add) -> None:
    add(TEXT, title="Untitled", outlet="Daily Planet")
    store.revisions.tell("Untitled", NEW, by="ed")
    article, changed = store.revisions.take_back(URL, by="al")
    assert (set(changed), article.title, article.outlet) == (set(NEW), "Untitled", "Daily Planet")
    assert (article.url, article.published) == (None, None)
    assert store.search(Query(outlet="Harbor Times")) == ()
    assert len(store.search(Query(outlet="Daily Planet"))) == 2
    with pytest.raises(UnusableQuestion, match="no change"):
        store.revisions.take_back("Untitled", by="al")


def test_who_changed_what_from_what_and_why_is_kept(store: Store, add: Add) -> None:
    add(TEXT, title="Pier")
    store.revisions.tell("1", {"outlet": "Harbor Times"}, because="It says so.", by="ed")
    store.revisions.tell("1", {"outlet": None}, by="al")
    _, _, log = store.revisions.history("1")
    assert [(one.by, one.did, one.detail, one.before, one.after, one.because) for one in log] == [
        ("ed", "changed", "outlet", None, "Harbor Times", "It says so."),
        ("al", "changed", "outlet", "Harbor Times", None, ""),
    ]


def test_what_was_known_is_no_change(store: Store, add: Add) -> None:
    add(TEXT, title="Pier")
    assert store.revisions.tell("1", {"title": " Pier "}, by="ed")[1] == ()
    assert store.revisions.history("1")[2] == []


def test_a_scope_that_corrected_it_sees_it_too(
    store: Store, add: Add, settle: Callable[..., int]
) -> None:
    add(TEXT)
    settle("pier stays", "Bo Lim", scope=HERE)
    store.revisions.tell("1", NEW, by="ed")
    assert len(store.search(Query(outlet="Harbor Times", scope=HERE))) == 2


def test_index_and_groups_are_as_if_made_anew(
    store: Store, add: Add, settle: Callable[..., int], tmp_path: Path
) -> None:
    add(TEXT)
    add(TEXT, outlet="Daily Planet", published=date(2026, 5, 1))
    settle("bridge goes", "Bo Lim", scope=HERE)
    store.revisions.tell("1", {**NEW, "outlet": "Daily Sun"}, by="ed")
    store.revisions.take_back("1", by="ed")
    with closing(Connection(tmp_path / "notes.db")) as db:
        kept, groups = told(db), grouped(db)
        indexing.rebuild(db)
        for table in GROUPS:
            db.execute(f"DELETE FROM {table}")  # noqa: S608
        variants.join_all(db)
        assert (told(db), grouped(db)) == (kept, groups)
