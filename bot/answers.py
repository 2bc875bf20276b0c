"""A question asked of the store, and the answer as cards that every platform shows alike."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot import headings
from bot.cards import Answer, Card
from bot.questions import Question, clean, parse
from bot.verbatim import words
from bot.wording import card
from store.errors import AlteredText
from store.model import Match, Query
from store.store import Store

log = logging.getLogger(__name__)


def answer(store: Store, question: Question) -> Answer:
    """What *store* holds on *question*, or an honest no with the nearest thing labelled.

    Raises UnusableQuestion where there is nothing to search for.
    """
    query, asked = parse(question), clean(question.text)
    found = _search(store, query)
    shown = tuple(_intact(found))
    missing = _withheld(found, shown)
    if shown:
        heading = headings.found(query, shown) + missing
        return Answer(asked, heading, _cards(store, shown))
    if found:
        return Answer(asked, missing.strip())
    near = tuple(_intact(store.nearest(query)))
    heading = headings.nothing(query, store.holdings(query.scope), near)
    return Answer(asked, heading, _cards(store, near), nearest=bool(near))


def _search(store: Store, query: Query) -> tuple[Match, ...]:
    found = store.search(query, limit=headings.MOST)
    if found or not query.outlet or query.speaker:
        return found
    # "according to Kirby" names the speaker where no outlet has that name
    speaker = replace(query, outlet="", speaker=query.outlet)
    return store.search(speaker, limit=headings.MOST)


def _cards(store: Store, matches: Sequence[Match]) -> tuple[Card, ...]:
    deniers = store.deniers(one for match in matches for one in (match, *match.variants))
    return tuple(card(match, deniers) for match in matches)


def _intact(matches: Iterable[Match]) -> Iterable[Match]:
    """*matches* and their variants, less those whose article was altered."""
    for match in matches:
        whole = [one for one in (match, *match.variants) if _checked(one)]
        if whole:
            yield replace(whole[0], variants=tuple(whole[1:]))


def _checked(match: Match) -> bool:
    try:
        words(match)
    except AlteredText as altered:
        log.error("%s", altered)
        return False
    return True


def _withheld(found: Iterable[Match], shown: Iterable[Match]) -> str:
    missing = _count(found) - _count(shown)
    return f" {headings.withheld(missing)}" if missing else ""


def _count(matches: Iterable[Match]) -> int:
    return sum(1 + len(match.variants) for match in matches)
