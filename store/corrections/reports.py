"""Reports of wrong speakers: made by anyone who sees a statement, read by those who settle them."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database as Connection

from store import lineage
from store.characters import storable
from store.corrections import audit
from store.errors import UnusableQuestion
from store.lineage import PLACE
from store.model import Match, Outcome, Report
from store.records import showable
from store.visibility import SURE, VISIBLE
from store.words import folded

LONGEST_NAME = 150  # characters
LONGEST_WHY = 1000
_MOST_ROWS = 2**63 - 1  # SQLite's limit
MOST = 100  # reports of one person that are open at once

GONE = "That statement is not on record here any more: ask again to see what is."


def report(
    db: Connection, statement: int, *, instead: str, why: str, by: str, scope: str, at: datetime
) -> int:
    """Keep a report; the number of it. A second one by the same person takes the first's place."""
    instead, why = (storable(" ".join(text.split())) for text in (instead, why))
    instead = instead if folded(instead) else ""  # marks and what nobody sees name nobody
    _refuse(instead, why)
    present = lineage.now(db, statement, scope)
    row = db.execute(_SEEN, {"number": present, "scope": scope}).fetchone()
    if row is None:
        raise UnusableQuestion(GONE)
    text, place, words, speaker, everyones = row
    own = db.execute(
        f"SELECT id, digest = ? AND place = ? FROM report WHERE scope = ? AND by = ? AND {_UNSETTLED}",  # noqa: S608, E501
        (text, place, scope, by),
    ).fetchall()
    same = [number for number, is_same in own if is_same]
    if same:
        db.execute(
            "UPDATE report SET instead = ?, why = ?, at = ? WHERE id = ?",
            (instead, why, at.isoformat(), same[0]),
        )
        return int(same[0])
    if len(own) >= MOST:
        raise UnusableQuestion(f"You have {MOST} reports waiting: let an editor settle some first.")
    told = (scope, everyones, text, place, words, speaker, instead, why, by, at.isoformat())
    return db.conn.execute(_REPORT, told).lastrowid or 0


def _refuse(instead: str, why: str) -> None:
    if not instead and not why:
        raise UnusableQuestion("Say who said it instead, or why the speaker is wrong.")
    if len(instead) > LONGEST_NAME:
        raise UnusableQuestion(f"A name may have {LONGEST_NAME} characters at most.")
    if len(why) > LONGEST_WHY:
        raise UnusableQuestion(f"The reason may have {LONGEST_WHY} characters at most.")


_SEEN = f"""
    SELECT digest, {PLACE},
        (SELECT group_concat(words, ' … ') FROM (
            SELECT words FROM span
            WHERE statement = statement.id AND part = 'content' ORDER BY ordinal
        )),
        (SELECT name FROM alias WHERE alias.article = statement.article
            AND alias.speaker = statement.speaker AND ordinal = 0),
        article.scope = ''
    FROM statement JOIN article ON article.id = statement.article
    WHERE statement.id = :number AND {SURE} AND {VISIBLE}
"""  # noqa: S608 -- conditions of our own
_REPORT = """
    INSERT INTO report (scope, everyones, digest, place, words, speaker, instead, why, by, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

_UNSETTLED = f"""
    NOT EXISTS (SELECT 1 FROM audit WHERE audit.report = report.id AND {audit.IN_FORCE})
"""  # noqa: S608 -- a condition of our own
# the shell settles for everyone what is everyone's, also what a scope has settled for itself
_OPEN_TO_ALL = f"""
    everyones AND NOT EXISTS (SELECT 1 FROM audit WHERE audit.report = report.id
        AND (audit.scope = '' OR outcome = '{Outcome.REJECTED}') AND {audit.IN_FORCE})
