"""The index as one scope sees it: words to terms, and terms to the numbers in their lists."""

from __future__ import annotations

import json
from collections.abc import Iterable

import numpy as np
from sqlite_utils import Database as Connection

from store.search.forms import slip_key, slips
from store.search.postings import NONE, Ids, Kind, Part, span_of

_IN_ORDER = "SELECT id, word FROM term WHERE scope = ? AND kind = ? AND"


def spelt(db: Connection, scopes: Iterable[str], kind: Kind, word: str) -> dict[int, str]:
    """The terms that are *word*, by their numbers."""
    return _terms(db, scopes, kind, "word = ?", word)


def forms(db: Connection, scopes: Iterable[str], kind: Kind, like: str) -> dict[int, str]:
    """The terms that are forms of one word, or sound the same: those whose likeness is *like*."""
    return _terms(db, scopes, kind, "alike = ?", like)


def begun(db: Connection, scopes: Iterable[str], kind: Kind, like: str) -> dict[int, str]:
    """The terms whose likeness begins as *like* does."""
    found: dict[int, str] = {}
    for scope in scopes:
        span = (scope, kind, like, like + "\U0010ffff")
        found.update(db.conn.execute(f"{_IN_ORDER} alike BETWEEN ? AND ?", span).fetchall())
    return found


def words(db: Connection, scopes: Iterable[str], kind: Kind) -> set[str]:
    """All words of one kind in sight."""
    find = "SELECT word FROM term WHERE scope = ? AND kind = ?"
    return {row[0] for scope in scopes for row in db.conn.execute(find, (scope, kind))}


def misspelt(
    db: Connection, scopes: Iterable[str], kind: Kind, word: str, letters: int = 1
) -> dict[int, str]:
    """The terms that may be *word* with a letter wrong; some are not.

    *letters* is how many may be missing from *word*.
    """
    left = slips(word, letters)
    keys = [slip_key(scope, kind, one) for scope in scopes for one in left]
    rows = db.conn.execute(
        "SELECT id, word FROM term WHERE id IN (SELECT term FROM slip"
        " WHERE key IN (SELECT value FROM json_each(?)))",
        (json.dumps(keys),),
    )
    return dict(rows.fetchall())


def size(db: Connection, term: int, part: Part) -> int:
    """How many numbers there are in a list."""
    span = span_of(term, part)
    rows = db.conn.execute("SELECT total(length(ids)) FROM posting WHERE id BETWEEN ? AND ?", span)
    return int(rows.fetchone()[0]) // 4


def read(db: Connection, terms: Iterable[int], *parts: Part) -> Ids:
    """All the numbers in these lists."""
    lists = [_list(db, term, part) for term in terms for part in parts]
    some = [one for one in lists if len(one)]
    if len(some) < 2:
        return some[0] if some else NONE
    return np.unique(np.concatenate(some))


def _list(db: Connection, term: int, part: Part) -> Ids:
    rows = db.conn.execute(
        "SELECT ids FROM posting WHERE id BETWEEN ? AND ? ORDER BY id", span_of(term, part)
    ).fetchall()
    return np.frombuffer(b"".join([row[0] for row in rows]), "<u4")


def _terms(
    db: Connection, scopes: Iterable[str], kind: Kind, where: str, value: str
) -> dict[int, str]:
    found: dict[int, str] = {}
    for scope in scopes:
        found.update(db.conn.execute(f"{_IN_ORDER} {where}", (scope, kind, value)).fetchall())
    return found
