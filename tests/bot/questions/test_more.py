"""More questions as they come, each written down before it was first tried."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from store.model import Polarity, Query

Meant = Callable[[str], Query]

DENIES = Polarity.DENIES
MONDAY = {"since": date(2023, 5, 15)}
YESTERDAY = {"since": date(2023, 5, 16), "until": date(2023, 5, 16)}
TODAY = {"since": date(2023, 5, 17), "until": date(2023, 5, 17)}
LAST_WEEK = {"since": date(2023, 5, 8), "until": date(2023, 5, 14)}
MAY = {"since": date(2023, 5, 1), "until": date(2023, 5, 31)}

ASKED = {
    # a reporter in a hurry
    "did peskov say smth about the drone": Query(speaker="peskov", topic="the drone"),
    "whatd the wh say about the strike yday": Query(
        speaker="the wh", topic="the strike", **YESTERDAY
    ),
    "anyone quoted on the drone strike?": Query(topic="the drone strike"),
    "who's been talking about drones this week": Query(
        topic="drones", since=date(2023, 5, 15), until=date(2023, 5, 21)
    ),
    "pls find me everything zelensky said since april about weapons": Query(
        speaker="zelensky", topic="weapons", since=date(2023, 4, 1)
    ),
    "zelensky on weapons, last week": Query(loose="zelensky on weapons", **LAST_WEEK),
    "peskov: absolutely ridiculous": Query(loose="peskov: absolutely ridiculous"),
    "peskov statement drone": Query(loose="peskov statement drone"),
    "peskovs latest": Query(speaker="peskovs"),
    "latest from the kremlin on the drone?": Query(speaker="the kremlin", topic="the drone"),
    "what else did kirby say": Query(speaker="kirby"),
    "what exactly did kirby say about the drone": Query(speaker="kirby", topic="the drone"),
    "what did kirby say exactly": Query(speaker="kirby"),
    "kirby exact words on drone": Query(speaker="kirby", topic="drone"),
    "exact quote from kirby about the drone": Query(speaker="kirby", topic="the drone"),
    "full quote by kirby": Query(speaker="kirby"),
    "direct quotes by kirby": Query(speaker="kirby"),
    "the ludicrous quote": Query(loose="the ludicrous"),
    "who used the word butcher": Query(words="butcher"),
    "who used the phrase absolutely ridiculous": Query(words="absolutely ridiculous"),
    "did biden use the word butcher": Query(speaker="biden", words="butcher"),
    "has biden apologised for the butcher remark": Query(
        loose="has biden apologised for the butcher remark"
    ),
    "biden butcher remark when": Query(loose="biden butcher remark when"),
    "when was it that biden called putin a butcher": Query(
        speaker="biden", topic="putin", words="butcher"
    ),
    "who made the comment about the butcher": Query(topic="the butcher"),
    "who gave a statement on the drone": Query(topic="the drone"),
    "did the kremlin issue a statement on the drone": Query(
        speaker="the kremlin", topic="the drone"
    ),
    "what's been said about the drone so far": Query(topic="the drone"),
    "what did they say about the drone": Query(topic="the drone"),
    "what did everyone say about the drone": Query(topic="the drone"),
    "who all denied the strike": Query(polarity=DENIES, topic="the strike"),
    "was the strike denied by anyone": Query(polarity=DENIES, topic="the strike"),
    "who is denying the strike on cnn": Query(polarity=DENIES, topic="the strike", outlet="cnn"),
    "kirby denied what": Query(polarity=DENIES, speaker="kirby"),
    "has moscow confirmed the strike": Query(
        speaker="moscow", words="the strike", polarity=Polarity.ASSERTS
    ),
    "who disputes that account": Query(polarity=DENIES, topic="account"),
    # days
    "what did kirby say on the 3rd": Query(
        speaker="kirby", since=date(2023, 5, 3), until=date(2023, 5, 3)
    ),
    "kirby quotes 3 may 2023": Query(
        speaker="kirby", since=date(2023, 5, 3), until=date(2023, 5, 3)
    ),
    "quotes by kirby dated 3 may": Query(
        speaker="kirby", since=date(2023, 5, 3), until=date(2023, 5, 3)
    ),
    "what has kirby said so far this month": Query(speaker="kirby", **MAY),
    "what did kirby say late last night": Query(speaker="kirby", **YESTERDAY),
    "did kirby say anything on monday or tuesday": Query(
        speaker="kirby", since=date(2023, 5, 15), until=date(2023, 5, 16)
    ),
    "what did kirby say in march '22": Query(
        speaker="kirby", since=date(2022, 3, 1), until=date(2022, 3, 31)
    ),
    "what did kirby say in 03/2022": Query(
        speaker="kirby", since=date(2022, 3, 1), until=date(2022, 3, 31)
    ),
    "what did kirby say on monday the 15th": Query(
        speaker="kirby", since=date(2023, 5, 15), until=date(2023, 5, 15)
    ),
    "quotes by kirby, may 1-3": Query(
        speaker="kirby", since=date(2023, 5, 1), until=date(2023, 5, 3)
    ),
    "quotes by kirby since jan 1 2022": Query(speaker="kirby", since=date(2022, 1, 1)),
    "since when does kirby deny it": Query(polarity=DENIES, speaker="kirby"),
    "all statements by kirby from 1 april until today": Query(
        speaker="kirby", since=date(2023, 4, 1), until=date(2023, 5, 17)
    ),
    "biden on putin last year": Query(
        loose="biden on putin", since=date(2022, 1, 1), until=date(2022, 12, 31)
    ),
    "did biden say walk back in 2022": Query(
        speaker="biden",
        words="walk back",
        since=date(2022, 1, 1),
        until=date(2022, 12, 31),
    ),
    "who said yesterday was a good day": Query(words="yesterday was a good day"),
    "who said we will win in 2024": Query(
        words="we will win", since=date(2024, 1, 1), until=date(2024, 12, 31)
    ),
    "what did kirby say a couple of days ago": Query(
        speaker="kirby", since=date(2023, 5, 15), until=date(2023, 5, 15)
    ),
    "what did kirby say tuesday on cnn": Query(speaker="kirby", outlet="cnn", **YESTERDAY),
    "what did kirby tell fox news on monday": Query(
        speaker="kirby", outlet="fox news", since=date(2023, 5, 15), until=date(2023, 5, 15)
    ),
    "kirby said on cnn yesterday that it is ludicrous": Query(
        speaker="kirby", words="it is ludicrous", outlet="cnn", **YESTERDAY
    ),
    "anything new from kirby today": Query(speaker="kirby", **TODAY),
    "today's quotes": Query(**TODAY),
    "monday's statements by the white house": Query(
        speaker="the white house", since=date(2023, 5, 15), until=date(2023, 5, 15)
    ),
    # by voice, and in other orders
    "alright who said that this is absolutely ridiculous": Query(
        words="this is absolutely ridiculous"
    ),
    "could you please tell me what president biden said about mister putin": Query(
        speaker="president biden", topic="mister putin"
    ),
    "so what did uh kirby say about the drone": Query(speaker="kirby", topic="the drone"),
    "i am trying to find who said absolutely ridiculous": Query(words="absolutely ridiculous"),
    "what does say Biden about Putin": Query(speaker="Biden", topic="Putin"),
    "who did say absolutely ridiculous": Query(words="absolutely ridiculous"),
    "what Kirby told to CNN": Query(speaker="Kirby", outlet="CNN"),
    "please what have said Kirby about drones": Query(speaker="Kirby", topic="drones"),
    "Who has it denied": Query(polarity=DENIES),
    "from who is the quote absolutely ridiculous": Query(words="absolutely ridiculous"),
    "from whom is “absolutely ridiculous”": Query(
        words="absolutely ridiculous", exact=("absolutely ridiculous",)
    ),
    "who said this: absolutely ridiculous": Query(words="absolutely ridiculous"),
    "who said the following “absolutely ridiculous”": Query(
        words="absolutely ridiculous", exact=("absolutely ridiculous",)
    ),
    # and some more
    "whats the latest from zelensky": Query(speaker="zelensky"),
    "whats the latest on the drone": Query(topic="the drone"),
    "who said smth like absolutely ridiculous": Query(words="absolutely ridiculous"),
    "who's denied the allegations, first-hand sources only": Query(
        polarity=DENIES, topic="the allegations", first_hand=True
    ),
    "what did say Scholz yesterday": Query(speaker="Scholz", **YESTERDAY),
    "anything said by modi on manipur": Query(speaker="modi", topic="manipur"),
    "statements made by zelensky on 9 may": Query(
        speaker="zelensky", since=date(2023, 5, 9), until=date(2023, 5, 9)
    ),
    "did merkel say “we can do this” before 2016": Query(
        speaker="merkel",
        words="we can do this",
        exact=("we can do this",),
        until=date(2015, 12, 31),
    ),
    "what did scholz tell the bild about leopards": Query(
        speaker="scholz", outlet="the bild", topic="leopards"
    ),
    "since 2020 who said climate emergency": Query(
        words="climate emergency", since=date(2020, 1, 1)
    ),
    "who said i will be back in 5 minutes": Query(words="i will be back in 5 minutes"),
    "erdogans spokesman about grain deal": Query(speaker="erdogans spokesman", topic="grain deal"),
    "what modi said to the times of india": Query(speaker="modi", outlet="the times of india"),
}

WRONG = {
    "what did kirby say about the drone back in may": (
        Query(speaker="kirby", topic="the drone", **MAY),
        "“back” may belong to what was said before: “walk back in may”",
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
def test_one_more_question_means(meant: Meant, typed: str) -> None:
    assert meant(typed) == (ASKED.get(typed) or WRONG[typed][0])
