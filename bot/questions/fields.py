"""What a form's own fields ask for, told in brackets at the end: `[since: Monday] [outlet: CNN]`.

In words of their own they might be taken for something else that was asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from bot.questions.when import Days, without_days
from store.errors import UnusableQuestion

_FIELD = re.compile(r" ?\[(since|before|outlet|first-hand)(?:: ([^\[\]]*))?\]", re.IGNORECASE)
_DAYS = ("since", "before")


def written(given: Mapping[str, str]) -> str:
    """What is *given* for fields, by their names, as `told` reads it after a question."""
    kept = {name: re.sub(r"[\[\]\s]+", " ", value).strip() for name, value in given.items()}
    return "".join(
        f" [{name}]" if name == "first-hand" else f" [{name}: {value}]"
        for name, value in kept.items()
        if value
    )


def told(text: str, today: date) -> tuple[str, dict[str, Any]]:
    """*text* without its fields, and what they make of a Query.

    Raises UnusableQuestion where one should be a day and is none.
    """
    asked: dict[str, Any] = {}
    for name, value in _given(text):
        if name in _DAYS:
            days = _days(name, value, today)
            asked |= {"since": days.since} if days.since else {"until": days.until}
        else:
            asked |= {"outlet": value} if name == "outlet" else {"first_hand": True}
    return _FIELD.sub("", text), asked


def has_days(text: str) -> bool:
    """Whether a field of *text* asks for days."""
    return any(name in _DAYS for name, _ in _given(text))


def _given(text: str) -> Iterator[tuple[str, str]]:
    for found in _FIELD.finditer(text):
        yield found[1].lower(), found[2] or ""


def _days(name: str, value: str, today: date) -> Days:
    rest, days = without_days(f"said {name} {value}", today)
    if rest != "said" or days == Days():
        raise UnusableQuestion(
            f"“{value}” is no day: write it like 2026-05-31, Monday or May 2026."
        )
    return days