"""  # noqa: S608 -- a constant of our own
_IN = {True: f"report.scope = :scope AND {_UNSETTLED}", False: f"'' = :scope AND {_OPEN_TO_ALL}"}
_THEIRS = {True: "report.scope = :scope", False: "'' = :scope AND everyones"}


def opened(db: Connection, scope: str, limit: int) -> tuple[Report, ...]:
    """The reports that an editor of *scope* may settle now, oldest first."""
    where = _IN[bool(scope)]
    rows = db.query(
        f"SELECT * FROM report WHERE {where} ORDER BY id LIMIT :limit",  # noqa: S608
        {"scope": scope, "limit": limit},
    )
    return tuple(_report(db, row, scope) for row in list(rows))


def settled(db: Connection, scope: str, limit: int) -> tuple[Report, ...]:
    """The reports that *scope* settled last, the last one first."""
    rows = db.query(
        f"SELECT report.* FROM audit JOIN report ON report.id = audit.report"  # noqa: S608
        f" WHERE audit.scope = :scope AND {audit.IN_FORCE} ORDER BY audit.id DESC LIMIT :limit",
        {"scope": scope, "limit": limit},
    )
    return tuple(_report(db, row, scope) for row in list(rows))


def numbered(db: Connection, number: int, scope: str) -> Report:
    """Report *number*, open or settled, as *scope* may read it; else raises UnusableQuestion."""
    where = f"id = :number AND {_THEIRS[bool(scope)]}"
    asked = {"scope": scope, "number": number}
    known = number <= _MOST_ROWS  # a greater number cannot be asked for
    rows = list(db.query(f"SELECT * FROM report WHERE {where}", asked)) if known else []  # noqa: S608
    if not rows:
        raise UnusableQuestion(f"There is no report {number} here.")
    return _report(db, rows[0], scope)


def made(db: Connection, number: int) -> Report:
    """Report *number* as it is read where it was made."""
    (row,) = db.query("SELECT * FROM report WHERE id = ?", (number,))
    return _report(db, row, str(row["scope"]))


def place_of(db: Connection, number: int) -> tuple[str, str]:
    """Where the words of report *number* stand: the digest of the text, and the place in it."""
    digest, place = db.execute(
        "SELECT digest, place FROM report WHERE id = ?", (number,)
    ).fetchone()
    return digest, place


def is_open(db: Connection, number: int, scope: str) -> bool:
    """Whether report *number* waits for an editor of *scope*."""
    find = f"SELECT 1 FROM report WHERE id = :number AND {_IN[bool(scope)]}"  # noqa: S608
    return db.execute(find, {"number": number, "scope": scope}).fetchone() is not None


def alike(db: Connection, number: int, scope: str) -> list[int]:
    """The open reports of the same statement as report *number*, which may be one of them."""
    find = (
        f"SELECT id FROM report WHERE {_IN[bool(scope)]} AND (digest, place) ="  # noqa: S608
        " (SELECT digest, place FROM report WHERE id = :number) ORDER BY id"
    )
    rows = db.execute(find, {"number": number, "scope": scope})
    return [row[0] for row in rows.fetchall()]


def _report(db: Connection, row: dict[str, object], scope: str) -> Report:
    number = int(str(row["id"]))
    return Report(
        id=number,
        match=standing_at(db, str(row["digest"]), str(row["place"]), scope),
        words=str(row["words"]),
        speaker=None if row["speaker"] is None else str(row["speaker"]),
        instead=str(row["instead"]),
        why=str(row["why"]),
        by=str(row["by"]),
        at=datetime.fromisoformat(str(row["at"])),
        scope=str(row["scope"]),
        everyones=bool(row["everyones"]),
        settled=audit.of(db, number),
    )


def standing_at(
    db: Connection, digest: str, place: str, scope: str, work: int | None = None
) -> Match | None:
    """The statement that *scope* sees now of what stood at *place* of the text of *digest*.

    Where the text has a later version it is the one there; with a *work*, in that one alone.
    """
    found = lineage.standing_at(db, digest, place, scope, work)
    if found is None:
        return None
    kept = showable(db, [found])[found]
    return Match(kept.id, kept.statement, kept.article, kept.words, 0.0, ())
