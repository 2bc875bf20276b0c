"""A ruling changes what is shown, found, counted and grouped, where it holds and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlite_utils import Database as Connection

from store.checking import Standing
from store.model import Correction, Holdings, Loaded, Outcome, Query, Ruling
from store.store import Store

Add = Callable[..., Loaded]
Settle = Callable[..., tuple[int, ...]]
Said = Callable[..., list[tuple[str | None, str]]]

HERE, THERE = "slack:T1", "discord:1"
TEXT = "Ana Ruiz, mayor: The pier stays.\n\nOmar Diaz: The bridge goes."
STAYS = "The pier stays."


def test_a_reassigned_statement_is_another_speakers(
    store: Store, add: Add, settle: Settle, said: Said
) -> None:
    add(TEXT)
    settle("pier stays", "Omar Diaz")
    assert said("pier stays") == [("Omar Diaz", STAYS)]
    assert store.search(Query(speaker="Ana Ruiz")) == ()
    assert len(store.search(Query(speaker="Omar Diaz"))) == 2
    (found,) = store.search(Query(words="pier stays"))
    today = datetime.now(UTC).date()
    assert found.statement.corrected == Correction(today, read_as="Ana Ruiz")
    assert found.statement.role is None
    (verdict,) = store.check(f"“{STAYS}” Ana Ruiz said.")
    assert [one.id for one in verdict.matches] == [found.id]
    assert verdict.matches[0].statement.speaker == found.statement.speaker


@pytest.mark.parametrize(
    ("name", "due"),
    [
        pytest.param("Diaz", "Omar Diaz", id="one whom the article names so"),
        pytest.param("omar  díaz", "Omar Diaz", id="spelt otherwise"),
        pytest.param("Bo Lim", "Bo Lim", id="somebody new"),
        pytest.param("Lim", "Lim", id="a surname of nobody there"),
    ],
)
def test_a_name_means_whoever_bears_it(
    add: Add, settle: Settle, said: Said, name: str, due: str
) -> None:
    add(TEXT)
    settle("pier stays", name)
    assert said("pier stays") == [(due, STAYS)]


def test_what_is_no_statement_is_shown_nowhere(
    store: Store, add: Add, settle: Settle, said: Said
) -> None:
    add(TEXT)
    settle("pier stays")
    assert said("pier stays") == []
    assert store.search(Query(speaker="Ana Ruiz")) == ()
    assert store.nearest(Query(words="pier stays")) == ()
    assert store.holdings() == Holdings(1, 1)
    assert store.speakers("") == ("Omar Diaz",)
    (verdict,) = store.check(f"“{STAYS}” Ana Ruiz said.")
    assert verdict.standing is Standing.NOT_FOUND


def test_a_reassigned_statement_joins_the_variants_of_its_speaker(
    store: Store, add: Add, settle: Settle
) -> None:
    add("Ana Ruiz: The old pier is for sale.")
    add("Omar Diaz: That old pier is for sale.")
    (found, other) = store.search(Query(words="old pier is for sale"))
    assert found.variants == other.variants == ()
    wrong = next(one for one in (found, other) if one.words == ("That old pier is for sale.",))
    number = store.corrections.report(wrong.id, instead="Ana Ruiz", why="", by="me", scope="")
    store.corrections.settle(number, Ruling(Outcome.REASSIGNED, "Ana Ruiz"), by="ed")
    (found,) = store.search(Query(words="old pier is for sale"))
    assert [one.words for one in found.variants] == [("That old pier is for sale.",)]


@pytest.mark.parametrize("name", ["Omar Diaz", ""], ids=["reassigned", "no statement"])
def test_a_ruling_taken_back_leaves_all_as_it_was(
    store: Store, add: Add, settle: Settle, name: str
) -> None:
    add(TEXT)
    before = store.search(Query(words="pier stays")), store.holdings(), store.speakers("")
    (number,) = settle("pier stays", name)
    store.corrections.settle(number, Ruling(Outcome.REJECTED), by="ed", again=True)
    assert (store.search(Query(words="pier stays")), store.holdings(), store.speakers("")) == before


def test_a_ruling_of_a_workspace_on_everyones_article_holds_there_alone(
    store: Store, add: Add, settle: Settle, said: Said
) -> None:
    add(TEXT)
    settle("pier stays", "Omar Diaz", scope=HERE)
    assert said("pier stays", HERE) == [("Omar Diaz", STAYS)]
    for scope in ("", THERE):
        assert said("pier stays", scope) == [("Ana Ruiz", STAYS)]
        assert store.search(Query(words="pier stays", scope=scope))[0].statement.corrected is None
    assert store.search(Query(speaker="Ana Ruiz", scope=HERE)) == ()
    assert len(store.search(Query(speaker="Omar Diaz", scope=HERE))) == 2
    assert store.holdings(HERE) == store.holdings("") == Holdings(1, 2)
    assert not add(TEXT, scope=HERE).new
    assert said("pier stays", HERE) == [("Omar Diaz", STAYS)]


def test_a_second_ruling_of_a_workspace_makes_no_second_article(
    store: Store, add: Add, settle: Settle, said: Said
) -> None:
    add(TEXT)
    settle("pier stays", "Omar Diaz", scope=HERE)
    settle("bridge goes", scope=HERE)
    assert said("pier stays", HERE) == [("Omar Diaz", STAYS)]
    assert said("bridge goes", HERE) == []
    assert store.holdings(HERE) == Holdings(1, 1)
    assert store.holdings(THERE) == Holdings(1, 2)


def test_a_ruling_of_the_shell_on_everyones_article_holds_for_all(
    add: Add, settle: Settle, said: Said
) -> None:
    add(TEXT)
    settle("pier stays", "Omar Diaz", scope=HERE, at="")
    for scope in ("", HERE, THERE):
        assert said("pier stays", scope) == [("Omar Diaz", STAYS)]


def test_a_workspaces_own_ruling_goes_before_the_shells(
    add: Add, settle: Settle, said: Said
) -> None:
    add(TEXT)
    settle("pier stays", "Bo Lim", scope=HERE)
    settle("bridge goes", "Bo Lim", scope=THERE, at="")
    settle("pier stays", scope="")
    assert said("pier stays", HERE) == [("Bo Lim", STAYS)]
    assert said("bridge goes", HERE) == [("Bo Lim", "The bridge goes.")]
    assert said("pier stays", THERE) == said("pier stays") == []


def test_a_ruling_holds_when_everyone_gets_the_article_later(
    store: Store, add: Add, settle: Settle, said: Said
) -> None:
    add(TEXT, scope=HERE)
    settle("pier stays", "Omar Diaz", scope=HERE)
    assert add(TEXT).new
    assert said("pier stays", HERE) == [("Omar Diaz", STAYS)]
    assert said("pier stays", THERE) == [("Ana Ruiz", STAYS)]
    assert store.holdings(HERE) == Holdings(1, 2)


def test_the_shell_rules_on_what_a_workspace_had_first_and_corrected_later(
    store: Store, add: Add, settle: Settle, said: Said
) -> None:
    add(TEXT, scope=HERE)
    add(TEXT)
    settle("pier stays", "Bo Lim", scope=HERE)
    settle("bridge goes", "Ana Ruiz")
    assert said("pier stays", HERE) == [("Bo Lim", STAYS)]
    assert said("bridge goes", HERE) == [("Ana Ruiz", "The bridge goes.")]
    assert said("pier stays", THERE) == [("Ana Ruiz", STAYS)]
    assert store.holdings(HERE) == store.holdings(THERE) == Holdings(1, 2)


def test_a_ruling_of_the_shell_holds_in_articles_that_come_later(
    store: Store, add: Add, settle: Settle, said: Said, db: Connection
) -> None:
    add(TEXT)
    settle("pier stays", "Omar Diaz")
    settle("bridge goes")
    _forget(db)
    assert said("pier stays") == []
    again = add(TEXT)
    assert [one.speaker and one.speaker.name for one in again.statements] == ["Omar Diaz"]
    assert said("pier stays") == [("Omar Diaz", STAYS)]
    assert said("bridge goes") == []


def _forget(db: Connection) -> None:
    """Take the one article out, and nothing that was ruled."""
    from store import variants
    from store.search import indexing

    indexing.remove(db, 1)
    variants.leave(db, 1)
    for table in ("span", "via", "reading", "statement", "alias", "role", "load_log", "article"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608
    db.conn.commit()
