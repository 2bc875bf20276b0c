"""Whatever is loaded from wherever, each scope sees one version of each article, and its own."""

from __future__ import annotations

from collections import Counter
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database as Connection

from store.errors import UnusableQuestion
from store.model import Article, Came, Outcome, Query, Ruling
from store.store import Store
from store.visibility import VISIBLE
from tests.store.conftest import noted
from tests.store.corrections.test_always import check_made_anew
from tests.store.search.test_indexing import SCOPES

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
LINES = (
    "Ana Ruiz: The pier stays where it is.",
    "Ana Ruiz: The pier stays where it was.",
    "Omar Diaz: The pier goes tomorrow.",
    "Omar Diaz: The pier stays where it is.",
    "?: The piers are many.",
    "~Bo Lim: Perhaps the pier burns.",
)


class Load(NamedTuple):
    """An article as it comes: its lines, where from, and for whom."""

    lines: list[str]
    url: str | None
    updated: int | None
    scope: str

    @property
    def article(self) -> Article:
        at = None if self.updated is None else NOON + timedelta(self.updated)
        return Article("\n\n".join(self.lines), title="Pier news", url=self.url, updated_at=at)


class Ruled(NamedTuple):
    """A ruling on the statement with this number, where the scope sees it."""

    statement: int
    name: str
    scope: str


class Done(NamedTuple):
    """What a person does to the article with this number, where it is the scope's."""

    article: str
    what: str
    scope: str


ADDRESSES = [f"https://{site}.example/{page}" for site in ("harbor", "planet") for page in (1, 2)]
LOADS = st.builds(
    Load,
    st.lists(st.sampled_from(LINES), min_size=1, max_size=3, unique=True),
    st.none() | st.sampled_from(ADDRESSES),
    st.none() | st.integers(0, 3),
    st.sampled_from(SCOPES),
)
RULED = st.builds(
    Ruled, st.integers(1, 20), st.sampled_from(["Bo Lim", ""]), st.sampled_from(SCOPES)
)

DONE = st.builds(
    Done,
    st.integers(1, 8).map(str),
    st.sampled_from(["withdraw", "restore", "tell", "take back"]),
    st.sampled_from(SCOPES),
)

# What was ruled on words, and is not where the words are in another version. What the shell rules
# on everyone's does not reach a version of a scope that came before.
LOST = """
    SELECT lineage.* FROM lineage JOIN ruling USING (digest, place)
    WHERE there IS NOT NULL AND lineage.scope IN ('', ruling.scope) AND NOT EXISTS (
        SELECT 1 FROM ruling AS carried WHERE carried.digest = onto AND carried.place = there
        AND carried.scope = ruling.scope
    )
"""


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(LOADS | RULED | DONE, max_size=10))
def test_after_any_loads_each_scope_sees_what_it_should(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Load | Ruled | Done]
) -> None:
    path = tmp_path_factory.mktemp("any") / "notes.db"
    with Store(path, extractor=noted) as store, closing(Connection(path)) as db:
        for step in steps:
            before = {scope: seen(store, scope) for scope in SCOPES}
            do(store, step)
            others = [scope for scope in SCOPES if step.scope and scope != step.scope]
            assert {one: seen(store, one) for one in others} == {one: before[one] for one in others}
        for scope in SCOPES:
            check_sight(store, db, scope)
        assert db.execute(LOST).fetchall() == []
        check_made_anew(db)


def do(store: Store, step: Load | Ruled | Done) -> None:
    if not isinstance(step, Load):
        with suppress(UnusableQuestion):  # the scope does not see it, or it is done
            act(store, step)
        return
    loaded = store.load(step.article, by="ed", scope=step.scope)
    if loaded.came in {Came.NEW, Came.UPDATED}:
        assert loaded.article.text == step.article.text
    held = store.holdings()
    again = store.load(step.article, by="ed", scope=step.scope)
    assert again.came in {Came.KNOWN, Came.OLDER, Came.WITHDRAWN}
    assert store.holdings() == held


def act(store: Store, step: Ruled | Done) -> None:
    if isinstance(step, Ruled):
        rule(store, step)
    else:
        handle(store, step)


def rule(store: Store, step: Ruled) -> None:
    ruling = Ruling(Outcome.REASSIGNED if step.name else Outcome.NOT_A_STATEMENT, step.name)
    number = store.corrections.report(
        step.statement, instead="X", why="", by="me", scope=step.scope
    )
    store.corrections.settle(number, ruling, by="ed", scope=step.scope)


def handle(store: Store, step: Done) -> None:
    which, who = step.article, {"by": "ed", "scope": step.scope}
    match step.what:
        case "withdraw":
            store.revisions.withdraw(which, because="No.", **who)
        case "restore":
            store.revisions.restore(which, **who)
        case "tell":
            store.revisions.tell(which, {"outlet": "Daily Sun", "published": "2026-05-03"}, **who)
        case _:
            store.revisions.take_back(which, **who)


def seen(store: Store, scope: str) -> list[tuple[str, str, int]]:
    """Every statement that *scope* finds, with whoever said it."""
    found = store.search(Query(topic="pier news", scope=scope))
    return sorted(
        (one.statement.speaker.name if one.statement.speaker else "", one.words[0], one.id)
        for match in found
        for one in (match, *match.variants)
    )


def check_sight(store: Store, db: Connection, scope: str) -> None:
    rows = db.execute(
        f"SELECT work, address, digest, article.scope FROM article WHERE {VISIBLE}",  # noqa: S608
        {"scope": scope},
    ).fetchall()
    assert {row[3] for row in rows} <= {"", scope}
    for what in ([row[0] for row in rows], [row[1] for row in rows if row[1]]):
        assert not [one for one, count in Counter(what).items() if count > 1]
    assert (len(rows), len(seen(store, scope))) == (
        store.holdings(scope).articles,
        store.holdings(scope).statements,
    )
