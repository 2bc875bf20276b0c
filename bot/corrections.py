"""Wrong speakers: what is asked of whoever reports one, shown to editors and told afterwards.

Whom a ruling changes anything for is told in docs/corrections.md. What a reporter wrote is never
put into quotation marks, and every platform escapes it like the text of an article.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.cards import Card
from bot.phrases import day, listed, short
from bot.verbatim import words
from bot.wording import card
from store.corrections import LONGEST_NAME
from store.errors import AlteredText, UnusableQuestion
from store.model import Outcome, Report, Ruling, Settlement
from store.store import Store
from store.words import folded

WRONG_SPEAKER = "Wrong speaker"
INSTEAD, INSTEAD_HINT = "Who said it instead?", "A name; leave it empty if you do not know."
WHY, WHY_HINT = "Why?", "How you know."
READERS = (
    "Editors here read this with your name; of an article that everyone has, so does whoever runs"
    " On Record."
)
REVIEWING = "Settling reports"
NOTHING_SAID = "Say who said it instead, or why the speaker is wrong."
NOTHING_OPEN = "No report of a wrong speaker waits to be settled."
NOT_SHOWN = "The statement is shown no more."
TOO_LONG = "The statement is too long to be shown here: ask for it to see it."
NO_NAME = "The report names nobody: say with “Another name, or why” who said it."
REASSIGN, NOT_A_STATEMENT, REJECT = "Reassign", "Not a statement", "Reject"
MOST = 5  # reports shown to an editor at once: the oldest
MOST_NAMES = 25  # offered while one is typed

_NAME, _WORDS, _ALL = 80, 120, 1000


@dataclass(frozen=True, slots=True)
class Item:
    """One report as an editor reads it; *card* is None where the statement is shown no more."""

    report: int
    lead: str
    told: tuple[str, ...]  # what the reporter wrote, and whom a ruling concerns
    card: Card | None
    instead: str  # whom one tap reassigns it to; "" for nobody
    by: str  # the reporter: a platform, a colon, and a person's id there


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody is still to be told of a report; *entry* is to be noted once they were."""

    entry: int
    person: str  # their id on the platform
    scope: str
    sentence: str


def thanks(number: int) -> str:
    """What a reporter is told at once."""
    return f"Thank you: this is report {number}, and editors will look at it. You will be told."


def names(store: Store, typed: str, scope: str) -> dict[str, str]:
    """Names to offer while one is *typed*, each with what it is offered as.

    The last is what was typed, said to be new, where nobody who is offered is called that.
    """
    name = " ".join(typed.split())
    found = store.speakers(name, scope=scope, limit=MOST_NAMES)
    offered = {one: one for one in found if len(one) <= LONGEST_NAME}
    words = folded(name)
    if words and len(name) <= LONGEST_NAME and words not in map(folded, offered):
        offered[name] = f"New name: {name}"
    return offered


def waiting(store: Store, scope: str, *, limit: int = MOST) -> tuple[Item, ...]:
    """The open reports that an editor of *scope* may settle, oldest first."""
    return tuple(item(read, scope) for read in store.corrections.opened(scope, limit=limit))


def in_question(store: Store, number: int | None) -> tuple[Item, ...]:
    """What the shell asks for: report *number*, open or settled, or all that are open."""
    if number is None:
        return waiting(store, "", limit=_ALL)
    return (item(store.corrections.numbered(number), ""),)


def item(report: Report, scope: str) -> Item:
    """*report* as an editor of *scope* reads it."""
    return Item(
        report=report.id,
        lead=f"Report {report.id}, {day(report.at.date())}.",
        told=tuple(_told(report, scope)),
        card=_card(report),
        instead=report.instead,
        by=report.by,
    )


def _told(report: Report, scope: str) -> list[str]:
    given = short(report.speaker, _NAME) if report.speaker else "nobody known"
    named = f"{report.instead} said it." if report.instead else "it was somebody else."
    found = [f"Given to {given}; the report says: {named}"]
    if report.why:
        found.append(f"Why: {report.why}")
    if report.everyones:
        found.append(
            "The article is everyone's: a ruling of yours holds here alone."
            if scope
            else "The article is everyone's: a ruling of yours holds for all."
        )
    return [*found, *(_entry(one, scope) for one in report.settled)]


def _entry(one: Settlement, scope: str) -> str:
    """One ruling: ids are for the shell alone, in a chat they say nothing to a reader."""
    because = f" Because: {one.ruling.because}" if one.ruling.because else ""
    if scope:
        whose = "here" if one.scope else "for everyone"
        return f"Ruled {whose} on {day(one.at.date())}: {ruled(one.ruling)}.{because}"
    where = one.scope or "the shell"
    given = f"{one.ruling.outcome} {one.ruling.name}".rstrip()
    return f"{day(one.at.date())}, {one.by} for {where}: {given}.{because}"


def _card(report: Report) -> Card | None:
    if report.match is None:
        return None
    try:
        words(report.match)
    except AlteredText:
        return None
    return card(report.match, {})


def ruling(store: Store, outcome: Outcome, number: int, scope: str) -> Ruling:
    """What one tap on report *number* rules: to reassign, it is to whom the reporter named."""
    if outcome is not Outcome.REASSIGNED:
        return Ruling(outcome)
    name = store.corrections.numbered(number, scope).instead
    if not name:
        raise UnusableQuestion(NO_NAME)
    return Ruling(outcome, name)


def settle(
    store: Store, number: int, given: Ruling, *, by: str, scope: str, again: bool = False
) -> str:
    """Settle report *number*, or undo what was ruled on it; what the editor is told of that."""
    if given.outcome is Outcome.UNDONE:
        because = given.because
        concerned = store.corrections.undo(number, because=because, by=by, scope=scope)
    else:
        concerned = store.corrections.settle(number, given, by=by, scope=scope, again=again)
    others = [str(one) for one in concerned if one != number]
    many = "s" if len(others) > 1 else ""
    also = f" So it is with report{many} {listed(others)}." if others else ""
    return f"Report {number}: {ruled(given)}.{also}"


def outcome(told: Settlement, report: Report) -> str:
    """What the reporter is told once *report* is settled."""
    because = f" Because: {told.ruling.because}" if told.ruling.because else ""
    about = short(report.words, _WORDS)
    is_open = told.ruling.outcome is Outcome.UNDONE
    state = f"Your report {told.report}" if is_open else f"Your report {told.report} is settled"
    return f"{state}: {ruled(told.ruling)}.{because} On: {about}"


def ruled(given: Ruling) -> str:
    """What *given* makes of a statement, in the middle of a sentence."""
    match given.outcome:
        case Outcome.REASSIGNED:
            return f"the speaker is now {short(given.name, _NAME)}"
        case Outcome.NOT_A_STATEMENT:
            return "it is no statement, and is shown no more"
        case Outcome.UNDONE:
            return "the ruling on it is undone, and it waits again"
    return "it is rejected, and the speaker is as before"


def answers(store: Store, platform: str) -> tuple[Answered, ...]:
    """What those who reported from *platform* are still to be told."""
    found = store.corrections.outcomes(platform).items()
    return tuple(
        Answered(entry, report.by.partition(":")[2], report.scope, outcome(told, report))
        for entry, (told, report) in found
    )
