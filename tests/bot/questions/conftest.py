from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.questions import Question, parse
from store.model import Query

Meant = Callable[[str], Query]


@pytest.fixture
def meant() -> Meant:
    """What is meant by words typed on Wednesday, 17 May 2023."""
    return lambda typed: parse(Question(typed, today=date(2023, 5, 17)))
