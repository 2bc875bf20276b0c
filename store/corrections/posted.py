"""Messages that others read an answer in: what they show, and whether that still holds.

A message shows statements by the text of their article and the place of their words in it, as
rulings do. Whatever changes what is there makes the messages that show it due, in the same
transaction; they stay so until whoever looks after them says that they were put right.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from sqlite_utils import Database as Connection

from store import lineage
from store.corrections.reports import standing_at
from store.database import Database
from store.lineage import PLACE
from store.model import Gone, Message, Polarity, Shown, Stale
from store.visibility import RULED_OUT, VISIBLE

KEPT = timedelta(days=365)  # that a message is remembered


class Posted:
    """The messages of one store that others read, too."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, message: Message, speakers: Mapping[int, str]) -> None:
        """Remember that *message* shows the statements with these ids as said by *speakers*.

        It is due at once, as a ruling may have come in between; those of a year ago are forgotten.
        """
        now = datetime.now(UTC)
        with self._database.writing() as db:
            _forget(db, now - KEPT)
            posted = db.conn.execute(_POSTED, (*_row(message), now.isoformat())).lastrowid
            db.conn.executemany(
                _SHOWN,
                [(posted, speaker, number) for number, speaker in speakers.items()],
            )

    def also(self, stale: Stale, speakers: Mapping[int, str]) -> None:
        """Remember that the message, written anew, shows these statements besides.

        Where any of them is new to it, it is due again, as after `remember`.
        """
        followed = {one.match.id for one in stale.shown if one.match}  # `right` notes those
        others = {number: name for number, name in speakers.items() if number not in followed}
        with self._database.writing() as db:
            added = db.conn.executemany(
                f"{_SHOWN} AND {_NEW}",
                [(stale.id, name, number, stale.id) for number, name in others.items()],
            )
            if added.rowcount > 0:
                db.execute("UPDATE posted SET due = due + 1 WHERE id = ?", (stale.id,))

    def due(self, platform: str) -> tuple[Stale, ...]:
        """The messages on *platform* that may show what holds no more, first posted first."""
        with self._database.reading() as db:
            rows = list(
                db.query("SELECT * FROM posted WHERE due > 0 AND platform = ? ORDER BY id",
                         (platform,))
            )  # fmt: skip
            return tuple(_stale(db, row) for row in rows)

    def right(self, stale: Stale, speakers: Sequence[str | None]) -> None:
        """Note that the message now tells these *speakers*, None for what it shows no more.

        What changed again since it was read stays due.
        """
        with self._database.writing() as db:
            for speaker, one in zip(speakers, stale.shown, strict=True):
                db.execute(
                    "UPDATE shown SET speaker = ? WHERE posted = ? AND statement = ?",
                    (speaker, stale.id, one.statement),
                )
            _follow(db, stale)
            db.execute("UPDATE posted SET due = 0 WHERE id = ? AND due = ?", (stale.id, stale.due))


def _follow(db: Connection, stale: Stale) -> None:
    """Note that the message shows the words as they are in the present version of the article."""
    moved = [
        (one.statement, one.match.id)
        for one in stale.shown
        if one.match and one.match.id != one.statement
    ]
    rows = [
        (stale.id, speaker, now)
        for before, now in moved
        for (speaker,) in db.execute(
            "DELETE FROM shown WHERE posted = ? AND statement = ? RETURNING speaker",
            (stale.id, before),
        ).fetchall()
    ]
    db.conn.executemany(_SHOWN, rows)


def changed(db: Connection, digest: str, place: str, scope: str) -> None:
    """Make due what shows the words at *place* to *scope*, or where that is "", to anyone."""
    db.execute(
        "UPDATE posted SET due = due + 1 WHERE :scope IN ('', scope) AND id IN"
        " (SELECT posted FROM shown WHERE digest = :digest AND place = :place)",
        {"digest": digest, "place": place, "scope": scope},
    )


def outdated(db: Connection, digest: str, work: int, scope: str) -> None:
    """Make due what shows anything of the version of *work* with this *digest*, likewise."""
    db.execute(
        "UPDATE posted SET due = due + 1 WHERE :scope IN ('', scope) AND id IN"
        " (SELECT posted FROM shown JOIN statement ON statement.id = statement"
        " JOIN article ON article.id = article"
        " WHERE shown.digest = :digest AND work = :work)",
        {"digest": digest, "work": work, "scope": scope},
    )


