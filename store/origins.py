"""What articles were read from, so that the same is not read again."""

from __future__ import annotations

from sqlite_utils import Database as Connection

from store.characters import storable


def keep(db: Connection, origin: str, scope: str, reason: str = "") -> bool:
    """Note what came of *origin*: it was loaded, or for a *reason* could not be.

    False where that is known already. What has no origin is not noted.
    """
    if not origin:
        return True
    cursor = db.execute(
        "INSERT INTO origin (scope, origin, reason) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET reason = excluded.reason WHERE reason <> excluded.reason",
        (scope, origin, storable(reason)),
    )
    return cursor.rowcount > 0


def is_loaded(db: Connection, origin: str, scope: str) -> bool:
    """Whether an article was loaded from *origin*."""
    found = db.execute(
        "SELECT 1 FROM origin WHERE scope = ? AND origin = ? AND reason = ''", (scope, origin)
    )
    return found.fetchone() is not None
