"""Help shows what is answered from what the asker sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commands import COMMANDS, given
from bot.guide import Example, calls_for_help, examples, help_text
from bot.headings import NOTHING_LOADED
from bot.questions import Question
from bot.replying import reply
from store.model import Article
from store.store import Store

OURS = "slack:T0NEWS"


def asked(example: Example) -> str:
    """The question behind an example as it would be typed."""
    name, _, typed = example.typed.partition(" ")
    (command,) = [one for one in COMMANDS if f"/{one.name}" == name]
    assert command.question is not None
    return command.question(given(command, typed))


def test_three_examples_are_answered(on_record: Store) -> None:
    shown = examples(on_record, "")
    assert len(shown) == 3
    for example in shown:
        assert example.question == asked(example)
        found = reply(on_record, Question(example.question))
        assert found.cards
        assert not found.nearest


def test_examples_come_from_what_the_asker_sees(tmp_path: Path) -> None:
    with Store(tmp_path / "scopes.db") as store:
        store.load(Article("“Only moonlight pays for that,” said Ada Marsh."), by="t", scope=OURS)
        assert [example.typed for example in examples(store, OURS)] == [
            "/whosaid Only moonlight pays",
            "/quotes Ada Marsh",
            "/timeline Ada Marsh",
        ]
        assert examples(store, "slack:T0OTHER") == []
        assert NOTHING_LOADED in help_text(store, "slack:T0OTHER")
        assert "Ada Marsh" not in help_text(store, "slack:T0OTHER")


def test_where_nobody_is_named_there_is_still_help(tmp_path: Path) -> None:
    with Store(tmp_path / "plain.db") as store:
        store.load(Article("It rained all day."), by="test")
        assert "For example" not in help_text(store)
        assert NOTHING_LOADED not in help_text(store)


def test_every_command_is_told(on_record: Store) -> None:
    told = help_text(on_record)
    assert [f"/{command.name} – " in told for command in COMMANDS] == [True] * len(COMMANDS)


@pytest.mark.parametrize(
    ("typed", "calls"),
    [("", True), ("help", True), ("Help!", True), ("/help", True), ("who said help", False)],
)
def test_a_call_for_help_is_heard(typed: str, calls: bool) -> None:  # noqa: FBT001
    assert calls_for_help(typed) is calls
