"""What the index is made of: for each word a sorted list of numbers, in chunks that grow.

A *term* is a word of one kind in one scope. It has up to four lists, and a list is kept in rows
of at most `CHUNK` numbers under the first of them, so that a statement more costs a row less
than a page, and a list is read in one sweep.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database as Connection

from store.search.forms import slip_key, slips, stem
from store.search.spelling import sound

Ids = NDArray[np.intp]
"""Numbers in order, each once; as they are, they find their places in an array."""

_Row = NDArray[np.uint32]

CHUNK = 480  # numbers of four bytes: two rows to a page
_FIRST = 36  # bits of a row's number that its first number may take, also below in _ENDS
_LISTS = 2  # bits that tell the lists of a term apart, likewise
ROWS = (1 << _FIRST) - 1
NONE: Ids = np.empty(0, np.intp)


class Kind(IntEnum):
    """What a term is a word of."""

    WORD = 0  # what was said, stands around it or in a headline
    SPEAKER = 1  # the number of one who said it
    OUTLET = 2  # the name of an article's outlet, or of a via
    DENIAL = 3
    NAME = 4  # the names of speakers, whose numbers are in the list
    ROLE = 5  # their roles, likewise


class Part(IntEnum):
    """Which list of a term; only words and names have more than the first."""

    SAID = 0
    SURNAME = 1  # of those for whom the word of a name is enough
    AROUND = 1  # in the paragraph, but not said
    HEADLINE = 2  # of articles, whose numbers are in the list


class Term(NamedTuple):
    """A list, as those who write name it."""

    kind: Kind
    part: Part
    word: str


def like(kind: Kind, word: str) -> str:
    """What words of one *kind* share that are forms of one, or one name by ear."""
    return stem(word) if kind is Kind.WORD else sound(word)


# ---- writing


def add(db: Connection, scope: str, lists: Mapping[Term, Sequence[int]]) -> None:
    """Put the numbers of *lists*, each in order, into the lists of *scope*."""
    _make(db, scope, {(term.kind, term.word) for term in lists})
    rows: list[tuple[int, bytes]] = []
    for kind, part in {(term.kind, term.part) for term in lists}:
        new = {t.word: ids for t, ids in lists.items() if (t.kind, t.part) == (kind, part)}
        ends = db.conn.execute(
            _ENDS, {"scope": scope, "kind": kind, "part": part, "words": json.dumps(list(new))}
        )
        for word, term, row, kept in ends.fetchall():
            rows += _added(db, first_row(term, part), row, kept, new[word])
    db.conn.executemany("INSERT OR REPLACE INTO posting (id, ids) VALUES (?, ?)", rows)


def remove(db: Connection, scope: str, lists: Mapping[Term, Sequence[int]]) -> None:
    """Take the numbers of *lists* out of the lists of *scope*, and terms that have none left."""
    ids = _numbers(db, scope, {(term.kind, term.word) for term in lists})
    for term, numbers in lists.items():
        base = first_row(ids[term.kind, term.word], term.part)
        for number in numbers:
            _take_out(db, base, number)
    for (kind, word), number in ids.items():
        span = (first_row(number, 0), first_row(number + 1, 0) - 1)
        if not db.execute("SELECT 1 FROM posting WHERE id BETWEEN ? AND ?", span).fetchone():
            db.execute("DELETE FROM term WHERE id = ?", (number,))
            keys = ((key, number) for key in _slip_keys(scope, kind, word))
            db.conn.executemany("DELETE FROM slip WHERE key = ? AND term = ?", keys)


def numbers(row: bytes) -> Ids:
    """The numbers in a row, or in several that were joined."""
    return np.frombuffer(row, "<u4").astype(np.intp)


def first_row(term: int, part: int) -> int:
    """The lowest number that a row of this list can have; the others are within `ROWS` of it."""
    return (term << _LISTS | part) << _FIRST


def _numbers(
    db: Connection, scope: str, words: Iterable[tuple[int, str]]
) -> dict[tuple[int, str], int]:
    """The terms of those of *words* that are there."""
    rows = db.conn.execute(
        "SELECT kind, word, term.id FROM json_each(:words) AS asked CROSS JOIN term"
        " ON scope = :scope AND kind = asked.value ->> 0 AND word = asked.value ->> 1",
        {"scope": scope, "words": json.dumps(list(words))},
    )
    return {(kind, word): number for kind, word, number in rows.fetchall()}


def _make(db: Connection, scope: str, words: set[tuple[Kind, str]]) -> None:
    """Make those terms of *words* that are not there."""
    last = db.conn.execute("SELECT coalesce(max(id), 0) FROM term").fetchone()[0]
    new = list(enumerate(sorted(words - _numbers(db, scope, words).keys()), last + 1))
    db.conn.executemany(
        "INSERT INTO term (id, scope, kind, word, alike) VALUES (?, ?, ?, ?, ?)",
        (
            (number, scope, kind, word, like(kind, word) if kind in _ALIKE else None)
            for number, (kind, word) in new
        ),
    )
    kept = ((key, n) for n, (kind, word) in new for key in _slip_keys(scope, kind, word))
    db.conn.executemany("INSERT OR IGNORE INTO slip (key, term) VALUES (?, ?)", sorted(kept))


_ALIKE = frozenset((Kind.WORD, Kind.NAME, Kind.ROLE))


def _slip_keys(scope: str, kind: int, word: str) -> set[int]:
    if kind not in _ALIKE:
        return set()
    spelt = word if kind == Kind.WORD else sound(word)
    return {slip_key(scope, kind, left) for left in slips(spelt)}


_CHUNK_OF = "SELECT id, ids FROM posting WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1"


# the last row of each list
_ENDS = """
    SELECT word, term.id, posting.id, ids
    FROM json_each(:words) AS asked
    CROSS JOIN term ON scope = :scope AND kind = :kind AND word = asked.value
    LEFT JOIN posting ON posting.id = (
        SELECT max(id) FROM posting
        WHERE id BETWEEN (term.id << 2 | :part) << 36 AND ((term.id << 2 | :part) + 1 << 36) - 1
    )
