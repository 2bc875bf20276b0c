"""Articles in, and how the last loads went."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.scope import Scope
from bot.cli.shell import open_store, tamed, tell, tell_shortcomings, user
from store.errors import UnreadableArticle

if TYPE_CHECKING:
    from store.articles import Details
    from store.store import Store


def _day(_ctx: click.Context, _option: click.Parameter, typed: str | None) -> date | None:
    try:
        return date.fromisoformat(typed) if typed is not None else None
    except ValueError as error:
        raise click.BadParameter(f"'{typed}' is no day: write it as 2023-05-04.") from error


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATHS...", type=click.Path(readable=False)
)
@click.option("--title", help="The headline, if not the one in the file.")
@click.option("--outlet", help="Who published it.")
@click.option("--url", help="Where it can be read.")
@click.option("--date", "published", metavar="DAY", callback=_day, help="When, as 2023-05-04.")
def load(
    paths: tuple[str, ...],
    title: str | None,
    outlet: str | None,
    url: str | None,
    published: date | None,
) -> None:
    """Load articles from PATHS: text or HTML files, folders of them, or addresses of pages.

    What the options tell holds for every article. The exit status is 1 if any failed.
    """
    from bot.loading import files, is_address
    from store.articles import Details, link

    details = Details(title, outlet, link(url), published)
    closed: list[UnreadableArticle] = []
    addresses = [path for path in paths if is_address(path)]
    named = (Path(path) for path in paths if path not in addresses)
    found = list(files(named, closed=closed.append))
    for error in closed:
        tell(str(error))
    if not found and not closed and not addresses:
        raise UnreadableArticle("nothing to load: there is no file in those folders")
    tell_shortcomings()
    with open_store() as store:
        loaded = [_load(store, path, details) for path in found]
        loaded += [_load(store, address, details) for address in addresses]
    if closed or not all(loaded):
        raise SystemExit(1)


@click.command()
@click.argument("scope", type=Scope(), default="")
@click.option("--last", default=20, show_default=True, help="How many are listed.")
def loads(scope: str, last: int) -> None:
    """List how the last loads went: what came new, and what could not be loaded and why.

    SCOPE is a workspace or server, slack:T012AB3CD or discord:123456789; without one it is what
    was loaded in the shell.
    """
    from bot import home

    with open_store() as store:
        for note in home.loads(store, scope, last):
            by = f", by {note.by}" if note.by else ""
            click.echo(tamed(f"{note.at.astimezone():%Y-%m-%d %H:%M}  {note.told}{by}"))


def _load(store: Store, place: Path | str, details: Details) -> bool:
    """Load one file, or what is at an address, and say how it went; whether it went well."""
    from bot.loaded import summary
    from bot.loading import load_address, load_file

    try:
        if isinstance(place, Path):
            loaded = load_file(store, place, details, by=user())
        else:
            loaded = load_address(store, place, details, by=user())
    except UnreadableArticle as error:
        tell(str(error))
        return False
    click.echo(
        tamed(summary(loaded)), file=sys.stdout
    )  # named, or click would put UTF-8 on an ASCII terminal
    return True
