"""Loading on Discord: the form, who may fill it in, and what comes of it."""

from __future__ import annotations

from typing import Any

import discord
import pytest
import simcord

from bot.commands import COMMANDS, LOAD_THIS
from store.model import Article
from store.store import Store

from ....sites import Reply, Site

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
        pytest.param({}, "Paste an article, choose files, or give a link alone", id="nothing"),
        pytest.param(
            {"paste": ARTICLE, "file": ("a.txt", b"a")}, "one of the three", id="paste and file"
        ),
        pytest.param(
            {"file": [("a.txt", b"a"), ("b.txt", b"b")], "url": "https://a.example"},
            "Several articles cannot have one",
            id="one link for two",
        ),
        pytest.param({"url": "javascript:alert(1)"}, "cannot use the link", id="no link"),
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


async def test_several_files_are_loaded_and_those_that_fail_stop_none(
    manager: Any, channel: Any
) -> None:
    other = ARTICLE.replace("blue", "red").encode()
    files = [("a.txt", ARTICLE.encode()), ("b.xyz", b"moon"), ("c.txt", other)]
    told = (await load(manager, channel, file=files)).response.content
    assert "2 statements by Anna Abel. 1 could not be loaded." in told
    assert "known formats are" in told


async def test_what_follows_load_must_be_a_link(manager: Any, channel: Any) -> None:
    told = await manager.slash(channel, "load", link="the bridge article")
    assert told.response.ephemeral
    assert "Give a whole link after" in told.response.content


async def of_message(person: Any, channel: Any, message: discord.Message) -> str:
    result = await person.context_menu(channel, LOAD_THIS.name, message)
    assert result.response.ephemeral
    return result.response.content


async def test_a_messages_text_is_loaded(manager: Any, channel: Any) -> None:
    message = await manager.send(channel, ARTICLE)
    assert "1 statement by Anna Abel" in await of_message(manager, channel, message)
    assert WORDS in await answer(manager, channel)


async def test_a_messages_files_are_loaded_and_not_its_text(manager: Any, channel: Any) -> None:
    files = [("bridge.txt", ARTICLE.encode())]
    message = await manager.send(channel, "“Look,” said Omar Diaz.", attachments=files)
    assert "1 statement by Anna Abel" in await of_message(manager, channel, message)


async def test_what_a_message_forwards_is_loaded(
    simcord_env: simcord.Env, manager: Any, channel: Any
) -> None:
    message = await manager.send(channel, ARTICLE)
    there = simcord_env.bot.get_channel(channel.id)
    forwarded = await message.forward(there)
    assert not forwarded.content
    assert "1 statement by Anna Abel" in await of_message(manager, channel, forwarded)


async def test_a_message_without_anything_to_load_is_told(
    simcord_env: simcord.Env, manager: Any, channel: Any
) -> None:
    there = simcord_env.bot.get_channel(channel.id)
    message = await there.send(embed=discord.Embed(title="A picture"))
    assert "nothing in this message to load" in await of_message(manager, channel, message)


async def test_one_message_tells_how_it_goes_and_then_what_came_of_it(
    simcord_env: simcord.Env, manager: Any, channel: Any
) -> None:
    message = await manager.send(channel, ARTICLE)
    before = len(simcord_env.http_requests)
    await of_message(manager, channel, message)
    edits = [r for r in simcord_env.http_requests[before:] if r.path.endswith("@original")]
    assert [edit.method for edit in edits] == ["PATCH", "PATCH"]
    assert edits[0].json["content"].startswith("Loading")
    assert "1 statement by Anna Abel" in edits[1].json["content"]


@pytest.fixture
def bridge(site: Site) -> str:
    """The address of an article."""
    head, said = ARTICLE.strip().split("\n\n")
    more = "The town had talked about the bridge and its colour for as long as anybody knew."
    page = f"<html><body><article><h1>{head}</h1><p>{said}</p><p>{more}</p></article></body></html>"
    site.pages["/bridge"] = Reply(page.encode())
    return f"{site.url}/bridge"


async def test_the_article_behind_a_link_is_fetched(
    manager: Any, channel: Any, bridge: str
) -> None:
    told = (await manager.slash(channel, "load", link=bridge)).response
    assert told.ephemeral
    assert "1 statement by Anna Abel" in told.content
    assert bridge in await answer(manager, channel)


async def test_a_link_alone_in_the_form_is_fetched(manager: Any, channel: Any, bridge: str) -> None:
    told = await load(manager, channel, url=bridge, outlet="The Desk")
    assert "1 statement by Anna Abel" in told.response.content


async def test_nobody_but_editors_has_links_fetched(
    member: Any, channel: Any, site: Site, bridge: str
) -> None:
    refused = await member.slash(channel, "load", link=bridge)
    assert "hold the role “Desk”" in refused.response.content
    assert not site.asked
