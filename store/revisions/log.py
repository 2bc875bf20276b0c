"""The log of what was done to articles: who, when, what and why. Entries are never changed."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import datetime

from sqlite_utils import Database as Connection


@dataclass(frozen=True, slots=True)
class Entry:
    """That somebody *did* something to an article, perhaps to one *detail* of it, and why."""

    article: int
    at: datetime
    by: str
    did: str
    detail: str = ""
    before: str | None = None
    after: str | None = None
    because: str = ""


def note(db: Connection, entry: Entry) -> None:
    """Write *entry* down."""
    article, at, *rest = astuple(entry)
    db.execute(
        "INSERT INTO article_log (article, at, by, did, detail, before, after, because)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (article, at.isoformat(), *rest),
    )


def of(db: Connection, article: int) -> list[Entry]:
    """All that was done to *article*, oldest first."""
    rows = db.execute(
        "SELECT article, at, by, did, detail, before, after, because FROM article_log"
        " WHERE article = ? ORDER BY id",
        (article,),
    )
    return [Entry(number, datetime.fromisoformat(at), *rest) for number, at, *rest in rows]


def last(db: Connection, article: int, did: str) -> datetime | None:
    """When somebody last *did* this to *article*; None for never."""
    (at,) = db.execute(
        "SELECT max(at) FROM article_log WHERE article = ? AND did = ?", (article, did)
    ).fetchone()
    return datetime.fromisoformat(at) if at else None
