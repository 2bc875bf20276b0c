"""Questions from Discord, put to the store in threads of their own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import Any

import discord

from bot.attribution import Form, attribution, packed
from bot.cards import Answer
from bot.guide import help_text
from bot.pages import Page
from bot.platforms.discord.layout import MOST_CHOICES, MOST_TEXT, form_cost, page
from bot.posted import again
from bot.questions import Question
from bot.replying import depends_on_day, reply, statement
from bot.settings import settings
from store.asked import KEY_LENGTH, question_key
from store.errors import StoreUnavailable, UnusableQuestion
from store.model import Stale
from store.store import Store

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """A page of an answer, and the key that its question has in buttons.

    The key ends with the day on which it was asked, where the question has days in it. So do
    the keys of the *choices*, each with a label for its button.
    """

    page: Page
    key: str
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def asks(self) -> list[str]:
        """The questions behind *choices*."""
        return [choice.question for choice in self.page.answer.choices[: len(self.choices)]]


def scope_of(guild: int | None, user: int) -> str:
    """What a question may see: its server's articles, and in a direct message none but ours."""
    return f"discord:{guild}" if guild is not None else f"discord:dm:{user}"


def seen_by(interaction: discord.Interaction[Any]) -> str:
    """What whoever started *interaction* may see.

    Who brings the bot along to a server that does not have it sees what they see in a direct
    message: nothing that was ever loaded on that server, nor on another.
    """
    return scope_of(interaction.guild_id if at_home(interaction) else None, interaction.user.id)


def at_home(interaction: discord.Interaction[Any]) -> bool:
    """Whether *interaction* was started on a server that has the bot."""
    known = interaction.client.get_guild(interaction.guild_id or 0)
    return interaction.is_guild_integration() or known is not None


class Questions:
    """Answers questions, and knows again those that stand behind the keys in buttons.

    Answers only read, so that they never wait for a load. Who writes holds *writing*: a thread
    that waits for its turn in the store is none of those that answers need.
    """

    def __init__(self, store: Store, writing: asyncio.Lock, timezone: tzinfo = UTC) -> None:
        self._store = store
        self._timezone = timezone
        self._writing = writing
        self._new: dict[tuple[str, str], str] = {}  # by scope and key, until the store has them

    async def find(self, text: str, scope: str, number: int = 1) -> Found:
        """Page *number* of the answer to *text*."""
        return await asyncio.to_thread(self._find, text, scope, number)

    async def find_again(self, key: str, scope: str, number: int) -> Found:
        """Page *number* of the answer to the question behind *key*, if *scope* asked it."""
        return await asyncio.to_thread(self._find_again, key, scope, number)

    async def corrected(self, stale: Stale, told: str) -> Found:
        """What a posted message showed, asked anew, below what is *told* of it."""
        return await asyncio.to_thread(self._corrected, stale, told)

    async def help(self, scope: str) -> str:
        """What *scope* can ask, with examples."""
        return await asyncio.to_thread(help_text, self._store, scope)

    async def forms(self, number: int, scope: str) -> list[tuple[Form, ...]]:
        """The attribution of the statement *number* to copy, by messages."""
        return await asyncio.to_thread(self._forms, number, scope)

    def _forms(self, number: int, scope: str) -> list[tuple[Form, ...]]:
        forms = attribution(statement(self._store, number, scope))
        return list(packed(forms, form_cost, MOST_TEXT))

    async def key(self, text: str, scope: str) -> str:
        """The key of *text* in a button that asks it for the first time."""
        today = await asyncio.to_thread(self._today, scope) if depends_on_day(text) else None
        return _key(text, scope, today)

    @asynccontextmanager
    async def known(self, scope: str, *texts: str) -> AsyncIterator[None]:
        """Know *texts* by their keys from now on, and keep them once their buttons were shown."""
        new = {(scope, question_key(text, scope)): text for text in texts}
        self._new |= new
        try:
            yield
            for text in texts:
                await self._keep(text, scope)
        finally:
            for place in new:
                self._new.pop(place, None)

    async def _keep(self, text: str, scope: str) -> None:
        try:
            async with self._writing:
                await asyncio.to_thread(self._store.remember, text, scope=scope)
        except StoreUnavailable as error:
            log.warning("a question is lost, and its buttons with it: %s", error)

    def _today(self, scope: str) -> date:
        zone = settings(self._store, scope).timezone or self._timezone
        return datetime.now(zone).date()

    def _find(self, text: str, scope: str, number: int, today: date | None = None) -> Found:
        found = reply(self._store, Question(text, scope, today or self._today(scope)))
        return _cut(found, text, scope, number)

    def _corrected(self, stale: Stale, told: str) -> Found:
        message = stale.message
        found = again(self._store, stale, told)
        return _cut(found, message.question, message.scope, message.page)

    def _find_again(self, typed_key: str, scope: str, number: int) -> Found:
        key, today = _parted(typed_key)
        text = self._new.get((scope, key)) or self._store.recall(key, scope=scope)
        if text is None:
            raise UnusableQuestion("This question is not known here any more: please ask it again.")
        return self._find(text, scope, number, today)


def _cut(found: Answer, text: str, scope: str, number: int) -> Found:
    """Page *number* of what was *found* for *text*, with the keys for its buttons."""
    choices = tuple(
        (choice.name, _key(choice.question, scope, found.today))
        for choice in found.choices[:MOST_CHOICES]
    )
    return Found(page(found, number), _key(text, scope, found.today), choices)


def _key(text: str, scope: str, today: date | None) -> str:
    return question_key(text, scope) + (f"{today:%Y%m%d}" if today else "")


def _parted(key: str) -> tuple[str, date | None]:
    """The question's key and the day in *key*."""
    day = key[KEY_LENGTH:]
    return key[:KEY_LENGTH], date.fromisoformat(day) if day else None
