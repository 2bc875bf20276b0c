"""The `onrecord` command: load articles, ask questions, run the bot."""

from __future__ import annotations

import getpass
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from bot import config, output
from store.errors import OnRecordError, UnreadableArticle

if TYPE_CHECKING:  # what only one command needs is imported by that command: asking stays quick
    from rich.text import Text

    from store.articles import Details
    from store.store import Store

# libraries whose complaints about a page come as one line of ours
_READERS = ("trafilatura", "htmldate", "courlan", "charset_normalizer")

_WIDTH = 80  # columns, where the terminal does not tell

NO_TOKENS = """\
No chat platform has its tokens yet, so there is nothing to run.

Slack:    set SLACK_BOT_TOKEN (xoxb-…) and SLACK_APP_TOKEN (xapp-…); docs/slack.md shows
          where to get them.
Discord:  set DISCORD_TOKEN; docs/discord.md shows where to get it.

Set them in the environment or in {file}
Without any of them: onrecord ask "who said absolutely ridiculous\""""


class _Told(click.ClickException):
    """An error that a person is told in one line."""

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002
        """Say it on stderr."""
        _tell(self.format_message())


def _day(_ctx: click.Context, _option: click.Parameter, typed: str | None) -> date | None:
    try:
        return date.fromisoformat(typed) if typed is not None else None
    except ValueError as error:
        raise click.BadParameter(f"'{typed}' is no day: write it as 2023-05-04.") from error


class _Commands(click.Group):
    """Commands whose expected errors become one line and never a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command that was typed, and end the process."""
        with output.guarded(_tell):
            return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except OnRecordError as error:
            raise _Told(str(error)) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            from bot.errors import noted

            raise _Told(noted(error)) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord")
@click.option("-v", "--verbose", count=True, help="Say more about what happens; twice for all.")
def main(verbose: int) -> None:
    """Who said what: the exact quotation, its speaker and its source."""
    levels = (logging.WARNING, logging.INFO, logging.DEBUG)
    logging.basicConfig(
        level=levels[min(verbose, 2)], format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    if not verbose and sys.stderr and sys.stderr.isatty():
        logging.getLogger().handlers[0].setFormatter(output.Brief("%(levelname)s %(message)s"))
    for reader in _READERS:
        logging.getLogger(reader).setLevel(logging.NOTSET if verbose else logging.CRITICAL)


@main.command()
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
    _print(lambda width: terminal.render(cut, width))


@main.command()
@click.argument("file", type=click.Path(readable=False, allow_dash=True, path_type=Path))
def check(file: Path) -> None:
    """Hold every quotation in FILE against the record; - reads what is piped in.

    FILE is a sentence, a paragraph or a whole draft. The exit status is 0 whatever the verdicts;
    1 means that it could not be checked.
    """
    from bot import checks
    from bot.loading import read_file
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
    _print(lambda width: terminal.render_check(report, width))


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path))
@click.option("--title", help="The headline, if not the one in the file.")
@click.option("--outlet", help="Who published it.")
@click.option("--url", help="Where it can be read.")
@click.option("--date", "published", metavar="DAY", callback=_day, help="When, as 2023-05-04.")
def load(
    paths: tuple[Path, ...],
    title: str | None,
    outlet: str | None,
    url: str | None,
    published: date | None,
) -> None:
    """Load articles from PATHS: text or HTML files, or folders of them.

    What the options tell holds for every file. The exit status is 1 if any file failed.
    """
    from bot.loading import files
    from store.articles import Details, link

    details = Details(title, outlet, link(url), published)
    closed: list[UnreadableArticle] = []
    found = list(files(paths, closed=closed.append))
    for error in closed:
        _tell(str(error))
    if not found and not closed:
        raise UnreadableArticle("nothing to load: there is no file in those folders")
    _tell_shortcomings()
    with _store() as store:
        loaded = [_load(store, path, details) for path in found]
    if closed or not all(loaded):
        raise SystemExit(1)


@main.command()
@click.argument("scope")
@click.argument("words", nargs=-1)
@click.option("--channel", help="The id of the channel for which “public” or “private” is.")
def settings(scope: str, words: tuple[str, ...], channel: str | None) -> None:
    """Show or change what SCOPE sets for itself: slack:T012AB3CD or discord:123456789.

    WORDS are what its admins would type after /settings: public, private, “editors U045EF6GH” or
    “timezone Europe/Berlin”; none shows what is set.
    """
    from bot.settings import Place, change, parted

    place = Place(scope, channel, parted)
    with _store() as store:
        click.echo(_tamed(change(store, " ".join(words), place, by=_user())))


