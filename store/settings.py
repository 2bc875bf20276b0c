"""What a workspace or server sets for itself: every change is kept with who made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from store.characters import storable
from store.database import Database


@dataclass(frozen=True, slots=True)
class Change:
    """That *by* set *name* to *value*, which is empty where it was taken back."""

    name: str
    value: str
    at: datetime
    by: str


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

    def changes(self, scope: str, *, limit: int = 5) -> tuple[Change, ...]:
        """What *scope* changed last, the last change first."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT name, value, at, by FROM setting WHERE scope = ? ORDER BY id DESC LIMIT ?",
                (scope, limit),
            ).fetchall()
        return tuple(
            Change(name, value, datetime.fromisoformat(at), by) for name, value, at, by in rows
        )

    def change(self, name: str, value: str, *, by: str, scope: str) -> None:
        """Set *name* to *value* for *scope*."""
        told = (storable(text) for text in (name, value, datetime.now(UTC).isoformat(), by))
        with self._database.writing() as db:
            db.execute(
                "INSERT INTO setting (scope, name, value, at, by) VALUES (?, ?, ?, ?, ?)",
                (scope, *told),
            )
