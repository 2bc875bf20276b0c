"""Buttons that outlive the bot: all they need is in their id, so an old message still works."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.commands import CARD_COMMANDS
from bot.corrections import NOT_A_STATEMENT, REASSIGN, REJECT, WRONG_SPEAKER
from store.model import Outcome

if TYPE_CHECKING:
    from bot.platforms.discord.client import Client

_REST = r"(?P<number>\d{1,6}):(?P<key>[\w-]{1,64})"


class Turn(ui.DynamicItem[ui.Button[Any]], template=rf"onrecord:page:{_REST}"):
    """Turns to page *number* of the answer to the question behind *key*, be it another's."""

    def __init__(self, label: str, key: str, number: int, *, disabled: bool = False) -> None:
        custom_id = f"onrecord:page:{number}:{key}"
        super().__init__(ui.Button(label=label, custom_id=custom_id, disabled=disabled))
        self.key, self.number = key, number

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button as its message was sent with it."""
        return cls(getattr(item, "label", None) or "", match["key"], int(match["number"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the bot."""
        client: Client = interaction.client
        await client.turn(interaction, self.key, self.number)


class Share(ui.DynamicItem[ui.Button[Any]], template=rf"onrecord:share:{_REST}"):
    """Publishes page *number* of the answer to the question behind *key*; once *done*, rests."""

    def __init__(self, key: str, number: int, *, done: bool = False) -> None:
        label = "Shared" if done else "Share in this channel"
        style = discord.ButtonStyle.secondary if done else discord.ButtonStyle.primary
        custom_id = f"onrecord:share:{number}:{key}"
        super().__init__(ui.Button(label=label, style=style, custom_id=custom_id, disabled=done))
        self.key, self.number = key, number

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button as its message was sent with it."""
        return cls(match["key"], int(match["number"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the bot."""
        client: Client = interaction.client
        await client.share(interaction, self.key, self.number)


_KINDS = {command.key: command for command in CARD_COMMANDS}


class About(
    ui.DynamicItem[ui.Button[Any]],
    template=rf"onrecord:(?P<kind>{'|'.join(_KINDS)}):(?P<statement>\d{{1,18}})",
):
    """Asks for what is behind *kind* about the statement with that number, for whoever presses."""

    def __init__(self, kind: str, statement: int) -> None:
        custom_id = f"onrecord:{kind}:{statement}"
        super().__init__(ui.Button(label=_KINDS[kind].name, custom_id=custom_id))
        self.kind, self.statement = kind, statement

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button as its message was sent with it."""
        return cls(match["kind"], int(match["statement"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the bot."""
        client: Client = interaction.client
        await client.about(interaction, self.kind, self.statement)


class Wrong(ui.DynamicItem[ui.Button[Any]], template=r"onrecord:wrong:(?P<statement>\d{1,12})"):
    """Opens the form in which somebody reports that a statement has the wrong speaker."""

    def __init__(self, statement: int) -> None:
        custom_id = f"onrecord:wrong:{statement}"
        super().__init__(ui.Button(label=WRONG_SPEAKER, custom_id=custom_id))
        self.statement = statement

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button as its message was sent with it."""
        return cls(int(match["statement"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the bot."""
        client: Client = interaction.client
        await client.report(interaction, self.statement)


_RULINGS = {
    "reassign": (Outcome.REASSIGNED, REASSIGN, discord.ButtonStyle.primary),
    "none": (Outcome.NOT_A_STATEMENT, NOT_A_STATEMENT, discord.ButtonStyle.danger),
    "reject": (Outcome.REJECTED, REJECT, discord.ButtonStyle.secondary),
}
_RULED = rf"onrecord:rule:(?P<ruling>{'|'.join(_RULINGS)}):(?P<report>\d{{1,12}})"


class Rule(ui.DynamicItem[ui.Button[Any]], template=_RULED):
    """Settles a report in one way, for an editor."""

    def __init__(self, ruling: str, report: int, *, disabled: bool = False) -> None:
        self.outcome, label, style = _RULINGS[ruling]
        custom_id = f"onrecord:rule:{ruling}:{report}"
        super().__init__(
            ui.Button(label=label, style=style, custom_id=custom_id, disabled=disabled)
        )
        self.report = report

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button as its message was sent with it."""
        return cls(match["ruling"], int(match["report"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the bot."""
        client: Client = interaction.client
        await client.tap(interaction, self.report, self.outcome)


def taps(report: int, *, named: bool) -> ui.ActionRow[Any]:
    """A button for each way to settle *report*; to reassign it takes that somebody is *named*."""
    ways = (Rule(way, report, disabled=way == "reassign" and not named) for way in _RULINGS)
    return ui.ActionRow(*ways)
