"""Days in questions, asked on Wednesday, 17 May 2023."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from store.model import Polarity, Query

Meant = Callable[[str], Query]


def since(month: int, day: int, year: int = 2023, **asked: str) -> Query:
    return Query(since=date(year, month, day), **asked)  # type: ignore[arg-type]


def until(month: int, day: int, year: int = 2023, **asked: str) -> Query:
    return Query(until=date(year, month, day), **asked)  # type: ignore[arg-type]


def on(month: int, day: int, year: int = 2023, **asked: str) -> Query:
    return within(date(year, month, day), date(year, month, day), **asked)


def within(first: date, last: date, **asked: str) -> Query:
    return Query(since=first, until=last, **asked)  # type: ignore[arg-type]


def days(first: tuple[int, int], last: tuple[int, int], year: int = 2023, **asked: str) -> Query:
    return within(date(year, *first), date(year, *last), **asked)


KIRBY = {"speaker": "Kirby"}
DRONE = {"speaker": "Kirby", "topic": "the drone"}

ASKED = {
    # one day
    "what did Kirby say yesterday": on(5, 16, **KIRBY),
    "what did Kirby say today": on(5, 17, **KIRBY),
    "what did Kirby say this morning": on(5, 17, **KIRBY),
    "what did Kirby say last night": on(5, 16, **KIRBY),
    "what did Kirby say the day before yesterday": on(5, 15, **KIRBY),
    "what did Kirby say on Thursday": on(5, 11, **KIRBY),
    "what did Kirby say on thurs": on(5, 11, **KIRBY),
    "what did Kirby say Thursday": on(5, 11, **KIRBY),
    "what did Kirby say on Wednesday": on(5, 17, **KIRBY),
    "what did Kirby say last Wednesday": on(5, 10, **KIRBY),
    "what did Kirby say last Monday": on(5, 15, **KIRBY),
    "what did Kirby say on 3 May": on(5, 3, **KIRBY),
    "what did Kirby say on May 3": on(5, 3, **KIRBY),
    "what did Kirby say on May 3rd, 2022": on(5, 3, 2022, **KIRBY),
    "what did Kirby say on the 3rd of May": on(5, 3, **KIRBY),
    "what did Kirby say on 2023-05-03": on(5, 3, **KIRBY),
    "what did Kirby say on 3 December": on(12, 3, 2022, **KIRBY),
    "what did Kirby say on 25.4.2023": on(4, 25, **KIRBY),
    "what did Kirby say 3 days ago": on(5, 14, **KIRBY),
    "what did Kirby say two days ago about the drone": on(5, 15, **DRONE),
    "what did Kirby say a day ago": on(5, 16, **KIRBY),
    # a stretch
    "what did Kirby say last week": days((5, 8), (5, 14), **KIRBY),
    "what did Kirby say this week": days((5, 15), (5, 21), **KIRBY),
    "what did Kirby say earlier this week": days((5, 15), (5, 21), **KIRBY),
    "what did Kirby say last month": days((4, 1), (4, 30), **KIRBY),
    "what did Kirby say this month": days((5, 1), (5, 31), **KIRBY),
    "what did Kirby say last year": days((1, 1), (12, 31), 2022, **KIRBY),
    "what did Kirby say this year": days((1, 1), (12, 31), **KIRBY),
    "what did Kirby say in May": days((5, 1), (5, 31), **KIRBY),
    "what did Kirby say in early May": days((5, 1), (5, 31), **KIRBY),
    "what did Kirby say in June": days((6, 1), (6, 30), 2022, **KIRBY),
    "what did Kirby say in Feb. 2020": days((2, 1), (2, 29), 2020, **KIRBY),
    "what did Kirby say in 2022": days((1, 1), (12, 31), 2022, **KIRBY),
    "what did Kirby say during April": days((4, 1), (4, 30), **KIRBY),
    "what did Kirby say last April": days((4, 1), (4, 30), **KIRBY),
    "what did Kirby say two weeks ago": days((5, 1), (5, 7), **KIRBY),
    "what did Kirby say a month ago": days((4, 1), (4, 30), **KIRBY),
    "what did Kirby say over the weekend": days((5, 13), (5, 14), **KIRBY),
    "what did Kirby say last weekend": days((5, 13), (5, 14), **KIRBY),
    "what did Kirby say in the last 7 days": since(5, 10, **KIRBY),
    "what did Kirby say in the past week": since(5, 10, **KIRBY),
    "what has Kirby said over the past two weeks": since(5, 3, **KIRBY),
    "what has Kirby said in the last 24 hours": since(5, 16, **KIRBY),
    "what has Kirby said in the past three months": since(2, 17, **KIRBY),
    "what has Kirby said the last few days": since(5, 14, **KIRBY),
    # from a day on, up to a day
    "what has Kirby said since Monday": since(5, 15, **KIRBY),
    "what has Kirby said since 1 May": since(5, 1, **KIRBY),
    "what has Kirby said since May": since(5, 1, **KIRBY),
    "what has Kirby said since last week": since(5, 8, **KIRBY),
    "what has Kirby said since 2021": since(1, 1, 2021, **KIRBY),
    "what has Kirby said since yesterday": since(5, 16, **KIRBY),
    "what has Kirby said from 1 May on": since(5, 1, **KIRBY),
    "what did Kirby say after 3 May": since(5, 4, **KIRBY),
    "what did Kirby say after last week": since(5, 15, **KIRBY),
    "what did Kirby say before May": until(4, 30, **KIRBY),
    "what did Kirby say before 3 May 2023": until(5, 2, **KIRBY),
    "what did Kirby say before yesterday": until(5, 15, **KIRBY),
    "what did Kirby say until 3 May": until(5, 3, **KIRBY),
    "what did Kirby say up to April": until(4, 30, **KIRBY),
    "what did Kirby say by 3 May": until(5, 3, **KIRBY),
    # between two
    "what did Kirby say between 1 and 3 May": days((5, 1), (5, 3), **KIRBY),
    "what did Kirby say between 1 May and 3 May": days((5, 1), (5, 3), **KIRBY),
    "what did Kirby say between May 1 and May 3": days((5, 1), (5, 3), **KIRBY),
    "what did Kirby say between May 1 and 3": days((5, 1), (5, 3), **KIRBY),
    "what did Kirby say from 1 to 3 May": days((5, 1), (5, 3), **KIRBY),
    "what did Kirby say from Monday to Tuesday": days((5, 15), (5, 16), **KIRBY),
    "what did Kirby say from March until April": days((3, 1), (4, 30), **KIRBY),
    "what did Kirby say between 2021 and 2022": within(
        date(2021, 1, 1), date(2022, 12, 31), **KIRBY
    ),
    "what did Kirby say between March and May 2022": days((3, 1), (5, 31), 2022, **KIRBY),
    "what did Kirby say between 28 April and 3 May": days((4, 28), (5, 3), **KIRBY),
    "what did Kirby say between December and February": within(
        date(2022, 12, 1), date(2023, 2, 28), **KIRBY
    ),
    # where the day stands
    "what did Kirby say about the drone since 1 May": since(5, 1, **DRONE),
    "what did Kirby say since 1 May about the drone": since(5, 1, **DRONE),
    "what did Kirby say on Monday about the drone": on(5, 15, **DRONE),
    "since Monday what has Kirby said about the drone": since(5, 15, **DRONE),
    "yesterday, what did Kirby say about the drone?": on(5, 16, **DRONE),
    "what did Kirby tell CNN yesterday about the drone": on(5, 16, outlet="CNN", **DRONE),
    "who said in May that it is a ludicrous claim": days(
        (5, 1), (5, 31), words="it is a ludicrous claim"
    ),
    "who said absolutely ridiculous yesterday": on(5, 16, words="absolutely ridiculous"),
    "did Kirby say last week that it's ludicrous": days(
        (5, 8), (5, 14), speaker="Kirby", words="it's ludicrous"
    ),
    "did Biden call Putin a butcher in 2022": days(
        (1, 1), (12, 31), 2022, speaker="Biden", topic="Putin", words="butcher"
    ),
    "quotes by Kirby since Monday": since(5, 15, **KIRBY),
    "Kirby quotes from last week": days((5, 8), (5, 14), **KIRBY),
    "this week's quotes by Kirby": days((5, 15), (5, 21), **KIRBY),
    "quotes from April 2022 by Kirby": days((4, 1), (4, 30), 2022, **KIRBY),
    "yesterday's quotes about drones": on(5, 16, topic="drones"),
    "Kirby drone since Monday": since(5, 15, loose="Kirby drone"),
    # nothing but days
    "what was said yesterday": on(5, 16),
    "quotes since Monday": since(5, 15),
    "any quotes from last week?": days((5, 8), (5, 14)),
    "who denied it yesterday": Query(
        polarity=Polarity.DENIES, since=date(2023, 5, 16), until=date(2023, 5, 16)
    ),
    "anything today?": on(5, 17),
    # what is no day
    "what did May say": Query(speaker="May"),
    "what did May say in May": days((5, 1), (5, 31), speaker="May"),
    "quotes by Theresa May": Query(speaker="Theresa May"),
    "quotes from May": Query(speaker="May"),
    "who said march on": Query(words="march on"),
    "what did Kirby say about the march": Query(speaker="Kirby", topic="the march"),
    "what did Kirby say since the war began": Query(speaker="Kirby", topic="since the war began"),
    "who said “see you on Thursday”": Query(
        words="see you on Thursday", exact=("see you on Thursday",)
    ),
    "who said Thursday is too late": Query(words="Thursday is too late"),
    "what did Kirby say on 31 April": Query(speaker="Kirby", topic="31 April"),
    "who said one second": Query(words="one second"),
    "who said before 12 we had nothing": Query(words="before 12 we had nothing"),
}


@pytest.mark.parametrize("typed", ASKED)
def test_a_question_asks_for_days(meant: Meant, typed: str) -> None:
    assert meant(typed) == ASKED[typed]


@pytest.mark.parametrize("day", ["before 0001-01-01", "after 9999-12-31"])
def test_where_the_calendar_ends_a_question_is_still_understood(meant: Meant, day: str) -> None:
    assert meant(f"what did Kirby say {day}").speaker == "Kirby"
