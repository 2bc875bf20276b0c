"""The bot itself, and whether it can answer."""

from __future__ import annotations

import logging
import os
import sys

import click

from bot import config
from bot.cli.shell import open_store, tell, tell_shortcomings
from bot.config_file import config_file

NO_TOKENS = """\
No chat platform has its tokens yet, so there is nothing to run.

Slack:    set SLACK_BOT_TOKEN (xoxb-…) and SLACK_APP_TOKEN (xapp-…); docs/slack.md shows
          where to get them.
Discord:  set DISCORD_TOKEN; docs/discord.md shows where to get it.

Set them in the environment or in {file}
Without any of them: onrecord ask "who said absolutely ridiculous\""""


@click.command()
def run() -> None:
    """Answer in Slack and Discord until stopped.

    The log goes to the standard error output: lines of JSON, but lines to read on a terminal.
    """
    from bot import logs, running

    settings = config.read(os.environ)
    platforms = running.ready(settings)
    if not platforms:
        click.echo(NO_TOKENS.format(file=config_file(os.environ)), err=True)
        raise SystemExit(2)
    logs.configure(sys.stderr, min(logging.INFO, logging.getLogger().level))
    with open_store() as store:
        click.echo(f"On Record is starting: {', '.join(platforms)}. Ctrl-C stops it.", err=True)
        tell_shortcomings()
        if not running.serve(platforms, settings, store, tell=tell):
            raise SystemExit(1)


@click.command()
def health() -> None:
    """Say whether the store answers; the exit status is 1 where it does not."""
    from bot.health import health_of

    click.echo(health_of(config.read(os.environ).store))
