"""Pages turned, shared, and kept apart from other servers."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from bot import config
from bot.platforms.discord.client import Client

World = Any
SHARE = "Share in this channel"


async def test_a_long_answer_turns_its_pages_in_place(world: World) -> None:
    world.store.load(world.tram, by="shell")
    result = await world.ask("the tram will be late")
    first = world.shown(result.response)
    await world.reporter.click(result.response, label="Next")
    second = world.shown(result.response)
    assert "page 1 of" in first
    assert "page 2 of" in second
    await world.reporter.click(result.response, label="Previous")
    assert world.shown(result.response) == first
    assert len(world.channel.history(viewer=world.reporter)) == 1


async def test_buttons_still_work_after_a_restart(world: World) -> None:
    world.store.load(world.tram, by="shell")
    result = await world.ask("the tram will be late")
    await world.env.restart_bot(Client(config.Discord(), world.store))
    await world.reporter.click(result.response, label="Next")
    assert "page 2 of" in world.shown(result.response)


async def test_share_publishes_the_page_and_says_who_shared_it(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    result = await world.ask()
    await world.reporter.click(result.response, label="Share in this channel")
    (public,) = world.channel.history(viewer=world.editor)
    assert f"“{world.WORDS},”" in world.shown(public)
    assert f"shared by {world.reporter.mention}" in world.shown(public)
    assert world.labels(public) == set()
    assert world.labels(result.response) == {"Shared"}


async def test_share_pressed_twice_posts_once_and_says_so(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    result = await world.ask()
    button = next(p for p in world.parts(result.response.components) if p.get("label") == SHARE)
    await world.reporter.click(result.response, label=SHARE)
    for part in world.parts(result.response._message.components):
        if part.get("label") == "Shared":  # as it still stands on the screen of a quick finger
            part.update(label=SHARE, custom_id=button["custom_id"], disabled=False)
    again = await world.reporter.click(result.response, label=SHARE)
    assert len(world.channel.history(viewer=world.editor)) == 1
    assert "sees it once" in world.shown(again.followups[0])
    assert again.followups[0].ephemeral


async def test_share_that_failed_can_be_pressed_again(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    result = await world.ask()
    world.env.inject_error("POST", "/webhooks/*", status=403, code=50013)
    await world.reporter.click(result.response, label=SHARE)
    await world.reporter.click(result.response, label=SHARE)
    assert len(world.channel.history(viewer=world.editor)) == 1
    assert world.labels(result.response) == {"Shared"}


async def test_what_is_posted_stays_shared_where_its_button_cannot_tell(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    result = await world.ask()
    world.env.inject_error("PATCH", "/webhooks/*", status=400)
    first = await world.reporter.click(result.response, label=SHARE)
    again = await world.reporter.click(result.response, label=SHARE)
    assert len(world.channel.history(viewer=world.editor)) == 1
    assert "sees it now" in world.shown(first.followups[-1])
    assert "sees it once" in world.shown(again.followups[-1])


async def test_a_shared_page_is_turned_for_the_one_who_turns_it(world: World) -> None:
    world.store.load(world.tram, by="shell")
    result = await world.ask("the tram will be late")
    await world.reporter.click(result.response, label="Share in this channel")
    (public,) = world.channel.history(viewer=world.editor)
    before = world.shown(public)
    turned = await world.editor.click(public, label="Next")
    assert turned.response.ephemeral
    assert "page 2 of" in world.shown(turned.response)
    (public,) = [m for m in world.channel.history(viewer=world.editor) if m.id == public.id]
    assert world.shown(public) == before


async def test_who_may_not_write_in_the_channel_may_not_share(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    muted = discord.PermissionOverwrite(send_messages=False)
    quiet = world.server.create_text_channel("quiet", overwrites={world.reporter: muted})
    result = await world.reporter.slash(quiet, "whosaid", words=world.WORDS)
    refused = await world.reporter.click(result.response, label="Share in this channel")
    assert "may not write" in world.shown(refused.followups[0])
    assert refused.followups[0].ephemeral
    assert quiet.history(viewer=world.editor) == []


async def test_a_thread_has_a_permission_of_its_own(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    talk = discord.PermissionOverwrite(send_messages=False, send_messages_in_threads=True)
    topic = world.server.create_text_channel("topic", overwrites={world.reporter: talk})
    await world.env.bot.get_channel(topic.id).create_thread(
        name="aside", type=discord.ChannelType.public_thread
    )
    (thread,) = topic.threads
    result = await world.reporter.slash(thread, "whosaid", words=world.WORDS)
    await world.reporter.click(result.response, label="Share in this channel")
    assert world.WORDS in world.shown(thread.history(viewer=world.reporter)[-1])
    assert world.labels(result.response) == {"Shared"}


@pytest.mark.parametrize(
    ("status", "code"),
    [pytest.param(403, 50013, id="forbidden"), pytest.param(404, 10015, id="too late")],
)
async def test_a_page_that_cannot_be_posted_stays_private(
    world: World, status: int, code: int
) -> None:
    world.store.load(world.bridge, by="shell")
    result = await world.ask()
    world.env.inject_error("POST", "/webhooks/*", status=status, code=code)
    refused = await world.reporter.click(result.response, label="Share in this channel")
    assert "stays with you" in world.shown(refused.followups[0])
    assert refused.followups[0].ephemeral
    assert world.labels(result.response) == {"Share in this channel"}


async def test_another_server_sees_none_of_its_articles(world: World) -> None:
    world.store.load(world.bridge, by="discord", scope=f"discord:{world.server.id}")
    elsewhere = world.env.create_guild("Elsewhere")
    stranger = elsewhere.add_member(world.env.create_user("sven"))
    result = await stranger.slash(elsewhere.create_text_channel("a"), "whosaid", words=world.WORDS)
    assert world.WORDS not in world.shown(result.response)
    assert world.WORDS in world.shown((await world.ask()).response)


async def test_another_server_cannot_come_back_to_its_questions(world: World) -> None:
    world.store.load(world.tram, by="shell")
    result = await world.ask("the tram will be late")
    elsewhere = world.env.create_guild("Elsewhere")
    stranger = elsewhere.add_member(world.env.create_user("sven"))
    forged = await stranger.slash(elsewhere.create_text_channel("a"), "whosaid", words="tram")
    button = next(p for p in world.parts(result.response.components) if p.get("label") == "Next")
    for part in world.parts(forged.response._message.components):
        if part.get("label") == "Next":
            part["custom_id"] = button["custom_id"]
    told = await stranger.click(forged.response, label="Next")
    assert "ask it again" in world.shown(told.followups[0])
    assert told.followups[0].ephemeral


async def test_a_direct_message_sees_what_the_shell_loaded_and_no_server(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    world.store.load(world.tram, by="discord", scope=f"discord:{world.server.id}")
    user = world.reporter.user
    await user.send_dm(f"who said {world.WORDS}")
    await user.send_dm("who said the tram will be late")
    found, missing = [m for m in user.dm_channel.history() if m.author.bot]
    assert world.WORDS in world.shown(found)
    assert "tram number" not in world.shown(missing)
