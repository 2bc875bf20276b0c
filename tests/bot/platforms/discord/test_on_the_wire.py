"""The bot in its own process, over real HTTP and a real gateway, on Discord as others play it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.commands import COMMANDS, MESSAGE_COMMANDS
from store.articles import read
from store.store import Store

from .conftest import WORDS, World
from .twin import COMMAND, Twin, playing, running, typed_in

PRIVATE = 64


@pytest.fixture
def path(store: Store, tmp_path: Path) -> Path:
    """The file of a store in which the shell loaded both articles."""
    for article in (World.bridge, World.tram):
        store.load(article, by="shell")
    return tmp_path / "store.db"


@pytest.fixture
async def twin() -> AsyncIterator[Twin]:
    async with playing() as found:
        yield found


async def test_the_bot_identifies_registers_its_commands_and_stops(twin: Twin, path: Path) -> None:
    async with running(twin, path) as bot:
        (synced,) = [call for call in twin.calls if call.path.endswith("/commands")]
        assert await twin.offered("quotes", "speaker", "Anna") != []  # it came by the gateway
    assert {one["name"] for one in synced.answer} == {
        one.name for one in (*COMMANDS, *MESSAGE_COMMANDS)
    }
    assert bot.returncode == 0


async def test_a_command_is_answered_in_private(twin: Twin, path: Path) -> None:
    async with running(twin, path):
        promise, answer = await twin.types("whosaid", words=WORDS)
    assert promise.given == {"type": 5, "data": {"flags": PRIVATE}}
    assert f"“{WORDS},”" in answer.text
    assert "Anna Abel" in answer.text


def public(store: Store, twin: Twin, server: str) -> None:
    """The channel of *server* answers in public."""
    name = f"public {twin.channels[server]}"
    store.settings.change(name, "yes", by="ed", scope=f"discord:{server}")


async def test_in_a_public_channel_the_promise_is_public(
    twin: Twin, path: Path, store: Store
) -> None:
    public(store, twin, twin.home)
    async with running(twin, path):
        promise, answer = await twin.types("whosaid", words=WORDS)
    assert promise.given == {"type": 5}
    assert "asked by" in answer.text
    assert not answer.answer["flags"] & PRIVATE


@pytest.mark.parametrize(
    ("option", "typed", "offered"),
    [
        pytest.param("speaker", "boris e", ["Boris Evans"], id="speakers"),
        pytest.param("outlet", "daily exmaple", ["The Daily Example"], id="outlets"),
    ],
)
async def test_names_are_offered(
    twin: Twin, path: Path, option: str, typed: str, offered: list[str]
) -> None:
    async with running(twin, path):
        assert (await twin.offered("quotes", option, typed))[:1] == offered
        assert len(await twin.offered("quotes", "speaker", "")) == 25


async def test_buttons_work_after_the_bot_was_started_again(twin: Twin, path: Path) -> None:
    async with running(twin, path):
        _, first = await twin.types("whosaid", words="the tram will be late")
        promise, second = await twin.presses(first, "Next")
    assert promise.given == {"type": 6}
    assert "page 1 of" in first.text
    assert "page 2 of" in second.text
    async with running(twin, path):
        _, again = await twin.presses(second, "Previous")
        _, shared = (await twin.presses(again, "Share in this channel"))[:2]
    assert again.given["components"] == first.given["components"]
    assert "shared by" in shared.text


async def test_so_do_those_of_a_card(twin: Twin, path: Path) -> None:
    async with running(twin, path):
        _, answer = await twin.types("whosaid", words=WORDS)
    async with running(twin, path):
        _, context = await twin.presses(answer, "Context")
    assert "The paragraph around what Anna Abel said" in context.text


async def test_a_wrong_speaker_is_reported_in_the_form_that_opens(twin: Twin, path: Path) -> None:
    async with running(twin, path):
        _, answer = await twin.types("whosaid", words=WORDS)
        (form,) = await twin.presses(answer, "Wrong speaker")
        _, told = await twin.sends(form, instead="Boris Brown", why="I was there.")
    assert "Thank you" in told.text


async def test_a_file_is_loaded_with_the_form_that_opens(twin: Twin, path: Path) -> None:
    said = "The lighthouse is for sale"
    async with running(twin, path):
        (form,) = await twin.types("load")
        twin.files["light.txt"] = f"Lights\n\n“{said},” said Ada Marsh.\n".encode()
        await twin.sends(form, file="light.txt")
        await twin.until(lambda: "1 statement by Ada Marsh" in twin.calls[-1].text)
        _, answer = await twin.types("whosaid", words=said)
    assert f"“{said},”" in answer.text


async def test_who_brings_the_bot_along_sees_nothing_of_that_server(
    twin: Twin, path: Path, store: Store
) -> None:
    said = "The lighthouse is for sale"
    secret = read("light.txt", f"Lights\n\n“{said},” said Ada Marsh.\n".encode())
    for server in (twin.home, twin.elsewhere):  # the other had the bot once
        store.load(secret, by="ed", scope=f"discord:{server}")
    public(store, twin, twin.elsewhere)
    async with running(twin, path):
        for words, found in ((said, False), (WORDS, True)):
            data = typed_in("whosaid", {"words": words})
            promise, answer = await twin.starts(COMMAND, data, guildId=twin.elsewhere)
            assert promise.given["data"]["flags"] == PRIVATE
            assert (f"“{words},”" in answer.text) == found
            assert "Share" not in answer.text
        _, at_home = await twin.types("whosaid", words=said)
    assert f"“{said},”" in at_home.text
