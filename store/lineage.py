"""What became of the words in one version of an article: their places in the others, followed.

Words are found by the digest of the text and their place in it, as rulings are. A step from one
version to another belongs to the scope that loaded the later one; "" is everyone's. The versions
of an article, and what scopes have of it for themselves, are one *work*.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database as Connection

from store.model import Became, Revision
from store.visibility import SURE, VISIBLE

# where the words of a statement are: what they are found by, whatever the statement's number
PLACE = """
    (SELECT json_group_array(json_array(start, end)) FROM (
        SELECT start, end FROM span
        WHERE statement = statement.id AND part = 'content' ORDER BY ordinal
    ))
"""

_BACK = 50  # versions that are looked through for one in which words were changed

Spot = tuple[str, str]
"""The digest of a text, and a place in it."""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of the words at *place*; *there* is where they stand now, None for nowhere."""

    place: str
    there: str | None
    became: Became


def note(
    db: Connection, work: int, scope: str, before: str, after: str, steps: Iterable[Step]
) -> None:
    """Write down the *steps* between the versions of *work* with these digests."""
    db.conn.executemany(
        "INSERT OR REPLACE INTO lineage (digest, place, onto, scope, work, there, became)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(before, one.place, after, scope, work, one.there, one.became) for one in steps],
    )


def onward(db: Connection, spot: Spot, scope: str, work: int | None = None) -> Iterator[Spot]:
    """*spot* and what its words became for *scope*, in *work* alone if one is given."""
    yield from _reached(db, spot, (_AFTER,), scope, work)


def throughout(db: Connection, spot: Spot, scope: str) -> Iterator[Spot]:
    """*spot* and where its words stand in all other versions, the earlier ones too."""
    yield from _reached(db, spot, (_AFTER, _BEFORE), scope, None)


_OF_SCOPE = "scope IN ('', :scope) AND work = coalesce(:work, work)"
_AFTER = f"""
    SELECT onto, there FROM lineage
    WHERE digest = :digest AND place = :place AND there IS NOT NULL AND {_OF_SCOPE}
"""  # noqa: S608 -- a condition of our own
_BEFORE = f"""
    SELECT digest, place FROM lineage WHERE onto = :digest AND there = :place AND {_OF_SCOPE}
"""  # noqa: S608 -- a condition of our own


def _reached(
    db: Connection, spot: Spot, ways: Iterable[str], scope: str, work: int | None
) -> Iterator[Spot]:
    waiting, seen = [spot], {spot}
    for digest, place in waiting:  # it grows as it is read
        yield digest, place
        asked = {"digest": digest, "place": place, "scope": scope, "work": work}
        for way in ways:
            found = set(db.execute(way, asked).fetchall()) - seen
            waiting += sorted(found)
            seen |= found


def standing_at(
    db: Connection, digest: str, place: str, scope: str, work: int | None = None
) -> int | None:
    """The statement that *scope* sees now of what stood at *place* of a text; None for none."""
    for text, there in onward(db, (digest, place), scope, work):
        asked = {"digest": text, "place": there, "scope": scope, "work": work}
        if row := db.execute(_STANDING, asked).fetchone():
            return int(row[0])
    return None


_STANDING = f"""
    SELECT statement.id FROM article JOIN statement ON article = article.id
    WHERE digest = :digest AND work = coalesce(:work, work) AND {PLACE} = :place
        AND {SURE} AND {VISIBLE}
    ORDER BY statement.id LIMIT 1
"""  # noqa: S608 -- conditions of our own


def now(db: Connection, number: int, scope: str) -> int:
    """The statement that *scope* sees in the place of that with the id *number*, or that id.

    A card that was posted has the number of the version of then.
    """
    row = db.execute(
        f"SELECT digest, {PLACE}, work, {VISIBLE} FROM statement"  # noqa: S608 -- our own
        " JOIN article ON article.id = article"
        " WHERE statement.id = :number AND scope IN ('', :scope)",
        {"number": number, "scope": scope},
    ).fetchone()
    if row is None or row[-1]:
        return number
    digest, place, work, _ = row
    return standing_at(db, digest, place, scope, work) or number


def earlier(db: Connection, numbers: Iterable[int]) -> dict[int, Revision]:
    """How those of the statements *numbers* read before that were changed, and since when.

    What a scope has loaded for itself tells of nothing that everyone sees.
    """
    if not db.execute("SELECT 1 FROM lineage LIMIT 1").fetchone():
        return {}
    rows = db.execute(_STATEMENTS, (json.dumps(list(numbers)),)).fetchall()
    found = {number: _earlier(db, *where) for number, *where in rows}
    return {number: one for number, one in found.items() if one}


_STATEMENTS = f"""
    SELECT statement.id, scope, work, digest, {PLACE}
    FROM statement JOIN article ON article.id = statement.article
    WHERE statement.id IN (SELECT value FROM json_each(?))
        AND EXISTS (SELECT 1 FROM lineage
            WHERE onto = article.digest AND lineage.work = article.work)
"""  # noqa: S608 -- a condition of our own


def _earlier(db: Connection, scope: str, work: int, digest: str, place: str) -> Revision | None:
    """Back through versions in which the words stayed, to the first in which they differed."""
    seen = {digest}
    for _ in range(_BACK):
        asked = {"digest": digest, "place": place, "scope": scope, "work": work}
        row = db.execute(_STEP_BEFORE, asked).fetchone()
        if row is None or row[0] in seen:
            return None
        before, there, became, since = row
        if became == Became.CHANGED:
            words = _words(db, before, there, work, scope)
            return Revision(date.fromisoformat(since), words) if words else None
        digest, place = before, there
        seen.add(digest)
    return None


_STEP_BEFORE = """
    SELECT lineage.digest, place, became, substr(coalesce(updated_at, loaded_at), 1, 10)
    FROM lineage JOIN article ON article.digest = onto AND article.work = lineage.work
        AND article.scope IN ('', :scope)
    WHERE onto = :digest AND there = :place AND lineage.work = :work
        AND lineage.scope IN ('', :scope)
    ORDER BY lineage.id DESC, article.id LIMIT 1
"""


def _words(db: Connection, digest: str, place: str, work: int, scope: str) -> tuple[str, ...]:
    """What stands at *place* of a version, where it is still what was loaded."""
    rows = db.execute(
        f"SELECT span.words, substr(text, start + 1, end - start) FROM article"  # noqa: S608
        f" JOIN statement ON article = article.id JOIN span ON span.statement = statement.id"
        f" WHERE statement.id = (SELECT min(statement.id) FROM article JOIN statement"
        f"  ON article = article.id WHERE digest = :digest AND work = :work"
        f"  AND scope IN ('', :scope) AND {PLACE} = :place)"
        " AND part = 'content' ORDER BY ordinal",
        {"digest": digest, "place": place, "work": work, "scope": scope},
    ).fetchall()
    return tuple(words for words, _ in rows) if all(a == b for a, b in rows) else ()
