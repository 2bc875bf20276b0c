"""The buttons on a card: its context, its sources, its attribution to copy."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from bot import config
from bot.commands import CARD_COMMANDS
from bot.platforms.discord.client import Client

World = Any

SHOWN = {
    "Context": "The paragraph around what Anna Abel said",
    "Sources": "One article has what Anna Abel said.",
    "Copy attribution": '"@type": "Quotation"',
}


@pytest.fixture
def world(world: World) -> World:
    world.store.load(world.bridge, by="discord", scope=f"discord:{world.server.id}")
    return world


async def test_a_card_has_its_buttons(world: World) -> None:
    answer = (await world.ask()).response
    shown = [part["label"] for part in world.parts(answer.components) if part["type"] == 2]
    assert shown[:-2] == [command.name for command in CARD_COMMANDS]
    assert shown[-2] == "Wrong speaker"


@pytest.mark.parametrize("label", SHOWN)
async def test_it_answers_whoever_presses_alone_after_a_restart_too(
    world: World, label: str
) -> None:
    answer = (await world.ask()).response
    await world.env.restart_bot(Client(config.Discord(), world.store))
    shown = (await world.reporter.click(answer, label=label)).response
    assert shown.ephemeral
    assert SHOWN[label] in world.shown(shown)
    assert world.WORDS in world.shown(answer)


@pytest.mark.parametrize("label", SHOWN)
async def test_on_a_shared_answer_it_answers_whoever_presses(world: World, label: str) -> None:
    answer = (await world.ask()).response
    await world.reporter.click(answer, label="Share in this channel")
    public = world.channel.history(viewer=world.editor)[-1]
    shown = (await world.editor.click(public, label=label)).response
    assert shown.ephemeral
    assert SHOWN[label] in world.shown(shown)


async def test_what_is_copied_is_json(world: World) -> None:
    answer = (await world.ask()).response
    shown = (await world.reporter.click(answer, label="Copy attribution")).response
    texts = [part["content"] for part in world.parts(shown.components) if part["type"] == 10]
    blocks = re.findall(r"```json\n(.*?)\n```", "\n".join(texts), re.DOTALL)
    csl, quotation = map(json.loads, blocks)
    assert csl[0]["container-title"] == "The Daily Example"
    assert quotation["text"] == f"{world.WORDS},"


@pytest.mark.parametrize("label", SHOWN)
async def test_another_server_cannot_press_its_buttons(world: World, label: str) -> None:
    answer = (await world.ask()).response
    button = next(p for p in world.parts(answer.components) if p.get("label") == label)
    elsewhere = world.env.create_guild("Elsewhere")
    world.store.load(world.tram, by="discord", scope=f"discord:{elsewhere.id}")
    stranger = elsewhere.add_member(world.env.create_user("sven"))
    forged = await stranger.slash(elsewhere.create_text_channel("a"), "whosaid", words="tram late")
    for part in world.parts(forged.response._message.components):
        if part.get("label") == label:
            part["custom_id"] = button["custom_id"]
            break  # each is there once
    told = await stranger.click(forged.response, custom_id=button["custom_id"])
    assert "not on record here any more" in world.shown(told.response)
    assert told.response.ephemeral


async def test_the_paragraph_can_be_shared(world: World) -> None:
    answer = (await world.ask()).response
    shown = (await world.reporter.click(answer, label="Context")).response
    await world.reporter.click(shown, label="Share in this channel")
    assert "The paragraph around" in world.shown(world.channel.history(viewer=world.editor)[-1])
