"""Articles and statements written down as rows; `records` reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlite_utils import Database as Connection

from store import people
from store.links import canonical
from store.model import Article, Span, Statement
from store.records import digest
from store.visibility import Standing

_PARTS = ("content", "cue", "source", "hedge")


def add_article(
    db: Connection,
    article: Article,
    *,
    scope: str,
    at: datetime,
    by: str,
    work: int | None = None,
    standing: Standing = Standing.PRESENT,
) -> int:
    """Write down *article*, a version of *work* or, without one, of a work of its own; its id."""
    (number,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM article").fetchone()
    told = (article.title, article.outlet, article.byline, article.url)
    times = (article.published, article.published_at, article.updated_at)
    published, *moments = (time.isoformat() if time else None for time in times)
    db.conn.execute(
        """
        INSERT INTO article (id, scope, digest, work, standing, title, outlet, byline, url,
                             published, text, file, loaded_at, loaded_by, address, published_at,
                             updated_at, language, found, told)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            *(number, scope, digest(article.text), work or number, standing),
            *told,
            *(published, article.text, article.file, at.isoformat(), by),
            canonical(article.url or ""),
            *moments,
            article.language,
            canonical(article.found or ""),
            " ".join(article.told),
        ),
    )
    return int(number)


def add_statements(
    db: Connection, article_id: int, article: Article, statements: Sequence[Statement]
) -> None:
    """Write down *statements* of an article as they were read; nothing finds them yet."""
    speakers = people.keep(db, statements, article_id)
    for statement in statements:
        speaker = speakers[statement.speaker] if statement.speaker else None
        number = _add_statement(db, article_id, speaker, statement)
        _add_spans(db, number, statement, article.text)


def _add_statement(
    db: Connection, article_id: int, speaker: int | None, statement: Statement
) -> int:
    """Write down *statement* without its words; its id."""
    cursor = db.conn.execute(
        """
        INSERT INTO statement (article, kind, speaker, role, evidence, polarity, said_on,
                               confidence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            article_id,
            statement.kind,
            speaker,
            statement.role,
            statement.evidence,
            statement.polarity,
            statement.said_on.isoformat() if statement.said_on else None,
            statement.confidence,
        ),
    )
    return cursor.lastrowid or 0


def _add_spans(db: Connection, number: int, statement: Statement, text: str) -> None:
    db.conn.executemany(
        "INSERT INTO span (statement, part, ordinal, start, end, words) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (number, part, at, span.start, span.end, span.of(text) if part == "content" else None)
            for part, at, span in _spans(statement)
        ],
    )
    db.conn.executemany(
        "INSERT INTO via (statement, ordinal, start, end, relation, name)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (number, at, via.name.start, via.name.end, via.relation, via.name.of(text))
            for at, via in enumerate(statement.via)
        ],
    )


def _spans(statement: Statement) -> Iterator[tuple[str, int, Span]]:
    found = (statement.content, statement.cue, statement.source, statement.hedges)
    for part, spans in zip(_PARTS, found, strict=True):
        for at, span in enumerate(spans):
            yield part, at, span
    yield "context", 0, statement.context
    if statement.addressee:
        yield "addressee", 0, statement.addressee
