"""What is compared of a statement, and how it is found among all others."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from sqlite_utils import Database as Connection

from store.visibility import SURE
from store.words import folded, telling

_KEYS = 3  # that a statement is found by: more find hardly more, and each is a row


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement of somebody's as it is compared with others."""

    id: int
    article: int
    scope: str
    speaker: int
    polarity: str
    day: int | None  # when it was said, or else published: days since year 1
    words: tuple[str, ...]
    text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", " ".join(self.words))

    @property
    def turn(self) -> tuple[bool, int]:
        """Where it stands in the order in which groups are founded."""
        return self.scope != "", self.id

    @property
    def keys(self) -> tuple[int, ...]:
        """What it shares with others in much the same words: the lowest of its pairs' hashes.

        Those that two statements of the same speaker have in common are the lowest in both.
        """
        telling_words = telling(self.words) or self.words
        pairs = pairwise(telling_words) if len(telling_words) > 1 else [(telling_words[0], "")]
        hashed = {crc32(f"{self.speaker} {one} {other}".encode()) for one, other in pairs}
        return tuple(sorted(hashed)[:_KEYS])

    @property
    def traits(self) -> int:
        """One bit of 64 for each telling word, whatever its ending: what is alike shares many."""
        bits = 0
        for word in telling(self.words):
            bits |= _bit(stem(word))
        return bits - (1 << 64) if bits >> 63 else bits  # as SQLite keeps it


def sayings(db: Connection, numbers: Iterable[int]) -> Iterator[Saying]:
    """Those of the statements *numbers* that can be in a group."""
    rows = db.execute(_SAYINGS, (json.dumps(list(numbers)),))
    for number, article, scope, speaker, polarity, day, content in rows:
        words = folded(content or "")
        if words:
            said = date.fromisoformat(day).toordinal() if day else None
            yield Saying(number, article, scope, speaker, polarity, said, words)


_SAYINGS = f"""
    SELECT statement.id, article.id, scope, speaker, polarity, coalesce(said_on, published),
        (SELECT group_concat(words, ' ') FROM (
            SELECT words FROM span
            WHERE statement = statement.id AND part = 'content' ORDER BY ordinal
        ))
    FROM json_each(?) JOIN statement ON statement.id = value
    JOIN article ON article.id = statement.article
    WHERE speaker IS NOT NULL AND {SURE}
"""  # noqa: S608 -- a condition of our own


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What *word* has in common with its other forms, as far as groups need it."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending)[:6]
    return word[:6]


@lru_cache(maxsize=100_000)
def _bit(word: str) -> int:
    return 1 << crc32(word.encode()) % 64
