"""Answers that everybody in a channel reads, remembered so that corrections reach them."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, TypeAlias

import discord

from bot import posted
from bot.platforms.discord.asking import Found, scope_of, seen_by
from bot.platforms.discord.below import reply
from bot.platforms.discord.replies import publish, published, show_all
from store.errors import StoreUnavailable
from store.model import Message

if TYPE_CHECKING:
    from bot.platforms.discord.client import Client

Interaction: TypeAlias = "discord.Interaction[Client]"

_ASKED, _SHARED = "asked", "shared"

log = logging.getLogger(__name__)


def note(did: str, person: str) -> str:
    """How a message came there, as its end says it."""
    return f"{did} by <@{person}>" if did else ""


async def show_to_all(interaction: Interaction, found: Found) -> None:
    """Answer *interaction* for everybody in its channel."""
    sent = await show_all(interaction, found, note(_ASKED, str(interaction.user.id)))
    await _remember(interaction, sent, found, _ASKED)


async def share(interaction: Interaction, found: Found) -> bool:
    """Post *found* for everybody in the channel, where whoever pressed may; whether it stands."""
    sent = await publish(interaction, found, note(_SHARED, str(interaction.user.id)))
    await _remember(interaction, sent, found, _SHARED)
    if sent:
        await published(interaction, found)
    return sent is not None


async def answer(client: Client, asked: discord.Message, found: Found) -> None:
    """Answer the message that *asked*."""
    sent = await reply(asked, found)
    if sent and asked.guild:
        scope = scope_of(asked.guild.id, asked.author.id)
        await _keep(client, _message(sent, found, scope, "", asked.author.id), found)


async def _remember(
    interaction: Interaction, sent: discord.Message | None, found: Found, did: str
) -> None:
    if sent and interaction.guild_id:
        message = _message(sent, found, seen_by(interaction), did, interaction.user.id)
        await _keep(interaction.client, message, found)


def _message(sent: discord.Message, found: Found, scope: str, did: str, person: int) -> Message:
    answer = found.page.answer
    return Message(
        platform="discord",
        account="",
        channel=str(sent.channel.id),
        id=str(sent.id),
        scope=scope,
        question=answer.question,
        page=found.page.number,
        today=answer.today,
        did=did,
        person=str(person),
    )


async def _keep(client: Client, message: Message, found: Found) -> None:
    answer, page = found.page.answer, found.page
    try:
        async with client.writing:
            await asyncio.to_thread(posted.remember, client.store, message, answer, page)
    except StoreUnavailable as error:
        log.warning("corrections will not reach message %s: %s", message.id, error)
