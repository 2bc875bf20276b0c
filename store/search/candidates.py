"""Which statements hold the words asked for: exactly, in another form, or spelt nearly so."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, reduce
from operator import attrgetter

import numpy as np
from sqlite_utils import Database as Connection

from store.search import lookup, names, weights
from store.search.asked import Asked, Spelling, Where, asked, instead, named
from store.search.found import Found, among, apart, met, together
from store.search.known import Known
from store.search.postings import NONE, Ids, Kind, Part
from store.search.statements import Statements
from store.search.sums import Word, highest
from store.visibility import REPLACED
from store.words import telling


class Index(Statements):
    """What one scope can see, for the length of one question."""

    def __init__(self, db: Connection, scope: str) -> None:
        super().__init__(db, scope)
        self.scopes = tuple(dict.fromkeys(("", scope)))
        self._asked: dict[tuple[str, Where], Asked] = {}
        self._said_for: dict[str, tuple[Spelling, ...]] = {}
        self.lists = lookup.Lists(db)

    @cached_property
    def speakers(self) -> Known:
        """Everyone who said something in sight."""
        return Known(self.db, self.scope)

    @cached_property
    def total(self) -> int:
        """How many statements are in sight."""
        rows = self.db.execute(
            "SELECT total(statements) FROM held WHERE scope IN (SELECT value FROM json_each(?))",
            (json.dumps(self.scopes),),
        )
        return int(rows.fetchone()[0])

    @cached_property
    def replaced(self) -> frozenset[int]:
        """Everyone's statements that the scope has corrected for itself, and sees otherwise."""
        rows = self.db.execute(
            f"SELECT id FROM statement WHERE article IN ({REPLACED})",  # noqa: S608
            {"scope": self.scope},
        )
        return frozenset(row[0] for row in rows.fetchall())

    def by(self, speakers: Mapping[int, float]) -> Found:
        """The statements of *speakers*, each as well as its speaker fits."""
        return apart([(self._all(Kind.SPEAKER, str(n)), well) for n, well in speakers.items()])

    def in_outlets(self, typed: str) -> Ids:
        """The statements in the outlets that *typed* may mean, or through them."""
        named = lookup.words(self.db, self.scopes, Kind.OUTLET)
        meant = names.outlets(typed, named)
        return together([self._all(Kind.OUTLET, name) for name in meant])

    def saying_all(self, words: Iterable[str]) -> Ids:
        """The statements in whose own words all of *words* are, spelt just so."""
        lists = sorted((self._all(Kind.WORD, word) for word in words), key=len)
        return reduce(lambda found, ids: found[among(found, ids)], lists) if lists else NONE

    @cached_property
    def denials(self) -> Ids:
        """The statements that deny."""
        return self._all(Kind.DENIAL, "")

    def _all(self, kind: Kind, word: str) -> Ids:
        terms = lookup.spelt(self.db, self.scopes, kind, word)
        return together([self.lists.of(term, Part.SAID) for term in terms])

    def asked(self, word: str, where: Where) -> Asked:
        """What *word* is looked for as: its forms, else the nearest spellings there are."""
        self._prepare([word], where)
        return self._asked[word, where]

    def weight(self, word: str, where: Where) -> float:
        """How much *word* tells: more the fewer statements hold it."""
        return math.log(1 + self.total / max(1, self.asked(word, where).holding))

    def unsaid(self, words: Sequence[str]) -> set[str]:
        """Those of *words* that nothing said in sight holds, in no form; no stop word is kept."""
        told = telling(tuple(words))
        self._prepare(told, Where.WORDS)
        return set(words).difference(word for word in told if self._has(word))

    def _has(self, word: str) -> bool:
        return any(one.well >= weights.BY_FORM for one in self.asked(word, Where.WORDS).spellings)

    def likely(
        self,
        words: Sequence[str],
        pool: Ids | None = None,
        where: Where = Where.WORDS,
        *,
        by_name: bool = False,
        loosely: bool = False,
        most: int = weights.CHECKED,
        near: float = 0.0,
        least: float = 0.0,
    ) -> Found:
        """The statements that meet any of *words*, each with the share of their weight it meets.

        Of *pool*, where there is one, the *most* likely and those as likely, which meet at
        least *least*, and the share *near* of what the best does. With *by_name* a word is also
        met by the name of who said it; *loosely* by what may be said for it, where none meets
        nearly all as they are.
        """
        self._prepare(words, where)
        asked = sorted((self.asked(word, where) for word in words), key=attrgetter("holding"))
        weigh = [self.weight(one.word, where) for one in asked]
        shares = [weight / (sum(weigh) or 1.0) for weight in weigh]

        def meeting(looked: Sequence[tuple[Spelling, ...]], least: float) -> Found:
            self.lists.read([one.term for word in looked for one in word], where.value)
            lists = [
                self._giving(word, share, where) for word, share in zip(looked, shares, strict=True)
            ]
            return highest(lists, pool, most=most, near=near, least=least)

        looked = self._looked_for(asked, by_name=by_name)
        if not loosely:
            return meeting(looked, least)
        nearly = meeting(looked, weights.FOUND)
        if len(nearly.ids):
            return meeting(looked, near * float(nearly.scores.max()))
        self._said_for |= instead(self.db, self.scopes, asked)
        others = (self._said_for[one.word] for one in asked)
        looked = [own + more for own, more in zip(looked, others, strict=True)]
        return meeting(looked, max(least, weights.LOOSEST))

    def _giving(self, word: tuple[Spelling, ...], share: float, where: Where) -> Word:
        """The lists of *word*, each with how much of its *share* it gives."""
        return [(ids, one.well * share) for one in word for ids in self._holding(one.term, where)]

    def said_for(self, words: Iterable[str]) -> dict[str, str]:
        """What was looked for in place of *words*, and for which of them."""
        every = ((word, self._spelt(word) + self._said_for.get(word, ())) for word in words)
        return {one.word: word for word, found in every for one in found}

    def shares(self, words: Sequence[str], numbers: Iterable[int]) -> dict[int, float]:
        """Which share of the weight of *words* each of *numbers* says itself, and in no others."""
        ids = np.array(sorted(numbers), np.intp)
        weigh = {word: self.weight(word, Where.WORDS) for word in words}
        every, found = sum(weigh.values()) or 1.0, np.zeros(len(ids))
        for word, weight in weigh.items():
            lists = ((self.lists.of(one.term, Part.SAID), one.well) for one in self._spelt(word))
            found += weight / every * met(ids, lists)
        return dict(zip(ids.tolist(), found.tolist(), strict=True))

    def _spelt(self, word: str) -> tuple[Spelling, ...]:
        return self.asked(word, Where.WORDS).spellings

    def meets(self, number: int, word: str, where: Where) -> bool:
        """Whether the statement *number* holds *word*."""
        one = np.asarray([number], np.intp)
        spelt = self.asked(word, where).spellings
        return any(among(one, ids)[0] for way in spelt for ids in self._holding(way.term, where))

    def _prepare(self, words: Iterable[str], where: Where) -> None:
        """Look up at once what of *words* was not yet."""
        new = [word for word in dict.fromkeys(words) if (word, where) not in self._asked]
        if new:
            for word, one in asked(self.db, self.scopes, new, where, self.lists).items():
                self._asked[word, where] = one

    def _looked_for(self, asked: Sequence[Asked], *, by_name: bool) -> list[tuple[Spelling, ...]]:
        if not by_name or len(asked) > weights.NAMED_IN:
            return [one.spellings for one in asked]
        words = [one.word for one in asked]
        names = named(self.db, self.scopes, words, self.unsaid(words), self.lists)
        return [one.spellings + names.get(one.word, ()) for one in asked]

    def _holding(self, term: int, where: Where) -> list[Ids]:
        """The statements that hold a term, in each place where it is looked for."""
        lists = [self.lists.of(term, part) for part in where.value if part is not Part.HEADLINE]
        if where is Where.ARTICLE:
            lists.append(self.under(self.lists.of(term, Part.HEADLINE)))
        return lists
