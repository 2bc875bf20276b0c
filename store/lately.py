"""What happened lately: statements that are new on record, and how loads went."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from itertools import chain, groupby, product
from operator import itemgetter

from sqlite_utils import Database as Connection

from store.database import Database
from store.loads import FAILED
from store.model import Came, Load, Match
from store.records import showable
from store.visibility import SURE, VISIBLE

_ARTICLES = 100  # the newest in sight, among which statements are looked for
_ON_RECORD = (Came.NEW, Came.UPDATED)
_OF_ONE = 2  # statements of one article, while there are others


class Lately:
    """The newest of one store, as a workspace or server sees it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def statements(self, scope: str = "", *, limit: int = 5) -> tuple[Match, ...]:
        """Statements of the articles loaded last, newest article first, no utterance twice."""
        with self._database.reading() as db:
            numbers = _newest(db, scope, limit)
            read = showable(db, numbers)
        kept = [read[number] for number in numbers]
        return tuple(Match(k.id, k.statement, k.article, k.words, 0.0, ()) for k in kept)

    def loaded(self, scope: str = "", *, limit: int = 5) -> tuple[Load, ...]:
        """The last loads of what *scope* sees that were new articles or versions, newest first."""
        with self._database.reading() as db:
            rows = _logged(db, _scopes(scope), _ON_RECORD, limit)
            held = {row[0] for row in rows}
            told = _told(db, held, scope)
        return tuple(_load(row, *told.get(row[0], (None, 0))) for row in rows)

    def failed(self, scope: str = "", *, limit: int = 5) -> tuple[Load, ...]:
        """The last loads of *scope* itself that failed, newest first."""
        with self._database.reading() as db:
            return tuple(_load(row, None, 0) for row in _logged(db, (scope,), (FAILED,), limit))


_Row = tuple[int | None, str, str, str, str | None, str | None, str]


def _scopes(scope: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(("", scope)))


def _logged(
    db: Connection, scopes: Iterable[str], outcomes: Iterable[str], limit: int
) -> list[_Row]:
    """The last entries of the load log in *scopes* with one of *outcomes*, newest first."""
    rows = chain.from_iterable(
        db.execute(_LOG, (*one, limit)).fetchall() for one in product(scopes, outcomes)
    )
    newest = sorted(rows, key=itemgetter(-1), reverse=True)[:limit]
    return [row[:-1] for row in newest]


_LOG = """
    SELECT article, at, by, scope, name, reason, outcome, id FROM load_log
    WHERE scope = ? AND outcome = ? ORDER BY id DESC LIMIT ?
"""


def _load(row: _Row, title: str | None, statements: int) -> Load:
    _, at, by, scope, name, reason, outcome = row
    updated = outcome == Came.UPDATED
    return Load(title or name, datetime.fromisoformat(at), by, scope, statements, reason, updated)


def _told(
    db: Connection, articles: Iterable[int | None], scope: str
) -> dict[int | None, tuple[str | None, int]]:
    """The title of each of *articles* and how many statements *scope* sees of it."""
    rows = db.execute(_COUNTED, {"articles": json.dumps(list(articles)), "scope": scope})
    return {number: (title, count) for number, title, count in rows.fetchall()}


def _newest(db: Connection, scope: str, limit: int) -> list[int]:
    articles = [row[0] for row in _logged(db, _scopes(scope), (Came.NEW,), _ARTICLES)]
    rows = db.execute(_SEEN, {"articles": json.dumps(articles), "scope": scope}).fetchall()
    once = {utterance: (place, number) for place, number, utterance in reversed(rows)}
    return _spread(once.values(), limit)


def _spread(found: Iterable[tuple[int, int]], limit: int) -> list[int]:
    """At most *limit* of the numbers *found*, of as many places as there are; in order."""
    of_each = [[*of] for _, of in groupby(sorted(found), key=itemgetter(0))]
    first = chain.from_iterable(of[:_OF_ONE] for of in of_each)
    others = chain.from_iterable(of[_OF_ONE:] for of in of_each)
    return [number for _, number in sorted([*first, *others][:limit])]


# The statements that are seen of each article in a list: where the scope has the article
# corrected, where everyone has it by now, or where there is a later version, those of what it sees.
_IN_SIGHT = f"""
    FROM json_each(:articles) AS listed JOIN article AS loaded ON loaded.id = listed.value
    JOIN article ON article.work = loaded.work AND {VISIBLE}
"""
_COUNTED = f"""
    SELECT loaded.id, loaded.title, count(statement.id) {_IN_SIGHT}
    LEFT JOIN statement ON statement.article = article.id AND {SURE}
    GROUP BY loaded.id
"""
_SEEN = f"""
    SELECT min(listed.key), statement.id, coalesce(first, statement.id) {_IN_SIGHT}
    JOIN statement ON statement.article = article.id AND {SURE}
    LEFT JOIN variant ON variant.statement = statement.id
    GROUP BY statement.id ORDER BY min(listed.key), statement.id
"""
