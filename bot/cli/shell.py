"""The shell that a command runs in: its store, its user, and what is printed there."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from bot import config

if TYPE_CHECKING:  # what only one command needs is imported by that command: asking stays quick
    from rich.text import Text

    from store.store import Store

_WIDTH = 80  # columns, where the terminal does not tell


@contextmanager
def open_store() -> Iterator[Store]:
    """The store that the settings name, until the command is done with it."""
    from store.store import Store

    with Store(config.store_file(os.environ), outlet_names=config.outlets(os.environ)) as store:
        yield store


def user() -> str:
    """Who runs the command."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may run as a number that has no name
        return "shell"


def show(render: Callable[[int], Text]) -> None:
    """Print what *render* makes for the width of the terminal."""
    from rich.console import Console

    console = Console()
    if not console.width:  # COLUMNS=0 means that nobody knows
        console = Console(width=_WIDTH)
    console.print(render(console.width), soft_wrap=True)


def say(message: str) -> None:
    """Print *message* in one line."""
    # named, or click would put UTF-8 on an ASCII terminal
    click.echo(tamed(message), file=sys.stdout)


def tell(message: str) -> None:
    """Say *message* on stderr, in one line."""
    click.echo(tamed(f"onrecord: {message}"), err=True)


def tamed(message: str) -> str:
    """*message* on one line; a file may be named to steer the terminal or to add lines."""
    from bot.platforms.terminal import tame

    return tame(" ".join(message.splitlines()))


def tell_shortcomings() -> None:
    """Tell once, not with every file, what the reports in chat tell."""
    from bot.loading import shortcomings

    for sentence in shortcomings():
        tell(sentence)
