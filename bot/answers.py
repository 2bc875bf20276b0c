"""A question asked of the store, and the answer as cards that every platform shows alike."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bot import headings
from bot.cards import Answer, Card
from bot.questions import Question, clean, parse
from bot.verbatim import words
from bot.wording import card
from store.errors import AlteredText
from store.model import Match, Query
from store.store import Store

MOST = 50  # statements in an answer; nobody reads on

log = logging.getLogger(__name__)


def answer(store: Store, question: Question) -> Answer:
    """What *store* holds on *question*, or an honest no with the nearest thing labelled.

    Raises UnusableQuestion where there is nothing to search for.
    """
    query, asked = parse(question), clean(question.text)
    found = _search(store, query)
    altered = _altered(found)
    shown = tuple(_intact(found, altered))
    missing = headings.withheld(len(altered)) if altered else ""
    if shown:
        heading = f"{headings.found(query, shown, more=len(found) == MOST)} {missing}".strip()
        return Answer(asked, heading, _cards(store, shown))
    if found:
        return Answer(asked, missing)
    near = store.nearest(query)
    near = tuple(_intact(near, _altered(near)))
    heading = headings.nothing(query, store.holdings(query.scope), near)
    return Answer(asked, heading, _cards(store, near), nearest=bool(near))


def _search(store: Store, query: Query) -> tuple[Match, ...]:
    found = store.search(query, limit=MOST)
    if found or not query.outlet:
        return found
    if query.speaker:  # "what did Kirby say in Geneva"
        return store.search(replace(query, outlet="", topic=query.outlet), limit=MOST)
    # "according to Kirby" names the speaker where no outlet has that name
    return store.search(replace(query, outlet="", speaker=query.outlet), limit=MOST)


def _cards(store: Store, matches: Sequence[Match]) -> tuple[Card, ...]:
    deniers = store.deniers(one for match in matches for one in (match, *match.variants))
    return tuple(card(match, deniers) for match in matches)


def _intact(matches: Iterable[Match], altered: Collection[int]) -> Iterable[Match]:
    """*matches* and their variants, less those that were *altered*.

    Where a match itself is lost, a variant that meets the question too stands in for it.
    """
    for match in matches:
        whole = [one for one in (match, *match.variants) if one.id not in altered]
        head = next((one for one in whole if one is match or one.score), None)
        if head:
            yield replace(head, variants=tuple(one for one in whole if one is not head))


def _altered(matches: Iterable[Match]) -> set[int]:
    """Those of *matches* and their variants whose words must be withheld."""
    return {one.id for match in matches for one in (match, *match.variants) if not _checked(one)}


def _checked(match: Match) -> bool:
    try:
        words(match)
    except AlteredText as altered:
        log.error("%s", altered)
        return False
    return True
