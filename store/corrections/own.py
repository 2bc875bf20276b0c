"""A scope's own article in place of everyone's, so that what it corrects changes for it alone."""

from __future__ import annotations

from sqlite_utils import Database as Connection

from store import sight
from store.visibility import IN_SIGHT, VISIBLE, Standing


def own(db: Connection, scope: str, digest: str) -> list[int]:
    """The articles with the text of *digest* that *scope* may correct; made where needed."""
    everyones = db.execute(
        f"SELECT id FROM article WHERE digest = :digest AND scope = '' AND {VISIBLE}",  # noqa: S608
        {"digest": digest, "scope": scope},
    ).fetchall()
    for (article,) in everyones:
        copy(db, scope, article)
    rows = db.execute(
        f"SELECT id FROM article WHERE digest = ? AND scope = ? AND {IN_SIGHT} ORDER BY id",  # noqa: S608
        (digest, scope),
    )
    return [number for (number,) in rows.fetchall()]


def copy(db: Connection, scope: str, article: int) -> int:
    """An article of *scope* with all of everyone's *article*, as extraction read it."""
    (made,) = db.execute("SELECT max(id) + 1 FROM article").fetchone()
    asked = {"made": made, "article": article}
    db.execute(_ARTICLE, {**asked, "scope": scope, "standing": Standing.OWN})
    for sql in (_ALIASES, _ROLES):
        db.execute(sql, asked)
    rows = db.execute("SELECT id FROM statement WHERE article = ? ORDER BY id", (article,))
    for (number,) in rows.fetchall():
        statement = db.conn.execute(_STATEMENT, {"made": made, "number": number}).lastrowid
        for sql in (_SPANS, _VIAS):
            db.execute(sql, {"made": statement, "number": number})
    sight.enter(db, made)
    return int(made)


_ARTICLE = """
    INSERT INTO article (id, scope, digest, work, standing, title, outlet, byline, url, published,
                         text, file, loaded_at, loaded_by, address, published_at, updated_at,
                         language, found, told)
    SELECT :made, :scope, digest, work, :standing, title, outlet, byline, url, published,
           text, file, loaded_at, loaded_by, address, published_at, updated_at, language,
           found, told
    FROM article WHERE id = :article
"""
_ALIASES = """
    INSERT INTO alias (speaker, article, ordinal, name)
    SELECT speaker, :made, ordinal, name FROM alias WHERE article = :article
"""
_ROLES = """
    INSERT INTO role (speaker, article, title)
    SELECT speaker, :made, title FROM role WHERE article = :article
"""
_STATEMENT = """
    INSERT INTO statement (article, kind, speaker, role, evidence, polarity, said_on, confidence)
    SELECT :made, kind, iif(reading.statement, reading.speaker, statement.speaker),
           iif(reading.statement, reading.role, statement.role), evidence, polarity, said_on,
           coalesce(reading.confidence, statement.confidence)
    FROM statement LEFT JOIN reading ON reading.statement = statement.id
    WHERE statement.id = :number
"""
_SPANS = """
    INSERT INTO span (statement, part, ordinal, start, end, words)
    SELECT :made, part, ordinal, start, end, words FROM span WHERE statement = :number
"""
_VIAS = """
    INSERT INTO via (statement, ordinal, start, end, relation, name)
    SELECT :made, ordinal, start, end, relation, name FROM via WHERE statement = :number
"""
