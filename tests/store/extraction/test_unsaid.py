"""Statements that nobody made are not shown, and what was said keeps the words that turn it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str], list[dict[str, Any]]]

UNSAID = {
    # nothing shows it
    "no document shows": "No document shows Ada Birch telling them that the bridge was safe.",
    "no sign": "There is no sign that Ada Birch ever told anyone the bridge was safe.",
    "no record of": "There is no record of Ada Birch saying “the bridge is safe.”",
    "no proof whatever": "There is no proof whatever that Ada Birch said the bridge was safe.",
    "nothing shows": "Nothing in the file shows that Ada Birch said the bridge was safe.",
    "neither shows": "Neither the letter nor the tape shows that Ada Birch said it was safe.",
    "nothing to indicate": (
        "Police found nothing to indicate that Ada Birch told them “the bridge is safe.”"
    ),
    "nobody can recall": "Nobody can recall Ada Birch saying that the bridge was safe.",
    "never established": "It was never established that Ada Birch said the bridge was safe.",
    # turned round
    "nowhere does she": "Nowhere in the minutes does Ada Birch say that the bridge is safe.",
    "not once did she": "Not once did Ada Birch say that the bridge was safe.",
    "at no point": "At no point did Ada Birch say that the bridge was safe.",
    "in none of": "In none of her letters does Ada Birch say that the bridge was safe.",
    # not quite
    "fell short of": "Ada Birch fell short of saying that the bridge was safe.",
    "within a whisker": "Ada Birch got within a whisker of saying the bridge was safe.",
    "shied away from": "Ada Birch shied away from saying that the bridge was safe.",
    "close to telling": "Ada Birch came close to telling the crew that the bridge was safe.",
    "all but said": "Ada Birch all but said that the bridge was safe.",
    "as good as said": "Ada Birch as good as said that the bridge was safe.",
    "almost said": "Ada Birch almost said that the bridge was safe.",
    "seldom says": "Ada Birch seldom says that the bridge is safe.",
    # only supposed
    "some believe": "Some believe Ada Birch said that the bridge was safe.",
    "many think": "Many think that Ada Birch said the bridge was safe.",
    "I doubt": "I doubt Ada Birch said that the bridge was safe.",
    "residents fear": "Residents fear Ada Birch told them that the bridge was safe.",
    "aides hope": "Aides hope that Ada Birch tells the council the bridge is safe.",
    "voters want": "Voters want Ada Birch to say that the bridge is safe.",
    "picture": "Picture Ada Birch telling them that the bridge is safe.",
    "let us assume": "Let us assume Ada Birch said that the bridge was safe.",
    "suppose": "Suppose Ada Birch told voters the bridge was safe.",
    "perhaps": "Perhaps Ada Birch said that the bridge was safe.",
    "legend has it": "Legend has it that Abel Crane said “the river will take us all.”",
    # yet to come
    "until she says": "Until Ada Birch says that the bridge is safe, it stays shut.",
    "before she says": "Before Ada Birch says that the bridge is safe, she should look.",
    "plans to tell": "Ada Birch plans to tell them on Monday that the bridge is safe.",
    "likely to say": "Ada Birch is likely to say that the bridge is safe.",
    "wondered whether": "Kit Osei wondered whether Ada Birch had said the bridge was safe.",
    "what if she told": "What would happen if Ada Birch told them that the bridge is safe?",
    "has she told": "Has Ada Birch told the council that the bridge is safe?",
    # the stage, the page and the wall
    "in the novel": "In Kit Osei's new novel, a mayor says that the bridge is safe.",
    "in the second act": "In the second act, the queen says: “The bridge is safe for us all.”",
    "in a sketch": "In a sketch, Ada Birch says “the bridge is safe and so am I.”",
    "in his play": "In Kit Osei's play, the master tells a sailor: “The bridge is safe for us.”",
    "in the final episode": (
        "Her character, Dora, says “the bridge is safe and the river is calm” in the last episode."
    ),
    "a banner": "A banner over the quay said: “The bridge is safe for all of us.”",
    "a T-shirt": "His T-shirt read “The bridge is safe for all of us.”",
    "a poster": "A poster in the window reads “The bridge is safe for all of us.”",
    "a tattoo": "A tattoo on his arm says “No bridge is safe for ever.”",
    "a parody account": "A parody account in her name wrote: “The bridge is safe for us all.”",
    "a spoof site": "A spoof site had Ada Birch saying that the bridge was safe.",
    "a made-up post": "A made-up post has Ada Birch saying that the bridge is safe.",
    "a false post": "“Ada Birch said the bridge is safe,” a false post on Chatter read.",
    "invented": "An invented quotation in which Ada Birch says “the bridge is safe” spread.",
    # a thing is no statement; the writer is nobody's source
    "confirmed the offer": "Ada Birch confirmed the offer.",
    "I told": "I told Ada Birch that was odd.",
}


@pytest.mark.parametrize("text", UNSAID.values(), ids=UNSAID)
def test_nobody_said_it(text: str, told: Told) -> None:
    assert told(text) == []


SAFE = ["the bridge was safe"]
# id: (text, speaker and content of the last statement)
SAID: dict[str, tuple[str, str, list[str]]] = {
    # what looks like the above and is none
    "said that in the novel": (
        "Ada Birch said that in the novel the mayor lies.",
        "Ada Birch",
        ["in the novel the mayor lies"],
    ),
    "who wrote the novel": (
        "Ada Birch, who wrote the novel, said that the bridge was safe.",
        "Ada Birch",
        SAFE,
    ),
    "in his speech": ("In his speech, Bram Otto said the bridge was safe.", "Bram Otto", SAFE),
    "some residents": (
        "Some residents said that the bridge was safe.",
        "Some residents",
        SAFE,
    ),
    "nearly half": ("Nearly half said they prefer tea.", "Nearly half", ["they prefer tea"]),
    "the suspected smuggler": (
        "The suspected smuggler said that the bridge was safe.",
        "The suspected smuggler",
        SAFE,
    ),
    "after she said": ("After Ada Birch said the bridge was safe, it opened.", "Ada Birch", SAFE),
    "before she said": (
        "Before Ada Birch said that the bridge was safe, it was shut.",
        "Ada Birch",
        SAFE,
    ),
    "not until Monday": (
        "Not until Monday did Ada Birch say that the bridge was safe.",
        "Ada Birch",
        SAFE,
    ),
    "only once": ("Only once did Ada Birch say that the bridge was safe.", "Ada Birch", SAFE),
    "no doubt": (
        "There is no doubt that Ada Birch said the bridge was safe.",
        "Ada Birch",
        SAFE,
    ),
    "nobody doubts": (
        "Nobody doubts that Ada Birch said the bridge was safe.",
        "Ada Birch",
        SAFE,
    ),
    "falsely claimed": (
        "Ada Birch falsely claimed that the bridge was safe.",
        "Ada Birch",
        SAFE,
    ),
    "who was not there": (
        "Ada Birch, who was not there, said that the bridge was safe.",
        "Ada Birch",
        SAFE,
    ),
    "called Hope": ("Port spokeswoman Hope Adler said the bridge was safe.", "Hope Adler", SAFE),
    "no reason and": (
        "Ada Birch gave no reason and said that the bridge was safe.",
        "Ada Birch",
        SAFE,
    ),
    "did not, but": (
        "Ada Birch did not go into detail but said that the bridge was safe.",
        "Ada Birch",
        SAFE,
    ),
    "proclaimed falsely": (
        "Ada Birch proclaimed in July – falsely – that the bridge was safe.",
        "Ada Birch",
        SAFE,
    ),
    "pretended and said": (
        "Ada Birch pretended to sleep and said that the bridge was safe.",
        "Ada Birch",
        SAFE,
    ),
    "a company of banners": (
        "The banner company said that the bridge was safe.",
        "The banner company",
        SAFE,
    ),
    "in the film industry": (
        "In the film industry, Ada Birch says, women earn less.",
        "Ada Birch",
        ["In the film industry", "women earn less"],
    ),
    "adding": (
        "Bram Otto said he would not go, adding that the bridge was safe.",
        "Bram Otto",
        SAFE,
    ),
    "no evidence of cracks": (
        "There is no evidence of cracks, Ada Birch said.",
        "Ada Birch",
        ["There is no evidence of cracks"],
    ),
    # the words that turn it are kept
    "at no point, said": (
        "At no point, said Ada Birch, was the bridge unsafe.",
        "Ada Birch",
        ["At no point", "was the bridge unsafe"],
    ),
    "never again, he said": (
        "Never again, Bram Otto said, will we be so weak.",
        "Bram Otto",
        ["Never again", "will we be so weak"],
    ),
    "is not, said, as safe": (
        "The bridge is not, said Ada Birch, as safe as it was.",
        "Ada Birch",
        ["The bridge is not", "as safe as it was"],
    ),
    "the drug, said, does not": (
        "The drug, said Ada Birch, does not help children.",
        "Ada Birch",
        ["The drug", "does not help children"],
    ),
    # few words, but a clause
    "she lied": ("Ada Birch said she lied.", "Ada Birch", ["she lied"]),
    "they won": ("Bram Otto said they won.", "Bram Otto", ["they won"]),
    "we won": ("We won, said Bram Otto.", "Bram Otto", ["We won"]),
    "it was true": ("Ada Birch said it was true.", "Ada Birch", ["it was true"]),
    # other verbs and none
    "texted": ("“It is safe,” Ada Birch texted him.", "Ada Birch", ["It is safe,"]),
    "messaged": ("“It is safe,” Ada Birch messaged them.", "Ada Birch", ["It is safe,"]),
    "emailed": ("Ada Birch emailed staff: “It is safe.”", "Ada Birch", ["It is safe."]),
    "posted": ("“It is safe,” Ada Birch posted on Monday.", "Ada Birch", ["It is safe,"]),
    "blogged": ("Ada Birch blogged that the bridge was safe.", "Ada Birch", SAFE),
    "quoted as saying": (
        "The Dunmore Post quoted Ada Birch as saying that the bridge was safe.",
        "Ada Birch",
        SAFE,
    ),
    "is quoted as saying": (
        "Ada Birch is quoted as saying “the bridge is safe.”",
        "Ada Birch",
        ["the bridge is safe."],
    ),
    "was quoted by": (
        "Bram Otto was quoted by the Dunmore Post as saying that the bridge was safe.",
        "Bram Otto",
        SAFE,
    ),
    "heard her say": (
        "Bram Otto heard Ada Birch say that the bridge was safe.",
        "Ada Birch",
        SAFE,
    ),
    "was heard saying": (
        "Ada Birch was heard saying that the bridge was safe.",
        "Ada Birch",
        SAFE,
    ),
    "had this to say": ("Ada Birch had this to say: “It is safe.”", "Ada Birch", ["It is safe."]),
    "her words": ("Ada Birch spoke. Her words: “It is safe.”", "Ada Birch", ["It is safe."]),
    "in the words of": (
        "In the words of Ada Birch, “the bridge is safe.”",
        "Ada Birch",
        ["the bridge is safe."],
    ),
    "as she put it": ("As Ada Birch put it, “it is safe.”", "Ada Birch", ["it is safe."]),
    # no part of the words
    "a clock": ("10:42 The bridge is safe, Ada Birch said.", "Ada Birch", ["The bridge is safe"]),
    "a reference": ("The bridge is safe,[1] Ada Birch said.", "Ada Birch", ["The bridge is safe"]),
    "an agency": (
        "(AP) — The bridge is safe, Ada Birch said.",
        "Ada Birch",
        ["The bridge is safe"],
    ),
    # what the rules alone are certain of
    "reportedly told": (
        "Ada Birch reportedly told Bram Otto that the bridge was safe.",
        "Ada Birch",
        SAFE,
    ),
}


@pytest.mark.parametrize(("text", "speaker", "content"), SAID.values(), ids=SAID)
def test_somebody_said_it(text: str, speaker: str, content: list[str], told: Told) -> None:
    last = told(text)[-1]
    assert (last["speaker"], last["content"]) == (speaker, content)


# id: (text, content, why it is missed)
MISSED = {
    "evidence shows": (
        "Evidence shows that Ada Birch said the bridge was safe.",
        SAFE,
        "the network takes the evidence for the source",
    ),
    "tired of saying": (
        "Ada Birch was tired of saying that the bridge was safe.",
        SAFE,
        "“was tired of saying” reads like a passive",
    ),
    "signed with the hands": (
        "“The bridge is safe,” Ada Birch, who is deaf, signed.",
        ["The bridge is safe,"],
        "“signed” mostly reports no words",
    ),
    "told those who feared": (
        "Ada Birch told residents who feared a collapse that the bridge was safe.",
        SAFE,
        "who is told is taken for what is said",
    ),
    "as somebody else": (
        "Ian Dunn, as Ada Birch, said: “The bridge is safe for all of us.”",
        [],
        "whom an actor plays is not told from what somebody works as",
    ),
    "is reported to have said": (
        "Ada Birch is reported to have said that the bridge was safe.",
        SAFE,
        "the network finds no source for it",
    ),
    "no truth in claims": (
        "There is no truth, said Ada Birch, in claims that cracks were found.",
        ["There is no truth", "in claims that cracks were found"],
        "an “in” after a source mostly says where it was said",
    ),
}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param(text, content, id=name, marks=pytest.mark.xfail(strict=True, reason=reason))
        for name, (text, content, reason) in MISSED.items()
    ],
)
def test_missed(text: str, content: list[str], told: Told) -> None:
    assert [row["content"] for row in told(text)] == ([content] if content else [])
