"""Whatever is loaded and ruled, the index and the groups are as if made anew, scope by scope."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database as Connection

from store import variants
from store.errors import UnusableQuestion
from store.model import Article, Outcome, Query, Ruling
from store.search import indexing
from store.store import Store
from tests.store.search.test_indexing import SCOPES, TEXTS, told

RULINGS = (
    Ruling(Outcome.REASSIGNED, "Ana Ruiz"),
    Ruling(Outcome.REASSIGNED, "Bo Lim"),
    Ruling(Outcome.NOT_A_STATEMENT),
    Ruling(Outcome.REJECTED),
)
AFTER = ("", "reject", "undo")
GROUPS = ("variant", "variant_key", "variant_day")


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(TEXTS),
            st.sampled_from(SCOPES),
            st.none()
            | st.tuples(st.integers(0, 20), st.sampled_from(RULINGS), st.sampled_from(AFTER)),
        ),
        max_size=8,
    )
)
def test_after_any_loads_and_rulings_all_is_as_if_made_anew(
    store: Store, db: Connection, steps: list[tuple[str, str, tuple[int, Ruling, str] | None]]
) -> None:
    for text, scope, ruled in steps:
        others = {one: seen(store, one) for one in SCOPES}
        if ruled is None:
            store.load(
                Article(text, title="Pier news", outlet="Daily Ledger"), by="ed", scope=scope
            )
            continue
        which, ruling, after = ruled
        try:
            number = store.corrections.report(which, instead="Bo Lim", why="", by="me", scope=scope)
            store.corrections.settle(number, ruling, by="ed", scope=scope)
            if after == "reject":
                store.corrections.settle(number, RULINGS[-1], by="ed", scope=scope, again=True)
            if after == "undo":
                store.corrections.undo(number, by="ed", scope=scope)
                assert [who for who, _ in seen(store, scope)] == [who for who, _ in others[scope]]
        except UnusableQuestion:
            pass
        if scope:
            assert {one: seen(store, one) for one in SCOPES if one != scope} == {
                one: was for one, was in others.items() if one != scope
            }
    check_made_anew(db)
    for scope in SCOPES:
        counted = [match for _, match in seen(store, scope)]
        assert len(counted) == store.holdings(scope).statements


def grouped(db: Connection) -> list[list[tuple[object, ...]]]:
    return [sorted(db.execute(f"SELECT * FROM {table}").fetchall()) for table in GROUPS]  # noqa: S608


def seen(store: Store, scope: str) -> list[tuple[str, int]]:
    """Every statement that *scope* finds, with whoever said it."""
    found = [*store.search(Query(topic="pier news", scope=scope))]
    return sorted(
        (one.statement.speaker.name if one.statement.speaker else "", one.id)
        for match in found
        for one in (match, *match.variants)
    )


def check_made_anew(db: Connection) -> None:
    """That the index and the groups of variants are as they would be if made anew."""
    kept, groups = told(db), grouped(db)
    indexing.rebuild(db)
    for table in GROUPS:
        db.execute(f"DELETE FROM {table}")  # noqa: S608
    variants.join_all(db)
    db.conn.commit()
    assert told(db) == kept
    assert grouped(db) == groups
