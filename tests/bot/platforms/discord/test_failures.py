"""Whatever goes wrong, the person who asked is told, and nothing secret is logged."""

from __future__ import annotations

import io
import json
import logging
import re
from pathlib import Path
from typing import Any

import pytest

from store.store import Store

from ..damaged import Damage, a_table_lost, every_damage

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


@every_damage
async def test_whatever_befalls_the_store_is_told_with_its_reference(
    world: World, tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: Damage, sentence: str
) -> None:
    world.store.load(world.bridge, by="shell")
    damage(tmp_path / "store.db")
    result = await world.ask()
    told = re.fullmatch(sentence, world.shown(result.response))
    assert told
    (record,) = [one for one in caplog.records if told[1] in one.getMessage()]
    assert record.exc_info


async def test_neither_secrets_nor_words_are_logged(
    world: World, log: io.StringIO, tmp_path: Path
) -> None:
    world.store.load(world.bridge, by="shell")
    await world.ask("secretly planted words")
    await world.reporter.send(world.channel, f"{world.env.bot.user.mention} planted words")
    world.env.inject_error("POST", "/webhooks/*", status=404, code=10015)
    await world.ask()
    a_table_lost(tmp_path / "store.db")
    await world.ask("secretly planted words")
    written = log.getvalue()
    assert "reference" in written  # there was something to hide them in
    tokens = [*world.env.backend.interaction_tokens, "simcord.fake.token"]
    for secret in ("planted", world.WORDS, *tokens):
        assert secret not in written
    assert all(json.loads(line)["level"] for line in written.splitlines())
