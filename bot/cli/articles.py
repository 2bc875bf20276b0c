"""Articles on record: withdrawn, or told what was not known of them."""

from __future__ import annotations

from datetime import date

import click

from bot.cli.loading import day
from bot.cli.scope import Scope
from bot.cli.shell import open_store, say, user

_SCOPE = click.option(
    "--scope", type=Scope(), default="", help="A workspace or server whose own article it is."
)


@click.command()
@click.argument("article")
@click.option("--because", default="", help="Why; the log keeps it.")
@click.option("--undo", is_flag=True, help="Put it back.")
@_SCOPE
def withdraw(article: str, because: str, undo: bool, scope: str) -> None:  # noqa: FBT001
    """Take ARTICLE out of every answer: its number, its address or its whole title.

    Messages that show any of it are put right, and it stays out when it is loaded again.
    """
    from bot import recorded

    with open_store() as store:
        if undo:
            say(recorded.restored(store, article, because=because, by=user(), scope=scope))
        else:
            say(recorded.withdrawn(store, article, because=because, by=user(), scope=scope))


@click.command()
@click.argument("article")
@click.option("--title", help="The headline.")
@click.option("--outlet", help="Who published it.")
@click.option("--byline", help="Who wrote it.")
@click.option("--url", help="Where it can be read.")
@click.option("--date", "published", metavar="DAY", callback=day, help="When, as 2023-05-04.")
@click.option("--because", default="", help="Why; the log keeps it.")
@click.option("--undo", is_flag=True, help="Undo the last change.")
@_SCOPE
def details(
    article: str,
    title: str | None,
    outlet: str | None,
    byline: str | None,
    url: str | None,
    published: date | None,
    because: str,
    undo: bool,  # noqa: FBT001
    scope: str,
) -> None:
    """Show or set what is known of ARTICLE: its number, its address or its whole title.

    An option that is empty makes it unknown: --outlet "".
    """
    from bot import recorded
    from store.articles import link

    on = published.isoformat() if published else None
    place = link(url) if url else url
    told = {"title": title, "outlet": outlet, "byline": byline, "url": place, "published": on}
    given = {name: value or None for name, value in told.items() if value is not None}
    if undo and given:
        raise click.UsageError("Undo the last change, or set something: not both.")
    with open_store() as store:
        if undo:
            say(recorded.taken_back(store, article, because=because, by=user(), scope=scope))
        elif given:
            say(recorded.told(store, article, given, because=because, by=user(), scope=scope))
        else:
            for line in recorded.known(store, article, scope=scope):
                say(line)
