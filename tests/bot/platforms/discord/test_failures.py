"""Whatever goes wrong, the person who asked is told, and nothing secret is logged."""

from __future__ import annotations

import logging
import re
from typing import Any

import pytest

from store.store import Store

World = Any


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        pytest.param("POST", "/webhooks/*", 404, 10015, id="answer after the token died"),
        pytest.param("POST", "/webhooks/*", 401, 50027, id="answer with an invalid token"),
    ],
)
async def test_an_answer_that_comes_too_late_comes_directly(
    world: World, method: str, path: str, status: int, code: int
) -> None:
    world.store.load(world.bridge, by="shell")
    world.env.inject_error(method, path, status=status, code=code)
    await world.ask()
    (answer,) = world.dms(world.reporter)
    assert world.WORDS in world.shown(answer)
    assert world.labels(answer) == set()


async def test_a_command_acknowledged_too_late_is_still_answered(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    world.env.inject_error("POST", "/interactions/*", status=404, code=10062)
    world.env.inject_error("POST", "/webhooks/*", status=404, code=10015)
    await world.ask()
    assert world.WORDS in world.shown(world.dms(world.reporter)[0])


async def test_who_takes_no_direct_messages_is_noted(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.store.load(world.bridge, by="shell")
    world.env.inject_error("POST", "/webhooks/*", status=404, code=10015)
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50007)
    await world.ask()
    assert f"user {world.reporter.id} could not be written to: code 50007" in caplog.text


async def test_a_failure_is_told_with_the_reference_that_the_log_has(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.env.inject_error("POST", "/webhooks/*", status=400, code=50035)
    result = await world.ask()
    told = re.fullmatch(
        r"Something went wrong here; the reference is (\w{6})\.", world.shown(result.response)
    )
    assert told
    assert f"reference {told[1]}" in caplog.text
    assert "50035" in caplog.text


async def test_a_store_that_fails_is_told_in_its_own_words(world: World, store: Store) -> None:
    store.close()
    assert "store" in world.shown((await world.ask()).response).lower()


async def test_no_token_reaches_the_log(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    world.store.load(world.bridge, by="shell")
    world.env.inject_error("POST", "/webhooks/*", status=404, code=10015)
    await world.ask()
    tokens = [*world.env.backend.interaction_tokens, "simcord.fake.token"]
    assert tokens
    assert not [token for token in tokens if token in caplog.text]
