"""The command by which those who may load on a server say which feeds are followed there."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

import discord

from bot import feeds
from bot.platforms.discord.asking import seen_by
from bot.platforms.discord.loading import refusal
from bot.platforms.discord.replies import attempt, defer, tell

if TYPE_CHECKING:
    from bot.platforms.discord.client import Client


async def follow(interaction: discord.Interaction[Client], change: str = "") -> None:
    """List, follow or drop feeds; Discord already hides the command from most others."""
    await attempt(_follow(interaction, change), partial(tell, interaction))


async def _follow(interaction: discord.Interaction[Client], typed: str) -> None:
    await defer(interaction)
    if refused := await refusal(interaction, "Following feeds"):
        await tell(interaction, refused)
        return
    client, user = interaction.client, interaction.user
    by, scope = f"discord:{user.id} ({user.name})", seen_by(interaction)
    told = await asyncio.to_thread(feeds.change, client.store, typed, by=by, scope=scope)
    await tell(interaction, told)
