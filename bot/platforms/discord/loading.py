"""Loading on Discord: who may; by a link, by the form they fill in, or by what a message holds."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from discord import ui

from bot.handed import (
    MOST,
    NOT_A_LINK,
    NOTHING,
    ONE_EACH,
    TAKEN,
    File,
    Handed,
    addresses,
    begun,
    load,
    of_message,
    pasted,
)
from bot.platforms.discord.asking import at_home, seen_by
from bot.platforms.discord.replies import attempt, defer, settle, tell, update
from bot.settings import settings
from store.articles import LARGEST, Details, link, too_large
from store.errors import UnreadableArticle

if TYPE_CHECKING:
    from bot.platforms.discord.client import Client

_EITHER = "Paste an article, choose files, or give a link alone: one of the three."


async def refusal(interaction: discord.Interaction[Client], what: str = "Loading") -> str:
    """What a person is told who neither manages this server nor holds an editors' role; else "".

    *what* is what those may do.
    """
    client = interaction.client
    if not at_home(interaction):
        return f"{what} is for servers that I am on."
    found = await asyncio.to_thread(settings, client.store, seen_by(interaction))
    editors = found.editors | ({client.settings.editor_role} - {""})
    held = {role.name for role in getattr(interaction.user, "roles", ())}
    if interaction.permissions.manage_guild or held & editors:
        return ""
    roles = " or ".join(f"“{role}”" for role in sorted(editors))
    also = f" or hold the role {roles}" if roles else ""
    return f"{what} is for those who may manage this server{also}."


async def load_articles(interaction: discord.Interaction[Client], link: str = "") -> None:
    """Load the article behind a *link*; without one, hand an editor the form.

    Discord already hides the command from most others.
    """

    async def work() -> None:
        found = addresses(link)
        if refused := await refusal(interaction):
            await tell(interaction, refused)
        elif found:
            await _load(interaction, found, Details())
        elif link.strip():
            await tell(interaction, NOT_A_LINK)
        else:
            await interaction.response.send_modal(LoadForm())

    await attempt(work(), partial(tell, interaction))


async def load_message(interaction: discord.Interaction[Client], message: discord.Message) -> None:
    """Load what *message* holds, and what it forwards, for an editor."""

    async def work() -> None:
        if refused := await refusal(interaction):
            await tell(interaction, refused)
        elif found := _in_message(message):
            await _load(interaction, found, Details())
        else:
            await tell(interaction, NOTHING)

    await attempt(work(), partial(tell, interaction))


def _in_message(message: discord.Message) -> Sequence[Handed]:
    told: list[discord.Message | discord.MessageSnapshot] = [message, *message.message_snapshots]
    text = "\n\n".join(filter(None, (one.content for one in told)))
    return of_message(text, text, [_file(file) for one in told for file in one.attachments])


def _file(file: discord.Attachment) -> File:
    """What brings *file*: loads are made on a thread, and Discord is asked on its loop."""
    loop = asyncio.get_running_loop()

    def get() -> bytes:
        if file.size > LARGEST:
            raise too_large(file.filename)
        try:
            return asyncio.run_coroutine_threadsafe(file.read(), loop).result()
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            raise UnreadableArticle(
                f"cannot fetch '{file.filename}' from Discord; try again"
            ) from error

    return File(file.filename, get)


async def _load(
    interaction: discord.Interaction[Client], found: Sequence[Handed], details: Details
) -> None:
    """Load what was handed over; one message tells how it goes and what came of it."""
    await defer(interaction)
    await update(interaction, begun(found))
    client, user, loop = interaction.client, interaction.user, asyncio.get_running_loop()

    def so_far(told: str) -> None:
        asyncio.run_coroutine_threadsafe(update(interaction, told), loop).result()

    work = partial(
        load, client.store, found, details,
        by=f"discord:{user.id} ({user.name})", scope=seen_by(interaction), tell=so_far,
    )  # fmt: skip
    await settle(interaction, await loop.run_in_executor(client.loaders, work))


class LoadForm(ui.Modal, title="Load articles"):
    """Asks for articles and for what their texts don't tell."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        self.paste = ui.TextInput["LoadForm"](
            custom_id="paste", style=discord.TextStyle.paragraph, required=False, max_length=4000
        )
        self.file = ui.FileUpload["LoadForm"](custom_id="file", required=False, max_values=MOST)
        self.outlet = _field("outlet", "The Daily Example")
        self.url = _field("url", "https://…")
        self.published = _field("published", "2026-05-31")
        headline = "Its headline on the first line. Or leave this empty and …"
        self._ask("Paste the article", headline, self.paste)
        self._ask("… choose files", TAKEN, self.file)
        self._ask("Outlet", "Who published it.", self.outlet)
        self._ask("Link", "Where it can be read; left alone, it is fetched.", self.url)
        self._ask("Date", "When it was published: year-month-day.", self.published)

    def _ask(self, name: str, summary: str, field: ui.Item[LoadForm]) -> None:
        self.add_item(ui.Label(text=name, description=summary, component=field))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Load what was filled in, and tell the loader what came of it."""

        async def work() -> None:
            if refused := await refusal(interaction):
                await tell(interaction, refused)
            else:
                await _load(interaction, *self._handed())

        await attempt(work(), partial(tell, interaction))

    def _handed(self) -> tuple[Sequence[Handed], Details]:
        """What was handed over; a link alone is what is to be fetched."""
        files, text, details = self.file.values, self.paste.value, self._details()
        if text.strip() and files:
            raise UnreadableArticle(_EITHER)
        if len(files) > 1 and details.url:
            raise UnreadableArticle(ONE_EACH)
        if text.strip():
            return (pasted(text),), details
        if files:
            return tuple(map(_file, files)), details
        found = addresses(link(details.url) or "")
        if not found:
            raise UnreadableArticle(_EITHER)
        return found, replace(details, url=None)

    def _details(self) -> Details:
        return Details(
            outlet=self.outlet.value.strip() or None,
            url=self.url.value.strip() or None,
            published=_date(self.published.value.strip()),
        )


def _field(name: str, example: str) -> ui.TextInput[LoadForm]:
    return ui.TextInput(custom_id=name, placeholder=example, required=False, max_length=500)


def _date(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UnreadableArticle(f"“{text}” is no date: write it like 2026-05-31.") from error
