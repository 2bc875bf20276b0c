"""Statements by the address of their article."""

from __future__ import annotations

from sqlite_utils import Database as Connection

from store.visibility import SURE, VISIBLE


def under(db: Connection, address: str, scope: str) -> list[int]:
    """What is shown of the article at the canonical *address*, in its order.

    Of several that *scope* sees there, it is the one that was loaded last.
    """
    rows = db.execute(
        "SELECT statement.id FROM statement WHERE article = ("  # noqa: S608
        f"SELECT article.id FROM article WHERE address = :address AND {VISIBLE}"
        " ORDER BY article.id DESC LIMIT 1"
        f") AND {SURE} ORDER BY statement.id",
        {"address": address, "scope": scope},
    )
    return [row[0] for row in rows]
