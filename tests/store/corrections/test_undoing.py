"""A ruling that is undone leaves what held before it, and its reports wait again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.errors import UnusableQuestion
from store.model import Loaded, Outcome, Query, Ruling
from store.store import Store

Add = Callable[..., Loaded]
Settle = Callable[..., tuple[int, ...]]
Said = Callable[..., list[tuple[str | None, str]]]

HERE = "slack:T1"
TEXT = "Ana Ruiz: The pier stays.\n\nOmar Diaz: The bridge goes."
STAYS = "The pier stays."


@pytest.fixture(autouse=True)
def loaded(add: Add) -> None:
    add(TEXT)


def report(store: Store, scope: str = "", by: str = "another") -> int:
    (found,) = store.search(Query(words="pier stays", scope=scope))
    return store.corrections.report(found.id, instead="Bo Lim", why="", by=by, scope=scope)


@pytest.mark.parametrize("name", ["Omar Diaz", ""], ids=["reassigned", "no statement"])
@pytest.mark.parametrize("scope", ["", HERE], ids=["shell", "workspace"])
def test_all_is_as_it_was_before_the_ruling(
    store: Store, settle: Settle, said: Said, name: str, scope: str
) -> None:
    (number,) = settle("pier stays", name, scope=scope)
    assert store.corrections.opened(scope) == ()
    assert store.corrections.undo(number, because="A slip.", by="ed", scope=scope) == (number,)
    assert said("pier stays", scope) == [("Ana Ruiz", STAYS)]
    assert store.search(Query(words="pier stays", scope=scope))[0].statement.corrected is None
    (waiting,) = store.corrections.opened(scope)
    assert [(one.ruling.outcome, one.by, one.ruling.because) for one in waiting.settled] == [
        (Outcome.REASSIGNED if name else Outcome.NOT_A_STATEMENT, "ed", ""),
        (Outcome.UNDONE, "ed", "A slip."),
    ]


def test_an_earlier_ruling_holds_again(store: Store, settle: Settle, said: Said) -> None:
    settle("pier stays", "Omar Diaz")
    later = report(store)
    store.corrections.settle(later, Ruling(Outcome.REASSIGNED, "Bo Lim"), by="ed")
    assert said("pier stays") == [("Bo Lim", STAYS)]
    store.corrections.undo(later, by="ed")
    assert said("pier stays") == [("Omar Diaz", STAYS)]


def test_a_rejection_undone_changes_nothing_but_that_the_report_waits(
    store: Store, settle: Settle, said: Said
) -> None:
    settle("pier stays", "Omar Diaz")
    later = report(store)
    store.corrections.settle(later, Ruling(Outcome.REJECTED), by="ed", again=True)
    assert said("pier stays") == [("Omar Diaz", STAYS)]
    store.corrections.undo(later, by="ed")
    assert said("pier stays") == [("Omar Diaz", STAYS)]
    assert [one.id for one in store.corrections.opened()] == [later]


def test_what_was_restored_by_a_rejection_is_undone_too(
    store: Store, settle: Settle, said: Said
) -> None:
    (number,) = settle("pier stays", "Omar Diaz")
    store.corrections.settle(number, Ruling(Outcome.REJECTED), by="ed", again=True)
    store.corrections.undo(number, by="ed")
    assert said("pier stays") == [("Omar Diaz", STAYS)]


def test_all_reports_that_a_ruling_settled_wait_again(store: Store) -> None:
    first, second = report(store, by="one"), report(store, by="two")
    store.corrections.settle(first, Ruling(Outcome.REASSIGNED, "Bo Lim"), by="ed")
    assert store.corrections.undo(second, by="ed") == (first, second)
    assert [one.id for one in store.corrections.opened()] == [first, second]


def test_nothing_is_undone_under_a_later_ruling(store: Store, settle: Settle, said: Said) -> None:
    (number,) = settle("pier stays", "Omar Diaz")
    store.corrections.settle(report(store), Ruling(Outcome.REASSIGNED, "Bo Lim"), by="ed")
    with pytest.raises(UnusableQuestion, match="A later ruling on these words holds"):
        store.corrections.undo(number, by="ed")
    assert said("pier stays") == [("Bo Lim", STAYS)]


@pytest.mark.parametrize("undone", ["twice", "of another", "never ruled"])
def test_what_is_no_ruling_of_theirs_cannot_be_undone(
    store: Store, settle: Settle, said: Said, undone: str
) -> None:
    if undone == "never ruled":
        number = report(store, HERE)
    else:
        (number,) = settle("pier stays", "Omar Diaz", scope=HERE)
    if undone == "twice":
        store.corrections.undo(number, by="ed", scope=HERE)
    scope = "" if undone == "of another" else HERE
    before = said("pier stays", HERE)
    with pytest.raises(UnusableQuestion, match="There is no ruling of yours on report 1"):
        store.corrections.undo(number, by="ed", scope=scope)
    assert said("pier stays", HERE) == before


def test_what_was_settled_last_comes_first(store: Store, settle: Settle) -> None:
    (first,) = settle("pier stays", "Omar Diaz")
    (second,) = settle("bridge goes", "Ana Ruiz")
    assert [one.id for one in store.corrections.settled()] == [second, first]
    store.corrections.undo(second, by="ed")
    assert [one.id for one in store.corrections.settled()] == [first]
    assert store.corrections.settled(HERE) == ()


def test_who_reported_is_told_of_each(store: Store) -> None:
    (found,) = store.search(Query(words="pier stays", scope=HERE))
    number = store.corrections.report(found.id, instead="Bo", why="", by="slack:U", scope=HERE)
    store.corrections.settle(number, Ruling(Outcome.REASSIGNED, "Bo"), by="ed", scope=HERE)
    store.corrections.undo(number, by="ed", scope=HERE)
    told = [told.ruling.outcome for told, _ in store.corrections.outcomes("slack").values()]
    assert told == [Outcome.REASSIGNED, Outcome.UNDONE]
