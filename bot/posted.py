"""Answers that others read, too: remembered once they are posted, and put right when that is due.

What is told of a change is made here, once; a platform posts, and later edits. How it is kept so
that no change is lost is told in `store.corrections.posted`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from bot import revised
from bot.cards import Answer, Card
from bot.pages import Page
from bot.phrases import short
from bot.questions import Question
from bot.replying import reply
from bot.wording import NOT_NAMED, is_denial, speaker
from store.errors import UnusableQuestion
from store.model import Gone, Message, Shown, Stale
from store.revisions.matching import same_words
from store.store import Store

TOLD = 3  # changes told of one message
CANNOT_ASK = "What it showed cannot be shown any more."

_NAME, _WORDS = 80, 120


def remember(store: Store, message: Message, answer: Answer, page: Page) -> None:
    """Remember *message*, which shows *page* of *answer*; one without statements needs no care."""
    if told := _told(answer, page):
        store.posted.remember(message, told)


def shows(store: Store, stale: Stale, answer: Answer, page: Page) -> None:
    """Remember what the message will show once it is put right: *page* of *answer*.

    Asked anew, a question may find what was not there before.
    """
    store.posted.also(stale, _told(answer, page))


def _told(answer: Answer, page: Page) -> dict[int, str]:
    """The statements on *page*, with whom *answer* names; a page may have cut the name."""
    on_page = dict(_speakers(page.cards))
    return {number: name for number, name in _speakers(answer.cards) if number in on_page}


def _speakers(cards: Iterable[Card]) -> Iterator[tuple[int, str]]:
    """The statements on *cards*, with whom each names."""
    for card in cards:
        if card.statement is not None:
            yield card.statement, card.speaker
        yield from ((copy, card.speaker) for copy in card.copies)
        yield from _speakers(card.variants)


def due(store: Store, platform: str) -> Iterator[tuple[Stale, str]]:
    """The messages on *platform* that are to be put right, each with what is to be told there.

    Those that show what still holds are passed over, and noted so.
    """
    for stale in store.posted.due(platform):
        if told := correction(stale):
            yield stale, told
        else:
            done(store, stale)


def done(store: Store, stale: Stale) -> None:
    """Note that the message tells what holds, as *stale* has it."""
    store.posted.right(stale, [_now(one) for one in stale.shown])


def correction(stale: Stale) -> str:
    """What is told of all that the message shows and that holds no more; "" for nothing."""
    told = list(dict.fromkeys(chain.from_iterable(map(_changes, stale.shown))))
    more = [f"There are {len(told) - TOLD} corrections more."] if len(told) > TOLD else []
    return " ".join([*told[:TOLD], *more])


def _now(shown: Shown) -> str | None:
    return speaker(shown.match) if shown.match else None


def _changes(shown: Shown) -> Iterator[str]:
    """What changed of one statement: its words, and by whom they are, or that it is no more."""
    about = f"({short(' … '.join(shown.words), _WORDS).rstrip(' ,;.')})"
    article = f"the article in {_short(shown.outlet)}" if shown.outlet else "the article"
    match, was = shown.match, shown.speaker is not None
    if match is None and was and shown.gone in _WITHDRAWN:
        yield f"Withdrawn: {article} {_WITHDRAWN[shown.gone]} {about}."
        return
    if match and was and not same_words(shown.words, match.words):
        reads = revised.now_reads((shown.words, shown.text), revised.of(match))
        yield f"Correction: {article} was changed: {reads}."
    if match and was and shown.denied != is_denial(match):
        what = "is no denial any more" if shown.denied else "is a denial now"
        yield f"Correction: {article} was changed: this {what} {about}."
    if shown.speaker != _now(shown):
        yield f"Correction: {change(shown.speaker, _now(shown))} {about}."


_WITHDRAWN = {
    Gone.LEFT_OUT: "no longer has this",
    Gone.UNSURE: "was changed, and does not clearly say this any more",
    Gone.WITHDRAWN: "was withdrawn",
}


def change(before: str | None, now: str | None) -> str:
    """That it was *before* and is *now*, None for what is no statement."""
    if now is None:
        of = "" if before in (None, NOT_NAMED) else f" of {_short(before)}"
        return f"this is no statement{of}, and is shown no more"
    if before is None:
        of = "" if now == NOT_NAMED else f" of {_short(now)}"
        return f"this is a statement{of} after all"
    if before == NOT_NAMED:
        return f"{_short(now)} said this; before, no speaker was named here"
    if now == NOT_NAMED:
        return f"who said this is not known; {_short(before)} was named here before"
    return f"{_short(now)} said this, not {_short(before)}"


def _short(name: str | None) -> str:
    return short(name or "", _NAME)


def again(store: Store, stale: Stale, told: str) -> Answer:
    """What the message showed, asked anew, below what is *told* of it."""
    message = stale.message
    try:
        found = reply(store, Question(message.question, message.scope, message.today))
    except UnusableQuestion:
        return Answer(message.question, f"{told} {CANNOT_ASK}")
    return replace(found, heading=f"{told} {found.heading}")
