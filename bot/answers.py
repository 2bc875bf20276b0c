"""A question asked of the store, and the answer as cards that every platform shows alike."""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

from bot import bearers, headings
from bot.cards import Answer, Card, Choice
from bot.questions import Question, clean, readings
from bot.verbatim import words
from bot.wording import card
from store.errors import AlteredText
from store.model import Match, Person, Query, Reason
from store.store import Store

MOST = 50  # statements in an answer; nobody reads on
MOST_LOOSE = 5  # words without a question around them in which a name is looked for
NEAREST = 3  # statements that come near where none answers

log = logging.getLogger(__name__)


def answer(store: Store, question: Question) -> Answer:
    """What *store* holds on *question*, or an honest no with the nearest thing labelled.

    Raises UnusableQuestion where there is nothing to search for.
    """
    question = replace(question, today=question.today or datetime.now(UTC).date())
    meant = list(readings(question))
    query, found = _search(store, meant)
    today = question.today if any(map(_dated, meant)) else None
    given = Answer(clean(question.text), "", today=today)
    altered = _altered(found)
    shown = tuple(_intact(found, altered))
    lead = [headings.withheld(len(altered))] if altered else []
    if shown:
        name, people = _namesakes(store, query, shown)
        which = [headings.which(name, people)] if people else []
        heading = headings.found(query, shown, more=len(found) == MOST)
        told = " ".join([*which, heading, *lead, *_undated(store, query), *_apart(query, shown)])
        choices = tuple(_choice(given.question, name, one) for one in people)
        return replace(given, heading=told, cards=_cards(store, shown), choices=choices)
    if found:
        return replace(given, heading=lead[0])
    return _nothing(store, query, given)


def best(store: Store, question: Question) -> Sequence[Match]:
    """What answers *question*, best first; none where nothing does."""
    question = replace(question, today=question.today or datetime.now(UTC).date())
    return _search(store, list(readings(question)))[1]


def _nothing(store: Store, query: Query, given: Answer) -> Answer:
    found, but = _nearest(store, query)
    near = tuple(_intact(found[:NEAREST], _altered(found[:NEAREST])))
    such = headings.such(len(found), more=len(found) == MOST) if len(found) > NEAREST else ""
    missing = headings.nothing(query, store.holdings(query.scope), near, but=but, such=such)
    heading = " ".join([missing, *_undated(store, query)])
    return replace(given, heading=heading, cards=_cards(store, near), nearest=bool(near))


def _search(store: Store, meant: Sequence[Query]) -> tuple[Query, tuple[Match, ...]]:
    """The likeliest of what is *meant* that is answered, else the likeliest of all."""
    for query in meant:
        if found := store.search(query, limit=MOST):
            return query, tuple(sorted(found, key=_said_on)) if query.in_order else found
    return meant[0], ()


def _nearest(store: Store, query: Query) -> tuple[Sequence[Match], str]:
    """What comes nearest where nothing answers *query*, and what it lacks if that is all."""
    looser = {
        "in other words": replace(query, exact=()),
        "not first-hand": replace(query, first_hand=False),
        "of another day or none": replace(query, since=None, until=None),
    }
    for but, other in looser.items():
        if other != query and (found := store.search(other, limit=MOST)):
            ordered = _dated(query) and not _dated(other)
            return sorted(found, key=partial(_days_off, query)) if ordered else found, but
    return store.nearest(query, limit=NEAREST), ""


def _days_off(query: Query, match: Match) -> float:
    """How far from the days that *query* asks for; without a day it is further than any."""
    said = _day(match)
    if said is None:
        return math.inf
    early = query.since - said if query.since else timedelta(0)
    late = said - query.until if query.until else timedelta(0)
    return max(early, late, timedelta(0)).days


def _said_on(match: Match) -> date:
    """The day of *match* in a timeline; what has none comes last."""
    return _day(match) or date.max


def _day(match: Match) -> date | None:
    return match.statement.said_on or match.article.published


def _dated(query: Query) -> bool:
    return bool(query.since or query.until)


def _undated(store: Store, query: Query) -> Sequence[str]:
    """A sentence on what would answer *query* but that nothing tells its day, where any would."""
    if not _dated(query):
        return ()
    found = store.search(replace(query, since=None, until=None), limit=MOST)
    count = sum(_day(one) is None for one in found)
    return (headings.undated(count, more=len(found) == MOST),) if count else ()


def _namesakes(
    store: Store, query: Query, shown: Sequence[Match]
) -> tuple[str, tuple[Person, ...]]:
    """The name in *query* that leaves open who of those *shown* is meant, and who they are."""
    speakers = {one.statement.speaker for one in shown if one.statement.speaker}
    names = {name for speaker in speakers for name in (speaker.name, *speaker.aliases)}
    among = names if len(shown) < MOST else ()  # else there may be more who said it
    for typed in _names(query, shown[0]) if len(speakers) > 1 else ():
        if people := store.namesakes(typed, scope=query.scope, among=among):
            return typed, people
    return "", ()


def _apart(query: Query, shown: Sequence[Match]) -> Sequence[str]:
    """A sentence on each name asked for of which more than one of those *shown* may be."""
    asked = query.speaker or Reason.SPEAKER in shown[0].reasons
    return [headings.apart(*one) for one in bearers.apart(shown)] if asked else ()


def _names(query: Query, first: Match) -> Iterator[str]:
    """What in *query* may be a name, where the *first* answer was found by one."""
    if query.speaker:
        yield query.speaker
    elif query.loose and Reason.SPEAKER in first.reasons:
        words = query.loose.split()
        yield from (query.loose, *words) if len(words) < MOST_LOOSE else ()


def _choice(asked: str, typed: str, person: Person) -> Choice:
    """What to ask for *person* alone, where a name *typed* may mean others too."""
    named = re.compile(re.escape(typed), re.IGNORECASE)
    question = named.sub(lambda _: person.name, asked, count=1)
    return Choice(person.name, question)


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
