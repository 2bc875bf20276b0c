"""Who is in which group: settled as statements come, change and go."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from heapq import heapify, heappop, heappush

from sqlite_utils import Database as Connection

from store.variants.likeness import DAYS, likeness, may_be_translated
from store.variants.sayings import Saying, sayings, sayings_of
from store.visibility import in_sight

_AT_ONCE = 1_000  # statements of an older store that are read together
_NEW = 0  # the founder of one that is in no group yet: no statement's id


def join(db: Connection, article: int) -> None:
    """Find the groups of the statements of *article*, which are in none yet."""
    _join(db, list(sayings_of(db, article)))


def join_all(db: Connection) -> None:
    """Find the groups of every statement in sight; none may be in one yet."""
    rows = db.execute(
        "SELECT statement.id FROM statement JOIN article ON article.id = article"  # noqa: S608
        f" WHERE {in_sight(db)} ORDER BY statement.id"
    )
    every = [number for (number,) in rows]
    for start in range(0, len(every), _AT_ONCE):
        _join(db, list(sayings(db, every[start : start + _AT_ONCE])))


def leave(db: Connection, article: int) -> None:
    """Take the statements of *article* out of their groups, before they are changed or deleted.

    Those whose group one of them founded find new ones. What was changed is to `join` again.
    """
    leaving = list(sayings_of(db, article))
    db.conn.executemany(
        "DELETE FROM variant_key WHERE key = ? AND repeats IN (0, 1) AND statement = ?",
        [(key, one.id) for one in leaving for key in one.keys],
    )
    db.conn.executemany(
        "DELETE FROM variant_day"
        " WHERE speaker = ? AND repeats IN (0, 1) AND day = ? AND statement = ?",
        [(one.speaker, one.day, one.id) for one in leaving if one.day is not None],
    )
    db.conn.executemany("DELETE FROM variant WHERE statement = ?", [(one.id,) for one in leaving])
    left = db.execute(
        "SELECT statement, first FROM variant WHERE first IN (SELECT value FROM json_each(?))",
        (json.dumps([one.id for one in leaving]),),
    ).fetchall()
    _Settling(db, sayings(db, (number for number, _ in left)), dict(left)).settle()


def _join(db: Connection, new: Sequence[Saying]) -> None:
    db.conn.executemany(
        "INSERT INTO variant_key (key, repeats, statement) VALUES (?, 0, ?)",
        [(key, one.id) for one in new for key in one.keys],
    )
    db.conn.executemany(
        "INSERT INTO variant_day (speaker, repeats, day, statement, traits) VALUES (?, 0, ?, ?, ?)",
        [(one.speaker, one.day, one.id, one.traits) for one in new if one.day is not None],
    )
    _Settling(db, new, dict.fromkeys((one.id for one in new), _NEW)).settle()


class _Settling:
    """Statements whose group may be another one now, taken in their turn.

    Whom one joins depends only on those before it, so that none is taken up again by what comes
    after it: only where it begins or ceases to found, those behind that may be alike are.
    """

    def __init__(self, db: Connection, waiting: Iterable[Saying], founders: dict[int, int]) -> None:
        """*founders* are those of *waiting*, as they were."""
        self._db = db
        self._known = {one.id: one for one in waiting}
        self._founders = founders
        self._waiting = [(one.turn, one.id) for one in self._known.values()]
        heapify(self._waiting)

    def settle(self) -> None:
        while self._waiting:
            _, number = heappop(self._waiting)
            self._settle(self._known[number])

    def _settle(self, one: Saying) -> None:
        before, founders = self._founder(one.id), self._sharing(one, repeats=0)
        after = self._best(one, founders)
        if after == before:
            return
        self._write(one, before, after)
        if (before == one.id) != (after == one.id) and self._any_behind(one, new=before == _NEW):
            for other in (*founders, *self._sharing(one, repeats=1)):
                if other.turn > one.turn and one.scope in {"", other.scope}:
                    heappush(self._waiting, (other.turn, other.id))

    def _any_behind(self, one: Saying, *, new: bool) -> bool:
        """Whether any in a group may come after *one* in turn: hardly ever, as it is loaded."""
        last, any_scoped = self._whole
        return not new or last not in self._founders or (one.scope == "" and any_scoped)

    @cached_property
    def _whole(self) -> tuple[int, bool]:
        """The last statement written down, and whether any is some scope's own."""
        return self._db.conn.execute(  # type: ignore[no-any-return]
            "SELECT (SELECT max(id) FROM statement),"
            " EXISTS (SELECT 1 FROM article WHERE scope > '')"
        ).fetchone()

    def _best(self, one: Saying, founders: Iterable[Saying]) -> int:
        """The one of *founders* whose group *one* joins, or its own."""
        before = [f for f in founders if f.turn < one.turn and f.scope in {"", one.scope}]
        alike = [(likeness(one, founder), founder) for founder in before]
        found = [(-how, founder.turn, founder.id) for how, founder in alike if how]
        return min(found)[-1] if found else one.id

    def _founder(self, number: int) -> int:
        if number not in self._founders:
            row = self._db.conn.execute(
                "SELECT first FROM variant WHERE statement = ?", (number,)
            ).fetchone()
            self._founders[number] = row[0] if row else number
        return self._founders[number]

    def _write(self, one: Saying, before: int, after: int) -> None:
        self._founders[one.id] = after
        db, repeats = self._db.conn, after != one.id
        if repeats:
            db.execute(
                "INSERT INTO variant (statement, first) VALUES (?, ?)"
                " ON CONFLICT (statement) DO UPDATE SET first = excluded.first",
                (one.id, after),
            )
        elif before != _NEW:
            db.execute("DELETE FROM variant WHERE statement = ?", (one.id,))
        if repeats == (before not in {_NEW, one.id}):
            return
        db.executemany(
            "UPDATE variant_key SET repeats = ? WHERE key = ? AND repeats = ? AND statement = ?",
            [(repeats, key, not repeats, one.id) for key in one.keys],
        )
        db.execute(
            "UPDATE variant_day SET repeats = ?"
            " WHERE speaker = ? AND repeats = ? AND day = ? AND statement = ?",
            (repeats, one.speaker, not repeats, one.day, one.id),
        )

    def _sharing(self, one: Saying, *, repeats: int) -> Sequence[Saying]:
        """What may be alike to *one*, of those that repeat another or of those that do not."""
        keys = one.keys
        marks = ", ".join("?" * len(keys))
        rows = self._db.conn.execute(
            f"SELECT statement FROM variant_key WHERE key IN ({marks}) AND repeats = ?",  # noqa: S608
            (*keys, repeats),
        )
        found = {number for (number,) in rows}
        if one.day is not None:
            traits = one.traits
            rows = self._db.conn.execute(
                "SELECT statement, traits FROM variant_day"
                " WHERE speaker = ? AND repeats = ? AND day BETWEEN ? AND ?",
                (one.speaker, repeats, one.day - DAYS, one.day + DAYS),
            )
            found.update(number for number, other in rows if may_be_translated(traits, other))
        found.discard(one.id)
        missing = found - self._known.keys()
        if missing:
            self._known.update((other.id, other) for other in sayings(self._db, missing))
        return [self._known[number] for number in found]
