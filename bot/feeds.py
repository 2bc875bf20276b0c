"""Which feeds are followed: the same words in the shell and in chat, for admins and editors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

from bot.entries import entries
from bot.phrases import in_digits, short
from store import fetching
from store.errors import UnusableQuestion
from store.feeds import Feed
from store.store import Store

USAGE = (
    "“add” and the address of a feed (RSS, Atom, JSON Feed or a sitemap) follows it, “remove” and"
    " the address or its number drops it."
)
NONE = "No feed is followed."
_MOST = 1000  # entries that are counted
_ROOM = 1000  # characters of one message
_ERROR = 150  # characters


def change(store: Store, typed: str, *, by: str, scope: str) -> str:
    """Do what was *typed* after the command, and say what came of it.

    Raises UnusableQuestion where it is nothing that can be done, UnreadableArticle where an
    address is no feed's.
    """
    act, _, address = " ".join(typed.split()).partition(" ")
    acts = {"add": add, "remove": remove}
    if act.casefold() in acts and address:
        return acts[act.casefold()](store, address, by=by, scope=scope)
    if act.casefold() in {"", "list"} and not address:
        return "\n".join((*_listed(store.feeds.of(scope)), USAGE))
    raise UnusableQuestion(f"Feeds: {USAGE}")


def add(store: Store, url: str, *, by: str, scope: str) -> str:
    """Follow the feed at *url*, which is read once to see that it is one."""
    found = fetching.shared().fetch(url)
    count = sum(1 for _ in islice(entries(found), _MOST))
    name = fetching.shown(url)
    if not store.feeds.add(url, by=by, scope=scope):
        return f"{name} is followed already."
    return f"Following {name} from now on: {in_digits(count, 'article')} there now."


def remove(store: Store, named: str, *, by: str, scope: str) -> str:
    """Follow the feed no longer that is *named* by its address or its number; what came stays."""
    number = named.removeprefix("#")
    by_number = {str(feed.id): feed.url for feed in store.feeds.of(scope)}
    url = by_number.get(number, named)
    if not store.feeds.remove(url, by=by, scope=scope):
        raise UnusableQuestion(f"{fetching.shown(named)} is not followed here. {USAGE}")
    return f"{fetching.shown(url)} is not followed any more; what came from it stays."


def _listed(feeds: tuple[Feed, ...]) -> Iterator[str]:
    """Lines for as many of *feeds* as every platform's message holds, those in trouble first."""
    if not feeds:
        yield NONE
    room = _ROOM
    for place, feed in enumerate(sorted(feeds, key=lambda feed: feed.error is None)):
        told = line(feed)
        room -= len(told)
        if room < 0:
            yield f"… and {len(feeds) - place:,} more."
            return
        yield told


def line(feed: Feed) -> str:
    """Where *feed* is, how its last poll went, and when it is polled next."""
    return f"#{feed.id} {fetching.shown(feed.url)}: {state(feed)}"


def state(feed: Feed) -> str:
    """How the last poll of *feed* went, and when it is polled next."""
    then = f"next at {_when(feed.next_at)}" if feed.next_at > datetime.now(UTC) else "due now"
    read = f"read at {_when(feed.succeeded_at)}" if feed.succeeded_at else "not read yet"
    if feed.error is None:
        return f"{read}, {then}."
    times = "once" if feed.failures == 1 else f"{feed.failures} times"
    return f"failed {times}, {then}; {read}. {short(feed.error, _ERROR)}"


def _when(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
