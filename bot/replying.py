"""Whatever is typed, and what the bot replies: an answer, a check, a context or sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot import checks, headings
from bot.answers import MOST, answer, best
from bot.cards import Answer
from bot.questions import Question, clean, is_dated, parse
from bot.verbatim import context
from bot.wording import card, versions
from store.errors import UnusableQuestion
from store.model import Match
from store.store import Store

_SHOW = r"\W*(?:(?:can you|please|show|give|tell)(?: me)? )*(?:the |all |its )?"
_ASKED = {
    "check": re.compile(r"\W*(?:quote )?check(?:\s*:\s*|\s+(?=[\"“”„‟«']))(.*)", re.I | re.DOTALL),
    "context": re.compile(rf"{_SHOW}context (?:of|for|around|to) (.+)", re.I | re.DOTALL),
    "sources": re.compile(rf"{_SHOW}sources (?:of|for) (.+)", re.I | re.DOTALL),
}
_NUMBER = re.compile(r"#(\d{1,18})\W*")
_AGAIN = re.compile(r"#([\w-]{22})")
_GONE = "This statement is not on record here any more: ask for it again."
_FORGOTTEN = "This text is not known here any more: please check it again."


def reply(store: Store, question: Question) -> Answer:
    """What the bot replies to *question*, of whatever kind it is.

    Raises UnusableQuestion where there is nothing to search for, or too much to check.
    """
    kind, asked = _kind(question.text)
    if not kind:
        return answer(store, question)
    return _REPLIES[kind](store, question, asked)


def vet(question: Question) -> None:
    """Raise UnusableQuestion where it can be told at once that *question* cannot be asked."""
    kind, _ = _kind(question.text)
    if not kind:
        parse(question)


def depends_on_day(text: str) -> bool:
    """Whether what *text* means depends on the day on which it is asked."""
    kind, _ = _kind(text)
    return not kind and is_dated(text)


def of_statement(kind: str, number: int) -> str:
    """The question for the *kind* of reply that is about the statement with the id *number*."""
    return f"{kind} of #{number}"


def statement(store: Store, number: int, scope: str) -> Match:
    """The statement with the id *number*; raises UnusableQuestion where *scope* sees none."""
    for one in store.versions(number, scope=scope):
        if one.id == number:
            return one
    raise UnusableQuestion(_GONE)


def check_again(key: str) -> str:
    """The question for a check of the text whose own question the store remembers by *key*."""
    return f"check: #{key}"


def _kind(text: str) -> tuple[str, str]:
    for kind, pattern in _ASKED.items():
        if found := pattern.fullmatch(text.strip()):
            return kind, found[1]
    return "", text


def _checked(store: Store, question: Question, text: str) -> Answer:
    if again := _AGAIN.fullmatch(text.strip()):
        known = store.recall(again[1], scope=question.scope)
        if known is None:
            raise UnusableQuestion(_FORGOTTEN)
        text = _kind(known)[1]
    found = checks.answer(checks.check(store, text, question.scope))
    return replace(found, question=question.text)


def _context(store: Store, question: Question, asked: str) -> Answer:
    found, said = _meant(store, question, asked)
    if not isinstance(found, Match):
        return found
    deniers = store.deniers([found])
    shown = replace(card(found, deniers), words=context(found))
    heading = headings.context(found)
    return Answer(clean(question.text), heading + said, (shown,), title="context of a statement")


def _sources(store: Store, question: Question, asked: str) -> Answer:
    found, said = _meant(store, question, asked)
    if not isinstance(found, Match):
        return found
    every = store.versions(found.id, scope=question.scope)[:MOST]
    shown = versions(every, store.deniers(every))
    heading = headings.sources(every)
    return Answer(clean(question.text), heading + said, shown, title="sources of a statement")


def _meant(store: Store, question: Question, asked: str) -> tuple[Match | Answer, str]:
    """The statement that is *asked* for, by its number or its words, and if it is one of more.

    Where there is none, the answer that says so.
    """
    if number := _NUMBER.fullmatch(asked.strip()):
        return statement(store, int(number[1]), question.scope), ""
    worded = Question(f"who said {asked}", question.scope, question.today)
    found = best(store, worded)
    if not found:
        return replace(answer(store, worded), question=clean(question.text)), ""
    return replace(found[0], reasons=(), variants=()), headings.one_of(
        len(found), more=len(found) == MOST
    )


_REPLIES: Mapping[str, Callable[[Store, Question, str], Answer]] = {
    "check": _checked,
    "context": _context,
    "sources": _sources,
}
