"""What is compared of a statement, and how it is found among all others."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise
from zlib import crc32

from sqlite_utils import Database as Connection

from store.variants import meaning
from store.visibility import SURE
from store.words import folded

_KEYS = 3  # that a statement is found by: more find hardly more, and each is a row


@dataclass(frozen=True)
class Saying:
    """A statement of somebody's as it is compared with others."""

    id: int
    article: int
    scope: str
    speaker: int
    polarity: str
    day: int | None  # when it was said, or else published: days since year 1
    content: str
    words: tuple[str, ...]  # of *content*, folded
    translated: bool = False  # whether the article calls it a translation

    @property
    def turn(self) -> tuple[bool, int]:
        """Where it stands in the order in which groups are founded."""
        return self.scope != "", self.id

    @cached_property
    def keys(self) -> tuple[int, ...]:
        """What it shares with others in nearly the same words: the lowest hashes of its pairs.

        Of the pairs that two statements have in common, one is nearly always so low in both.
        """
        told = self.gist or self.words
        pairs = pairwise(told) if len(told) > 1 else ((told[0], ""),)
        hashed = {crc32(f"{self.speaker} {one} {other}".encode()) for one, other in pairs}
        return tuple(sorted(hashed)[:_KEYS])

    @cached_property
    def traits(self) -> int:
        """One bit of 64 for each word of the gist: what is alike shares many."""
        bits = 0
        for word in self.gist:
            bits |= _bit(word)
        return bits - (1 << 64) if bits >> 63 else bits  # as SQLite keeps it

    @cached_property
    def text(self) -> str:
        """The folded words."""
        return " ".join(self.words)

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """See `meaning.written_out`."""
        return meaning.written_out(self.content)

    @cached_property
    def in_any_order(self) -> str:
        """The folded words, sorted."""
        return " ".join(sorted(self.words))

    @cached_property
    def gist(self) -> tuple[str, ...]:
        """See `meaning.gist`."""
        return meaning.gist(self.words)

    @cached_property
    def names(self) -> frozenset[str]:
        """See `meaning.names`."""
        return meaning.names(self.content)

    @cached_property
    def bracketed(self) -> frozenset[str]:
        """See `meaning.bracketed`."""
        return meaning.bracketed(self.content)

    @cached_property
    def numbers(self) -> list[str]:
        """See `meaning.numbers`."""
        return meaning.numbers(self.words)


def sayings(db: Connection, numbers: Iterable[int]) -> Iterator[Saying]:
    """Those of the statements *numbers* that can be in a group."""
    return _read(db, _OF_NUMBERS, json.dumps(list(numbers)))


def sayings_of(db: Connection, article: int) -> Iterator[Saying]:
    """Those of the statements of *article* that can be in a group."""
    return _read(db, _OF_ARTICLE, article)


def _read(db: Connection, wanted: str, value: str | int) -> Iterator[Saying]:
    for number, article, scope, speaker, polarity, day, content, translated in db.conn.execute(
        wanted, (value,)
    ):
        words = folded(content or "")
        if words:
            said = date.fromisoformat(day).toordinal() if day else None
            known = (number, article, scope, speaker, polarity, said)
            yield Saying(*known, content, words, bool(translated))


_SAYINGS = f"""
    SELECT statement.id, article.id, scope, speaker, polarity, coalesce(said_on, published),
        (SELECT group_concat(words, ' ') FROM (
            SELECT words FROM span
            WHERE statement = statement.id AND part = 'content' ORDER BY ordinal
        )),
        EXISTS (
            SELECT 1 FROM via WHERE via.statement = statement.id AND relation = 'translation'
        )
    FROM statement JOIN article ON article.id = statement.article
    WHERE speaker IS NOT NULL AND {SURE}
"""  # noqa: S608 -- a condition of our own
_OF_NUMBERS = f"{_SAYINGS} AND statement.id IN (SELECT value FROM json_each(?))"  # noqa: S608
_OF_ARTICLE = f"{_SAYINGS} AND statement.article = ?"


@lru_cache(maxsize=100_000)
def _bit(word: str) -> int:
    return 1 << crc32(word.encode()) % 64
