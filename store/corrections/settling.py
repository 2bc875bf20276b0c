"""An editor's ruling on a report: written down, put into effect and logged, all or nothing.

So is that one is undone: then what held before it holds again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database as Connection

from store import lineage
from store.characters import storable
from store.corrections import audit, posted, reports, rulings
from store.errors import UnusableQuestion
from store.model import Outcome, Ruling
from store.words import folded


def settle(
    db: Connection, number: int, ruling: Ruling, *, by: str, scope: str, at: datetime, again: bool
) -> tuple[int, ...]:
    """Settle report *number*, and with it all open ones that the ruling answers; which those are.

    *again* rules anew on one that is settled; to reject it then takes back what was ruled.
    """
    ruling = _checked(ruling)
    read = reports.numbered(db, number, scope)
    is_open = reports.is_open(db, number, scope)
    if not is_open and not again:
        raise UnusableQuestion(f"Report {number} was settled already.")
    digest, place = reports.place_of(db, number)
    changes = ruling.outcome is not Outcome.REJECTED
    if changes and is_open and read.match is None:
        raise UnusableQuestion(f"{reports.GONE} Reject the report to close it.")
    settled = {number, *(reports.alike(db, number, scope) if changes else ())}
    before = rulings.held(db, scope, digest, place)
    if changes or (before and not is_open):
        _rule(db, scope, digest, place, ruling, at)
    else:
        before = None
    audit.note(db, sorted(settled), ruling, before, by=by, scope=scope, at=at)
    return tuple(sorted(settled))


def undo(
    db: Connection, number: int, because: str, *, by: str, scope: str, at: datetime
) -> tuple[int, ...]:
    """Take back what *scope* ruled last on report *number*; the reports that wait again."""
    undone = _checked(Ruling(Outcome.UNDONE, because=because))
    reports.numbered(db, number, scope)
    last = audit.last(db, number, scope)
    if last is None:
        raise UnusableQuestion(f"There is no ruling of yours on report {number} to undo.")
    digest, place = reports.place_of(db, number)
    changed = last.ruling.outcome is not Outcome.REJECTED
    if changed or last.before:
        if rulings.held(db, scope, digest, place) != (last.ruling if changed else None):
            raise UnusableQuestion("A later ruling on these words holds: undo that one first.")
        _rule(db, scope, digest, place, last.before or Ruling(Outcome.REJECTED), at)
    audit.note(db, last.reports, undone, None, by=by, scope=scope, at=at)
    return last.reports


def _rule(
    db: Connection, scope: str, digest: str, place: str, ruling: Ruling, at: datetime
) -> None:
    rulings.rule(db, scope, digest, place, ruling, at)
    for spot in lineage.throughout(db, (digest, place), scope):
        posted.changed(db, *spot, scope)


def _checked(ruling: Ruling) -> Ruling:
    """*ruling* fit to be stored; raises UnusableQuestion where it is none."""
    name, because = (storable(" ".join(t.split())) for t in (ruling.name, ruling.because))
    if len(because) > reports.LONGEST_WHY:
        raise UnusableQuestion(f"The reason may have {reports.LONGEST_WHY} characters at most.")
    if ruling.outcome is not Outcome.REASSIGNED:
        return replace(ruling, name="", because=because)
    if not folded(name) or len(name) > reports.LONGEST_NAME:
        most = reports.LONGEST_NAME
        raise UnusableQuestion(f"Say who said it: a name of at most {most} characters.")
    return replace(ruling, name=name, because=because)
