"""The day on which something was said: settled by text and article, or not told at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Told = Callable[..., list[dict[str, Any]]]

THURSDAY = date(2026, 3, 5)  # when the articles were published

# id: (text of one statement, the day it was said)
SETTLED: dict[str, tuple[str, date]] = {
    "a weekday": (
        "Ada Birch said on Tuesday that the bridge was safe.",
        date(2026, 3, 3),
    ),
    "the day of the article": (
        "Ada Birch said on Thursday that the bridge was safe.",
        date(2026, 3, 5),
    ),
    "a weekday of the week before": (
        "Ada Birch said on Friday that the bridge was safe.",
        date(2026, 2, 27),
    ),
    "a bare weekday": (
        "“The bridge is safe,” Ada Birch told reporters Tuesday.",
        date(2026, 3, 3),
    ),
    "after an inverted source": (
        "“The bridge is safe,” said Ada Birch, the mayor of Ostra, on Tuesday.",
        date(2026, 3, 3),
    ),
    "at night": (
        "“The bridge is safe,” Ada Birch told the council late on Monday night.",
        date(2026, 3, 2),
    ),
    "late": ("Late Monday, Ada Birch said the bridge was safe.", date(2026, 3, 2)),
    "before the source": ("On Tuesday, Ada Birch said the bridge was safe.", date(2026, 3, 3)),
    "before the source without a comma": (
        "On Tuesday Ada Birch said that the bridge was safe.",
        date(2026, 3, 3),
    ),
    "speaking, before the source": (
        "Speaking in Ostra on Tuesday, Ada Birch said the bridge was safe.",
        date(2026, 3, 3),
    ),
    "speaking, after the source": (
        "Ada Birch, speaking in Ostra on Tuesday, said the bridge was safe.",
        date(2026, 3, 3),
    ),
    "in a statement": (
        "In a statement released on Tuesday, Ada Birch said the bridge was safe.",
        date(2026, 3, 3),
    ),
    "asked": (
        "Asked on Tuesday whether it would open, Ada Birch said the bridge was safe.",
        date(2026, 3, 3),
    ),
    "asked about it": (
        "Asked about it on Tuesday, Ada Birch said the bridge was safe.",
        date(2026, 3, 3),
    ),
    "at a meeting": (
        "“The bridge is safe,” Ada Birch told a packed council meeting in Ostra on Tuesday.",
        date(2026, 3, 3),
    ),
    "at Tuesday's meeting": (
        "“The bridge is safe,” Ada Birch said at Tuesday’s hearing.",
        date(2026, 3, 3),
    ),
    "before a colon": ("Ada Birch tweeted on Tuesday: “The bridge is safe.”", date(2026, 3, 3)),
    "in the middle of a quotation": (
        "“The bridge,” Ada Birch said on Tuesday, “is safe.”",
        date(2026, 3, 3),
    ),
    "with another day in the content": (
        "Ada Birch said on Tuesday that the bridge would open on Wednesday.",
        date(2026, 3, 3),
    ),
    "with another day after it": (
        "“The bridge is safe,” Ada Birch said on Tuesday after the fire on Monday.",
        date(2026, 3, 3),
    ),
    "yesterday": ("“The bridge is safe,” Ada Birch said yesterday.", date(2026, 3, 4)),
    "today": ("“The bridge is safe,” Ada Birch said earlier today.", date(2026, 3, 5)),
    "last night": ("“The bridge is safe,” Ada Birch told CNN last night.", date(2026, 3, 4)),
    "a day of this year": ("“The bridge is safe,” Ada Birch said on March 4.", date(2026, 3, 4)),
    "the day first": ("“The bridge is safe,” Ada Birch said on 4 March.", date(2026, 3, 4)),
    "an abbreviated month": (
        "“The bridge is safe,” Ada Birch said on Feb. 14.",
        date(2026, 2, 14),
    ),
    "late last year": ("“The bridge is safe,” Ada Birch said on Dec. 20.", date(2025, 12, 20)),
    "a weekday with its date": (
        "“The bridge is safe,” Ada Birch said on Wednesday, March 4.",
        date(2026, 3, 4),
    ),
    "a full date": (
        "“The bridge is safe,” Ada Birch said on March 4, 2019.",
        date(2019, 3, 4),
    ),
    "a full date in words": (
        "“The bridge is safe,” Ada Birch said on the 4th of March 2019.",
        date(2019, 3, 4),
    ),
    "dated": (
        "“The bridge is safe,” Ada Birch wrote in a letter dated 4 March 2019.",
        date(2019, 3, 4),
    ),
    "according to": (
        "“The bridge is safe,” according to a statement from Ada Birch on Tuesday.",
        date(2026, 3, 3),
    ),
    "in a tweet": (
        "“The bridge is safe,” Ada Birch said in a tweet on Tuesday night.",
        date(2026, 3, 3),
    ),
    "before a clause": (
        "On Tuesday, after the vote, Ada Birch said the bridge was safe.",
        date(2026, 3, 3),
    ),
    "an interview": (
        "In an interview on Tuesday with the Fen Post, Ada Birch said the bridge was safe.",
        date(2026, 3, 3),
    ),
    "a bare evening": (
        "“The bridge is safe,” Ada Birch said Tuesday evening at the town hall.",
        date(2026, 3, 3),
    ),
    "this morning": ("“The bridge is safe,” Ada Birch said this morning.", date(2026, 3, 5)),
    "all of a date": (
        "“The bridge is safe,” Ada Birch said on Sunday, March 1, 2026, in Ostra.",
        date(2026, 3, 1),
    ),
    "had said": ("“The bridge is safe,” Ada Birch had said on Monday.", date(2026, 3, 2)),
    "through a spokesman": (
        "“The bridge is safe,” Ada Birch said Monday through a spokesman.",
        date(2026, 3, 2),
    ),
    "another century": (
        "“The bridge is safe,” Ada Birch wrote on May 12, 1998.",
        date(1998, 5, 12),
    ),
}


@pytest.mark.parametrize(("text", "day"), SETTLED.values(), ids=SETTLED)
def test_the_day_is_settled(text: str, day: date, told: Told) -> None:
    assert [row["said on"] for row in told(text, THURSDAY)] == [day]


# id: the text of one statement
UNSETTLED: dict[str, str] = {
    "no date at all": "“The bridge is safe,” said Ada Birch.",
    "in the content": "Ada Birch said the bridge would open on Tuesday.",
    "in the content before the cue": "The bridge would open on Tuesday, Ada Birch said.",
    "in a mixed content": "Ada Birch said the “finest bridge” would open on Tuesday.",
    "in marks": "“We open on Tuesday,” said Ada Birch.",
    "of something else told": "“The bridge is safe,” Ada Birch said after the fire on Tuesday.",
    "of something before": "After the fire on Tuesday, Ada Birch said the bridge was safe.",
    "of what was asked about": "Asked about the fire on Tuesday, Ada Birch said it was out.",
    "of what is spoken of": "“It is out,” Ada Birch said of the fire on Tuesday.",
    "another thing's day": "“It is out,” Ada Birch said of Tuesday’s fire.",
    "of who speaks": "Ada Birch, elected on Tuesday, said the bridge was safe.",
    "who": "Ada Birch, who won on Tuesday, said the bridge was safe.",
    "elected": "Elected on Tuesday, Ada Birch said the bridge was safe.",
    "since": "“The bridge is safe,” said Ada Birch, mayor since Tuesday.",
    "another verb's": "The fire broke out on Tuesday and Ada Birch said the bridge was safe.",
    "last year": "“The bridge is safe,” Ada Birch said last year.",
    "a month": "“The bridge is safe,” Ada Birch said in March.",
    "a month of a year": "“The bridge is safe,” Ada Birch said in March 2019.",
    "a week": "“The bridge is safe,” Ada Birch said last week.",
    "last Tuesday may be either": "“The bridge is safe,” Ada Birch said last Tuesday.",
    "Tuesday of another week": "“The bridge is safe,” Ada Birch said on Tuesday of last week.",
    "every Tuesday": "“The bridge is safe,” Ada Birch said every Tuesday.",
    "two days": "“The bridge is safe,” Ada Birch said on Monday and again on Tuesday.",
    "one of two days": "“The bridge is safe,” Ada Birch said on Monday or Tuesday.",
    "two dates": "“The bridge is safe,” Ada Birch said between March 2 and March 4.",
    "a feast": "“The bridge is safe,” Ada Birch said on Good Friday.",
    "an outlet": "“The bridge is safe,” Ada Birch told the Sunday Mirror.",
    "the present": "“The bridge is safe,” Ada Birch says on Tuesday.",
    "a day that never was": "“The bridge is safe,” Ada Birch said on February 30.",
    "a weekday that was another date": "“The bridge is safe,” Ada Birch said on Monday, March 4.",
    "long past without a year": "“The bridge is safe,” Ada Birch said on April 4.",
    "after the article": "“The bridge is safe,” Ada Birch said on March 4, 2027.",
    "of an inquiry's subject": (
        "“It is safe,” Ada Birch told the inquiry into the fire on Tuesday."
    ),
    "of a term": "“The bridge is safe,” said Ada Birch, whose term ends on Friday.",
    "the eve": "“The bridge is safe,” Ada Birch said on the eve of Tuesday’s vote.",
    "days before": "“The bridge is safe,” Ada Birch said two days before the vote on Tuesday.",
    "a day after": "A day after the fire on Monday, Ada Birch said the bridge was safe.",
    "weeks after a date": "“It is safe,” Ada Birch said, two weeks after the fire of February 14.",
    "broadcast": "In an interview broadcast on Tuesday, Ada Birch said the bridge was safe.",
    "before yesterday": "“The bridge is safe,” Ada Birch said the day before yesterday.",
    "a date of last year": "“The bridge is safe,” Ada Birch said on March 4 last year.",
}


@pytest.mark.parametrize("text", UNSETTLED.values(), ids=UNSETTLED)
def test_the_day_is_not_settled(text: str, told: Told) -> None:
    assert [row["said on"] for row in told(text, THURSDAY)] == [None]


# id: (text, the days of its statements)
GOES_ON: dict[str, tuple[str, list[date | None]]] = {
    "carried over": (
        "“The bridge is safe,” Ada Birch said on Tuesday. “It is as good as new.”",
        [date(2026, 3, 3)] * 2,
    ),
    "adding": (
        "Ada Birch said on Tuesday that the bridge was safe, adding that it was new.",
        [date(2026, 3, 3)] * 2,
    ),
    "a day of its own": (
        "Ada Birch said on Monday that it was safe, adding on Tuesday that it was new.",
        [date(2026, 3, 2), date(2026, 3, 3)],
    ),
    "somebody else in another sentence": (
        "“It is safe,” Ada Birch said on Tuesday. “It is not safe,” said Bram Otto.",
        [date(2026, 3, 3), None],
    ),
}


@pytest.mark.parametrize(("text", "days"), GOES_ON.values(), ids=GOES_ON)
def test_what_goes_on_was_said_on_the_same_day(
    text: str, days: list[date | None], told: Told
) -> None:
    assert [row["said on"] for row in told(text, THURSDAY)] == days


@pytest.mark.parametrize(
    "day", ["on Tuesday", "yesterday", "last night", "on March 4", "on Wednesday, March 4"]
)
def test_a_day_that_needs_the_article_s_is_not_settled_without(day: str, told: Told) -> None:
    (row,) = told(f"“The bridge is safe,” Ada Birch said {day}.")
    assert row["said on"] is None


@pytest.mark.parametrize("day", ["on Tuesday", "yesterday", "last night", "on December 20"])
def test_there_is_no_day_before_the_first(day: str, told: Told) -> None:
    (row,) = told(f"“The bridge is safe,” Ada Birch said {day}.", date.min)
    assert row["said on"] is None


def test_a_full_date_needs_no_article_s(told: Told) -> None:
    (row,) = told("“The bridge is safe,” Ada Birch said on March 4, 2019.")
    assert row["said on"] == date(2019, 3, 4)


@pytest.mark.xfail(strict=True, reason="the rules that tag take her for the month")
def test_mrs_may(told: Told) -> None:
    (row,) = told("“The bridge is safe,” Mrs May said on Monday.", THURSDAY)
    assert row["said on"] == date(2026, 3, 2)
