"""An article comes into sight, or goes out of it: in the index and in the groups of variants."""

from __future__ import annotations

from sqlite_utils import Database as Connection

from store import variants
from store.search import indexing
from store.visibility import Standing


def enter(db: Connection, article: int) -> None:
    """Let what is shown of *article* be found."""
    indexing.add(db, article)
    variants.join(db, article)


def leave(db: Connection, article: int) -> None:
    """Let nothing of *article*, which is in sight, be found; to be done before its rows change."""
    indexing.remove(db, article)
    variants.leave(db, article)


def stand(db: Connection, article: int, standing: Standing) -> None:
    """Note how *article* stands from now on."""
    db.execute("UPDATE article SET standing = ? WHERE id = ?", (standing, article))


def retire(db: Connection, article: int, standing: Standing) -> None:
    """Take *article*, which is in sight, out of it: it stands as *standing* from now on."""
    leave(db, article)
    stand(db, article, standing)
