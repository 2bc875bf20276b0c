"""The index as one scope sees it: words to terms, and terms to the numbers in their lists."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from sqlite_utils import Database as Connection

from store.search.forms import slip_key, slips
from store.search.found import together
from store.search.postings import CHUNK, ROWS, Ids, Kind, Part, first_row, numbers

_IN_ORDER = "SELECT id, word FROM term WHERE scope = ? AND kind = ? AND"


def spelt(db: Connection, scopes: Iterable[str], kind: Kind, word: str) -> dict[int, str]:
    """The terms that are *word*, by their numbers."""
    return _terms(db, scopes, kind, "word = ?", word)


def forms(db: Connection, scopes: Iterable[str], kind: Kind, like: str) -> dict[int, str]:
    """The terms that are forms of one word, or sound the same: those whose likeness is *like*."""
    return _terms(db, scopes, kind, "alike = ?", like)


def all_forms(
    db: Connection, scopes: Iterable[str], kind: Kind, likes: Iterable[str]
) -> dict[str, dict[int, str]]:
    """The terms of each of many likenesses."""
    return _all(db, scopes, kind, "alike", likes)


def all_spelt(
    db: Connection, scopes: Iterable[str], kind: Kind, words: Iterable[str]
) -> dict[str, dict[int, str]]:
    """The terms that are each of many words."""
    return _all(db, scopes, kind, "word", words)


def begun(db: Connection, scopes: Iterable[str], kind: Kind, like: str) -> dict[int, str]:
    """The terms whose likeness begins as *like* does."""
    return _terms(db, scopes, kind, "alike BETWEEN ? AND ?", like, like + _LAST)


def beginning(db: Connection, scopes: Iterable[str], kind: Kind, word: str) -> dict[int, str]:
    """The terms that begin with *word*."""
    return _terms(db, scopes, kind, "word BETWEEN ? AND ?", word, word + _LAST)


_LAST = "\U0010ffff"  # stands after every letter


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


def statements(db: Connection, scopes: Iterable[str], speakers: Iterable[int]) -> dict[int, int]:
    """How many statements each of *speakers* has in sight."""
    terms = all_spelt(db, scopes, Kind.SPEAKER, map(str, speakers))
    held = sizes(db, chain.from_iterable(terms.values()), [Part.SAID])
    return {int(speaker): sum(held[term] for term in of) for speaker, of in terms.items()}


def sizes(
    db: Connection, terms: Iterable[int], parts: Iterable[Part], *, most: int | None = None
) -> dict[int, int]:
    """How many numbers there are in the lists of each of many *terms*, counted to *most*."""
    every = set(terms)
    of = {first_row(term, part): term for part in parts for term in every}
    rows = db.conn.execute(
        "SELECT value, (SELECT sum(length(ids)) FROM (SELECT ids FROM posting"
        " WHERE id BETWEEN value AND value + ? LIMIT ?)) FROM json_each(?)",
        (ROWS, -1 if most is None else 2 * most // CHUNK + 1, json.dumps(list(of))),
    )
    found: Counter[int] = Counter()
    for first, size in rows.fetchall():
        found[of[first]] += (size or 0) // 4
    return found


class Lists:
    """Lists of numbers, each read once for one question."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._read: dict[tuple[int, Part], Ids] = {}

    def read(self, terms: Iterable[int], parts: Iterable[Part]) -> None:
        """Read at once what is not yet of these lists."""
        wanted = ((term, part) for part in parts for term in dict.fromkeys(terms))
        keys = {first_row(*key): key for key in wanted if key not in self._read}
        if not keys:
            return
        found: dict[int, list[bytes]] = {first: [] for first in keys}
        for row, ids in _rows(self._db, keys):
            found[row & ~ROWS].append(ids)
        for first, key in keys.items():
            self._read[key] = numbers(b"".join(found[first]))

    def of(self, term: int, part: Part) -> Ids:
        """One list."""
        if (term, part) not in self._read:
            self.read([term], [part])
        return self._read[term, part]


def read(db: Connection, terms: Iterable[int], *parts: Part) -> Ids:
    """All the numbers in these lists."""
    rows = _rows(db, (first_row(term, part) for term in terms for part in parts))
    return together([numbers(ids) for _, ids in rows])


def _rows(db: Connection, lists: Iterable[int]) -> list[tuple[int, bytes]]:
    """The rows of *lists*, by their numbers, in their order."""
    found = db.conn.execute(
        "SELECT posting.id, ids FROM json_each(?) CROSS JOIN posting"
        " ON posting.id BETWEEN value AND value + ?",
        (json.dumps(sorted(lists)), ROWS),
    )
    return sorted(found.fetchall())  # they come so already, and SQLite would copy them to sort


def _terms(
    db: Connection, scopes: Iterable[str], kind: Kind, where: str, *values: str
) -> dict[int, str]:
    found: dict[int, str] = {}
    for scope in scopes:
        found.update(db.conn.execute(f"{_IN_ORDER} {where}", (scope, kind, *values)).fetchall())
    return found


def _all(
    db: Connection, scopes: Iterable[str], kind: Kind, column: str, values: Iterable[str]
) -> dict[str, dict[int, str]]:
    found: dict[str, dict[int, str]] = {}
    asked = json.dumps(list(values))
    for scope in scopes:
        rows = db.conn.execute(
            "SELECT value, term.id, word FROM json_each(?) CROSS JOIN term"  # noqa: S608
            f" ON scope = ? AND kind = ? AND {column} = value",
            (asked, scope, kind),
        )
        for value, term, word in rows.fetchall():
            found.setdefault(value, {})[term] = word
    return found
