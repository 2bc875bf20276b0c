"""What is told without being asked: corrections in what was posted, and to who reported one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot import corrections, posted
from bot.errors import noted
from bot.platforms.discord.layout import Sharing, render
from bot.platforms.discord.markdown import escape
from bot.platforms.discord.posting import note
from bot.platforms.discord.replies import NOBODY
from store.errors import StoreUnavailable
from store.model import Stale

if TYPE_CHECKING:
    from bot.platforms.discord.client import Client

EVERY = 30.0  # seconds between looks for what was ruled in the shell

_TOO_MANY, _FAILING = 429, 500  # where Discord may take the very same later

log = logging.getLogger(__name__)


async def keep_looking(client: Client) -> None:
    """Tell what is due, also what was ruled in the shell or before a restart, until cancelled."""
    await client.wait_until_ready()
    while True:
        await asyncio.sleep(EVERY)
        await look(client)


async def look(client: Client) -> None:
    """Tell all that is due; what cannot be told now stays due."""
    try:
        async with client.telling:
            await _tell_reporters(client)
            await _correct(client)
    except StoreUnavailable as error:
        log.warning("what was ruled is told later: %s", error)


async def _tell_reporters(client: Client) -> None:
    for one in await asyncio.to_thread(corrections.answers, client.store, "discord"):
        if await _taken(_write(client, int(one.person), one.sentence)):
            async with client.writing:
                await asyncio.to_thread(client.store.corrections.told, [one.entry])


async def _correct(client: Client) -> None:
    async with client.writing:
        due = await asyncio.to_thread(lambda: list(posted.due(client.store, "discord")))
    for stale, told in due:
        if await _taken(_rewrite(client, stale, told)):
            async with client.writing:
                await asyncio.to_thread(posted.done, client.store, stale)


async def _write(client: Client, person: int, sentence: str) -> None:
    user = await client.fetch_user(person)
    await user.send(escape(sentence), allowed_mentions=NOBODY)


async def _rewrite(client: Client, stale: Stale, told: str) -> None:
    message = stale.message
    found = await client.questions.corrected(stale, told)
    by = note(message.did, message.person)
    async with client.writing:
        answer = found.page.answer
        await asyncio.to_thread(posted.shows, client.store, stale, answer, found.page)
    async with client.questions.known(message.scope, message.question, *found.asks):
        view = render(found.page, found.key, choices=found.choices, sharing=Sharing.NONE, note=by)
        channel = client.get_partial_messageable(int(message.channel))
        there = channel.get_partial_message(int(message.id))
        await there.edit(view=view, allowed_mentions=NOBODY)


async def _taken(writing: Awaitable[None]) -> bool:
    """Await *writing*; False where it is to be tried again, True where nobody ever takes it."""
    try:
        await writing
    except (aiohttp.ClientError, OSError) as error:
        log.warning("told later: %s", type(error).__name__)
        return False
    except discord.HTTPException as error:
        later = error.status >= _FAILING or error.status == _TOO_MANY
        log.warning("%s: code %s", "told later" if later else "cannot be told", error.code)
        return not later
    except StoreUnavailable:
        raise
    except Exception as error:  # noqa: BLE001 - it is logged, and keeps nobody else waiting
        noted(error)
        return False
    return True
