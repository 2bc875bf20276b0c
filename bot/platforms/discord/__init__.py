"""Discord: answers in Components V2, asked by command, mention or direct message."""

from bot.platforms.discord.client import run
from bot.platforms.discord.layout import page, render

__all__ = ["page", "render", "run"]
