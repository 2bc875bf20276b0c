"""Feeds that are followed: where they are, when they are due, and what of them was loaded."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlite_utils import Database as Connection

from store.characters import storable
from store.database import Database
from store.links import canonical

LEASE = timedelta(minutes=5)  # in which whoever took a feed goes on with it, or has lost it


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed that is followed, and how its last poll went.

    *error* is why it failed, None where it went well, or never was; *succeeded_at* is when it
    went well last.
    """

    id: int
    scope: str  # that its articles are loaded for
    url: str
    by: str
    at: datetime
    next_at: datetime
    etag: str | None
    last_modified: str | None
    failures: int  # in a row
    error: str | None
    succeeded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry of a feed as it was when it was loaded, or was tried for the last time."""

    version: str
    failures: int  # to load it as it is


class Feeds:
    """The feeds of one store.

    What was loaded of a feed is noted after it is stored: whoever is stopped between the two
    loads it again, which adds nothing.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, url: str, *, by: str, scope: str = "") -> bool:
        """Follow *url* from now on; whether that is new."""
        with self._database.writing() as db:
            if _find(db, url, scope) is not None:
                return False
            now = _written(datetime.now(UTC))
            db.execute(
                "INSERT INTO feed (scope, url, address, added_by, added_at, next_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (scope, url, canonical(url), storable(by), now, now),
            )
        return True

    def remove(self, url: str, *, by: str, scope: str = "") -> bool:
        """Follow *url* no longer; whether it was followed. What it brought stays."""
        with self._database.writing() as db:
            number = _find(db, url, scope)
            if number is None:
                return False
            db.execute(
                "UPDATE feed SET removed_by = ?, removed_at = ? WHERE id = ?",
                (storable(by), _written(datetime.now(UTC)), number),
            )
            db.execute("DELETE FROM feed_entry WHERE feed = ?", (number,))
        return True

    def of(self, scope: str) -> tuple[Feed, ...]:
        """What *scope* follows, in the order of addresses."""
        return tuple(feed for feed in self.every() if feed.scope == scope)

    def every(self) -> tuple[Feed, ...]:
        """What anybody follows."""
        with self._database.reading() as db:
            rows = db.execute(f"{_FEEDS} ORDER BY scope, url").fetchall()
        return tuple(_feed(row) for row in rows)

    def take(self, number: int | None = None) -> Feed | None:
        """The feed that waits longest of those that are due, or the one with *number*.

        Nobody else is given it within the LEASE.
        """
        now = datetime.now(UTC)
        wanted = {"number": number, "now": _written(now), "until": _written(now + LEASE)}
        with self._database.reading() as db:  # most often nothing is due
            if number is None and not db.execute(_DUE, wanted).fetchone():
                return None
        with self._database.writing() as db:
            row = db.execute(_ONE if number is not None else _DUE, wanted).fetchone()
            if row is None:
                return None
            db.execute("UPDATE feed SET next_at = :until WHERE id = :id", {**wanted, "id": row[0]})
        return _feed(row)

    def seen(self, feed: Feed) -> Mapping[str, Seen]:
        """The entries of *feed* that were loaded or tried, by their keys."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT key, version, failures FROM feed_entry WHERE feed = ?", (feed.id,)
            )
            return {key: Seen(version, failures) for key, version, failures in rows.fetchall()}

    def note(self, feed: Feed, key: str, seen: Seen) -> None:
        """Note that the entry *key* was loaded or tried, and keep *feed* for another LEASE."""
        with self._database.writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO feed_entry (feed, key, version, failures)"
                " SELECT id, ?, ?, ? FROM feed WHERE id = ? AND removed_at IS NULL",
                (storable(key), seen.version, seen.failures, feed.id),
            )
            lease = _written(datetime.now(UTC) + LEASE)
            db.execute("UPDATE feed SET next_at = ? WHERE id = ?", (lease, feed.id))

    def succeeded(
        self, feed: Feed, etag: str | None, last_modified: str | None, next_at: datetime
    ) -> None:
        """Note that a poll went well, and the validators to poll with next."""
        validators = tuple(told and storable(told) for told in (etag, last_modified))
        with self._database.writing() as db:
            db.execute(
                "UPDATE feed SET etag = ?, last_modified = ?, next_at = ?, failures = 0,"
                " error = NULL, succeeded_at = ? WHERE id = ?",
                (*validators, _written(next_at), _written(datetime.now(UTC)), feed.id),
            )

    def failed(self, feed: Feed, error: str, next_at: datetime) -> None:
        """Note that a poll failed, and why."""
        with self._database.writing() as db:
            db.execute(
                "UPDATE feed SET next_at = ?, failures = failures + 1, error = ? WHERE id = ?",
                (_written(next_at), storable(error), feed.id),
            )

    def forget_all_but(self, feed: Feed, keys: Collection[str]) -> None:
        """Forget the entries that *feed* has no more; what was loaded of them stays."""
        gone = [(feed.id, key) for key in self.seen(feed) if key not in keys]
        if gone:
            with self._database.writing() as db:
                db.conn.executemany("DELETE FROM feed_entry WHERE feed = ? AND key = ?", gone)


_FEEDS = """
    SELECT id, scope, url, added_by, added_at, next_at, etag, last_modified, failures, error,
           succeeded_at
    FROM feed WHERE removed_at IS NULL
"""
_DUE = f"{_FEEDS} AND next_at <= :now ORDER BY next_at LIMIT 1"
_ONE = f"{_FEEDS} AND id = :number"


def _find(db: Connection, url: str, scope: str) -> int | None:
    row = db.execute(
        "SELECT id FROM feed WHERE removed_at IS NULL AND scope = ? AND address = ?",
        (scope, canonical(url)),
    ).fetchone()
    return row[0] if row else None


def _feed(row: tuple[Any, ...]) -> Feed:
    number, scope, url, by, at, next_at, etag, last_modified, failures, error, succeeded = row
    return Feed(
        id=number,
        scope=scope,
        url=url,
        by=by,
        at=datetime.fromisoformat(at),
        next_at=datetime.fromisoformat(next_at),
        etag=etag,
        last_modified=last_modified,
        failures=failures,
        error=error,
        succeeded_at=datetime.fromisoformat(succeeded) if succeeded else None,
    )


def _written(moment: datetime) -> str:
    """*moment* as the table has it: such texts stand in the order of their moments."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