"""


def _added(
    db: Connection, base: int, row: int | None, kept: bytes | None, numbers: Sequence[int]
) -> Iterable[tuple[int, bytes]]:
    """The rows of a list that change where *numbers* come to it; its last *row* holds *kept*."""
    if row and kept and int.from_bytes(kept[-4:], "little") >= numbers[0]:
        return _put_in(db, base, numbers)
    every = (kept or b"") + struct.pack(f"<{len(numbers)}I", *numbers)
    if len(every) <= 4 * CHUNK:
        return [(row or base | numbers[0], every)]
    return _cut(base, row, np.frombuffer(every, "<u4"))


def _cut(base: int, row: int | None, every: _Row) -> Iterator[tuple[int, bytes]]:
    for at in range(0, len(every), CHUNK):
        chunk = every[at : at + CHUNK]
        yield (row if row and at == 0 else base | int(chunk[0])), chunk.tobytes()


def _put_in(db: Connection, base: int, numbers: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    """Likewise, where they do not all come at its end."""
    rows: dict[int, _Row] = {}
    for number in numbers:
        found = db.conn.execute(_CHUNK_OF, (base, base | number)).fetchone()
        near = [row for row in rows if row <= base | number]
        row = max((*near, found[0] if found else 0))
        if not row:
            rows[base | number] = np.asarray([number], "<u4")
            continue
        chunk = rows.get(row)
        chunk = np.frombuffer(found[1], "<u4") if chunk is None else chunk
        chunk = np.union1d(chunk, np.asarray([number], "<u4"))
        rows[row] = chunk[:CHUNK]
        if len(chunk) > CHUNK:
            half = CHUNK // 2
            rows[row], rows[base | int(chunk[half])] = chunk[:half], chunk[half:]
    return ((row, chunk.tobytes()) for row, chunk in rows.items())


def _take_out(db: Connection, base: int, number: int) -> None:
    row, kept = db.conn.execute(_CHUNK_OF, (base, base | number)).fetchone()
    chunk = np.frombuffer(kept, "<u4")
    left = chunk[chunk != number]
    if len(left):
        db.execute("UPDATE posting SET ids = ? WHERE id = ?", (left.tobytes(), row))
    else:
        db.execute("DELETE FROM posting WHERE id = ?", (row,))
