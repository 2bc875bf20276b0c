"""What a question was taken for, in words: a misreading is to be seen at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.phrases import day, short
from store.model import Polarity, Query

_TYPED = 80  # characters of what was typed that are said again


def understood(query: Query) -> str:
    """What *query* asks for: "Said by Kirby about the drone since 1 May 2023".

    "" where what was found tells it by itself: words, or all that one speaker said or denied.
    """
    if not (narrowed(query) or query.in_order or query.topic or (query.speaker and query.words)):
        return ""
    if query.loose:
        lead = f"Searched for {_short(query.loose)}"
    else:
        lead = "Denials" if query.polarity is Polarity.DENIES else "Said"
    order = ", earliest first" if query.in_order else ""
    return lead + "".join(_asked(query)) + narrowed(query) + order


def narrowed(query: Query) -> str:
    """Where, when and at what hand *query* asks for words, in words of ours."""
    outlet = f" via or in {_short(query.outlet)}" if query.outlet else ""
    return f"{outlet}{_days(query)}{' at first hand' if query.first_hand else ''}"


def _asked(query: Query) -> Iterator[str]:
    if query.speaker:
        yield f" by {_short(query.speaker)}"
    if query.topic:
        yield f" about {_short(query.topic)}"
    if query.words:
        yield f" with the words {_short(query.words)}"


def _days(query: Query) -> str:
    since, until = query.since, query.until
    if since and until:
        return f" {_within(since, until)}"
    if since:
        return f" since {day(since)}"
    return f" until {day(until)}" if until else ""


def _within(since: date, until: date) -> str:
    if since == until:
        return f"on {day(since)}"
    after = until + timedelta(1)
    if (since.day, after.day) == (1, 1):  # whole months
        if since.month == after.month == 1 and after.year - since.year == 1:
            return f"in {since.year}"
        if since.month == until.month and since.year == until.year:
            return f"in {since:%B %Y}"
    first = day(since)
    if since.year == until.year:
        first = f"{since.day}" if since.month == until.month else f"{since.day} {since:%B}"
    return f"from {first} to {day(until)}"


def _short(typed: str) -> str:
    return short(typed, _TYPED)
