"""The network and the rules together, and the rules alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.extraction import extract, learned, rules
from store.extraction.document import document
from store.model import Article

Told = Callable[[str], list[dict[str, Any]]]


@pytest.fixture
def rules_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the weights."""
    monkeypatch.setattr(learned, "WEIGHTS", tmp_path / "none.npz")


ONLY_LEARNED = {
    "vowed to": (
        "Bram Otto vowed to take the harbour board to court over the dredging.",
        ("to take the harbour board to court over the dredging", "Bram Otto"),
    ),
    "concluded": (
        "The inspectors concluded the dam had been leaking since 2011.",
        ("the dam had been leaking since 2011", "The inspectors"),
    ),
    "pledged to": (
        "The council has pledged to plant a thousand trees along the canal.",
        ("to plant a thousand trees along the canal", "The council"),
    ),
    "called for": (
        "Ada Birch called for the ferry timetable to be torn up and written again.",
        ("the ferry timetable to be torn up and written again", "Ada Birch"),
    ),
    "proposed": (
        "Otto proposed moving the market to the old railway yard.",
        ("moving the market to the old railway yard", "Otto"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), ONLY_LEARNED.values(), ids=ONLY_LEARNED)
def test_the_network_finds_what_no_rule_finds(
    told: Told, text: str, expected: tuple[str, str]
) -> None:
    assert not list(rules.tag(document(text)))
    assert [(*one["content"], one["speaker"]) for one in told(text)] == [expected]


@pytest.mark.usefixtures("rules_alone")
def test_without_the_weights_the_rules_read_alone(told: Told) -> None:
    text = "“We go on,” said Ada Birch.\nBram Otto vowed to take the harbour board to court."
    assert not learned.available()
    assert [(*one["content"], one["speaker"]) for one in told(text)] == [("We go on,", "Ada Birch")]


def test_with_the_weights_both_read() -> None:
    assert learned.available()


SIGN = "The brass sign over the old gate, “{}”, was polished every spring by whoever had the time."
SIGNS = {
    "ten words": ("Whoever comes by sea shall one day leave by land", 1),
    "nine words": ("Whoever comes by sea shall one day leave again", 0),
}


@pytest.mark.parametrize(("words", "times"), SIGNS.values(), ids=SIGNS)
@pytest.mark.usefixtures("rules_alone")
def test_long_words_in_marks_that_nobody_says_are_kept_as_nobodys(words: str, times: int) -> None:
    text = SIGN.format(words)
    found = [(one.content[0].of(text), one.cue, one.speaker) for one in extract(Article(text))]
    assert found == [(words, (), None)] * times
