"""What was said keeps the words that turn it, and takes none that are no part of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str], list[dict[str, Any]]]

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


CONTENTS = {
    "Reuters": "LONDON (Reuters) - The bridge is safe, officials said on Monday.",
    "two dashes": "DUNMORE -- The bridge is safe, officials said on Monday.",
    "a date in it": "DUNMORE, May 3 (Xinhua) -- The bridge is safe, officials said.",
    "two hyphens before marks": 'Dunmore, Norland -- "The bridge is safe," said Kit Osei.',
    "an agency before marks": 'DUNMORE, Norland (Reuters) "The bridge is safe," said Kit Osei.',
    "filed on Monday": "According to a complaint filed on Monday, The bridge is safe.",
}


@pytest.mark.parametrize("text", CONTENTS.values(), ids=CONTENTS)
def test_content_without_what_is_no_part_of_it(text: str, told: Told) -> None:
    assert [[one.strip(",") for one in row["content"]] for row in told(text)] == [
        ["The bridge is safe"]
    ]
