"""“Who said this?” in the menu of a message."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from bot import config
from bot.commands import WHO_SAID_THIS
from bot.platforms.discord.client import Client

World = Any

FALSE = "The harbour bridge will be painted blue"


@pytest.fixture
def world(world: World) -> World:
    world.store.load(world.bridge, by="shell")
    return world


async def ask(world: World, text: str, channel: Any = None) -> Any:
    message = await world.editor.send(channel or world.channel, text)
    where = channel or world.channel
    return (await world.reporter.context_menu(where, WHO_SAID_THIS.name, message)).response


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"“{FALSE},” said Anna Abel.", id="a quotation"),
        pytest.param(f"look at this\n> {FALSE}", id="a block"),
        pytest.param(f"**{FALSE}**", id="bold"),
    ],
)
async def test_a_message_is_checked_for_whoever_asks(world: World, text: str) -> None:
    answer = await ask(world, text)
    assert answer.ephemeral
    assert "[-never-]" in world.shown(answer)
    assert f"> “{world.WORDS},”" in world.shown(answer)


async def test_what_a_message_forwards_is_checked(world: World) -> None:
    message = await world.editor.send(world.channel, f"“{FALSE},” said Anna Abel.")
    there = world.env.bot.get_channel(world.channel.id)
    forwarded = await message.forward(there)
    menu = await world.reporter.context_menu(world.channel, WHO_SAID_THIS.name, forwarded)
    assert not forwarded.content
    assert "[-never-]" in world.shown(menu.response)


async def test_in_a_thread_too(world: World) -> None:
    await world.env.bot.get_channel(world.channel.id).create_thread(
        name="aside", type=discord.ChannelType.public_thread
    )
    (thread,) = world.channel.threads
    answer = await ask(world, f"“{FALSE},” said Anna Abel.", thread)
    assert answer.ephemeral
    assert "[-never-]" in world.shown(answer)


async def test_a_message_without_words_is_told_so(world: World) -> None:
    assert "no quotation in this text" in world.shown(await ask(world, "** **"))


async def test_the_check_of_a_long_message_can_be_shared_after_a_restart(world: World) -> None:
    answer = await ask(world, f"“{FALSE},” said Anna Abel. " + "So it went. " * 80)
    await world.env.restart_bot(Client(config.Discord(), world.store))
    await world.reporter.click(answer, label="Share in this channel")
    assert "[-never-]" in world.shown(world.channel.history(viewer=world.editor)[-1])
