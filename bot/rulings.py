"""What an editor rules in a form: by another name, with a reason, or that a ruling is undone."""

from __future__ import annotations

from dataclasses import dataclass

from bot.corrections import NOT_A_STATEMENT, REASSIGN, REJECT, ruled
from bot.phrases import day, short
from store.errors import UnusableQuestion
from store.model import Outcome, Report, Ruling
from store.store import Store

FORM = "Ruling"
OTHERWISE = "Another name, or why"  # opens it for a report that waits
CHANGE = "Change or undo"  # opens it for one that is settled
WHAT = "What holds?"
NAME, NAME_HINT = "Who said it?", "To reassign: a name, on record or new."
WHY, WHY_HINT = "Why?", "Whoever reported is told, and it is kept with the ruling."
UNDO = "Undo the last ruling"
NOBODY = "To reassign it, say who said it."
MOST = 3  # settled reports shown below those that wait

_OPEN = {
    Outcome.REASSIGNED: REASSIGN,
    Outcome.NOT_A_STATEMENT: NOT_A_STATEMENT,
    Outcome.REJECTED: REJECT,
}
_SETTLED = {
    Outcome.UNDONE: UNDO,
    Outcome.REASSIGNED: REASSIGN,
    Outcome.NOT_A_STATEMENT: NOT_A_STATEMENT,
}
_TOLD = 300


@dataclass(frozen=True, slots=True)
class Settled:
    """A report that was settled, and how; *by* is a platform, a colon and a person's id there."""

    report: int
    told: str
    by: str


def ways(*, again: bool) -> dict[Outcome, str]:
    """How a report may be ruled on, or one that is settled *again*; the first is the likeliest."""
    return _SETTLED if again else _OPEN


def named(store: Store, report: int, scope: str) -> str:
    """Whom the form names at first: who *report* says it was."""
    return store.corrections.numbered(report, scope).instead


def lacking(outcome: Outcome, name: str) -> str:
    """What a form that was filled in still lacks; "" for nothing."""
    return NOBODY if outcome is Outcome.REASSIGNED and not name.strip() else ""


def filled_in(outcome: Outcome, name: str, because: str) -> Ruling:
    """What a form says; raises UnusableQuestion where it lacks something."""
    if lack := lacking(outcome, name):
        raise UnusableQuestion(lack)
    return Ruling(outcome, name, because)


def lately(store: Store, scope: str) -> tuple[Settled, ...]:
    """What editors of *scope* settled last, the last one first."""
    return tuple(_settled(one, scope) for one in store.corrections.settled(scope, limit=MOST))


def _settled(report: Report, scope: str) -> Settled:
    last = [one for one in report.settled if one.scope == scope][-1]
    because = f" Because: {last.ruling.because}" if last.ruling.because else ""
    told = f"Report {report.id}, settled {day(last.at.date())}: {ruled(last.ruling)}.{because}"
    return Settled(report.id, short(told, _TOLD), last.by)
