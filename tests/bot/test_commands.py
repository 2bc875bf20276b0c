from __future__ import annotations

import re
from datetime import date

import pytest

from bot.commands import (
    CHECK,
    COMMANDS,
    CONTEXT,
    DENIED,
    FEEDS,
    HELP,
    LOAD,
    QUOTES,
    REVIEW,
    SETTINGS,
    SOURCES,
    TIMELINE,
    WHO_SAID,
    Command,
    given,
)
from bot.questions import Question, is_dated, parse
from store.errors import UnusableQuestion
from store.model import Polarity, Query

NAME = re.compile(r"[a-z_]{1,32}")  # what Slack and Discord both take


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_names_and_summaries_fit_every_platform(command: Command) -> None:
    for named in (command, *command.options):
        assert NAME.fullmatch(named.name)
        assert 1 <= len(named.summary) <= 100


@pytest.mark.parametrize(
    ("command", "typed", "options"),
    [
        (WHO_SAID, " walk  back ", {"words": "walk back"}),
        (QUOTES, "Kirby", {"speaker": "Kirby"}),
        (QUOTES, "Kirby about the drone", {"speaker": "Kirby", "about": "the drone"}),
        (QUOTES, "Kirby ABOUT drones", {"speaker": "Kirby", "about": "drones"}),
        (QUOTES, "Kirby\nabout\ndrones", {"speaker": "Kirby", "about": "drones"}),
        (QUOTES, "about drones", {"speaker": "", "about": "drones"}),
        (QUOTES, "Kirby about", {"speaker": "Kirby about"}),
        (QUOTES, "", {"speaker": ""}),
        (QUOTES, "Kirby since Monday", {"speaker": "Kirby since Monday"}),
        (DENIED, "the strike", {"words": "the strike"}),
        (DENIED, "the strike speaker Kirby", {"words": "the strike", "speaker": "Kirby"}),
        (DENIED, "speaker Kirby", {"words": "", "speaker": "Kirby"}),
        (CHECK, " one\ntwo  words ", {"text": "one\ntwo  words"}),
        (HELP, "me", {}),
    ],
)
def test_words_on_one_line_are_the_options(
    command: Command, typed: str, options: dict[str, str]
) -> None:
    assert given(command, typed) == options


def test_what_asks_nothing_is_for_admins_and_editors() -> None:
    assert [c for c in COMMANDS if c.question is None] == [LOAD, FEEDS, REVIEW, SETTINGS]


DAY = date(2023, 5, 17)
DENIES = Polarity.DENIES


@pytest.mark.parametrize(
    ("command", "told", "meant"),
    [
        (WHO_SAID, {"words": "walk back"}, Query(words="walk back")),
        (QUOTES, {"speaker": "Kirby"}, Query(speaker="Kirby")),
        (
            QUOTES,
            {
                "speaker": "Kirby",
                "about": "a strike in May",
                "since": "2023-05-03",
                "before": "Monday",
                "outlet": "the [Evening] Bell",
                "first_hand": "True",
            },
            Query(
                speaker="Kirby",
                topic="a strike",
                since=date(2023, 5, 3),
                until=date(2023, 5, 14),
                outlet="the Evening Bell",
                first_hand=True,
            ),
        ),
        (QUOTES, {"speaker": "Kirby", "about": "", "since": ""}, Query(speaker="Kirby")),
        (DENIED, {}, Query(polarity=DENIES)),
        (DENIED, {"words": "the strike"}, Query(topic="the strike", polarity=DENIES)),
        (DENIED, {"speaker": "Kirby"}, Query(speaker="Kirby", polarity=DENIES)),
        (
            DENIED,
            {"words": "the strike", "speaker": "Kirby"},
            Query(speaker="Kirby", topic="the strike", polarity=DENIES),
        ),
        (TIMELINE, {"speaker": "Kirby"}, Query(speaker="Kirby", in_order=True)),
        (
            TIMELINE,
            {"speaker": "Joe Biden", "about": "drones", "since": "May 2023"},
            Query(speaker="Joe Biden", topic="drones", since=date(2023, 5, 1), in_order=True),
        ),
    ],
)
def test_options_mean_what_they_are_called(
    command: Command, told: dict[str, str], meant: Query
) -> None:
    assert command.question is not None
    assert parse(Question(command.question(told), today=DAY)) == meant


def test_a_day_that_is_none_is_said_to_be() -> None:
    assert QUOTES.question is not None
    asked = QUOTES.question({"speaker": "Kirby", "since": "the flood"})
    with pytest.raises(UnusableQuestion, match="“the flood” is no day"):
        parse(Question(asked, today=DAY))


@pytest.mark.parametrize(("field", "dated"), [("since", True), ("outlet", False)])
def test_only_days_depend_on_the_day(field: str, dated: bool) -> None:  # noqa: FBT001
    assert QUOTES.question is not None
    assert is_dated(QUOTES.question({"speaker": "Kirby", field: "Monday"})) is dated


def test_the_table_has_what_can_be_done() -> None:
    every = (
        WHO_SAID,
        QUOTES,
        CHECK,
        DENIED,
        TIMELINE,
        SOURCES,
        CONTEXT,
        LOAD,
        FEEDS,
        REVIEW,
        SETTINGS,
        HELP,
    )
    assert every == COMMANDS
