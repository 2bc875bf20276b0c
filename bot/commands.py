"""The one table of commands: every platform registers these and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

LONGEST_QUESTION = 500  # characters; longer ones are refused with a sentence


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a command is told; *names_speaker* asks a platform to offer speakers."""

    name: str
    summary: str
    required: bool = True
    names_speaker: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """A command; *question* turns its options into the question that `answer` understands.

    A command without a *question* loads: it is for admins and editors, and each platform
    collects a paste or a file for it in its own way.
    """

    name: str
    summary: str
    usage: str
    options: tuple[Option, ...]
    question: Callable[[Mapping[str, str]], str] | None = None


def _who_said(given: Mapping[str, str]) -> str:
    return f"who said {given['words']}"


def _quotes(given: Mapping[str, str]) -> str:
    about = given.get("about", "").strip()
    question = f"what did {given['speaker']} say"
    return f"{question} about {about}" if about else question


WHO_SAID = Command(
    name="whosaid",
    summary="Who said these words? Shows the quotation, its speaker and its source.",
    usage="words as you remember them",
    options=(Option("words", "The words as you remember them; misspelt is fine."),),
    question=_who_said,
)

QUOTES = Command(
    name="quotes",
    summary="What did someone say? Add “about” and a topic to narrow it.",
    usage="speaker [about topic]",
    options=(
        Option("speaker", "Who said it; misspelt is fine.", names_speaker=True),
        Option("about", "Only what was said about this.", required=False),
    ),
    question=_quotes,
)

LOAD = Command(
    name="load",
    summary="Load an article by pasting it or from a file (admins and editors).",
    usage="",
    options=(),
)

COMMANDS = (WHO_SAID, QUOTES, LOAD)


def given(command: Command, typed: str) -> dict[str, str]:
    """The options of *command* in words *typed* on one line, where a platform has no fields.

    The first option takes the words up to the name of the next one: `Kirby about the drone`.
    """
    first, *others = command.options
    found = {first.name: " ".join(typed.split())}
    for option in others:
        parting = re.compile(rf"(?:^| ){option.name} ", re.IGNORECASE)
        head, *tail = parting.split(found[first.name], maxsplit=1)
        if tail:
            found[first.name], found[option.name] = head, tail[0]
    return found


_ADDED = (
    "To any question you can add days (since Monday, in May), an outlet (on CNN) or “first-hand"
    " only”; words in quotation marks must stand just so."
)


def help_text() -> str:
    """What a person who typed nothing is told, in plain text."""
    lines = [f"/{c.name} {c.usage}".rstrip() + f" – {c.summary}" for c in COMMANDS]
    return "\n".join(["Ask me who said what, by name or with a command:", *lines, _ADDED])
