"""What the bot writes below messages that speak to it, or directly where it may not write there."""

from __future__ import annotations

import logging
from typing import Any

import discord
from discord import ui

from bot.platforms.discord.asking import Found
from bot.platforms.discord.buttons import Turn
from bot.platforms.discord.layout import Sharing, render
from bot.platforms.discord.replies import NOBODY, alone, escaped, write_to

log = logging.getLogger(__name__)

_MAY_NOT_READ_BACK = 160002  # answering below a message needs Read Message History
_OFFER = "Whoever presses the button sees the answer alone, and can share it from there."
_NOT_THERE = "I may not write in that channel, so the answer comes here; to turn pages, ask here"


async def reply(message: discord.Message, found: Found) -> discord.Message | None:
    """Answer *message* below it; directly, and None, where the bot may not write there."""
    view = render(found.page, found.key, choices=found.choices, sharing=Sharing.NONE)
    sent = await _below(message, view=view)
    if sent is None:
        await send_instead(message, found)
    return sent


async def offer(message: discord.Message, key: str) -> bool:
    """Offer to show the answer, below *message*; False where the bot may not write there."""
    button: ui.View = ui.View(timeout=None).add_item(Turn("Show the answer", key, 1))
    return await _below(message, content=_OFFER, view=button) is not None


async def send_instead(message: discord.Message, found: Found) -> None:
    """Answer *message* directly, where the bot may not write in the channel."""
    await write_to(message.author, view=alone(found, _NOT_THERE))


async def reply_with(message: discord.Message, sentence: str) -> None:
    """Answer *message* with one *sentence*, directly where the bot may not write there."""
    text = escaped(sentence)
    if await _below(message, content=text) is None:
        await write_to(message.author, content=text)


async def _below(message: discord.Message, **what: Any) -> discord.Message | None:
    """Write below *message*; None where the bot may not."""
    to = message.to_reference(fail_if_not_exists=False)
    try:
        sent: discord.Message = await message.channel.send(
            **what, reference=to, mention_author=False, allowed_mentions=NOBODY
        )
    except discord.HTTPException as error:
        if not isinstance(error, discord.Forbidden) and error.code != _MAY_NOT_READ_BACK:
            raise
        log.warning("may not answer in channel %s: code %s", message.channel.id, error.code)
        return None
    return sent
