"""Commands and mentions, answered from a real store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot import config
from bot.commands import COMMANDS, MESSAGE_COMMANDS
from bot.platforms.discord.client import Client
from store.articles import read
from store.store import Store

Contract = Callable[[str, Any], None]
World = Any


def load_all(store: Store, folder: Path) -> None:
    for path in folder.iterdir():
        store.load(read(path.name, path.read_bytes()), by="shell")


async def test_the_commands_are_those_of_the_table(world: World, contract: Contract) -> None:
    (synced,) = [r.json for r in world.env.http_requests if r.path.endswith("/commands")]
    table = (*COMMANDS, *MESSAGE_COMMANDS)
    assert [command["name"] for command in synced] == [command.name for command in table]
    for command in synced:
        contract("ApplicationCommandUpdateRequest", command)


async def test_a_command_is_answered_privately_with_the_exact_words(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    result = await world.ask()
    first = next(r for r in world.env.http_requests if r.path.startswith("/interactions"))
    assert first.json == {"type": 5, "data": {"flags": 64}}  # deferred, and privately
    assert result.response.ephemeral
    assert f"> “{world.WORDS},”" in world.shown(result.response)
    assert "Anna Abel" in world.shown(result.response)


async def test_the_seed_article_answers_with_both_translations(world: World, seeds: Path) -> None:
    load_all(world.store, seeds)
    reply = world.shown((await world.ask("absolutely ridiculous")).response)
    for words in (
        "**Dmitry Peskov** · Kremlin spokesman",
        "> “Attempts to deny this – both in Kyiv and in Washington – are, of course, absolutely",
        "> “Attempts to disown this, both in Kyiv and in Washington, are, of course, absolutely",
    ):
        assert words in reply


async def test_quotes_of_a_speaker_about_a_topic(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    result = await world.reporter.slash(
        world.channel, "quotes", speaker="Ana Abel", about="the bridge"
    )
    assert world.WORDS in world.shown(result.response)


async def test_nothing_found_is_said(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    assert "Nothing" in world.shown((await world.ask("zebra crossing")).response)


async def test_speakers_are_offered_while_typing(world: World) -> None:
    world.store.load(world.tram, by="shell")
    offered = await world.reporter.autocomplete(world.channel, "quotes", "speaker", "Boris E")
    assert offered[0] == {"name": "Boris Evans", "value": "Boris Evans"}


async def test_no_more_speakers_are_offered_than_discord_takes(world: World) -> None:
    world.store.load(world.tram, by="shell")
    offered = await world.reporter.autocomplete(world.channel, "quotes", "speaker", "")
    assert len(offered) == 25


async def test_outlets_are_offered_while_typing(world: World) -> None:
    world.store.load(world.tram, by="shell")
    offered = await world.reporter.autocomplete(world.channel, "quotes", "outlet", "exampel")
    assert offered == [{"name": "The Daily Example", "value": "The Daily Example"}]


async def test_outlets_of_other_servers_are_not_offered(world: World) -> None:
    world.store.load(world.tram, by="shell", scope="discord:1")
    assert not await world.reporter.autocomplete(world.channel, "quotes", "outlet", "")


async def test_what_cannot_be_searched_is_said_privately(world: World) -> None:
    result = await world.ask("x" * 600)
    assert result.response.ephemeral
    assert "500" in world.shown(result.response)


async def test_who_mentions_the_bots_role_is_told_to_mention_the_bot(world: World) -> None:
    (role,) = (role for role in world.env.bot.guilds[0].me.roles if role.managed)
    await world.reporter.send(world.channel, f"{role.mention} who said {world.WORDS}?")
    told = world.channel.last_message
    assert "choose the app" in world.shown(told)
    assert told.reference


@pytest.mark.parametrize("asked", ["who said blue", "help", "check: “It is.”"])
async def test_direct_messages_say_that_servers_articles_are_not_seen(
    world: World, asked: str
) -> None:
    world.store.load(world.bridge, by="ed", scope=f"discord:{world.server.id}")
    await world.reporter.send_dm(asked)
    told = world.shown(world.dms(world.reporter)[-1])
    assert "searched on that server alone: ask there" in told
    assert "with /load" not in told


async def mention(world: World, text: str) -> Any:
    """The bot's reply to the reporter's mention of it."""
    await world.reporter.send(world.channel, f"{world.env.bot.user.mention} {text}")
    return world.channel.last_message


async def test_a_mention_is_offered_its_answer_below_it_without_a_ping(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    bot = world.env.bot.user.mention
    asked = await world.reporter.send(world.channel, f"{bot} who said {world.WORDS}?")
    offered = world.channel.last_message
    assert offered.reference.message_id == asked.id
    assert world.labels(offered) == {"Show the answer"}
    assert world.WORDS not in world.shown(offered)


async def test_an_offered_answer_is_shown_privately_and_can_be_shared(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    offered = await mention(world, f"who said {world.WORDS}?")
    answer = (await world.reporter.click(offered, label="Show the answer")).response
    assert answer.ephemeral
    assert world.WORDS in world.shown(answer)
    await world.reporter.click(answer, label="Share in this channel")
    assert world.WORDS in world.shown(world.channel.history(viewer=world.editor)[-1])


async def test_everybody_who_wants_it_gets_an_offered_answer_of_their_own(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    offered = await mention(world, f"who said {world.WORDS}?")
    for person in (world.editor, world.reporter):
        answer = (await person.click(offered, label="Show the answer")).response
        assert answer.ephemeral
        assert world.WORDS in world.shown(answer)
    assert world.labels(offered) == {"Show the answer"}


async def test_an_offered_answer_is_there_after_a_restart(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    offered = await mention(world, f"who said {world.WORDS}?")
    await world.env.restart_bot(Client(config.Discord(), world.store))
    answer = (await world.reporter.click(offered, label="Show the answer")).response
    assert world.WORDS in world.shown(answer)


async def test_a_mention_that_cannot_be_searched_is_told_so(world: World) -> None:
    told = await mention(world, "x" * 600)
    assert "at most 500 characters" in world.shown(told)
    assert not told.components


async def test_a_direct_message_is_answered_directly(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    user = world.reporter.user
    await user.send_dm(f"who said {world.WORDS}")
    assert world.WORDS in world.shown(user.dm_channel.history()[-1])


async def test_a_mention_alone_is_told_what_can_be_asked(world: World) -> None:
    await world.reporter.send(world.channel, world.env.bot.user.mention)
    assert "/whosaid" in world.shown(world.channel.last_message)


async def test_what_is_not_said_to_the_bot_is_left_alone(world: World) -> None:
    mention = world.env.bot.user.mention
    await world.reporter.send(world.channel, f"{mention} who said {world.WORDS}")
    answer = world.channel.last_message
    await world.reporter.send(world.channel, "so that is what she said", reply_to=answer)
    await world.reporter.send(world.channel, "who said nothing")
    assert len(world.channel.history()) == 4


@pytest.mark.parametrize(
    ("status", "code"),
    [pytest.param(403, 50013, id="not write"), pytest.param(400, 160002, id="not read back")],
)
async def test_where_the_bot_may_not_answer_it_does_so_directly(
    world: World, status: int, code: int
) -> None:
    world.store.load(world.bridge, by="shell")
    path = f"/channels/{world.channel.id}/messages"
    world.env.inject_error("POST", path, status=status, code=code)
    await world.reporter.send(world.channel, f"{world.env.bot.user.mention} who said {world.WORDS}")
    (answer,) = world.dms(world.reporter)
    assert world.WORDS in world.shown(answer)
    assert "may not write" in world.shown(answer)


@pytest.mark.parametrize(
    ("name", "options", "shown"),
    [
        pytest.param("denied", {"speaker": "Kirby"}, "denials by John Kirby", id="what"),
        pytest.param("denied", {"words": "the strike"}, "ludicrous", id="who denied"),
        pytest.param("timeline", {"speaker": "Joe Biden"}, "earliest first", id="timeline"),
        pytest.param("context", {"words": "had no role in it"}, "Kirby", id="context"),
        pytest.param("sources", {"words": "absolutely ridiculous"}, "first seen first", id="where"),
        pytest.param("check", {"text": "We are attacking Putin"}, "[-not-]", id="check"),
        pytest.param(
            "quotes", {"speaker": "Kirby", "first_hand": True}, "at first hand", id="first-hand"
        ),
        pytest.param(
            "quotes", {"speaker": "Kirby", "since": "2023-05-01"}, "since 1 May 2023", id="days"
        ),
        pytest.param("quotes", {"speaker": "Kirby", "since": "x"}, "is no day", id="no day"),
        pytest.param("help", {}, "/whosaid We are not attacking Putin", id="help"),
    ],
)
async def test_every_command_is_answered_privately(
    world: World, seeds: Path, name: str, options: dict[str, Any], shown: str
) -> None:
    load_all(world.store, seeds)
    result = await world.reporter.slash(world.channel, name, **options)
    assert result.response.ephemeral
    assert shown in world.shown(result.response)


async def test_help_is_whole_and_says_how_to_load(world: World) -> None:
    result = await world.reporter.slash(world.channel, "help")
    told = world.shown(result.response)
    assert "Nothing is loaded yet" in told
    assert told.endswith("must stand just so.")


async def test_a_mention_can_ask_for_a_check(world: World, seeds: Path) -> None:
    load_all(world.store, seeds)
    draft = "“We are attacking Putin or Moscow,” he said. " + "So on. " * 80
    offered = await mention(world, f"check: {draft}")
    assert world.labels(offered) == {"Show the answer"}
    answer = (await world.reporter.click(offered, label="Show the answer")).response
    assert "Altered" in world.shown(answer)
