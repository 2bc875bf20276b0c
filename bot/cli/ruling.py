"""Reports of wrong speakers, and what a workspace sets for itself."""

from __future__ import annotations

import click

from bot.cli.scope import Scope
from bot.cli.shell import open_store, say, show, user


@click.command()
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
    with open_store() as store:
        if report is not None and (named or outcome):
            ruling = Ruling(Outcome(outcome or "reassigned"), reassign or "", because)
            told = corrections.settle(store, report, ruling, by=user(), scope="", again=True)
            say(told)
            return
        items = corrections.in_question(store, report)
    show(lambda width: terminal.render_reports(items, width))


@click.command()
@click.argument("scope", type=Scope())
@click.argument("words", nargs=-1)
@click.option("--channel", help="The id of the channel for which “public” or “private” is.")
def settings(scope: str, words: tuple[str, ...], channel: str | None) -> None:
    """Show or change what SCOPE sets for itself: slack:T012AB3CD or discord:123456789.

    WORDS are what its admins would type after /settings: public, private, “editors U045EF6GH” or
    “timezone Europe/Berlin”; none shows what is set.
    """
    from bot.settings import Place, change, parted

    place = Place(scope, channel, parted)
    with open_store() as store:
        say(change(store, " ".join(words), place, by=user()))
