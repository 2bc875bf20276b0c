"""What a question was taken for, as the heading says it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.understood import understood
from store.model import Polarity, Query

MAY_1, MAY_3 = date(2023, 5, 1), date(2023, 5, 3)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        pytest.param(
            Query(speaker="Kirby", topic="the drone", since=MAY_1),
            "Said by Kirby about the drone since 1 May 2023",
            id="who, about what and since when",
        ),
        pytest.param(Query(until=MAY_3), "Said until 3 May 2023", id="until when"),
        pytest.param(Query(since=MAY_3, until=MAY_3), "Said on 3 May 2023", id="a day"),
        pytest.param(
            Query(since=MAY_1, until=MAY_3), "Said from 1 to 3 May 2023", id="days of a month"
        ),
        pytest.param(
            Query(since=date(2023, 4, 28), until=MAY_3),
            "Said from 28 April to 3 May 2023",
            id="days of two months",
        ),
        pytest.param(
            Query(since=date(2022, 12, 31), until=MAY_3),
            "Said from 31 December 2022 to 3 May 2023",
            id="days of two years",
        ),
        pytest.param(Query(since=MAY_1, until=date(2023, 5, 31)), "Said in May 2023", id="a month"),
        pytest.param(
            Query(since=date(2022, 1, 1), until=date(2022, 12, 31)), "Said in 2022", id="a year"
        ),
        pytest.param(
            Query(since=date(2023, 3, 1), until=date(2023, 4, 30)),
            "Said from 1 March to 30 April 2023",
            id="two months",
        ),
        pytest.param(
            Query(speaker="Kirby", outlet="CNN", first_hand=True),
            "Said by Kirby via or in CNN at first hand",
            id="where and at which hand",
        ),
        pytest.param(
            Query(speaker="Kirby", in_order=True), "Said by Kirby, earliest first", id="in order"
        ),
        pytest.param(
            Query(polarity=Polarity.DENIES, topic="the strike"),
            "Denials about the strike",
            id="a denial",
        ),
        pytest.param(
            Query(speaker="Biden", words="walk back"),
            "Said by Biden with the words walk back",
            id="words",
        ),
        pytest.param(
            Query(loose="kirby drone", since=MAY_1),
            "Searched for kirby drone since 1 May 2023",
            id="words that fit no form",
        ),
        pytest.param(Query(words="walk back"), "", id="words alone are plain"),
        pytest.param(Query(loose="walk back"), "", id="so are loose words"),
        pytest.param(Query(speaker="Kirby"), "", id="so is a speaker"),
        pytest.param(Query(polarity=Polarity.DENIES), "", id="and all that was denied"),
    ],
)
def test_what_was_understood(query: Query, told: str) -> None:
    assert understood(query) == told


def test_what_was_typed_at_length_is_cut() -> None:
    assert len(understood(Query(speaker="Kirby", topic="drone " * 60))) < 120
