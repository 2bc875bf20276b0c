"""A server of simcord's with the bot on it: a real client, a real store, articles of our own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from jsonschema_rs import Draft202012Validator

from bot import config
from bot.commands import CARD_COMMANDS
from bot.corrections import WRONG_SPEAKER
from bot.platforms.discord.client import Client
from store.articles import Details, read
from store.store import Store

Contract = Callable[[str, Any], None]

WORDS = "The harbour bridge will never be painted blue"
SPEAKERS = [f"{first} {last}" for first in ("Anna", "Boris", "Clara", "Dmitri", "Edith", "Felix")
            for last in ("Abel", "Brown", "Clark", "Dunn", "Evans")]  # fmt: skip


@pytest.fixture(scope="session")
def contract(shared: Path) -> Contract:
    """Checks a payload against a schema of Discord's own description of its API, by name."""
    api = json.loads((shared / "contracts/discord/openapi.json").read_text(encoding="utf-8"))
    validators: dict[str, Draft202012Validator] = {}

    def check(schema: str, payload: Any) -> None:
        if schema not in validators:
            root = {"$ref": f"#/components/schemas/{schema}", "components": api["components"]}
            validators[schema] = Draft202012Validator(root)
        validators[schema].validate(payload)

    return check


def article(name: str, *said: tuple[str, str]) -> Any:
    lines = (f"“{words},” said {who}, mayor of the town, at the hall." for words, who in said)
    text = "\n\n".join((f"{name} takes shape", *lines))
    return read(f"{name}.txt", text.encode(), Details(outlet="The Daily Example"))


@dataclass
class World:
    """A server with a channel, a reporter and an editor; the bot is on it."""

    env: simcord.Env
    store: Store
    server: Any
    channel: Any
    reporter: Any
    editor: Any

    WORDS = WORDS
    bridge = article("Bridge", (WORDS, "Anna Abel"))
    # thirty people on the same subject: an answer of many pages
    tram = article("Tram", *((f"The tram number {n} will be late", who)
                             for n, who in enumerate(SPEAKERS)))  # fmt: skip

    async def ask(self, words: str = WORDS) -> Any:
        """The reporter's /whosaid."""
        return await self.reporter.slash(self.channel, "whosaid", words=words)

    def dms(self, who: Any) -> list[Any]:
        """What somebody was written directly."""
        return who.user.dm_channel.history()

    def parts(self, components: list[Any]) -> Iterator[dict[str, Any]]:
        """Every component, however deep."""
        for component in components:
            told = component if isinstance(component, dict) else component.to_dict()
            yield told
            yield from self.parts(told.get("components", []))

    def shown(self, message: Any) -> str:
        """What a reader sees of a message of the bot: its texts, unescaped."""
        every = self.parts(message.components)
        texts = [part["content"] for part in every if part["type"] == 10]
        return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", "\n".join(texts or [message.content]))

    def labels(self, message: Any) -> set[str]:
        """The buttons on a message, without those that each card has."""
        every = {p["label"] for p in self.parts(message.components) if p["type"] == 2}
        return every - {command.name for command in CARD_COMMANDS} - {WRONG_SPEAKER}


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
    return World(
        simcord_env,
        store,
        server,
        channel=server.create_text_channel("news"),
        reporter=server.add_member(simcord_env.create_user("rita")),
        editor=server.add_member(simcord_env.create_user("edgar"), roles=[manager]),
    )
