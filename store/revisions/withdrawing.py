"""A whole article taken out of sight by a person, and put back: for everyone, or for its scope.

Everyone's goes with all that workspaces and servers have of it, in whatever version.
"""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database as Connection

from store import sight
from store.corrections import posted
from store.revisions import identity, log, succession
from store.revisions.identity import Row
from store.visibility import IN_SIGHT, Standing

WITHDRAWN, RESTORED = "withdrawn", "restored"


def withdraw(db: Connection, article: int, *, by: str, at: datetime, because: str) -> None:
    """Take *article*, which is in sight, out of it; it stays out when it is loaded again."""
    for row in _of_work(db, article, IN_SIGHT):
        sight.retire(db, row.id, Standing.WITHDRAWN)
        log.note(db, log.Entry(row.id, at, by, WITHDRAWN, because=because))
        posted.outdated(db, row.digest, row.work, row.scope)


def restore(db: Connection, article: int, *, by: str, at: datetime, because: str) -> None:
    """Put *article*, which was withdrawn, back into sight, with all that went with it."""
    when = log.last(db, article, WITHDRAWN)
    for row in _of_work(db, article, f"article.standing = '{Standing.WITHDRAWN}'"):
        if log.last(db, row.id, WITHDRAWN) != when:
            continue  # it was withdrawn by itself
        succession.show(db, row)
        log.note(db, log.Entry(row.id, at, by, RESTORED, because=because))
        posted.outdated(db, row.digest, row.work, row.scope)


def _of_work(db: Connection, article: int, where: str) -> list[Row]:
    """What is of one work with *article*, everyone's first: of all scopes where that is theirs."""
    rows = db.execute(
        f"SELECT article.id FROM article JOIN article AS named ON named.id = :article"  # noqa: S608
        f" WHERE article.work = named.work AND named.scope IN ('', article.scope)"
        f" AND {where}"
        " ORDER BY article.scope, article.id",
        {"article": article},
    )
    return [identity.numbered(db, number) for (number,) in rows.fetchall()]
