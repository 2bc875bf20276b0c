"""The log of what was ruled: who, when, what and why. Nothing of it is ever changed or deleted.

Beside each entry stands whether the person who reported was told of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database as Connection

from store.model import Outcome, Ruling, Settlement

IN_FORCE = f"""
    outcome <> '{Outcome.UNDONE}' AND NOT EXISTS (SELECT 1 FROM audit AS later
        WHERE later.report = audit.report AND later.scope = audit.scope AND later.id > audit.id)
"""  # noqa: S608 -- a constant of our own; a condition over `audit`


@dataclass(frozen=True, slots=True)
class Last:
    """The last ruling of a scope on a report: in the place of which other, and on which reports."""

    ruling: Ruling
    before: Ruling | None
    reports: tuple[int, ...]


def note(
    db: Connection,
    numbers: Iterable[int],
    ruling: Ruling,
    before: Ruling | None,
    *,
    by: str,
    scope: str,
    at: datetime,
) -> None:
    """Write down that *ruling* settled the reports *numbers*; nobody was told of it yet.

    *before* is what it took the place of, if anything.
    """
    told = (ruling.outcome, ruling.name, ruling.because)
    was = (before.outcome, before.name) if before else ("", "")
    db.conn.executemany(
        "INSERT INTO audit (report, scope, at, by, outcome, name, because, told, before,"
        " before_name) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)",
        [(number, scope, at.isoformat(), by, *told, *was) for number in numbers],
    )


def last(db: Connection, report: int, scope: str) -> Last | None:
    """What *scope* ruled last on *report*; None where that was nothing, or is undone."""
    row = db.execute(
        f"SELECT outcome, name, before, before_name, at FROM audit"  # noqa: S608 -- our own
        f" WHERE report = ? AND scope = ? AND {IN_FORCE}",
        (report, scope),
    ).fetchone()
    if row is None:
        return None
    outcome, name, before, before_name, at = row
    together = db.execute(_TOGETHER, {"report": report, "scope": scope, "at": at}).fetchall()
    return Last(
        Ruling(Outcome(outcome), name),
        Ruling(Outcome(before), before_name) if before else None,
        tuple(number for (number,) in together),
    )


_TOGETHER = """
    SELECT report FROM audit JOIN report AS other ON other.id = audit.report
    WHERE audit.scope = :scope AND audit.at = :at AND (digest, place) =
        (SELECT digest, place FROM report WHERE id = :report)
    ORDER BY report
"""


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
