"""Which statements hold a word: exact by stem, or the nearest spelling there is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlite_utils import Database as Connection

from store.search import weights
from store.search.known import Known, in_sight
from store.visibility import SURE, VISIBLE


class Where(StrEnum):
    """Where a word is looked for, from the words said outwards."""

    WORDS = "words"
    PARAGRAPH = "paragraph"
    ARTICLE = "{words paragraph headline}"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a statement before it is read."""

    article: int
    speaker: int | None
    polarity: str
    published: str  # "" where not known


class Index:
    """What one scope can see, for the length of one question."""

    def __init__(self, db: Connection, scope: str) -> None:
        self.db = db
        self.scope = scope
        self._met: dict[tuple[str, Where], dict[int, float]] = {}

    @cached_property
    def entries(self) -> dict[int, Entry]:
        """Every statement in sight."""
        rows = self.db.execute(
            "SELECT statement.id, article, speaker, polarity, published"  # noqa: S608
            " FROM statement JOIN article ON article.id = statement.article"
            f" WHERE {SURE} AND {VISIBLE}",
            {"scope": self.scope},
        )
        return {
            number: Entry(article, speaker, polarity, published or "")
            for number, article, speaker, polarity, published in rows
        }

    @cached_property
    def speakers(self) -> Known:
        """Everyone who said something in sight."""
        return in_sight(self.db, self.scope)

    def newest(self, numbers: Iterable[int]) -> list[int]:
        """The statements *numbers*, the newest first, those of one day as they were loaded."""
        return sorted(sorted(numbers), key=lambda n: self.entries[n].published, reverse=True)

    def met(self, word: str, where: Where) -> dict[int, float]:
        """The statements that hold *word*, each with how well: 1 where it is spelt so."""
        if (word, where) not in self._met:
            self._met[word, where] = self._find(word, where)
        return self._met[word, where]

    def weight(self, word: str, where: Where) -> float:
        """How much *word* tells: more the fewer statements hold it."""
        return math.log(1 + len(self.entries) / max(1, len(self.met(word, where))))

    def shares(self, words: Iterable[str], where: Where) -> dict[int, float]:
        """The share of the weighted *words* that each statement meets, where it meets any."""
        weighted = [(self.met(word, where), self.weight(word, where)) for word in words]
        total = sum(weight for _, weight in weighted) or 1.0
        found: dict[int, float] = {}
        for met, weight in weighted:
            for number, well in met.items():
                found[number] = found.get(number, 0.0) + well * weight / total
        return found

    def together(self, words: tuple[str, ...]) -> set[int]:
        """The statements in whose words all of *words* stand together, in this order."""
        return self._holding(" ".join(words), Where.WORDS)

    def around(self, number: int) -> Iterator[int]:
        """The statements that may be about what stands at *number*, itself included.

        Those are the ones next to it, and where it opens its article all of them: what stands
        anywhere else need not be what a statement is about.
        """
        article = self._articles[self.entries[number].article]
        at = article.index(number)
        yield from article if at == 0 else article[at - 1 : at + 2]

    @cached_property
    def _articles(self) -> dict[int, list[int]]:
        """The statements of each article in sight, in its order."""
        found: dict[int, list[int]] = {}
        for number in sorted(self.entries):
            found.setdefault(self.entries[number].article, []).append(number)
        return found

    def has(self, word: str) -> bool:
        """Whether something said in sight holds *word*, spelt so."""
        return bool(self._holding(word, Where.WORDS))

    def _find(self, word: str, where: Where) -> dict[int, float]:
        exact = self._holding(word, where)
        if exact:
            return dict.fromkeys(exact, 1.0)
        found: dict[int, float] = {}
        for spelling, wrong in self._spellings(word):
            well = weights.BY_SPELLING**wrong
            for number in self._holding(spelling, where):
                found[number] = max(well, found.get(number, 0.0))
        return found

    def _holding(self, word: str, where: Where) -> set[int]:
        rows = self.db.execute("SELECT rowid FROM said WHERE said MATCH ?", (f'{where}: "{word}"',))
        return {row[0] for row in rows} & self.entries.keys()

    def _spellings(self, word: str) -> list[tuple[str, int]]:
        """Words in sight that *word* may be meant for, with how many letters differ."""
        allowed = weights.misspelt(word)
        if not allowed:
            return []
        known = [other for other in self._vocabulary if other[0] == word[0]]
        found = process.extract(word, known, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        seen = ((other, int(wrong)) for other, wrong, _ in found if self._in_sight(other))
        return list(islice(seen, weights.SPELLINGS))

    def _in_sight(self, word: str) -> bool:
        """Whether *word* is not only in statements that are kept without being shown."""
        return bool(self._holding(word, Where.ARTICLE))

    @cached_property
    def _vocabulary(self) -> list[str]:
        rows = self.db.execute(
            "SELECT DISTINCT word FROM word WHERE scope IN ('', ?) ORDER BY word", (self.scope,)
        )
        return [row[0] for row in rows]
