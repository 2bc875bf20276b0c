"""Feeds that are followed: adding, listing, dropping and polling them."""

from __future__ import annotations

import threading

import click

from bot.cli.scope import Scope
from bot.cli.shell import open_store, say, tell, tell_shortcomings, user

_SCOPE = click.option(
    "--scope",
    type=Scope(),
    default="",
    help="For one workspace or server alone: slack:T012AB3CD, discord:123.",
)


@click.group()
def feed() -> None:
    """Follow feeds: RSS, Atom, JSON Feed or a sitemap.

    What is new in them is loaded by a bot that runs, every 15 minutes, or by “feed poll”.
    """


@feed.command()
@click.argument("url")
@_SCOPE
def add(url: str, scope: str) -> None:
    """Follow the feed at URL from now on."""
    from bot import feeds

    with open_store() as store:
        say(feeds.add(store, url, by=user(), scope=scope))


@feed.command(name="list")
def list_() -> None:
    """List what is followed, how the last poll went, and when the next is."""
    from bot import feeds

    with open_store() as store:
        found = store.feeds.every()
    for one in found:
        say(f"{feeds.line(one)} For {one.scope}." if one.scope else feeds.line(one))
    if not found:
        say(feeds.NONE)


@feed.command()
@click.argument("url")
@_SCOPE
def remove(url: str, scope: str) -> None:
    """Follow the feed at URL, or with that number, no longer; what came from it stays."""
    from bot import feeds

    with open_store() as store:
        say(feeds.remove(store, url, by=user(), scope=scope))


@feed.command()
def poll() -> None:
    """Read all feeds now, due or not, and load what is new.

    The exit status is 1 if any feed or article failed.
    """
    from bot import polling

    failed = False
    tell_shortcomings()
    with open_store() as store:
        for one in store.feeds.every():
            taken = store.feeds.take(one.id)
            polled = polling.poll(store, taken or one, threading.Event())
            failed |= bool(polled.error or polled.failed)
            for error in filter(None, (polled.error, *polled.failed)):
                tell(error)
            if not polled.error:
                say(polling.summary(polled))
    if failed:
        raise SystemExit(1)
