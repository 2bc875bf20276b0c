"""A text that was pasted, and what is on record of every quotation in it, in words.

All wording about a check is made here, once; a platform only lays it out.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.cards import Answer, Card
from bot.headings import nothing_loaded
from bot.phrases import in_digits, listed, short
from bot.verbatim import compared
from bot.wording import card, speaker
from store.checking import Edit, Piece, Standing, Verdict
from store.errors import AlteredText
from store.model import Holdings
from store.store import Store

NOTHING_QUOTED = "There is no quotation in this text to check."
ON_RECORD = "On record:"  # before what a quotation is from
CHECKED = "in the text that was checked"
_NAME = 80
_MARKS = {
    Edit.KEPT: "{}",
    Edit.LEFT_OUT: "[… {} …]",
    Edit.DROPPED: "[-{}-]",
    Edit.ADDED: "{{+{}+}}",
    Edit.REPLACED: "[… {} …]",
    Edit.PUT: "{}",
}
# those of editors in brackets are plain
_LEGEND = {Edit.DROPPED: "[-dropped-]", Edit.ADDED: "{+added+}"}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Checked:
    """One quotation with its verdict.

    *pieces* are how the record became the quotation, or the quotation alone where nothing is on
    record. The *cards* are what it is from; without words where those are the quotation's own.
    """

    verdict: Standing
    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What the bot replies to a text; *heading* says how many quotations stand."""

    heading: str
    checked: tuple[Checked, ...] = ()


def check(store: Store, text: str, scope: str = "") -> Report:
    """What *store* holds on every quotation in *text*, in order.

    Raises UnusableQuestion where it is too much to be checked at once.
    """
    holdings = store.holdings(scope)
    if not holdings.articles:
        return Report(nothing_loaded(scope))
    verdicts = store.check(text, scope=scope)
    if not verdicts:
        return Report(NOTHING_QUOTED)
    checked = tuple(_checked(store, text, verdict) for verdict in verdicts)
    return Report(_heading(verdicts, holdings), checked)


def answer(report: Report) -> Answer:
    """*report* as cards: each quotation with its verdict, and below it what it is from."""
    return Answer("", report.heading, tuple(map(_card, report.checked)), title="a quote check")


def _card(checked: Checked) -> Card:
    said = " ".join(map(marked, checked.pieces))
    record = tuple(replace(one, lead=ON_RECORD) for one in checked.cards)
    verdict = checked.verdict.capitalize()
    notes = (*_legend(checked.pieces), *checked.notes)
    return Card(None, verdict, None, (compared(said),), notes, CHECKED, None, record)


def _legend(pieces: Sequence[Piece]) -> Iterator[str]:
    """What the marks in a chat, which has no colours for them, stand for."""
    edits = {piece.edit for piece in pieces}
    told = [shown for edit, shown in _LEGEND.items() if edit in edits]
    if told:
        yield f"Differs from the record: {listed(told)}."


def marked(piece: Piece) -> str:
    """*piece* as it is told without colours: [-dropped-], {+added+}, [… left out …]."""
    return _MARKS[piece.edit].format(" ".join(piece.words.split()))


def _checked(store: Store, text: str, verdict: Verdict) -> Checked:
    try:
        cards = tuple(_cards(store, verdict))
    except AlteredText as altered:
        log.error("%s", altered)
        note = "What it may be from is withheld: its words no longer match the stored article."
        return Checked(Standing.NOT_FOUND, _pasted(text, verdict), (note,), ())
    return Checked(
        verdict=verdict.standing,
        pieces=verdict.pieces or _pasted(text, verdict),
        notes=tuple(_notes(verdict)),
        cards=cards,
    )


def _pasted(text: str, verdict: Verdict) -> tuple[Piece, ...]:
    return tuple(Piece(Edit.KEPT, span.of(text)) for span in verdict.quotation)


def _cards(store: Store, verdict: Verdict) -> Iterator[Card]:
    """What the quotation is from; why it was found is plain, and variants are for a question."""
    deniers = store.deniers(verdict.matches)
    for match in verdict.matches:
        shown = card(replace(match, reasons=(), variants=()), deniers)
        yield replace(shown, words=()) if verdict.standing is Standing.VERBATIM else shown


def _notes(verdict: Verdict) -> Iterator[str]:
    named, matches = verdict.speaker, verdict.matches
    if verdict.another and named:
        yield f"The text names {short(named, _NAME)}, the record {speaker(matches[0])}."
    elif named and matches and matches[0].statement.speaker is None:
        yield f"The record does not tell that {short(named, _NAME)} said it."
    if verdict.others:
        meant = listed(_described(one.name, one.role) for one in verdict.others)
        own = _described(speaker(matches[0]), matches[0].statement.role)
        yield f"The text may mean {meant}; on record these are the words of {own}."
    if verdict.out_of_context:
        yield "Out of context: there the words are told as somebody else's, or as not so."
    if verdict.standing is Standing.NOT_FOUND:
        yield "Nothing with these words is on record."
    elif verdict.standing is Standing.REPORTED:
        yield "The article reports these words and does not quote them: the marks are the text's."
    elif len(matches) > 1 and verdict.standing is Standing.ALTERED:
        yield f"Its words are from {len(matches)} statements."
    elif len(matches) > 1:
        yield f"It runs over {len(matches)} statements, one right after the other."


def _described(name: str, role: str | None) -> str:
    return short(f"{name} ({role})" if role else name, _NAME)


def _heading(verdicts: Sequence[Verdict], holdings: Holdings) -> str:
    counts = Counter(verdict.standing for verdict in verdicts)
    told = ", ".join(f"{counts[standing]} {standing}" for standing in Standing if counts[standing])
    quotations = in_digits(len(verdicts), "quotation")
    statements = in_digits(holdings.statements, "statement")
    return f"{quotations} checked against {statements}: {told}."
