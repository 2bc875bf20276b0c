"""Where several people may be meant, a button for each asks for that one."""

from __future__ import annotations

from typing import Any

import pytest

from bot import config
from bot.platforms.discord.client import Client
from store.articles import Details, read

World = Any

DAILY = Details(outlet="The Daily Example")


@pytest.fixture
def world(world: World) -> World:
    """With a word each from two people of one surname."""
    for who, said in (("Ann Lee", "The pier stays open"), ("Bruce Lee", "The pier is a ruin")):
        text = f"“{said},” said {who}."
        world.store.load(read(f"{who}.txt", text.encode(), DAILY), by="shell")
    return world


async def ask(world: World) -> Any:
    return (await world.reporter.slash(world.channel, "quotes", speaker="Lee")).response


async def test_a_button_for_each_who_may_be_meant(world: World) -> None:
    assert {"Ann Lee", "Bruce Lee"} <= world.labels(await ask(world))


async def test_pressed_it_shows_that_one_in_the_same_place(world: World) -> None:
    answer = await ask(world)
    await world.reporter.click(answer, label="Bruce Lee")
    shown = world.shown(answer)
    assert "The pier is a ruin" in shown
    assert "The pier stays open" not in shown
    assert world.labels(answer) == {"Share in this channel"}
    assert len(world.channel.history(viewer=world.reporter)) == 1


async def test_it_still_works_after_a_restart(world: World) -> None:
    answer = await ask(world)
    await world.env.restart_bot(Client(config.Discord(), world.store))
    await world.reporter.click(answer, label="Ann Lee")
    assert "The pier is a ruin" not in world.shown(answer)
    assert "The pier stays open" in world.shown(answer)


async def test_on_a_shared_answer_it_shows_that_one_to_whoever_presses(world: World) -> None:
    answer = await ask(world)
    await world.reporter.click(answer, label="Share in this channel")
    (public,) = world.channel.history(viewer=world.editor)
    await world.env.restart_bot(Client(config.Discord(), world.store))
    chosen = (await world.editor.click(public, label="Ann Lee")).response
    assert chosen.ephemeral
    assert "The pier stays open" in world.shown(chosen)
    assert "The pier is a ruin" not in world.shown(chosen)


async def test_a_question_offered_below_a_mention_has_them_too(world: World) -> None:
    bot = world.env.bot.user.mention
    await world.reporter.send(world.channel, f"{bot} what did lee say")
    offered = world.channel.last_message
    answer = (await world.reporter.click(offered, label="Show the answer")).response
    await world.env.restart_bot(Client(config.Discord(), world.store))
    await world.reporter.click(answer, label="Ann Lee")
    assert "The pier is a ruin" not in world.shown(answer)


async def test_what_is_chosen_can_be_shared(world: World) -> None:
    answer = await ask(world)
    await world.reporter.click(answer, label="Ann Lee")
    await world.reporter.click(answer, label="Share in this channel")
    (public,) = world.channel.history(viewer=world.editor)
    assert "The pier stays open" in world.shown(public)
    assert "Which Lee" not in world.shown(public)


async def test_where_one_is_meant_there_is_none(world: World) -> None:
    answer = (await world.reporter.slash(world.channel, "quotes", speaker="Ann Lee")).response
    assert world.labels(answer) == {"Share in this channel"}
