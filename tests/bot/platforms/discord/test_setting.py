from __future__ import annotations

import asyncio
import threading
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import discord
import pytest

from bot.platforms.discord.setting import is_public
from bot.settings import Settings, settings

from .conftest import World


def here(world: World) -> Settings:
    return settings(world.store, f"discord:{world.server.id}")


async def told(world: World, change: str = "", **where: Any) -> str:
    """What whoever manages the server is told after /settings."""
    result = await world.editor.slash(
        where.get("channel", world.channel), "settings", change=change
    )
    assert result.response.ephemeral
    return world.shown(result.response)


async def test_a_channel_set_to_public_is_answered_in_public(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    assert "everybody in this channel" in await told(world, "public")
    await world.ask()
    answer = world.channel.history(viewer=world.editor)[-1]  # who did not ask
    assert world.WORDS in world.shown(answer)
    assert f"asked by {world.reporter.mention}" in world.shown(answer)
    assert world.labels(answer) == set()


async def test_a_public_answer_is_promised_in_public(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    await told(world, "public")
    result = await world.ask()
    callback = [r for r in world.env.http_requests if r.path.startswith("/interactions")][-1]
    assert callback.json == {"type": 5}  # a private one has a flag
    assert world.WORDS in world.shown(result.response)  # it took the place of the promise
    assert result.followups == []


async def test_what_fails_after_a_public_promise_is_told_in_private(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    await told(world, "public")
    before = world.channel.history(viewer=world.editor)
    world.env.inject_error("POST", "/webhooks/*", status=400, code=50035)
    result = await world.ask()
    (said,) = result.followups
    assert said.ephemeral
    assert "Something went wrong here" in world.shown(said)
    assert len(world.channel.history(viewer=world.editor)) == len(before)


async def test_where_it_is_not_soon_known_to_be_public_it_is_private(world: World) -> None:
    await told(world, "public")
    bot, scope = world.env.bot, f"discord:{world.server.id}"
    channel = bot.get_channel(world.channel.id)
    assert await is_public(bot, scope, channel)
    free = threading.Event()
    busy = [asyncio.create_task(asyncio.to_thread(free.wait)) for _ in range(100)]
    await asyncio.sleep(0)  # now every thread there is has something to do
    try:
        async with asyncio.timeout(2.5):  # Discord waits three seconds
            assert not await is_public(bot, scope, channel)
    finally:
        free.set()
        await asyncio.gather(*busy)


async def test_its_threads_are_answered_in_public_too(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    await told(world, "public")
    await world.env.bot.get_channel(world.channel.id).create_thread(
        name="aside", type=discord.ChannelType.public_thread
    )
    (thread,) = world.channel.threads
    await world.reporter.slash(thread, "whosaid", words=world.WORDS)
    assert world.WORDS in world.shown(thread.history(viewer=world.editor)[-1])


async def test_a_mention_in_a_public_channel_is_answered_there(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    await told(world, "public")
    await world.reporter.send(world.channel, f"<@{world.env.bot.user.id}> who said {world.WORDS}")
    assert world.WORDS in world.shown(world.channel.history(viewer=world.editor)[-1])


async def test_another_channel_stays_private(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    await told(world, "public")
    other = world.server.create_text_channel("other")
    result = await world.reporter.slash(other, "whosaid", words=world.WORDS)
    assert result.response.ephemeral


async def test_private_again_is_private(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    await told(world, "public")
    await told(world, "private")
    assert (await world.ask()).response.ephemeral


async def test_an_error_in_a_public_channel_is_private(world: World) -> None:
    await told(world, "public")
    assert (await world.ask("x" * 501)).response.ephemeral


async def test_a_draft_that_is_checked_in_a_public_channel_stays_private(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    await told(world, "public")
    result = await world.reporter.slash(world.channel, "check", text=f"“{world.WORDS}”")
    assert result.response.ephemeral


async def test_who_may_not_write_is_answered_privately(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    muted = discord.PermissionOverwrite(send_messages=False)
    quiet = world.server.create_text_channel("quiet", overwrites={world.reporter: muted})
    await told(world, "public", channel=quiet)
    result = await world.reporter.slash(quiet, "whosaid", words=world.WORDS)
    assert result.response.ephemeral


@pytest.mark.parametrize("by", ["name", "mention"])
async def test_roles_set_here_may_load(world: World, by: str) -> None:
    role = world.server.create_role("Night desk")
    typed = {"name": role.name, "mention": f"<@&{role.id}>"}[by]
    assert await told(world, f"editors {typed}") == "Editors are now: Night desk."
    command = world.env.backend.find_command("load", None)
    world.server.set_command_permissions(int(command["id"]), {world.reporter: True})
    assert (await world.reporter.slash(world.channel, "load")).modal is None
    world.env.backend.add_member_role(world.server.id, world.reporter.id, role.id)
    assert (await world.reporter.slash(world.channel, "load")).modal


async def test_a_role_that_there_is_not_is_not_set(world: World) -> None:
    assert "I know nobody by that name" in await told(world, "editors Nobodies")
    assert here(world) == Settings()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Niue"])  # never the same day
async def test_days_are_told_in_the_time_zone_set(world: World, zone: str) -> None:
    await told(world, f"timezone {zone}")
    key = await world.env.bot.questions.key("quotes since Monday", f"discord:{world.server.id}")
    assert key.endswith(f"{datetime.now(ZoneInfo(zone)):%Y%m%d}")


async def test_one_server_sets_nothing_for_another(world: World) -> None:
    await told(world, "timezone Europe/Berlin")
    assert str(here(world).timezone) == "Europe/Berlin"
    assert settings(world.store, "discord:1") == Settings()


async def test_who_does_not_manage_the_server_changes_nothing(world: World) -> None:
    command = world.env.backend.find_command("settings", None)
    world.server.set_command_permissions(int(command["id"]), {world.reporter: True})
    result = await world.reporter.slash(world.channel, "settings", change="public")
    assert result.response.ephemeral
    assert "who may manage this server" in world.shown(result.response)
    assert here(world) == Settings()