_POSTED = """
    INSERT INTO posted (platform, account, channel, message, scope, question, page, today, did,
                        person, at, due)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
"""
_SHOWN = f"""
    INSERT OR REPLACE INTO shown (posted, statement, digest, place, words, speaker)
    SELECT ?, statement.id, digest, {PLACE},
        (SELECT json_group_array(words) FROM (
            SELECT words FROM span
            WHERE statement = statement.id AND part = 'content' ORDER BY ordinal
        )), ?
    FROM statement JOIN article ON article.id = statement.article WHERE statement.id = ?
"""  # noqa: S608 -- conditions of our own
_NEW = f"""
    (work, digest, {PLACE}) NOT IN (
        SELECT there.work, before.digest, before.place FROM shown AS before
        JOIN statement AS said ON said.id = before.statement
        JOIN article AS there ON there.id = said.article WHERE before.posted = ?
    )
"""  # noqa: S608 -- conditions of our own

_RULED_OUT = f"""
    SELECT 1 FROM article JOIN statement ON article = article.id
    WHERE digest = :digest AND work = :work AND {PLACE} = :place AND confidence = {RULED_OUT}
        AND {VISIBLE}
"""  # noqa: S608 -- conditions of our own


def _row(message: Message) -> tuple[object, ...]:
    where = (message.platform, message.account, message.channel, message.id, message.scope)
    today = message.today.isoformat() if message.today else None
    return (*where, message.question, message.page, today, message.did, message.person)


def _forget(db: Connection, before: datetime) -> None:
    old = "SELECT id FROM posted WHERE at < ?"
    for table, key in (("shown", "posted"), ("posted", "id")):
        db.execute(f"DELETE FROM {table} WHERE {key} IN ({old})", (before.isoformat(),))  # noqa: S608


def _stale(db: Connection, row: Mapping[str, object]) -> Stale:
    told = {name: str(row[name]) for name in ("platform", "account", "channel", "scope")}
    message = Message(
        **told,
        id=str(row["message"]),
        question=str(row["question"]),
        page=int(str(row["page"])),
        today=date.fromisoformat(str(row["today"])) if row["today"] else None,
        did=str(row["did"]),
        person=str(row["person"]),
    )
    rows = db.execute(
        "SELECT shown.statement, shown.digest, place, words, shown.speaker, work, text,"
        " outlet, polarity"
        " FROM shown JOIN statement ON statement.id = shown.statement"
        " JOIN article ON article.id = article WHERE posted = ? ORDER BY shown.statement",
        (row["id"],),
    ).fetchall()
    shown = tuple(_shown(db, message.scope, *one) for one in rows)
    return Stale(int(str(row["id"])), int(str(row["due"])), message, shown)


def _shown(
    db: Connection,
    scope: str,
    statement: int,
    digest: str,
    place: str,
    words: str,
    speaker: str | None,
    work: int,
    text: str,
    outlet: str | None,
    polarity: str,
) -> Shown:
    match = standing_at(db, digest, place, scope, work)
    gone = None if match else _gone(db, (digest, place), scope, work)
    denied = polarity == Polarity.DENIES
    return Shown(statement, tuple(json.loads(words)), speaker, match, gone, text, outlet, denied)


def _gone(db: Connection, spot: lineage.Spot, scope: str, work: int) -> Gone:
    """Why nothing is shown of what stood at *spot*."""
    present = db.execute(
        f"SELECT digest FROM article WHERE work = :work AND {VISIBLE}",  # noqa: S608
        {"work": work, "scope": scope},
    ).fetchone()
    if present is None:
        return Gone.WITHDRAWN
    for digest, place in lineage.onward(db, spot, scope, work):
        if digest == present[0]:
            asked = {"digest": digest, "place": place, "work": work, "scope": scope}
            ruled = db.execute(_RULED_OUT, asked).fetchone()
            return Gone.RULED_OUT if ruled else Gone.UNSURE
    return Gone.LEFT_OUT
