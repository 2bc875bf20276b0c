"""The form in which an editor on Discord rules by another name, says why, or undoes a ruling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot import rulings
from store.corrections import LONGEST_NAME, LONGEST_WHY
from store.model import Outcome, Ruling

if TYPE_CHECKING:
    from bot.platforms.discord.client import Client


class Otherwise(
    ui.DynamicItem[ui.Button[Any]],
    template=r"onrecord:ruling:(?P<state>new|again):(?P<report>\d{1,12})",
):
    """Opens the form for a report that waits, or for one that is settled, to rule *again*."""

    def __init__(self, report: int, *, again: bool) -> None:
        custom_id = f"onrecord:ruling:{'again' if again else 'new'}:{report}"
        label = rulings.CHANGE if again else rulings.OTHERWISE
        super().__init__(ui.Button(label=label, custom_id=custom_id))
        self.report, self.again = report, again

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button as its message was sent with it."""
        return cls(int(match["report"]), again=match["state"] == "again")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the bot."""
        client: Client = interaction.client
        await client.rule(interaction, self.report, again=self.again)


class RulingForm(ui.Modal, title=rulings.FORM):
    """Asks what holds, who said it, and why."""

    def __init__(self, report: int, name: str, *, again: bool) -> None:
        super().__init__(timeout=None)
        self._report, self._again = report, again
        ways = rulings.ways(again=again)
        self.outcome = ui.Select["RulingForm"](
            custom_id="outcome",
            options=[
                discord.SelectOption(label=label, value=way, default=not at)
                for at, (way, label) in enumerate(ways.items())
            ],
        )
        self.name = ui.TextInput["RulingForm"](
            custom_id="name", required=False, max_length=LONGEST_NAME, default=name or None
        )
        self.why = ui.TextInput["RulingForm"](
            custom_id="why",
            style=discord.TextStyle.paragraph,
            required=False,
            max_length=LONGEST_WHY,
        )
        self.add_item(ui.Label(text=rulings.WHAT, component=self.outcome))
        self.add_item(
            ui.Label(text=rulings.NAME, description=rulings.NAME_HINT, component=self.name)
        )
        self.add_item(ui.Label(text=rulings.WHY, description=rulings.WHY_HINT, component=self.why))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Let it hold."""
        client: Client = interaction.client
        await client.settle(interaction, self._report, self._ruling, again=self._again)

    def _ruling(self) -> Ruling:
        (outcome,) = self.outcome.values
        return rulings.filled_in(Outcome(outcome), self.name.value, self.why.value)
