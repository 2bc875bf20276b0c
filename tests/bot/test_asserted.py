"""A heading says that somebody said the words typed only where nothing unsays it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answers import answer
from bot.asserted import Typed, standing
from bot.loading import load
from bot.questions import Question
from store.articles import Details, Document
from store.model import Match
from store.store import Store

Said = Callable[..., Match]

LIKE = "One statement by {} with words like these."

HEADINGS = [
    pytest.param(
        "“The orchard is for sale,” said Nadia Falk.",
        "who said the orchard is for sale",
        "Nadia Falk said these words.",
        id="said, and nothing around it",
    ),
    pytest.param(
        "“I won't say the ‘good old days’ were better,” said Nadia Falk.",
        "who said I won't say the good old days were better",
        "Nadia Falk said these words.",
        id="inner marks around a part of the words typed",
    ),
    pytest.param(
        "Nadia Falk said: “The warden told us ‘The orchard is for sale.’”",
        "who said the orchard is for sale",
        "One statement by Nadia Falk, with these words in marks inside it: "
        "they may be somebody else's.",
        id="somebody else's words inside",
    ),
    pytest.param(
        "“There is no chance that the orchard is for sale,” said Nadia Falk.",
        "who said the orchard is for sale",
        LIKE.format("Nadia Falk"),
        id="a no before the words",
    ),
    pytest.param(
        "“Unless it rains, the orchard is for sale,” said Nadia Falk.",
        "who said the orchard is for sale",
        LIKE.format("Nadia Falk"),
        id="a condition before the words",
    ),
    pytest.param(
        "“I never liked it. The orchard is for sale,” said Nadia Falk.",
        "who said the orchard is for sale",
        "Nadia Falk said these words.",
        id="a no in the sentence before",
    ),
    pytest.param(
        "“The orchard is illegal,” said Nadia Falk.",
        "who said the orchard is legal",
        "Nothing with these words is on record (searched one statement in one article); "
        "nearest, and not the answer: one statement by Nadia Falk.",
        id="no likeness takes legal for illegal",
    ),
    pytest.param(
        "“The orchard is for sale,” Nadia Falk said, according to Piet Maas.",
        "who said the orchard is for sale",
        "Nadia Falk said these words, according to Piet Maas.",
        id="second-hand",
    ),
    pytest.param(
        "Nadia Falk reportedly said: “The orchard is for sale.”",
        "who said the orchard is for sale",
        "Nadia Falk said these words, second-hand (“reportedly”).",
        id="reportedly",
    ),
    pytest.param(
        "“The orchard is not for sale,” said Nadia Falk.",
        "did Nadia Falk say the orchard is for sale",
        "Nothing from Nadia Falk with these words is on record (searched one statement in one "
        "article); nearest, and not the answer: one statement by Nadia Falk.",
        id="the opposite is no answer",
    ),
    pytest.param(
        "“The orchard is for sale,” said Nadia Falk.",
        "who said the orchard isn't for sale",
        "Nothing with these words is on record (searched one statement in one article); "
        "nearest, and not the answer: one statement by Nadia Falk.",
        id="nor where the no was typed",
    ),
    pytest.param(
        "“The orchard is not for sale,” said Nadia Falk.",
        "orchard sale",
        LIKE.format("Nadia Falk"),
        id="bare keywords find both",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("article", "typed", "heading"), HEADINGS)
def test_the_heading_says_no_more_than_the_article(
    tmp_path: Path, article: str, typed: str, heading: str
) -> None:
    with Store(tmp_path / "onrecord.db") as store:
        load(store, Document("a.txt", article.encode()), Details(), by="test")
        assert answer(store, Question(typed)).heading == heading


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("Nadia Falk said “{}”, and left.", Typed.OWN),
        ("It is not true that Nadia Falk said “{}”, the warden said.", Typed.OTHERWISE),
        ("Neither Nadia Falk nor Piet Maas said “{}”.", Typed.OTHERWISE),
        ("Nadia Falk wishes she had said “{}”.", Typed.OTHERWISE),
        ("If Nadia Falk said “{}”, it is news.", Typed.OTHERWISE),
        ("“{},” said an actor imitating Nadia Falk.", Typed.OTHERWISE),
        ("Nadia Falk is said to have been misquoted: “{}”", Typed.OTHERWISE),
        ("Nobody was there. Nadia Falk said “{}”.", Typed.OWN),
        ("Nadia Falk said “{}”; “never,” said Piet Maas.", Typed.OWN),
    ],
)
def test_the_sentence_around_may_take_words_back(said: Said, sentence: str, stands: Typed) -> None:
    match = said(sentence.format("The orchard is for sale"), "The orchard is for sale")
    assert standing(match, "the orchard is for sale") is stands
