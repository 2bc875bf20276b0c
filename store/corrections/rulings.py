"""What was ruled, put into effect in the rows of an article: its speakers, and what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlite_utils import Database as Connection

from store import lineage, people, sight
from store.corrections.own import copy, own
from store.lineage import PLACE
from store.model import Outcome, Ruling, Speaker, SpeakerKind
from store.visibility import IN_SIGHT, RULED_OUT
from store.words import folded


def rule(db: Connection, scope: str, digest: str, place: str, ruling: Ruling, at: datetime) -> None:
    """Keep *ruling* for *scope*, or where it rejects take back what was kept; then show so.

    It is for these words in every version of their article.
    """
    articles: set[int] = set()
    for text, there in list(lineage.throughout(db, (digest, place), scope)):
        articles.update(own(db, scope, text) if scope else _everywhere(db, text))
        _keep(db, scope, text, there, ruling, at.isoformat())
    for article in sorted(articles):
        renew(db, article)


def _keep(db: Connection, scope: str, digest: str, place: str, ruling: Ruling, at: str) -> None:
    db.execute(
        "DELETE FROM ruling WHERE scope = ? AND digest = ? AND place = ?", (scope, digest, place)
    )
    if ruling.outcome is not Outcome.REJECTED:
        db.execute(
            "INSERT INTO ruling (scope, digest, place, outcome, name, at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (scope, digest, place, ruling.outcome, ruling.name, at),
        )


def carry(
    db: Connection, before: str, after: str, places: Mapping[str, str], scope: str, of: str
) -> None:
    """Let what was ruled in the text *before* hold in *after*, which *scope* sees from now on.

    *places* are where its words stand now; what was ruled there already holds. Where *after* is an
    article *of* that scope, what was ruled for everyone holds there as the scope's own: a
    workspace's version changes nobody else's.
    """
    rows = db.execute(
        "SELECT place, outcome, name, at, scope FROM ruling WHERE digest = ? ORDER BY scope DESC",
        (before,),
    ).fetchall()
    for place, outcome, name, at, ruled_in in rows:
        holds_in = scope if of and not ruled_in else ruled_in
        if (
            place in places
            and scope in {"", holds_in}
            and (held(db, holds_in, after, places[place]) is None)
        ):
            _keep(db, holds_in, after, places[place], Ruling(Outcome(outcome), name), at)


def own_of(db: Connection, scope: str, article: int) -> None:
    """Give *scope* its own of everyone's *article*, with what it has ruled on the text."""
    renew(db, copy(db, scope, article))


def that_ruled(db: Connection, digest: str) -> set[str]:
    """The scopes that have ruled on anything in the text of *digest* for themselves."""
    find = "SELECT DISTINCT scope FROM ruling WHERE digest = ? AND scope <> ''"
    return {scope for (scope,) in db.execute(find, (digest,))}


def _everywhere(db: Connection, digest: str) -> list[int]:
    """The articles in sight of anybody with one text, everyone's first."""
    find = f"SELECT id FROM article WHERE digest = ? AND {IN_SIGHT} ORDER BY scope, id"  # noqa: S608
    return [row[0] for row in db.execute(find, (digest,)).fetchall()]


def held(db: Connection, scope: str, digest: str, place: str) -> Ruling | None:
    """What *scope* itself has ruled on what is there, and holds."""
    find = "SELECT outcome, name FROM ruling WHERE scope = ? AND digest = ? AND place = ?"
    row = db.execute(find, (scope, digest, place)).fetchone()
    return Ruling(Outcome(row[0]), row[1]) if row else None


def apply(db: Connection, article: int) -> bool:
    """Let hold what was ruled on the text of *article*, whose statements are as they were read.

    False where nothing was.
    """
    scope, digest = db.execute(
        "SELECT scope, digest FROM article WHERE id = ?", (article,)
    ).fetchone()
    rows = db.execute(
        "SELECT place, outcome, name, at FROM ruling WHERE digest = ? AND scope IN ('', ?)"
        " ORDER BY scope",
        (digest, scope),
    ).fetchall()
    due = {row[0]: row for row in rows}  # of two, that of the scope itself
    for place, outcome, name, at in due.values():
        for number in _standing_at(db, article, place):
            _change(db, article, number, Ruling(Outcome(outcome), name), at)
    return bool(rows)


def renew(db: Connection, article: int) -> None:
    """Let what is ruled now, and nothing that was ruled before, hold in *article*, in sight."""
    sight.leave(db, article)
    show(db, article)


def show(db: Connection, article: int) -> None:
    """Let *article* come into sight, with what is ruled now."""
    db.execute(_AS_READ, {"article": article})
    db.execute(f"DELETE FROM reading WHERE statement IN ({_OF})", {"article": article})  # noqa: S608
    apply(db, article)
    sight.enter(db, article)


_OF = "SELECT id FROM statement WHERE article = :article"
_AS_READ = f"""
    UPDATE statement
    SET speaker = reading.speaker, role = reading.role, confidence = reading.confidence
    FROM reading WHERE reading.statement = statement.id AND statement.id IN ({_OF})
"""  # noqa: S608 -- a condition of our own


def _standing_at(db: Connection, article: int, place: str) -> list[int]:
    rows = db.execute(
        f"SELECT id FROM statement WHERE article = ? AND {PLACE} = ?",  # noqa: S608
        (article, place),
    )
    return [row[0] for row in rows.fetchall()]


def _change(db: Connection, article: int, number: int, ruling: Ruling, at: str) -> None:
    corrected = at[:10] if ruling.outcome is Outcome.REASSIGNED else None
    db.execute(
        "INSERT INTO reading (statement, speaker, role, confidence, corrected_on)"
        " SELECT id, speaker, role, confidence, ? FROM statement WHERE id = ?",
        (corrected, number),
    )
    if ruling.outcome is Outcome.NOT_A_STATEMENT:
        db.execute("UPDATE statement SET confidence = ? WHERE id = ?", (RULED_OUT, number))
        return
    speaker = people.number_of(db, _meant(db, article, ruling.name), article)
    # a role was given to whoever was meant before
    db.execute("UPDATE statement SET speaker = ?, role = NULL WHERE id = ?", (speaker, number))


def _meant(db: Connection, article: int, name: str) -> Speaker:
    """Whom *name* means in *article*: one whom it names so, else one on record, else one new."""
    rows = db.execute(
        "SELECT alias.name, speaker.id, kind, first.name FROM alias"
        " JOIN speaker ON speaker.id = alias.speaker"
        " JOIN alias AS first ON first.article = alias.article AND first.speaker = alias.speaker"
        " AND first.ordinal = 0 WHERE alias.article = ?",
        (article,),
    )
    words = folded(name)
    here = {row[1]: row for row in rows.fetchall() if folded(row[0]) == words}
    if len(here) == 1:
        ((_, _, kind, first),) = here.values()
        return Speaker(first, SpeakerKind(kind))
    kinds = db.execute("SELECT kind FROM speaker WHERE key = ?", (" ".join(words),)).fetchall()
    return Speaker(name, SpeakerKind(kinds[0][0]) if len(kinds) == 1 else SpeakerKind.PERSON)
