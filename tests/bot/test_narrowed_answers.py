"""Answers to questions with days, phrases and names of several people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.answers import answer
from bot.cards import Answer, Choice
from bot.loading import load
from bot.questions import Question
from store.articles import Details, Document
from store.model import Article
from store.store import Store

TODAY = date(2023, 5, 17)  # a Wednesday


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "onrecord.db") as store:
        _load(store, "“The pier will stay open,” said Ann Lee, the mayor.", date(2023, 5, 3))
        _load(store, "“The pier is closed for now,” said Ann Lee, the mayor.", date(2023, 5, 16))
        _load(store, "“The pier is a ruin,” said Ann Lee, the mayor.", None)
        yield store


def _load(store: Store, text: str, published: date | None, scope: str = "") -> None:
    details = Details(published=published)
    load(store, Document(f"{len(text)}.txt", text.encode()), details, by="test", scope=scope)


def _ask(store: Store, typed: str) -> Answer:
    return answer(store, Question(typed, today=TODAY))


def _said(found: Answer) -> list[str]:
    return [card.words[0].text for card in found.cards]


def test_the_heading_says_which_days_were_understood(store: Store) -> None:
    found = _ask(store, "what did Lee say about the pier since monday")
    assert _said(found) == ["The pier is closed for now,"]
    assert found.heading == (
        "Said by Lee about the pier since 15 May 2023: one statement by Ann Lee."
        " One statement that could fit has no date."
    )


def test_where_there_is_nothing_in_those_days_others_are_near(store: Store) -> None:
    found = _ask(store, "what did Lee say about the pier in 2021")
    assert found.nearest
    assert len(found.cards) == 3
    assert found.heading == (
        "Nothing from Lee about the pier in 2021 is on record (searched"
        " three statements in three articles); nearest, but of another day or none: three"
        " statements by Ann Lee. One statement that could fit has no date."
    )


@pytest.mark.parametrize(
    "typed",
    [
        "what did Lee say on Friday",
        "what did Lee say friday about the pier",
        "what did Lee say about the pier on Friday",
        "lee pier on friday",
    ],
)
def test_a_day_on_which_nothing_was_said_stays_a_day(store: Store, typed: str) -> None:
    _load(store, "“The pier opens on Friday,” said Ann Lee, the mayor.", date(2023, 5, 4))
    found = _ask(store, typed)
    assert found.nearest
    assert "on 12 May 2023" in found.heading
    assert "nearest, but of another day or none" in found.heading


def test_of_other_days_the_nearest_comes_first(store: Store) -> None:
    found = _ask(store, "what did Lee say on Sunday")
    dated = ["The pier is closed for now,", "The pier will stay open,"]
    assert _said(found) == [*dated, "The pier is a ruin,"]


def test_a_date_that_belongs_to_a_topic_is_no_day_that_is_asked_for(store: Store) -> None:
    _load(store, "“The flood of 3 May 2022 was a warning,” said Bo Quist.", date(2023, 5, 1))
    found = _ask(store, "what did Quist say about the flood of 3 May 2022")
    assert _said(found) == ["The flood of 3 May 2022 was a warning,"]
    assert not found.nearest


def test_of_how_many_the_nearest_are_is_told_and_agrees(store: Store) -> None:
    again = "“The pier is a ruin,” said Ann Lee, the mayor, when it rained."
    for text in (again, "“The pier costs too much,” said Ann Lee, the mayor."):
        _load(store, text, None)
    found = _ask(store, "what did Lee say about the pier in 2021")
    assert [len(card.variants) for card in found.cards] == [0, 0, 1]
    assert found.heading.endswith(
        "three statements by Ann Lee, of four such. Two statements that could fit have no date."
    )


def test_without_days_nothing_is_told_of_dates(store: Store) -> None:
    found = _ask(store, "what did Lee say about the pier")
    assert found.heading == "Said by Lee about the pier: three statements by Ann Lee."


def test_undated_statements_of_others_are_not_counted(store: Store) -> None:
    _load(store, "“The pier is a wreck,” said Ann Lee, the mayor.", None, scope="slack:T1")
    assert "One statement that could fit has no date." in _ask(store, "quotes by Lee today").heading


def test_days_that_were_said_are_found_as_words(store: Store) -> None:
    _load(store, "“We will open the gates on Thursday,” said Bo Quist.", date(2023, 5, 1))
    found = _ask(store, "who said we will open the gates on Thursday")
    assert found.heading == "Bo Quist said these words."


def test_asked_again_the_days_are_told_from_the_same_day(store: Store) -> None:
    assert _ask(store, "quotes by Lee since monday").today == TODAY
    assert _ask(store, "quotes by Lee").today is None


def test_a_phrase_that_nobody_said_just_so_is_not_answered_but_near(store: Store) -> None:
    found = _ask(store, "who said “the pier will be open”")
    assert found.nearest
    assert found.heading == (
        "Nothing with exactly these words is on record (searched three statements in three"
        " articles); nearest, but in other words: one statement by Ann Lee."
    )
    assert _said(found) == ["The pier will stay open,"]


def test_a_place_may_be_the_topic(store: Store) -> None:
    _load(store, "“It rained all day in Geneva,” said Bo Quist.", date(2023, 5, 1))
    found = _ask(store, "what did Quist say in Geneva")
    assert found.heading == "Said by Quist about Geneva: one statement by Bo Quist."


def test_an_outlet_may_stand_where_a_speaker_does(store: Store) -> None:
    _load(store, "“It rained all day,” Bo Quist told Reuters.", date(2023, 5, 1))
    assert _said(_ask(store, "quotes by Reuters")) == ["It rained all day,"]


@pytest.mark.parametrize(
    "typed",
    [
        "quotes from the Daily Planet",
        "quotes from the Planet",
        "quotes from dayly planet",
        "quotes in the planet about rain",
        "what did the daily planet say",
    ],
)
def test_an_outlet_that_only_the_store_knows_is_one(store: Store, typed: str) -> None:
    text = "“It rained all day,” said Bo Quist."
    store.load(Article(text, outlet="The Daily Planet"), by="test")
    assert _said(_ask(store, typed)) == ["It rained all day,"]


def test_who_is_a_speaker_is_no_outlet(store: Store) -> None:
    store.load(Article("“It rained,” said Bo Quist.", outlet="The Lee Herald"), by="test")
    assert {card.speaker for card in _ask(store, "quotes from Lee").cards} == {"Ann Lee"}


def test_a_timeline_is_told_by_days(store: Store) -> None:
    found = _ask(store, "timeline of Lee about the pier")
    dated = ["The pier will stay open,", "The pier is closed for now,"]
    assert _said(found) == [*dated, "The pier is a ruin,"]
    assert found.heading.startswith("Said by Lee about the pier, earliest first: three statements")


def test_a_spokesman_is_not_the_one_he_speaks_for(store: Store) -> None:
    _load(
        store,
        "“The strike was not ours,” said Zelensky's spokesman Bohdan Petrenko.\n\n"
        "“We fight on our territory,” said Volodymyr Zelensky, the president of Ukraine.",
        date(2023, 5, 1),
    )
    found = _ask(store, "what did zelenskys spokesman say")
    assert found.heading == "Said by zelenskys spokesman: one statement by Bohdan Petrenko."
    assert _said(found) == ["The strike was not ours,"]


@pytest.fixture
def lees(store: Store) -> Store:
    _load(store, "“The pier was always a ruin,” said Bruce Lee.", date(2023, 5, 2))
    return store


def test_of_several_people_the_answer_asks_which(lees: Store) -> None:
    found = _ask(lees, "what did Lee say about the pier?")
    assert found.heading.startswith(
        "Which Lee: Ann Lee (the mayor) or Bruce Lee? Name one to narrow it."
        " Said by Lee about the pier: four statements by"
    )
    assert found.choices == (
        Choice("Ann Lee", "what did Ann Lee say about the pier?"),
        Choice("Bruce Lee", "what did Bruce Lee say about the pier?"),
    )


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("what did Bruce Lee say", id="a full name"),
        pytest.param("did Lee say it was always a ruin", id="only one of them said it"),
        pytest.param("who said the pier", id="nobody was named"),
    ],
)
def test_where_one_is_meant_it_does_not_ask(lees: Store, typed: str) -> None:
    found = _ask(lees, typed)
    assert found.cards
    assert not found.choices
    assert "Which" not in found.heading


@pytest.mark.parametrize("typed", ["lee", "lee pier"])
def test_a_surname_in_loose_words_is_asked_about_too(lees: Store, typed: str) -> None:
    found = _ask(lees, typed)
    assert found.heading.startswith("Which lee: Ann Lee (the mayor) or Bruce Lee?")
    assert found.choices[1] == Choice("Bruce Lee", typed.replace("lee", "Bruce Lee"))


def test_a_choice_asks_for_that_one(lees: Store) -> None:
    for choice in _ask(lees, "WHAT DID LEE SAY").choices:
        assert {card.speaker for card in _ask(lees, choice.question).cards} == {choice.name}


@pytest.mark.parametrize("typed", ["what did John Smith say", "john smith", "quotes by Smith"])
def test_one_name_that_may_be_two_peoples_is_told(store: Store, typed: str) -> None:
    _load(store, "“It rained,” said John Smith, the mayor of Brook.", date(2023, 5, 1))
    _load(store, "“We lost the match,” said John Smith, a goalkeeper for the Rovers.", None)
    assert _ask(store, typed).heading.endswith(
        "wo statements by John Smith. More than one person may be called John Smith:"
        " the mayor of Brook in one article, a goalkeeper for the Rovers in another."
    )


def test_where_nobody_was_asked_for_nobody_is_told_apart(store: Store) -> None:
    _load(store, "“It rained a lot,” said John Smith, the mayor of Brook.", date(2023, 5, 1))
    _load(store, "“It rained at the match,” said John Smith, a Rovers goalkeeper.", None)
    assert "More than one" not in _ask(store, "who said it rained").heading
