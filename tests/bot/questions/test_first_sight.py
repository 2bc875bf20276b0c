"""Questions that were written down before any of them was tried."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.questions import Question, readings
from store.model import Polarity, Query

Meant = Callable[[str], Query]

DENIES, ASSERTS = Polarity.DENIES, Polarity.ASSERTS
TODAY = date(2023, 5, 17)

ASKED = {
    # sloppy, typos, slang
    "wtf did xanth say abt the ferry": Query(speaker="xanth", topic="the ferry"),
    "wat did xanth say re ferry fares": Query(speaker="xanth", topic="ferry fares"),
    "yo who said the ferry is sinking": Query(words="the ferry is sinking"),
    "sum1 said the ferry is sinking who": Query(words="the ferry is sinking"),
    "who the heck said the ferry is a deathtrap??": Query(words="the ferry is a deathtrap"),
    "did xanth rly say the ferry is safe lol": Query(speaker="xanth", words="the ferry is safe"),
    "whta has xanth siad about the ferry": Query(speaker="xanth", topic="the ferry"),
    "xanth on the ferry?": Query(loose="xanth on the ferry"),
    "xanth quote ferry": Query(loose="xanth ferry"),
    "anything frm xanth on ferries": Query(speaker="xanth", topic="ferries"),
    "got any xanth quotes about ferries": Query(speaker="xanth", topic="ferries"),
    "what'd xanth say": Query(speaker="xanth"),
    "what didja xanth say about the ferry": Query(speaker="xanth", topic="the ferry"),
    "whod xanth blame for the fire": Query(loose="whod xanth blame for the fire"),
    "so what did xanth end up saying about the ferry": Query(speaker="xanth", topic="the ferry"),
    # did X say ... awkward verbs
    "did Walter Xanth say admits the ferry leaked": Query(
        speaker="Walter Xanth", words="admits the ferry leaked"
    ),
    "did walter xanth admit the ferry leaked": Query(
        speaker="walter xanth", words="the ferry leaked", polarity=ASSERTS
    ),
    "has Xanth ever said that the ferry leaks?": Query(speaker="Xanth", words="the ferry leaks"),
    "is it true xanth said the ferry leaks": Query(speaker="xanth", words="the ferry leaks"),
    "xanth said the ferry leaks, right?": Query(speaker="xanth", words="the ferry leaks"),
    "didn't xanth say the ferry leaks": Query(speaker="xanth", words="the ferry leaks"),
    "i heard xanth said the ferry leaks": Query(speaker="xanth", words="the ferry leaks"),
    "when did xanth say the ferry leaks": Query(speaker="xanth", words="the ferry leaks"),
    "where did Xanth say “we all float”": Query(
        speaker="Xanth", words="we all float", exact=("we all float",)
    ),
    # who was it that said, ...
    "who was it that said the ferry is doomed": Query(words="the ferry is doomed"),
    "who is the one who said the ferry is doomed": Query(words="the ferry is doomed"),
    "who came up with the line “the ferry is doomed”": Query(
        words="the ferry is doomed", exact=("the ferry is doomed",)
    ),
    "whose words are these: the ferry is doomed": Query(words="the ferry is doomed"),
    "which minister said the ferry is doomed": Query(words="the ferry is doomed"),
    "who tweeted that the ferry is doomed": Query(words="the ferry is doomed"),
    "which politician called the ferry a coffin": Query(topic="the ferry", words="coffin"),
    # outlets
    "quotes from the Daily Planet": Query(speaker="the Daily Planet"),
    "quotes from the Mail": Query(outlet="the Mail"),
    "quotes in the planet about the ferry": Query(outlet="the planet", topic="the ferry"),
    "what did the bbc report about the ferry": Query(outlet="the bbc", topic="the ferry"),
    "what did xanth tell the bbc yesterday": Query(
        speaker="xanth", outlet="the bbc", since=date(2023, 5, 16), until=date(2023, 5, 16)
    ),
    "xanth interview with sky news": Query(speaker="xanth", outlet="sky news"),
    "anything in le monde abt the ferry": Query(outlet="le monde", topic="the ferry"),
    "who said the ferry is safe on fox": Query(words="the ferry is safe", outlet="fox"),
    "as reported by reuters who denied the leak": Query(
        outlet="reuters", polarity=DENIES, topic="the leak"
    ),
    # days
    "what did xanth say on thursday": Query(
        speaker="xanth", since=date(2023, 5, 11), until=date(2023, 5, 11)
    ),
    "what did xanth say thurs about fares": Query(
        speaker="xanth", topic="fares", since=date(2023, 5, 11), until=date(2023, 5, 11)
    ),
    "xanth yesterday": Query(loose="xanth", since=date(2023, 5, 16), until=date(2023, 5, 16)),
    "quotes this morning": Query(since=TODAY, until=TODAY),
    "what has xanth said since the 1st of may": Query(speaker="xanth", since=date(2023, 5, 1)),
    "anything said b4 monday about the ferry": Query(topic="the ferry", until=date(2023, 5, 14)),
    "who denied the leak in the last 48 hours": Query(
        polarity=DENIES, topic="the leak", since=date(2023, 5, 15)
    ),
    # denials, confirmations
    "did xanth ever deny the leak": Query(speaker="xanth", polarity=DENIES, topic="the leak"),
    "who says they didnt sink the ferry": Query(words="they didnt sink the ferry"),
    "who is denying the leak": Query(polarity=DENIES, topic="the leak"),
    "any denial from xanth re the leak": Query(speaker="xanth", polarity=DENIES, topic="the leak"),
    "has the leak been denied": Query(polarity=DENIES, topic="the leak"),
    # first-hand, timeline
    "first hand quotes by xanth only": Query(speaker="xanth", first_hand=True),
    "what did xanth say about the ferry, first-hand only": Query(
        speaker="xanth", topic="the ferry", first_hand=True
    ),
    "timeline xanth ferry": Query(loose="xanth ferry", in_order=True),
    "timeline of xanth about the ferry": Query(speaker="xanth", topic="the ferry", in_order=True),
    # French and Spanish names
    "what did jean-luc melenchon say about pensions": Query(
        speaker="jean-luc melenchon", topic="pensions"
    ),
    "did López Obrador's spokesman say no comment": Query(
        speaker="López Obrador's spokesman", words="no comment"
    ),
    "quotes de la fuente about the ferry": Query(speaker="de la fuente", topic="the ferry"),
    # and later
    "bruh what did quill say abt the tunnel": Query(speaker="quill", topic="the tunnel"),
    "who exactly said the tunnel is cursed": Query(words="the tunnel is cursed"),
    "did quill or anyone say the tunnel is cursed": Query(
        speaker="quill or anyone", words="the tunnel is cursed"
    ),
    "quill denies what": Query(speaker="quill", polarity=DENIES),
    "has quill ever admitted the tunnel leaks": Query(
        speaker="quill", words="the tunnel leaks", polarity=ASSERTS
    ),
    "what's quill's line on the tunnel": Query(speaker="quill", topic="the tunnel"),
    "everything from the gazette about the tunnel": Query(
        speaker="the gazette", topic="the tunnel"
    ),
    "what was quill quoted as saying about the tunnel": Query(speaker="quill", topic="the tunnel"),
    "quotes by quill, march 2023": Query(
        speaker="quill", since=date(2023, 3, 1), until=date(2023, 3, 31)
    ),
    "anything quill said on sunday?": Query(
        speaker="quill", since=date(2023, 5, 14), until=date(2023, 5, 14)
    ),
    "quill statements last month": Query(
        speaker="quill", since=date(2023, 4, 1), until=date(2023, 4, 30)
    ),
    "who said we will not be moved yesterday": Query(
        words="we will not be moved", since=date(2023, 5, 16), until=date(2023, 5, 16)
    ),
    "who told the bbc the tunnel was safe": Query(outlet="the bbc", words="the tunnel was safe"),
    "which mp said the tunnel was safe": Query(words="the tunnel was safe"),
    "what does minister ortega say about the tunnel": Query(
        speaker="minister ortega", topic="the tunnel"
    ),
    "qué dijo ortega about the tunnel": Query(loose="qué dijo ortega about the tunnel"),
    "what did josé maría núñez say": Query(speaker="josé maría núñez"),
    "did d'Artagnan say all for one": Query(speaker="d'Artagnan", words="all for one"),
    "what did van der berg say about tulips": Query(speaker="van der berg", topic="tulips"),
    "who was quoted saying the tunnel is fine": Query(words="the tunnel is fine"),
    "chronology of quill on the tunnel": Query(speaker="quill", topic="the tunnel", in_order=True),
    "is there a quote of quill saying the tunnel is fine": Query(
        speaker="quill", words="the tunnel is fine"
    ),
    "quill said wut about the tunnel": Query(speaker="quill", topic="the tunnel"),
    "not second hand: what did quill say": Query(speaker="quill", first_hand=True),
    "what did quill say between monday and wednesday": Query(
        speaker="quill", since=date(2023, 5, 15), until=date(2023, 5, 17)
    ),
}

WRONG = {
    "so who denied the tunnel leak then": Query(polarity=DENIES, topic="the tunnel leak"),
    "what did xanth say last tues": Query(
        speaker="xanth", since=date(2023, 5, 9), until=date(2023, 5, 9)
    ),
    "qu'est-ce que dit Élodie Gagné, what did Élodie Gagné say": Query(speaker="Élodie Gagné"),
}


@pytest.mark.parametrize(
    "typed",
    [
        *ASKED,
        pytest.param(
            "so who denied the tunnel leak then",
            marks=pytest.mark.xfail(strict=True, reason="“then” may be one of the words"),
        ),
        pytest.param(
            "what did xanth say last tues",
            marks=pytest.mark.xfail(strict=True, reason="“last” is the last there was: yesterday"),
        ),
        pytest.param(
            "qu'est-ce que dit Élodie Gagné, what did Élodie Gagné say",
            marks=pytest.mark.xfail(strict=True, reason="French is not understood, nor is twice"),
        ),
    ],
)
def test_a_question_written_before_it_was_tried_means(meant: Meant, typed: str) -> None:
    assert meant(typed) == (ASKED | WRONG)[typed]


@pytest.mark.parametrize(
    ("typed", "outlet"),
    [
        ("quotes from the Daily Planet", "the Daily Planet"),
        ("quotes from daily planet", "daily planet"),
        ("anything from the planet about ferries", "the planet"),
        ("what did the daily planet say", "the daily planet"),
    ],
)
def test_whom_a_store_knows_as_no_speaker_may_be_an_outlet(typed: str, outlet: str) -> None:
    otherwise = list(readings(Question(typed, today=TODAY)))[1:]
    assert [query.outlet for query in otherwise] == [outlet]


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("did Xanth say denies the leak", Query(speaker="Xanth", words="denies the leak")),
        ("did Ann Quill say confirms", Query(speaker="Ann Quill", words="confirms")),
        ("what does Quill have to say about it", Query(speaker="Quill")),
        ("what did Quill go on to say about boats", Query(speaker="Quill", topic="boats")),
        ("hasn't Quill said the boat leaks", Query(speaker="Quill", words="the boat leaks")),
        ("someone said the boat leaks, who was it?", Query(words="the boat leaks")),
        ("which official said the boat leaks", Query(words="the boat leaks")),
        ("which is why we said no", Query(loose="which is why we said no")),
        ("who coined the phrase deathtrap", Query(words="deathtrap")),
        (
            "i read somewhere that Quill said the boat leaks",
            Query(speaker="Quill", words="the boat leaks"),
        ),
        ("did Quill say that we were right", Query(speaker="Quill", words="we were right")),
        (
            "according to Reuters, who denied the leak",
            Query(outlet="Reuters", polarity=DENIES, topic="the leak"),
        ),
        (
            "has the leak been denied by Quill",
            Query(speaker="Quill", topic="the leak", polarity=DENIES),
        ),
        ("quotes in the planet", Query(outlet="the planet")),
        ("quotes by Quill prior to monday", Query(speaker="Quill", until=date(2023, 5, 14))),
        (
            "Quill's interview with CNN about boats",
            Query(speaker="Quill", outlet="CNN", topic="boats"),
        ),
        ("first-hand quotes by Quill only", Query(speaker="Quill", first_hand=True)),
        (
            "timeline of what Quill said about boats",
            Query(speaker="Quill", topic="boats", in_order=True),
        ),
        ("show me a timeline of boats", Query(loose="boats", in_order=True)),
    ],
)
def test_another_of_their_kinds_means(meant: Meant, typed: str, due: Query) -> None:
    assert meant(typed) == due
