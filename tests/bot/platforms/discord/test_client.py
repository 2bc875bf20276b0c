"""The bot on simcord's Discord: a real client, a real store, articles of our own."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot import config
from bot.commands import COMMANDS
from bot.platforms.discord.client import Client
from store.articles import Details, read
from store.store import Store

Contract = Callable[[str, Any], None]

WORDS = "The harbour bridge will never be painted blue"
SPEAKERS = [f"{first} {last}" for first in ("Anna", "Boris", "Clara", "Dmitri", "Edith", "Felix")
            for last in ("Abel", "Brown", "Clark", "Dunn", "Evans")]  # fmt: skip


def article(name: str, *paragraphs: str) -> Any:
    text = "\n\n".join((f"{name} takes shape", *paragraphs))
    return read(f"{name}.txt", text.encode(), Details(outlet="The Daily Example"))


def said(words: str, speaker: str = "Anna Abel") -> str:
    return f"“{words},” said {speaker}, the mayor of the town, on the steps of the hall."


def bridge() -> Any:
    return article("Bridge", said(WORDS))


def long() -> Any:
    """Thirty people on the same subject: an answer of many pages."""
    lines = (said(f"The tram number {n} will be late", who) for n, who in enumerate(SPEAKERS))
    return article("Tram", *lines)


def load_all(store: Store, folder: Path) -> None:
    for path in folder.iterdir():
        store.load(read(path.name, path.read_bytes()), by="shell")


@dataclass
class World:
    """A server with a channel, a reporter and an editor; the bot is on it."""

    env: simcord.Env
    store: Store
    server: Any
    channel: Any
    reporter: Any
    editor: Any

    async def ask(self, words: str = WORDS) -> Any:
        return await self.reporter.slash(self.channel, "whosaid", words=words)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store.db") as opened:
        yield opened


@pytest.fixture
def simcord_bot(store: Store) -> Client:
    return Client(config.Discord(editor_role="Desk"), store)


@pytest.fixture
def world(simcord_env: simcord.Env, store: Store) -> World:
    server = simcord_env.create_guild()
    manager = server.create_role("Manager", permissions=discord.Permissions(manage_guild=True))
    reporter = server.add_member(simcord_env.create_user("rita"))
    editor = server.add_member(simcord_env.create_user("edgar"), roles=[manager])
    channel = server.create_text_channel("news")
    return World(simcord_env, store, server, channel, reporter, editor)


def parts(components: list[Any]) -> Iterator[dict[str, Any]]:
    for component in components:
        told = component if isinstance(component, dict) else component.to_dict()
        yield told
        yield from parts(told.get("components", []))


def shown(message: Any) -> str:
    """What a reader sees of a message of the bot: its texts, unescaped."""
    texts = [part["content"] for part in parts(message.components) if part["type"] == 10]
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", "\n".join(texts or [message.content]))


def labels(message: Any) -> set[str]:
    return {part["label"] for part in parts(message.components) if part["type"] == 2}


def dms(world: World, who: Any) -> list[Any]:
    return who.user.dm_channel.history()


# commands


async def test_the_commands_are_those_of_the_table(world: World, contract: Contract) -> None:
    (synced,) = [r.json for r in world.env.http_requests if r.path.endswith("/commands")]
    assert [command["name"] for command in synced] == [command.name for command in COMMANDS]
    for command in synced:
        contract("ApplicationCommandUpdateRequest", command)


async def test_a_command_is_answered_privately_with_the_exact_words(world: World) -> None:
    world.store.load(bridge(), by="shell")
    result = await world.ask()
    first = next(r for r in world.env.http_requests if r.path.startswith("/interactions"))
    assert first.json == {"type": 5, "data": {"flags": 64}}  # deferred, and privately
    assert result.response.ephemeral
    assert f"> “{WORDS},”" in shown(result.response)
    assert "Anna Abel" in shown(result.response)


async def test_the_seed_article_answers_with_both_translations(world: World, seeds: Path) -> None:
    load_all(world.store, seeds)
    reply = shown((await world.ask("absolutely ridiculous")).response)
    for words in (
        "**Dmitry Peskov** · Kremlin spokesman",
        "> “Attempts to deny this – both in Kyiv and in Washington – are, of course, absolutely",
        "> “Attempts to disown this, both in Kyiv and in Washington, are, of course, absolutely",
    ):
        assert words in reply


async def test_quotes_of_a_speaker_about_a_topic(world: World) -> None:
    world.store.load(bridge(), by="shell")
    result = await world.reporter.slash(
        world.channel, "quotes", speaker="Ana Abel", about="the bridge"
    )
    assert WORDS in shown(result.response)


async def test_nothing_found_is_said(world: World) -> None:
    world.store.load(bridge(), by="shell")
    assert "Nothing" in shown((await world.ask("zebra crossing")).response)


async def test_speakers_are_offered_while_typing(world: World) -> None:
    world.store.load(long(), by="shell")
    offered = await world.reporter.autocomplete(world.channel, "quotes", "speaker", "Boris E")
    assert offered[0] == {"name": "Boris Evans", "value": "Boris Evans"}


async def test_no_more_speakers_are_offered_than_discord_takes(world: World) -> None:
    world.store.load(long(), by="shell")
    offered = await world.reporter.autocomplete(world.channel, "quotes", "speaker", "")
    assert len(offered) == 25


async def test_what_cannot_be_searched_is_said_privately(world: World) -> None:
    result = await world.ask("x" * 600)
    assert result.response.ephemeral
    assert "500" in shown(result.response)


# pages and sharing


async def test_a_long_answer_turns_its_pages_in_place(world: World) -> None:
    world.store.load(long(), by="shell")
    result = await world.ask("the tram will be late")
    first = shown(result.response)
    await world.reporter.click(result.response, label="Next")
    second = shown(result.response)
    assert "page 1 of" in first
    assert "page 2 of" in second
    await world.reporter.click(result.response, label="Previous")
    assert shown(result.response) == first
    assert len(world.channel.history(viewer=world.reporter)) == 1


async def test_buttons_still_work_after_a_restart(world: World) -> None:
    world.store.load(long(), by="shell")
    result = await world.ask("the tram will be late")
    await world.env.restart_bot(Client(config.Discord(), world.store))
    await world.reporter.click(result.response, label="Next")
    assert "page 2 of" in shown(result.response)


async def test_share_publishes_the_page_and_says_who_shared_it(world: World) -> None:
    world.store.load(bridge(), by="shell")
    result = await world.ask()
    await world.reporter.click(result.response, label="Share in this channel")
    (public,) = world.channel.history(viewer=world.editor)
    assert f"“{WORDS},”" in shown(public)
    assert f"shared by {world.reporter.mention}" in shown(public)
    assert labels(public) == set()
    assert labels(result.response) == {"Shared"}


async def test_a_shared_page_is_turned_for_the_one_who_turns_it(world: World) -> None:
    world.store.load(long(), by="shell")
    result = await world.ask("the tram will be late")
    await world.reporter.click(result.response, label="Share in this channel")
    (public,) = world.channel.history(viewer=world.editor)
    before = shown(public)
    turned = await world.editor.click(public, label="Next")
    assert turned.response.ephemeral
    assert "page 2 of" in shown(turned.response)
    (public,) = [m for m in world.channel.history(viewer=world.editor) if m.id == public.id]
    assert shown(public) == before


async def test_who_may_not_write_in_the_channel_may_not_share(world: World) -> None:
    world.store.load(bridge(), by="shell")
    muted = discord.PermissionOverwrite(send_messages=False)
    quiet = world.server.create_text_channel("quiet", overwrites={world.reporter: muted})
    result = await world.reporter.slash(quiet, "whosaid", words=WORDS)
    refused = await world.reporter.click(result.response, label="Share in this channel")
    assert "may not write" in shown(refused.followups[0])
    assert refused.followups[0].ephemeral
    assert quiet.history(viewer=world.editor) == []


async def test_a_thread_has_a_permission_of_its_own(world: World) -> None:
    world.store.load(bridge(), by="shell")
    talk = discord.PermissionOverwrite(send_messages=False, send_messages_in_threads=True)
    topic = world.server.create_text_channel("topic", overwrites={world.reporter: talk})
    await world.env.bot.get_channel(topic.id).create_thread(
        name="aside", type=discord.ChannelType.public_thread
    )
    (thread,) = topic.threads
    result = await world.reporter.slash(thread, "whosaid", words=WORDS)
    await world.reporter.click(result.response, label="Share in this channel")
    assert WORDS in shown(thread.history(viewer=world.reporter)[-1])
    assert labels(result.response) == {"Shared"}


@pytest.mark.parametrize(
    ("status", "code"),
    [pytest.param(403, 50013, id="forbidden"), pytest.param(404, 10015, id="too late")],
)
async def test_a_page_that_cannot_be_posted_stays_private(
    world: World, status: int, code: int
) -> None:
    world.store.load(bridge(), by="shell")
    result = await world.ask()
    world.env.inject_error("POST", "/webhooks/*", status=status, code=code)
    refused = await world.reporter.click(result.response, label="Share in this channel")
    assert "stays with you" in shown(refused.followups[0])
    assert refused.followups[0].ephemeral
    assert labels(result.response) == {"Share in this channel"}


# servers are kept apart


async def test_another_server_sees_none_of_its_articles(world: World) -> None:
    world.store.load(bridge(), by="discord", scope=f"discord:{world.server.id}")
    elsewhere = world.env.create_guild("Elsewhere")
    stranger = elsewhere.add_member(world.env.create_user("sven"))
    result = await stranger.slash(elsewhere.create_text_channel("a"), "whosaid", words=WORDS)
    assert WORDS not in shown(result.response)
    assert WORDS in shown((await world.ask()).response)


async def test_another_server_cannot_come_back_to_its_questions(world: World) -> None:
    world.store.load(long(), by="shell")
    result = await world.ask("the tram will be late")
    elsewhere = world.env.create_guild("Elsewhere")
    stranger = elsewhere.add_member(world.env.create_user("sven"))
    forged = await stranger.slash(elsewhere.create_text_channel("a"), "whosaid", words="tram")
    button = next(p for p in parts(result.response.components) if p.get("label") == "Next")
    for part in parts(forged.response._message.components):
        if part.get("label") == "Next":
            part["custom_id"] = button["custom_id"]
    told = await stranger.click(forged.response, label="Next")
    assert "ask it again" in shown(told.followups[0])
    assert told.followups[0].ephemeral


async def test_a_direct_message_sees_what_the_shell_loaded_and_no_server(world: World) -> None:
    world.store.load(bridge(), by="shell")
    world.store.load(long(), by="discord", scope=f"discord:{world.server.id}")
    user = world.reporter.user
    await user.send_dm(f"who said {WORDS}")
    await user.send_dm("who said the tram will be late")
    found, missing = [m for m in user.dm_channel.history() if m.author.bot]
    assert WORDS in shown(found)
    assert "tram number" not in shown(missing)


# mentions


async def test_a_mention_is_answered_below_it_without_a_ping(world: World) -> None:
    world.store.load(bridge(), by="shell")
    bot = world.env.bot.user.mention
    asked = await world.reporter.send(world.channel, f"{bot} who said {WORDS}?")
    answer = world.channel.last_message
    assert WORDS in shown(answer)
    assert answer.reference.message_id == asked.id
    assert "Share in this channel" not in labels(answer)


async def test_a_mention_alone_is_told_what_can_be_asked(world: World) -> None:
    await world.reporter.send(world.channel, world.env.bot.user.mention)
    assert "/whosaid" in shown(world.channel.last_message)


async def test_what_is_not_said_to_the_bot_is_left_alone(world: World) -> None:
    mention = world.env.bot.user.mention
    await world.reporter.send(world.channel, f"{mention} who said {WORDS}")
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
    world.store.load(bridge(), by="shell")
    path = f"/channels/{world.channel.id}/messages"
    world.env.inject_error("POST", path, status=status, code=code)
    await world.reporter.send(world.channel, f"{world.env.bot.user.mention} who said {WORDS}")
    (answer,) = dms(world, world.reporter)
    assert WORDS in shown(answer)
    assert "may not write" in shown(answer)


# things that go wrong


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
    world.store.load(bridge(), by="shell")
    world.env.inject_error(method, path, status=status, code=code)
    await world.ask()
    (answer,) = dms(world, world.reporter)
    assert WORDS in shown(answer)
    assert labels(answer) == set()


async def test_a_command_acknowledged_too_late_is_still_answered(world: World) -> None:
    world.store.load(bridge(), by="shell")
    world.env.inject_error("POST", "/interactions/*", status=404, code=10062)
    world.env.inject_error("POST", "/webhooks/*", status=404, code=10015)
    await world.ask()
    assert WORDS in shown(dms(world, world.reporter)[0])


async def test_who_takes_no_direct_messages_is_noted(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.store.load(bridge(), by="shell")
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
        r"Something went wrong here; the reference is (\w{6})\.", shown(result.response)
    )
    assert told
    assert f"reference {told[1]}" in caplog.text
    assert "50035" in caplog.text


async def test_a_store_that_fails_is_told_in_its_own_words(world: World, store: Store) -> None:
    store.close()
    assert "store" in shown((await world.ask()).response).lower()


async def test_every_payload_keeps_to_discords_contract(world: World, contract: Contract) -> None:
    world.store.load(long(), by="shell")
    result = await world.ask("the tram will be late")
    await world.reporter.click(result.response, label="Next")
    await world.reporter.click(result.response, label="Share in this channel")
    await world.reporter.send(world.channel, f"{world.env.bot.user.mention} tram")
    await world.editor.slash(world.channel, "load")
    sent = [r for r in world.env.http_requests if r.json and r.method in ("POST", "PATCH")]
    for request in sent:
        # discord.py gives ids as numbers there, which Discord takes and its schema does not
        payload = {**request.json, "message_reference": None}
        contract(schema_of(request), payload)
    assert len(sent) == 9


async def test_nobody_is_ever_pinged(world: World) -> None:
    world.store.load(long(), by="shell")
    result = await world.ask("the tram will be late")
    await world.reporter.click(result.response, label="Next")
    await world.reporter.click(result.response, label="Share in this channel")
    await world.reporter.send(world.channel, f"{world.env.bot.user.mention} tram")
    await world.ask("x" * 600)
    sent = [r.json for r in world.env.http_requests if "/interactions" not in r.path]
    messages = [told for told in sent if told and "allowed_mentions" in told]
    assert [told["allowed_mentions"]["parse"] for told in messages] == [[]] * 6
    assert not [told for told in messages if told["allowed_mentions"].get("replied_user")]


def schema_of(request: Any) -> str:
    if not request.path.startswith("/interactions"):
        return "MessageCreateRequest"
    return {
        5: "CreateMessageInteractionCallbackRequest",
        6: "UpdateMessageInteractionCallbackRequest",
        9: "ModalInteractionCallbackRequest",
    }[request.json["type"]]


async def test_no_token_reaches_the_log(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    world.store.load(bridge(), by="shell")
    world.env.inject_error("POST", "/webhooks/*", status=404, code=10015)
    await world.ask()
    tokens = [*world.env.backend.interaction_tokens, "simcord.fake.token"]
    assert tokens
    assert not [token for token in tokens if token in caplog.text]
