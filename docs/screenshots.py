"""Takes the pictures in docs/images: real answers from seeds/, as Discord shows them.

    python docs/screenshots.py [/usr/bin/chromium]

Needs the development dependencies and a Chromium; Discord itself is not needed.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partialmethod
from pathlib import Path

import simcord
from playwright.async_api import BrowserType

from bot.config import Discord
from bot.platforms.discord.client import Client
from store.articles import read
from store.store import Store

PROJECT = Path(__file__).resolve().parents[1]
IMAGES = PROJECT / "docs" / "images"


async def answer(store: Store, words: str, picture: Path) -> None:
    """Ask /whosaid *words* on a server of simcord's making, and keep the reply as *picture*."""
    async with simcord.run(Client(Discord(), store)) as env:
        env.backend.bot_user.name = "On Record"
        server = env.create_guild("The Newsroom")
        channel = server.create_text_channel("fact-checking")
        reporter = server.add_member(env.create_user("ana", global_name="Ana"))
        reply = await reporter.slash(channel, "whosaid", words=words)
        # Discord does not call a reply edited for having been deferred
        env.backend.get_message(channel.id, reply.response.id).edited_timestamp = None
        async with env.preview(channel, viewers=[reporter], width=720, height=900) as preview:
            await preview.screenshot(picture, target=reply)


@contextmanager
def chromium(path: str) -> Iterator[None]:
    """Let simcord use the browser at *path*, where it would look for one of its own."""
    launch = BrowserType.launch
    arguments = ["--no-sandbox", "--disable-gpu", "--no-first-run"]
    BrowserType.launch = partialmethod(launch, executable_path=path, args=arguments)
    try:
        yield
    finally:
        BrowserType.launch = launch


def main(browser: str = "/usr/bin/chromium") -> None:
    """Take every picture."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "store.db") as store:
        for path in sorted((PROJECT / "seeds").iterdir()):
            store.load(read(path.name, path.read_bytes()), by="shell")
        with chromium(browser):
            asyncio.run(answer(store, "absolutely ridiculous", IMAGES / "discord-answer.png"))


if __name__ == "__main__":
    main(*sys.argv[1:])
