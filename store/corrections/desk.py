"""What the bot may ask about wrong speakers: report one, read the reports, settle them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from store.corrections import audit, reports, settling
from store.database import Database
from store.model import Report, Ruling, Settlement


class Corrections:
    """The reports and rulings of one store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def report(self, statement: int, *, instead: str, why: str, by: str, scope: str) -> int:
        """Keep the report that *statement* has the wrong speaker; the report's number.

        Raises UnusableQuestion where *scope* sees no such statement.
        """
        now = datetime.now(UTC)
        with self._database.writing() as db:
            return reports.report(
                db, statement, instead=instead, why=why, by=by, scope=scope, at=now
            )

    def opened(self, scope: str = "", *, limit: int = 25) -> tuple[Report, ...]:
        """The open reports that an editor of *scope* may settle, oldest first."""
        with self._database.reading() as db:
            return reports.opened(db, scope, limit)

    def numbered(self, report: int, scope: str = "") -> Report:
        """*report*, open or settled; raises UnusableQuestion where *scope* has none such."""
        with self._database.reading() as db:
            return reports.numbered(db, report, scope)

    def settle(
        self, report: int, ruling: Ruling, *, by: str, scope: str = "", again: bool = False
    ) -> tuple[int, ...]:
        """Let *ruling* hold at once and whenever the article is loaded; the reports it settles.

        Of a workspace or server it holds there alone, of the shell for everyone. One that is
        settled is ruled on *again* only where that is meant: to reject it then takes it back.
        """
        now = datetime.now(UTC)
        with self._database.writing() as db:
            return settling.settle(db, report, ruling, by=by, scope=scope, at=now, again=again)

    def undo(self, report: int, *, because: str = "", by: str, scope: str = "") -> tuple[int, ...]:
        """Take back the last ruling of *scope* on *report*; the reports that wait again.

        What was ruled before it holds again.
        """
        now = datetime.now(UTC)
        with self._database.writing() as db:
            return settling.undo(db, report, because, by=by, scope=scope, at=now)

    def settled(self, scope: str = "", *, limit: int = 3) -> tuple[Report, ...]:
        """The reports that *scope* settled last, the last one first."""
        with self._database.reading() as db:
            return reports.settled(db, scope, limit)

    def outcomes(self, platform: str) -> Mapping[int, tuple[Settlement, Report]]:
        """What those who reported from *platform* were not told yet, each by its number."""
        with self._database.reading() as db:
            found = audit.outcomes(db, platform)
            return {entry: (one, reports.made(db, one.report)) for entry, one in found.items()}

    def told(self, entries: Iterable[int]) -> None:
        """Note that the reporters know of these *entries* of `outcomes`."""
        with self._database.writing() as db:
            audit.told(db, entries)
