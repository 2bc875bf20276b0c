"""docs/asking.md shows real readings: each question there means what stands beside it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bot.questions import Question, parse
from bot.understood import understood

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "asking.md"
ROWS = re.findall(r"^\| `(.+)` \| (.+) \|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_guide_has_questions() -> None:
    assert len(ROWS) > 10


@pytest.mark.parametrize(("typed", "told"), ROWS, ids=[typed for typed, _ in ROWS])
def test_a_question_in_the_guide_means_what_it_says(typed: str, told: str) -> None:
    assert understood(parse(Question(typed, today=date(2023, 5, 17)))) == told
