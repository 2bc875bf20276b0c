"""A thousand answers, half of them here: every page is one that Discord takes, words whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from hypothesis import given

from bot.cards import Answer
from bot.pages import Page
from bot.platforms.discord.layout import MOST_CHOICES, page, render
from store.asked import question_key

from ..generated import answers, depths, half_a_thousand

Contract = Callable[[str, Any], None]
COMPONENTS_V2 = 1 << 15
MENTION = "<@123456789012345678>"


def key(question: str) -> str:
    return question_key(question, "discord:123456789012345678") + f"{date.max:%Y%m%d}"


def turned(answer: Answer, depth: float) -> Page:
    total = page(answer, 1).total
    return page(answer, 1 + round(depth * (total - 1)))


def parts(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from parts(component.get("components", []))


def texts(components: list[dict[str, Any]]) -> list[str]:
    return [part["content"] for part in parts(components) if part["type"] == 10]


def quotations(components: list[dict[str, Any]]) -> list[str]:
    """What a reader sees of the block quotations."""
    quotes = [re.findall(r"^> (.*)$", text, re.MULTILINE) for text in texts(components)]
    return [re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", "\n".join(lines)) for lines in quotes if lines]


@half_a_thousand
@given(answers(), depths)
def test_discord_takes_every_page_with_its_words_whole(
    contract: Contract, answer: Answer, depth: float
) -> None:
    shown = turned(answer, depth)
    choices = [(one.name, key(one.question)) for one in answer.choices[:MOST_CHOICES]]
    view = render(shown, key(answer.question), choices=choices, note=f"shared by {MENTION}")
    components = view.to_components()
    contract("MessageCreateRequest", {"components": components, "flags": COMPONENTS_V2})
    assert sum(len(text.encode("utf-16-le")) // 2 for text in texts(components)) <= 4000
    assert len(list(parts(components))) <= 40
    said = [one.words for card in shown.cards for one in (card, *card.variants)]
    whole = ["\n\n".join(words.shown for words in each) for each in said]
    assert quotations(components) == [re.sub(r"\r\n?", "\n", text) for text in whole]
