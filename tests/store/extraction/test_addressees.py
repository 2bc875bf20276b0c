"""Who is spoken to, in sentences whose quotation is marked; see `conftest`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reported = Callable[[str], dict[str, Any]]
Told = Callable[[str], list[dict[str, Any]]]

# id: (sentence, the words for who is spoken to)
SPOKEN_TO: dict[str, tuple[str, str]] = {
    "told": ("“[It is safe,]” <Ada Birch> {told} reporters.", "reporters"),
    "told him": ("“[It is safe,]” <Ada Birch> {told} him on Monday.", "him"),
    "told a name": ("“[It is safe,]” <Ada Birch> {told} Bram Otto in Ostra.", "Bram Otto"),
    "told two": (
        "“[It is safe,]” <Ada Birch> {told} Bram Otto and Lena Holt.",
        "Bram Otto and Lena Holt",
    ),
    "told a name with a title": (
        "<Ada Birch> {told} Lena Holt, the mayor, that [it was safe].",
        "Lena Holt",
    ),
    "told relatives": ("“[It is safe,]” <Ada Birch> {told} her brother.", "her brother"),
    "told an outlet": ("“[It is safe,]” <Ada Birch> {told} CNN.", "CNN"),
    "told before that": ("<Ada Birch> {told} the council that [it was safe].", "the council"),
    "told without that": ("<Ada Birch> {told} the council [it was safe].", "the council"),
    "told a crowd somewhere": (
        "“[It is safe,]” <Ada Birch> {told} a crowd in Ostra.",
        "a crowd",
    ),
    "told the crew of something": (
        "“[It is safe,]” <Ada Birch> {told} the crew of the ferry.",
        "the crew of the ferry",
    ),
    "told a meeting on a day": (
        "“[It is safe,]” <Ada Birch> {told} a meeting of the council on Monday.",
        "a meeting of the council",
    ),
    "told late": ("“[It is safe,]” <Ada Birch> {told} the council late on Monday.", "the council"),
    "told last night": ("“[It is safe,]” <Ada Birch> {told} CNN last night.", "CNN"),
    "told a paper with a weekday": (
        "<Ada Birch> {told} the Sunday Mirror [the bridge was safe].",
        "the Sunday Mirror",
    ),
    "told those waiting": (
        "“[It is safe,]” <Ada Birch> {told} reporters waiting outside.",
        "reporters",
    ),
    "told in some manner": (
        "<Ada Birch> {told} the Norland news agency simply: “[No.]”",
        "the Norland news agency",
    ),
    "told afterwards": ("“[No,]” <Ada Birch> {told} advisers afterwards.", "advisers"),
    "told a briefing": ("“[No,]” <Ada Birch> {told} a news briefing.", "a news briefing"),
    "told a paper of today": (
        "<Ada Birch> {told} Ostra Today that [it was safe].",
        "Ostra Today",
    ),
    "told a programme in marks": (
        "<Ada Birch> {told} the BBC’s “Good Morning” that [it was safe].",
        "the BBC’s “Good Morning”",
    ),
    "told a programme": (
        "<Ada Birch> {told} CNN’s This Hour that [it was safe].",
        "CNN’s This Hour",
    ),
    "told the late shift": ("“[No,]” <Ada Birch> {told} the late shift.", "the late shift"),
    "told the hosts of a programme": (
        "“[No,]” <Ada Birch> {told} the hosts of “Good Morning,” adding it was safe.",
        "the hosts",
    ),
    "a statement to one that explains": (
        "“[No,]” <Ada Birch> {said} in a statement to Otto explaining why.",
        "Otto",
    ),
    "warned": ("<Ada Birch> {warned} ministers that [it would fall].", "ministers"),
    "assured": ("<Ada Birch> {assured} voters [the bridge was safe].", "voters"),
    "reminded": ("<Ada Birch> {reminded} the committee that [it was new].", "the committee"),
    "informed": (
        "<Ada Birch> {informed} the board of the trust that [it was safe].",
        "the board of the trust",
    ),
    "asked": ("<Ada Birch> {asked} the minister: “[Is it safe?]”", "the minister"),
    "promised": ("<Ada Birch> {promised} residents that [it would open].", "residents"),
    "urged": ("<Ada Birch> {urged} drivers [to stay at home].", "drivers"),
    "said to": ("“[It is safe,]” <Ada Birch> {said} to her.", "her"),
    "said to, after the source": ("“[It is safe,]” {said} <Ada Birch> to the crew.", "the crew"),
    "explained to": ("<Ada Birch> {explained} to the jury that [it was safe].", "the jury"),
    "admitted to": ("<Ada Birch> {admitted} to police that [it was not safe].", "police"),
    "confirmed to": ("<Ada Birch> {confirmed} to the Fen Post that [it shut].", "the Fen Post"),
    "wrote to": ("<Ada Birch> {wrote} to staff: “[It is safe.]”", "staff"),
    "replied to": ("<Ada Birch> {replied} to Otto on Monday: “[No.]”", "Otto"),
    "shouted at": ("“[It is safe,]” <Ada Birch> {shouted} at the driver.", "the driver"),
    "a letter to": ("<Ada Birch> {said} in a letter to staff that [it was safe].", "staff"),
    "an email to": (
        "“[It is safe,]” <Ada Birch> {wrote} in an email to employees.",
        "employees",
    ),
    "a letter dated": (
        "“[It is safe,]” <Ada Birch> {said} in a letter to the council on Monday.",
        "the council",
    ),
    "a speech to": ("In a speech to the union, <Ada Birch> {said} [it was safe].", "the union"),
    "a statement to": (
        "“[It is safe,]” <Ada Birch> {said} in a statement to the Fen Post.",
        "the Fen Post",
    ),
    "speaking to": ("Speaking to reporters in Ostra, <Ada Birch> {said} [it shut].", "reporters"),
    "speaking to, after the source": (
        "<Ada Birch>, speaking to students, {said} [it was safe].",
        "students",
    ),
    "addressing": ("Addressing the crowd, <Ada Birch> {said} [it was safe].", "the crowd"),
    "after the content": ("<Ada Birch> {said} “[it is safe]” to the crew.", "the crew"),
    "a letter after the content": (
        "<Ada Birch> {said} [the bridge was safe] in a letter to staff.",
        "staff",
    ),
    "the passive": ("Residents were {told} by <Ada Birch> that [it was safe].", "Residents"),
    "the passive without a source": ("Reporters were {told} that [it was safe].", "Reporters"),
    "the passive with an auxiliary": (
        "The crew had been {warned} by <Ada Birch> that [it would fall].",
        "The crew",
    ),
    "a crowd of a size": (
        "“[It is safe,]” <the mayor> {told} the 200-strong crowd outside the hall.",
        "the 200-strong crowd",
    ),
    "one who then does something": ("“[No,]” <Birch> {told} Otto, who nodded.", "Otto"),
    "an adjective": (
        "“[No,]” <Birch> {told} a visibly angry Bram Otto.",
        "a visibly angry Bram Otto",
    ),
    "a club's dinner": (
        "“[No,]” <Birch> {told} the Ostra Rowing Club’s annual dinner.",
        "the Ostra Rowing Club’s annual dinner",
    ),
    "two groups": ("“[No,]” <Birch> {told} her staff and the press.", "her staff and the press"),
    "me": ("“[No,]” <Birch> {told} me.", "me"),
    "three of them": ("“[No,]” <Birch> {told} the three of them.", "the three of them"),
    "told in a letter seen by another": (
        "In a letter seen by the Fen Post, <Birch> {told} the council [it was safe].",
        "the council",
    ),
    "wrote to, last week": (
        "<Birch> {wrote} to the council last week that [it was safe].",
        "the council",
    ),
    "emailed": ("<Birch> {emailed} staff to say [it was safe].", "staff"),
    "texted": ("“[No,]” <Birch> {texted} Otto on Monday night.", "Otto"),
    "advised": (
        "“[Stay at home],” <the chief> {advised} residents of the valley.",
        "residents of the valley",
    ),
    "testimony": ("In her testimony to the inquiry, <Birch> {said} [it shut].", "the inquiry"),
    "whispered to": ("“[No,]” <Birch> {whispered} to her daughter.", "her daughter"),
    "the passive of a pronoun": ("He was {warned} by <police> that [it would fall].", "He"),
    "two outlets": (
        "<Birch> {told} the Fen Post and Ostra Radio that [it was safe].",
        "the Fen Post and Ostra Radio",
    ),
}


@pytest.mark.parametrize(("sentence", "heard"), SPOKEN_TO.values(), ids=SPOKEN_TO)
def test_who_is_spoken_to(sentence: str, heard: str, reported: Reported) -> None:
    assert reported(sentence)["addressee"] == heard


# id: the sentence
TO_NOBODY: dict[str, str] = {
    "said": "“[It is safe,]” {said} <Ada Birch>.",
    "a place": "“[It is safe,]” <Ada Birch> {said} in Ostra.",
    "a day": "<Ada Birch> {said} on Monday [it was safe].",
    "told on a day": "“[It is safe,]” the council was not there when <Ada Birch> {told} of it.",
    "said to applause": "“[It is safe,]” <Ada Birch> {said} to applause.",
    "said to loud laughter": "“[It is safe,]” <Ada Birch> {said} to loud laughter.",
    "another verb after it": "“[No,]” <Ada Birch> {warned} and was cheered by the crew.",
    "said close to tears": "“[It is safe,]” <Ada Birch> {said}, close to tears.",
    "wrote to say": "<Ada Birch> {wrote} to say [the bridge was safe].",
    "promised to": "<Ada Birch> {promised} [to resign].",
    "promised something": "<Ada Birch> {promised} [a new bridge].",
    "urged something": "<Ada Birch> {urged} [calm].",
    "warned that": "<Ada Birch> {warned} that [it would fall].",
    "warned of": "<Ada Birch> {warned} of [“a hard winter”].",
    "what it is about, not to whom": "<Ada Birch> {warned} [the bridge would fall].",
    "asked whether": "<Ada Birch> {asked} [whether it was safe].",
    "asked about": "<Ada Birch> {asked} about the bridge: “[Is it safe?]”",
    "advised against": "<Ada Birch> {advised} against [going there].",
    "said of": "“[He is safe,]” <Ada Birch> {said} of Otto.",
    "referring to": "“[He is safe,]” <Ada Birch> {said}, referring to Otto.",
    "in response to": "“[It is safe,]” <Ada Birch> {said} in response to Otto.",
    "a secretary to": "“[It is safe,]” {said} <Ada Birch>, secretary to the council.",
    "an adviser to": "“[It is safe,]” {said} <an adviser to the king>.",
    "in the content": "“[Talk to the mayor,]” {said} <Ada Birch>.",
    "told in the content": "<Ada Birch> {said} [she had told reporters it was safe].",
    "another's": "After Bram Otto spoke to reporters, <Ada Birch> {said} [it was safe].",
    "another's passive": "The crew were told to go and <Ada Birch> {said} [it was safe].",
    "a bridge to somewhere": "“[It is safe,]” <Ada Birch> {said} on the road to Ostra.",
    "a visit to": "“[It is safe,]” <Ada Birch> {said} on a visit to Ostra.",
    "according to": "[The bridge is safe], {according to} <Ada Birch>.",
    "a colon": "<Ada Birch>{:} “[It is safe.]”",
    "denied": "<Ada Birch> {denied} [any involvement].",
    "no one": "“[It is safe,]” <Birch> {told} no one in particular.",
    "when asked": "“[It is safe,]” <Birch> {said} when reporters asked her.",
    "asked by": "Asked by reporters whether it was safe, <Birch> {said} [it was].",
    "to somebody's surprise": "“[It is safe,]” {said} <Birch>, to Otto’s surprise.",
    "no to an offer": "“[No,]” <Birch> {said} to the offer.",
    "posted to": "“[It is safe,]” <Birch> {said} in a message posted to Facebook.",
}


@pytest.mark.parametrize("sentence", TO_NOBODY.values(), ids=TO_NOBODY)
def test_nobody_is_spoken_to(sentence: str, reported: Reported) -> None:
    assert reported(sentence)["addressee"] is None


# id: (text, addressee of the one statement)
WITH_NAMES: dict[str, tuple[str, str]] = {
    "a clause after police": ("Ada Birch told police Kit Osei had shut the quay.", "police"),
    "a rank and a name": (
        "Ada Birch told reporter Kit Osei that it was shut.",
        "reporter Kit Osei",
    ),
    "a plural possessive": (
        "“It is shut,” Ada Birch told the Rowers’ Weekly.",
        "the Rowers’ Weekly",
    ),
    "a plural possessive of a group": (
        "“It is shut,” Ada Birch told the dockers’ union.",
        "the dockers’ union",
    ),
}


@pytest.mark.parametrize(("text", "due"), WITH_NAMES.values(), ids=WITH_NAMES)
def test_who_is_spoken_to_has_a_name(text: str, due: str, told: Told) -> None:
    assert [row["addressee"] for row in told(text)] == [due]


@pytest.mark.xfail(strict=True, reason="after “me” the phrase is taken to be over")
def test_a_pronoun_and_another(reported: Reported) -> None:
    assert reported("“[No,]” <Birch> {said} to me and Otto.")["addressee"] == "me and Otto"
