"""What a workspace or server sets for itself: every change is kept with who made it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from store.characters import storable
from store.database import Database


class Settings:
    """Texts by scope and name; the last one set counts, and an empty one is none."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, scope: str) -> Mapping[str, str]:
        """All that *scope* has set and not taken back, by name."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT name, value FROM setting WHERE id IN"
                " (SELECT max(id) FROM setting WHERE scope = ? GROUP BY name) AND value <> ''",
                (scope,),
            )
            return dict(rows.fetchall())

    def change(self, name: str, value: str, *, by: str, scope: str) -> None:
        """Set *name* to *value* for *scope*."""
        told = (storable(text) for text in (name, value, datetime.now(UTC).isoformat(), by))
        with self._database.writing() as db:
            db.execute(
                "INSERT INTO setting (scope, name, value, at, by) VALUES (?, ?, ?, ?, ?)",
                (scope, *told),
            )
