"""A load in the shell: what is told while it goes on, and in the end."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

import click

from bot import bulk, inputs
from bot.cli.progress import Shown
from bot.cli.shell import tamed, tell, user
from bot.tally import Tally, told
from store.errors import UnreadableArticle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.bulk import Outcome
    from bot.cli.report import Report
    from store.articles import Details
    from store.store import Store

TOLD = 20  # articles that are told of one by one
STOPPED = "stopped: what was loaded stays, and the same command goes on from there"
_INTERRUPTED = 130  # the exit status of what Ctrl-C ended


def load(
    store: Store,
    typed: Sequence[str],
    columns: Mapping[str, str],
    details: Details,
    report: Report,
    *,
    quiet: bool,
) -> None:
    """Load all that was *typed*; it ends in 1 where any failed. *quiet* tells only of those."""
    tally = Tally()
    loading = bulk.load(store, inputs.items(typed, columns), details, by=user())
    try:
        with closing(loading) as outcomes, Shown(typed, hidden=quiet) as shown:
            _follow(outcomes, tally, shown, report, quiet=quiet)
    except KeyboardInterrupt:
        _end(tally, report, quiet=quiet)
        tell(STOPPED)
        raise SystemExit(_INTERRUPTED) from None
    if not tally.count:
        raise UnreadableArticle("nothing to load: there is no file in those folders")
    _end(tally, report, quiet=quiet)
    if tally.failed:
        raise SystemExit(1)


def _follow(
    outcomes: Iterator[Outcome], tally: Tally, shown: Shown, report: Report, *, quiet: bool
) -> None:
    """Tell of the first one by one, and of the others how far it is."""
    for outcome in outcomes:
        tally.add(outcome)
        report.add(outcome)
        if tally.count > TOLD:
            shown.add(outcome, tally.count)
        elif outcome.error:
            tell(told(outcome))
        elif not quiet:
            _say(told(outcome))


def _end(tally: Tally, report: Report, *, quiet: bool) -> None:
    """Tell of all, where not each was told of."""
    if tally.count > TOLD and not quiet:
        for line in tally.summary().splitlines():
            _say(line)
    if tally.count > TOLD and tally.failed:
        tell(f"what failed, and why, stands in {report.path}")


def _say(line: str) -> None:
    click.echo(tamed(line), file=sys.stdout)  # named, or click would put UTF-8 on an ASCII terminal
