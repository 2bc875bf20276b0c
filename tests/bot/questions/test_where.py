"""Outlets, first hand, and words in marks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from store.model import Query

Meant = Callable[[str], Query]

KIRBY = {"speaker": "Kirby"}
LAST_WEEK = {"since": date(2023, 5, 8), "until": date(2023, 5, 14)}

ASKED = {
    # in or on an outlet
    "what did Kirby say on CNN": Query(speaker="Kirby", outlet="CNN"),
    "what did Kirby say on Fox News about drones": Query(
        speaker="Kirby", outlet="Fox News", topic="drones"
    ),
    "what did Kirby say about drones on CNN": Query(speaker="Kirby", outlet="CNN", topic="drones"),
    "what did Kirby say about drones in the New York Times": Query(
        speaker="Kirby", outlet="the New York Times", topic="drones"
    ),
    "what did Kirby say in the Weekly Herald last week": Query(
        speaker="Kirby", outlet="the Weekly Herald", **LAST_WEEK
    ),
    "what did Kirby say last week in the Weekly Herald": Query(
        speaker="Kirby", outlet="the Weekly Herald", **LAST_WEEK
    ),
    "what did Kirby say to CNN about drones": Query(speaker="Kirby", outlet="CNN", topic="drones"),
    "what did Kirby say to the New York Times": Query(speaker="Kirby", outlet="the New York Times"),
    "who said absolutely ridiculous in the New York Post": Query(
        words="absolutely ridiculous", outlet="the New York Post"
    ),
    "who denied it on bbc": Query(polarity="denies", outlet="bbc"),  # type: ignore[arg-type]
    "did Biden say walk back on nbc": Query(speaker="Biden", words="walk back", outlet="nbc"),
    "quotes by Kirby in the Washington Post": Query(speaker="Kirby", outlet="the Washington Post"),
    "quotes from Reuters": Query(outlet="Reuters"),
    "quotes from reuters last week": Query(outlet="reuters", **LAST_WEEK),
    "quotes in the Guardian about drones": Query(outlet="the Guardian", topic="drones"),
    "anything in the NYT on drones": Query(outlet="the NYT", topic="drones"),
    "what did the BBC report about drones": Query(outlet="the BBC", topic="drones"),
    "what did Kirby say, per Reuters": Query(speaker="Kirby", outlet="Reuters"),
    "what did Kirby say via AP": Query(speaker="Kirby", outlet="AP"),
    "Kirby drone cnn": Query(loose="Kirby drone cnn"),
    "what did Kirby say on drones": Query(speaker="Kirby", topic="drones"),
    "what did Kirby say in Geneva": Query(speaker="Kirby", outlet="Geneva"),
    "what did CNN say": Query(speaker="CNN"),
    # first-hand only
    "what did Kirby say first hand only": Query(speaker="Kirby", first_hand=True),
    "first-hand quotes by Kirby": Query(speaker="Kirby", first_hand=True),
    "only first-hand: what did Kirby say about drones": Query(
        speaker="Kirby", topic="drones", first_hand=True
    ),
    "who said absolutely ridiculous, firsthand only": Query(
        words="absolutely ridiculous", first_hand=True
    ),
    "what did Kirby say about drones last week, no second-hand": Query(
        speaker="Kirby", topic="drones", first_hand=True, **LAST_WEEK
    ),
    "quotes from Kirby at first hand": Query(speaker="Kirby", first_hand=True),
    "who said I saw it first-hand": Query(words="I saw it first-hand"),
    # words in marks
    "who said “absolutely ridiculous”": Query(
        words="absolutely ridiculous", exact=("absolutely ridiculous",)
    ),
    "who said it was 'absolutely ridiculous'": Query(
        words="it was absolutely ridiculous", exact=("absolutely ridiculous",)
    ),
    'did Biden say "walk back" last week': Query(
        speaker="Biden", words="walk back", exact=("walk back",), **LAST_WEEK
    ),
    "what did Kirby say about “the drone strike”": Query(
        speaker="Kirby", topic="the drone strike", exact=("the drone strike",)
    ),
    "what did “John Kirby” say": Query(speaker="John Kirby"),
    "“ludicrous claim” Kirby": Query(loose="ludicrous claim Kirby", exact=("ludicrous claim",)),
    "who said “what did Kirby say about drones in May”": Query(
        words="what did Kirby say about drones in May",
        exact=("what did Kirby say about drones in May",),
    ),
    "who said “not a drone” and “not a strike”": Query(
        words="not a drone and not a strike", exact=("not a drone", "not a strike")
    ),
    "who called Putin “a butcher”": Query(topic="Putin", words="a butcher", exact=("a butcher",)),
    "who said they don't know the farmers' plan": Query(words="they don't know the farmers' plan"),
    "who said «absolutely ridiculous»": Query(
        words="absolutely ridiculous", exact=("absolutely ridiculous",)
    ),
}


WRONG = {
    "drone quotes on CNN": (
        Query(loose="drone", outlet="CNN"),
        "one word before “quotes” is taken for a name",
    ),
}


@pytest.mark.parametrize(
    "typed",
    [
        *ASKED,
        *(
            pytest.param(typed, marks=pytest.mark.xfail(strict=True, reason=reason))
            for typed, (_, reason) in WRONG.items()
        ),
    ],
)
def test_a_question_asks_for_outlet_hand_or_phrase(meant: Meant, typed: str) -> None:
    assert meant(typed) == (ASKED.get(typed) or WRONG[typed][0])
