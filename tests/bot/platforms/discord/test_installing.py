"""Who may do what where the bot was added to a server, and where a person brings it along."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from bot.commands import COMMANDS, LOAD_THIS, MESSAGE_COMMANDS
from bot.settings import Settings, settings

World = Any

GUILD, USER = 0, 1  # who an app is installed by
SERVER, DIRECT, AMONG_OTHERS = 0, 1, 2  # where a command is typed
MANAGE_GUILD = discord.Permissions(manage_guild=True).value
ALL = (*COMMANDS, *MESSAGE_COMMANDS)
FOR_ADMINS = [command for command in COMMANDS if command.question is None]
FOR_ALL = [command for command in ALL if command.question]


def registered(world: World, name: str) -> dict[str, Any]:
    (synced,) = [r.json for r in world.env.http_requests if r.path.endswith("/commands")]
    (found,) = [command for command in synced if command["name"] == name]
    return found


@pytest.mark.parametrize("command", FOR_ALL, ids=lambda command: command.name)
async def test_what_asks_is_for_everybody_everywhere(world: World, command: Any) -> None:
    told = registered(world, command.name)
    assert sorted(told["integration_types"]) == [GUILD, USER]
    assert sorted(told["contexts"]) == [SERVER, DIRECT, AMONG_OTHERS]
    assert told["default_member_permissions"] is None


@pytest.mark.parametrize("command", [*FOR_ADMINS, LOAD_THIS], ids=lambda command: command.name)
async def test_what_changes_things_is_for_those_who_manage_a_server_that_has_the_bot(
    world: World, command: Any
) -> None:
    told = registered(world, command.name)
    assert told["integration_types"] == [GUILD]
    assert told["contexts"] == [SERVER]
    assert told["default_member_permissions"] == MANAGE_GUILD


@pytest.mark.parametrize("command", FOR_ADMINS, ids=lambda command: command.name)
async def test_whoever_is_shown_such_a_command_is_asked_for_the_right_to_it_again(
    world: World, command: Any
) -> None:
    shown = world.env.backend.find_command(command.name, None)
    world.server.set_command_permissions(int(shown["id"]), {world.reporter: True})
    result = await world.reporter.slash(world.channel, command.name)
    assert result.modal is None
    assert result.response.ephemeral
    assert "for those who may manage this server" in world.shown(result.response)


@pytest.mark.parametrize("command", FOR_ADMINS, ids=lambda command: command.name)
async def test_an_editor_by_role_may_do_all_but_set_up(world: World, command: Any) -> None:
    desk = world.server.create_role("Desk")
    world.env.backend.add_member_role(world.server.id, world.reporter.id, desk.id)
    shown = world.env.backend.find_command(command.name, None)
    world.server.set_command_permissions(int(shown["id"]), {world.reporter: True})
    result = await world.reporter.slash(world.channel, command.name)
    refused = result.modal is None and "may manage" in world.shown(result.response)
    assert refused == (command.name == "settings")


@pytest.fixture
def abroad(world: World) -> World:
    """The server does not have the bot any more, but what it loaded and set is there."""
    world.store.load(world.bridge, by="shell", scope=f"discord:{world.server.id}")
    world.store.load(world.tram, by="shell")
    connection = world.env.bot._connection
    connection._remove_guild(connection._get_guild(world.server.id))
    return world


async def test_who_brings_the_bot_along_sees_nothing_that_the_server_loaded(abroad: World) -> None:
    answer = (await abroad.ask()).response
    assert answer.ephemeral
    assert abroad.WORDS not in abroad.shown(answer)
    answer = (await abroad.ask("the tram will be late")).response
    assert answer.ephemeral
    assert "The tram number" in abroad.shown(answer)  # loaded for all


async def test_nor_is_it_offered_anything_of_the_servers(abroad: World) -> None:
    offered = await abroad.reporter.autocomplete(abroad.channel, "quotes", "speaker", "Anna")
    scope = f"discord:{abroad.server.id}"
    named = {one["name"] for one in offered}
    assert named == set(abroad.store.speakers("Anna"))
    assert named <= set(abroad.store.speakers("Anna", scope=scope))


async def test_the_answer_cannot_be_shared_there_and_its_pages_turn(abroad: World) -> None:
    answer = (await abroad.ask("the tram will be late")).response
    assert abroad.labels(answer) == {"Previous", "Next"}
    await abroad.reporter.click(answer, label="Next")
    assert "page 2 of" in abroad.shown(answer)
    assert abroad.channel.history(viewer=abroad.editor) == []


async def test_an_answer_from_before_the_bot_left_is_not_shared(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    answer = (await world.ask()).response
    connection = world.env.bot._connection
    connection._remove_guild(connection._get_guild(world.server.id))
    told = await world.reporter.click(answer, label="Share in this channel")
    assert "not on this server" in world.shown(told.followups[0])
    assert world.channel.history(viewer=world.editor) == []


async def test_a_channel_that_was_public_is_answered_privately(abroad: World) -> None:
    scope = f"discord:{abroad.server.id}"
    abroad.store.settings.change(f"public {abroad.channel.id}", "yes", by="ed", scope=scope)
    assert settings(abroad.store, scope) != Settings()
    assert (await abroad.ask("the tram will be late")).response.ephemeral


@pytest.mark.parametrize("command", FOR_ADMINS, ids=lambda command: command.name)
async def test_nothing_is_changed_for_a_server_that_does_not_have_the_bot(
    abroad: World, command: Any
) -> None:
    result = await abroad.editor.slash(abroad.channel, command.name)
    assert result.modal is None
    assert result.response.ephemeral
    assert "server" in abroad.shown(result.response)
