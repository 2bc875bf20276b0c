"""A thousand answers, half of them here: every page is one that Slack takes, words whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards import Answer
from bot.pages import Page
from bot.platforms.slack.blocks import LONGEST, MOST_BLOCKS, Message, notice, size, under
from bot.platforms.slack.layout import page_of, render, shared
from bot.platforms.slack.unfurling import below

from ..generated import answers, depths, half_a_thousand, text
from .conftest import Contract
from .test_layout import every, nothing_alive, within_limits

Validate = Callable[[list[Any]], None]


@pytest.fixture(scope="module")
def validate(contract: Contract) -> Validate:
    """Checks blocks against Slack's own types."""
    return partial(contract, "Blocks")


def turned(answer: Answer, depth: float) -> Page:
    total = page_of(answer, 1).total
    return page_of(answer, 1 + round(depth * (total - 1)))


def quotations(message: Message) -> list[str]:
    quotes = [part for part in every(message.blocks) if part.get("type") == "rich_text_quote"]
    return ["".join(text["text"] for text in quote["elements"]) for quote in quotes]


def for_everybody(page: Page) -> Message:
    return under("Why it comes here.", shared(page, "U0READER"))


@half_a_thousand
@given(answers(), depths, st.sampled_from([render, for_everybody]))
def test_slack_takes_every_page_with_its_words_whole(
    validate: Validate, answer: Answer, depth: float, made: Callable[[Page], Message]
) -> None:
    page = turned(answer, depth)
    message = made(page)
    validate(message.blocks)
    within_limits(message)
    nothing_alive(message)
    said = [one.words for card in page.cards for one in (card, *card.variants)]
    assert quotations(message) == ["\n".join(words.shown for words in each) for each in said]


@settings(half_a_thousand, max_examples=100)
@given(answers())
def test_slack_takes_whatever_stands_below_a_link(validate: Validate, answer: Answer) -> None:
    shown = Message("", below(answer))
    validate(shown.blocks)
    nothing_alive(shown)
    assert size(shown.blocks) <= LONGEST
    assert len(shown.blocks) <= MOST_BLOCKS
    assert not [part for part in every(shown.blocks) if part.get("type") == "button"]
    said = [card.words for card in page_of(answer, 1).cards]
    assert quotations(shown) == ["\n".join(words.shown for words in each) for each in said]


@given(text)
def test_slack_takes_every_notice(told: str) -> None:
    message = under("Why it comes here.", notice(told))
    within_limits(message)
    nothing_alive(message)
