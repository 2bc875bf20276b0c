"""Wrong speakers on Discord: the form to report one, the editors' list, and what reporters hear."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import discord
from discord import ui

from bot import corrections, rulings
from bot.corrections import Item
from bot.platforms.discord.asking import seen_by
from bot.platforms.discord.buttons import taps
from bot.platforms.discord.layout import MOST_TEXT, texts_of
from bot.platforms.discord.loading import refusal
from bot.platforms.discord.markdown import escape, short, size
from bot.platforms.discord.replies import NOBODY, attempt, defer, replace, tell
from bot.platforms.discord.ruling import Otherwise, RulingForm
from bot.platforms.discord.telling import look
from bot.rulings import Settled
from store.corrections import LONGEST_NAME, LONGEST_WHY
from store.model import Outcome, Ruling

if TYPE_CHECKING:
    from bot.platforms.discord.client import Client

log = logging.getLogger(__name__)

Interaction: TypeAlias = "discord.Interaction[Client]"

_TOLD = 700  # of what is said of a report
_ITEM = MOST_TEXT - 200  # the room of all reports; a card that takes more is left out whole
_MOST_ITEMS = 3  # each takes up to 9 of the 40 components of a message, one settled lately 3


class WrongForm(ui.Modal, title=corrections.WRONG_SPEAKER):
    """Asks who said it instead, and why."""

    def __init__(self, statement: int) -> None:
        super().__init__(timeout=None)
        self._statement = statement
        self.instead = ui.TextInput["WrongForm"](
            custom_id="instead", required=False, max_length=LONGEST_NAME
        )
        self.why = ui.TextInput["WrongForm"](
            custom_id="why",
            style=discord.TextStyle.paragraph,
            required=False,
            max_length=LONGEST_WHY,
        )
        for name, hint, field in (
            (corrections.INSTEAD, corrections.INSTEAD_HINT, self.instead),
            (corrections.WHY, corrections.WHY_HINT, self.why),
        ):
            self.add_item(ui.Label(text=name, description=hint, component=field))
        self.add_item(ui.TextDisplay(corrections.READERS))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Keep the report, and thank for it."""
        await attempt(self._report(interaction), partial(tell, interaction))

    async def _report(self, interaction: Interaction) -> None:
        await defer(interaction)
        client, user = interaction.client, interaction.user
        async with client.writing:
            number = await asyncio.to_thread(
                client.store.corrections.report,
                self._statement,
                instead=self.instead.value,
                why=self.why.value,
                by=f"discord:{user.id}",
                scope=seen_by(interaction),
            )
        await tell(interaction, corrections.thanks(number))
        await look(client)


async def ask(interaction: Interaction, statement: int) -> None:
    """Hand whoever pressed the button the form."""
    await interaction.response.send_modal(WrongForm(statement))


async def review(interaction: Interaction) -> None:
    """Show an editor the open reports."""

    async def show() -> None:
        await defer(interaction)
        if refused := await refusal(interaction, corrections.REVIEWING):
            await tell(interaction, refused)
            return
        view = await _waiting(interaction)
        await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NOBODY)

    await attempt(show(), partial(tell, interaction))


async def rule(interaction: Interaction, report: int, *, again: bool) -> None:
    """Hand an editor the form in which to rule on *report*."""
    if refused := await refusal(interaction, corrections.REVIEWING):
        await tell(interaction, refused)
        return
    store, scope = interaction.client.store, seen_by(interaction)
    name = await asyncio.to_thread(rulings.named, store, report, scope)
    await interaction.response.send_modal(RulingForm(report, name, again=again))


async def settle(
    interaction: Interaction, report: int, given: Callable[[], Ruling], *, again: bool
) -> None:
    """Settle *report* as *given*, where whoever says so may; then show what is left."""
    await defer(interaction, thinking=False)
    if refused := await refusal(interaction, corrections.REVIEWING):
        await tell(interaction, refused)
        return
    client, ruling = interaction.client, await asyncio.to_thread(given)
    async with client.writing:
        told = await asyncio.to_thread(
            corrections.settle,
            client.store,
            report,
            ruling,
            by=f"discord:{interaction.user.id}",
            scope=seen_by(interaction),
            again=again,
        )
    view = await _waiting(interaction, told)
    await replace(interaction, view, told)
    log.info("report %s settled in %s", report, seen_by(interaction))
    await look(client)


def tapped(interaction: Interaction, report: int, outcome: Outcome) -> Ruling:
    """What a tap on a button rules."""
    return corrections.ruling(interaction.client.store, outcome, report, seen_by(interaction))


async def _waiting(interaction: Interaction, told: str = "") -> ui.LayoutView:
    store, scope = interaction.client.store, seen_by(interaction)
    items = await asyncio.to_thread(corrections.waiting, store, scope, limit=_MOST_ITEMS)
    lately = await asyncio.to_thread(rulings.lately, store, scope)
    return listed(items, told, lately)


def listed(items: Sequence[Item], told: str = "", lately: Sequence[Settled] = ()) -> ui.LayoutView:
    """The reports *items* as one message, as many as it holds, below what is *told*.

    Below them is what was settled *lately*, to be changed or undone.
    """
    box: ui.Container[ui.LayoutView] = ui.Container()
    heading = " ".join(filter(None, (told, "" if items else corrections.NOTHING_OPEN)))
    if heading:
        box.add_item(ui.TextDisplay(f"**{short(heading, _TOLD)}**"))
    room = _ITEM - size(heading)
    for item in items:
        shown = list(_shown(item))
        if (room := room - sum(map(size, shown))) < 0 and item is not items[0]:
            break
        box.add_item(ui.Separator())
        for text in shown:
            box.add_item(ui.TextDisplay(text))
        box.add_item(_buttons(item))
    for one in lately:
        if (room := room - size(_done(one))) < 0:
            break
        change = Otherwise(one.report, again=True)
        box.add_item(ui.Section(ui.TextDisplay(_done(one)), accessory=change))
    return ui.LayoutView(timeout=None).add_item(box)


def _buttons(item: Item) -> ui.ActionRow[Any]:
    return taps(item.report, named=bool(item.instead)).add_item(Otherwise(item.report, again=False))


def _done(one: Settled) -> str:
    return f"{short(one.told, _TOLD)} {_person(one.by)}"


def _person(by: str) -> str:
    """Who *by* is, mentioned where that is somebody on Discord."""
    platform, _, person = by.partition(":")
    return f"<@{person}>" if platform == "discord" else escape(by)


def _shown(item: Item) -> list[str]:
    """The texts of one report: who says what, and the statement as far as there is room."""
    lines = [
        f"**{escape(item.lead)}** {_person(item.by)}",
        *(short(told, _TOLD) for told in item.told),
    ]
    told = "\n".join(lines)
    card = list(texts_of(item.card)) if item.card else [escape(corrections.NOT_SHOWN)]
    fits = size(told) + sum(map(size, card)) <= _ITEM
    return [told, *(card if fits else [escape(corrections.TOO_LONG)])]
