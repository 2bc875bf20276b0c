"""Loading on Discord: the form, who may fill it in, and what comes of it."""

from __future__ import annotations

from typing import Any

import discord
import pytest
import simcord

from bot.commands import COMMANDS
from store.model import Article
from store.store import Store

ARTICLE = """The bridge stays as it is

“The harbour bridge will never be painted blue,” said Anna Abel, the mayor of the town.
"""
OTHERS = {command.name for command in COMMANDS if command.question}
WORDS = "The harbour bridge will never be painted blue"


@pytest.fixture
def server(simcord_env: simcord.Env) -> Any:
    return simcord_env.create_guild()


@pytest.fixture
def channel(server: Any) -> Any:
    return server.create_text_channel("news")


@pytest.fixture
def manager(simcord_env: simcord.Env, server: Any) -> Any:
    role = server.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    return server.add_member(simcord_env.create_user("mona"), roles=[role])


async def load(person: Any, channel: Any, **filled: Any) -> Any:
    form = await person.slash(channel, "load")
    return await person.submit_modal(form, filled)


async def answer(person: Any, channel: Any) -> str:
    result = await person.slash(channel, "whosaid", words=WORDS)
    return str(result.response.components)


async def test_a_paste_is_loaded_for_its_server(manager: Any, channel: Any, server: Any) -> None:
    result = await load(
        manager, channel, paste=ARTICLE, outlet="The Daily Example",
        url="https://news.example/bridge", published="2026-05-04",
    )  # fmt: skip
    assert result.response.ephemeral
    assert "1 statement by Anna Abel" in result.response.content
    shown = await answer(manager, channel)
    for told in (WORDS, "The Daily Example", "https://news.example/bridge", "4 May 2026"):
        assert told in shown


async def test_an_upload_is_loaded(manager: Any, channel: Any) -> None:
    await load(manager, channel, file=("bridge.txt", ARTICLE.encode()))
    assert WORDS in await answer(manager, channel)


async def test_loading_it_again_adds_nothing(manager: Any, channel: Any) -> None:
    await load(manager, channel, paste=ARTICLE)
    again = await load(manager, channel, paste=ARTICLE)
    assert "on record already" in again.response.content


async def test_who_loaded_it_is_kept(manager: Any, channel: Any, server: Any, store: Store) -> None:
    await load(manager, channel, paste=ARTICLE)
    there = store.load(Article(ARTICLE), by="somebody else", scope=f"discord:{server.id}")
    assert (there.new, there.by) == (False, f"discord:{manager.id} (mona)")


async def test_loading_adds_nothing_for_other_servers(
    simcord_env: simcord.Env, manager: Any, channel: Any
) -> None:
    await load(manager, channel, paste=ARTICLE)
    elsewhere = simcord_env.create_guild("Elsewhere")
    stranger = elsewhere.add_member(simcord_env.create_user("sven"))
    assert WORDS not in await answer(stranger, elsewhere.create_text_channel("a"))


@pytest.mark.parametrize(
    ("filled", "told"),
    [
        pytest.param({}, "Paste an article or choose a file", id="neither"),
        pytest.param(
            {"paste": ARTICLE, "file": ("a.txt", b"a")}, "one of the two", id="paste and file"
        ),
        pytest.param(
            {"paste": ARTICLE, "published": "4 May"}, "“4 May” is no date", id="not a date"
        ),
        pytest.param({"file": ("a.xyz", b"\x00\x01")}, "known formats are", id="unknown format"),
    ],
)
async def test_what_cannot_be_loaded_is_said(
    manager: Any, channel: Any, filled: dict[str, Any], told: str
) -> None:
    result = await load(manager, channel, **filled)
    assert result.response.ephemeral
    assert told in result.response.content


async def test_a_file_larger_than_is_read_is_not_even_fetched(
    manager: Any, channel: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.discord.loading.LARGEST", 10)
    result = await load(manager, channel, file=("bridge.txt", ARTICLE.encode()))
    assert "it is larger than 20 MB; load it in parts" in result.response.content


async def test_an_ordinary_member_does_not_see_the_command(
    simcord_env: simcord.Env, server: Any, channel: Any
) -> None:
    member = server.add_member(simcord_env.create_user("otto"))
    assert set(member.available_commands(channel)) == OTHERS


@pytest.fixture
def member(simcord_env: simcord.Env, server: Any) -> Any:
    """Somebody to whom a manager has opened /load in the server's integration settings."""
    command = simcord_env.backend.find_command("load", None)
    assert command is not None
    person = server.add_member(simcord_env.create_user("otto"))
    server.set_command_permissions(int(command["id"]), {person: True})
    return person


async def test_who_is_no_editor_gets_no_form(member: Any, channel: Any) -> None:
    refused = await member.slash(channel, "load")
    assert refused.modal is None
    assert refused.response.ephemeral
    assert "hold the role “Desk”" in refused.response.content


async def test_an_editor_may_load(
    simcord_env: simcord.Env, server: Any, channel: Any, member: Any
) -> None:
    desk = server.create_role("Desk")
    simcord_env.backend.add_member_role(server.id, member.id, desk.id)
    await load(member, channel, paste=ARTICLE)
    assert WORDS in await answer(member, channel)


async def test_who_is_an_editor_no_more_when_sending_the_form_is_refused(
    simcord_env: simcord.Env, server: Any, channel: Any, member: Any
) -> None:
    desk = server.create_role("Desk")
    simcord_env.backend.add_member_role(server.id, member.id, desk.id)
    form = await member.slash(channel, "load")
    simcord_env.backend.remove_member_role(server.id, member.id, desk.id)
    result = await member.submit_modal(form, {"paste": ARTICLE})
    assert "hold the role “Desk”" in result.response.content
    assert WORDS not in await answer(member, channel)


async def test_the_command_is_not_offered_in_direct_messages(
    simcord_env: simcord.Env, manager: Any
) -> None:
    assert set(manager.user.available_commands()) == OTHERS
