"""The `onrecord` command: load articles, ask questions, run the bot."""

from __future__ import annotations

from bot.cli.articles import details, withdraw
from bot.cli.asking import ask, check
from bot.cli.feeds import feed
from bot.cli.group import main
from bot.cli.loading import load, loads
from bot.cli.ruling import review, settings
from bot.cli.running import health, run

__all__ = ["main"]

for _command in (ask, check, load, feed, settings, review, details, withdraw, loads, health, run):
    main.add_command(_command)
