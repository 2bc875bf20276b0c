"""Questions as people type them: in haste, by voice, in capitals, in the order of other tongues."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from store.model import Polarity, Query

Meant = Callable[[str], Query]

DENIES = Polarity.DENIES
MONDAY, YESTERDAY, TODAY = date(2023, 5, 15), date(2023, 5, 16), date(2023, 5, 17)
BUTCHER = Query(speaker="biden", topic="putin", words="butcher")

ASKED = {
    # in haste
    "whats biden said abt putin": Query(speaker="biden", topic="putin"),
    "who tf said absolutly rediculous": Query(words="absolutly rediculous"),
    "who the hell said absolutely ridiculous": Query(words="absolutely ridiculous"),
    "wtf did biden say about putin": Query(speaker="biden", topic="putin"),
    "wat did biden say": Query(speaker="biden"),
    "wut did kirby say re drones": Query(speaker="kirby", topic="drones"),
    "wats kirby saying bout the drone": Query(speaker="kirby", topic="the drone"),
    "anything from kirby re drone since monday?": Query(
        speaker="kirby", topic="drone", since=MONDAY
    ),
    "anyting from kirby on drones": Query(speaker="kirby", topic="drones"),
    "biden putin butcher quote": Query(loose="biden putin butcher"),
    "kirby quote drone": Query(loose="kirby drone"),
    "peskov ridiculous": Query(loose="peskov ridiculous"),
    "quotes kirby drone": Query(loose="kirby drone"),
    "kirby re drone since monday": Query(loose="kirby about drone", since=MONDAY),
    "kirby abt drones yday": Query(loose="kirby about drones", since=YESTERDAY, until=YESTERDAY),
    "kirby on drones?": Query(loose="kirby on drones"),
    "who denied it": Query(polarity=DENIES),
    "who denied it??!!": Query(polarity=DENIES),
    "whos denied it so far": Query(polarity=DENIES),
    "did any1 deny it": Query(polarity=DENIES),
    "anyone deny the drone attack": Query(polarity=DENIES, topic="the drone attack"),
    "any denials from the white house?": Query(polarity=DENIES, speaker="the white house"),
    "denials of the drone strike": Query(polarity=DENIES, topic="the drone strike"),
    "kirby denials": Query(polarity=DENIES, speaker="kirby"),
    "did kirby deny": Query(polarity=DENIES, speaker="kirby"),
    "has kirby denied it yet": Query(polarity=DENIES, speaker="kirby"),
    "so did kirby deny it or not": Query(polarity=DENIES, speaker="kirby"),
    "did biden rly say putin is a butcher": Query(speaker="biden", words="putin is a butcher"),
    "did biden literally say putin is a butcher": Query(
        speaker="biden", words="putin is a butcher"
    ),
    "biden said putin is a butcher?": Query(speaker="biden", words="putin is a butcher"),
    "biden said what about putin": Query(speaker="biden", topic="putin"),
    "kirby says?": Query(speaker="kirby"),
    "so biden called putin a butcher?": BUTCHER,
    "when did biden call putin a butcher": BUTCHER,
    "where did biden call putin a butcher": BUTCHER,
    "is it true that biden called putin a butcher": BUTCHER,
    "is it true biden said walk back": Query(speaker="biden", words="walk back"),
    "when did biden say walk back": Query(speaker="biden", words="walk back"),
    "need kirby quotes asap": Query(speaker="kirby"),
    "gimme quotes by kirby": Query(speaker="kirby"),
    "got any quotes from kirby": Query(speaker="kirby"),
    "looking for a quote from kirby on drones pls": Query(speaker="kirby", topic="drones"),
    "find quote where biden says he wont walk anything back": Query(
        speaker="biden", words="he wont walk anything back"
    ),
    "the quote where kirby talks about the drone": Query(speaker="kirby", topic="the drone"),
    "that quote about the butcher": Query(topic="the butcher"),
    "something biden said about putin": Query(speaker="biden", topic="putin"),
    "everything kirby said about the drone": Query(speaker="kirby", topic="the drone"),
    "all of bidens statements on putin": Query(speaker="bidens", topic="putin"),
    "all biden quotes about putin": Query(speaker="biden", topic="putin"),
    "quotes about putin by biden": Query(speaker="biden", topic="putin"),
    "quotes about putin from biden last month": Query(
        speaker="biden", topic="putin", since=date(2023, 4, 1), until=date(2023, 4, 30)
    ),
    "anything by kirby yesterday": Query(speaker="kirby", since=YESTERDAY, until=YESTERDAY),
    "any word from kirby on the drone": Query(speaker="kirby", topic="the drone"),
    "latest kirby": Query(speaker="kirby"),
    "latest on the drone": Query(topic="the drone"),
    "kirby today": Query(loose="kirby", since=TODAY, until=TODAY),
    "has kirby commented on the drone": Query(speaker="kirby", topic="the drone"),
    "did kirby comment on the drone yet": Query(speaker="kirby", topic="the drone"),
    "has kirby said anything yet": Query(speaker="kirby"),
    "did kirby talk about drones": Query(speaker="kirby", topic="drones"),
    "did biden mention putin": Query(speaker="biden", words="putin"),
    "how did kirby react to the drone strike": Query(speaker="kirby", topic="the drone strike"),
    "how has moscow responded to the strike": Query(speaker="moscow", topic="the strike"),
    "what was kirby's response to the strike": Query(speaker="kirby", topic="the strike"),
    "whats bidens take on putin": Query(speaker="bidens", topic="putin"),
    "kirby's reaction to the drone": Query(speaker="kirby", topic="the drone"),
    "what is the white house's position on drones": Query(
        speaker="the white house", topic="drones"
    ),
    "who reacted to the strike": Query(topic="the strike"),
    "who commented on the strike": Query(topic="the strike"),
    "who tweeted absolutely ridiculous": Query(words="absolutely ridiculous"),
    "whose quote is absolutely ridiculous": Query(words="absolutely ridiculous"),
    "whose words are these: absolutely ridiculous": Query(words="absolutely ridiculous"),
    "who is quoted as saying absolutely ridiculous": Query(words="absolutely ridiculous"),
    "who was it who said absolutely ridiculous": Query(words="absolutely ridiculous"),
    "who was the one saying absolutely ridiculous": Query(words="absolutely ridiculous"),
    "source for absolutely ridiculous": Query(words="absolutely ridiculous"),
    "source of the quote absolutely ridiculous?": Query(words="absolutely ridiculous"),
    "does anyone know who said absolutely ridiculous": Query(words="absolutely ridiculous"),
    "i wonder who said absolutely ridiculous": Query(words="absolutely ridiculous"),
    "remind me what kirby said about the drone": Query(speaker="kirby", topic="the drone"),
    "do we have anything from kirby on drones": Query(speaker="kirby", topic="drones"),
    "have we got a quote by peskov": Query(speaker="peskov"),
    # without apostrophes, in capitals, with signs
    "WHAT DID BIDEN SAY ABOUT PUTIN": Query(speaker="BIDEN", topic="PUTIN"),
    "WHO SAID ABSOLUTELY RIDICULOUS!!!": Query(words="ABSOLUTELY RIDICULOUS"),
    "WHO DENIED IT YESTERDAY": Query(polarity=DENIES, since=YESTERDAY, until=YESTERDAY),
    "QUOTES BY KIRBY SINCE MONDAY": Query(speaker="KIRBY", since=MONDAY),
    "Whos Said Walk Back": Query(words="Walk Back"),
    "#drone kirby": Query(loose="#drone kirby"),
    "what did @kirby say": Query(speaker="@kirby"),
    "what did kirby say??? about the drone???": Query(speaker="kirby", topic="the drone"),
    "what did kirby say... about the drone...": Query(speaker="kirby", topic="the drone"),
    "🤔 who said absolutely ridiculous 🤔": Query(words="absolutely ridiculous"),
    # by voice
    "um who said absolutely ridiculous": Query(words="absolutely ridiculous"),
    "okay so uh what did joe biden say about putin": Query(speaker="joe biden", topic="putin"),
    "who said quote absolutely ridiculous unquote": Query(
        words="absolutely ridiculous", exact=("absolutely ridiculous",)
    ),
    "did biden say quote walk back end quote": Query(
        speaker="biden", words="walk back", exact=("walk back",)
    ),
    "hey on record what did kirby say about the drone question mark": Query(
        speaker="kirby", topic="the drone"
    ),
    "what did kirby say about the the drone": Query(speaker="kirby", topic="the the drone"),
    "tell me what did kirby said yesterday": Query(
        speaker="kirby", since=YESTERDAY, until=YESTERDAY
    ),
    "i want to know what kirby said about the drone please": Query(
        speaker="kirby", topic="the drone"
    ),
    "can you find out who said absolutely ridiculous": Query(words="absolutely ridiculous"),
    "could you look up what kirby said on the drone": Query(speaker="kirby", topic="the drone"),
    # in the order of other tongues
    "what has Biden about Putin said": Query(speaker="Biden", topic="Putin"),
    "what said Biden about Putin": Query(speaker="Biden", topic="Putin"),
    "what says Kirby to the drone": Query(speaker="Kirby", topic="the drone"),
    "who has absolutely ridiculous said": Query(words="absolutely ridiculous"),
    "what Biden has said about Putin": Query(speaker="Biden", topic="Putin"),
    "what Biden did say about Putin": Query(speaker="Biden", topic="Putin"),
    "Biden what said about Putin": Query(speaker="Biden", topic="Putin"),
    "about Putin what did Biden say": Query(speaker="Biden", topic="Putin"),
    "about the drone, what did Kirby say yesterday": Query(
        speaker="Kirby", topic="the drone", since=YESTERDAY, until=YESTERDAY
    ),
    # what is not understood is searched as it stands
    "drone strike on the kremlin": Query(loose="drone strike on the kremlin"),
    "obviously it's a ludicrous claim": Query(loose="obviously it's a ludicrous claim"),
    "he said she said": Query(loose="he said she said"),
    "was hat Biden gesagt": Query(loose="was hat Biden gesagt"),
    "re: drones": Query(loose="re: drones"),
}


@pytest.mark.parametrize("typed", ASKED)
def test_a_sloppy_question_means(meant: Meant, typed: str) -> None:
    assert meant(typed) == ASKED[typed]
