"""Articles of any number for measuring: our own texts, with other names and words in each."""

from __future__ import annotations

import json
import random
import re
from functools import cache
from pathlib import Path

GENRES = Path(__file__).resolve().parents[1] / "tests" / "store" / "extraction" / "genres"
_TEXTS = 4  # to an article: some 600 words
_CHANGED = 0.3  # of the words that may be changed
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_WORD = re.compile(r"(?<= )[a-z]{6,}(?= )")


def article(number: int) -> str:
    """An article that no other number has: a title, and paragraphs with what people said."""
    chance = random.Random(number)  # noqa: S311 -- nothing is secret
    text = "\n\n".join(chance.sample(_texts(), _TEXTS))
    text = _NAME.sub(lambda name: name[0] + _letters(number), text)
    text = _WORD.sub(lambda word: _other(word[0], chance), text)
    return f"What was said, number {number}\n\n{text}"


def short(number: int) -> str:
    """An article of a few sentences."""
    name, thing = f"Ada B{_letters(number)}", f"{_letters(number * 7919)}"
    return f"“The pier of {thing} stays, all {number} feet of it,” said {name}.\n\nIt rained.\n"


def brief(number: int) -> str:
    """An article of a line; in every tenth somebody says something."""
    return f"It rained on day {number}.\n" if number % 10 else short(number)


@cache
def _texts() -> list[str]:
    rows = (line for file in sorted(GENRES.glob("*.jsonl")) for line in file.open(encoding="utf-8"))
    return [json.loads(row)["text"] for row in rows]


@cache
def _words() -> list[str]:
    return sorted({word for text in _texts() for word in _WORD.findall(text)})


def _other(word: str, chance: random.Random) -> str:
    return chance.choice(_words()) if chance.random() < _CHANGED else word


def _letters(number: int) -> str:
    """Letters that are another word for each number."""
    return str(number).translate(str.maketrans("0123456789", "aeioulnrst"))
