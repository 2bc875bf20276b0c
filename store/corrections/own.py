"""A scope's own article in place of everyone's, so that what it corrects changes for it alone."""

from __future__ import annotations

from sqlite_utils import Database as Connection

from store import variants
from store.search import indexing
from store.visibility import OWN


def own(db: Connection, scope: str, digest: str) -> int:
    """The article with the text of *digest* that *scope* may correct; it is made where needed."""
    if corrected := _article(db, scope, OWN + digest):
        return corrected
    if everyones := _article(db, "", digest):
        return _copy(db, scope, everyones)
    return _article(db, scope, digest)


def _article(db: Connection, scope: str, digest: str) -> int:
    """The number of an article; 0 where there is none such."""
    row = db.execute(
        "SELECT id FROM article WHERE scope = ? AND digest = ?", (scope, digest)
    ).fetchone()
    return row[0] if row else 0


def _copy(db: Connection, scope: str, article: int) -> int:
    """An article of *scope* with all of *article*, as extraction read it."""
    made = db.conn.execute(_ARTICLE, {"scope": scope, "article": article}).lastrowid or 0
    for sql in (_ALIASES, _ROLES):
        db.execute(sql, {"made": made, "article": article})
    rows = db.execute("SELECT id FROM statement WHERE article = ? ORDER BY id", (article,))
    for (number,) in rows.fetchall():
        statement = db.conn.execute(_STATEMENT, {"made": made, "number": number}).lastrowid
        for sql in (_SPANS, _VIAS):
            db.execute(sql, {"made": statement, "number": number})
    indexing.add(db, made)
    variants.join(db, made)
    return made


_ARTICLE = f"""
    INSERT INTO article (scope, digest, title, outlet, byline, url, published, text, file,
                         loaded_at, loaded_by, address, published_at, updated_at, language)
    SELECT :scope, '{OWN}' || digest, title, outlet, byline, url, published, text, file,
           loaded_at, loaded_by, address, published_at, updated_at, language
    FROM article WHERE id = :article
"""  # noqa: S608 -- a constant of our own
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
