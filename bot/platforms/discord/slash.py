"""The command table as Discord's slash commands."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import discord
from discord import app_commands

from bot.commands import FEEDS, LOAD, REVIEW, SETTINGS, Command, MessageCommand, Offered, Option
from bot.platforms.discord.asking import seen_by
from bot.platforms.discord.corrections import review
from bot.platforms.discord.following import follow
from bot.platforms.discord.loading import load_articles, load_message
from bot.platforms.discord.setting import set_up
from store.store import Store

if TYPE_CHECKING:
    from bot.platforms.discord.client import Client

Interaction: TypeAlias = "discord.Interaction[Client]"
Slash: TypeAlias = app_commands.Command[Any, ..., None]

T = TypeVar("T", Slash, app_commands.ContextMenu)

_LIKE = {Offered.SPEAKERS: Store.speakers, Offered.OUTLETS: Store.outlets}
_CHANGE = {LOAD: load_articles, FEEDS: follow, REVIEW: review, SETTINGS: set_up}

MOST_CHOICES, LONGEST_CHOICE = 25, 100  # Discord's limits for autocompletion


def slash(command: Command) -> Slash:
    """*command* as Discord registers it: one that asks, or one that changes things."""
    if command.question is None:
        return _for_admins(command)
    made: Slash = app_commands.Command(
        name=command.name,
        description=command.summary,
        callback=_callback(command.question, command.options, secretly=command.as_typed),
    )
    for option in command.options:
        if option.names:
            made.autocomplete(option.name)(_offering(option.names))
    return made


def _for_admins(command: Command) -> Slash:
    """*command* for those who manage a server that has the bot, and whom they show it to."""
    made: Slash = app_commands.Command(
        name=command.name, description=command.summary, callback=_CHANGE[command]
    )
    app_commands.describe(**_summaries(command.options))(made)
    return _only_for_admins(made)


def _only_for_admins(made: T) -> T:
    app_commands.default_permissions(manage_guild=True)(made)
    app_commands.allowed_installs(guilds=True, users=False)(made)
    app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)(made)
    return made


def on_message(command: MessageCommand) -> app_commands.ContextMenu:
    """*command* as Discord shows it in the menu of every message."""
    question = command.question
    if question is None:
        return _only_for_admins(app_commands.ContextMenu(name=command.name, callback=load_message))

    async def ask(interaction: Interaction, message: discord.Message) -> None:
        await interaction.client.ask(interaction, question(_text_of(message)), secretly=True)

    return app_commands.ContextMenu(name=command.name, callback=ask)


def _text_of(message: discord.Message) -> str:
    """What *message* says, and what it forwards."""
    every: list[discord.Message | discord.MessageSnapshot] = [message, *message.message_snapshots]
    told = (text for one in every for text in (one.content, *(e.description for e in one.embeds)))
    return "\n\n".join(filter(None, told))


def _callback(
    question: Callable[[Mapping[str, str]], str], options: tuple[Option, ...], *, secretly: bool
) -> Callable[..., Coroutine[Any, Any, None]]:
    """What answers a command; discord.py reads its *options* off the signature given here."""

    @app_commands.describe(**_summaries(options))
    async def ask(interaction: Interaction, **given: str | bool) -> None:
        told = {name: str(value or "") for name, value in given.items()}
        await interaction.client.ask(interaction, question(told), secretly=secretly)

    ask.__signature__ = inspect.Signature([  # type: ignore[attr-defined]
        _parameter("interaction", discord.Interaction),
        *map(_option, options),
    ])  # fmt: skip
    return ask


def _summaries(options: tuple[Option, ...]) -> dict[str, app_commands.locale_str]:
    return {option.name: app_commands.locale_str(option.summary) for option in options}


def _option(option: Option) -> inspect.Parameter:
    if option.flag:
        return _parameter(option.name, bool, False)  # noqa: FBT003 -- a default
    return _parameter(option.name, str, inspect.Parameter.empty if option.required else "")


def _parameter(
    name: str, annotation: type, default: object = inspect.Parameter.empty
) -> inspect.Parameter:
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return inspect.Parameter(name, kind, annotation=annotation, default=default)


def _offering(
    names: Offered,
) -> Callable[[Interaction, str], Coroutine[Any, Any, list[app_commands.Choice[str]]]]:
    """What offers *names* that are like what was typed, as far as the asker sees them."""

    async def offer(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        find, store, scope = _LIKE[names], interaction.client.store, seen_by(interaction)
        found = await asyncio.to_thread(find, store, typed, scope=scope, limit=MOST_CHOICES)
        cut = [name[:LONGEST_CHOICE] for name in found[:MOST_CHOICES]]
        return [app_commands.Choice(name=name, value=name) for name in cut]

    return offer
