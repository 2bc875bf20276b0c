"""What was posted is due once it shows what holds no more, and until it was put right."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from store.model import Gone, Loaded, Message, Query, Stale
from store.store import Store

Add = Callable[..., Loaded]
Settle = Callable[..., tuple[int, ...]]

HERE, THERE = "slack:T1", "slack:T2"
URL = "https://harbor.example/pier"
TEXT = "Ana Ruiz: The pier stays.\n\nOmar Diaz: The bridge goes."
MESSAGE = Message("slack", "T1", "C1", "1.1", HERE, "who said pier", 1, None, "shared", "U1")


@pytest.fixture
def post(store: Store, add: Add) -> Callable[..., None]:
    """Loads the text, and posts its two statements; as long as nothing changes nothing is due."""
    add(TEXT)

    def post(scope: str = HERE, ts: str = "1.1") -> None:
        found = store.search(Query(topic="pier", scope=scope)) + store.search(
            Query(words="bridge goes", scope=scope)
        )
        named = {one.id: one.statement.speaker.name for one in found if one.statement.speaker}
        store.posted.remember(replace(MESSAGE, scope=scope, id=ts), named)
        for stale in store.posted.due("slack"):
            store.posted.right(stale, now(stale))

    return post


def now(stale: Stale) -> list[str | None]:
    """Who said what the message shows, as it is on record."""
    found = [one.match.statement.speaker if one.match else None for one in stale.shown]
    return [speaker.name if speaker else None for speaker in found]


def due(store: Store) -> list[tuple[str, list[str | None], list[str | None]]]:
    """What is due: where, whom the message names, and whom it should name."""
    return [
        (stale.message.scope, [one.speaker for one in stale.shown], now(stale))
        for stale in store.posted.due("slack")
    ]


def test_nothing_is_due_while_all_holds(store: Store, post: Callable[..., None]) -> None:
    post()
    assert due(store) == []


def test_it_is_due_at_once_as_something_may_have_come_between(store: Store, add: Add) -> None:
    add(TEXT)
    (found,) = store.search(Query(words="pier stays"))
    store.posted.remember(MESSAGE, {found.id: "Ana Ruiz"})
    (stale,) = store.posted.due("slack")
    assert stale.message == MESSAGE
    assert stale.shown[0].words == ("The pier stays.",)
    assert due(store) == [(HERE, ["Ana Ruiz"], ["Ana Ruiz"])]


@pytest.mark.parametrize(
    ("name", "left"),
    [pytest.param("Omar Diaz", "Omar Diaz", id="reassigned"), pytest.param("", None, id="none")],
)
def test_a_ruling_makes_due_what_shows_the_statement(
    store: Store, post: Callable[..., None], settle: Settle, name: str, left: str | None
) -> None:
    post()
    settle("pier stays", name, scope=HERE)
    assert due(store) == [(HERE, ["Ana Ruiz", "Omar Diaz"], [left, "Omar Diaz"])]


def test_a_ruling_of_the_shell_reaches_all_one_of_a_workspace_its_own(
    store: Store, post: Callable[..., None], settle: Settle
) -> None:
    post(HERE, "1.1")
    post(THERE, "2.2")
    settle("pier stays", "Omar Diaz", scope=HERE)
    assert [scope for scope, _, _ in due(store)] == [HERE]
    settle("bridge goes", "Ana Ruiz", scope="")
    assert [scope for scope, _, _ in due(store)] == [HERE, THERE]


def test_what_changes_while_it_is_put_right_stays_due(
    store: Store, post: Callable[..., None], settle: Settle
) -> None:
    post()
    settle("pier stays", "Omar Diaz", scope=HERE)
    (stale,) = store.posted.due("slack")
    settle("bridge goes", "Ana Ruiz", scope=HERE)
    store.posted.right(stale, now(stale))
    assert due(store) == [(HERE, ["Omar Diaz", "Omar Diaz"], ["Omar Diaz", "Ana Ruiz"])]
    store.posted.right(store.posted.due("slack")[0], ["Omar Diaz", "Ana Ruiz"])
    assert due(store) == []


def test_a_version_makes_due_what_shows_the_one_before(store: Store, add: Add) -> None:
    add(TEXT, url=URL)
    numbers = {found.id: "Ana Ruiz" for found in store.at_address(URL)}
    store.posted.remember(MESSAGE, numbers)
    add("Omar Diaz: The bridge goes.\n\nAna Ruiz: The pier stays, perhaps.", url=URL)
    (stale,) = store.posted.due("slack")
    assert [one.match and one.match.words for one in stale.shown] == [
        ("The pier stays, perhaps.",),
        ("The bridge goes.",),
    ]
    store.posted.right(stale, ["Ana Ruiz", "Omar Diaz"])
    assert store.posted.due("slack") == ()
    add(TEXT, url=URL)
    (stale,) = store.posted.due("slack")
    assert [one.words for one in stale.shown] == [
        ("The bridge goes.",),
        ("The pier stays, perhaps.",),
    ]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        pytest.param("Omar Diaz: The bridge goes.", Gone.LEFT_OUT, id="left out"),
        pytest.param(None, Gone.WITHDRAWN, id="withdrawn"),
    ],
)
def test_what_is_gone_says_why(store: Store, add: Add, text: str | None, gone: Gone) -> None:
    add(TEXT, url=URL)
    (found,) = store.search(Query(words="pier stays"))
    store.posted.remember(MESSAGE, {found.id: "Ana Ruiz"})
    if text:
        add(text, url=URL)
    else:
        store.revisions.withdraw(URL, because="No.", by="ed")
    (stale,) = store.posted.due("slack")
    assert [(one.match, one.gone, one.text) for one in stale.shown] == [(None, gone, TEXT)]
    store.posted.right(stale, [None])
    if text:
        add(TEXT, url=URL)
    else:
        store.revisions.restore(URL, by="ed")
    assert due(store) == [(HERE, [None], ["Ana Ruiz"])]


def test_a_message_follows_the_article_that_it_shows_and_no_copy(store: Store, add: Add) -> None:
    add(TEXT, url=URL)
    add(TEXT, url="https://planet.example/1")
    first, copy = store.versions(store.search(Query(words="pier stays"))[0].id)
    store.posted.remember(MESSAGE, {first.id: "Ana Ruiz", copy.id: "Ana Ruiz"})
    add("Ana Ruiz: The pier stays, perhaps.", url=URL)
    (stale,) = store.posted.due("slack")
    assert [one.match and one.match.words for one in stale.shown] == [
        ("The pier stays, perhaps.",),
        ("The pier stays.",),
    ]


def test_a_version_of_a_workspace_makes_due_its_own_messages_alone(store: Store, add: Add) -> None:
    add(TEXT, url=URL)
    (found,) = store.search(Query(words="pier stays"))
    for scope, ts in ((HERE, "1.1"), (THERE, "2.2")):
        store.posted.remember(replace(MESSAGE, scope=scope, id=ts), {found.id: "Ana Ruiz"})
    for stale in store.posted.due("slack"):
        store.posted.right(stale, now(stale))
    add("Ana Ruiz: The pier went.", url=URL, scope=HERE)
    assert [stale.message.scope for stale in store.posted.due("slack")] == [HERE]


def test_another_platforms_are_none_of_it(
    store: Store, post: Callable[..., None], settle: Settle
) -> None:
    post()
    settle("pier stays", "Omar Diaz", scope=HERE)
    assert store.posted.due("discord") == ()


def test_a_message_is_remembered_for_a_year(
    store: Store, post: Callable[..., None], settle: Settle, tmp_path: Path
) -> None:
    post()
    with closing(sqlite3.connect(tmp_path / "notes.db")) as db, db:
        db.execute("UPDATE posted SET at = '2020-01-01T00:00:00+00:00'")
    post(ts="2.2")
    settle("pier stays", "Omar Diaz", scope=HERE)
    assert [stale.message.id for stale in store.posted.due("slack")] == ["2.2"]
    with closing(sqlite3.connect(tmp_path / "notes.db")) as db:
        assert db.execute("SELECT count(*) FROM shown").fetchone() == (2,)


_KILLED = """
import os, signal, sys
from pathlib import Path
from store.model import Message, Outcome, Query, Ruling
from store.store import Store

store = Store(Path(sys.argv[1]))
(found,) = store.search(Query(words="pier stays"))
store.posted.remember(
    Message("slack", "T1", "C1", "1.1", "slack:T1", "who said pier", 1, None, "shared", "U1"),
    {found.id: "Ana Ruiz"},
)
number = store.corrections.report(found.id, instead="Bo Lim", why="", by="slack:U1",
                                  scope="slack:T1")
store.corrections.settle(number, Ruling(Outcome.REASSIGNED, "Bo Lim"), by="ed")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_is_due_survives_a_bot_that_is_killed(store: Store, add: Add, tmp_path: Path) -> None:
    add(TEXT)
    command = [sys.executable, "-c", _KILLED, str(tmp_path / "notes.db")]
    killed = subprocess.run(command, check=False, env=os.environ)  # noqa: S603 -- our own
    assert killed.returncode == -signal.SIGKILL
    assert due(store) == [(HERE, ["Ana Ruiz"], ["Bo Lim"])]
    assert len(store.corrections.outcomes("slack")) == 1  # nor is the reporter forgotten
