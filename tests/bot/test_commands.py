from __future__ import annotations

import re

import pytest

from bot.commands import COMMANDS, LOAD, QUOTES, WHO_SAID, Command, given, help_text

NAME = re.compile(r"[a-z]{1,32}")  # what Slack and Discord both take


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_names_and_summaries_fit_every_platform(command: Command) -> None:
    for named in (command, *command.options):
        assert NAME.fullmatch(named.name)
        assert 1 <= len(named.summary) <= 100


@pytest.mark.parametrize(
    ("command", "typed", "options"),
    [
        (WHO_SAID, " walk  back ", {"words": "walk back"}),
        (QUOTES, "Kirby", {"speaker": "Kirby"}),
        (QUOTES, "Kirby about the drone", {"speaker": "Kirby", "about": "the drone"}),
        (QUOTES, "Kirby ABOUT drones", {"speaker": "Kirby", "about": "drones"}),
        (QUOTES, "Kirby\nabout\ndrones", {"speaker": "Kirby", "about": "drones"}),
        (QUOTES, "about drones", {"speaker": "", "about": "drones"}),
        (QUOTES, "Kirby about", {"speaker": "Kirby about"}),
        (QUOTES, "", {"speaker": ""}),
    ],
)
def test_words_on_one_line_are_the_options(
    command: Command, typed: str, options: dict[str, str]
) -> None:
    assert given(command, typed) == options


def test_only_loading_is_for_editors() -> None:
    assert [command for command in COMMANDS if command.question is None] == [LOAD]


def test_help_names_every_command() -> None:
    assert [f"/{command.name} " in help_text() for command in COMMANDS] == [True] * len(COMMANDS)
