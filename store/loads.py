"""The load log: what came of each article that somebody loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database as Connection

from store.characters import storable

FAILED = "failed"  # an outcome; the others are what the article that came is


@dataclass(frozen=True, slots=True)
class Loading:
    """Where, when and by whom an article is loaded."""

    scope: str
    at: datetime
    by: str


def note(
    db: Connection,
    loading: Loading,
    name: str | None,
    outcome: str,
    article: int | None = None,
    reason: str | None = None,
) -> None:
    """Note that of *name* there is now *article*, or the *reason* why it could not be loaded."""
    db.execute(
        "INSERT INTO load_log (at, by, scope, name, outcome, article, reason)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            *(loading.at.isoformat(), storable(loading.by), loading.scope),
            *(name and storable(name), outcome, article, reason and storable(reason)),
        ),
    )