@main.command()
@click.argument("report", type=int, required=False)
@click.option("--reassign", metavar="NAME", help="NAME said it.")
@click.option(
    "--not-a-statement", "outcome", flag_value="not a statement", help="It is shown no more."
)
@click.option(
    "--reject", "outcome", flag_value="rejected", help="It stays, or is again, as it was read."
)
@click.option("--undo", "outcome", flag_value="undone", help="The last ruling on it is undone.")
@click.option("--because", default="", help="What the reporter and the log are told of it.")
def review(report: int | None, reassign: str | None, outcome: str | None, because: str) -> None:
    """List the open reports of wrong speakers, or show and settle REPORT.

    A ruling holds for everyone, and when the article is loaded again. One that is settled may be
    ruled on again; undone, what held before holds again, and the report waits anew.
    """
    from bot import corrections
    from bot.platforms import terminal
    from store.model import Outcome, Ruling

    named = reassign is not None
    if (named and outcome) or ((named or outcome) and report is None):
        raise click.UsageError("Settle one report at a time, in one way: review 3 --reject")
    with _store() as store:
        if report is not None and (named or outcome):
            ruling = Ruling(Outcome(outcome or "reassigned"), reassign or "", because)
            told = corrections.settle(store, report, ruling, by=_user(), scope="", again=True)
            click.echo(_tamed(told), file=sys.stdout)
            return
        items = corrections.in_question(store, report)
    _print(lambda width: terminal.render_reports(items, width))


@main.command()
@click.argument("scope", default="")
@click.option("--last", default=20, show_default=True, help="How many are listed.")
def loads(scope: str, last: int) -> None:
    """List how the last loads went: what came new, and what could not be loaded and why.

    SCOPE is a workspace or server, slack:T012AB3CD or discord:123456789; without one it is what
    was loaded in the shell.
    """
    from bot import home

    with _store() as store:
        for note in home.loads(store, scope, last):
            by = f", by {note.by}" if note.by else ""
            click.echo(_tamed(f"{note.at.astimezone():%Y-%m-%d %H:%M}  {note.told}{by}"))


@main.command()
def health() -> None:
    """Say whether the store answers; the exit status is 1 where it does not."""
    from bot.health import health_of

    click.echo(health_of(config.read(os.environ).store))


@main.command()
def run() -> None:
    """Answer in Slack and Discord until stopped.

    The log goes to the standard error output: lines of JSON, but lines to read on a terminal.
    """
    from bot import logs, running

    settings = config.read(os.environ)
    platforms = running.ready(settings)
    if not platforms:
        click.echo(NO_TOKENS.format(file=config.config_file(os.environ)), err=True)
        raise SystemExit(2)
    logs.configure(sys.stderr, min(logging.INFO, logging.getLogger().level))
    with _store() as store:
        click.echo(f"On Record is starting: {', '.join(platforms)}. Ctrl-C stops it.", err=True)
        _tell_shortcomings()
        if not running.serve(platforms, settings, store, tell=_tell):
            raise SystemExit(1)


def _today() -> date:
    return datetime.now().astimezone().date()


def _print(render: Callable[[int], Text]) -> None:
    """Print what *render* makes for the width of the terminal."""
    from rich.console import Console

    console = Console()
    if not console.width:  # COLUMNS=0 means that nobody knows
        console = Console(width=_WIDTH)
    console.print(render(console.width), soft_wrap=True)


def _load(store: Store, path: Path, details: Details) -> bool:
    """Load one file, and say how it went; whether it went well."""
    from bot.loading import load_file, summary

    try:
        loaded = _tamed(summary(load_file(store, path, details, by=_user())))
    except UnreadableArticle as error:
        _tell(str(error))
        return False
    click.echo(loaded, file=sys.stdout)  # named, or click would put UTF-8 on an ASCII terminal
    return True


def _tell_shortcomings() -> None:
    """Tell once, not with every file, what the reports in chat tell."""
    from bot.loading import shortcomings

    for sentence in shortcomings():
        _tell(sentence)


@contextmanager
def _store() -> Iterator[Store]:
    from store.store import Store

    with Store(config.store_file(os.environ)) as store:
        yield store


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may run as a number that has no name
        return "shell"


def _tell(message: str) -> None:
    click.echo(_tamed(f"onrecord: {message}"), err=True)


def _tamed(message: str) -> str:
    """*message* on one line; a file may be named to steer the terminal or to add lines."""
    from bot.platforms.terminal import tame

    return tame(" ".join(message.splitlines()))
