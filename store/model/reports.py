"""Reports of a wrong speaker, and what editors decide on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from store.model.found import Match


class Outcome(StrEnum):
    """How a report of a wrong speaker was settled."""

    REASSIGNED = "reassigned"
    NOT_A_STATEMENT = "not a statement"
    REJECTED = "rejected"  # it stays, or is again, as extraction read it
    UNDONE = "undone"  # what held before the last ruling holds again, and the report waits anew


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an editor decides on a report; a *name* only for a speaker that it is reassigned to."""

    outcome: Outcome
    name: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """One entry of the audit log: who settled report *report*, how and when."""

    report: int
    ruling: Ruling
    at: datetime
    by: str
    scope: str


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody's word that a statement has the wrong speaker; all of it is untrusted text.

    *match* is the statement as it is shown now, None where it is no longer. *settled* is the
    audit log of it, oldest first; one that is everyone's may have been settled by the *scope*
    that it comes from, and still be open for the shell.
    """

    id: int
    match: Match | None
    words: str  # of the statement as it was reported
    speaker: str | None  # whom it was given to then
    instead: str  # who is said to be right; may be empty
    why: str  # may be empty
    by: str
    at: datetime
    scope: str
    everyones: bool  # whether the article is
    settled: tuple[Settlement, ...] = ()
