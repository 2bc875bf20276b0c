"""Questions that were asked, each under a short name that a button can carry."""

from __future__ import annotations

import base64
import hashlib

from sqlite_utils import Database as Connection

from store.characters import storable

KEY_LENGTH = 22  # characters


def question_key(question: str, scope: str) -> str:
    """A short name for *question*: KEY_LENGTH characters, safe in any button or URL."""
    told = f"{scope}\0{storable(question)}".encode()
    return base64.urlsafe_b64encode(hashlib.sha256(told).digest()[:16]).rstrip(b"=").decode()


def keep(db: Connection, question: str, scope: str) -> None:
    """Keep what *scope* asked, where it is not kept yet."""
    db.execute(
        "INSERT OR IGNORE INTO question (scope, key, text) VALUES (?, ?, ?)",
        (scope, question_key(question, scope), storable(question)),
    )


def find(db: Connection, key: str, scope: str) -> str | None:
    """The question that *scope* asked under *key*, or None."""
    row = db.execute(
        "SELECT text FROM question WHERE scope = ? AND key = ?", (scope, storable(key))
    ).fetchone()
    return row[0] if row else None
