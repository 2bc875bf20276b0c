"""Loading an article on Discord: who may, the form they fill in, and what it hands over."""

from __future__ import annotations

import asyncio
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.loading import load, report
from bot.platforms.discord.asking import at_home, seen_by
from bot.platforms.discord.replies import attempt, defer, tell
from bot.settings import settings
from store.articles import LARGEST, Details, too_large
from store.errors import UnreadableArticle

if TYPE_CHECKING:
    from bot.platforms.discord.client import Client

_MEGABYTES = LARGEST // 1024**2
_EITHER = "Paste an article or choose a file: one of the two."


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


async def open_form(interaction: discord.Interaction[Client]) -> None:
    """Hand an editor the form; Discord already hides the command from most others."""

    async def hand() -> None:
        if refused := await refusal(interaction):
            await tell(interaction, refused)
        else:
            await interaction.response.send_modal(LoadForm())

    await attempt(hand(), partial(tell, interaction))


class LoadForm(ui.Modal, title="Load an article"):
    """Asks for an article's text and for what the text doesn't tell."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        self.paste = ui.TextInput["LoadForm"](
            custom_id="paste", style=discord.TextStyle.paragraph, required=False, max_length=4000
        )
        self.file = ui.FileUpload["LoadForm"](custom_id="file", required=False)
        self.outlet = _field("outlet", "The Daily Example")
        self.url = _field("url", "https://…")
        self.published = _field("published", "2026-05-31")
        headline = "Its headline on the first line. Or leave this empty and …"
        self._ask("Paste the article", headline, self.paste)
        self._ask("… choose a file", f"Text or HTML, {_MEGABYTES} MB at most.", self.file)
        self._ask("Outlet", "Who published it.", self.outlet)
        self._ask("Link", "Where it can be read.", self.url)
        self._ask("Date", "When it was published: year-month-day.", self.published)

    def _ask(self, name: str, summary: str, field: ui.Item[LoadForm]) -> None:
        self.add_item(ui.Label(text=name, description=summary, component=field))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Load what was filled in, and tell the loader what came of it."""
        await attempt(self._load(interaction), partial(tell, interaction))

    async def _load(self, interaction: discord.Interaction[Client]) -> None:
        await defer(interaction)
        client, user = interaction.client, interaction.user
        if refused := await refusal(interaction):
            await tell(interaction, refused)
            return
        name, data = await self._article()
        details = self._details()
        async with client.writing:
            loaded = await asyncio.to_thread(
                load, client.store, name, data, details,
                by=f"discord:{user.id} ({user.name})",
                scope=seen_by(interaction),
            )  # fmt: skip
        await tell(interaction, report(loaded))

    async def _article(self) -> tuple[str, bytes]:
        """The name and the content of what was given: a file's, or the paste's."""
        files, pasted = self.file.values, self.paste.value.strip()
        if len(files) + bool(pasted) != 1:
            raise UnreadableArticle(_EITHER)
        if pasted:
            return "pasted.txt", self.paste.value.encode()
        if files[0].size > LARGEST:
            raise too_large(files[0].filename)
        return files[0].filename, await files[0].read()

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
