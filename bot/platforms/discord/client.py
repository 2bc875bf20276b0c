"""The bot on Discord: its commands, its buttons, and what it does when spoken to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeAlias

import discord
from discord import app_commands

from bot import config
from bot.commands import COMMANDS, COPY, MESSAGE_COMMANDS
from bot.guide import calls_for_help
from bot.leaving import left
from bot.platforms.discord import corrections, posting, telling
from bot.platforms.discord.asking import Questions, at_home, scope_of, seen_by
from bot.platforms.discord.below import offer, reply_with, send_instead
from bot.platforms.discord.buttons import About, Rule, Share, Turn, Wrong
from bot.platforms.discord.layout import Sharing, render_forms
from bot.platforms.discord.replies import (
    NOBODY,
    attempt,
    change,
    defer,
    hand_over,
    may_write,
    show,
    tell,
)
from bot.platforms.discord.ruling import Otherwise
from bot.platforms.discord.setting import is_public
from bot.platforms.discord.slash import on_message, slash
from bot.platforms.discord.translating import Translator
from bot.questions import Question
from bot.replying import of_statement, vet
from bot.seen import Seen
from store.model import Outcome, Ruling
from store.store import Store

Interaction: TypeAlias = discord.Interaction["Client"]

_SHARED_ALREADY = "You pressed it before: everybody in the channel sees it once."
_BROUGHT = "I am not on this server, so the answer stays with you."
_MY_ROLE = (
    "You mentioned my role, and Discord does not show me what you wrote: of the two with my name"
    " that “@” offers, choose the app."
)


class Client(discord.Client):
    """One connection to Discord; *settings* and *store* serve every server it is on."""

    def __init__(self, settings: config.Discord, store: Store) -> None:
        intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        super().__init__(intents=intents, allowed_mentions=NOBODY)
        self.settings = settings
        self.store = store
        self.loaders = ThreadPoolExecutor(1, "loading")  # no load takes a thread of the askers
        self.writing = asyncio.Lock()  # held by whoever writes to the store
        self.telling = asyncio.Lock()  # held by whoever tells what is due, or it is told twice
        self.questions = Questions(store, self.writing, settings.timezone)
        self.tree = Tree(
            self,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
        )
        for command in COMMANDS:
            self.tree.add_command(slash(command))
        for on_any in MESSAGE_COMMANDS:
            self.tree.add_command(on_message(on_any))
        self._shares = Seen()
        self._translator = Translator()
        self._telling: asyncio.Task[None] | None = None
        self.add_dynamic_items(Turn, Share, About, Wrong, Rule, Otherwise)

    async def setup_hook(self) -> None:
        """Register the commands with Discord, once a start."""
        await self.tree.set_translator(self._translator)
        await self.tree.sync()
        self._telling = asyncio.create_task(telling.keep_looking(self))

    async def close(self) -> None:
        """Leave Discord."""
        if self._telling:
            self._telling.cancel()
        await super().close()
        self.loaders.shutdown(wait=False)

    async def ask(self, interaction: Interaction, text: str, *, secretly: bool = False) -> None:
        """Answer a command as the channel is set, or *secretly* to the person who gave it."""

        async def answer() -> None:
            scope, helping = seen_by(interaction), calls_for_help(text)
            public = not (secretly or helping) and await self._in_public(interaction)
            if public:
                vet(Question(text, scope))  # what cannot be asked is for the asker alone
            await defer(interaction, public=public)
            if helping:
                await tell(interaction, await self.questions.help(scope))
                return
            found = await self.questions.find(text, scope)
            async with self.questions.known(scope, text, *found.asks):
                if public:
                    await posting.show_to_all(interaction, found)
                else:
                    await show(interaction, found, _sharing(interaction))

        await attempt(answer(), partial(tell, interaction))

    async def _in_public(self, interaction: Interaction) -> bool:
        if not at_home(interaction) or not may_write(interaction):
            return False
        return await is_public(self, seen_by(interaction), interaction.channel)

    async def about(self, interaction: Interaction, kind: str, statement: int) -> None:
        """Answer a button on a card, to the person who pressed it and nobody else."""
        if kind != COPY:
            await self.ask(interaction, of_statement(kind, statement), secretly=True)
            return

        async def answer() -> None:
            await defer(interaction)
            for forms in await self.questions.forms(statement, seen_by(interaction)):
                await hand_over(interaction, render_forms(forms))

        await attempt(answer(), partial(tell, interaction))

    async def turn(self, interaction: Interaction, key: str, number: int) -> None:
        """Turn a private answer to another page; of a public one, show that page privately."""
        message = interaction.message
        own = interaction.guild_id is None or (message is not None and message.flags.ephemeral)

        async def answer() -> None:
            await defer(interaction, thinking=not own)
            scope = seen_by(interaction)
            found = await self.questions.find_again(key, scope, number)
            async with self.questions.known(scope, *found.asks):
                await (change if own else show)(interaction, found, _sharing(interaction))

        await attempt(answer(), partial(tell, interaction))

    async def share(self, interaction: Interaction, key: str, number: int) -> None:
        """Publish a page in the channel, in the name of the person who pressed the button."""

        async def answer() -> None:
            await defer(interaction, thinking=False)
            if not at_home(interaction):
                await tell(interaction, _BROUGHT)
                return
            message, done = interaction.message, False
            pressed = f"{message.id if message else interaction.id} {key} {number}"
            if self._shares.again(pressed):
                await tell(interaction, _SHARED_ALREADY)
                return
            try:
                done = await self._post(interaction, key, number)
            finally:
                if not done:
                    self._shares.forget(pressed)

        await attempt(answer(), partial(tell, interaction))

    async def _post(self, interaction: Interaction, key: str, number: int) -> bool:
        scope = seen_by(interaction)
        found = await self.questions.find_again(key, scope, number)
        async with self.questions.known(scope, *found.asks):
            return await posting.share(interaction, found)

    async def report(self, interaction: Interaction, statement: int) -> None:
        """Ask for what is wrong with the speaker of *statement*."""
        await attempt(corrections.ask(interaction, statement), partial(tell, interaction))

    async def tap(self, interaction: Interaction, report: int, outcome: Outcome) -> None:
        """Settle *report* for an editor who pressed one button."""
        given = partial(corrections.tapped, interaction, report, outcome)
        await self.settle(interaction, report, given, again=False)

    async def rule(self, interaction: Interaction, report: int, *, again: bool) -> None:
        """Ask an editor how to rule on *report*, and why."""
        work = corrections.rule(interaction, report, again=again)
        await attempt(work, partial(tell, interaction))

    async def settle(
        self, interaction: Interaction, report: int, given: Callable[[], Ruling], *, again: bool
    ) -> None:
        """Settle *report* for an editor."""
        work = corrections.settle(interaction, report, given, again=again)
        await attempt(work, partial(tell, interaction))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """End what goes on by itself for a server that took the bot away."""
        async with self.writing:
            await asyncio.to_thread(left, self.store, scope_of(guild.id, 0))

    async def on_message(self, message: discord.Message) -> None:
        """Answer a direct message, and offer to answer one that mentions the bot in its text."""
        text = self._asked(message)
        if text is not None:
            await attempt(self._answer(message, text), partial(reply_with, message))
        elif _mentions_role(message):
            await attempt(reply_with(message, _MY_ROLE), partial(reply_with, message))

    async def _answer(self, message: discord.Message, text: str) -> None:
        scope = scope_of(message.guild.id if message.guild else None, message.author.id)
        if calls_for_help(text):
            await reply_with(message, await self.questions.help(scope))
            return
        if message.guild is not None and not await is_public(self, scope, message.channel):
            await self._offer(message, text, scope)
            return
        found = await self.questions.find(text, scope)
        async with self.questions.known(scope, text, *found.asks):
            await posting.answer(self, message, found)

    async def _offer(self, message: discord.Message, text: str, scope: str) -> None:
        """Offer the answer to a mention: Discord has no private answers to messages."""
        vet(Question(text, scope))  # what cannot be asked is said at once
        async with self.questions.known(scope, text):
            if not await offer(message, await self.questions.key(text, scope)):
                await send_instead(message, await self.questions.find(text, scope))

    def _asked(self, message: discord.Message) -> str | None:
        """The question in *message*, None where it puts none to the bot."""
        if message.author.bot or message.is_system() or self.user is None:
            return None
        text = message.content
        for mention in (f"<@{self.user.id}>", f"<@!{self.user.id}>"):
            text = text.replace(mention, " ")
        if message.guild is not None and text == message.content:
            return None
        return " ".join(text.split())


class Tree(app_commands.CommandTree[Client]):
    """The commands; what fails outside a command of ours is told like everything else."""

    async def on_error(self, interaction: Interaction, error: Exception, /) -> None:
        """Say that something went wrong."""

        async def failed() -> None:
            raise error

        await attempt(failed(), partial(tell, interaction))


def _mentions_role(message: discord.Message) -> bool:
    """Whether a person mentions the bot's own role in *message*: it has the name of the bot."""
    mine = message.guild.me.roles if message.guild and not message.author.bot else ()
    return any(role.managed and role in mine for role in message.role_mentions)


def _sharing(interaction: Interaction) -> Sharing:
    return Sharing.OFFERED if at_home(interaction) else Sharing.NONE
