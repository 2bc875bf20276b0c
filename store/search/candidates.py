"""Which statements hold the words asked for: exactly, in another form, or spelt nearly so."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import groupby
from operator import attrgetter, itemgetter

import numpy as np
from rapidfuzz.distance import OSA
from sqlite_utils import Database as Connection

from store.search import lookup, names, weights
from store.search.forms import stem
from store.search.found import Found, among, met, summed, together
from store.search.known import Known, Words, folded_name
from store.search.postings import NONE, Ids, Kind, Part
from store.visibility import SURE, VISIBLE


class Where(Enum):
    """Where a word is looked for, from the words said outwards."""

    WORDS = (Part.SAID,)
    PARAGRAPH = (Part.SAID, Part.AROUND)
    ARTICLE = (Part.SAID, Part.AROUND, Part.HEADLINE)


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling of a word asked for that stands in the index, and how well it will do."""

    term: int
    word: str
    well: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A word asked for: its spellings in sight, and in how many statements those are, about."""

    word: str
    spellings: tuple[Spelling, ...]
    holding: int


class Index:
    """What one scope can see, for the length of one question."""

    def __init__(self, db: Connection, scope: str) -> None:
        self.db = db
        self.scope = scope
        self.scopes = tuple(dict.fromkeys(("", scope)))
        self._asked: dict[tuple[str, Where], Asked] = {}
        self._lists: dict[tuple[int, Part], Ids] = {}

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

    def by(self, speakers: Mapping[int, float]) -> Found:
        """The statements of *speakers*, each as well as its speaker fits."""
        lists = [(self._all(Kind.SPEAKER, str(n)), well) for n, well in speakers.items()]
        return summed(lists)

    def in_outlets(self, typed: str) -> Ids:
        """The statements in the outlets that *typed* may mean, or through them."""
        named = lookup.words(self.db, self.scopes, Kind.OUTLET)
        meant = names.outlets(typed, named)
        return together([self._all(Kind.OUTLET, name) for name in meant])

    @cached_property
    def denials(self) -> Ids:
        """The statements that deny."""
        return self._all(Kind.DENIAL, "")

    def words_of(self, numbers: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """What was said in each of the statements *numbers*, in its pieces."""
        rows = self.db.conn.execute(
            "SELECT statement, words FROM span WHERE part = 'content'"
            " AND statement IN (SELECT value FROM json_each(?)) ORDER BY statement, ordinal",
            (json.dumps(list(numbers)),),
        )
        found: dict[int, tuple[str, ...]] = {}
        for number, words in rows.fetchall():
            found[number] = (*found.get(number, ()), words)
        return found

    def names_of(self, numbers: Iterable[int]) -> dict[int, Words]:
        """The words of the name of whoever made each of the statements *numbers*."""
        rows = self.db.conn.execute(
            "SELECT statement.id, name FROM statement JOIN alias"
            " ON alias.article = statement.article AND alias.speaker = statement.speaker"
            " AND ordinal = 0 WHERE statement.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers)),),
        )
        return {number: folded_name(name) for number, name in rows.fetchall()}

    def roles_of(self, ids: Ids) -> list[tuple[int, int, str | None]]:
        """The statements *ids*, each with its speaker and in which role it was made."""
        rows = self.db.conn.execute(
            "SELECT id, speaker, role FROM statement WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(ids.tolist()),),
        )
        return rows.fetchall()

    def newest(self, numbers: Ids) -> Iterator[int]:
        """The statements *numbers*, the newest first, those of one day as they were loaded."""
        if len(numbers) > weights.SORTED:
            wanted = set(numbers.tolist())
            yield from (number for number in self.everything() if number in wanted)
            return
        rows = self.db.conn.execute(
            "SELECT statement.id FROM statement JOIN article ON article.id = article"
            " WHERE statement.id IN (SELECT value FROM json_each(?))"
            " ORDER BY published DESC, statement.id",
            (json.dumps(numbers.tolist()),),
        )
        yield from (row[0] for row in rows.fetchall())

    def everything(self) -> Iterator[int]:
        """Every statement in sight, likewise; what is not asked for is not read."""
        rows = self.db.conn.execute(
            "SELECT statement.id FROM article INDEXED BY article_of_day"  # noqa: S608
            " CROSS JOIN statement ON article = article.id"
            f" WHERE {SURE} AND {VISIBLE} ORDER BY published DESC, statement.id",
            {"scope": self.scope},
        )
        return (row[0] for row in rows)

    def _all(self, kind: Kind, word: str) -> Ids:
        terms = lookup.spelt(self.db, self.scopes, kind, word)
        return together([self._list(term, Part.SAID) for term in terms])

    def asked(self, word: str, where: Where) -> Asked:
        """What *word* is looked for as: its forms, else the nearest spellings there are."""
        if (word, where) not in self._asked:
            self._asked[word, where] = self._find(word, where)
        return self._asked[word, where]

    def weight(self, word: str, where: Where) -> float:
        """How much *word* tells: more the fewer statements hold it."""
        return math.log(1 + self.total / max(1, self.asked(word, where).holding))

    def has(self, word: str) -> bool:
        """Whether something said in sight holds *word* or a form of it, spelt so."""
        return any(self._size(term, Where.WORDS) for term in self._forms(word))

    def likely(self, words: Sequence[str], where: Where, pool: Ids | None = None) -> Found:
        """The statements that meet any of *words*, each with the share of their weight it meets.

        Those of *pool*; where there is none, all in sight, as far as the rarest words reach.
        """
        asked = sorted((self.asked(word, where) for word in words), key=attrgetter("holding"))
        weigh = [self.weight(one.word, where) for one in asked]
        shares = [weight / (sum(weigh) or 1.0) for weight in weigh]
        driving = 0 if pool is not None else _driving([one.holding for one in asked])
        lists = [
            (self._holding(one.term, where), one.well * share)
            for word, share in zip(asked[:driving], shares, strict=False)
            for one in word.spellings
        ]
        found = summed(lists).best(weights.COMPARED) if pool is None else Found.all_of(pool)
        for word, share in zip(asked[driving:], shares[driving:], strict=True):
            holding = [(self._holding(one.term, where), one.well) for one in word.spellings]
            found = Found(found.ids, found.scores + share * met(found.ids, holding))
        return found.where(found.scores > 0)

    def meets(self, number: int, word: str, where: Where) -> bool:
        """Whether the statement *number* holds *word*."""
        one = np.asarray([number], np.uint32)
        lists = (
            self._holding(spelling.term, where) for spelling in self.asked(word, where).spellings
        )
        return any(among(one, ids)[0] for ids in lists)

    def around(self, found: Found) -> Found:
        """The statements that may be about what stands at *found*, those included.

        Those are the ones next to it, and where it opens its article all of them: what stands
        anywhere else need not be what a statement is about.
        """
        rows = self.db.conn.execute(
            "SELECT article, id FROM statement WHERE article IN"  # noqa: S608
            " (SELECT article FROM statement WHERE id IN (SELECT value FROM json_each(?)))"
            f" AND {SURE} ORDER BY article, id",
            (json.dumps(found.ids.tolist()),),
        )
        scores = found.by_number()
        near: dict[int, float] = {}
        for _, group in groupby(rows.fetchall(), key=itemgetter(0)):
            article = [number for _, number in group]
            for at, number in enumerate(article):
                for other in article if at == 0 else article[at - 1 : at + 2]:
                    near[other] = max(near.get(other, 0.0), scores.get(number, 0.0))
        return Found.of({number: score for number, score in near.items() if score})

    def _find(self, word: str, where: Where) -> Asked:
        terms = self._forms(word)
        exact = [
            Spelling(term, other, 1.0 if other == word else weights.BY_FORM)
            for term, other in terms.items()
        ]
        sizes = {one.term: self._size(one.term, where) for one in exact}
        here = tuple(one for one in exact if sizes[one.term])
        if not here:
            here, sizes = self._spellings(word, where)
        return Asked(word, here, sum(sizes[one.term] for one in here))

    def _forms(self, word: str) -> dict[int, str]:
        return lookup.forms(self.db, self.scopes, Kind.WORD, stem(word))

    def _spellings(self, word: str, where: Where) -> tuple[tuple[Spelling, ...], dict[int, int]]:
        """What *word* may be meant for, the nearest first, and of those the commonest."""
        allowed = weights.misspelt(word)
        if not allowed:
            return (), {}
        known = lookup.misspelt(self.db, self.scopes, Kind.WORD, word, 2 if allowed > 1 else 1)
        near = (
            (term, other, OSA.distance(word, other, score_cutoff=allowed))
            for term, other in known.items()
        )
        wrong = {term: (other, letters) for term, other, letters in near if letters <= allowed}
        sizes = {term: self._size(term, where) for term in wrong}
        order = sorted((t for t in wrong if sizes[t]), key=lambda t: (wrong[t][1], -sizes[t]))
        words = list(dict.fromkeys(wrong[t][0] for t in order))[: weights.SPELLINGS]
        return tuple(
            Spelling(t, wrong[t][0], weights.BY_SPELLING ** wrong[t][1])
            for t in order
            if wrong[t][0] in words
        ), sizes

    def _size(self, term: int, where: Where) -> int:
        return sum(lookup.size(self.db, term, part) for part in where.value)

    def _holding(self, term: int, where: Where) -> Ids:
        """The statements that hold a term."""
        lists = [self._list(term, part) for part in where.value if part is not Part.HEADLINE]
        if where is Where.ARTICLE:
            lists.append(self._under(self._list(term, Part.HEADLINE)))
        return together(lists)

    def _list(self, term: int, part: Part) -> Ids:
        if (term, part) not in self._lists:
            self._lists[term, part] = lookup.read(self.db, [term], part)
        return self._lists[term, part]

    def _under(self, articles: Ids) -> Ids:
        """The shown statements of *articles*."""
        if not len(articles):
            return NONE
        rows = self.db.conn.execute(
            "SELECT id FROM statement WHERE article IN (SELECT value FROM json_each(?))"  # noqa: S608
            f" AND {SURE} ORDER BY id",
            (json.dumps(articles.tolist()),),
        )
        return np.fromiter((row[0] for row in rows), np.uint32)


def _driving(holding: Sequence[int]) -> int:
    """How many of the words, the rarest first, the statements are looked up by."""
    reached = 0
    for at, one in enumerate(holding):
        reached += one
        if reached > weights.REACHED and at:
            return at
    return len(holding)
