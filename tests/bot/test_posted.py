"""What is told of a change, and which statements of a page it is told of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot import posted
from bot.pages import Page
from bot.questions import Question
from bot.replying import reply
from store.model import Article, Message, Outcome, Query, Ruling, Shown, Stale
from store.store import Store

TEXT = "“The pier stays as it is,” said Ana Ruiz.\n\n“We go,” the mayor said on Friday.\n"
MESSAGE = Message("slack", "T1", "C1", "1.1", "", "who said the pier stays", 1, None, "shared", "U")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "onrecord.db") as opened:
        opened.load(Article(TEXT, title="News"), by="ed")
        yield opened


@pytest.fixture
def settle(store: Store) -> Callable[..., None]:
    def settle(ruling: Ruling, words: str = "pier stays as") -> None:
        found = store.search(Query(words=words))[0]
        number = store.corrections.report(found.id, instead="Bo", why="", by="slack:U", scope="")
        store.corrections.settle(number, ruling, by="ed")

    return settle


def post(store: Store, message: Message = MESSAGE) -> None:
    answer = reply(store, Question(message.question, message.scope))
    posted.remember(store, message, answer, Page(answer, answer.cards, 1, 1))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param("Ana Ruiz", "Bo Lim", "Bo Lim said this, not Ana Ruiz", id="another"),
        pytest.param(
            "Ana Ruiz", None, "this is no statement of Ana Ruiz, and is shown no more", id="none"
        ),
        pytest.param(
            None, "Ana Ruiz", "this is a statement of Ana Ruiz after all", id="taken back"
        ),
        pytest.param(
            "Speaker not named",
            "Bo Lim",
            "Bo Lim said this; before, no speaker was named here",
            id="one at last",
        ),
        pytest.param(
            "Ana Ruiz",
            "Speaker not named",
            "who said this is not known; Ana Ruiz was named here before",
            id="nobody any more",
        ),
    ],
)
def test_what_is_told_of_a_change(before: str | None, after: str | None, told: str) -> None:
    assert posted.change(before, after) == told


def test_what_still_holds_is_passed_over_and_noted(store: Store) -> None:
    post(store)
    assert list(posted.due(store, "slack")) == []
    assert store.posted.due("slack") == ()


def test_a_change_is_told_with_the_words_until_that_is_done(
    store: Store, settle: Callable[..., None]
) -> None:
    post(store)
    settle(Ruling(Outcome.REASSIGNED, "Bo Lim"))
    ((stale, told),) = posted.due(store, "slack")
    assert told == "Correction: Bo Lim said this, not Ana Ruiz (The pier stays as it is)."
    again = posted.again(store, stale, told)
    assert again.heading.startswith(told)
    assert [card.speaker for card in again.cards] == ["Bo Lim"]
    assert list(posted.due(store, "slack")) == [(stale, told)]
    posted.done(store, stale)
    assert list(posted.due(store, "slack")) == []


def test_what_is_found_besides_when_it_is_asked_anew_is_looked_after_too(
    store: Store, settle: Callable[..., None]
) -> None:
    post(store)
    settle(Ruling(Outcome.REASSIGNED, "Bo Lim"))
    store.load(Article("“The pier stays shut,” said Cleo Vance.\n", title="Later"), by="ed")
    ((stale, told),) = posted.due(store, "slack")
    again = posted.again(store, stale, told)
    assert {card.speaker for card in again.cards} == {"Bo Lim", "Cleo Vance"}
    posted.shows(store, stale, again, Page(again, again.cards, 1, 1))
    posted.done(store, stale)
    assert list(posted.due(store, "slack")) == []
    settle(Ruling(Outcome.REASSIGNED, "Dan Ortiz"), "stays shut")
    ((_, told),) = posted.due(store, "slack")
    assert told == "Correction: Dan Ortiz said this, not Cleo Vance (The pier stays shut)."


def test_a_ruling_while_it_is_asked_anew_is_not_lost(
    store: Store, settle: Callable[..., None]
) -> None:
    post(store)
    settle(Ruling(Outcome.REASSIGNED, "Bo Lim"))
    store.load(Article("“The pier stays shut,” said Cleo Vance.\n", title="Later"), by="ed")
    ((stale, told),) = posted.due(store, "slack")
    again = posted.again(store, stale, told)
    settle(Ruling(Outcome.REASSIGNED, "Dan Ortiz"), "stays shut")
    posted.shows(store, stale, again, Page(again, again.cards, 1, 1))
    posted.done(store, stale)
    ((_, told),) = posted.due(store, "slack")
    assert "Dan Ortiz said this, not Cleo Vance" in told


URL = "https://harbor.example/pier"
WENT = "“The pier went as it was,” said Ana Ruiz.\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            WENT,
            "Correction: the article was changed:"
            " “The pier stays as it is,” now reads “The pier went as it was,”.",
            id="changed",
        ),
        pytest.param(
            "“Fish is up,” said Bo Lim.\n",
            "Withdrawn: the article no longer has this (The pier stays as it is).",
            id="left out",
        ),
        pytest.param(f"News.\n\n{TEXT}", "", id="unchanged, at another place"),
        pytest.param(
            TEXT.replace("Ana Ruiz", "Bo Lim"),
            "Correction: Bo Lim said this, not Ana Ruiz (The pier stays as it is).",
            id="by another",
        ),
        pytest.param(
            TEXT.replace("said Ana", "denied Ana"),
            "Withdrawn: the article was changed, and does not clearly say this any more"
            " (The pier stays as it is).",
            id="no longer clearly",
        ),
        pytest.param(
            None,
            "Withdrawn: the article was withdrawn (The pier stays as it is).",
            id="withdrawn",
        ),
    ],
)
def test_what_is_told_of_a_version(store: Store, text: str | None, told: str) -> None:
    store.load(Article(TEXT, url=URL), by="ed")
    post(store)
    assert list(posted.due(store, "slack")) == []
    if text:
        store.load(Article(text, url=URL), by="ed")
    else:
        store.revisions.withdraw(URL, because="A hoax.", by="ed")
    assert [sentence for _, sentence in posted.due(store, "slack")] == [told] * bool(told)
    for stale, _ in posted.due(store, "slack"):
        posted.done(store, stale)
    assert list(posted.due(store, "slack")) == []


def test_words_that_are_denied_now_are_told(store: Store) -> None:
    store.load(Article("Ana Ruiz said that the tram stops here.", url=URL), by="ed")
    post(store, replace(MESSAGE, question="who said the tram stops here"))
    store.load(Article("Ana Ruiz denied that the tram stops here.", url=URL), by="ed")
    ((_, told),) = posted.due(store, "slack")
    assert told == (
        "Correction: the article was changed: this is a denial now (the tram stops here)."
    )


def test_words_too_long_to_be_told_are_cut_without_marks_to_what_differs(store: Store) -> None:
    long = "and the council has said so in every year of this long and weary century, "
    before = f"“We know that, {long * 2}the pier stays,” said Ana Ruiz.\n"
    store.load(Article(before, url=URL), by="ed")
    post(store, replace(MESSAGE, question="what did Ana Ruiz say about the council"))
    list(posted.due(store, "slack"))
    store.load(Article(before.replace("stays", "goes"), url=URL), by="ed")
    ((_, told),) = posted.due(store, "slack")
    assert told == (
        "Correction: the article was changed:"
        " … long and weary century, the pier stays"
        " now reads … long and weary century, the pier goes."
    )


def test_what_was_ruled_and_taken_back_before_anybody_was_told_is_not_told(
    store: Store, settle: Callable[..., None]
) -> None:
    post(store)
    settle(Ruling(Outcome.REASSIGNED, "Bo Lim"))
    store.corrections.settle(1, Ruling(Outcome.REJECTED), by="ed", again=True)
    assert list(posted.due(store, "slack")) == []


def test_of_a_page_only_what_is_on_it_is_remembered(store: Store) -> None:
    answer = reply(store, Question("who said the pier stays"))
    posted.remember(store, MESSAGE, answer, Page(answer, (), 2, 2))
    assert store.posted.due("slack") == ()


def test_what_cannot_be_asked_again_is_still_told(
    store: Store, settle: Callable[..., None]
) -> None:
    (found,) = store.search(Query(words="pier stays"))
    answer = reply(store, Question(f"context of #{found.id}"))
    message = Message("slack", "T1", "C1", "1.1", "", answer.question, 1, None, "shared", "U")
    posted.remember(store, message, answer, Page(answer, answer.cards, 1, 1))
    settle(Ruling(Outcome.NOT_A_STATEMENT))
    ((stale, told),) = posted.due(store, "slack")
    again = posted.again(store, stale, told)
    assert again.heading == f"{told} {posted.CANNOT_ASK}"
    assert again.cards == ()


def test_of_very_many_changes_some_are_told_and_the_rest_counted() -> None:
    shown = tuple(Shown(number, (f"Words {number}",), f"Ana{number}", None) for number in range(9))
    told = posted.correction(Stale(1, 1, MESSAGE, shown))
    assert told.count("Correction: ") == posted.TOLD
    assert told.endswith("There are 6 corrections more.")
