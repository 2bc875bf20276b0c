"""Articles in, and how the last loads went."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from bot.cli.scope import Scope
from bot.cli.shell import open_store, say, tell_shortcomings


def day(_ctx: click.Context, _option: click.Parameter, typed: str | None) -> date | None:
    """The day that was *typed*."""
    try:
        return date.fromisoformat(typed) if typed is not None else None
    except ValueError as error:
        raise click.BadParameter(f"'{typed}' is no day: write it as 2023-05-04.") from error


def _columns(_ctx: click.Context, _option: click.Parameter, typed: str | None) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in (typed or "").split(",") if pair.strip()]
    for part, equals, column in pairs:
        if not (part.strip() and equals and column.strip()):
            raise click.BadParameter(
                f"'{typed}' names no columns: write them as text=body,url=link."
            )
    return {part.strip(): column.strip() for part, _, column in pairs}


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATHS...", type=click.Path(readable=False)
)
@click.option("--title", help="The headline, if not the one in the file.")
@click.option("--outlet", help="Who published it.")
@click.option("--url", help="Where it can be read.")
@click.option("--date", "published", metavar="DAY", callback=day, help="When, as 2023-05-04.")
@click.option(
    "--columns",
    metavar="NAMES",
    callback=_columns,
    help="Which columns of a dump hold what, as text=body,title=head.",
)
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write down what became of each article, in a line of JSON each.",
)
@click.option("-q", "--quiet", is_flag=True, help="Tell only what failed.")
def load(
    paths: tuple[str, ...],
    title: str | None,
    outlet: str | None,
    url: str | None,
    published: date | None,
    columns: Mapping[str, str],
    report: Path | None,
    quiet: bool,  # noqa: FBT001 -- as click hands it over
) -> None:
    """Load articles from PATHS: files, folders of them, patterns, archives, addresses of pages.

    "-" is what is piped in. What the options tell holds for every article. The same command goes
    on where an earlier one was stopped. The exit status is 1 if any failed.
    """
    from bot.cli import many
    from bot.cli.report import Report
    from store.articles import Details, link

    details = Details(title, outlet, link(url), published)
    tell_shortcomings()
    with open_store() as store, Report(report, store.path, many.TOLD) as written:
        many.load(store, paths, columns, details, written, quiet=quiet)


@click.command()
@click.argument("scope", type=Scope(), default="")
@click.option("--last", default=20, show_default=True, help="How many are listed.")
def loads(scope: str, last: int) -> None:
    """List how the last loads went: what is new or changed, and what failed and why.

    SCOPE is a workspace or server, slack:T012AB3CD or discord:123456789; without one it is what
    was loaded in the shell.
    """
    from bot import home

    with open_store() as store:
        for note in home.loads(store, scope, last):
            by = f", by {note.by}" if note.by else ""
            say(f"{note.at.astimezone():%Y-%m-%d %H:%M}  {note.told}{by}")
