"""The one table of commands: every platform registers these and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from bot.questions import options as asked
from bot.questions.marks import unmarked


class Offered(Enum):
    """Whose names can be offered while one is typed."""

    SPEAKERS = "speakers"
    OUTLETS = "outlets"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a command is told; a platform that can offers what it *names* while it is typed.

    A *flag* is told by being there. What is asked for *in_words* has no place of its own where
    all is typed on one line, but is understood among the other words: "since Monday".
    """

    name: str
    summary: str
    required: bool = True
    names: Offered | None = None
    flag: bool = False
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """A command; *question* turns its options into the question that `reply` understands.

    A command without a *question* asks nothing: LOAD, FEEDS and REVIEW are for admins and editors,
    and each platform has its own form and list for them; SETTINGS is for admins. With *as_typed*
    its one option keeps its lines, and what it tells is for the asker alone.
    """

    name: str
    summary: str
    usage: str
    options: tuple[Option, ...]
    question: Callable[[Mapping[str, str]], str] | None = None
    as_typed: bool = False


@dataclass(frozen=True, slots=True)
class MessageCommand:
    """What can be asked about any message, from its menu; *question* takes the message's text.

    LOAD_THIS asks nothing, and is for admins and editors.
    """

    name: str
    key: str  # where a platform tells by that which it was
    summary: str
    question: Callable[[str], str] | None = None


@dataclass(frozen=True, slots=True)
class CardCommand:
    """What can be asked about a statement that is shown, by a button on its card."""

    key: str  # a kind of reply, or COPY
    name: str
    summary: str  # for those who do not see the button; at most 75 characters


_SPEAKER = Option("speaker", "Who said it; misspelt is fine.", names=Offered.SPEAKERS)
_ABOUT = Option("about", "Only what was said about this.", required=False)
_SINCE, _BEFORE = (
    Option(name, f"{only}: 2026-05-31, Monday, May.", required=False, in_words=True)
    for name, only in (("since", "Only from this day on"), ("before", "Only before this day"))
)
_WORDS = Option("words", "The words as you remember them; misspelt is fine.")

WHO_SAID = Command(
    name="whosaid",
    summary="Who said these words? Shows the quotation, its speaker and its source.",
    usage="words as you remember them",
    options=(_WORDS,),
    question=asked.who_said,
)

QUOTES = Command(
    name="quotes",
    summary="What did someone say? Add a topic, days or an outlet to narrow it.",
    usage="speaker [about topic] [since day] [on outlet] [first-hand only]",
    options=(
        _SPEAKER,
        _ABOUT,
        _SINCE,
        _BEFORE,
        Option(
            "outlet",
            "Only in or via this outlet.",
            required=False,
            names=Offered.OUTLETS,
            in_words=True,
        ),
        Option("first_hand", "Not what came through others.", required=False, flag=True),
    ),
    question=asked.quotes,
)

CHECK = Command(
    name="check",
    summary="Is it quoted right? Holds each quotation of a text against the record.",
    usage="a quotation or a whole passage",
    options=(Option("text", "A quotation, a sentence or a whole passage."),),
    question=lambda given: f"check: {given['text']}",
    as_typed=True,
)

DENIED = Command(
    name="denied",
    summary="Who denied it, or what did someone deny?",
    usage="[what was denied] [speaker name]",
    options=(
        Option("words", "What was denied.", required=False),
        Option("speaker", "Only denials by them.", required=False, names=Offered.SPEAKERS),
    ),
    question=asked.denied,
)

TIMELINE = Command(
    name="timeline",
    summary="What someone said, earliest first. Add a topic or days to narrow it.",
    usage="speaker [about topic] [since day]",
    options=(_SPEAKER, _ABOUT, _SINCE, _BEFORE),
    question=asked.timeline,
)

SOURCES = Command(
    name="sources",
    summary="Which articles and outlets have these words, and from where? First seen first.",
    usage="words as you remember them",
    options=(_WORDS,),
    question=lambda given: f"sources of {given['words']}",
)

CONTEXT = Command(
    name="context",
    summary="The paragraph in which these words stand, as the article has it.",
    usage="words as you remember them",
    options=(_WORDS,),
    question=lambda given: f"context of {given['words']}",
)

LOAD = Command(
    name="load",
    summary="Load articles from links, files, or pasted text (admins and editors).",
    usage="[link]",
    options=(Option("link", "Where the article stands; left out, a form opens.", required=False),),
)

FEEDS = Command(
    name="feeds",
    summary="Follow feeds, so that what is new in them is loaded (admins and editors).",
    usage="[add address | remove address]",
    options=(
        Option("change", "add or remove, and the address of RSS, Atom or such.", required=False),
    ),
)

REVIEW = Command(
    name="review",
    summary="Settle reports of wrong speakers (admins and editors).",
    usage="",
    options=(),
)

SETTINGS = Command(
    name="settings",
    summary="Answer here in public or in private, name editors, set the time zone (admins).",
    usage="[public | private | editors who | timezone zone]",
    options=(
        Option("change", "public, private, editors and who, timezone and which.", required=False),
    ),
)

HELP = Command(
    name="help",
    summary="What you can ask, with examples from what is loaded here.",
    usage="",
    options=(),
    question=lambda _: "help",
)

COMMANDS = (
    WHO_SAID,
    QUOTES,
    CHECK,
    DENIED,
    TIMELINE,
    SOURCES,
    CONTEXT,
    LOAD,
    FEEDS,
    REVIEW,
    SETTINGS,
    HELP,
)


WHO_SAID_THIS = MessageCommand(
    name="Who said this?",
    key="who_said_this",
    summary="Holds what this message quotes against the record; the answer is yours alone.",
    question=lambda text: f"check: {unmarked(text)}",
)

LOAD_THIS = MessageCommand(
    name="Load this message",
    key="load_this",
    summary="Loads its files, the articles that it links to, or its text (admins and editors).",
)

MESSAGE_COMMANDS = (WHO_SAID_THIS, LOAD_THIS)


COPY = "copy"
CARD_COMMANDS = (
    CardCommand("context", "Context", "The paragraph in which these words stand"),
    CardCommand("sources", "Sources", "Every article that has this statement"),
    CardCommand(COPY, "Copy attribution", "The attribution to copy, in three forms"),
)


def given(command: Command, typed: str) -> dict[str, str]:
    """The options of *command* in words *typed* on one line, where a platform has no fields.

    The first option takes the words up to the name of the next one: `Kirby about the drone`.
    """
    if not command.options:
        return {}
    first, *others = command.options
    if command.as_typed:
        return {first.name: typed.strip()}
    found = {first.name: " ".join(typed.split())}
    for option in others:
        if option.in_words or option.flag:
            continue
        parting = re.compile(rf"(?:^| ){option.name} ", re.IGNORECASE)
        head, *tail = parting.split(found[first.name], maxsplit=1)
        if tail:
            found[first.name], found[option.name] = head, tail[0]
    return found
