"""A load in the shell: what is told while it goes on, and in the end."""

from __future__ import annotations

from contextlib import closing
from itertools import chain, islice
from typing import TYPE_CHECKING

from bot import bulk, inputs
from bot.cli.progress import Shown
from bot.cli.shell import say, tell, user
from bot.tally import Tally, told
from store.errors import Misconfigured, OnRecordError, UnreadableArticle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.bulk import Result
    from bot.cli.report import Report
    from store.articles import Details
    from store.store import Store

TOLD = 20  # articles that are told of one by one
STOPPED = "stopped: what was loaded stays, and the same command goes on from there"
_ONE_EACH = "several articles cannot have one {0}: load them one by one, or leave out --{0}"
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
    loading = bulk.load(store, _items(typed, columns, details), details, by=user())
    try:
        with closing(loading) as results, Shown(typed, hidden=quiet) as shown:
            _follow(results, tally, shown, report, quiet=quiet)
    except KeyboardInterrupt:
        _end(tally, report, quiet=quiet)
        tell(STOPPED)
        raise SystemExit(_INTERRUPTED) from None
    except OnRecordError:  # a full disk, say: it is told after what was loaded until then
        _end(tally, report, quiet=quiet)
        raise
    if not tally.count:
        raise UnreadableArticle("nothing to load: there is no file in those folders")
    _end(tally, report, quiet=quiet)
    if tally.failed:
        raise SystemExit(1)


def _items(
    typed: Sequence[str], columns: Mapping[str, str], details: Details
) -> Iterator[inputs.Item]:
    """What was *typed*, which is one article where an address or title is told of it.

    At one address each would be a version of the one before, and the last alone be found.
    """
    items = inputs.items(typed, columns)
    first = tuple(islice(items, 2))
    told = next((name for name in ("url", "title") if getattr(details, name)), None)
    if told and len(first) > 1:
        raise Misconfigured(_ONE_EACH.format(told))
    return chain(first, items)


def _follow(
    results: Iterator[Result], tally: Tally, shown: Shown, report: Report, *, quiet: bool
) -> None:
    """Tell of the first one by one, and of the others how far it is."""
    for result in results:
        tally.add(result)
        report.add(result)
        if tally.count > TOLD:
            shown.add(result, tally.count)
        elif result.error:
            tell(told(result))
        elif not quiet:
            say(told(result))


def _end(tally: Tally, report: Report, *, quiet: bool) -> None:
    """Tell of all, where not each was told of."""
    if tally.count > TOLD and not quiet:
        for line in tally.summary().splitlines():
            say(line)
    if tally.count > TOLD and tally.failed:
        tell(f"what failed, and why, stands in {report.path}")
