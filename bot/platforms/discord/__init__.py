"""Discord: answers in Components V2, asked by command, mention or direct message."""

from bot.platforms.discord.layout import page, render
from bot.platforms.discord.running import run

__all__ = ["page", "render", "run"]
