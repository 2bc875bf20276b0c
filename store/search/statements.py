"""Statements as they stand in their articles: what they say, whose they are, and in what order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

import numpy as np
from sqlite_utils import Database as Connection

from store.search import weights
from store.search.found import Found
from store.search.known import Words, folded_name
from store.search.postings import NONE, Ids
from store.visibility import SURE, VISIBLE

# What is sure comes before what is not, in this order.
_SURE_OF = """
    EXISTS (SELECT 1 FROM via WHERE via.statement = statement.id AND relation <> 'told'),
    evidence IN ('pronoun', 'none'),
    statement.kind = 'indirect'
"""


class Statements:
    """The statements that one scope can see."""

    def __init__(self, db: Connection, scope: str) -> None:
        self.db = db
        self.scope = scope

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

    def newest(self, numbers: Ids, *, surest: bool = False) -> Iterator[int]:
        """The statements *numbers*, the newest first, those of one day as they were loaded.

        The *surest* come before: said first-hand before told by others, by somebody named before
        guessed, in the speaker's own words before reported.
        """
        if len(numbers) > weights.SORTED:
            wanted = set(numbers.tolist())
            yield from (number for number in self.everything() if number in wanted)
            return
        order = f"{_SURE_OF}, published DESC" if surest else "published DESC"
        rows = self.db.conn.execute(
            "SELECT statement.id FROM statement JOIN article ON article.id = article"  # noqa: S608
            " WHERE statement.id IN (SELECT value FROM json_each(?))"
            f" ORDER BY {order}, statement.id",
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

    def beside(self, pool: Ids) -> Ids:
        """What is shown of the articles of *pool*."""
        rows = self.db.conn.execute(
            "SELECT article FROM statement WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(pool.tolist()),),
        )
        return self.under(np.array([row[0] for row in rows.fetchall()], np.intp))

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

    def under(self, articles: Ids) -> Ids:
        """The shown statements of *articles*."""
        if not len(articles):
            return NONE
        rows = self.db.conn.execute(
            "SELECT id FROM statement WHERE article IN (SELECT value FROM json_each(?))"  # noqa: S608
            f" AND {SURE} ORDER BY id",
            (json.dumps(articles.tolist()),),
        )
        return np.fromiter((row[0] for row in rows), np.intp)
