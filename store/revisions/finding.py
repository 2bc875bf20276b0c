"""The article that a person means by its number, its address or its title."""

from __future__ import annotations

import re

from sqlite_utils import Database as Connection

from store.errors import UnusableQuestion
from store.links import canonical
from store.visibility import Standing

_NUMBER = re.compile(r"#?(\d{1,18})", re.ASCII)
_LISTED = 5
_SHOWN = 100  # characters


def find(db: Connection, which: str, scope: str, *, withdrawn: bool = False) -> int:
    """The id of the one article of *scope* that *which* means, in sight or else *withdrawn*.

    What a scope has in place of everyone's is not its alone, and none of those. Raises
    UnusableQuestion, which says what to type, where there is none or are several.
    """
    standing = Standing.WITHDRAWN if withdrawn else Standing.PRESENT
    condition, value = _meant(which)
    rows = db.execute(
        f"SELECT id, coalesce(url, file, title, '') FROM article"  # noqa: S608 -- our own
        f" WHERE scope = ? AND standing = ? AND {condition} ORDER BY id LIMIT ?",
        (scope, standing, value, _LISTED + 1),
    ).fetchall()
    if len(rows) == 1:
        return int(rows[0][0])
    shown = which if len(which) <= _SHOWN else f"{which[:_SHOWN]}…"
    if not rows and not withdrawn and _is_withdrawn(db, which, scope):
        raise UnusableQuestion(
            f"The article '{shown}' was withdrawn: onrecord withdraw --undo puts it back."
        )
    if not rows:
        what = "withdrawn article" if withdrawn else "article"
        raise UnusableQuestion(
            f"There is no {what} '{shown}' here: give its whole title, its address or its number."
        )
    told = "; ".join(f"{number} ({place[:_SHOWN]})" for number, place in rows[:_LISTED])
    raise UnusableQuestion(f"Several articles are '{shown}', give the number of one: {told}")


def _is_withdrawn(db: Connection, which: str, scope: str) -> bool:
    condition, value = _meant(which)
    found = db.execute(
        f"SELECT 1 FROM article WHERE scope = ? AND standing = ? AND {condition} LIMIT 1",  # noqa: S608
        (scope, Standing.WITHDRAWN, value),
    )
    return found.fetchone() is not None


def _meant(which: str) -> tuple[str, str | int]:
    """A condition over `article`, and the value that it takes."""
    typed = " ".join(which.split())
    if number := _NUMBER.fullmatch(typed):
        return "id = ?", int(number[1])
    if place := canonical(typed):
        return "address = ?", place
    return "title = ? COLLATE NOCASE", typed
