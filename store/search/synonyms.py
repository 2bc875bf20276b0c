"""Words that may be said for one another, by their stems."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("synonyms.txt")
"""Made by `training/synonyms.py`; its licence is in store/WORDNET.md."""


@lru_cache(maxsize=10_000)
def synonyms(stem: str) -> dict[str, float]:
    """The stems of what may be said for words with *stem*, and how alike: above 0, below 1."""
    return {one[:-2]: int(one[-2:]) / 100 for one in _all().get(stem, "").split()}


@cache
def _all() -> dict[str, str]:
    with FILE.open(encoding="utf-8") as lines:
        return {one: others for one, _, others in (line.partition(" ") for line in lines)}
