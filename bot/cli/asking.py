"""Questions, and drafts that are held against the record."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path

import click

from bot import config
from bot.cli.shell import show


@click.command()
@click.argument("question", nargs=-1, required=True)
@click.option("--page", default=1, show_default=True, help="Which page of a long answer.")
def ask(question: tuple[str, ...], page: int) -> None:
    """Answer QUESTION from the articles loaded.

    It may have days (since Monday), an outlet (on CNN), “first-hand only”, and words in quotation
    marks, which must stand just so.

    The exit status is 0 for an honest no too; 1 means that the question could not be asked.
    """
    from bot import pages
    from bot.platforms import terminal
    from bot.questions import Question
    from bot.replying import reply
    from store.store import Store

    with Store.to_read(config.store_file(os.environ)) as store:
        found = reply(store, Question(" ".join(question), today=_today()))
    cut = pages.page(found, page, cost=terminal.cost, budget=terminal.BUDGET)
    show(lambda width: terminal.render(cut, width))


@click.command()
@click.argument("file", type=click.Path(readable=False, allow_dash=True, path_type=Path))
def check(file: Path) -> None:
    """Hold every quotation in FILE against the record; - reads what is piped in.

    FILE is a sentence, a paragraph or a whole draft. The exit status is 0 whatever the verdicts;
    1 means that it could not be checked.
    """
    from bot import checks
    from bot.inputs import read_file
    from bot.platforms import terminal
    from store.articles import LARGEST, read
    from store.store import Store

    if str(file) == "-":
        piped = sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b""  # None where it is closed
        draft = read("standard input", piped)
    else:
        draft = read_file(file)
    with Store.to_read(config.store_file(os.environ)) as store:
        report = checks.check(store, draft.text)
    show(lambda width: terminal.render_check(report, width))


def _today() -> date:
    return datetime.now().astimezone().date()
