"""The log of what was ruled: who, when, what and why. Nothing of it is ever changed or deleted.

Beside each entry stands whether the person who reported was told of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database as Connection

from store.model import Outcome, Ruling, Settlement


def note(
    db: Connection, numbers: Iterable[int], ruling: Ruling, *, by: str, scope: str, at: datetime
) -> None:
    """Write down that *ruling* settled the reports *numbers*; nobody was told of it yet."""
    told = (ruling.outcome, ruling.name, ruling.because)
    db.conn.executemany(
        "INSERT INTO audit (report, scope, at, by, outcome, name, because, told)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
        [(number, scope, at.isoformat(), by, *told) for number in numbers],
    )


def of(db: Connection, report: int) -> tuple[Settlement, ...]:
    """All that was ruled on *report*, oldest first."""
    rows = db.execute(f"{_ENTRIES} WHERE report = ? ORDER BY id", (report,))
    return tuple(_settlement(*row[1:]) for row in rows.fetchall())


def outcomes(db: Connection, platform: str) -> dict[int, Settlement]:
    """What nobody told yet to those who reported from *platform*, each by its number."""
    rows = db.execute(
        f"{_ENTRIES} WHERE told = 0 AND report IN"  # noqa: S608 -- our own
        " (SELECT id FROM report WHERE scope LIKE ? || ':%') ORDER BY id",
        (platform,),
    )
    return {row[0]: _settlement(*row[1:]) for row in rows.fetchall()}


def told(db: Connection, entries: Iterable[int]) -> None:
    """Note that the reporters know of these *entries*."""
    db.execute(
        "UPDATE audit SET told = 1 WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(entries)),),
    )


_ENTRIES = "SELECT id, report, scope, at, by, outcome, name, because FROM audit"


def _settlement(
    report: int, scope: str, at: str, by: str, outcome: str, name: str, because: str
) -> Settlement:
    ruling = Ruling(Outcome(outcome), name, because)
    return Settlement(report, ruling, datetime.fromisoformat(at), by, scope)
