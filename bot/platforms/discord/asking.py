"""Questions from Discord, put to the store; plain functions that run in a thread."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers import answer
from bot.pages import Page
from bot.platforms.discord.layout import page
from bot.questions import Question
from store.errors import UnusableQuestion
from store.store import Store, question_key


@dataclass(frozen=True, slots=True)
class Found:
    """A page of an answer, and the key that its question was remembered under."""

    page: Page
    key: str


def scope_of(guild: int | None, user: int) -> str:
    """What a question may see: its server's articles, and in a direct message none but ours."""
    return f"discord:{guild}" if guild is not None else f"discord:dm:{user}"


def find(store: Store, text: str, scope: str, number: int = 1) -> Found:
    """Page *number* of the answer to *text*, remembered so that buttons can come back to it."""
    found = page(answer(store, Question(text, scope)), number)
    store.remember(text, scope=scope)
    return Found(found, question_key(text, scope))


def find_again(store: Store, key: str, scope: str, number: int) -> Found:
    """Page *number* of the answer to the question behind *key*, if *scope* asked it."""
    text = store.recall(key, scope=scope)
    if text is None:
        raise UnusableQuestion("This question is not known here any more: please ask it again.")
    return find(store, text, scope, number)
