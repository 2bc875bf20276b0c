"""What a person finds who opens the bot: what is new, and what waits for those who run it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from bot import corrections
from bot.cards import Card
from bot.corrections import Item
from bot.headings import NOTHING_LOADED
from bot.phrases import in_digits, short
from bot.wording import card
from store.errors import AlteredText
from store.feeds import Feed
from store.fetching import shown
from store.model import Holdings, Load, Match
from store.store import Store

NEW, NOTHING_NEW = "New on record", "No statement is on record yet."
TO_REVIEW = "Wrong speakers to settle"
LOADED, NOTHING_NEWLY_LOADED = "Loaded lately", "No article was loaded yet."
FOLLOWED = "Feeds that are followed"
FAILED, NOTHING_FAILED = "Could not be loaded", "Nothing: every load went well."
HOW_TO_ASK = (
    "Ask with /whosaid, /quotes or /check, mention me in a channel, or write to me in Messages."
)
MOST = 5  # of each
_LONGEST = 1000  # characters of what was said: what is longer is read where it is asked for
_TITLE, _REASON = 150, 300

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Note:
    """How one load went; *by* is a platform, a colon and a person's id there, or "" for unsaid."""

    told: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Home:
    """What one person finds; what is none of their business is None, and so are feeds if none."""

    heading: str
    new: tuple[Card, ...]
    reports: tuple[Item, ...] | None
    loaded: tuple[Note, ...] | None
    failed: tuple[Note, ...] | None
    feeds: tuple[Note, ...] | None = None


def home(store: Store, scope: str, *, settles: bool, runs: bool) -> Home:
    """What somebody of *scope* finds, who *settles* reports, and who *runs* the bot there."""
    return Home(
        heading=_heading(store.holdings(scope)),
        new=tuple(_new(store, scope)),
        reports=corrections.waiting(store, scope) if settles else None,
        loaded=_notes(store.lately.loaded(scope, limit=MOST), scope) if runs else None,
        failed=_notes(store.lately.failed(scope, limit=MOST), scope) if runs else None,
        feeds=tuple(_followed(store.feeds.of(scope))) or None if runs else None,
    )


def loads(store: Store, scope: str, limit: int) -> tuple[Note, ...]:
    """How the last loads went, well or not, newest first."""
    found = (*store.lately.loaded(scope, limit=limit), *store.lately.failed(scope, limit=limit))
    return _notes(sorted(found, key=lambda load: load.at, reverse=True)[:limit], scope)


def _heading(held: Holdings) -> str:
    if not held.articles:
        return NOTHING_LOADED
    statements, articles = (
        in_digits(held.statements, "statement"),
        in_digits(held.articles, "article"),
    )
    return f"On record here: {statements} in {articles}."


def _new(store: Store, scope: str) -> Iterator[Card]:
    found = [one for one in store.lately.statements(scope, limit=2 * MOST) if _fits(one)][:MOST]
    deniers = store.deniers(found)
    for match in found:
        try:
            yield card(match, deniers)
        except AlteredText as altered:
            log.error("%s", altered)


def _fits(match: Match) -> bool:
    return sum(map(len, match.words)) <= _LONGEST


def _followed(feeds: Iterable[Feed]) -> Iterator[Note]:
    """How feeds fare, those in trouble first; what has a moment last is told with it."""
    for feed in islice(sorted(feeds, key=lambda feed: feed.error is None), MOST):
        since = "last read" if feed.succeeded_at else "followed since"
        trouble = f"failed; {short(feed.error, _REASON)}; " if feed.error else ""
        told = f"{shown(feed.url)}: {trouble}{since}"
        yield Note(told, feed.succeeded_at or feed.at, feed.by)


def _notes(loads: Iterable[Load], scope: str) -> tuple[Note, ...]:
    return tuple(_note(load, scope) for load in loads)


def _note(load: Load, scope: str) -> Note:
    """*load* as *scope* is told of it; who loads in the shell is no business of a workspace."""
    if load.reason is not None:
        reason = short(load.reason, _REASON)
        return Note(f"{reason[:1].upper()}{reason[1:]}", load.at, load.by)
    title = short(load.name or "untitled article", _TITLE)
    version = "a new version, " if load.updated else ""
    told = f"{title}: {version}{in_digits(load.statements, 'statement')}"
    if load.scope != scope:
        return Note(f"{told}, for everyone", load.at, "")
    return Note(told, load.at, load.by)
