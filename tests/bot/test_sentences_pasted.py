"""A sentence that begins as if somebody had said the rest is words that were said, where nobody is
called so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answers import answer
from bot.cards import Answer
from bot.loading import load
from bot.questions import Question
from store.articles import Details, Document
from store.store import Store

ARTICLE = """“The economy added 151,000 jobs during the coldest winter,” said Ann Keller.

“Keller added 900 ferries to the northern winter timetable,” said Otto Quist, the pilot.
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "onrecord.db") as store:
        load(store, Document("jobs.txt", ARTICLE.encode()), Details(), by="test")
        yield store


def ask(store: Store, typed: str) -> Answer:
    return answer(store, Question(typed))


def said(found: Answer) -> list[str]:
    return [] if found.nearest else [card.words[0].text for card in found.cards]


def test_nobody_is_called_the_economy(store: Store) -> None:
    found = ask(store, "the economy added 151,000 jobs during the coldest winter")
    assert said(found) == ["The economy added 151,000 jobs during the coldest winter,"]
    assert found.heading == "Ann Keller said these words."


@pytest.mark.parametrize(
    "typed",
    [
        # she is somebody, and these are another's words
        "Keller added 900 ferries to the northern winter timetable",
        # nobody ever said that word: it may be a name
        "Zorblax added 151,000 jobs during the coldest winter",
    ],
)
def test_who_may_be_somebody_is_not_answered_with_another_s_words(store: Store, typed: str) -> None:
    assert not said(ask(store, typed))
