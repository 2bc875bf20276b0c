"""What is asked on Discord for the pictures, on a server of simcord's making."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partialmethod
from pathlib import Path

import simcord
from playwright.async_api import BrowserType

from bot.config import Discord
from bot.platforms.discord.client import Client
from store.store import Store

ASKED: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "answer": ("whosaid", {"words": "absolutely ridiculous"}),
    "denials": ("denied", {"words": "the strike"}),
    "check": ("check", {"text": "“We are attacking Putin and Moscow,” Zelensky said."}),
    "nothing": ("whosaid", {"words": "bananas are blue"}),
}


async def take(store: Store, folder: Path, chromium: str) -> None:
    """Keep a picture of the reply to each of ASKED in *folder*."""
    with _browser(chromium):
        for name, (command, told) in ASKED.items():
            await _answer(store, command, told, folder / f"discord-{name}.png")


async def _answer(store: Store, command: str, told: Mapping[str, str], picture: Path) -> None:
    async with simcord.run(Client(Discord(), store)) as env:
        env.backend.bot_user.name = "On Record"
        server = env.create_guild("The Newsroom")
        channel = server.create_text_channel("fact-checking")
        reporter = server.add_member(env.create_user("ana", global_name="Ana"))
        reply = await reporter.slash(channel, command, **told)
        # Discord does not call a reply edited for having been deferred
        env.backend.get_message(channel.id, reply.response.id).edited_timestamp = None
        async with env.preview(channel, viewers=[reporter], width=720, height=1400) as preview:
            await preview.screenshot(picture, target=reply)


@contextmanager
def _browser(path: str) -> Iterator[None]:
    """Let simcord use the browser at *path*, where it would look for one of its own."""
    launch = BrowserType.launch
    arguments = ["--no-sandbox", "--disable-gpu", "--no-first-run"]
    BrowserType.launch = partialmethod(launch, executable_path=path, args=arguments)
    try:
        yield
    finally:
        BrowserType.launch = launch
