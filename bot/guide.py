"""What a person who asks for help is told: three things to ask that are answered, and how."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bot.answers import answer
from bot.commands import COMMANDS, QUOTES, TIMELINE, WHO_SAID, Command
from bot.headings import nothing_loaded
from bot.questions import Question
from store.errors import UnusableQuestion
from store.model import Kind, Match, Query
from store.store import Store
from store.words import STOP_WORDS

_CALL = re.compile(r"\W*/?help\W*", re.IGNORECASE)
_KNOWN_BEST = 5  # speakers among whom examples are looked for
_SAID = 10  # statements of each
_FEWEST, _MOST = 3, 6  # words that are remembered of a statement
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

_LEAD = "Ask me who said what: with a command, by mentioning me, or in a direct message."
_ADDED = (
    "To any question you can add days (since Monday, in May), an outlet (on CNN) or “first-hand"
    " only”; words in quotation marks must stand just so."
)


class Example(NamedTuple):
    """Something to ask that has an answer: as a command is *typed*, and as a *question*."""

    typed: str
    question: str


def calls_for_help(text: str) -> bool:
    """Whether *text* asks for nothing but help."""
    return not text.strip() or bool(_CALL.fullmatch(text))


def help_text(store: Store, scope: str = "") -> str:
    """What can be asked, in plain text, with examples that *scope* has answers to."""
    tried = [f"• {example.typed}" for example in examples(store, scope)]
    shown = ["For example, of what is loaded here:", *tried] if tried else []
    if not store.holdings(scope).articles:
        shown = [nothing_loaded(scope)]
    listed = [f"/{command.name} – {command.summary}" for command in COMMANDS]
    return "\n".join((_LEAD, "", *shown, *([""] if shown else []), *listed, "", _ADDED))


def examples(store: Store, scope: str) -> list[Example]:
    """A use each of three commands, which is answered from what *scope* sees; else fewer."""
    names = store.speakers("", scope=scope, limit=_KNOWN_BEST)
    said = {name: store.search(Query(speaker=name, scope=scope), limit=_SAID) for name in names}
    named = [{"speaker": name} for name in names]
    words = ({"words": some} for found in said.values() for some in _remembered(found))
    # the others' names first, so that the examples show different people
    tried = ((WHO_SAID, words), (QUOTES, named), (TIMELINE, [*named[1:], *named[:1]]))
    found = (_answered(store, scope, command, options) for command, options in tried)
    return [example for example in found if example]


def _remembered(found: Iterable[Match]) -> Iterator[str]:
    """The first words of what was said in marks, as a reader may remember them."""
    for match in found:
        if match.statement.kind is Kind.DIRECT and match.words:
            words = _WORD.findall(re.split(r"[.,;:!?–—]", match.words[0])[0])
            words = words[:_MOST]
            while words and words[-1].lower() in STOP_WORDS:
                words.pop()
            if len(words) >= _FEWEST:
                yield " ".join(words)


def _answered(
    store: Store, scope: str, command: Command, options: Iterable[Mapping[str, str]]
) -> Example | None:
    """The use of *command* with the first of *options* that is answered."""
    for told in options:
        assert command.question  # noqa: S101 -- those that load are no examples
        try:
            found = answer(store, Question(asked := command.question(told), scope))
        except UnusableQuestion:
            continue
        if found.cards and not found.nearest:
            return Example(f"/{command.name} {' '.join(told.values())}", asked)
    return None
