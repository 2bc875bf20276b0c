"""What was posted on Discord is put right once its speaker is corrected; reporters are told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot import config
from bot.platforms.discord.client import Client
from bot.platforms.discord.telling import look
from store.model import Article, Outcome, Query, Ruling

World = Any
Contract = Callable[[str, Any], None]
Posted = Callable[[Any], Awaitable[Any]]

REASSIGNED = Ruling(Outcome.REASSIGNED, "Boris Brown")
DAN = Ruling(Outcome.REASSIGNED, "Dan Ortiz")
TOLD = "Correction: Boris Brown said this, not Anna Abel (The harbour bridge will never"


@pytest.fixture
def here(world: World) -> str:
    """The scope of the server, which has the harbour bridge for its own."""
    scope = f"discord:{world.server.id}"
    world.store.load(world.bridge, by="shell", scope=scope)
    return scope


@pytest.fixture
def client(simcord_bot: Client) -> Client:
    return simcord_bot


def rule(world: World, ruling: Ruling, scope: str) -> None:
    """What an editor of *scope* rules on the harbour bridge, or in the shell where it is ""."""
    (found,) = world.store.search(Query(words=world.WORDS, scope=scope)) or (None,)
    if found:
        world.store.corrections.report(
            found.id, instead="Boris Brown", why="", by="discord:1", scope=scope
        )
    world.store.corrections.settle(1, ruling, by="ed", scope=scope)


async def shared(world: World) -> Any:
    """The answer as somebody shared it in the channel."""
    result = await world.ask()
    await world.reporter.click(result.response, label="Share in this channel")
    return public(world)


def public(world: World) -> Any:
    """What everybody in the channel reads last."""
    return [message for message in world.channel.history() if not message.flags.ephemeral][-1]


async def in_public(world: World) -> Any:
    await world.editor.slash(world.channel, "settings", change="public")
    await world.ask()
    return public(world)


async def mentioned(world: World) -> Any:
    await world.editor.slash(world.channel, "settings", change="public")
    await world.reporter.send(world.channel, f"<@{world.env.bot.user.id}> who said {world.WORDS}")
    return public(world)


@pytest.mark.parametrize(
    ("posted", "by"),
    [
        pytest.param(shared, "shared by", id="shared"),
        pytest.param(in_public, "asked by", id="asked where answers are public"),
        pytest.param(mentioned, "", id="asked by mention there"),
    ],
)
async def test_what_everybody_reads_is_put_right(
    world: World, client: Client, here: str, posted: Posted, by: str
) -> None:
    message = await posted(world)
    assert "Correction" not in world.shown(message)
    rule(world, REASSIGNED, here)
    await look(client)
    text = world.shown(public(world))
    assert public(world).id == message.id
    assert TOLD in text
    assert "Speaker corrected by an editor" in text
    assert by in text


async def test_its_buttons_go_on_working(world: World, client: Client, here: str) -> None:
    await shared(world)
    rule(world, REASSIGNED, here)
    await look(client)
    context = await world.reporter.click(public(world), label="Context")
    assert context.response.ephemeral
    assert world.WORDS in world.shown(context.response)


async def test_what_is_no_statement_is_shown_there_no_more(
    world: World, client: Client, here: str
) -> None:
    await shared(world)
    rule(world, Ruling(Outcome.NOT_A_STATEMENT), here)
    await look(client)
    text = world.shown(public(world))
    assert "Correction: this is no statement of Anna Abel, and is shown no more (" in text
    assert f"“{world.WORDS}" not in text


async def test_a_tap_of_an_editor_reaches_it_at_once(world: World, here: str) -> None:
    await shared(world)
    result = await world.ask()
    form = await world.reporter.click(result.response, label="Wrong speaker")
    await world.reporter.submit_modal(form, {"instead": "Boris Brown", "why": ""})
    listed = await world.editor.slash(world.channel, "review")
    await world.editor.click(listed.response, label="Reassign")
    assert TOLD in world.shown(public(world))


async def test_what_came_into_it_when_it_was_put_right_is_put_right_too(
    world: World, client: Client, here: str
) -> None:
    await shared(world)
    rule(world, REASSIGNED, here)
    words = "The harbour bridge will never be painted blue or green"
    world.store.load(Article(f"“{words},” said Cleo Vance.\n"), by="shell", scope=here)
    await look(client)
    assert "Cleo Vance" in world.shown(public(world))
    (found,) = world.store.search(Query(words="blue or green", scope=here))
    number = world.store.corrections.report(
        found.id, instead="Dan Ortiz", why="", by="discord:1", scope=here
    )
    world.store.corrections.settle(number, DAN, by="ed", scope=here)
    await look(client)
    assert "Dan Ortiz said this, not Cleo Vance" in world.shown(public(world))


async def test_what_another_server_rules_changes_nothing_here(world: World, client: Client) -> None:
    world.store.load(world.bridge, by="shell")
    message = await shared(world)
    before = world.shown(message)
    rule(world, REASSIGNED, "discord:1")
    await look(client)
    assert world.shown(public(world)) == before


async def test_what_the_shell_rules_reaches_it_after_a_restart(world: World) -> None:
    world.store.load(world.bridge, by="shell")
    await shared(world)
    rule(world, REASSIGNED, "")
    restarted = Client(config.Discord(), world.store)
    await world.env.restart_bot(restarted)
    await look(restarted)
    assert TOLD in world.shown(public(world))


async def test_what_discord_does_not_take_now_is_told_later(
    world: World, client: Client, here: str
) -> None:
    await shared(world)
    rule(world, REASSIGNED, here)
    world.env.inject_error("PATCH", "/channels/*/messages/*", status=503, code=0)
    await look(client)
    assert "Correction" not in world.shown(public(world))
    await look(client)
    assert TOLD in world.shown(public(world))


async def test_a_message_that_was_deleted_is_given_up(
    world: World, client: Client, here: str
) -> None:
    message = await shared(world)
    world.env.backend.delete_message(message.channel.id, message.id)
    rule(world, REASSIGNED, here)
    await look(client)
    assert world.store.posted.due("discord") == ()


async def test_a_reporter_is_told_once_it_can_be_told(world: World, client: Client) -> None:
    world.store.load(world.bridge, by="shell")
    result = await world.ask()
    form = await world.reporter.click(result.response, label="Wrong speaker")
    await world.reporter.submit_modal(form, {"instead": "Boris Brown", "why": ""})
    world.store.corrections.settle(1, Ruling(Outcome.REJECTED), by="ed")
    world.env.inject_error("POST", "/channels/*/messages", status=503, code=0)
    await look(client)
    assert world.dms(world.reporter) == []
    await look(client)
    (written,) = world.dms(world.reporter)
    assert "Your report 1 is settled" in world.shown(written)
    await look(client)
    assert len(world.dms(world.reporter)) == 1


async def test_what_is_put_there_keeps_to_discords_contract(
    world: World, client: Client, here: str, contract: Contract
) -> None:
    await shared(world)
    rule(world, REASSIGNED, here)
    await look(client)
    (edit,) = (r for r in world.env.http_requests if r.method == "PATCH" and "channels" in r.path)
    contract("MessageEditRequestPartial", edit.json)
