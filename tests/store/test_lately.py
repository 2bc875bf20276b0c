"""What is new on record, and how loads went, as each workspace or server sees it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store.model import Outcome, Query, Ruling
from store.store import Store

from .conftest import Add

HERE, ELSEWHERE = "slack:T1", "slack:T2"
New = Callable[..., list[str]]


@pytest.fixture
def new(store: Store) -> New:
    """The words that are new on record in a scope, in order."""

    def new(scope: str = "", limit: int = 5) -> list[str]:
        return ["".join(one.words) for one in store.lately.statements(scope, limit=limit)]

    return new


def failures(store: Store, scope: str = "") -> list[tuple[str | None, str | None]]:
    return [(one.name, one.reason) for one in store.lately.failed(scope)]


def test_nothing_is_new_in_an_empty_store(store: Store, new: New) -> None:
    assert (new(), store.lately.loaded(), store.lately.failed()) == ([], (), ())


def test_the_article_loaded_last_comes_first(add: Add, new: New) -> None:
    add("Ana Ruiz: The pier stays.\nAna Ruiz: It will be painted.")
    add("Bo Lind: Trams return.")
    assert new() == ["Trams return.", "The pier stays.", "It will be painted."]


def test_no_article_takes_all_the_room_while_there_are_others(add: Add, new: New) -> None:
    add("Ana Ruiz: The pier stays.")
    add("Bo Lind: Trams return.\nBo Lind: Soon.\nBo Lind: Fares fall.\nBo Lind: Bells ring.")
    assert new(limit=4) == ["Trams return.", "Soon.", "Fares fall.", "The pier stays."]


def test_one_utterance_is_told_once(add: Add, new: New) -> None:
    words = "The pier stays where it has always been, whatever the council may say"
    add(f"Ana Ruiz: {words}.")
    add(f"Ana Ruiz: {words}!")
    assert new() == [f"{words}!"]


def test_what_extraction_is_unsure_of_is_not_new(store: Store, add: Add, new: New) -> None:
    add("~Ana Ruiz: The pier stays.")
    (told,) = store.lately.loaded()
    assert (new(), told.statements) == ([], 0)


def test_others_see_nothing_of_what_a_scope_loads(store: Store, add: Add, new: New) -> None:
    add("Ana Ruiz: The pier stays.", scope=HERE)
    store.failed("notes.xyz", "known formats are html, txt", by="al", scope=HERE)
    for scope in ("", ELSEWHERE):
        assert (new(scope), store.lately.loaded(scope), failures(store, scope)) == ([], (), [])
    assert new(HERE) == ["The pier stays."]
    assert failures(store, HERE) == [("notes.xyz", "known formats are html, txt")]


def test_what_is_everyones_is_new_everywhere_but_not_what_failed(
    store: Store, add: Add, new: New
) -> None:
    add("Ana Ruiz: The pier stays.", title="Pier")
    store.failed("/etc/notes", "permission denied", by="ed")
    (told,) = store.lately.loaded(HERE)
    assert (new(HERE), told.name, told.scope) == (["The pier stays."], "Pier", "")
    assert failures(store, HERE) == []


def test_a_load_tells_name_loader_and_how_many_statements(store: Store, add: Add) -> None:
    add(
        "Ana Ruiz: The pier stays.\nBo Lind: Trams return.", by="slack:U1", scope=HERE, file="a.txt"
    )
    add("Only text.", by="slack:U2", scope=HERE, title="Weather", file="b.txt")
    told = [(one.name, one.by, one.statements) for one in store.lately.loaded(HERE)]
    assert told == [("Weather", "slack:U2", 0), ("a.txt", "slack:U1", 2)]


def test_an_article_that_was_there_already_is_not_new(store: Store, add: Add) -> None:
    add("Ana Ruiz: The pier stays.")
    add("Ana Ruiz: The pier stays.", scope=HERE)
    assert len(store.lately.loaded(HERE)) == 1


def test_a_new_version_is_told_of_beside_what_was_new(store: Store, add: Add) -> None:
    add("Ana Ruiz: The pier stays.", title="Pier", url="https://planet.example/pier", by="ed")
    add("Ana Ruiz: The pier stays a while.", title="Pier", url="https://planet.example/pier")
    add("Ana Ruiz: The pier stays a while.", title="Pier", url="https://planet.example/pier")
    told = [(one.updated, one.statements) for one in store.lately.loaded()]
    assert told == [(True, 1), (False, 1)]


def test_only_the_last_are_told(store: Store, add: Add) -> None:
    for number in range(4):
        add(f"Ana Ruiz: Pier {number} stays.", title=f"Pier {number}")
        store.failed(f"{number}.xyz", "cannot read it", by="ed")
    assert [one.name for one in store.lately.loaded(limit=2)] == ["Pier 3", "Pier 2"]
    assert [one.name for one in store.lately.failed(limit=2)] == ["3.xyz", "2.xyz"]


def test_of_a_corrected_article_a_scope_sees_its_own(store: Store, add: Add, new: New) -> None:
    add("Ana Ruiz: The pier stays.\nBo Lind: Trams return.")
    (found,) = store.search(Query(words="pier stays", scope=HERE))
    report = store.corrections.report(found.id, instead="", why="No.", by="ed", scope=HERE)
    store.corrections.settle(report, Ruling(Outcome.NOT_A_STATEMENT), by="ed", scope=HERE)
    counts = [store.lately.loaded(scope)[0].statements for scope in (HERE, ELSEWHERE)]
    assert (new(HERE), counts) == (["Trams return."], [1, 2])
    assert new(ELSEWHERE) == ["The pier stays.", "Trams return."]


def test_what_everyone_has_by_now_is_told_once(add: Add, new: New) -> None:
    add("Ana Ruiz: The pier stays.", scope=HERE)
    add("Ana Ruiz: The pier stays.")
    assert new(HERE) == ["The pier stays."]


def test_the_loads_of_a_scope_are_read_without_those_of_others(
    store: Store, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "notes.db")) as raw:
        find = "SELECT * FROM load_log WHERE scope = '' AND outcome = 'new' ORDER BY id DESC"
        ((*_, plan),) = raw.execute(f"EXPLAIN QUERY PLAN {find}").fetchall()
    assert plan == "SEARCH load_log USING INDEX load_log_in_order (scope=? AND outcome=?)"
