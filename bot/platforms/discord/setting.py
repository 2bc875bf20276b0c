"""The command by which those who manage a server set up how the bot answers there."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import discord

from bot.platforms.discord.asking import at_home, seen_by
from bot.platforms.discord.replies import attempt, defer, tell
from bot.settings import Place, change, parted, settings

if TYPE_CHECKING:
    from bot.platforms.discord.client import Client

_SOON = 1.0  # second
REFUSED = "Settings are for those who may manage this server."


async def set_up(interaction: discord.Interaction[Client], change: str = "") -> None:
    """Show or change a server's settings; Discord already hides the command from most others."""
    await attempt(_set_up(interaction, change), partial(tell, interaction))


async def _set_up(interaction: discord.Interaction[Client], typed: str) -> None:
    await defer(interaction)
    if not (at_home(interaction) and interaction.permissions.manage_guild):
        await tell(interaction, REFUSED)
        return
    client, user = interaction.client, interaction.user
    here = Place(
        seen_by(interaction),
        str(_place(interaction.channel)),
        partial(_roles, interaction.guild),
    )
    async with client.writing:
        told = await asyncio.to_thread(
            change, client.store, typed, here, by=f"discord:{user.id} ({user.name})"
        )
    await tell(interaction, told)


def _roles(guild: discord.Guild | None, typed: str) -> Iterator[str]:
    """The names of the roles that are *typed*, by name or as Discord writes a mention."""
    wanted = set(parted(typed))
    for role in guild.roles if guild else ():
        if role.name in wanted or role.mention in wanted:
            yield role.name


async def is_public(client: Client, scope: str, channel: object) -> bool:
    """Whether everybody in *channel*, or in the one that this thread is of, sees answers.

    Where that is not known soon, they do not: Discord waits no longer than three seconds.
    """
    try:
        async with asyncio.timeout(_SOON):
            found = await asyncio.to_thread(settings, client.store, scope)
    except TimeoutError:
        return False
    return str(_place(channel)) in found.public


def _place(channel: object) -> int | None:
    """The channel's id, a thread's parent's."""
    if isinstance(channel, discord.Thread):
        return channel.parent_id
    return getattr(channel, "id", None)
