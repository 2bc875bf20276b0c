"""While another process loads, questions are answered and their buttons work."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from bot.platforms.discord.asking import Questions
from bot.platforms.discord.replies import finished
from store.asked import question_key
from store.errors import StoreUnavailable
from store.store import Store

World = Any
TRAM, SCOPE = "the tram will be late", "discord:1"


@contextmanager
def loading(folder: Path) -> Iterator[None]:
    """Another process that holds the store as a loader does, until it is let go."""
    other = sqlite3.connect(folder / "store.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


def answered(world: World) -> bool:
    seen = world.channel.history(viewer=world.reporter)
    return any("page 1 of" in world.shown(message) for message in seen)


async def test_an_answer_does_not_wait_for_a_load(world: World, tmp_path: Path) -> None:
    world.store.load(world.tram, by="shell")
    async with asyncio.timeout(4):
        with loading(tmp_path):
            asked = asyncio.create_task(world.ask(TRAM))
            while not answered(world):  # noqa: ASYNC110 - what it waits for happens in threads
                await asyncio.sleep(0.01)
        result = await asked
    await world.reporter.click(result.response, label="Next")
    assert "page 2 of" in world.shown(result.response)


async def test_a_button_works_before_its_question_is_kept(
    world: World, store: Store, tmp_path: Path
) -> None:
    store.load(world.tram, by="shell")
    questions, key = Questions(store, asyncio.Lock()), question_key(TRAM, SCOPE)
    async with asyncio.timeout(4):
        with loading(tmp_path):
            shown = asyncio.Event()

            async def ask() -> None:
                async with questions.known(SCOPE, TRAM):
                    shown.set()

            asking = asyncio.create_task(ask())
            await shown.wait()
            found = await questions.find_again(key, SCOPE, 2)
        await asking
    assert found.page.number == 2
    assert store.recall(key, scope=SCOPE) == TRAM


async def test_a_button_keeps_the_day_of_its_question(store: Store) -> None:
    text, zone = "quotes since yesterday", timezone(timedelta(hours=14))
    questions = Questions(store, asyncio.Lock(), zone)
    async with questions.known(SCOPE, text):
        pass
    day = datetime.now(zone).date()
    found = await questions.find(text, SCOPE)
    assert found.page.answer.today == day
    assert (
        found.key == await questions.key(text, SCOPE) == question_key(text, SCOPE) + f"{day:%Y%m%d}"
    )
    again = await questions.find_again(question_key(text, SCOPE) + "20230517", SCOPE, 1)
    assert again.page.answer.today == date(2023, 5, 17)


async def test_a_question_that_cannot_be_kept_is_logged(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    questions = Questions(store, asyncio.Lock())
    async with questions.known(SCOPE, TRAM):
        store.close()
    assert "a question is lost" in caplog.text
    with pytest.raises(StoreUnavailable):
        await questions.find_again(question_key(TRAM, SCOPE), SCOPE, 1)


async def test_a_stop_waits_for_what_was_asked_before(world: World) -> None:
    world.store.load(world.tram, by="shell")
    asked = asyncio.create_task(world.ask(TRAM))
    while not any("/interactions" in sent.path for sent in world.env.http_requests):  # noqa: ASYNC110
        await asyncio.sleep(0.001)  # until it is acknowledged
    assert not answered(world)
    await finished(10)
    assert answered(world)
    await asked
